//! What can be wrong with a typed filter, a recipe or a model, and what to do instead, in the user's language.
//! English is the error's own sentence.

use super::words::{Message, Word, errors, filter, models};
use crate::data::filter::{COLUMNS, Problem, example};
use crate::data::{Column, escape};
use crate::training::{MAX_EPOCHS, MAX_NUMBER, ModelError, RecipeError, TensorsError, TrainError};

/// What is wrong with a filter.
pub fn of_filter(problem: &Problem) -> Message {
    let key = |column: &Column| column.key().to_owned();
    match problem {
        Problem::UnknownWord(word) => Message::new(filter::UNKNOWN_WORD, [word.clone()]),
        Problem::UnknownColumn(name) => Message::new(filter::UNKNOWN_COLUMN, [name.clone(), COLUMNS.to_owned()]),
        Problem::NoOperator(column) => Message::new(filter::NO_OPERATOR, [key(column), example(*column).to_owned()]),
        Problem::NoColumn => Message::plain(filter::NO_COLUMN),
        Problem::NoValue(column) => Message::new(filter::NO_VALUE, [key(column), example(*column).to_owned()]),
        Problem::LoneBang => Message::plain(filter::LONE_BANG),
        Problem::OpenQuote => Message::plain(filter::OPEN_QUOTE),
        Problem::NotANumber { column, value } => Message::new(filter::NOT_A_NUMBER, [value.clone(), key(column)]),
        Problem::NotAValue { column, value, allowed } => {
            Message::new(filter::NOT_A_VALUE, [key(column), value.clone(), (*allowed).to_owned()])
        }
        Problem::NotAnOperator { column, operator, allowed } => {
            Message::new(filter::NOT_AN_OPERATOR, [(*operator).to_owned(), key(column), (*allowed).to_owned()])
        }
    }
}

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
        TrainError::TooLarge { statistic, feature } => Message::new(
            errors::TOO_LARGE,
            [error.to_string(), (*feature).to_owned(), statistic.name.clone(), statistic.shown()],
        ),
        TrainError::NoResult { id, largest } => {
            Message::new(errors::NO_RESULT, [error.to_string(), id.to_string(), largest.name.clone(), largest.shown()])
        }
        TrainError::Model(error) => of_model(error).at(Message::plain(errors::BAD_MODEL)),
    }
}

/// What is wrong with a model.
pub fn of_model(error: &ModelError) -> Message {
    let english = escape(&error.to_string()).into_owned();
    let said = |word: Word, values: &[String]| {
        let values = values.iter().map(|value| escape(value).into_owned());
        Message::of(word, std::iter::once(english.clone()).chain(values).collect())
    };
    let text = |shown: &dyn ToString| shown.to_string();
    match error {
        ModelError::Io(cause) => said(models::UNREADABLE, &[text(cause)]),
        ModelError::Json(cause) => said(models::NO_JSON, &[text(cause)]),
        ModelError::Tensors(error) => match error {
            TensorsError::Format(cause) => said(models::NO_TENSORS, &[text(cause)]),
            TensorsError::NoRecipe(shape) => said(models::NO_RECIPE, &[text(shape)]),
            TensorsError::Metadata { key, error } => said(models::METADATA, &[text(key), text(error)]),
            TensorsError::Missing(name) => said(models::MISSING, &[text(name)]),
            TensorsError::Surplus(name) => said(models::SURPLUS, &[text(name)]),
            TensorsError::Tensor { name, found, expected } => {
                said(models::TENSOR, &[text(name), text(found), text(expected)])
            }
        },
        ModelError::Format(format) => said(models::FORMAT, &[text(format)]),
        ModelError::Version(version) => said(models::VERSION, &[text(version)]),
        ModelError::Recipe(error) => of_recipe(error),
        ModelError::Depth { expected, found } => said(models::DEPTH, &[text(found), text(expected)]),
        ModelError::Width { layer, what, expected, found } => {
            said(models::WIDTH, &[text(layer), text(what), text(found), text(expected)])
        }
        ModelError::Activation { layer, expected, found } => {
            said(models::ACTIVATION, &[text(layer), text(found), text(expected)])
        }
        ModelError::Number(wrong) => {
            said(models::NUMBER, &[text(&wrong.name), wrong.shown(), format!("{MAX_NUMBER:e}")])
        }
        ModelError::Square(wrong) => said(models::SQUARE, &[text(&wrong.name), wrong.shown()]),
        ModelError::Epoch(epoch) => said(models::EPOCH, &[text(epoch), text(&MAX_EPOCHS)]),
        ModelError::Steps(steps) => said(models::STEPS, &[text(steps)]),
        ModelError::Length { what, expected, found } => {
            said(models::LENGTH, &[text(what), text(found), text(expected)])
        }
        ModelError::Feature { name, problem } => said(models::feature(*problem), &[text(name)]),
        ModelError::Change { epoch, problem } => said(models::change(*problem), &[text(epoch)]),
        ModelError::Clash(setting) => said(models::CLASH, &[setting.key().to_owned()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Expression;
    use crate::explain::words::Language::{English, Japanese};
    use crate::training::{FeatureProblem, NamedNumber};

    /// A sentence in the other language would stand in the middle of the program.
    #[test]
    fn what_is_wrong_with_a_model_is_said_in_the_language_of_the_program() {
        let number = NamedNumber { name: "initial[3]".to_owned(), value: 1e300 };
        for (error, japanese) in [
            (ModelError::Epoch(u64::MAX), "epochが18446744073709551615です。エポックは1000000までです"),
            (ModelError::Number(number), "initial[3]が1e300です。モデルの数は有限で、大きさ1e100までです"),
            (
                ModelError::Feature { name: "age", problem: FeatureProblem::NegativeSd },
                "features：ageの標準偏差が負です",
            ),
            (
                ModelError::Tensors(TensorsError::Missing("layers.0.\u{1b}bias".to_owned())),
                "テンソルlayers.0.\\u{1b}biasがありません。層はlayers.0.weight、layers.0.bias、layers.1.weight…です",
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
            let told = of_filter(&error.problem);
            assert_eq!(told.text(English), error.to_string(), "{line}");
            let japanese = told.text(Japanese);
            for english in [" is ", " or ", "needs", "missing", "such as", "column"] {
                assert!(!japanese.contains(english), "{line}: {japanese}");
            }
        }
    }
}
