//! Words of the time bar.

super::words! {
    EPOCH: "epoch", "エポック";
    OF: "of", "／";
    PER_SECOND: "{0}/s", "{0}/秒";
    FLAT_OUT: "max", "全速";
    RESTING: "▮▮", "▮▮";
    REPLAYING: "»", "»";
    TRAINING: "»+", "»+";
    TRAIN: "train", "訓練";
    TEST: "test", "テスト";
    TR: "train", "訓練";
    TE: "test", "テスト";
    PUBLISHED_WEIGHTS: "published weights", "公開済みの重み";
    NO_PAST: "no past yet: Space, and see it learn from zero", "まだ過去がありません。Spaceでゼロから学習";
    NO_PAST_ON: "no past yet: Space trains on", "まだ過去がありません。Spaceで学習";
    NO_PAST_SHORT: "no past yet: Space begins", "過去なし。Spaceで開始";
    SPACE_BEGINS: "Space begins", "Spaceで開始";
    PRESET_HINT: "p: The post, trained: from zero, 226/291 by epoch 20", "p：「記事のモデルを学習」ゼロからエポック20で226/291";
    LAST_STEP: "last step", "直前の1歩";
    LAST_STEPS: "epoch {0} to {1}", "エポック{0}から{1}";
    NO_STEP: "no step yet", "まだ1歩なし";
    NOBODY: "nobody flipped", "反転なし";
    FLIPPED: "{0} flipped, +{1} now right, −{2} now wrong", "{0}人反転、+{1}正解に、−{2}不正解に";
    FLIPPED_SHORT: "flips {0} +{1} −{2}", "反転{0} +{1} −{2}";
    FLIPPED_SHORTEST: "+{1} −{2}", "+{1} −{2}";
    SINCE: "since epoch {0}: {1} flipped, +{2} −{3}", "エポック{0}から{1}人反転 +{2} −{3}";
    LOSSES_WITH_AGE: "losses: the {0} + {1} with an age", "損失は年齢のある{0}+{1}人";
    ONLY_WITH_AGE: "only the {0} + {1} with an age", "年齢のある{0}+{1}人だけ";
    AGES_MEAN: "missing ages: the training mean", "年齢不明は訓練データの平均で補う";
    AGES_MEDIAN: "missing ages: the training median", "年齢不明は訓練データの中央値で補う";
    BEST: "✧ best test loss {0} at epoch {1}", "✧ テスト損失の最小 {0}（エポック{1}）";
    NO_TEST_ROWS: "no test rows", "テストデータなし";
    RECALLING: "replaying up to epoch {0} · Esc stays here", "エポック{0}まで再現中 · Escで中止";
    SEEKING: "training up to epoch {0} · Esc stops", "エポック{0}まで学習中 · Escで停止";
}
