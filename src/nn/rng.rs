//! All chance in the program: numbered streams of `ChaCha8`, and the few draws made from them.
//!
//! Stream 0 draws initial weights, stream e the order of epoch e. Everything above the raw 64 bits
//! is written out here, so that a seed means the same for ever.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use super::math;

/// A reproducible source of random numbers.
#[derive(Debug, Clone)]
pub struct Random {
    bits: ChaCha8Rng,
    /// The second of the two normals Box–Muller makes at a time.
    spare: Option<f64>,
}

impl Random {
    /// Stream number `stream` of `seed`: the `ChaCha` key is the seed in little-endian bytes, then
    /// zeros.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut bits = ChaCha8Rng::from_seed(key);
        bits.set_stream(stream);
        Self { bits, spare: None }
    }

    /// An integer in 0..n, each equally likely, by rejection; `n` must not be 0.
    pub fn below(&mut self, n: u64) -> u64 {
        loop {
            let bits = self.bits.next_u64();
            let value = bits % n;
            // The last, incomplete run of n values would favour the small ones.
            if bits - value <= u64::MAX - (n - 1) {
                return value;
            }
        }
    }

    /// A number in [0, 1) with 53 random bits.
    pub fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
        (self.bits.next_u64() >> 11) as f64 * STEP
    }

    /// A number in [−bound, bound).
    pub(super) fn uniform(&mut self, bound: f64) -> f64 {
        (2.0 * self.unit() - 1.0) * bound
    }

    /// A standard normal number, by Box–Muller (1958).
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        // 1 − u lies in (0, 1], so the logarithm is finite.
        let radius = (-2.0 * math::ln(1.0 - self.unit())).sqrt();
        let angle = std::f64::consts::TAU * self.unit();
        self.spare = Some(radius * math::sin(angle));
        radius * math::cos(angle)
    }

    /// Puts the items in a random order, each order equally likely (Fisher–Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u64 + 1) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_means_the_same_for_ever() {
        let mut random = Random::new(1, 0);
        let drawn: Vec<u64> = (0..4).map(|_| random.below(1_000_000)).collect();
        assert_eq!(drawn, FIRST_DRAWS);
        let mut order: Vec<u32> = (0..8).collect();
        Random::new(1, 1).shuffle(&mut order);
        assert_eq!(order, FIRST_ORDER);
    }
    const FIRST_DRAWS: [u64; 4] = [827_407, 119_230, 933_458, 441_594];
    const FIRST_ORDER: [u32; 8] = [5, 6, 7, 3, 0, 1, 2, 4];

    #[test]
    fn streams_and_seeds_differ() {
        let draw = |seed, stream| Random::new(seed, stream).below(u64::MAX);
        assert_ne!(draw(1, 0), draw(1, 1));
        assert_ne!(draw(1, 0), draw(2, 0));
        assert_eq!(draw(7, 3), draw(7, 3));
    }

    #[test]
    fn a_shuffle_keeps_every_item() {
        let mut order: Vec<u32> = (0..600).collect();
        Random::new(3, 9).shuffle(&mut order);
        assert_ne!(order, (0..600).collect::<Vec<_>>());
        order.sort_unstable();
        assert_eq!(order, (0..600).collect::<Vec<_>>());
    }

    #[test]
    fn normals_have_mean_zero_and_variance_one() {
        let mut random = Random::new(5, 0);
        let drawn: Vec<f64> = (0..20_000).map(|_| random.normal()).collect();
        let mean = drawn.iter().sum::<f64>() / 20_000.0;
        let variance = drawn.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.05, "{mean} {variance}");
    }
}
