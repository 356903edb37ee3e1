//! The last passes over a finished frame: what this terminal cannot show becomes what it can. Colours become the
//! nearest of the 256 that are the same in every terminal; glyphs become ASCII.

use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::ascii;
use super::theme::Rgb;
use crate::app::{ColorDepth, Settings};

/// Does what the user's terminal needs.
pub(super) fn fit(settings: &Settings, buf: &mut Buffer) {
    if settings.ascii {
        ascii::to_ascii(buf);
    }
    if settings.depth == ColorDepth::Indexed {
        to_indexed(buf);
    }
}

/// Replaces every true colour.
fn to_indexed(buf: &mut Buffer) {
    let is_true = |color: Color| matches!(color, Color::Rgb(..));
    let indexed = |color: Color| if is_true(color) { Rgb::of(color).nearest() } else { color };
    for cell in &mut buf.content {
        (cell.fg, cell.bg) = (indexed(cell.fg), indexed(cell.bg));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Stylize as _;
    use ratatui::text::Line;

    use super::*;

    #[test]
    fn true_colours_become_their_nearest_and_others_stay() {
        let mut buf = Buffer::with_lines([Line::from_iter([
            "a".fg(Color::Rgb(255, 135, 0)).bg(Color::Rgb(16, 20, 24)),
            "b".cyan(),
        ])]);
        to_indexed(&mut buf);
        assert_eq!((buf[(0, 0)].fg, buf[(0, 0)].bg), (Color::Indexed(208), Color::Indexed(233)));
        assert_eq!((buf[(1, 0)].fg, buf[(1, 0)].bg), (Color::Cyan, Color::Reset));
    }
}
