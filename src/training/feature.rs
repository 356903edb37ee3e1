//! What of a passenger a network may be shown: the raw columns as numbers, and numbers made of them.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use crate::data::{Passenger, Port, RawColumn, Sex};
use crate::nn::math;

/// One feature of a recipe; it becomes one input of the network, or several 0/1 ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Feature {
    /// Age in years.
    Age,
    /// 1 for a woman, 0 for a man.
    Sex,
    /// Class of the ticket, 1 to 3.
    Pclass,
    /// Siblings and spouses aboard.
    Sibsp,
    /// Parents and children aboard.
    Parch,
    /// Price of the ticket in pounds.
    Fare,
    /// Port, as three inputs; all 0 where it is missing.
    Embarked,
    /// Port as a number: S 0, C 1, Q 2, missing 0.
    EmbarkedCode,
    /// Title in the name, as five inputs.
    Title,
    /// Siblings, spouses, parents, children and the passenger.
    FamilySize,
    /// 1 for a passenger without family aboard.
    Alone,
    /// 1 where the list names a cabin.
    CabinKnown,
    /// 1 where the list has no age.
    AgeMissing,
    /// Age times age.
    AgeSquared,
    /// Age for women, 0 for men.
    AgeTimesSex,
    /// ln(1 + fare).
    LogFare,
}

/// What a feature's inputs hold.
enum Encoding {
    /// One input, a quantity.
    Quantity,
    /// One input, 0 or 1.
    Flag,
    /// An input of 0 or 1 for each of these.
    Parts(&'static [&'static str]),
}

impl Feature {
    /// Every feature, in the order menus show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes, model files and flags.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The feature with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|feature| feature.name() == name)
    }

    /// The names of its 0/1 inputs where it has several, else nothing.
    pub const fn parts(self) -> &'static [&'static str] {
        if let Encoding::Parts(names) = self.kind() { names } else { &[] }
    }

    /// Whether it is a quantity, which `standard` scales; the 0/1 features stay as they are.
    pub const fn is_numeric(self) -> bool {
        matches!(self.kind(), Encoding::Quantity)
    }

    const fn kind(self) -> Encoding {
        match self {
            Self::Age
            | Self::Pclass
            | Self::Sibsp
            | Self::Parch
            | Self::Fare
            | Self::EmbarkedCode
            | Self::FamilySize
            | Self::AgeSquared
            | Self::AgeTimesSex
            | Self::LogFare => Encoding::Quantity,
            Self::Sex | Self::Alone | Self::CabinKnown | Self::AgeMissing => Encoding::Flag,
            Self::Embarked => Encoding::Parts(&["S", "C", "Q"]),
            Self::Title => Encoding::Parts(&["Mr", "Mrs", "Miss", "Master", "other"]),
        }
    }

    /// Whether it is made of other numbers, rather than a column of the list as it stands.
    pub const fn is_made(self) -> bool {
        match self {
            Self::Age
            | Self::Sex
            | Self::Pclass
            | Self::Sibsp
            | Self::Parch
            | Self::Fare
            | Self::Embarked
            | Self::EmbarkedCode => false,
            Self::Title
            | Self::FamilySize
            | Self::Alone
            | Self::CabinKnown
            | Self::AgeMissing
            | Self::AgeSquared
            | Self::AgeTimesSex
            | Self::LogFare => true,
        }
    }

    /// Whether its value needs an age; `age_missing` does not, for it is known for everyone.
    pub const fn needs_age(self) -> bool {
        matches!(self, Self::Age | Self::AgeSquared | Self::AgeTimesSex)
    }

    /// The columns of the list it is made of.
    pub const fn columns(self) -> &'static [RawColumn] {
        match self {
            Self::Age | Self::AgeMissing | Self::AgeSquared => &[RawColumn::Age],
            Self::Sex => &[RawColumn::Sex],
            Self::AgeTimesSex => &[RawColumn::Age, RawColumn::Sex],
            Self::Pclass => &[RawColumn::Pclass],
            Self::Sibsp => &[RawColumn::SibSp],
            Self::Parch => &[RawColumn::Parch],
            Self::Fare | Self::LogFare => &[RawColumn::Fare],
            Self::Embarked | Self::EmbarkedCode => &[RawColumn::Embarked],
            Self::Title => &[RawColumn::Name],
            Self::FamilySize | Self::Alone => &[RawColumn::SibSp, RawColumn::Parch],
            Self::CabinKnown => &[RawColumn::Cabin],
        }
    }

    /// The number of the list it is made of, where that may be missing and has to be filled; for
    /// `age_squared` that is the age, not its square.
    pub(super) fn source(self, passenger: &Passenger<'_>) -> Option<f64> {
        match self {
            Self::Age | Self::AgeSquared | Self::AgeTimesSex => passenger.age,
            Self::Pclass => passenger.class.map(f64::from),
            Self::Sibsp => passenger.siblings_spouses.map(f64::from),
            Self::Parch => passenger.parents_children.map(f64::from),
            Self::Fare | Self::LogFare => passenger.fare,
            Self::FamilySize => family(passenger).map(|family| f64::from(family) + 1.0),
            Self::Sex
            | Self::Embarked
            | Self::EmbarkedCode
            | Self::Title
            | Self::Alone
            | Self::CabinKnown
            | Self::AgeMissing => Some(0.0),
        }
    }

    /// Whether [`Self::source`] can be missing at all.
    pub(super) const fn can_be_missing(self) -> bool {
        self.is_numeric() && !matches!(self, Self::EmbarkedCode)
    }

    /// Whether the value is the source itself, so that filling with the mean keeps the mean.
    pub(super) const fn is_its_source(self) -> bool {
        self.can_be_missing() && !matches!(self, Self::AgeSquared | Self::AgeTimesSex | Self::LogFare)
    }

    /// The unscaled value, given the source (known or filled) and the number of the input among
    /// [`Self::parts`].
    pub(super) fn value(self, source: f64, part: usize, passenger: &Passenger<'_>) -> f64 {
        let flag = |yes: bool| f64::from(u8::from(yes));
        let woman = flag(passenger.sex == Sex::Female);
        match self {
            Self::Age | Self::Pclass | Self::Sibsp | Self::Parch | Self::Fare | Self::FamilySize => source,
            Self::AgeSquared => source * source,
            Self::AgeTimesSex => source * woman,
            Self::LogFare => math::ln_1p(source),
            Self::Sex => woman,
            Self::Embarked => flag(passenger.port.map(port_number) == Some(part)),
            Self::EmbarkedCode => passenger.port.map_or(0.0, |port| port_number(port) as f64),
            Self::Title => flag(title_number(passenger.name) == part),
            Self::Alone => flag(family(passenger) == Some(0)),
            Self::CabinKnown => flag(passenger.cabin.is_some()),
            Self::AgeMissing => flag(passenger.age.is_none()),
        }
    }
}

/// How many relatives are aboard, where the list says.
fn family(passenger: &Passenger<'_>) -> Option<u32> {
    Some(passenger.siblings_spouses?.saturating_add(passenger.parents_children?))
}

const fn port_number(port: Port) -> usize {
    match port {
        Port::Southampton => 0,
        Port::Cherbourg => 1,
        Port::Queenstown => 2,
    }
}

/// The place among the parts of [`Feature::Title`] of the title in a name; where none is found, of the last part.
pub fn title_number(name: &str) -> usize {
    title(name).unwrap_or(OTHER)
}

/// The last part of [`Feature::Title`].
const OTHER: usize = 4;

/// The place of the title in "Surname, Title. First names", or of the first word that is one in a name of another form.
pub(super) fn title(name: &str) -> Option<usize> {
    let number = |title: &str| match title {
        "Mr" => Some(0),
        "Mrs" | "Mme" => Some(1),
        "Miss" | "Mlle" | "Ms" => Some(2),
        "Master" => Some(3),
        _ => None,
    };
    if let Some((title, _)) = name.split_once(", ").and_then(|(_, rest)| rest.split_once('.')) {
        return Some(number(title.trim()).unwrap_or(OTHER));
    }
    // A lone letter with its point is a first name.
    let mut titles = name.split([' ', ',']).filter_map(|word| match word.strip_suffix('.') {
        Some(title) if title.len() > 1 => Some(number(title).unwrap_or(OTHER)),
        _ => number(word),
    });
    titles.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::PassengerList;

    #[test]
    fn names_are_those_of_recipe_files() {
        for &feature in Feature::ALL {
            let json = serde_json::to_string(&feature).unwrap();
            assert_eq!(json, format!("\"{}\"", feature.name()));
            assert_eq!(Feature::named(feature.name()), Some(feature));
        }
    }

    #[test]
    fn titles_of_the_embedded_list_are_counted_as_known() {
        let list = PassengerList::embedded();
        let mut counts = [0; 5];
        for passenger in list.passengers() {
            counts[title_number(passenger.name)] += 1;
        }
        assert_eq!(counts, [517, 126, 185, 40, 23]);
        assert_eq!(title_number("Rothes, the Countess. of (Lucy Noel)"), 4);
        assert_eq!(title_number("no title at all"), 4);
        for (name, found) in [
            ("Mr. Owen Harris Braund", Some(0)),
            ("Mrs Cumings", Some(1)),
            ("Braund Mr. Owen Harris", Some(0)),
            ("Rice, Master Eugene", Some(3)),
            ("Dr. A. Leader", Some(4)),
            ("J. P. Morgan", None),
            ("", None),
        ] {
            assert_eq!(title(name), found, "{name}");
        }
    }

    #[test]
    fn made_features_say_what_they_say() {
        let list = PassengerList::embedded();
        let braund = list.passenger(0);
        let of = |feature: Feature, part| feature.value(feature.source(&braund).unwrap(), part, &braund);
        assert_eq!(of(Feature::AgeSquared, 0), 484.0);
        assert_eq!(of(Feature::AgeTimesSex, 0), 0.0);
        assert_eq!(of(Feature::FamilySize, 0), 2.0);
        assert_eq!(of(Feature::Alone, 0), 0.0);
        assert_eq!(of(Feature::CabinKnown, 0), 0.0);
        assert_eq!(of(Feature::Title, 0), 1.0);
        assert_eq!(of(Feature::Embarked, 0), 1.0);
        assert_eq!(of(Feature::Embarked, 1), 0.0);
        assert_eq!(of(Feature::LogFare, 0), math::ln_1p(7.25));
    }
}
