//! The program held still: fingerprints of what a user sees, saves, copies and exports. A change of the
//! house that is none of the program leaves them; one that means to change a frame changes its line here.
//!
//! A fingerprint says that something differs, not what: the frames themselves are in the other tests.

use std::fmt::Write as _;
use std::mem::discriminant;
use std::path::Path;
use std::process::Command;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use openings::{OPENINGS, kind};
use presets::settle;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use session::Session;
use titanic_tui::app::figure::{Export, Figure};
use titanic_tui::app::{Action, Effect, Screen, Target, ThemeName};
use titanic_tui::explain::words::Language;
use titanic_tui::training::Preset;
use titanic_tui::ui;

#[path = "support/openings.rs"]
mod openings;
#[path = "support/presets.rs"]
mod presets;
#[path = "support/session.rs"]
mod session;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// A theme, and whether glyphs are ASCII.
const LOOKS: [(ThemeName, bool); 3] = [(ThemeName::Dark, false), (ThemeName::Mono, false), (ThemeName::Terminal, true)];

/// States a user comes into: a preset, and keys from Explore on.
const STATES: [(&str, Preset, &str); 12] = [
    ("published", Preset::ThePost, ""),
    ("trained", Preset::ThePostTrained, "> > > > >"),
    ("raw ages", Preset::ZerosRawAge, "> >"),
    ("2-3-1", Preset::Unpublished231, "> > ( ("),
    ("deep", Preset::MyFirstDeepNetwork, "> > ( ( ("),
    ("everything", Preset::Everything, "> J J"),
    ("filtered", Preset::ThePost, "> f text:sex=f Enter"),
    ("what-if", Preset::ThePost, "w Down Right Right"),
    ("by hand", Preset::ThePost, "> e Up Up"),
    ("test rows", Preset::ThePostTrained, "> > M"),
    ("two runs", Preset::ThePostTrained, "> i > > 2 c"),
    ("waiting", Preset::ThePostTrained, "> 7 Down Down Right"),
];

/// Somebody whom every recipe can ask about.
const PERSON: [&str; 17] = [
    "predict",
    "--age",
    "29",
    "--sex",
    "female",
    "--pclass",
    "2",
    "--sibsp",
    "1",
    "--parch",
    "0",
    "--fare",
    "26",
    "--embarked",
    "S",
    "--name",
    "Doe, Mrs. Jane",
];

/// FNV-1a: short, and the same everywhere.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn started(preset: Preset, keys: &str) -> Session {
    let mut session = presets::started(preset, (120, 40));
    session.press("1").press(keys);
    settle(&mut session);
    session
}

/// The frame at every size, in both languages and in every look, as three digits each.
fn frames(session: &mut Session) -> String {
    let mut said = String::new();
    for (columns, rows) in SIZES {
        session.buf = Buffer::empty(Rect::new(0, 0, columns, rows));
        session.act(Action::Resize { columns, rows });
        settle(session);
        for &language in Language::ALL {
            session.app.core.settings.language = language;
            for (theme, ascii) in LOOKS {
                session.app.core.settings.theme = theme;
                session.app.core.settings.ascii = ascii;
                session.draw();
                let frame = ui::picture::ansi(&session.buf);
                let _ = write!(said, " {:04x}", fingerprint(frame.as_bytes()) & 0xffff);
            }
        }
        session.app.core.settings.language = Language::English;
        session.app.core.settings.theme = ThemeName::Terminal;
        session.app.core.settings.ascii = false;
    }
    said
}

#[test]
fn every_screen_in_many_states() {
    let mut table = String::new();
    for (state, preset, keys) in STATES {
        let mut session = started(preset, keys);
        for (key, screen) in (1..).zip(Screen::ALL) {
            session.press(&key.to_string());
            let said = frames(&mut session);
            let _ = writeln!(table, "{:<24}{said}", format!("{state}, {}", screen.key()));
        }
    }
    insta::assert_snapshot!("screens", table);
}

/// A popup that Esc closes leaves what was there before it.
#[test]
fn every_popup_and_esc_closes_that_one_alone() {
    let mut table = String::new();
    for (place, keys) in OPENINGS.into_iter().enumerate() {
        let (before, opening) = keys.rsplit_once(' ').unwrap_or(("", keys));
        let (before, opening) = match before.strip_prefix('/') {
            Some(_) => ("", keys),
            None => (before, opening),
        };
        let mut session = started(Preset::ThePostTrained, &format!("> {before}"));
        session.press("J");
        let shown = session.screen();
        session.press(opening);
        assert_eq!(session.app.popups.top().map(kind), Some(place), "{keys}");
        let said = frames(&mut session);
        let _ = writeln!(table, "{keys:<24}{said}");
        session.buf = Buffer::empty(Rect::new(0, 0, 120, 40));
        session.act(Action::Resize { columns: 120, rows: 40 });
        session.press("Esc");
        assert!(!session.app.popups.is_open(), "Esc leaves {keys} open");
        assert_eq!(session.screen(), shown, "after Esc out of {keys}");
    }
    insta::assert_snapshot!("popups", table);
}

/// The answer of a subcommand that is given the model of a file, as bytes.
fn asked(model: &Path, words: &[&str]) -> Vec<u8> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
    program.env("XDG_CONFIG_HOME", "/nonexistent");
    let answer = program.args(words).arg("--model").arg(model).env("LC_ALL", "C.UTF-8").output().expect("it starts");
    let said = String::from_utf8_lossy(&answer.stderr);
    assert!(answer.status.success() && !answer.stdout.is_empty(), "{words:?}: {said}");
    answer.stdout
}

/// What is saved after 200 epochs, what `y` copies on every screen, what each export holds, and what the
/// command line says of the model.
#[test]
fn every_preset_as_files_and_text() {
    let folder = tempfile::tempdir().expect("there is room");
    let mut table = String::new();
    for &preset in Preset::ALL {
        let mut session = started(preset, ": text:200 Enter");
        let mut line = |what: &str, bytes: &[u8]| {
            let _ = writeln!(table, "{preset:?}, {what}: {:016x}", fingerprint(bytes));
        };
        let model = session.app.core.run().model();
        let mut saved = Vec::new();
        model.write(&mut saved).expect("memory takes it");
        line("model", &saved);
        let file = folder.path().join("model.json");
        std::fs::write(&file, &saved).expect("the folder takes it");
        line("predict --explain", &asked(&file, &[&PERSON[..], &["--explain"]].concat()));
        line("predict --json", &asked(&file, &[&PERSON[..], &["--json"]].concat()));
        line("evaluate --json", &asked(&file, &["evaluate", "--json"]));
        for row in 0..Export::ALL.len() {
            session.press(&format!("x Home {}Enter", "Down ".repeat(row)));
            if let Some(Effect::Export { name, contents }) = session.effects.pop() {
                line(&name, contents.as_bytes());
            }
        }
        for (key, screen) in (1..).zip(Screen::ALL) {
            session.effects.clear();
            session.press(&key.to_string());
            settle(&mut session);
            session.press("y");
            let copied = session
                .effects
                .iter()
                .find_map(|effect| if let Effect::Copy(text) = effect { Some(text.clone()) } else { None });
            let copied = copied.unwrap_or_else(|| panic!("y copies nothing on {screen:?}"));
            line(&format!("y on {}", screen.key()), copied.as_bytes());
        }
        for &figure in Figure::ALL {
            let drawing = ui::figures::svg(&session.app, figure);
            line(&format!("{}.svg", figure.key()), drawing.as_bytes());
        }
    }
    insta::assert_snapshot!("files", table);
}

/// Each thing drawn, by a cell of it: as many of a kind as are first seen.
fn targets(session: &Session) -> Vec<(Target, (u16, u16))> {
    let area = session.buf.area;
    let mut seen: Vec<(Target, (u16, u16))> = Vec::new();
    for (y, x) in (0..area.height).flat_map(|y| (0..area.width).map(move |x| (y, x))) {
        if let Some((_, target)) = session.app.core.hits.at(x, y)
            && seen.iter().all(|&(known, _)| known != target)
        {
            seen.push((target, (x, y)));
        }
    }
    seen
}

fn click(session: &mut Session, (column, row): (u16, u16)) {
    for kind in [MouseEventKind::Down, MouseEventKind::Up] {
        session.act(Action::Mouse(MouseEvent {
            kind: kind(MouseButton::Left),
            column,
            row,
            modifiers: KeyModifiers::NONE,
        }));
    }
}

/// Something a user may click that never answers is a picture of a button.
#[test]
fn every_kind_of_target_on_every_screen_answers_a_click() {
    for (state, preset, keys) in STATES {
        if state == "published" || state == "what-if" {
            continue;
        }
        for (key, screen) in (1..).zip(Screen::ALL) {
            let mut silent = Vec::new();
            let mut answered = Vec::new();
            let mut session = started(preset, keys);
            session.press(&key.to_string());
            settle(&mut session);
            for (target, at) in targets(&session) {
                let kind = discriminant(&target);
                // A panel that has the focus has what a click gives.
                let is_there = target == Target::Panel(session.app.core.focus());
                if is_there || answered.contains(&kind) {
                    continue;
                }
                let (before, effects) = (session.buf.clone(), session.effects.len());
                click(&mut session, at);
                if session.buf != before || session.effects.len() > effects {
                    answered.push(kind);
                    session = started(preset, keys);
                    session.press(&key.to_string());
                    settle(&mut session);
                } else {
                    silent.push((kind, target));
                }
            }
            silent.retain(|(kind, _)| !answered.contains(kind));
            assert!(silent.is_empty(), "{state}, {screen:?}: {silent:?}");
        }
    }
}
