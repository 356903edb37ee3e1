//! What can be wrong with a recipe or with what was typed into it, and the remedy.

use crate::explain::words::{Message, models};
use crate::training::{RecipeError, TrainError};

super::super::texts!("recipe.errors");

/// A recipe's error in both languages.
pub fn recipe(error: &RecipeError) -> Message {
    match error {
        RecipeError::NoFeatures => Message::plain(NO_FEATURES),
        RecipeError::FeatureTwice(name) => Message::new(FEATURE_TWICE, [(*name).to_owned()]),
        RecipeError::TooDeep(layers) => Message::new(TOO_DEEP, [layers.to_string()]),
        RecipeError::Width(width) => Message::new(WIDTH, [width.to_string()]),
        RecipeError::Seed(seed) => Message::new(SEED, [seed.to_string()]),
        RecipeError::LearningRate(rate) => Message::new(LEARNING_RATE, [rate.to_string()]),
        RecipeError::Momentum(momentum) => Message::new(MOMENTUM, [momentum.to_string()]),
        RecipeError::MomentumElsewhere(name) => Message::new(MOMENTUM_ELSEWHERE, [(*name).to_owned()]),
        RecipeError::NesterovWithoutMomentum => Message::plain(NESTEROV),
        RecipeError::EmptyBatch => Message::plain(EMPTY_BATCH),
        RecipeError::Regularisation { setting, value } => {
            Message::new(PENALTY, [setting.key().to_uppercase(), value.to_string()])
        }
        RecipeError::NoTrainRows => Message::plain(NO_TRAIN_ROWS),
        RecipeError::TrainRows { wanted, rows } => Message::new(TRAIN_ROWS, [wanted.to_string(), rows.to_string()]),
    }
}

/// Why a run cannot begin, in both languages.
pub fn run(error: &TrainError) -> Message {
    match error {
        TrainError::Recipe(error) => recipe(error),
        TrainError::MissingColumn { column, feature, .. } => {
            Message::new(NO_COLUMN, [(*feature).to_owned(), (*column).to_owned()])
        }
        TrainError::NoTrainingRows { .. } => Message::plain(NO_TRAINING_ROWS),
        TrainError::TooLarge { statistic, feature } => Message::new(
            TOO_LARGE,
            [error.to_string(), (*feature).to_owned(), statistic.name.clone(), statistic.shown()],
        ),
        TrainError::NoResult { id, largest } => {
            Message::new(NO_RESULT, [error.to_string(), id.to_string(), largest.name.clone(), largest.shown()])
        }
        TrainError::Model(error) => models::model(error).at(Message::plain(BAD_MODEL)),
    }
}
