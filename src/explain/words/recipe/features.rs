//! What each feature is called, and what it is in a few words.

use crate::analysis::Attribute;
use crate::explain::words::Word;
use crate::training::Feature;

super::super::texts!("recipe.features");

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
