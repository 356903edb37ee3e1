//! How a field of numbers looks: two colours a cell in half blocks where the terminal has the
//! colours, else a ramp of shades. Knows no numbers but shares from 0 to 1.

#![expect(clippy::unreadable_literal, reason = "colours are known by their six digits")]

use super::rgb::Rgb;
use crate::app::ThemeName;

/// What the numbers of a field are, which decides their colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ramp {
    /// Probabilities of having lived.
    Belief,
    /// Heights of a loss, 0 the lowest on the map and 1 the highest.
    Loss,
    /// Activations of a neuron, as shares of its scale.
    Activation,
}

/// A way to draw a field of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heat {
    /// One number a cell, as ` ·░▒▓█`, where there is no hue to tell two sides apart.
    Shades,
    /// Two sides as shades in the terminal's own hues, denser the surer; heights as lines alone.
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
    off: Rgb,
    on: Rgb,
}

/// From dark and low to bright and high, as even to the eye as to the number, also to one that sees fewer hues and
/// on grey paper: nine colours of viridis (matplotlib, by S. van der Walt and N. Smith, CC0).
const HEIGHTS: [Rgb; 9] = [
    Rgb::hex(0x440154),
    Rgb::hex(0x472d7b),
    Rgb::hex(0x3b528b),
    Rgb::hex(0x2c728e),
    Rgb::hex(0x21918c),
    Rgb::hex(0x28ae80),
    Rgb::hex(0x5ec962),
    Rgb::hex(0xaddc30),
    Rgb::hex(0xfde725),
];

/// The colour of a height, in as many steps as an eye tells apart.
fn height(share: f64) -> Rgb {
    const STEPS: f64 = 63.0;
    let place = (share.clamp(0.0, 1.0) * STEPS).round() / STEPS * (HEIGHTS.len() - 1) as f64;
    let below = (place as usize).min(HEIGHTS.len() - 2);
    HEIGHTS[below].towards(HEIGHTS[below + 1], place - below as f64)
}

const DARK: Scales = Scales {
    died: Rgb::hex(0xf59322),
    even: Rgb::hex(0x33373f),
    lived: Rgb::hex(0x58a6ff),
    off: Rgb::hex(0x1b1b18),
    on: Rgb::hex(0xebe79f),
};

const LIGHT: Scales = Scales {
    died: Rgb::hex(0xe08c3c),
    even: Rgb::hex(0xe9e9e6),
    lived: Rgb::hex(0x4a90d9),
    off: Rgb::hex(0xf7f6ee),
    on: Rgb::hex(0x6b5900),
};

const CONTRAST: Scales = Scales {
    died: Rgb::hex(0xffb000),
    even: Rgb::hex(0x202020),
    lived: Rgb::hex(0x78bcff),
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
    pub const fn per_cell(&self, ramp: Ramp) -> u16 {
        match (self, ramp) {
            (Self::Shades, _) | (Self::Hues, Ramp::Belief | Ramp::Activation) => 1,
            (Self::Hues, Ramp::Loss) | (Self::Blocks(_), _) => 2,
        }
    }

    /// The colour of a number, where it has one.
    pub fn color(&self, ramp: Ramp, share: f64) -> Option<Rgb> {
        match (self, ramp) {
            (Self::Shades | Self::Hues, _) => None,
            (Self::Blocks(_), Ramp::Loss) => Some(height(share)),
            (Self::Blocks(scales), Ramp::Belief) => Some(scales.belief(share)),
            (Self::Blocks(scales), Ramp::Activation) => Some(scales.activation(share)),
        }
    }
}

impl Scales {
    /// The colour of a probability: from *died* over grey at one half to *lived*.
    fn belief(&self, p: f64) -> Rgb {
        let away = ((p - 0.5) / FULL).clamp(-1.0, 1.0);
        let end = if away < 0.0 { self.died } else { self.lived };
        self.even.towards(end, away.abs())
    }

    /// The colour of an activation by its share of the neuron's scale: from the ground to the hue
    /// activations have everywhere.
    fn activation(&self, share: f64) -> Rgb {
        self.off.towards(self.on, share.clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_neuron_that_is_fully_on_has_the_hue_of_activations() {
        for (name, scales) in [(ThemeName::Dark, DARK), (ThemeName::Light, LIGHT), (ThemeName::Contrast, CONTRAST)] {
            let theme = crate::ui::theme::Theme::of(name);
            assert_eq!(Some(scales.activation(1.0).color()), theme.activation.fg);
            assert_ne!(scales.activation(0.5), height(0.5));
        }
    }

    #[test]
    fn one_half_is_grey_and_certainty_has_the_hue_of_its_side() {
        for scales in [DARK, LIGHT, CONTRAST] {
            assert_eq!(scales.belief(0.5), scales.even);
            assert_eq!(scales.belief(0.0), scales.died);
            assert_eq!(scales.belief(1.0), scales.lived);
            assert_ne!(scales.belief(0.45), scales.belief(0.55));
        }
    }

    #[test]
    fn heights_are_told_apart_and_the_higher_is_the_brighter() {
        let colors: Vec<Rgb> = (0..=32).map(|step| height(f64::from(step) / 32.0)).collect();
        assert!(colors.windows(2).all(|pair| pair[0] != pair[1] && pair[0].brightness() < pair[1].brightness()));
        assert_eq!((colors[0], colors[32]), (HEIGHTS[0], HEIGHTS[8]));
        assert_eq!(height(f64::INFINITY), HEIGHTS[8]);
    }
}
