//! Everything that decides a run, under the names recipe files, model files and flags share.

mod batch;
pub(super) mod check;
mod compact;
mod ladder;
pub(super) mod setting;
mod text;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

pub use batch::Batch;
pub use check::RecipeError;
pub use compact::Compact;
pub use ladder::{next_rate, sensible_rate, stepped};
pub use setting::{Idle, Misread, Recipe, RecipePatch, Section, Setting};
pub use text::number;

use super::Feature;
use super::feature::title;
use super::limits::MAX_EPOCHS;
use crate::data::{PassengerList, Split};
use crate::nn::{Init, Optimizer, OptimizerKind, WEIGHT_DECAY};
use check::{MAX_HIDDEN_LAYERS, MAX_SEED, MAX_WIDTH, is_penalty, is_rate};

/// What is done about a passenger without an age, where the recipe needs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What happens to numeric features before the network sees them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Recipe {
    /// How the first weights are made, said or by default.
    pub fn init(&self) -> Init {
        self.init.unwrap_or_else(|| Init::default_for(self.hidden.len(), self.activation))
    }

    /// Which rows of this list are for training, and which of these are held out.
    pub fn split_of(&self, list: &PassengerList) -> Split {
        let split = self.split.draw(list, self.train_rows_of(list), self.seed);
        self.held_out.draw(list, split, self.seed)
    }

    /// How many rows of this list are for training, those that are held out of it among them.
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
    pub fn optimizer(&self) -> Optimizer {
        Optimizer {
            kind: self.optimizer,
            momentum: self.momentum,
            nesterov: self.nesterov,
            weight_decay: self.weight_decay(),
        }
    }

    /// How much of itself, times the learning rate, each weight loses in a step: said or by default, and nothing
    /// where the optimiser knows no such thing.
    pub fn weight_decay(&self) -> f64 {
        let usual = if self.optimizer == OptimizerKind::Adamw { WEIGHT_DECAY } else { 0.0 };
        self.weight_decay.unwrap_or(usual)
    }

    /// The recipe with its defaults said: how the first weights are made, how they decay, and the rows for training
    /// on this list.
    #[must_use]
    pub fn spelled_out(&self, list: &PassengerList) -> Self {
        let decays = self.optimizer == OptimizerKind::Adamw;
        Self {
            init: Some(self.init()),
            weight_decay: decays.then(|| self.weight_decay()),
            train_rows: Some(self.train_rows_of(list)),
            ..self.clone()
        }
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
        if self.optimizer != OptimizerKind::Adamw {
            self.weight_decay = None;
        }
        self
    }

    /// The first setting in which a network made for `other` could not go on under this recipe:
    /// shape, features or scaling.
    pub(super) fn first_clash(&self, other: &Self) -> Option<Setting> {
        let unused = |setting| setting == Setting::Activation && self.hidden.is_empty();
        let kept = [Setting::Features, Setting::Scaling, Setting::Hidden, Setting::Activation];
        kept.into_iter().find(|&setting| !unused(setting) && !setting.same(self, other))
    }

    /// Whether the recipe can be followed on a list of `rows` passengers.
    ///
    /// # Errors
    /// The first thing found that cannot be, in words that name the setting and the remedy.
    pub fn validate(&self, rows: usize) -> Result<(), RecipeError> {
        self.validate_shape()?;
        self.validate_training()?;
        match self.train_rows {
            Some(wanted) if wanted == 0 || wanted > rows => Err(RecipeError::TrainRows { wanted, rows }),
            Some(_) | None => Ok(()),
        }
    }

    /// The same as far as no list is needed to tell.
    ///
    /// # Errors
    /// As [`Self::validate`].
    pub fn validate_alone(&self) -> Result<(), RecipeError> {
        self.validate_shape()?;
        self.validate_training()?;
        if self.train_rows == Some(0) {
            return Err(RecipeError::NoTrainRows);
        }
        Ok(())
    }

    fn validate_shape(&self) -> Result<(), RecipeError> {
        if self.features.is_empty() {
            return Err(RecipeError::NoFeatures);
        }
        for (index, feature) in self.features.iter().enumerate() {
            if self.features[..index].contains(feature) {
                return Err(RecipeError::FeatureTwice(feature.name()));
            }
        }
        if self.hidden.len() > MAX_HIDDEN_LAYERS {
            return Err(RecipeError::TooDeep(self.hidden.len()));
        }
        match self.hidden.iter().find(|width| !(1..=MAX_WIDTH).contains(*width)) {
            Some(&width) => Err(RecipeError::Width(width)),
            None => Ok(()),
        }
    }

    fn validate_training(&self) -> Result<(), RecipeError> {
        if self.seed > MAX_SEED {
            return Err(RecipeError::Seed(self.seed));
        }
        if !is_rate(self.learning_rate) {
            return Err(RecipeError::LearningRate(self.learning_rate));
        }
        if !(0.0..1.0).contains(&self.momentum) {
            return Err(RecipeError::Momentum(self.momentum));
        }
        if self.momentum != 0.0 && self.optimizer != OptimizerKind::Gd {
            return Err(RecipeError::MomentumElsewhere(self.optimizer.name()));
        }
        if self.nesterov && self.momentum == 0.0 {
            return Err(RecipeError::NesterovWithoutMomentum);
        }
        if self.weight_decay.is_some_and(|decay| decay != 0.0) && self.optimizer != OptimizerKind::Adamw {
            return Err(RecipeError::WeightDecayElsewhere(self.optimizer.name()));
        }
        if self.batch == Batch::Rows(0) {
            return Err(RecipeError::EmptyBatch);
        }
        if !(1..=MAX_EPOCHS).contains(&self.patience) {
            return Err(RecipeError::Patience(self.patience));
        }
        let decay = self.weight_decay();
        for (setting, value) in [(Setting::WeightDecay, decay), (Setting::L1, self.l1), (Setting::L2, self.l2)] {
            if !is_penalty(value) {
                return Err(RecipeError::Regularisation { setting, value });
            }
        }
        Ok(())
    }

    /// In how many names a title is found, where the recipe asks for titles and most names have none.
    pub fn few_titles(&self, list: &PassengerList) -> Option<usize> {
        let found = || list.passengers().filter(|person| title(person.name).is_some()).count();
        self.features.contains(&Feature::Title).then(found).filter(|found| 2 * found < list.len())
    }

    /// Whether missing ages are to be filled from those of training rows, and none of these has one.
    pub fn fills_ages_with_nothing(&self, list: &PassengerList) -> bool {
        let fills = matches!(self.missing_age, MissingAge::Mean | MissingAge::Median);
        fills && self.needs_age() && self.split_of(list).training(list).all(|passenger| passenger.age.is_none())
    }

    /// The recipe that explains the published network's 213 of 291.
    pub fn published() -> Self {
        let features = vec![Feature::Age, Feature::Sex];
        Self { features, init: Some(Init::Zeros), missing_age: MissingAge::Died, ..Self::default() }
    }
}
