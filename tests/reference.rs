//! Whole training runs against trajectories computed elsewhere (PyTorch, float64): every loss and
//! count, the first gradient and the last parameters.

use std::sync::Arc;

use serde::Deserialize;
use titanic_tui::data::PassengerList;
use titanic_tui::training::model_file::LayerFile;
use titanic_tui::training::{ModelFile, Part, Run, step_gradient};

#[derive(Deserialize)]
struct Reference {
    model: serde_json::Value,
    first_gradient: Vec<Gradient>,
    epochs: u64,
    history: Vec<Measured>,
    layers: Vec<LayerFile>,
}

#[derive(Deserialize)]
struct Gradient {
    weights: Vec<Vec<f64>>,
    biases: Vec<f64>,
}

#[derive(Deserialize)]
struct Measured {
    epoch: u64,
    train: Counted,
    test: Counted,
}

#[derive(Deserialize)]
struct Counted {
    loss: f64,
    correct: u32,
    total: u32,
}

fn close(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= 1e-10 * theirs.abs().max(1e-3)
}

fn assert_same_part(ours: Part, theirs: &Counted, place: &str) {
    assert!(close(ours.loss, theirs.loss), "{place}: loss {} not {}", ours.loss, theirs.loss);
    assert_eq!((ours.correct, ours.total), (theirs.correct, theirs.total), "{place}");
}

fn assert_all_close(ours: &[f64], theirs: impl Iterator<Item = f64>, place: &str) {
    let theirs: Vec<f64> = theirs.collect();
    assert_eq!(ours.len(), theirs.len(), "{place}");
    for (index, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        assert!(close(*ours, theirs), "{place} {index}: {ours} not {theirs}");
    }
}

/// Follows a trajectory; `own_statistics` forgets the means and deviations of the file, so that the
/// program's own have to do.
fn follow(text: &str, own_statistics: bool) {
    let reference: Reference = serde_json::from_str(text).expect("a trajectory");
    let mut model = ModelFile::read(reference.model.to_string().as_bytes()).expect("a model");
    if own_statistics {
        model.features.clear();
    }
    let list = Arc::new(PassengerList::embedded());
    let mut run = Run::from_model("reference", list, model).expect("a run");

    let gradient = reference.first_gradient.iter();
    let gradient = gradient.flat_map(|layer| layer.weights.iter().flatten().chain(&layer.biases));
    assert_all_close(&step_gradient(&run, 0), gradient.copied(), "first gradient");

    while run.last_epoch() < reference.epochs {
        run.train().expect("no reference diverges");
    }
    for theirs in &reference.history {
        let ours = run.metrics_at(theirs.epoch);
        assert_same_part(ours.train, &theirs.train, &format!("train, epoch {}", theirs.epoch));
        assert_same_part(ours.test, &theirs.test, &format!("test, epoch {}", theirs.epoch));
    }
    let layers = reference.layers.iter();
    let parameters = layers.flat_map(|layer| layer.weights.iter().flatten().chain(&layer.biases));
    assert_all_close(run.network().parameters(), parameters.copied(), "last parameters");
}

macro_rules! trajectories {
    ($($name:ident: $file:literal,)*) => {$(
        #[test]
        fn $name() {
            let text = include_str!(concat!("reference/", $file, ".json"));
            follow(text, false);
            follow(text, true);
        }
    )*};
}

trajectories! {
    raw_age_from_zero: "shallow-raw",
    scaled_age_from_zero: "shallow-scaled",
    eight_relu_neurons: "relu-8-scaled",
    three_tanh_neurons_with_momentum_and_l2: "tanh-3-momentum-l2",
    two_hidden_layers_all_features_adam_in_batches: "all-16-16-adam-batches",
    eight_relu_neurons_adamw: "adamw-8",
}
