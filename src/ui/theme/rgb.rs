//! A true colour by its channels, as a style sheet writes it.

use std::fmt;

use ratatui::style::{Color, Style};

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// A colour known by its six digits.
    pub(in crate::ui) const fn hex(digits: u32) -> Self {
        Self((digits >> 16) as u8, (digits >> 8) as u8, digits as u8)
    }

    /// A true colour; black for any other.
    pub const fn of(color: Color) -> Self {
        if let Color::Rgb(red, green, blue) = color { Self(red, green, blue) } else { Self(0, 0, 0) }
    }

    /// A colour that is the same on every terminal, true or beyond the first sixteen of 256; none for their own.
    #[expect(clippy::wildcard_enum_match_arm, reason = "ratatui's colours that have a name")]
    pub(in crate::ui) const fn fixed(color: Color) -> Option<Self> {
        match color {
            Color::Rgb(red, green, blue) => Some(Self(red, green, blue)),
            Color::Indexed(index @ 16..=231) => {
                const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
                let cube = (index - 16) as usize;
                Some(Self(LEVELS[cube / 36], LEVELS[cube / 6 % 6], LEVELS[cube % 6]))
            }
            Color::Indexed(index @ 232..) => {
                let grey = 8 + 10 * (index - 232);
                Some(Self(grey, grey, grey))
            }
            _ => None,
        }
    }

    /// The colour most like it among those of 256 that are the same on every terminal.
    pub(in crate::ui) fn nearest(self) -> Color {
        let Self(red, green, blue) = self;
        let level = |part: u8| if part < 48 { 0 } else { (part.max(75) - 35) / 40 };
        let cube = 16 + 36 * level(red) + 6 * level(green) + level(blue);
        let mean = ((u16::from(red) + u16::from(green) + u16::from(blue)) / 3) as u8;
        let grey = 232 + (mean.saturating_sub(3) / 10).min(23);
        let distance = |index: &u8| {
            let Self(red, green, blue) = Self::fixed(Color::Indexed(*index)).unwrap_or(self).with(self, u8::abs_diff);
            [red, green, blue].map(|part| u32::from(part).pow(2)).iter().sum::<u32>()
        };
        Color::Indexed(if distance(&grey) < distance(&cube) { grey } else { cube })
    }

    /// How bright it looks, from 0 to 255.
    pub(in crate::ui) fn brightness(self) -> u8 {
        let Self(red, green, blue) = self;
        ((299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue)) / 1000) as u8
    }

    /// The foreground of a style of a true-colour theme; black where it names none.
    pub(in crate::ui) const fn ink(style: Style) -> Self {
        match style.fg {
            Some(color) => Self::of(color),
            None => Self(0, 0, 0),
        }
    }

    /// As the terminal is told it.
    pub const fn color(self) -> Color {
        Color::Rgb(self.0, self.1, self.2)
    }

    /// So much of the way to another colour.
    #[must_use]
    pub(in crate::ui) fn towards(self, other: Self, share: f64) -> Self {
        self.with(other, |from, to| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8)
    }

    /// What both make of each channel.
    #[must_use]
    pub fn with(self, other: Self, both: impl Fn(u8, u8) -> u8) -> Self {
        Self(both(self.0, other.0), both(self.1, other.1), both(self.2, other.2))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(red, green, blue) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}
