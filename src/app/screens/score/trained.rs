//! The other network on the scoreboard: the post's two inputs, trained by the program itself. It is
//! learned when the screen is first shown, in slices where the list is long.

use std::sync::Arc;

use crate::app::screens::score::board::Judged;
use crate::data::Split;
use crate::training::{MissingAge, Preset, Recipe, Run};

/// The epoch it is judged at.
pub const EPOCH: u64 = 50;

/// What it was made by.
const PRESET: Preset = Preset::ThePostTrained;

/// As long as this in nanoseconds a key may wait for it.
const AT_ONCE: u64 = 8_000_000;

/// How far it has come.
#[derive(Debug, Clone, Default)]
pub enum Trained {
    /// Nobody has looked yet.
    #[default]
    Unknown,
    /// It is learning.
    Learning(Box<Run>),
    /// It has learned.
    Done {
        /// Its answers.
        judged: Box<Judged>,
        /// Which rows it learned from, so that it is judged on the same ones as the run on the screen.
        split: Split,
    },
    /// This list cannot be trained on by that recipe, or not so far.
    Impossible,
}

impl Trained {
    /// Begins it where that has not been done for the split of the run beside it, and ends it where that is
    /// quick.
    pub(super) fn follow(&mut self, beside: &Run) {
        let is_for = match self {
            Self::Unknown => false,
            Self::Learning(run) => run.split() == beside.split(),
            Self::Done { split, .. } => split == beside.split(),
            Self::Impossible => true,
        };
        if !is_for {
            let &Recipe { train_rows, split, held_out, seed, .. } = beside.recipe();
            let recipe = Recipe { train_rows, split, held_out, seed, missing_age: MissingAge::Mean, ..PRESET.recipe() };
            *self = match Run::from_recipe("", Arc::clone(beside.list()), recipe) {
                Ok(run) => Self::Learning(Box::new(run)),
                Err(_) => Self::Impossible,
            };
        }
        if let Self::Learning(run) = self
            && run.about_epoch_nanoseconds() * EPOCH <= AT_ONCE
        {
            self.learn(EPOCH);
        }
    }

    /// Learns for about a millisecond.
    pub(super) fn slice(&mut self) {
        if let Self::Learning(run) = self {
            let epochs = run.epochs_per_millisecond();
            self.learn(epochs);
        }
    }

    fn learn(&mut self, epochs: u64) {
        let Self::Learning(run) = self else { return };
        for _ in 0..epochs.min(EPOCH - run.epoch()) {
            if run.train().is_err() {
                *self = Self::Impossible;
                return;
            }
        }
        if run.epoch() == EPOCH {
            *self = Self::Done { judged: Box::new(Judged::asked(run, run.network())), split: run.split().clone() };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::HeldOut;
    use crate::training::tests::run_of;

    #[test]
    fn it_learns_from_the_rows_of_a_run_that_holds_some_out_and_comes_to_its_end() {
        let run = run_of(Recipe { held_out: HeldOut::Fifth, seed: 3, ..Recipe::default() });
        let mut trained = Trained::Unknown;
        for _ in 0..2 {
            trained.follow(&run);
            trained.learn(EPOCH);
            assert!(matches!(&trained, Trained::Done { split, .. } if split == run.split()));
        }
    }
}
