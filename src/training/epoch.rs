//! One epoch of training, and the measuring after it: the inner loops of the program. Nothing in
//! here allocates.

use super::change::Rates;
use super::limits;
use super::metrics::{Metrics, Part};
use super::recipe::Recipe;
use super::rows::{CountedDead, TrainingSet};
use crate::nn::rng::Random;
use crate::nn::{Loss, Network, Optimizer, OptimizerState, Pass, Rows};

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
    pass: Pass,
    gradient: Vec<f64>,
    order: Vec<u32>,
}

impl Workspace {
    pub fn new(network: &Network, train: &Rows) -> Self {
        Self {
            pass: Pass::new(network),
            gradient: vec![0.0; network.parameters().len()],
            order: (0..train.len() as u32).collect(),
        }
    }

    /// Trains `state` by one epoch.
    pub fn advance(&mut self, state: &mut Checkpoint, train: &Rows, plan: &Method, rates: Rates) {
        state.epoch += 1;
        self.arrange(plan, state.epoch);
        for start in (0..train.len()).step_by(plan.batch) {
            let end = (start + plan.batch).min(train.len());
            self.mean_gradient(&state.network, train, start..end, plan.loss);
            regularise(&state.network, rates, &mut self.gradient);
            plan.optimizer.step(rates.learning_rate, &self.gradient, &mut state.optimizer, &mut state.network);
        }
    }

    /// The gradient of the first step that leaves `state`, without regularisation.
    pub fn first_gradient(&mut self, state: &Checkpoint, train: &Rows, plan: &Method) -> &[f64] {
        self.arrange(plan, state.epoch + 1);
        let batch = 0..plan.batch.min(train.len());
        self.mean_gradient(&state.network, train, batch, plan.loss);
        &self.gradient
    }

    /// The rows of the first batch of the epoch after `epoch`, in their order.
    pub fn first_batch(&mut self, epoch: u64, plan: &Method) -> Vec<usize> {
        self.arrange(plan, epoch + 1);
        let batch = self.order.iter().take(plan.batch);
        batch.map(|&row| row as usize).collect()
    }

    /// Puts the rows in the order of an epoch.
    fn arrange(&mut self, plan: &Method, epoch: u64) {
        if plan.shuffle {
            // Each epoch shuffles file order afresh, so any epoch can be replayed by itself.
            for (place, row) in self.order.iter_mut().enumerate() {
                *row = place as u32;
            }
            Random::new(plan.seed, epoch).shuffle(&mut self.order);
        }
    }

    /// Sets `gradient` to the mean over some places of the order, without regularisation.
    fn mean_gradient(&mut self, network: &Network, rows: &Rows, places: std::ops::Range<usize>, loss: Loss) {
        let count = places.len() as f64;
        self.gradient.fill(0.0);
        let which = self.order[places].iter().map(|&row| row as usize);
        self.pass.add_gradient(network, rows, which, loss, &mut self.gradient);
        for slope in &mut self.gradient {
            *slope /= count;
        }
    }

    /// Loss and counts of a network on both parts.
    pub fn measure(&mut self, network: &Network, set: &TrainingSet, loss: Loss) -> Metrics {
        Metrics {
            train: self.measure_part(network, &set.train, set.train_dead, loss),
            test: self.measure_part(network, &set.test, set.test_dead, loss),
        }
    }

    fn measure_part(&mut self, network: &Network, rows: &Rows, dead: CountedDead, loss: Loss) -> Part {
        let mut sum = 0.0;
        let mut correct = dead.correct;
        self.pass.logits(network, rows, rows.all(), |row, z| {
            let y = rows.label(row);
            // What no number can say has no loss, even where the side it is on is right.
            sum += if z.is_finite() { loss.from_logit(z, y) } else { f64::NAN };
            correct += u32::from((z > 0.0) == (y > 0.5));
        });
        let loss_rows = rows.len() as u32;
        Part { loss: sum / rows.len() as f64, loss_rows, correct, total: loss_rows + dead.total }
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
