//! The list of passengers: columns inside, typed rows out.
//!
//! Columns keep a million rows small and quick to walk; nobody outside needs to know how they lie.

#[cfg(test)]
mod facts;

use std::io::Read;

use super::column::RawColumn;
use super::passenger::{Passenger, Port, Sex};
use super::read::{self, Labels, ReadError};
use super::text::Texts;

const TRAIN: &str = include_str!("../../data/titanic.csv");
const TEST: &str = include_str!("../../data/titanic_test.csv");

/// Marks an unknown count, so that a column of counts takes four bytes a row.
const UNKNOWN: u32 = u32::MAX;

/// A list of passengers in the order of its file.
#[derive(Debug, Clone)]
pub struct PassengerList {
    source: String,
    embedded: bool,
    columns: Columns,
}

impl PassengerList {
    /// Kaggle's train list, 891 passengers, which the program carries inside.
    #[expect(clippy::missing_panics_doc, reason = "the file is part of the program, and a test reads it")]
    pub fn embedded() -> Self {
        let list =
            Self::read("titanic.csv", TRAIN.as_bytes(), Labels::Required).expect("the embedded train list is valid");
        Self { embedded: true, ..list }
    }

    /// Kaggle's test list, 418 passengers whose outcome it does not say.
    #[expect(clippy::missing_panics_doc, reason = "the file is part of the program, and a test reads it")]
    pub fn embedded_test() -> Self {
        Self::read("titanic_test.csv", TEST.as_bytes(), Labels::Optional).expect("the embedded test list is valid")
    }

    /// Reads a list of Kaggle's columns, in any order, from CSV; `source` names the file in messages.
    ///
    /// Needed are `Sex`, `Age` and, unless labels are optional, `Survived`; unknown columns are ignored.
    ///
    /// # Errors
    /// [`ReadError`] names the file, line, column and value, and what to do.
    pub fn read(source: &str, reader: impl Read, labels: Labels) -> Result<Self, ReadError> {
        let columns = read::columns(source, reader, labels)?;
        Ok(Self { source: source.to_owned(), embedded: false, columns })
    }

    /// The file's name, for messages and titles.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether this is the embedded train list, whose split and figures the post gives.
    pub const fn is_embedded(&self) -> bool {
        self.embedded
    }

    /// How many passengers there are; at least one.
    pub const fn len(&self) -> usize {
        self.columns.ids.len()
    }

    /// Whether there are none, which reading refuses.
    pub const fn is_empty(&self) -> bool {
        self.columns.ids.is_empty()
    }

    /// The passenger of this row, counted from 0; panics beyond the end as a slice does.
    pub fn passenger(&self, row: usize) -> Passenger<'_> {
        let columns = &self.columns;
        let count = |column: &[u32]| Some(column[row]).filter(|&count| count != UNKNOWN);
        let number = |column: &[f64]| Some(column[row]).filter(|number| !number.is_nan());
        Passenger {
            id: columns.ids[row],
            survived: columns.survived[row],
            class: Some(columns.classes[row]).filter(|&class| class != 0),
            name: columns.names.get(row),
            sex: columns.sexes[row],
            age: number(&columns.ages),
            siblings_spouses: count(&columns.siblings_spouses),
            parents_children: count(&columns.parents_children),
            ticket: columns.tickets.get(row),
            fare: number(&columns.fares),
            cabin: Some(columns.cabins.get(row)).filter(|cabin| !cabin.is_empty()),
            port: columns.ports[row],
        }
    }

    /// All passengers in file order.
    pub fn passengers(&self) -> impl ExactSizeIterator<Item = Passenger<'_>> {
        (0..self.len()).map(|row| self.passenger(row))
    }

    /// Whether the file had this column.
    pub const fn has(&self, column: RawColumn) -> bool {
        self.columns.present & (1 << column as u16) != 0
    }
}

/// The columns while they are read and for ever after; every one has a value, or a mark, for each row.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    /// One bit for each [`RawColumn`] the file has.
    present: u16,
    ids: Vec<u32>,
    survived: Vec<Option<bool>>,
    /// 0 where unknown.
    classes: Vec<u8>,
    names: Texts,
    sexes: Vec<Sex>,
    /// NaN where unknown; reading lets no other NaN in.
    ages: Vec<f64>,
    siblings_spouses: Vec<u32>,
    parents_children: Vec<u32>,
    tickets: Texts,
    /// NaN where unknown.
    fares: Vec<f64>,
    /// Empty where unknown.
    cabins: Texts,
    ports: Vec<Option<Port>>,
}

impl Columns {
    pub(super) fn with(present: impl IntoIterator<Item = RawColumn>) -> Self {
        let present = present.into_iter().fold(0, |bits, column| bits | 1 << column as u16);
        Self { present, ..Self::default() }
    }

    pub(super) fn ids(&self) -> &[u32] {
        &self.ids
    }

    /// Appends a row; `None` when it would be more than a list can hold.
    pub(super) fn push(&mut self, passenger: &Passenger<'_>) -> Option<()> {
        // Rows are named by u32 in views, with one value to spare.
        if self.ids.len() >= (u32::MAX - 1) as usize {
            return None;
        }
        self.names.push(passenger.name)?;
        self.tickets.push(passenger.ticket)?;
        self.cabins.push(passenger.cabin.unwrap_or_default())?;
        self.ids.push(passenger.id);
        self.survived.push(passenger.survived);
        self.classes.push(passenger.class.unwrap_or_default());
        self.sexes.push(passenger.sex);
        self.ages.push(passenger.age.unwrap_or(f64::NAN));
        self.siblings_spouses.push(passenger.siblings_spouses.unwrap_or(UNKNOWN));
        self.parents_children.push(passenger.parents_children.unwrap_or(UNKNOWN));
        self.fares.push(passenger.fare.unwrap_or(f64::NAN));
        self.ports.push(passenger.port);
        Some(())
    }
}
