//! One layer as it is looked at: its sizes, its function and borrowed numbers.

use super::Activation;

/// A layer of a network, borrowed from its flat list of parameters.
#[derive(Debug, Clone, Copy)]
pub struct Layer<'a> {
    /// How many numbers each neuron takes in.
    pub inputs: usize,
    /// How many neurons there are.
    pub outputs: usize,
    /// What each neuron does with its sum.
    pub activation: Activation,
    /// `weights[neuron * inputs + input]`.
    pub weights: &'a [f64],
    /// One bias for each neuron.
    pub biases: &'a [f64],
}

impl<'a> Layer<'a> {
    /// The weight with which `neuron` takes in `input`.
    pub fn weight(&self, neuron: usize, input: usize) -> f64 {
        self.weights[neuron * self.inputs + input]
    }

    /// All weights of one neuron, in the order of its inputs.
    #[inline]
    pub fn weights_of(&self, neuron: usize) -> &'a [f64] {
        &self.weights[neuron * self.inputs..(neuron + 1) * self.inputs]
    }

    /// z = w₁x₁ + w₂x₂ + … + b, added in the order the screen shows: products first, bias last.
    #[inline]
    pub fn sum(&self, neuron: usize, inputs: &[f64]) -> f64 {
        let mut z = 0.0;
        for (weight, input) in self.weights_of(neuron).iter().zip(inputs) {
            z += weight * input;
        }
        z + self.biases[neuron]
    }
}
