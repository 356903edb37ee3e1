//! The passes of rows through a network: what each does with a group after the other.

use std::ops::Range;

use pulp::{Simd, WithSimd};

use super::layers::{LayerSlopes, LayerSums};
use super::losses::{LossBends, LossSums};
use super::memory::Memory;
use super::packed::{PackedGroup, PackedRows};
use super::wide::Eight;
use crate::nn::{Loss, Parameter};

/// Some eights forward and back.
pub(super) struct Descent<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub packed: &'a PackedRows,
    pub eights: Range<usize>,
    pub loss: Loss,
    pub gradient: &'a mut [f64],
    pub total: Option<&'a mut LossSums>,
}

impl WithSimd for Descent<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { memory, parameters, packed, eights, loss, gradient, mut total } = self;
        if eights.is_empty() {
            return gradient.fill(0.0);
        }
        let first = eights.start;
        for (at, group) in packed.groups(eights) {
            memory.forward(simd, parameters, group, memory.layers.len());
            memory.judge(simd, group, loss, true, total.as_deref_mut());
            memory.backward(simd, parameters, group, at == first);
        }
        for (slope, lanes) in gradient.iter_mut().zip(&memory.slopes) {
            *slope = lanes.sum(simd);
        }
    }
}

/// All rows forward.
pub(super) struct Measurement<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub packed: &'a PackedRows,
    pub loss: Loss,
    pub total: &'a mut LossSums,
}

impl WithSimd for Measurement<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { memory, parameters, packed, loss, total } = self;
        for (_, group) in packed.groups(packed.all()) {
            memory.forward(simd, parameters, group, memory.layers.len());
            memory.judge(simd, group, loss, false, Some(&mut *total));
        }
    }
}

/// The sums that go into one neuron.
pub(super) struct AskedSums<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub packed: &'a PackedRows,
    pub layer: usize,
    pub neuron: usize,
    pub sums: &'a mut [Eight],
}

impl WithSimd for AskedSums<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { memory, parameters, packed, layer, neuron, sums } = self;
        for (at, group) in packed.groups(packed.all()) {
            let eights = group.eights;
            memory.forward(simd, parameters, group, layer);
            let place = &memory.layers[layer];
            let from = place.seen(group, &memory.values);
            let inputs = from.len() / eights;
            let weights = &parameters[place.weights.clone()][neuron * inputs..][..inputs];
            let biases = &parameters[place.biases.clone()][neuron..=neuron];
            let to = &mut sums[at..at + eights];
            simd.vectorize(LayerSums { weights, biases, from, to, eights, activation: None });
        }
    }
}

/// The sums that go into the output, and how they move with a parameter: by the way back, begun with 1.
pub(super) struct AskedReaches<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub packed: &'a PackedRows,
    pub parameter: Parameter,
    pub found: &'a mut [[Eight; 2]],
}

impl WithSimd for AskedReaches<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { memory, parameters, packed, parameter, found } = self;
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = parameter;
        for (at, group) in packed.groups(packed.all()) {
            let eights = group.eights;
            memory.forward(simd, parameters, group, memory.layers.len());
            let output = memory.output() * eights;
            memory.deltas[output..output + eights].fill(Eight::ONE);
            for later in (layer + 1..memory.layers.len()).rev() {
                memory.earlier(simd, parameters, eights, later);
            }
            let place = &memory.layers[layer];
            let seen = place.seen(group, &memory.values);
            for eight in 0..eights {
                let delta = memory.deltas[(place.to.start + neuron) * eights + eight];
                let reach = match parameter {
                    Parameter::Bias { .. } => delta,
                    Parameter::Weight { input, .. } => delta.times(&seen[input * eights + eight]),
                };
                found[at + eight] = [memory.values[output + eight], reach];
            }
        }
    }
}

/// What every neuron makes of all rows.
pub(super) struct AskedNeurons<'a, E> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub packed: &'a PackedRows,
    pub each: E,
}

impl<E: FnMut(usize, usize, &[f64; Eight::COUNT], &[f64; Eight::COUNT])> WithSimd for AskedNeurons<'_, E> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { memory, parameters, packed, mut each } = self;
        for (at, group) in packed.groups(packed.all()) {
            let (_, counts) = group.people();
            memory.forward(simd, parameters, group, memory.layers.len());
            let neurons = memory.output() + 1;
            for (neuron, values) in memory.values[..neurons * group.eights].chunks_exact(group.eights).enumerate() {
                for (eight, (values, counts)) in values.iter().zip(counts).enumerate() {
                    each(neuron, at + eight, &values.0, &counts.0);
                }
            }
        }
    }
}

/// The second derivative without hidden layers: of each row its bend times x · xᵀ, with a 1 for the bias.
pub(super) struct AskedBends<'a> {
    pub memory: &'a mut Memory,
    pub parameters: &'a [f64],
    pub packed: &'a PackedRows,
    pub loss: Loss,
}

impl WithSimd for AskedBends<'_> {
    type Output = Vec<Vec<f64>>;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> Vec<Vec<f64>> {
        let Self { memory, parameters, packed, loss } = self;
        let (size, inputs) = (parameters.len(), parameters.len() - 1);
        let mut sums = vec![Eight::ZERO; size * size];
        let mut bent = vec![Eight::ZERO; size * PackedGroup::MOST];
        for (at, group) in packed.groups(packed.all()) {
            let ((lived, counts), eights) = (group.people(), group.eights);
            memory.forward(simd, parameters, group, 1);
            let (rows, bends) = bent[..size * eights].split_at_mut(inputs * eights);
            simd.vectorize(LossBends { loss, z: &memory.values[..eights], lived, counts, to: bends });
            for (place, x) in group.inputs().iter().enumerate() {
                rows[place] = x.times(&bends[place % eights]);
            }
            let (from, delta) = (group.inputs(), &bent[..size * eights]);
            simd.vectorize(LayerSlopes { from, delta, sums: &mut sums, eights, begins: at == 0 });
        }
        let at = |line: usize, column| if column < inputs { line * inputs + column } else { size * inputs + line };
        (0..size).map(|line| (0..size).map(|column| sums[at(line, column)].sum(simd)).collect()).collect()
    }
}
