//! What a network answers about everyone who counts: the one list that all measures are taken from.

use serde::{Deserialize, Serialize};

use crate::data::RowUse;
use crate::data::number::defined;
use crate::kernel::{Kernel, PackedRows};
use crate::nn::{Network, Rows};
use crate::training::Run;

/// One thing for the training rows and the same for the test rows; they are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Apart<T> {
    /// Of the rows the network learned from.
    pub train: T,
    /// Of the rows it never saw.
    pub test: T,
}

/// What the network says of one person whose end is known; of a million people 16 bytes each.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// NaN where there is none.
    z: f64,
    place: u32,
    /// What became of them.
    pub lived: bool,
}

impl<T> Apart<T> {
    /// Both made in the same way.
    pub fn map<U>(&self, mut make: impl FnMut(&T) -> U) -> Apart<U> {
        Apart { train: make(&self.train), test: make(&self.test) }
    }

    /// That of the rows with this use; nothing is told of those held out.
    pub(super) const fn part_mut(&mut self, is_for: RowUse) -> Option<&mut T> {
        match is_for {
            RowUse::Training => Some(&mut self.train),
            RowUse::Testing => Some(&mut self.test),
            RowUse::HeldOut => None,
        }
    }
}

impl Answer {
    /// That about a row of the list, with its logit; none where a missing age counts as predicted "died" at every
    /// threshold.
    pub(super) fn new(place: usize, z: Option<f64>, lived: bool) -> Self {
        Self { z: z.unwrap_or(f64::NAN), place: place as u32, lived }
    }

    /// The row of the list.
    pub(super) const fn place(&self) -> usize {
        self.place as usize
    }

    /// The logit, if there is one.
    pub(super) fn z(&self) -> Option<f64> {
        Some(self.z).filter(|z| !z.is_nan())
    }

    /// Whether they are predicted to have lived: when z > `fence`, the logit of the threshold.
    pub(super) fn says_lived(&self, fence: f64) -> bool {
        self.z > fence
    }

    /// Whether what is predicted is what became of them.
    pub(super) fn is_right(&self, fence: f64) -> bool {
        self.says_lived(fence) == self.lived
    }
}

/// The answers of a network of this run's shape, under the run's policy for missing ages: first those
/// with a logit, in the order of the list, then those counted as died. Whose sums overflow is not counted.
pub fn answers(run: &Run, network: &Network) -> Apart<Vec<Answer>> {
    let mut kernel = Kernel::new(network.shape());
    let mut asked = |rows: &Rows, packed: &PackedRows| -> Vec<Answer> {
        let mut answers = Vec::with_capacity(rows.len());
        kernel.logits(network, packed, |row, z| {
            let (place, lived) = (rows.place(row), rows.label(row) > 0.5);
            answers.extend(defined(z).map(|z| Answer::new(place, Some(z), lived)));
        });
        answers
    };
    let train = asked(run.training_rows(), run.training_packed());
    let mut all = Apart { train, test: asked(run.test_rows(), run.test_packed()) };
    for place in run.counted_dead() {
        let Some(part) = all.part_mut(run.split().is_for(place)) else { continue };
        part.push(Answer::new(place, None, run.list().passenger(place).survived == Some(true)));
    }
    all
}
