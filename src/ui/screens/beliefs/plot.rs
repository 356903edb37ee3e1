//! A map of sums over two attributes: its colours, the line where z is 0, and its labelled axes.
//! Whose sums they are, and what is put on top, is the caller's business.

use ratatui::layout::Position;

use super::say;
use crate::analysis::Attribute;
use crate::analysis::beliefs::{Asker, Axis, Scale, Subject};
use crate::app::{App, BeliefsTarget};
use crate::explain::words::beliefs as words;
use crate::ui::prelude::*;
use crate::ui::theme::Ramp;
use crate::ui::widgets::heat_map::{self, contours};

/// Cells for what stands left of a map.
pub const LEFT: u16 = 9;
/// Cells at its right, for numbers at the edge.
pub(super) const RIGHT: u16 = 9;

/// Where a map lies.
#[derive(Debug, Clone, Copy)]
pub(in crate::ui) struct MapArea {
    /// Its cells.
    pub area: Rect,
    /// The attributes along and up.
    pub axes: [Attribute; 2],
}

impl MapArea {
    /// A map in an area, with one row for its labels below.
    pub fn in_area(area: Rect, axes: [Attribute; 2]) -> Self {
        Self {
            area: Rect {
                x: area.x + LEFT,
                y: area.y,
                width: area.width.saturating_sub(LEFT + RIGHT),
                height: area.height.saturating_sub(1),
            },
            axes,
        }
    }

    /// The cell at shares of the way along and up.
    pub fn cell(&self, at: [f64; 2]) -> Position {
        heat_map::cell_at(at, self.area)
    }

    /// The cell of a value of each attribute, in the middle of bands.
    pub fn cell_of(&self, values: [f64; 2]) -> Position {
        self.cell([0, 1].map(|axis| Axis(self.axes[axis]).share(values[axis])))
    }
}

/// Draws a map. `share` says where on its scale a sum lies, from 0 to 1.
pub fn draw(
    context: &mut Context<'_>,
    plot: &MapArea,
    z: &impl Fn(u16, u16) -> Option<f64>,
    kind: Ramp,
    share: impl Fn(f64) -> f64,
) {
    let per_cell = context.theme.heat.per_cell(kind);
    heat_map::draw(context.theme, kind, plot.area, context.buf, |column, line| {
        // Without colours a cell shows the sum of its upper half.
        z(column, if per_cell == 1 { 2 * line } else { line }).map(&share)
    });
}

/// The sums of a grid of so many columns and lines as they lie on the screen: by column, and by line from the top, two a cell.
pub fn sums(
    (columns, lines): (usize, usize),
    plot: &MapArea,
    z: impl Fn(usize, usize) -> Option<f64>,
) -> impl Fn(u16, u16) -> Option<f64> {
    let (width, height) = (usize::from(plot.area.width), 2 * usize::from(plot.area.height));
    move |column, line| {
        let (column, line) = (usize::from(column), usize::from(line));
        if column >= width || line >= height {
            return None;
        }
        // Where the sizes differ, for a frame, the nearest sum stands in.
        let up = lines - 1 - line * lines / height;
        z(column * columns / width, up)
    }
}

/// Draws the line where z changes its sign; gives back whether there is one.
pub(super) fn contour(
    context: &mut Context<'_>,
    plot: &MapArea,
    z: &impl Fn(u16, u16) -> Option<f64>,
    style: Style,
) -> bool {
    let size = (usize::from(plot.area.width), 2 * usize::from(plot.area.height));
    let value = |column: usize, line: usize| {
        let from_top = size.1 - 1 - line;
        z(column as u16, from_top as u16).unwrap_or(f64::NAN)
    };
    let pieces = contours(size, value, &[0.0]).swap_remove(0);
    heat_map::contour(plot.area, context.buf, &pieces, (1.0, style));
    !pieces.is_empty()
}

/// Writes the values of both axes, and what the network gives at both ends of some rows: `letter`
/// names it, `number` writes it for a sum.
pub fn axes(context: &mut Context<'_>, plot: &MapArea, subject: Subject, letter: &str, number: impl Fn(f64) -> String) {
    let (app, muted) = (context.app, context.theme.muted);
    across(context, plot);
    let area = plot.area;
    let left = |row: u16| Rect::new(area.x - LEFT, row, LEFT - 1, 1);
    let rows = ticks(context.app, plot.axes[1], usize::from(LEFT - 1));
    let mut free = area.bottom();
    for (value, label) in rows {
        let row = plot.cell_of([plot.axes[0].range().0, value]).y;
        if (area.y..free).contains(&row) {
            free = row;
            context.text_at_right(left(row), label, muted);
        }
    }
    // The numbers at the edges stand in the middle of bands, else at top, middle and bottom.
    let axis = Axis(plot.axes[1]);
    let shares: Vec<f64> = if axis.has_bands() {
        let steps = axis.steps();
        (0..steps).map(|step| (step as f64 + 0.5) / steps as f64).collect()
    } else {
        vec![0.0, 0.5, 1.0]
    };
    // Asked at the very ends, which the middle of a cell is not.
    let mut asker =
        Asker::new(app.core.network(), app.core.run().encoder(), app.screens.beliefs.held_person(&app.core));
    let mut sum = |along: f64, up: f64| {
        let values = [Axis(plot.axes[0]).value(along), axis.value(up)];
        asker.place(plot.axes, values).sum(subject)
    };
    // The number at the left edge stands under the name of its band.
    let has_left = axis.has_bands() && usize::from(area.height) >= 2 * axis.steps();
    let mut heads = [false; 2];
    for share in shares {
        let row = plot.cell([0.0, share]).y;
        if let Some(z) = sum(1.0, share) {
            context.text(Rect::new(area.right() + 1, row, RIGHT - 1, 1), number(z), muted);
            heads[1] = true;
        }
        if let Some(z) = sum(0.0, share).filter(|_| has_left) {
            context.text_at_right(left(row + 1), number(z), muted);
            heads[0] = true;
        }
    }
    let [first, last] = [(0.0, LEFT), (1.0, RIGHT)].map(|(end, cells)| {
        let at = say::end(context.app, plot.axes[0], end);
        let head = context.fill(words::AT, &[letter.to_owned(), at]);
        if text::width(&head) < usize::from(cells) { head } else { letter.to_owned() }
    });
    if heads[0] {
        context.text_at_right(left(area.y - 1), first, muted);
    }
    if heads[1] {
        context.text(Rect::new(area.right() + 1, area.y - 1, RIGHT - 1, 1), last, muted);
    }
}

/// The values along, below the map.
fn across(context: &mut Context<'_>, plot: &MapArea) {
    let area = plot.area;
    let width = usize::from(area.width) / Axis(plot.axes[0]).steps().max(1);
    let is_band = Axis(plot.axes[0]).has_bands();
    let muted = context.theme.muted;
    let row = Rect::new(area.x, area.bottom(), area.width + RIGHT, 1);
    let name = Rect { x: area.x - LEFT, width: LEFT - 1, ..row };
    context.text_at_right(name, text::cut(say::name(context.app, plot.axes[0]), usize::from(LEFT) - 1), muted);
    let mut free = 0;
    for (value, label) in ticks(context.app, plot.axes[0], if is_band { width.max(2) } else { 6 }) {
        let x = plot.cell_of([value, plot.axes[1].range().0]).x - area.x;
        let cells = text::width(&label) as u16;
        let x = if is_band { x.saturating_sub(cells / 2) } else { x };
        if x >= free && x < area.width {
            context.text(row.from(x), label, muted);
            free = x + cells + 1;
        }
    }
}

/// The values an axis is labelled with, each in at most so many cells.
pub fn ticks(app: &App, attribute: Attribute, cells: usize) -> Vec<(f64, String)> {
    let axis = Axis(attribute);
    let values: Vec<f64> = match axis.scale() {
        Scale::Years => (0..=8).map(|ten| f64::from(ten * 10)).collect(),
        Scale::Fares => vec![0.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0],
        Scale::Bands => (0..axis.steps()).map(|step| axis.start(step)).collect(),
    };
    values
        .into_iter()
        .map(|value| {
            let label = say::rounded(app, attribute, value);
            (value, text::cut(&label, cells).into_owned())
        })
        .collect()
}

/// Notes the map for the mouse.
pub fn note(context: &mut Context<'_>, plot: &MapArea) {
    context.note(plot.area, BeliefsTarget::Map { axes: plot.axes });
}
