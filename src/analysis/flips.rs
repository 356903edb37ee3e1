//! Passengers whose answer became right or wrong between two networks.

use std::ptr;

use crate::data::{LiveRows, RowUse, Split};
use crate::training::Predictions;

/// The rows that changed sides, in file order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flips {
    /// Among the training rows.
    pub train: Changed,
    /// Among the test rows.
    pub test: Changed,
}

/// The changes in one part of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    /// Rows that were wrong and are right now.
    pub now_right: Vec<usize>,
    /// Rows that were right and are wrong now.
    pub now_wrong: Vec<usize>,
}

impl Changed {
    fn rows(&self) -> impl Iterator<Item = usize> {
        self.now_right.iter().chain(&self.now_wrong).copied()
    }

    /// How many rows changed either way.
    pub const fn len(&self) -> usize {
        self.now_right.len() + self.now_wrong.len()
    }

    /// Whether none did.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Flips {
    /// The flips from `before` to `after`, which speak of the same list, split in this way.
    /// Rows that belong to no count are right in neither, so they never flip; those held out belong to neither part.
    pub fn between(before: &Predictions, after: &Predictions, split: &Split) -> Self {
        let mut flips = Self::default();
        if ptr::eq(before, after) {
            return flips;
        }
        for row in 0..after.len() {
            let part = match split.is_for(row) {
                RowUse::Training => &mut flips.train,
                RowUse::Testing => &mut flips.test,
                RowUse::HeldOut => continue,
            };
            match (before.is_right(row), after.is_right(row)) {
                (false, true) => part.now_right.push(row),
                (true, false) => part.now_wrong.push(row),
                (true, true) | (false, false) => {}
            }
        }
        flips
    }

    /// All rows that changed, in no order that matters.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        [&self.train, &self.test].into_iter().flat_map(Changed::rows)
    }

    /// How many became right, and how many wrong.
    pub const fn counts(&self) -> (usize, usize) {
        (self.train.now_right.len() + self.test.now_right.len(), self.train.now_wrong.len() + self.test.now_wrong.len())
    }

    /// How many rows changed either way.
    pub const fn len(&self) -> usize {
        self.train.len() + self.test.len()
    }

    /// Whether none did.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::data::PassengerList;
    use crate::training::{Preset, Run};

    #[test]
    fn flips_explain_the_change_of_both_counts() {
        let list = Arc::new(PassengerList::embedded());
        let mut run = Run::from_recipe("", list, Preset::ThePostTrained.recipe()).unwrap();
        for _ in 0..20 {
            run.train().unwrap();
        }
        let live = |epoch| Predictions::new(&run, &run.network_at(epoch));
        let flips = Flips::between(&live(1), &live(20), run.split());
        let explains = |part: &Changed, before: u32, after: u32| {
            part.now_right.len() + before as usize == after as usize + part.now_wrong.len()
        };
        let (before, after) = (run.metrics_at(1), run.metrics_at(20));
        assert!(explains(&flips.test, before.test.correct, after.test.correct));
        assert!(explains(&flips.train, before.train.correct, after.train.correct));
        assert!(flips.test.now_right.iter().all(|row| *row >= 600));
        assert!(!flips.is_empty());
    }

    #[test]
    fn from_epoch_10_to_50_of_the_posts_training_23_test_rows_flip() {
        let list = Arc::new(PassengerList::embedded());
        let mut run = Run::from_recipe("", list, Preset::ThePostTrained.recipe()).unwrap();
        for _ in 0..50 {
            run.train().unwrap();
        }
        let live = |epoch| Predictions::new(&run, &run.network_at(epoch));
        let flips = Flips::between(&live(10), &live(50), run.split());
        assert_eq!((flips.test.now_right.len(), flips.test.now_wrong.len()), (16, 7));
        let up = flips.train.now_right.len() + flips.test.now_right.len();
        assert_eq!((up, flips.len() - up), (46, 14));
    }
}
