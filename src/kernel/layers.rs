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
    let before = |sum: &Eight| {
        let mut sums = [Wide::splat(simd, 0.0); V];
        if !begins {
            for v in 0..V {
                sums[v] = sum.get(simd, v);
            }
        }
        sums
    };
    let keep = |sums: [Wide<S>; V], sum: &mut Eight, slope: &mut f64| match ends {
        Some(people) => *slope = Wide::sum(sums) / people,
        None => {
            for v in 0..V {
                sum.set(v, sums[v]);
            }
        }
    };
    let weights = from.len() * deltas.len();
    let ((mut sums, biases), (mut slopes, bias_slopes)) = (sums.split_at_mut(weights), gradient.split_at_mut(weights));
    for ((delta, bias), bias_slope) in deltas.iter().zip(biases).zip(bias_slopes) {
        let mut by = [[Wide::splat(simd, 0.0); V]; B];
        let mut sum = before(bias);
        for b in 0..B {
            for v in 0..V {
                by[b][v] = delta[b].get(simd, v);
                sum[v] = sum[v] + by[b][v];
            }
        }
        keep(sum, bias, bias_slope);
        let (here, here_slopes);
        (here, sums) = sums.split_at_mut(from.len());
        (here_slopes, slopes) = slopes.split_at_mut(from.len());
        for ((x, weight), slope) in from.iter().zip(here).zip(here_slopes) {
            let mut sum = before(weight);
            for b in 0..B {
                for v in 0..V {
                    sum[v] = x[b].get(simd, v).mul_add(by[b][v], sum[v]);
                }
            }
            keep(sum, weight, slope);
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
