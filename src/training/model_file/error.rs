//! What is wrong with a model file, in one sentence each.

use ::safetensors::SafeTensorError;
use thiserror::Error;

use super::{FORMAT, VERSION};
use crate::training::limits::{MAX_EPOCHS, MAX_NUMBER, MAX_SQUARE, NamedNumber};
use crate::training::recipe::{RecipeError, Setting};

/// The steps of a run as long as can be, over as many rows as a list can have.
pub(super) const MAX_STEPS: u64 = MAX_EPOCHS * u32::MAX as u64;

/// Why a model file cannot be used.
#[derive(Debug, Error)]
#[expect(missing_docs, reason = "the fields are what the sentences print")]
pub enum ModelError {
    /// The stream broke.
    #[error("could not be read: {0}")]
    Io(#[from] std::io::Error),
    /// Not JSON, or not the fields of a model.
    #[error("is not a titanic-tui model: {0}")]
    Json(#[from] serde_json::Error),
    /// Another kind of file.
    #[error("{0}")]
    Other(&'static str),
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
    Depth { expected: usize, found: usize },
    /// A layer has other sizes than the recipe.
    #[error("layer {layer}: {what} has {found} entries, but its recipe asks for {expected}")]
    Width { layer: usize, what: String, expected: usize, found: usize },
    /// A layer has another function than the recipe.
    #[error("layer {layer} has activation {found}, but its recipe asks for {expected}")]
    Activation { layer: usize, expected: &'static str, found: &'static str },
    /// A number is none, or too large to be worked with.
    #[error("{0}; a number of a model is finite and at most {MAX_NUMBER:e} up or down")]
    Number(NamedNumber),
    /// A running mean of squares that squares do not have.
    #[error("{0}; a running mean of squares is at least 0 and at most {MAX_SQUARE:e}")]
    Square(NamedNumber),
    /// More epochs than a run holds.
    #[error("epoch is {0}; a run has at most {MAX_EPOCHS} epochs")]
    Epoch(u64),
    /// More steps than so many epochs have.
    #[error("optimizer.step is {0}; {MAX_EPOCHS} epochs have at most {MAX_STEPS} steps")]
    Steps(u64),
    /// The initial parameters or the optimiser's memory do not fit the network.
    #[error("{what} has {found} numbers, but the network has {expected} parameters")]
    Length { what: &'static str, expected: usize, found: usize },
    /// A feature's statistics are no statistics.
    #[error("features: {name} {problem}")]
    Feature { name: &'static str, problem: FeatureProblem },
    /// The changes on the way are out of order or after the end, or set an impossible rate.
    #[error("changes: the one at epoch {epoch} {problem}")]
    Change { epoch: u64, problem: ChangeProblem },
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

/// Why a safetensors file cannot be used.
#[derive(Debug, Error)]
#[expect(missing_docs, reason = "the fields are what the sentences print")]
pub enum TensorsError {
    /// Not of that format.
    #[error("is not a safetensors file: {0}")]
    Format(SafeTensorError),
    /// No recipe, neither in it nor beside it.
    #[error("does not say its recipe; open it with one (--recipe FILE) that fits its shape {0}")]
    NoRecipe(String),
    /// Recipe, features or epoch in it cannot be read.
    #[error("has metadata {key} that cannot be read: {error}")]
    Metadata { key: &'static str, error: serde_json::Error },
    /// A layer lacks a tensor.
    #[error("has no tensor {0}; each layer has a weight and a bias, as torch.nn.Linear has")]
    Missing(String),
    /// A tensor that no layer has.
    #[error("has a tensor {0}, which is not part of such a network; only weights and biases of layers are")]
    Surplus(String),
    /// Layers that do not follow each other in the order of their names.
    #[error("has a tensor {name} of shape {found:?} where its bias and the layer before ask for {expected:?}")]
    Chain { name: String, found: Vec<usize>, expected: Vec<usize> },
    /// A tensor of other numbers or sizes than a layer's.
    #[error("has a tensor {name} of {found}; it must be {expected}")]
    Tensor { name: String, found: String, expected: &'static str },
}
