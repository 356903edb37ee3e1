//! A frame as plain text: what a screen reader or a test wants.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

use super::rows;

/// The frame line by line, blanks at line ends left out, each line ended by `\n`.
pub fn text(buf: &Buffer) -> String {
    let mut out = String::new();
    for row in rows(buf) {
        let line: String = row.map(|placed| if is_colour(placed.cell) { " " } else { placed.cell.symbol() }).collect();
        out.push_str(line.trim_end_matches(' '));
        out.push('\n');
    }
    out
}

/// Whether a cell is nothing but two colours: a piece of a map, of which text holds what is drawn over it.
fn is_colour(cell: &Cell) -> bool {
    cell.symbol() == "▀" && [cell.fg, cell.bg].into_iter().all(|color| matches!(color, Color::Indexed(_)))
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn a_wide_glyph_takes_two_cells_and_one_place_in_the_text() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 2));
        buf.set_string(0, 0, "年齢 22", Style::new());
        buf.set_string(0, 1, "|", Style::new());
        assert_eq!(text(&buf), "年齢 22\n|\n");
    }

    #[test]
    fn an_empty_frame_is_an_empty_text() {
        assert_eq!(text(&Buffer::empty(Rect::ZERO)), "");
        assert_eq!(text(&Buffer::empty(Rect::new(0, 0, 3, 2))), "\n\n");
    }
}
