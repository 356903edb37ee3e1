//! Words of the Score screen.

super::words! {
    SCORE: "Score", "成績";
    SWEEP: "The missing half of the post", "公開されなかった後半";

    TEST_ROWS: "Test rows {0}–{1}", "テスト {0}–{1}";
    TRAIN_ROWS: "Training rows {0}–{1}", "訓練 {0}–{1}";
    NO_TEST_ROWS: "No test rows", "テストデータなし";
    NO_TRAINING_ROWS: "No training rows", "訓練データなし";
    TEST: "test", "テスト";
    TRAIN: "training", "訓練";
    CUT: "cut {0}", "しきい値 {0}";
    AGES: "missing age: {0}", "年齢不明：{0}";
    MEAN: "mean", "平均値";
    MEDIAN: "median", "中央値";
    DIED: "died", "死亡扱い";
    DROP: "dropped", "除外";
    TIME_BAR: "the time bar keeps 0.500 and {0}", "時間バーは 0.500、{0}のまま";

    THIS: "this network", "このネットワーク";
    FILLED: "· ages filled", "・年齢を補うと";
    AS_DIED: "· no age: died", "・不明は死亡扱い";
    TRAINED: "trained, epoch {0}", "学習後 エポック{0}";
    WOMEN_LIVE: "women live", "女性は生存";
    EVERYONE_DIED: "everyone died", "全員死亡";
    LEARNING: "learning, epoch {0} of {1}", "学習中 {1}回のうち{0}回";
    IMPOSSIBLE: "this list cannot be trained on", "この一覧では学習できません";
    RULE_MORE: "{0} = {1}, in {2}; women live has {3} more", "{0} = {1}（{2}）「女性は生存」が{3}人多い";
    RULE_FEWER: "{0} = {1}, in {2}; {3} more than women live", "{0} = {1}（{2}）「女性は生存」より{3}人多い";
    RULE_EVEN: "{0} = {1}, in {2}; as many as women live", "{0} = {1}（{2}）「女性は生存」と同数";
    DIFFER: "{0} differ, {1} to the rule, {2} to the net: luck {3}", "食い違い{0}人：規則が正解{1}、予測が正解{2}、偶然なら{3}";
    DIFFER_NONE: "no row differs from the rule women live", "「女性は生存」の規則と食い違う人はいません";
    LUCK_MEANS: "luck: how often a fair coin splits them so unevenly", "偶然：公平なコインがこれほど偏る割合";
    TRAINED_MEANS: "trained: the preset “{0}” at epoch {1}, missing age: {2}", "学習後：プリセット「{0}」のエポック{1}、年齢不明：{2}";

    THRESHOLD: "Threshold", "しきい値";
    RIGHT_AT: "{0} right at {1}", "{1}で正解 {0}";
    SLIDE_HINT: "← → .005  ↑ ↓ .001  Home .5  Enter best", "← → .005  ↑ ↓ .001  Home .5  Enter 最良";
    BEST: "✧ best on training rows {0}: {1}", "✧ 訓練データで最良 {0}：{1}";
    BEST_HERE: "✧ best on training rows {0}: {1}, here {2}", "✧ 訓練データで最良 {0}：{1}、ここでは{2}";
    CUT_HEAD: "cut", "しきい値";
    CHEATING: "chosen on training rows: on test rows it is cheating", "訓練データで選ぶ：テストで選ぶのはずるい";
    WOMEN_AT: "women live {0}", "女性は生存 {0}";

    CONFUSION: "Confusion", "混同行列";
    SAID: "said", "予測";
    SAID_DIED: "died", "死亡";
    SAID_LIVED: "lived", "生存";
    WAS_DIED: "was died", "実際は死亡";
    WAS_LIVED: "lived", "生存";
    PRECISION: "precision", "適合率";
    RECALL: "recall", "再現率";
    F1: "F1", "F1値";
    LOG_LOSS: "log-loss", "対数損失";
    SQUARED: "sq. error", "二乗誤差";
    AUC: "AUC", "AUC";
    OF_ROWS: "{0} rows", "{0}人";
    OF_TEST_ROWS: "{0} test rows", "テスト{0}人";
    OF_TRAINING_ROWS: "{0} training rows", "訓練{0}人";
    WITH_AGE: "{0} with an age", "年齢あり{0}人";
    PRECISION_MEANS: "said to have lived, and did", "生存と予測した中の正解";
    RECALL_MEANS: "lived, and were found", "実際に生存した中の正解";
    F1_MEANS: "2·{0} / (2·{0} + {1} + {2})", "2·{0} / (2·{0} + {1} + {2})";

    ROC: "ROC", "ROC曲線";
    HIT: "hit {0}/{1}", "真陽性 {0}/{1}";
    ALARM: "alarm {0}/{1}", "偽陽性 {0}/{1}";
    ONE_KIND: "There is no curve: it needs people who lived and people who died.", "生存者と死亡者の両方がいないと曲線は描けません。";

    CALIBRATION: "Calibration", "較正";
    HEAD_SAID: "p said", "予測p";
    HEAD_PEOPLE: "people", "人数";
    HEAD_LIVED: "lived", "生存";
    CALIBRATION_KEY: "┃ said · ● happened · {0}", "┃ 予測 · ● 実際 · {0}";
    NOBODY_IN_BIN: "nobody has a p between {0} and {1}", "pが{0}〜{1}の人はいません";
    NOBODY_ASKED: "Nobody here has a p.", "pのある人がいません。";

    HISTOGRAM: "Histogram of p", "pの分布";
    LIVED: "lived", "生存";
    ROWS_DIED: "died", "死亡";
    TALLEST: "highest column {0} people, {1} wide", "最も高い柱は{0}人、幅{1}";

    GROUPS: "By group, {0} rows", "グループ別（{0}データ）";
    RIGHT_OF_ALL: "right / all", "正解／全体";
    WOMEN: "women", "女性";
    MEN: "men", "男性";
    FIRST_CLASS: "1st class", "1等";
    SECOND_CLASS: "2nd class", "2等";
    THIRD_CLASS: "3rd class", "3等";
    AGED: "aged {0} to {1}", "{0}–{1}歳";
    AGED_80: "aged 80 or over", "80歳以上";
    AGE_UNKNOWN: "age unknown", "年齢不明";
    WEAKEST: "weakest", "最も低い";
    WEAKEST_IS: "weakest: {0}", "最も低い：{0}";
    WEAKEST_MEANS: "by the upper end of its 95 % interval", "95 %区間の上端による";
    GROUPS_HINT: "↑↓ {0} of {1} · Enter lists them", "↑↓ {1}中{0} · Enterで一覧";

    NO_AGE_ASKED: "this network is shown nothing made from age, so no age is missing", "このネットワークは年齢を使わないので、欠損の扱いは関係ありません";
    LIST_OWN: "the list shows the run's own answers, missing age: {0}", "一覧の予測はこの実行のもの（年齢不明：{0}）";
    HINT_CUT: "threshold", "しきい値";
    HINT_BEST: "best cut", "最良";
    HINT_ROWS: "list them", "一覧へ";
    HINT_AGES: "missing ages", "年齢不明";
    HELP_CUT: "slide the threshold: ← → by .005, ↑ ↓ by .001, PgUp PgDn along a row of them", "しきい値を動かす：← → で.005、↑ ↓ で.001、PgUp PgDnで決まった値へ";
    HELP_BEST: "the cut that is best on the training rows; Esc goes back", "訓練データで最良のしきい値へ（Escで戻る）";
    HELP_ROWS: "list the people of this row", "この行の人を一覧で表示";
}
