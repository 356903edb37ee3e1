//! The loss on a grid over a plane, computed bit by bit: first every fourth cell each way, then every
//! second, then all. Who asks decides how many cells are worth a slice of time.

use std::sync::Arc;

use strum::VariantArray;

use super::convex::{Bowl, reach};
use super::plane::Plane;
use super::surface::{Prober, Surface};
use crate::analysis::curvature::unit;

/// How fine a grid is by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum Fineness {
    /// One cell of sixteen is computed and stands for its block.
    Coarse,
    /// One cell of four.
    Half,
    /// Every cell.
    Fine,
}

impl Fineness {
    const ALL: &[Self] = Self::VARIANTS;

    const fn block(self) -> usize {
        match self {
            Self::Coarse => 4,
            Self::Half => 2,
            Self::Fine => 1,
        }
    }
}

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
    /// How fine it is.
    pub pass: Fineness,
    values: Vec<f64>,
}

impl Grid {
    /// The loss in a cell; line 0 is the lowest.
    pub fn value(&self, column: usize, line: usize) -> f64 {
        self.values[line * self.columns + column]
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
}

/// A grid being computed.
#[derive(Debug, Clone)]
pub struct Survey {
    surface: Arc<Surface>,
    grid: Grid,
    pass: Option<Fineness>,
    /// The next block of the pass.
    next: usize,
    how: How,
}

/// How the loss of a cell is found.
#[derive(Debug, Clone)]
enum How {
    /// The logit of every row is known at the plane's base and along both axes.
    Linear {
        base: Vec<f64>,
        axes: [Vec<f64>; 2],
        /// The directions beside the axes and where the last cell was best, where they are not held.
        others: Option<(Vec<Vec<f64>>, Vec<f64>)>,
    },
    Network(Box<Prober>),
}

impl Survey {
    /// A grid of so many cells, not computed yet. `best` wants the parameters beside the axes at their best
    /// in every cell, which only a convex surface can tell; elsewhere they are held.
    pub fn new(surface: Arc<Surface>, plane: Plane, columns: usize, lines: usize, best: bool) -> Self {
        let best = best && surface.is_convex();
        let how = if surface.is_linear() {
            let along =
                |step: &[f64]| -> Vec<f64> { (0..surface.len()).map(|row| reach(&surface, row, step)).collect() };
            let others = best.then(|| {
                let directions = beside(&plane);
                let start = vec![0.0; directions.len()];
                (directions, start)
            });
            How::Linear { base: along(plane.base()), axes: [along(&plane.step(0)), along(&plane.step(1))], others }
        } else {
            How::Network(Box::new(surface.prober()))
        };
        Self {
            surface,
            grid: Grid { plane, columns, lines, best, pass: Fineness::Coarse, values: vec![f64::NAN; columns * lines] },
            pass: Some(Fineness::Coarse),
            next: 0,
            how,
        }
    }

    /// The grid as far as it is computed.
    pub const fn grid(&self) -> &Grid {
        &self.grid
    }

    /// The pass under way; none when all is done.
    pub const fn pass(&self) -> Option<Fineness> {
        self.pass
    }

    /// About how long a cell takes, in nanoseconds.
    pub(super) fn cost_of_cell(&self) -> usize {
        /// Newton's steps from the best of a neighbouring cell, each with slopes and bends.
        const BEST_COSTS: usize = 8;
        let times = if self.grid.best { BEST_COSTS } else { 1 };
        (self.surface.cost() * times).max(1)
    }

    /// About how many cells a millisecond is worth; at least 1.
    pub fn cells_per_millisecond(&self) -> usize {
        (1_000_000 / self.cost_of_cell()).max(1)
    }

    /// Computes at most so many cells; true when that finished a pass, so that there is something to show.
    pub fn advance(&mut self, cells: usize) -> bool {
        let Some(pass) = self.pass else { return false };
        let block = pass.block();
        let across = self.grid.columns.div_ceil(block);
        let blocks = across * self.grid.lines.div_ceil(block);
        let mut left = cells;
        while self.next < blocks && left > 0 {
            let (x, y) = (self.next % across * block, self.next / across * block);
            self.next += 1;
            // A cell that a coarser pass computed is right already.
            let known = pass != Fineness::Coarse && x % (2 * block) == 0 && y % (2 * block) == 0;
            if !known {
                let value = self.measure(x, y);
                self.fill(x, y, block, value);
                left -= 1;
            } else if block > 1 {
                let value = self.grid.value(x, y);
                self.fill(x, y, block, value);
            }
        }
        if self.next < blocks {
            return false;
        }
        self.grid.pass = pass;
        self.next = 0;
        self.pass = Fineness::ALL.iter().copied().find(|later| *later > pass);
        true
    }

    /// Computes everything at once.
    #[must_use]
    pub fn finished(mut self) -> Grid {
        while self.pass.is_some() {
            self.advance(usize::MAX);
        }
        self.grid
    }

    fn fill(&mut self, x: usize, y: usize, block: usize, value: f64) {
        let (columns, lines) = (self.grid.columns, self.grid.lines);
        for line in y..(y + block).min(lines) {
            self.grid.values[line * columns + x..line * columns + (x + block).min(columns)].fill(value);
        }
    }

    fn measure(&mut self, column: usize, line: usize) -> f64 {
        let place = self.grid.place(column, line);
        match &mut self.how {
            How::Network(prober) => prober.loss(&self.surface, &self.grid.plane.point(place)),
            How::Linear { base, axes, others } => {
                let logit = |row: usize| base[row] + place[0] * axes[0][row] + place[1] * axes[1][row];
                match others {
                    None => self.surface.mean(logit),
                    Some((directions, start)) => {
                        let offsets: Vec<f64> = (0..self.surface.len()).map(logit).collect();
                        best_beside(&self.surface, directions, &offsets, start)
                    }
                }
            }
        }
    }
}

/// The least loss with two axes at a place of the plane and all else free; none where the surface is not convex.
pub fn loss_of_best(surface: &Surface, plane: &Plane, place: [f64; 2]) -> Option<(f64, Vec<f64>)> {
    if !surface.is_convex() {
        return None;
    }
    let directions = beside(plane);
    let mut point = plane.point(place);
    let offsets: Vec<f64> = (0..surface.len()).map(|row| reach(surface, row, &point)).collect();
    let mut found = vec![0.0; directions.len()];
    let loss = best_beside(surface, &directions, &offsets, &mut found);
    for (step, by) in directions.iter().zip(&found) {
        for (slot, part) in point.iter_mut().zip(step) {
            *slot += by * part;
        }
    }
    Some((loss, point))
}

fn best_beside(surface: &Surface, directions: &[Vec<f64>], offsets: &[f64], start: &mut Vec<f64>) -> f64 {
    /// Far below what a band could show.
    const ENOUGH: f64 = 1e-13;
    let bowl = Bowl::new(surface, directions);
    let mut place = start.clone();
    if let Some(loss) = bowl.descend(offsets, &mut place, ENOUGH) {
        *start = place;
        return loss;
    }
    // Far out a bowl can be too flat for steps to settle; what was reached is still a true loss.
    bowl.loss(offsets, &place)
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
