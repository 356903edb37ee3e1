//! The sweep of hidden widths: started, left alone behind other screens, stopped, gone on with, read.

use titanic_tui::analysis::sweep::{Outcome, Plan, Sweep};
use titanic_tui::app::{Effect, Panel, ScorePanel, Screen};

use crate::session::Session;

/// The Score screen with a sweep of few epochs, its panel in focus.
fn open(width: u16, height: u16) -> Session {
    let mut session = Session::open(width, height);
    let plan = Plan { widths: vec![0, 1, 3], seeds: 3, epochs: 30, ..Plan::default() };
    session.app.screens.score.sweep.engine = Sweep::new(plan);
    session.press("6 S-Tab S-Tab");
    assert_eq!(session.app.core.focus(), Panel::Score(ScorePanel::Sweep));
    session
}

fn finish(session: &mut Session) {
    for _ in 0..10_000 {
        if !session.app.screens.score.sweep.is_running() {
            return;
        }
        session.wait(0);
    }
    panic!("the sweep never ends");
}

fn outcomes(session: &Session) -> Vec<Vec<Outcome>> {
    let engine = &session.app.screens.score.sweep.engine;
    (0..3).map(|place| engine.outcomes(place).to_vec()).collect()
}

#[test]
fn the_rows_are_there_from_the_start_and_say_where_each_stands() {
    let mut session = open(120, 40);
    session.sees(&["68.00 / 70.79", "60.67 / 63.57", "not trained yet", "Enter starts it: 9 runs"]);
    session.press("Enter").sees(&["running, seed 1", "waiting", "0 of 9 runs", "Enter stops"]);
    session.wait(0).press("Enter").sees(&["Enter goes on"]);
    session.press("Down").sees(&["185/291, the counts of “everyone died”"]);
}

#[test]
fn what_is_known_to_come_of_it_is_drawn_at_once() {
    let mut session = Session::open(120, 40);
    session.press("6 S-Tab S-Tab");
    session.sees(&["78.83 / 77.66", "230", "229–232", "3/24", "72 of 72 runs", "Enter opens the middle network"]);
    session.press("Down Down Down Down").sees(&["475/600, 226/291, the counts of “women live”"]);
    let (place, outcomes) = (4, session.app.screens.score.sweep.engine.outcomes(4).to_vec());
    session.press("Enter");
    while session.app.core.is_playing() {
        session.wait(0);
    }
    assert_eq!(session.epoch(), 2_000);
    let right = session.right();
    assert!(outcomes.iter().any(|outcome| (outcome.train.0, outcome.test.0) == right), "{place}: {right:?}");
}

#[test]
fn stopped_and_gone_on_with_it_gives_the_same() {
    let mut whole = open(120, 40);
    whole.press("Enter");
    finish(&mut whole);
    whole.press("Home").sees(&["9 of 9 runs", "Enter opens the middle network"]);
    let mut parts = open(80, 24);
    parts.press("Enter").wait(0).press("Enter");
    let stood = outcomes(&parts);
    parts.wait(0).wait(0);
    assert_eq!(outcomes(&parts), stood, "stopped is stopped");
    parts.press("Enter");
    // Meanwhile the user trains a run of their own on another screen.
    parts.press("1 p Enter . . .");
    finish(&mut parts);
    assert_eq!(outcomes(&parts), outcomes(&whole));
    assert_eq!((parts.app.core.screen, parts.epoch()), (Screen::Explore, 3));
    assert!(parts.notice().contains("the sweep of widths is done: 9 runs"));
}

#[test]
fn keys_are_answered_between_two_slices() {
    let mut session = open(120, 40);
    session.press("Enter").wait(0);
    assert!(session.app.screens.score.sweep.is_running() && session.app.is_working());
    session.press("1 J J");
    assert_eq!(session.id(), 3);
    assert!(session.app.screens.score.sweep.is_running());
}

#[test]
fn a_finished_width_opens_as_the_run_it_was() {
    let mut session = open(120, 40);
    session.press("Enter");
    finish(&mut session);
    session.press("End Enter");
    while session.app.core.is_playing() {
        session.wait(0);
    }
    let mut of = outcomes(&session)[2].clone();
    of.sort_by_key(|outcome| (outcome.test.0, outcome.seed));
    assert_eq!(session.app.core.run().name, format!("h3 seed {}", of[1].seed));
    assert_eq!(session.epoch(), 30);
    assert_eq!(session.right(), (of[1].train.0, of[1].test.0));
    let runs = session.app.core.runs.all().len();
    session.press("Enter");
    assert_eq!(session.app.core.runs.all().len(), runs, "it is not made twice");
    session.press("u");
    assert!(session.app.core.is_published());
}

#[test]
fn the_table_is_copied_with_what_is_known_so_far() {
    let mut session = open(120, 40);
    session.press("y");
    let Some(Effect::Copy(text)) = session.effects.last() else {
        panic!("nothing was copied");
    };
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[1], "0\t68.00\t70.79\t0");
    assert_eq!(lines.len(), 4);
    session.press("Enter");
    finish(&mut session);
    session.press("y");
    let Some(Effect::Copy(text)) = session.effects.last() else {
        panic!("nothing was copied");
    };
    let ours = session.app.screens.score.sweep.engine.outcomes(0)[0];
    assert!(text.lines().nth(1).unwrap().starts_with("0\t68.00\t70.79\t3\t"), "{text}");
    assert_eq!(ours.test.1, 291);
}
