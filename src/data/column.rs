//! The names of columns: Kaggle's twelve in a file, and those plus the network's live ones in a view.
//!
//! Only names; the values behind them are read in `value`, titles for the screen come from the catalogue.

use strum::{IntoStaticStr, VariantArray};

/// A column of the file, under Kaggle's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray, IntoStaticStr)]
#[expect(missing_docs, reason = "the names are Kaggle's; `Passenger` says what each holds")]
pub enum RawColumn {
    PassengerId,
    Survived,
    Pclass,
    Name,
    Sex,
    Age,
    SibSp,
    Parch,
    Ticket,
    Fare,
    Cabin,
    Embarked,
}

impl RawColumn {
    /// All twelve, in the order of Kaggle's file.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The header in Kaggle's file.
    pub fn header(self) -> &'static str {
        self.into()
    }

    /// The column with this header, in any case and with blanks around it, or with one of the names it has in other
    /// copies of the list.
    pub(super) fn from_header(header: &str) -> Option<Self> {
        let letters: String = header.chars().filter(|c| c.is_alphanumeric()).collect();
        let header = letters.to_lowercase();
        let is_named = |column: &Self| {
            column.header().eq_ignore_ascii_case(&header) || column.other_names().contains(&header.as_str())
        };
        Self::ALL.iter().copied().find(is_named)
    }

    /// What other copies of the list call it, in lower case without blanks and marks.
    const fn other_names(self) -> &'static [&'static str] {
        match self {
            Self::PassengerId => &["id", "passenger"],
            Self::Survived => &["alive", "lived", "outcome", "survival"],
            Self::Pclass => &["class", "passengerclass", "ticketclass"],
            Self::Name => &["fullname", "passengername"],
            // With a 1 for those it names.
            Self::Sex => &["gender", "female", "male", "isfemale", "ismale"],
            Self::Age => &["ageyears", "ageinyears"],
            Self::SibSp => &["siblingsspouses", "siblingsspousesaboard", "siblings"],
            Self::Parch => &["parentschildren", "parentschildrenaboard", "parents"],
            Self::Ticket => &["ticketnumber", "ticketno"],
            Self::Fare => &["price", "farepounds"],
            Self::Cabin => &["cabinnumber"],
            Self::Embarked => &["embarktown", "port", "portofembarkation", "joined"],
        }
    }
}

/// A column of the table: the file's twelve, then what the network at hand says about each row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Column {
    /// `PassengerId`.
    Id,
    /// `Survived`.
    Survived,
    /// `Pclass`.
    Class,
    /// `Name`.
    Name,
    /// `Sex`.
    Sex,
    /// `Age`.
    Age,
    /// `SibSp`.
    SibSp,
    /// `Parch`.
    Parch,
    /// `Ticket`.
    Ticket,
    /// `Fare`.
    Fare,
    /// `Cabin`.
    Cabin,
    /// `Embarked`.
    Embarked,
    /// The network's sum before the last sigmoid.
    Z,
    /// The network's probability of having lived.
    P,
    /// What the network predicts: died or lived.
    Said,
    /// Whether the prediction is right.
    Right,
    /// This row's share of the loss.
    Loss,
}

impl Column {
    /// All columns, the file's first.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The stable lowercase name, as settings and filter expressions write it.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The column with this key or Kaggle header, in any case.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| {
            name.eq_ignore_ascii_case(column.key())
                || column.raw().is_some_and(|raw| name.eq_ignore_ascii_case(raw.header()))
        })
    }

    /// The file's column behind this one; none for the network's, which come after the file's twelve.
    pub fn raw(self) -> Option<RawColumn> {
        RawColumn::ALL.get(self as usize).copied()
    }

    /// Whether the value is the file's own, the same whatever network looks at it.
    pub(super) fn is_raw(self) -> bool {
        self.raw().is_some()
    }

    /// The header in an exported file: Kaggle's name, so that the file can be opened again, or the key.
    pub fn header(self) -> &'static str {
        self.raw().map_or_else(|| self.key(), RawColumn::header)
    }
}
