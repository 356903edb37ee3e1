//! What the optimiser makes of a gradient, by the very code that trains, and its terms one by one.

use super::PersonGradient;
use crate::nn::optimizer::{BETA_1, BETA_2};
use crate::nn::{Optimizer, OptimizerKind, OptimizerState};
use crate::training::Run;

/// A step for every parameter of the network at a run's cursor.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The slope of the loss, without regularisation.
    pub gradient: Vec<f64>,
    /// The same with the slopes of L1 and L2: what the optimiser is given.
    pub penalised: Vec<f64>,
    /// The parameters before.
    pub before: Vec<f64>,
    /// The parameters after.
    pub after: Vec<f64>,
    memory: OptimizerState,
    memory_after: OptimizerState,
    optimizer: Optimizer,
    /// η, the learning rate.
    pub rate: f64,
}

/// Every number of one parameter's step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms {
    /// Its value before.
    pub before: f64,
    /// The slope of the loss.
    pub gradient: f64,
    /// What L1 and L2 add to it.
    pub penalty: f64,
    /// The slope the optimiser is given.
    pub penalised: f64,
    /// The velocity, or Adam's mean of gradients, before and after; none where nothing is kept.
    pub first: Option<(f64, f64)>,
    /// The mean of squared gradients before and after; none where nothing is kept.
    pub second: Option<(f64, f64)>,
    /// Adam's two means after, corrected for their start at zero.
    pub corrected: Option<(f64, f64)>,
    /// What the learning rate multiplies, so that the step is −η times it.
    pub direction: f64,
    /// Its value after.
    pub after: f64,
}

impl Terms {
    /// How far the parameter moves.
    pub fn step(&self) -> f64 {
        self.after - self.before
    }
}

impl Step {
    /// The step a run would take from its cursor if the gradient of its batch were this one.
    pub fn new(run: &Run, gradient: Vec<f64>) -> Self {
        let mut penalised = gradient.clone();
        run.add_penalty_slopes(&mut penalised);
        let before = run.network().parameters().to_vec();
        let optimizer = run.recipe().optimizer();
        let memory = run.memory().clone();
        let (mut after, mut memory_after) = (before.clone(), memory.clone());
        let rate = run.learning_rate();
        optimizer.step(rate, &penalised, &mut memory_after, &mut after);
        Self {
            gradient,
            penalised,
            before,
            after,
            memory,
            memory_after,
            optimizer,
            rate,
        }
    }

    /// The next step of training: of the full batch, or of the epoch's first.
    pub fn of_batch(run: &Run) -> Self {
        Self::new(run, run.step_gradient(run.epoch()))
    }

    /// The step if one person were the whole batch.
    pub fn of_person(run: &Run, person: &PersonGradient) -> Self {
        Self::new(run, person.gradient.clone())
    }

    /// The rule with its constants.
    pub const fn optimizer(&self) -> Optimizer {
        self.optimizer
    }

    /// Adam's 1 − β₁ᵗ and 1 − β₂ᵗ at this step.
    pub fn corrections(&self) -> (f64, f64) {
        let [first, second] = self.memory_after.powers;
        (1.0 - first, 1.0 - second)
    }

    /// The number of this step, counted from 1.
    pub const fn number(&self) -> u64 {
        self.memory_after.step
    }

    /// The numbers of one parameter.
    pub fn terms(&self, index: usize) -> Terms {
        let kept = |before: &[f64], after: &[f64]| {
            before.get(index).copied().zip(after.get(index).copied())
        };
        let first = kept(&self.memory.first, &self.memory_after.first);
        let second = kept(&self.memory.second, &self.memory_after.second);
        let g = self.penalised[index];
        let corrected = match (self.optimizer.kind, first, second) {
            (OptimizerKind::Adam, Some((_, m)), Some((_, v))) => {
                let (by_first, by_second) = self.corrections();
                Some((m / by_first, v / by_second))
            }
            _ => None,
        };
        let direction = match (self.optimizer.kind, first, second, corrected) {
            (OptimizerKind::Gd, Some((_, v)), ..) if self.optimizer.nesterov => {
                g + self.optimizer.momentum * v
            }
            (OptimizerKind::Gd, Some((_, v)), ..) => v,
            (OptimizerKind::Rmsprop, _, Some((_, s)), _) => {
                g / (s.sqrt() + crate::nn::optimizer::EPSILON)
            }
            (OptimizerKind::Adam, _, _, Some((m, v))) => {
                m / (v.sqrt() + crate::nn::optimizer::EPSILON)
            }
            _ => g,
        };
        Terms {
            before: self.before[index],
            gradient: self.gradient[index],
            penalty: g - self.gradient[index],
            penalised: g,
            first,
            second,
            corrected,
            direction,
            after: self.after[index],
        }
    }

    /// How much of each of Adam's means stays at a step.
    pub const fn decays() -> (f64, f64) {
        (BETA_1, BETA_2)
    }
}
