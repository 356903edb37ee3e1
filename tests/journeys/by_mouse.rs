//! The mouse does what the eye expects: click selects, wheel scrolls, drag scrubs.

use titanic_tui::app::{ExplorePanel, ExploreTarget, OwnTarget, Panel, Screen, Target};

use titanic_tui::app::core::pointer::Spot;

use crate::session::Session;

const fn is_track(target: Target) -> bool {
    matches!(target, Target::Track { .. })
}

#[test]
fn a_click_selects_a_row_and_the_wheel_scrolls_by_three() {
    let mut session = Session::open(120, 40);
    session.click("5 Allen");
    assert_eq!(session.id(), 5);
    session.wheel("4 Futrelle", true);
    assert_eq!(session.id(), 8);
    session.wheel("7 McCarthy", false);
    assert_eq!(session.id(), 5);
}

#[test]
fn a_click_on_a_head_sorts_and_a_second_one_turns_the_order_round() {
    let mut session = Session::open(120, 40);
    session.click("age         p").sees(&["age▴"]);
    session.click("age▴").sees(&["age▾"]);
    session.click("age▾").sees(&["age▴"]);
}

#[test]
fn a_click_on_a_tab_shows_that_screen() {
    let mut session = Session::open(80, 24);
    session.click("2 Train");
    assert_eq!(session.app.core.screen, Screen::Train);
    session.click("1 Explore");
    assert_eq!(session.app.core.screen, Screen::Explore);
}

#[test]
fn a_click_on_a_place_in_the_network_points_at_it_and_again_opens_its_table() {
    let mut session = Session::open(120, 40);
    let is_sum = |target| target == Target::Spot(Spot::Sum { layer: 0, neuron: 0 });
    let (left, _, row) = session.area_of(is_sum);
    session.click_at((left + 1, row)).sees(&["the sum z"]);
    assert_eq!(session.app.core.focus(), Panel::Explore(ExplorePanel::Network));
    let (left, _, row) = session.area_of(is_sum);
    session.click_at((left + 1, row)).sees(&["product"]);
    session.click("× 0.7040").sees(&["weight w₂ sex"]);
}

#[test]
fn the_loss_track_is_clicked_dragged_and_wheeled_through_the_past() {
    for (width, height) in [(80, 24), (120, 40), (160, 50)] {
        let mut session = Session::open(width, height);
        session.press("p Enter > > > > > > > > > > r");
        let (left, right, row) = session.area_of(is_track);
        session.click_at((right, row));
        assert_eq!(session.epoch(), 100, "the right end is the last epoch");
        session.drag((right, row), (left + (right - left) / 2, row));
        let middle = session.epoch();
        assert!((45..=55).contains(&middle), "{middle} is not half way");
        session.drag((left + 3, row), (0, row));
        assert_eq!(session.epoch(), 0, "dragged past the left end");
        session.drag((left, row), (width - 1, 0));
        assert_eq!(session.epoch(), 100, "dragged past the right end");
        session.mouse(crossterm::event::MouseEventKind::ScrollUp, (left + 1, row));
        assert_eq!(session.epoch(), 99);
    }
}

#[test]
fn scrubbing_stays_within_what_was_computed() {
    let mut session = Session::open(80, 24);
    session.press("p Enter . . .");
    let (_, right, row) = session.area_of(is_track);
    session.click_at((right, row));
    assert_eq!(session.app.core.run().last_epoch(), 3, "a click trains nothing");
    assert!(!session.app.core.is_playing());
}

#[test]
fn the_play_sign_plays_and_pauses() {
    let mut session = Session::open(80, 24);
    session.press("p Enter").click("▮▮");
    assert!(session.app.core.is_playing());
    session.click("learns");
    assert!(!session.app.core.is_playing());
}

#[test]
fn the_slider_follows_the_mouse() {
    let mut session = Session::open(120, 40);
    let (left, right, row) =
        session.area_of(|target| matches!(target, Target::Own(OwnTarget::Explore(ExploreTarget::Slider { .. }))));
    session.drag((left, row), (right, row));
    let Some(far) = session.app.screens.explore.curve.slider() else {
        panic!("the slider was taken");
    };
    session.drag((right, row), (left, row));
    let near = session.app.screens.explore.curve.slider().expect("it was moved");
    assert!(near < 0.0 && far > 0.0, "{near} … {far}");
}

/// The column of the mark on the curve nearest to the left.
fn marked(session: &Session) -> u16 {
    let on_axis = |target| matches!(target, Target::Own(OwnTarget::Explore(ExploreTarget::Slider { .. })));
    let area = session.app.core.hits.find(on_axis).expect("a curve is drawn");
    let mut cells = (area.y..area.y + area.height).flat_map(|y| (area.x..area.x + area.width).map(move |x| (x, y)));
    let found = cells.find(|&(x, y)| session.buf[(x, y)].symbol() == "●");
    found.expect("z is marked on the curve").0
}

#[test]
fn a_click_puts_z_in_the_column_that_was_clicked() {
    for (width, height) in [(80, 24), (120, 40), (160, 50), (200, 60)] {
        for keys in ["Tab Tab Tab", "p Home Down Down Down Enter 1 Tab Tab Tab v"] {
            let mut session = Session::open(width, height);
            session.press(keys);
            let (left, right, row) = session
                .area_of(|target| matches!(target, Target::Own(OwnTarget::Explore(ExploreTarget::Slider { .. }))));
            for column in (left..=right).chain((left..right).rev()) {
                session.click_at((column, row));
                assert_eq!(marked(&session), column, "{width}x{height} {keys}");
            }
        }
    }
}

#[test]
fn a_popup_is_chosen_from_by_click_and_closed_by_a_click_beside_it() {
    let mut session = Session::open(120, 40);
    session.press("p").click("Zeros, raw age");
    assert!(!session.app.popups.is_open() && !session.app.core.is_published());
    session.press("?").click_at((0, 39));
    assert!(!session.app.popups.is_open());
    session.press("f").click("3rd class").sees(&["[x] 3rd class"]);
    session.click("conditions");
    assert!(session.app.popups.is_open(), "a click inside keeps it open");
}

#[test]
fn the_wheel_over_a_popup_scrolls_the_popup_and_not_what_lies_under_it() {
    let mut session = Session::open(80, 24);
    session.press("?");
    let before = session.screen();
    session.wheel("Look around", true);
    assert_ne!(session.screen(), before);
    assert_eq!(session.id(), 1);
}

#[test]
fn a_run_in_the_list_is_pointed_at_then_shown() {
    let mut session = Session::open(120, 40);
    session.press("p Enter . 2").click("○ published");
    assert!(!session.app.core.is_published());
    session.click("○ published");
    assert!(session.app.core.is_published());
}

#[test]
fn a_flip_in_the_ledger_leads_to_the_person() {
    let mut session = Session::open(120, 40);
    session.press("p Enter > 2").click("Heikkinen, ");
    session.press("Enter");
    assert_eq!((session.app.core.screen, session.id()), (Screen::Explore, 3));
}
