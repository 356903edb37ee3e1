//! One link of the chain rule in a hidden layer: a neuron's δ as a sum over the layer after it.

use super::PersonGradient;
use crate::nn::{Activation, Network};

/// What one neuron of the next layer sends back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// The neuron of the next layer.
    pub neuron: usize,
    /// Its δ.
    pub delta: f64,
    /// The weight on the line between the two.
    pub weight: f64,
}

impl Term {
    /// What arrives: w · δ.
    pub fn value(&self) -> f64 {
        self.weight * self.delta
    }
}

/// A hidden neuron's δ = f′(z) · Σ w·δ.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// All terms of the sum, the longest first.
    pub terms: Vec<Term>,
    /// The sum, added in the order training adds it.
    pub sum: f64,
    /// What the neuron does with its z.
    pub activation: Activation,
    /// Its z.
    pub z: f64,
    /// f′(z).
    pub slope: f64,
    /// δ.
    pub delta: f64,
}

impl Link {
    /// The link of a hidden neuron; none for the output.
    pub fn of(network: &Network, person: &PersonGradient, layer: usize, neuron: usize) -> Option<Self> {
        if layer + 1 >= network.depth() {
            return None;
        }
        let next = network.layer(layer + 1);
        let mut terms: Vec<Term> = person.deltas.layers[layer + 1]
            .iter()
            .enumerate()
            .map(|(after, &delta)| Term { neuron: after, delta, weight: next.weight(after, neuron) })
            .collect();
        let sum = terms.iter().fold(0.0, |sum, term| sum + term.value());
        terms.sort_by(|a, b| b.value().abs().total_cmp(&a.value().abs()));
        let activation = network.layer(layer).activation;
        let seen = &person.trace.layers[layer];
        let (z, a) = (seen.z[neuron], seen.a[neuron]);
        Some(Self { terms, sum, activation, z, slope: activation.slope(a), delta: person.deltas.layers[layer][neuron] })
    }

    /// Whether the neuron is off, so that nothing flows back through it.
    pub fn is_shut(&self) -> bool {
        self.slope == 0.0
    }
}
