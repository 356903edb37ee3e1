//! Words of the passenger list: headings, quick filters, column details, the empty state.

use super::Word;
use crate::data::{Column, Quick};

super::words! {
    TITLE: "Passengers", "乗客";
    OF: "{0} of {1} · {2} have an age", "{1}人中{0} · 年齢あり{2}人";
    SHOWN: "{0} of {1} shown", "{1}人中{0}人を表示";
    NOTE_DIED: "* no age: the recipe counts them as died", "* 年齢不明：このレシピでは死亡と数えます";
    NOTE_DROP: "* no age: the recipe leaves them out", "* 年齢不明：このレシピでは対象外です";
    SEARCHING: "search", "検索";
    MATCHES: "{0} on this list", "一覧に{0}件";
    ENTER_KEEPS: "Enter keeps · Esc back", "Enter 決定 · Esc 戻る";
    NOBODY: "Nobody matches {0}.", "{0} に当てはまる人はいません。";
    WITHOUT: "Without {0} there are {1}: {2}.", "{0} を外すと{1}人：{2}。";
    WITHOUT_NONE: "Without {0} there is still nobody.", "{0} を外しても誰もいません。";
    CLEARS: "Esc clears the filter · f changes it", "Escで絞り込みを解除 · fで変更";

    ID: "id", "ID";
    NAME: "name", "氏名";
    SEX: "sex", "性";
    AGE: "age", "年齢";
    CLASS: "cls", "等級";
    SIBSP: "sibsp", "兄弟配偶";
    PARCH: "parch", "親子";
    TICKET: "ticket", "切符";
    FARE: "fare", "運賃";
    CABIN: "cabin", "客室";
    PORT: "port", "港";
    Z: "z", "z";
    P: "p", "p";
    SAID: "said", "予測";
    WAS: "was", "実際";
    RIGHT: "✓", "✓";
    LOSS: "loss", "損失";

    FILTER_TITLE: "Filter the list", "一覧の絞り込み";
    FILTER_LINE: "conditions", "条件";
    FILTER_EXAMPLE: "for example  sex=f class=1 died age>60", "例： sex=f class=1 died age>60";
    FILTER_RESULT: "{0} of {1} people", "{1}人中{0}人";
    FILTER_KEYS: "↑↓ choose · Enter on/off · Esc closes", "↑↓ 選ぶ · Enter 切替 · Esc 閉じる";
    Q_WRONG: "wrong", "予測はずれ";
    Q_RIGHT: "right", "予測あたり";
    Q_TRAIN: "training rows", "訓練データ";
    Q_TEST: "test rows", "テストデータ";
    Q_SURVIVED: "lived", "生存";
    Q_DIED: "died", "死亡";
    Q_WOMEN: "women", "女性";
    Q_MEN: "men", "男性";
    Q_CLASS_1: "1st class", "1等";
    Q_CLASS_2: "2nd class", "2等";
    Q_CLASS_3: "3rd class", "3等";
    Q_NO_AGE: "age unknown", "年齢不明";
    Q_FLIPPED: "changed sides since the mark", "印のエポックから反転";
    Q_THE_POST: "the eight of the post", "記事の8人";

    COLUMNS_TITLE: "Columns", "列";
    COLUMNS_KEYS: "↑↓ column · Enter show/hide · s sorts · Esc closes", "↑↓ 列 · Enter 表示/非表示 · s 並べ替え · Esc 閉じる";
    STATS_OF: "{0}, over the {1} listed", "{0}（表示中の{1}人）";
    KNOWN: "known", "値あり";
    OF_KNOWN: "of the {0} known", "値のある{0}人";
    MISSING: "missing", "不明";
    DISTINCT: "different", "異なる値";
    MEAN: "mean", "平均";
    SD: "sd", "標準偏差";
    MEDIAN: "median", "中央値";
    RANGE: "range", "範囲";
    ALL_MISSING: "no value here", "値がありません";
    ALL_DIFFERENT: "all different", "すべて異なる";
}

/// A column's heading.
pub const fn heading(column: Column) -> Word {
    match column {
        Column::Id => ID,
        Column::Name => NAME,
        Column::Sex => SEX,
        Column::Age => AGE,
        Column::Class => CLASS,
        Column::SibSp => SIBSP,
        Column::Parch => PARCH,
        Column::Ticket => TICKET,
        Column::Fare => FARE,
        Column::Cabin => CABIN,
        Column::Embarked => PORT,
        Column::Z => Z,
        Column::P => P,
        Column::Said => SAID,
        Column::Survived => WAS,
        Column::Right => RIGHT,
        Column::Loss => LOSS,
    }
}

/// A quick filter's name.
pub const fn quick(quick: Quick) -> Word {
    match quick {
        Quick::Wrong => Q_WRONG,
        Quick::Right => Q_RIGHT,
        Quick::Train => Q_TRAIN,
        Quick::Test => Q_TEST,
        Quick::Survived => Q_SURVIVED,
        Quick::Died => Q_DIED,
        Quick::Women => Q_WOMEN,
        Quick::Men => Q_MEN,
        Quick::Class1 => Q_CLASS_1,
        Quick::Class2 => Q_CLASS_2,
        Quick::Class3 => Q_CLASS_3,
        Quick::NoAge => Q_NO_AGE,
        Quick::Flipped => Q_FLIPPED,
        Quick::ThePost => Q_THE_POST,
    }
}
