//! A place over a screen: in the middle, and empty to the last half of a glyph.

use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use crate::ui::theme::Rgb;

/// The middle of an area, as large as asked or as there is room.
pub(in crate::ui) fn centered(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// Makes room for a popup: what it would cut in half goes, down to the blank before and after it.
pub(in crate::ui) fn make_room(area: Rect, base: Style, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        let is_word = |x: u16, buf: &Buffer| is_of_word(&buf[(x, y)]);
        if area.left() > buf.area.left() && area.width > 0 && is_word(area.left(), buf) {
            let cut = (buf.area.left()..area.left()).rev().take_while(|&x| is_word(x, buf)).count() as u16;
            blank(Rect::new(area.left() - cut, y, cut, 1), buf);
        }
        if area.right() < buf.area.right() && area.width > 0 && is_word(area.right() - 1, buf) {
            let cut = (area.right()..buf.area.right()).take_while(|&x| is_word(x, buf)).count() as u16;
            blank(Rect::new(area.right(), y, cut, 1), buf);
        }
    }
    clear(area, base, buf);
}

/// Whether a cell is a piece of a word or a number: no blank, no line, no picture, and no glyph that is whole by
/// itself.
fn is_of_word(cell: &Cell) -> bool {
    let is_drawn = |glyph: char| ('\u{2500}'..='\u{28ff}').contains(&glyph) || glyph.is_whitespace();
    cell.cell_width() == 1 && !cell.symbol().chars().all(is_drawn)
}

/// Takes the words out of cells and leaves their look.
fn blank(area: Rect, buf: &mut Buffer) {
    for at in area.positions() {
        buf[at].set_symbol(" ");
    }
}

/// Lets cells step back, behind what is about to lie over them or beside what matters: half of the way to the ground
/// where that is known, else dim; nothing in them is bold or reversed.
pub(in crate::ui) fn step_back(cells: impl Iterator<Item = Position>, ground: Option<Rgb>, buf: &mut Buffer) {
    let back = |color: Color| Some(Rgb::fixed(color)?.towards(ground?, 0.5).color());
    for at in cells {
        let Some(cell) = buf.cell_mut(at) else { continue };
        match back(cell.fg) {
            Some(color) => cell.fg = color,
            None => cell.modifier.insert(Modifier::DIM),
        }
        cell.bg = back(cell.bg).unwrap_or(cell.bg);
        cell.modifier.remove(Modifier::BOLD | Modifier::REVERSED);
    }
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
    use ratatui::style::Stylize as _;

    use super::*;

    #[test]
    fn no_word_is_cut_in_half_and_lines_and_pictures_stay() {
        let mut buf = Buffer::with_lines(["one two three", "│ a─────── 12", "▀▀▀▀▀▀▀▀▀▀▀▀▀"]);
        make_room(Rect::new(6, 0, 4, 3), Style::new(), &mut buf);
        assert_eq!(buf, Buffer::with_lines(["one          ", "│ a───     12", "▀▀▀▀▀▀    ▀▀▀"]));
    }

    #[test]
    fn what_lies_beneath_steps_back() {
        let mut buf = Buffer::with_lines(["ab".fg(Color::Rgb(200, 100, 0)).bold(), "cd".reversed()]);
        step_back(buf.area.positions(), Some(Rgb(0, 0, 0)), &mut buf);
        assert_eq!((buf[(0, 0)].fg, buf[(0, 0)].modifier), (Color::Rgb(100, 50, 0), Modifier::empty()));
        assert_eq!(buf[(0, 1)].modifier, Modifier::DIM);
    }

    #[test]
    fn a_popup_stands_in_the_middle_and_never_leaves_the_screen() {
        let screen = Rect::new(0, 0, 80, 24);
        assert_eq!(centered(screen, 78, 21), Rect::new(1, 1, 78, 21));
        assert_eq!(centered(screen, 200, 3), Rect::new(0, 10, 80, 3));
        assert_eq!(centered(Rect::ZERO, 10, 10), Rect::ZERO);
    }
}
