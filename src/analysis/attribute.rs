//! What of a person can be varied, as one number each: the axes of belief maps and the sliders of
//! what-if. An attribute is a column of the list, so that every feature made of it follows.

use strum::VariantArray;

use crate::data::{Passenger, Person, Port, RawColumn, Sex};
use crate::training::{Encoder, Feature, title_number};

/// One thing that can be other about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
pub enum Attribute {
    /// Age in years.
    Age,
    /// 0 male, 1 female, as in the post.
    Sex,
    /// Class of the ticket, 1 to 3.
    Class,
    /// Siblings and spouses aboard.
    Siblings,
    /// Parents and children aboard.
    Parents,
    /// Fare in pounds.
    Fare,
    /// Place among [`Port::ALL`].
    Port,
    /// Place among [`TITLES`].
    Title,
    /// 1 where the list names a cabin.
    Cabin,
}

/// The titles a name can have here; the last stands for all rarer ones.
pub const TITLES: [&str; 5] = ["Mr", "Mrs", "Miss", "Master", "Rev"];

impl Attribute {
    /// All of them, in the order forms show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The column of the list it is.
    pub const fn column(self) -> RawColumn {
        match self {
            Self::Age => RawColumn::Age,
            Self::Sex => RawColumn::Sex,
            Self::Class => RawColumn::Pclass,
            Self::Siblings => RawColumn::SibSp,
            Self::Parents => RawColumn::Parch,
            Self::Fare => RawColumn::Fare,
            Self::Port => RawColumn::Embarked,
            Self::Title => RawColumn::Name,
            Self::Cabin => RawColumn::Cabin,
        }
    }

    /// The feature that shows it as it is.
    pub const fn feature(self) -> Feature {
        match self {
            Self::Age => Feature::Age,
            Self::Sex => Feature::Sex,
            Self::Class => Feature::Pclass,
            Self::Siblings => Feature::Sibsp,
            Self::Parents => Feature::Parch,
            Self::Fare => Feature::Fare,
            Self::Port => Feature::Embarked,
            Self::Title => Feature::Title,
            Self::Cabin => Feature::CabinKnown,
        }
    }

    /// Whether [`Self::set`] changes this column: its own, and with the sex the name, for the title follows.
    pub fn changes(self, column: RawColumn) -> bool {
        column == self.column() || self == Self::Sex && column == RawColumn::Name
    }

    /// The value of [`Self::Sex`] for a sex.
    pub const fn code(sex: Sex) -> f64 {
        match sex {
            Sex::Male => 0.0,
            Sex::Female => 1.0,
        }
    }

    /// The sex of a value of [`Self::Sex`], the nearer one.
    pub(super) fn sex(value: f64) -> Sex {
        if value < 0.5 { Sex::Male } else { Sex::Female }
    }

    /// Whether the network is shown anything made of it.
    pub fn is_seen_by(self, encoder: &Encoder) -> bool {
        let mut inputs = encoder.inputs().iter();
        inputs.any(|input| input.feature.columns().contains(&self.column()))
    }

    /// The least and greatest value offered; the list's own extremes, except that ages end at 80.
    pub const fn range(self) -> (f64, f64) {
        match self {
            Self::Age => (0.0, 80.0),
            Self::Sex | Self::Cabin => (0.0, 1.0),
            Self::Class => (1.0, 3.0),
            Self::Siblings => (0.0, 8.0),
            Self::Parents => (0.0, 6.0),
            Self::Fare => (0.0, 512.3292),
            Self::Port => (0.0, 2.0),
            Self::Title => (0.0, 4.0),
        }
    }

    /// Whether it is a quantity on a line, rather than one of a few choices.
    pub const fn is_quantity(self) -> bool {
        match self {
            Self::Age | Self::Siblings | Self::Parents | Self::Fare => true,
            Self::Sex | Self::Class | Self::Port | Self::Title | Self::Cabin => false,
        }
    }

    /// Whether values between whole numbers mean something.
    pub const fn is_continuous(self) -> bool {
        matches!(self, Self::Age | Self::Fare)
    }

    /// Its value for somebody; none where the list does not say.
    pub fn of(self, passenger: &Passenger<'_>) -> Option<f64> {
        match self {
            Self::Age => passenger.age,
            Self::Sex => Some(Self::code(passenger.sex)),
            Self::Class => passenger.class.map(f64::from),
            Self::Siblings => passenger.siblings_spouses.map(f64::from),
            Self::Parents => passenger.parents_children.map(f64::from),
            Self::Fare => passenger.fare,
            Self::Port => {
                let place = Port::ALL.iter().position(|&port| Some(port) == passenger.port);
                place.map(|place| place as f64)
            }
            Self::Title => Some(title_number(passenger.name) as f64),
            Self::Cabin => Some(f64::from(u8::from(passenger.cabin.is_some()))),
        }
    }

    /// Whether somebody of this person's sex could have the value: a title must fit it, everything
    /// else fits everyone.
    pub fn suits(self, person: &Person, value: f64) -> bool {
        self != Self::Title || title_suits(value.round() as usize, person.sex)
    }

    /// Gives somebody this value, held within [`Self::range`]; choices take the nearest.
    ///
    /// Where the sex changes the title follows, for nobody aboard was a woman called Mr: Mr becomes Mrs,
    /// Mrs and Miss become Mr, Master becomes Miss, and all rarer titles stay. A title that is set does
    /// not change the sex; see [`Self::suits`].
    pub fn set(self, person: &mut Person, value: f64) {
        let (least, most) = self.range();
        let value = value.clamp(least, most);
        let whole = value.round() as usize;
        match self {
            Self::Age => person.age = Some(value),
            Self::Sex => {
                person.sex = Self::sex(value);
                let title = title_number(&person.name);
                if !title_suits(title, person.sex) {
                    let other = ["Mrs", "Mr", "Mr", "Miss"][title];
                    person.name = titled(&person.name, other);
                }
            }
            Self::Class => person.class = Some(whole as u8),
            Self::Siblings => person.siblings_spouses = Some(whole as u32),
            Self::Parents => person.parents_children = Some(whole as u32),
            Self::Fare => person.fare = Some(value),
            Self::Port => person.port = Port::ALL.get(whole).copied(),
            Self::Title => {
                person.name = titled(&person.name, TITLES[whole.min(TITLES.len() - 1)]);
            }
            Self::Cabin if whole == 0 => person.cabin = None,
            Self::Cabin => {
                person.cabin.get_or_insert_with(|| "?".to_owned());
            }
        }
    }
}

/// Whether the sex is the one a title says; the rarer ones say none.
const fn title_suits(title: usize, sex: Sex) -> bool {
    !matches!((title, sex), (0 | 3, Sex::Female) | (1 | 2, Sex::Male))
}

/// Whether title and sex of somebody go together.
pub(super) fn is_consistent(person: &Person) -> bool {
    title_suits(title_number(&person.name), person.sex)
}

/// The same name under another title.
fn titled(name: &str, title: &str) -> String {
    let (surname, first) = parts(name);
    format!("{surname}, {title}. {first}")
}

/// What stands before and after the title of "Surname, Title. First names".
fn parts(name: &str) -> (&str, &str) {
    match name.split_once(", ") {
        Some((surname, rest)) => (surname, rest.split_once(". ").map_or("", |(_, first)| first)),
        None => (name, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::PassengerList;

    #[test]
    fn what_is_set_is_there_and_nothing_else_changes_but_the_title_with_the_sex() {
        let list = PassengerList::embedded();
        for passenger in list.passengers() {
            for &attribute in Attribute::ALL {
                let mut person = Person::like(&passenger);
                let (least, most) = attribute.range();
                for value in [least, most] {
                    attribute.set(&mut person, value);
                    assert_eq!(attribute.of(&person.passenger()), Some(value), "{attribute:?}");
                }
                for other in Attribute::ALL
                    .iter()
                    .copied()
                    .filter(|&other| other != attribute)
                    .filter(|other| !attribute.changes(other.column()))
                {
                    assert_eq!(other.of(&person.passenger()), other.of(&passenger));
                }
            }
        }
    }

    #[test]
    fn a_title_follows_the_sex_and_everybody_aboard_had_one_that_fits() {
        let list = PassengerList::embedded();
        for passenger in list.passengers() {
            assert!(is_consistent(&Person::like(&passenger)));
            for sex in [0.0, 1.0] {
                let mut person = Person::like(&passenger);
                Attribute::Sex.set(&mut person, sex);
                let was = Attribute::Title.of(&passenger).unwrap();
                let now = Attribute::Title.of(&person.passenger()).unwrap();
                let expected = match (was as usize, person.sex == passenger.sex) {
                    (title, true) => title,
                    (0, _) => 1,
                    (1 | 2, _) => 0,
                    (3, _) => 2,
                    (title, _) => title,
                };
                assert_eq!(now as usize, expected, "{}", passenger.name);
                assert!(is_consistent(&person), "{}", person.name);
                if was < 4.0 && person.sex == passenger.sex {
                    assert_eq!(person.name, passenger.name);
                }
            }
        }
    }

    #[test]
    fn nobody_is_offered_a_title_of_the_other_sex() {
        let list = PassengerList::embedded();
        let offered = |row| -> Vec<&str> {
            let person = Person::like(&list.passenger(row));
            let titles = (0..TITLES.len()).filter(|&title| Attribute::Title.suits(&person, title as f64));
            titles.map(|title| TITLES[title]).collect()
        };
        assert_eq!(offered(0), ["Mr", "Master", "Rev"]);
        assert_eq!(offered(1), ["Mrs", "Miss", "Rev"]);
    }

    #[test]
    fn everybody_on_the_list_lies_in_the_ranges() {
        let list = PassengerList::embedded();
        for passenger in list.passengers() {
            for &attribute in Attribute::ALL {
                let (least, most) = attribute.range();
                let value = attribute.of(&passenger);
                assert!(value.is_none_or(|value| (least..=most).contains(&value)), "{attribute:?} {value:?}");
            }
        }
    }
}
