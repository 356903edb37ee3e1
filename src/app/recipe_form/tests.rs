//! The form against runs: what waits, what acts at once, what can be taken back.

use std::sync::Arc;

use super::*;
use crate::app::{App, Command, Settings};
use crate::explain::words::Language;
use crate::nn::{Activation, Init, Loss, OptimizerKind};
use crate::training::{Batch, Feature, MissingAge, Preset, Scaling};

mod typing;

/// The program on a run of a recipe in which every line says something.
fn app_on(recipe: Recipe) -> App {
    let list = Arc::new(PassengerList::embedded());
    let run = Run::from_recipe("A", Arc::clone(&list), recipe).unwrap();
    App::from_run(list, run, Settings::default())
}

fn full() -> Recipe {
    Recipe {
        scaling: Scaling::Standard,
        hidden: vec![3],
        activation: Activation::Tanh,
        init: Some(Init::Glorot),
        learning_rate: 0.1,
        momentum: 0.5,
        batch: Batch::Rows(50),
        ..Recipe::default()
    }
}

/// Brings a line into focus and takes one step on it; of the features, switches the title on.
fn step(app: &mut App, line: Setting) {
    if line == Setting::Features {
        let title = Feature::ALL.iter().position(|&f| f == Feature::Title);
        app.toggle_feature(title.unwrap());
    } else {
        app.step_recipe(line, true);
    }
}

fn values(app: &App, line: Setting, recipe: &Recipe) -> String {
    show::value(Language::English, line, recipe, &app.list)
}

#[test]
fn every_other_line_waits_and_the_run_begun_has_it() {
    for line in Setting::ALL.iter().copied().filter(|line| !line.acts_at_once()) {
        // Another optimiser leaves no room for momentum, so that line is tried without.
        let mut full = full();
        if line == Setting::Optimizer {
            full.momentum = 0.0;
        }
        let mut app = app_on(full.clone());
        app.command(Command::Forward(crate::app::Stride::Ten));
        let bits = app.network().parameters().to_vec();
        assert_eq!(line.idle(&full), None, "{line:?} says something");
        step(&mut app, line);
        assert_eq!(app.waiting_lines(), [line], "only it waits");
        assert_eq!(app.run().recipe(), &full, "{line:?} waits");
        let wanted = app.wanted_recipe();
        let new = values(&app, line, &wanted);
        assert_ne!(new, values(&app, line, &full), "{line:?}");
        app.start_recipe();
        assert_eq!(app.run().name, "B");
        assert_eq!(app.run().epoch(), 0);
        assert_eq!(app.run().recipe(), &wanted);
        assert!(!app.has_waiting(), "nothing waits for the new run");
        let mut rest = wanted;
        line.copy(&full, &mut rest);
        assert_eq!(rest, full, "{line:?} changed nothing else");
        app.undo_change();
        assert_eq!(app.run().name, "A");
        assert_eq!(app.run().epoch(), 10);
        assert_eq!(app.network().parameters(), bits, "A stayed as it was");
        app.redo_change();
        assert_eq!(app.run().name, "B");
    }
}

#[test]
fn rate_and_penalties_act_at_once_and_the_past_keeps_its_bits() {
    for line in Setting::ALL.iter().copied().filter(|line| line.acts_at_once()) {
        let mut app = app_on(full());
        app.command(Command::Forward(crate::app::Stride::Ten));
        let past: Vec<_> = (0..=10).map(|epoch| app.run().network_at(epoch)).collect();
        step(&mut app, line);
        assert!(!app.has_waiting(), "{line:?} waits for nothing");
        assert_eq!(app.runs.all().len(), 1, "the run goes on");
        assert_ne!(values(&app, line, &app.present_recipe()), values(&app, line, &full()));
        app.command(Command::Forward(crate::app::Stride::Ten));
        for (epoch, network) in past.iter().enumerate() {
            assert_eq!(&app.run().network_at(epoch as u64), network, "{line:?}");
        }
        let mut same = app_on(full());
        same.command(Command::Forward(crate::app::Stride::Ten));
        same.command(Command::Forward(crate::app::Stride::Ten));
        assert_ne!(app.network(), same.network(), "{line:?} does something");
        app.undo_change();
        assert_eq!(app.present_recipe(), full(), "u takes {line:?} back");
    }
}

#[test]
fn in_the_past_rate_and_penalties_begin_a_branch() {
    for line in Setting::ALL.iter().copied().filter(|line| line.acts_at_once()) {
        let mut app = app_on(full());
        app.command(Command::Forward(crate::app::Stride::Ten));
        app.command(Command::Back(crate::app::Stride::One));
        step(&mut app, line);
        assert_eq!(app.runs.all().len(), 2);
        assert_eq!((app.run().name.as_str(), app.run().epoch()), ("B", 9));
        let old = &app.runs.all()[0].run;
        assert_eq!(old.last_epoch(), 10, "A keeps its future");
        assert!(old.changes().is_empty());
        app.undo_change();
        assert_eq!(app.run().name, "A");
    }
}

#[test]
fn every_setting_taken_from_another_recipe_is_undone_and_done_again() {
    let other = Recipe {
        features: vec![Feature::Fare],
        missing_age: MissingAge::Drop,
        scaling: Scaling::None,
        hidden: vec![2],
        activation: Activation::Relu,
        init: Some(Init::HeUniform),
        seed: 7,
        loss: Loss::SquaredError,
        optimizer: OptimizerKind::Adam,
        learning_rate: 0.25,
        momentum: 0.75,
        nesterov: true,
        batch: Batch::Rows(20),
        shuffle: true,
        l1: 0.125,
        l2: 0.5,
        train_rows: Some(500),
    };
    for &setting in Setting::ALL {
        let mut app = app_on(full());
        app.change_recipe(setting, &other);
        assert!(setting.same(&app.wanted_recipe(), &other), "{setting:?} is taken");
        app.undo_change();
        assert_eq!(app.wanted_recipe(), full(), "{setting:?} is undone");
        app.redo_change();
        assert!(setting.same(&app.wanted_recipe(), &other), "{setting:?} is done again");
    }
}

#[test]
fn esc_puts_one_line_back_at_a_time_the_last_one_first() {
    let mut app = app_on(full());
    for line in [Setting::Seed, Setting::Seed, Setting::Loss, Setting::Seed, Setting::TrainRows] {
        step(&mut app, line);
    }
    assert_eq!(app.waiting_lines(), [Setting::TrainRows, Setting::Seed, Setting::Loss]);
    for left in [&[Setting::Seed, Setting::Loss][..], &[Setting::Loss], &[]] {
        app.drop_waiting();
        assert_eq!(app.waiting_lines(), left);
    }
    assert_eq!(app.wanted_recipe(), full());
    app.undo_change();
    assert_eq!(app.waiting_lines(), [Setting::Loss], "even Esc can be undone");
}

#[test]
fn undo_takes_back_one_press_and_redo_does_it_again() {
    let mut app = app_on(full());
    step(&mut app, Setting::Seed);
    step(&mut app, Setting::LearningRate);
    step(&mut app, Setting::Seed);
    assert_eq!(app.wanted_recipe().seed, 3);
    app.undo_change();
    assert_eq!(app.wanted_recipe().seed, 2);
    app.undo_change();
    assert_eq!(app.run().learning_rate(), 0.1, "in the order it was done");
    assert_eq!(app.wanted_recipe().seed, 2);
    app.undo_change();
    assert!(!app.has_waiting());
    for _ in 0..3 {
        app.redo_change();
    }
    assert_eq!(app.wanted_recipe().seed, 3);
    assert_eq!(app.run().learning_rate(), 0.3);
}

#[test]
fn the_first_hidden_layer_brings_initial_weights_that_can_learn() {
    let mut app = app_on(Preset::ThePostTrained.recipe());
    step(&mut app, Setting::Hidden);
    assert_eq!(app.waiting_lines(), [Setting::Hidden, Setting::Init]);
    assert_eq!(app.wanted_recipe().init(), Init::He);
    app.step_recipe(Setting::Hidden, false);
    assert!(!app.has_waiting(), "and without it they are as before");
    step(&mut app, Setting::Hidden);
    app.step_recipe(Setting::Init, false);
    assert_eq!(app.wanted_recipe().init(), Init::Zeros, "who insists gets them");
    app.drop_waiting();
    assert_eq!(app.wanted_recipe().init(), Init::He);
}

#[test]
fn another_optimiser_drops_momentum_and_gd_brings_it_back() {
    let momentum = Recipe { nesterov: true, ..full() };
    let mut app = app_on(momentum.clone());
    step(&mut app, Setting::Optimizer);
    let lines = [Setting::Optimizer, Setting::Momentum, Setting::Nesterov];
    assert_eq!(app.waiting_lines(), lines);
    app.wanted_recipe().validate(app.list.len()).unwrap();
    app.step_recipe(Setting::Momentum, true);
    assert_eq!(app.wanted_recipe().momentum, 0.0, "there is none to change");
    app.step_recipe(Setting::Optimizer, false);
    assert_eq!(app.wanted_recipe(), momentum);
    assert!(!app.has_waiting());
}

#[test]
fn the_last_feature_cannot_be_switched_off() {
    let mut app = app_on(Recipe { features: vec![Feature::Sex], ..full() });
    app.toggle_feature(1);
    assert_eq!(app.wanted_recipe().features, [Feature::Sex]);
    assert!(app.notice.as_ref().is_some_and(|notice| notice.warns));
    app.toggle_feature(0);
    app.toggle_feature(1);
    assert_eq!(app.wanted_recipe().features, [Feature::Age]);
}

#[test]
fn new_features_come_in_the_order_of_the_list() {
    let mut app = app_on(full());
    for row in [8, 2, 5] {
        app.toggle_feature(row);
    }
    let [age, sex] = [Feature::Age, Feature::Sex];
    let [class, fare, title] = [Feature::Pclass, Feature::Fare, Feature::Title];
    assert_eq!(app.wanted_recipe().features, [age, sex, class, fare, title]);
}

#[test]
fn what_waits_belongs_to_its_run() {
    let mut app = app_on(full());
    step(&mut app, Setting::Seed);
    app.start_preset(Preset::ZerosRawAge);
    assert!(!app.has_waiting(), "another run, another form");
    step(&mut app, Setting::TrainRows);
    app.switch_to(0);
    assert_eq!(app.waiting_lines(), [Setting::Seed]);
    app.switch_to(1);
    assert_eq!(app.waiting_lines(), [Setting::TrainRows]);
}

#[test]
fn the_price_counts_numbers_and_people() {
    let app = app_on(full());
    let nine = Recipe {
        features: vec![
            Feature::Age,
            Feature::Sex,
            Feature::Pclass,
            Feature::Sibsp,
            Feature::Parch,
            Feature::Fare,
            Feature::Embarked,
        ],
        hidden: vec![16, 16],
        missing_age: crate::training::MissingAge::Drop,
        ..full()
    };
    assert_eq!(facts::parameters(&full()), 13);
    assert_eq!(facts::parameters(&nine), 9 * 16 + 16 + 16 * 16 + 16 + 17);
    let facts = Facts::of(&nine, app.run());
    assert_eq!((facts.train, facts.test, facts.ageless), (474, 240, 177));
    let small = Facts::of(&full(), app.run());
    assert_eq!((small.train, small.test), (600, 291));
    assert!(facts.nanoseconds(&nine) > small.nanoseconds(&full()));
}

#[test]
fn a_feature_that_is_alike_for_all_who_teach_is_named() {
    let rows = (1..=20).map(|id| format!("{id},{},male,{},7.25", id % 2, 20 + id));
    let head = "PassengerId,Survived,Sex,Age,Fare".to_owned();
    let csv = std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\n");
    let list = PassengerList::read("same fare", csv.as_bytes(), crate::data::Labels::Required);
    let list = Arc::new(list.unwrap());
    let recipe = Recipe { features: vec![Feature::Age, Feature::Fare], ..full() };
    let run = Run::from_recipe("A", list, recipe.clone()).unwrap();
    assert_eq!(Facts::of(&recipe, &run).constant(), [Feature::Fare]);
}
