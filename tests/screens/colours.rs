//! Colours over whole sessions: none in mono, only safe ones in the terminal's own theme.

use ratatui::style::Color;
use titanic_tui::app::{Settings, ThemeName};
use titanic_tui::explain::words::Language;

use crate::session::Session;

/// Draws many states in a theme and hands every cell to `check`.
fn every_cell(theme: ThemeName, check: impl Fn(&ratatui::buffer::Cell, &str)) {
    for (width, height) in [(80, 24), (130, 44)] {
        for &language in Language::ALL {
            let settings = Settings { theme, language, ..Settings::default() };
            let mut session = Session::with(settings, width, height);
            let keys = "Tab Enter Tab Tab d v Esc ? Esc : Esc p Esc f text:x Esc S-Tab F F \
                        p Enter > 2 Tab Tab Tab v t z z , 1 p End Enter } Esc Tab Enter";
            for key in keys.split_whitespace() {
                session.press(key);
                for cell in &session.buf.content {
                    check(cell, key);
                }
            }
        }
    }
}

#[test]
fn mono_has_no_colour_anywhere() {
    every_cell(ThemeName::Mono, |cell, key| {
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "after {key}");
    });
}

#[test]
fn the_terminal_theme_uses_only_colours_that_can_be_read_everywhere() {
    every_cell(ThemeName::Terminal, |cell, key| {
        assert_eq!(cell.bg, Color::Reset, "no background but reverse, after {key}");
        let unsafe_colour = matches!(
            cell.fg,
            Color::Blue | Color::DarkGray | Color::Black | Color::White | Color::Rgb(..) | Color::Indexed(_)
        );
        assert!(!unsafe_colour, "{} after {key}", cell.fg);
    });
}

#[test]
fn truecolour_themes_mix_no_terminal_colour_in() {
    for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
        every_cell(theme, |cell, key| {
            let mixed = !matches!(cell.fg, Color::Reset | Color::Rgb(..));
            assert!(!mixed, "{} in {theme:?} after {key}", cell.fg);
        });
    }
}
