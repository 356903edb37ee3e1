//! Everything that decides a run, under the names recipe files, model files and flags share.

mod batch;
pub(super) mod check;
mod file;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

pub use batch::Batch;
pub use check::{MAX_HIDDEN_LAYERS, MAX_WIDTH, RecipeError};

use super::{Feature, RecipePatch, Setting};
use crate::data::PassengerList;
use crate::nn::{Activation, Init, Loss, Optimizer, OptimizerKind};

/// A complete recipe; [`Default`] is the one a run without any wishes follows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "RecipePatch", into = "RecipePatch")]
pub struct Recipe {
    /// What the network is shown, in the order of its inputs.
    pub features: Vec<Feature>,
    /// What is done about a missing age.
    pub missing_age: MissingAge,
    /// Whether numeric features are standardised.
    pub scaling: Scaling,
    /// Widths of the hidden layers.
    pub hidden: Vec<usize>,
    /// What hidden neurons do with their sums.
    pub activation: Activation,
    /// How the first weights are made; none means what suits the shape, see [`Recipe::init`].
    pub init: Option<Init>,
    /// The seed of all chance.
    pub seed: u64,
    /// What is made small.
    pub loss: Loss,
    /// How gradients become steps.
    pub optimizer: OptimizerKind,
    /// The size of steps.
    pub learning_rate: f64,
    /// μ of gradient descent.
    pub momentum: f64,
    /// Whether momentum looks ahead.
    pub nesterov: bool,
    /// How many rows make one step.
    pub batch: Batch,
    /// Whether each epoch takes the rows in a new order.
    pub shuffle: bool,
    /// L1 regularisation of the weights.
    pub l1: f64,
    /// L2 regularisation of the weights.
    pub l2: f64,
    /// How many of the first rows are for training; none means the default of the list.
    pub train_rows: Option<usize>,
}

/// What is done about a passenger without an age, where the recipe needs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray)]
#[serde(rename_all = "kebab-case")]
pub enum MissingAge {
    /// The mean of the known ages of training rows.
    #[default]
    Mean,
    /// The median of the known ages of training rows.
    Median,
    /// The row is not shown to the network and counts as predicted "died".
    Died,
    /// The row is left out of everything.
    Drop,
}

impl MissingAge {
    /// Every policy, in the order of the key that walks through them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes and flags.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Median => "median",
            Self::Died => "died",
            Self::Drop => "drop",
        }
    }
}

/// What happens to numeric features before the network sees them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray)]
#[serde(rename_all = "kebab-case")]
pub enum Scaling {
    /// Nothing.
    #[default]
    None,
    /// (x − mean) / sd, both over training rows.
    Standard,
}

impl Scaling {
    /// Every way, in the order menus show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes and flags.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Standard => "standard",
        }
    }
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            features: vec![Feature::Age, Feature::Sex],
            missing_age: MissingAge::Mean,
            scaling: Scaling::None,
            hidden: Vec::new(),
            activation: Activation::Relu,
            init: None,
            seed: 1,
            loss: Loss::CrossEntropy,
            optimizer: OptimizerKind::Gd,
            learning_rate: 0.001,
            momentum: 0.0,
            nesterov: false,
            batch: Batch::Full,
            shuffle: false,
            l1: 0.0,
            l2: 0.0,
            train_rows: None,
        }
    }
}

impl Recipe {
    /// How the first weights are made, said or by default.
    pub fn init(&self) -> Init {
        self.init.unwrap_or_else(|| Init::default_for(self.hidden.len(), self.activation))
    }

    /// How many of the first rows of this list are for training.
    pub fn train_rows_of(&self, list: &PassengerList) -> usize {
        /// The post's split.
        const EMBEDDED: usize = 600;
        /// The same share of other lists.
        const SHARE: f64 = 0.673;
        self.train_rows.unwrap_or_else(|| match list.len() {
            _ if list.is_embedded() => EMBEDDED,
            rows => (SHARE * rows as f64).round() as usize,
        })
    }

    /// Whether rows without an age need `died` or `drop` at all.
    pub fn needs_age(&self) -> bool {
        self.features.iter().any(|feature| feature.needs_age())
    }

    /// The number of the network's inputs.
    pub fn inputs(&self) -> usize {
        self.features.iter().map(|feature| feature.parts().len().max(1)).sum()
    }

    /// The optimiser with its constants.
    pub const fn optimizer(&self) -> Optimizer {
        Optimizer { kind: self.optimizer, momentum: self.momentum, nesterov: self.nesterov }
    }

    /// The recipe with its defaults said: how the first weights are made, and the rows for training on this list.
    #[must_use]
    pub fn spelled_out(&self, list: &PassengerList) -> Self {
        Self { init: Some(self.init()), train_rows: Some(self.train_rows_of(list)), ..self.clone() }
    }

    /// The recipe without what its other settings leave no room for.
    #[must_use]
    pub fn settled(mut self) -> Self {
        if self.optimizer != OptimizerKind::Gd {
            self.momentum = 0.0;
        }
        if self.momentum == 0.0 {
            self.nesterov = false;
        }
        self
    }

    /// The first setting in which a network made for `other` could not go on under this recipe:
    /// shape, features or scaling.
    pub fn first_clash(&self, other: &Self) -> Option<Setting> {
        let unused = |setting| setting == Setting::Activation && self.hidden.is_empty();
        let kept = [Setting::Features, Setting::Scaling, Setting::Hidden, Setting::Activation];
        kept.into_iter().find(|&setting| !unused(setting) && !setting.same(self, other))
    }
}
