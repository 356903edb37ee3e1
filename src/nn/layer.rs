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

    /// z = w₁x₁ + w₂x₂ + … + b, added in the order the screen shows: products first, each in one rounding, bias last.
    #[inline]
    pub fn sum(&self, neuron: usize, inputs: &[f64]) -> f64 {
        let mut z = 0.0;
        for (weight, input) in self.weights_of(neuron).iter().zip(inputs) {
            z = weight.mul_add(*input, z);
        }
        z + self.biases[neuron]
    }

    /// [`Self::sum`] of every neuron, bit for bit.
    ///
    /// Several neurons are summed side by side: within one of them each addition has to wait for the
    /// one before it, and the processor would wait as well.
    #[inline]
    pub fn sums(&self, inputs: &[f64], z: &mut [f64]) {
        let mut done = 0;
        while done + 8 <= self.outputs {
            z[done..done + 8].copy_from_slice(&self.sums_from::<8>(done, inputs));
            done += 8;
        }
        if done + 4 <= self.outputs {
            z[done..done + 4].copy_from_slice(&self.sums_from::<4>(done, inputs));
            done += 4;
        }
        for (neuron, z) in z[..self.outputs].iter_mut().enumerate().skip(done) {
            *z = self.sum(neuron, inputs);
        }
    }

    /// The sums of `N` neurons from one on.
    #[inline]
    fn sums_from<const N: usize>(&self, neuron: usize, inputs: &[f64]) -> [f64; N] {
        let inputs = &inputs[..self.inputs];
        let weights: [&[f64]; N] = std::array::from_fn(|k| self.weights_of(neuron + k));
        let mut z = [0.0; N];
        for (index, input) in inputs.iter().enumerate() {
            for (sum, weights) in z.iter_mut().zip(weights) {
                *sum = weights[index].mul_add(*input, *sum);
            }
        }
        for (sum, bias) in z.iter_mut().zip(&self.biases[neuron..]) {
            *sum += bias;
        }
        z
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neurons_summed_side_by_side_have_the_bits_of_each_alone() {
        for outputs in 1..=17 {
            let number = |index: usize| ((index * 7919 % 1013) as f64 - 500.0) / 77.0;
            let weights: Vec<f64> = (0..outputs * 5).map(number).collect();
            let biases: Vec<f64> = (0..outputs).map(number).collect();
            let layer = Layer { inputs: 5, outputs, activation: Activation::Relu, weights: &weights, biases: &biases };
            // Longer than the layer takes in, as working memory may be.
            let inputs: Vec<f64> = (40..50).map(number).collect();
            let mut z = vec![f64::NAN; outputs];
            layer.sums(&inputs, &mut z);
            for (neuron, z) in z.iter().enumerate() {
                assert_eq!(z.to_bits(), layer.sum(neuron, &inputs).to_bits());
            }
        }
    }
}
