//! The batch's gradient as a sum of people: who pulls a parameter up, and who down.

use crate::nn::{Parameter, Pass};
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
    /// The pulls of some training rows of a run on a parameter of its network at the cursor.
    pub fn of(run: &Run, rows: &[usize], parameter: Parameter) -> Self {
        let network = run.network();
        let train = run.training_rows();
        let loss = run.recipe().loss;
        let mut gradient = vec![0.0; network.parameters().len()];
        let count = rows.len() as f64;
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = parameter;
        let mut pulls = Self::default();
        let which = rows.iter().copied();
        Pass::new(network).backward(network, train, which, loss, &mut gradient, |row, trace, deltas| {
            let input = match parameter {
                Parameter::Bias { .. } => 1.0,
                Parameter::Weight { layer: 0, input, .. } => trace.inputs[input],
                Parameter::Weight { layer, input, .. } => trace.layers[layer - 1].a[input],
            };
            let size = -(deltas.layers[layer][neuron] * input) / count;
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
