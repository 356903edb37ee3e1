//! What bounded stretches of the history show: a loss that rises, rests, or parts from the other.

use super::{Observation, Rise, curvature};
use crate::training::Run;

/// A loss that rises by less than this share may only be rounding.
const RISE: f64 = 1e-6;
/// Full batch: this many rises among the last [`STEPS`].
const RISES: usize = 3;
pub(super) const STEPS: u64 = 5;
/// Batches: the mean over so many epochs against that over as many before.
const WINDOW: u64 = 10;
const WINDOW_RISE: f64 = 0.05;
/// A fall by less than this share in so many epochs is none.
const FALL: f64 = 1e-3;
const PATIENCE: u64 = 100;
/// Below this norm a gradient is as good as zero.
pub(super) const NO_GRADIENT: f64 = 1e-6;
/// A test loss above its least by this share has turned.
const TURN: f64 = 0.02;

/// The epoch from which losses can be compared: the first, or the last at which somebody set a
/// parameter by hand, for what such an edit does to the loss is not the training's doing.
pub(super) fn since(run: &Run) -> u64 {
    let edited = run.changes().iter().rev().find(|change| change.epoch <= run.epoch() && !change.edits.is_empty());
    edited.map_or(0, |change| change.epoch).max(run.first_epoch())
}

fn train_loss(run: &Run, epoch: u64) -> f64 {
    run.metrics_at(epoch).train.loss
}

/// The mean training loss over the ten epochs that end with this one.
fn mean(run: &Run, last: u64) -> f64 {
    let losses = (last + 1 - WINDOW..=last).map(|epoch| train_loss(run, epoch));
    losses.sum::<f64>() / WINDOW as f64
}

/// A few epochs ago, as far as losses can be compared, and the training loss there; none where nothing
/// was trained since.
pub fn lately(run: &Run) -> Option<(u64, f64)> {
    let from = since(run).max(run.epoch().saturating_sub(WINDOW));
    (from < run.epoch()).then(|| (from, train_loss(run, from)))
}

pub(super) fn unstable(run: &Run) -> Option<Observation> {
    let (since, now) = (since(run), run.epoch());
    let loss = train_loss(run, now);
    let rows = run.training_rows().len();
    let full = run.recipe().batch.of(rows) == rows;
    // Above its start and falling step by step, it is on its way back.
    let falls = |epoch: u64| train_loss(run, epoch + 1) < train_loss(run, epoch);
    let recovers = full && now >= since + STEPS && (now - STEPS..now).all(falls);
    let (rise, from_loss, to_loss, epochs) = if loss > train_loss(run, since) && !recovers {
        (Rise::AboveStart, train_loss(run, since), loss, now - since)
    } else if full && now >= since + STEPS {
        let rises = (now - STEPS..now).filter(|&epoch| {
            let before = train_loss(run, epoch);
            train_loss(run, epoch + 1) - before > RISE * before.abs()
        });
        if rises.count() < RISES {
            return None;
        }
        (Rise::Steps, train_loss(run, now - STEPS), loss, STEPS)
    } else if !full && now + 1 >= since + 2 * WINDOW {
        let (before, after) = (mean(run, now - WINDOW), mean(run, now));
        if after <= before * (1.0 + WINDOW_RISE) {
            return None;
        }
        (Rise::Means, before, after, WINDOW)
    } else {
        return None;
    };
    Some(Observation::Unstable {
        rise,
        from_loss,
        to_loss,
        epochs,
        rate: run.learning_rate(),
        limit: curvature::limit_at_start(run),
    })
}

pub(super) fn over_fitting(run: &Run) -> Option<Observation> {
    let (at, least) = run.overview().best_test_loss_until(run.epoch())?;
    let (then, now) = (run.metrics_at(at), run.metrics());
    let turned = now.test.loss >= least * (1.0 + TURN) && now.train.loss < then.train.loss;
    (at >= since(run) && turned).then_some(Observation::OverFitting {
        least,
        at,
        now: now.test.loss,
        train_then: then.train.loss,
        train_now: now.train.loss,
    })
}

/// Whether the loss rests, and whether that is because there is nothing left to learn.
pub(super) fn resting(run: &Run, gradient: impl FnOnce() -> f64) -> Option<Observation> {
    let now = run.epoch();
    if now < since(run) + PATIENCE {
        return None;
    }
    let (from_loss, to_loss) = (train_loss(run, now - PATIENCE), train_loss(run, now));
    if from_loss - to_loss >= FALL * from_loss {
        return None;
    }
    let gradient = gradient();
    Some(if gradient > NO_GRADIENT {
        Observation::Plateau { from_loss, to_loss, epochs: PATIENCE, gradient }
    } else {
        Observation::Converged { gradient }
    })
}
