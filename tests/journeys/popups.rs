//! The popups: presets, palette, help. Each opens by key, does what it says, and closes with Esc.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use titanic_tui::app::keys::Key;
use titanic_tui::app::{Action, Command, keys};
use titanic_tui::explain::words::Language;

use crate::openings::{OPENINGS, kind};
use crate::session::Session;

#[test]
fn presets_start_a_run_and_u_comes_back() {
    let mut session = Session::open(80, 24);
    session.press("p").sees(&["The post, trained", "226 by epoch 20", "Zeros, raw age"]);
    session.press("Enter").sees(&["185/291"]);
    assert_eq!(session.app.core.run().name, "A");
    session.press("u");
    assert!(session.app.core.is_published());
    session.press("C-r");
    assert_eq!(session.app.core.run().name, "A");
}

#[test]
fn a_preset_chosen_again_is_the_run_as_it_stands() {
    let mut session = Session::open(80, 24);
    session.press("p Enter > p Home Enter p Home Down Enter");
    assert_eq!((session.app.core.run().name.as_str(), session.epoch()), ("A", 10));
    assert_eq!(session.app.core.runs.all().len(), 2);
}

#[test]
fn every_preset_opens_and_learns() {
    for downs in 0..5 {
        let mut session = Session::open(80, 24);
        session.press("p Home");
        for _ in 0..downs {
            session.press("Down");
        }
        session.press("Enter . . .");
        assert_eq!(session.epoch(), 3, "preset {downs}");
    }
}

#[test]
fn the_presets_are_named_on_the_first_screen() {
    Session::open(80, 24).sees(&["p presets"]);
    Session::open(120, 40).sees(&["p presets", "The post, trained"]);
}

#[test]
fn the_palette_finds_an_action_by_words_and_does_it() {
    let mut session = Session::open(80, 24);
    session.press(": text:train").sees(&["screen: Train"]);
    session.press("C-u text:screen Space text:train Enter");
    session.sees(&["Loss: cross-entropy"]);
    session.press("C-p text:qqqq").sees(&["No action has these words"]);
    session.press("Enter").sees(&["No action has these words"]);
    session.press("Esc");
    assert!(!session.app.popups.is_open());
}

#[test]
fn a_number_in_the_palette_goes_to_that_epoch() {
    let mut session = Session::open(80, 24);
    session.press("p Enter : text:20").sees(&["go to epoch 20"]);
    session.press("Enter");
    while session.app.core.is_playing() {
        session.wait(1);
    }
    assert_eq!(session.epoch(), 20);
    session.sees(&["226/291"]);
    session.press(": text:3 Enter");
    assert_eq!((session.epoch(), session.app.core.run().last_epoch()), (3, 20));
}

#[test]
fn the_palette_starts_a_preset_by_name() {
    let mut session = Session::open(80, 24);
    session.press(": text:2-8-1 Enter");
    assert_eq!(session.app.core.network().parameters().len(), 33);
}

#[test]
fn help_shows_every_key_of_each_screen_and_scrolls() {
    for (screen, title) in [("1", "Help: Explore"), ("2", "Help: Train")] {
        let mut session = Session::open(80, 24);
        session.press(screen).press("?").sees(&[title]);
        let mut seen = session.screen();
        for _ in 0..100 {
            session.press("Down");
            seen.push_str(&session.screen());
        }
        for key in ["Space", ". ,", "Ctrl-C", "Ctrl-Z", "F1", "u Ctrl-R"] {
            assert!(seen.contains(key), "{key} is not in the help of {title}");
        }
        session.press("End").sees(&["any of them is one key away"]);
        session.press("Home").sees(&["This screen"]);
        session.press("Esc");
        assert!(!session.app.popups.is_open());
        session.press("F1 F1");
        assert!(!session.app.popups.is_open(), "F1 closes what it opened");
    }
}

#[test]
fn help_begins_with_the_keys_of_this_screen_and_leaves_out_what_it_refuses() {
    let mut session = Session::open(80, 24);
    session.press("5 ?");
    let first: Vec<String> = session.screen().lines().skip(2).take(10).map(str::to_owned).collect();
    assert!(first[0].contains("│ ravine "), "the word for where one is: {first:?}");
    let keys = first.iter().position(|line| line.contains("This screen"));
    assert!(keys.is_some_and(|at| first[at + 1].contains("move the probe")), "{first:?}");
    let mut seen = session.screen();
    for _ in 0..100 {
        session.press("Down");
        seen.push_str(&session.screen());
    }
    for refused in ["search names", "filter:", "move in the list", "train from the probe"] {
        assert!(!seen.contains(refused), "{refused} is in the help");
    }
    session.press("Esc 1 ?");
    let mut seen = session.screen();
    for _ in 0..100 {
        session.press("Down");
        seen.push_str(&session.screen());
    }
    assert!(seen.contains("search names") && seen.contains("filter:"));
}

#[test]
fn after_scrolling_past_the_end_of_the_help_the_first_key_up_moves_it() {
    let mut session = Session::open(80, 24);
    session.press("?");
    for _ in 0..100 {
        session.press("Down");
    }
    let end = session.screen();
    session.press("Up");
    assert_ne!(session.screen(), end, "Up answers at once");
}

#[test]
fn a_popup_leaves_none_of_its_words_out_in_the_smallest_terminal() {
    use titanic_tui::app::Settings;
    use titanic_tui::explain::words::Language;
    for &language in Language::ALL {
        for keys in ["p", "?", "f", "Enter", ":"] {
            let settings = Settings { language, ..Settings::default() };
            let mut session = Session::with(settings, 80, 24);
            session.press(keys);
            let area = session
                .app
                .core
                .hits
                .find(|target| target == titanic_tui::app::Target::Popup)
                .expect("the popup is open");
            for _ in 0..60 {
                for y in area.y..area.y + area.height {
                    let line: String = (area.x..area.x + area.width).map(|x| session.buf[(x, y)].symbol()).collect();
                    // "1, 2, 5 … 1,000" is no cut: nothing follows a cut.
                    let cut = line.contains("… ") && !line.contains("5 … 1,000");
                    assert!(!cut, "{keys}: {line}\n{}", session.screen());
                    assert!(!line.contains("…│") && !line.contains("…─"), "{keys}: {line}");
                }
                session.press("Down");
            }
        }
    }
}

/// What the terminal sends for a key of the table.
fn event(key: Key) -> KeyEvent {
    match key {
        Key::Char(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE),
        Key::Ctrl(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL),
        Key::Plain(code) => KeyEvent::new(code, KeyModifiers::NONE),
        Key::Shift(code) => KeyEvent::new(code, KeyModifiers::SHIFT),
        Key::CtrlPlain(code) => KeyEvent::new(code, KeyModifiers::CONTROL),
    }
}

/// Presses a key and tells whether anything came of it.
fn does_something(session: &mut Session, key: Key) -> bool {
    let state = |session: &Session| (session.buf.clone(), session.effects.len(), session.app.core.playback.speed());
    let before = state(session);
    session.act(Action::Key(event(key)));
    state(session) != before
}

#[test]
fn what_is_hinted_in_a_popup_acts_and_leaves_it_open_unless_it_says_that_it_closes() {
    for preset in ["p Home Enter 1", "p Home Down Enter > 1"] {
        for opening in OPENINGS {
            let open = || {
                let mut session = Session::open(200, 60);
                session.press(preset).press(opening);
                session
            };
            let session = open();
            let kind_of = |session: &Session| session.app.popups.top().map(kind);
            let (opened, screen) = (kind_of(&session), session.screen());
            let takes_text = session.app.popups.top().is_some_and(|popup| popup.typed().is_some());
            let line = screen.lines().last().expect("a line of hints");
            let is_help = session.app.popups.is_help();
            let help = if takes_text {
                "F1 help"
            } else if is_help {
                "? words"
            } else {
                "? help"
            };
            assert!(line.trim_end().ends_with(help), "{opening}: {line}");
            let mut closes = 0;
            for (binding, word) in keys::hints(&session.app) {
                let words = Language::English.say(word);
                let hint = format!("{preset} {opening}: {} {words}", binding.label());
                // Of a command's keys the first is the one named.
                let mut named: Vec<(Key, Command)> = Vec::new();
                for &(key, command) in &*binding.keys {
                    if command != Command::Help && named.iter().all(|&(_, of)| of != command) {
                        named.push((key, command));
                    }
                }
                for &(key, _) in &named {
                    assert!(!(takes_text && matches!(key, Key::Char(_))), "{hint} is typed");
                    let mut session = open();
                    let mut acts = does_something(&mut session, key);
                    if !acts {
                        // Up from the first row, back from the first epoch: once the other has moved.
                        for &(other, _) in named.iter().filter(|&&(other, _)| other != key) {
                            does_something(&mut session, other);
                        }
                        acts = does_something(&mut session, key);
                    }
                    assert!(acts, "{hint} does nothing on\n{}", session.screen());
                    let stays = kind_of(&session) == opened || session.app.popups.shows_what_if();
                    assert_eq!(stays, !["close", "back"].contains(&words), "{hint}");
                    closes += usize::from(!stays);
                }
            }
            assert!(closes > 0 || session.app.popups.asks_what_if(), "{opening}: how it closes");
        }
    }
}

#[test]
fn in_a_field_f1_opens_the_help_that_a_question_mark_would_be_text_for() {
    let mut session = Session::open(120, 40);
    session.press(": F1").sees(&["Help: Explore"]);
}

#[test]
fn space_and_enter_switch_the_boxes_of_every_popup_that_has_boxes() {
    for opening in ["d Down", "f Down", "7 e"] {
        for key in ["Space", "Enter"] {
            let mut session = Session::open(120, 40);
            let boxes = |session: &Session| {
                let screen = session.screen();
                let boxes = screen.split('[').filter(|part| part.starts_with("x] ") || part.starts_with(" ] "));
                boxes.map(|part| part.starts_with('x')).collect::<Vec<_>>()
            };
            let before = boxes(session.press(opening));
            assert_ne!(boxes(session.press(key)), before, "{opening} {key}");
            assert_eq!(session.app.core.run().epoch(), 0, "{opening} {key} trains nothing");
            assert!(!session.app.core.is_playing(), "{opening} {key} trains nothing");
            assert_eq!(boxes(session.press(key)), before, "{opening} {key} {key}");
        }
    }
}

#[test]
fn the_palette_says_how_it_closes() {
    Session::open(80, 24).press(":").sees(&["Esc closes"]);
}
