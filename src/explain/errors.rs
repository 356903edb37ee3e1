//! What can be wrong with a recipe or a model in the words of the screen, which has a form for the recipe; the rest is
//! said as the error says it.

use super::words::{Message, errors};
use crate::training::{ModelError, RecipeError, TrainError};

/// What is wrong with a recipe.
pub fn of_recipe(error: &RecipeError) -> Message {
    match error {
        RecipeError::NoFeatures => Message::plain(errors::NO_FEATURES),
        RecipeError::FeatureTwice(name) => Message::new(errors::FEATURE_TWICE, [(*name).to_owned()]),
        RecipeError::TooDeep(layers) => Message::new(errors::TOO_DEEP, [layers.to_string()]),
        RecipeError::Width(width) => Message::new(errors::WIDTH, [width.to_string()]),
        RecipeError::Seed(seed) => Message::new(errors::SEED, [seed.to_string()]),
        RecipeError::LearningRate(rate) => Message::new(errors::LEARNING_RATE, [rate.to_string()]),
        RecipeError::Momentum(momentum) => Message::new(errors::MOMENTUM, [momentum.to_string()]),
        RecipeError::MomentumElsewhere(name) => Message::new(errors::MOMENTUM_ELSEWHERE, [(*name).to_owned()]),
        RecipeError::NesterovWithoutMomentum => Message::plain(errors::NESTEROV),
        RecipeError::WeightDecayElsewhere(name) => Message::new(errors::DECAY_ELSEWHERE, [(*name).to_owned()]),
        RecipeError::Patience(epochs) => {
            Message::new(errors::PATIENCE, [epochs.to_string(), crate::training::MAX_EPOCHS.to_string()])
        }
        RecipeError::EmptyBatch => Message::plain(errors::EMPTY_BATCH),
        RecipeError::Regularisation { setting, value } => {
            Message::new(errors::PENALTY, [setting.key().to_uppercase().replace('_', " "), value.to_string()])
        }
        RecipeError::NoTrainRows => Message::plain(errors::NO_TRAIN_ROWS),
        RecipeError::TrainRows { wanted, rows } => {
            Message::new(errors::TRAIN_ROWS, [wanted.to_string(), rows.to_string()])
        }
    }
}

/// Why a run cannot begin.
pub fn of_run(error: &TrainError) -> Message {
    match error {
        TrainError::Recipe(error) => of_recipe(error),
        TrainError::MissingColumn { column, feature, .. } => {
            Message::new(errors::NO_COLUMN, [(*feature).to_owned(), (*column).to_owned()])
        }
        TrainError::NoTrainingRows { .. } => Message::plain(errors::NO_TRAINING_ROWS),
        TrainError::TooLarge { .. } | TrainError::NoResult { .. } => Message::sentence(error),
        TrainError::Model(error) => of_model(error).at(Message::plain(errors::BAD_MODEL)),
    }
}

/// What is wrong with a model.
pub fn of_model(error: &ModelError) -> Message {
    if let ModelError::Recipe(error) = error { of_recipe(error) } else { Message::sentence(error) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Expression, escape};
    use crate::explain::words::Language::{English, Japanese};
    use crate::training::{FeatureProblem, NamedNumber, TensorsError};

    /// A sentence in the other language would stand in the middle of the program.
    #[test]
    fn what_is_wrong_with_a_model_is_said_in_the_language_of_the_program() {
        let number = NamedNumber { name: "initial[3]".to_owned(), value: 1e300 };
        for (error, japanese) in [
            (ModelError::Epoch(u64::MAX), "epochが18446744073709551615です。エポックは1000000までです"),
            (ModelError::Number(number), "initial[3]が1e300です。モデルの数は有限で、大きさ1e100までです"),
            (
                ModelError::Feature { name: "age", problem: FeatureProblem::NegativeSd },
                "features：ageは標準偏差が負です",
            ),
            (
                ModelError::Tensors(TensorsError::Missing("layers.0.\u{1b}bias".to_owned())),
                "テンソルlayers.0.\\u{1b}biasがありません。torch.nn.Linearと同じく、層にはweightとbiasが要ります",
            ),
        ] {
            let message = of_model(&error);
            assert_eq!(message.text(Japanese), japanese);
            assert_eq!(message.text(English), escape(&error.to_string()));
        }
    }

    /// The screen and the command line must not tell two stories, and the Japanese screen no English one.
    #[test]
    fn every_problem_is_told_as_the_command_line_tells_it_and_in_japanese() {
        let lines = ["foo", "foo=1", "age", ">60", "age>", "age!60", "name~\"x", "age>x", "sex=x", "age~1", "sex>f"];
        for line in lines {
            let error = Expression::parse(line).unwrap_err();
            let told = Message::sentence(&error);
            assert_eq!(told.text(English), error.to_string(), "{line}");
            let japanese = told.text(Japanese);
            for english in [" is ", " or ", "needs", "missing", "such as", "column"] {
                assert!(!japanese.contains(english), "{line}: {japanese}");
            }
        }
    }
}
