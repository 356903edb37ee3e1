//! Words of the network picture and its pointer.

super::words! {
    TITLE: "Network", "ネットワーク";
    PORT: "port {0}", "港 {0}";
    BIAS: "bias", "バイアス";
    SUM: "sum", "合計";
    LIVED: "lived", "生存";
    DIED: "died", "死亡";
    NO_AGE: "no age: this recipe", "年齢不明：このレシピは";
    COUNTED_DIED: "counts them as died", "死亡と数えます";
    LEFT_OUT: "leaves them out", "対象外とします";
    OFF: "off", "オフ";
    DEAD: "dead", "死";
    ON_FOR: "{0} is on for {1} of {2}", "{0} は{2}人中{1}人でオン";
    STRONGEST_LINES: "strongest lines by |w·a|: {0}", "|w·a| の大きい線：{0}";
    LAYER: "layer {0} · {1}", "第{0}層・{1}個";
    INPUTS: "inputs", "入力";
    OUTPUT: "out", "出力";
    MORE_ROWS: "+ {0} more", "ほか{0}個";

    POINTER: "pointer", "ポインタ";
    WEIGHT_OF: "weight of {0}", "{0}の重み";
    BIAS_OF: "the bias", "バイアス";
    BIAS_OF_NEURON: "bias of {0}", "{0}のバイアス";
    INPUT_OF: "input {0}", "入力 {0}";
    PRODUCT_OF: "product of {0}", "{0}の積";
    SUM_OF: "the sum z", "合計 z";
    SUM_OF_NEURON: "the sum of {0}", "{0}の合計";
    SIGMOID_OF: "the sigmoid σ", "シグモイド σ";
    ACTIVATION_OF: "{0}: {1}", "{0}：{1}";
    VERDICT_OF: "the answer", "答え";
    ENTER_TABLE: "Enter: as a table", "Enter：表で見る";
    ENTER_CLOSES: "Enter closes the table", "Enter：表を閉じる";

    LOWERS: "Each unit of {0} takes {1} off the sum.", "{0}が1増えるごとに合計から {1} 引かれます。";
    RAISES: "Each unit of {0} adds {1} to the sum.", "{0}が1増えるごとに合計に {1} 加わります。";
    YEAR_LOWERS: "Each year of age takes {0} off the sum.", "年齢が1歳増えるごとに合計から {0} 引かれます。";
    YEAR_RAISES: "Each year of age adds {0} to the sum.", "年齢が1歳増えるごとに合計に {0} 加わります。";
    SD_LOWERS: "{0} more of {1} (one standard deviation) takes {2} off the sum.", "{1}が{0}（標準偏差1つ分）増えるごとに合計から {2} 引かれます。";
    SD_RAISES: "{0} more of {1} (one standard deviation) adds {2} to the sum.", "{1}が{0}（標準偏差1つ分）増えるごとに合計に {2} 加わります。";
    FEMALE_RAISES: "Being female (1) adds {0} to the sum; male is 0.", "女性（1）なら合計に {0} 加わります。男性は0です。";
    FEMALE_LOWERS: "Being female (1) takes {0} off the sum; male is 0.", "女性（1）なら合計から {0} 引かれます。男性は0です。";
    NO_PULL: "A weight of 0: this input does nothing yet.", "重みは0：この入力はまだ効いていません。";
    BIAS_SAYS: "The bias is added for everyone alike, whoever they are.", "バイアスは誰にでも同じだけ加わります。";
    RAW_AS: "{0} is scaled: ({1} − {2}) / {3} = {4}", "{0}は標準化：（{1} − {2}）÷ {3} = {4}";
    RAW_IS: "{0} = {1}, as the list gives it.", "{0} = {1}（一覧の値のまま）";
    FILLED: "The list gives no age; the training mean stands in.", "年齢が不明のため、訓練データの平均で補っています。";
    FILLED_MEDIAN: "The list gives no age; the training median stands in.", "年齢が不明のため、訓練データの中央値で補っています。";
    ONE_IS: "Always +1: it lets the bias join the sum.", "常に+1。これでバイアスが合計に加わります。";
    SEX_IS: "Sex in 1912's list: male 0, female 1.", "1912年の名簿の性別：男性0、女性1。";
    SUM_SAYS: "Above 0 the answer is “lived”, at or below 0 “died”.", "0より大きければ「生存」、0以下なら「死亡」。";
    HIDDEN_SUM_SAYS: "Then the activation decides what is passed on.", "次に活性化関数が何を渡すかを決めます。";
    SIGMOID_SAYS: "It squashes any sum into a chance between 0 and 1.", "どんな合計も0から1の間の確率に押し込みます。";
    ON_SAYS: "On for this passenger: what comes in goes on.", "この乗客ではオン：入った値がそのまま出ます。";
    OFF_SAYS: "Off for this passenger: nothing goes on.", "この乗客ではオフ：何も出ません。";
    VERDICT_SAYS: "A chance of {0} to live: it says {1}. The list says {2}.", "生存の確率 {0}：予測は「{1}」。名簿では「{2}」。";
    NO_NUMBER: "This passenger has no age, so no number flows here.", "この乗客は年齢が不明のため、数値が流れません。";
    INPUT_VALUE: "input value", "入力値";
    SUM_ROW: "Sum", "合計";
    SIGMOID_INPUT: "sigmoid input", "シグモイドの入力";
    FORMULA: "calculation", "計算";
    SIGMOID_OUTPUT: "sigmoid output", "シグモイドの出力";
    ACTIVATION_INPUT: "input z", "入力 z";
    ACTIVATION_OUTPUT: "output a", "出力 a";
    REST: "{0} smaller", "小さい{0}件";
}
