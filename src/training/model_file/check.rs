//! Whether everything in a model file agrees with its recipe and can be worked with.

use std::collections::HashSet;

use super::error::{ChangeProblem, FeatureProblem, MAX_STEPS, ModelError};
use super::{FORMAT, LayerFile, ModelFile, OptimizerFile, VERSION};
use crate::nn::{Network, OptimizerState, Shape};
use crate::training::change::Change;
use crate::training::epoch::Checkpoint;
use crate::training::limits::{MAX_EPOCHS, NamedNumber, keeps, keeps_square};
use crate::training::recipe::{Recipe, check};

/// The network and the optimiser's memory, once everything in the file agrees with the recipe.
pub(super) fn state(model: &ModelFile, recipe: &Recipe) -> Result<Checkpoint, ModelError> {
    if model.format != FORMAT {
        return Err(ModelError::Format(model.format.clone()));
    }
    if model.version != VERSION {
        return Err(ModelError::Version(model.version));
    }
    if model.epoch > MAX_EPOCHS {
        return Err(ModelError::Epoch(model.epoch));
    }
    // How many rows the list has is not known here; the run asks again.
    recipe.validate_alone()?;
    let network = network(model, recipe)?;
    check_features(model, recipe)?;
    changes(model.changes.as_deref().unwrap_or_default(), model.epoch, network.shape())?;
    let parameters = network.parameters().len();
    if let Some(initial) = &model.initial {
        check_numbers("initial", initial, parameters, keeps, ModelError::Number)?;
    }
    let fresh = recipe.optimizer().start(parameters);
    let optimizer = match &model.optimizer {
        None => fresh,
        Some(given) => restore(given, fresh)?,
    };
    Ok(Checkpoint { epoch: model.epoch, network, optimizer })
}

fn network(model: &ModelFile, recipe: &Recipe) -> Result<Network, ModelError> {
    let mut network = Network::new(recipe.inputs(), &recipe.hidden, recipe.activation);
    let (expected, found) = (network.depth(), model.layers.len());
    if expected != found {
        return Err(ModelError::Depth { expected, found });
    }
    for (layer, file) in model.layers.iter().enumerate() {
        check_layer(&network, layer, file)?;
    }
    let numbers = model.layers.iter().flat_map(|layer| layer.weights.iter().flatten().chain(&layer.biases).copied());
    let numbers: Vec<f64> = numbers.collect();
    let shape = network.shape();
    if let Some(index) = numbers.iter().position(|number| !keeps(*number)) {
        let wrong = NamedNumber::of_parameter(shape, index, numbers[index]);
        return Err(ModelError::Number(wrong));
    }
    network.parameters_mut().copy_from_slice(&numbers);
    Ok(network)
}

fn check_features(model: &ModelFile, recipe: &Recipe) -> Result<(), ModelError> {
    for (index, given) in model.features.iter().enumerate() {
        let wrong = |problem| ModelError::Feature { name: given.name.name(), problem };
        if !recipe.features.contains(&given.name) {
            return Err(wrong(FeatureProblem::NotOfRecipe));
        }
        if model.features[..index].iter().any(|earlier| earlier.name == given.name) {
            return Err(wrong(FeatureProblem::Twice));
        }
        let numbers = [("mean", given.mean), ("sd", given.sd), ("fill", given.fill)];
        for (name, number) in numbers {
            if let Some(number) = number.filter(|number| !keeps(*number)) {
                let name = format!("features: {} of {}", name, given.name.name());
                return Err(ModelError::Number(NamedNumber::new(name, number)));
            }
        }
        if given.sd.is_some_and(|sd| sd < 0.0) {
            return Err(wrong(FeatureProblem::NegativeSd));
        }
    }
    Ok(())
}

/// Whether changes can have been made to a network of this shape up to an epoch.
pub(in crate::training) fn changes(changes: &[Change], end: u64, shape: &Shape) -> Result<(), ModelError> {
    let mut earlier = None;
    for change in changes {
        let wrong = |problem| ModelError::Change { epoch: change.epoch, problem };
        if earlier >= Some(change.epoch) {
            return Err(wrong(ChangeProblem::OutOfOrder));
        }
        if change.epoch > end {
            return Err(wrong(ChangeProblem::AfterTheEnd));
        }
        if !change.learning_rate.is_none_or(check::is_rate) {
            return Err(wrong(ChangeProblem::Rate));
        }
        if ![change.l1, change.l2].into_iter().flatten().all(check::is_penalty) {
            return Err(wrong(ChangeProblem::Penalty));
        }
        let mut edited = HashSet::new();
        for edit in &change.edits {
            let parameter = edit.parameter();
            if !shape.has(parameter) {
                return Err(wrong(ChangeProblem::NoParameter));
            }
            if !keeps(edit.value) {
                let name = format!("changes: the value of an edit at epoch {}", change.epoch);
                return Err(ModelError::Number(NamedNumber::new(name, edit.value)));
            }
            if !edited.insert(parameter) {
                return Err(wrong(ChangeProblem::Twice));
            }
        }
        earlier = Some(change.epoch);
    }
    Ok(())
}

fn check_layer(network: &Network, index: usize, file: &LayerFile) -> Result<(), ModelError> {
    let layer = network.layer(index);
    let width = |what: &dyn Fn() -> String, expected: usize, found: usize| {
        if expected == found {
            return Ok(());
        }
        Err(ModelError::Width { layer: index, what: what(), expected, found })
    };
    if file.activation != layer.activation {
        return Err(ModelError::Activation {
            layer: index,
            expected: layer.activation.name(),
            found: file.activation.name(),
        });
    }
    width(&|| "weights".to_owned(), layer.outputs, file.weights.len())?;
    width(&|| "biases".to_owned(), layer.outputs, file.biases.len())?;
    for (neuron, row) in file.weights.iter().enumerate() {
        width(&|| format!("row {neuron} of weights"), layer.inputs, row.len())?;
    }
    Ok(())
}

fn check_numbers(
    what: &'static str,
    numbers: &[f64],
    expected: usize,
    keeps: fn(f64) -> bool,
    wrong: fn(NamedNumber) -> ModelError,
) -> Result<(), ModelError> {
    let found = numbers.len();
    if found != expected {
        return Err(ModelError::Length { what, expected, found });
    }
    match numbers.iter().position(|number| !keeps(*number)) {
        Some(index) => Err(wrong(NamedNumber::new(format!("{what}[{index}]"), numbers[index]))),
        None => Ok(()),
    }
}

/// The optimiser's memory as the file has it, or fresh where the file has none before a first step.
fn restore(given: &OptimizerFile, fresh: OptimizerState) -> Result<OptimizerState, ModelError> {
    if given.step == 0 && given.first.is_empty() && given.second.is_empty() {
        return Ok(fresh);
    }
    if given.step > MAX_STEPS {
        return Err(ModelError::Steps(given.step));
    }
    let (first, second) = (&given.first, &given.second);
    check_numbers("optimizer.first", first, fresh.first.len(), keeps, ModelError::Number)?;
    check_numbers("optimizer.second", second, fresh.second.len(), keeps_square, ModelError::Square)?;
    Ok(OptimizerState::restore(given.step, given.first.clone(), given.second.clone()))
}
