//! Words of the recipe screen: its lines, their values, and what changes cost. The names of features,
//! a sentence for each line, and what can be wrong stand in files of their own.

pub mod errors;
pub mod features;
pub mod lines;

super::words! {
    RECIPE: "Recipe", "レシピ";
    FORM_OF: "Recipe of {0}", "{0}のレシピ";
    NOTHING_WAITS: "nothing waits", "変更なし";
    ONE_WAITS: "1 change waits", "変更1件が待機中";
    MANY_WAIT: "{0} changes wait", "変更{0}件が待機中";
    DATA: "DATA", "データ";
    NETWORK: "NETWORK", "ネットワーク";
    LEARNING: "LEARNING", "学習";

    AND: ", ", "、";
    NONE: "none", "なし";
    FULL: "full", "全件";
    ON: "on", "オン";
    OFF: "off", "オフ";
    MEAN: "mean", "平均値";
    MEDIAN: "median", "中央値";
    DIED: "died", "死亡扱い";
    DROP: "drop", "除外";
    STANDARD: "standard", "標準化";
    CROSS_ENTROPY: "cross-entropy", "交差エントロピー";
    SQUARED_ERROR: "squared-error", "二乗誤差";
    PUBLISHED: "published", "公開済み";

    COST: "What these changes cost", "この変更の代償";
    COST_NOTHING: "What changes cost", "変更の代償";
    IDLE_COST: "Learning rate, L1 and L2 act at once, and the run goes on. Everything else waits here until Enter starts a new run, and the old one stays.", "学習率・L1・L2はその場で効き、実行はそのまま続きます。ほかの変更はここで待ち、Enterで新しい実行が始まります。元の実行も残ります。";
    WAITING_LINES: "* {0}", "* {0}";
    WAITING_LINE: "* {0}  {1} → {2}", "* {0}  {1} → {2}";
    SHAPE_CHANGES: "The shape changes, so this starts a new run, {0}, at epoch 0.", "形が変わるので、新しい実行{0}がエポック0から始まります。";
    DATA_CHANGES: "What the network is shown changes, so this starts a new run, {0}, at epoch 0.", "ネットワークに見せるものが変わるので、新しい実行{0}がエポック0から始まります。";
    WAY_CHANGES: "The way it learns changes, so this starts a new run, {0}, at epoch 0.", "学び方が変わるので、新しい実行{0}がエポック0から始まります。";
    OLD_STAYS: "The old one, {0}, stays as it is, at epoch {1}; u brings you back to it.", "元の{0}はエポック{1}のまま残り、uで戻れます。";
    ZEROS_EXPLAINED: "! From zeros, neurons of a layer are alike, get one slope, and stay alike.", "! ゼロからだと同じ層のニューロンは傾きも同じで、ずっと同じままです。";
    CONSTANT_EXPLAINED: "! {0}: all who teach are alike in it, so scaling makes it 0 for everyone.", "! {0}：訓練の全員が同じ値なので、標準化で全員0になります。";
    THE_PUBLISHED: "the published network", "公開済みのネットワーク";
    NOT_PUBLISHED: "The new run begins at its own initial weights, not at the published ones.", "新しい実行は公開済みの重みではなく、自分の初期値から始まります。";
    NUMBERS: "{0} numbers to learn", "学習する数は{0}個";
    NUMBERS_INSTEAD: "{0} numbers instead of {1}", "学習する数は{1}個から{0}個に";
    TIME: "about {0} an epoch", "1エポック約{0}";
    TIME_INSTEAD: "about {0} an epoch instead of {1}", "1エポック約{1}から約{0}に";
    PEOPLE: "{0} people teach, {1} test", "訓練{0}人、テスト{1}人";
    PEOPLE_WITH_AGE: "{0} with an age teach, {1} test", "年齢のある訓練{0}人、テスト{1}人";
    MICROSECONDS: "{0} µs", "{0} µs";
    MILLISECONDS: "{0} ms", "{0} ms";
    KEY_START: "start run {0}", "実行{0}を始める";
    KEY_DROP: "drop the last change", "最後の変更をやめる";
    KEY_CHANGE: "change the line in focus", "選択中の行を変える";
    KEY_EDIT: "type it, or choose", "入力する、選ぶ";
    SHORT_COST: "Enter starts run {0}: {1} numbers (now {2}), about {3} an epoch (now {4})", "Enterで実行{0}：数{1}個（今{2}）、1エポック約{3}（今{4}）";
    ACTS_AT_ONCE: "Acts at once and keeps the run; in the past a branch begins.", "その場で効き、実行は続きます。過去で変えると枝分かれします。";
    NEEDS_NEW_RUN: "A change waits here until Enter starts a new run.", "変更はここで待ち、Enterで新しい実行が始まります。";
    TYPE_KEYS: "Enter takes it · Esc keeps {0}", "Enterで決定 · Escで{0}のまま";

    FEATURE_COUNT: "{0} features", "{0}個";
    WAS: "was {0}", "今は{0}";
    RAW_AND_MADE: "{0} of 8 raw, {1} of 8 made", "元の列{0}/8、作った列{1}/8";
    FILLED: "training {0} for {1}", "訓練の{0}歳を{1}人に";
    COUNTED_DIED: "{0} people count as died", "{0}人を死亡と数える";
    LEFT_OUT: "{0} people are left out", "{0}人を除く";
    NOT_SCALED: "numbers go in as they are", "数値をそのまま入れる";
    SCALES: "(x − {0})/{1}, training", "(x − {0})/{1}（訓練）";
    SCALES_MANY: "{0} of them: (x − mean) / sd", "{0}個：(x − 平均)/標準偏差";
    CONSTANT: "! always 0: {0}", "! 常に0：{0}";
    ROWS_TEACH: "rows 1–{0} teach", "1〜{0}行目が訓練";
    NO_TEST: "no test rows", "テストデータなし";
    HAS_NUMBERS: "{0} numbers to learn", "学習する数は{0}個";
    BLIND_ZEROS: "! twins: only a bias learns", "! 双子：バイアスだけ学ぶ";
    TWIN_ZEROS: "! twins, now and ever after", "! 双子のまま変わらない";
    AT_ZERO: "all 0: everyone at 50 %", "すべて0：全員50 %";
    HE: "normal, variance 2/inputs", "正規乱数、分散2/入力数";
    GLOROT: "normal, var. 2/(in + out)", "正規乱数、分散2/(入+出)";
    HE_UNIFORM: "uniform, variance 2/inputs", "一様乱数、分散2/入力数";
    GLOROT_UNIFORM: "uniform, var. 2/(in + out)", "一様乱数、分散2/(入+出)";
    AS_PUBLISHED: "the post's three numbers", "記事の3つの数";
    SAME_BITS: "same seed, same bits", "同じシードは同じビット";
    NO_CHANCE: "no chance involved", "乱数は使われない";
    LOSS_CROSS: "−ln(chance of the truth)", "−ln(正解の確率)";
    LOSS_SQUARED: "(chance − truth)²", "(確率 − 正解)²";
    STEP_GD: "weight − rate × slope", "重み − 学習率 × 傾き";
    STEP_RMSPROP: "slope ÷ its usual size", "傾き ÷ いつもの大きさ";
    STEP_ADAM: "momentum ÷ usual size", "勢い ÷ いつもの大きさ";
    NO_MOMENTUM: "each step stands alone", "一歩ごとに独立";
    STEP_MOMENTUM: "speed = {0} × speed + slope", "速度 = {0} × 速度 + 傾き";
    LOOKS_AHEAD: "looks ahead along the speed", "速度の先を見る";
    STABLE_LIMIT: "stable up to {0} here", "ここでは{0}まで安定";
    CRAWLS: "! stable to {0}: s for {1}", "! {0}まで安定：sで{1}";
    CRAWLS_EXPLAINED: "! At rate {2} it would crawl; it is stable up to {0}. s takes {1}.", "! 学習率{2}ではほとんど進みません。{0}まで安定です。sで{1}にします。";
    NO_BETTER_RATE: "no better learning rate is known for this recipe", "このレシピに適したほかの学習率は分かりません";
    AT_ONCE: "acts at once, keeps the run", "即時に効き、実行は続く";
    NO_PULL: "no pull towards 0", "0に引かない";
    EVERYONE_A_STEP: "{0} people a step", "1歩に{0}人";
    AGED_A_STEP: "{0} with an age a step", "1歩に年齢のある{0}人";
    STEPS: "{0} steps an epoch", "1エポック{0}歩";
    NEW_ORDER: "a new order each epoch", "エポックごとに新しい順";
    FILE_ORDER: "in the list's order", "いつも名簿の順";
    NO_AGE: "no feature needs an age", "年齢を使う特徴量がない";
    NOTHING_TO_SCALE: "nothing but 0 and 1", "0と1の特徴量だけ";
    NO_HIDDEN: "no hidden layer", "隠れ層がない";
    ONLY_GD: "only with gd", "gdのときだけ";
    ONLY_MOMENTUM: "only with momentum", "モーメンタムが要る";
    FULL_BATCH: "only with small batches", "小さいバッチのときだけ";

    BATCHES_OF: "batches of {0}", "バッチ{0}";

    FEATURES_TITLE: "Features: what the network is told", "特徴量：ネットワークに見せるもの";
    FEATURES_KEYS: "Enter or Space: on/off · Esc closes", "Enter・Space：切替 · Escで閉じる";
    RAW_COLUMNS: "columns of the list", "名簿の列";
    MADE_COLUMNS: "made of them", "列から作るもの";
    NOT_ON_LIST: "not on this list", "この名簿にない";
    PRESETS: "Presets", "プリセット";
    PRESETS_KEYS: "Enter starts it · u comes back", "Enterで開始 · uで戻る";

    CHANGED: "{0}: {1} · Enter starts run {2}, Esc drops", "{0}：{1} · Enterで実行{2}を開始、Escでやめる";
    BACK_TO: "{0}: {1}, as the run has it", "{0}：{1}（実行と同じ）";
    STARTED: "run {0} begins at epoch 0; {1} stays · Space trains · u goes back", "実行{0}がエポック0から始まります。{1}は残る · Space 学習 · u 戻る";
    NOTHING_TO_START: "nothing waits: ← → or e changes a line first", "待っている変更がありません。← → か e で変えてください";
    NO_FURTHER: "{0}: {1} is the last step; e types any other", "{0}：{1} が端です。eでほかの値を入力";
    SAYS_NOTHING: "{0}: {1}", "{0}：{1}";
    PENALTIES: "L1 {0}, L2 {1}", "L1 {0}、L2 {1}";
    LINE_IS: "{0} {1}", "{0} {1}";
}
