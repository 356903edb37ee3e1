//! The loss on a grid over a plane, computed bit by bit: first every fourth cell each way, then all.
//! Who asks decides how many cells are worth a slice of time.

use super::convex::Bowl;
use super::plane::Plane;
use super::surface::Surface;
use crate::analysis::curvature::unit;

/// Cells across and down a block for which one stands at first.
const BLOCK: usize = 4;

/// Losses at the middles of equal cells of a plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// What the cells divide.
    pub plane: Plane,
    /// Cells along the first axis.
    pub columns: usize,
    /// Cells along the second.
    pub lines: usize,
    /// Whether the parameters beside the axes are at their best in each cell, not held.
    pub best: bool,
    /// Whether every cell is computed, not one for each block.
    pub is_fine: bool,
    values: Vec<f64>,
}

impl Grid {
    /// The loss in a cell; line 0 is the lowest.
    pub fn value(&self, column: usize, line: usize) -> f64 {
        self.values[line * self.columns + column]
    }

    /// From one cell with a loss of its own to the next.
    pub const fn stride(&self) -> usize {
        if self.is_fine { 1 } else { BLOCK }
    }

    /// The place of a cell's middle.
    pub fn place(&self, column: usize, line: usize) -> [f64; 2] {
        [self.plane.across.cell(column, self.columns), self.plane.up.cell(line, self.lines)]
    }

    /// The loss in the cell a place lies in; none beyond the grid.
    pub fn value_at(&self, place: [f64; 2]) -> Option<f64> {
        let cell = |share: f64, count: usize| {
            let at = (share * count as f64).floor();
            (at >= 0.0 && at < count as f64).then_some(at as usize)
        };
        let column = cell(self.plane.across.share(place[0]), self.columns)?;
        let line = cell(self.plane.up.share(place[1]), self.lines)?;
        Some(self.value(column, line))
    }

    /// The least loss on it.
    pub fn least(&self) -> f64 {
        self.values.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// Whether the loss goes on falling beyond its edge: nowhere inside is it less.
    pub fn falls_beyond(&self) -> bool {
        let edge = self.stride();
        let inside = (edge..self.lines.saturating_sub(edge))
            .flat_map(|y| (edge..self.columns.saturating_sub(edge)).map(move |x| self.value(x, y)));
        inside.fold(f64::INFINITY, f64::min) > self.least()
    }
}

/// A grid being computed.
#[derive(Debug, Clone)]
pub struct Survey {
    surface: Surface,
    grid: Grid,
    /// How many blocks and then cells are done.
    next: usize,
    /// The directions beside the axes and where the last cell was best, where they are not held.
    others: Option<(Vec<Vec<f64>>, Vec<f64>)>,
}

impl Survey {
    /// A grid of so many cells, not computed yet. `best` wants the parameters beside the axes at their best
    /// in every cell, which only a convex surface can tell; elsewhere they are held.
    pub fn new(surface: Surface, plane: Plane, columns: usize, lines: usize, best: bool) -> Self {
        let others = (best && surface.is_convex()).then(|| {
            let directions = beside(&plane);
            let start = vec![0.0; directions.len()];
            (directions, start)
        });
        let values = vec![f64::NAN; columns * lines];
        let grid = Grid { plane, columns, lines, best: others.is_some(), is_fine: false, values };
        Self { surface, grid, next: 0, others }
    }

    /// The grid as far as it is computed.
    pub const fn grid(&self) -> &Grid {
        &self.grid
    }

    /// About how long a cell takes, in nanoseconds.
    fn cost_of_cell(&self) -> u64 {
        /// Newton's steps from the best of a neighbouring cell, each with slopes and bends.
        const BEST_STEPS: u64 = 8;
        if self.grid.best { BEST_STEPS * self.surface.cost(true) } else { self.surface.cost(false) }
    }

    /// About how many cells so many nanoseconds are worth; at least 1.
    pub fn cells_within(&self, nanoseconds: u64) -> usize {
        (nanoseconds / self.cost_of_cell()).max(1) as usize
    }

    /// Whether every block is known, so that there is something to show.
    pub fn has_blocks(&self) -> bool {
        self.next >= self.blocks()
    }

    fn blocks(&self) -> usize {
        self.grid.columns.div_ceil(BLOCK) * self.grid.lines.div_ceil(BLOCK)
    }

    /// Computes at most so many cells; true when that finished the blocks or all of it, so that there is something
    /// to show.
    pub fn advance(&mut self, cells: usize) -> bool {
        let (across, blocks) = (self.grid.columns.div_ceil(BLOCK), self.blocks());
        let all = blocks + self.grid.columns * self.grid.lines;
        let (begun, mut left) = (self.next, cells);
        while self.next < all && left > 0 {
            if self.next < blocks {
                let (x, y) = (self.next % across * BLOCK, self.next / across * BLOCK);
                let value = self.measure(x, y);
                self.fill(x, y, value);
                left -= 1;
            } else {
                let cell = self.next - blocks;
                let (x, y) = (cell % self.grid.columns, cell / self.grid.columns);
                // A cell that stood for a block is right already.
                if x % BLOCK != 0 || y % BLOCK != 0 {
                    self.grid.values[cell] = self.measure(x, y);
                    left -= 1;
                }
            }
            self.next += 1;
        }
        self.grid.is_fine = self.next == all;
        begun < blocks && self.next >= blocks || begun < all && self.next == all
    }

    /// Computes everything at once.
    #[must_use]
    pub fn finished(mut self) -> Grid {
        self.advance(usize::MAX);
        self.grid
    }

    fn fill(&mut self, x: usize, y: usize, value: f64) {
        let (columns, lines) = (self.grid.columns, self.grid.lines);
        for line in y..(y + BLOCK).min(lines) {
            self.grid.values[line * columns + x..line * columns + (x + BLOCK).min(columns)].fill(value);
        }
    }

    fn measure(&mut self, column: usize, line: usize) -> f64 {
        let point = self.grid.plane.point(self.grid.place(column, line));
        match &mut self.others {
            None => self.surface.loss(&point),
            Some((directions, start)) => best_beside(&mut self.surface, directions, &point, start).0,
        }
    }
}

/// The least loss with two axes at a place of the plane and all else free; none where the surface is not convex.
pub fn loss_of_best(surface: &mut Surface, plane: &Plane, place: [f64; 2]) -> Option<(f64, Vec<f64>)> {
    if !surface.is_convex() {
        return None;
    }
    let directions = beside(plane);
    let mut start = vec![0.0; directions.len()];
    Some(best_beside(surface, &directions, &plane.point(place), &mut start))
}

/// The least loss along some directions from a point, and where; `start` becomes where it was found.
fn best_beside(surface: &mut Surface, directions: &[Vec<f64>], base: &[f64], start: &mut Vec<f64>) -> (f64, Vec<f64>) {
    /// Far below what a band could show.
    const ENOUGH: f64 = 1e-13;
    let mut bowl = Bowl { surface, base, directions };
    let mut place = start.clone();
    let settled = bowl.descend(&mut place, ENOUGH);
    // Far out a bowl can be too flat for steps to settle; what was reached is still a true loss.
    let loss = settled.unwrap_or_else(|| bowl.loss(&place));
    let point = bowl.point(&place);
    if settled.is_some() {
        *start = place;
    }
    (loss, point)
}

/// Unit directions at right angles to both axes that span everything beside them.
fn beside(plane: &Plane) -> Vec<Vec<f64>> {
    let size = plane.base().len();
    let mut known = vec![plane.step(0), plane.step(1)];
    for axis in 0..size {
        if known.len() < size
            && let Some(step) = super::directions::square_to(&known, unit(size, axis))
        {
            known.push(step);
        }
    }
    known.split_off(2)
}
