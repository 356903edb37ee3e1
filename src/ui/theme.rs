//! What a thing on the screen means, and how it looks for that: the one place that turns roles into
//! styles. Widgets never name a colour, and no two roles share a hue by accident.

mod heat;
mod palette;
mod rgb;

use ratatui::style::{Color, Modifier, Style};

use crate::app::Settings;
pub use crate::app::ThemeName;
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
        }

        impl Theme {
            const fn from_palette($palette: Palette, heat: Heat) -> Self {
                Self { $($role: $look,)+ heat }
            }

            #[cfg(test)]
            fn roles(&self) -> Vec<Style> {
                vec![$(self.$role),+]
            }
        }
    };
}

roles! { |palette|
    /// Under everything, laid over the whole frame first; empty unless a theme brings a background.
    base: palette.base,
    /// Ordinary words and numbers.
    text: palette.text,
    /// Words that must not compete: explanations, units, what does not apply.
    muted: palette.muted,
    /// Column heads and section heads inside a panel.
    heading: palette.muted,
    /// The frame of a panel, and axes.
    border: palette.muted,
    /// The frame of the panel that has the keys.
    border_focus: palette.bright,
    /// The title in a frame.
    title: palette.text,
    /// The title of the panel that has the keys.
    title_focus: palette.bright,
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
    lived: palette.plus,
    /// Died, or is said to have.
    died: palette.minus,
    /// Pushes towards *lived*; became right.
    plus: palette.plus,
    /// Pushes towards *died*; became wrong.
    minus: palette.minus,
    /// A judgement that was right, which is no news.
    right: palette.muted,
    /// A judgement that was wrong, which is.
    wrong: palette.bright,
    /// The curve of a function.
    curve: palette.curve,
    /// Measured on the training rows (drawn solid).
    train: palette.text,
    /// Measured on the test rows (drawn dashed).
    test: palette.text,
    /// Lines to compare with: baselines, the axis at zero, guides.
    reference: palette.muted,
    /// The present point of a curve or map, and the what-if person.
    here: palette.bright,
    /// Something the reader should know now; always begins with `!`.
    notice: palette.notice,
    /// What the user changed and what only waits so far.
    waiting: palette.bright,
    /// A key in the hint line.
    key: palette.bright,
    /// What that key does.
    key_hint: palette.muted,
}

impl Theme {
    /// What a product or sum does: the hue of its push towards lived or died; muted where there is
    /// none, or none yet.
    pub fn push(&self, value: Option<f64>) -> Style {
        match value {
            Some(value) if value > 0.0 => self.plus,
            Some(value) if value < 0.0 => self.minus,
            _ => self.muted,
        }
    }

    /// The styles of a theme; cheap enough to ask for in every frame.
    pub const fn of(name: ThemeName) -> Self {
        Self::from_palette(Palette::of(name), Heat::of(name))
    }

    /// The theme for what the user chose and what the terminal can show.
    pub(super) fn for_settings(settings: &Settings) -> Self {
        let mut theme = Self::of(settings.theme);
        if settings.ascii {
            theme.heat = Heat::Shades;
        } else if settings.true_color && settings.theme == ThemeName::Terminal {
            theme.heat = Heat::of(ThemeName::Dark);
        }
        theme
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
    style.fg(ink).add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_theme_has_no_background_and_no_unreadable_ansi_colour() {
        for style in Theme::of(ThemeName::Terminal).roles() {
            assert_eq!(style.bg, None);
            let Some(color) = style.fg else { continue };
            assert!(
                !matches!(color, Color::Blue | Color::DarkGray | Color::Black | Color::White),
                "{color} is unreadable on somebody's background"
            );
            assert!(!matches!(color, Color::Rgb(..) | Color::Indexed(_)), "{color} is not ANSI");
        }
    }

    #[test]
    fn mono_has_no_colour_at_all() {
        for style in Theme::of(ThemeName::Mono).roles() {
            assert!(matches!(style.fg, None | Some(Color::Reset)));
            assert_eq!(style.bg, None);
        }
    }

    #[test]
    fn themes_of_the_terminals_own_colours_paint_no_background() {
        for &name in ThemeName::ALL {
            let painted = Theme::of(name).roles().iter().any(|style| style.bg.is_some());
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
            assert!(!over(theme.muted).add_modifier.contains(Modifier::DIM), "{name:?}");
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
}
