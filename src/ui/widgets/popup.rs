//! A place over a screen: in the middle, and empty to the last half of a glyph.

use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The middle of an area, as large as asked or as there is room.
pub(in crate::ui) fn centered(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// Empties the area down to the base style.
///
/// A wide glyph just left of it reaches into it by one cell and goes too; ratatui's `Clear` leaves
/// it, and terminals then draw it over the popup's border.
pub fn clear(area: Rect, base: Style, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        if area.width > 0 && area.left() > buf.area.left() {
            let before = &mut buf[(area.left() - 1, y)];
            if before.cell_width() > 1 {
                before.set_symbol(" ");
            }
        }
        // The second half of a glyph that begins inside has no look of its own.
        let cut = area.width > 0 && area.right() < buf.area.right() && buf[(area.right() - 1, y)].cell_width() > 1;
        for x in area.left()..area.right() + u16::from(cut) {
            buf[(x, y)].reset();
            buf[(x, y)].set_style(base);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_popup_stands_in_the_middle_and_never_leaves_the_screen() {
        let screen = Rect::new(0, 0, 80, 24);
        assert_eq!(centered(screen, 78, 21), Rect::new(1, 1, 78, 21));
        assert_eq!(centered(screen, 200, 3), Rect::new(0, 10, 80, 3));
        assert_eq!(centered(Rect::ZERO, 10, 10), Rect::ZERO);
    }
}
