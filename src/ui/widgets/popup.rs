//! A frame over a screen: finds its place, and clears what is under it to the last half of a glyph.

use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget as _;

use super::panel::Panel;

/// The middle of an area, as large as asked or as there is room.
pub fn centered(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// Clears the area and frames it; gives back what is left for the content.
pub fn draw(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    clear(area, panel.theme().base, buf);
    panel.render(area, buf);
    Panel::inner(area.intersection(buf.area))
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
        for x in area.left()..area.right() {
            buf[(x, y)].reset();
            buf[(x, y)].set_style(base);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::picture;
    use crate::ui::theme::{Theme, ThemeName};

    fn japanese_screen(width: u16, height: u16) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        for y in 0..height {
            buf.set_string(0, y, "乗客名簿乗客名簿", Style::new());
        }
        buf
    }

    #[test]
    fn a_popup_cuts_no_glyph_in_half_on_either_side() {
        let mut buf = japanese_screen(16, 3);
        let theme = Theme::of(ThemeName::Terminal);
        let inner = draw(&Panel::new(&theme, "w"), Rect::new(3, 0, 8, 3), &mut buf);
        assert_eq!(inner, Rect::new(4, 1, 6, 1));
        assert_eq!(
            picture::text(&buf),
            "乗 ╭─ w ──╮ 名簿\n\
             乗 │      │ 名簿\n\
             乗 ╰──────╯ 名簿\n"
        );
    }

    #[test]
    fn a_popup_stands_in_the_middle_and_never_leaves_the_screen() {
        let screen = Rect::new(0, 0, 80, 24);
        assert_eq!(centered(screen, 78, 21), Rect::new(1, 1, 78, 21));
        assert_eq!(centered(screen, 200, 3), Rect::new(0, 10, 80, 3));
        assert_eq!(centered(Rect::ZERO, 10, 10), Rect::ZERO);
    }

    #[test]
    fn nothing_is_drawn_outside_the_screen() {
        let theme = Theme::of(ThemeName::Dark);
        for width in 0..12 {
            for x in 0..12 {
                let mut buf = japanese_screen(8, 4);
                draw(&Panel::new(&theme, "w"), Rect::new(x, x, width, width), &mut buf);
            }
        }
    }
}
