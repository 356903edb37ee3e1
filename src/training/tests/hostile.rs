//! Files that somebody damaged: cut at every byte and flipped at every bit, each is refused in words or
//! opened as a network whose answers are numbers, and saved again as what it is.

use super::{list, run_of, small_list, train_to};
use crate::nn::OptimizerKind;
use crate::training::limits::MAX_NUMBER;
use crate::training::{Feature, ModelFile, Recipe, RecipePatch, Run, Scaling};

/// Every way to lose the end of these bytes or one bit of them.
fn damaged(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let cut = (0..bytes.len()).map(|end| bytes[..end].to_vec());
    let flipped = (0..8 * bytes.len()).map(|bit| {
        let mut bytes = bytes.to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        bytes
    });
    cut.chain(flipped)
}

/// A run that has something in every field of a file.
fn run() -> Run {
    let mut run = run_of(Recipe {
        features: vec![Feature::Age, Feature::Sex],
        scaling: Scaling::Standard,
        hidden: vec![1],
        optimizer: OptimizerKind::Adam,
        learning_rate: 0.1,
        ..Recipe::default()
    });
    train_to(&mut run, 1);
    run.set_learning_rate(0.2);
    train_to(&mut run, 2);
    run
}

/// Reads every damaged copy; what can be read must also train, or say why not, and come back from a file
/// with the same bits. Gives back how many were read and refused.
fn tried(bytes: &[u8], read: impl Fn(&[u8]) -> Result<ModelFile, String>) -> (usize, usize) {
    let few = small_list("Survived,Sex,Age\n1,female,30\n0,male,20\n0,male,\n1,female,2\n");
    let (mut opened, mut refused) = (0, 0);
    for copy in damaged(bytes) {
        let begun = read(&copy).and_then(|model| {
            let run = Run::resume("", few.clone(), model.clone());
            let run = run.map_err(|error| error.to_string())?;
            let replayed = Run::from_model("", few.clone(), model.clone());
            Ok((run, replayed.map_err(|error| error.to_string())?, model))
        });
        match begun {
            Ok((mut run, mut replayed, model)) => {
                opened += 1;
                let mut again = Vec::new();
                model.write(&mut again).unwrap();
                assert_eq!(ModelFile::read(again.as_slice()).unwrap(), model);
                for run in [&mut run, &mut replayed] {
                    assert!(run.metrics().train.loss.is_finite());
                    let _why = run.train();
                    let parameters = run.network().parameters();
                    assert!(parameters.iter().all(|w| w.abs() <= MAX_NUMBER));
                }
            }
            Err(why) => {
                refused += 1;
                assert!((8..400).contains(&why.len()), "{why}");
            }
        }
    }
    (opened, refused)
}

#[test]
fn a_model_file_that_was_damaged_is_refused_or_a_network() {
    let mut file = Vec::new();
    run().model().write(&mut file).unwrap();
    let told = |bytes: &[u8]| ModelFile::read(bytes).map_err(|error| error.to_string());
    let (opened, refused) = tried(&file, told);
    // A flipped digit is another number; a flipped bracket is no file.
    assert!(opened > 500 && refused > file.len(), "{opened} {refused}");
}

#[test]
fn a_safetensors_file_that_was_damaged_is_refused_or_a_network() {
    let mut file = Vec::new();
    run().model().write_safetensors(&mut file).unwrap();
    let settings = RecipePatch::default();
    let told = |bytes: &[u8]| ModelFile::read_any(bytes, &settings).map_err(|error| error.to_string());
    let (opened, refused) = tried(&file, told);
    assert!(opened > 300 && refused > file.len(), "{opened} {refused}");
}

#[test]
fn a_recipe_that_was_damaged_is_refused_or_followed() {
    let text =
        toml::to_string(&RecipePatch::from(Recipe { hidden: vec![2], train_rows: Some(3), ..Recipe::default() }))
            .unwrap();
    let few = small_list("Survived,Sex,Age\n1,female,30\n0,male,20\n0,male,\n1,female,2\n");
    let mut begun = 0;
    for copy in damaged(text.as_bytes()) {
        let Ok(text) = str::from_utf8(&copy) else {
            continue;
        };
        let Ok(recipe) = toml::from_str::<RecipePatch>(text) else {
            continue;
        };
        if let Ok(mut run) = Run::from_recipe("", few.clone(), recipe.into()) {
            begun += 1;
            let _why = run.train();
            assert!(run.network().parameters().iter().all(|w| w.abs() <= MAX_NUMBER));
        }
    }
    assert!(begun > 50, "{begun}");
}

#[test]
fn a_network_without_finite_answers_is_refused_with_the_number_that_spoils_them() {
    let mut model = run_of(Recipe { hidden: vec![1, 1, 1, 1], ..Recipe::default() }).model();
    for layer in &mut model.layers {
        layer.weights[0].fill(1e90);
    }
    model.layers[3].weights[0][0] = 2e99;
    let refused = Run::resume("", list(), model.clone()).unwrap_err().to_string();
    assert_eq!(refused, "the network has no finite answer for passenger 1, for layers[3].weights[0][0] is 2e99");
    // The same where the file says that its past began there.
    let mut model = run().model();
    let initial = model.initial.as_mut().unwrap();
    initial.fill(1e100);
    assert!(Run::resume("", list(), model.clone()).is_ok());
    let mut deep = run_of(Recipe { hidden: vec![1, 1, 1, 1], ..Recipe::default() });
    train_to(&mut deep, 1);
    let mut model = deep.model();
    model.initial.as_mut().unwrap().fill(1e100);
    let refused = Run::from_model("", list(), model).unwrap_err().to_string();
    assert!(refused.contains("no finite answer"), "{refused}");
}

#[test]
fn a_past_that_leaves_the_numbers_gives_way_to_the_saved_network() {
    let mut model = run().model();
    let saved = model.layers.clone();
    // Adam moves by the rate itself, whatever the gradient.
    model.recipe.learning_rate = Some(1e200);
    let mut run = Run::from_model("", list(), model).unwrap();
    run.train().unwrap();
    assert!(run.replay_differed());
    assert_eq!(run.model().layers, saved);
    assert_eq!((run.first_epoch(), run.last_epoch()), (2, 2));
}

#[test]
fn a_run_is_full_at_a_million_epochs_wherever_it_began() {
    let mut model = run().model();
    (model.epoch, model.initial, model.changes) = (999_999, None, None);
    let mut run = Run::resume("", list(), model).unwrap();
    run.train().unwrap();
    assert!(run.train().is_err());
    let mut file = Vec::new();
    run.model().write(&mut file).unwrap();
    assert_eq!(ModelFile::read(file.as_slice()).unwrap().epoch, 1_000_000);
}
