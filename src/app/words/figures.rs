//! Words of what is taken along: the menu, and the labels on drawings.

super::words! {
    EPOCH: "epoch", "エポック";
    NETWORK: "the network with this passenger's numbers, SVG", "この乗客の数値が入ったネットワーク（SVG）";
    CURVE: "the activation curve, SVG", "活性化関数のグラフ（SVG）";
    LOSS: "loss over epochs, SVG", "損失の推移（SVG）";
    ACCURACY: "right answers over epochs, SVG", "正解数の推移（SVG）";
    BELIEFS: "what it believes about everyone, SVG", "予測地図（SVG）";
    LANDSCAPE: "the loss landscape, SVG", "損失地形（SVG）";
    ROC: "the ROC curve, SVG", "ROC曲線（SVG）";
    PASSENGERS: "the listed passengers, CSV", "表示中の乗客一覧（CSV）";
    HISTORY: "every epoch's losses and counts, CSV", "全エポックの損失と正解数（CSV）";
    RECIPE: "the recipe, TOML", "レシピ（TOML）";
    MENU: "Take it with you", "書き出す";
    MENU_FOOT: "Enter writes ./{0} · overwrites nothing · Esc closes", "Enter ./{0}に保存 · 上書きなし · Esc 閉じる";
    SAYS_LIVED: "says lived", "予測：生存";
    SAYS_DIED: "says died", "予測：死亡";
    WAS_LIVED: "lived", "実際は生存";
    WAS_DIED: "died", "実際は死亡";
    RIGHT: "right", "正解";
    WRONG: "wrong", "不正解";
    ONLY_STRONGEST: "the {0} strongest of {1} lines are drawn", "{1}本のうち強い線{0}本だけを描いています";
    LINES: "line: weight × input · whole adds, dashed takes away", "線：重み×入力。実線は加え、破線は減らす";
    NO_ANSWER: "no age: this recipe gives no number for this passenger", "年齢不明：このレシピでは数値がありません";
    CURVE_OF: "{0} and everybody's z at {1}", "{0}と{1}での全員のz";
    Z: "z, the sum that goes in", "入力の合計 z";
    LOSS_OVER: "Loss over epochs", "損失の推移";
    ACCURACY_OVER: "Right answers over epochs", "正解率の推移";
    PERCENT_RIGHT: "right, %", "正解率（%）";
    MEAN_LOSS: "mean loss", "平均損失";
    ROC_OVER: "ROC: hits against false alarms ({0} rows)", "ROC曲線：真陽性率と偽陽性率（{0}データ）";
    HITS: "hits: said lived, and lived", "真陽性：生存と予測し、生存";
    ALARMS: "false alarms: said lived, and died", "偽陽性：生存と予測し、死亡";
    AREA: "area below the curve (AUC)", "曲線の下の面積（AUC）";
    THRESHOLD: "threshold", "しきい値";
    PEOPLE: "people with a p", "確率 p のある人";
    AGES_MEAN: "missing ages: mean", "年齢不明は平均";
    AGES_MEDIAN: "missing ages: median", "年齢不明は中央値";
    AGES_DIED: "missing ages: counted as died", "年齢不明は死亡扱い";
    AGES_DROPPED: "missing ages: left out", "年齢不明は対象外";
    SEVERAL: "a mark may stand for several people", "一つの印が複数の人を表すことがあります";
    MARKS: "○ lived  × died", "○ 生存  × 死亡";
    CHOSEN: "large ring: the chosen passenger", "大きな輪：選んだ乗客";
    YOU: "the person of your own", "自分で決めた人物";
    TRAIN: "train", "訓練";
    TEST: "test", "テスト";
}
