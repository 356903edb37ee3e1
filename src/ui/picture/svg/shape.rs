//! The shapes that glyphs are drawn with, and the cell they stand in.

/// Units to a pixel: eighths make every block and dot fall on whole numbers.
pub(super) const PIXEL: i32 = 8;
/// Width of a cell, in units.
pub(super) const WIDTH: i32 = 9 * PIXEL;
/// Height of a cell, in units: dots of Braille are as far apart down as across.
pub(super) const HEIGHT: i32 = 18 * PIXEL;

/// The middle of a cell, where lines run: in the middle of a pixel, so that they are sharp.
pub(super) const MIDDLE: (i32, i32) = (WIDTH / 2, HEIGHT / 2 + PIXEL / 2);
/// How strong a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Light,
    Heavy,
}

impl Weight {
    /// Its width in units.
    pub const fn width(self) -> i32 {
        match self {
            Self::Light => PIXEL,
            Self::Heavy => 2 * PIXEL + PIXEL / 2,
        }
    }
}

/// One shape, placed from the upper left corner of its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// A level line.
    Level { y: i32, from: i32, to: i32, weight: Weight },
    /// An upright line.
    Upright { x: i32, from: i32, to: i32, weight: Weight },
    /// A quarter of a circle, or a straight line where the radius is 0.
    Curve { from: (i32, i32), to: (i32, i32), radius: i32, clockwise: bool },
    /// A filled rectangle; `quarters` of its colour, 4 for all.
    Rect { x: i32, y: i32, width: i32, height: i32, quarters: u8 },
    /// A filled polygon of up to four corners.
    Polygon([(i32, i32); 4]),
    /// A round dot.
    Dot { x: i32, y: i32, radius: i32 },
    /// A circle.
    Ring { x: i32, y: i32, radius: i32 },
}
