//! What a run would show that it does not show yet: at an epoch it has not come to, or at another rate; and what its
//! first epochs say of the rate it has.

use crate::training::{Metrics, Run};

/// So many epochs a rate has to hold from the start on to be called steady.
const STEADY: u64 = 100;

/// So many epochs are trained ahead at most: somebody waits.
const MOST_AHEAD: u64 = 1_000;

/// What is measured at an epoch of the run; trained ahead where it has not come so far, unless that is very far.
pub fn at(run: &Run, epoch: u64) -> Option<Metrics> {
    if epoch <= run.last_epoch() {
        return Some(run.metrics_at(epoch));
    }
    if epoch - run.last_epoch() > MOST_AHEAD {
        return None;
    }
    let ahead = trained(run, run.last_epoch(), epoch, |rate| rate);
    (ahead.epoch() == epoch).then(|| ahead.metrics())
}

/// What is measured after the first epoch at another rate.
pub fn first_at(run: &Run, rate: f64) -> Option<Metrics> {
    let epoch = run.first_epoch() + 1;
    let ahead = trained(run, run.first_epoch(), epoch, |_| rate);
    (ahead.epoch() == epoch).then(|| ahead.metrics())
}

/// Trains for about a millisecond towards an epoch; once it is there, or its numbers overflow, whether they did.
pub(super) fn train_a_piece(run: &mut Run, until: u64) -> Option<bool> {
    let left = until.saturating_sub(run.last_epoch());
    for _ in 0..left.min(run.epochs_per_millisecond()) {
        if run.train().is_err() {
            return Some(true);
        }
    }
    (run.last_epoch() >= until).then_some(false)
}

/// The run from one epoch on at a rate made of the one it had there, until another epoch or until it diverges.
fn trained(run: &Run, from: u64, until: u64, rate: impl FnOnce(f64) -> f64) -> Run {
    let mut ahead = run.duplicate("");
    ahead.seek(from);
    let mut ahead = ahead.branch("");
    ahead.set_learning_rate(rate(ahead.learning_rate()));
    while ahead.epoch() < until && ahead.train().is_ok() {}
    ahead
}

/// Whether the training loss rises in none of the first `STEADY` epochs; false where there are fewer.
fn holds(run: &Run) -> bool {
    let losses = run.history().get(..=STEADY as usize);
    losses.is_some_and(|losses| losses.windows(2).all(|pair| pair[1].train.loss <= pair[0].train.loss))
}

/// The rate the run was trained at throughout, if it holds there.
pub fn steady_rate(run: &Run) -> Option<f64> {
    let is_one = run.changes().iter().all(|change| change.epoch <= run.first_epoch());
    (is_one && holds(run)).then(|| run.learning_rate())
}

/// Whether the run, begun again, would hold at so many times its rate.
pub fn holds_at(run: &Run, factor: f64) -> bool {
    holds(&trained(run, run.first_epoch(), run.first_epoch() + STEADY, |rate| rate * factor))
}

/// By how much the test loss lies above its least so far, where the training loss has gone on falling since.
pub fn over_fitted(run: &Run) -> Option<f64> {
    let (at, least) = run.overview().best_test_loss_until(run.epoch())?;
    let now = run.metrics();
    (now.train.loss < run.metrics_at(at).train.loss).then_some(now.test.loss - least)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::data::PassengerList;
    use crate::training::Preset;

    fn begun(preset: Preset, rate: f64, epochs: u64) -> Run {
        let list = Arc::new(PassengerList::embedded());
        let mut run = preset.run("", list).unwrap();
        run.set_learning_rate(rate);
        while run.epoch() < epochs {
            run.train().unwrap();
        }
        run
    }

    #[test]
    fn a_rate_is_steady_where_the_loss_never_rises_and_the_largest_such_lies_near_two_over_the_curvature() {
        let steady = |rate| steady_rate(&begun(Preset::ZerosRawAge, rate, STEADY));
        assert_eq!((steady(0.003), steady(0.008), steady(0.0083)), (Some(0.003), Some(0.008), None));
        assert_eq!(steady_rate(&begun(Preset::ZerosRawAge, 0.003, STEADY - 1)), None, "too short to say");
        let mut changed = begun(Preset::ZerosRawAge, 0.003, 50);
        changed.set_learning_rate(0.001);
        while changed.epoch() < STEADY {
            changed.train().unwrap();
        }
        assert_eq!(steady_rate(&changed), None, "which rate?");
        let run = begun(Preset::ZerosRawAge, 0.003, 0);
        assert!(holds_at(&run, 2.5) && !holds_at(&run, 2.8));
    }

    #[test]
    fn a_run_over_fits_where_the_test_loss_has_turned_and_the_training_loss_has_not() {
        assert_eq!(over_fitted(&begun(Preset::ThePostTrained, 0.5, 0)), None, "nothing fell");
        let run = begun(Preset::Everything, 0.01, 300);
        let least = run.history().iter().map(|metrics| metrics.test.loss).fold(f64::MAX, f64::min);
        assert_eq!(over_fitted(&run), Some(run.metrics().test.loss - least));
    }

    #[test]
    fn what_lies_ahead_is_what_training_comes_to() {
        let run = begun(Preset::ZerosRawAge, 0.003, 5);
        assert_eq!(at(&run, 9), Some(begun(Preset::ZerosRawAge, 0.003, 9).metrics()));
        assert_eq!(first_at(&run, 0.01), Some(begun(Preset::ZerosRawAge, 0.01, 1).metrics()));
    }
}
