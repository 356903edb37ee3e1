//! The lines between two columns, in Braille: hue by what flows, solid where it adds and dashed where it
//! takes away, two dots thick for the heavier half of the weights, dotted where nothing flows.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::model::Edge;
use crate::ui::context::Context;
use crate::ui::widgets::plot::{Pattern, Plot, PlotAxis, Series};

/// One line, from a row of the left column to a row of the right one (rows of the fan's area).
pub(super) struct Strand {
    /// The row it comes from.
    pub from: u16,
    /// The row it goes to.
    pub to: u16,
    /// What is on it.
    pub edge: Edge,
}

/// Of more lines than this none is drawn thick.
const FEW: usize = 12;

/// Draws at most `most` of the strands, the strongest; returns how many that are.
pub fn draw(context: &mut Context<'_>, area: Rect, mut strands: Vec<Strand>, most: usize) -> usize {
    if area.width < 2 || area.height == 0 {
        return 0;
    }
    let theme = *context.theme;
    strands.sort_by(|a, b| b.edge.strength().total_cmp(&a.edge.strength()));
    strands.truncate(most);
    let mut weights: Vec<f64> = strands.iter().map(|strand| strand.edge.weight.abs()).collect();
    weights.sort_by(f64::total_cmp);
    let median = weights.get(weights.len() / 2).copied().unwrap_or(0.0);
    let rows = f64::from(area.height);
    // A plot counts upwards, rows count downwards; a line meets a row in its middle.
    let level = |row: u16| rows - f64::from(row) - 0.5;
    let quarter = 0.25;
    let lines: Vec<_> = strands
        .iter()
        .flat_map(|strand| {
            let ends = |shift: f64| [(0.0, level(strand.from) + shift), (1.0, level(strand.to) + shift)];
            // Among many lines thickness only smears.
            let heavy = strands.len() <= FEW && strand.edge.weight.abs() > median;
            let thick = heavy.then(|| (strand, ends(quarter)));
            [(strand, ends(0.0))].into_iter().chain(thick)
        })
        .collect();
    let mut plot = Plot::new(PlotAxis::new(0.0, 1.0), PlotAxis::new(0.0, rows), theme.muted);
    // The weakest first: where lines share a cell, the strongest gives it its colour.
    for (strand, ends) in lines.iter().rev() {
        let (style, stroke) = match strand.edge.flow {
            Some(flow) if flow > 0.0 => (theme.plus, Pattern::Solid),
            Some(flow) if flow < 0.0 => (theme.minus, Pattern::Dashed),
            _ => (theme.muted, Pattern::Dotted),
        };
        plot = plot.series(Series::points(ends, style).stroke(stroke));
    }
    plot.render(area, context.buf);
    strands.len()
}
