//! The hues behind the roles, one palette a theme. What a hue is used for is decided in `theme`.

#![expect(clippy::unreadable_literal, reason = "colours are known by their six digits")]

use ratatui::style::{Color, Modifier, Style};

use crate::app::ThemeName;

/// Makes the palettes of a table: a row a hue, a column a theme.
macro_rules! palettes {
    ($($hue:ident: $terminal:expr, $dark:expr, $light:expr, $contrast:expr, $mono:expr;)+) => {
        /// The distinct looks of a theme.
        #[derive(Debug, Clone, Copy)]
        pub(super) struct Palette {
            $(pub $hue: Style,)+
        }

        impl Palette {
            pub const fn of(name: ThemeName) -> Self {
                match name {
                    // Sixteen colours without 4 (blue, unreadable on black) and 8 (bright black, invisible in
                    // Solarized); grey comes from the DIM attribute, which follows the terminal's own foreground.
                    ThemeName::Terminal => Self { $($hue: $terminal),+ },
                    // The post's own colours.
                    ThemeName::Dark => Self { $($hue: $dark),+ },
                    // The same hues, deep enough to be read on white.
                    ThemeName::Light => Self { $($hue: $light),+ },
                    // Nothing dim, nothing under 7 : 1, and a background of its own, for white on an unknown one
                    // could vanish.
                    ThemeName::Contrast => Self { $($hue: $contrast),+ },
                    // Attributes alone: position, words and glyphs carry what hue carries elsewhere.
                    ThemeName::Mono => Self { $($hue: $mono),+ },
                }
            }

            #[cfg(test)]
            fn hues(&self) -> Vec<Style> {
                vec![$(self.$hue),+]
            }
        }
    };
}

palettes! {
    base: PLAIN, hue(0xd0d4dc).bg(DARK), hue(0x24272e).bg(LIGHT), hue(0xffffff).bg(Color::Rgb(0, 0, 0)), PLAIN;
    text: PLAIN, hue(0xd0d4dc), hue(0x24272e), hue(0xffffff), PLAIN;
    muted: DIM, hue(0x8a8f9c), hue(0x636874), hue(0xc4c4c4), DIM;
    bright: BOLD, bold(0xe8e8e8), bold(0x000000), bold(0xffffff), BOLD;
    input: PLAIN.fg(Color::Magenta), hue(0xd18fe2), hue(0x8a35a8), hue(0xff9cff), PLAIN;
    weight: PLAIN.fg(Color::Green), hue(0xa8e7ad), hue(0x1d7433), hue(0x7dff7d), PLAIN;
    bias: PLAIN.fg(Color::LightBlue), hue(0xb2aef4), hue(0x4f49c4), hue(0xb8b8ff), PLAIN;
    sum: PLAIN.fg(Color::LightMagenta), hue(0xf2afc7), hue(0xb02a66), hue(0xffa0c8), PLAIN;
    activation: PLAIN.fg(Color::LightYellow), hue(0xebe79f), hue(0x746000), hue(0xffff60), PLAIN;
    plus: PLAIN.fg(Color::Cyan), hue(0x4aa8e0), hue(0x0b68a6), hue(0x60d0ff), BOLD;
    minus: PLAIN.fg(Color::Yellow), hue(0xf59322), hue(0xa85000), hue(0xffb000), PLAIN;
    curve: PLAIN.fg(Color::Cyan), hue(0x00a0b0), hue(0x00707c), hue(0x40f0e0), PLAIN;
    notice: PLAIN.fg(Color::LightRed), hue(0xff6b6b), hue(0xc01c28), bold(0xff8080), BOLD;
}

const PLAIN: Style = Style::new();
const BOLD: Style = PLAIN.add_modifier(Modifier::BOLD);
const DIM: Style = PLAIN.add_modifier(Modifier::DIM);

/// The grounds of the two themes with colours of their own.
const DARK: Color = Color::Rgb(0x10, 0x14, 0x18);
const LIGHT: Color = Color::Rgb(0xfb, 0xfb, 0xf8);

/// A true colour written as in a style sheet: `hue(0xd18fe2)`.
const fn hue(rgb: u32) -> Style {
    PLAIN.fg(Color::Rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8))
}

const fn bold(rgb: u32) -> Style {
    hue(rgb).add_modifier(Modifier::BOLD)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance by WCAG 2.2.
    #[expect(clippy::disallowed_methods, reason = "a ratio with slack needs no fixed bits")]
    fn luminance(color: Color) -> f64 {
        let Color::Rgb(red, green, blue) = color else { panic!("{color} is no true colour") };
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_hue_can_be_read_on_the_background_it_is_for() {
        let (black, white) = (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255));
        let dark_grey = Color::Rgb(0x1e, 0x1e, 0x1e);
        for (palette, background, least) in [
            (ThemeName::Dark, black, 4.5),
            (ThemeName::Dark, dark_grey, 4.5),
            (ThemeName::Light, white, 4.5),
            (ThemeName::Contrast, black, 7.0),
        ] {
            for style in Palette::of(palette).hues() {
                let color = style.fg.expect("true-colour themes name every hue");
                let ratio = contrast(color, background);
                assert!(ratio >= least, "{color} on {background}: {ratio:.2} < {least}");
            }
        }
    }

    #[test]
    fn contrast_is_measured_as_wcag_does() {
        let (black, white) = (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255));
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
        assert!((contrast(Color::Rgb(0x77, 0x77, 0x77), white) - 4.48).abs() < 0.01);
    }
}
