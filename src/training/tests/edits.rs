//! Parameters set by hand: a branch has them at once, trains on from them, and comes back from a file
//! with the same bits.

use super::files::{every_way_to_train, through_a_file};
use super::{bits, list, run_of, train_to};
use crate::data::LiveRows;
use crate::nn::Parameter;
use crate::training::{Preset, Run};

const WEIGHT: Parameter = Parameter::Weight { layer: 0, neuron: 1, input: 0 };
const BIAS: Parameter = Parameter::Bias { layer: 1, neuron: 0 };

fn value(run: &Run, parameter: Parameter) -> f64 {
    run.network().parameters()[run.network().index(parameter)]
}

#[test]
fn an_edited_branch_opened_from_its_file_walks_back_and_trains_on_with_the_same_bits() {
    for recipe in every_way_to_train() {
        let mut run = run_of(recipe.clone());
        train_to(&mut run, 15);
        let untouched = bits(&run);
        run.seek(9);
        let mut branch = run.branch_with("edited", &[(WEIGHT, 0.25), (BIAS, -1.5)]).unwrap();
        assert_eq!((branch.last_epoch(), value(&branch, WEIGHT)), (9, 0.25));
        assert!(branch.set_learning_rate(0.02));
        train_to(&mut branch, 14);
        let mut branch = branch.branch_with("twice", &[(WEIGHT, 0.75)]).unwrap();
        let seen: Vec<_> = (0..=14)
            .map(|epoch| {
                branch.seek(epoch);
                bits(&branch)
            })
            .collect();
        let saved = through_a_file(&branch.model());
        train_to(&mut branch, 20);

        let mut opened = Run::from_model("", list(), saved.clone()).unwrap();
        train_to(&mut opened, 14);
        assert!(!opened.replay_differed(), "{recipe:?}");
        for epoch in (0..=14).rev() {
            opened.seek(epoch);
            assert_eq!(bits(&opened), seen[epoch as usize], "epoch {epoch}, {recipe:?}");
        }
        train_to(&mut opened, 20);
        assert_eq!(bits(&opened), bits(&branch), "{recipe:?}");
        assert_eq!(opened.history(), branch.history());
        assert_eq!(opened.model(), branch.model());

        let mut resumed = Run::resume("", list(), saved).unwrap();
        train_to(&mut resumed, 20);
        assert_eq!(bits(&resumed), bits(&branch), "{recipe:?}");
        run.seek(15);
        assert_eq!(bits(&run), untouched, "the run itself is untouched");
    }
}

#[test]
fn the_past_of_a_branch_is_not_edited_however_few_key_frames_there_are() {
    for bytes in [usize::MAX, 1_500, 0] {
        let mut run = run_of(Preset::Unpublished231.recipe());
        run.set_history_bytes(bytes);
        train_to(&mut run, 30);
        run.seek(16);
        let before = value(&run, WEIGHT);
        let mut branch = run.branch_with("", &[(WEIGHT, 3.0)]).unwrap();
        train_to(&mut branch, 40);
        let end = bits(&branch);
        for epoch in (0..40).rev() {
            branch.seek(epoch);
            if epoch < 16 {
                run.seek(epoch);
                assert_eq!(bits(&branch), bits(&run), "epoch {epoch}, {bytes} bytes");
            }
        }
        branch.seek(16);
        assert_eq!(value(&branch, WEIGHT), 3.0);
        assert_ne!(before, 3.0);
        branch.seek(40);
        assert_eq!(bits(&branch), end);
    }
}

#[test]
fn the_metrics_of_the_edited_epoch_are_those_of_the_edited_network() {
    let run = Run::published(list());
    let sex = Parameter::Weight { layer: 0, neuron: 0, input: 1 };
    let branch = run.branch_with("by hand", &[(sex, 2.0)]).unwrap();
    let live = crate::training::Predictions::new(&branch, branch.network());
    let right = (600..live.len()).filter(|&row| live.is_right(row)).count();
    assert_eq!(branch.metrics().test.correct as usize, right);
    assert_eq!(branch.history(), [branch.metrics()]);
    assert!(right > 213, "a larger weight of sex is better: {right}");
    assert_eq!(
        branch.model().initial.as_deref(),
        Some(branch.network().parameters()),
        "what was edited at epoch 0 is what the run began with"
    );
    let mut opened = Run::from_model("", list(), through_a_file(&branch.model())).unwrap();
    opened.train().unwrap();
    let mut branch = branch;
    branch.train().unwrap();
    assert_eq!(bits(&opened), bits(&branch));
    branch.seek(0);
    assert_eq!(value(&branch, sex), 2.0);
}

#[test]
fn a_change_of_mind_about_rates_keeps_the_edits_and_the_other_way_round() {
    let run = run_of(Preset::Unpublished231.recipe());
    let mut branch = run.branch_with("", &[(WEIGHT, 1.0), (BIAS, 0.5)]).unwrap();
    assert!(branch.set_learning_rate(0.1));
    assert!(branch.set_learning_rate(0.5), "back to the recipe's");
    let branch = branch.branch_with("", &[(WEIGHT, 2.0)]).unwrap();
    let [change] = branch.changes() else {
        panic!("one change: {:?}", branch.changes());
    };
    assert_eq!(change.learning_rate, None);
    let edited: Vec<_> = change.edits.iter().map(|edit| (edit.parameter(), edit.value)).collect();
    assert_eq!(edited, [(BIAS, 0.5), (WEIGHT, 2.0)]);
}

#[test]
fn what_would_not_be_a_network_is_refused() {
    let run = run_of(Preset::Unpublished231.recipe());
    for value in [f64::NAN, f64::INFINITY, f64::MAX] {
        assert!(run.branch_with("", &[(WEIGHT, value), (BIAS, value)]).is_none(), "{value}");
    }
    let nowhere = Parameter::Bias { layer: 2, neuron: 0 };
    assert!(run.branch_with("", &[(nowhere, 0.0)]).is_none());
}

#[test]
fn a_duplicate_has_the_future_too_and_goes_its_own_way() {
    let mut run = run_of(Preset::ThePostTrained.recipe());
    train_to(&mut run, 10);
    run.seek(4);
    let mut copy = run.duplicate("copy");
    assert_eq!((copy.name.as_str(), copy.epoch(), copy.last_epoch()), ("copy", 4, 10));
    train_to(&mut copy, 12);
    assert_eq!((run.epoch(), run.last_epoch()), (4, 10));
    assert_eq!(copy.history()[..11], *run.history());
}
