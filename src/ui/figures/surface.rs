//! A field of numbers on a sheet: its cells as a surface, and lines of equal height.

use super::canvas::Canvas;
use super::drawing::{Drawing, Stroke};
use crate::ui::theme::Rgb;
use crate::ui::widgets::heat_map::LinePiece;

/// Paints the cells of a grid of so many columns and lines, counted from the lower left corner; neighbours of
/// one colour are one piece.
pub(super) fn paint(
    drawing: &mut Drawing,
    canvas: Canvas,
    (columns, lines): (usize, usize),
    ink: impl Fn(usize, usize) -> Option<Rgb>,
) {
    let share = |column: usize, line: usize| [column as f64 / columns as f64, line as f64 / lines as f64];
    for line in 0..lines {
        let mut from = 0;
        while from < columns {
            let own = ink(from, line);
            let to = (from + 1..columns).find(|&to| ink(to, line) != own).unwrap_or(columns);
            if let Some(own) = own {
                let (corner, end) = (canvas.place(share(from, line + 1)), canvas.place(share(to, line)));
                // A hair over the next, or a seam shows between them.
                drawing.tile(corner, (end.0 - corner.0 + 0.4, end.1 - corner.1 + 0.4), own);
            }
            from = to;
        }
    }
}

/// Draws a line of equal height, each piece in the stroke for where it begins.
pub(super) fn contour(
    drawing: &mut Drawing,
    canvas: Canvas,
    pieces: &[LinePiece],
    stroke: impl Fn([f64; 2]) -> Stroke,
) {
    for &[from, to] in pieces {
        drawing.line(canvas.place(from), canvas.place(to), stroke(from));
    }
}
