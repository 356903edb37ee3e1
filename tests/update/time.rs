//! Time is exact: whatever path leads to an epoch of a run, its numbers are the same to the bit.

use std::sync::Arc;

use proptest::prelude::*;
use titanic_tui::app::{App, Settings};
use titanic_tui::data::PassengerList;
use titanic_tui::explain::words::Language;
use titanic_tui::training::{HeldOut, Preset, Recipe, Run, StopRule, Watched};

use crate::random::sessions;
use crate::session::Session;

fn bits(session: &Session) -> Vec<u64> {
    let parameters = session.app.core.network().parameters();
    parameters.iter().map(|value| value.to_bits()).collect()
}

fn preset(downs: usize) -> Session {
    let mut session = Session::open(80, 24);
    session.press("p Home");
    for _ in 0..downs {
        session.press("Down");
    }
    session.press("Enter");
    session
}

fn rest(session: &mut Session) {
    for _ in 0..10_000 {
        if !session.app.core.is_playing() {
            return;
        }
        session.wait(1);
    }
    panic!("it never arrives");
}

proptest! {
    #![proptest_config(sessions(16))]

    #[test]
    fn forward_back_and_forward_again_is_bit_for_bit_the_same(
        downs in 0_usize..5,
        steps in prop::collection::vec(prop::sample::select(vec![".", ">", "}"]), 1..5),
    ) {
        let mut session = preset(downs);
        let mut seen = vec![(session.app.core.run().epoch(), bits(&session))];
        for step in &steps {
            session.press(step);
            rest(&mut session);
            seen.push((session.app.core.run().epoch(), bits(&session)));
        }
        let back = |step: &str| match step { "." => ",", ">" => "<", _ => "{" };
        for (step, (epoch, bits_then)) in steps.iter().zip(&seen).rev() {
            session.press(back(step));
            prop_assert_eq!(session.app.core.run().epoch(), *epoch);
            prop_assert_eq!(&bits(&session), bits_then);
        }
        for (step, (epoch, bits_then)) in steps.iter().zip(&seen[1..]) {
            session.press(step);
            prop_assert_eq!(session.app.core.run().epoch(), *epoch);
            prop_assert_eq!(&bits(&session), bits_then);
        }
    }

    #[test]
    fn a_run_trained_twice_in_different_strides_is_the_same_run(
        downs in 0_usize..5,
        ticks in prop::collection::vec(1_u64..400, 1..40),
    ) {
        let mut played = preset(downs);
        played.press("Space");
        if played.app.core.offer_stands() {
            played.press(". Space");
        }
        for tick in ticks {
            played.wait(tick);
        }
        played.press("Space");
        let epoch = played.app.core.run().last_epoch();
        let mut stepped = preset(downs);
        for _ in 0..epoch {
            stepped.press(".");
        }
        prop_assert_eq!(stepped.app.core.run().epoch(), epoch);
        prop_assert_eq!(bits(&stepped), bits(&played));
    }
}

#[test]
fn a_changed_rate_is_part_of_the_past() {
    let mut session = preset(1);
    session.press("> i >");
    let end = bits(&session);
    session.press("r");
    for _ in 0..20 {
        session.press(".");
    }
    assert_eq!(bits(&session), end, "replay applies the change at its epoch");
}

/// A run that soon learns by heart and stops early, at its epoch 0, and the epochs it stops at and is best at.
fn that_stops_early() -> (Session, u64, u64) {
    let list = Arc::new(PassengerList::embedded());
    let deep = Preset::MyFirstDeepNetwork.recipe();
    let recipe = Recipe { stop: StopRule::Plateau, patience: 30, held_out: HeldOut::Fifth, learning_rate: 0.3, ..deep };
    let run = Run::from_recipe("A", Arc::clone(&list), recipe).expect("a recipe");
    let mut trained = run.clone();
    while Watched::of(&trained).epochs_since < 30 {
        trained.train().expect("it learns");
    }
    let (best, _) = Watched::of(&trained).best(&trained);
    (Session::of(App::from_run(list, run, Settings::default()), 80, 24), trained.last_epoch(), best)
}

fn notice(session: &Session) -> String {
    let notice = session.app.core.notice.as_ref().expect("a notice");
    notice.message.text(Language::English)
}

#[test]
fn playing_rests_where_the_recipe_says_and_goes_on_where_the_user_does() {
    let (mut session, stops, best) = that_stops_early();
    session.press("Space ] ] ] ] ] ] ]");
    rest(&mut session);
    assert_eq!(session.app.core.run().epoch(), stops, "not an epoch later");
    let said = notice(&session);
    assert!(said.starts_with(&format!("early stopping at {stops}: held-out .")), "{said}");
    assert!(said.contains(&format!(" at {best} · ")) && said.chars().count() <= 78, "{said}");
    session.press("B");
    assert_eq!((session.app.core.run().epoch(), session.app.core.run().last_epoch()), (best, stops));
    // From there it plays to where it stopped, and says so again.
    session.press("Space");
    rest(&mut session);
    assert_eq!(session.app.core.run().epoch(), stops);
    assert_eq!(notice(&session), said);
    session.press("Space");
    session.wait(500);
    assert!(session.app.core.is_playing() && session.app.core.run().epoch() > stops, "whoever insists goes on");
    let (mut by_hand, ..) = that_stops_early();
    by_hand.press("} }");
    rest(&mut by_hand);
    assert!(stops < 200);
    assert_eq!(by_hand.app.core.run().epoch(), 200, "a jump by hand asks no rule");
}
