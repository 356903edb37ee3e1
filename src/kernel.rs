//! Many rows through one network at once: the way of `nn::Pass` as fast as the processor goes, with the same
//! bits on every processor.
//!
//! Rows lie packed, eight by eight; whatever is summed over rows is summed in eight places, each in the
//! order of the rows, and then in one fixed order over the places. So it does not matter how many of the eight a
//! processor takes at a time. Every product that is added is added in one rounding.
//!
//! Knows `nn` and nothing of passengers, recipes or epochs.

#![expect(
    clippy::inline_always,
    clippy::needless_range_loop,
    reason = "what is not inlined loses its instructions, and tiles are written by place so that they stay in registers"
)]

mod instructions;
mod layers;
mod losses;
mod packed;
mod wide;

pub use instructions::Instructions;
pub use losses::LossTotal;
pub use packed::PackedRows;

use std::ops::Range;

use pulp::{Simd, WithSimd};

use crate::nn::{Activation, Loss, Network, Shape};
use layers::{EarlierDeltas, LayerSlopes, LayerSums};
use losses::{LossSums, Losses};
use wide::Eight;

/// Memory for passes of any rows through networks of one shape; a pass allocates nothing.
#[derive(Debug, Clone)]
pub struct Kernel {
    instructions: Instructions,
    layers: Vec<LayerPlace>,
    activation: Activation,
    /// What the neurons of all layers make of eight rows: activations, and at the output the sum.
    values: Vec<Eight>,
    /// The slopes of the losses at their sums.
    deltas: Vec<Eight>,
    /// The gradient, summed in eight places.
    slopes: Vec<Eight>,
}

/// Where the numbers of a layer lie.
#[derive(Debug, Clone)]
struct LayerPlace {
    weights: Range<usize>,
    biases: Range<usize>,
    /// Of its inputs and of its outputs among the numbers of all neurons; no inputs where they come from outside.
    from: Range<usize>,
    to: Range<usize>,
}

impl Kernel {
    /// Enough room for this shape, with the best instructions this processor has.
    pub fn new(shape: &Shape) -> Self {
        Self::with(shape, Instructions::best())
    }

    /// The same with these instructions.
    pub fn with(shape: &Shape, instructions: Instructions) -> Self {
        let mut to = 0..0;
        let place = |layer| {
            let from = to.clone();
            to = from.end..from.end + shape.outputs_of(layer);
            LayerPlace { weights: shape.weights(layer), biases: shape.biases(layer), from, to: to.clone() }
        };
        let layers = (0..shape.depth()).map(place).collect();
        let room = vec![Eight::ZERO; to.end];
        let slopes = vec![Eight::ZERO; shape.parameters()];
        Self { instructions, layers, activation: shape.hidden_activation(), values: room.clone(), deltas: room, slopes }
    }

    /// Sets `gradient` to that of the sum of the losses of some eights.
    pub fn gradient(
        &mut self,
        network: &Network,
        packed: &PackedRows,
        eights: Range<usize>,
        loss: Loss,
        gradient: &mut [f64],
    ) {
        self.descend(network, packed, eights, loss, gradient, None);
    }

    /// The same of all rows, and what their losses come to.
    pub fn measured_gradient(
        &mut self,
        network: &Network,
        packed: &PackedRows,
        loss: Loss,
        gradient: &mut [f64],
    ) -> LossTotal {
        let mut total = LossSums::NONE;
        self.descend(network, packed, packed.all(), loss, gradient, Some(&mut total));
        total.sum()
    }

    /// What the losses of all rows come to.
    pub fn measure(&mut self, network: &Network, packed: &PackedRows, loss: Loss) -> LossTotal {
        let mut total = LossSums::NONE;
        let parameters = network.parameters();
        self.instructions.run(Measurement { kernel: self, parameters, packed, loss, total: &mut total });
        total.sum()
    }

    /// The sum that goes into the output for each row in turn, bit for bit the one of [`Network::logit`].
    pub fn logits(&mut self, network: &Network, packed: &PackedRows, each: impl FnMut(usize, f64)) {
        self.sums(network, (network.depth() - 1, 0), packed, each);
    }

    /// The sum that goes into a neuron of a layer for each row in turn, bit for bit the one of [`Network::sum`].
    pub fn sums(
        &mut self,
        network: &Network,
        (layer, neuron): (usize, usize),
        packed: &PackedRows,
        mut each: impl FnMut(usize, f64),
    ) {
        let mut sums = vec![Eight::ZERO; packed.len()];
        let parameters = network.parameters();
        self.instructions.run(AskedSums { kernel: self, parameters, packed, layer, neuron, sums: &mut sums });
        for (row, place) in packed.places().enumerate() {
            each(row, sums[place / Eight::COUNT].0[place % Eight::COUNT]);
        }
    }

    fn descend(
        &mut self,
        network: &Network,
        packed: &PackedRows,
        eights: Range<usize>,
        loss: Loss,
        gradient: &mut [f64],
        total: Option<&mut LossSums>,
    ) {
        let parameters = network.parameters();
        self.instructions.run(Descent { kernel: self, parameters, packed, eights, loss, gradient, total });
    }

    /// Eight rows forward through so many layers.
    #[inline(always)]
    fn forward<S: Simd>(&mut self, simd: S, parameters: &[f64], inputs: &[Eight], depth: usize) {
        let last = self.layers.len() - 1;
        for (index, LayerPlace { weights, biases, from, to }) in self.layers[..depth].iter().enumerate() {
            let (before, to) = self.values.split_at_mut(to.start);
            let from = if from.is_empty() { inputs } else { &before[from.clone()] };
            let (weights, biases) = (&parameters[weights.clone()], &parameters[biases.clone()]);
            let activation = (index < last).then_some(self.activation);
            simd.vectorize(LayerSums { weights, biases, from, to, activation });
        }
    }

    /// The same rows back, from the slopes at the output.
    #[inline(always)]
    fn backward<S: Simd>(&mut self, simd: S, parameters: &[f64], inputs: &[Eight], begins: bool) {
        for LayerPlace { weights, biases, from, to } in self.layers.iter().rev() {
            let (before, delta) = self.deltas.split_at_mut(to.start);
            let delta = &delta[..to.len()];
            let seen = if from.is_empty() { inputs } else { &self.values[from.clone()] };
            let sums = &mut self.slopes[weights.start..biases.end];
            simd.vectorize(LayerSlopes { from: seen, delta, sums, begins });
            if !from.is_empty() {
                let (to, weights) = (&mut before[from.clone()], &parameters[weights.clone()]);
                simd.vectorize(EarlierDeltas { weights, from: seen, delta, to, activation: self.activation });
            }
        }
    }
}

/// Some eights forward and back.
struct Descent<'a> {
    kernel: &'a mut Kernel,
    parameters: &'a [f64],
    packed: &'a PackedRows,
    eights: Range<usize>,
    loss: Loss,
    gradient: &'a mut [f64],
    total: Option<&'a mut LossSums>,
}

impl WithSimd for Descent<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { kernel, parameters, packed, eights, loss, gradient, mut total } = self;
        if eights.is_empty() {
            return gradient.fill(0.0);
        }
        for (index, eight) in packed.eights(eights).enumerate() {
            let [inputs @ .., lived, counts] = eight else { continue };
            kernel.forward(simd, parameters, inputs, kernel.layers.len());
            if let ([.., z], [.., slopes]) = (&kernel.values[..], &mut kernel.deltas[..]) {
                simd.vectorize(Losses { loss, z, lived, counts, slopes: Some(slopes), total: total.as_deref_mut() });
            }
            kernel.backward(simd, parameters, inputs, index == 0);
        }
        for (slope, lanes) in gradient.iter_mut().zip(&kernel.slopes) {
            *slope = lanes.sum();
        }
    }
}

/// All rows forward.
struct Measurement<'a> {
    kernel: &'a mut Kernel,
    parameters: &'a [f64],
    packed: &'a PackedRows,
    loss: Loss,
    total: &'a mut LossSums,
}

impl WithSimd for Measurement<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { kernel, parameters, packed, loss, total } = self;
        for eight in packed.eights(packed.all()) {
            let [inputs @ .., lived, counts] = eight else { continue };
            kernel.forward(simd, parameters, inputs, kernel.layers.len());
            if let [.., z] = &kernel.values[..] {
                simd.vectorize(Losses { loss, z, lived, counts, slopes: None, total: Some(&mut *total) });
            }
        }
    }
}

/// The sums that go into one neuron.
struct AskedSums<'a> {
    kernel: &'a mut Kernel,
    parameters: &'a [f64],
    packed: &'a PackedRows,
    layer: usize,
    neuron: usize,
    sums: &'a mut [Eight],
}

impl WithSimd for AskedSums<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { kernel, parameters, packed, layer, neuron, sums } = self;
        let LayerPlace { weights, biases, from, .. } = kernel.layers[layer].clone();
        for (eight, to) in packed.eights(packed.all()).zip(sums.chunks_exact_mut(1)) {
            let [inputs @ .., _, _] = eight else { continue };
            kernel.forward(simd, parameters, inputs, layer);
            let from = if from.is_empty() { inputs } else { &kernel.values[from.clone()] };
            let weights = &parameters[weights.clone()][neuron * from.len()..][..from.len()];
            let biases = &parameters[biases.clone()][neuron..=neuron];
            simd.vectorize(LayerSums { weights, biases, from, to, activation: None });
        }
    }
}

#[cfg(test)]
mod tests;
