//! How much the training loss bends in its sharpest direction, for networks with hidden layers: power
//! iteration on products with the second derivative, each the difference of two gradients.

use std::sync::Arc;

use super::surface::Surface;
use crate::nn::rng::Random;
use crate::nn::{Network, Pass};

/// How far apart the two gradients are taken.
const STEP: f64 = 1e-4;
/// Agreement of two rounds, as a share.
const AGREES: f64 = 1e-6;
const MOST_ROUNDS: usize = 400;

/// The largest eigenvalue of the second derivative, while it is being found.
#[derive(Debug, Clone)]
pub struct Sharpness {
    surface: Arc<Surface>,
    network: Network,
    at: Vec<f64>,
    l2: f64,
    direction: Vec<f64>,
    ahead: Vec<f64>,
    behind: Vec<f64>,
    pass: Pass,
    is_ahead: bool,
    next: usize,
    round: usize,
    found: f64,
    /// What is added to every eigenvalue, so that the largest is also the one farthest from 0.
    shift: f64,
    result: Option<f64>,
}

impl Sharpness {
    /// About to be found at `network`, with this strength of L2.
    pub fn new(surface: Arc<Surface>, network: &Network, l2: f64) -> Self {
        let at = network.parameters().to_vec();
        let mut draw = Random::new(1, u64::MAX - 1);
        let mut direction: Vec<f64> = at.iter().map(|_| draw.normal()).collect();
        normalise(&mut direction);
        let zeros = vec![0.0; at.len()];
        Self {
            pass: Pass::new(network),
            network: network.clone(),
            surface,
            at,
            l2,
            direction,
            ahead: zeros.clone(),
            behind: zeros,
            is_ahead: true,
            next: 0,
            round: 0,
            found: f64::NAN,
            shift: 0.0,
            result: None,
        }
    }

    /// The eigenvalue, once it is found.
    pub const fn result(&self) -> Option<f64> {
        self.result
    }

    /// About how many rows a millisecond is worth; at least 1.
    pub fn rows_per_millisecond(&self) -> usize {
        (1_000_000 / (100 + 6 * self.at.len())).max(1)
    }

    /// Goes over at most so many rows; true once the eigenvalue is found.
    pub fn advance(&mut self, rows: usize) -> bool {
        let mut left = rows;
        while self.result.is_none() && left > 0 {
            let sign = if self.is_ahead { 1.0 } else { -1.0 };
            if self.next == 0 {
                let moved = self.at.iter().zip(&self.direction);
                let slots = self.network.parameters_mut();
                for (slot, (at, step)) in slots.iter_mut().zip(moved) {
                    *slot = at + sign * STEP * step;
                }
            }
            let end = (self.next + left).min(self.surface.len());
            let gradient = if self.is_ahead { &mut self.ahead } else { &mut self.behind };
            let rows = self.next..end;
            left -= rows.len();
            self.surface.add_slopes(rows, &self.network, &mut self.pass, gradient);
            self.next = end;
            if end == self.surface.len() {
                self.next = 0;
                self.is_ahead = !self.is_ahead;
                if self.is_ahead {
                    self.end_round();
                }
            }
            if self.surface.is_empty() {
                self.result = Some(0.0);
            }
        }
        self.result.is_some()
    }

    fn end_round(&mut self) {
        let differences = self.ahead.iter().zip(&self.behind);
        let total = self.surface.total();
        let mut product: Vec<f64> = differences.map(|(a, b)| (a - b) / (2.0 * STEP * total)).collect();
        self.ahead.fill(0.0);
        self.behind.fill(0.0);
        let shape = self.network.shape();
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
}

fn normalise(direction: &mut [f64]) {
    let length = direction.iter().map(|part| part * part).sum::<f64>().sqrt();
    for part in direction {
        *part /= length;
    }
}
