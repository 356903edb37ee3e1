//! The sentence the first version had to make true: a stranger browses, sees why Mr. Braund gets
//! 38 %, presses Space twice, watches the network learn from 185 to 226, and walks back again.

use crate::session::Session;

/// Right answers of 291 at the epochs the story names.
const TOLD: [(u64, u32); 4] = [(0, 185), (1, 204), (10, 217), (20, 226)];

#[test]
fn a_stranger_sees_why_mr_braund_gets_38_percent() {
    let mut session = Session::open(80, 24);
    session.sees(&[
        "Braund, Mr. Owen Harris",
        "−0.370744",
        "−0.116309",
        "−0.487053",
        ".380588",
        "38 %",
        "died ✓",
        "420/600 70.00 %",
        "213/291 73.20 %",
    ]);
    session.press("Down").sees(&["2 Cumings", "f 38"]);
    session.press("Down").sees(&["3 Heikkinen", "f 26", "lived ✓"]);
    session.press("Up Up").sees(&["1 Braund", "38 %"]);
}

#[test]
fn two_presses_of_space_show_it_learning_and_it_walks_back_bit_for_bit() {
    let mut session = Session::open(120, 40);
    session.press("Space Space");
    assert_eq!(session.epoch(), 0, "it begins at zero, and one sees that");
    session.sees(&["185/291"]);
    let mut bits = vec![session.bits()];
    for frame in 0.. {
        assert!(frame < 2_000, "playing stands still at {}", session.epoch());
        let before = session.epoch();
        session.wait(33);
        let now = session.epoch();
        assert!(now - before <= 1, "the eye can follow one epoch a frame");
        if now > before {
            bits.push(session.bits());
            if let Some((_, right)) = TOLD.iter().find(|(epoch, _)| *epoch == now) {
                session.sees(&[&format!("{right}/291")]);
            }
        }
        if now == 20 {
            break;
        }
    }
    session.press("Space");
    assert!(!session.app.core.is_playing());

    let mut back = Vec::new();
    for epoch in (0..20).rev() {
        session.press(",");
        assert_eq!(session.epoch(), epoch);
        assert_eq!(session.bits(), bits[epoch as usize], "epoch {epoch}");
        back.push((session.right(), session.screen()));
    }
    for (epoch, right) in TOLD {
        if epoch < 20 {
            let seen = back[19 - epoch as usize].0.1;
            assert_eq!(seen, right, "test rows right at epoch {epoch}");
        }
    }
    // Epoch 0 has no step before it, so its last line differs by nothing but direction.
    for epoch in 1..20 {
        session.press(".");
        assert_eq!(session.bits(), bits[epoch as usize], "epoch {epoch}");
        let (_, screen) = &back[19 - epoch as usize];
        assert_eq!(&session.screen(), screen, "epoch {epoch}, once more");
    }
}

#[test]
fn watching_takes_four_seconds_for_twenty_epochs() {
    let mut session = Session::open(80, 24);
    session.press("Space Space");
    let mut waited = 0;
    while session.epoch() < 20 {
        session.wait(33);
        waited += 33;
        assert!(waited < 10_000, "too slow to watch");
    }
    assert!((3_000..=5_000).contains(&waited), "{waited} ms is not a pace the eye can follow");
}
