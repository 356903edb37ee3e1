//! The learning rate by key: at the end it changes the run, in the past it begins a branch, and
//! undo never moves time.

use crate::session::Session;

fn trained() -> Session {
    let mut session = Session::open(120, 40);
    session.press("p Enter >");
    session
}

#[test]
fn at_the_end_the_rate_changes_this_run_and_u_takes_it_back() {
    let mut session = trained();
    session.press("i").sees(&["rate 1, was 0.5"]);
    assert_eq!(session.app.core.run().learning_rate(), 1.0);
    session.press("i").sees(&["rate 3, was 1"]);
    session.press("o o").sees(&["rate 0.3, was 1"]);
    assert_eq!(session.app.core.runs.all().len(), 2, "no new run");
    let epoch = session.epoch();
    session.press("u u u u");
    assert_eq!(session.app.core.run().learning_rate(), 0.5);
    assert_eq!(session.epoch(), epoch, "undo never moves time");
    session.press("C-r");
    assert_eq!(session.app.core.run().learning_rate(), 1.0);
}

#[test]
fn in_the_past_a_branch_begins_and_the_run_stays_whole() {
    let mut session = trained();
    let end = session.bits();
    session.press(", , , , ,");
    let here = session.bits();
    session.press("o").sees(&["run B begins here, at epoch 5"]);
    assert_eq!(session.app.core.run().name, "B");
    assert_eq!((session.epoch(), session.bits()), (5, here));
    session.press("u").sees(&["run A"]);
    assert_eq!(session.app.core.run().name, "A");
    session.press("E");
    assert_eq!((session.epoch(), session.bits()), (10, end));
    session.press("C-r");
    assert_eq!(session.app.core.run().name, "B");
}

#[test]
fn a_branch_learns_at_its_own_rate_from_the_same_point() {
    let mut session = trained();
    session.press(", , , , , i");
    session.press(". . . . .");
    let branch = session.bits();
    session.press("u E");
    assert_eq!(session.epoch(), 10);
    assert_ne!(session.bits(), branch, "another rate, another future");
}

#[test]
fn the_rate_stops_at_both_ends_of_its_scale() {
    let mut session = trained();
    for _ in 0..40 {
        session.press("i");
    }
    assert_eq!(session.app.core.run().learning_rate(), 100.0);
    for _ in 0..40 {
        session.press("o");
    }
    assert_eq!(session.app.core.run().learning_rate(), 1e-6);
}

#[test]
fn there_is_nothing_to_undo_at_the_start_and_it_says_so() {
    let mut session = Session::open(80, 24);
    session.press("u").sees(&["nothing of yours to undo"]);
    session.press("C-r").sees(&["nothing to redo"]);
}
