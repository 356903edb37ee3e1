//! What can be wrong with a recipe or with what was typed into it, and the remedy.

use crate::app::words::{Message, models};
use crate::training::{RecipeError, TrainError};

super::super::words! {
    NOT_WHOLE: "“{0}” is no whole number", "「{0}」は整数ではありません";
    NOT_A_NUMBER: "“{0}” is no number; write it like 0.5 or 1e-3", "「{0}」は数ではありません。0.5や1e-3のように書きます";
    NOT_WIDTHS: "“{0}” is no list of widths; write 16,16 or none", "「{0}」は層の幅ではありません。16,16 や「なし」と書きます";
    NOT_A_BATCH: "“{0}” is no batch; write a number of people, or full", "「{0}」はバッチではありません。人数か「全件」と書きます";
    NO_FEATURES: "a network needs at least one feature", "特徴量が一つ以上必要です";
    FEATURE_TWICE: "{0} is named twice", "{0}が二度あります";
    TOO_DEEP: "{0} hidden layers are too many; 6 are possible", "隠れ層{0}層は多すぎます。6層までです";
    WIDTH: "a layer of {0} neurons is not possible; a layer has 1 to 64", "{0}個の層は作れません。1層は1〜64個です";
    SEED: "{0} is too large for a seed; at most 9223372036854775807", "シード{0}は大きすぎます。9223372036854775807までです";
    LEARNING_RATE: "a rate of {0} does not step downhill; it must be a finite number above 0", "学習率{0}では下れません。0より大きい有限の数にします";
    MOMENTUM: "a momentum of {0} never settles; it must be at least 0 and below 1", "モーメンタム{0}では止まりません。0以上1未満にします";
    MOMENTUM_ELSEWHERE: "{0} has a momentum of its own; only gd takes one", "{0}には独自の勢いがあります。設定できるのはgdだけです";
    NESTEROV: "nesterov needs gd with a momentum above 0", "Nesterovには0より大きいモーメンタムのgdが必要です";
    EMPTY_BATCH: "a batch has at least 1 person", "バッチは1人以上です";
    PENALTY: "{0} cannot be {1}; it must be a finite number, 0 or more", "{0}は{1}にできません。0以上の有限の数にします";
    TRAIN_ROWS: "{0} training rows are not possible; the list has {1}: choose 1 to {1}", "訓練{0}行は選べません。名簿は{1}行なので1〜{1}です";
    NO_TRAIN_ROWS: "at least 1 row must be for training", "訓練には1行以上が必要です";
    NO_COLUMN: "{0} is made of the column {1}, which this list does not have", "{0}に必要な列{1}がこの名簿にありません";
    TOO_LARGE: "{0}", "{1}の値が大きすぎて計算できません（{2}）";
    NO_RESULT: "{0}", "乗客{1}について有限の答えが出ません（{2}）";
    BAD_MODEL: "the model ", "モデルが使えません：";
    NO_TRAINING_ROWS: "no training row can be used: each needs Survived, and an age where none is filled in", "使える訓練の行がありません。Survivedと、補わない場合は年齢が必要です";
}

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
        TrainError::TooLarge { statistic, feature } => {
            Message::new(TOO_LARGE, [error.to_string(), (*feature).to_owned(), models::field(statistic)])
        }
        TrainError::NoResult { id, largest } => {
            Message::new(NO_RESULT, [error.to_string(), id.to_string(), models::field(largest)])
        }
        TrainError::Model(error) => models::model(error).at(Message::plain(BAD_MODEL)),
    }
}
