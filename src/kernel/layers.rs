//! One layer for a group of eights, forward and back, a tile of neurons at a time: as many sums side by side as keep
//! the processor busy. Everything known of the group lies in columns, one eight after the other.

use pulp::{Simd, WithSimd};

use super::wide::{Eight, Wide};
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

/// What a layer makes of a group neuron by neuron.
trait Tiles: Sized {
    /// How many neurons there are.
    fn neurons(&self) -> usize;

    /// The sums of `N` neurons from one on, eights of `V` vectors.
    fn tile<S: Simd, const N: usize, const V: usize>(&mut self, simd: S, neuron: usize);

    /// What the activation makes of all sums.
    fn activate<S: Simd, const V: usize>(self, simd: S);

    /// All neurons, in tiles as large as these instructions have room for.
    #[inline(always)]
    fn fill<S: Simd>(self, simd: S) {
        match Eight::vectors::<S>() {
            1 => self.fill_by::<S, 8, 1>(simd),
            2 => self.fill_by::<S, 4, 2>(simd),
            _ => self.fill_by::<S, 4, 4>(simd),
        }
    }

    #[inline(always)]
    fn fill_by<S: Simd, const N: usize, const V: usize>(mut self, simd: S) {
        let neurons = self.neurons();
        let mut done = 0;
        while done + N <= neurons {
            self.tile::<S, N, V>(simd, done);
            done += N;
        }
        while done < neurons {
            self.tile::<S, 1, V>(simd, done);
            done += 1;
        }
        self.activate::<S, V>(simd);
    }
}

/// z = Wx + b of a layer, and what its neurons make of it: of the hidden ones a, of the output z itself.
pub(super) struct LayerSums<'a> {
    pub weights: &'a [f64],
    pub biases: &'a [f64],
    pub from: &'a [Eight],
    pub to: &'a mut [Eight],
    pub eights: usize,
    pub activation: Option<Activation>,
}

impl WithSimd for LayerSums<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        self.fill(simd);
    }
}

impl Tiles for LayerSums<'_> {
    #[inline(always)]
    fn neurons(&self) -> usize {
        self.biases.len()
    }

    #[inline(always)]
    fn activate<S: Simd, const V: usize>(self, simd: S) {
        let Some(activation) = self.activation else { return };
        each!(activation, known => for z in &mut self.to[..self.biases.len() * self.eights] {
            for v in 0..V {
                z.set(v, known.value(z.get(simd, v)));
            }
        });
    }

    #[inline(always)]
    fn tile<S: Simd, const N: usize, const V: usize>(&mut self, simd: S, neuron: usize) {
        let eights = self.eights;
        let inputs = self.weights.len() / self.biases.len();
        let mut weights: [&[f64]; N] = [&[]; N];
        for n in 0..N {
            weights[n] = &self.weights[(neuron + n) * inputs..][..inputs];
        }
        let biases = &self.biases[neuron..][..N];
        let to = &mut self.to[neuron * eights..][..N * eights];
        for eight in 0..eights {
            let mut sums = [[Wide::splat(simd, 0.0); V]; N];
            for input in 0..inputs {
                let x = &self.from[input * eights + eight];
                for n in 0..N {
                    let w = Wide::splat(simd, weights[n][input]);
                    for v in 0..V {
                        sums[n][v] = x.get(simd, v).mul_add(w, sums[n][v]);
                    }
                }
            }
            for n in 0..N {
                let bias = Wide::splat(simd, biases[n]);
                for v in 0..V {
                    to[n * eights + eight].set(v, sums[n][v] + bias);
                }
            }
        }
    }
}

/// dL/dw = δ · input, dL/db = δ: added to `sums`, or the first there.
pub(super) struct LayerSlopes<'a> {
    pub from: &'a [Eight],
    pub delta: &'a [Eight],
    pub sums: &'a mut [Eight],
    pub eights: usize,
    pub begins: bool,
}

impl WithSimd for LayerSlopes<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        match (Eight::vectors::<S>(), self.eights) {
            (1, 1) => self.layer::<S, 1, 1>(simd),
            (1, 2) => self.layer::<S, 2, 1>(simd),
            (1, _) => self.layer::<S, 4, 1>(simd),
            (2, 1) => self.layer::<S, 1, 2>(simd),
            (2, 2) => self.layer::<S, 2, 2>(simd),
            (2, _) => self.layer::<S, 4, 2>(simd),
            (_, 1) => self.layer::<S, 1, 4>(simd),
            (_, 2) => self.layer::<S, 2, 4>(simd),
            (_, _) => self.layer::<S, 4, 4>(simd),
        }
    }
}

impl LayerSlopes<'_> {
    /// For `B` eights of `V` vectors.
    #[inline(always)]
    fn layer<S: Simd, const B: usize, const V: usize>(self, simd: S) {
        let Self { from, delta, sums, begins, .. } = self;
        let (from, delta) = (from.as_chunks::<B>().0, delta.as_chunks::<B>().0);
        let (mut weights, biases) = sums.split_at_mut(from.len() * delta.len());
        for (delta, bias) in delta.iter().zip(biases) {
            let row;
            (row, weights) = weights.split_at_mut(from.len());
            let mut by = [[Wide::splat(simd, 0.0); V]; B];
            for v in 0..V {
                let mut sum = if begins { Wide::splat(simd, 0.0) } else { bias.get(simd, v) };
                for b in 0..B {
                    by[b][v] = delta[b].get(simd, v);
                    sum = sum + by[b][v];
                }
                bias.set(v, sum);
            }
            for (x, slope) in from.iter().zip(row) {
                for v in 0..V {
                    let mut sum = if begins { Wide::splat(simd, 0.0) } else { slope.get(simd, v) };
                    for b in 0..B {
                        sum = x[b].get(simd, v).mul_add(by[b][v], sum);
                    }
                    slope.set(v, sum);
                }
            }
        }
    }
}

/// δ of the layer before: what each of its neurons contributed, times its own slope.
pub(super) struct EarlierDeltas<'a> {
    pub weights: &'a [f64],
    /// The activations of the layer before.
    pub from: &'a [Eight],
    pub delta: &'a [Eight],
    pub to: &'a mut [Eight],
    pub eights: usize,
    pub activation: Activation,
}

impl WithSimd for EarlierDeltas<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        self.fill(simd);
    }
}

impl Tiles for EarlierDeltas<'_> {
    #[inline(always)]
    fn neurons(&self) -> usize {
        self.from.len() / self.eights
    }

    #[inline(always)]
    fn activate<S: Simd, const V: usize>(self, simd: S) {
        each!(self.activation, known => for (delta, a) in self.to.iter_mut().zip(self.from) {
            for v in 0..V {
                delta.set(v, delta.get(simd, v) * known.slope(a.get(simd, v)));
            }
        });
    }

    #[inline(always)]
    fn tile<S: Simd, const N: usize, const V: usize>(&mut self, simd: S, neuron: usize) {
        let (eights, neurons) = (self.eights, self.neurons());
        let to = &mut self.to[neuron * eights..][..N * eights];
        for eight in 0..eights {
            let mut sums = [[Wide::splat(simd, 0.0); V]; N];
            for output in 0..self.delta.len() / eights {
                let delta = &self.delta[output * eights + eight];
                let weights = &self.weights[output * neurons + neuron..][..N];
                for n in 0..N {
                    let w = Wide::splat(simd, weights[n]);
                    for v in 0..V {
                        sums[n][v] = delta.get(simd, v).mul_add(w, sums[n][v]);
                    }
                }
            }
            for n in 0..N {
                for v in 0..V {
                    to[n * eights + eight].set(v, sums[n][v]);
                }
            }
        }
    }
}
