//! Lines of equal height through a grid of numbers, by marching squares: where neighbouring numbers lie on different
//! sides of a level, the line passes between them in proportion. And where the level is written on its line.

/// A piece of a line, from one end to the other: shares of the way from left to right and from bottom to top.
pub type LinePiece = [[f64; 2]; 2];

/// The pieces of the line of each of these levels through `value(column, line)` of a grid of so many columns and
/// lines, counted from the lower left; squares with a corner that is no number have no line.
pub(in crate::ui) fn contours(
    (columns, lines): (usize, usize),
    value: impl Fn(usize, usize) -> f64,
    levels: &[f64],
) -> Vec<Vec<LinePiece>> {
    /// The corners in turn round a square.
    const CORNERS: [(usize, usize); 4] = [(0, 0), (1, 0), (1, 1), (0, 1)];
    let mut all = vec![Vec::new(); levels.len()];
    let places = |line| (0..columns.saturating_sub(1)).map(move |column| (column, line));
    for (column, line) in (0..lines.saturating_sub(1)).flat_map(places) {
        let heights = CORNERS.map(|(right, up)| value(column + right, line + up));
        if heights.iter().any(|height| !height.is_finite()) {
            continue;
        }
        for (pieces, level) in all.iter_mut().zip(levels) {
            let above = heights.map(|height| height > *level);
            if above == [above[0]; 4] {
                continue;
            }
            let sides = (0..4).map(|side| (side, (side + 1) % 4)).filter(|&(from, to)| above[from] != above[to]);
            let points: Vec<[f64; 2]> = sides
                .map(|(from, to)| {
                    let share = (level - heights[from]) / (heights[to] - heights[from]);
                    let along = |one: usize, other: usize| 0.5 + one as f64 + (other as f64 - one as f64) * share;
                    let (a, b) = (CORNERS[from], CORNERS[to]);
                    [(column as f64 + along(a.0, b.0)) / columns as f64, (line as f64 + along(a.1, b.1)) / lines as f64]
                })
                .collect();
            pieces.extend(points.chunks_exact(2).map(|pair| [pair[0], pair[1]]));
        }
    }
    all
}

/// Where each line is labelled: about where it crosses the diagonal to the upper right, so that labels stand apart
/// and hardly move; none where there is no line or no room. `size` is how wide and high the map is and each label
/// is, in widths and heights of a letter; `taken` what they must not cover.
pub(in crate::ui) fn label_places(
    lines: &[Vec<LinePiece>],
    size: [f64; 2],
    widths: &[f64],
    taken: &[[f64; 2]],
) -> Vec<Option<[f64; 2]>> {
    let mut boxes: Vec<([f64; 2], f64)> = taken.iter().map(|&at| (at, 1.0)).collect();
    let mut places = Vec::new();
    for (pieces, &width) in lines.iter().zip(widths) {
        let margin = [(0.5 * width + 1.0) / size[0], 1.0 / size[1]];
        let is_free = |at: &[f64; 2]| {
            let inside = (0..2).all(|axis| (margin[axis]..=1.0 - margin[axis]).contains(&at[axis]));
            let apart = |(other, reach): &([f64; 2], f64)| {
                let by = [0, 1].map(|axis| (at[axis] - other[axis]).abs() * size[axis]);
                by[0] > 0.5 * (width + reach) + 1.0 || by[1] > 1.2
            };
            inside && boxes.iter().all(apart)
        };
        let middles = pieces.iter().map(|[a, b]| [0, 1].map(|axis| f64::midpoint(a[axis], b[axis])));
        // Of two crossings the upper one.
        let off = |at: &[f64; 2]| (at[0] - at[1]).abs() - 0.1 * at[1];
        let place = middles.filter(is_free).min_by(|a, b| off(a).total_cmp(&off(b)));
        boxes.extend(place.map(|at| (at, width)));
        places.push(place);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slope_is_cut_where_it_has_the_level() {
        let lines = contours((4, 3), |column, _| column as f64, &[1.25, 9.0]);
        assert_eq!((lines[0].len(), lines[1].len()), (2, 0), "one piece a row of squares");
        assert!(lines[0].iter().flatten().all(|point| (point[0] - 1.75 / 4.0).abs() < 1e-12));
    }

    #[test]
    fn a_hill_has_a_closed_line_round_it() {
        let height = |column: usize, line: usize| {
            let (x, y) = (column as f64 - 5.0, line as f64 - 5.0);
            -(x * x + y * y)
        };
        let lines = contours((11, 11), height, &[-9.5]);
        let ends = lines[0].iter().flatten();
        let mut ends: Vec<_> = ends.map(|at| at.map(|share| (share * 1e6).round() as i64)).collect();
        ends.sort_unstable();
        assert!(!ends.is_empty() && ends.chunks(2).all(|pair| pair[0] == pair[1]), "every end meets another");
    }

    #[test]
    fn where_a_number_is_missing_there_is_no_line() {
        assert!(contours((3, 3), |_, _| f64::NAN, &[0.0])[0].is_empty());
        assert!(contours((0, 0), |_, _| 1.0, &[0.0])[0].is_empty());
    }

    #[test]
    fn labels_stand_on_their_lines_and_apart_from_each_other_and_from_what_is_there() {
        let levels = [10.0, 12.0, 40.0];
        let lines = contours((80, 40), |column, line| (column + line) as f64, &levels);
        let size = [80.0, 40.0];
        let free = label_places(&lines, size, &[3.0; 3], &[]);
        let [Some(first), Some(second), Some(third)] = free[..] else { panic!("{free:?}") };
        assert!((first[1] - second[1]).abs() * size[1] > 1.2 || (first[0] - second[0]).abs() * size[0] > 4.0);
        let aside = label_places(&lines, size, &[3.0; 3], &[third]);
        assert_ne!(aside[2], Some(third));
    }
}
