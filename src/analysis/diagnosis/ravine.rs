//! A valley so much steeper across than along that one rate for both crawls along its floor.

use super::{Observation, history};
use crate::analysis::curvature::{self, RAVINE};
use crate::training::Run;

/// This share of the loss must be left to gain along the floor, or the ravine holds nothing back.
const LEFT: f64 = 1e-3;

/// A ravine that holds this run back. Only in closed form, and only for gradient descent: the other rules
/// suit the step to each parameter.
pub(super) fn ravine(run: &Run, gradient: &[f64]) -> Option<Observation> {
    // A few steps, before anything can have been held back.
    if run.epoch() < history::since(run) + history::STEPS || run.recipe().optimizer.is_adaptive() {
        return None;
    }
    let ways = curvature::ways(run, run.network())?;
    let bends: Vec<f64> = ways.iter().map(|(bend, _)| *bend).collect();
    let condition = curvature::condition(&bends).filter(|&condition| condition >= RAVINE)?;
    let floor = ways.iter().filter(|(bend, _)| bend * RAVINE <= bends[0]);
    // How far a parabola with this slope and bend falls to its lowest point.
    let gains = floor.map(|(bend, way)| {
        let slope: f64 = way.iter().zip(gradient).map(|(x, g)| x * g).sum();
        slope * slope / (2.0 * bend)
    });
    let left: f64 = gains.sum();
    (left >= LEFT * run.metrics().train.loss).then_some(Observation::Ravine { condition })
}
