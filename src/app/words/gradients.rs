//! Words of the Gradients screen.

super::words! {
    GRADIENTS: "Gradients", "勾配";
    FORWARD: "1 forward", "1 順伝播";
    LOSS: "2 loss", "2 損失";
    DELTA: "3 δ", "3 δ";
    GRADIENT: "4 gradient", "4 勾配";
    UPDATE: "5 update", "5 更新";

    HELP_STAGE: "micro-steps: forward, loss, δ, gradient, update", "小さな段階：順伝播、損失、δ、勾配、更新";
    HINT_STAGE: "step 1…5", "段階1…5";
    HELP_WEIGHT: "where: previous or next parameter", "どこ：前／次のパラメータ";
    HINT_WEIGHT: "weight", "重み";
    HELP_PULL: "to the person above or below", "上／下の人物へ";
    HINT_PULL: "person", "人物";
    HELP_LOOK: "look at this person's gradient", "この人物の勾配を見る";
    HINT_LOOK: "look at", "見る";
    HELP_WHOSE: "whose gradient: one person or the batch", "だれの勾配か：一人／バッチ全体";
    HINT_WHOSE: "one/batch", "一人/バッチ";
    HELP_VIEW: "table: person and batch, or one of them alone", "表：一人とバッチの両方／片方だけ";

    BACKWARD: "Backward", "逆伝播";
    CHAIN: "{0}: the chain rule", "{0}：連鎖律";
    CHAIN_OF: "{0}, {1}: the chain rule", "{0}（{1}）：連鎖律";
    STEPS: "All parameters", "全パラメータ";
    PULLS: "Who pulls {0}", "{0} を引く人";
    PULLS_OF: "batch, mean of {0}", "バッチ、{0}人の平均";
    RATE: "{0}, learning rate {1}", "{0}、学習率 {1}";

    WITH_AGE: "{0} with an age", "年齢のある{0}人";
    FILLED_MEAN: "{0}, ages filled: mean", "{0}人（年齢は平均で補完）";
    FILLED_MEDIAN: "{0}, ages filled: median", "{0}人（年齢は中央値で補完）";
    ALL_ROWS: "all {0}", "全{0}人";
    FIRST_BATCH: "batch 1 of epoch {0}: {1} rows", "エポック{0}のバッチ1：{1}行";
    WHOLE_BATCH: "whole batch: {0}", "バッチ全体：{0}";
    BATCH_IS: "batch · {0}", "バッチ・{0}";
    TEST_ROW: "test row", "テスト";
    LIVED: "lived", "生存";
    DIED: "died", "死亡";

    NO_AGE: "The list gives no age, so no number flows.", "年齢の記録がないため、数値が流れません。";
    NO_AGE_DIED: "This recipe counts such people as died without asking the network: they have no loss and no gradient, and teach it nothing.", "このレシピではこのような人をネットワークに通さず死亡と数えます。損失も勾配もなく、学習には使われません。";
    NO_AGE_OUT: "This recipe leaves such people out: no loss, no gradient.", "このレシピではこのような人を除きます。損失も勾配もありません。";
    NO_LABEL: "The list does not say what became of this person. Without an answer to compare with there is no loss, and nothing flows back.", "この人がどうなったかは記録がありません。比べる答えがないので損失がなく、何も逆流しません。";
    WALK_ON: "J and K go to the next person, Enter shows the batch.", "JとKで次の人へ、Enterでバッチを表示。";

    Z_SUM: "z, the sum", "合計 z";
    IF_ALONE: "the step if {0} were the whole batch", "{0}だけのバッチだった場合の更新";
    ARROW_IS: "each arrow: δ × its input", "各矢印：δ × 入力";
    ARROW_MEAN: "each arrow: the mean of δ × input", "各矢印：δ × 入力 の平均";
    STRONGEST: "strongest lines by |gradient|: {0}", "|勾配| の大きい線：{0}";
    EACH: "each", "各人";
    PRODUCT: "product", "積";
    STEP: "step", "更新量";
    NEW: "new {0}", "新しい {0}";
    PENALTY: "regularisation ({0})", "正則化（{0}）";
    WITH_PENALTY: "g, gradient with it", "g（それを加えた勾配）";
    CHECKED: "checked: two losses", "検算：2つの損失";
    CHECKING: "checking …", "検算中…";
    OFF_BY: "differs by {0}", "差 {0}";
    CORNER: "{0} of {1} cross a corner:", "{1}人中{0}人が折れ目を越える：";
    FROM_LEFT: "slope to the left", "左側の傾き";
    FROM_RIGHT: "slope to the right", "右側の傾き";
    OTHERS: "{0} smaller", "小さい{0}件";
    SUM_BACK: "sum of w·δ", "w·δ の合計";
    THROUGH: "δ of layer {0}: f′ × sum of w·δ", "第{0}層の δ：f′ × w·δ の合計";
    SLOPE_OF: "f′ of {0}", "{0} の f′";
    ON: "on", "オン";
    OFF: "off", "オフ";
    MEAN_LOSS: "mean loss of {0}", "{0}人の平均損失";
    MEAN_P: "mean p", "p の平均";
    MEAN_Y: "mean y (lived)", "y の平均（生存）";
    MEAN_DELTA: "mean δ", "δ の平均";
    ONE_PULLS: "one pulls", "一人の引き";
    UP_SUM: "up   {0} people", "上へ {0}人";
    DOWN_SUM: "down {0} people", "下へ {0}人";
    IDLE: "{0} at 0", "0は{0}人";
    TOGETHER: "together = −gradient", "合計 = −勾配";

    NOW: "now", "現在";
    GRADIENT_COLUMN: "gradient", "勾配";
    CHECK: "check", "検算";
    NEW_COLUMN: "new", "更新後";
    SAME_WEIGHTS: "{0}, same weights:", "{0}（同じ重みで）：";
    AS_FAR: "{3} alone moves {0} {1} times as far as all {2} together", "{3}だけで {0} を{2}人全体の{1}倍動かす";
    AS_FAR_BACK: "{3} alone moves {0} {1} times as far as all {2}, the other way", "{3}だけで {0} を{2}人全体の{1}倍、逆向きに動かす";
    MORE_BELOW: "{0}–{1} of {2}", "{2}件中{0}–{1}";

    HE: "he", "この人";
    SHE: "she", "この人";
    HE_LIVED: "he lived", "彼は生存し";
    SHE_LIVED: "she lived", "彼女は生存し";
    HE_DIED: "he died", "彼は死亡し";
    SHE_DIED: "she died", "彼女は死亡し";
    GOES: "{0} goes from {1} to {2}", "{0} は {1} から {2} へ";
    STAYS: "{0} stays at {1}", "{0} は {1} のまま";
    SENTENCE: "{0}: {1}, the net said {2}, and {3}.", "{0}：{1}、予測は {2}、{3}。";
    CARRIES: "{0} {1} carries the push {2}-fold", "{0} {1} がその力を{2}倍にして伝えるから";
    CARRIES_SCALED: "{0} {1}, {2} once scaled, carries the push {2}-fold", "{0} {1}（標準化して {2}）がその力を{2}倍にして伝えるから";
    AS_IT_IS: "the bias takes the push as it is", "バイアスがその力をそのまま受けるから";
    THROUGH_NEURON: "of the push {0} reaches {1}, times {2} {3}", "そのうち {0} が {1} に届き、{2} {3} 倍になるから";
    BIAS_OF_NEURON: "of the push {0} reaches {1}", "そのうち {0} が {1} に届くから";
    INPUT_IS_ZERO: "{0} is 0, so no push arrives here", "{0} は 0 なのでここには力が届かないから";
    NEURON_IS_OFF: "{0} is off, so nothing flows back through it", "{0} はオフで何も逆流しないから";
    NO_PUSH: "no push arrives here", "ここには力が届かないから";
    MEMORY: "; what the optimiser remembers moves it as well", "（最適化手法の記憶も動かす）";
    PENALTY_TOO: "; regularisation moves it as well", "（正則化も動かす）";
    BATCH_SENTENCE: "{0}: {1} people pull up by {2}, {3} down by {4}; the difference {5} times {6} is the step.", "{0}：{1}人が上へ {2}、{3}人が下へ {4} 引き、差 {5} に {6} を掛けたものが更新量です。";
    BATCH_SENTENCE_BY: "{0}: {1} people pull up by {2}, {3} down by {4}, and {6} makes a step of the difference {5}.", "{0}：{1}人が上へ {2}、{3}人が下へ {4} 引き、その差 {5} から {6} が更新量を作ります。";
}
