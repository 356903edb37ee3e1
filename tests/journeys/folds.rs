//! Cross-validation: started, left alone behind other screens, stopped, gone on with, read.

use titanic_tui::app::{Panel, ScorePanel, Settings};
use titanic_tui::explain::words::Language;

use crate::session::Session;

/// The post's recipe at epoch 10, and the panel in focus.
fn opened(language: Language, (width, height): (u16, u16)) -> Session {
    let mut session = Session::with(Settings { language, ..Settings::default() }, width, height);
    session.press("p Home Down Enter > 6 S-Tab S-Tab S-Tab");
    assert_eq!(session.app.core.focus(), Panel::Score(ScorePanel::Folds));
    session
}

fn finish(session: &mut Session) {
    for _ in 0..1_000 {
        if !session.app.screens.score.folds.is_running() {
            return;
        }
        session.wait(1);
    }
    panic!("it never ends");
}

#[test]
fn it_is_started_read_and_copied_by_keys() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let mut session = opened(Language::English, size);
        session.sees(&["Cross-validation", "Enter starts it", "The 600 training rows, in 10 folds"]);
        session.press("Enter");
        finish(&mut session);
        session.sees(&["epoch 10: 10 of 10", "mean 75.33 %, sd 5.02, from 68.33 to 81.67 %", "41/60", "68.33 %"]);
        session.press("y");
        session.press("Enter").sees_no("Enter st");
        for next in [ScorePanel::Worth, ScorePanel::Sweep, ScorePanel::Folds] {
            session.press("v");
            assert_eq!(session.app.core.focus(), Panel::Score(next));
        }
    }
}

#[test]
fn it_goes_on_behind_other_screens_and_stops_when_told() {
    let mut session = opened(Language::English, (120, 40));
    session.press("Enter");
    assert!(session.app.screens.score.folds.is_running() && session.app.is_working());
    session.press("Enter").sees(&["Enter goes on"]);
    assert!(!session.app.is_working());
    let stood = session.app.screens.score.folds.begun().map(|(_, folds)| folds.progress());
    session.wait(1_000);
    assert_eq!(session.app.screens.score.folds.begun().map(|(_, folds)| folds.progress()), stood, "stopped is stopped");
    session.press("Enter 1");
    finish(&mut session);
    assert!(session.notice().contains("cross-validation of run A: 452 of 600 right"), "{}", session.notice());
    // Of another epoch nothing is known, and what is known says of which it is.
    session.press("6 .").sees(&["epoch 10: 10 of 10", "11 epochs a fold"]);
}

#[test]
fn a_run_that_has_learned_nothing_is_trained_first() {
    let mut session = Session::open(80, 24);
    session.press("6 S-Tab S-Tab S-Tab").sees(&["Train the run first"]);
    session.press("Enter");
    assert!(session.app.screens.score.folds.begun().is_none());
    assert!(session.notice().contains("Train the run first"));
    opened(Language::Japanese, (80, 24)).sees(&["交差検証", "訓練データ600行を10分割"]);
}
