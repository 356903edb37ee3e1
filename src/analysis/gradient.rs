//! One step of training under the microscope: the gradient of one person or of the batch the next step
//! really uses, the same by finite differences, the step the optimiser makes of it, and who pulls.
//!
//! All of it comes from the code that trains: `nn::backward`, the run's own batch, its own optimiser.

mod check;
mod link;
mod person;
mod pulls;
mod step;
#[cfg(test)]
mod tests;

pub use check::Check;
pub use link::{Link, Term};
pub use person::{NoGradient, PersonGradient};
pub use pulls::{Pull, Pulls};
pub use step::{Step, Terms};

use std::sync::Arc;

use crate::kernel::{Kernel, PackedRows};
use crate::nn::math;
use crate::training::{Run, step_rows};

/// The rows of the run's training rows that the next step is made of, with their mean loss, chance and
/// label.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchRows {
    /// Places in [`Run::training_rows`], in the order they are summed.
    pub rows: Vec<usize>,
    /// The same as the kernel takes them.
    packed: Arc<PackedRows>,
    /// The mean loss over them.
    pub loss: f64,
    /// The mean of their p.
    pub p: f64,
    /// The share of them who lived.
    pub y: f64,
    /// The mean δ at the output, the sum over them divided by their number.
    pub delta: f64,
    /// Whether they are all training rows.
    pub is_full: bool,
}

impl BatchRows {
    /// The batch of the step that leaves the cursor's epoch: all rows, or the epoch's first batch.
    pub fn of(run: &Run) -> Self {
        let (rows, packed) = step_rows(run);
        let train = run.training_rows();
        let loss = run.recipe().loss;
        let (mut losses, mut ps, mut ys, mut deltas) = (0.0, 0.0, 0.0, 0.0);
        Kernel::new(run.network().shape()).logits(run.network(), &packed, |at, z| {
            let (p, y) = (math::sigmoid(z), train.label(rows[at]));
            losses += loss.from_logit(z, y);
            ps += p;
            ys += y;
            deltas += loss.slope_at(p, y);
        });
        let count = rows.len() as f64;
        Self {
            is_full: rows.len() == train.len(),
            loss: losses / count,
            p: ps / count,
            y: ys / count,
            delta: deltas / count,
            rows,
            packed,
        }
    }
}
