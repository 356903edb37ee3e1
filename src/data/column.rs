//! The names of columns: Kaggle's twelve in a file, and those plus the network's live ones in a view.
//!
//! Only names; the values behind them are read in `value`, titles for the screen come from the catalogue.

use strum::VariantArray;

/// A column of the file, under Kaggle's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray)]
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
    pub const fn header(self) -> &'static str {
        match self {
            Self::PassengerId => "PassengerId",
            Self::Survived => "Survived",
            Self::Pclass => "Pclass",
            Self::Name => "Name",
            Self::Sex => "Sex",
            Self::Age => "Age",
            Self::SibSp => "SibSp",
            Self::Parch => "Parch",
            Self::Ticket => "Ticket",
            Self::Fare => "Fare",
            Self::Cabin => "Cabin",
            Self::Embarked => "Embarked",
        }
    }

    /// The column with this header, in any case and with blanks around it.
    pub fn from_header(header: &str) -> Option<Self> {
        let header = header.trim();
        Self::ALL.iter().copied().find(|column| header.eq_ignore_ascii_case(column.header()))
    }
}

/// A column of the table: the file's twelve, then what the network at hand says about each row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray)]
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
    pub const fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Survived => "survived",
            Self::Class => "class",
            Self::Name => "name",
            Self::Sex => "sex",
            Self::Age => "age",
            Self::SibSp => "sibsp",
            Self::Parch => "parch",
            Self::Ticket => "ticket",
            Self::Fare => "fare",
            Self::Cabin => "cabin",
            Self::Embarked => "embarked",
            Self::Z => "z",
            Self::P => "p",
            Self::Said => "said",
            Self::Right => "right",
            Self::Loss => "loss",
        }
    }

    /// The column with this key or Kaggle header, in any case.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| {
            name.eq_ignore_ascii_case(column.key())
                || column.raw().is_some_and(|raw| name.eq_ignore_ascii_case(raw.header()))
        })
    }

    /// The file's column behind this one; none for the network's.
    pub const fn raw(self) -> Option<RawColumn> {
        match self {
            Self::Id => Some(RawColumn::PassengerId),
            Self::Survived => Some(RawColumn::Survived),
            Self::Class => Some(RawColumn::Pclass),
            Self::Name => Some(RawColumn::Name),
            Self::Sex => Some(RawColumn::Sex),
            Self::Age => Some(RawColumn::Age),
            Self::SibSp => Some(RawColumn::SibSp),
            Self::Parch => Some(RawColumn::Parch),
            Self::Ticket => Some(RawColumn::Ticket),
            Self::Fare => Some(RawColumn::Fare),
            Self::Cabin => Some(RawColumn::Cabin),
            Self::Embarked => Some(RawColumn::Embarked),
            Self::Z | Self::P | Self::Said | Self::Right | Self::Loss => None,
        }
    }

    /// Whether the value is the file's own, the same whatever network looks at it.
    pub const fn is_raw(self) -> bool {
        self.raw().is_some()
    }

    /// The header in an exported file: Kaggle's name, so that the file can be opened again, or the key.
    pub const fn header(self) -> &'static str {
        match self.raw() {
            Some(raw) => raw.header(),
            None => self.key(),
        }
    }
}
