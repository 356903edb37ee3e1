//! What a network makes of a group of rows, layer after layer, forward and back.

use std::ops::Range;

use pulp::Simd;

use super::layers::{self, Activations, SlopesTo};
use super::losses::{LossSums, Losses};
use super::packed::{LaneColumn, MOST_EIGHTS, PackedBatch, PackedGroup};
use super::wide::{Eight, apart};
use crate::nn::{Activation, Loss, Shape};

/// Room for a group in a network of one shape.
#[derive(Debug, Clone)]
pub(super) struct Memory {
    pub layers: Vec<LayerPlace>,
    activation: Activation,
    /// What the neurons of all layers make of the rows: activations, and at the output the sum.
    pub values: Vec<Eight>,
    /// The slopes of the losses at their sums.
    pub deltas: Vec<Eight>,
    /// The gradient, summed in eight places.
    pub slopes: Vec<Eight>,
}

/// Where the numbers of a layer lie.
#[derive(Debug, Clone)]
pub(super) struct LayerPlace {
    pub weights: Range<usize>,
    pub biases: Range<usize>,
    /// Of its inputs and of its outputs among the numbers of all neurons; no inputs where they come from outside.
    pub from: Range<usize>,
    pub to: Range<usize>,
}

impl LayerPlace {
    /// What comes into the layer for a group, of all its neurons' values or from outside.
    #[inline(always)]
    pub fn seen<'a, const B: usize>(
        &self,
        group: PackedGroup<'a, B>,
        values: &'a [LaneColumn<B>],
    ) -> &'a [LaneColumn<B>] {
        if self.from.is_empty() { group.inputs() } else { &values[self.from.clone()] }
    }

    /// Its weights and its biases among all parameters.
    #[inline(always)]
    pub fn parameters<'a>(&self, all: &'a [f64]) -> (&'a [f64], &'a [f64]) {
        all[self.weights.start..self.biases.end].split_at(self.weights.len())
    }
}

impl Memory {
    pub fn new(shape: &Shape) -> Self {
        let mut to = 0..0;
        let place = |layer| {
            let from = to.clone();
            to = from.end..from.end + shape.outputs_of(layer);
            LayerPlace { weights: shape.weights(layer), biases: shape.biases(layer), from, to: to.clone() }
        };
        let layers = (0..shape.depth()).map(place).collect();
        let room = vec![Eight::ZERO; to.end * MOST_EIGHTS];
        let slopes = vec![Eight::ZERO; shape.parameters()];
        Self { layers, activation: shape.hidden_activation(), values: room.clone(), deltas: room, slopes }
    }

    /// The place of the output among all neurons; it is the last.
    #[inline(always)]
    pub fn output(&self) -> usize {
        self.layers.last().map_or(0, |last| last.to.start)
    }

    /// What all neurons make of a group of so many eights.
    #[inline(always)]
    pub fn columns<const B: usize>(&self) -> &[LaneColumn<B>] {
        self.values.as_chunks().0
    }

    /// A group forward through so many layers.
    #[inline(always)]
    pub fn forward<S: Simd, const B: usize, const V: usize>(
        &mut self,
        simd: S,
        parameters: &[f64],
        group: PackedGroup<'_, B>,
        depth: usize,
    ) {
        let last = self.layers.len() - 1;
        for (index, layer) in self.layers[..depth].iter().enumerate() {
            let (before, to) = self.values.as_chunks_mut().0.split_at_mut(layer.to.start);
            let (from, to) = (layer.seen(group, before), &mut to[..layer.to.len()]);
            layers::sums::<S, B, V>(simd, layer.parameters(parameters), from, to);
            if index < last {
                apart(simd, Activations { activation: self.activation, values: to.as_flattened_mut() });
            }
        }
    }

    /// The slopes at the output, the losses and the right answers, as far as they are wanted.
    #[inline(always)]
    pub fn judge<S: Simd, const B: usize>(
        &mut self,
        simd: S,
        group: PackedGroup<'_, B>,
        loss: Loss,
        back: bool,
        total: Option<&mut LossSums>,
    ) {
        let output = self.output();
        let z = &self.values.as_chunks::<B>().0[output];
        let slopes = back.then(|| self.deltas.as_chunks_mut::<B>().0[output].as_mut_slice());
        let (lived, counts) = group.people();
        apart(simd, Losses { loss, z, lived, counts, slopes, total });
    }

    /// The same group back, from the slopes at the output.
    #[inline(always)]
    pub fn backward<S: Simd, const B: usize, const V: usize>(
        &mut self,
        simd: S,
        parameters: &[f64],
        group: PackedGroup<'_, B>,
        batch: &PackedBatch,
        gradient: &mut [f64],
    ) {
        for layer in (0..self.layers.len()).rev() {
            let place = &self.layers[layer];
            let of_layer = place.weights.start..place.biases.end;
            let deltas = &self.deltas.as_chunks().0[place.to.clone()];
            let from = place.seen(group, self.values.as_chunks().0);
            let (sums, gradient) = (&mut self.slopes[of_layer.clone()], &mut gradient[of_layer]);
            layers::slopes::<S, B, V>(simd, from, deltas, SlopesTo::of(batch, group.at, B, sums, gradient));
            if layer > 0 {
                self.earlier::<S, B, V>(simd, parameters, layer);
            }
        }
    }

    /// From the slopes at the sums of a layer to those of the layer before.
    #[inline(always)]
    pub fn earlier<S: Simd, const B: usize, const V: usize>(&mut self, simd: S, parameters: &[f64], layer: usize) {
        let Self { layers, values, deltas, activation, .. } = self;
        let LayerPlace { weights, from, to, .. } = &layers[layer];
        let (before, deltas) = deltas.as_chunks_mut().0.split_at_mut(to.start);
        let (weights, deltas) = (&parameters[weights.clone()], &deltas[..to.len()]);
        let (activations, to) = (&values.as_chunks().0[from.clone()], &mut before[from.clone()]);
        layers::earlier_deltas::<S, B, V>(simd, weights, deltas, (*activation, activations), to);
    }
}
