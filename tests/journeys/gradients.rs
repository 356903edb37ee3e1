//! The Gradients screen: one person and the batch, a name among those who pull, clicks.

use crate::session::Session;

/// Passenger 4, on this screen.
fn fourth(width: u16, height: u16) -> Session {
    let mut session = Session::open(width, height);
    session.press("3 J J J");
    session
}

#[test]
fn a_name_among_those_who_pull_is_looked_at_by_key_and_by_click() {
    let mut session = Session::open(120, 40);
    session.press("3 Enter S-Tab Down");
    assert_eq!(session.app.passenger().id, 1);
    session.press("Enter");
    session.sees(&["▸ 588 Frolicher-Stehli, Mr. Maxmillian"]);
    session.press("Esc");
    session.sees(&["batch · 474 with an age"]);
    assert_eq!(session.app.passenger().id, 1);
    session.click("Isham, Miss.");
    session.sees(&["▸ 178 Isham, Miss. Ann Elizabeth"]);
}

#[test]
fn a_click_finds_micro_steps_whose_and_parameters() {
    let mut session = fourth(120, 40);
    session.click("3 δ");
    session.sees(&["[3 δ]"]);
    session.click("5 update");
    session.click("Futrelle, Mrs.");
    session.sees(&["batch · 474"]);
    session.click("b bias");
    session.sees(&["b: the chain rule", "[×−0.1163]"]);
}

#[test]
fn enter_changes_between_one_and_the_batch_and_esc_undoes_it() {
    let mut session = fourth(120, 40);
    let one = session.screen();
    session.press("Enter");
    session.sees(&[
        "batch · 474 with an age",
        "each arrow: the mean of δ × input",
        "up   196 people                        +6.465432",
        "down 278 people                        −6.201367",
        "∂L/∂w₁ = −(↑ + ↓)                      −0.264065",
        "−0.016852 to −0.016588",
    ]);
    session.press("Esc");
    assert_eq!(session.screen(), one);
    session.press("Enter Enter");
    assert_eq!(session.screen(), one);
}

#[test]
fn the_new_value_of_the_batch_is_the_value_after_the_next_epoch() {
    let mut session = fourth(120, 40);
    session.press("Enter . .");
    let parameters = session.app.network().parameters().to_vec();
    session.press(",");
    let batch = session.app.gradients.lens().batch().expect("a batch");
    assert_eq!(batch.step.after, parameters);
}
