//! Glyphs that must meet their neighbours without a gap, as shapes inside a cell: box drawing,
//! blocks, shades, Braille, and the marks every font draws in another size.

use super::lines::lines;
use super::shape::{HEIGHT, MIDDLE, PIXEL, Piece, WIDTH};

/// The shapes of a glyph; none for a glyph that is left to the font.
pub(super) fn shapes(glyph: char) -> Vec<Piece> {
    match glyph {
        '\u{2801}'..='\u{28ff}' => braille(glyph as u32 - 0x2800),
        '\u{2580}'..='\u{259f}' => blocks(glyph),
        '\u{2500}'..='\u{257f}' => lines(glyph),
        _ => marks(glyph),
    }
}

fn braille(bits: u32) -> Vec<Piece> {
    const PLACES: [(i32, i32); 8] = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)];
    let step = WIDTH / 2;
    let dots = PLACES.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
    dots.map(|(_, &(column, row))| Piece::Dot {
        x: column * step + step / 2,
        y: row * step + step / 2,
        radius: PIXEL + PIXEL / 4,
    })
    .collect()
}

const fn rect(x: i32, y: i32, width: i32, height: i32) -> Piece {
    Piece::Rect { x, y, width, height, quarters: 4 }
}

fn blocks(glyph: char) -> Vec<Piece> {
    let eighths = |first: char| glyph as i32 - first as i32 + 1;
    let (half, middle) = (WIDTH / 2, HEIGHT / 2);
    let shade = |quarters| Piece::Rect { x: 0, y: 0, width: WIDTH, height: HEIGHT, quarters };
    match glyph {
        '▀' => vec![rect(0, 0, WIDTH, middle)],
        '▁'..='█' => {
            let height = HEIGHT / 8 * eighths('▁');
            vec![rect(0, HEIGHT - height, WIDTH, height)]
        }
        '▉'..='▏' => vec![rect(0, 0, WIDTH / 8 * (8 - eighths('▉')), HEIGHT)],
        '▐' => vec![rect(half, 0, half, HEIGHT)],
        '░' => vec![shade(1)],
        '▒' => vec![shade(2)],
        '▓' => vec![shade(3)],
        '▔' => vec![rect(0, 0, WIDTH, HEIGHT / 8)],
        '▕' => vec![rect(WIDTH / 8 * 7, 0, WIDTH / 8, HEIGHT)],
        _ => {
            let quadrants = [(0, 0), (half, 0), (0, middle), (half, middle)];
            let filled = quadrants.into_iter().zip(quadrants_of(glyph)).filter(|(_, filled)| *filled);
            filled.map(|((x, y), _)| rect(x, y, half, middle)).collect()
        }
    }
}

/// Upper left, upper right, lower left, lower right.
fn quadrants_of(glyph: char) -> [bool; 4] {
    let bits: u8 = match glyph {
        '▘' => 0b0001,
        '▝' => 0b0010,
        '▖' => 0b0100,
        '▗' => 0b1000,
        '▚' => 0b1001,
        '▞' => 0b0110,
        '▛' => 0b0111,
        '▜' => 0b1011,
        '▙' => 0b1101,
        _ => 0b1110,
    };
    std::array::from_fn(|bit| bits >> bit & 1 == 1)
}

/// Marks whose size and place differ from font to font.
fn marks(glyph: char) -> Vec<Piece> {
    let (x, y) = MIDDLE;
    let side = 3 * PIXEL;
    match glyph {
        '●' => vec![Piece::Dot { x, y, radius: side + PIXEL / 2 }],
        '○' => vec![Piece::Ring { x, y, radius: side }],
        '◆' => vec![Piece::Polygon([
            (x, y - side - PIXEL),
            (x + side + PIXEL, y),
            (x, y + side + PIXEL),
            (x - side - PIXEL, y),
        ])],
        '▸' => vec![triangle((x - side, y - side), (x + side, y), (x - side, y + side))],
        '◂' => vec![triangle((x + side, y - side), (x - side, y), (x + side, y + side))],
        '▴' => vec![triangle((x - side, y + side), (x, y - side), (x + side, y + side))],
        '▾' => vec![triangle((x - side, y - side), (x, y + side), (x + side, y - side))],
        '▮' => vec![rect(2 * PIXEL, 4 * PIXEL, 5 * PIXEL, 11 * PIXEL)],
        _ => Vec::new(),
    }
}

const fn triangle(a: (i32, i32), b: (i32, i32), c: (i32, i32)) -> Piece {
    Piece::Polygon([a, b, c, c])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_fill_their_eighths() {
        assert_eq!(shapes('▃'), [rect(0, HEIGHT / 8 * 5, WIDTH, HEIGHT / 8 * 3)]);
        assert_eq!(shapes('█'), [rect(0, 0, WIDTH, HEIGHT)]);
        assert_eq!(shapes('▌'), [rect(0, 0, WIDTH / 2, HEIGHT)]);
        assert_eq!(shapes('▏'), [rect(0, 0, WIDTH / 8, HEIGHT)]);
        assert_eq!(shapes('▟').len(), 3);
    }

    #[test]
    fn braille_dots_are_evenly_spaced_across_cells() {
        assert_eq!(shapes('⣿').len(), 8);
        let dot = |glyph| match shapes(glyph)[..] {
            [Piece::Dot { x, y, .. }] => (x, y),
            _ => panic!("{glyph} is one dot"),
        };
        let (left, right) = (dot('⠁'), dot('⠈'));
        assert_eq!(right.0 - left.0, WIDTH + left.0 - right.0);
        assert_eq!(dot('⢀').1 - dot('⠠').1, right.0 - left.0);
    }

    #[test]
    fn letters_are_left_to_the_font() {
        for glyph in "aσ×−年✓✗✧ ".chars() {
            assert_eq!(shapes(glyph), []);
        }
    }
}
