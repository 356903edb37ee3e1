//! What a thing on the screen means, and how it looks for that: the one place that turns roles into
//! styles. Widgets never name a colour, and no two roles share a hue by accident.

mod heat;
mod palette;
mod rgb;

use ratatui::style::{Color, Modifier, Style};

use crate::app::Settings;
pub use crate::app::ThemeName;
pub use heat::{Heat, Scales};
use palette::Palette;
pub use rgb::Rgb;

/// A style for each role; the colours carry the meaning they have in the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Under everything, laid over the whole frame first; empty unless a theme brings a background.
    pub base: Style,
    /// Ordinary words and numbers.
    pub text: Style,
    /// Words that must not compete: explanations, units, what does not apply.
    pub muted: Style,
    /// Column heads and section heads inside a panel.
    pub heading: Style,
    /// The frame of a panel, and axes.
    pub border: Style,
    /// The frame of the panel that has the keys.
    pub border_focus: Style,
    /// The title in a frame.
    pub title: Style,
    /// The title of the panel that has the keys.
    pub title_focus: Style,
    /// A screen one could go to.
    pub tab: Style,
    /// The screen one is on.
    pub tab_active: Style,
    /// *Who*: the row of the chosen passenger, or the line of a form that is in focus.
    pub cursor: Style,
    /// *Where*: the weight or neuron pointed at, and the character under the cursor of a text field.
    pub pointer: Style,
    /// *When*: the line through every time axis.
    pub now: Style,
    /// A value that enters the network.
    pub input: Style,
    /// What a weight is.
    pub weight: Style,
    /// What a bias is.
    pub bias: Style,
    /// A weighted sum, z.
    pub sum: Style,
    /// What an activation function makes of z.
    pub activation: Style,
    /// Lived, or is said to have.
    pub lived: Style,
    /// Died, or is said to have.
    pub died: Style,
    /// Pushes towards *lived*; became right.
    pub plus: Style,
    /// Pushes towards *died*; became wrong.
    pub minus: Style,
    /// A judgement that was right, which is no news.
    pub right: Style,
    /// A judgement that was wrong, which is.
    pub wrong: Style,
    /// The curve of a function.
    pub curve: Style,
    /// Measured on the training rows (drawn solid).
    pub train: Style,
    /// Measured on the test rows (drawn dashed).
    pub test: Style,
    /// Lines to compare with: baselines, the axis at zero, guides.
    pub reference: Style,
    /// The present point of a curve or map, and the what-if person.
    pub here: Style,
    /// Something the reader should know now; always begins with `!`.
    pub notice: Style,
    /// What the user changed and what only waits so far.
    pub waiting: Style,
    /// A key in the hint line.
    pub key: Style,
    /// What that key does.
    pub key_hint: Style,
    /// How a field of numbers is drawn.
    pub heat: Heat,
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
        let mut theme = Self::from_palette(Palette::of(name));
        theme.heat = Heat::of(name);
        theme
    }

    /// The theme for what the user chose and what the terminal can show.
    pub fn for_settings(settings: &Settings) -> Self {
        let mut theme = Self::of(settings.theme);
        if settings.ascii {
            theme.heat = Heat::Shades;
        } else if settings.true_color && settings.theme == ThemeName::Terminal {
            theme.heat = Heat::of(ThemeName::Dark);
        }
        theme
    }

    const fn from_palette(palette: Palette) -> Self {
        let Palette { base, text, muted, bright, .. } = palette;
        Self {
            base,
            text,
            muted,
            heading: muted,
            border: muted,
            border_focus: bright,
            title: text,
            title_focus: bright,
            tab: text,
            tab_active: reversed(bright, base),
            cursor: reversed(text, base),
            pointer: reversed(bright, base),
            now: text,
            input: palette.input,
            weight: palette.weight,
            bias: palette.bias,
            sum: palette.sum,
            activation: palette.activation,
            lived: palette.plus,
            died: palette.minus,
            plus: palette.plus,
            minus: palette.minus,
            right: muted,
            wrong: bright,
            curve: palette.curve,
            train: text,
            test: text,
            reference: muted,
            here: bright,
            notice: palette.notice,
            waiting: bright,
            key: bright,
            key_hint: muted,
            heat: Heat::Shades,
        }
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

    impl Theme {
        /// Every role; taken apart by name, so that a new one cannot be forgotten.
        fn roles(&self) -> Vec<Style> {
            let Self {
                base,
                text,
                muted,
                heading,
                border,
                border_focus,
                title,
                title_focus,
                tab,
                tab_active,
                cursor,
                pointer,
                now,
                input,
                weight,
                bias,
                sum,
                activation,
                lived,
                died,
                plus,
                minus,
                right,
                wrong,
                curve,
                train,
                test,
                reference,
                here,
                notice,
                waiting,
                key,
                key_hint,
                heat: _,
            } = *self;
            vec![
                base,
                text,
                muted,
                heading,
                border,
                border_focus,
                title,
                title_focus,
                tab,
                tab_active,
                cursor,
                pointer,
                now,
                input,
                weight,
                bias,
                sum,
                activation,
                lived,
                died,
                plus,
                minus,
                right,
                wrong,
                curve,
                train,
                test,
                reference,
                here,
                notice,
                waiting,
                key,
                key_hint,
            ]
        }
    }

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
