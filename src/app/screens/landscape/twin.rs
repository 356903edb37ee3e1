//! The same run with the other scaling, trained along in lock-step where nobody sees it: what the right-hand
//! map is about.

use std::sync::Arc;

use crate::analysis::landscape::{converted, other_scaling};
use crate::training::{Recipe, Run, Scaling, Stop};

/// How many times larger the rate on scaled inputs is: the post's ages have a standard deviation of about 13,
/// and a limit that grows with its square. Rates of 0.005 raw and 0.5 scaled are both well below theirs.
const RATE_FACTOR: f64 = 100.0;
/// The memory for the key frames of a twin, in bytes.
const FRAMES: usize = 8 << 20;

/// Why there is no other map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTwin {
    /// None of the inputs is scaled, in either recipe.
    NothingToScale,
    /// The list cannot be used with the other recipe, or its numbers overflow there.
    CannotBegin,
}

impl NoTwin {
    /// Whether that is still so for this run.
    pub(super) fn still_holds(self, run: &Run) -> bool {
        match self {
            Self::NothingToScale => !has_scales(run),
            Self::CannotBegin => has_scales(run),
        }
    }
}

/// A hidden run with the other scaling.
#[derive(Debug)]
pub struct Twin {
    run: Run,
    recipe: Recipe,
    name: String,
    /// The epoch of the other run it begins at, and that run's numbers there.
    start: u64,
    began_with: Vec<f64>,
    /// Whether it begins with the same function in the other coordinates, not with the recipe's first weights.
    converted: bool,
    goal: u64,
    stopped: Option<Stop>,
}

/// The last epoch up to the cursor at which numbers were set by hand, else the first: from there on both runs
/// only follow their recipes.
fn start_of(run: &Run) -> u64 {
    let edited = run.changes().iter().filter(|change| !change.edits.is_empty());
    let known = edited.map(|change| change.epoch);
    known.filter(|epoch| *epoch <= run.epoch()).max().unwrap_or(0).max(run.first_epoch())
}

fn has_scales(run: &Run) -> bool {
    run.encoder().inputs().iter().any(|input| input.feature.is_numeric())
}

impl Twin {
    /// A twin of a run, where that run began or was last set by hand.
    pub(super) fn begin(run: &Run) -> Result<Self, NoTwin> {
        if !has_scales(run) {
            return Err(NoTwin::NothingToScale);
        }
        let recipe = run.recipe();
        let other = Recipe {
            scaling: other_scaling(recipe.scaling),
            learning_rate: rate(recipe, recipe.learning_rate),
            ..recipe.clone()
        };
        let fresh = |recipe: Recipe| {
            Run::from_recipe(run.name.clone(), Arc::clone(run.list()), recipe).map_err(|_| NoTwin::CannotBegin)
        };
        let mut twin = fresh(other)?;
        let start = start_of(run);
        let began = run.network_at(start);
        let as_recipe = start == 0 && fresh(recipe.clone())?.network() == &began;
        if !as_recipe {
            let parameters = converted(&began, run.encoder(), twin.encoder());
            let edits: Vec<_> =
                parameters.iter().enumerate().map(|(index, value)| (began.parameter_at(index), *value)).collect();
            let name = run.name.clone();
            twin = twin.branch_with(name, &edits).ok_or(NoTwin::CannotBegin)?;
        }
        twin.set_history_bytes(FRAMES);
        Ok(Self {
            run: twin,
            recipe: recipe.clone(),
            name: run.name.clone(),
            start,
            began_with: began.parameters().to_vec(),
            converted: !as_recipe,
            goal: 0,
            stopped: None,
        })
    }

    /// Whether it is the twin of this run as it is now.
    pub(super) fn is_of(&self, run: &Run) -> bool {
        self.name == run.name
            && self.recipe == *run.recipe()
            && self.start == start_of(run)
            && self.start <= run.last_epoch()
            && run.network_at(self.start).parameters() == self.began_with
    }

    /// Heads for the epoch of the run; what was trained before is there at once.
    pub(super) fn aim(&mut self, run: &Run) {
        self.goal = run.epoch().saturating_sub(self.start);
        if self.stopped.is_some() {
            let (rate, ..) = Self::rates(run, self.epoch());
            if rate != self.run.learning_rate() {
                self.stopped = None;
            }
        }
        if self.goal <= self.run.last_epoch() {
            let budget = self.run.epochs_per_millisecond();
            self.run.seek_within(self.goal, budget);
        }
        if self.run.at_end() && !self.is_behind() {
            self.take_rates(run);
        }
    }

    /// Takes over, at its end, what holds for the next step of the run.
    fn take_rates(&mut self, run: &Run) {
        let (rate, l1, l2) = Self::rates(run, self.start + self.run.last_epoch());
        if self.run.learning_rate() != rate {
            self.run.set_learning_rate(rate);
        }
        if self.run.regularisation() != (l1, l2) {
            self.run.set_regularisation(l1, l2);
        }
    }

    /// Goes on towards that epoch for about a millisecond.
    pub(super) fn advance(&mut self, run: &Run) {
        let budget = self.run.epochs_per_millisecond();
        if self.goal <= self.run.last_epoch() {
            self.run.seek_within(self.goal, budget);
            return;
        }
        let end = self.run.last_epoch();
        if !self.run.at_end() && !self.run.seek_within(end, budget) {
            return;
        }
        for _ in 0..budget {
            if self.run.last_epoch() >= self.goal || self.stopped.is_some() {
                break;
            }
            self.take_rates(run);
            self.stopped = self.run.train().err();
        }
    }

    /// What holds for the step that leaves an epoch of the other run, in this one's measure.
    fn rates(run: &Run, epoch: u64) -> (f64, f64, f64) {
        let recipe = run.recipe();
        let begin = (recipe.learning_rate, recipe.l1, recipe.l2);
        let past = run.changes().iter().filter(|change| change.epoch <= epoch);
        let now = past.fold(begin, |(learning_rate, l1, l2), change| {
            (change.learning_rate.unwrap_or(learning_rate), change.l1.unwrap_or(l1), change.l2.unwrap_or(l2))
        });
        (rate(recipe, now.0), now.1, now.2)
    }

    /// Whether it has not arrived at the epoch of the run yet.
    pub fn is_behind(&self) -> bool {
        self.run.epoch() != self.goal && !(self.stopped.is_some() && self.run.at_end())
    }

    /// Why it stands before that epoch, if it does.
    pub const fn stopped(&self) -> Option<Stop> {
        self.stopped
    }

    /// The run behind the map; its own epochs count from [`Self::start`].
    pub const fn run(&self) -> &Run {
        &self.run
    }

    /// The epoch it has come to, as the other run counts.
    pub const fn epoch(&self) -> u64 {
        self.start + self.run.epoch()
    }

    /// The epoch of the other run it began at.
    pub const fn start(&self) -> u64 {
        self.start
    }

    /// Whether it began with the same function in the other coordinates.
    pub const fn is_converted(&self) -> bool {
        self.converted
    }

    /// Whether its rate is another than the run's.
    pub fn has_own_rate(&self) -> bool {
        !self.recipe.optimizer.is_adaptive()
    }
}

/// The rate of the twin of a run with this recipe while that run's is `rate`.
fn rate(recipe: &Recipe, rate: f64) -> f64 {
    let other = match recipe.scaling {
        // Steps are as long as the rate, whatever the inputs.
        _ if recipe.optimizer.is_adaptive() => rate,
        Scaling::None => rate * RATE_FACTOR,
        Scaling::Standard => rate / RATE_FACTOR,
    };
    // Without the dust of the division.
    format!("{other:.11e}").parse().unwrap_or(other)
}
