//! What a recipe must not say, and the sentence that tells so.

use thiserror::Error;

use super::setting::Setting;
use super::text::line_after;
use crate::training::limits::MAX_EPOCHS;

/// The most hidden layers a network may have.
pub(super) const MAX_HIDDEN_LAYERS: usize = 6;
/// The most neurons a hidden layer may have.
pub(super) const MAX_WIDTH: usize = 64;
/// Seeds are kept in files that have signed integers only (TOML).
pub(super) const MAX_SEED: u64 = i64::MAX as u64;

/// Why a recipe cannot be followed.
#[derive(Debug, Clone, PartialEq, Error)]
#[expect(missing_docs, reason = "the fields are what the sentences print")]
pub enum RecipeError {
    /// There is nothing to show the network.
    #[error("features is empty; name at least one, such as age,sex")]
    NoFeatures,
    /// A feature is named twice.
    #[error("features names {0} twice; name each feature once")]
    FeatureTwice(&'static str),
    /// The network would be deeper than the program shows.
    #[error("hidden has {0} layers; at most {MAX_HIDDEN_LAYERS} are possible")]
    TooDeep(usize),
    /// A layer has no neurons or too many.
    #[error("hidden has a layer of {0} neurons; a layer has 1 to {MAX_WIDTH}")]
    Width(usize),
    /// The seed does not fit.
    #[error("seed is {0}; a seed is at most {MAX_SEED}")]
    Seed(u64),
    /// The learning rate is no step forwards.
    #[error("learning_rate is {0}; it must be a finite number above 0")]
    LearningRate(f64),
    /// The momentum would never settle.
    #[error("momentum is {0}; it must be at least 0 and below 1")]
    Momentum(f64),
    /// Only gradient descent has momentum.
    #[error("momentum belongs to optimizer gd; {0} has its own, so leave momentum at 0")]
    MomentumElsewhere(&'static str),
    /// Nesterov is a kind of momentum.
    #[error("nesterov needs optimizer gd with a momentum above 0")]
    NesterovWithoutMomentum,
    /// Only `AdamW` lets weights decay.
    #[error("weight_decay belongs to optimizer adamw; with {0} take l2")]
    WeightDecayElsewhere(&'static str),
    /// A batch of nothing.
    #[error("batch is 0; it must be \"full\" or at least 1")]
    EmptyBatch,
    /// Patience of nothing, or longer than a run.
    #[error("patience is {0}; choose 1 to {MAX_EPOCHS} epochs")]
    Patience(u64),
    /// Regularisation must pull towards zero.
    #[error("{} is {value}; it must be a finite number, 0 or more", setting.key())]
    Regularisation { setting: Setting, value: f64 },
    /// No training rows, on whatever list.
    #[error("train_rows is 0; at least 1 row must be for training")]
    NoTrainRows,
    /// More training rows than rows, or none.
    #[error("train_rows is {wanted}, but the list has {rows} rows; choose 1 to {rows}")]
    TrainRows { wanted: usize, rows: usize },
}

impl RecipeError {
    /// The setting it is about.
    pub const fn setting(&self) -> Setting {
        match self {
            Self::NoFeatures | Self::FeatureTwice(_) => Setting::Features,
            Self::TooDeep(_) | Self::Width(_) => Setting::Hidden,
            Self::Seed(_) => Setting::Seed,
            Self::LearningRate(_) => Setting::LearningRate,
            Self::Momentum(_) | Self::MomentumElsewhere(_) => Setting::Momentum,
            Self::NesterovWithoutMomentum => Setting::Nesterov,
            Self::WeightDecayElsewhere(_) => Setting::WeightDecay,
            Self::EmptyBatch => Setting::Batch,
            Self::Patience(_) => Setting::Patience,
            Self::Regularisation { setting, .. } => *setting,
            Self::NoTrainRows | Self::TrainRows { .. } => Setting::TrainRows,
        }
    }

    /// The line of a recipe file that names the setting this is about; none where it does not.
    pub fn line_in(&self, text: &str) -> Option<usize> {
        let table = toml::de::DeTable::parse(text).ok()?;
        let mut settings = table.get_ref().iter();
        let (key, _) = settings.find(|(key, _)| key.get_ref() == self.setting().key())?;
        Some(line_after(&text[..key.span().start]))
    }
}

/// Whether this can be a learning rate.
pub(in crate::training) fn is_rate(rate: f64) -> bool {
    rate.is_finite() && rate > 0.0
}

/// Whether this can be a strength of regularisation.
pub(in crate::training) fn is_penalty(penalty: f64) -> bool {
    penalty.is_finite() && penalty >= 0.0
}
