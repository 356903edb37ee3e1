//! Words for the list of runs, races, and saving and opening them.

use super::Word;
use crate::app::race::Field;
use crate::app::run_files::Saving;

super::words! {
    GROUP: "Runs", "実行";
    RENAME: "rename this run", "実行の名前を変える";
    DUPLICATE: "duplicate this run", "実行を複製する";
    FORGET: "forget this run", "実行を一覧から外す";
    LEDGER_AGAINST: "ledger: who is judged differently by another run", "反転：別の実行と判定が違う人";
    RACE: "race: up to six runs in lock-step", "競走：最大6つの実行を同じ歩みで";
    SAVE: "save this run to a file", "実行をファイルに保存";
    OPEN_FILE: "open a model or a recipe", "モデルやレシピを開く";

    HELP_RACER: "in a race: another run under the cursor", "競走中：別の実行を選ぶ";
    HELP_TAKE: "end the race with this run on the screen", "競走を終え、この実行を表示";
    HELP_LEAVE: "leave the race; its runs stay on the list", "競走をやめる（実行は一覧に残る）";
    HELP_AGAINST: "ledger: who this run and the one on the screen judge differently", "反転：この実行と表示中の実行で判定が違う人";
    HELP_AGAINST_NEXT: "ledger: between epochs, or against another run", "反転：エポック間、または別の実行との違い";
    HELP_RACE: "race the compared runs, or ready-made variants", "比較中の実行、または用意した変種で競走";
    HELP_RENAME: "rename the run", "実行の名前を変える";
    HELP_SAVE: "save the run: model, recipe or safetensors", "実行を保存：モデル、レシピ、safetensors";
    HELP_DUPLICATE: "duplicate the run, past and all", "実行を過去ごと複製する";
    HELP_FORGET: "forget the run: off the list and not kept; u brings it back", "実行を一覧から外す（保存もしない、uで戻る）";
    HELP_OPEN: "open a model or a recipe; a model walks back to its start", "モデルやレシピを開く（モデルは最初まで戻れる）";
    HINT_RACER: "run", "実行";
    HINT_TAKE: "take this one", "これにする";
    HINT_LEAVE: "leave", "やめる";
    HINT_AGAINST: "who differs", "違う人";
    HINT_RACE: "race", "競走";
    HINT_RENAME: "rename", "名前";
    HINT_SAVE: "save", "保存";
    HINT_DUPLICATE: "duplicate", "複製";
    HINT_FORGET: "forget", "外す";

    RENAMED: "run {0} is called {1} now · u undoes", "実行{0}を「{1}」に改名しました · u 取消";
    CHANGED_NAME: "the name {0}", "名前 {0}";
    DUPLICATED: "run {0} is a copy of {1}, past and all · u takes it back", "実行{0}は{1}の複製です（過去も） · u 取消";
    FORGOTTEN: "run {0} is forgotten, and quitting will not keep it · u brings it back", "実行{0}を一覧から外しました。終了時にも残しません · u 戻す";
    FORGOTTEN_FILE: "run {0} is off the list; its file stays as it was · u brings it back", "実行{0}を一覧から外しました。ファイルはそのままです · u 戻す";
    ONLY_RUN: "the only run stays: something has to be on the screen", "最後の実行は外せません";
    AGAINST_WHOM: "put the cursor on another run, then v counts who it judges differently", "別の実行を選ぶと、vで判定が違う人を数えます";
    AGAINST: "the ledger compares {0} at epoch {1} with {2} at epoch {3}", "{0}（エポック{1}）と{2}（エポック{3}）の違いを表示します";
    AGAINST_EPOCHS: "the ledger compares two epochs of this run again", "この実行の2つのエポックの比較に戻りました";
    ONLY_SIX: "six run at most: the first {0} marked ones race", "競走は最大{0}つ：先に印をつけた実行だけ走ります";
    RACE_BEGINS: "Space starts the race · . one epoch for all · Esc leaves", "Spaceで競走開始 · . 全員1エポック · Esc やめる";
    RACE_RUNS: "Space pauses the race · ] [ speed · Esc leaves", "Spaceで一時停止 · ] [ 速さ · Esc やめる";
    RACE_PAUSED: "Space goes on with the race · . , one epoch for all · r to the start · Esc leaves", "Spaceで再開 · . , 全員1エポック · r 最初へ · Esc やめる";
    RACE_OVER: "the race is over: nobody can go further", "競走終了：これ以上進めません";
    RACE_LEFT: "the racers stay on the list, at the epoch they reached", "走った実行は、着いたエポックのまま一覧に残ります";
    OPENED_FILE: "opened: run {0} · u goes back", "開きました：実行{0} · u 戻る";

    RIGHT_HERE: "+ right here, wrong in {0}: {1}", "+ ここでは正解、{0}では不正解：{1}人";
    RIGHT_THERE: "− right in {0}, wrong here: {1}", "− {0}では正解、ここでは不正解：{1}人";
    LEDGER: "Differ, {0}", "違い：{0}";
    BETWEEN: "+{4} −{5}: {0}@{1} → {2}@{3}", "+{4} −{5}：{0}@{1} → {2}@{3}";
    NOBODY_DIFFERS: "{0} at epoch {1} and {2} at epoch {3} judge everybody alike.", "{0}（エポック{1}）と{2}（エポック{3}）は全員の判定が同じです。";
    POLICIES: "missing ages: {0} there, {1} here", "年齢不明：あちらは{0}、こちらは{1}";
    NEXT_HINT: "v: next comparison", "v 次の比較";

    RACE_TITLE: "Race · epoch {0}", "競走 · エポック{0}";
    RACE_KEYS: "← → run · Enter takes it · Esc leaves", "← → 選ぶ · Enter これにする · Esc やめる";
    RANK: "{0}.", "{0}位";
    STOPPED_AT: "diverged at {0}", "{0}で発散";
    ENDED_AT: "ends at {0}", "{0}で終了";
    RACE_LEGEND: "loss: train ── test ╌╌, one scale for all", "損失：訓練 ── テスト ╌╌（同じ目盛）";
    BY_HAND: "by hand", "手で変更";
    COPY: "copy", "複製";
    SEED: "seed {0}", "種 {0}";
    NO_HIDDEN: "no hidden layer", "隠れ層なし";
    KEYS: "Enter shows · c compares · R race · e name", "Enter 表示 · c 比較 · R 競走 · e 名前";

    RENAME_TITLE: "The name of run {0}", "実行{0}の名前";
    RENAME_KEYS: "Enter renames · Esc leaves it", "Enter 決定 · Esc やめる";
    RENAME_HINT: "what will remind you of it", "思い出しやすい名前を";
    NAME_TAKEN: "! another run has this name", "! 同じ名前の実行があります";
    RACE_CHOICE: "Race: run {0} in variants, or mark runs with c first", "競走：実行{0}の変種（またはcで印をつけて）";
    RACE_CHOICE_KEYS: "Enter starts it · u takes it back · Esc closes", "Enter 開始 · u 取消 · Esc 閉じる";
    RATES: "Learning rates", "学習率";
    RATES_STORY: "six, each three times the last: too slow, right, too fast", "3倍ずつ6つ：遅すぎる、ちょうどよい、速すぎる";
    WIDTHS: "Hidden layers", "隠れ層";
    WIDTHS_STORY: "none, 2, 3, 8, 16 and 16-16 neurons", "なし、2、3、8、16、16-16個のニューロン";
    OPTIMIZERS: "Optimisers", "最適化手法";
    OPTIMIZERS_STORY: "plain descent, momentum, Nesterov, rmsprop, Adam", "勾配降下、モメンタム、Nesterov、rmsprop、Adam";
    SEEDS: "Seeds", "乱数の種";
    SEEDS_STORY: "the same recipe from six other first weights: how much is luck?", "初期値だけを変えた6つ：運はどれくらい？";
    SCALING: "Scaled or raw ages", "年齢：標準化と生の値";
    SCALING_STORY: "each at the rate it likes and at the other's", "それぞれに合う学習率と、合わない学習率で";

    SAVE_TITLE: "Save run {0}, at epoch {1}", "実行{0}（エポック{1}）を保存";
    SAVE_KEYS: "Enter saves · ↑↓ what · Esc closes", "Enter 保存 · ↑↓ 種類 · Esc 閉じる";
    SAVE_MODEL: "model: network, recipe and past; opens again bit for bit", "モデル：ネットワーク・レシピ・過去。同じビットで開ける";
    SAVE_RECIPE: "recipe: what it is made by, as TOML to edit", "レシピ：作り方だけ。TOMLなので編集できる";
    SAVE_WEIGHTS: "safetensors: only the numbers, as torch.nn.Linear names them", "safetensors：数値だけ（torch.nn.Linearと同じ名前）";
    PATH: "file", "ファイル";
    EXISTS: "! this file exists: Enter again writes over it, or change the name", "! 同名のファイルがあります：もう一度Enterで上書き、または名前を変更";
    FAILED: "! {0}", "! {0}";
    WHERE_FROM: "from the folder the program was started in; ~ is your home", "起動したフォルダからの相対パス（~ はホーム）";
    OPEN_TITLE: "Open a model (.json, .safetensors) or a recipe (.toml)", "モデル（.json、.safetensors）やレシピ（.toml）を開く";
    OPEN_KEYS: "Enter opens · Esc closes", "Enter 開く · Esc 閉じる";
    BARE_TENSORS: "Tensors that name no recipe take that of the run on the screen.", "レシピのない数値には、表示中の実行のレシピを使います。";
    OPEN_REMEDY: "Correct the path or the file, then Enter tries again.", "パスかファイルを直して、もう一度Enterを押してください。";
}

/// A field's name and its one-line story.
pub const fn field(field: Field) -> (Word, Word) {
    match field {
        Field::Rates => (RATES, RATES_STORY),
        Field::Widths => (WIDTHS, WIDTHS_STORY),
        Field::Optimizers => (OPTIMIZERS, OPTIMIZERS_STORY),
        Field::Seeds => (SEEDS, SEEDS_STORY),
        Field::Scaling => (SCALING, SCALING_STORY),
    }
}

/// What is saved, in one line.
pub const fn saving(what: Saving) -> Word {
    match what {
        Saving::Model => SAVE_MODEL,
        Saving::Recipe => SAVE_RECIPE,
        Saving::Weights => SAVE_WEIGHTS,
    }
}
