//! What a network makes of a group of rows, layer after layer, forward and back.

use std::ops::Range;

use pulp::Simd;

use super::layers::{EarlierDeltas, LayerSlopes, LayerSums};
use super::losses::{LossSums, Losses};
use super::packed::PackedGroup;
use super::wide::Eight;
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
    pub fn seen<'a>(&self, group: PackedGroup<'a>, values: &'a [Eight]) -> &'a [Eight] {
        if self.from.is_empty() {
            group.inputs()
        } else {
            &values[self.from.start * group.eights..self.from.end * group.eights]
        }
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
        let room = vec![Eight::ZERO; to.end * PackedGroup::MOST];
        let slopes = vec![Eight::ZERO; shape.parameters()];
        Self { layers, activation: shape.hidden_activation(), values: room.clone(), deltas: room, slopes }
    }

    /// The place of the output among all neurons; it is the last.
    #[inline(always)]
    pub fn output(&self) -> usize {
        self.layers.last().map_or(0, |last| last.to.start)
    }

    /// A group forward through so many layers.
    #[inline(always)]
    pub fn forward<S: Simd>(&mut self, simd: S, parameters: &[f64], group: PackedGroup<'_>, depth: usize) {
        let (eights, last) = (group.eights, self.layers.len() - 1);
        for (index, layer) in self.layers[..depth].iter().enumerate() {
            let (before, to) = self.values.split_at_mut(layer.to.start * eights);
            let from = layer.seen(group, before);
            let (weights, biases) = (&parameters[layer.weights.clone()], &parameters[layer.biases.clone()]);
            let activation = (index < last).then_some(self.activation);
            simd.vectorize(LayerSums { weights, biases, from, to, eights, activation });
        }
    }

    /// The slopes at the output, the losses and the right answers, as far as they are wanted.
    #[inline(always)]
    pub fn judge<S: Simd>(
        &mut self,
        simd: S,
        group: PackedGroup<'_>,
        loss: Loss,
        back: bool,
        total: Option<&mut LossSums>,
    ) {
        let output = self.output() * group.eights..;
        let z = &self.values[output.clone()][..group.eights];
        let slopes = back.then(|| &mut self.deltas[output][..group.eights]);
        let (lived, counts) = group.people();
        simd.vectorize(Losses { loss, z, lived, counts, slopes, total });
    }

    /// The same group back, from the slopes at the output.
    #[inline(always)]
    pub fn backward<S: Simd>(&mut self, simd: S, parameters: &[f64], group: PackedGroup<'_>, begins: bool) {
        let eights = group.eights;
        for layer in (0..self.layers.len()).rev() {
            let place = &self.layers[layer];
            let delta = &self.deltas[place.to.start * eights..place.to.end * eights];
            let from = place.seen(group, &self.values);
            let sums = &mut self.slopes[place.weights.start..place.biases.end];
            simd.vectorize(LayerSlopes { from, delta, sums, eights, begins });
            if layer > 0 {
                self.earlier(simd, parameters, eights, layer);
            }
        }
    }

    /// From the slopes at the sums of a layer to those of the layer before.
    #[inline(always)]
    pub fn earlier<S: Simd>(&mut self, simd: S, parameters: &[f64], eights: usize, layer: usize) {
        let Self { layers, values, deltas, activation, .. } = self;
        let LayerPlace { weights, from, to, .. } = &layers[layer];
        let (before, delta) = deltas.split_at_mut(to.start * eights);
        let (weights, delta) = (&parameters[weights.clone()], &delta[..to.len() * eights]);
        let (from, to) = (&values[from.start * eights..from.end * eights], &mut before[from.start * eights..]);
        simd.vectorize(EarlierDeltas { weights, from, delta, to, eights, activation: *activation });
    }
}
