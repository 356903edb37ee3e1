//! How a field of numbers looks: two colours a cell in half blocks where the terminal has the
//! colours, else a ramp of shades. Knows no numbers but shares from 0 to 1.

#![expect(clippy::unreadable_literal, reason = "colours are known by their six digits")]

use ratatui::style::Color;

use super::rgb::Rgb;
use crate::app::ThemeName;

/// A way to draw a field of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heat {
    /// One number a cell, as ` ·░▒▓█`, where there is no hue to tell two sides apart.
    Shades,
    /// One number a cell, as shades in a hue: denser the surer, in the hue of its side.
    Hues,
    /// Two numbers a cell, one above the other, as the colours of `▀`.
    Blocks(Scales),
}

/// The colours of half blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scales {
    died: Rgb,
    even: Rgb,
    lived: Rgb,
    low: Rgb,
    high: Rgb,
    off: Rgb,
    on: Rgb,
}

const DARK: Scales = Scales {
    died: Rgb::hex(0xe08a28),
    even: Rgb::hex(0x33373f),
    lived: Rgb::hex(0x4aa8e0),
    low: Rgb::hex(0x12181c),
    high: Rgb::hex(0x2fb4c0),
    off: Rgb::hex(0x1b1b18),
    on: Rgb::hex(0xebe79f),
};

const LIGHT: Scales = Scales {
    died: Rgb::hex(0xe89a45),
    even: Rgb::hex(0xe9e9e6),
    lived: Rgb::hex(0x4f9fd4),
    low: Rgb::hex(0xf4f8f8),
    high: Rgb::hex(0x1f8390),
    off: Rgb::hex(0xf7f6ee),
    on: Rgb::hex(0x746000),
};

const CONTRAST: Scales = Scales {
    died: Rgb::hex(0xffb000),
    even: Rgb::hex(0x202020),
    lived: Rgb::hex(0x60d0ff),
    low: Rgb::hex(0x000000),
    high: Rgb::hex(0x40f0e0),
    off: Rgb::hex(0x000000),
    on: Rgb::hex(0xffff60),
};

/// How far from one half a p is drawn in full colour.
const FULL: f64 = 0.4;

impl Heat {
    pub(super) const fn of(name: ThemeName) -> Self {
        match name {
            ThemeName::Terminal => Self::Hues,
            ThemeName::Mono => Self::Shades,
            ThemeName::Dark => Self::Blocks(DARK),
            ThemeName::Light => Self::Blocks(LIGHT),
            ThemeName::Contrast => Self::Blocks(CONTRAST),
        }
    }

    /// How many numbers stand in a cell, one above the other.
    pub const fn per_cell(&self) -> u16 {
        match self {
            Self::Shades | Self::Hues => 1,
            Self::Blocks(_) => 2,
        }
    }
}

impl Scales {
    /// The colour of a probability: from *died* over grey at one half to *lived*.
    pub(in crate::ui) fn belief(&self, p: f64) -> Color {
        let away = ((p - 0.5) / FULL).clamp(-1.0, 1.0);
        let end = if away < 0.0 { self.died } else { self.lived };
        self.even.towards(end, away.abs()).color()
    }

    /// The colour of an activation by its share of the neuron's scale: from the ground to the hue
    /// activations have everywhere.
    pub fn activation(&self, share: f64) -> Color {
        self.off.towards(self.on, share.clamp(0.0, 1.0)).color()
    }

    /// The colour of a loss by its height, 0 at the bottom of the valley and 1 at the top.
    pub fn loss(&self, height: f64) -> Color {
        self.low.towards(self.high, height.clamp(0.0, 1.0)).color()
    }
}

/// How much darker the line along a band's lower edge is, as a share of its colour.
const CONTOUR: f64 = 0.22;

impl Scales {
    /// The colour of the line where a band of this height begins.
    pub(in crate::ui) fn contour(&self, height: f64) -> Color {
        Rgb::of(self.loss(height)).towards(Rgb(0, 0, 0), CONTOUR).color()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_neuron_that_is_fully_on_has_the_hue_of_activations() {
        for (name, scales) in [(ThemeName::Dark, DARK), (ThemeName::Light, LIGHT), (ThemeName::Contrast, CONTRAST)] {
            let theme = crate::ui::theme::Theme::of(name);
            assert_eq!(Some(scales.activation(1.0)), theme.activation.fg);
            assert_ne!(scales.activation(0.5), scales.loss(0.5));
        }
    }

    #[test]
    fn one_half_is_grey_and_certainty_has_the_hue_of_its_side() {
        for scales in [DARK, LIGHT, CONTRAST] {
            assert_eq!(scales.belief(0.5), scales.even.towards(scales.even, 0.0).color());
            assert_eq!(scales.belief(0.0), scales.died.towards(scales.died, 0.0).color());
            assert_eq!(scales.belief(1.0), scales.lived.towards(scales.lived, 0.0).color());
            assert_ne!(scales.belief(0.45), scales.belief(0.55));
        }
    }
}
