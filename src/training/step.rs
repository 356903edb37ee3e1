//! The step that leaves an epoch, as training takes it: its rows, their gradient, and what the optimiser brings to it.

use super::epoch::{Workspace, regularise};
use super::run::Run;
use crate::nn::OptimizerState;

/// The gradient behind the first step that leaves an epoch: the mean over its first batch,
/// without regularisation, lying like the network's parameters.
pub fn step_gradient(run: &Run, epoch: u64) -> Vec<f64> {
    let state = run.timeline.state_at(epoch);
    let mut work = Workspace::new(&state.network);
    work.first_gradient(&state, &run.timeline.set, &run.timeline.plan).to_vec()
}

/// The training rows behind [`step_gradient`] at the cursor, in the order they are summed.
pub fn step_rows(run: &Run) -> Vec<usize> {
    let state = run.timeline.current();
    let mut work = Workspace::new(&state.network);
    work.first_batch(state.epoch, &run.timeline.set, &run.timeline.plan)
}

/// What the optimiser remembers at the cursor.
pub const fn optimizer_memory(run: &Run) -> &OptimizerState {
    &run.timeline.current().optimizer
}

/// Adds to a gradient the slopes of L1 and L2 at the cursor.
pub fn add_penalty_slopes(run: &Run, gradient: &mut [f64]) {
    regularise(run.network(), run.timeline.rates(), gradient);
}
