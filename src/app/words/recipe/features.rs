//! What each feature is called, and what it is in a few words.

use crate::analysis::Attribute;
use crate::app::words::Word;
use crate::training::Feature;

super::super::words! {
    AGE: "age", "年齢";
    SEX: "sex", "性別";
    PCLASS: "class", "等級";
    SIBSP: "siblings", "兄弟配偶";
    PARCH: "parents", "親子";
    FARE: "fare", "運賃";
    EMBARKED: "port", "港";
    EMBARKED_CODE: "port number", "港の番号";
    TITLE: "title", "敬称";
    OTHER_TITLE: "other", "その他";
    FAMILY_SIZE: "family", "家族数";
    ALONE: "alone", "一人";
    CABIN_KNOWN: "cabin", "客室";
    AGE_MISSING: "no age", "年齢なし";
    AGE_SQUARED: "age²", "年齢²";
    AGE_TIMES_SEX: "age×sex", "年齢×性別";
    LOG_FARE: "ln fare", "運賃の対数";
    IS_AGE: "years", "歳";
    IS_SEX: "1 for a woman, 0 for a man", "女性1、男性0";
    IS_PCLASS: "class of the ticket, 1 to 3", "切符の等級、1〜3";
    IS_SIBSP: "siblings and spouses aboard", "同乗の兄弟姉妹と配偶者";
    IS_PARCH: "parents and children aboard", "同乗の親と子";
    IS_FARE: "price of the ticket, pounds", "切符の値段（ポンド）";
    IS_EMBARKED: "three inputs: S, C, Q", "入力3個：S・C・Q";
    IS_EMBARKED_CODE: "S 0, C 1, Q 2", "S 0、C 1、Q 2";
    IS_TITLE: "five inputs: Mr, Mrs, Miss, Master, other", "入力5個：Mr・Mrs・Miss・Master・他";
    IS_FAMILY_SIZE: "siblings + parents + 1", "兄弟配偶者 + 親子 + 1";
    IS_ALONE: "1 without family aboard", "家族なしなら1";
    IS_CABIN_KNOWN: "1 where the list names a cabin", "客室の記載があれば1";
    IS_AGE_MISSING: "1 where the list has no age", "年齢の記載がなければ1";
    IS_AGE_SQUARED: "age times age", "年齢 × 年齢";
    IS_AGE_TIMES_SEX: "age for women, 0 for men", "女性は年齢、男性は0";
    IS_LOG_FARE: "ln(1 + fare)", "ln(1 + 運賃)";
}

/// A feature's short name.
pub const fn name(feature: Feature) -> Word {
    match feature {
        Feature::Age => AGE,
        Feature::Sex => SEX,
        Feature::Pclass => PCLASS,
        Feature::Sibsp => SIBSP,
        Feature::Parch => PARCH,
        Feature::Fare => FARE,
        Feature::Embarked => EMBARKED,
        Feature::EmbarkedCode => EMBARKED_CODE,
        Feature::Title => TITLE,
        Feature::FamilySize => FAMILY_SIZE,
        Feature::Alone => ALONE,
        Feature::CabinKnown => CABIN_KNOWN,
        Feature::AgeMissing => AGE_MISSING,
        Feature::AgeSquared => AGE_SQUARED,
        Feature::AgeTimesSex => AGE_TIMES_SEX,
        Feature::LogFare => LOG_FARE,
    }
}

/// What an attribute is called: as the feature made of it, on every screen.
pub const fn attribute(attribute: Attribute) -> Word {
    match attribute {
        Attribute::Age => AGE,
        Attribute::Sex => SEX,
        Attribute::Class => PCLASS,
        Attribute::Siblings => SIBSP,
        Attribute::Parents => PARCH,
        Attribute::Fare => FARE,
        Attribute::Port => EMBARKED,
        Attribute::Title => TITLE,
        Attribute::Cabin => CABIN_KNOWN,
    }
}

/// What a feature is, in a few words.
pub const fn meaning(feature: Feature) -> Word {
    match feature {
        Feature::Age => IS_AGE,
        Feature::Sex => IS_SEX,
        Feature::Pclass => IS_PCLASS,
        Feature::Sibsp => IS_SIBSP,
        Feature::Parch => IS_PARCH,
        Feature::Fare => IS_FARE,
        Feature::Embarked => IS_EMBARKED,
        Feature::EmbarkedCode => IS_EMBARKED_CODE,
        Feature::Title => IS_TITLE,
        Feature::FamilySize => IS_FAMILY_SIZE,
        Feature::Alone => IS_ALONE,
        Feature::CabinKnown => IS_CABIN_KNOWN,
        Feature::AgeMissing => IS_AGE_MISSING,
        Feature::AgeSquared => IS_AGE_SQUARED,
        Feature::AgeTimesSex => IS_AGE_TIMES_SEX,
        Feature::LogFare => IS_LOG_FARE,
    }
}
