//! Each observation on a run that shows it, and silence on runs that do not; and advice that is never what a run does
//! already.

use std::sync::Arc;

use super::*;
use crate::data::PassengerList;
use crate::nn::{Activation, Init, OptimizerKind, Parameter};
use crate::training::tests::{run_of, train_to, trained};
use crate::training::{Batch, Feature, MissingAge, Preset, Recipe, Run, Scaling};

fn scaled() -> Recipe {
    Preset::ThePostTrained.recipe()
}

fn hidden(hidden: &[usize], activation: Activation) -> Recipe {
    Recipe { hidden: hidden.to_vec(), activation, init: None, ..scaled() }
}

/// The limit at the cursor.
fn limit_of(run: &Run) -> Option<f64> {
    largest_stable_rate(run, run.network())
}

#[test]
fn the_largest_stable_rate_at_zero_weights_is_that_of_the_facts() {
    let raw = run_of(Preset::ZerosRawAge.recipe());
    assert_eq!(format!("{:.5}", limit_of(&raw).unwrap()), "0.00759");
    assert_eq!(format!("{:.2}", limit_of(&run_of(scaled())).unwrap()), "6.81");
    for recipe in [
        hidden(&[3], Activation::Relu),
        Recipe { momentum: 0.9, ..scaled() },
        Recipe { optimizer: OptimizerKind::Adam, ..scaled() },
        Recipe { batch: Batch::Rows(32), ..scaled() },
    ] {
        assert_eq!(limit_of(&run_of(recipe)), None);
    }
}

#[test]
fn the_limit_parts_rates_that_settle_from_rates_that_swing() {
    let mut run = trained(scaled(), 500);
    let limit = limit_of(&run).unwrap();
    for (share, settles) in [(0.95, true), (1.05, false)] {
        let mut run = run.branch("");
        assert!(run.set_learning_rate(limit * share));
        train_to(&mut run, 900);
        let losses: Vec<f64> = run.history()[899..].iter().map(|m| m.train.loss).collect();
        assert_eq!((losses[1] - losses[0]).abs() < 1e-9, settles, "{share}: {losses:?}");
    }
    run.seek(0);
    assert_eq!(format!("{:.2}", limit_of(&run).unwrap()), "6.81");
}

#[test]
fn the_bend_of_both_losses_is_the_slope_of_their_slope() {
    use crate::nn::Loss;
    for loss in [Loss::CrossEntropy, Loss::SquaredError] {
        let run = trained(Recipe { loss, ..scaled() }, 30);
        let limit = limit_of(&run).unwrap();
        // Power iteration on differences of the gradient, which knows nothing of the closed form.
        let (mut direction, h) = (vec![1.0, 0.7, -0.4], 1e-5);
        let mut stretched = 0.0;
        for _ in 0..200 {
            let moved = |sign: f64| {
                let edits: Vec<(Parameter, f64)> = (0..3)
                    .map(|index| {
                        let value = run.network().parameters()[index] + sign * h * direction[index];
                        (run.network().parameter_at(index), value)
                    })
                    .collect();
                let branch = run.branch_with("", &edits).unwrap();
                crate::training::step_gradient(&branch, branch.epoch())
            };
            let (up, down) = (moved(1.0), moved(-1.0));
            let bent: Vec<f64> = up.iter().zip(&down).map(|(u, d)| (u - d) / (2.0 * h)).collect();
            stretched = bent.iter().map(|x| x * x).sum::<f64>().sqrt();
            direction = bent.iter().map(|x| x / stretched).collect();
        }
        assert!((2.0 / stretched / limit - 1.0).abs() < 1e-4, "{loss:?}: {stretched} {limit}");
    }
}

#[test]
fn raw_age_at_rate_0_03_swings_and_the_limit_is_named() {
    let recipe = Recipe { learning_rate: 0.03, ..Preset::ZerosRawAge.recipe() };
    let run = trained(recipe, 3);
    let Some(Observation::Unstable { from_loss, to_loss, epochs, rate, limit, .. }) = diagnose(&run).into_iter().next()
    else {
        panic!("{:?}", diagnose(&run));
    };
    assert_eq!(format!("{from_loss:.2} {to_loss:.2} {epochs} {rate}"), "0.69 4.02 3 0.03");
    assert!(limit.is_some_and(|limit| limit > 0.0 && limit.is_finite()));
}

/// Whoever made the rate small again must not be told that nothing helps.
#[test]
fn a_run_that_falls_step_by_step_is_not_unstable_however_high_it_stands() {
    let mut run = trained(Recipe { learning_rate: 0.03, ..Preset::ZerosRawAge.recipe() }, 3);
    assert!(run.set_learning_rate(0.0003));
    let is_unstable = |run: &Run| diagnose(run).iter().any(|seen| matches!(seen, Observation::Unstable { .. }));
    train_to(&mut run, 5);
    assert!(is_unstable(&run), "not yet on its way back for long");
    train_to(&mut run, 8);
    assert!(run.metrics().train.loss > run.metrics_at(0).train.loss, "still above its start");
    assert!(!is_unstable(&run));
}

#[test]
fn a_full_batch_that_saws_below_its_start_is_unstable_too() {
    let mut run = trained(scaled(), 200);
    assert!(run.set_learning_rate(40.0));
    let mut seen = false;
    for epoch in 201..260 {
        train_to(&mut run, epoch);
        let unstable = diagnose(&run).into_iter().any(|seen| matches!(seen, Observation::Unstable { epochs: 5, .. }));
        seen |= unstable;
    }
    assert!(seen);
}

#[test]
fn batches_are_judged_by_ten_epochs_against_ten() {
    let recipe = Recipe { batch: Batch::Rows(20), shuffle: true, learning_rate: 0.05, ..scaled() };
    let mut run = trained(recipe, 60);
    assert!(!diagnose(&run).iter().any(|seen| matches!(seen, Observation::Unstable { .. })));
    assert!(run.set_learning_rate(8.0));
    train_to(&mut run, 65);
    let unstable = diagnose(&run);
    assert!(matches!(unstable[0], Observation::Unstable { .. }), "{unstable:?}");
}

#[test]
fn a_run_that_diverged_says_so_at_its_end_until_the_rate_is_changed() {
    let recipe = Recipe { learning_rate: 1e308, ..Preset::ZerosRawAge.recipe() };
    let mut run = run_of(recipe);
    assert!(run.train().is_err());
    let seen = diagnose(&run);
    let Observation::Diverged { epoch, limit, .. } = seen[0] else {
        panic!("{seen:?}");
    };
    assert_eq!(epoch, 1);
    assert_eq!(format!("{:.5}", limit.unwrap()), "0.00759");
    assert!(run.set_learning_rate(0.001));
    assert!(diagnose(&run).is_empty());
}

/// A 2-3-1 whose second neuron no row can switch on.
fn with_a_dead_neuron() -> Run {
    let run = run_of(hidden(&[3], Activation::Relu));
    let bias = Parameter::Bias { layer: 0, neuron: 1 };
    run.branch_with("", &[(bias, -100.0)]).unwrap()
}

#[test]
fn a_dead_neuron_is_named_and_marked() {
    let run = with_a_dead_neuron();
    let seen = diagnose(&run);
    let dead = Neuron { layer: 0, neuron: 1 };
    assert!(seen.contains(&Observation::Dead { neurons: vec![dead], of: 3 }), "{seen:?}");
    let states = neuron_states(&run, run.network());
    assert_eq!((states.len(), states[0].len(), states[1].len()), (2, 3, 1));
    assert!(states[0][1].dead && !states[0][0].dead && !states[1][0].dead);
    assert_eq!((states[0][1].on_rows, states[0][1].rows), (0, 891));
    assert_eq!(states[0][0].training_rows, 600);
}

#[test]
fn on_counts_are_those_of_the_rows_one_by_one() {
    let run = trained(hidden(&[3], Activation::Relu), 50);
    let states = neuron_states(&run, run.network());
    for (neuron, state) in states[0].iter().enumerate() {
        let traces = run.list().passengers().map(|passenger| {
            let inputs = run.encoder().encode(&passenger).unwrap();
            run.network().forward(&inputs).layers[0].z[neuron] > 0.0
        });
        let on: Vec<bool> = traces.collect();
        let count = |rows: &[bool]| rows.iter().filter(|on| **on).count();
        assert_eq!((state.on_rows, state.rows), (count(&on), 891));
        assert_eq!(state.on_training_rows, count(&on[..600]));
    }
}

#[test]
fn a_saturated_tanh_is_named() {
    let run = run_of(hidden(&[2, 2], Activation::Tanh));
    let bias = Parameter::Bias { layer: 1, neuron: 0 };
    let run = run.branch_with("", &[(bias, 30.0)]).unwrap();
    let seen = diagnose(&run);
    let saturated = seen.iter().find_map(|seen| {
        let Observation::Saturated { neurons, of } = seen else {
            return None;
        };
        Some((neurons.clone(), *of))
    });
    let expected = Neuron { layer: 1, neuron: 0 };
    assert_eq!(saturated, Some((vec![expected], 4)), "{seen:?}");
}

#[test]
fn a_deep_sigmoid_network_learns_next_to_nothing_in_front() {
    let recipe = Recipe {
        features: vec![Feature::Age, Feature::Sex],
        scaling: Scaling::Standard,
        ..hidden(&[4; 6], Activation::Sigmoid)
    };
    let run = run_of(recipe);
    let seen = diagnose(&run);
    let vanishing =
        seen.iter().any(|seen| matches!(seen, Observation::Vanishing { first, last } if *first < 1e-3 * last));
    assert!(vanishing, "{seen:?}");
    let shallow = diagnose(&run_of(hidden(&[3], Activation::Relu)));
    assert!(!shallow.iter().any(|seen| matches!(seen, Observation::Vanishing { .. })));
}

#[test]
fn zero_weights_in_hidden_layers_are_seen_not_to_learn() {
    let recipe = Recipe { init: Some(Init::Zeros), ..hidden(&[3], Activation::Relu) };
    let seen = diagnose(&run_of(recipe));
    assert!(matches!(&seen[0], Observation::Dead { neurons, of: 3 } if neurons.len() == 3));
}

#[test]
fn the_posts_training_comes_to_rest_and_then_converges() {
    let mut run = trained(scaled(), 20_000);
    assert!(matches!(diagnose(&run)[..], [Observation::Converged { .. }]), "{:?}", diagnose(&run));
    run.seek(600);
    assert!(matches!(diagnose(&run)[..], [Observation::Plateau { .. }]), "{:?}", diagnose(&run));
    run.seek(50);
    assert_eq!(diagnose(&run), []);
}

#[test]
fn a_test_loss_that_turns_while_training_goes_on_is_over_fitting() {
    let recipe = Recipe {
        features: vec![Feature::Age, Feature::Sex, Feature::Pclass, Feature::Fare, Feature::Title],
        optimizer: OptimizerKind::Adam,
        learning_rate: 0.02,
        ..hidden(&[32], Activation::Relu)
    };
    let mut run = trained(recipe, 400);
    let seen = diagnose(&run);
    let found = seen.iter().find_map(|seen| {
        let &Observation::OverFitting { least, at, now, train_then, train_now } = seen else {
            return None;
        };
        Some((least, at, now, train_then, train_now))
    });
    let (least, at, now, then, train_now) = found.unwrap_or_else(|| panic!("{seen:?}"));
    assert!(now >= 1.02 * least && train_now < then && at < 400);
    assert_eq!(run.metrics_at(at).test.loss, least);
    run.seek(at);
    assert!(!diagnose(&run).iter().any(|seen| matches!(seen, Observation::OverFitting { .. })));
}

#[test]
fn an_edit_that_raises_the_loss_is_not_the_trainings_fault() {
    let mut run = trained(scaled(), 100);
    let sex = Parameter::Weight { layer: 0, neuron: 0, input: 1 };
    run = run.branch_with("", &[(sex, -6.0)]).unwrap();
    assert!(run.metrics().train.loss > run.metrics_at(0).train.loss);
    assert_eq!(diagnose(&run), []);
    run.train().unwrap();
    assert_eq!(diagnose(&run), []);
}

#[test]
fn a_list_without_training_rows_has_nothing_to_say() {
    let text = "Survived,Sex,Age\n1,female,\n0,male,\n0,male,\n";
    let list = PassengerList::read("small.csv", text.as_bytes(), crate::data::Labels::Required).unwrap();
    let run = Run::published(Arc::new(list));
    assert_eq!(diagnose(&run), []);
    assert_eq!(limit_of(&run), None);
    assert_eq!(neuron_states(&run, run.network())[0][0], NeuronState::default());
}

/// Whether a run does already what is advised, or cannot do it.
fn is_idle(remedy: Remedy, run: &Run) -> bool {
    let recipe = run.recipe();
    match remedy {
        Remedy::Scaling => recipe.scaling == Scaling::Standard,
        Remedy::Momentum => recipe.momentum > 0.0 || recipe.optimizer != OptimizerKind::Gd,
        Remedy::Adaptive => recipe.optimizer != OptimizerKind::Gd,
        Remedy::ChanceWeights => recipe.init() != Init::Zeros,
        Remedy::OtherSeed => recipe.init() == Init::Zeros,
        Remedy::Relu => recipe.activation == Activation::Relu,
        Remedy::FewerLayers => recipe.hidden.len() < 2,
        Remedy::FewerNeurons => recipe.hidden.is_empty(),
        Remedy::WeakerPull => run.regularisation() == (0.0, 0.0),
        Remedy::Back(epoch) => epoch >= run.epoch(),
        Remedy::LargerRate => limit_of(run).is_some_and(|limit| run.learning_rate() * 3.0 > limit),
        Remedy::SmallerRate | Remedy::StrongerL2 => false,
    }
}

#[test]
fn nothing_is_advised_that_is_done_already() {
    let mut advised = 0;
    for &preset in Preset::ALL {
        for &kind in OptimizerKind::ALL {
            for &scaling in Scaling::ALL {
                for momentum in [0.0, 0.9] {
                    let recipe = Recipe {
                        optimizer: kind,
                        momentum: if kind == OptimizerKind::Gd { momentum } else { 0.0 },
                        scaling,
                        ..preset.recipe()
                    };
                    let mut run = run_of(recipe);
                    for epoch in [0, 1, 5, 120] {
                        while run.last_epoch() < epoch && run.train().is_ok() {}
                        for seen in diagnose(&run) {
                            for remedy in remedies(&run, &seen) {
                                advised += 1;
                                assert!(
                                    !is_idle(remedy, &run),
                                    "{preset:?} {kind:?} {scaling:?} {momentum} epoch {epoch}: {seen:?} {remedy:?}"
                                );
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(advised > 50, "{advised}");
}

#[test]
fn the_ravine_of_raw_ages_is_named_with_its_number() {
    let mut run = trained(Preset::ZerosRawAge.recipe(), 1585);
    let seen = diagnose(&run);
    let ravine = seen.iter().find(|seen| matches!(seen, Observation::Ravine { .. }));
    let Some(Observation::Ravine { condition }) = ravine else {
        panic!("{seen:?}");
    };
    assert_eq!(format!("{condition:.0}"), "8444");
    let helps = remedies(&run, ravine.unwrap());
    assert_eq!(helps, [Remedy::Scaling, Remedy::Momentum, Remedy::Adaptive]);
    run.seek(0);
    assert_eq!(diagnose(&run), [], "nothing is held back before it began");
}

#[test]
fn a_bowl_an_adaptive_rule_and_an_end_reached_are_no_ravines() {
    let is_ravine = |run: &Run| {
        let seen = diagnose(run);
        seen.iter().any(|seen| matches!(seen, Observation::Ravine { .. }))
    };
    assert!(!is_ravine(&trained(scaled(), 30)));
    for optimizer in [OptimizerKind::Adam, OptimizerKind::Rmsprop] {
        let recipe = Recipe { optimizer, ..Preset::ZerosRawAge.recipe() };
        assert!(!is_ravine(&trained(recipe, 30)));
    }
    // With momentum it is a ravine still, only less long.
    let recipe = Recipe { momentum: 0.9, ..Preset::ZerosRawAge.recipe() };
    assert!(is_ravine(&trained(recipe.clone(), 300)));
    assert!(!is_ravine(&trained(recipe, 20_000)));
    let died = Recipe { missing_age: MissingAge::Died, ..Preset::ZerosRawAge.recipe() };
    assert!(is_ravine(&trained(died, 300)));
}
