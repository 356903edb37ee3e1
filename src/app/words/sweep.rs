//! Words of the sweep of hidden widths.

super::words! {
    PROGRESS: "{0} of {1} runs", "{1}回中{0}回";
    STARTS: "Enter starts it: {0} runs", "Enterで開始：{0}回の学習";
    STOPS: "Enter stops", "Enterで停止";
    GOES_ON: "Enter goes on", "Enterで再開";
    OPENS: "Enter opens the middle network", "Enterで中央のネットを開く";
    WIDTH: "width", "幅";
    AUTHOR: "○ train / test", "○ 訓練/テスト";
    OURS: "● /{0} range", "● /{0} 範囲";
    TRAIN: "/{0}", "/{0}";
    DEAD: "dead", "死";
    WAITING: "waiting", "待機中";
    RUNNING: "running, seed {0}", "学習中、シード{0}";
    PAUSED: "stopped, seed {0}", "停止中、シード{0}";
    NOT_YET: "not trained yet", "未学習";
    DONE: "the sweep of widths is done: {0} runs · 6 shows them", "幅の比較が完了：{0}回 · 6で表示";
    OPENED: "{0}: the network in the middle of its seeds, trained again · u goes back", "{0}：シードの中央のネットワークをもう一度学習 · u 戻る";

    HELP_WIDTH: "sweep: another hidden width", "幅の比較：別の幅へ";
    HELP_START: "sweep: start, stop, go on", "幅の比較：開始・停止・再開";
    HELP_OPEN: "sweep: open the network in the middle of this width's seeds", "幅の比較：この幅の中央のネットワークを開く";
    HINT_WIDTH: "width", "幅";
    HINT_START: "start/stop", "開始/停止";
    HINT_OPEN: "open network", "ネットを開く";

    DETAIL: "width {0}: median {1}/{2} of the test rows ({3} to {4}), {5}/{6} of the training rows; {7} of {8} neurons dead", "幅{0}：テスト正解の中央値{1}/{2}（{3}〜{4}）、訓練{5}/{6}。死んだニューロン{8}個中{7}個";
    HIS: "○ author {0}/600, {1}/291", "○ 筆者：{0}/600と{1}/291";
    HIS_DIED: ", the counts of “everyone died”", "（「全員死亡」と同じ数）";
    HIS_WOMEN: ", the counts of “women live”", "（「女性は生存」と同じ数）";
    HIS_NEITHER: ", the counts of neither rule", "（どちらの規則とも違う数）";
    RECIPE: "● ours: age scaled, sex, missing ages the mean, one ReLU layer from he, rate 0.5, full batch, {0} epochs, seeds 1 to {1}", "● このプログラム：年齢（標準化）と性別、年齢不明は平均、ReLU1層、初期値he、学習率0.5、全件一括、{0}エポック、シード1〜{1}";
    HONEST: "The author’s random numbers and rate are not known: ours stand beside those bars and do not repeat them. Equal counts need not be equal answers.", "筆者の乱数と学習率は不明です。並べて示すだけで再現ではありません。正解数が同じでも、同じ予測とは限りません。";
}
