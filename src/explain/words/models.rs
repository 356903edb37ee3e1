//! What can be wrong with a model file. English is the error's own sentence; Japanese is told here.

use crate::data::escape;
use crate::explain::words::{Message, Word};

use crate::training::{ChangeProblem, FeatureProblem, MAX_EPOCHS, MAX_NUMBER, ModelError, TensorsError};

super::texts!("models");

/// A model's error in both languages.
pub fn model(error: &ModelError) -> Message {
    let english = escape(&error.to_string()).into_owned();
    let said = |word: Word, values: &[String]| {
        let values = values.iter().map(|value| escape(value).into_owned());
        Message::of(word, std::iter::once(english.clone()).chain(values).collect())
    };
    let text = |shown: &dyn ToString| shown.to_string();
    match error {
        ModelError::Io(cause) => said(UNREADABLE, &[text(cause)]),
        ModelError::Json(cause) => said(NO_JSON, &[text(cause)]),
        ModelError::Tensors(error) => match error {
            TensorsError::Format(cause) => said(NO_TENSORS, &[text(cause)]),
            TensorsError::NoRecipe(shape) => said(NO_RECIPE, &[text(shape)]),
            TensorsError::Metadata { key, error } => said(METADATA, &[text(key), text(error)]),
            TensorsError::Missing(name) => said(MISSING, &[text(name)]),
            TensorsError::Surplus(name) => said(SURPLUS, &[text(name)]),
            TensorsError::Tensor { name, found, expected } => said(TENSOR, &[text(name), text(found), text(expected)]),
        },
        ModelError::Format(format) => said(FORMAT, &[text(format)]),
        ModelError::Version(version) => said(VERSION, &[text(version)]),
        ModelError::Recipe(error) => super::recipe::errors::recipe(error),
        ModelError::Depth { expected, found } => said(DEPTH, &[text(found), text(expected)]),
        ModelError::Width { layer, what, expected, found } => {
            said(WIDTH, &[text(layer), text(what), text(found), text(expected)])
        }
        ModelError::Activation { layer, expected, found } => {
            said(ACTIVATION, &[text(layer), text(found), text(expected)])
        }
        ModelError::Number(wrong) => said(NUMBER, &[text(&wrong.name), wrong.shown(), format!("{MAX_NUMBER:e}")]),
        ModelError::Square(wrong) => said(SQUARE, &[text(&wrong.name), wrong.shown()]),
        ModelError::Epoch(epoch) => said(EPOCH, &[text(epoch), text(&MAX_EPOCHS)]),
        ModelError::Steps(steps) => said(STEPS, &[text(steps)]),
        ModelError::Length { what, expected, found } => said(LENGTH, &[text(what), text(found), text(expected)]),
        ModelError::Feature { name, problem } => {
            let word = match problem {
                FeatureProblem::NotOfRecipe => FEATURE_NOT_OF_RECIPE,
                FeatureProblem::Twice => FEATURE_TWICE,
                FeatureProblem::NegativeSd => FEATURE_SD,
            };
            said(word, &[text(name)])
        }
        ModelError::Change { epoch, problem } => {
            let word = match problem {
                ChangeProblem::OutOfOrder => CHANGE_ORDER,
                ChangeProblem::AfterTheEnd => CHANGE_LATE,
                ChangeProblem::Rate => CHANGE_RATE,
                ChangeProblem::Penalty => CHANGE_PENALTY,
                ChangeProblem::NoParameter => CHANGE_NO_PARAMETER,
                ChangeProblem::Twice => CHANGE_TWICE,
            };
            said(word, &[text(epoch)])
        }
        ModelError::Clash(setting) => said(CLASH, &[setting.key().to_owned()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::words::Language::{English, Japanese};
    use crate::training::Field;

    /// A sentence in the other language would stand in the middle of the program.
    #[test]
    fn what_is_wrong_with_a_model_is_said_in_the_language_of_the_program() {
        let number = Field { name: "initial[3]".to_owned(), value: 1e300 };
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
            let message = model(&error);
            assert_eq!(message.text(Japanese), japanese);
            assert_eq!(message.text(English), escape(&error.to_string()));
        }
    }
}
