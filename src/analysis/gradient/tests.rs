//! The microscope against numbers computed elsewhere, against finite differences, and against what
//! training really does next.

use proptest::prelude::*;

use super::*;
use crate::nn::{Activation, Loss, Optimizer, Parameter};
use crate::training::tests::{list, run_of};
use crate::training::{Batch, Feature, MissingAge, ModelFile, Preset, Recipe, Scaling};

fn rounded(numbers: &[f64]) -> Vec<String> {
    numbers.iter().map(|number| format!("{number:.6}")).collect()
}

#[test]
fn two_people_of_the_post() {
    let run = Run::published(list());
    let first = PersonGradient::of(&run, 0).expect("passenger 1 has an age");
    assert_eq!(rounded(&first.gradient), ["8.372937", "0.000000", "0.380588"]);
    let fourth = PersonGradient::of(&run, 3).expect("passenger 4 has an age");
    assert_eq!(rounded(&fourth.gradient), ["-17.518287", "-0.500522", "-0.500522"]);
    assert_eq!(
        rounded(&[fourth.loss_slope(), fourth.sigmoid_slope(), fourth.loss]),
        ["-2.002092", "0.250000", "0.694193"]
    );
    let step = Step::of_person(&run, &fourth);
    assert_eq!(rounded(step.after.parameters()), ["0.000666", "0.704540", "-0.115808"]);
    assert_eq!(PersonGradient::of(&run, 5), Err(NoGradient::CountedDead));
}

#[test]
fn the_batch_depends_on_who_is_counted() {
    let run = Run::published(list());
    let step = Step::of_batch(&run);
    assert_eq!(rounded(&step.gradient), ["-0.264065", "-0.088031", "0.003221"]);
    assert_eq!(rounded(&step.after.parameters()[..1]), ["-0.016588"]);
    let rows = BatchRows::of(&run);
    assert_eq!((rows.rows.len(), rows.is_full), (474, true));
    assert_eq!(rounded(&[rows.delta, rows.p - rows.y]), ["0.003221"; 2]);

    let mut model = run.model();
    model.recipe.missing_age = Some(MissingAge::Mean);
    let filled = Run::from_model("filled", list(), model).expect("the same network");
    assert_eq!(rounded(&Step::of_batch(&filled).gradient), ["0.361620", "-0.082174", "0.021691"]);

    let zero = run_of(Recipe::default());
    assert_eq!(rounded(&Step::of_batch(&zero).gradient), ["3.635837", "-0.092500", "0.106667"]);
}

#[test]
fn the_pulls_of_all_people_add_up_to_the_gradient() {
    let run = Run::published(list());
    let rows = BatchRows::of(&run);
    let first = Parameter::Weight { layer: 0, neuron: 0, input: 0 };
    let pulls = Pulls::of(&run, &rows, first);
    assert_eq!((pulls.up.len(), pulls.down.len(), pulls.idle), (196, 278, 0));
    assert_eq!([pulls.up_sum, pulls.down_sum].map(|sum| format!("{sum:.4}")), ["6.4654", "-6.2014"]);
    let gradient = Step::of_batch(&run).gradient[0];
    assert!((pulls.total() + gradient).abs() < 1e-12);
    let name = |pull: &Pull| run.list().passenger(pull.row).name.to_owned();
    assert!(name(&pulls.up[0]).starts_with("Harris, Mr. George"));
    assert!(name(&pulls.down[0]).starts_with("Isham, Miss. Ann"));
    // Men enter the second weight with 0: none of them pulls.
    let second = Parameter::Weight { layer: 0, neuron: 0, input: 1 };
    let men = rows.rows.iter().filter(|&&row| run.training_rows().inputs(row)[1] == 0.0);
    assert_eq!(Pulls::of(&run, &rows, second).idle, men.count());
}

/// The step shown is the step taken, bit for bit.
fn next_step_is_the_one_shown(recipe: Recipe) {
    let mut run = run_of(recipe);
    for _ in 0..4 {
        let shown = Step::of_batch(&run);
        let rows = BatchRows::of(&run);
        for index in 0..shown.before.parameters().len() {
            let terms = shown.terms(index);
            let direction = shown.working(index).direction.value();
            assert_eq!(terms.before - shown.rate * direction, terms.after);
            let sum = Pulls::of(&run, &rows, run.network().parameter_at(index)).total();
            assert!((sum + terms.gradient).abs() < 1e-12);
        }
        run.train().expect("a few epochs stay finite");
        let bits = |numbers: &[f64]| -> Vec<u64> { numbers.iter().map(|n| n.to_bits()).collect() };
        assert_eq!(bits(shown.after.parameters()), bits(run.network().parameters()));
    }
    // In the recorded past the same holds.
    let third = run.network_at(3);
    run.seek(2);
    assert_eq!(Step::of_batch(&run).after, third);
}

#[test]
fn the_next_step_is_the_one_shown_under_every_optimiser() {
    let base = Recipe {
        scaling: Scaling::Standard,
        hidden: vec![3],
        learning_rate: 0.1,
        l1: 0.01,
        l2: 0.003,
        ..Recipe::default()
    };
    for rule in Optimizer::all() {
        next_step_is_the_one_shown(Recipe {
            optimizer: rule.kind,
            momentum: rule.momentum,
            nesterov: rule.nesterov,
            ..base.clone()
        });
    }
}

#[test]
fn of_small_batches_the_first_of_the_epoch_is_shown() {
    let recipe = Recipe {
        batch: Batch::Rows(10),
        shuffle: true,
        scaling: Scaling::Standard,
        learning_rate: 0.1,
        ..Recipe::default()
    };
    let mut run = run_of(recipe.clone());
    run.train().expect("one epoch");
    let batch = BatchRows::of(&run);
    assert_eq!((batch.rows.len(), batch.is_full), (10, false));
    assert_ne!(batch.rows, (0..10).collect::<Vec<_>>(), "shuffled");
    // A run whose batch is those ten rows alone takes this very step.
    let train = run.training_rows();
    let mut gradient = [0.0; 3];
    for &row in &batch.rows {
        let person = PersonGradient::of(&run, train.place(row)).expect("all ages are filled");
        for (sum, slope) in gradient.iter_mut().zip(&person.gradient) {
            *sum += slope;
        }
    }
    let mean: Vec<f64> = gradient.iter().map(|sum| sum / 10.0).collect();
    assert_eq!(mean, Step::of_batch(&run).gradient);
}

#[test]
fn a_neuron_on_its_corner_is_reported_with_both_slopes() {
    let mut model = run_of(Recipe { hidden: vec![1], ..Recipe::default() }).model();
    // h1 = relu(0·age + 0·sex + 0): on its corner for everyone; σ(2·h1).
    model.layers[0].weights = vec![vec![0.0, 0.0]];
    model.layers[0].biases = vec![0.0];
    model.layers[1].weights = vec![vec![2.0]];
    model.layers[1].biases = vec![0.0];
    let run = Run::from_model("corner", list(), model).expect("a network");
    let person = PersonGradient::of(&run, 0).expect("a gradient");
    let bias = Parameter::Bias { layer: 0, neuron: 0 };
    let check = Check::of_person(&run, bias, &person);
    assert_eq!(check.crossings, 1);
    let (left, right) = check.one_sided();
    // To the left the neuron is off; to the right δ = 0.5 comes back through the weight 2.
    assert!(left.abs() < 1e-9 && (right - 1.0).abs() < 1e-4, "{left} {right}");
    assert!(!check.agrees());
}

#[test]
fn the_link_of_a_hidden_neuron_is_its_delta() {
    let run = run_of(Recipe {
        hidden: vec![5, 4],
        activation: Activation::Tanh,
        scaling: Scaling::Standard,
        ..Recipe::default()
    });
    let person = PersonGradient::of(&run, 0).expect("a gradient");
    for layer in 0..2 {
        for neuron in 0..run.network().layer(layer).outputs {
            let link = Link::of(run.network(), &person, layer, neuron).expect("hidden");
            assert!((link.sum * link.slope - link.delta).abs() < 1e-15);
            let terms = &link.terms;
            assert!(terms.windows(2).all(|t| t[0].value().abs() >= t[1].value().abs()));
        }
    }
    assert_eq!(Link::of(run.network(), &person, 2, 0), None);
}

macro_rules! first_gradients {
    ($($name:ident: $file:literal,)*) => {$(
        #[test]
        fn $name() {
            let text = include_str!(concat!("../../../tests/reference/", $file, ".json"));
            same_as_reference(text);
        }
    )*};
}

/// The mean of everyone's own gradient, and the batch's, are the one PyTorch computed.
fn same_as_reference(text: &str) {
    let reference: serde_json::Value = serde_json::from_str(text).expect("a trajectory");
    let model = ModelFile::read(reference["model"].to_string().as_bytes()).expect("a model");
    let run = Run::from_model("reference", list(), model).expect("a run");
    let numbers = |value: &serde_json::Value| -> Vec<f64> {
        let rows = value.as_array().expect("numbers");
        rows.iter()
            .flat_map(|row| match row.as_array() {
                Some(row) => row.clone(),
                None => vec![row.clone()],
            })
            .map(|number| number.as_f64().expect("a number"))
            .collect()
    };
    let layers = reference["first_gradient"].as_array().expect("layers");
    let theirs: Vec<f64> =
        layers.iter().flat_map(|layer| [numbers(&layer["weights"]), numbers(&layer["biases"])]).flatten().collect();
    let step = Step::of_batch(&run);
    let rows = BatchRows::of(&run);
    for (index, theirs) in theirs.iter().enumerate() {
        let parameter = run.network().parameter_at(index);
        let pulls = -Pulls::of(&run, &rows, parameter).total();
        for ours in [step.gradient[index], pulls] {
            let off = (ours - theirs).abs();
            assert!(off <= 1e-10 * theirs.abs().max(1e-3), "{index}: {ours} {theirs}");
        }
    }
}

first_gradients! {
    raw_age_from_zero: "shallow-raw",
    scaled_age_from_zero: "shallow-scaled",
    eight_relu_neurons: "relu-8-scaled",
    three_tanh_neurons: "tanh-3-momentum-l2",
    two_hidden_layers_in_batches: "all-16-16-adam-batches",
}

#[test]
fn the_gradient_of_the_batch_is_checked_as_well() {
    let run = Preset::ThePost.recipe();
    assert_eq!(run.missing_age, MissingAge::Died);
    let run = Run::published(list());
    let rows = BatchRows::of(&run);
    assert_eq!(rows.rows.len(), 474);
    let check = Check::of_batch(&run, 0, &rows, Step::of_batch(&run).gradient[0]);
    assert!(check.agrees(), "{check:?}");
    assert_eq!(format!("{:.6}", check.slope), "-0.264065");
    assert!((check.losses[1] - rows.loss).abs() < 1e-14);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn finite_differences_agree_for_any_shape_unless_a_corner_is_reported(
        hidden in prop::collection::vec(1..5_usize, 0..3),
        activation in prop::sample::select(Activation::ALL.to_vec()),
        squared: bool,
        seed in 0..1_000_u64,
        row in 0..891_usize,
    ) {
        let run = run_of(Recipe {
            features: vec![Feature::Age, Feature::Sex, Feature::Fare],
            scaling: Scaling::Standard,
            loss: if squared { Loss::SquaredError } else { Loss::CrossEntropy },
            init: Some(crate::nn::Init::Glorot),
            hidden, activation, seed,
            ..Recipe::default()
        });
        let person = PersonGradient::of(&run, row).expect("everyone has a gradient");
        for index in 0..person.gradient.len() {
            let parameter = run.network().parameter_at(index);
            let check = Check::of_person(&run, parameter, &person);
            prop_assert!(check.agrees() || check.crossings > 0, "{parameter:?} {check:?}");
            let direct = person.delta(parameter) * person.input(parameter);
            prop_assert_eq!(direct, person.gradient[index]);
        }
    }
}
