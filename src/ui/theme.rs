//! What a thing on the screen means, and how it looks for that: the one place that turns roles into
//! styles. Widgets never name a colour, and no two roles share a hue by accident.

mod heat;
mod palette;
mod rgb;

use ratatui::style::{Color, Modifier, Style};

pub use crate::app::ThemeName;
use crate::app::{ColorDepth, Ground, Settings};
pub(super) use heat::{Heat, Ramp};
use palette::Palette;
pub use rgb::Rgb;

/// Makes a theme of its roles, each with what it means and its look in a palette.
macro_rules! roles {
    (|$palette:ident| $($(#[$doc:meta])+ $role:ident: $look:expr,)+) => {
        /// A style for each role; the colours carry the meaning they have in the post.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Theme {
            $($(#[$doc])+ pub $role: Style,)+
            /// How a field of numbers is drawn.
            pub heat: Heat,
            /// What is written on, where that is known.
            pub(super) ground: Option<Rgb>,
        }

        impl Theme {
            const fn from_palette($palette: Palette, heat: Heat) -> Self {
                let ground = match $palette.base.bg {
                    Some(ground) => Some(Rgb::of(ground)),
                    None => None,
                };
                Self { $($role: $look,)+ heat, ground }
            }

            #[cfg(test)]
            fn roles(&self) -> Vec<(&'static str, Style)> {
                vec![$((stringify!($role), self.$role)),+]
            }
        }
    };
}

roles! { |palette|
    /// Under everything, laid over the whole frame first.
    base: palette.base,
    /// Ordinary words and numbers.
    text: palette.text,
    /// Words that must not compete: explanations, units, what does not apply.
    muted: palette.muted,
    /// Column heads and section heads inside a panel.
    heading: palette.muted,
    /// The frame of a panel, where nothing is read.
    border: palette.frame,
    /// The frame of the panel that has the keys.
    border_focus: palette.accent,
    /// The title in a frame.
    title: palette.text,
    /// The title of the panel that has the keys.
    title_focus: palette.accent,
    /// A screen one could go to.
    tab: palette.text,
    /// The screen one is on.
    tab_active: reversed(palette.bright, palette.base),
    /// *Who*: the row of the chosen passenger, or the line of a form that is in focus.
    cursor: reversed(palette.text, palette.base),
    /// *Where*: the weight or neuron pointed at, and the character under the cursor of a text field.
    pointer: reversed(palette.bright, palette.base),
    /// *When*: the line through every time axis.
    now: palette.text,
    /// A value that enters the network.
    input: palette.input,
    /// What a weight is.
    weight: palette.weight,
    /// What a bias is.
    bias: palette.bias,
    /// A weighted sum, z.
    sum: palette.sum,
    /// What an activation function makes of z.
    activation: palette.activation,
    /// Lived, or is said to have.
    lived: palette.lived,
    /// Died, or is said to have.
    died: palette.died,
    /// Greater than nothing: pushes the sum up; became right.
    plus: palette.plus,
    /// Less than nothing: pushes the sum down; became wrong.
    minus: palette.minus,
    /// Nothing: neither sign.
    zero: palette.muted,
    /// A judgement that was right, which is no news.
    right: palette.muted,
    /// A judgement that was wrong, which is.
    wrong: palette.notice,
    /// The curve of a function.
    curve: palette.activation,
    /// Measured on the training rows (drawn solid).
    train: palette.train,
    /// Measured on the test rows (drawn dashed).
    test: palette.test,
    /// Lines to compare with: baselines, the axis at zero, guides.
    reference: palette.muted,
    /// The present point of a curve or map, and the what-if person.
    here: palette.bright,
    /// Something the reader should know now; always begins with `!`.
    notice: palette.notice,
    /// What the user changed and what only waits so far.
    waiting: palette.bright,
    /// A key in the hint line.
    key: palette.accent,
    /// What that key does.
    key_hint: palette.muted,
}

impl Theme {
    /// What a product or sum does: the hue of its sign, and that of nothing where there is none, or none yet.
    pub fn push(&self, value: Option<f64>) -> Style {
        match value {
            Some(value) if value > 0.0 => self.plus,
            Some(value) if value < 0.0 => self.minus,
            _ => self.zero,
        }
    }

    /// The styles of a theme by its name alone: the terminal's own sixteen are taken to stand on a dark ground.
    pub const fn of(name: ThemeName) -> Self {
        let palette = match name {
            ThemeName::Terminal => Palette::ON_DARK,
            ThemeName::Mono => Palette::PLAIN,
            ThemeName::Dark => Palette::DARK,
            ThemeName::Light => Palette::LIGHT,
            ThemeName::Contrast => Palette::CONTRAST,
        };
        Self::from_palette(palette, Heat::of(name))
    }

    /// The theme for what the user chose and what the terminal can show.
    pub(super) fn for_settings(settings: &Settings) -> Self {
        let mut theme = match (settings.theme, settings.ground, settings.depth) {
            (ThemeName::Terminal, Ground::Color([red, green, blue]), depth) => Self::over(Rgb(red, green, blue), depth),
            // Only what brings its ground can be read on one that nobody tells.
            (ThemeName::Terminal, Ground::Silent, ColorDepth::Indexed | ColorDepth::True) => Self::of(ThemeName::Dark),
            (ThemeName::Terminal, Ground::Unknown | Ground::Silent, _) => Self::of(ThemeName::Mono),
            // A colour that a terminal does not have may come out as any.
            (ThemeName::Light, _, ColorDepth::Sixteen) => Self::painted(&Palette::ON_LIGHT, Color::White, Color::Black),
            (ThemeName::Dark | ThemeName::Contrast, _, ColorDepth::Sixteen) => {
                Self::painted(&Palette::ON_DARK, Color::Black, Color::White)
            }
            (name, ..) => Self::of(name),
        };
        if settings.ascii {
            theme.heat = Heat::Shades;
        }
        theme
    }

    /// The theme of a name among sixteen colours, on a ground of its own.
    fn painted(palette: &Palette, ground: Color, ink: Color) -> Self {
        let painted = Palette { base: Style::new().fg(ink).bg(ground), ..*palette };
        Self { ground: None, ..Self::from_palette(painted, Heat::Hues) }
    }

    /// The theme for a terminal's own ground.
    fn over(ground: Rgb, depth: ColorDepth) -> Self {
        let (palette, heat) = match (depth, ground.is_dark()) {
            (ColorDepth::Sixteen, true) => (Palette::ON_DARK, Heat::Hues),
            (ColorDepth::Sixteen, false) => (Palette::ON_LIGHT, Heat::Hues),
            (ColorDepth::Indexed | ColorDepth::True, true) => {
                (Palette::DARK.over(ground, depth), Heat::of(ThemeName::Dark))
            }
            (ColorDepth::Indexed | ColorDepth::True, false) => {
                (Palette::LIGHT.over(ground, depth), Heat::of(ThemeName::Light))
            }
        };
        Self { ground: Some(ground), ..Self::from_palette(palette, heat) }
    }
}

/// Reverse in one colour: laid over cells of many hues it makes one calm stripe of them. What stands on it has
/// the theme's background for a colour, not the terminal's, which may be as dark as the stripe.
const fn reversed(style: Style, base: Style) -> Style {
    let ink = match style.fg {
        Some(color) => color,
        None => Color::Reset,
    };
    let style = match base.bg {
        Some(ground) => style.bg(ground),
        None => style,
    };
    style.fg(ink).add_modifier(Modifier::REVERSED)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL_GROUNDS: [Ground; 4] = [Ground::Unknown, Ground::Silent, Ground::Color([0; 3]), Ground::Color([255; 3])];

    fn terminal(ground: Ground, depth: ColorDepth) -> Theme {
        Theme::for_settings(&Settings { ground, depth, ..Settings::default() })
    }

    #[test]
    fn the_terminal_theme_colours_only_what_it_knows_the_ground_of() {
        for depth in [ColorDepth::Sixteen, ColorDepth::Indexed, ColorDepth::True] {
            assert_eq!(terminal(Ground::Unknown, depth), Theme::of(ThemeName::Mono), "{depth:?}");
        }
        assert_eq!(terminal(Ground::Silent, ColorDepth::Sixteen), Theme::of(ThemeName::Mono));
        assert_eq!(terminal(Ground::Silent, ColorDepth::Indexed), Theme::of(ThemeName::Dark));
        let on = |ground| terminal(Ground::Color(ground), ColorDepth::True);
        assert_eq!(on([0x10, 0x14, 0x18]).lived, Theme::of(ThemeName::Dark).lived);
        assert_eq!(on([0xfd, 0xf6, 0xe3]).lived, Theme::of(ThemeName::Light).lived);
        assert_eq!(on([0; 3]).base.bg, None);
    }

    #[test]
    fn a_terminal_of_sixteen_colours_is_told_none_of_the_others() {
        for &theme in <ThemeName as strum::VariantArray>::VARIANTS {
            let theme = Theme::for_settings(&Settings { theme, ..Settings::default() });
            let is_own = |color: Option<Color>| !matches!(color, Some(Color::Rgb(..) | Color::Indexed(_)));
            for (role, style) in theme.roles() {
                assert!(is_own(style.fg) && is_own(style.bg), "{role}: {style:?}");
            }
        }
    }

    #[test]
    fn sixteen_colours_are_the_terminals_own() {
        for ground in ALL_GROUNDS {
            for (_, style) in terminal(ground, ColorDepth::Sixteen).roles() {
                assert_eq!(style.bg, None, "{ground:?}");
                assert!(!matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_))), "{ground:?}");
            }
        }
    }

    #[test]
    fn mono_has_no_colour_at_all() {
        for (_, style) in Theme::of(ThemeName::Mono).roles() {
            assert!(matches!(style.fg, None | Some(Color::Reset)));
            assert_eq!(style.bg, None);
        }
    }

    /// Terminals make it as faint as they like, and words behind it may be anything.
    #[test]
    fn nothing_that_is_read_is_dim_even_over_what_is() {
        for &name in ThemeName::ALL {
            for (role, style) in Theme::of(name).roles() {
                let over = Style::new().add_modifier(Modifier::DIM).patch(style);
                assert!(!over.add_modifier.contains(Modifier::DIM) || role == "border", "{role} in {name:?}");
            }
        }
    }

    #[test]
    fn themes_of_the_terminals_own_colours_paint_no_background() {
        for &name in ThemeName::ALL {
            let painted = Theme::of(name).roles().iter().any(|(_, style)| style.bg.is_some());
            let own = matches!(name, ThemeName::Terminal | ThemeName::Mono);
            assert_eq!(painted, !own, "{name:?}");
        }
    }

    #[test]
    fn the_cursor_and_the_pointer_are_reverse_in_every_theme() {
        for &name in ThemeName::ALL {
            let theme = Theme::of(name);
            for style in [theme.cursor, theme.pointer, theme.tab_active] {
                assert!(style.add_modifier.contains(Modifier::REVERSED), "{name:?}");
            }
        }
    }

    /// Dark on dark, the selected passenger could not be read.
    #[test]
    fn what_stands_on_the_cursor_has_the_colour_of_the_themes_own_ground() {
        for &name in ThemeName::ALL {
            let theme = Theme::of(name);
            for style in [theme.cursor, theme.pointer, theme.tab_active] {
                assert_eq!(style.bg, theme.base.bg, "{name:?}");
            }
        }
    }

    #[test]
    fn a_row_of_many_hues_is_one_stripe_under_the_cursor() {
        for &name in ThemeName::ALL {
            let theme = Theme::of(name);
            let over = |style: Style| style.patch(theme.cursor);
            assert_eq!(over(theme.died).fg, over(theme.lived).fg, "{name:?}");
        }
    }

    #[test]
    fn focus_lived_and_notice_stand_out_in_every_theme() {
        for &name in ThemeName::ALL {
            let theme = Theme::of(name);
            assert_ne!(theme.border, theme.border_focus, "{name:?}");
            assert_ne!(theme.title, theme.title_focus, "{name:?}");
            assert_ne!(theme.lived, theme.died, "{name:?}");
            assert_ne!(theme.plus, theme.minus, "{name:?}");
            assert_ne!(theme.notice, theme.text, "{name:?}");
            assert_ne!(theme.right, theme.wrong, "{name:?}");
        }
    }

    /// Eyes without one kind of cones, by the matrices of Machado, Oliveira and Fernandes (2009) at full severity.
    const EYES: [(&str, [[f64; 3]; 3]); 4] = [
        ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "no long ones",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "no middle ones",
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
        ),
        (
            "no short ones",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    /// One man in twelve sees red and green as one: what differs in meaning must differ to him too.
    #[test]
    fn what_differs_in_meaning_differs_to_all_eyes() {
        let mut alike = Vec::new();
        for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
            let theme = Theme::of(name);
            let pairs = [
                ("lived, died", theme.lived, theme.died),
                ("plus, minus", theme.plus, theme.minus),
                ("train, test", theme.train, theme.test),
                ("wrong, right", theme.wrong, theme.right),
                ("notice, text", theme.notice, theme.text),
            ];
            for (eyes, matrix) in EYES {
                for (pair, one, other) in pairs {
                    let apart = Rgb::ink(one).apart(Rgb::ink(other), matrix);
                    if apart < 0.1 {
                        alike.push(format!("{pair} in {name:?} with {eyes}: {apart:.3}"));
                    }
                }
            }
        }
        assert!(alike.is_empty(), "{alike:#?}");
    }
}
