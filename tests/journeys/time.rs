//! Time: steps of one, ten, a hundred, play and pause, far jumps and stopping on the way.

use crate::session::Session;

fn trained() -> Session {
    let mut session = Session::open(80, 24);
    session.press("p Enter");
    assert!(!session.app.core.is_published());
    session
}

#[test]
fn steps_go_by_one_ten_and_a_hundred_both_ways() {
    let mut session = trained();
    for (keys, epoch) in [
        (".", 1),
        (">", 11),
        ("S-Right", 21),
        ("}", 121),
        ("C-Right", 221),
        (",", 220),
        ("<", 210),
        ("S-Left", 200),
        ("{", 100),
        ("C-Left", 0),
        (",", 0),
        ("E", 221),
        ("r", 0),
    ] {
        session.press(keys);
        assert_eq!(session.epoch(), epoch, "{keys}");
    }
    assert_eq!(session.app.core.run().last_epoch(), 221, "r loses nothing");
}

/// A large network goes so far in several slices of work.
#[test]
fn a_jump_made_in_slices_is_one_span() {
    let mut session = Session::open(200, 60);
    session.press("p End Enter : text:400 Enter");
    assert!(session.app.is_working(), "not done at once");
    while session.app.is_working() {
        session.wait(1);
    }
    session.draw().sees(&["epoch 0 to 400: "]);
    session.press(",").sees_no("epoch 0 to");
}

#[test]
fn going_past_the_last_epoch_replays_the_past_and_trains_the_rest() {
    let mut session = trained();
    session.press("> , , ,");
    let last = session.app.core.run().last_epoch();
    session.press(">");
    assert_eq!((last, session.epoch()), (10, 17));
}

#[test]
fn the_past_is_replayed_and_at_its_end_training_goes_on() {
    let mut session = trained();
    session.press("> r Space");
    session.sees(&["replays"]).sees_no("learns");
    for _ in 0..100 {
        session.wait(100);
    }
    session.sees(&["learns"]);
    assert!(session.app.core.run().last_epoch() > 10);
    session.press("Space").sees(&["▮▮"]);
    let stopped = session.epoch();
    session.wait(3_000);
    assert_eq!(session.epoch(), stopped, "pause pauses");
}

#[test]
fn playing_again_after_the_past_gives_the_same_numbers() {
    let mut session = trained();
    session.press("}");
    let end = session.bits();
    session.press("r } ");
    assert_eq!(session.bits(), end);
}

#[test]
fn a_far_jump_can_be_stopped_on_the_way() {
    let mut session = Session::open(80, 24);
    session.press(": text:50000 Enter").wait(1);
    session.sees(&["50,000", "Esc"]);
    for _ in 0..5 {
        session.wait(1);
    }
    assert!(session.app.core.is_playing());
    session.press("Esc");
    let stopped = session.epoch();
    session.wait(1_000);
    assert!(!session.app.core.is_playing());
    assert_eq!(session.epoch(), stopped);
    assert!(stopped > 0 && stopped < 50_000, "{stopped}");
}

#[test]
fn hundreds_pressed_many_times_arrive_and_can_be_stopped() {
    let mut session = trained();
    session.press("} } } } } }");
    while session.app.core.is_playing() {
        session.wait(1);
    }
    assert_eq!(session.epoch(), 600);
    let mut deep = Session::open(80, 24);
    deep.press("p End Enter : text:20000 Enter");
    assert!(deep.app.core.is_playing(), "so many epochs of a wide net take more than a moment");
    deep.press("Esc");
    assert!(!deep.app.core.is_playing());
    let there = deep.epoch();
    assert!(there < 20_000);
    deep.press("} Esc }");
    while deep.app.core.is_playing() {
        deep.wait(1);
    }
    assert_eq!((deep.epoch() - there) % 100, 0);
}

#[test]
fn a_key_pressed_while_it_seeks_takes_over() {
    let mut session = Session::open(80, 24);
    session.press(": text:50000 Enter").wait(1);
    session.press("r");
    assert_eq!(session.epoch(), 0);
    assert!(!session.app.core.is_playing());
}

#[test]
fn speed_changes_are_seen_and_end_at_one_and_flat_out() {
    let mut session = trained();
    session.press(".");
    session.sees(&["5/s"]);
    session.press("]").sees(&["10/s"]);
    session.press("[ [ [ [ [ [").sees(&["1/s"]);
    for _ in 0..15 {
        session.press("+");
    }
    session.sees(&["max"]);
    session.press("Space").wait(16);
    assert!(session.app.is_working());
}

#[test]
fn a_wild_rate_never_puts_a_number_on_the_screen_that_is_none() {
    let mut session = Session::open(80, 24);
    session.press("p Down Enter");
    for _ in 0..12 {
        session.press("i");
    }
    session.press("} } }");
    while session.app.core.is_playing() {
        session.wait(1);
    }
    let parameters = session.app.core.network().parameters();
    assert!(parameters.iter().all(|value| value.is_finite()));
    for screen in ["1", "2"] {
        session.press(screen).wait(10);
        let text = session.screen();
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
}

#[test]
fn the_mark_is_where_flips_are_counted_from() {
    let mut session = trained();
    session.press("> M").sees(&["from epoch 10"]);
    session.press("> 2").sees(&["epoch 10 to 20"]);
}

#[test]
fn at_the_first_epoch_no_step_has_been_made_yet() {
    for (size, words) in [((80, 24), "+85 −32"), ((120, 40), "last step"), ((200, 60), "last step")] {
        let mut session = Session::open(size.0, size.1);
        session.press("2 p Enter").wait(3_000);
        session.press("J").sees(&["no step yet"]).sees_no(words);
        session.press(".").sees(&[words]).sees_no("no step yet");
        session.press(",").sees(&["no step yet"]).sees_no(words);
    }
}

#[test]
fn a_race_says_what_space_does_to_it_now() {
    let mut session = Session::open(120, 40);
    session.press("2 p Enter R Enter").sees(&["Space starts the race", "Space train"]);
    let (starts, runs, waits) = ("Space starts", "Space pauses the race", "Space goes on");
    session.press("Space").sees(&[runs]).sees_no(starts);
    session.wait(1_000).sees(&[runs, "Race · epoch"]);
    session.press("Space").sees(&[waits]).sees_no(runs);
    session.press(".").sees(&[waits]);
    session.press("Space").sees(&[runs]).sees_no(waits);
    session.press("r").sees(&[starts]).sees_no(runs);
    // At a rate that no number survives everybody stops.
    let mut session = Session::open(120, 40);
    let (rate, init) = ("Down ".repeat(11), "Down ".repeat(7));
    let wild = format!("p Enter 7 g {rate} e C-u text:1e308 Enter g {init} Right Enter");
    session.press(&wild).press("2 R Down Down Down Enter Space");
    session.sees(&[runs]).wait(1_000);
    session.sees(&["the race is over"]).sees_no(runs);
}
