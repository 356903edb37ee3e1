//! Lines of equal height on a grid, by marching squares: where neighbouring numbers lie on different
//! sides of a level, the line passes between them in proportion.

/// The pieces of the line at `level`, each from one point to another in units of the grid.
///
/// `value(column, line)` of a grid of so many columns and lines; squares with a corner that is no
/// number have no line.
pub fn crossings(
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
