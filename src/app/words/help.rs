//! The help page: what each row of the key table does, and the headings of its groups.

super::words! {
    TITLE: "Help: {0}", "ヘルプ：{0}";
    CLOSE: "Esc closes · ↑↓ scrolls", "Escで閉じる · ↑↓でスクロール";
    PALETTE_TITLE: "Every action: type to find, a number goes to that epoch", "すべての操作：入力して検索、数字でそのエポックへ";
    PALETTE_EMPTY: "No action has these words. Backspace drops a letter, Esc closes.", "一致する操作がありません。Backspaceで消す、Escで閉じる。";
    NOT_YET: "{0} does nothing on this screen yet", "{0} はこの画面では使いません";
    SHIFT_DRAG: "Hold Shift and drag to select text with the mouse.", "Shiftを押しながらドラッグすると文字を選択できます。";
    MEMORY: "A run keeps every epoch, up to 1,000,000; any of them is one key away, bit for bit.", "実行は最大1,000,000エポックまですべて保存され、どれにも同じビットのまま戻れます。";

    GROUP_LOOK: "Look around", "見て回る";
    GROUP_TIME: "Time", "時間";
    GROUP_LIST: "The list", "乗客一覧";
    GROUP_NETWORK: "The network", "ネットワーク";
    GROUP_RECIPE: "The recipe", "レシピ";
    GROUP_PROGRAM: "The program", "プログラム";

    MOVE: "move in the list or the focused panel", "一覧や選択中のパネルの中を移動";
    MOVE_PAGE: "a page up or down", "1ページ上／下へ";
    MOVE_ENDS: "first, last", "先頭、末尾";
    SLIDE: "slide z: ← → by 0.1, ↑ ↓ by 0.01, PgUp PgDn by 1", "zを動かす：← → で0.1、↑ ↓ で0.01、PgUp PgDnで1";
    SIDEWAYS: "within the panel: column, pointer, slider, time", "パネル内：列、ポインタ、スライダー、時間";
    WHO: "who: next or previous passenger, on every screen", "だれ：次／前の乗客（どの画面でも）";
    WHEN_1: "when: one epoch forward or back", "いつ：1エポック進む／戻る";
    WHEN_10: "when: ten epochs", "いつ：10エポック";
    WHEN_100: "when: a hundred epochs", "いつ：100エポック";
    WHERE: "where: next or previous parameter", "どこ：次／前のパラメータ";
    PLAY: "play or pause: replays the past, trains at its end", "再生／停止：過去は再現、最後では学習";
    SPEED: "faster, slower: 1, 2, 5 … 1,000 epochs a second, flat out", "速く／遅く：毎秒1, 2, 5 … 1,000エポック、全速";
    RATE: "learning rate up, down: along 1, 3, 10", "学習率を上げる／下げる：1, 3, 10の段階で";
    START: "back to epoch 0, same weights; nothing is lost", "エポック0へ。重みは同じ、何も失われない";
    END: "to the last epoch computed", "計算済みの最後のエポックへ";
    MARK: "count flips from this epoch on", "このエポックから反転を数える";
    SCREENS: "screens", "画面を切り替える";
    FOCUS: "next, previous panel", "次／前のパネル";
    ZOOM: "enlarge the focused panel", "選択中のパネルを拡大";
    OPEN: "open or do what is under the focus", "選択中のものを開く／実行する";
    CANCEL: "undo exactly that, one step at a time; never quits", "一つずつ元に戻す（終了はしない）";
    SEARCH: "search names as you type", "名前を検索（入力しながら）";
    SEARCH_AGAIN: "next, previous match", "次／前の一致";
    SORT: "sort by the column under the cursor, reverse", "カーソルの列で並べ替え、逆順";
    FILTER: "filter: quick filters and an expression", "絞り込み：選択肢と条件式";
    EIGHT: "the eight people of the post, or all", "記事の8人／全員";
    DETAILS: "list: columns with statistics; curve: derivative", "一覧：列と統計、曲線：導関数";
    VIEW: "next view: columns, function, linear or log", "表示の切替：列、関数、線形／対数";
    PARTS: "train, test or both", "訓練／テスト／両方";
    PRESETS: "presets: ready-made runs", "プリセット：用意された実行";
    COMPARE: "draw the run under the cursor beside this one", "選んだ実行を重ねて描く";
    FLOW: "watch the calculation flow, step by step", "計算の流れを一歩ずつ見る";
    UNDO: "undo, redo what you changed; never moves the epoch", "変更の取り消し／やり直し（エポックは動かない）";
    COPY: "copy the arithmetic, or the row", "計算式や行をコピー";
    EXPORT: "export: the list or the run's history as CSV, the recipe as TOML", "書き出す：一覧や履歴はCSV、レシピはTOML";
    PALETTE: "every action by name", "名前ですべての操作を探す";
    HELP: "this help", "このヘルプ";
    THEME: "colour theme", "配色";
    LANGUAGE: "language: English, 日本語", "言語：日本語、English";
    GLYPHS: "plain ASCII characters", "ASCII文字だけの表示";
    REOPEN: "open the runs of earlier sessions", "以前の実行を開く";
    LINE: "to the line above or below", "上／下の行へ";
    CHANGE: "change the line: rate, L1, L2 act at once, others wait", "行を変える：学習率・L1・L2は即時、ほかは待機";
    EDIT_LINE: "type the value, or choose from a list", "値を入力する、一覧から選ぶ";
    START_RUN: "start a new run with the changes that wait", "待機中の変更で新しい実行を始める";
    DROP: "drop the change made last", "最後の変更をやめる";
    MISSING_AGE: "missing ages: mean, median, died, drop", "年齢の欠損：平均値、中央値、死亡扱い、除外";
    QUIT: "quit; the runs you made are kept", "終了（作った実行は残る）";
    QUIT_ANYWHERE: "quit from anywhere", "どこからでも終了";
    SUSPEND: "suspend; fg comes back whole", "中断（fgで元どおり）";
}
