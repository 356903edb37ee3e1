//! A stretch of an axis in one row of a table, with marks on it: an interval and the number inside it.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// What is before a stretch, how it begins, goes on and ends.
pub(super) type RailGlyphs = [&'static str; 4];

/// A stretch that is one line.
pub(in crate::ui) const PLAIN: RailGlyphs = [" ", "─", "─", "─"];

/// A stretch whose ends are to be read.
pub(in crate::ui) const ENDED: RailGlyphs = [" ", "├", "─", "┤"];

/// A bar with such a stretch around its end.
pub(in crate::ui) const BARRED: RailGlyphs = ["━", "├", "─", "┤"];

/// So many cells with a stretch from one of them to another, and marks over it, later ones over earlier.
pub(in crate::ui) fn rail(
    cells: u16,
    [from, to]: [u16; 2],
    stroke: RailGlyphs,
    style: Style,
    marks: &[(u16, &'static str, Style)],
) -> Line<'static> {
    let cell = |x: u16| match marks.iter().rev().find(|(at, ..)| *at == x) {
        Some(&(_, glyph, style)) => Span::styled(glyph, style),
        None if x > to => Span::raw(" "),
        None if x < from => Span::styled(stroke[0], style),
        None if x == from => Span::styled(stroke[1], style),
        None => Span::styled(stroke[2 + usize::from(x == to)], style),
    };
    (0..cells).map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_on_the_stretch_and_the_last_one_is_seen() {
        let mark = |at, glyph| (at, glyph, Style::new());
        let line = rail(9, [1, 6], ENDED, Style::new(), &[mark(3, "○"), mark(3, "●"), mark(8, "┃")]);
        assert_eq!(line.to_string(), " ├─●──┤ ┃");
        assert_eq!(rail(3, [1, 1], ENDED, Style::new(), &[]).to_string(), " ├ ");
    }
}
