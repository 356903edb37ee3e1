//! The list of passengers: typed rows, from the files inside the program or from elsewhere.

use std::io::Read;

use super::column::RawColumn;
use super::passenger::Passenger;
use super::read::{Labels, ListReader, ListReport, ReadError};
use super::store::Store;

pub(super) const TRAIN: &str = include_str!("../../data/titanic.csv");
pub(super) const TEST: &str = include_str!("../../data/titanic_test.csv");

/// A list of passengers in the order of its file.
#[derive(Debug, Clone)]
pub struct PassengerList {
    source: String,
    embedded: bool,
    columns: Store,
    aged: usize,
    report: ListReport,
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
        Self::read_by(ListReader::new(source, reader, labels))
    }

    /// The list that a reader is on the way to, of which it may have read a part already, or all.
    ///
    /// # Errors
    /// As for [`Self::read`].
    pub fn read_by(reader: ListReader<impl Read>) -> Result<Self, ReadError> {
        let (source, columns, report) = reader.finish()?;
        let aged = known_ages(&columns);
        Ok(Self { source, embedded: false, columns, aged, report })
    }

    /// The list with these of its people alone.
    #[must_use]
    pub fn only<'a>(&self, people: impl Iterator<Item = Passenger<'a>>) -> Self {
        let columns = self.columns.only(people);
        let aged = known_ages(&columns);
        Self { source: self.source.clone(), embedded: false, columns, aged, report: self.report.clone() }
    }

    /// The file's name, for messages and titles.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What was found in its file beside the rows.
    pub const fn report(&self) -> &ListReport {
        &self.report
    }

    /// Whether this is the embedded train list, whose split and figures the post gives.
    pub const fn is_embedded(&self) -> bool {
        self.embedded
    }

    /// How many passengers there are; at least one.
    pub const fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there are none, which reading refuses.
    pub const fn is_empty(&self) -> bool {
        self.columns.len() == 0
    }

    /// How many passengers' age is known.
    pub const fn aged(&self) -> usize {
        self.aged
    }

    /// The passenger of this row, counted from 0; panics beyond the end as a slice does.
    #[expect(clippy::inline_always, reason = "a call would make the whole row")]
    #[inline(always)]
    pub fn passenger(&self, row: usize) -> Passenger<'_> {
        self.columns.passenger(row)
    }

    /// A short number that two lists share whose rows a network could not tell apart.
    pub fn fingerprint(&self) -> u32 {
        let mut print = crc32fast::Hasher::new();
        for person in self.passengers() {
            let Passenger { id: _, survived, class, name, sex, age, siblings_spouses, parents_children, .. } = person;
            let Passenger { ticket: _, fare, cabin, port, .. } = person;
            let numbers = [
                survived.map(f64::from),
                class.map(f64::from),
                age,
                siblings_spouses.map(f64::from),
                parents_children.map(f64::from),
                fare,
                port.map(|port| f64::from(port as u8)),
                cabin.map(|_| 1.0),
            ];
            for number in numbers {
                print.update(&number.unwrap_or(-1.0).to_bits().to_le_bytes());
            }
            print.update(sex.name().as_bytes());
            print.update(name.as_bytes());
        }
        print.finalize()
    }

    /// The row of the passenger with this number.
    pub fn row_of(&self, id: u32) -> Option<usize> {
        self.columns.ids().iter().position(|&known| known == id)
    }

    /// All passengers in file order.
    pub fn passengers(&self) -> impl ExactSizeIterator<Item = Passenger<'_>> + Clone {
        (0..self.len()).map(|row| self.passenger(row))
    }

    /// Whether the file had this column.
    pub const fn has(&self, column: RawColumn) -> bool {
        self.columns.has(column)
    }
}

/// How many people's age is known.
fn known_ages(columns: &Store) -> usize {
    (0..columns.len()).filter(|&row| columns.passenger(row).age.is_some()).count()
}
