//! One person of the list, typed: what is missing is `None`, never zero.
//!
//! A [`Passenger`] borrows from the list that holds the columns; it is made when asked for and copied freely.

use strum::{IntoStaticStr, VariantArray};

/// The sex of a passenger as the list records it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Sex {
    /// `male` in the list, 0 as an input of the post's network.
    Male,
    /// `female` in the list, 1 as an input of the post's network.
    Female,
}

impl Sex {
    /// Both, in the order of their codes.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The list's word: `male` or `female`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Reads the list's word, in any case and with blanks around it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL.iter().copied().find(|sex| text.eq_ignore_ascii_case(sex.name()))
    }
}

/// The port where a passenger came aboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray, IntoStaticStr)]
pub enum Port {
    /// Southampton, `S` in the list, the first call.
    Southampton,
    /// Cherbourg, `C` in the list.
    Cherbourg,
    /// Queenstown (today Cobh), `Q` in the list, the last call.
    Queenstown,
}

impl Port {
    /// All three, in the order of the voyage.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The list's letter: `S`, `C` or `Q`.
    pub const fn letter(self) -> char {
        match self {
            Self::Southampton => 'S',
            Self::Cherbourg => 'C',
            Self::Queenstown => 'Q',
        }
    }

    /// The list's letter as a string.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Southampton => "S",
            Self::Cherbourg => "C",
            Self::Queenstown => "Q",
        }
    }

    /// The town's name.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Reads a letter or a town's name, in any case and with blanks around it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL
            .iter()
            .copied()
            .find(|port| text.eq_ignore_ascii_case(port.code()) || text.eq_ignore_ascii_case(port.name()))
    }
}

/// One row of the list; every `None` is a value that the list does not have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Passenger<'a> {
    /// `PassengerId`, or the row number from 1 where the file has no such column.
    pub id: u32,
    /// `Survived`: whether this person lived; unknown on a test list.
    pub survived: Option<bool>,
    /// `Pclass`: 1, 2 or 3.
    pub class: Option<u8>,
    /// `Name`, exactly as the file has it; empty where there is none.
    pub name: &'a str,
    /// `Sex`.
    pub sex: Sex,
    /// `Age` in years, 0 to 150.
    pub age: Option<f64>,
    /// `SibSp`: siblings and spouses aboard.
    pub siblings_spouses: Option<u32>,
    /// `Parch`: parents and children aboard.
    pub parents_children: Option<u32>,
    /// `Ticket`; empty where there is none.
    pub ticket: &'a str,
    /// `Fare` in pounds of 1912, never negative.
    pub fare: Option<f64>,
    /// `Cabin`, one or several.
    pub cabin: Option<&'a str>,
    /// `Embarked`.
    pub port: Option<Port>,
}
