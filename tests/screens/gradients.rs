//! The Gradients screen: its numbers, its micro-steps, whose gradient it says it is.

use insta::assert_snapshot;
use ratatui::style::Modifier;
use titanic_tui::app::{Effect, Settings};
use titanic_tui::explain::words::Language;

use crate::cells::styles;
use crate::session::Session;

/// Passenger 4, on this screen.
fn fourth(width: u16, height: u16) -> Session {
    let mut session = Session::open(width, height);
    session.press("3 J J J Right Right Right Right");
    session
}

/// Waits until what was asked for is trained and checked.
pub fn settle(session: &mut Session) {
    for _ in 0..10_000 {
        if !session.app.is_working() {
            break;
        }
        session.wait(0);
    }
    session.draw();
}

#[track_caller]
fn says(session: &Session, texts: &[&str]) {
    let screen = session.screen();
    for text in texts {
        assert!(screen.contains(text), "`{text}` is not on\n{screen}");
    }
}

#[track_caller]
fn says_not(session: &Session, texts: &[&str]) {
    let screen = session.screen();
    for text in texts {
        assert!(!screen.contains(text), "`{text}` is on\n{screen}");
    }
}

#[test]
fn in_a_small_terminal() {
    assert_snapshot!("gradients_80x24", fourth(80, 24).screen());
}

#[test]
fn in_a_usual_terminal() {
    assert_snapshot!("gradients_120x40", fourth(120, 40).screen());
}

#[test]
fn the_arithmetic_of_passenger_4_is_on_the_smallest_screen() {
    let session = fourth(80, 24);
    says(
        &session,
        &[
            "▸ 4 Futrell",
            "∂L/∂p = −1/p                −2.002092",
            "δ = product = p − 1         −0.500522",
            "∂L/∂w₁ = δ × 35            −17.518287",
            "checked by a tiny nudge    −17.518287 ✓",
            "step = −0.001 × gradient    +0.017518",
            "▸w₁ −0.016852 −17.518287 ✓ +0.000666",
            "whole batch: 474 with an age",
            "▸w₁ −0.016852  −0.264065 ✓ −0.016588",
            "66 times as far",
        ],
    );
}

#[test]
fn steps_not_reached_are_blank_and_nothing_moves() {
    let mut session = fourth(120, 40);
    let whole = session.screen();
    session.press("Left");
    says(&session, &["[4 gradient]", "−17.518287 ✓", "−0.264065"]);
    says_not(&session, &["+0.017518", "goes from", "66 times"]);
    session.press("Left");
    says(&session, &["[3 δ]", "┤ −0.500522│", "−2.002092"]);
    // What flows forward is another picture, that of Explore; on the way back nothing moves.
    let borders = |screen: &str| -> Vec<String> {
        screen.lines().map(|line| line.chars().filter(|c| "│├┤╭╮╰╯".contains(*c)).collect()).collect()
    };
    assert_eq!(borders(&session.screen()), borders(&whole));
    says(&session, &["Most wrong in the batch", "Harris", "−0.761539"]);
    says_not(&session, &["−17.518287", "Who pulls", "✓"]);
    session.press("Left");
    says(&session, &["[2 loss]", "L 0.694193", "y 1 lived"]);
    says_not(&session, &["−0.500522"]);
    session.press("Left");
    says(&session, &["[1 forward]", "p .499478"]);
    says_not(&session, &["0.694193", "lived │"]);
    let forward = session.screen();
    session.press("Left");
    assert_eq!(session.screen(), forward, "there is nothing before forward");
    session.press("Right Right Right Right Right");
    assert_eq!(session.screen(), whole);
}

#[test]
fn the_current_step_and_the_parameter_are_reversed() {
    let session = fourth(120, 40);
    for text in ["[5 update]", "[×−0.016852]", "▸w₁ age −"] {
        let style = styles(&session, text, 0)[0];
        assert!(style.add_modifier.contains(Modifier::REVERSED), "{text}");
    }
}

#[test]
fn people_without_an_age_have_no_gradient_and_the_screen_says_why() {
    let mut session = fourth(120, 40);
    session.press("J J");
    says(&session, &["▸ 6 Moran, Mr. James · m – · died", "teach it nothing"]);
    says(&session, &["−0.264065"]);
}

#[test]
fn the_views_of_the_table() {
    let mut session = fourth(80, 24);
    session.press("v");
    says_not(&session, &["474 with an age"]);
    session.press("Esc");
    says(&session, &["474 with an age"]);
}

#[test]
fn all_of_it_can_be_copied_with_every_digit() {
    let mut session = fourth(80, 24);
    session.press("y");
    let Some(Effect::Copy(text)) = session.effects.last() else {
        panic!("nothing was copied");
    };
    assert!(text.starts_with("Futrelle, Mrs. Jacques Heath"), "{text}");
    assert!(text.contains("∂L/∂w₁ = δ * 35: -17.5182874933432"), "{text}");
    assert!(text.contains("goes from -0.016852 to"), "{text}");
    assert!(!text.contains('−'));
}

#[test]
fn checks_over_all_rows_are_there_at_once() {
    let mut session = Session::open(120, 40);
    session.press("p Down Down Down Down Down Down Enter 3 Right Right Right Right");
    session.press("Space").wait(0);
    session.press("Space . Tab z v Enter");
    assert!(!session.app.is_drawing_soon(), "a usual list needs no slices");
    session.draw();
    let rows = session.screen().matches('✓').count();
    assert!(rows > 20, "{}", session.screen());
    assert!(!session.app.needs_tick() || session.app.core.notice.is_some());
}

#[test]
fn japanese_fits_eighty_columns() {
    let settings = Settings { language: Language::Japanese, ..Settings::default() };
    let mut session = Session::with(settings, 80, 24);
    session.press("3 J J J Right Right Right Right");
    says(&session, &["[5 更新]", "検算：2つの損失から        −17.518287 ✓", "66倍"]);
}

#[test]
fn a_p_rounded_to_1_leaves_no_infinity_on_the_screen() {
    let mut session = Session::open(80, 24);
    session.press("p Home Down Down Enter 3 Right Right Right Right i i i i i i i > >");
    settle(&mut session);
    says(
        &session,
        &["p rounds to 1: δ straight from z", "δ = p − 0                   +1.000000", "the net said 1 (rounded)"],
    );
    says_not(&session, &["inf", "NaN", "∂L/∂p"]);
}

#[test]
fn a_man_without_an_age_is_told_that_the_mean_stands_in() {
    let mut session = Session::open(100, 30);
    session.press("p Home Down Enter 3 Right Right Right Right } J J J J J");
    settle(&mut session);
    says(
        &session,
        &[
            "∂z/∂w₁ = mean age, scaled              0.000000",
            "his age is unknown; the mean ",
            "stands in, 0 once scaled, so no push",
        ],
    );
    says_not(&session, &["age is 0"]);
}

#[test]
fn a_scaled_age_stands_beside_the_age() {
    let mut session = Session::open(160, 50);
    session.press("p Home Down Down Down Down Enter 3 Right Right Right Right > > >");
    settle(&mut session);
    says(
        &session,
        &[
            "age 22 −0.603",
            "∂z/∂w = age 22, scaled",
            "−0.603054",
            "reaches h1 as −0.066061",
            "multiplies it by −0.603054",
        ],
    );
}

#[test]
fn what_pushes_and_what_is_pushed_has_its_sign_everywhere() {
    let mut session = Session::open(120, 40);
    session.press("3 Right Right Right Right ) )");
    says(&session, &["checked by a tiny nudge", "+0.380588 ✓", "(×+0.704039)"]);
    let mut session = Session::open(120, 40);
    session.press("p Home Down Enter 3 Right Right Right Right } ) J");
    settle(&mut session);
    says(&session, &["new w₂", "goes from +2.", "+2.186324 "]);
    says_not(&session, &["from 2.", "  2.186324"]);
}

#[test]
fn ages_of_babies_keep_apart_from_their_bars() {
    for &language in Language::ALL {
        let settings = Settings { language, ..Settings::default() };
        let mut session = Session::with(settings, 120, 40);
        session.press("p Home Down Down Down Down Enter 3 Right Right Right Right }");
        settle(&mut session);
        says(&session, &["0.83 ━", "  50 ━"]);
    }
}

#[test]
fn a_long_chain_says_how_much_is_not_shown_and_shows_it() {
    let mut session = Session::open(80, 24);
    session.press("p Home Down Down Down Down Down Down Enter 3 Right Right Right Right >");
    settle(&mut session);
    says(
        &session,
        &[
            "↑ 8 more lines (PgUp)",
            "Parameters 1–6 of 449",
            "now   gradient",
            "▸age→h1.1     −0.127996  +0.016422 ✓",
            "other way",
        ],
    );
    session.press("PgUp");
    says(&session, &["z, the sum", "↓ 8 more lines (PgDn)"]);
    session.press("PgDn");
    says(&session, &["new w", "↑ 8 more lines (PgUp)"]);
    session.press("Left Left Left Left");
    says(&session, &["z, the sum", "p = 1/(1 + e^"]);
}

#[test]
fn the_parameter_itself_is_marked_in_a_deep_network() {
    let mut session = Session::open(120, 40);
    session.press("p Home Down Down Down Down Down Down Enter 3 Right Right Right Right >");
    settle(&mut session);
    says(&session, &["layer 2 · 16"]);
    let style = styles(&session, "[−0.127996]", 0)[0];
    assert!(style.add_modifier.contains(Modifier::REVERSED));
    let value = styles(&session, "−0.60", 0)[0];
    assert!(!value.add_modifier.contains(Modifier::REVERSED));
}

#[test]
fn a_column_has_the_same_digits_in_all_its_rows() {
    let mut session = Session::open(120, 40);
    session.press("p Home Down Down Down Down Down Enter 3 Right Right Right Right >");
    settle(&mut session);
    says(&session, &[" 5.88e−7 ", " 2.00e−7 ", "7.91e−10 "]);
}

#[test]
fn a_check_that_agrees_is_no_letter_in_ascii() {
    let settings = Settings { ascii: true, ..Settings::default() };
    let mut session = Session::with(settings, 80, 24);
    session.press("3 Right Right Right Right");
    says(&session, &["+8.372937 ok|", "+8.372937 ok -0.025225"]);
}

#[test]
fn a_wide_picture_shows_the_factors_of_each_product() {
    let mut session = Session::open(200, 60);
    session.press("3 Right Right Right Right");
    says(&session, &["δ × 22 =  +8.372937", "δ × 1 =  +0.380588"]);
}
