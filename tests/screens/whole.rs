//! Whole screens. Few on purpose: a change of layout should be looked at, not drowned in.

use insta::assert_snapshot;
use titanic_tui::app::Settings;
use titanic_tui::explain::words::Language;

use crate::session::Session;

fn taught(width: u16, height: u16) -> Session {
    let mut session = Session::open(width, height);
    session.press("p Enter > >").wait(3_000);
    // A key after two seconds lets the notice go.
    session.press("J K");
    session
}

#[test]
fn the_first_screen_in_a_small_terminal() {
    assert_snapshot!("explore_80x24", Session::open(80, 24).screen());
}

#[test]
fn the_first_screen_in_a_usual_terminal() {
    assert_snapshot!("explore_120x40", Session::open(120, 40).screen());
}

/// A terminal of a wall, or a picture for a poster: products of its sides are more than its cells' own numbers hold.
#[test]
fn every_screen_is_drawn_on_the_largest_of_pictures() {
    let mut session = Session::open(1000, 300);
    for key in ["1", "2", "3", "4", "5", "6", "7"] {
        session.press(key);
        for _ in 0..3 {
            session.press("Tab");
            session.press("z").press("z");
        }
    }
}

#[test]
fn the_first_screen_in_japanese() {
    let settings = Settings { language: Language::Japanese, ..Settings::default() };
    assert_snapshot!("explore_80x24_ja", Session::with(settings, 80, 24).screen());
}

#[test]
fn training_in_a_small_terminal() {
    assert_snapshot!("train_80x24", taught(80, 24).press("2").screen());
}

#[test]
fn training_in_a_usual_terminal() {
    assert_snapshot!("train_120x40", taught(120, 40).press("2").screen());
}

#[test]
fn the_help() {
    assert_snapshot!("help_80x24", Session::open(80, 24).press("?").screen());
}

#[test]
fn the_presets() {
    assert_snapshot!("presets_80x24", Session::open(80, 24).press("p").screen());
}
