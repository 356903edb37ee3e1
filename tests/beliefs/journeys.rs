//! What keys and the mouse do on the Beliefs screen.

use titanic_tui::app::core::what_if::WhatIf;
use titanic_tui::app::screens::beliefs::neurons;
use titanic_tui::app::{BeliefsPanel, BeliefsTarget, Effect, OwnTarget, Panel, Target};
use titanic_tui::data::{Person, Sex};

use crate::session::Session;

fn open(width: u16, height: u16, keys: &str) -> Session {
    let mut session = Session::open(width, height);
    session.press(keys).press("4");
    session.draw();
    session
}

fn copied(session: &Session) -> &str {
    match session.effects.last() {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied: {other:?}"),
    }
}

#[test]
fn the_published_beliefs_are_on_the_first_screen_of_four() {
    open(80, 24, "").sees(&[
        "everyone aged 0 to 80",
        "age known · 714",
        "197",
        "64",
        "93",
        "360",
        "┃ 34.88",
        "flips  women 34.88, men never (−6.90) · p .318553–.642844, .187785–.470955",
        "177 more have no age (53 women, 124 men): this recipe counts all as died",
        "▴ Braund, m 22: p .380588, died ✓",
    ]);
}

#[test]
fn the_cursor_goes_with_who_until_it_is_moved_and_esc_brings_it_back() {
    let mut session = open(80, 24, "");
    session.sees(&["● man of 22: z −0.487053, p .380588: dies · here: 1 lived, 14 died"]);
    session.press("J").sees(&["● woman of 38", "▴ Cumings, f 38"]);
    session.press("Left Left Left").sees(&["● woman of 35: z −0.002090, p .499478: dies"]);
    session.press("Left").sees(&["● woman of 34: z 0.014762, p .503690: lives"]);
    session.press("Down").sees(&["● man of 34"]);
    session.press("J").sees(&["● man of 34", "▴ Heikkinen, f 26"]);
    session.press("Esc").sees(&["● woman of 26"]);
    session.press("End").sees(&["● woman of 80"]);
    session.press("Home PgDn").sees(&["● woman of 10"]);
}

#[test]
fn enter_lists_who_is_here_and_enter_again_makes_one_of_them_who() {
    let mut session = open(80, 24, "");
    session.press("Right Right Enter");
    session.sees(&["man of 24: 15 people", "▸Celotti", "Madsen, Mr. Fridtjof Arne", "✗"]);
    session.press("Down Down Enter").sees(&["▴ Madsen, m 24: p .372675, lived ✗"]);
    session.sees_no("15 people");
    assert_eq!(session.id(), 128);
    // Somebody else is here: nobody of 79 was aboard.
    session.press("End Left Enter").sees(&["man of 79: 0 people", "Nobody with this"]);
    session.press("Esc").sees_no("0 people").sees(&["● man of 79"]);
    session.press("Esc").sees(&["● man of 24"]);
}

#[test]
fn train_and_test_people_are_told_apart() {
    let mut session = open(80, 24, "");
    session.press("t").sees(&["training rows · 1 mark = 1 person · 474", "126 more have no age"]);
    session.press("t").sees(&["test rows · 1 mark = 1 person · 240", "51 more have no age"]);
    session.press("t").sees(&["age known · 714"]);
}

#[test]
fn beliefs_follow_time() {
    let mut session = open(120, 40, "p Enter");
    session.sees(&["flips  women never, men never", "p .500000–.500000"]);
    // Trained, the line of each sex meets one half at an age nobody reaches.
    session.press("}").wait(3_000).press("J K").sees(&["never ("]);
    // The time bar tells of the last step, which is another one now.
    let beliefs = |session: &Session| -> Vec<String> { session.screen().lines().take(36).map(str::to_owned).collect() };
    let trained = beliefs(&session);
    session.press(", .");
    assert_eq!(beliefs(&session), trained, "there and back");
    session.press("r").sees(&["p .500000–.500000"]);
}

#[test]
fn the_map_shows_any_two_attributes() {
    let mut session = open(120, 40, "");
    session.press("v").sees(&["age × sex", "177 not on it: age not known", "714 real people"]);
    // Nothing else is looked at, so there are only the strips again.
    session.press("v").sees(&["everyone aged 0 to 80"]);
    session.press("a").sees(&["‹ age ›"]);
    session.press("Right Right").sees(&["‹ class ›", "this network does not look at class"]);
    session.sees(&["as Mr. Braund: male"]);
    session.press("Down").sees(&["up ‹ age ›"]);
    session.press("Enter").sees_no("‹ age ›").sees(&["● class 3, age 22: z −0.487053, p .380588"]);
    session.press("Left Up").sees(&["● class 2, age 23"]);
    session.press("Esc").sees(&["● class 3, age 22"]);
}

#[test]
fn what_is_held_is_the_chosen_passengers_or_typical() {
    let mut session = open(120, 40, "p End Enter >");
    session.sees(&["as Mr. Braund: class 3, siblings 1, parents 0, fare 7.25"]);
    session.press("J").sees(&["as Mrs. Cumings: class 1"]);
    session.press("v").sees(&["age × class", "as Mrs. Cumings: female"]);
    session.press("v").sees(&["typical of training rows: male"]);
    session.press("a").sees(&["‹ age ›"]).sees_no("age × class,");
}

#[test]
fn small_maps_of_neurons_walk_and_grow() {
    let mut session = open(120, 40, "p Down Down Down Enter >");
    session.sees(&["Hidden neurons over age × sex", "Enter enlarges"]);
    assert!(session.app.core.hits.find(|t| t == BeliefsTarget::SmallMap(7).into()).is_some());
    session.press("Tab Right Right");
    assert_eq!(
        (session.app.core.focus(), neurons::in_focus(&session.app.core)),
        (Panel::Beliefs(BeliefsPanel::Neurons), 2)
    );
    session.press("Enter").sees(&["h3: on for", "line: z = 0", "▴ Mr. Braund: z "]);
    session.press("Right").sees(&["h4"]);
    session.press("Esc").sees(&["everyone aged"]);
    // Where there are no hidden neurons that is said.
    open(80, 24, "Tab").press("Tab").sees(&["no hidden layer"]);
}

#[test]
fn a_click_points_a_drag_follows_and_a_second_click_opens() {
    let mut session = open(80, 24, "");
    let (left, _, top) =
        session.area_of(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::Ages { .. }))));
    session.click_at((left + 40, top + 3)).sees(&["● woman of 40"]);
    session.drag((left + 40, top + 3), (left + 12, top + 11)).sees(&["● man of 12"]);
    session.click_at((left + 24, top + 11)).click_at((left + 24, top + 11));
    session.sees(&["man of 24: 15 people"]);
    session.wheel("Madsen", true).sees(&["▸Baxter"]);
    session.click("Madsen").sees(&["▴ Madsen, m 24"]);
    session.press("v");
    session.draw();
    let (left, right, top) =
        session.area_of(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::Map { .. }))));
    session.click_at((left, top)).sees(&["● age 0, sex female"]);
    session.click_at((right, top)).sees(&["● age 80, sex female"]);
}

#[test]
fn what_if_is_on_the_strip() {
    let mut session = open(80, 24, "");
    let mut person = Person::like(&session.app.core.passenger());
    (person.age, person.sex) = (Some(29.0), Sex::Female);
    session.app.core.what_if = Some(WhatIf::new(person, 0));
    session.press("J K").sees(&["◆ you, f 29: z 0.099022, p .524735: lives"]);
    let (left, _, _) =
        session.area_of(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::Ages { .. }))));
    let (_, y) = session.cell_of("women ");
    assert_eq!(session.buf[(left + 29, y)].symbol(), "◆");
}

#[test]
fn what_is_copied_are_the_numbers_of_the_picture() {
    let mut session = open(80, 24, "");
    session.press("y");
    let text = copied(&session);
    assert_eq!(text.lines().count(), 2 + 81);
    assert_eq!(text.lines().nth(1), Some("age,p of women,p of men"));
    let line = text.lines().nth(2 + 22).unwrap();
    assert!(line.starts_with("22,0.55") && line.contains(",0.38058"), "{line}");
    assert!(!text.contains('−'));
    session.press("v y");
    let text = copied(&session);
    assert!(text.contains("Sex \\ Age,0,1,2,"), "{text}");
    assert!(text.lines().nth(2).unwrap().starts_with("male,0.47"));
}
