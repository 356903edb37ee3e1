//! What can be wrong with a model file. English is the error's own sentence; Japanese is told here.

use crate::app::words::{Language, Message, Word};
use crate::data::escape;

use crate::training::{ChangeProblem, FeatureProblem, Field, MAX_EPOCHS, MAX_NUMBER, ModelError, TensorsError};

super::words! {
    UNREADABLE: "{0}", "読み込めません（{1}）";
    NO_JSON: "{0}", "titanic-tuiのモデルではありません（{1}）";
    FORMAT: "{0}", "titanic-tuiのモデルではありません。formatが{1}です";
    VERSION: "{0}", "モデル形式の版が{1}です。このプログラムでは読めません";
    DEPTH: "{0}", "層が{1}ありますが、レシピでは{2}です";
    WIDTH: "{0}", "層{1}の{2}が{3}個ありますが、レシピでは{4}個です";
    ACTIVATION: "{0}", "層{1}の活性化関数が{2}ですが、レシピでは{3}です";
    NUMBER: "{0}", "{1}。モデルの数は有限で、大きさ{2}までです";
    SQUARE: "{0}", "{1}。二乗の移動平均は0以上で、大きさに限りがあります";
    EPOCH: "{0}", "epochが{1}です。エポックは{2}までです";
    STEPS: "{0}", "optimizer.stepが{1}です。そんなに多くの歩みはありません";
    LENGTH: "{0}", "{1}に数が{2}個ありますが、ネットワークのパラメータは{3}個です";
    FEATURE_NOT_OF_RECIPE: "{0}", "features：{1}はレシピの特徴量にありません";
    FEATURE_TWICE: "{0}", "features：{1}が二度あります";
    FEATURE_SD: "{0}", "features：{1}の標準偏差が負です";
    CHANGE_ORDER: "{0}", "changes：エポック{1}の変更が一つ前の変更より後ではありません";
    CHANGE_LATE: "{0}", "changes：エポック{1}の変更がモデルのエポックより後です";
    CHANGE_RATE: "{0}", "changes：エポック{1}の学習率は0より大きい有限の数でなければなりません";
    CHANGE_PENALTY: "{0}", "changes：エポック{1}のl1とl2は0以上の有限の数でなければなりません";
    CHANGE_NO_PARAMETER: "{0}", "changes：エポック{1}で変えるパラメータがネットワークにありません";
    CHANGE_TWICE: "{0}", "changes：エポック{1}で同じパラメータを二度変えています";
    CLASH: "{0}", "{1}は与えられたモデルでは変えられません。省くか、新しく学習します";
    NO_TENSORS: "{0}", "safetensorsのファイルではありません（{1}）";
    NO_RECIPE: "{0}", "レシピが書かれていません。形{1}に合うレシピを--recipeで与えます";
    METADATA: "{0}", "メタデータ{1}が読めません（{2}）";
    MISSING: "{0}", "テンソル{1}がありません。層はlayers.0.weight、layers.0.bias、layers.1.weight…です";
    SURPLUS: "{0}", "テンソル{1}はこの種のネットワークのものではありません";
    TENSOR: "{0}", "テンソル{1}が{2}です。{3}でなければなりません";
    IS_NOT_FINITE: "{0}", "{1}が有限ではありません";
    IS: "{0}", "{1}が{2}です";
}

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
        ModelError::Number(wrong) => said(NUMBER, &[field(wrong), format!("{MAX_NUMBER:e}")]),
        ModelError::Square(wrong) => said(SQUARE, &[field(wrong)]),
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

/// A number of a file as the Japanese sentence names it.
pub fn field(field: &Field) -> String {
    let word = if field.value.is_finite() { IS } else { IS_NOT_FINITE };
    Language::Japanese.fill(word, &[String::new(), field.name.clone(), field.shown()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::words::Language::{English, Japanese};

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
