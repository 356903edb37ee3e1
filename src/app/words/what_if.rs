//! Words of the What-if popup.

super::words! {
    TITLE: "What if? A person of your own", "もしも：自分で決めた人物";
    RUN: "{0} {1} · epoch {2}", "{0} {1} · エポック{2}";
    KEYS: "Enter flips · b passenger again · u undo · Esc back", "Enter 反転 · b 元の乗客 · u 取消 · Esc 戻る";
    KEYS_NO_FLIP: "b passenger again · u undo · Esc back", "b 元の乗客 · u 取消 · Esc 戻る";
    REFUSED: "What if has the keys; Esc closes it", "「もしも」が開いています。Escで閉じてから";
    BEGUN: "begun as {0} {1}", "元の乗客：{0} {1}";
    ASSUMED: "begun as {0} {1}; age not known, the training mean {2} stands in", "元の乗客：{0} {1}。年齢不明のため訓練データの平均{2}歳";
    UNSEEN: "not looked at: {0}", "見ない項目：{0}";
    UNSEEN_ONE: "this network does not look at it", "このネットワークは見ません";
    UNKNOWN: "unknown", "不明";
    FLIPS_HERE: "{0}: here it flips", "{0}：ここで反転";
    YES: "known", "記録あり";
    NO: "not known", "記録なし";

    THROUGH: "z = {0}, through {1} hidden neurons", "z = {0}（隠れニューロン{1}個を通る）";
    SMALLER: "{0} ({1} smaller)", "{0}（小さい{1}件）";
    NO_ANSWER: "This recipe gives no answer for such a person.", "このレシピではこの人物の答えが出ません。";
    PERCENT: "{0} %", "{0} %";
    JUST_UNDER: "{0} %, just under one half", "{0} %（2分の1をわずかに下回る）";
    JUST_OVER: "{0} %, just over one half", "{0} %（2分の1をわずかに上回る）";
    ONE_HALF: "exactly one half", "ちょうど2分の1";
    SAYS: "says {0}", "予測は「{0}」";

    NEAREST: "nearest single change that flips it", "予測が反転する最小の変更（一つだけ）";
    FENCE: "fence {0}", "境目 {0}";
    DO_IT: "Enter: do it", "Enterで変更";
    NONE: "no single change flips it", "一つだけの変更では反転しません";
    ALONE: "{0} alone", "{0}だけ";
    FLIPS_TOO: "{0} → {1}: {2}, flips it as well", "{0} → {1}：{2}、これでも反転";
    NO_ENDS: "no: {0} at {1}, {2} at {3}", "反転せず：{1}で{0}、{3}で{2}";
    NO_ENDS_ZERO: "no: {0} at {1}, {2} at {3}; it would flip at {4}", "反転せず：{1}で{0}、{3}で{2}（境目は{4}）";
    NO_CHOICES: "no: {0}", "反転せず：{0}";
    AS: "{0} {1}", "{0} {1}";
    AS_MAN: "no: as a man {0}", "反転せず：男性なら{0}";
    AS_WOMAN: "no: as a woman {0}", "反転せず：女性なら{0}";
    NO_AGE_SAVES_MAN: "; no age saves a man like her{0}", "、男性のこの人は何歳でも死亡{0}";
    NO_AGE_SAVES_WOMAN: "; no age saves a woman like him{0}", "、女性のこの人は何歳でも死亡{0}";
    NO_AGE_TURNS: "; the same at every age{0}", "、何歳でも変わらない{0}";
    AN_AGE_SAVES: "; with age {0} as well it flips", "、{0}歳なら生存";
    AN_AGE_TURNS: "; with age {0} as well it flips", "、{0}歳なら死亡";
    AT: " ({0})", "（{0}）";

    LIKE_HER: "most like her on the list", "名簿でこの人に最も似た人";
    LIKE_HIM: "most like him on the list", "名簿でこの人に最も似た人";
    CLASS_N: "class {0}", "{0}等";
    AGE_NONE: "–", "–";
    SAME_WOMEN: "of {0} women aged {1}, {2} lived; the network says {3} for all of them", "{1}歳の女性{0}人中{2}人が生存。ネットワークの予測は全員「{3}」";
    SAME_MEN: "of {0} men aged {1}, {2} lived; the network says {3} for all of them", "{1}歳の男性{0}人中{2}人が生存。ネットワークの予測は全員「{3}」";
    ONE_WOMAN: "one woman aged {0} is on the list: {1}; the network says {2}", "{0}歳の女性は名簿に1人：{1}。ネットワークの予測は「{2}」";
    ONE_MAN: "one man aged {0} is on the list: {1}; the network says {2}", "{0}歳の男性は名簿に1人：{1}。ネットワークの予測は「{2}」";
    SAME_ONE: "one real person has exactly these inputs and {0}; the network says {1}", "入力がまったく同じ実在の人は1人：{0}。予測は「{1}」";
    SAME: "{0} real people have exactly these inputs, {1} lived; the network says {2} for all", "入力がまったく同じ実在の人は{0}人：{1}人が生存。予測は全員「{2}」";
    NEAR: "nobody has exactly these inputs; of the nearest {0}, {1} lived, it says so of {2}", "入力がまったく同じ人はいません。近い{0}人中{1}人が生存、生存の予測は{2}人";

    RESET: "what if: begin again as the passenger", "もしも：選んだ乗客からやり直す";
    HELP_FIELD: "what if: another field", "もしも：項目を選ぶ";
    HELP_CHANGE: "what if: change it; digits type a number", "もしも：値を変える（数字で入力）";
    HELP_TEN: "what if: change it by ten", "もしも：10ずつ変える";
    HELP_FLIP: "what if: the nearest change that flips the answer", "もしも：予測が反転する最小の変更";
    HELP_RESET: "what if: begin again as the selected passenger", "もしも：選んだ乗客からやり直す";
    HINT_FIELD: "field", "項目";
    HINT_CHANGE: "change", "変更";
    HINT_TEN: "by ten", "10ずつ";
    HINT_FLIP: "flip it", "反転";
    HINT_RESET: "passenger again", "元の乗客";
}
