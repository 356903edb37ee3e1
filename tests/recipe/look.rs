//! How the Recipe screen looks: signs, styles, and words that are whole at every size.

use ratatui::style::Modifier;
use titanic_tui::app::{Settings, ThemeName};
use titanic_tui::explain::words::Language;
use titanic_tui::explain::words::recipe as words;
use titanic_tui::training::Setting;

use crate::session::Session;

/// Keys that make forms as different as can be, from the Recipe screen.
const FORMS: [&str; 7] = [
    "",
    "p Home Down Enter 7",
    "p Home End Enter 7",
    "Down Down Right Down Down Down Right Right Right",
    "m m m Home End Up Right",
    "Down Down Down Down Down e text:16,16 Enter Down Right Down Left Down Down Down Right Right Down",
    "p Home Down Enter 7 Home Down Down Down Down Down Right Down Down Left",
];

fn open(language: Language, width: u16, height: u16, keys: &str) -> Session {
    let settings = Settings { language, ..Settings::default() };
    let mut session = Session::with(settings, width, height);
    session.press("7").press(keys);
    session
}

/// The cells of the row where a text stands, from its first cell on.
#[track_caller]
fn modifiers(session: &Session, text: &str) -> Vec<Modifier> {
    let (x, y) = session.cell_of(text);
    (x..x + text.chars().count() as u16).map(|x| session.buf[(x, y)].modifier).collect()
}

#[test]
fn the_line_in_focus_is_reversed_and_marked_and_has_arrows() {
    let session = open(Language::English, 80, 24, "Down Down");
    let (x, y) = session.cell_of("scaling  ");
    assert_eq!(session.buf[(x - 2, y)].symbol(), "▸");
    assert_eq!(session.buf[(x + 16, y)].symbol(), "◂");
    for x in 1..36 {
        assert!(session.buf[(x, y)].modifier.contains(Modifier::REVERSED));
    }
    let other = modifiers(&session, "split");
    assert!(other.iter().all(|cell| !cell.contains(Modifier::REVERSED)));
    assert_eq!(session.screen().matches('◂').count(), 1, "one line has them");
}

#[test]
fn what_waits_is_starred_and_bright_and_what_says_nothing_is_not() {
    let session = open(Language::English, 80, 24, "Down Down Right Up");
    let (x, y) = session.cell_of("*scaling");
    assert_eq!((x, y), (3, 4));
    let value = modifiers(&session, "standard");
    assert!(value.iter().all(|cell| cell.contains(Modifier::BOLD)));
    let (x, y) = session.cell_of("–  ");
    assert_eq!((x, y), (22, 8), "the activation without a hidden layer");
    assert!(!session.buf[(x, y)].modifier.contains(Modifier::BOLD));
}

#[test]
fn nothing_needs_colour() {
    let settings = Settings { theme: ThemeName::Mono, ..Settings::default() };
    let mut session = Session::with(settings, 80, 24);
    session.press("p Home Down Enter 7 Home Down Down Down Down Down Right Down Down Left");
    session.sees(&["*hidden", "▸ initial weights", "! twins", "! From zeros"]);
}

#[test]
fn no_note_and_no_value_is_cut_at_any_width() {
    for &language in Language::ALL {
        for width in [80, 100, 110, 120, 160, 200] {
            for keys in FORMS {
                let session = open(language, width, 40, keys);
                for y in 2..26 {
                    let row: String = (0..78.min(width)).map(|x| session.buf[(x, y)].symbol()).collect();
                    let form = row.split('│').nth(1).unwrap_or_default();
                    assert!(!form.contains('…'), "{form}\n{}", session.screen());
                }
            }
        }
    }
}

#[test]
fn the_sentence_and_the_price_of_every_line_are_whole() {
    for &language in Language::ALL {
        for (width, height) in [(80, 24), (100, 34), (110, 34), (120, 40)] {
            for waits in ["", "m"] {
                let mut session = open(language, width, height, waits);
                session.press("Home");
                for &line in Setting::ALL {
                    assert_eq!(session.app.screens.recipe.line, line);
                    let squeeze = |text: &str| text.replace([' ', '│', '\n'], "");
                    let left: String = session
                        .screen()
                        .lines()
                        .map(|row| row.split('│').nth(1).unwrap_or_default().to_owned())
                        .collect();
                    let left = squeeze(&left);
                    let sentence = squeeze(language.say(words::sentence(line)));
                    assert!(left.contains(&sentence), "{line:?}\n{}", session.screen());
                    let price = if waits == "m" && width < 110 {
                        words::SHORT_COST
                    } else if line.acts_at_once() {
                        words::ACTS_AT_ONCE
                    } else {
                        words::NEEDS_NEW_RUN
                    };
                    let price = squeeze(language.say(price).split('{').next().unwrap());
                    assert!(left.contains(&price), "{line:?}\n{}", session.screen());
                    let last = language.say(words::SHORT_COST).ends_with('）');
                    if price.starts_with("Enter") && waits == "m" && width < 110 {
                        let end = if last { "µs）" } else { "µs)" };
                        assert!(left.contains(end), "{}", session.screen());
                    }
                    session.press("Down");
                }
            }
        }
    }
}

#[test]
fn every_notice_of_the_form_is_whole_in_80_cells() {
    for &language in Language::ALL {
        for &line in Setting::ALL {
            for step in ["Right", "Left", "e", "Right Esc", "Right u"] {
                let mut session = open(language, 80, 24, "p Home End Enter 7 Home");
                for _ in 0..line.place() {
                    session.press("Down");
                }
                session.press(step);
                let notice = session.notice();
                // One of an earlier key has given its place back to the hints.
                let shown = session.app.core.notice.as_ref();
                let is_new = shown.is_some_and(|notice| !notice.yields_to_hints());
                if !session.app.popups.is_open() && is_new {
                    let screen = session.screen();
                    assert!(screen.contains(&notice), "`{notice}`\n{screen}");
                }
            }
        }
    }
}

#[test]
fn the_price_is_whole_with_everything_changed_at_once() {
    for &language in Language::ALL {
        for (width, height) in [(120, 40), (160, 50), (200, 60)] {
            let keys = "Down Right Down Right Down Right Down Right Down Right";
            let session = open(language, width, height, keys);
            let numbers = language.fill(words::NUMBERS_INSTEAD, &["13", "3"]);
            let start = language.fill(words::KEY_START, &["A"]);
            let drop = language.say(words::KEY_DROP);
            for said in [numbers.as_str(), &start, drop, "µs"] {
                let there = session.screen().contains(said);
                assert!(there, "`{said}`\n{}", session.screen());
            }
        }
    }
}

#[test]
fn the_whole_form_stands_on_a_usual_terminal_and_scrolls_on_a_small_one() {
    let usual = open(Language::English, 120, 40, "");
    for heading in ["DATA", "NETWORK", "LEARNING"] {
        assert!(usual.screen().contains(heading));
    }
    let mut small = open(Language::English, 80, 24, "");
    small.sees(&["features", "↓8"]).sees_no("L2");
    small.press("End");
    small.sees(&["held out", "↑8"]).sees_no("missing age   ");
}

#[test]
fn the_screen_is_there_for_pictures_too() {
    let wide = open(Language::English, 200, 60, "p Home Down Enter 7 >");
    for seen in ["Recipe of run A", "Presets", "What changes cost", "Loss", "Accuracy"] {
        assert!(wide.screen().contains(seen), "{}", wide.screen());
    }
}
