//! What can be seen of a run at the cursor when training goes wrong or comes to rest, as data: the
//! observation and the numbers that show it. The words for it are the language catalogue's.
//!
//! Costs about what one epoch costs: nothing here goes through a long history.

mod history;
mod neurons;
mod ravine;
mod remedies;
mod slopes;

pub use history::lately;
pub use neurons::{NeuronState, neuron_states};
pub use remedies::{Remedy, remedies};

use super::curvature;
pub use super::curvature::largest_stable_rate;
use crate::training::Run;
use slopes::Slopes;

/// The hidden neuron `neuron` of `layer`; 0 is the first layer after the inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Neuron {
    /// The layer.
    pub layer: usize,
    /// The neuron within its layer.
    pub neuron: usize,
}

/// In which way a loss rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rise {
    /// It is above where these steps began.
    AboveStart,
    /// Most of the last few steps raised it.
    Steps,
    /// Its mean over some epochs is above that over as many before.
    Means,
}

/// Something worth telling about a run at its cursor.
#[derive(Debug, Clone, PartialEq)]
pub enum Observation {
    /// The next epoch is not made of finite numbers: the run has ended.
    Diverged {
        /// The epoch that overflowed.
        epoch: u64,
        /// The learning rate that led there.
        rate: f64,
        /// The rate above which it had to swing ever wider, where it can be computed.
        limit: Option<f64>,
    },
    /// The training loss rises where it should fall.
    Unstable {
        /// In which way.
        rise: Rise,
        /// What it was.
        from_loss: f64,
        /// What it is; for batches, both are means over ten epochs.
        to_loss: f64,
        /// Over how many epochs it rose.
        epochs: u64,
        /// The learning rate.
        rate: f64,
        /// The rate above which steps down the steepest way overshoot ever further, for full-batch
        /// gradient descent without momentum and without hidden layers.
        limit: Option<f64>,
    },
    /// `ReLU` neurons that are off for every training row, so that nothing reaches them any more.
    Dead {
        /// Which ones, in order.
        neurons: Vec<Neuron>,
        /// Out of how many hidden neurons.
        of: usize,
    },
    /// Neurons so far out on the flat ends of tanh or sigmoid that they hardly learn.
    Saturated {
        /// Which ones, in order.
        neurons: Vec<Neuron>,
        /// Out of how many hidden neurons.
        of: usize,
    },
    /// Next to nothing of the gradient arrives at the first hidden layer.
    Vanishing {
        /// The norm of the first hidden layer's gradient.
        first: f64,
        /// That of the last layer.
        last: f64,
    },
    /// The test loss has risen from its least while the training loss falls.
    OverFitting {
        /// The least test loss.
        least: f64,
        /// The epoch that had it.
        at: u64,
        /// The test loss now.
        now: f64,
        /// The training loss at that epoch.
        train_then: f64,
        /// The training loss now.
        train_now: f64,
    },
    /// The loss bends so much more across its valley than along it that gradient descent crawls.
    Ravine {
        /// How many times more.
        condition: f64,
    },
    /// The training loss hardly falls although the gradient is not zero.
    Plateau {
        /// The training loss some epochs ago.
        from_loss: f64,
        /// The training loss now.
        to_loss: f64,
        /// How many epochs ago.
        epochs: u64,
        /// The norm of the gradient.
        gradient: f64,
    },
    /// The loss hardly falls because the gradient is as good as zero.
    Converged {
        /// The norm of the gradient.
        gradient: f64,
    },
}

/// What is seen of a run at its cursor, the most serious first.
pub fn diagnose(run: &Run) -> Vec<Observation> {
    let rows = run.training_rows();
    if rows.is_empty() {
        return Vec::new();
    }
    let slopes = Slopes::of(run);
    let unstable = history::unstable(run);
    let quiet = unstable.is_none();
    let resting = || history::resting(run, || slopes.norm());
    [
        diverged(run),
        unstable,
        slopes.tallies.dead(),
        slopes.tallies.saturated(),
        slopes.vanishing(),
        history::over_fitting(run),
        quiet.then(|| ravine::ravine(run, &slopes.gradient)).flatten(),
        quiet.then(resting).flatten(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether there is nothing left to learn at the cursor, which costs about an epoch only where the loss rests.
pub fn has_converged(run: &Run) -> bool {
    !run.training_rows().is_empty()
        && matches!(history::resting(run, || Slopes::of(run).norm()), Some(Observation::Converged { .. }))
}

fn diverged(run: &Run) -> Option<Observation> {
    let epoch = run.diverged_in().filter(|_| run.at_end())?;
    Some(Observation::Diverged { epoch, rate: run.learning_rate(), limit: curvature::limit_at_start(run) })
}

#[cfg(test)]
mod tests;
