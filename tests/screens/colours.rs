//! Colours over whole sessions: none in mono, only safe ones where the terminal's own are used, and a ground under every
//! cell where a theme brings one.

use ratatui::buffer::{Cell, CellWidth as _};
use ratatui::style::Color;
use titanic_tui::app::{ColorDepth, Ground, Screen, Settings, ThemeName};
use titanic_tui::explain::words::Language;

use crate::openings::{OPENINGS, kind};
use crate::session::Session;

/// Hands over every cell but the second half of a wide glyph, which no terminal is told.
fn shown(session: &Session, key: &str, check: impl Fn(&Cell, &str)) {
    let mut hidden = 0;
    for cell in &session.buf.content {
        if hidden == 0 {
            check(cell, key);
            hidden = cell.cell_width().max(1);
        }
        hidden -= 1;
    }
}

/// Draws many states in a theme and hands every cell to `check`.
fn every_cell(settings: &Settings, check: impl Fn(&Cell, &str)) {
    for (width, height) in [(80, 24), (130, 44)] {
        for &language in Language::ALL {
            let mut session = Session::with(Settings { language, ..settings.clone() }, width, height);
            let keys = "Tab Enter Tab Tab d v Esc ? Esc : Esc p Esc f text:x Esc S-Tab F F \
                        p Enter > 2 Tab Tab Tab v t z z , 1 p End Enter } Esc Tab Enter";
            for key in keys.split_whitespace() {
                session.press(key);
                shown(&session, key, &check);
            }
        }
        let mut session = Session::with(settings.clone(), width, height);
        session.press("p Down Enter > > Esc");
        for (key, screen) in (1..).zip(Screen::ALL) {
            for (place, keys) in OPENINGS.into_iter().enumerate() {
                session.press(&format!("7 Home {key}"));
                shown(&session, screen.key(), &check);
                session.press(keys);
                assert!(key > 1 || session.app.popups.top().map(kind) == Some(place), "{keys}");
                shown(&session, keys, &check);
                session.press("Esc Esc Esc");
            }
        }
    }
}

fn of(theme: ThemeName, ground: Ground, depth: ColorDepth) -> Settings {
    Settings { theme, ground, depth, ..Settings::default() }
}

#[test]
fn mono_and_a_terminal_that_does_not_tell_its_ground_have_no_colour_anywhere() {
    let silent = of(ThemeName::Terminal, Ground::Silent, ColorDepth::Sixteen);
    for settings in [of(ThemeName::Mono, Ground::Color([0; 3]), ColorDepth::True), silent] {
        every_cell(&settings, |cell, key| {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "after {key}");
        });
    }
}

/// Which of them can be read is computed from published palettes, in the theme itself.
#[test]
fn of_the_terminals_sixteen_only_those_of_the_palette_are_used() {
    let dark = [Color::Reset, Color::Cyan, Color::Green];
    let light = [Color::Reset, Color::Magenta];
    for (ground, allowed) in [([0; 3], &dark[..]), ([255; 3], &light[..])] {
        every_cell(&of(ThemeName::Terminal, Ground::Color(ground), ColorDepth::Sixteen), |cell, key| {
            assert_eq!(cell.bg, Color::Reset, "no background but reverse, after {key}");
            assert!(allowed.contains(&cell.fg), "{} after {key}", cell.fg);
        });
    }
}

#[test]
fn a_theme_that_names_colours_has_its_ground_under_every_cell() {
    for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
        every_cell(&of(theme, Ground::Unknown, ColorDepth::True), |cell, key| {
            let is_named = |color| matches!(color, Color::Rgb(..));
            assert!(
                is_named(cell.fg) && is_named(cell.bg),
                "{:?}: {} on {} in {theme:?} after {key}",
                cell.symbol(),
                cell.fg,
                cell.bg
            );
        });
    }
}

#[test]
fn where_there_are_256_colours_no_other_is_sent() {
    for (theme, ground) in [(ThemeName::Light, Ground::Unknown), (ThemeName::Terminal, Ground::Color([0; 3]))] {
        every_cell(&of(theme, ground, ColorDepth::Indexed), |cell, key| {
            for color in [cell.fg, cell.bg] {
                assert!(matches!(color, Color::Reset | Color::Indexed(16..)), "{color} after {key}");
            }
        });
    }
}
