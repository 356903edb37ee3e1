//! Between which numbers z lies while one attribute runs over an interval, so that a stretch without
//! a change of mind is known to be one without asking at every point of it.
//!
//! Each neuron is held between two straight lines over the interval. Where no neuron has its corner
//! inside, and all inputs are straight, the two are one and the bounds are exact.

use crate::nn::{Activation, Layer, Network};
use crate::training::{Feature, Input};

/// More than rounding can make of the numbers a network computes with.
const SLACK: f64 = 1e-9;

/// A straight line over the interval, by its values at both ends.
#[derive(Debug, Clone, Copy, Default)]
struct Segment {
    from: f64,
    to: f64,
}

/// What a number lies between.
#[derive(Debug, Clone, Copy, Default)]
struct Between {
    below: Segment,
    above: Segment,
}

/// Working memory, so that asking again allocates nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Bounds {
    here: Vec<Between>,
    next: Vec<Between>,
}

impl Bounds {
    /// Begins with the inputs at the first end of the interval.
    pub fn begin(&mut self, inputs: &[f64]) {
        self.here.clear();
        self.here.extend(inputs.iter().map(|&value| {
            let line = Segment { from: value, to: value };
            Between { below: line, above: line }
        }));
    }

    /// The value of an input at the other end; `ends` are those of the attribute.
    pub fn reach(&mut self, place: usize, value: f64, input: &Input, (from, to): (f64, f64)) {
        let first = self.here[place].below.from;
        let width = to - from;
        let scale = input.scale().map_or(1.0, |(_, sd)| sd);
        let chord = Segment { from: first, to: value };
        self.here[place] = match input.feature {
            Feature::AgeSquared => chord.between(width * width / 4.0 / scale, 0.0),
            Feature::LogFare => {
                let bend = width / (1.0 + from);
                chord.between(0.0, bend * bend / 8.0 / scale)
            }
            Feature::Age
            | Feature::AgeTimesSex
            | Feature::Fare
            | Feature::Sibsp
            | Feature::Parch
            | Feature::FamilySize => chord.between(0.0, 0.0),
            Feature::Sex
            | Feature::Pclass
            | Feature::Embarked
            | Feature::EmbarkedCode
            | Feature::Title
            | Feature::Alone
            | Feature::CabinKnown
            | Feature::AgeMissing => {
                Between { below: Segment::level(first.min(value)), above: Segment::level(first.max(value)) }
            }
        };
    }

    /// The least and the greatest z a network can have in between.
    pub fn of(&mut self, network: &Network) -> (f64, f64) {
        let last = network.depth() - 1;
        for (index, layer) in network.layers().enumerate() {
            self.next.clear();
            for neuron in 0..layer.outputs {
                let sum = weighted(&layer, neuron, &self.here);
                self.next.push(if index == last { sum } else { sum.through(layer.activation) });
            }
            std::mem::swap(&mut self.here, &mut self.next);
        }
        let Between { below, above } = self.here[0];
        let (least, most) = (below.from.min(below.to), above.from.max(above.to));
        if least.to_bits() == most.to_bits() {
            return (least, most);
        }
        let slack = SLACK * (1.0 + least.abs().max(most.abs()));
        (least - slack, most + slack)
    }
}

fn weighted(layer: &Layer<'_>, neuron: usize, inputs: &[Between]) -> Between {
    let mut sum = Between::default();
    for (&weight, input) in layer.weights_of(neuron).iter().zip(inputs) {
        let (low, high) = if weight < 0.0 { (input.above, input.below) } else { (input.below, input.above) };
        sum.below.from += weight * low.from;
        sum.below.to += weight * low.to;
        sum.above.from += weight * high.from;
        sum.above.to += weight * high.to;
    }
    let bias = layer.biases[neuron];
    sum.below.from += bias;
    sum.below.to += bias;
    sum.above.from += bias;
    sum.above.to += bias;
    sum
}

impl Segment {
    const fn level(value: f64) -> Self {
        Self { from: value, to: value }
    }

    /// What lies at most so far below and above this line.
    fn between(self, below: f64, above: f64) -> Between {
        let moved = |by: f64| Self { from: self.from + by, to: self.to + by };
        Between { below: moved(-below), above: moved(above) }
    }

    fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self { from: f(self.from), to: f(self.to) }
    }

    fn middle(self) -> f64 {
        f64::midpoint(self.from, self.to)
    }
}

impl Between {
    /// The same after an activation, every one of which is monotone.
    fn through(self, activation: Activation) -> Self {
        let value = |z: f64| activation.value(z);
        match activation {
            Activation::Linear => self,
            Activation::Relu | Activation::LeakyRelu => {
                // The function bends upwards: its chord lies above it, each of its two arms below.
                let flat = if activation == Activation::LeakyRelu {
                    self.below.map(|z| value(-1.0) * -z)
                } else {
                    Segment::level(0.0)
                };
                let below = if self.below.middle() > flat.middle() { self.below } else { flat };
                Self { below, above: self.above.map(value) }
            }
            Activation::Tanh | Activation::Sigmoid => {
                // How far a function strays from its chord follows from its greatest curvature.
                let curvature = if activation == Activation::Tanh { 0.77 } else { 0.0963 };
                let stray = |line: Segment| {
                    let run = line.to - line.from;
                    curvature * run * run / 8.0
                };
                let below = self.below.map(value).between(stray(self.below), 0.0).below;
                let above = self.above.map(value).between(0.0, stray(self.above)).above;
                let hull = |line: Segment, low: bool| {
                    let ends = line.map(value);
                    Segment::level(if low { ends.from.min(ends.to) } else { ends.from.max(ends.to) })
                };
                let (least, most) = (hull(self.below, true), hull(self.above, false));
                Self {
                    below: if below.middle() > least.middle() { below } else { least },
                    above: if above.middle() < most.middle() { above } else { most },
                }
            }
        }
    }
}
