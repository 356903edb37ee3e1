//! Words of the Landscape screen.

super::words! {
    LANDSCAPE: "Landscape", "損失地形";
    RAVINE: "Raw: a ravine, {0}", "生の値：峡谷 {0}";
    BOWL: "Scaled: a bowl, {0}", "標準化：お椀 {0}";
    RAW: "Raw inputs", "生の入力";
    SCALED: "Scaled inputs", "標準化した入力";
    BESIDE: "The other scaling", "もう一方の尺度";
    SLICE: "slice at {0}", "断面：{0}";
    SLICE_OTHERS: "slice: {0} others held", "断面：他の{0}個は固定";
    AT_BEST: "others at their best", "残りは最適値";
    MAGNIFIED: "×{0}", "×{0}";
    SURFACE: "training loss of {0} people", "訓練損失（{0}人）";
    EPOCH: "Epoch {0}", "エポック{0}";

    RANDOM_AXIS: "random {0}", "ランダム{0}";
    RANDOM_AXES: "random directions, seed {0}", "ランダム方向（シード{0}）";
    RANDOM_WHY: "Two random directions from seed {0}, each neuron's part as long as its own numbers.", "シード{0}のランダムな2方向。各ニューロンの成分は、その重みの大きさに合わせてあります。";
    PRINCIPAL_AXIS: "main {0}", "主方向{0}";
    PRINCIPAL_AXIS_SHARE: "main {0} ({1} %)", "主方向{0}（{1} %）";
    PRINCIPAL_AXIS_LONG: "main direction {0} ({1} % of the path)", "主方向{0}（経路の{1} %）";
    PRINCIPAL_WHY: "The two directions in which training went furthest; a percentage is the share of the path along one.", "学習が最も遠くまで進んだ2方向。パーセントは経路のうちその方向の割合です。";
    PAIR_WHY: "Two parameters, the other {0} held as they are now; ( and ) take others.", "2つのパラメータ。他の{0}個は今の値に固定。（ ）キーで別の組へ。";
    HARDLY: "this pair hardly matters here: {0} to {1}", "この組ではほとんど変わらない：{0}〜{1}";
    HARDLY_BRIEF: "hardly matters: {0} to {1}", "ほぼ不変：{0}〜{1}";
    PRINCIPAL_AXES: "where the path went", "経路の主方向";
    NO_PATH: "The path is too short to have directions. Space or . trains; a takes other axes.", "経路が短く、まだ主方向がありません。Spaceか.で学習、aで他の軸。";

    LIMIT: "lr {0}, limit {1} at epoch {2}", "学習率 {0}、上限 {1}（エポック{2}）";
    OVER_LIMIT: "! lr {0} over limit {1} at epoch {2}", "! 学習率 {0} は上限 {1} 超（エポック{2}）";
    LIMIT_BRIEF: "lr {0}, limit {1}", "学習率 {0}、上限 {1}";
    OVER_LIMIT_BRIEF: "! lr {0} over limit {1}", "! 学習率 {0} は上限 {1} 超";
    CONDITION: "condition {0}", "条件数 {0}";
    LIMIT_LATER: "lr {0}, limit: being computed", "学習率 {0}、上限：計算中";
    LIMIT_NONE: "lr {0}, no limit: not plain full-batch gd", "学習率 {0}、上限なし：単純な勾配降下でない";
    LIMIT_CONCAVE: "lr {0}, no limit: it bends down here", "学習率 {0}、上限なし：ここは上に凸";

    COMPARE: "{0}, lr {1}: loss {2}, test {3}", "{0}（学習率 {1}）：損失 {2}、テスト {3}";
    COMPARE_BRIEF: "{0}, lr {1}: {2}, {3}", "{0}、率{1}：{2}、{3}";
    COMPARE_EPOCHS: "{0} epochs", "{0}エポック";
    COMPARE_RAW: "raw", "生";
    COMPARE_SCALED: "scaled", "標準化";
    RATE_RULE: "rates 100 to 1", "学習率は100対1";
    RATE_RULE_LONG: "the scaled rate is 100 times the raw one", "標準化の学習率は生の100倍";
    RATE_SAME: "the same rate", "同じ学習率";
    FROM_SAME: "the same function at epoch {0}", "エポック{0}で同じ関数";
    BEHIND: "catching up: epoch {0} of {1}", "追跡中：エポック{0}／{1}";
    STOPPED: "overflowed after epoch {0}", "エポック{0}の後に発散";
    NOTHING_TO_SCALE: "None of the inputs is scaled, so the other map would be this one.", "尺度を変える入力がないので、もう一方の地図も同じになります。";
    CANNOT_BEGIN: "These numbers overflow with the other scaling.", "もう一方の尺度では数があふれます。";
    COMPUTING: "being computed", "計算中";

    LEGEND_LOSS: "loss", "損失";
    START: "start", "開始";
    PATH: "path", "経路";
    NOW: "now", "現在";
    BEST: "best {0}", "最良 {0}";
    POST: "post", "記事";
    DASHED: "dashed: off the slice", "破線：断面の外";
    OFF: "off the slice: {0}", "断面の外：{0}";
    OUTSIDE: "beyond the map: {0}", "地図の外：{0}";
    OWN_SCALE: "own scale, {0} to {1}", "独自の目盛り {0}〜{1}";
    OWN_SCALE_BRIEF: "own scale", "独自の目盛り";
    WHAT_CONDITION: "condition: how many times steeper the steepest way is than the flattest", "条件数：最も急な方向は最も緩い方向の何倍急か";
    WHAT_LIMIT: "limit: with a larger learning rate, steps overshoot the valley and the loss climbs", "上限：これより大きい学習率では一歩が谷を越え、損失が増える";
    WHAT_OFF: "off the slice: their other numbers differ from those held here", "断面の外：固定した他の値がここと違う点";
    WHAT_MAIN: "main directions: along them training moved furthest", "主方向：学習が最も遠くまで進んだ方向";
    WHAT_RANDOM: "random directions: all numbers change at once, by chance", "ランダム方向：すべての値が一度に変わる";
    HERE: "{0} {1}  {2} {3}  loss {4}", "{0} {1}  {2} {3}  損失 {4}";
    PROBE_ENTER: "Enter trains from here", "Enterでここから学習";
    TWIN_ENTER: "Enter lists this run", "Enterで実行一覧へ";

    HINT_PROBE: "probe", "調べる";
    HINT_FROM_HERE: "train from here", "ここから学習";
    HINT_OTHER_MAP: "other map", "別の地図";
    HINT_OTHERS: "others at best", "残りを最適に";
    HINT_MAGNIFY: "magnify", "拡大";
    HINT_LIST_TWIN: "list this run", "一覧へ";
    HELP_PROBE: "move the probe: both parameters and the exact loss there", "調べる点を動かす：両パラメータと正確な損失";
    HELP_FROM_HERE: "train from the probe: a branch begins", "調べた点から学習：分岐が始まる";
    HELP_OTHERS: "others held, or at their best in every cell", "残りを固定／各点で最適に";
    HELP_MAGNIFY: "magnify the map around the network, or show more", "現在の点を中心に拡大・縮小";
    HELP_MAGNIFY_ENDS: "the whole map; the probe on the best", "地図全体／最良の点へ";
    HELP_OTHER_MAP: "the map of the other scaling", "もう一方の尺度の地図";
    HELP_LIST_TWIN: "put the hidden run of this map on the list", "この地図の実行を一覧に加える";

    BEGINS: "{0} begins at epoch {1}, from the probe; {2} stays as it was (u goes back)", "調べた点から{0}がエポック{1}で始まりました。{2}は元のままです（uで戻る）";
    TWIN_KEPT: "{0} is on the list now: the same run with the other scaling", "{0}を一覧に加えました：尺度だけが違う同じ実行です";
    OVERFLOWS: "There the sums are no longer finite.", "そこでは合計が有限ではありません。";
    NO_BEST: "The best is not on this map, or not known: with hidden layers nothing tells where it is.", "最良の点はこの地図にないか、わかりません。隠れ層があると場所を言う方法がありません。";
    NO_OTHERS: "Only a convex loss has one best for the others: cross-entropy, no hidden layer, three numbers or more.", "残りの最適値が一つに決まるのは凸な損失だけです：交差エントロピー、隠れ層なし、数が3つ以上。";
}
