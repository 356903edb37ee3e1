//! The lines between two columns, in Braille: hue by what flows, solid where it adds and dashed where it takes
//! away, as thick as the weight is heavy, dotted where nothing flows. Where there is room they leave and arrive
//! level, so that each can be followed where they cross. What flows now runs along them as a dot.
//!
//! For a terminal without Braille they are strokes of a cell each, for which ASCII has characters.

use std::cmp::Ordering;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::model::Edge;
use crate::ui::context::Context;
use crate::ui::layout::RectExt as _;
use crate::ui::widgets::plot::{Marker, Pattern, Plot, PlotAxis, Series};

/// One line, from a row of the left column to a row of the right one (rows of the fan's area).
pub(super) struct Strand {
    /// The row it comes from.
    pub from: u16,
    /// The row it goes to.
    pub to: u16,
    /// What is on it.
    pub edge: Edge,
}

impl Strand {
    /// The row at a share of the way: level at both ends where `bend` is 1, straight where it is 0.
    fn row(&self, share: f64, bend: f64) -> f64 {
        let (from, to) = (f64::from(self.from), f64::from(self.to));
        let smooth = share * share * (3.0 - 2.0 * share);
        from + (to - from) * (share + bend * (smooth - share))
    }
}

/// Which lines are drawn, and how.
pub(super) struct Fan {
    /// The strongest, in their hues.
    pub bright: usize,
    /// The next, faint.
    pub faint: usize,
    /// The heaviest weight, whose line is the thickest; 0 where all are thin.
    pub heaviest: f64,
    /// How far what flows has come.
    pub pulse: Option<f64>,
    /// Whether they are drawn in strokes of a cell.
    pub in_characters: bool,
}

/// Rows of dots of the thickest line.
const THICK: f64 = 3.0;

/// Draws the lines; returns how many that are.
pub fn draw(context: &mut Context<'_>, area: Rect, mut strands: Vec<Strand>, fan: &Fan) -> usize {
    if area.width < 2 || area.height == 0 {
        return 0;
    }
    let theme = *context.theme;
    strands.sort_by(|a, b| b.edge.strength().total_cmp(&a.edge.strength()));
    strands.truncate(fan.bright + fan.faint);
    let rows = f64::from(area.height);
    // A plot counts upwards, rows count downwards; a line meets a row in its middle.
    let level = |row: f64| rows - row - 0.5;
    let steps = 2 * area.width;
    // Bent within few columns, all lines would be steep in the same ones.
    let bend = ((f64::from(area.width) - 8.0) / 12.0).clamp(0.0, 1.0);
    let mut plot = Plot::new(PlotAxis::new(0.0, 1.0), PlotAxis::new(0.0, rows), theme.muted);
    // The weakest first: where lines share a cell, the strongest gives it its colour.
    for (place, strand) in strands.iter().enumerate().rev() {
        let is_faint = place >= fan.bright;
        let (style, stroke) = match strand.edge.flow {
            Some(flow) if flow > 0.0 && !is_faint => (theme.plus, Pattern::Solid),
            Some(flow) if flow < 0.0 && !is_faint => (theme.minus, Pattern::Dashed),
            _ => (theme.muted, Pattern::Dotted),
        };
        let share = if fan.heaviest > 0.0 && !is_faint { strand.edge.weight.abs() / fan.heaviest } else { 0.0 };
        let dots = (share * THICK).round().max(1.0) as u32;
        if fan.in_characters {
            let row = |column: u16| strand.row(f64::from(column) / f64::from(area.width), bend).round() as u16;
            strokes(context, area, row, (stroke, dots > 1), style);
        } else {
            for dot in 0..dots {
                // A row holds four dots.
                let shift = (f64::from(dot) - f64::from(dots - 1) / 2.0) / 4.0;
                let points = (0..=steps).map(|step| f64::from(step) / f64::from(steps));
                let points: Vec<_> = points.map(|share| (share, level(strand.row(share, bend)) + shift)).collect();
                plot = plot.series(Series::points(points, style).stroke(stroke));
            }
        }
        if let Some(share) = fan.pulse.filter(|_| !is_faint && strand.edge.flow.is_some_and(|flow| flow != 0.0)) {
            plot = plot.marker(Marker::new(share, level(strand.row(share, bend)), "●", style));
        }
    }
    plot.render(area, context.buf);
    strands.len()
}

/// A line in strokes of a cell: in each column level, or down or up to the row it has in the next one.
fn strokes(
    context: &mut Context<'_>,
    area: Rect,
    row: impl Fn(u16) -> u16,
    (stroke, is_thick): (Pattern, bool),
    style: Style,
) {
    let [level, upright] = match stroke {
        Pattern::Solid if is_thick => ["━", "│"],
        Pattern::Solid => ["─", "│"],
        Pattern::Dashed | Pattern::Dotted => ["┄", "┊"],
    };
    for column in 0..area.width {
        let (here, next) = (row(column), row(column + 1));
        let mut put = |y: u16, glyph: &str| context.text(area.from(column).below(y), glyph, style);
        let (slope, between) = match here.cmp(&next) {
            Ordering::Equal => (level, 0..0),
            Ordering::Less => ("╲", here + 1..next),
            Ordering::Greater => ("╱", next + 1..here),
        };
        put(here, slope);
        between.for_each(|y| put(y, upright));
    }
}
