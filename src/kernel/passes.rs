//! The passes of rows through a network: what each does with a group after the other.

use pulp::Simd;

use super::layers::{self, SlopesTo};
use super::losses::{self, LossSums};
use super::memory::Memory;
use super::packed::{GroupWork, PackedBatch, PackedGroup};
use super::wide::Eight;
use crate::nn::{Loss, Parameter};

/// The groups of a batch forward and back.
pub(super) struct Descent<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub batch: PackedBatch,
    pub loss: Loss,
    pub gradient: &'a mut [f64],
    pub total: Option<&'a mut LossSums>,
}

impl GroupWork for Descent<'_> {
    #[inline(always)]
    fn group<S: Simd, const B: usize, const V: usize>(&mut self, simd: S, group: PackedGroup<'_, B>) {
        let Self { memory, parameters, batch, loss, gradient, total } = self;
        memory.forward::<S, B, V>(simd, parameters, group, memory.layers.len());
        memory.judge(simd, group, *loss, true, total.as_deref_mut());
        memory.backward::<S, B, V>(simd, parameters, group, batch, gradient);
    }
}

/// All rows forward.
pub(super) struct Measurement<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub loss: Loss,
    pub total: &'a mut LossSums,
}

impl GroupWork for Measurement<'_> {
    #[inline(always)]
    fn group<S: Simd, const B: usize, const V: usize>(&mut self, simd: S, group: PackedGroup<'_, B>) {
        let Self { memory, parameters, loss, total } = self;
        memory.forward::<S, B, V>(simd, parameters, group, memory.layers.len());
        memory.judge(simd, group, *loss, false, Some(total));
    }
}

/// The sums that go into one neuron.
pub(super) struct AskedSums<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub layer: usize,
    pub neuron: usize,
    pub sums: &'a mut [Eight],
}

impl GroupWork for AskedSums<'_> {
    #[inline(always)]
    fn group<S: Simd, const B: usize, const V: usize>(&mut self, simd: S, group: PackedGroup<'_, B>) {
        let Self { memory, parameters, layer, neuron, sums } = self;
        memory.forward::<S, B, V>(simd, parameters, group, *layer);
        let place = &memory.layers[*layer];
        let (weights, biases) = place.parameters(parameters);
        let from = place.seen(group, memory.columns());
        let weights = &weights[*neuron * from.len()..][..from.len()];
        let to = sums[group.at..][..B].as_chunks_mut().0;
        layers::sums::<S, B, V>(simd, (weights, &biases[*neuron..=*neuron]), from, to);
    }
}

/// The sums that go into the output, and how they move with a parameter: by the way back, begun with 1.
pub(super) struct AskedReaches<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub parameter: Parameter,
    pub found: &'a mut [[Eight; 2]],
}

impl GroupWork for AskedReaches<'_> {
    #[inline(always)]
    fn group<S: Simd, const B: usize, const V: usize>(&mut self, simd: S, group: PackedGroup<'_, B>) {
        let Self { memory, parameters, parameter, found } = self;
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = *parameter;
        memory.forward::<S, B, V>(simd, parameters, group, memory.layers.len());
        let output = memory.output();
        memory.deltas.as_chunks_mut().0[output] = [Eight::ONE; B];
        for later in (layer + 1..memory.layers.len()).rev() {
            memory.earlier::<S, B, V>(simd, parameters, later);
        }
        let place = &memory.layers[layer];
        let (z, delta) = (memory.columns::<B>()[output], memory.deltas.as_chunks::<B>().0[place.to.start + neuron]);
        let reach: [Eight; B] = match *parameter {
            Parameter::Bias { .. } => delta,
            Parameter::Weight { input, .. } => {
                let x = place.seen(group, memory.columns())[input];
                std::array::from_fn(|b| delta[b].times(&x[b]))
            }
        };
        for (b, found) in found[group.at..][..B].iter_mut().enumerate() {
            *found = [z[b], reach[b]];
        }
    }
}

/// What every neuron makes of all rows.
pub(super) struct AskedNeurons<'a, E> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub each: E,
}

impl<E: FnMut(usize, usize, &[f64; Eight::COUNT], &[f64; Eight::COUNT])> GroupWork for AskedNeurons<'_, E> {
    #[inline(always)]
    fn group<S: Simd, const B: usize, const V: usize>(&mut self, simd: S, group: PackedGroup<'_, B>) {
        let Self { memory, parameters, each } = self;
        let (_, counts) = group.people();
        memory.forward::<S, B, V>(simd, parameters, group, memory.layers.len());
        for (neuron, values) in memory.columns::<B>()[..=memory.output()].iter().enumerate() {
            for (b, (values, counts)) in values.iter().zip(counts).enumerate() {
                each(neuron, group.at + b, &values.0, &counts.0);
            }
        }
    }
}

/// The second derivative without hidden layers: of each row its bend times x · xᵀ, with a 1 for the bias.
pub(super) struct AskedBends<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub batch: PackedBatch,
    pub loss: Loss,
    /// The bend of each row times what comes into the network, and then the bend itself.
    pub bent: &'a mut [Eight],
    pub sums: &'a mut [Eight],
    /// Line after line of the weights, and then those of the bias.
    pub bends: &'a mut [f64],
}

impl GroupWork for AskedBends<'_> {
    #[inline(always)]
    fn group<S: Simd, const B: usize, const V: usize>(&mut self, simd: S, group: PackedGroup<'_, B>) {
        let Self { memory, parameters, batch, loss, bent, sums, bends } = self;
        memory.forward::<S, B, V>(simd, parameters, group, 1);
        let inputs = group.inputs();
        let (rows, last) = bent.as_chunks_mut().0.split_at_mut(inputs.len());
        losses::bends::<S, B, V>(simd, *loss, &memory.columns()[0], group.people(), &mut last[0]);
        for (row, x) in rows.iter_mut().zip(inputs) {
            *row = std::array::from_fn(|b| x[b].times(&last[0][b]));
        }
        let deltas = &bent.as_chunks().0[..=inputs.len()];
        layers::slopes::<S, B, V>(simd, inputs, deltas, SlopesTo::of(batch, group.at, B, sums, bends));
    }
}
