//! A race: up to six runs side by side, always at the same number of epochs from their start. Keeps
//! who runs, how far, and who is ahead; the runs themselves stay on the list of runs.

use strum::VariantArray;

use crate::analysis::diagnosis::has_converged;
use crate::app::core::runs::Runs;
use crate::explain::words::texts;
use crate::nn::Optimizer;
use crate::training::{Part, Recipe, Scaling, Stop};

texts!("runs.Field.title");
texts!("runs.Field.story");

/// The most runs in a race.
pub(in crate::app) const MOST: usize = 6;
/// The last epoch of a race: by then it is decided, and six histories are still small.
pub(in crate::app) const LAST: u64 = 100_000;

/// A race under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Race {
    racers: Vec<Racer>,
    at: u64,
    /// The run on the screen before it.
    pub before: usize,
}

/// One of those in a race.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Racer {
    /// Its place among the runs.
    pub run: usize,
    /// Why it no longer runs, if so.
    pub stopped: Option<Stop>,
}

impl Race {
    /// A race between these runs, at the start.
    pub(in crate::app) fn new(runs: &[usize], before: usize) -> Self {
        let racer = |&run: &usize| Racer { run, stopped: None };
        Self { racers: runs.iter().take(MOST).map(racer).collect(), at: 0, before }
    }

    /// Those who run, in the order they were entered.
    pub fn racers(&self) -> &[Racer] {
        &self.racers
    }

    /// Epochs since the start.
    pub const fn at(&self) -> u64 {
        self.at
    }

    /// Whether a run takes part.
    pub(in crate::app) fn has(&self, run: usize) -> bool {
        self.racers.iter().any(|racer| racer.run == run)
    }

    /// Whether nobody runs any more.
    pub(in crate::app) fn is_over(&self) -> bool {
        self.at >= LAST || self.racers.iter().all(|racer| racer.stopped.is_some())
    }

    /// How many epochs of everybody a millisecond is worth; at least 1.
    pub(in crate::app) fn epochs_per_millisecond(&self, runs: &Runs) -> u64 {
        let costs = self
            .racers
            .iter()
            .filter_map(|racer| runs.get(racer.run))
            .map(|slot| 1.0 / slot.run.epochs_per_millisecond() as f64);
        (1.0 / costs.sum::<f64>().max(1e-9)).max(1.0) as u64
    }

    /// Takes everybody to so many epochs from the start; who stopped before stays where it stopped.
    pub(in crate::app) fn go_to(&mut self, at: u64, runs: &mut Runs) {
        self.at = at.min(LAST);
        for racer in &mut self.racers {
            let Some(slot) = runs.get_mut(racer.run) else {
                continue;
            };
            let run = &mut slot.run;
            let from = run.epoch();
            let goal = run.first_epoch() + self.at;
            run.seek(goal);
            while run.last_epoch() < goal && racer.stopped.is_none() {
                racer.stopped = run.train().err();
            }
            slot.span = run.epoch().saturating_sub(from).max(1);
        }
    }

    /// Whether nobody has anything left to learn: each has stopped or converged.
    pub(in crate::app) fn has_come_to_rest(&self, runs: &Runs) -> bool {
        self.racers.iter().all(|racer| {
            let run = runs.get(racer.run).map(|slot| &slot.run);
            racer.stopped.is_some() || run.is_none_or(|run| run.at_end() && has_converged(run))
        })
    }

    /// The rank of each racer by test answers right, then by test loss; equals share one. Who has
    /// stopped is behind all who run.
    pub fn ranks(&self, runs: &Runs) -> Vec<usize> {
        let standing = |racer: &Racer| {
            let part = runs.get(racer.run).map(|slot| slot.run.metrics().test);
            (racer.stopped.is_some(), part)
        };
        let all: Vec<_> = self.racers.iter().map(standing).collect();
        let ahead = |a: &(bool, Option<Part>), b: &(bool, Option<Part>)| match (a, b) {
            ((false, _), (true, _)) => true,
            ((true, _), (false, _)) => false,
            ((_, Some(a)), (_, Some(b))) => is_ahead(a, b),
            _ => false,
        };
        let rank = |one| 1 + all.iter().filter(|other| ahead(other, one)).count();
        all.iter().map(rank).collect()
    }
}

fn is_ahead(a: &Part, b: &Part) -> bool {
    let share = |part: &Part| part.accuracy().unwrap_or(0.0);
    let (left, right) = (share(a), share(b));
    left > right || left == right && a.loss < b.loss
}

/// Ready-made fields of a race: one recipe in variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub enum Field {
    /// Learning rates a factor of three apart.
    Rates,
    /// Hidden layers of growing width.
    Widths,
    /// Gradient descent, momentum, Nesterov, `RMSprop`, Adam, `AdamW`.
    Optimizers,
    /// The same recipe from other first weights.
    Seeds,
    /// Ages raw and scaled, each at the rate it likes and at the other's.
    Scaling,
}

impl Field {
    /// All of them, in the order of the popup.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Its recipes, made from this one.
    pub(in crate::app) fn recipes(self, recipe: &Recipe) -> Vec<Recipe> {
        let base = || recipe.clone();
        match self {
            Self::Rates => [1.0 / 9.0, 1.0 / 3.0, 1.0, 3.0, 9.0, 27.0]
                .map(|factor| Recipe { learning_rate: rounded(recipe.learning_rate * factor), ..base() })
                .into(),
            Self::Scaling => {
                [(Scaling::Standard, 0.5), (Scaling::Standard, 0.005), (Scaling::None, 0.005), (Scaling::None, 0.5)]
                    .map(|(scaling, learning_rate)| Recipe { scaling, learning_rate, ..base() })
                    .into()
            }
            Self::Seeds => (0..MOST as u64)
                .map(|step| Recipe { seed: recipe.seed.saturating_add(step), ..with_first_weights(base()) })
                .collect(),
            Self::Optimizers => Optimizer::all()
                .into_iter()
                .map(|optimizer| Recipe {
                    optimizer: optimizer.kind,
                    momentum: optimizer.momentum,
                    nesterov: optimizer.nesterov,
                    // Their steps are as long as the rate, whatever the gradient.
                    learning_rate: if optimizer.kind.is_adaptive() { 0.01 } else { recipe.learning_rate },
                    weight_decay: None,
                    ..base()
                })
                .collect(),
            Self::Widths => [vec![], vec![2], vec![3], vec![8], vec![16], vec![16, 16]]
                .into_iter()
                .map(|hidden| Recipe { init: None, hidden, ..base() })
                .collect(),
        }
    }
}

/// Zeros are the same for every seed: then the seed may choose.
fn with_first_weights(recipe: Recipe) -> Recipe {
    use crate::nn::Init;
    if recipe.init() == Init::Zeros { Recipe { init: Some(Init::Glorot), ..recipe } } else { recipe }
}

/// To two digits, as people choose rates.
fn rounded(rate: f64) -> f64 {
    format!("{rate:.1e}").parse().unwrap_or(rate)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::core::runs::Origin;
    use crate::data::PassengerList;
    use crate::training::{Preset, Run};

    fn runs(rates: &[f64]) -> Runs {
        let list = Arc::new(PassengerList::embedded());
        let run = |rate: &f64| {
            let recipe = Recipe { learning_rate: *rate, ..Preset::ThePostTrained.recipe() };
            Run::from_recipe(rate.to_string(), Arc::clone(&list), recipe).unwrap()
        };
        let mut runs = Runs::new(run(&rates[0]), Origin::Variant);
        for rate in &rates[1..] {
            runs.add(run(rate), Origin::Variant);
        }
        runs
    }

    #[test]
    fn it_has_come_to_rest_once_nobody_learns_any_more() {
        let mut runs = runs(&[0.5, 1.5]);
        let mut race = Race::new(&[0, 1], 0);
        // At 300 the faster of the two has converged, and is not at rest alone.
        for (at, rests) in [(100, false), (300, false), (2000, true)] {
            race.go_to(at, &mut runs);
            assert_eq!(race.has_come_to_rest(&runs), rests, "{at}");
        }
    }

    #[test]
    fn everybody_is_always_at_the_same_epoch_and_can_go_back() {
        let mut runs = runs(&[0.05, 0.5, 1.5]);
        let mut race = Race::new(&[0, 1, 2], 0);
        for at in [20, 7, 31] {
            race.go_to(at, &mut runs);
            let epochs: Vec<_> = runs.all().iter().map(|slot| slot.run.epoch()).collect();
            assert_eq!(epochs, [at; 3]);
        }
        assert_eq!(runs.all()[0].run.last_epoch(), 31);
    }

    #[test]
    fn more_right_answers_are_ahead_and_equals_share_a_rank() {
        let mut runs = runs(&[0.05, 0.5, 0.5]);
        let mut race = Race::new(&[0, 1, 2], 0);
        race.go_to(20, &mut runs);
        assert_eq!(race.ranks(&runs), [3, 1, 1]);
    }

    #[test]
    fn who_diverges_stays_at_its_last_finite_epoch_and_the_others_go_on() {
        let mut runs = runs(&[0.5, 1.7e308]);
        let mut race = Race::new(&[0, 1], 0);
        race.go_to(50, &mut runs);
        assert!(race.racers()[1].stopped.is_some() && race.racers()[0].stopped.is_none());
        assert_eq!(runs.all()[0].run.epoch(), 50);
        assert!(runs.all()[1].run.epoch() < 50);
        assert_eq!(race.ranks(&runs), [1, 2]);
        assert!(!race.is_over());
    }

    #[test]
    fn every_ready_made_field_can_be_trained_and_no_two_of_it_are_alike() {
        let list = PassengerList::embedded();
        for &preset in Preset::ALL {
            for &field in Field::ALL {
                let recipes = field.recipes(&preset.recipe());
                assert!((2..=MOST).contains(&recipes.len()));
                for (index, recipe) in recipes.iter().enumerate() {
                    recipe.validate(list.len()).unwrap();
                    assert!(!recipes[..index].contains(recipe), "{preset:?} {field:?}");
                }
            }
        }
    }
}
