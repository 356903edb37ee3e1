//! A map of sums over two attributes: its colours, the line where z is 0, and its labelled axes.
//! Whose sums they are, and what is put on top, is the caller's business.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::say;
use crate::analysis::Attribute;
use crate::analysis::beliefs::{Axis, Field};
use crate::app::Target;
use crate::app::words::beliefs as words;
use crate::ui::context::Context;
use crate::ui::theme::Theme;
use crate::ui::widgets::heat_map::{self, Field as Kind};
use crate::ui::{numbers, text};

/// Cells for what stands left of a map.
const LEFT: u16 = 9;
/// Cells at its right, for numbers at the edge.
const RIGHT: u16 = 6;

/// Where a map lies.
#[derive(Debug, Clone, Copy)]
pub struct Plot {
    /// Its cells.
    pub area: Rect,
    /// The attributes along and up.
    pub axes: [Attribute; 2],
}

impl Plot {
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
        let place = |share: f64, cells: u16| {
            let cell = (share.clamp(0.0, 1.0) * f64::from(cells)) as u16;
            cell.min(cells.saturating_sub(1))
        };
        Position::new(
            self.area.x + place(at[0], self.area.width),
            self.area
                .bottom()
                .saturating_sub(1 + place(at[1], self.area.height)),
        )
    }

    /// The cell of a value of each attribute, in the middle of bands.
    pub fn cell_of(&self, values: [f64; 2]) -> Position {
        self.cell([0, 1].map(|axis| Axis(self.axes[axis]).share(values[axis])))
    }
}

/// Draws a map. `share` says where on its scale a sum lies, from 0 to 1.
pub fn draw(
    context: &mut Context<'_>,
    plot: &Plot,
    z: &impl Fn(u16, u16) -> Option<f64>,
    kind: Kind,
    share: impl Fn(f64) -> f64,
) {
    let per_cell = context.theme.heat.per_cell();
    heat_map::draw(
        context.theme,
        kind,
        plot.area,
        context.buf,
        |column, line| {
            // Without colours a cell shows the sum of its upper half.
            z(column, if per_cell == 1 { 2 * line } else { line }).map(&share)
        },
    );
}

/// The sums of a field as they lie on the screen: by column, and by line from the top, two a cell.
pub fn sums<'a>(field: &'a Field, plot: &Plot) -> impl Fn(u16, u16) -> Option<f64> + 'a {
    let (columns, lines) = field.size();
    let (width, height) = (
        usize::from(plot.area.width),
        2 * usize::from(plot.area.height),
    );
    move |column, line| {
        let (column, line) = (usize::from(column), usize::from(line));
        if column >= width || line >= height {
            return None;
        }
        // Where the sizes differ, for a frame, the nearest sum stands in.
        let up = lines - 1 - line * lines / height;
        field.z(column * columns / width, up)
    }
}

/// Draws the line where z changes its sign.
pub fn contour(
    context: &mut Context<'_>,
    plot: &Plot,
    z: &impl Fn(u16, u16) -> Option<f64>,
    style: Style,
) {
    let bands = plot.axes.iter().any(|&axis| Axis(axis).has_bands());
    for row in 0..plot.area.height {
        for column in 0..plot.area.width {
            if let Some(glyph) = line_through(z, bands, column, row) {
                let at = Position::new(plot.area.x + column, plot.area.y + row);
                heat_map::mark(context.buf, at, glyph, style);
            }
        }
    }
}

/// The piece of the line in one cell, by the slope of z there; between bands it is upright or level.
fn line_through(
    z: &impl Fn(u16, u16) -> Option<f64>,
    has_bands: bool,
    column: u16,
    row: u16,
) -> Option<&'static str> {
    let (top, bottom) = (z(column, 2 * row)?, z(column, 2 * row + 1)?);
    let right = z(column + 1, 2 * row);
    let below = z(column, 2 * row + 2);
    let is_on = |z: f64| z > 0.0;
    let turns_across = right.is_some_and(|right| is_on(right) != is_on(top));
    let turns_down =
        is_on(top) != is_on(bottom) || below.is_some_and(|below| is_on(below) != is_on(bottom));
    match (turns_across, turns_down) {
        (false, false) => return None,
        (true, false) if has_bands => return Some("│"),
        (false, true) if has_bands => return Some("─"),
        (true, true) if has_bands => return Some("╯"),
        _ => {}
    }
    // The slope along one cell, and down one cell, which is twice as high as it is wide.
    let across = right.unwrap_or(top)
        - column
            .checked_sub(1)
            .and_then(|left| z(left, 2 * row))
            .unwrap_or(top);
    let upper = row
        .checked_sub(1)
        .and_then(|above| z(column, 2 * above + 1));
    let down = (below.unwrap_or(bottom) - upper.unwrap_or(top)) / 2.0;
    Some(if across.abs() > 2.0 * down.abs() {
        "│"
    } else if down.abs() > 2.0 * across.abs() {
        "─"
    } else if (across > 0.0) == (down > 0.0) {
        "╱"
    } else {
        "╲"
    })
}

/// Writes the values of both axes, and p (or a) at the left and right edge of some rows.
pub fn axes(
    context: &mut Context<'_>,
    plot: &Plot,
    z: &impl Fn(u16, u16) -> Option<f64>,
    number: impl Fn(f64) -> String,
) {
    let theme = *context.theme;
    across(context, plot, &theme);
    let area = plot.area;
    let rows = ticks(context, plot.axes[1], usize::from(LEFT - 1));
    let mut free = area.bottom();
    for (value, label) in rows {
        let row = plot.cell_of([plot.axes[0].range().0, value]).y;
        if row >= free || row < area.y {
            continue;
        }
        free = row;
        let left = Rect::new(area.x - LEFT, row, LEFT, 1);
        context.pen(left).right(0, 1, &label, theme.muted);
    }
    // The numbers at the edges stand in the middle of bands, else at top, middle and bottom.
    let axis = Axis(plot.axes[1]);
    let shares: Vec<f64> = if axis.has_bands() {
        let steps = axis.steps();
        (0..steps)
            .map(|step| (step as f64 + 0.5) / steps as f64)
            .collect()
    } else {
        vec![0.0, 0.5, 1.0]
    };
    let last = area.width.saturating_sub(1);
    for share in shares {
        let row = plot.cell([0.0, share]).y;
        let line = 2 * (row - area.y);
        if let Some(z) = z(last, line) {
            let at = Rect::new(area.right(), row, RIGHT, 1);
            context.pen(at).text(1, 0, &number(z), theme.muted);
        }
        // The number at the left edge stands under the name of its band.
        let has_room = axis.has_bands() && usize::from(area.height) >= 2 * axis.steps();
        if let Some(z) = z(0, line).filter(|_| has_room) {
            let at = Rect::new(area.x - LEFT, row + 1, LEFT, 1);
            context.pen(at).right(0, 1, &number(z), theme.muted);
        }
    }
}

/// The values along, below the map.
fn across(context: &mut Context<'_>, plot: &Plot, theme: &Theme) {
    let area = plot.area;
    let width = usize::from(area.width) / Axis(plot.axes[0]).steps().max(1);
    let is_band = Axis(plot.axes[0]).has_bands();
    let name = text::pad_left(say::name(context.app, plot.axes[0]), usize::from(LEFT) - 1);
    let row = Rect::new(area.x - LEFT, area.bottom(), area.width + LEFT + RIGHT, 1);
    let columns = ticks(
        context,
        plot.axes[0],
        if is_band { width.max(2) } else { 6 },
    );
    let mut pen = context.pen(row);
    pen.text(0, 0, &name, theme.muted);
    let mut free = 0;
    for (value, label) in columns {
        let x = plot.cell_of([value, plot.axes[1].range().0]).x - area.x;
        let cells = text::width(&label) as u16;
        let x = if is_band {
            x.saturating_sub(cells / 2)
        } else {
            x
        };
        if x >= free && x < area.width {
            pen.text(x + LEFT, 0, &label, theme.muted);
            free = x + cells + 1;
        }
    }
}

/// The values an axis is labelled with.
fn ticks(context: &Context<'_>, attribute: Attribute, cells: usize) -> Vec<(f64, String)> {
    let values: Vec<f64> = match attribute {
        Attribute::Age => (0..=8).map(|ten| f64::from(ten * 10)).collect(),
        Attribute::Fare => vec![0.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0],
        _ => {
            let axis = Axis(attribute);
            (0..axis.steps()).map(|step| axis.start(step)).collect()
        }
    };
    values
        .into_iter()
        .map(|value| {
            let label = match attribute {
                Attribute::Age | Attribute::Fare => numbers::decimal(value, 0),
                _ => say::value(context.app, attribute, Some(value)),
            };
            (value, text::cut(&label, cells).into_owned())
        })
        .collect()
}

/// Notes the map for the mouse, and says that it is being refined where it is.
pub fn note(context: &mut Context<'_>, plot: &Plot) {
    context.note(plot.area, Target::Map { axes: plot.axes });
    if context.app.beliefs.picture.is_pending() {
        let theme = *context.theme;
        let computing = context.say(words::COMPUTING);
        let row = Rect::new(plot.area.x, plot.area.bottom(), plot.area.width + RIGHT, 1);
        context.pen(row).right(0, 0, computing, theme.muted);
    }
}
