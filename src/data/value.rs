//! One cell of the table as something to compare: nothing, a number or a text.
//!
//! Sorting, filtering and statistics all read cells through here, so they agree on what a cell holds.

use std::cmp::Ordering;
use std::fmt;

use super::column::Column;
use super::facts::LiveRows;
use super::list::PassengerList;
use super::number::{defined, exact};
use super::text::natural_order;

/// What a cell holds; answers of yes and no are 1 and 0, sexes and ports the list's words.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'a> {
    Missing,
    Number(f64),
    Text(&'a str),
}

impl<'a> Value<'a> {
    /// Reads one cell; without a network its columns are missing.
    pub fn of(list: &'a PassengerList, row: usize, column: Column, live: Option<&dyn LiveRows>) -> Self {
        let person = list.passenger(row);
        let answer = |answer: bool| f64::from(u8::from(answer));
        match column {
            Column::Id => Self::Number(f64::from(person.id)),
            Column::Survived => Self::number(person.survived.map(answer)),
            Column::Class => Self::number(person.class.map(f64::from)),
            Column::Name => Self::text(person.name),
            Column::Sex => Self::Text(person.sex.name()),
            Column::Age => Self::number(person.age),
            Column::SibSp => Self::number(person.siblings_spouses.map(f64::from)),
            Column::Parch => Self::number(person.parents_children.map(f64::from)),
            Column::Ticket => Self::text(person.ticket),
            Column::Fare => Self::number(person.fare),
            Column::Cabin => Self::text(person.cabin.unwrap_or_default()),
            Column::Embarked => person.port.map_or(Self::Missing, |port| Self::Text(port.code())),
            Column::Z => Self::number(live.and_then(|live| live.z(row))),
            Column::P => Self::number(live.and_then(|live| live.p(row))),
            Column::Said => Self::number(live.map(|live| answer(live.says_lived(row)))),
            // Nobody can be right or wrong about an outcome that is not known.
            Column::Right => Self::number(person.survived.and(live).map(|live| answer(live.is_right(row)))),
            Column::Loss => Self::number(live.and_then(|live| live.loss(row))),
        }
    }

    fn number(number: Option<f64>) -> Self {
        number.and_then(defined).map_or(Self::Missing, Self::Number)
    }

    fn text(text: &'a str) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(text) }
    }

    pub const fn is_missing(self) -> bool {
        matches!(self, Self::Missing)
    }

    /// Numbers by size, text as people expect; a column holds one kind, so mixed pairs never meet.
    /// Missing values come after all others.
    pub fn order(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Number(left), Self::Number(right)) => left.total_cmp(&right),
            (Self::Text(left), Self::Text(right)) => natural_order(left, right),
            (left, right) => left.rank().cmp(&right.rank()),
        }
    }

    /// The same order refined until only identical values are equal.
    pub fn exact_order(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Text(left), Self::Text(right)) => left.cmp(right),
            (left, right) => left.order(right),
        }
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            Self::Missing => 2,
        }
    }
}

impl fmt::Display for Value<'_> {
    /// Plain text with the shortest digits that give the same number again; nothing when missing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => Ok(()),
            Self::Number(number) => f.write_str(&exact(*number)),
            Self::Text(text) => f.write_str(text),
        }
    }
}
