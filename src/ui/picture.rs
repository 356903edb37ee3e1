//! A finished frame as a file: plain text, text with colours, or an SVG drawing. The same buffer
//! gives the same bytes every time.

mod ansi;
mod svg;
mod text;

use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::style::Color;

pub use ansi::ansi;
pub use svg::{SvgColors, film, svg};
pub use text::text;

/// A glyph, the column of the frame it begins at, and how many it takes.
#[derive(Debug, Clone, Copy)]
struct Placed<'a> {
    column: u16,
    columns: u16,
    cell: &'a Cell,
}

impl Placed<'_> {
    fn is_blank(&self) -> bool {
        self.cell.symbol() == " "
    }
}

/// The place of a colour among the terminal's sixteen.
const fn ansi_index(color: Color) -> Option<u8> {
    Some(match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}

/// The glyphs of each row; the second half of a wide one is skipped, whatever its cell holds.
fn rows(buf: &Buffer) -> impl Iterator<Item = impl Iterator<Item = Placed<'_>>> {
    let width = usize::from(buf.area.width);
    buf.content.chunks(width.max(1)).map(move |cells| {
        let mut column = 0;
        std::iter::from_fn(move || {
            let cell = cells.get(column)?;
            let columns = usize::from(cell.cell_width()).clamp(1, cells.len() - column);
            let placed = Placed { column: column as u16, columns: columns as u16, cell };
            column += columns;
            Some(placed)
        })
    })
}
