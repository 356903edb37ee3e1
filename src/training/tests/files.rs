//! Model files: what comes back is what was saved, and what is wrong is said.

use serde_json::{Value, json};

use super::{bits, list, run_of, small_list, train_to};
use crate::nn::{Optimizer, OptimizerKind};
use crate::training::limits::MAX_NUMBER;
use crate::training::{
    Batch, Feature, MissingAge, ModelError, ModelFile, Preset, Recipe, RecipePatch, Run, Scaling, Setting,
};

pub(super) fn through_a_file(model: &ModelFile) -> ModelFile {
    let mut file = Vec::new();
    model.write(&mut file).unwrap();
    ModelFile::read(file.as_slice()).unwrap()
}

/// Every optimiser, in full batch and in shuffled ones.
pub(super) fn every_way_to_train() -> Vec<Recipe> {
    let base = Recipe {
        features: vec![Feature::Age, Feature::Sex, Feature::Fare, Feature::Embarked],
        scaling: Scaling::Standard,
        hidden: vec![4],
        learning_rate: 0.01,
        ..Recipe::default()
    };
    let batches = [(Batch::Full, false), (Batch::Rows(37), true)];
    Optimizer::all()
        .into_iter()
        .flat_map(|rule| batches.map(|batch| (rule, batch)))
        .map(|(rule, (batch, shuffle))| Recipe {
            optimizer: rule.kind,
            momentum: rule.momentum,
            nesterov: rule.nesterov,
            batch,
            shuffle,
            ..base.clone()
        })
        .collect()
}

#[test]
fn saved_opened_and_trained_on_is_as_never_stopped() {
    for recipe in every_way_to_train() {
        let mut never_stopped = run_of(recipe.clone());
        train_to(&mut never_stopped, 12);
        never_stopped.set_learning_rate(0.02);
        let saved = through_a_file(&never_stopped.model());
        train_to(&mut never_stopped, 25);

        let mut resumed = Run::resume("", list(), saved.clone()).unwrap();
        assert_eq!((resumed.first_epoch(), resumed.learning_rate()), (12, 0.02));
        train_to(&mut resumed, 25);
        assert_eq!(bits(&resumed), bits(&never_stopped), "{recipe:?}");
        assert_eq!(resumed.model(), never_stopped.model(), "and saves the same file");

        let mut replayed = Run::from_model("", list(), saved).unwrap();
        assert_eq!((replayed.epoch(), replayed.replay_target()), (0, Some(12)));
        train_to(&mut replayed, 12);
        assert_eq!((replayed.replay_target(), replayed.replay_differed()), (None, false));
        train_to(&mut replayed, 25);
        assert_eq!(bits(&replayed), bits(&never_stopped), "{recipe:?}");
        assert_eq!(replayed.history(), never_stopped.history());
    }
}

#[test]
fn quitting_while_the_past_is_replayed_loses_nothing() {
    let mut run = run_of(Preset::Unpublished231.recipe());
    train_to(&mut run, 20);
    let saved = run.model();
    let mut opened = Run::from_model("", list(), saved.clone()).unwrap();
    train_to(&mut opened, 7);
    assert!(!opened.set_learning_rate(0.1), "its future up to epoch 20 is known");
    assert_eq!(opened.model(), saved);
}

#[test]
fn a_past_that_cannot_be_replayed_gives_way_to_the_saved_network() {
    let mut run = run_of(Preset::ThePostTrained.recipe());
    train_to(&mut run, 10);
    let text = "Survived,Sex,Age\n".to_owned() + &"1,female,30\n0,male,20\n0,male,41\n".repeat(300);
    let mut opened = Run::from_model("", small_list(&text), run.model()).unwrap();
    train_to(&mut opened, 10);
    assert!(opened.replay_differed());
    assert_eq!(bits(&opened), bits(&run), "the weights are those of the file");
    assert_eq!((opened.first_epoch(), opened.last_epoch()), (10, 10));
}

#[test]
fn the_published_network_walks_back_to_its_own_weights() {
    let mut run = Run::published(list());
    train_to(&mut run, 5);
    let mut opened = Run::from_model("", list(), through_a_file(&run.model())).unwrap();
    train_to(&mut opened, 5);
    assert_eq!(bits(&opened), bits(&run));
    opened.seek(0);
    assert_eq!(opened.network().parameters(), [-0.016_852, 0.704_039, -0.116_309]);
}

#[test]
fn numbers_come_back_bit_for_bit() {
    let mut run = run_of(Preset::Unpublished281.recipe());
    train_to(&mut run, 3);
    let mut model = run.model();
    model.layers[0].weights[0] = vec![-0.0, f64::MIN_POSITIVE / 3.0];
    model.layers[0].biases[0] = 0.1 + 0.2;
    model.layers[0].biases[1] = -MAX_NUMBER;
    let back = through_a_file(&model);
    assert_eq!(back, model);
    assert!(back.layers[0].weights[0][0].is_sign_negative());
}

#[test]
fn format_version_recipe_and_layers_suffice() {
    let file = json!({
        "format": "titanic-tui-model", "version": 1, "recipe": {},
        "layers": [{"activation": "sigmoid", "weights": [[-0.016_852, 0.704_039]],
                    "biases": [-0.116_309]}]
    });
    let model = ModelFile::read(file.to_string().as_bytes()).unwrap();
    let run = Run::from_model("", list(), model).unwrap();
    assert_eq!((run.first_epoch(), run.metrics().test.correct), (0, 215));
}

#[test]
fn given_statistics_win_over_those_of_the_list() {
    let mut model = run_of(Preset::ThePostTrained.recipe()).model();
    (model.features[0].mean, model.features[0].sd) = (Some(20.0), None);
    let run = Run::resume("", list(), model).unwrap();
    let age = &run.encoder().inputs()[0];
    assert_eq!(age.mean, 20.0);
    assert_eq!(format!("{:.4}", age.sd), "12.9055", "what is not given is computed");
}

#[test]
fn settings_on_top_of_a_model_do_what_they_say() {
    let mut run = run_of(Preset::ThePostTrained.recipe());
    train_to(&mut run, 4);
    let set = |patch: RecipePatch| run.model().with(&patch);

    let faster = set(RecipePatch { learning_rate: Some(0.7), ..RecipePatch::default() }).unwrap();
    let faster = Run::from_model("", list(), faster).unwrap();
    assert_eq!(faster.replay_target(), Some(4), "another rate keeps the past");
    let mut faster = faster;
    train_to(&mut faster, 4);
    assert_eq!((faster.learning_rate(), bits(&faster)), (0.7, bits(&run)));

    let adam = RecipePatch { optimizer: Some(OptimizerKind::Adam), ..RecipePatch::default() };
    let mut adam = Run::from_model("", list(), set(adam).unwrap()).unwrap();
    assert_eq!((adam.first_epoch(), bits(&adam)), (4, bits(&run)));
    adam.train().unwrap();

    let dropping = RecipePatch { missing_age: Some(MissingAge::Median), ..RecipePatch::default() };
    let median = Run::from_model("", list(), set(dropping).unwrap()).unwrap();
    assert_eq!(median.encoder().inputs()[0].fill, Some(28.0));
    assert_eq!(median.encoder().inputs()[0].mean, run.encoder().inputs()[0].mean);

    let deeper = RecipePatch { hidden: Some(vec![3]), ..RecipePatch::default() };
    assert!(matches!(set(deeper), Err(ModelError::Clash(Setting::Hidden))));
}

fn refusal(file: &Value) -> String {
    ModelFile::read(file.to_string().as_bytes()).unwrap_err().to_string()
}

#[test]
fn broken_files_are_refused_in_words() {
    let mut run = run_of(Recipe { hidden: vec![2], ..Preset::ThePostTrained.recipe() });
    train_to(&mut run, 3);
    let good = serde_json::to_value(run.model()).unwrap();
    assert!(ModelFile::read(good.to_string().as_bytes()).is_ok());
    let cases = [
        ("/format", json!("other"), "format is \"other\""),
        ("/version", json!(2), "version 2"),
        ("/recipe/hidden", json!([3]), "3"),
        ("/recipe/hidden", json!([]), "2 layers"),
        ("/recipe/hidden", json!([1, 1, 1, 1, 1, 1, 1]), "at most 6"),
        ("/recipe/activation", json!("tanh"), "activation relu"),
        ("/recipe/learning_rate", json!(-1), "learning_rate"),
        ("/recipe/momentum", json!(0.5), "optimizer.first"),
        ("/layers/0/weights", json!([[1, 2]]), "layer 0: weights has 1"),
        ("/layers/0/weights/1", json!([1]), "layer 0: row 1 of weights has 1"),
        ("/layers/1/biases", json!([]), "layer 1: biases has 0"),
        ("/layers/1/activation", json!("linear"), "layer 1 has activation linear"),
        ("/layers/0/weights/0/0", json!(null), "null"),
        ("/features/0/name", json!("fare"), "fare is not among"),
        ("/features/1/name", json!("age"), "age is described twice"),
        ("/features/0/sd", json!(-1.0), "negative sd"),
        ("/optimizer/second", json!([1.0]), "optimizer.second has 1"),
        ("/initial", json!([1.0]), "initial has 1"),
        ("/changes", json!([{"epoch": 9}]), "after the epoch of the model"),
        ("/changes", json!([{"epoch": 1}, {"epoch": 1}]), "not after"),
        ("/changes", json!([{"epoch": 1, "learning_rate": 0}]), "above 0"),
        ("/changes", json!([{"epoch": 1, "rate": 1}]), "rate"),
        ("/changes", json!([{"epoch": 1, "edits": [{"layer": 0, "neuron": 2, "value": 1.0}]}]), "does not have"),
        (
            "/changes",
            json!([{"epoch": 1, "edits": [
                {"layer": 1, "neuron": 0, "input": 1, "value": 1.0},
                {"layer": 1, "neuron": 0, "input": 1, "value": 2.0},
            ]}]),
            "twice",
        ),
        ("/changes", json!([{"epoch": 1, "edits": [{"layer": 0, "neuron": 0, "bias": 1, "value": 1.0}]}]), "bias"),
    ];
    for (place, value, words) in cases {
        let mut file = good.clone();
        *file.pointer_mut(place).unwrap() = value;
        let message = refusal(&file);
        assert!(message.contains(words), "{place}: {message}");
    }
    let mut surplus = good;
    surplus["surplus"] = json!(1);
    assert!(refusal(&surplus).contains("surplus"));
    for text in ["", "{}", "[]", "{\"format\": 1}", "\u{0}", "1e999"] {
        assert!(ModelFile::read(text.as_bytes()).is_err(), "{text:?}");
    }
}

#[test]
fn numbers_beyond_the_limits_are_refused_with_field_and_value() {
    let mut run = run_of(Recipe { hidden: vec![2], ..Preset::ThePostTrained.recipe() });
    train_to(&mut run, 3);
    let mut good = serde_json::to_value(run.model()).unwrap();
    good["recipe"]["train_rows"] = json!(600);
    let cases = [
        (
            "/layers/0/weights/1/0",
            json!(1e154),
            "layers[0].weights[1][0] is 1e154; a number of a model is finite and at most 1e100",
        ),
        ("/layers/1/biases/0", json!(-1e101), "layers[1].biases[0] is -1e101"),
        ("/features/0/mean", json!(1e300), "mean of age is 1e300"),
        ("/features/0/fill", json!(-1e300), "fill of age is -1e300"),
        ("/epoch", json!(u64::MAX), "epoch is 18446744073709551615; a run has at most 1000000"),
        ("/epoch", json!(1_000_001), "epoch is 1000001"),
        ("/recipe/train_rows", json!(0), "train_rows is 0; at least 1 row"),
        ("/optimizer/step", json!(u64::MAX), "optimizer.step is 18446744073709551615"),
        (
            "/changes",
            json!([{"epoch": 1, "edits": [{"layer": 0, "neuron": 0, "value": 1e200}]}]),
            "edit at epoch 1 is 1e200",
        ),
    ];
    for (place, value, words) in cases {
        let mut file = good.clone();
        *file.pointer_mut(place).unwrap() = value;
        let message = refusal(&file);
        assert!(message.contains(words), "{place}: {message}");
    }
}
