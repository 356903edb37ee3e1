//! Box drawing as lines and arcs that reach the edges of their cell, so that neighbours join.

use super::shape::{HEIGHT, MIDDLE, Piece, WIDTH, Weight};

/// Radius of the rounded corners.
const RADIUS: i32 = WIDTH / 2;

pub(super) fn lines(glyph: char) -> Vec<Piece> {
    let (x, y) = MIDDLE;
    let slash = |from, to| Piece::Curve { from, to, radius: 0, clockwise: false };
    let (rising, falling) = (slash((0, HEIGHT), (WIDTH, 0)), slash((0, 0), (WIDTH, HEIGHT)));
    match glyph {
        '╭' => corner(HEIGHT, WIDTH),
        '╮' => corner(HEIGHT, 0),
        '╯' => corner(0, 0),
        '╰' => corner(0, WIDTH),
        '╱' => vec![rising],
        '╲' => vec![falling],
        '╳' => vec![rising, falling],
        _ => {
            if let Some((number, weight, level)) = dashes(glyph) {
                let period = if level { WIDTH } else { HEIGHT } / number;
                let dash = |index: i32| {
                    let from = index * period + period / 5;
                    let to = from + period * 3 / 5;
                    if level { Piece::Level { y, from, to, weight } } else { Piece::Upright { x, from, to, weight } }
                };
                return (0..number).map(dash).collect();
            }
            arms(glyph).map_or_else(Vec::new, joined)
        }
    }
}

/// A rounded corner that leaves the cell at `bottom` and at `right` (0 for top and left).
fn corner(bottom: i32, right: i32) -> Vec<Piece> {
    let (x, y) = MIDDLE;
    let near = if bottom > 0 { y + RADIUS } else { y - RADIUS };
    vec![
        Piece::Upright { x, from: near.min(bottom), to: near.max(bottom), weight: Weight::Light },
        Piece::Curve { from: (x, near), to: (right, y), radius: RADIUS, clockwise: (bottom > 0) == (right > 0) },
    ]
}

/// How many dashes, how strong, and whether level.
const fn dashes(glyph: char) -> Option<(i32, Weight, bool)> {
    Some(match glyph {
        '┄' => (3, Weight::Light, true),
        '┅' => (3, Weight::Heavy, true),
        '┆' => (3, Weight::Light, false),
        '┇' => (3, Weight::Heavy, false),
        '┈' => (4, Weight::Light, true),
        '┉' => (4, Weight::Heavy, true),
        '┊' => (4, Weight::Light, false),
        '┋' => (4, Weight::Heavy, false),
        '╌' => (2, Weight::Light, true),
        '╍' => (2, Weight::Heavy, true),
        '╎' => (2, Weight::Light, false),
        '╏' => (2, Weight::Heavy, false),
        _ => return None,
    })
}

/// The arms of a glyph to the right, down, left and up: 1 light, 2 heavy.
const fn arms(glyph: char) -> Option<[u8; 4]> {
    Some(match glyph {
        '─' => [1, 0, 1, 0],
        '━' => [2, 0, 2, 0],
        '│' => [0, 1, 0, 1],
        '┃' => [0, 2, 0, 2],
        '┌' => [1, 1, 0, 0],
        '┐' => [0, 1, 1, 0],
        '└' => [1, 0, 0, 1],
        '┘' => [0, 0, 1, 1],
        '├' => [1, 1, 0, 1],
        '┤' => [0, 1, 1, 1],
        '┬' => [1, 1, 1, 0],
        '┴' => [1, 0, 1, 1],
        '┼' => [1, 1, 1, 1],
        '┏' => [2, 2, 0, 0],
        '┓' => [0, 2, 2, 0],
        '┗' => [2, 0, 0, 2],
        '┛' => [0, 0, 2, 2],
        '┣' => [2, 2, 0, 2],
        '┫' => [0, 2, 2, 2],
        '┳' => [2, 2, 2, 0],
        '┻' => [2, 0, 2, 2],
        '╋' => [2, 2, 2, 2],
        '┝' => [2, 1, 0, 1],
        '┥' => [0, 1, 2, 1],
        '┯' => [2, 1, 2, 0],
        '┷' => [2, 0, 2, 1],
        '┿' => [2, 1, 2, 1],
        '┠' => [1, 2, 0, 2],
        '┨' => [0, 2, 1, 2],
        '┰' => [1, 2, 1, 0],
        '┸' => [1, 0, 1, 2],
        '╂' => [1, 2, 1, 2],
        '╴' => [0, 0, 1, 0],
        '╵' => [0, 0, 0, 1],
        '╶' => [1, 0, 0, 0],
        '╷' => [0, 1, 0, 0],
        '╸' => [0, 0, 2, 0],
        '╹' => [0, 0, 0, 2],
        '╺' => [2, 0, 0, 0],
        '╻' => [0, 2, 0, 0],
        _ => return None,
    })
}

/// Arms from the edges to the middle, and past it by half their width so that corners are whole.
fn joined([right, down, left, up]: [u8; 4]) -> Vec<Piece> {
    let (x, y) = MIDDLE;
    let weight = |arm| {
        if arm > 1 { Weight::Heavy } else { Weight::Light }
    };
    let past = |arm| weight(arm).width() / 2;
    let level = |from, to, arm| Piece::Level { y, from, to, weight: weight(arm) };
    let upright = |from, to, arm| Piece::Upright { x, from, to, weight: weight(arm) };
    let arms = [
        (left, level(0, x + past(left), left)),
        (right, level(x - past(right), WIDTH, right)),
        (up, upright(0, y + past(up), up)),
        (down, upright(y - past(down), HEIGHT, down)),
    ];
    arms.into_iter().filter(|(arm, _)| *arm > 0).map(|(_, shape)| shape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_reach_the_edges_of_their_cell_so_that_neighbours_join() {
        let reach = |glyph: char| {
            let mut edges = [false; 4];
            for shape in lines(glyph) {
                match shape {
                    Piece::Level { from, to, .. } => {
                        edges[0] |= to == WIDTH;
                        edges[2] |= from == 0;
                    }
                    Piece::Upright { from, to, .. } => {
                        edges[1] |= to == HEIGHT;
                        edges[3] |= from == 0;
                    }
                    Piece::Curve { to: (x, _), .. } => {
                        edges[0] |= x == WIDTH;
                        edges[2] |= x == 0;
                    }
                    Piece::Rect { .. } | Piece::Polygon(_) | Piece::Dot { .. } | Piece::Ring { .. } => {}
                }
            }
            edges.map(u8::from)
        };
        for (glyph, edges) in [
            ('─', [1, 0, 1, 0]),
            ('┃', [0, 1, 0, 1]),
            ('╭', [1, 1, 0, 0]),
            ('╮', [0, 1, 1, 0]),
            ('╯', [0, 0, 1, 1]),
            ('╰', [1, 0, 0, 1]),
            ('┤', [0, 1, 1, 1]),
            ('┼', [1, 1, 1, 1]),
        ] {
            assert_eq!(reach(glyph), edges, "{glyph}");
        }
    }
}
