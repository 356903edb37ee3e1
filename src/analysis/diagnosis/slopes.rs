//! One pass over the training rows at the cursor: the gradient of what training makes smaller, and
//! how each hidden neuron stood to each row.

use super::Observation;
use super::history::NO_GRADIENT;
use super::neurons::Tallies;
use crate::kernel::Kernel;
use crate::training::{Run, add_penalty_slopes};

/// The first hidden layer's gradient may be this many times smaller than the last layer's.
const VANISHED: f64 = 1e-3;

/// What one pass found.
pub(super) struct Slopes {
    /// The norm of each layer's gradient.
    layers: Vec<f64>,
    /// The slopes themselves, in the order of the parameters.
    pub gradient: Vec<f64>,
    /// How each neuron stood to each row.
    pub tallies: Tallies,
}

impl Slopes {
    pub fn of(run: &Run) -> Self {
        let network = run.network();
        let mut gradient = vec![0.0; network.parameters().len()];
        let mut kernel = Kernel::new(network.shape());
        let packed = run.training_packed();
        kernel.gradient(network, packed, packed.all(), run.recipe().loss, &mut gradient);
        let mut tallies = Tallies::new(network);
        tallies.count(network, &mut kernel, packed);
        add_penalty_slopes(run, &mut gradient);
        let shape = network.shape();
        let norm = |layer| {
            let squares = gradient[shape.weights(layer).start..shape.biases(layer).end].iter().map(|g| g * g);
            squares.sum::<f64>().sqrt()
        };
        Self { layers: (0..shape.depth()).map(norm).collect(), gradient, tallies }
    }

    /// The norm of the whole gradient.
    pub fn norm(&self) -> f64 {
        let squares = self.layers.iter().map(|norm| norm * norm);
        squares.sum::<f64>().sqrt()
    }

    pub fn vanishing(&self) -> Option<Observation> {
        let (&first, &last) = (self.layers.first()?, self.layers.last()?);
        let hidden = self.layers.len() > 1;
        (hidden && last > NO_GRADIENT && first < VANISHED * last).then_some(Observation::Vanishing { first, last })
    }
}
