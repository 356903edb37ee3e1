//! Building runs: what waits, what acts at once, what it costs, and the ways back.

use std::sync::Arc;
use titanic_tui::app::popups::Popup;
use titanic_tui::app::{Effect, Panel, RecipePanel, RecipeTarget, Screen};

use titanic_tui::data::{Labels, PassengerList};
use titanic_tui::training::Setting;
use titanic_tui::training::{Feature, Preset, Recipe, Run};

use crate::session::Session;

/// The post, trained for ten epochs, on the Recipe screen.
fn trained(width: u16, height: u16) -> Session {
    let mut session = Session::open(width, height);
    session.press("p Enter > 7");
    assert_eq!(session.epoch(), 10);
    session
}

/// Brings a line into focus.
fn focus(session: &mut Session, line: Setting) {
    session.press("Home");
    for _ in 0..line.place() {
        session.press("Down");
    }
    assert_eq!(session.app.screens.recipe.line, line);
}

#[test]
fn a_hidden_layer_is_priced_then_started_and_u_comes_back() {
    let mut session = trained(120, 40);
    let bits = session.bits();
    focus(&mut session, Setting::Hidden);
    session.press("Right");
    session.sees(&[
        "2 changes wait",
        "*hidden",
        "*initial weights",
        "hidden  none → 3",
        "initial weights  zeros → he",
        "13 numbers instead of 3",
        "µs an epoch",
        "starts a new run,",
        "run A, stays as it is, at epoch",
        "start run B",
    ]);
    assert_eq!(session.app.core.runs.all().len(), 2, "nothing is paid yet");
    session.press("Enter");
    assert_eq!(session.app.core.run().name, "B");
    assert_eq!(session.app.core.run().recipe().hidden, [3]);
    assert_eq!(session.epoch(), 0);
    assert!(session.notice().contains("run B begins"));
    session.sees(&["Recipe of run B", "nothing waits", "run B · 2-3-1 relu scaled"]);
    session.press("u");
    assert_eq!((session.epoch(), session.bits()), (10, bits));
    session.sees(&["Recipe of run A"]);
}

#[test]
fn a_preset_learns_as_its_story_says_and_a_changed_seed_changes_nothing_without_chance() {
    let mut session = trained(80, 24);
    assert_eq!(session.right(), (452, 217));
    focus(&mut session, Setting::Seed);
    session.press("Right").sees(&["*seed"]);
    session.press("Enter >").wait(3_000);
    assert_eq!(session.app.core.run().recipe().seed, 2);
    assert_eq!(session.right(), (452, 217), "no chance was involved");
}

#[test]
fn the_rate_acts_at_once_and_the_past_stays_bit_for_bit() {
    let mut session = trained(120, 40);
    session.press("r");
    let mut past = Vec::new();
    for _ in 0..10 {
        past.push(session.bits());
        session.press(".");
    }
    focus(&mut session, Setting::LearningRate);
    session.press("Right");
    assert_eq!(session.app.core.run().learning_rate(), 1.0);
    session.sees(&["nothing waits", "· rate 1"]).press("> r");
    for bits in past {
        assert_eq!(session.bits(), bits);
        session.press(".");
    }
    assert_eq!(session.app.core.runs.all().len(), 2, "no run was added");
}

#[test]
fn in_the_past_a_penalty_begins_a_branch_and_says_so() {
    let mut session = trained(80, 24);
    session.press(",");
    focus(&mut session, Setting::L2);
    session.press("e text:0.01 Enter");
    assert_eq!(session.app.core.run().name, "B");
    assert_eq!(session.app.core.run().regularisation(), (0.0, 0.01));
    assert_eq!(session.epoch(), 9);
    assert!(session.notice().contains("L2 0.01: run B begins here, at epoch 9"));
    session.press("u");
    assert_eq!(session.app.core.run().name, "A");
    assert_eq!(session.app.core.run().regularisation(), (0.0, 0.0));
}

#[test]
fn widths_are_typed_and_a_mistake_is_explained_under_the_line() {
    let mut session = trained(80, 24);
    focus(&mut session, Setting::Hidden);
    session.press("e text:16,99");
    session.sees(&["! a layer of 99 neurons is not possible", "16,99"]);
    session.press("Enter");
    assert!(session.app.popups.is_open(), "it is not taken");
    session.press("Backspace Backspace text:16 Enter");
    assert_eq!(session.app.screens.recipe.wanted_recipe(&session.app.core).hidden, [16, 16]);
    session.sees(&["*hidden", "16,16", "was none"]);
    session.press("e text:,4 Esc");
    assert_eq!(session.app.screens.recipe.wanted_recipe(&session.app.core).hidden, [16, 16], "Esc keeps it");
    session.press("Enter");
    assert_eq!(session.app.core.network().depth(), 3);
}

#[test]
fn features_are_switched_in_a_list_with_enter_and_space() {
    let mut session = trained(80, 24);
    session.press("Right");
    session.sees(&["[x] age", "[x] sex", "[ ] title", "made of them"]);
    session.press("Down Down Enter Down Space");
    session.sees(&["[x] class", "[x] siblings"]);
    assert!(!session.app.core.is_playing(), "Space is for the list");
    session.press("Esc");
    session.sees(&["*features", "was age, sex", "1 change waits"]);
    session.press("Enter");
    let features = [Feature::Age, Feature::Sex, Feature::Pclass, Feature::Sibsp];
    assert_eq!(session.app.core.run().recipe().features, features);
    assert_eq!(session.app.core.network().layer(0).inputs, 4);
}

#[test]
fn esc_drops_one_change_at_a_time_and_then_nothing_more() {
    let mut session = trained(80, 24);
    focus(&mut session, Setting::Seed);
    session.press("Right Down Right");
    session.sees(&["2 changes wait"]).press("Esc");
    session.sees(&["1 change waits", "*seed"]).press("Esc");
    session.sees(&["nothing waits"]);
    for _ in 0..5 {
        session.press("Esc");
    }
    assert_eq!(session.app.core.screen, Screen::Recipe);
    assert!(!session.app.is_over());
    session.press("u").sees(&["1 change waits"]);
}

#[test]
fn esc_on_another_screen_leaves_what_waits_alone() {
    let mut session = trained(80, 24);
    focus(&mut session, Setting::Seed);
    session.press("Right 1 Esc Esc 7");
    session.sees(&["1 change waits"]);
}

#[test]
fn zeros_with_hidden_layers_are_allowed_and_explained() {
    let mut session = trained(120, 40);
    focus(&mut session, Setting::Hidden);
    session.press("Right Down Down Left");
    session.sees(&["zeros", "! twins: only a bias learns", "stay alike"]);
    session.press("Enter >");
    let network = session.app.core.network();
    assert!(network.layer(0).weights.iter().all(|weight| *weight == 0.0));
    assert_ne!(network.layer(1).biases[0], 0.0, "only this one learned");
}

#[test]
fn lines_that_say_nothing_say_why_and_cannot_be_changed() {
    let mut session = trained(120, 40);
    for (line, why) in [
        (Setting::Activation, "no hidden layer"),
        (Setting::Nesterov, "only with momentum"),
        (Setting::WeightDecay, "only with adamw"),
        (Setting::Shuffle, "only with small batches"),
    ] {
        focus(&mut session, line);
        for key in ["Right", "Left", "e", "Enter"] {
            session.press(key);
            assert!(session.notice().contains(why), "{line:?} {key}");
            assert!(!session.app.screens.recipe.has_waiting(&session.app.core) && !session.app.popups.is_open());
        }
    }
    focus(&mut session, Setting::Optimizer);
    session.press("Right Down");
    session.sees(&["only with gd"]);
}

#[test]
fn the_published_network_gives_way_to_a_run_of_its_own() {
    let mut session = Session::open(120, 40);
    session.press("7");
    session.sees(&["Recipe of the published network", "the post's three numbers"]);
    focus(&mut session, Setting::Scaling);
    session.press("Right");
    session.sees(&["2 changes wait", "published → zeros", "not at the published ones"]);
    session.press("Enter .");
    assert_eq!(session.app.core.run().name, "A");
    assert_eq!(session.app.core.run().network_at(0).parameters(), [0.0; 3]);
}

#[test]
fn presets_stand_beside_the_form_and_start_with_enter() {
    let mut session = Session::open(120, 40);
    session.press("7 p");
    assert_eq!(session.app.core.focus(), Panel::Recipe(RecipePanel::Presets));
    assert!(!session.app.popups.is_open(), "they are on the screen already");
    session.press("Home Down Down Enter");
    assert_eq!(session.app.core.run().recipe(), &Preset::ZerosRawAge.recipe());
    session.sees(&["Recipe of run A", "raw ages, rate 0.001"]);
    session.press("Esc");
    assert_eq!(session.app.core.focus(), Panel::Recipe(RecipePanel::Recipe), "and Esc goes back to the form");
    let mut narrow = Session::open(80, 24);
    narrow.press("7 p");
    assert!(matches!(narrow.app.popups.top(), Some(Popup::PresetMenu(_))));
    narrow.press("Esc Tab");
    narrow.sees(&["▸Presets", "Unpublished 2-8-1"]);
}

#[test]
fn missing_ages_change_with_m_from_any_line() {
    let mut session = trained(120, 40);
    session.press("m");
    session.sees(&["*missing age", "median", "was mean"]);
    session.press("m m");
    session.sees(&["drop", "474 with an age teach, 240 test"]);
}

#[test]
fn a_click_selects_a_line_and_its_arrows_change_it() {
    let mut session = trained(120, 40);
    session.click("batch");
    assert_eq!(session.app.screens.recipe.line, Setting::Batch);
    let (back, _, y) = session.area_of(|target| target == RecipeTarget::Step(false).into());
    session.click_at((back, y));
    session.sees(&["*batch", "300"]);
    let (on, _, y) = session.area_of(|target| target == RecipeTarget::Step(true).into());
    session.click_at((on, y));
    session.sees(&["nothing waits"]);
    session.click("batch");
    assert!(matches!(session.app.popups.top(), Some(Popup::RecipeLine(_))));
    session.press("C-u text:50 Enter").sees(&["was full"]);
    session.wheel("seed", true);
    assert_eq!(session.app.screens.recipe.line, Setting::Shuffle, "the wheel moves the focus");
    session.click("Zeros, raw age");
    assert_eq!(session.app.core.focus(), Panel::Recipe(RecipePanel::Presets));
    session.click("Zeros, raw age");
    assert_eq!(session.app.core.run().recipe(), &Preset::ZerosRawAge.recipe());
}

#[test]
fn dragging_over_the_form_changes_nothing() {
    let mut session = trained(120, 40);
    let (from, to) = (session.cell_of("seed"), session.cell_of("momentum"));
    session.drag(from, to);
    assert_eq!(session.app.screens.recipe.line, Setting::Seed);
    assert!(!session.app.screens.recipe.has_waiting(&session.app.core));
}

#[test]
fn the_list_is_never_changed_unnoticed() {
    let mut session = Session::open(80, 24);
    session.press("Right Left Down 7 1 Right Left Up");
    assert!(!session.app.screens.recipe.has_waiting(&session.app.core));
    session.press("7 J J");
    assert_eq!(session.id(), 3, "J walks over people here too");
    assert!(!session.app.screens.recipe.has_waiting(&session.app.core), "browsing people is no change");
    for &line in Setting::ALL {
        focus(&mut session, line);
        session.press("Right");
        let open = session.app.popups.is_open();
        assert!(open || !session.notice().is_empty(), "{line:?} is named");
        session.press("Esc").app.core.notice = None;
    }
}

#[test]
fn x_offers_the_recipe_as_a_file_that_begins_the_same_run() {
    let mut session = trained(80, 24);
    focus(&mut session, Setting::Hidden);
    session.press("e text:8,4 Enter x Enter");
    let Some(Effect::Export { name, contents }) = session.effects.pop() else {
        panic!("it asks for a file");
    };
    assert_eq!(name, "recipe.toml");
    let read: Recipe = toml::from_str(&contents).unwrap();
    assert_eq!(read, session.app.screens.recipe.wanted_recipe(&session.app.core));
}

#[test]
fn a_column_without_differences_is_said_to_say_nothing() {
    let rows = (1..=40).map(|id| format!("{id},{},male,{},7.25", id % 2, 20 + id));
    let head = "PassengerId,Survived,Sex,Age,Fare".to_owned();
    let csv = std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\n");
    let list = PassengerList::read("alike", csv.as_bytes(), Labels::Required).unwrap();
    let run = Run::from_recipe("A", Arc::new(list), Preset::ThePostTrained.recipe()).unwrap();
    let mut session = Session::open(120, 40);
    let list = Arc::clone(run.list());
    session.app = titanic_tui::app::App::from_run(list, run, session.app.core.settings.clone());
    session.press("7 Right");
    session.sees(&["not on this list"]);
    session.press("Down Down Enter");
    assert!(session.notice().contains("not on this list"), "no class here");
    session.press("Down Down Down Enter Esc");
    session.sees(&["always 0: fare", "fare: all who teach are alike"]);
}

/// The limit of the run on the screen says nothing about the run that waits.
#[test]
fn the_stable_rate_is_that_of_what_waits_and_s_takes_one_that_does_not_crawl() {
    let mut session = Session::open(120, 40);
    session.press("7").sees(&["stable up to 0.00823"]);
    session.sees_no("better rate");
    focus(&mut session, Setting::Scaling);
    session.press("Right");
    session.sees(&["! stable to 6.76", "s for 3", "s better rate"]);
    session.press("Left").sees(&["stable up to 0.00823"]);
    session.sees_no("better rate");
    session.press("Right s");
    session.sees(&["*learning rate", "rate  0.001 → 3"]);
    session.sees_no("better rate");
    let rate = |session: &Session| session.app.core.run().learning_rate();
    assert_eq!(rate(&session), 0.001, "the run on the screen keeps its own");
    session.press("Enter >").wait(3_000);
    assert_eq!(rate(&session), 3.0);
    let soon = session.right();
    session.press("}").wait(3_000);
    assert_eq!((session.epoch(), session.right()), (110, soon));
    assert_eq!(soon, (458, 224), "ten epochs are enough");
    // Without the scaling the rate was chosen for, it does not wait.
    session.press("u").sees(&["*learning rate"]);
    focus(&mut session, Setting::Scaling);
    session.press("Left").sees(&["nothing waits"]);
    assert_eq!(session.app.screens.recipe.wanted_recipe(&session.app.core).learning_rate, 0.001);
}

/// A run that was begun before anybody looked at the rate is offered it too, and goes on with it.
#[test]
fn a_run_that_crawls_is_offered_a_better_rate_and_goes_on() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut session = Session::open(width, height);
        session.press("7");
        focus(&mut session, Setting::Scaling);
        session.press("Right Enter");
        session.sees(&["nothing waits", "! stable to 6.76", "s for 3"]);
        focus(&mut session, Setting::LearningRate);
        session.sees(&["At rate 0.001 it would crawl", "s takes 3."]);
        session.press("s").sees_no("crawl");
        assert_eq!(session.app.core.run().learning_rate(), 3.0);
        assert_eq!((session.app.core.run().name.as_str(), session.epoch()), ("A", 0));
        session.press("u").sees(&["At rate 0.001 it would crawl"]);
        // Pasted in one go the keys do the same.
        let keys = titanic_tui::app::keys::written::parse("s .").unwrap();
        for key in keys {
            titanic_tui::app::update(&mut session.app, titanic_tui::app::Action::Key(key));
        }
        assert_eq!(session.app.core.run().learning_rate(), 3.0);
    }
}
