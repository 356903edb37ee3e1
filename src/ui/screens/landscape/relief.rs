//! What is drawn over the colours of a map, in shares of its width and height, for cells and for a drawing in a file:
//! lines of equal height with their losses, the path with its age, and the arrow of the steepest way down.

use super::names;
use crate::analysis::landscape::{Grid, Level, LossScale, Plane, WayDown};
use crate::app::screens::landscape::map::Map;
use crate::ui::theme::{Heat, Theme};
use crate::ui::widgets::heat_map::{self, LinePiece, contours, label_places};

/// How many losses lines are drawn at on a map of so many rows.
fn count(rows: usize) -> usize {
    (rows / 4 + 1).clamp(4, 8)
}

/// The losses that lines are drawn at on a map of so many rows; where shades stand for lines, those between them.
pub fn levels(theme: &Theme, scale: &LossScale, rows: usize) -> Vec<Level> {
    scale.levels(if has_lines(theme) { count(rows) } else { heat_map::LEVELS_OF_SHADES })
}

/// Whether lines of equal height are drawn; else shades meet where they would be.
pub(super) fn has_lines(theme: &Theme) -> bool {
    theme.heat != Heat::Shades
}

/// Lines of equal height and where their losses stand.
#[derive(Debug)]
pub struct Relief {
    /// The lines, the lowest first.
    pub lines: Vec<Vec<LinePiece>>,
    /// The losses written on them, each around its place.
    pub labels: Vec<([f64; 2], String)>,
}

impl Relief {
    /// Those of a grid as a plane sees it; `size` is how many letters stand side by side and above each other on it.
    pub fn of(map: &Map, plane: &Plane, grid: &Grid, levels: &[Level], size: [f64; 2]) -> Self {
        // A coarse grid has one loss for a block of cells, measured in its lower left one.
        let stride = grid.stride();
        let counts = [grid.columns, grid.lines].map(|cells| cells.div_ceil(stride));
        let losses: Vec<f64> = levels.iter().map(|level| level.loss).collect();
        let value = |column, line| grid.value(column * stride, line * stride);
        let of_grid = contours((counts[0], counts[1]), value, &losses);
        let seen = |at: [f64; 2]| {
            let cells = [grid.columns, grid.lines];
            let own = [0, 1].map(|axis| {
                let cell = (at[axis] * counts[axis] as f64 - 0.5) * stride as f64 + 0.5;
                cell / cells[axis] as f64
            });
            share(plane, [grid.plane.across.at(own[0]), grid.plane.up.at(own[1])])
        };
        let lines: Vec<Vec<LinePiece>> =
            of_grid.into_iter().map(|pieces| pieces.into_iter().map(|piece| piece.map(seen)).collect()).collect();
        let words: Vec<String> = levels.iter().map(|level| names::short(level.loss, level.decimals)).collect();
        let widths: Vec<f64> = words.iter().map(|word| word.len() as f64).collect();
        let trail = map.trail().iter().step_by(map.trail().len() / 16 + 1);
        let taken = map.marks().iter().map(|mark| mark.place).chain(trail.copied());
        let taken: Vec<[f64; 2]> = taken.map(|place| share(plane, place)).collect();
        let places = label_places(&lines, size, &widths, &taken);
        let labels = places.into_iter().zip(words).filter_map(|(at, word)| Some((at?, word))).collect();
        Self { lines, labels }
    }
}

/// The loss of a map as a share of the ramp; where the ramp has only some steps, in the middle of its step.
pub fn step(scale: &LossScale, levels: Option<&[Level]>, loss: f64) -> f64 {
    let Some(levels) = levels else {
        return scale.share(loss);
    };
    let below = levels.iter().filter(|level| loss.is_nan() || loss >= level.loss).count();
    (below as f64 + 0.5) / (levels.len() + 1) as f64
}

/// The path in pieces, each with how new it is: from 0 where training began to 1 now. Of one that goes to and fro, and
/// would fill the map, the newest steps are joined, and older ones are single points, so many apart that the map is seen.
pub fn trail(map: &Map, plane: &Plane) -> Vec<(LinePiece, f64)> {
    /// How long the joined steps are together at most: so many sides of the map, and so many times as long as from their
    /// beginning to their end. A path that goes somewhere is shorter.
    const JOINED: [f64; 2] = [1.0, 2.0];
    /// How many points there are before them at most.
    const POINTS: usize = 40;
    let places: Vec<[f64; 2]> = map.trail().iter().map(|place| share(plane, *place)).collect();
    let last = places.len().saturating_sub(1);
    let inside = |at: [f64; 2]| at.map(|share| share.clamp(0.0, 1.0));
    let length = |from: [f64; 2], to: [f64; 2]| {
        let [x, y] = [0, 1].map(|axis| inside(to)[axis] - inside(from)[axis]);
        (x * x + y * y).sqrt()
    };
    let (mut first, mut joined) = (last, 0.0);
    while first > 0 && joined <= JOINED[0] + JOINED[1] * length(places[first], places[last]) {
        first -= 1;
        joined += length(places[first], places[first + 1]);
    }
    let age = |place: usize| place as f64 / last.max(1) as f64;
    let apart = first / POINTS + 1;
    // Counted from the start, so that they stand still while the path grows.
    let points = (0..first).step_by(apart).map(|place| ([places[place]; 2], 0.45 * age(place)));
    let steps = (first..last).map(|place| ([places[place], places[place + 1]], age(place + 1)));
    points.chain(steps).collect()
}

/// The steepest way down from where it begins, in the units of the axes: an arrow no longer than its loss falls, and its
/// head; none where the loss does not slope or its bottom is not known. `shape` is how wide and high the map is, in one
/// unit of length.
pub(in crate::ui) fn downhill(plane: &Plane, descent: &WayDown, shape: [f64; 2]) -> Option<(LinePiece, &'static str)> {
    /// The longest, as a share of the shorter side.
    const LONG: f64 = 0.2;
    let (slope, bottom) = (descent.slope(), descent.bottom()?);
    let lengths = [plane.across.length(), plane.up.length()];
    let [x, y] = [0, 1].map(|axis| -slope[axis] / lengths[axis] * shape[axis]);
    let length = (x * x + y * y).sqrt();
    if !length.is_finite() || slope.iter().all(|part| part.abs() < 1e-9) {
        return None;
    }
    let (from, to) = (share(plane, descent.place()), share(plane, bottom));
    let way = [0, 1].map(|axis| (to[axis] - from[axis]) * shape[axis]);
    let falls = (way[0] * way[0] + way[1] * way[1]).sqrt();
    let part = (LONG * shape[0].min(shape[1]) / falls).min(1.0);
    let end = if falls > 0.0 { [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * part) } else { from };
    let towards = |(dx, dy, _): &(f64, f64, &str)| x * dx + y * dy;
    let nearest = HEADS.into_iter().max_by(|a, b| towards(a).total_cmp(&towards(b)))?;
    Some(([from, end], nearest.2))
}

/// The heads of arrows, each with the unit step it points along.
const HEADS: [(f64, f64, &str); 8] = {
    const SLANT: f64 = std::f64::consts::FRAC_1_SQRT_2;
    [
        (1.0, 0.0, "→"),
        (SLANT, SLANT, "↗"),
        (0.0, 1.0, "↑"),
        (-SLANT, SLANT, "↖"),
        (-1.0, 0.0, "←"),
        (-SLANT, -SLANT, "↙"),
        (0.0, -1.0, "↓"),
        (SLANT, -SLANT, "↘"),
    ]
};

/// The step of a cell that the head of an arrow points along, to the right and up.
pub(super) fn step_of(head: &str) -> [i32; 2] {
    let found = HEADS.into_iter().find(|(.., glyph)| *glyph == head);
    found.map_or([0; 2], |(x, y, _)| [x, y].map(|part: f64| part.round() as i32))
}

/// A place of a plane in shares of its width and height.
pub fn share(plane: &Plane, place: [f64; 2]) -> [f64; 2] {
    [plane.across.share(place[0]), plane.up.share(place[1])]
}
