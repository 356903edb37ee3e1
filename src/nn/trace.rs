//! What one forward pass computed, every number of it. The diagram, the formula, the plots and the
//! backward pass all read the same trace, so what is shown is what is computed.

use super::Shape;

/// The inputs and every layer's sums and activations for one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// What went in.
    pub inputs: Vec<f64>,
    /// One entry for each layer, the output layer last.
    pub layers: Vec<LayerTrace>,
}

/// The sums and activations of one layer.
#[derive(Debug, Clone, PartialEq)]
pub struct LayerTrace {
    /// z = Wx + b of each neuron.
    pub z: Vec<f64>,
    /// a = f(z) of each neuron.
    pub a: Vec<f64>,
}

impl Trace {
    /// A trace of zeros for networks of this shape, to be filled by `forward_into`.
    pub fn new(shape: &Shape) -> Self {
        let layers = (0..shape.depth())
            .map(|layer| {
                let width = shape.outputs_of(layer);
                LayerTrace { z: vec![0.0; width], a: vec![0.0; width] }
            })
            .collect();
        Self { inputs: vec![0.0; shape.inputs()], layers }
    }

    /// The sum that went into the output sigmoid.
    pub fn logit(&self) -> f64 {
        self.output().z[0]
    }

    /// The predicted probability of having survived.
    pub fn p(&self) -> f64 {
        self.output().a[0]
    }

    fn output(&self) -> &LayerTrace {
        self.layers.last().expect("a network has an output layer")
    }
}
