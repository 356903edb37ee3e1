//! Words into cells: what ratatui's `Line` and `Span` write, at a fraction of the cost for what is mostly written. They
//! look every glyph up in tables and style a row cell by cell once more for each thing that it is part of.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;

use super::layout::RectExt as _;
use super::text;

/// Writes a line into the first row of an area, on its side; gives back what is left of the row.
pub(super) fn line(line: &Line<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let row = area.row(0).intersection(buf.area);
    let free = || usize::from(row.width).checked_sub(text::line_width(line));
    let before = match line.alignment {
        None | Some(Alignment::Left) => Some(0),
        Some(Alignment::Center) => free().map(|free| free / 2),
        Some(Alignment::Right) => free(),
    };
    let Some(before) = before else {
        // Only its middle or its end can be seen.
        line.render(row, buf);
        return row.from(row.width);
    };
    if line.style != Style::new() {
        buf.set_style(row, line.style);
    }
    line.spans.iter().fold(row.from(before as u16), |row, part| span(part, row, buf))
}

/// Writes a span at the beginning of a row; gives back what is left of the row.
pub(super) fn span(span: &Span<'_>, row: Rect, buf: &mut Buffer) -> Rect {
    let row = row.intersection(buf.area);
    let Some(glyphs) = text::singles(&span.content) else {
        span.render(row, buf);
        return row.from(u16::try_from(text::width(&span.content)).unwrap_or(u16::MAX));
    };
    let mut written = 0;
    for (cell, glyph) in cells(row, buf).iter_mut().zip(glyphs) {
        cell.set_char(glyph).set_style(span.style);
        written += 1;
    }
    row.from(written)
}

/// The cells of a row of a buffer.
pub(super) fn cells(row: Rect, buf: &mut Buffer) -> &mut [Cell] {
    if row.is_empty() {
        return &mut [];
    }
    let first = buf.index_of(row.x, row.y);
    &mut buf.content[first..][..row.width.into()]
}
