//! The hues behind the roles. What a hue is used for is decided in `theme`, and so is which palette is shown.

#![expect(clippy::unreadable_literal, reason = "colours are known by their six digits")]

use ratatui::style::{Color, Modifier, Style};

use super::rgb::Rgb;
use crate::app::ColorDepth;

/// Makes the palettes of a table: a row a hue, a column a look.
macro_rules! palettes {
    ($($hue:ident: $plain:expr, $on_dark:expr, $on_light:expr, $dark:expr, $light:expr, $contrast:expr;)+) => {
        /// The distinct looks of a theme.
        #[derive(Debug, Clone, Copy)]
        pub(super) struct Palette {
            $(pub $hue: Style,)+
        }

        impl Palette {
            /// Attributes alone, which can be read on any ground: position, words and marks carry what hue carries
            /// elsewhere.
            pub const PLAIN: Self = Self { $($hue: $plain),+ };
            /// Those of the terminal's sixteen colours that can be read on every ground that is called dark.
            pub const ON_DARK: Self = Self { $($hue: $on_dark),+ };
            /// And on every ground that is called light.
            pub const ON_LIGHT: Self = Self { $($hue: $on_light),+ };
            /// The post's own colours, and those of what it has none for.
            pub const DARK: Self = Self { $($hue: $dark),+ };
            /// The same hues, deep enough to be read on white.
            pub const LIGHT: Self = Self { $($hue: $light),+ };
            /// Nothing under 7 : 1.
            pub const CONTRAST: Self = Self { $($hue: $contrast),+ };

            /// These hues on a ground that is not painted: as far towards black or white as it takes to read them there.
            #[must_use]
            pub fn over(self, ground: Rgb, depth: ColorDepth) -> Self {
                let over = |style: Style| match style.fg {
                    Some(hue) => style.fg(Rgb::of(hue).legible_on(ground, depth).color()),
                    None => style,
                };
                let hues = Self { $($hue: over(self.$hue)),+ };
                Self { base: hues.text, ..hues }
            }

            #[cfg(test)]
            pub fn hues(&self) -> Vec<(&'static str, Style)> {
                vec![$((stringify!($hue), self.$hue)),+]
            }
        }
    };
}

palettes! {
    base: PLAIN, PLAIN, PLAIN, hue(0xd0d4dc).bg(DARK), hue(0x24272e).bg(LIGHT), hue(0xffffff).bg(Color::Rgb(0, 0, 0));
    text: PLAIN, PLAIN, PLAIN, hue(0xd0d4dc), hue(0x24272e), hue(0xffffff);
    frame: DIM, DIM, DIM, hue(0x9aa1ad), hue(0x5c616d), hue(0xc4c4c4);
    muted: PLAIN, PLAIN, PLAIN, hue(0x9aa1ad), hue(0x5c616d), hue(0xc4c4c4);
    bright: BOLD, BOLD, BOLD, bold(0xf2f4f7), bold(0x000000), bold(0xffffff);
    accent: BOLD, BOLD, BOLD, bold(0x66e3d0), bold(0x0c6960), bold(0x5cf3e1);
    input: PLAIN, PLAIN, PLAIN, hue(0xd18fe2), hue(0x8a35a8), hue(0xe0a0ff);
    weight: PLAIN, PLAIN, PLAIN, hue(0xa8e7ad), hue(0x2d6a1c), hue(0xc0ffb0);
    bias: PLAIN, PLAIN, PLAIN, hue(0xb2aef4), hue(0x4f49c4), hue(0xb8b8ff);
    sum: PLAIN, PLAIN, PLAIN, hue(0xf2afc7), hue(0x8f3b5f), hue(0xffc8dc);
    activation: PLAIN, PLAIN, PLAIN, hue(0xebe79f), hue(0x6b5900), hue(0xffff60);
    lived: BOLD, PLAIN.fg(Color::Green), BOLD.fg(Color::Magenta), hue(0x58a6ff), hue(0x0b5cad), hue(0x78bcff);
    died: PLAIN, PLAIN, PLAIN, hue(0xf59322), hue(0x9c4600), hue(0xffb000);
    plus: BOLD, BOLD, BOLD, hue(0x4fdc92), hue(0x00602f), hue(0x50f0a0);
    minus: PLAIN, PLAIN, PLAIN, hue(0xe5559f), hue(0xc81f80), hue(0xff7cc0);
    train: PLAIN, PLAIN.fg(Color::Cyan), PLAIN, hue(0x4ac2e3), hue(0x006b88), hue(0x70dbfe);
    test: PLAIN, PLAIN, PLAIN, hue(0xc8d84a), hue(0x525c00), hue(0xd8f060);
    notice: BOLD, BOLD, BOLD, bold(0xff6b6b), bold(0xb3141e), bold(0xff7373);
}

/// As bright as it is, also over what is dim.
const PLAIN: Style = Style::new().remove_modifier(Modifier::DIM);
const BOLD: Style = PLAIN.add_modifier(Modifier::BOLD);
/// How much fainter a terminal makes it is its own affair: for lines that part what can be told apart without.
const DIM: Style = Style::new().add_modifier(Modifier::DIM);

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

    /// Palettes as they are published: the terminal, its text, its ground, its sixteen colours.
    #[rustfmt::skip]
    const PUBLISHED: [(&str, u32, u32, [u32; 16]); 9] = [
        ("xterm, black", 0xffffff, 0x000000, XTERM),
        ("xterm, white", 0x000000, 0xffffff, XTERM),
        ("macOS Basic", 0x000000, 0xffffff, [
            0x000000, 0x990000, 0x00a600, 0x999900, 0x0000b2, 0xb200b2, 0x00a6b2, 0xbfbfbf,
            0x666666, 0xe50000, 0x00d900, 0xe5e500, 0x0000ff, 0xe500e5, 0x00e5e5, 0xe5e5e5,
        ]),
        ("Windows Terminal, Campbell", 0xcccccc, 0x0c0c0c, [
            0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc,
            0x767676, 0xe74856, 0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2,
        ]),
        ("Windows Terminal, One Half Light", 0x383a42, 0xfafafa, [
            0x383a42, 0xe45649, 0x50a14f, 0xc18301, 0x0184bc, 0xa626a4, 0x0997b3, 0xfafafa,
            0x4f525d, 0xdf6c75, 0x98c379, 0xe4c07a, 0x61afef, 0xc577dd, 0x56b5c1, 0xffffff,
        ]),
        ("Solarized Dark", 0x839496, 0x002b36, SOLARIZED),
        ("Solarized Light", 0x657b83, 0xfdf6e3, SOLARIZED),
        ("GNOME, dark", 0xd0cfcc, 0x171421, GNOME),
        ("GNOME, light", 0x171421, 0xffffff, GNOME),
    ];

    #[rustfmt::skip]
    const XTERM: [u32; 16] = [
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    ];

    #[rustfmt::skip]
    const SOLARIZED: [u32; 16] = [
        0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5,
        0x002b36, 0xcb4b16, 0x586e75, 0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3,
    ];

    #[rustfmt::skip]
    const GNOME: [u32; 16] = [
        0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3, 0xd0cfcc,
        0x5e5c64, 0xf66151, 0x33d17a, 0xe9ad0c, 0x2a7bde, 0xc061cb, 0x33c7de, 0xffffff,
    ];

    /// What WCAG 2.2 asks of words, and so of every hue: all of them are numbers or words somewhere.
    const WORDS: f64 = 4.5;

    fn among_256(color: Rgb) -> Rgb {
        Rgb::fixed(color.nearest()).expect("one of the fixed colours")
    }

    fn ansi(colors: &[u32; 16], color: Color) -> Rgb {
        let names = [
            Color::Black,
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
            Color::Gray,
            Color::DarkGray,
            Color::LightRed,
            Color::LightGreen,
            Color::LightYellow,
            Color::LightBlue,
            Color::LightMagenta,
            Color::LightCyan,
            Color::White,
        ];
        let place = names.iter().position(|&name| name == color);
        Rgb::hex(colors[place.unwrap_or_else(|| panic!("{color} is none of the sixteen"))])
    }

    /// Where a palette's own words are fainter than [`WORDS`], as Solarized's on white, a hue may be as faint as they.
    #[test]
    fn the_sixteen_can_be_read_in_every_published_palette() {
        for (name, text, ground, colors) in PUBLISHED {
            let ground = Rgb::hex(ground);
            let least = WORDS.min(Rgb::hex(text).contrast(ground));
            let palette = if ground.is_dark() { Palette::ON_DARK } else { Palette::ON_LIGHT };
            for (hue, style) in palette.hues() {
                let Some(color) = style.fg else { continue };
                let ratio = ansi(&colors, color).contrast(ground);
                assert!(ratio >= least, "{hue} in {name}: {ratio:.2} < {least:.2}");
            }
        }
    }

    #[test]
    fn true_hues_can_be_read_on_every_ground_also_among_256() {
        let greys = (0..=255).step_by(5).map(|grey| Rgb(grey, grey, grey));
        for ground in PUBLISHED.iter().map(|&(_, _, ground, _)| Rgb::hex(ground)).chain(greys) {
            let palette = if ground.is_dark() { Palette::DARK } else { Palette::LIGHT };
            for depth in [ColorDepth::True, ColorDepth::Indexed] {
                for (hue, style) in palette.over(ground, depth).hues() {
                    let color = Rgb::ink(style);
                    let shown = if depth == ColorDepth::True { color } else { among_256(color) };
                    let ratio = shown.contrast(ground);
                    assert!(ratio >= WORDS, "{hue} on {ground}: {shown} {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn painted_hues_can_be_read_on_their_own_ground_also_among_256() {
        for (palette, least) in [(Palette::DARK, WORDS), (Palette::LIGHT, WORDS), (Palette::CONTRAST, 7.0)] {
            let ground = Rgb::of(palette.base.bg.expect("a ground of its own"));
            for (hue, style) in palette.hues() {
                let color = Rgb::ink(style);
                let ratio = color.contrast(ground).min(among_256(color).contrast(among_256(ground)));
                assert!(ratio >= least, "{hue}: {color} {ratio:.2}");
            }
        }
    }

    /// The hues that stand beside each other on curves, frames and lists; those of a network's parts are paler, and each
    /// has its place in the diagram.
    #[test]
    fn what_means_something_else_has_another_hue() {
        const LEAST: f64 = 22.0;
        for palette in [Palette::DARK, Palette::LIGHT, Palette::CONTRAST] {
            let Palette { accent, lived, died, plus, minus, train, test, notice, .. } = palette;
            let hues = [accent, lived, died, plus, minus, train, test, notice].map(Rgb::ink);
            for (place, hue) in hues.iter().enumerate() {
                for other in &hues[place + 1..] {
                    let apart = (hue.hue() - other.hue()).abs();
                    assert!(apart.min(360.0 - apart) >= LEAST, "{hue} and {other}: {apart:.0} degrees");
                }
            }
        }
    }

    #[test]
    fn attributes_alone_name_no_colour() {
        assert!(Palette::PLAIN.hues().iter().all(|(_, style)| style.fg.is_none() && style.bg.is_none()));
    }
}
