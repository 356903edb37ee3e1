//! Writing at places relative to an area, cut at its edges. Everything drawn by hand goes through it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::text;

/// Writes into one area of a buffer; places outside are ignored.
pub struct Pen<'a> {
    buf: &'a mut Buffer,
    area: Rect,
}

impl<'a> Pen<'a> {
    /// A pen for `area`, as far as the buffer has it.
    pub fn new(buf: &'a mut Buffer, area: Rect) -> Self {
        let area = area.intersection(buf.area);
        Self { buf, area }
    }

    /// Writes `text` from column `x` of row `y`, cut at the right edge without splitting a wide
    /// glyph, and returns the column after it.
    pub fn text(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        if x >= self.area.width || y >= self.area.height {
            return x.saturating_add(text::width(text) as u16);
        }
        let room = self.area.width - x;
        let end = self.buf.set_stringn(self.area.x + x, self.area.y + y, text, usize::from(room), style);
        end.0 - self.area.x
    }

    /// Writes `text` so that it ends at the right edge, less `margin` cells; returns where it begins.
    pub fn right(&mut self, y: u16, margin: u16, text: &str, style: Style) -> u16 {
        let width = text::width(text) as u16;
        let x = self.area.width.saturating_sub(width + margin);
        self.text(x, y, text, style);
        x
    }

    /// Writes `text` in the middle of row `y`.
    pub fn centred(&mut self, y: u16, text: &str, style: Style) {
        let width = text::width(text) as u16;
        self.text(self.area.width.saturating_sub(width) / 2, y, text, style);
    }

    /// Writes lines one below the other, from column `x` of row `y` on.
    pub fn lines(&mut self, x: u16, y: u16, lines: &[String], style: Style) {
        for (line, y) in lines.iter().zip(y..) {
            self.text(x, y, line, style);
        }
    }

    /// Writes a styled line from column `x` of row `y`.
    pub fn line(&mut self, x: u16, y: u16, line: &Line<'_>) {
        if x < self.area.width && y < self.area.height {
            let room = self.area.width - x;
            self.buf.set_line(self.area.x + x, self.area.y + y, line, room);
        }
    }

    /// Gives cells this style instead of their own; what stands in them stays.
    pub fn restyle(&mut self, x: u16, y: u16, width: u16, style: Style) {
        if x < self.area.width && y < self.area.height {
            let width = width.min(self.area.width - x);
            let area = Rect::new(self.area.x + x, self.area.y + y, width, 1);
            for position in area.positions() {
                self.buf[position].set_style(Style::reset()).set_style(style);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::picture;

    #[test]
    fn nothing_is_written_outside_the_area() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 2));
        let mut pen = Pen::new(&mut buf, Rect::new(2, 0, 4, 1));
        pen.text(1, 0, "abcdef", Style::new());
        pen.text(0, 1, "below", Style::new());
        pen.text(9, 0, "beside", Style::new());
        assert_eq!(picture::text(&buf), "   abc\n\n");
    }

    #[test]
    fn a_wide_glyph_is_never_split_at_the_edge() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 5, 1));
        Pen::new(&mut buf, Rect::new(0, 0, 5, 1)).text(0, 0, "年齢年", Style::new());
        assert_eq!(picture::text(&buf), "年齢\n");
    }
}
