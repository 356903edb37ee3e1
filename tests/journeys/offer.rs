//! The offer on the published network: the first Space asks, and every answer does what it says.

use crate::session::Session;

fn asked() -> Session {
    let mut session = Session::open(80, 24);
    session.press("Space");
    session
}

#[test]
fn the_first_space_asks_and_changes_nothing() {
    let mut session = Session::open(80, 24);
    let bits = session.bits();
    session.press("Space").sees(&["Space again: watch it learn from zero", "Esc no"]);
    session.wait(5_000);
    assert_eq!((session.epoch(), session.bits()), (0, bits));
    assert!(!session.app.core.is_playing());
    assert_eq!(session.app.core.runs.all().len(), 1);
}

#[test]
fn the_second_space_accepts_and_the_published_run_stays() {
    let mut session = asked();
    session.press("Space").sees(&["185/291"]);
    assert!(session.app.core.is_playing() && !session.app.core.is_published());
    session.press("Space u");
    assert!(session.app.core.is_published(), "u comes back");
    session.sees(&["213/291"]);
}

#[test]
fn esc_declines_and_then_space_plays_this_run() {
    let mut session = asked();
    session.press("Esc").sees(&["trains on from the published weights"]);
    session.press("Space").wait(500);
    assert!(session.app.core.begins_published() && session.app.core.is_playing());
    assert!(session.epoch() >= 2, "it trains these very weights");
}

#[test]
fn a_full_stop_trains_on_honestly_and_says_why_it_hardly_moves() {
    let mut session = asked();
    let mut counts = vec![session.right().1];
    for _ in 0..3 {
        session.press(".");
        counts.push(session.right().1);
        session.sees(&["In small steps", "p: The post, trained"]);
    }
    assert_eq!(counts, [213, 213, 213, 214]);
    assert!(session.app.core.begins_published() && !session.app.core.is_published());
    session.press("Space").wait(300);
    assert!(session.app.core.begins_published() && session.epoch() > 3, "after . Space plays this run");
}

/// Two figures that run into each other, or weights called published that were trained on, are both false.
#[test]
fn what_was_trained_on_is_no_longer_called_published_and_nothing_collides_with_it() {
    for width in [120, 160, 200] {
        let mut session = Session::open(width, 40);
        session.press(".");
        session.sees(&["from published   of      1"]);
        assert!(!session.screen().contains("published weights"));
        session.press(",").sees(&["published        of      1"]);
        assert!(session.app.core.is_published());
        session.press(". L").sees(&["公開重みから"]);
        assert!(!session.screen().contains("公開済みの重み"));
    }
}

#[test]
fn without_the_offer_a_full_stop_still_says_why() {
    let mut session = Session::open(80, 24);
    session.press(".").sees(&["In small steps"]);
    assert_eq!(session.epoch(), 1);
}

#[test]
fn the_offer_is_made_again_only_where_it_stands() {
    let mut session = asked();
    session.press("p Down Enter");
    assert!(!session.app.core.is_published());
    session.press("Space").wait(100);
    assert!(session.app.core.is_playing(), "another run plays at once");
}
