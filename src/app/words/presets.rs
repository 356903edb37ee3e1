//! The presets' names and one-line stories.

use super::Word;
use crate::training::Preset;

super::words! {
    TITLE: "Presets: a ready-made run", "プリセット：用意された実行";
    POST: "The post", "記事";
    POST_STORY: "the published weights −0.016852, 0.704039, −0.116309: 213/291", "公開された重み −0.016852, 0.704039, −0.116309：213/291";
    TRAINED: "The post, trained", "記事のモデルを学習";
    TRAINED_STORY: "from zero, ages scaled, rate 0.5: 185 of 291 at first, 226 by epoch 20", "ゼロから、年齢を標準化、学習率0.5：最初185/291、エポック20で226";
    RAW: "Zeros, raw age", "ゼロから、生の年齢";
    RAW_STORY: "raw ages, rate 0.001: 216 after 10,000 epochs, 226 to stay from 28,717", "標準化なし、学習率0.001：1万エポックで216、28,717からは226";
    DEEP_3: "Unpublished 2-3-1", "未公開の 2-3-1";
    DEEP_3_STORY: "the hidden layer of three the author drew and never published", "著者が描いたまま公開しなかった3個の隠れ層";
    DEEP_8: "Unpublished 2-8-1", "未公開の 2-8-1";
    DEEP_8_STORY: "eight ReLU neurons, which he drew as one block", "著者が一つの箱で描いた8個のReLUニューロン";
    EVERYTHING: "Everything", "すべての特徴量";
    EVERYTHING_STORY: "all columns, title and family size; settings by cross-validation", "全列・敬称・家族の人数。設定は1〜600行目の交差検証で決定";
    MY_FIRST: "My first deep network", "はじめての深いネットワーク";
    MY_FIRST_STORY: "all seven columns, two hidden layers of 16: 9-16-16-1", "七つの列すべてと16個の隠れ層二つ：9-16-16-1";
    CHOOSE: "Enter starts it · u comes back · Esc closes", "Enterで開始 · uで戻る · Escで閉じる";
}

/// A preset's name.
pub const fn title(preset: Preset) -> Word {
    match preset {
        Preset::ThePost => POST,
        Preset::ThePostTrained => TRAINED,
        Preset::ZerosRawAge => RAW,
        Preset::Unpublished231 => DEEP_3,
        Preset::Unpublished281 => DEEP_8,
        Preset::Everything => EVERYTHING,
        Preset::MyFirstDeepNetwork => MY_FIRST,
    }
}

/// What a preset shows, in one line.
pub const fn story(preset: Preset) -> Word {
    match preset {
        Preset::ThePost => POST_STORY,
        Preset::ThePostTrained => TRAINED_STORY,
        Preset::ZerosRawAge => RAW_STORY,
        Preset::Unpublished231 => DEEP_3_STORY,
        Preset::Unpublished281 => DEEP_8_STORY,
        Preset::Everything => EVERYTHING_STORY,
        Preset::MyFirstDeepNetwork => MY_FIRST_STORY,
    }
}
