//! Why a run cannot begin, or goes no further.

use thiserror::Error;

use crate::training::limits::{MAX_EPOCHS, MAX_NUMBER, NamedNumber};
use crate::training::model_file::ModelError;
use crate::training::recipe::RecipeError;

/// Why a run cannot begin.
#[derive(Debug, Error)]
#[expect(missing_docs, reason = "the fields are what the sentences print")]
pub enum TrainError {
    /// The recipe cannot be followed.
    #[error(transparent)]
    Recipe(#[from] RecipeError),
    /// The model file contradicts itself.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The list lacks a column a feature is made of.
    #[error("{list} has no column {column}, which the feature {feature} is made of")]
    MissingColumn { list: String, column: &'static str, feature: &'static str },
    /// Every training row is left out.
    #[error(
        "{list} has no training row that can be used; it needs rows with Survived, and with an \
         Age where missing_age is died or drop"
    )]
    NoTrainingRows { list: String },
    /// A column holds numbers, or a file says so, that squares would not survive.
    #[error(
        "the values of {feature} are too large to be worked with: their {statistic}, and at most \
         {MAX_NUMBER:e} is possible"
    )]
    TooLarge { feature: &'static str, statistic: NamedNumber },
    /// Sums of finite numbers that leave them.
    #[error("the network has no finite answer for passenger {id}, for {largest}")]
    NoResult { id: u32, largest: NamedNumber },
}

/// Why a run did not train another epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[expect(missing_docs, reason = "the fields are what the sentences print")]
pub enum Stop {
    /// The next epoch would leave the finite numbers, or the largest number of a run; the run ends before it.
    #[error("the numbers overflowed in epoch {epoch}; a smaller learning rate would help")]
    Diverged { epoch: u64 },
    /// The run holds [`MAX_EPOCHS`] epochs.
    #[error("a run holds at most {MAX_EPOCHS} epochs")]
    Limit,
}
