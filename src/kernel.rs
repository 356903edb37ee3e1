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
use packed::PackedGroup;
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
        let room = vec![Eight::ZERO; to.end * PackedGroup::MOST];
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

    /// About how long so many different rows take forward, or forward and back, through so many parameters.
    pub fn about_nanoseconds(parameters: usize, rows: usize, back: bool) -> u64 {
        let eights = rows.div_ceil(Eight::COUNT) as u64;
        // Measured: most for exp and ln, some for each product, and a product in software takes its time.
        let (each, product) = if back { (60, 14) } else { (40, 5) };
        let slow = if Instructions::best() == Instructions::Portable { 30 } else { 1 };
        eights * (each + product * parameters as u64 / 10) * slow
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

    /// A group forward through so many layers.
    #[inline(always)]
    fn forward<S: Simd>(&mut self, simd: S, parameters: &[f64], group: PackedGroup<'_>, depth: usize) {
        let (eights, last) = (group.eights, self.layers.len() - 1);
        for (index, LayerPlace { weights, biases, from, to }) in self.layers[..depth].iter().enumerate() {
            let (before, to) = self.values.split_at_mut(to.start * eights);
            let from = if from.is_empty() { group.inputs() } else { &before[from.start * eights..] };
            let (weights, biases) = (&parameters[weights.clone()], &parameters[biases.clone()]);
            let activation = (index < last).then_some(self.activation);
            simd.vectorize(LayerSums { weights, biases, from, to, eights, activation });
        }
    }

    /// The slopes at the output, the losses and the right answers, as far as they are wanted.
    #[inline(always)]
    fn judge<S: Simd>(
        &mut self,
        simd: S,
        group: PackedGroup<'_>,
        loss: Loss,
        back: bool,
        total: Option<&mut LossSums>,
    ) {
        let output = self.layers.last().map_or(0, |last| last.to.start) * group.eights..;
        let z = &self.values[output.clone()][..group.eights];
        let slopes = back.then(|| &mut self.deltas[output][..group.eights]);
        let (lived, counts) = group.people();
        simd.vectorize(Losses { loss, z, lived, counts, slopes, total });
    }

    /// The same group back, from the slopes at the output.
    #[inline(always)]
    fn backward<S: Simd>(&mut self, simd: S, parameters: &[f64], group: PackedGroup<'_>, begins: bool) {
        let eights = group.eights;
        for LayerPlace { weights, biases, from, to } in self.layers.iter().rev() {
            let (before, delta) = self.deltas.split_at_mut(to.start * eights);
            let delta = &delta[..to.len() * eights];
            let seen =
                if from.is_empty() { group.inputs() } else { &self.values[from.start * eights..from.end * eights] };
            let sums = &mut self.slopes[weights.start..biases.end];
            simd.vectorize(LayerSlopes { from: seen, delta, sums, eights, begins });
            if !from.is_empty() {
                let (to, weights) = (&mut before[from.start * eights..], &parameters[weights.clone()]);
                simd.vectorize(EarlierDeltas { weights, from: seen, delta, to, eights, activation: self.activation });
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
        let (first, mut at) = (eights.start, eights.start);
        while at < eights.end {
            let group = packed.group(at);
            kernel.forward(simd, parameters, group, kernel.layers.len());
            kernel.judge(simd, group, loss, true, total.as_deref_mut());
            kernel.backward(simd, parameters, group, at == first);
            at += group.eights;
        }
        for (slope, lanes) in gradient.iter_mut().zip(&kernel.slopes) {
            *slope = lanes.sum(simd);
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
        let mut at = 0;
        while at < packed.len() {
            let group = packed.group(at);
            kernel.forward(simd, parameters, group, kernel.layers.len());
            kernel.judge(simd, group, loss, false, Some(&mut *total));
            at += group.eights;
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
        let mut at = 0;
        while at < packed.len() {
            let group = packed.group(at);
            let eights = group.eights;
            kernel.forward(simd, parameters, group, layer);
            let from =
                if from.is_empty() { group.inputs() } else { &kernel.values[from.start * eights..from.end * eights] };
            let inputs = from.len() / eights;
            let weights = &parameters[weights.clone()][neuron * inputs..][..inputs];
            let biases = &parameters[biases.clone()][neuron..=neuron];
            let to = &mut sums[at..at + eights];
            simd.vectorize(LayerSums { weights, biases, from, to, eights, activation: None });
            at += eights;
        }
    }
}

#[cfg(test)]
mod tests;
