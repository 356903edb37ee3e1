//! Words of the frame around the screens, and of Explore's panels other than list and network.

super::words! {
    EXPLORE: "Explore", "探索";
    TRAIN: "Train", "学習";
    TOO_SMALL: "titanic-tui needs {0}; this is {1}. Enlarge, or q quits.", "titanic-tuiには{0}が必要です（今は{1}）。広げるか、qで終了。";
    TOO_SMALL_SHORT: "{0} needed", "{0}が必要";
    PUBLISHED: "published", "公開済み";
    FROM_PUBLISHED: "from published", "公開重みから";
    RUN_FROM_PUBLISHED: "run from published", "公開重みからの実行";
    RUN: "run {0}", "実行{0}";
    RAW: "raw", "生の値";
    SCALED: "scaled", "標準化";
    RATE: "rate", "学習率";
    START: "from", "初期値";

    CALCULATION: "Calculation", "計算";
    COPIES: "y copies", "yでコピー";
    AGE_YEARS: "{0}, {1}", "{0}歳、{1}";
    AGE_UNKNOWN: "age unknown, {0}", "年齢不明、{0}";
    MALE: "male", "男性";
    FEMALE: "female", "女性";
    M: "m", "男";
    F: "f", "女";
    SCALED_BY: "inputs, by mean and sd of the training rows:", "入力（訓練データの平均と標準偏差による）：";
    SUM_Z: "sum z", "合計 z";
    ABOVE: "Above 0.5, so it says {0}.", "0.5より大きいので予測は「{0}」。";
    BELOW: "Not above 0.5, so it says {0}.", "0.5以下なので予測は「{0}」。";
    HE_LIVED: "He lived.", "実際は生存。";
    SHE_LIVED: "She lived.", "実際は生存。";
    HE_DIED: "He died.", "実際は死亡。";
    SHE_DIED: "She died.", "実際は死亡。";
    NO_SUM_1: "The list gives no age, so there is no sum.", "年齢が記録されていないため、合計を計算できません。";
    NO_SUM_2: "This recipe counts such people as died.", "このレシピではそのような人を死亡と数えます。";
    NO_SUM_DROPPED: "This recipe leaves such people out.", "このレシピではそのような人を除きます。";
    LAYER: "layer {0}: {1}", "第{0}層：{1}";
    LAYER_FOLDED: "layer {0}: {1}, {2} of {3} on", "第{0}層：{1}、{3}個中{2}個がオン";
    MORE_TERMS: "{0} smaller", "小さい{0}件";

    CURVES: "f(z) and its graph", "f(z) とグラフ";
    SIGMOID: "Sigmoid", "シグモイド";
    RELU: "ReLU", "ReLU";
    TANH: "tanh", "tanh";
    LEAKY_RELU: "leaky ReLU", "Leaky ReLU";
    LINEAR: "linear", "線形";
    SLIDE_HINT: "← → slide z freely", "← → でzを動かす";
    BACK_HINT: "Esc back to passenger", "Escで乗客に戻る";
    Z_OF: "the z of {0}", "{0}のz";
    FREE_Z: "a z of your choice", "自由に選んだz";
    SLOPE: "slope {0}", "傾き {0}";
    RUG: "the {0} with a z; {1} uses {2}…{3} only", "zのある{0}人。{1}は{2}…{3}だけを使用";
    NOT_USED: "no neuron of this network uses it", "このネットワークでは使われない関数";
    POINT_AT_HIDDEN: "point at a hidden neuron to see its z", "隠れニューロンを指すとそのzが出る";
    RUG_LIVED: "lived", "生存";
    RUG_DIED: "died", "死亡";
}
