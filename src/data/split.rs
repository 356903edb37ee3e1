//! Which rows of a list are for training, and which of the others are for testing.

use std::sync::Arc;

use super::list::PassengerList;
use super::passenger::Passenger;

/// What a row is for; counts of each kind stand in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowUse {
    /// The network learns from it.
    Training,
    /// It was for training and is held out: no gradient is computed on it, its loss says when to stop.
    HeldOut,
    /// It judges the network, and chooses nothing.
    Testing,
}

/// Which rows of a list are for training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    train_rows: usize,
    held_out: usize,
    /// What each row is for; none where the first ones are for training and all others for testing.
    drawn: Option<Arc<[RowUse]>>,
}

impl Split {
    /// The first rows are for training.
    pub const fn first(train_rows: usize) -> Self {
        Self { train_rows, held_out: 0, drawn: None }
    }

    /// These of a list of so many rows are.
    pub fn drawn(rows: usize, training: impl IntoIterator<Item = u32>) -> Self {
        let mut drawn = vec![RowUse::Testing; rows];
        training.into_iter().for_each(|row| drawn[row as usize] = RowUse::Training);
        Self::of(drawn)
    }

    /// The same for a list of so many rows, with these training rows held out.
    #[must_use]
    pub fn holding_out(&self, rows: usize, held_out: impl IntoIterator<Item = u32>) -> Self {
        let mut drawn: Vec<_> = (0..rows).map(|row| self.is_for(row)).collect();
        held_out.into_iter().for_each(|row| drawn[row as usize] = RowUse::HeldOut);
        Self::of(drawn)
    }

    fn of(drawn: Vec<RowUse>) -> Self {
        let count = |wanted| drawn.iter().filter(|row| **row == wanted).count();
        Self { train_rows: count(RowUse::Training), held_out: count(RowUse::HeldOut), drawn: Some(drawn.into()) }
    }

    /// What a row is for.
    #[inline]
    pub fn is_for(&self, row: usize) -> RowUse {
        match &self.drawn {
            Some(drawn) => drawn[row],
            None if row < self.train_rows => RowUse::Training,
            None => RowUse::Testing,
        }
    }

    /// Whether the network learns from a row.
    #[inline]
    pub fn trains(&self, row: usize) -> bool {
        self.is_for(row) == RowUse::Training
    }

    /// Whether a row is for testing.
    #[inline]
    pub fn tests(&self, row: usize) -> bool {
        self.is_for(row) == RowUse::Testing
    }

    /// From how many rows the network learns.
    pub const fn train_rows(&self) -> usize {
        self.train_rows
    }

    /// How many rows are held out of training.
    pub const fn held_out(&self) -> usize {
        self.held_out
    }

    /// Whether the training rows are the first ones and all others for testing, so that two numbers tell of both parts.
    pub const fn is_first(&self) -> bool {
        self.drawn.is_none()
    }

    /// Who is for training, in the order of the list.
    pub fn training<'a>(&'a self, list: &'a PassengerList) -> impl Iterator<Item = Passenger<'a>> + Clone {
        (0..list.len()).filter(|&row| self.trains(row)).map(|row| list.passenger(row))
    }
}
