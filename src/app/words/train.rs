//! Words of the Train screen.

super::words! {
    LOSS_CE: "Loss: cross-entropy", "損失：交差エントロピー";
    LOSS_SE: "Loss: squared error", "損失：二乗誤差";
    LOG: "log", "対数";
    ACCURACY: "Accuracy", "正解率";
    PARAMETERS: "Parameters", "パラメータ";
    PARAMETERS_OF: "Parameters, {0} of {1}", "パラメータ（{1}個中{0}個）";
    END_TRAIN: "train", "訓練";
    END_TEST: "test", "テスト";
    LEGEND_TRAIN: "train ──", "訓練 ──";
    LEGEND_TEST: "test ╌╌", "テスト ╌╌";
    LN_2: "ln 2 = 0.693147: knows nothing", "ln 2 = 0.693147：何も知らない";
    WOMEN_LIVE: "women live {0}", "女性は生存 {0}";
    ALL_DIED: "everyone died {0}", "全員死亡 {0}";
    AT: "epoch {0}", "エポック{0}";
    BEGINS: "Space begins", "Spaceで開始";

    LEDGER: "Flipped, {0}", "反転：{0}";
    ROWS_BOTH: "all rows", "全データ";
    ROWS_TRAIN: "training rows", "訓練データ";
    ROWS_TEST: "test rows", "テストデータ";
    FROM_TO: "epoch {0} to {1}: +{2} −{3}", "エポック{0}から{1}：+{2} −{3}";
    NOW_RIGHT: "+ now right: {0}", "+ 正解になった：{0}人";
    NOW_WRONG: "− now wrong: {0}", "− 不正解になった：{0}人";
    NOBODY_CHANGED: "Nobody changed sides between {0} and {1}.", "{0}から{1}の間に反転した人はいません。";
    MARK_HINT: "M counts from the epoch on the screen", "Mで今のエポックから数え直す";
    SHOWS_PERSON: "Enter shows the person", "Enterで人物を表示";

    RUNS: "Runs", "実行";
    RUNS_AT_END: "each at its own epoch", "それぞれのエポックで";
    RUN_COLUMN: "run", "実行";
    TEST_LOSS: "test loss", "テスト損失";
    TEST: "test", "テスト";
    EPOCH: "epoch", "エポック";
    WOMEN_RULE: "women live", "女性は生存";
    DIED_RULE: "everyone died", "全員死亡";
}
