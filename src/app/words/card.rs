//! Words of the person's card.

super::words! {
    TITLE: "{0} of {1}", "{1}人中{0}人目";
    ID: "passenger id", "乗客番号";
    NAME: "name", "氏名";
    FATE: "in 1912", "1912年";
    SEX: "sex", "性別";
    AGE: "age", "年齢";
    CLASS: "class", "等級";
    SIBSP: "brothers, sisters, spouse aboard", "同乗の兄弟姉妹・配偶者";
    PARCH: "parents, children aboard", "同乗の親・子";
    TICKET: "ticket", "切符";
    FARE: "fare, pounds", "運賃（ポンド）";
    CABIN: "cabin", "客室";
    PORT: "boarded at", "乗船港";
    PART: "used for", "用途";
    PART_TRAIN: "training", "訓練";
    PART_TEST: "testing", "テスト";
    Z: "sum z", "合計 z";
    P: "p, chance to live", "p（生存の確率）";
    SAID: "the network says", "ネットワークの予測";
    RIGHT: "right", "正解";
    WRONG: "wrong", "不正解";
    LOSS: "loss", "損失";
    UNKNOWN: "not known", "不明";
    KEYS: "↑↓ next person · y copies · Esc closes", "↑↓ 次の人 · y コピー · Esc 閉じる";
}
