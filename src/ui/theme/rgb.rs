//! A true colour by its channels, as a style sheet writes it.

use std::fmt;

use ratatui::style::{Color, Style};

use crate::app::ColorDepth;

const BLACK: Rgb = Rgb(0, 0, 0);
const WHITE: Rgb = Rgb(255, 255, 255);

/// The contrast WCAG 2.2 asks of words.
const LEGIBLE: f64 = 4.5;
/// The same of lines and marks.
const VISIBLE: f64 = 3.0;

/// So many shades are tried on the way to black or white.
const STEPS: u8 = 50;

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
    #[cfg(test)]
    pub(super) fn brightness(self) -> u8 {
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

    /// How much light each channel is.
    #[expect(clippy::disallowed_methods, reason = "a ratio with slack needs no fixed bits")]
    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Relative luminance by WCAG 2.2.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Its hue in Oklab, in degrees.
    #[cfg(test)]
    pub(super) fn hue(self) -> f64 {
        let [_, a, b] = oklab(self.linear());
        b.atan2(a).to_degrees().rem_euclid(360.0)
    }

    /// How far apart two colours look in Oklab, where black and white are 1 apart, to eyes that see by this matrix.
    #[cfg(test)]
    pub(super) fn apart(self, other: Self, eyes: [[f64; 3]; 3]) -> f64 {
        let seen = |colour: Self| {
            let light = colour.linear();
            oklab(eyes.map(|row| row.iter().zip(light).map(|(part, light)| part * light).sum::<f64>().clamp(0.0, 1.0)))
        };
        seen(self).iter().zip(seen(other)).map(|(one, two)| (one - two) * (one - two)).sum::<f64>().sqrt()
    }

    /// How well one is told from the other by WCAG 2.2, from 1 to 21.
    pub(in crate::ui) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Whether white stands out on it more than black.
    pub(in crate::ui) fn is_dark(self) -> bool {
        self.contrast(WHITE) > self.contrast(BLACK)
    }

    /// The colour as far towards black or white as it takes to be read as words on this ground, as a terminal of this
    /// depth shows it.
    pub(in crate::ui) fn legible_on(self, ground: Self, depth: ColorDepth) -> Self {
        let is_legible = |hue: Self| {
            let shown = if depth == ColorDepth::Indexed { Self::fixed(hue.nearest()) } else { Some(hue) };
            shown.is_some_and(|hue| hue.contrast(ground) >= LEGIBLE)
        };
        self.until(ground.end(), is_legible)
    }

    /// The faintest shade of a ground that lines on it can be drawn in, also with 256 colours.
    pub(in crate::ui) fn seen_on(self) -> Self {
        self.until(self.end(), |hue| {
            let shown = [hue, self].map(|colour| Self::fixed(colour.nearest()).unwrap_or(colour));
            hue.contrast(self) >= VISIBLE && shown[0].contrast(shown[1]) >= VISIBLE
        })
    }

    /// White on what is dark, black on what is not.
    pub(in crate::ui) fn end(self) -> Self {
        if self.is_dark() { WHITE } else { BLACK }
    }

    /// The first colour on the way to another of which this holds.
    fn until(self, end: Self, is_enough: impl Fn(Self) -> bool) -> Self {
        let mut steps = (0..STEPS).map(|step| self.towards(end, f64::from(step) / f64::from(STEPS)));
        steps.find(|&hue| is_enough(hue)).unwrap_or(end)
    }

    /// What both make of each channel.
    #[must_use]
    pub fn with(self, other: Self, both: impl Fn(u8, u8) -> u8) -> Self {
        Self(both(self.0, other.0), both(self.1, other.1), both(self.2, other.2))
    }
}

/// The lightness, and how green to red and blue to yellow, of so much light.
#[cfg(test)]
fn oklab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let cone = |parts: [f64; 3]| (parts[0] * red + parts[1] * green + parts[2] * blue).cbrt();
    let l = cone([0.41222, 0.53633, 0.05144]);
    let m = cone([0.21190, 0.68069, 0.10739]);
    let s = cone([0.08830, 0.28171, 0.62997]);
    [
        0.21045 * l + 0.79362 * m - 0.00407 * s,
        1.97799 * l - 2.42859 * m + 0.45059 * s,
        0.02590 * l + 0.78277 * m - 0.80867 * s,
    ]
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(red, green, blue) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
#[expect(clippy::unreadable_literal, reason = "colours are known by their six digits")]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_measured_as_wcag_does() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((Rgb(0x77, 0x77, 0x77).contrast(WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn the_nearest_of_256_is_a_step_of_the_cube_or_a_grey() {
        for (color, index) in [(0xff8700, 208), (0x000000, 16), (0x101418, 233), (0x9aa1ad, 247)] {
            assert_eq!(Rgb::hex(color).nearest(), Color::Indexed(index));
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_and_another_moves_as_far_as_it_must() {
        let pink = Rgb::hex(0xec5fa4);
        assert_eq!(pink.legible_on(BLACK, ColorDepth::True), pink);
        let moved = pink.legible_on(Rgb::hex(0x3b4252), ColorDepth::True);
        assert!(moved.contrast(Rgb::hex(0x3b4252)) < 5.5, "{moved}");
    }
}
