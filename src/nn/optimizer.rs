//! How a gradient becomes a step: gradient descent with momentum, `RMSprop`, Adam and `AdamW`, each as PyTorch
//! defines it. Regularisation is not here: it is part of the gradient that comes in.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::working::{Number, Working};
use super::{Network, Parameter};

/// The family of rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum OptimizerKind {
    /// v ← μv + g, w ← w − ηv; plain gradient descent where μ is 0.
    #[default]
    Gd,
    /// Steps divided by a running root mean square of the gradient.
    Rmsprop,
    /// Running mean over running root mean square, both corrected for their start at zero.
    Adam,
    /// Adam, and beside it every weight shrinks by a share of itself (Loshchilov and Hutter 2019).
    Adamw,
}

impl OptimizerKind {
    /// Every rule, in the order menus show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes and flags.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it suits the step to each parameter: then steps are about as long as the rate, whatever the gradient.
    pub const fn is_adaptive(self) -> bool {
        match self {
            Self::Gd => false,
            Self::Rmsprop | Self::Adam | Self::Adamw => true,
        }
    }
}

/// A rule with its constants; the learning rate comes with each step, for it may change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Optimizer {
    /// The family.
    pub kind: OptimizerKind,
    /// μ of gradient descent; 0 for the others.
    pub momentum: f64,
    /// Whether gradient descent looks ahead along its velocity.
    pub nesterov: bool,
    /// λ of `AdamW`; 0 for the others.
    pub weight_decay: f64,
}

/// What a rule remembers between steps.
#[derive(Debug, Clone, PartialEq)]
pub struct OptimizerState {
    /// Steps taken so far.
    pub step: u64,
    /// The velocity, or Adam's running mean of gradients; empty where there is none.
    pub first: Vec<f64>,
    /// The running mean of squared gradients; empty where there is none.
    pub second: Vec<f64>,
    /// β₁ᵗ and β₂ᵗ of Adam and its kin, as running products, which no two machines disagree about.
    pub powers: [f64; 2],
}

/// How much of `RMSprop`'s running mean stays at each step.
const ALPHA: f64 = 0.99;
/// How much of Adam's running mean of gradients stays at each step.
const BETA_1: f64 = 0.9;
/// How much of Adam's running mean of squared gradients stays at each step.
const BETA_2: f64 = 0.999;
/// How much of itself, times the learning rate, `AdamW` takes from a weight at each step where nothing else is said.
pub const WEIGHT_DECAY: f64 = 0.01;
/// What is added to a root that is divided by, so that it is never 0.
const EPSILON: f64 = 1e-8;

/// What a rule makes one step of one parameter of.
#[derive(Debug, Clone, Default)]
struct Given<N> {
    slope: N,
    first: N,
    second: N,
    /// Adam's 1 − β₁ᵗ and 1 − β₂ᵗ.
    corrections: [N; 2],
    /// The parameter itself, where it decays.
    weight: Option<N>,
}

/// What a rule makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved<N> {
    /// The velocity, or the mean of gradients, from now on; none where the rule keeps none.
    pub first: Option<N>,
    /// The mean of squared gradients from now on; none where the rule keeps none.
    pub second: Option<N>,
    /// What the learning rate multiplies: the parameter moves by −η times it.
    pub direction: N,
}

impl Optimizer {
    /// Every rule with its usual constants, in the order menus show the families.
    pub fn all() -> Vec<Self> {
        let plain = Self::plain;
        let of_family = |kind| match kind {
            OptimizerKind::Gd => {
                let momentum = Self { momentum: 0.9, ..plain(kind) };
                vec![plain(kind), momentum, Self { nesterov: true, ..momentum }]
            }
            OptimizerKind::Rmsprop | OptimizerKind::Adam => vec![plain(kind)],
            OptimizerKind::Adamw => vec![Self { weight_decay: WEIGHT_DECAY, ..plain(kind) }],
        };
        OptimizerKind::ALL.iter().copied().flat_map(of_family).collect()
    }

    const fn plain(kind: OptimizerKind) -> Self {
        Self { kind, momentum: 0.0, nesterov: false, weight_decay: 0.0 }
    }

    /// The rule itself. It stands here and nowhere else: training, what is remembered and what is told of
    /// a step all come from it.
    #[inline]
    fn rule<N: Number>(&self, given: Given<N>) -> Moved<N> {
        let Given { slope: g, first, second, corrections: [by_first, by_second], weight } = given;
        let constant = N::constant;
        match self.kind {
            OptimizerKind::Gd if self.momentum == 0.0 => Moved { first: None, second: None, direction: g },
            OptimizerKind::Gd => {
                // v starts at 0, so the first step has v = g, as PyTorch has it.
                let v = (constant(self.momentum) * first + g.clone()).kept("v");
                Moved {
                    first: Some(v.clone()),
                    second: None,
                    direction: if self.nesterov { g + constant(self.momentum) * v } else { v },
                }
            }
            OptimizerKind::Rmsprop => {
                let v = constant(ALPHA) * second + constant(1.0 - ALPHA) * g.clone().square();
                let v = v.kept("v");
                Moved { first: None, second: Some(v.clone()), direction: g / (v.sqrt() + constant(EPSILON)) }
            }
            OptimizerKind::Adam | OptimizerKind::Adamw => {
                let m = constant(BETA_1) * first + constant(1.0 - BETA_1) * g.clone();
                let m = m.kept("m");
                let v = constant(BETA_2) * second + constant(1.0 - BETA_2) * g.square();
                let v = v.kept("v");
                let corrected_m = (m.clone() / by_first).named("m̂");
                let corrected_v = (v.clone() / by_second).named("v̂");
                let direction = corrected_m / (corrected_v.sqrt() + constant(EPSILON));
                Moved {
                    first: Some(m),
                    second: Some(v),
                    direction: match weight {
                        Some(weight) => direction + constant(self.weight_decay) * weight,
                        None => direction,
                    },
                }
            }
        }
    }

    /// Whether a parameter of a network shrinks beside its slope: a weight does, a bias never.
    pub fn decays(&self, network: &Network, index: usize) -> bool {
        self.weight_decay != 0.0 && matches!(network.parameter_at(index), Parameter::Weight { .. })
    }

    /// Whether the rule keeps a first and a second number for each parameter.
    pub fn keeps(&self) -> (bool, bool) {
        let moved = self.rule(Given::<f64>::default());
        (moved.first.is_some(), moved.second.is_some())
    }

    /// The memory before the first step of a network with this many parameters.
    pub fn start(&self, parameters: usize) -> OptimizerState {
        let (first, second) = self.keeps();
        let zeros = |kept| {
            if kept { vec![0.0; parameters] } else { Vec::new() }
        };
        OptimizerState { step: 0, first: zeros(first), second: zeros(second), powers: [1.0; 2] }
    }

    /// One step down the gradient at this learning rate.
    pub fn step(&self, rate: f64, gradient: &[f64], state: &mut OptimizerState, network: &mut Network) {
        state.step += 1;
        state.powers = state.next_powers();
        let corrections = corrections(state.powers);
        let OptimizerState { first, second, .. } = state;
        if first.is_empty() && second.is_empty() {
            // Known where it is compiled, it takes several parameters at a time.
            const PLAIN: Optimizer = Optimizer::plain(OptimizerKind::Gd);
            for (w, slope) in network.parameters_mut().iter_mut().zip(gradient) {
                *w -= rate * PLAIN.rule(Given { slope: *slope, ..Given::default() }).direction;
            }
            return;
        }
        for layer in 0..network.depth() {
            let (weights, biases) = (network.shape().weights(layer), network.shape().biases(layer));
            for (places, is_weight) in [(weights, true), (biases, false)] {
                for (index, w) in places.clone().zip(&mut network.parameters_mut()[places]) {
                    let moved = self.rule(Given {
                        slope: gradient[index],
                        first: remembered(first, index),
                        second: remembered(second, index),
                        corrections,
                        weight: (is_weight && self.weight_decay != 0.0).then_some(*w),
                    });
                    for (kept, now) in [(&mut *first, moved.first), (&mut *second, moved.second)] {
                        if let (Some(kept), Some(now)) = (kept.get_mut(index), now) {
                            *kept = now;
                        }
                    }
                    *w -= rate * moved.direction;
                }
            }
        }
    }

    /// How [`Self::step`] moves one parameter of a network, told: the memory before it, and the slope it is given.
    pub fn working(&self, slope: f64, before: &OptimizerState, network: &Network, index: usize) -> Moved<Working> {
        let weight = self.decays(network, index).then(|| Working::Weight(network.parameters()[index]));
        self.rule(Given {
            slope: Working::Slope(slope),
            first: Working::Known(remembered(&before.first, index)),
            second: Working::Known(remembered(&before.second, index)),
            corrections: corrections(before.next_powers()).map(Working::Known),
            weight,
        })
    }
}

/// How much of a mean that started at 0 is there after so many steps: Adam's 1 − β₁ᵗ and 1 − β₂ᵗ.
fn corrections(powers: [f64; 2]) -> [f64; 2] {
    powers.map(|power| 1.0 - power)
}

/// What is remembered of a parameter; 0 under a rule that remembers nothing.
#[inline]
fn remembered(kept: &[f64], index: usize) -> f64 {
    kept.get(index).copied().unwrap_or(0.0)
}

impl OptimizerState {
    /// The powers one step later.
    fn next_powers(&self) -> [f64; 2] {
        let [first, second] = self.powers;
        [next_power(first, BETA_1), next_power(second, BETA_2)]
    }

    /// The memory after `step` steps, from what a file keeps of it.
    pub fn restore(step: u64, first: Vec<f64>, second: Vec<f64>) -> Self {
        let powers = [running_power(BETA_1, step), running_power(BETA_2, step)];
        Self { step, first, second, powers }
    }
}

/// The product a run of `step` multiplications arrives at, which is not always the rounded power.
fn running_power(beta: f64, step: u64) -> f64 {
    let mut product = 1.0;
    for _ in 0..step {
        if product == 0.0 {
            break;
        }
        product = next_power(product, beta);
    }
    product
}

/// One multiplication on. Numbers too small to be normal are slow on most machines and long since nothing
/// beside 1.
fn next_power(power: f64, beta: f64) -> f64 {
    let next = power * beta;
    if next < f64::MIN_POSITIVE { 0.0 } else { next }
}

#[cfg(test)]
mod tests {
    use super::super::Activation;
    use super::*;

    /// A network of one weight and one bias.
    fn numbers(values: [f64; 2]) -> Network {
        let mut network = Network::new(1, &[], Activation::Linear);
        network.parameters_mut().copy_from_slice(&values);
        network
    }

    fn two_steps(optimizer: Optimizer) -> [f64; 2] {
        let mut state = optimizer.start(2);
        let mut network = numbers([1.0, 0.0]);
        [0.5, -0.25].map(|slope| {
            optimizer.step(0.1, &[slope, 0.0], &mut state, &mut network);
            network.parameters()[0]
        })
    }

    fn close(a: [f64; 2], b: [f64; 2]) -> bool {
        a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-12)
    }

    #[test]
    fn steps_follow_the_formulas() {
        let [gd, momentum, nesterov, rmsprop, adam, adamw] = Optimizer::all()[..] else {
            panic!("a rule has no formula here");
        };
        assert!(close(two_steps(gd), [0.95, 0.975]));
        // v = 0.5, then 0.9·0.5 − 0.25 = 0.2.
        assert!(close(two_steps(momentum), [0.95, 0.93]));
        // g + μv = 0.5 + 0.45, then −0.25 + 0.18.
        assert!(close(two_steps(nesterov), [0.905, 0.912]));
        // s = 0.01·0.25; then 0.99·0.0025 + 0.01·0.0625 = 0.0031.
        let first = 1.0 - 0.05 / (0.0025_f64.sqrt() + 1e-8);
        let second = first + 0.025 / (0.0031_f64.sqrt() + 1e-8);
        assert!(close(two_steps(rmsprop), [first, second]));
        // m̂ = 0.5, v̂ = 0.25: the first step is the rate itself.
        let one = 0.1 * 0.5 / (0.5 + 1e-8);
        let m = (0.9 * 0.05 - 0.1 * 0.25) / (1.0 - 0.81);
        let v: f64 = (0.999 * 0.000_25 + 0.001 * 0.0625) / (1.0 - 0.999 * 0.999);
        let two = 0.1 * m / (v.sqrt() + 1e-8);
        assert!(close(two_steps(adam), [1.0 - one, 1.0 - one - two]));
        // The same, and before each a thousandth of the weight goes: the rate times 0.01.
        let first = 0.999 - one;
        assert!(close(two_steps(adamw), [first, 0.999 * first - two]));
    }

    /// Three steps of a weight, and of a bias at rest.
    #[test]
    fn what_is_told_of_a_step_is_the_step_bit_for_bit() {
        for optimizer in Optimizer::all() {
            let mut state = optimizer.start(2);
            let mut network = numbers([0.3, -1.25]);
            for slope in [0.7, -0.002, 31.0] {
                let (gradient, before, remembered) = ([slope, 0.0], network.clone(), state.clone());
                optimizer.step(0.03, &gradient, &mut state, &mut network);
                for (index, slope) in gradient.into_iter().enumerate() {
                    let told = optimizer.working(slope, &remembered, &before, index);
                    let moved = before.parameters()[index] - 0.03 * told.direction.value();
                    assert_eq!(moved.to_bits(), network.parameters()[index].to_bits(), "{optimizer:?}");
                    let kept = [&told.first, &told.second];
                    for (told, kept) in kept.into_iter().zip([&state.first, &state.second]) {
                        let told = told.as_ref().map(Working::value);
                        assert_eq!(told, kept.get(index).copied(), "{optimizer:?}");
                    }
                }
            }
            assert_eq!(network.parameters()[1], -1.25, "no bias decays: {optimizer:?}");
        }
    }

    #[test]
    fn restored_memory_has_the_same_bits_as_one_that_ran() {
        for optimizer in Optimizer::all() {
            let mut state = optimizer.start(2);
            let mut network = numbers([0.3, 0.0]);
            for _ in 0..9_000 {
                optimizer.step(0.01, &[0.2, 0.0], &mut state, &mut network);
            }
            let restored = OptimizerState::restore(state.step, state.first.clone(), state.second.clone());
            assert_eq!(restored, state, "{optimizer:?}");
        }
    }

    #[test]
    fn a_file_that_claims_endless_steps_is_answered_at_once() {
        let state = OptimizerState::restore(u64::MAX, Vec::new(), Vec::new());
        assert!(state.powers.iter().all(|power| *power < 1e-300));
    }
}
