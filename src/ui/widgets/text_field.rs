//! A line of text with its cursor, scrolled so that the cursor is always seen. Edits nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::ui::text;

/// Stands at an end beyond which there is more text; one cell.
const MORE: &str = "…";

/// One line being typed, or shown while something else has the keys.
#[derive(Debug, Clone, Copy)]
pub(in crate::ui) struct TextFieldView<'a> {
    before: &'a str,
    after: &'a str,
    style: Style,
    cursor_style: Option<Style>,
}

impl<'a> TextFieldView<'a> {
    /// The text, and how many of its bytes stand before the cursor.
    pub fn new(text: &'a str, cursor: usize, style: Style) -> Self {
        let (before, after) = text.split_at_checked(cursor).unwrap_or((text, ""));
        Self { before, after, style, cursor_style: None }
    }

    /// Shows the cursor, as a cell in this (reverse) style.
    #[must_use]
    pub const fn cursor(mut self, style: Style) -> Self {
        self.cursor_style = Some(style);
        self
    }
}

impl Widget for TextFieldView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let mut glyphs: Vec<_> = text::graphemes(self.before).collect();
        let at = glyphs.len();
        glyphs.extend(text::graphemes(self.after));
        if glyphs.len() == at {
            // Behind the last glyph the cursor stands on a blank, which needs a cell as well.
            glyphs.push((" ", 1));
        }
        let start = first_shown(&glyphs, at, area.width.into());
        let mut rest: usize = glyphs[start..].iter().map(|(_, cells)| cells).sum();
        let mut x = area.x;
        if start > 0 && usize::from(area.width) > glyphs[at].1 {
            x = buf.set_stringn(x, area.y, MORE, 1, self.style).0;
        }
        for (index, &(glyph, cells)) in glyphs.iter().enumerate().skip(start) {
            let room = usize::from(area.right() - x);
            let mark = usize::from(rest > room && index != at);
            if cells + mark > room {
                buf.set_stringn(x, area.y, MORE, room, self.style);
                break;
            }
            let style = self.cursor_style.filter(|_| index == at);
            let style = style.map_or(self.style, |cursor| self.style.patch(cursor));
            x = buf.set_stringn(x, area.y, glyph, room, style).0;
            rest -= cells;
        }
    }
}

/// The first glyph to draw, so that the one at the cursor and the marks of what is cut fit.
fn first_shown(glyphs: &[(&str, usize)], at: usize, cells: usize) -> usize {
    let mut taken = usize::from(at + 1 < glyphs.len());
    let mut first = at;
    // From the cursor back, and no further than there is room: a pasted text may be very long.
    for start in (0..=at).rev() {
        taken += glyphs[start].1;
        if taken > cells {
            break;
        }
        if taken + usize::from(start > 0) <= cells {
            first = start;
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;
    use crate::ui::picture;

    const CURSOR: Style = Style::new().add_modifier(Modifier::REVERSED);

    /// The drawn field, and the columns that show the cursor.
    fn drawn(text: &str, cursor: usize, width: u16) -> (String, Vec<u16>) {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        TextFieldView::new(text, cursor, Style::new()).cursor(CURSOR).render(buf.area, &mut buf);
        let reversed = |&x: &u16| buf[(x, 0)].modifier.contains(Modifier::REVERSED);
        (picture::text(&buf).trim_end_matches('\n').to_owned(), (0..width).filter(reversed).collect())
    }

    fn shows(text: &str, cursor: usize, width: u16) -> (String, u16) {
        let (text, columns) = drawn(text, cursor, width);
        (text, columns[0])
    }

    #[test]
    fn a_short_text_stands_still_and_the_cursor_walks_over_it() {
        assert_eq!(shows("age>60", 6, 10), ("age>60".to_owned(), 6));
        assert_eq!(shows("age>60", 0, 10), ("age>60".to_owned(), 0));
        assert_eq!(shows("age>60", 5, 6), ("age>60".to_owned(), 5));
        assert_eq!(shows("", 0, 3), (String::new(), 0));
    }

    #[test]
    fn a_long_text_scrolls_under_the_cursor_and_marks_what_is_cut() {
        assert_eq!(shows("age>60 sex=f", 12, 8), ("… sex=f".to_owned(), 7));
        assert_eq!(shows("age>60 sex=f", 0, 8), ("age>60 …".to_owned(), 0));
        assert_eq!(shows("age>60 sex=f", 8, 8), ("…>60 se…".to_owned(), 6));
    }

    #[test]
    fn wide_glyphs_are_scrolled_whole() {
        assert_eq!(shows("乗客名簿", 12, 6), ("…名簿".to_owned(), 5));
        assert_eq!(shows("乗客名簿", 0, 5), ("乗客…".to_owned(), 0));
        assert_eq!(shows("乗客名簿", 3, 4), ("…客…".to_owned(), 1));
    }

    #[test]
    fn the_cursor_is_seen_at_every_width_and_place() {
        for (cursor, _) in "aé乗客b".char_indices() {
            for width in 2..12 {
                assert_eq!(drawn("aé乗客b", cursor, width).1.len(), 1, "{cursor} in {width}");
            }
            drawn("aé乗客b", cursor, 0);
            drawn("aé乗客b", cursor, 1);
        }
    }

    #[test]
    fn without_the_keys_there_is_no_cursor() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 5, 1));
        TextFieldView::new("age", 3, Style::new()).render(buf.area, &mut buf);
        assert_eq!(buf, Buffer::with_lines(["age  "]));
    }
}
