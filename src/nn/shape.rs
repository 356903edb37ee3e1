//! How many neurons stand where, and where each one's numbers lie in the flat list of parameters.

use std::ops::Range;

use super::Activation;

/// The widths of a network: inputs, hidden layers, one output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    inputs: usize,
    /// Neurons in each layer, the single output neuron last.
    widths: Vec<usize>,
    activation: Activation,
    /// The index of each layer's first parameter, and at the end the number of all of them.
    starts: Vec<usize>,
}

/// One number of a network, named by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Parameter {
    /// The weight with which `neuron` of `layer` takes in `input`.
    Weight {
        /// The layer, 0 is the first after the inputs.
        layer: usize,
        /// The neuron within its layer.
        neuron: usize,
        /// The input of the layer, a neuron of the layer before or an input of the network.
        input: usize,
    },
    /// The bias of `neuron` of `layer`.
    Bias {
        /// The layer, 0 is the first after the inputs.
        layer: usize,
        /// The neuron within its layer.
        neuron: usize,
    },
}

impl Shape {
    /// A shape with these hidden widths and one sigmoid output.
    pub fn new(inputs: usize, hidden: &[usize], activation: Activation) -> Self {
        let widths: Vec<usize> = hidden.iter().copied().chain([1]).collect();
        let mut starts = vec![0];
        let mut before = inputs;
        let mut start = 0;
        for &width in &widths {
            start += width * before + width;
            starts.push(start);
            before = width;
        }
        Self { inputs, widths, activation, starts }
    }

    /// How many numbers go in.
    pub const fn inputs(&self) -> usize {
        self.inputs
    }

    /// The widths of the hidden layers.
    pub fn hidden(&self) -> &[usize] {
        &self.widths[..self.widths.len() - 1]
    }

    /// The number of layers with weights, the output layer included.
    pub const fn depth(&self) -> usize {
        self.widths.len()
    }

    /// The number of neurons in a layer.
    pub fn outputs_of(&self, layer: usize) -> usize {
        self.widths[layer]
    }

    /// How many numbers each neuron of a layer takes in.
    pub fn inputs_of(&self, layer: usize) -> usize {
        if layer == 0 { self.inputs } else { self.widths[layer - 1] }
    }

    /// The activation of hidden layers.
    pub const fn hidden_activation(&self) -> Activation {
        self.activation
    }

    /// The activation of a layer: the hidden one, or sigmoid at the output.
    pub fn activation_of(&self, layer: usize) -> Activation {
        if layer + 1 == self.depth() { Activation::Sigmoid } else { self.activation }
    }

    /// Where a layer's weights lie, `[out][in]` row by row.
    pub fn weights(&self, layer: usize) -> Range<usize> {
        self.starts[layer]..self.starts[layer + 1] - self.outputs_of(layer)
    }

    /// Where a layer's biases lie.
    pub fn biases(&self, layer: usize) -> Range<usize> {
        self.weights(layer).end..self.starts[layer + 1]
    }

    /// The number of all weights and biases.
    pub fn parameters(&self) -> usize {
        self.starts[self.depth()]
    }

    /// The widest row of numbers met on the way from inputs to output.
    pub fn widest(&self) -> usize {
        self.widths.iter().copied().fold(self.inputs, usize::max)
    }

    /// Whether there is such a parameter.
    pub fn has(&self, parameter: Parameter) -> bool {
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = parameter;
        let feeds = |input| input < self.inputs_of(layer);
        layer < self.depth()
            && neuron < self.outputs_of(layer)
            && !matches!(parameter, Parameter::Weight { input, .. } if !feeds(input))
    }

    /// Where a parameter lies in the flat list.
    pub fn index(&self, parameter: Parameter) -> usize {
        match parameter {
            Parameter::Weight { layer, neuron, input } => self.starts[layer] + neuron * self.inputs_of(layer) + input,
            Parameter::Bias { layer, neuron } => self.biases(layer).start + neuron,
        }
    }

    /// The place of a parameter in reading order: layer by layer, neuron by neuron, weights and then
    /// the bias.
    pub fn reading_place(&self, parameter: Parameter) -> usize {
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = parameter;
        let inputs = self.inputs_of(layer);
        let within = match parameter {
            Parameter::Weight { input, .. } => input,
            Parameter::Bias { .. } => inputs,
        };
        self.starts[layer] + neuron * (inputs + 1) + within
    }

    /// Which parameter stands at a place of the reading order; a place past the end names the last.
    pub fn parameter_read(&self, place: usize) -> Parameter {
        let place = place.min(self.parameters() - 1);
        let layer = self.starts.partition_point(|&start| start <= place) - 1;
        let inputs = self.inputs_of(layer);
        let within = place - self.starts[layer];
        let (neuron, input) = (within / (inputs + 1), within % (inputs + 1));
        if input == inputs { Parameter::Bias { layer, neuron } } else { Parameter::Weight { layer, neuron, input } }
    }

    /// Which parameter lies at an index of the flat list; an index past the end names the last.
    pub fn parameter_at(&self, index: usize) -> Parameter {
        let index = index.min(self.parameters() - 1);
        let layer = self.starts.partition_point(|&start| start <= index) - 1;
        let biases = self.biases(layer).start;
        if index >= biases {
            return Parameter::Bias { layer, neuron: index - biases };
        }
        let within = index - self.starts[layer];
        let inputs = self.inputs_of(layer);
        Parameter::Weight { layer, neuron: within / inputs, input: within % inputs }
    }
}
