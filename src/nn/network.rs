//! A network is its shape and one flat list of numbers; here it answers what it makes of inputs.

use super::{Activation, Layer, Parameter, Shape, Trace};

/// A feed-forward network with one sigmoid output.
///
/// Its parameters lie in one list: for each layer the weights `[out][in]` row by row, then the
/// biases.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    shape: Shape,
    parameters: Vec<f64>,
}

/// Working memory for [`Network::logit`], so that asking for many rows allocates nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Scratch {
    from: Vec<f64>,
    to: Vec<f64>,
}

impl Scratch {
    /// Enough room for this network.
    pub fn new(network: &Network) -> Self {
        let widest = network.shape.widest();
        Self { from: vec![0.0; widest], to: vec![0.0; widest] }
    }
}

impl Network {
    /// A network of zeros with these hidden widths and one sigmoid output.
    pub fn new(inputs: usize, hidden: &[usize], activation: Activation) -> Self {
        let shape = Shape::new(inputs, hidden, activation);
        let parameters = vec![0.0; shape.parameters()];
        Self { shape, parameters }
    }

    /// Its widths and the places of its numbers.
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The number of layers with weights, the output layer included.
    pub const fn depth(&self) -> usize {
        self.shape.depth()
    }

    /// One layer; 0 is the first after the inputs.
    #[inline]
    pub fn layer(&self, index: usize) -> Layer<'_> {
        Layer {
            inputs: self.shape.inputs_of(index),
            outputs: self.shape.outputs_of(index),
            activation: self.shape.activation_of(index),
            weights: &self.parameters[self.shape.weights(index)],
            biases: &self.parameters[self.shape.biases(index)],
        }
    }

    /// All layers from the inputs to the output.
    pub fn layers(&self) -> impl ExactSizeIterator<Item = Layer<'_>> {
        (0..self.depth()).map(|index| self.layer(index))
    }

    /// All weights and biases, in their flat order.
    pub fn parameters(&self) -> &[f64] {
        &self.parameters
    }

    /// All weights and biases, to be changed; their number is fixed.
    pub fn parameters_mut(&mut self) -> &mut [f64] {
        &mut self.parameters
    }

    /// Where a parameter lies in [`Self::parameters`].
    pub fn index(&self, parameter: Parameter) -> usize {
        self.shape.index(parameter)
    }

    /// Which parameter lies at an index of [`Self::parameters`].
    pub fn parameter_at(&self, index: usize) -> Parameter {
        self.shape.parameter_at(index)
    }

    /// Everything the network computes for these inputs.
    pub fn forward(&self, inputs: &[f64]) -> Trace {
        let mut trace = Trace::new(&self.shape);
        self.forward_into(inputs, &mut trace);
        trace
    }

    /// [`Self::forward`] into a trace of this shape, without allocating.
    pub fn forward_into(&self, inputs: &[f64], trace: &mut Trace) {
        trace.inputs.copy_from_slice(inputs);
        for index in 0..self.depth() {
            let layer = self.layer(index);
            let (before, rest) = trace.layers.split_at_mut(index);
            let from = before.last().map_or(&trace.inputs, |layer| &layer.a);
            let here = &mut rest[0];
            layer.sums(from, &mut here.z);
            for (a, z) in here.a.iter_mut().zip(&here.z) {
                *a = layer.activation.value(*z);
            }
        }
    }

    /// The sum that goes into the output sigmoid, bit for bit the one of [`Self::forward`].
    pub fn logit(&self, inputs: &[f64], scratch: &mut Scratch) -> f64 {
        self.sum(self.depth() - 1, 0, inputs, scratch)
    }

    /// The sum that goes into a neuron of a layer, bit for bit the one of [`Self::forward`].
    pub fn sum(&self, layer: usize, neuron: usize, inputs: &[f64], scratch: &mut Scratch) -> f64 {
        if layer == 0 {
            return self.layer(0).sum(neuron, inputs);
        }
        scratch.from[..inputs.len()].copy_from_slice(inputs);
        for index in 0..layer {
            let layer = self.layer(index);
            layer.sums(&scratch.from, &mut scratch.to);
            for a in &mut scratch.to[..layer.outputs] {
                *a = layer.activation.value(*a);
            }
            std::mem::swap(&mut scratch.from, &mut scratch.to);
        }
        self.layer(layer).sum(neuron, &scratch.from)
    }
}
