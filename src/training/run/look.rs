//! What a run's network says about passengers, and how its next step comes about.

use super::Run;
use crate::data::number::defined;
use crate::data::{LiveRow, Passenger};
use crate::nn::{Network, OptimizerState, Pass, Rows, Scratch, math};
use crate::training::epoch::{Workspace, regularise};

impl Run {
    /// How many of the first rows of the list are for training.
    pub fn train_rows(&self) -> usize {
        self.timeline.set.split
    }

    /// The encoded rows the network learns from.
    pub fn training_rows(&self) -> &Rows {
        &self.timeline.set.train
    }

    /// The encoded rows it is tested on.
    pub fn test_rows(&self) -> &Rows {
        &self.timeline.set.test
    }

    /// The encoded rows it does not learn from: those it is tested on, and those without a label.
    pub fn other_rows(&self) -> [&Rows; 2] {
        [&self.timeline.set.test, &self.timeline.set.unlabelled]
    }

    /// All rows the network is asked about.
    fn asked_rows(&self) -> [&Rows; 3] {
        let [test, unlabelled] = self.other_rows();
        [self.training_rows(), test, unlabelled]
    }

    /// The rows of the list that count as predicted "died" without asking the network.
    pub fn counted_dead(&self) -> impl ExactSizeIterator<Item = usize> {
        self.timeline.set.dead_places.iter().map(|place| *place as usize)
    }

    /// The logit of any passenger; none where the policy for missing ages leaves this one out, and where
    /// the sums leave the finite numbers.
    pub fn logit(&self, network: &Network, passenger: &Passenger<'_>) -> Option<f64> {
        let inputs = self.encoder().encode(passenger)?;
        defined(network.logit(&inputs, &mut Scratch::new(network)))
    }

    /// The sum that goes into a neuron of a layer at the cursor, for every row of the list; none where there
    /// is none.
    pub fn sums(&self, layer: usize, neuron: usize) -> Vec<Option<f64>> {
        let network = self.network();
        let mut sums = vec![None; self.list().len()];
        let mut pass = Pass::new(network);
        for rows in self.asked_rows() {
            pass.sums(network, (layer, neuron), rows, rows.all(), |row, z| sums[rows.place(row)] = defined(z));
        }
        sums
    }

    /// What a network of this run's shape says about every row of the list, at threshold 0.5.
    ///
    /// A row counted as died has no z, p or loss and is right where the person died; a dropped row
    /// has nothing and is never right, for it belongs to no count.
    pub fn live_rows(&self, network: &Network) -> Vec<LiveRow> {
        let mut live = vec![LiveRow::default(); self.list().len()];
        let mut pass = Pass::new(network);
        for rows in self.asked_rows() {
            pass.logits(network, rows, rows.all(), |row, z| {
                if !z.is_finite() {
                    return;
                }
                let y = rows.label(row);
                let (said, known) = (z > 0.0, !y.is_nan());
                live[rows.place(row)] = LiveRow {
                    z: Some(z),
                    p: Some(math::sigmoid(z)),
                    said,
                    right: known && said == (y > 0.5),
                    loss: known.then(|| self.recipe().loss.from_logit(z, y)),
                };
            });
        }
        for place in self.counted_dead() {
            live[place].right = self.list().passenger(place).survived == Some(false);
        }
        live
    }

    /// The gradient behind the first step that leaves an epoch: the mean over its first batch,
    /// without regularisation, lying like the network's parameters.
    pub fn step_gradient(&self, epoch: u64) -> Vec<f64> {
        let state = self.timeline.state_at(epoch);
        let train = self.training_rows();
        let mut work = Workspace::new(&state.network, train);
        work.first_gradient(&state, train, &self.timeline.plan).to_vec()
    }

    /// The training rows behind [`Self::step_gradient`] at the cursor, in the order they are summed.
    pub fn step_rows(&self) -> Vec<usize> {
        let state = self.timeline.current();
        let train = self.training_rows();
        let mut work = Workspace::new(&state.network, train);
        work.first_batch(state.epoch, &self.timeline.plan)
    }

    /// What the optimiser remembers at the cursor.
    pub const fn memory(&self) -> &OptimizerState {
        &self.timeline.current().optimizer
    }

    /// Adds to a gradient the slopes of L1 and L2 at the cursor.
    pub fn add_penalty_slopes(&self, gradient: &mut [f64]) {
        regularise(self.network(), self.timeline.rates(), gradient);
    }
}
