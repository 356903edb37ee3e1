//! The batch's gradient as a sum of people: who pulls a parameter up, and who down.

use super::BatchRows;
use crate::kernel::Kernel;
use crate::nn::{Parameter, math};
use crate::training::Run;

/// What one person does to a parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pull {
    /// The row of the list.
    pub row: usize,
    /// −δ · input ÷ n: above 0 it makes the parameter larger.
    pub size: f64,
}

/// Everyone's pull on one parameter. Down and up together are minus the gradient of the batch.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pulls {
    /// Those who make it larger, the strongest first.
    pub up: Vec<Pull>,
    /// Those who make it smaller, the strongest first.
    pub down: Vec<Pull>,
    /// The pulls up added.
    pub up_sum: f64,
    /// The pulls down added.
    pub down_sum: f64,
    /// People whose pull is exactly 0.
    pub idle: usize,
}

impl Pulls {
    /// The pulls of a batch on a parameter of a run's network at the cursor.
    pub fn of(run: &Run, batch: &BatchRows, parameter: Parameter) -> Self {
        let (network, train, loss) = (run.network(), run.training_rows(), run.recipe().loss);
        let count = batch.rows.len() as f64;
        let mut pulls = Self::default();
        Kernel::new(network.shape()).reaches(network, parameter, &batch.packed, |at, z, reach| {
            let row = batch.rows[at];
            let size = -(loss.slope_at(math::sigmoid(z), train.label(row)) * reach) / count;
            let pull = Pull { row: train.place(row), size };
            if size > 0.0 {
                pulls.up_sum += size;
                pulls.up.push(pull);
            } else if size < 0.0 {
                pulls.down_sum += size;
                pulls.down.push(pull);
            } else {
                pulls.idle += 1;
            }
        });
        for side in [&mut pulls.up, &mut pulls.down] {
            side.sort_by(|a, b| b.size.abs().total_cmp(&a.size.abs()).then(a.row.cmp(&b.row)));
        }
        pulls
    }

    /// The pull that is largest in size; 0 where nobody pulls.
    pub fn largest(&self) -> f64 {
        let first = |side: &[Pull]| side.first().map_or(0.0, |pull| pull.size.abs());
        first(&self.up).max(first(&self.down))
    }

    /// Both sums together: minus the gradient.
    pub fn total(&self) -> f64 {
        self.up_sum + self.down_sum
    }
}
