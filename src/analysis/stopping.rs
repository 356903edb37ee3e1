//! Whether training stops by itself, by the rule of the run's recipe.

use serde::Serialize;

use super::diagnosis::has_converged;
use crate::training::{Run, StopRule, Watched};

/// Every so many epochs a look whether there is anything left to learn.
pub const LOOK: u64 = 100;

/// Why training stops by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stopping {
    /// The training loss rests, and its gradient is as good as zero.
    Converged,
    /// The training loss has had no new least value for as many epochs as the recipe waits.
    Plateau,
    /// The same of the loss on the held-out rows.
    EarlyStopping,
}

/// Why a run whose cursor is at its end stops there; none where it goes on.
pub fn stopping(run: &Run) -> Option<Stopping> {
    match run.recipe().stop {
        StopRule::Never => None,
        StopRule::Converged => (run.epoch().is_multiple_of(LOOK) && has_converged(run)).then_some(Stopping::Converged),
        StopRule::Plateau => {
            let watched = Watched::of(run);
            let why = if watched.is_held_out() { Stopping::EarlyStopping } else { Stopping::Plateau };
            (watched.epochs_since >= run.recipe().patience).then_some(why)
        }
    }
}

/// Whether a run is trained for its network with the least held-out loss, and not for its last.
pub fn goes_back(run: &Run) -> bool {
    run.recipe().stop == StopRule::Plateau && Watched::of(run).is_held_out()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::tests::run_of;
    use crate::training::{HeldOut, PROGRESS, Preset, Quantity, Recipe};

    /// Trains a run until it stops, at most so far, and says why.
    fn trained(recipe: Recipe, most: u64) -> (Run, Option<Stopping>) {
        let mut run = run_of(recipe);
        while run.last_epoch() < most {
            run.train().unwrap();
            if let Some(why) = stopping(&run) {
                return (run, Some(why));
            }
        }
        (run, None)
    }

    /// The epoch at which losses have had no new least value for so long, and the epoch with the least: found in a loop
    /// that knows nothing of runs.
    fn found(losses: &[f64], patience: usize) -> Option<(usize, usize)> {
        let (mut least, mut since) = (f64::INFINITY, 0);
        for (epoch, &loss) in losses.iter().enumerate() {
            if loss < least * (1.0 - PROGRESS) {
                (least, since) = (loss, 0);
            } else {
                since += 1;
            }
            if since == patience {
                let best = (0..=epoch).min_by(|&a, &b| losses[a].total_cmp(&losses[b])).unwrap();
                return Some((epoch, best));
            }
        }
        None
    }

    fn losses(recipe: &Recipe, of: Quantity, epochs: u64) -> Vec<f64> {
        let (run, _) = trained(Recipe { stop: StopRule::Never, ..recipe.clone() }, epochs);
        (0..=epochs).map(|epoch| run.value_at(of, epoch)).collect()
    }

    #[test]
    fn a_network_that_learns_by_heart_stops_early_where_its_held_out_loss_has_turned() {
        let deep = Recipe { learning_rate: 0.3, ..Preset::MyFirstDeepNetwork.recipe() };
        for (held_out, patience) in [(HeldOut::Fifth, 50), (HeldOut::Tenth, 20), (HeldOut::ThreeTenths, 5)] {
            let recipe = Recipe { stop: StopRule::Plateau, held_out, patience, ..deep.clone() };
            let (run, why) = trained(recipe.clone(), 2_000);
            assert_eq!(why, Some(Stopping::EarlyStopping));
            let of_all = losses(&recipe, Quantity::HeldOutLoss, run.last_epoch() + 50);
            let (epoch, best) = found(&of_all, patience as usize).unwrap();
            assert_eq!((run.last_epoch(), Watched::of(&run).best(&run)), (epoch as u64, (best as u64, of_all[best])));
            assert!(best > 0 && goes_back(&run) && of_all[epoch] > of_all[best]);
        }
    }

    #[test]
    fn without_held_out_rows_the_training_loss_is_watched() {
        let recipe = Recipe { stop: StopRule::Plateau, patience: 20, ..Preset::ThePostTrained.recipe() };
        let (run, why) = trained(recipe.clone(), 2_000);
        assert_eq!(why, Some(Stopping::Plateau));
        let of_all = losses(&recipe, Quantity::TrainLoss, 500);
        assert_eq!(found(&of_all, 20).map(|(epoch, _)| epoch as u64), Some(run.last_epoch()));
        assert!(!goes_back(&run), "its last network is its best");
    }

    #[test]
    fn training_is_over_where_a_look_says_that_it_has_converged_and_not_before() {
        let recipe = Recipe { stop: StopRule::Converged, ..Preset::ThePostTrained.recipe() };
        let (mut run, why) = trained(recipe, 5_000);
        assert_eq!(why, Some(Stopping::Converged));
        assert!(run.last_epoch().is_multiple_of(LOOK) && has_converged(&run));
        let last = run.last_epoch();
        run.seek(last - LOOK);
        assert!(!has_converged(&run), "the look before saw something left to learn");
        let crawls = Recipe { stop: StopRule::Converged, ..Preset::ZerosRawAge.recipe() };
        assert_eq!(trained(crawls, 1_000).1, None);
        assert_eq!(trained(Preset::ThePostTrained.recipe(), 1_000).1, None, "and by default nothing stops");
    }
}
