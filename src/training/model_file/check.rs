//! What a model file must not say, and the sentence that tells so.

use std::collections::HashSet;

use thiserror::Error;

use super::{FORMAT, LayerFile, ModelFile, OptimizerFile, VERSION};
use crate::nn::{Network, OptimizerState, Shape};
use crate::training::epoch::State;
use crate::training::limits::{Field, MAX_NUMBER, MAX_SQUARE, keeps, keeps_square};
use crate::training::recipe::{Recipe, RecipeError, check};
use crate::training::run::MAX_EPOCHS;
use crate::training::safetensors::TensorsError;
use crate::training::setting::Setting;

/// The steps of a run as long as can be, over as many rows as a list can have.
const MAX_STEPS: u64 = MAX_EPOCHS * u32::MAX as u64;

/// Why a model file cannot be used.
#[derive(Debug, Error)]
pub enum ModelError {
    /// The stream broke.
    #[error("could not be read: {0}")]
    Io(#[from] std::io::Error),
    /// Not JSON, or not the fields of a model.
    #[error("is not a titanic-tui model: {0}")]
    Json(#[from] serde_json::Error),
    /// A safetensors file that holds no such network.
    #[error(transparent)]
    Tensors(#[from] TensorsError),
    /// JSON of another kind.
    #[error("is not a titanic-tui model: format is {0:?}, not {FORMAT:?}")]
    Format(String),
    /// Made by a version of the future.
    #[error("is version {0} of the model format; this program reads version {VERSION}")]
    Version(u32),
    /// Its recipe cannot be followed.
    #[error("has a recipe that cannot be followed: {0}")]
    Recipe(#[from] RecipeError),
    /// The number of layers is not that of the recipe.
    #[error("has {found} layers, but its recipe asks for {expected}")]
    Depth {
        /// What the recipe asks for, the output layer included.
        expected: usize,
        /// What the file has.
        found: usize,
    },
    /// A layer has other sizes than the recipe.
    #[error("layer {layer}: {what} has {found} entries, but its recipe asks for {expected}")]
    Width {
        /// The layer, counted from 0.
        layer: usize,
        /// `weights`, `biases` or one row of the weights.
        what: String,
        /// What the recipe asks for.
        expected: usize,
        /// What the file has.
        found: usize,
    },
    /// A layer has another function than the recipe.
    #[error("layer {layer} has activation {found}, but its recipe asks for {expected}")]
    Activation {
        /// The layer, counted from 0.
        layer: usize,
        /// What the recipe asks for.
        expected: &'static str,
        /// What the file has.
        found: &'static str,
    },
    /// A number is none, or too large to be worked with.
    #[error("{0}; a number of a model is finite and at most {MAX_NUMBER:e} up or down")]
    Number(Field),
    /// A running mean of squares that squares do not have.
    #[error("{0}; a running mean of squares is at least 0 and at most {MAX_SQUARE:e}")]
    Square(Field),
    /// More epochs than a run holds.
    #[error("epoch is {0}; a run has at most {MAX_EPOCHS} epochs")]
    Epoch(u64),
    /// More steps than so many epochs have.
    #[error("optimizer.step is {0}; {MAX_EPOCHS} epochs have at most {MAX_STEPS} steps")]
    Steps(u64),
    /// The initial parameters or the optimiser's memory do not fit the network.
    #[error("{what} has {found} numbers, but the network has {expected} parameters")]
    Length {
        /// `initial`, `optimizer.first` or `optimizer.second`.
        what: &'static str,
        /// How many the network has, or 0 where this optimiser keeps none.
        expected: usize,
        /// What the file has.
        found: usize,
    },
    /// A feature's statistics are no statistics.
    #[error("features: {name} {problem}")]
    Feature {
        /// The feature.
        name: &'static str,
        /// What is wrong.
        problem: FeatureProblem,
    },
    /// The changes on the way are out of order or after the end, or set an impossible rate.
    #[error("changes: the one at epoch {epoch} {problem}")]
    Change {
        /// The epoch of the change.
        epoch: u64,
        /// What is wrong.
        problem: ChangeProblem,
    },
    /// A setting that would need another network.
    #[error("{} cannot be changed for a given model; leave it out or train a new one", .0.key())]
    Clash(Setting),
}

/// What is wrong with a feature's statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FeatureProblem {
    /// The recipe does not have it.
    #[error("is not among the features of the recipe")]
    NotOfRecipe,
    /// It stands there twice.
    #[error("is described twice")]
    Twice,
    /// No spread is negative.
    #[error("has a negative sd")]
    NegativeSd,
}

/// What is wrong with a change on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ChangeProblem {
    /// Changes stand in the order of their epochs.
    #[error("is not after the one before it")]
    OutOfOrder,
    /// The model never came to that epoch.
    #[error("is after the epoch of the model")]
    AfterTheEnd,
    /// No such rate.
    #[error("sets a learning rate that is not a finite number above 0")]
    Rate,
    /// No such penalty.
    #[error("sets an l1 or l2 that is not a finite number, 0 or more")]
    Penalty,
    /// A weight or bias that is not there.
    #[error("edits a parameter the network does not have")]
    NoParameter,
    /// A weight or bias that stands there twice.
    #[error("edits a parameter twice")]
    Twice,
}

impl ModelFile {
    /// The network and the optimiser's memory, once everything in the file agrees with the recipe.
    pub(in crate::training) fn state(&self, recipe: &Recipe) -> Result<State, ModelError> {
        if self.format != FORMAT {
            return Err(ModelError::Format(self.format.clone()));
        }
        if self.version != VERSION {
            return Err(ModelError::Version(self.version));
        }
        if self.epoch > MAX_EPOCHS {
            return Err(ModelError::Epoch(self.epoch));
        }
        // How many rows the list has is not known here; the run asks again.
        recipe.validate_alone()?;
        let network = self.network(recipe)?;
        self.check_features(recipe)?;
        self.check_changes(network.shape())?;
        let parameters = network.parameters().len();
        if let Some(initial) = &self.initial {
            check_numbers("initial", initial, parameters, keeps, ModelError::Number)?;
        }
        let fresh = recipe.optimizer().start(parameters);
        let optimizer = match &self.optimizer {
            None => fresh,
            Some(given) => restore(given, fresh)?,
        };
        Ok(State { epoch: self.epoch, network, optimizer })
    }

    fn network(&self, recipe: &Recipe) -> Result<Network, ModelError> {
        let mut network = Network::new(recipe.inputs(), &recipe.hidden, recipe.activation);
        let (expected, found) = (network.depth(), self.layers.len());
        if expected != found {
            return Err(ModelError::Depth { expected, found });
        }
        for (layer, file) in self.layers.iter().enumerate() {
            check_layer(&network, layer, file)?;
        }
        let numbers = self.layers.iter().flat_map(|layer| layer.weights.iter().flatten().chain(&layer.biases).copied());
        let numbers: Vec<f64> = numbers.collect();
        let shape = network.shape();
        if let Some(index) = numbers.iter().position(|number| !keeps(*number)) {
            let wrong = Field::of_parameter(shape, index, numbers[index]);
            return Err(ModelError::Number(wrong));
        }
        network.parameters_mut().copy_from_slice(&numbers);
        Ok(network)
    }

    fn check_features(&self, recipe: &Recipe) -> Result<(), ModelError> {
        for (index, given) in self.features.iter().enumerate() {
            let wrong = |problem| ModelError::Feature { name: given.name.name(), problem };
            if !recipe.features.contains(&given.name) {
                return Err(wrong(FeatureProblem::NotOfRecipe));
            }
            if self.features[..index].iter().any(|earlier| earlier.name == given.name) {
                return Err(wrong(FeatureProblem::Twice));
            }
            let numbers = [("mean", given.mean), ("sd", given.sd), ("fill", given.fill)];
            for (name, number) in numbers {
                if let Some(number) = number.filter(|number| !keeps(*number)) {
                    let name = format!("features: {} of {}", name, given.name.name());
                    return Err(ModelError::Number(Field::new(name, number)));
                }
            }
            if given.sd.is_some_and(|sd| sd < 0.0) {
                return Err(wrong(FeatureProblem::NegativeSd));
            }
        }
        Ok(())
    }

    fn check_changes(&self, shape: &Shape) -> Result<(), ModelError> {
        let mut earlier = None;
        for change in self.changes.iter().flatten() {
            let wrong = |problem| ModelError::Change { epoch: change.epoch, problem };
            if earlier >= Some(change.epoch) {
                return Err(wrong(ChangeProblem::OutOfOrder));
            }
            if change.epoch > self.epoch {
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
                    return Err(ModelError::Number(Field::new(name, edit.value)));
                }
                if !edited.insert(parameter) {
                    return Err(wrong(ChangeProblem::Twice));
                }
            }
            earlier = Some(change.epoch);
        }
        Ok(())
    }
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
    wrong: fn(Field) -> ModelError,
) -> Result<(), ModelError> {
    let found = numbers.len();
    if found != expected {
        return Err(ModelError::Length { what, expected, found });
    }
    match numbers.iter().position(|number| !keeps(*number)) {
        Some(index) => Err(wrong(Field::new(format!("{what}[{index}]"), numbers[index]))),
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
