//! The step that leaves an epoch, as training takes it: its rows, their gradient, and what the optimiser brings to it.

use std::sync::Arc;

use super::epoch::{Workspace, regularise};
use super::run::Run;
use crate::kernel::PackedRows;
use crate::nn::OptimizerState;

/// The gradient behind the first step that leaves an epoch: the mean over its first batch,
/// without regularisation, lying like the network's parameters.
pub fn step_gradient(run: &Run, epoch: u64) -> Vec<f64> {
    let state = run.timeline.state_at(epoch);
    let mut work = Workspace::new(&state.network);
    work.first_gradient(&state, &run.timeline.set, &run.timeline.plan).to_vec()
}

/// The training rows behind [`step_gradient`] at the cursor, in the order they are summed, and the same as the kernel
/// takes them.
pub fn step_rows(run: &Run) -> (Vec<usize>, Arc<PackedRows>) {
    let (state, set) = (run.timeline.current(), &run.timeline.set);
    let mut work = Workspace::new(&state.network);
    let rows = work.first_batch(state.epoch, set, &run.timeline.plan);
    if rows.len() == set.train.len() {
        return (rows, Arc::clone(&set.train_packed));
    }
    let order: Vec<u32> = rows.iter().map(|&row| row as u32).collect();
    let packed = PackedRows::batches(&set.train, &order, order.len().max(1));
    (rows, Arc::new(packed))
}

/// What the optimiser remembers at the cursor.
pub const fn optimizer_memory(run: &Run) -> &OptimizerState {
    &run.timeline.current().optimizer
}

/// Adds to a gradient the slopes of L1 and L2 at the cursor.
pub fn add_penalty_slopes(run: &Run, gradient: &mut [f64]) {
    regularise(run.network(), run.timeline.rates(), gradient);
}
