//! Which rows of a list are for training; the others are for testing.

use std::sync::Arc;

use super::list::PassengerList;
use super::passenger::Passenger;

/// Which rows of a list are for training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    train_rows: usize,
    /// For each row whether it is for training; none where the first ones are.
    drawn: Option<Arc<[bool]>>,
}

impl Split {
    /// The first rows are for training.
    pub const fn first(train_rows: usize) -> Self {
        Self { train_rows, drawn: None }
    }

    /// These of a list of so many rows are.
    pub fn drawn(rows: usize, training: impl IntoIterator<Item = u32>) -> Self {
        let mut drawn = vec![false; rows];
        training.into_iter().for_each(|row| drawn[row as usize] = true);
        Self { train_rows: drawn.iter().filter(|trains| **trains).count(), drawn: Some(drawn.into()) }
    }

    /// Whether a row is for training.
    #[inline]
    pub fn trains(&self, row: usize) -> bool {
        self.drawn.as_ref().map_or(row < self.train_rows, |drawn| drawn[row])
    }

    /// How many rows are for training.
    pub const fn train_rows(&self) -> usize {
        self.train_rows
    }

    /// Whether the training rows are the first ones, so that two numbers tell of both parts.
    pub const fn is_first(&self) -> bool {
        self.drawn.is_none()
    }

    /// Who is for training, in the order of the list.
    pub fn training<'a>(&'a self, list: &'a PassengerList) -> impl Iterator<Item = Passenger<'a>> + Clone {
        (0..list.len()).filter(|&row| self.trains(row)).map(|row| list.passenger(row))
    }
}
