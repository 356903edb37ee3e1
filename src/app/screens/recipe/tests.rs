//! The form against runs: what waits, what acts at once, what can be taken back.

use std::sync::Arc;

use super::*;
use crate::app::{App, Command, Settings};
use crate::data::PassengerList;
use crate::explain::words::Language;
use crate::nn::{Activation, Init, Loss, OptimizerKind};
use crate::training::{Batch, Feature, HeldOut, MissingAge, Preset, Scaling, SplitRule, StopRule};

/// The program on a run of a recipe in which every line says something.
pub(super) fn app_on(recipe: Recipe) -> App {
    let list = Arc::new(PassengerList::embedded());
    let run = Run::from_recipe("A", Arc::clone(&list), recipe).unwrap();
    App::from_run(list, run, Settings::default())
}

pub(super) fn full() -> Recipe {
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
        app.screens.recipe.toggle_feature(&mut app.core, title.unwrap());
    } else {
        app.screens.recipe.step_recipe(&mut app.core, line, true);
    }
}

/// A recipe under which a line can be changed alone: weight decay is adamw's, another optimiser has no momentum, and
/// only who waits on a plateau is patient.
fn full_for(line: Setting) -> Recipe {
    let plain = Recipe { momentum: 0.0, ..full() };
    if line == Setting::WeightDecay {
        Recipe { optimizer: OptimizerKind::Adamw, ..plain }
    } else if line == Setting::Optimizer {
        plain
    } else if line == Setting::Patience {
        Recipe { stop: StopRule::Plateau, ..full() }
    } else {
        full()
    }
}

fn values(app: &App, line: Setting, recipe: &Recipe) -> String {
    show::value(Language::English, line, recipe, &app.core.list)
}

#[test]
fn every_other_line_waits_and_the_run_begun_has_it() {
    for line in Setting::ALL.iter().copied().filter(|line| !line.acts_at_once()) {
        let full = full_for(line);
        let mut app = app_on(full.clone());
        crate::app::turn::command(&mut app, Command::Forward(crate::app::Stride::Ten));
        let bits = app.core.network().parameters().to_vec();
        assert_eq!(line.idle(&full), None, "{line:?} says something");
        step(&mut app, line);
        assert_eq!(app.screens.recipe.waiting_lines(&app.core), [line], "only it waits");
        assert_eq!(app.core.run().recipe(), &full, "{line:?} waits");
        let wanted = app.screens.recipe.wanted_recipe(&app.core);
        let new = values(&app, line, &wanted);
        assert_ne!(new, values(&app, line, &full), "{line:?}");
        app.screens.recipe.start_recipe(&mut app.core);
        assert_eq!(app.core.run().name, "B");
        assert_eq!(app.core.run().epoch(), 0);
        assert_eq!(app.core.run().recipe(), &wanted);
        assert!(!app.screens.recipe.has_waiting(&app.core), "nothing waits for the new run");
        let mut rest = wanted;
        line.copy(&full, &mut rest);
        assert_eq!(rest, full, "{line:?} changed nothing else");
        crate::app::restore::step(&mut app, true);
        assert_eq!(app.core.run().name, "A");
        assert_eq!(app.core.run().epoch(), 10);
        assert_eq!(app.core.network().parameters(), bits, "A stayed as it was");
        crate::app::restore::step(&mut app, false);
        assert_eq!(app.core.run().name, "B");
    }
}

#[test]
fn rate_and_penalties_act_at_once_and_the_past_keeps_its_bits() {
    for line in Setting::ALL.iter().copied().filter(|line| line.acts_at_once()) {
        let mut app = app_on(full());
        crate::app::turn::command(&mut app, Command::Forward(crate::app::Stride::Ten));
        let past: Vec<_> = (0..=10).map(|epoch| app.core.run().network_at(epoch)).collect();
        step(&mut app, line);
        assert!(!app.screens.recipe.has_waiting(&app.core), "{line:?} waits for nothing");
        assert_eq!(app.core.runs.all().len(), 1, "the run goes on");
        assert_ne!(values(&app, line, &app.screens.recipe.present_recipe(&app.core)), values(&app, line, &full()));
        crate::app::turn::command(&mut app, Command::Forward(crate::app::Stride::Ten));
        for (epoch, network) in past.iter().enumerate() {
            assert_eq!(&app.core.run().network_at(epoch as u64), network, "{line:?}");
        }
        let mut same = app_on(full());
        crate::app::turn::command(&mut same, Command::Forward(crate::app::Stride::Ten));
        crate::app::turn::command(&mut same, Command::Forward(crate::app::Stride::Ten));
        assert_ne!(app.core.network(), same.core.network(), "{line:?} does something");
        crate::app::restore::step(&mut app, true);
        assert_eq!(app.screens.recipe.present_recipe(&app.core), full(), "u takes {line:?} back");
    }
}

#[test]
fn in_the_past_rate_and_penalties_begin_a_branch() {
    for line in Setting::ALL.iter().copied().filter(|line| line.acts_at_once()) {
        let mut app = app_on(full());
        crate::app::turn::command(&mut app, Command::Forward(crate::app::Stride::Ten));
        crate::app::turn::command(&mut app, Command::Back(crate::app::Stride::One));
        step(&mut app, line);
        assert_eq!(app.core.runs.all().len(), 2);
        assert_eq!((app.core.run().name.as_str(), app.core.run().epoch()), ("B", 9));
        let old = &app.core.runs.all()[0].run;
        assert_eq!(old.last_epoch(), 10, "A keeps its future");
        assert!(old.changes().is_empty());
        crate::app::restore::step(&mut app, true);
        assert_eq!(app.core.run().name, "A");
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
        optimizer: OptimizerKind::Adamw,
        learning_rate: 0.25,
        momentum: 0.75,
        nesterov: true,
        weight_decay: Some(0.1),
        batch: Batch::Rows(20),
        shuffle: true,
        l1: 0.125,
        l2: 0.5,
        train_rows: Some(500),
        split: SplitRule::Stratified,
        stop: StopRule::Plateau,
        patience: 30,
        held_out: HeldOut::Fifth,
    };
    for &setting in Setting::ALL {
        let full = if setting == Setting::WeightDecay { full_for(setting) } else { full() };
        let mut app = app_on(full.clone());
        app.screens.recipe.change_recipe(&mut app.core, setting, &other);
        assert!(setting.same(&app.screens.recipe.wanted_recipe(&app.core), &other), "{setting:?} is taken");
        crate::app::restore::step(&mut app, true);
        assert_eq!(app.screens.recipe.wanted_recipe(&app.core), full, "{setting:?} is undone");
        crate::app::restore::step(&mut app, false);
        assert!(setting.same(&app.screens.recipe.wanted_recipe(&app.core), &other), "{setting:?} is done again");
    }
}

#[test]
fn esc_puts_one_line_back_at_a_time_the_last_one_first() {
    let mut app = app_on(full());
    for line in [Setting::Seed, Setting::Seed, Setting::Loss, Setting::Seed, Setting::TrainRows] {
        step(&mut app, line);
    }
    assert_eq!(app.screens.recipe.waiting_lines(&app.core), [Setting::TrainRows, Setting::Seed, Setting::Loss]);
    for left in [&[Setting::Seed, Setting::Loss][..], &[Setting::Loss], &[]] {
        app.screens.recipe.drop_waiting(&mut app.core);
        assert_eq!(app.screens.recipe.waiting_lines(&app.core), left);
    }
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core), full());
    crate::app::restore::step(&mut app, true);
    assert_eq!(app.screens.recipe.waiting_lines(&app.core), [Setting::Loss], "even Esc can be undone");
}

#[test]
fn undo_takes_back_one_press_and_redo_does_it_again() {
    let mut app = app_on(full());
    step(&mut app, Setting::Seed);
    step(&mut app, Setting::LearningRate);
    step(&mut app, Setting::Seed);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).seed, 3);
    crate::app::restore::step(&mut app, true);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).seed, 2);
    crate::app::restore::step(&mut app, true);
    assert_eq!(app.core.run().learning_rate(), 0.1, "in the order it was done");
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).seed, 2);
    crate::app::restore::step(&mut app, true);
    assert!(!app.screens.recipe.has_waiting(&app.core));
    for _ in 0..3 {
        crate::app::restore::step(&mut app, false);
    }
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).seed, 3);
    assert_eq!(app.core.run().learning_rate(), 0.3);
}

/// On raw ages at the rate they allow, a hidden layer would not move in a lifetime.
#[test]
fn the_first_hidden_layer_on_raw_ages_is_a_network_that_learns() {
    let raw = Recipe { scaling: Scaling::None, learning_rate: 0.001, ..Preset::ThePostTrained.recipe() };
    let mut app = app_on(raw);
    step(&mut app, Setting::Hidden);
    let wanted = app.screens.recipe.wanted_recipe(&app.core);
    assert_eq!((wanted.hidden.as_slice(), wanted.scaling, wanted.learning_rate), (&[3][..], Scaling::Standard, 0.3));
    let lines = [Setting::Hidden, Setting::Init, Setting::Scaling, Setting::LearningRate];
    let waiting = app.screens.recipe.waiting_lines(&app.core);
    assert!(lines.iter().all(|line| waiting.contains(line)), "all that comes with it is told: {waiting:?}");
    let mut run = Run::from_recipe("learns", app.core.list.clone(), wanted).unwrap();
    for _ in 0..200 {
        run.train().unwrap();
    }
    assert!(run.metrics().test.correct > 220, "{:?}", run.metrics().test);
    step(&mut app, Setting::Scaling);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).scaling, Scaling::None, "who insists gets them");
}

#[test]
fn the_first_hidden_layer_brings_initial_weights_that_can_learn() {
    let mut app = app_on(Preset::ThePostTrained.recipe());
    step(&mut app, Setting::Hidden);
    assert_eq!(app.screens.recipe.waiting_lines(&app.core), [Setting::Hidden, Setting::Init]);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).init(), Init::He);
    app.screens.recipe.step_recipe(&mut app.core, Setting::Hidden, false);
    assert!(!app.screens.recipe.has_waiting(&app.core), "and without it they are as before");
    step(&mut app, Setting::Hidden);
    app.screens.recipe.step_recipe(&mut app.core, Setting::Init, false);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).init(), Init::Zeros, "who insists gets them");
    app.screens.recipe.drop_waiting(&mut app.core);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).init(), Init::He);
}

#[test]
fn another_optimiser_drops_momentum_and_gd_brings_it_back() {
    let momentum = Recipe { nesterov: true, ..full() };
    let mut app = app_on(momentum.clone());
    step(&mut app, Setting::Optimizer);
    let lines = [Setting::Optimizer, Setting::Momentum, Setting::Nesterov];
    assert_eq!(app.screens.recipe.waiting_lines(&app.core), lines);
    app.screens.recipe.wanted_recipe(&app.core).validate(app.core.list.len()).unwrap();
    app.screens.recipe.step_recipe(&mut app.core, Setting::Momentum, true);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).momentum, 0.0, "there is none to change");
    app.screens.recipe.step_recipe(&mut app.core, Setting::Optimizer, false);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core), momentum);
    assert!(!app.screens.recipe.has_waiting(&app.core));
}

#[test]
fn the_last_feature_cannot_be_switched_off() {
    let mut app = app_on(Recipe { features: vec![Feature::Sex], ..full() });
    app.screens.recipe.toggle_feature(&mut app.core, 1);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).features, [Feature::Sex]);
    assert!(app.core.notice.as_ref().is_some_and(|notice| notice.warns));
    app.screens.recipe.toggle_feature(&mut app.core, 0);
    app.screens.recipe.toggle_feature(&mut app.core, 1);
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).features, [Feature::Age]);
}

#[test]
fn new_features_come_in_the_order_of_the_list() {
    let mut app = app_on(full());
    for row in [8, 2, 5] {
        app.screens.recipe.toggle_feature(&mut app.core, row);
    }
    let [age, sex] = [Feature::Age, Feature::Sex];
    let [class, fare, title] = [Feature::Pclass, Feature::Fare, Feature::Title];
    assert_eq!(app.screens.recipe.wanted_recipe(&app.core).features, [age, sex, class, fare, title]);
}

#[test]
fn what_waits_belongs_to_its_run() {
    let mut app = app_on(full());
    step(&mut app, Setting::Seed);
    crate::app::commands::switch::start_preset(&mut app.core, Preset::ZerosRawAge);
    assert!(!app.screens.recipe.has_waiting(&app.core), "another run, another form");
    step(&mut app, Setting::TrainRows);
    crate::app::commands::switch::switch_to(&mut app.core, 0);
    assert_eq!(app.screens.recipe.waiting_lines(&app.core), [Setting::Seed]);
    crate::app::commands::switch::switch_to(&mut app.core, 1);
    assert_eq!(app.screens.recipe.waiting_lines(&app.core), [Setting::TrainRows]);
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
    assert_eq!(dataset::parameters(&full()), 13);
    assert_eq!(dataset::parameters(&nine), 9 * 16 + 16 + 16 * 16 + 16 + 17);
    let dataset = Dataset::of(&nine, app.core.run());
    assert_eq!((dataset.train, dataset.test, dataset.ageless), (474, 240, 177));
    let small = Dataset::of(&full(), app.core.run());
    assert_eq!((small.train, small.test), (600, 291));
    assert!(dataset.nanoseconds(&nine) > small.nanoseconds(&full()));
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
    assert_eq!(Dataset::of(&recipe, &run).constant(), [Feature::Fare]);
}

#[test]
fn every_step_makes_a_recipe_that_can_be_run_and_steps_lead_back() {
    let list = PassengerList::embedded();
    for &line in Setting::ALL {
        let mut recipe = full();
        let mut walked = Vec::new();
        while let Some(next) = crate::training::recipe::stepped(line, &recipe, &list, true) {
            next.clone().settled().validate(list.len()).unwrap();
            walked.push(recipe);
            recipe = next;
            if walked.len() > 40 {
                break;
            }
        }
        // Back over the same steps, but for the first, which may have begun beside them.
        for before in walked.iter().skip(1).rev() {
            recipe = crate::training::recipe::stepped(line, &recipe, &list, false).unwrap();
            let value = |recipe: &Recipe| show::value(Language::English, line, recipe, &list);
            assert_eq!(value(&recipe), value(before), "{line:?}");
        }
    }
}

/// Else the screen would say that an epoch costs something else than it does, though nothing waits.
#[test]
fn what_nothing_changes_costs_what_the_run_costs() {
    for &held_out in HeldOut::ALL {
        let app =
            app_on(Recipe { held_out, scaling: Scaling::Standard, missing_age: MissingAge::Mean, ..Recipe::default() });
        let run = app.core.run();
        let cost = Dataset::of(run.recipe(), run).nanoseconds(run.recipe());
        assert_eq!(cost, run.about_epoch_nanoseconds(), "{held_out:?}");
    }
}
