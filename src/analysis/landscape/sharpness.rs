//! How much the training loss bends in its sharpest direction, for networks with hidden layers: power
//! iteration on products with the second derivative, each the difference of two gradients.

use super::surface::Surface;
use crate::nn::Network;
use crate::nn::rng::Random;

/// How far apart the two gradients are taken.
const STEP: f64 = 1e-4;
/// Agreement of two rounds, as a share.
const AGREES: f64 = 1e-6;
const MOST_ROUNDS: usize = 400;

/// The largest eigenvalue of the second derivative, while it is being found.
#[derive(Debug, Clone)]
pub struct Sharpness {
    surface: Surface,
    at: Network,
    l2: f64,
    direction: Vec<f64>,
    round: usize,
    found: f64,
    /// What is added to every eigenvalue, so that the largest is also the one farthest from 0.
    shift: f64,
    result: Option<f64>,
}

impl Sharpness {
    /// About to be found at `network`, with this strength of L2.
    pub fn new(surface: Surface, network: &Network, l2: f64) -> Self {
        let mut draw = Random::new(1, u64::MAX - 1);
        let mut direction: Vec<f64> = network.parameters().iter().map(|_| draw.normal()).collect();
        normalise(&mut direction);
        let result = surface.is_empty().then_some(0.0);
        Self { surface, at: network.clone(), l2, direction, round: 0, found: f64::NAN, shift: 0.0, result }
    }

    /// The eigenvalue, once it is found.
    pub const fn result(&self) -> Option<f64> {
        self.result
    }

    /// Goes on for about so many nanoseconds, at least a round; true once the eigenvalue is found.
    pub fn advance(&mut self, nanoseconds: u64) -> bool {
        let mut left = nanoseconds;
        while self.result.is_none() && left > 0 {
            self.go_round();
            left = left.saturating_sub(2 * self.surface.cost(true));
        }
        self.result.is_some()
    }

    fn go_round(&mut self) {
        let mut product = self.slopes_at(STEP);
        let behind = self.slopes_at(-STEP);
        product.iter_mut().zip(&behind).for_each(|(slope, behind)| *slope = (*slope - behind) / (2.0 * STEP));
        let shape = self.at.shape();
        for layer in 0..shape.depth() {
            let weights = shape.weights(layer);
            let steps = &self.direction[weights.clone()];
            for (slot, step) in product[weights].iter_mut().zip(steps) {
                *slot += self.l2 * step;
            }
        }
        for (slot, step) in product.iter_mut().zip(&self.direction) {
            *slot += self.shift * step;
        }
        let before = self.found;
        let found: f64 = product.iter().zip(&self.direction).map(|(a, b)| a * b).sum();
        self.found = found;
        self.round += 1;
        let agrees = (found - before).abs() <= AGREES * found.abs();
        if agrees || self.round >= MOST_ROUNDS || product.iter().all(|part| *part == 0.0) {
            if found < 0.0 && self.shift == 0.0 {
                // Sharpest downwards: look again with all of them lifted.
                self.shift = -found;
                self.round = 0;
                self.found = f64::NAN;
            } else {
                self.result = Some(found - self.shift);
                return;
            }
        }
        if product.iter().any(|part| *part != 0.0) {
            self.direction = product;
            normalise(&mut self.direction);
        }
    }

    /// The slopes so far along the direction.
    fn slopes_at(&mut self, step: f64) -> Vec<f64> {
        let moved = self.at.parameters().iter().zip(&self.direction);
        let point: Vec<f64> = moved.map(|(at, part)| at + step * part).collect();
        let mut slopes = vec![0.0; point.len()];
        self.surface.slopes(&point, &mut slopes);
        slopes
    }
}

fn normalise(direction: &mut [f64]) {
    let length = direction.iter().map(|part| part * part).sum::<f64>().sqrt();
    for part in direction {
        *part /= length;
    }
}
