//! How the rows of a list lie in memory: as columns, which keep a million rows small and quick to walk.

use super::column::RawColumn;
use super::passenger::{Passenger, Port, Sex};
use super::text::Texts;

/// Marks an unknown count, so that a column of counts takes four bytes a row.
const UNKNOWN: u32 = u32::MAX;

/// The columns of a list; every one has a value, or a mark, for each row.
#[derive(Debug, Clone, Default)]
pub(super) struct Store {
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

impl Store {
    pub fn with(present: impl IntoIterator<Item = RawColumn>) -> Self {
        let present = present.into_iter().fold(0, |bits, column| bits | 1 << column as u16);
        Self { present, ..Self::default() }
    }

    /// The row at a place; panics beyond the end as a slice does. Only the id does that, and all is written out where
    /// it is asked for: so who looks at one column of a million rows reads no other.
    #[expect(clippy::inline_always, reason = "a call would make the whole row")]
    #[inline(always)]
    pub fn passenger(&self, row: usize) -> Passenger<'_> {
        let count = |column: &[u32]| column.get(row).copied().filter(|&count| count != UNKNOWN);
        let number = |column: &[f64]| column.get(row).copied().filter(|number| !number.is_nan());
        Passenger {
            id: self.ids[row],
            survived: self.survived.get(row).copied().flatten(),
            class: self.classes.get(row).copied().filter(|&class| class != 0),
            name: self.names.get(row),
            sex: self.sexes.get(row).copied().unwrap_or(Sex::Male),
            age: number(&self.ages),
            siblings_spouses: count(&self.siblings_spouses),
            parents_children: count(&self.parents_children),
            ticket: self.tickets.get(row),
            fare: number(&self.fares),
            cabin: Some(self.cabins.get(row)).filter(|cabin| !cabin.is_empty()),
            port: self.ports.get(row).copied().flatten(),
        }
    }

    pub fn ids(&self) -> &[u32] {
        &self.ids
    }

    pub const fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether the file had this column.
    pub const fn has(&self, column: RawColumn) -> bool {
        self.present & (1 << column as u16) != 0
    }

    /// The same columns with these rows of it alone.
    pub fn only<'a>(&self, rows: impl Iterator<Item = Passenger<'a>>) -> Self {
        let mut only = Self { present: self.present, ..Self::default() };
        // There is room for them, since there is for all.
        rows.for_each(|row| only.push(&row).unwrap_or_default());
        only
    }

    /// Appends a row; `None` when it would be more than a list can hold.
    pub fn push(&mut self, passenger: &Passenger<'_>) -> Option<()> {
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
