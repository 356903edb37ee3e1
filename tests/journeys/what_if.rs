//! A person of one's own: every field by key and mouse, the nearest flip, the people most alike.

use titanic_tui::analysis::Attribute;
use titanic_tui::app::{Effect, Screen, Settings, Target, WhatIfTarget};
use titanic_tui::explain::words::Language;

use crate::session::Session;

fn open(width: u16, height: u16) -> Session {
    let mut session = Session::open(width, height);
    session.press("J J J w");
    session
}

fn age(session: &Session) -> Option<f64> {
    let what_if = session.app.core.what_if.as_ref();
    what_if.expect("the form was opened").person.age
}

#[test]
fn one_year_younger_and_mrs_futrelle_is_said_to_have_lived() {
    let mut session = open(80, 24);
    session.sees(&[
        "begun as 4 Futrelle",
        "z = 35 × −0.016852 + 1 × 0.704039 − 0.116309 = −0.002090",
        "p = 0.499478   →  50 %, just under one half: says died",
        "34.88: here it flips",
        "age 35 → 34",
        "0.499478 → 0.503690  says lived  at 34.88",
        "no: as a man .330455; no age saves a man like her (−6.90)",
        "of 8 women aged 35, 8 lived; the network says died for all of them",
    ]);
    let screen = session.screen();
    let at = |name: &str| screen.find(name).unwrap_or_else(|| panic!("{name}\n{screen}"));
    let order = ["212 Cam", "231 Har", "259 Ward", "270 Biss"].map(at);
    assert!(order.is_sorted());
    session.press("Enter").sees(&["= 0.014762", "says lived", "of 4 women aged 34, 4 lived"]);
    session.press("u").sees(&["= −0.002090"]).press("C-r");
    assert_eq!(age(&session), Some(34.0));
    session.press("b");
    assert_eq!(age(&session), Some(35.0), "the passenger again");
    session.press("Esc");
    assert!(!session.app.popups.is_open() && session.app.core.what_if.is_some());
}

#[test]
fn the_person_stays_for_the_session_and_follows_the_selection_only_when_asked() {
    let mut session = open(80, 24);
    session.press("3 0 Esc Esc");
    assert_eq!(age(&session), Some(35.0), "Esc drops what was typed");
    session.press("J w").sees(&["begun as 5 Allen"]);
    session.press("Right Esc J w").sees(&["begun as 5 Allen"]);
    assert_eq!((session.id(), age(&session)), (6, Some(36.0)), "whom the user has changed is kept");
    session.press("J b").sees(&["begun as 7 McCarthy"]);
    assert_eq!((session.id(), age(&session)), (7, Some(54.0)));
    session.press("Right u Esc K w").sees(&["begun as 6 Moran"]);
}

#[test]
fn digits_are_typed_on_a_quantity_and_mean_screens_on_a_choice() {
    let mut session = open(80, 24);
    session.press("3 4 . 8 7").sees(&["34.87", "34.87 × −0.016852"]);
    assert_eq!(session.epoch(), 0, "the point belonged to the number");
    session.press("Backspace Backspace Backspace Backspace");
    assert_eq!(age(&session), Some(3.0));
    session.press("Enter");
    assert_eq!(age(&session), Some(3.0), "Enter ends the typing, no more");
    session.press("Down 2");
    assert_eq!(session.app.core.screen, Screen::Train);
    assert!(!session.app.popups.is_open());
}

#[test]
fn keys_walk_the_fields_and_change_them() {
    let mut session = open(80, 24);
    session.press("Right Right S-Left");
    assert_eq!(age(&session), Some(27.0));
    session.press("PgUp End").press("Home");
    assert_eq!(age(&session), Some(0.0));
    session.press("Tab Left").sees(&["◂ male"]);
    // At an end nothing moves on.
    session.press("Left").sees(&["◂ male"]).press("l").sees(&["◂ female"]);
    session.press("S-Tab Right");
    assert_eq!(age(&session), Some(1.0));
}

#[test]
fn time_and_the_list_go_on_behind_and_the_answer_follows() {
    let mut session = Session::open(80, 24);
    session.press("J J J p Enter w").sees(&["epoch 0", "z = 0.4"]);
    session.press(". .").sees(&["run A 2→1 · epoch 2"]);
    let trace = session.app.core.what_if_answer().unwrap();
    let p = trace.trace.as_ref().unwrap().p();
    assert_eq!(session.app.core.shown().row(3).p, Some(p), "she is like the passenger");
    session.press("Space");
    session.wait(1000);
    assert!(session.app.core.is_playing() && session.epoch() > 2);
    let now = session.epoch();
    session.sees(&[&format!("epoch {now} ")]).press("Space K");
    assert_eq!(session.id(), 3);
    session.press("T L").sees(&["もしも"]);
}

#[test]
fn a_missing_age_is_made_up_aloud() {
    let mut session = Session::open(80, 24);
    session.press("J J J J J w");
    session.sees(&["begun as 6 Moran", "age not known, the training mean 29.78 stands in"]);
    assert_eq!(age(&session), Some(29.78), "nothing stands in for it in the recipe");
    session.press("Right").sees_no("stands in");
    assert_eq!(age(&session), Some(30.0));
    // Where the mean is the policy, it is the very mean, and the answer is the passenger's.
    let mut session = Session::open(80, 24);
    session.press("J J J J J p Enter > w");
    let answer = session.app.core.what_if_answer().unwrap();
    let p = answer.trace.as_ref().unwrap().p();
    assert_eq!(session.app.core.shown().row(5).p.map(f64::to_bits), Some(p.to_bits()));
}

#[test]
fn the_mouse_drags_the_slider_chooses_and_selects() {
    let mut session = open(120, 40);
    let on_age = |target| matches!(target, Target::WhatIf(WhatIfTarget::Slider(Attribute::Age)));
    let (left, right, row) = session.area_of(on_age);
    session.drag((left, row), (right, row));
    assert_eq!(age(&session), Some(80.0));
    session.drag((right, row), (left, row));
    assert_eq!(age(&session), Some(0.0));
    session.press("u");
    assert_eq!(age(&session), Some(35.0), "a drag is one change");
    session.click("Enter: do it");
    assert_eq!(age(&session), Some(34.0));
    session.click("Garside, Miss. Ethel");
    assert_eq!(session.id(), 577);
    let man = |target| matches!(target, Target::WhatIf(WhatIfTarget::Choice(Attribute::Sex, 0)));
    let (x, _, y) = session.area_of(man);
    session.click_at((x, y)).sees(&["most like him"]);
    let more = |target| matches!(target, Target::WhatIf(WhatIfTarget::Step(Attribute::Sex, true)));
    let (x, _, y) = session.area_of(more);
    session.click_at((x, y)).sees(&["most like her"]);
    session.click_at((0, 39));
    assert!(!session.app.popups.is_open(), "a click beside it closes it");
}

#[test]
fn what_is_copied_can_be_computed_again() {
    let mut session = open(80, 24);
    session.press("y");
    let Some(Effect::Copy(text)) = session.effects.last() else {
        panic!("nothing was copied");
    };
    for part in [
        "Age 35, Sex 1",
        "z = 35 (age) * -0.016852 + 1 (sex) * 0.704039 + 1 (bias) * -0.116309 = -0.00209",
        "says: died",
        "nearest flip: Age 34, p = 0.50369",
        "it flips at 34.8759",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn every_attribute_of_a_large_network_has_its_field_and_nothing_is_cut() {
    for &language in Language::ALL {
        for (preset, count) in [("Home", 2), ("End", 7), ("End Up", 8)] {
            let settings = Settings { language, ..Settings::default() };
            let mut session = Session::with(settings, 80, 24);
            session.press("p").press(preset).press("Enter w");
            let fields = titanic_tui::app::core::what_if::fields(session.app.core.run().encoder());
            assert_eq!(fields.len(), count);
            for field in fields {
                let is_it = |target| target == Target::WhatIf(WhatIfTarget::Field(field));
                assert!(session.app.core.hits.find(is_it).is_some(), "{field:?}");
                let screen = session.screen();
                // Only names of people may be cut.
                let cut = screen.lines().skip(2).take(12).find(|line| line.contains("…│"));
                assert_eq!(cut, None, "{screen}");
                session.press("Right Down");
            }
        }
    }
}
