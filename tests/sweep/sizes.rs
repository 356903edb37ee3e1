//! The states and the sizes.

use titanic_tui::app::{Screen, Settings};
use titanic_tui::explain::words::Language;

use crate::session::Session;
use crate::sound::{check, faults};

/// Keys that open each popup; the first opens none.
const POPUPS: [&str; 10] = ["", "w", "?", "? End", ": ", ": text:e", "p", "f text:age>", "Enter", "/ text:mr"];

/// Sessions that look different: a network, an epoch, a list.
const STORIES: [&str; 7] = [
    "",
    "p Enter > >",
    "p Enter } , , ,",
    "J J J J J",
    "f text:age>99 Enter",
    "p End Enter . .",
    "p Down Down Enter . F",
];

fn open(language: Language, story: &str) -> Session {
    let settings = Settings { language, ..Settings::default() };
    let mut session = Session::with(settings, 120, 40);
    session.press(story).wait(1_000);
    session
}

#[test]
fn a_damaged_frame_would_be_noticed() {
    let session = open(Language::Japanese, "");
    assert_eq!(faults(&session, &session.buf), None);
    let damages = [
        (0, 5, "x", "a letter on the border"),
        (119, 5, "年", "a wide glyph at the edge"),
        (30, 0, "\n", "a control character"),
    ];
    for (x, y, symbol, what) in damages {
        let mut buf = session.buf.clone();
        buf[(x, y)].set_symbol(symbol);
        assert!(faults(&session, &buf).is_some(), "{what}");
    }
    let mut buf = session.buf.clone();
    buf[(60, 10)].set_symbol("年");
    buf[(61, 10)].set_symbol("齢");
    assert!(faults(&session, &buf).is_some(), "two glyphs in three cells");
}

#[test]
fn any_terminal_too_small_says_so_and_draws_nothing_else() {
    for &language in Language::ALL {
        for story in ["", "p Enter >", "?"] {
            let mut session = open(language, story);
            for width in 1..=79 {
                for height in [1, 2, 3, 5, 10, 23, 24, 60] {
                    check(&mut session, width, height);
                }
            }
            for height in 1..=23 {
                check(&mut session, 80, height);
                check(&mut session, 200, height);
            }
            for (width, height) in [(79, 24), (80, 23), (30, 5), (12, 1)] {
                check(&mut session, width, height);
                let text = session.screen();
                let lines = text.lines().filter(|line| !line.is_empty()).count();
                assert_eq!(lines, 1, "{text}");
                assert!(text.contains("80×24"), "{text}");
            }
        }
    }
    assert_eq!(Session::open(0, 0).screen(), "");
}

#[test]
fn every_story_on_every_screen_fits_every_small_size() {
    for &language in Language::ALL {
        for story in STORIES {
            for &screen in Screen::ALL {
                let mut session = open(language, story);
                session.press(&screen.digit().to_string());
                for width in 80..=100 {
                    for height in 24..=34 {
                        check(&mut session, width, height);
                    }
                }
            }
        }
    }
}

#[test]
fn every_popup_fits_every_size() {
    for &language in Language::ALL {
        for &screen in Screen::ALL {
            for keys in POPUPS.into_iter().chain(["d"]) {
                let mut session = open(language, "p Enter > ");
                session.press(&screen.digit().to_string()).press(keys);
                for width in 80..=100 {
                    check(&mut session, width, 24);
                    check(&mut session, width, 34);
                }
                for height in 25..=34 {
                    check(&mut session, 80, height);
                    check(&mut session, 111, height);
                }
            }
        }
    }
}

#[test]
fn every_panel_fits_focused_and_enlarged() {
    for &language in Language::ALL {
        for story in STORIES {
            for &screen in Screen::ALL {
                let mut session = open(language, story);
                session.press(&screen.digit().to_string());
                for _ in screen.panels() {
                    session.press("Tab");
                    for zoomed in [false, true] {
                        session.app.core.zoomed = zoomed;
                        for (width, height) in [
                            (80, 24),
                            (81, 25),
                            (99, 30),
                            (100, 31),
                            (109, 33),
                            (110, 34),
                            (120, 40),
                            (160, 50),
                            (200, 60),
                            (300, 100),
                            (90, 100),
                            (300, 24),
                        ] {
                            check(&mut session, width, height);
                        }
                    }
                    session.app.core.zoomed = false;
                }
            }
        }
    }
}

#[test]
fn every_width_between_the_layouts_is_sound() {
    for &language in Language::ALL {
        for &screen in Screen::ALL {
            let mut session = open(language, "p Enter > >");
            session.press(&screen.digit().to_string());
            for width in 100..=210 {
                check(&mut session, width, 24 + width % 37);
            }
        }
    }
}

#[test]
fn plain_characters_are_plain_at_every_size_and_in_every_popup() {
    for keys in POPUPS {
        let settings = Settings { ascii: true, ..Settings::default() };
        let mut session = Session::with(settings, 120, 40);
        session.press("p End Enter . .").press(keys);
        for (width, height) in [(40, 10), (80, 24), (95, 33), (120, 40), (200, 60)] {
            check(&mut session, width, height);
            let text = session.screen();
            // The name of the other language is written in its own letters.
            let plain = text.replace("日本語", "");
            let strange: String = plain.chars().filter(|c| !c.is_ascii()).collect();
            assert!(strange.is_empty(), "{strange} after {keys}\n{text}");
        }
    }
}
