//! The missing half of the post: hidden widths over several seeds, by one fixed recipe. Which runs, how
//! far, and what came out; trained piece by piece, so that whoever calls decides how long a piece is.

use std::sync::Arc;

use super::ahead;
use crate::analysis::diagnosis::neuron_states;
use crate::data::{PassengerList, median};
use crate::nn::Init;
use crate::training::{Recipe, Run, Scaling, SplitRule, TrainError};

/// The bars of the chart the author drew and never published, in his `accuracy-graph.js`: hidden
/// width, and right answers in per cent on rows 1 to 600 and 601 to 891.
pub const AUTHOR: [(usize, f64, f64); 9] = [
    (0, 68.00, 70.79),
    (1, 60.67, 63.57),
    (2, 60.67, 63.57),
    (3, 76.17, 74.23),
    (4, 79.17, 77.66),
    (8, 79.17, 77.66),
    (16, 79.17, 77.66),
    (32, 78.67, 77.32),
    (64, 78.83, 77.66),
];

/// What is to be trained: every width with every seed from 1 on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Hidden neurons; 0 is no hidden layer.
    pub widths: Vec<usize>,
    /// How many seeds.
    pub seeds: u64,
    /// Epochs of each run.
    pub epochs: u64,
    /// How many rows are for training, where that is not as by default.
    pub train_rows: Option<usize>,
    /// Which rows these are; where they are drawn, each seed draws its own.
    pub split: SplitRule,
}

impl Default for Plan {
    fn default() -> Self {
        let widths = AUTHOR.iter().map(|&(width, ..)| width).collect();
        Self { widths, seeds: 8, epochs: 2_000, train_rows: None, split: SplitRule::First }
    }
}

impl Plan {
    /// The same on other training rows, those of a recipe for this list.
    #[must_use]
    pub fn on_rows_of(&self, recipe: &Recipe, list: &PassengerList) -> Self {
        let rows = recipe.train_rows_of(list);
        let usual = Recipe::default().train_rows_of(list);
        Self { train_rows: (rows != usual).then_some(rows), split: recipe.split, ..self.clone() }
    }

    /// The recipe of one run.
    pub fn recipe(&self, width: usize, seed: u64) -> Recipe {
        Recipe {
            scaling: Scaling::Standard,
            hidden: if width == 0 { Vec::new() } else { vec![width] },
            init: Some(Init::He),
            learning_rate: 0.5,
            seed,
            train_rows: self.train_rows,
            split: self.split,
            ..Recipe::default()
        }
    }
}

/// What came of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Its seed.
    pub seed: u64,
    /// Right answers on the training rows, and out of how many.
    pub train: (u32, u32),
    /// The same on the test rows.
    pub test: (u32, u32),
    /// Hidden neurons that are off for every training row.
    pub dead: usize,
    /// Whether its numbers overflowed before the last epoch; it counts as it stood then.
    pub diverged: bool,
}

/// What comes of [`Plan::default`] on the list inside the program, width by width: of each seed the right answers on
/// training and test rows and the dead neurons. The same bits come out wherever it is trained; a test does so.
#[rustfmt::skip]
const STORED: [[(u32, u32, usize); 8]; 9] = [
    [(475, 226, 0), (475, 226, 0), (475, 226, 0), (475, 226, 0), (475, 226, 0), (475, 226, 0), (475, 226, 0), (475, 226, 0)],
    [(475, 226, 0), (475, 226, 0), (364, 185, 1), (475, 226, 0), (475, 226, 0), (475, 226, 0), (475, 226, 0), (475, 226, 0)],
    [(475, 226, 0), (475, 226, 0), (478, 230, 0), (474, 225, 0), (475, 226, 0), (476, 231, 0), (475, 226, 1), (475, 226, 0)],
    [(478, 230, 0), (475, 226, 0), (475, 226, 0), (475, 226, 0), (475, 227, 0), (478, 230, 0), (364, 185, 3), (478, 230, 0)],
    [(475, 226, 0), (475, 226, 1), (478, 230, 0), (478, 230, 0), (475, 230, 0), (478, 230, 0), (479, 230, 0), (478, 230, 1)],
    [(478, 230, 2), (482, 232, 0), (478, 230, 0), (478, 230, 0), (478, 231, 0), (478, 230, 0), (478, 230, 1), (478, 230, 0)],
    [(478, 231, 1), (478, 230, 1), (478, 230, 0), (478, 230, 1), (478, 230, 0), (478, 230, 3), (478, 230, 1), (480, 232, 2)],
    [(478, 232, 1), (477, 230, 3), (478, 231, 1), (482, 232, 1), (477, 230, 3), (478, 230, 2), (478, 233, 3), (478, 230, 2)],
    [(476, 231, 4), (474, 229, 4), (474, 230, 2), (476, 231, 2), (476, 231, 1), (477, 230, 0), (476, 231, 2), (478, 232, 1)],
];

/// A sweep, however far it has come.
#[derive(Debug, Clone)]
pub struct Sweep {
    plan: Plan,
    outcomes: Vec<Vec<Outcome>>,
    current: Option<Box<Run>>,
}

impl Sweep {
    /// A sweep of which nothing is done.
    pub fn new(plan: Plan) -> Self {
        Self { outcomes: vec![Vec::new(); plan.widths.len()], plan, current: None }
    }

    /// Takes over what is known to come of it on this list, where nothing is done yet.
    pub fn take_stored(&mut self, list: &PassengerList) {
        if !list.is_embedded() || self.current.is_some() || self.progress().0 > 0 || self.plan != Plan::default() {
            return;
        }
        let train = self.plan.recipe(0, 1).train_rows_of(list) as u32;
        let test = list.len() as u32 - train;
        let outcome = |(seed, (right, tested, dead))| Outcome {
            seed,
            train: (right, train),
            test: (tested, test),
            dead,
            diverged: false,
        };
        self.outcomes = STORED.map(|seeds| (1..).zip(seeds).map(outcome).collect()).to_vec();
    }

    /// What is to be trained.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What came of the runs of the width at a place, in the order of their seeds.
    pub fn outcomes(&self, place: usize) -> &[Outcome] {
        self.outcomes.get(place).map_or(&[], Vec::as_slice)
    }

    /// How many runs are done, and how many there are.
    pub fn progress(&self) -> (u64, u64) {
        let done: usize = self.outcomes.iter().map(Vec::len).sum();
        let all = self.plan.widths.len() as u64 * self.plan.seeds;
        (done as u64, all)
    }

    /// How far the run in training is, from 0 to 1.
    pub fn fraction(&self) -> f64 {
        let run = self.current.as_ref();
        run.map_or(0.0, |run| run.last_epoch() as f64 / self.plan.epochs.max(1) as f64)
    }

    /// The place of the width and the seed that are next or in training; none once all is done.
    pub fn next(&self) -> Option<(usize, u64)> {
        let mut places = self.outcomes.iter().enumerate();
        let place = places.find(|(_, done)| (done.len() as u64) < self.plan.seeds);
        place.map(|(place, done)| (place, done.len() as u64 + 1))
    }

    /// Trains for about a millisecond: some epochs of one run, whose result is kept and nothing else.
    ///
    /// # Errors
    /// Where the list cannot be trained on.
    pub fn advance(&mut self, list: &Arc<PassengerList>) -> Result<(), TrainError> {
        let Some((place, seed)) = self.next() else {
            return Ok(());
        };
        let mut run = if let Some(run) = self.current.take() {
            run
        } else {
            let recipe = self.plan.recipe(self.plan.widths[place], seed);
            let mut run = Run::from_recipe("", Arc::clone(list), recipe)?;
            // Nobody will walk back through it.
            run.set_history_bytes(0);
            Box::new(run)
        };
        match ahead::train_a_piece(&mut run, self.plan.epochs) {
            Some(diverged) => self.outcomes[place].push(outcome(&run, seed, diverged)),
            None => self.current = Some(run),
        }
        Ok(())
    }
}

fn outcome(run: &Run, seed: u64, diverged: bool) -> Outcome {
    let metrics = run.metrics();
    let neurons = neuron_states(run, run.network());
    let hidden = &neurons[..neurons.len() - 1];
    Outcome {
        seed,
        train: (metrics.train.correct, metrics.train.total),
        test: (metrics.test.correct, metrics.test.total),
        dead: hidden.iter().flatten().filter(|neuron| neuron.dead).count(),
        diverged,
    }
}

/// The middle of some counts, of an even number the mean of the middle two, with the least and the
/// greatest; none of nothing.
pub fn spread(counts: impl Iterator<Item = u32>) -> Option<(f64, u32, u32)> {
    let mut counts: Vec<u32> = counts.collect();
    counts.sort_unstable();
    let rising: Vec<f64> = counts.iter().copied().map(f64::from).collect();
    Some((median(&rising)?, *counts.first()?, *counts.last()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Arc<PassengerList> {
        Arc::new(PassengerList::embedded())
    }

    fn small() -> Plan {
        Plan { widths: vec![0, 3], seeds: 2, epochs: 40, ..Plan::default() }
    }

    fn finished(mut sweep: Sweep, list: &Arc<PassengerList>) -> Sweep {
        while sweep.next().is_some() {
            sweep.advance(list).unwrap();
        }
        sweep
    }

    #[test]
    fn each_result_is_that_of_the_run_trained_alone() {
        let list = list();
        let sweep = finished(Sweep::new(small()), &list);
        assert_eq!(sweep.progress(), (4, 4));
        for (place, width) in [0, 3].into_iter().enumerate() {
            for (found, seed) in sweep.outcomes(place).iter().zip(1..) {
                let recipe = sweep.plan().recipe(width, seed);
                let mut run = Run::from_recipe("", Arc::clone(&list), recipe).unwrap();
                for _ in 0..40 {
                    run.train().unwrap();
                }
                assert_eq!(*found, outcome(&run, seed, false));
                assert_eq!(found.train.1 + found.test.1, 891);
            }
        }
    }

    #[test]
    fn it_learns_from_the_rows_of_a_recipe() {
        let list = list();
        let recipe = Recipe { split: SplitRule::Stratified, train_rows: Some(400), seed: 9, ..Recipe::default() };
        let plan = small().on_rows_of(&recipe, &list);
        let sweep = finished(Sweep::new(plan.clone()), &list);
        let run = Run::from_recipe("", Arc::clone(&list), plan.recipe(3, 2)).unwrap();
        let drawn = Recipe { seed: 2, ..recipe.clone() };
        assert_eq!(*run.split(), drawn.split_of(&list), "each seed draws its own");
        assert_eq!(sweep.outcomes(1)[1].train.1, 400);
        let mut known = Sweep::new(Plan::default().on_rows_of(&recipe, &list));
        known.take_stored(&list);
        assert_eq!(known.progress().0, 0, "nothing is known of other rows");
        let usual = Recipe { train_rows: Some(600), ..Recipe::default() };
        assert_eq!(Plan::default().on_rows_of(&usual, &list), Plan::default());
    }

    #[test]
    fn what_is_stored_is_what_training_gives() {
        let list = list();
        let mut stored = Sweep::new(Plan::default());
        stored.take_stored(&list);
        assert_eq!(stored.next(), None);
        let trained = finished(Sweep::new(Plan::default()), &list);
        for (place, (width, ..)) in AUTHOR.into_iter().enumerate() {
            assert_eq!(stored.outcomes(place), trained.outcomes(place), "width {width}");
        }
        let mut own = Sweep::new(small());
        own.take_stored(&list);
        assert_eq!(own.progress(), (0, 4), "another plan is not known");
    }

    #[test]
    fn a_piece_is_a_few_epochs_of_one_run_and_nothing_of_a_run_is_kept() {
        let list = list();
        let mut sweep = Sweep::new(Plan { widths: vec![64], seeds: 2, epochs: 700, ..Plan::default() });
        let mut before = 0.0;
        let mut pieces = 0;
        while sweep.outcomes(0).is_empty() {
            sweep.advance(&list).unwrap();
            pieces += 1;
            let fraction = sweep.fraction();
            assert!(fraction - before <= 0.3, "a share of one run at once");
            before = fraction;
        }
        assert!(pieces > 1 && sweep.current.is_none());
        assert_eq!(sweep.next(), Some((0, 2)));
    }

    #[test]
    fn without_a_hidden_layer_every_seed_finds_the_women_rule() {
        let list = list();
        let plan = Plan { widths: vec![0], epochs: 300, ..Plan::default() };
        let sweep = finished(Sweep::new(plan), &list);
        assert_eq!(sweep.outcomes(0).len(), 8);
        for outcome in sweep.outcomes(0) {
            assert_eq!((outcome.train, outcome.test), ((475, 600), (226, 291)));
            assert_eq!((outcome.dead, outcome.diverged), (0, false));
        }
    }

    #[test]
    fn a_dead_neuron_is_counted_and_its_network_says_that_everyone_died() {
        // Seed 3 begins one neuron wide where it is on for few, and it dies.
        let list = list();
        let mut run = Run::from_recipe("", Arc::clone(&list), Plan::default().recipe(1, 3)).unwrap();
        for _ in 0..1000 {
            run.train().unwrap();
        }
        let found = outcome(&run, 3, false);
        assert_eq!((found.dead, found.train.0, found.test.0), (1, 364, 185));
    }

    #[test]
    fn the_authors_bars_are_whole_counts() {
        for (width, train, test) in AUTHOR {
            for (percent, rows) in [(train, 600.0), (test, 291.0)] {
                let count = (percent * rows / 100.0_f64).round();
                let again = (count / rows * 1e4).round() / 100.0;
                assert!((again - percent).abs() < 1e-9, "{width}: {count}");
            }
        }
    }

    #[test]
    fn the_middle_of_counts_and_their_ends() {
        assert_eq!(spread([230, 185, 226].into_iter()), Some((226.0, 185, 230)));
        assert_eq!(spread([230, 226].into_iter()), Some((228.0, 226, 230)));
        assert_eq!(spread(std::iter::empty()), None);
    }
}
