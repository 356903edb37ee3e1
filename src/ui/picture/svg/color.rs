//! The colours of a drawn frame: what the terminal's own colours are, and what attributes make of them.

#![expect(clippy::unreadable_literal, reason = "colours are known by their six digits")]

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::ui::picture::ansi_index;
use crate::ui::theme::Rgb;

/// Which terminal is being drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SvgColors {
    /// Light text on a dark background.
    #[default]
    Dark,
    /// Dark text on a white background.
    Light,
}

/// Three parts of a colour and two of another, as a dim character looks.
fn dimmed(ink: Rgb, background: Rgb) -> Rgb {
    ink.with(background, |own, other| ((u16::from(own) * 3 + u16::from(other) * 2) / 5) as u8)
}

/// A terminal's foreground, background and sixteen colours.
struct Terminal {
    background: Rgb,
    foreground: Rgb,
    ansi: [u32; 16],
}

const DARK: Terminal = Terminal {
    background: Rgb::hex(0x101418),
    foreground: Rgb::hex(0xd5d9e0),
    ansi: [
        0x1b2026, 0xe06c6c, 0x7ec98a, 0xe0a44c, 0x5a8fe8, 0xc586d8, 0x45b5c4, 0xb9bec7, //
        0x6a717d, 0xff7b7b, 0xa8e7ad, 0xebe79f, 0xb2aef4, 0xf2afc7, 0x7fdbe6, 0xffffff,
    ],
};

const LIGHT: Terminal = Terminal {
    background: Rgb::hex(0xffffff),
    foreground: Rgb::hex(0x24272e),
    ansi: [
        0x24272e, 0xb3202c, 0x1d7433, 0xa85000, 0x1f56b8, 0x8a35a8, 0x00707c, 0x636874, //
        0x8a8f9c, 0xc01c28, 0x2a8a43, 0x746000, 0x4f49c4, 0xb02a66, 0x0b7f8c, 0x000000,
    ],
};

impl SvgColors {
    const fn terminal(self) -> &'static Terminal {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
        }
    }

    pub(super) const fn background(self) -> Rgb {
        self.terminal().background
    }

    /// The colour of a cell's glyph, and of the cell itself unless it is the terminal's own.
    pub(super) fn of(self, cell: &Cell) -> (Rgb, Option<Rgb>) {
        let terminal = self.terminal();
        let background = self.resolve(cell.bg);
        let behind = background.unwrap_or(terminal.background);
        let mut ink = self.resolve(cell.fg).unwrap_or(terminal.foreground);
        if cell.modifier.contains(Modifier::DIM) {
            ink = dimmed(ink, behind);
        }
        let (ink, behind) =
            if cell.modifier.contains(Modifier::REVERSED) { (behind, Some(ink)) } else { (ink, background) };
        if cell.modifier.contains(Modifier::HIDDEN) {
            return (behind.unwrap_or(terminal.background), behind);
        }
        (ink, behind)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "ratatui's colours that have a name")]
    fn resolve(self, color: Color) -> Option<Rgb> {
        let ansi = |index: u8| Rgb::hex(self.terminal().ansi[usize::from(index)]);
        match color {
            Color::Indexed(index @ 0..=15) => Some(ansi(index)),
            Color::Rgb(..) | Color::Indexed(_) => Rgb::fixed(color),
            named => ansi_index(named).map(ansi),
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn colors(style: Style) -> (Rgb, Option<Rgb>) {
        let mut cell = Cell::EMPTY;
        cell.set_style(style);
        SvgColors::Dark.of(&cell)
    }

    #[test]
    fn colours_are_those_of_a_terminal() {
        let plain = Style::new();
        assert_eq!(colors(plain), (DARK.foreground, None));
        assert_eq!(colors(plain.fg(Color::Rgb(1, 2, 3))).0, Rgb::hex(0x010203));
        assert_eq!(colors(plain.fg(Color::Indexed(208))).0, Rgb::hex(0xff8700));
        assert_eq!(colors(plain.bg(Color::Indexed(255))).1, Some(Rgb::hex(0xeeeeee)));
        assert_eq!(colors(plain.fg(Color::Indexed(5))), colors(plain.magenta()));
    }

    #[test]
    fn attributes_change_them_as_a_terminal_does() {
        let plain = Style::new();
        assert_eq!(colors(plain.reversed()), (DARK.background, Some(DARK.foreground)));
        assert_eq!(colors(plain.black().on_white().dim()).0, Rgb::hex(0x76797c));
        assert_eq!(colors(plain.hidden()).0, DARK.background);
    }
}
