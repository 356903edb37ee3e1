//! Commands with other keys: what they do, and where these keys are named.

use std::sync::Arc;

use titanic_tui::app::keys::written::bindable;
use titanic_tui::app::keys::{Key, KeyTable, hints};
use titanic_tui::app::popups::Popup;
use titanic_tui::app::popups::palette::{PaletteRow, rows};
use titanic_tui::app::tour::Lesson;
use titanic_tui::app::{App, Command, Screen, Settings};
use titanic_tui::data::PassengerList;
use titanic_tui::explain::words::Language;

use crate::openings::OPENINGS;
use crate::session::Session;

/// Keys for every command, none of which is one of its own: letters that few keyboards have, and for what closes and
/// takes what is typed, keys that are no letters.
fn strange() -> Vec<(Command, Vec<Key>)> {
    let key = |(command, letter)| {
        let closing = [(Command::Open, "F11"), (Command::Cancel, "F12")];
        let own = closing.into_iter().find(|&(of, _)| of == command);
        let word = own.map_or_else(|| String::from(letter), |(_, word)| word.to_owned());
        (command, vec![bindable(&word).expect("a key")])
    };
    KeyTable::default().commands().into_iter().zip('Ѐ'..).map(key).collect()
}

fn session(keys: &[(Command, Vec<Key>)], language: Language) -> Session {
    let settings = Settings { language, ..Settings::default() };
    let mut app = App::new(Arc::new(PassengerList::embedded()), settings);
    let (table, refused) = KeyTable::rebound(keys);
    assert_eq!(refused, []);
    app.rebind(table);
    Session::of(app, 120, 40)
}

/// Every command alone, so that none hides another's fault.
#[test]
fn every_command_takes_another_key_everywhere_it_holds() {
    let usual = KeyTable::default();
    for (command, keys) in strange() {
        let (table, refused) = KeyTable::rebound(&[(command, keys.clone())]);
        assert_eq!(refused, [], "{command:?}");
        for (row, before) in table.rows().iter().zip(usual.rows()) {
            let own = |(_, bound): &&(Key, Command)| *bound == command;
            let others = |row: &[(Key, Command)]| row.iter().filter(|one| !own(one)).copied().collect::<Vec<_>>();
            assert_eq!(others(&row.keys), others(&before.keys), "{command:?} changes others");
            let now: Vec<Key> = row.keys.iter().filter(own).map(|&(key, _)| key).collect();
            match (before.keys.iter().filter(own).count(), &before.keys[..]) {
                (0, _) | (_, [(Key::Ctrl('c'), _)]) => {}
                _ => assert_eq!(now, keys, "{command:?} in {:?}", row.scope),
            }
        }
    }
}

/// The table as it was, letter for letter exchanged: each row does with its new keys what it did with the old ones.
#[test]
fn a_rebound_key_does_what_the_usual_one_did_and_the_usual_one_nothing() {
    for (command, usual, done) in [
        (Command::WhoNext, "J", (|app: &App| app.core.who == 1) as fn(&App) -> bool),
        (Command::Show(Screen::Train), "2", |app| app.core.screen == Screen::Train),
        (Command::Help, "?", |app| matches!(app.popups.top(), Some(Popup::HelpPage(_)))),
        (Command::FocusNext, "Tab", |app| app.core.focus() != Screen::Explore.panels()[0]),
        (Command::Palette, ":", |app| app.popups.is_open()),
    ] {
        let mut session = session(&[(command, vec![Key::Char('Ж')])], Language::English);
        session.press(usual);
        assert!(!done(&session.app), "{command:?} still by {usual}");
        session.press("Ж");
        assert!(done(&session.app), "{command:?} not by its key");
    }
}

#[test]
fn hints_help_and_palette_name_the_keys_in_force() {
    let strange = strange();
    let key = |command: Command| strange.iter().find(|(of, _)| *of == command).expect("it is a command").1[0].label();
    let mut session = session(&strange, Language::English);
    for &screen in Screen::ALL {
        let show = strange.iter().find(|(command, _)| *command == Command::Show(screen)).expect("it is a command");
        session.press(&show.1[0].label());
        for (binding, _) in hints(&session.app) {
            let own = binding.keys.iter().all(|one| strange.contains(&(one.1, vec![one.0])) || one.0 == Key::Ctrl('c'));
            assert!(own, "{:?}", binding.keys);
        }
        let help = key(Command::Help);
        session.press(&help);
        assert!(session.screen().contains(&format!("{} {}", key(Command::Up), key(Command::Down))), "help");
        session.press(&help);
        for row in rows(&session.app, "") {
            if let PaletteRow::Command(command, label) = row {
                assert!(strange.contains(&(command, vec![bindable(&label).expect("a key")])));
            } else if let PaletteRow::Preset(_) = row {
                assert!(row.name(&session.app).starts_with(&format!("{}: ", key(Command::Presets))));
            }
        }
    }
}

/// Words of keys that no screen, popup, notice or lesson may say once no command has them.
#[test]
fn no_text_of_the_screen_names_a_key_that_no_command_has() {
    let strange = strange();
    let key = |command: Command| strange.iter().find(|(of, _)| *of == command).expect("it is a command").1[0].label();
    let usual = KeyTable::default();
    for &language in Language::ALL {
        for opening in OPENINGS
            .iter()
            .chain(["1", "2", "3", "4", "5", "6", "7", "e", "F", "Space Space", "P", "u", "2 R Enter"].iter())
        {
            // The way there, by the keys that mean the same now: a letter of a text field is none.
            let mut session = session(&strange, language);
            let mut text = false;
            for word in opening.split(' ') {
                text = text || word.starts_with("text:");
                let meant = bindable(word).ok();
                let meant = meant.and_then(|pressed| {
                    let rows = usual.rows().iter().rev().filter(|row| row.applies(&session.app));
                    rows.flat_map(|row| row.keys.iter())
                        .find(|(bound, _)| *bound == pressed)
                        .map(|&(_, command)| command)
                });
                session.press(&meant.map_or_else(|| word.to_owned(), key));
            }
            let screen = session.screen();
            for name in ["Enter", "Esc", "Space", "PgUp", "PgDn", "Ctrl-"] {
                assert!(!screen.contains(name), "{opening}: {name} in\n{screen}");
            }
        }
    }
}

/// The places of keys in texts: each names a command that there is, and one of its usual keys.
#[test]
fn every_place_of_a_key_in_a_text_has_its_command_and_its_usual_key() {
    let usual = KeyTable::default();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let lessons =
        std::fs::read_dir(folder.join("data/lessons")).expect("lessons").map(|entry| entry.expect("one").path());
    let files = [folder.join("lang/en.toml"), folder.join("lang/ja.toml")].into_iter().chain(lessons);
    let mut count = 0;
    for file in files.filter(|file| file.extension().is_some_and(|end| end == "toml")) {
        let text = std::fs::read_to_string(&file).expect("a text");
        for (at, _) in text.match_indices('{') {
            let Some(end) = text[at + 1..].char_indices().skip(1).find(|&(_, c)| c == '}') else { continue };
            let Some((key, command)) = text[at + 1..][..end.0].rsplit_once('=') else { continue };
            if command.contains([' ', '"']) {
                continue;
            }
            let found = usual.commands().into_iter().find(|one| one.name() == command);
            let found = found.unwrap_or_else(|| panic!("{}: {command} is no command", file.display()));
            let keys: Vec<String> = usual.keys(found).into_iter().map(Key::label).collect();
            assert!(keys.iter().any(|label| label == key), "{}: {key} is no key of {command}", file.display());
            count += 1;
        }
    }
    assert!(count > 300, "{count}");
}

/// What a lesson presses, it presses for everybody: its solution is written in the usual keys.
#[test]
fn lessons_are_solved_whatever_the_keys_are_and_name_those_in_force() {
    let strange = strange();
    let key = |command: Command| strange.iter().find(|(of, _)| *of == command).expect("it is a command").1[0].label();
    let on = key(Command::Tour(titanic_tui::app::TourPart::On));
    let show = key(Command::Tour(titanic_tui::app::TourPart::Show));
    let mut session = session(&strange, Language::English);
    let lessons = Lesson::built_in().into_iter().filter(|lesson| !lesson.is_task).count();
    titanic_tui::app::tour::begin(&mut session.app, 0);
    for _ in 0..lessons * 8 {
        session.draw();
        let before = session.screen();
        session.press(&on);
        if session.screen() == before {
            session.press(&show);
        }
        if session.app.popups.is_open() {
            session.press(&key(Command::Cancel));
        }
        if !session.app.tour.is_open() {
            break;
        }
    }
    assert!(!session.app.tour.is_open(), "the last lesson was reached:\n{}", session.screen());
}
