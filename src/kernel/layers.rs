//! One layer for eight rows, forward and back, a tile of neurons at a time: as many sums side by side as keep the
//! processor busy.

use pulp::{Simd, WithSimd};

use super::wide::{Eight, Wide};
use crate::nn::Activation;
use crate::nn::Real;

/// z = Wx + b of a layer, and what its neurons make of it: of the hidden ones a, of the output z itself.
pub(super) struct LayerSums<'a> {
    pub weights: &'a [f64],
    pub biases: &'a [f64],
    pub from: &'a [Eight],
    pub to: &'a mut [Eight],
    pub activation: Option<Activation>,
}

impl WithSimd for LayerSums<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        match Eight::vectors::<S>() {
            1 => self.layer::<S, 8, 1>(simd),
            2 => self.layer::<S, 4, 2>(simd),
            _ => self.layer::<S, 4, 4>(simd),
        }
    }
}

impl LayerSums<'_> {
    /// In tiles of `N` neurons of `V` vectors.
    #[inline(always)]
    fn layer<S: Simd, const N: usize, const V: usize>(mut self, simd: S) {
        let mut done = 0;
        while done + N <= self.biases.len() {
            self.tile::<S, N, V>(simd, done);
            done += N;
        }
        while done < self.biases.len() {
            self.tile::<S, 1, V>(simd, done);
            done += 1;
        }
    }

    #[inline(always)]
    fn tile<S: Simd, const N: usize, const V: usize>(&mut self, simd: S, neuron: usize) {
        let inputs = self.from.len();
        let mut weights: [&[f64]; N] = [&[]; N];
        for n in 0..N {
            weights[n] = &self.weights[(neuron + n) * inputs..][..inputs];
        }
        let mut sums = [[Wide::splat(simd, 0.0); V]; N];
        for (input, x) in self.from.iter().enumerate() {
            for n in 0..N {
                let w = Wide::splat(simd, weights[n][input]);
                for v in 0..V {
                    sums[n][v] = x.get(simd, v).mul_add(w, sums[n][v]);
                }
            }
        }
        let (biases, to) = (&self.biases[neuron..][..N], &mut self.to[neuron..][..N]);
        for n in 0..N {
            let bias = Wide::splat(simd, biases[n]);
            for v in 0..V {
                let z = sums[n][v] + bias;
                to[n].set(v, self.activation.map_or(z, |activation| activation.value(z)));
            }
        }
    }
}

/// dL/dw = δ · input, dL/db = δ: added to `sums`, or the first there.
pub(super) struct LayerSlopes<'a> {
    pub from: &'a [Eight],
    pub delta: &'a [Eight],
    pub sums: &'a mut [Eight],
    pub begins: bool,
}

impl WithSimd for LayerSlopes<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        match Eight::vectors::<S>() {
            1 => self.layer::<S, 1>(simd),
            2 => self.layer::<S, 2>(simd),
            _ => self.layer::<S, 4>(simd),
        }
    }
}

impl LayerSlopes<'_> {
    #[inline(always)]
    fn layer<S: Simd, const V: usize>(mut self, simd: S) {
        let mut done = 0;
        while done + 2 <= self.delta.len() {
            self.tile::<S, 2, V>(simd, done);
            done += 2;
        }
        if done < self.delta.len() {
            self.tile::<S, 1, V>(simd, done);
        }
    }

    #[inline(always)]
    fn tile<S: Simd, const N: usize, const V: usize>(&mut self, simd: S, neuron: usize) {
        let Self { from, begins, .. } = *self;
        let inputs = from.len();
        let (weights, biases) = self.sums.split_at_mut(inputs * self.delta.len());
        let (delta, biases) = (&self.delta[neuron..][..N], &mut biases[neuron..][..N]);
        let mut by = [[Wide::splat(simd, 0.0); V]; N];
        for n in 0..N {
            for v in 0..V {
                by[n][v] = delta[n].get(simd, v);
                biases[n].set(v, if begins { by[n][v] } else { biases[n].get(simd, v) + by[n][v] });
            }
        }
        let weights = &mut weights[neuron * inputs..][..N * inputs];
        for (input, x) in from.iter().enumerate() {
            for n in 0..N {
                let slope = &mut weights[n * inputs + input];
                for v in 0..V {
                    let x = x.get(simd, v);
                    slope.set(v, if begins { x * by[n][v] } else { x.mul_add(by[n][v], slope.get(simd, v)) });
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
    pub activation: Activation,
}

impl WithSimd for EarlierDeltas<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        match Eight::vectors::<S>() {
            1 => self.layer::<S, 8, 1>(simd),
            2 => self.layer::<S, 4, 2>(simd),
            _ => self.layer::<S, 4, 4>(simd),
        }
    }
}

impl EarlierDeltas<'_> {
    #[inline(always)]
    fn layer<S: Simd, const N: usize, const V: usize>(mut self, simd: S) {
        let mut done = 0;
        while done + N <= self.from.len() {
            self.tile::<S, N, V>(simd, done);
            done += N;
        }
        while done < self.from.len() {
            self.tile::<S, 1, V>(simd, done);
            done += 1;
        }
    }

    #[inline(always)]
    fn tile<S: Simd, const N: usize, const V: usize>(&mut self, simd: S, neuron: usize) {
        let mut sums = [[Wide::splat(simd, 0.0); V]; N];
        for (weights, delta) in self.weights.chunks_exact(self.from.len()).zip(self.delta) {
            let weights = &weights[neuron..][..N];
            for n in 0..N {
                let w = Wide::splat(simd, weights[n]);
                for v in 0..V {
                    sums[n][v] = delta.get(simd, v).mul_add(w, sums[n][v]);
                }
            }
        }
        let (from, to) = (&self.from[neuron..][..N], &mut self.to[neuron..][..N]);
        for n in 0..N {
            for v in 0..V {
                to[n].set(v, sums[n][v] * self.activation.slope(from[n].get(simd, v)));
            }
        }
    }
}
