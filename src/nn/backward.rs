//! The chain rule, from the loss of one row back to every weight.

use super::{Loss, Network, Trace};

/// δ = dL/dz of every neuron, one list for each layer, the output layer last.
#[derive(Debug, Clone, PartialEq)]
pub struct Deltas {
    /// `layers[layer][neuron]`.
    pub layers: Vec<Vec<f64>>,
}

impl Deltas {
    /// Zeros in the shape of this network.
    pub fn new(network: &Network) -> Self {
        let shape = network.shape();
        Self { layers: (0..shape.depth()).map(|l| vec![0.0; shape.outputs_of(l)]).collect() }
    }
}

/// Adds the gradient of one row's loss to `gradient`, which lies like the network's parameters,
/// and returns every neuron's δ.
pub fn backward(network: &Network, trace: &Trace, y: f64, loss: Loss, gradient: &mut [f64]) -> Deltas {
    let mut deltas = Deltas::new(network);
    let last = network.depth() - 1;
    deltas.layers[last][0] = loss.slope_at(trace.p(), y);
    for index in (0..=last).rev() {
        let layer = network.layer(index);
        let (before, rest) = deltas.layers.split_at_mut(index);
        let delta = rest[0].as_slice();
        let inputs = if index == 0 { &trace.inputs } else { &trace.layers[index - 1].a };

        // dL/dw = δ · input, dL/db = δ.
        let start = network.shape().weights(index).start;
        let (weights, biases) = gradient[start..].split_at_mut(layer.weights.len());
        for (row, d) in weights.chunks_exact_mut(layer.inputs).zip(delta) {
            for (slot, input) in row.iter_mut().zip(inputs) {
                *slot += d * input;
            }
        }
        for (slot, d) in biases.iter_mut().zip(delta) {
            *slot += d;
        }

        // δ of the layer before: what each of its neurons contributed, times its own slope.
        let Some(earlier) = before.last_mut() else {
            continue;
        };
        earlier.fill(0.0);
        for (neuron, d) in delta.iter().enumerate() {
            for (slot, weight) in earlier.iter_mut().zip(layer.weights_of(neuron)) {
                *slot += weight * d;
            }
        }
        let activation = network.shape().activation_of(index - 1);
        let seen = &trace.layers[index - 1];
        for (slot, a) in earlier.iter_mut().zip(&seen.a) {
            *slot *= activation.slope(*a);
        }
    }
    deltas
}
