//! Words of the Beliefs screen.

super::words! {
    BELIEFS: "Beliefs", "予測地図";
    STRIPS: "Beliefs: everyone aged 0 to 80", "予測地図：0歳から80歳まで";
    STRIPS_HELD: "Beliefs: age 0 to 80, {0}", "予測地図：0〜80歳、{0}";
    MAP: "Beliefs: {0} × {1}", "予測地図：{0} × {1}";
    MAP_HELD: "Beliefs: {0} × {1}, {2}", "予測地図：{0} × {1}、{2}";
    AS_WHO: "as {1}: {0}", "{1}と同じ：{0}";
    AS_TYPICAL: "typical of training rows: {0}", "訓練データの典型値：{0}";
    DOTS: "1 dot = 1 real person, age known · {0}", "点1つ = 年齢のわかる実在の乗客1人 · {0}人";
    DOTS_TRAIN: "training rows · 1 dot = 1 person · {0}", "訓練データ · 点1つ = 1人 · {0}人";
    DOTS_TEST: "test rows · 1 dot = 1 person · {0}", "テストデータ · 点1つ = 1人 · {0}人";
    DOTS_OF: "1 dot = up to {0} people, age known · {1}", "点1つ = 年齢のわかる乗客{0}人まで · {1}人";
    DOTS_OF_TRAIN: "training rows · 1 dot = up to {0} people · {1}", "訓練データ · 点1つ = {0}人まで · {1}人";
    DOTS_OF_TEST: "test rows · 1 dot = up to {0} people · {1}", "テストデータ · 点1つ = {0}人まで · {1}人";
    MARKS: "{0} real people", "実在の乗客{0}人";
    MARKS_TRAIN: "training rows: {0} real people", "訓練データ：実在の乗客{0}人";
    MARKS_TEST: "test rows: {0} real people", "テストデータ：実在の乗客{0}人";
    COMPUTING: "drawing…", "描画中…";

    LIVED: "lived", "生存";
    DIED: "died", "死亡";
    WOMEN: "women", "女性";
    MEN: "men", "男性";
    WOMAN_OF: "woman of {0}", "{0}歳の女性";
    MAN_OF: "man of {0}", "{0}歳の男性";
    AGE_AXIS: "age", "年齢";

    CURSOR: "{0}: {1}", "{0}：{1}";
    BOTH: "{0}, {1}", "{0}、{1}";
    AND: ", ", "、";
    SAYS: "z {0}, p {1}: {2}", "z {0}、p {1}：{2}";
    SAYS_LIVES: "lives", "生存と予測";
    SAYS_DIES: "dies", "死亡と予測";
    TITLE_FOLLOWS: "title follows sex", "敬称は性別に合わせる";
    NO_SUCH_TITLE: "that title is not used for this sex", "この性別にその敬称は使わない";
    SHOWN_AT: "{0} unknown: shown at {1}, the typical {0}", "{0}不明：典型値の{1}に表示";
    SHOWN_AT_SHORT: "shown at {1}, typical", "典型値{1}に表示";
    AT: "{0} at {1}", "{1}での{0}";
    NO_ANSWER: "no age, so no answer", "年齢が不明のため答えなし";
    HERE: "here: {0} lived, {1} died", "実在：生存{0}・死亡{1}";
    NOBODY: "nobody aboard", "該当する乗客なし";
    WHO: "{0}, {1}: {2}", "{0}、{1}：{2}";
    WHO_P: "p {0}, {1} {2}", "p {0}、{1} {2}";
    COUNTED_DIED: "no age, counted as died {0}", "年齢不明、死亡と数える {0}";
    LEFT_OUT: "no age, left out", "年齢不明、対象外";
    YOU: "you", "あなた";
    AGE_UNKNOWN: "age not known", "年齢不明";

    FLIPS: "flips  {0}, {1}", "反転  {0}、{1}";
    TURNS: "{0} {1}", "{0}{1}歳";
    NEVER_OUTSIDE: "{0} {1} (never)", "{0}{1}歳（なし）";
    NEVER: "{0} never", "{0}なし";
    SPAN: "p {0}", "p {0}";
    NO_AGE: "{0} more have no age ({1} women, {2} men): {3}", "ほかに年齢不明{0}人（女性{1}、男性{2}）：{3}";
    POLICY_DIED: "this recipe counts all as died", "このレシピでは全員死亡と数える";
    POLICY_DROP: "this recipe leaves them out", "このレシピでは対象外";
    POLICY_MEAN: "this recipe takes {0}, the mean", "このレシピでは平均の{0}歳とする";
    POLICY_MEDIAN: "this recipe takes {0}, the median", "このレシピでは中央値の{0}歳とする";
    POLICY_UNUSED: "this network does not look at age", "このネットワークは年齢を見ない";
    RAMP_OVER: "{0} and over", "{0}以上";
    RAMP_BELOW: "below {0}", "{0}未満";
    RAMP_COLOUR: ".10 and under", ".10以下";
    RAMP_TOP: ".90 and over", ".90以上";
    FLIP: "┃ p = .5", "┃ p = .5";

    ACROSS: "across", "横";
    UP: "up", "縦";
    NOT_SEEN: "this network does not look at {0}", "このネットワークは{0}を見ません";
    CHOOSE: "←→ other · ↑↓ axis · Enter done", "←→ 変える · ↑↓ 軸 · Enter 完了";
    MARKS_LEGEND: "∘ lived  × died  * both there", "∘ 生存  × 死亡  * 両方";
    WRONG_LEGEND: "bold: wrong about them", "太字：予測がはずれ";
    CONTOUR: "line: p = .5", "線：p = .5";
    CROWD: "a mark may be several people", "印1つが数人のことも";
    BANDS: "inside a band place means nothing", "帯の中の位置に意味はない";
    NOT_ON_IT: "{0} not on it: {1} not known", "{0}人は{1}が不明のため載らない";
    LN_SCALE: "{0}, by ln(1 + {0})", "{0}（ln(1+{0})の目盛）";
    NO_ANSWER_FOR: "No answer for {0}: the list gives no age, and this recipe asks nothing then. J K chooses somebody else, v holds typical values.", "{0}は年齢が不明で、このレシピでは答えがありません。J Kで別の人、vで典型の値に。";

    NEURONS: "Hidden neurons over {0} × {1}", "隠れニューロン：{0} × {1}";
    NEURONS_NONE: "Hidden neurons", "隠れニューロン";
    NO_HIDDEN: "This network has no hidden layer: its inputs go straight into one sum. 7 Recipe adds one; the preset “2-3-1” has three.", "このネットワークに隠れ層はなく、入力は直接1つの合計になります。7のレシピで加えられます（プリセット「2-3-1」は3個）。";
    NEURON_ON: "{0}: on for {1} of {2}", "{0}：{2}人中{1}人でオン";
    NEURON_ON_SHORT: "{0} on {1}/{2}", "{0} オン{1}/{2}";
    NEURON_OUTSIDE: "off all over this map: on only for people who differ in what is held", "この地図ではどこもオフ。固定した項目が違う人にだけオン";
    NEURON_OFF: "off all over this map", "この地図ではどこもオフ";
    MAPS_AXES: "across: {0} {1} to {2} · up: {3} {4} to {5}", "横：{0} {1}〜{2} · 縦：{3} {4}〜{5}";
    NEURON_DEAD: "{0}: dead, off for all {1}", "{0}：死、{1}人全員でオフ";
    NEURON_DEAD_SHORT: "{0} dead", "{0} 死";
    NEURON_SATURATED: "{0}: saturated", "{0}：飽和";
    SCALE: "a {0} to {1}", "a {0}〜{1}";
    PAGE_OF: "{0} to {1} of {2}, + {3} more · Enter enlarges", "{2}個中{0}〜{1}（ほか{3}個） · Enterで拡大";
    ENLARGE: "Enter enlarges", "Enterで拡大";
    SHRINK: "Esc back", "Escで戻る";
    FOLD: "line: z = 0", "線：z = 0";
    NEURON_HERE: "▴ {0}: z {1}, a {2}", "▴ {0}：z {1}、a {2}";

    PEOPLE: "{0}: {1} people", "{0}：{1}人";
    PEOPLE_KEYS: "↑↓ choose · Enter shows them everywhere · Esc closes", "↑↓ 選ぶ · Enter この人を表示 · Esc 閉じる";
    NOBODY_HERE: "Nobody with this is on the list shown.", "表示中の名簿に該当する人はいません。";

    HINT_AGE: "age", "年齢";
    HINT_SEX: "sex", "性別";
    HINT_WHO_IS_HERE: "who is here", "ここの人";
    HINT_NEURON: "neuron", "ニューロン";
    HELP_ACROSS: "beliefs: a year older or younger, a step across the map", "予測地図：1歳ずつ、地図では横に1つ";
    HELP_UP: "beliefs: women or men, a step up or down the map", "予測地図：女性／男性、地図では縦に1つ";
    HELP_NEURON: "beliefs: to another hidden neuron", "予測地図：別の隠れニューロンへ";
    HELP_ENLARGE: "beliefs: enlarge this neuron's map, or back", "予測地図：このニューロンの地図を拡大／戻す";
    HELP_VIEW: "beliefs: strips of ages, or a map of any two attributes", "予測地図：年齢の帯／2つの属性の地図";
    HELP_PARTS: "beliefs: people of training rows, test rows or both", "予測地図：訓練データ／テストデータ／両方の人";
    HELP_AXES: "beliefs: the map's next two attributes; arrows choose any", "予測地図：地図の次の2属性（矢印で自由に選ぶ）";
    HINT_ENLARGE: "enlarge", "拡大";
    HINT_ANOTHER: "another", "変える";
    HINT_WHICH_AXIS: "axis", "軸";
    HINT_DONE: "done", "完了";
    HELP_ANOTHER: "beliefs, choosing axes: another attribute", "予測地図の軸選び：別の属性";
    HELP_WHICH_AXIS: "beliefs, choosing axes: across or up", "予測地図の軸選び：横／縦";
    HELP_DONE: "beliefs, choosing axes: done", "予測地図の軸選び：完了";
    HELP_HERE: "beliefs: the real people here; again: that one is now who", "予測地図：ここにいる実在の人、もう一度でその人を選ぶ";

    CABIN_YES: "known", "記録あり";
    CABIN_NO: "none", "なし";
    FEMALE: "female", "女性";
    MALE: "male", "男性";
    UNKNOWN: "not known", "不明";
}
