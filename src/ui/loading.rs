//! The screen while a large list is read: which one, how far it is, and what the keys do meanwhile.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Gauge, Widget as _};

use super::layout::RectExt as _;
use super::theme::Theme;
use super::widgets::frame::Frame;
use super::widgets::popup;
use super::{last_pass, text};
use crate::app::Settings;
use crate::explain::numbers;
use crate::explain::words::loading as words;

/// How far the reading of a list is.
#[derive(Debug, Clone, Copy)]
pub struct Loading<'a> {
    /// The file, escaped.
    pub name: &'a str,
    /// Rows read.
    pub rows: usize,
    /// Bytes read.
    pub bytes: u64,
    /// Bytes there are; nobody knows of a pipe.
    pub of: Option<u64>,
}

/// Cells of the box, and its rows.
const SIZE: (u16, u16) = (72, 8);

/// Draws how far the reading is into an area of a buffer.
pub fn loading(settings: &Settings, loading: Loading<'_>, area: Rect, buf: &mut Buffer) {
    let theme = Theme::for_settings(settings);
    buf.set_style(area, theme.base);
    let frame = Frame::new(&theme, settings.say(words::TITLE));
    let inside = frame.draw_over(popup::centered(area, SIZE.0, SIZE.1), buf).inset();
    let share = loading.of.map(|of| if of == 0 { 1.0 } else { (loading.bytes as f64 / of as f64).min(1.0) });
    Line::styled(text::cut(loading.name, inside.width.into()), theme.text).render(inside.row(0), buf);
    Line::styled(so_far(settings, loading), theme.muted).render(inside.row(1), buf);
    if let Some(share) = share {
        let gauge_of = Gauge::default().ratio(share).gauge_style(theme.activation).use_unicode(!settings.ascii);
        gauge_of.label(Span::styled(format!("{:.0} %", share * 100.0), theme.text)).render(inside.row(2), buf);
    }
    for (at, key, word) in [(4, "Esc", words::ESC), (5, "q", words::QUIT)] {
        let key = Span::styled(format!("{key:<5}"), theme.key);
        Line::from_iter([key, Span::styled(settings.say(word), theme.key_hint)]).render(inside.row(at), buf);
    }
    last_pass::fit(settings, buf);
}

fn so_far(settings: &Settings, loading: Loading<'_>) -> String {
    let megabytes = |bytes: u64| numbers::decimal(bytes as f64 / 1e6, 1);
    let (rows, bytes) = (numbers::whole(loading.rows), megabytes(loading.bytes));
    match loading.of {
        Some(of) => settings.fill(words::SO_FAR_OF, &[rows, bytes, megabytes(of)]),
        None => settings.fill(words::SO_FAR, &[rows, bytes]),
    }
}
