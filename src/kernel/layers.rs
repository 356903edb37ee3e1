//! One layer for a group of eights, forward and back, a neuron at a time: its sums for all rows of the group stay in
//! registers. Everything known of the group lies in columns.

use pulp::Simd;

use super::packed::{LaneColumn, PackedBatch};
use super::wide::{Eight, EightWork, Wide};
use crate::nn::{Activation, Real};

/// Does something for an activation that is known where it is compiled, and so asked once and not for each number.
macro_rules! each {
    ($activation:expr, $known:ident => $does:expr) => {
        match $activation {
            Activation::Relu => each!(@ Relu, $known, $does),
            Activation::LeakyRelu => each!(@ LeakyRelu, $known, $does),
            Activation::Tanh => each!(@ Tanh, $known, $does),
            Activation::Sigmoid => each!(@ Sigmoid, $known, $does),
            Activation::Linear => each!(@ Linear, $known, $does),
        }
    };
    (@ $variant:ident, $known:ident, $does:expr) => {{
        let $known = Activation::$variant;
        $does
    }};
}

/// z = Wx + b of a layer.
#[inline(always)]
pub(super) fn sums<S: Simd, const B: usize, const V: usize>(
    simd: S,
    (weights, biases): (&[f64], &[f64]),
    from: &[LaneColumn<B>],
    to: &mut [LaneColumn<B>],
) {
    let mut all = weights;
    for (bias, to) in biases.iter().zip(to) {
        let weights;
        (weights, all) = all.split_at(from.len());
        let mut sums = [[Wide::splat(simd, 0.0); V]; B];
        for (x, w) in from.iter().zip(weights) {
            let w = Wide::splat(simd, *w);
            for b in 0..B {
                for v in 0..V {
                    sums[b][v] = x[b].get(simd, v).mul_add(w, sums[b][v]);
                }
            }
        }
        let bias = Wide::splat(simd, *bias);
        for b in 0..B {
            for v in 0..V {
                to[b].set(v, sums[b][v] + bias);
            }
        }
    }
}

/// What hidden neurons make of their sums: a = f(z), in place.
pub(super) struct Activations<'a> {
    pub activation: Activation,
    pub values: &'a mut [Eight],
}

impl EightWork for Activations<'_> {
    #[inline(always)]
    fn eights<S: Simd, const V: usize>(self, simd: S) {
        each!(self.activation, known => for z in self.values {
            for v in 0..V {
                z.set(v, known.value(z.get(simd, v)));
            }
        });
    }
}

/// Where the slopes of a layer go: its weights' and then its biases'.
pub(super) struct SlopesTo<'a> {
    /// Summed in eight places, group after group.
    sums: &'a mut [Eight],
    gradient: &'a mut [f64],
    /// Whether the group is the first of its batch.
    begins: bool,
    /// Where it is the last one, the people over whom the mean is taken.
    ends: Option<f64>,
}

impl<'a> SlopesTo<'a> {
    /// Those of the group of a batch with so many eights.
    #[inline(always)]
    pub fn of(batch: &PackedBatch, at: usize, eights: usize, sums: &'a mut [Eight], gradient: &'a mut [f64]) -> Self {
        let ends = batch.people.filter(|_| at + eights == batch.eights.end);
        Self { sums, gradient, begins: at == batch.eights.start, ends }
    }
}

/// dL/dw = δ · input, dL/db = δ.
#[inline(always)]
pub(super) fn slopes<S: Simd, const B: usize, const V: usize>(
    simd: S,
    from: &[LaneColumn<B>],
    deltas: &[LaneColumn<B>],
    to: SlopesTo<'_>,
) {
    let SlopesTo { sums, gradient, begins, ends } = to;
    let zero = [Wide::splat(simd, 0.0); V];
    if let (true, Some(people)) = (begins, ends) {
        // The group is all of its batch, as where batches are small: nothing waits for another.
        return each_slope(simd, from, deltas, gradient, |_| zero, |slope, sum| *slope = Wide::sum(sum) / people);
    }
    let before = |sum: &Eight| if begins { zero } else { sum.vectors(simd) };
    each_slope(simd, from, deltas, &mut *sums, before, Eight::set_vectors);
    if let Some(people) = ends {
        for (slope, sum) in gradient.iter_mut().zip(sums) {
            *slope = Wide::sum::<V>(sum.vectors(simd)) / people;
        }
    }
}

/// Adds the slopes of a group to what was `before`, for the weights and then the biases.
#[inline(always)]
fn each_slope<S: Simd, const B: usize, const V: usize, T>(
    simd: S,
    from: &[LaneColumn<B>],
    deltas: &[LaneColumn<B>],
    to: &mut [T],
    before: impl Fn(&T) -> [Wide<S>; V],
    keep: impl Fn(&mut T, [Wide<S>; V]),
) {
    let (mut weights, biases) = to.split_at_mut(from.len() * deltas.len());
    for (delta, bias) in deltas.iter().zip(biases) {
        let row;
        (row, weights) = weights.split_at_mut(from.len());
        let delta: [[Wide<S>; V]; B] = std::array::from_fn(|b| delta[b].vectors(simd));
        let mut sum = before(bias);
        for b in 0..B {
            for v in 0..V {
                sum[v] = sum[v] + delta[b][v];
            }
        }
        keep(bias, sum);
        for (x, weight) in from.iter().zip(row) {
            let mut sum = before(weight);
            for b in 0..B {
                for v in 0..V {
                    sum[v] = x[b].get(simd, v).mul_add(delta[b][v], sum[v]);
                }
            }
            keep(weight, sum);
        }
    }
}

/// δ of the layer before: what each of its neurons contributed, times its own slope.
#[inline(always)]
pub(super) fn earlier_deltas<S: Simd, const B: usize, const V: usize>(
    simd: S,
    weights: &[f64],
    deltas: &[LaneColumn<B>],
    (activation, activations): (Activation, &[LaneColumn<B>]),
    to: &mut [LaneColumn<B>],
) {
    each!(activation, known => for (neuron, (a, to)) in activations.iter().zip(to).enumerate() {
        let mut sums = [[Wide::splat(simd, 0.0); V]; B];
        for (output, delta) in deltas.iter().enumerate() {
            let w = Wide::splat(simd, weights[output * activations.len() + neuron]);
            for b in 0..B {
                for v in 0..V {
                    sums[b][v] = delta[b].get(simd, v).mul_add(w, sums[b][v]);
                }
            }
        }
        for b in 0..B {
            for v in 0..V {
                to[b].set(v, sums[b][v] * known.slope(a[b].get(simd, v)));
            }
        }
    });
}
