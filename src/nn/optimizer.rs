//! How a gradient becomes a step: gradient descent with momentum, `RMSprop` and Adam, each as PyTorch
//! defines it. Regularisation is not here: it is part of the gradient that comes in.

use serde::{Deserialize, Serialize};

/// The family of rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OptimizerKind {
    /// v ← μv + g, w ← w − ηv; plain gradient descent where μ is 0.
    #[default]
    Gd,
    /// Steps divided by a running root mean square of the gradient.
    Rmsprop,
    /// Running mean over running root mean square, both corrected for their start at zero.
    Adam,
}

impl OptimizerKind {
    /// Every rule, in the order menus show them.
    pub const ALL: [Self; 3] = [Self::Gd, Self::Rmsprop, Self::Adam];

    /// The name used in recipes and flags.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gd => "gd",
            Self::Rmsprop => "rmsprop",
            Self::Adam => "adam",
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
    /// Adam's β₁ᵗ and β₂ᵗ, as running products, which no two machines disagree about.
    pub powers: [f64; 2],
}

/// How much of `RMSprop`'s running mean stays at each step.
pub const ALPHA: f64 = 0.99;
/// How much of Adam's running mean of gradients stays at each step.
pub const BETA_1: f64 = 0.9;
/// How much of Adam's running mean of squared gradients stays at each step.
pub const BETA_2: f64 = 0.999;
/// What is added to a root that is divided by, so that it is never 0.
pub const EPSILON: f64 = 1e-8;

impl Optimizer {
    /// Whether the rule keeps a first and a second number for each parameter.
    pub fn keeps(&self) -> (bool, bool) {
        match self.kind {
            OptimizerKind::Gd => (self.momentum != 0.0, false),
            OptimizerKind::Rmsprop => (false, true),
            OptimizerKind::Adam => (true, true),
        }
    }

    /// The memory before the first step of a network with this many parameters.
    pub fn start(&self, parameters: usize) -> OptimizerState {
        let (first, second) = self.keeps();
        let zeros = |kept| {
            if kept {
                vec![0.0; parameters]
            } else {
                Vec::new()
            }
        };
        OptimizerState {
            step: 0,
            first: zeros(first),
            second: zeros(second),
            powers: [1.0; 2],
        }
    }

    /// One step down the gradient at this learning rate.
    pub fn step(
        &self,
        rate: f64,
        gradient: &[f64],
        state: &mut OptimizerState,
        parameters: &mut [f64],
    ) {
        state.step += 1;
        match self.kind {
            OptimizerKind::Gd if self.momentum == 0.0 => {
                for (w, g) in parameters.iter_mut().zip(gradient) {
                    *w -= rate * g;
                }
            }
            OptimizerKind::Gd => {
                let momentum = self.momentum;
                let kept = state.first.iter_mut();
                for ((w, g), v) in parameters.iter_mut().zip(gradient).zip(kept) {
                    // v starts at 0, so the first step has v = g, as PyTorch has it.
                    *v = momentum * *v + g;
                    *w -= rate * if self.nesterov { g + momentum * *v } else { *v };
                }
            }
            OptimizerKind::Rmsprop => {
                let kept = state.second.iter_mut();
                for ((w, g), s) in parameters.iter_mut().zip(gradient).zip(kept) {
                    *s = ALPHA * *s + (1.0 - ALPHA) * g * g;
                    *w -= rate * g / (s.sqrt() + EPSILON);
                }
            }
            OptimizerKind::Adam => {
                state.powers[0] *= BETA_1;
                state.powers[1] *= BETA_2;
                let size = rate / (1.0 - state.powers[0]);
                let root = (1.0 - state.powers[1]).sqrt();
                let kept = state.first.iter_mut().zip(&mut state.second);
                for ((w, g), (m, v)) in parameters.iter_mut().zip(gradient).zip(kept) {
                    *m = BETA_1 * *m + (1.0 - BETA_1) * g;
                    *v = BETA_2 * *v + (1.0 - BETA_2) * g * g;
                    *w -= size * *m / (v.sqrt() / root + EPSILON);
                }
            }
        }
    }
}

impl OptimizerState {
    /// The memory after `step` steps, from what a file keeps of it.
    pub fn restore(step: u64, first: Vec<f64>, second: Vec<f64>) -> Self {
        let powers = [running_power(BETA_1, step), running_power(BETA_2, step)];
        Self {
            step,
            first,
            second,
            powers,
        }
    }
}

/// The product a run of `step` multiplications arrives at, which is not always the rounded power.
fn running_power(beta: f64, step: u64) -> f64 {
    let mut product = 1.0;
    for _ in 0..step {
        let next = product * beta;
        // Among the smallest numbers the product stops falling: nothing more to find.
        if next == product {
            break;
        }
        product = next;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_steps(kind: OptimizerKind, momentum: f64, nesterov: bool) -> [f64; 2] {
        let optimizer = Optimizer {
            kind,
            momentum,
            nesterov,
        };
        let mut state = optimizer.start(1);
        let mut w = [1.0];
        optimizer.step(0.1, &[0.5], &mut state, &mut w);
        let first = w[0];
        optimizer.step(0.1, &[-0.25], &mut state, &mut w);
        [first, w[0]]
    }

    fn close(a: [f64; 2], b: [f64; 2]) -> bool {
        a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-12)
    }

    #[test]
    fn steps_follow_the_formulas() {
        use OptimizerKind::{Adam, Gd, Rmsprop};
        assert!(close(two_steps(Gd, 0.0, false), [0.95, 0.975]));
        // v = 0.5, then 0.9·0.5 − 0.25 = 0.2.
        assert!(close(two_steps(Gd, 0.9, false), [0.95, 0.93]));
        // g + μv = 0.5 + 0.45, then −0.25 + 0.18.
        assert!(close(two_steps(Gd, 0.9, true), [0.905, 0.912]));
        // s = 0.01·0.25; then 0.99·0.0025 + 0.01·0.0625 = 0.0031.
        let first = 1.0 - 0.05 / (0.0025_f64.sqrt() + 1e-8);
        let second = first + 0.025 / (0.0031_f64.sqrt() + 1e-8);
        assert!(close(two_steps(Rmsprop, 0.0, false), [first, second]));
        // m̂ = 0.5, v̂ = 0.25: the first step is the rate itself.
        let first = 1.0 - 0.1 * 0.5 / (0.5 + 1e-8);
        let m = (0.9 * 0.05 - 0.1 * 0.25) / (1.0 - 0.81);
        let v: f64 = (0.999 * 0.000_25 + 0.001 * 0.0625) / (1.0 - 0.999 * 0.999);
        let second = first - 0.1 * m / (v.sqrt() + 1e-8);
        assert!(close(two_steps(Adam, 0.0, false), [first, second]));
    }

    #[test]
    fn restored_memory_has_the_same_bits_as_one_that_ran() {
        let adam = Optimizer {
            kind: OptimizerKind::Adam,
            momentum: 0.0,
            nesterov: false,
        };
        let mut state = adam.start(1);
        let mut w = [0.3];
        for _ in 0..9_000 {
            adam.step(0.01, &[0.2], &mut state, &mut w);
        }
        let restored =
            OptimizerState::restore(state.step, state.first.clone(), state.second.clone());
        assert_eq!(restored, state);
    }

    #[test]
    fn a_file_that_claims_endless_steps_is_answered_at_once() {
        let state = OptimizerState::restore(u64::MAX, Vec::new(), Vec::new());
        assert!(state.powers.iter().all(|power| *power < 1e-300));
    }
}
