//! Jumps in time that are too long for one turn.

use std::sync::Arc;

use super::*;
use crate::app::App;
use crate::app::Settings;
use crate::data::PassengerList;
use crate::training::Recipe;

/// A run of a deep network at epoch 100 of which only the first is kept.
fn far_from_key_frames() -> App {
    let list = Arc::new(PassengerList::embedded());
    let recipe = Recipe { hidden: vec![16, 16], ..Preset::ThePostTrained.recipe() };
    let mut run = Run::from_recipe("deep", Arc::clone(&list), recipe).unwrap();
    run.set_history_bytes(0);
    while run.last_epoch() < 100 {
        run.train().unwrap();
    }
    App::from_run(list, run, Settings::default())
}

fn settle(app: &mut App) -> usize {
    let mut slices = 0;
    while app.is_working() {
        crate::app::time::pass_time(&mut app.core, Duration::ZERO, false);
        slices += 1;
        assert!(slices < 1_000, "the jump must arrive");
    }
    slices
}

#[test]
fn a_long_jump_back_is_made_in_slices_and_arrives() {
    let mut app = far_from_key_frames();
    let there = app.core.run().network_at(60);
    crate::app::time::go_to(&mut app.core, 60);
    assert_eq!(app.core.run().epoch(), 100, "it is still on its way");
    assert!(settle(&mut app) > 3);
    assert_eq!((app.core.run().epoch(), app.core.network()), (60, &there));
    assert!(!app.core.is_playing());
}

#[test]
fn keys_pressed_on_the_way_back_are_not_lost() {
    let mut app = far_from_key_frames();
    crate::app::time::back(&mut app.core, 1);
    crate::app::time::back(&mut app.core, 1);
    crate::app::time::pass_time(&mut app.core, Duration::ZERO, false);
    crate::app::time::back(&mut app.core, 10);
    settle(&mut app);
    assert_eq!(app.core.run().epoch(), 88);
    crate::app::time::go_to(&mut app.core, 40);
    crate::app::time::pass_time(&mut app.core, Duration::ZERO, false);
    crate::app::time::go_to(&mut app.core, 100);
    assert_eq!((app.core.run().epoch(), app.core.is_playing()), (100, false));
}

#[test]
fn replaying_waits_for_no_key_frame_either() {
    let mut app = far_from_key_frames();
    crate::app::time::go_to(&mut app.core, 0);
    for _ in 0..20 {
        app.core.playback.faster();
    }
    app.core.playback.play(false);
    crate::app::time::pass_time(&mut app.core, Duration::from_secs(1), false);
    let first = app.core.run().epoch();
    assert!((1..100).contains(&first), "a slice, not all of it: {first}");
    for _ in 0..100 {
        if app.core.run().at_end() {
            break;
        }
        crate::app::time::pass_time(&mut app.core, Duration::from_secs(1), false);
    }
    assert!(app.core.run().at_end());
}
