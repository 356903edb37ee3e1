//! The hues behind the roles, one palette a theme. What a hue is used for is decided in `theme`.

#![expect(clippy::unreadable_literal, reason = "colours are known by their six digits")]

use ratatui::style::{Color, Modifier, Style};

use super::ThemeName;

/// The distinct looks of a theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    pub base: Style,
    pub text: Style,
    pub muted: Style,
    pub bright: Style,
    pub input: Style,
    pub weight: Style,
    pub bias: Style,
    pub sum: Style,
    pub activation: Style,
    pub plus: Style,
    pub minus: Style,
    pub curve: Style,
    pub notice: Style,
}

impl Palette {
    pub const fn of(name: ThemeName) -> Self {
        match name {
            ThemeName::Terminal => TERMINAL,
            ThemeName::Dark => DARK,
            ThemeName::Light => LIGHT,
            ThemeName::Contrast => CONTRAST,
            ThemeName::Mono => MONO,
        }
    }
}

const PLAIN: Style = Style::new();
const BOLD: Style = PLAIN.add_modifier(Modifier::BOLD);
const DIM: Style = PLAIN.add_modifier(Modifier::DIM);

/// A true colour written as in a style sheet: `hue(0xd18fe2)`.
const fn hue(rgb: u32) -> Style {
    PLAIN.fg(Color::Rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8))
}

/// Sixteen colours without 4 (blue, unreadable on black) and 8 (bright black, invisible in
/// Solarized); grey comes from the DIM attribute, which follows the terminal's own foreground.
const TERMINAL: Palette = Palette {
    base: PLAIN,
    text: PLAIN,
    muted: DIM,
    bright: BOLD,
    input: PLAIN.fg(Color::Magenta),
    weight: PLAIN.fg(Color::Green),
    bias: PLAIN.fg(Color::LightBlue),
    sum: PLAIN.fg(Color::LightMagenta),
    activation: PLAIN.fg(Color::LightYellow),
    plus: PLAIN.fg(Color::Cyan),
    minus: PLAIN.fg(Color::Yellow),
    curve: PLAIN.fg(Color::Cyan),
    notice: PLAIN.fg(Color::LightRed),
};

/// The post's own colours.
const DARK: Palette = Palette {
    base: hue(0xd0d4dc).bg(Color::Rgb(0x10, 0x14, 0x18)),
    text: hue(0xd0d4dc),
    muted: hue(0x8a8f9c),
    bright: hue(0xe8e8e8).add_modifier(Modifier::BOLD),
    input: hue(0xd18fe2),
    weight: hue(0xa8e7ad),
    bias: hue(0xb2aef4),
    sum: hue(0xf2afc7),
    activation: hue(0xebe79f),
    plus: hue(0x4aa8e0),
    minus: hue(0xf59322),
    curve: hue(0x00a0b0),
    notice: hue(0xff6b6b),
};

/// The same hues, deep enough to be read on white.
const LIGHT: Palette = Palette {
    base: hue(0x24272e).bg(Color::Rgb(0xfb, 0xfb, 0xf8)),
    text: hue(0x24272e),
    muted: hue(0x636874),
    bright: hue(0x000000).add_modifier(Modifier::BOLD),
    input: hue(0x8a35a8),
    weight: hue(0x1d7433),
    bias: hue(0x4f49c4),
    sum: hue(0xb02a66),
    activation: hue(0x746000),
    plus: hue(0x0b68a6),
    minus: hue(0xa85000),
    curve: hue(0x00707c),
    notice: hue(0xc01c28),
};

/// Nothing dim, nothing under 7 : 1, and a background of its own, for white on an unknown one
/// could vanish.
const CONTRAST: Palette = Palette {
    base: hue(0xffffff).bg(Color::Rgb(0, 0, 0)),
    text: hue(0xffffff),
    muted: hue(0xc4c4c4),
    bright: hue(0xffffff).add_modifier(Modifier::BOLD),
    input: hue(0xff9cff),
    weight: hue(0x7dff7d),
    bias: hue(0xb8b8ff),
    sum: hue(0xffa0c8),
    activation: hue(0xffff60),
    plus: hue(0x60d0ff),
    minus: hue(0xffb000),
    curve: hue(0x40f0e0),
    notice: hue(0xff8080).add_modifier(Modifier::BOLD),
};

/// Attributes alone: position, words and glyphs carry what hue carries elsewhere.
const MONO: Palette = Palette {
    base: PLAIN,
    text: PLAIN,
    muted: DIM,
    bright: BOLD,
    input: PLAIN,
    weight: PLAIN,
    bias: PLAIN,
    sum: PLAIN,
    activation: PLAIN,
    plus: BOLD,
    minus: PLAIN,
    curve: PLAIN,
    notice: BOLD,
};

#[cfg(test)]
mod tests {
    use super::*;

    impl Palette {
        fn hues(&self) -> [Style; 12] {
            [
                self.text,
                self.muted,
                self.bright,
                self.input,
                self.weight,
                self.bias,
                self.sum,
                self.activation,
                self.plus,
                self.minus,
                self.curve,
                self.notice,
            ]
        }
    }

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
        for (palette, background, least) in
            [(DARK, black, 4.5), (DARK, dark_grey, 4.5), (LIGHT, white, 4.5), (CONTRAST, black, 7.0)]
        {
            for style in palette.hues() {
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
