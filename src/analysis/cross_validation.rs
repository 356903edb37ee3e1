//! Cross-validation: the training rows are dealt into folds, and each fold is judged by a network that learned from the
//! others by the same recipe. Trained piece by piece, so that whoever calls decides how long a piece is.
//!
//! The folds are made of a list that holds the training rows alone: of the test rows nothing is known here, neither for
//! learning nor for means and deviations, and so they stay what one may judge by in the end.

use std::sync::Arc;

use serde::Serialize;
use thiserror::Error;

use super::{Spread, ahead};
use crate::data::number::defined;
use crate::data::{PassengerList, Split};
use crate::training::{Part, Recipe, Run, TrainError, folds, on_split};

/// A cross-validation, however far it has come.
#[derive(Debug, Clone)]
pub struct CrossValidation {
    recipe: Recipe,
    epochs: u64,
    people: Arc<PassengerList>,
    folds: Vec<Split>,
    judged: Vec<Fold>,
    current: Option<Box<Run>>,
}

/// What the network that never saw a fold says of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Fold {
    /// Its right answers and its loss.
    #[serde(flatten)]
    pub held: Part,
    /// The epoch it is judged at: the last one, or the one after which its numbers overflowed.
    pub epoch: u64,
}

/// Why there is no cross-validation.
#[derive(Debug, Error)]
pub enum FoldsError {
    /// Each fold needs somebody to judge, and somebody else to learn from.
    #[error("{folds} folds cannot be made of {rows} training rows; choose 2 to {rows}")]
    Count {
        /// How many folds are asked for.
        folds: usize,
        /// How many rows there are.
        rows: usize,
    },
    /// Nobody is left to learn from.
    #[error("cross-validation needs at least 2 training rows, and there are {0}")]
    TooFew(usize),
    /// A fold whose network cannot be trained.
    #[error(transparent)]
    Train(#[from] TrainError),
}

impl CrossValidation {
    /// So many folds of the training rows of a run's list, by its recipe, of which nothing is done.
    ///
    /// # Errors
    /// Where there are too few rows for so many folds, or one fold or none.
    pub fn new(run: &Run, count: usize, epochs: u64) -> Result<Self, FoldsError> {
        let (recipe, rows) = (run.recipe().clone(), run.split().train_rows());
        if rows < 2 {
            return Err(FoldsError::TooFew(rows));
        }
        if !(2..=rows).contains(&count) {
            return Err(FoldsError::Count { folds: count, rows });
        }
        let people = Arc::new(run.list().only(run.split().training(run.list())));
        let folds = folds(&people, count, recipe.seed);
        Ok(Self { recipe, epochs, people, folds, judged: Vec::new(), current: None })
    }

    /// By what its networks are made.
    pub const fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// How far each network is trained.
    pub const fn epochs(&self) -> u64 {
        self.epochs
    }

    /// How many rows are dealt into folds.
    pub fn rows(&self) -> usize {
        self.people.len()
    }

    /// How many folds there are.
    pub const fn count(&self) -> usize {
        self.folds.len()
    }

    /// The folds that are judged, in their order.
    pub fn judged(&self) -> &[Fold] {
        &self.judged
    }

    /// Whether all are.
    pub const fn is_done(&self) -> bool {
        self.judged.len() == self.folds.len()
    }

    /// How many epochs are trained, and of how many; a network that overflowed counts as trained to the end.
    pub fn progress(&self) -> (u64, u64) {
        let current = self.current.as_ref().map_or(0, |run| run.last_epoch());
        (self.judged.len() as u64 * self.epochs + current, self.folds.len() as u64 * self.epochs)
    }

    /// Trains for about a millisecond: some epochs of one network, of which only what it says of its fold is kept.
    ///
    /// # Errors
    /// Where the rows cannot be trained on.
    pub fn advance(&mut self) -> Result<(), TrainError> {
        let Some(split) = self.folds.get(self.judged.len()) else {
            return Ok(());
        };
        let mut run = if let Some(run) = self.current.take() {
            run
        } else {
            let made_of = (String::new(), Arc::clone(&self.people), self.recipe.clone());
            let mut run = on_split(made_of, split.clone())?;
            // Nobody will walk back through it.
            run.set_history_bytes(0);
            Box::new(run)
        };
        if ahead::train_a_piece(&mut run, self.epochs).is_some() {
            self.judged.push(Fold { held: run.metrics().test, epoch: run.last_epoch() });
        } else {
            self.current = Some(run);
        }
        Ok(())
    }

    /// The shares of right answers, from 0 to 1; none before two folds are judged.
    pub fn accuracy(&self) -> Option<Spread> {
        let shares: Vec<f64> = self.judged.iter().filter_map(|fold| fold.held.accuracy()).collect();
        Spread::of(&shares)
    }

    /// The losses.
    pub fn loss(&self) -> Option<Spread> {
        let losses: Vec<f64> = self.judged.iter().filter_map(|fold| defined(fold.held.loss)).collect();
        Spread::of(&losses)
    }

    /// Right answers over all folds, and out of how many.
    pub fn counted(&self) -> (u32, u32) {
        let add = |sum: (u32, u32), fold: &Fold| (sum.0 + fold.held.correct, sum.1 + fold.held.total);
        self.judged.iter().fold((0, 0), add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Labels;
    use crate::nn::OptimizerKind;
    use crate::training::tests::run_of;
    use crate::training::{Feature, Scaling, SplitRule};

    fn recipe() -> Recipe {
        Recipe {
            features: vec![Feature::Age, Feature::Sex, Feature::Title],
            scaling: Scaling::Standard,
            hidden: vec![3],
            optimizer: OptimizerKind::Adam,
            learning_rate: 0.05,
            seed: 3,
            ..Recipe::default()
        }
    }

    fn validated(run: &Run, count: usize, epochs: u64) -> CrossValidation {
        let mut validation = CrossValidation::new(run, count, epochs).unwrap();
        while !validation.is_done() {
            validation.advance().unwrap();
        }
        validation
    }

    /// The list inside the program, each line of it after the header changed.
    fn list_of(change: impl Fn(usize, &str) -> String) -> Arc<PassengerList> {
        let mut lines = include_str!("../../data/titanic.csv").lines();
        let header = lines.next().unwrap().to_owned();
        let rows = lines.enumerate().map(|(row, line)| change(row, line));
        let text = std::iter::once(header).chain(rows).collect::<Vec<_>>().join("\n");
        Arc::new(PassengerList::read("list", text.as_bytes(), Labels::Required).unwrap())
    }

    #[test]
    fn the_folds_are_a_partition_of_the_training_rows_and_alike() {
        for count in [2, 7, 10, 600] {
            let validation = CrossValidation::new(&run_of(recipe()), count, 1).unwrap();
            let people = &validation.people;
            assert_eq!((validation.rows(), validation.count()), (600, count));
            for row in 0..600 {
                let held = validation.folds.iter().filter(|split| !split.trains(row)).count();
                assert_eq!(held, 1, "row {row} is judged once");
                assert_eq!(people.passenger(row), run_of(recipe()).list().passenger(row));
            }
            // Of each fold: all, and those who lived in third class.
            let held = |split: &Split| {
                let rows = (0..600).filter(|&row| !split.trains(row)).map(|row| people.passenger(row));
                let kind =
                    |person: &crate::data::Passenger<'_>| person.survived == Some(true) && person.class == Some(3);
                (rows.clone().count(), rows.filter(kind).count())
            };
            let held: Vec<_> = validation.folds.iter().map(held).collect();
            let differ = |of: fn(&(usize, usize)) -> usize| {
                held.iter().map(of).max().unwrap() - held.iter().map(of).min().unwrap()
            };
            assert!(differ(|held| held.0) <= 1 && differ(|held| held.1) <= 1, "{held:?}");
        }
    }

    #[test]
    fn each_fold_is_judged_as_by_a_run_that_learns_from_the_others_alone() {
        let run = run_of(recipe());
        let validation = validated(&run, 4, 20);
        let lines: Vec<&str> = include_str!("../../data/titanic.csv").lines().collect();
        for (split, judged) in validation.folds.iter().zip(validation.judged()) {
            let row = |&row: &usize| lines[row + 1];
            let (train, held): (Vec<usize>, Vec<usize>) = (0..600).partition(|&row| split.trains(row));
            let text: Vec<&str> =
                std::iter::once(lines[0]).chain(train.iter().map(row)).chain(held.iter().map(row)).collect();
            let list = PassengerList::read("fold", text.join("\n").as_bytes(), Labels::Required).unwrap();
            let recipe = Recipe { train_rows: Some(train.len()), ..recipe() };
            let mut alone = Run::from_recipe("", Arc::new(list), recipe).unwrap();
            (0..20).for_each(|_| alone.train().unwrap());
            assert_eq!((judged.held, judged.epoch), (alone.metrics().test, 20));
        }
        assert_eq!(validated(&run, 4, 20).judged(), validation.judged(), "and the same bits come out again");
    }

    #[test]
    fn whatever_the_test_rows_are_the_folds_say_the_same() {
        // Others died, and all are a hundred years old.
        let other = list_of(|row, line| {
            let fields: Vec<&str> = line.splitn(3, ',').collect();
            if row < 600 {
                return line.to_owned();
            }
            let lived = if fields[1] == "0" { "1" } else { "0" };
            format!("{},{lived},1,\"Nobody, Mr. X\",male,100,9,9,x,500,,", fields[0])
        });
        let changed = Run::from_recipe("", other, Recipe { train_rows: Some(600), ..recipe() }).unwrap();
        let own = validated(&run_of(recipe()), 5, 10);
        assert_eq!(validated(&changed, 5, 10).judged(), own.judged());
        assert_eq!(own.counted().1, 600, "and all of the others are judged");
        let drawn = run_of(Recipe { split: SplitRule::Stratified, train_rows: Some(300), ..recipe() });
        let of_drawn = validated(&drawn, 5, 10);
        assert_eq!((of_drawn.rows(), of_drawn.counted().1), (300, 300));
    }

    #[test]
    fn mean_deviation_and_range_are_those_of_the_folds() {
        let validation = validated(&run_of(recipe()), 3, 10);
        let shares = validation.judged().iter().map(|fold| f64::from(fold.held.correct) / f64::from(fold.held.total));
        let mean = shares.clone().sum::<f64>() / 3.0;
        let sd = (shares.map(|share| (share - mean) * (share - mean)).sum::<f64>() / 2.0).sqrt();
        let accuracy = validation.accuracy().unwrap();
        assert!((accuracy.mean - mean).abs() < 1e-15 && (accuracy.sd - sd).abs() < 1e-15);
        let losses = validation.judged().iter().map(|fold| fold.held.loss).sum::<f64>() / 3.0;
        assert!((validation.loss().unwrap().mean - losses).abs() < 1e-15);
    }

    #[test]
    fn a_piece_is_a_few_epochs_and_one_that_overflows_counts_as_it_stood() {
        let mut validation = CrossValidation::new(&run_of(Recipe { hidden: vec![64], ..recipe() }), 2, 700).unwrap();
        let mut pieces = 0;
        while validation.judged().is_empty() {
            validation.advance().unwrap();
            pieces += 1;
        }
        assert!(pieces > 3 && validation.current.is_none(), "{pieces}");
        assert_eq!(validation.progress(), (700, 1400));
        let wild = Recipe { learning_rate: 1e308, optimizer: OptimizerKind::Gd, ..recipe() };
        let wild = validated(&run_of(wild), 2, 30);
        assert!(wild.judged().iter().all(|fold| fold.epoch < 30 && fold.held.loss.is_finite()), "{:?}", wild.judged());
    }

    #[test]
    fn one_fold_or_more_than_rows_are_none() {
        for count in [0, 1, 601] {
            let refused = CrossValidation::new(&run_of(recipe()), count, 1).unwrap_err();
            assert!(matches!(refused, FoldsError::Count { folds, rows: 600 } if folds == count));
        }
    }
}
