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
