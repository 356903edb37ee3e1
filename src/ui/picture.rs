//! A finished frame as a file: plain text, text with colours, or an SVG drawing. The same buffer
//! gives the same bytes every time.

mod text;

use ratatui::buffer::{Buffer, Cell, CellWidth as _};

pub use text::text;

/// A glyph, the column of the frame it begins at, and how many it takes.
#[derive(Debug, Clone, Copy)]
struct Placed<'a> {
    column: u16,
    columns: u16,
    cell: &'a Cell,
}

/// The glyphs of each row; the second half of a wide one is skipped, whatever its cell holds.
fn rows(buf: &Buffer) -> impl Iterator<Item = impl Iterator<Item = Placed<'_>>> {
    let width = usize::from(buf.area.width);
    buf.content.chunks(width.max(1)).map(move |cells| {
        let mut column = 0;
        std::iter::from_fn(move || {
            let cell = cells.get(column)?;
            let columns = usize::from(cell.cell_width()).clamp(1, cells.len() - column);
            let placed = Placed {
                column: column as u16,
                columns: columns as u16,
                cell,
            };
            column += columns;
            Some(placed)
        })
    })
}
