//! What the optimiser makes of a gradient, by the very code that trains, and its terms one by one.

use super::PersonGradient;
use crate::nn::{Moved, Network, Optimizer, OptimizerState, Working};
use crate::training::{Run, add_penalty_slopes, optimizer_memory, step_gradient};

/// A step for every parameter of the network at a run's cursor.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The slope of the loss, without regularisation.
    pub gradient: Vec<f64>,
    /// The same with the slopes of L1 and L2: what the optimiser is given.
    pub penalised: Vec<f64>,
    /// The network before.
    pub before: Network,
    /// The network after.
    pub after: Network,
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
    /// Whether it shrinks beside its slope.
    pub decays: bool,
    /// The velocity, or Adam's mean of gradients, before and after; none where nothing is kept.
    pub first: Option<(f64, f64)>,
    /// The mean of squared gradients before and after; none where nothing is kept.
    pub second: Option<(f64, f64)>,
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
        add_penalty_slopes(run, &mut penalised);
        let before = run.network().clone();
        let optimizer = run.recipe().optimizer();
        let memory = optimizer_memory(run).clone();
        let (mut after, mut memory_after) = (before.clone(), memory.clone());
        let rate = run.learning_rate();
        optimizer.step(rate, &penalised, &mut memory_after, &mut after);
        Self { gradient, penalised, before, after, memory, memory_after, optimizer, rate }
    }

    /// The next step of training: of the full batch, or of the epoch's first.
    pub fn of_batch(run: &Run) -> Self {
        Self::new(run, step_gradient(run, run.epoch()))
    }

    /// The step if one person were the whole batch.
    pub fn of_person(run: &Run, person: &PersonGradient) -> Self {
        Self::new(run, person.gradient.clone())
    }

    /// How one parameter comes to move, formula by formula.
    pub fn working(&self, index: usize) -> Moved<Working> {
        self.optimizer.working(self.penalised[index], &self.memory, &self.before, index)
    }

    /// The numbers of one parameter.
    pub fn terms(&self, index: usize) -> Terms {
        let kept = |before: &[f64], after: &[f64]| before.get(index).copied().zip(after.get(index).copied());
        let first = kept(&self.memory.first, &self.memory_after.first);
        let second = kept(&self.memory.second, &self.memory_after.second);
        let g = self.penalised[index];
        Terms {
            before: self.before.parameters()[index],
            gradient: self.gradient[index],
            penalty: g - self.gradient[index],
            penalised: g,
            decays: self.optimizer.decays(&self.before, index),
            first,
            second,
            after: self.after.parameters()[index],
        }
    }
}
