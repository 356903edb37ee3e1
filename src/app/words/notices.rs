//! The sentences of the notice row.

super::words! {
    OFFER: "Space again: watch it learn from zero · . trains on from here · Esc no", "もう一度Space：ゼロからの学習を見る · . この重みから続ける · Esc やめる";
    DECLINED: "Space now trains on from the published weights. p: The post, trained", "Spaceで公開済みの重みから学習を続けます。 p：「記事のモデルを学習」";
    PUBLISHED_TRAINS: "It hardly moves: raw ages, rate 0.001. p: The post, trained, from zero", "ほとんど動きません：生の年齢、学習率0.001。 p：「記事のモデルを学習」";
    DIVERGED: "diverged: the step after epoch {0} is not finite. A smaller rate (o) helps", "発散：エポック{0}の次の値が有限ではありません。学習率を下げてください（o）";
    CONVERGED: "converged at epoch {0}: nothing is left to learn, so it rests; Space goes on", "エポック{0}で収束：もう学ぶことがないので止めました。Spaceで続行";
    LIMIT: "this run is 1,000,000 epochs long, and that is as long as a run gets", "この実行は上限の1,000,000エポックに達しました";
    TUNED: "{0} {2}, was {1}, from the next epoch on · u undoes", "{0} {2}（以前は{1}）、次のエポックから · u 取消";
    REPLAYING: "this run is being replayed up to epoch {0}; then it can be changed", "この実行はエポック{0}まで再現中です。終わると変更できます";
    BRANCH: "{0} {1}: run {2} begins here, at epoch {3}; {4} stays whole · u goes back", "{0} {1}：エポック{3}から実行{2}が始まります。{4}はそのまま · u 戻る";
    CHANGED_RATE: "learning rate {0}", "学習率 {0}";
    CHANGED_RUN: "{0}", "{0}";
    UNDONE: "undone: {0} · Ctrl-R redoes", "取り消しました：{0} · Ctrl-R やり直す";
    REDONE: "redone: {0} · u undoes", "やり直しました：{0} · u 取り消す";
    NOTHING_TO_UNDO: "nothing of yours to undo; , goes back in time", "取り消す変更はありません。 , で時間を戻せます";
    NOTHING_TO_REDO: "nothing to redo", "やり直すものはありません";
    MARKED: "the ledger counts flips from epoch {0}", "エポック{0}から反転を数えます";
    COMPARE_WITH: "choose another run in the list of runs, then c draws it beside this one", "実行の一覧で別の実行を選び、cで重ねて描きます";
    SAVED: "written: {0}", "書き出しました：{0}";
    NOT_SAVED: "could not write: {0}", "書き出せません：{0}";
    COPIED: "copied, if this terminal allows it", "コピーしました（端末が許す場合）";
    NOT_COPIED: "could not copy: {0}", "コピーできません：{0}";
    FOUND_RUNS: "runs of earlier sessions: {0}. O opens them", "以前の実行が{0}件あります。O で開く";
    OPENED: "runs opened: {0}", "{0}件の実行を開きました";
    OPENED_SOME: "runs opened: {0}; could not be read and left as they are: {1}", "{0}件の実行を開きました。読めない{1}件はそのまま残しています";
    NO_MATCH: "nobody on the list shown matches {0}", "表示中の一覧に「{0}」は見つかりません";
    THEME: "theme: {0}", "配色：{0}";
    LANGUAGE: "Language: English, L switches · 言語：英語（Lで切替）", "言語：日本語（Lで切替） · Language: Japanese, L switches";
}
