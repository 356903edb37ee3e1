//! A field of numbers on a sheet: its cells as a surface, and lines of equal height by marching squares: where
//! neighbouring numbers lie on different sides of a level, the line passes between them in proportion.

use super::chart::Canvas;
use super::drawing::{Drawing, Stroke};
use crate::ui::theme::Rgb;

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

/// Draws the line where the numbers in the middle of the cells have this level; whether there is one.
pub(super) fn contour(
    drawing: &mut Drawing,
    canvas: Canvas,
    size: (usize, usize),
    value: impl Fn(usize, usize) -> f64,
    level: f64,
    stroke: Stroke,
) -> bool {
    let pieces = crossings(size, value, level);
    let at = |(x, y): (f64, f64)| canvas.place([(x + 0.5) / size.0 as f64, (y + 0.5) / size.1 as f64]);
    for &[from, to] in &pieces {
        drawing.line(at(from), at(to), stroke);
    }
    !pieces.is_empty()
}

/// The pieces of the line at `level`, each from one point to another in units of the grid.
///
/// `value(column, line)` of a grid of so many columns and lines; squares with a corner that is no
/// number have no line.
fn crossings(
    (columns, lines): (usize, usize),
    value: impl Fn(usize, usize) -> f64,
    level: f64,
) -> Vec<[(f64, f64); 2]> {
    let mut pieces = Vec::new();
    for line in 0..lines.saturating_sub(1) {
        for column in 0..columns.saturating_sub(1) {
            // The corners in turn round the square.
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1)];
            let heights = corners.map(|(right, up)| value(column + right, line + up) - level);
            if heights.iter().any(|height| !height.is_finite()) {
                continue;
            }
            let mut points = Vec::with_capacity(4);
            for side in 0..4 {
                let (from, to) = (side, (side + 1) % 4);
                let (a, b) = (heights[from], heights[to]);
                if (a > 0.0) == (b > 0.0) {
                    continue;
                }
                let share = a / (a - b);
                let along = |one: usize, other: usize| one as f64 + (other as f64 - one as f64) * share;
                points.push((
                    column as f64 + along(corners[from].0, corners[to].0),
                    line as f64 + along(corners[from].1, corners[to].1),
                ));
            }
            pieces.extend(points.chunks_exact(2).map(|pair| [pair[0], pair[1]]));
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slope_is_cut_where_it_has_the_level() {
        let pieces = crossings((4, 3), |column, _| column as f64, 1.25);
        assert_eq!(pieces.len(), 2, "one piece a row of squares");
        assert!(pieces.iter().flatten().all(|point| (point.0 - 1.25).abs() < 1e-12));
    }

    #[test]
    fn a_hill_has_a_closed_line_round_it() {
        let height = |column: usize, line: usize| {
            let (x, y) = (column as f64 - 5.0, line as f64 - 5.0);
            -(x * x + y * y)
        };
        let pieces = crossings((11, 11), height, -9.5);
        let mut ends: Vec<_> = pieces.iter().flatten().map(|&(x, y)| ((x * 1e6) as i64, (y * 1e6) as i64)).collect();
        ends.sort_unstable();
        assert!(!ends.is_empty() && ends.chunks(2).all(|pair| pair[0] == pair[1]), "every end meets another");
    }

    #[test]
    fn where_a_number_is_missing_there_is_no_line() {
        assert!(crossings((3, 3), |_, _| f64::NAN, 0.0).is_empty());
        assert!(crossings((0, 0), |_, _| 1.0, 0.0).is_empty());
    }
}
