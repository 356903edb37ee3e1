//! Words for setting the network's numbers by hand.

super::words! {
    EDIT: "set this number by hand", "この数値を手で変える";
    NUDGE: "nudge the number", "数値を少し動かす";
    START: "back to the number it was", "元の数値に戻す";
    BEST: "to the best numbers so far", "これまでの最良の数値へ";
    KEEP: "keep the numbers", "この数値に決める";
    DROP: "back to the run before", "変更をやめて元の実行へ";

    HELP_EDIT: "set the number under the pointer by hand; a branch begins", "ポインタの数値を手で変える（分岐が始まる）";
    HELP_NUDGE: "while setting a number: a small step up or down", "数値の変更中：小さく上げる／下げる";
    HELP_NUDGE_10: "ten steps (digits, point and − are typed)", "10歩ずつ（数字・小数点・−は入力）";
    HELP_NUDGE_100: "a hundred steps", "100歩ずつ";
    HELP_WALK: "on to another number, in the same branch", "同じ分岐のまま別の数値へ";
    HELP_ENDS: "back to its start; to the best so far", "元の値へ、これまでの最良へ";
    HELP_KEEP: "keep the branch; u takes it back", "分岐を残す（uで取り消し）";
    HELP_DROP: "undo exactly this edit", "この変更だけを取り消す";
    HINT_EDIT: "set by hand", "手で変更";
    HINT_NUDGE: "step", "1歩";
    HINT_NUDGE_10: "ten", "10歩";
    HINT_WALK: "next", "次へ";
    HINT_ENDS: "start, best", "元, 最良";
    HINT_KEEP: "keep", "決定";
    HINT_DROP: "undo", "取消";

    BEGINS: "run {0} begins here, at epoch {1}; {2} stays whole · Esc goes back", "エポック{1}から実行{0}が始まります。{2}はそのまま · Esc 戻る";
    KEPT: "run {0} keeps these numbers: {1}/{2} test rows right · u takes them back", "実行{0}にこの数値を残しました。テスト正解 {1}/{2} · u 取消";
    DROPPED: "as it was: {0}", "元に戻しました：{0}";
    AS_GOOD: "{0}/{1} by hand: as many as “women live, men die”. One more?", "手で {0}/{1}：「女性は生存、男性は死亡」と同点。あと1人？";
    BEATEN: "{0}/{1} by hand! More than “women live, men die” ({2}). But you did peek at the test.", "手で {0}/{1}！「女性は生存、男性は死亡」の{2}を超えました。ただしテストを見ながらです";

    TITLE: "by hand: {0}", "手で変更：{0}";
    WAS: "was {0}", "元は {0}";
    STEPS: "↑↓ ±{0}  ←→ ±{1}  Page ±{2}", "↑↓ ±{0}  ←→ ±{1}  Page ±{2}";
    COUNTS: "train {0}  test {1}", "訓練 {0}  テスト {1}";
    BEST_AND_GOAL: "best {0}, to beat {1}", "最良{0}、目標{1}超え";
    KEYS: "Enter keeps · Esc goes back", "Enter 決定 · Esc 戻る";
    UNFINISHED: "a number, such as −0.25 or 1e-3", "数値を入力（例：−0.25、1e-3）";
    NO_NUMBER: "! “{0}” is no number; a number looks like −0.25", "! 「{0}」は数値ではありません（例：−0.25）";
    TOO_LARGE: "! too large: between −1000000 and 1000000", "! 大きすぎます：−1000000から1000000まで";
    OVERFLOWS: "! with this the network's numbers overflow; the last one stays", "! この値ではネットワークの数値があふれます。直前の値のままです";
}
