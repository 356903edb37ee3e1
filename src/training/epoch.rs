//! One epoch of training, and the measuring after it: the inner loops of the program. Nothing in
//! here allocates.

use super::change::Rates;
use super::limits;
use super::metrics::{Metrics, Part, Reading};
use super::recipe::Recipe;
use super::rows::{CountedDead, TrainingSet};
use crate::kernel::{Kernel, LossTotal, PackedRows};
use crate::nn::rng::Random;
use crate::nn::{Loss, Network, Optimizer, OptimizerState, Rows};

/// What stays the same for all epochs of a run.
#[derive(Debug, Clone)]
pub(super) struct Method {
    pub loss: Loss,
    optimizer: Optimizer,
    batch: usize,
    shuffle: bool,
    seed: u64,
}

impl Method {
    pub fn new(recipe: &Recipe, train: &Rows) -> Self {
        Self {
            loss: recipe.loss,
            optimizer: recipe.optimizer(),
            batch: recipe.batch.of(train.len()).max(1),
            shuffle: recipe.shuffle,
            seed: recipe.seed,
        }
    }

    /// Whether an epoch is one step over all rows.
    fn takes_all(&self, train: &Rows) -> bool {
        self.batch >= train.len()
    }
}

/// A network at one epoch, with all that the next epoch depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Checkpoint {
    pub epoch: u64,
    pub network: Network,
    pub optimizer: OptimizerState,
}

impl Checkpoint {
    /// Whether every number keeps within the limits of a file.
    pub fn keeps_limits(&self) -> bool {
        let all = |numbers: &[f64], keeps: fn(f64) -> bool| numbers.iter().all(|n| keeps(*n));
        all(self.network.parameters(), limits::keeps)
            && all(&self.optimizer.first, limits::keeps)
            && all(&self.optimizer.second, limits::keeps_square)
    }

    /// Copies another state of the same run, without allocating.
    pub fn copy_from(&mut self, other: &Self) {
        self.epoch = other.epoch;
        self.network.parameters_mut().copy_from_slice(other.network.parameters());
        self.optimizer.step = other.optimizer.step;
        self.optimizer.powers = other.optimizer.powers;
        self.optimizer.first.copy_from_slice(&other.optimizer.first);
        self.optimizer.second.copy_from_slice(&other.optimizer.second);
    }
}

/// Memory that every epoch uses again.
#[derive(Debug, Clone)]
pub(super) struct Workspace {
    kernel: Kernel,
    all: Seen,
    /// The slopes of the step at hand, and in batches the rows in the order of the epoch.
    slopes: Vec<f64>,
    order: Vec<u32>,
    batches: Option<PackedRows>,
}

/// What a pass over all training rows came to.
#[derive(Debug, Clone)]
struct Seen {
    /// Of which parameters; NaN, which equals nothing, before the first pass.
    parameters: Vec<f64>,
    outcome: LossTotal,
    gradient: Vec<f64>,
}

impl Workspace {
    pub fn new(network: &Network) -> Self {
        let parameters = vec![f64::NAN; network.parameters().len()];
        let slopes = vec![0.0; parameters.len()];
        let all = Seen { parameters, outcome: LossTotal { loss: f64::NAN, right: 0 }, gradient: slopes.clone() };
        Self { kernel: Kernel::new(network.shape()), all, slopes, order: Vec::new(), batches: None }
    }

    /// Trains `state` by one epoch.
    pub fn advance(&mut self, state: &mut Checkpoint, set: &TrainingSet, plan: &Method, rates: Rates) {
        if set.train.is_empty() {
            // Nobody to learn from, and so no step.
        } else if plan.takes_all(&set.train) {
            self.look(&state.network, set, plan.loss);
            self.slopes.copy_from_slice(&self.all.gradient);
            self.step(state, plan, rates);
        } else {
            self.arrange(plan, &set.train, state.epoch + 1);
            let batches = self.batches.take();
            let mut batches = batches.unwrap_or_else(|| PackedRows::batches(&set.train, &self.order, plan.batch));
            if plan.shuffle {
                batches.arrange(&set.train, &self.order);
            }
            for batch in 0..set.train.len().div_ceil(plan.batch) {
                self.kernel.gradient(&state.network, &batches, batches.batch(batch), plan.loss, &mut self.slopes);
                self.step(state, plan, rates);
            }
            self.batches = Some(batches);
        }
        state.epoch += 1;
    }

    /// The gradient of the first step that leaves `state`, without regularisation.
    pub fn first_gradient(&mut self, state: &Checkpoint, set: &TrainingSet, plan: &Method) -> &[f64] {
        if plan.takes_all(&set.train) {
            self.look(&state.network, set, plan.loss);
            return &self.all.gradient;
        }
        self.arrange(plan, &set.train, state.epoch + 1);
        let batch = PackedRows::batches(&set.train, &self.order[..plan.batch], plan.batch);
        self.kernel.gradient(&state.network, &batch, batch.all(), plan.loss, &mut self.slopes);
        &self.slopes
    }

    /// The rows of the first batch of the epoch after `epoch`, in their order.
    pub fn first_batch(&mut self, epoch: u64, set: &TrainingSet, plan: &Method) -> Vec<usize> {
        if plan.takes_all(&set.train) {
            return set.train.all().collect();
        }
        self.arrange(plan, &set.train, epoch + 1);
        self.order[..plan.batch].iter().map(|&row| row as usize).collect()
    }

    /// Loss and counts of a network on both parts, and the loss on the rows held out.
    pub fn measure(&mut self, network: &Network, set: &TrainingSet, plan: &Method) -> Reading {
        let train = if plan.takes_all(&set.train) {
            // The gradient comes with it, and the next step needs that.
            self.look(network, set, plan.loss);
            self.all.outcome
        } else {
            self.kernel.measure(network, &set.train_packed, plan.loss)
        };
        let test = self.kernel.measure(network, &set.test_packed, plan.loss);
        let part = |outcome: LossTotal, rows: &Rows, dead: CountedDead| {
            let loss_rows = rows.len() as u32;
            let loss = outcome.loss / rows.len() as f64;
            Part { loss, loss_rows, correct: dead.correct + outcome.right, total: loss_rows + dead.total }
        };
        let metrics =
            Metrics { train: part(train, &set.train, set.train_dead), test: part(test, &set.test, set.test_dead) };
        let held_out = (!set.held_out.is_empty())
            .then(|| self.kernel.measure(network, &set.held_out_packed, plan.loss).loss / set.held_out.len() as f64);
        Reading { metrics, held_out }
    }

    /// Passes all training rows through a network, unless they just were.
    fn look(&mut self, network: &Network, set: &TrainingSet, loss: Loss) {
        let Seen { parameters, outcome, gradient } = &mut self.all;
        if parameters != network.parameters() {
            *outcome = self.kernel.measured_gradient(network, &set.train_packed, loss, gradient);
            parameters.copy_from_slice(network.parameters());
        }
    }

    fn step(&mut self, state: &mut Checkpoint, plan: &Method, rates: Rates) {
        regularise(&state.network, rates, &mut self.slopes);
        plan.optimizer.step(rates.learning_rate, &self.slopes, &mut state.optimizer, &mut state.network);
    }

    /// Puts the rows into the order of an epoch.
    fn arrange(&mut self, plan: &Method, rows: &Rows, epoch: u64) {
        if self.order.is_empty() || plan.shuffle {
            // Each epoch shuffles file order afresh, so any epoch can be replayed by itself.
            self.order.clear();
            self.order.extend(0..rows.len() as u32);
        }
        if plan.shuffle {
            Random::new(plan.seed, epoch).shuffle(&mut self.order);
        }
    }
}

/// Adds the slope of L1 and L2 to the gradient of every weight; biases are left alone.
pub(super) fn regularise(network: &Network, rates: Rates, gradient: &mut [f64]) {
    if rates.l1 == 0.0 && rates.l2 == 0.0 {
        return;
    }
    let shape = network.shape();
    for layer in 0..shape.depth() {
        let weights = shape.weights(layer);
        let pairs = gradient[weights.clone()].iter_mut().zip(&network.parameters()[weights]);
        for (slope, weight) in pairs {
            let sign = if *weight == 0.0 { 0.0 } else { weight.signum() };
            *slope += rates.l1 * sign + rates.l2 * weight;
        }
    }
}
