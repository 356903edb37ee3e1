//! How hidden neurons stand to the people on the list: on or off, dead, saturated.

use super::{Neuron, Observation};
use crate::kernel::{Kernel, PackedRows};
use crate::nn::{Activation, Network};
use crate::training::Run;

/// Beyond this size an activation between −1 and 1 lies on its flat end.
const FLAT: f64 = 0.99;
/// On this share of the training rows.
const SHARE: f64 = 0.95;

/// One neuron of a network, over the rows of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NeuronState {
    /// For how many training rows its sum is above 0.
    pub on_training_rows: usize,
    /// Out of how many.
    pub training_rows: usize,
    /// For how many of all rows its sum is above 0.
    pub on_rows: usize,
    /// Out of how many; rows the recipe gives no answer for are not among them.
    pub rows: usize,
    /// A `ReLU` that is off for every training row.
    pub dead: bool,
    /// On a flat end of tanh or sigmoid for 95 % of the training rows.
    pub saturated: bool,
}

/// What was counted of a neuron.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    rows: usize,
    on: usize,
    flat: usize,
    relu: bool,
    /// The answer is never dead or saturated.
    hidden: bool,
}

impl Tally {
    const fn is_dead(&self) -> bool {
        self.hidden && self.relu && self.rows > 0 && self.on == 0
    }

    fn is_saturated(&self) -> bool {
        self.hidden && self.rows > 0 && self.flat as f64 >= SHARE * self.rows as f64
    }
}

/// What was counted of every neuron of a network, `[layer][neuron]`, the output last.
pub(super) struct Tallies(Vec<Vec<Tally>>);

impl Tallies {
    pub fn new(network: &Network) -> Self {
        let hidden = |layer| layer + 1 < network.depth();
        let tally = |layer| Tally { hidden: hidden(layer), ..Tally::default() };
        Self(network.layers().enumerate().map(|(at, layer)| vec![tally(at); layer.outputs]).collect())
    }

    /// Counts some rows.
    pub fn count(&mut self, network: &Network, kernel: &mut Kernel, packed: &PackedRows) {
        let mut all: Vec<(&mut Tally, Activation)> = Vec::new();
        for (tallies, layer) in self.0.iter_mut().zip(network.layers()) {
            all.extend(tallies.iter_mut().map(|tally| (tally, layer.activation)));
        }
        let output = all.len() - 1;
        kernel.neurons(network, packed, |neuron, _, values, counts| {
            let (tally, activation) = &mut all[neuron];
            // Activations rise, so a neuron is on where it is above what it gives at 0; of the output z is given.
            let off = if neuron == output { 0.0 } else { activation.value(0.0) };
            for (value, count) in values.iter().zip(counts) {
                let flat = match activation {
                    Activation::Tanh => value.abs() > FLAT,
                    Activation::Sigmoid => neuron != output && (2.0 * value - 1.0).abs() > FLAT,
                    Activation::Relu | Activation::LeakyRelu | Activation::Linear => false,
                };
                tally.rows += *count as usize;
                tally.on += if *value > off { *count as usize } else { 0 };
                tally.flat += if flat { *count as usize } else { 0 };
            }
            tally.relu = *activation == Activation::Relu;
        });
    }

    /// Neurons that learn no more because they are off for everyone.
    pub fn dead(&self) -> Option<Observation> {
        let (neurons, of) = self.those(Tally::is_dead)?;
        Some(Observation::Dead { neurons, of })
    }

    /// Neurons that hardly learn because they stand on their flat ends.
    pub fn saturated(&self) -> Option<Observation> {
        let (neurons, of) = self.those(Tally::is_saturated)?;
        Some(Observation::Saturated { neurons, of })
    }

    /// Those of which something holds, if there are any, and out of how many hidden ones.
    fn those(&self, is: fn(&Tally) -> bool) -> Option<(Vec<Neuron>, usize)> {
        let layers = self.0.iter().enumerate();
        let all = layers.flat_map(|(layer, tallies)| {
            tallies.iter().enumerate().map(move |(neuron, tally)| (Neuron { layer, neuron }, tally))
        });
        let found: Vec<_> = all.filter(|(_, tally)| is(tally)).map(|(neuron, _)| neuron).collect();
        let hidden = self.0.iter().flatten().filter(|tally| tally.hidden).count();
        (!found.is_empty()).then_some((found, hidden))
    }
}

/// The state of every neuron of a network of this run's shape, `[layer][neuron]`, the output last; it
/// is never dead or saturated, for it is the answer.
pub fn neuron_states(run: &Run, network: &Network) -> Vec<Vec<NeuronState>> {
    let (mut kernel, mut tallies) = (Kernel::new(network.shape()), Tallies::new(network));
    tallies.count(network, &mut kernel, run.training_packed());
    let state = |tally: &Tally| NeuronState {
        on_training_rows: tally.on,
        training_rows: tally.rows,
        dead: tally.is_dead(),
        saturated: tally.is_saturated(),
        ..NeuronState::default()
    };
    let mut states: Vec<Vec<_>> = tallies.0.iter().map(|tallies| tallies.iter().map(state).collect()).collect();
    for packed in run.other_packed() {
        tallies.count(network, &mut kernel, packed);
    }
    for (state, tally) in states.iter_mut().flatten().zip(tallies.0.iter().flatten()) {
        (state.on_rows, state.rows) = (tally.on, tally.rows);
    }
    states
}
