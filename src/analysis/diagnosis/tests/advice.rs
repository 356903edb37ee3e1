//! What is advised: never what a run does already, over every preset, optimiser and scaling.

use super::*;
use crate::training::MissingAge;

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
