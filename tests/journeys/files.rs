//! What `I` lists, chosen by keys and by mouse.

use std::time::Duration;

use titanic_tui::app::{Action, Effect, FoundFile, Settings};
use titanic_tui::explain::words::Language;
use titanic_tui::training::Preset;

use crate::session::Session;

/// The program after `I`, with so many files in the folder and one kept.
fn choosing(count: u64, settings: Settings, (width, height): (u16, u16)) -> Session {
    let mut session = Session::with(settings, width, height);
    session.press("I");
    assert_eq!(session.effects.last(), Some(&Effect::FindFiles));
    let file = |path: String, is_kept| FoundFile {
        is_kept,
        bytes: 3_100,
        age: Some(Duration::from_secs(7_200)),
        recipe: Some(Preset::Unpublished231.recipe()),
        epoch: path.ends_with("json").then_some(40),
        path,
    };
    let here = (0..count).map(|at| file(format!("file-{at}.{}", ["json", "toml"][at as usize % 2]), false));
    let files = here.chain([file("/state/runs/1-A.json".to_owned(), true)]).collect();
    session.act(Action::FoundFiles(files));
    session
}

/// The path that was asked for last.
fn asked(session: &Session) -> &str {
    match session.effects.last() {
        Some(Effect::OpenFile { path, .. }) => path,
        other => panic!("no file but {other:?}"),
    }
}

#[test]
fn the_files_there_are_can_be_chosen_with_arrows_narrowed_and_written_out() {
    let mut session = choosing(4, Settings::default(), (80, 24));
    let screen = session.screen();
    for told in ["file-3.toml", "epoch 40, 2-3-1 relu scaled, rate 0.5", "3.1 kB", "2 h ago", "in /state/runs/"] {
        assert!(screen.contains(told), "{told}: {screen}");
    }
    session.press("Down Enter");
    assert_eq!(asked(&session), "file-1.toml");
    session.press("End Down Down Down Down Enter");
    assert_eq!(asked(&session), "/state/runs/1-A.json");
    session.press("text:3.t");
    assert!(!session.screen().contains("file-1"), "{}", session.screen());
    session.press("Enter");
    assert_eq!(asked(&session), "file-3.toml");
    session.press("C-u text:1-a Tab");
    assert!(session.screen().contains("file  /state/runs/1-A.json"), "{}", session.screen());
    session.press("C-u text:else/where.json");
    assert!(session.screen().contains("Enter takes it for a path"), "{}", session.screen());
    session.press("Enter");
    assert_eq!(asked(&session), "else/where.json");
}

#[test]
fn a_file_is_opened_by_a_click_and_the_wheel_goes_through_a_long_list() {
    let japanese = Settings { language: Language::Japanese, ..Settings::default() };
    for (settings, size) in [(Settings::default(), (80, 24)), (japanese, (80, 24)), (Settings::default(), (120, 40))] {
        let mut session = choosing(60, settings, size);
        session.click("file-2.json");
        assert_eq!(asked(&session), "file-2.json");
        for _ in 0..60 {
            session.wheel("file-", true);
        }
        assert!(session.screen().contains("▸ 1-A.json"), "{}", session.screen());
        session.click("1-A.json");
        assert_eq!(asked(&session), "/state/runs/1-A.json");
    }
}

#[test]
fn without_any_file_the_popup_says_so() {
    let mut session = Session::open(80, 24);
    session.press("I").act(Action::FoundFiles(Vec::new()));
    assert!(session.screen().contains("no earlier session kept a run"), "{}", session.screen());
    session.press("Enter Esc");
    assert!(!session.app.popups.is_open());
}
