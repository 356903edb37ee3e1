//! The settings of a recipe as flags, under the names of recipe files with hyphens for underscores.

use clap::{ArgAction, Args};
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

use crate::nn::{Activation, Init, Loss, OptimizerKind};
use crate::training::{Batch, Feature, MissingAge, RecipePatch, Scaling};

/// Flags that make or change a recipe.
#[derive(Debug, Args)]
#[command(next_help_heading = "Recipe")]
pub struct RecipeFlags {
    /// What the network is shown, such as age,sex,pclass
    #[arg(long, value_name = "A,B,…", value_delimiter = ',', value_parser = feature)]
    features: Option<Vec<Feature>>,
    /// A missing age: mean, median, died (counted as such) or drop
    #[arg(long, value_name = "POLICY", value_parser = named::<MissingAge>)]
    missing_age: Option<MissingAge>,
    /// none or standard
    #[arg(long, value_name = "SCALING", value_parser = named::<Scaling>)]
    scaling: Option<Scaling>,
    /// Widths of the hidden layers, such as 16,16, or none
    #[arg(long, value_name = "N,M,…", value_parser = widths)]
    hidden: Option<Widths>,
    /// relu, leaky-relu, tanh, sigmoid or linear
    #[arg(long, value_name = "NAME", value_parser = named::<Activation>)]
    activation: Option<Activation>,
    /// First weights: zeros, he, glorot, he-uniform or glorot-uniform
    #[arg(long, value_name = "NAME", value_parser = named::<Init>)]
    init: Option<Init>,
    /// The seed of all chance
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// cross-entropy or squared-error
    #[arg(long, value_name = "NAME", value_parser = named::<Loss>)]
    loss: Option<Loss>,
    /// gd, rmsprop or adam
    #[arg(long, value_name = "NAME", value_parser = named::<OptimizerKind>)]
    optimizer: Option<OptimizerKind>,
    /// The size of steps
    #[arg(long, value_name = "RATE", allow_negative_numbers = true)]
    learning_rate: Option<f64>,
    /// Momentum of gd
    #[arg(long, value_name = "MU", allow_negative_numbers = true)]
    momentum: Option<f64>,
    /// Let momentum look ahead
    #[arg(
        long, value_name = "true|false", action = ArgAction::Set, num_args = 0..=1,
        require_equals = true, default_missing_value = "true", hide_possible_values = true
    )]
    nesterov: Option<bool>,
    /// Rows in one step: full or a number
    #[arg(long, value_name = "ROWS")]
    batch: Option<Batch>,
    /// Take the rows in a new order each epoch
    #[arg(
        long, value_name = "true|false", action = ArgAction::Set, num_args = 0..=1,
        require_equals = true, default_missing_value = "true", hide_possible_values = true
    )]
    shuffle: Option<bool>,
    /// L1 regularisation of the weights
    #[arg(long, value_name = "LAMBDA", allow_negative_numbers = true)]
    l1: Option<f64>,
    /// L2 regularisation of the weights
    #[arg(long, value_name = "LAMBDA", allow_negative_numbers = true)]
    l2: Option<f64>,
    /// How many of the first rows are for training
    #[arg(long, value_name = "ROWS")]
    train_rows: Option<usize>,
}

impl RecipeFlags {
    /// The settings that were given.
    pub fn patch(self) -> RecipePatch {
        RecipePatch {
            features: self.features,
            missing_age: self.missing_age,
            scaling: self.scaling,
            hidden: self.hidden.map(|widths| widths.0),
            activation: self.activation,
            init: self.init,
            seed: self.seed,
            loss: self.loss,
            optimizer: self.optimizer,
            learning_rate: self.learning_rate,
            momentum: self.momentum,
            nesterov: self.nesterov,
            batch: self.batch,
            shuffle: self.shuffle,
            l1: self.l1,
            l2: self.l2,
            train_rows: self.train_rows,
        }
    }
}

/// A list that is one value to clap.
#[derive(Debug, Clone)]
struct Widths(Vec<usize>);

fn widths(text: &str) -> Result<Widths, String> {
    if matches!(text, "none" | "") {
        return Ok(Widths(Vec::new()));
    }
    let widths = text.split(',').map(|width| width.trim().parse());
    let widths: Result<_, std::num::ParseIntError> = widths.collect();
    widths.map(Widths).map_err(|_| "expected widths such as 16,16, or none".to_owned())
}

fn feature(text: &str) -> Result<Feature, Error> {
    named(&text.trim().replace('-', "_"))
}

/// A value by the name that recipe files use for it.
pub fn named<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let text: StrDeserializer<'_, Error> = text.into_deserializer();
    T::deserialize(text)
}
