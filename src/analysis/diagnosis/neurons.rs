//! How hidden neurons stand to the people on the list: on or off, dead, saturated.

use super::slopes::Slopes;
use super::{Neuron, Observation};
use crate::nn::{Activation, Network, Trace};
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
pub(super) struct Tally {
    rows: usize,
    on: usize,
    flat: usize,
    relu: bool,
}

impl Tally {
    pub fn count(&mut self, activation: Activation, z: f64, a: f64) {
        let flat = match activation {
            Activation::Tanh => a.abs() > FLAT,
            Activation::Sigmoid => (2.0 * a - 1.0).abs() > FLAT,
            Activation::Relu | Activation::LeakyRelu | Activation::Linear => false,
        };
        self.rows += 1;
        self.on += usize::from(z > 0.0);
        self.flat += usize::from(flat);
        self.relu = activation == Activation::Relu;
    }

    const fn dead(&self) -> bool {
        self.relu && self.rows > 0 && self.on == 0
    }

    fn saturated(&self) -> bool {
        self.rows > 0 && self.flat as f64 >= SHARE * self.rows as f64
    }
}

/// Neurons that no longer learn.
pub(super) struct Troubled {
    dead: Vec<Neuron>,
    saturated: Vec<Neuron>,
    of: usize,
}

impl Troubled {
    pub fn of(slopes: &Slopes) -> Self {
        let all = || {
            let layers = slopes.tallies.iter().enumerate();
            layers.flat_map(|(layer, tallies)| {
                let place = move |neuron| Neuron { layer, neuron };
                let neurons = tallies.iter().enumerate();
                neurons.map(move |(neuron, tally)| (place(neuron), tally))
            })
        };
        let those = |is: fn(&Tally) -> bool| {
            let found = all().filter(|(_, tally)| is(tally));
            found.map(|(neuron, _)| neuron).collect()
        };
        Self { dead: those(Tally::dead), saturated: those(Tally::saturated), of: all().count() }
    }

    pub fn dead(&self) -> Option<Observation> {
        (!self.dead.is_empty()).then(|| Observation::Dead { neurons: self.dead.clone(), of: self.of })
    }

    pub fn saturated(&self) -> Option<Observation> {
        (!self.saturated.is_empty()).then(|| Observation::Saturated { neurons: self.saturated.clone(), of: self.of })
    }
}

/// The state of every neuron of a network of this run's shape, `[layer][neuron]`, the output last; it
/// is never dead or saturated, for it is the answer.
pub fn neuron_states(run: &Run, network: &Network) -> Vec<Vec<NeuronState>> {
    let depth = network.depth();
    let mut trace = Trace::new(network);
    let mut counted = |rows: &crate::training::Rows, tallies: &mut [Vec<Tally>]| {
        for row in 0..rows.len() {
            network.forward_into(rows.inputs(row), &mut trace);
            for (layer, tallies) in tallies.iter_mut().enumerate() {
                let activation = network.shape().activation_of(layer);
                let seen = trace.layers[layer].z.iter().zip(&trace.layers[layer].a);
                for (tally, (z, a)) in tallies.iter_mut().zip(seen) {
                    tally.count(activation, *z, *a);
                }
            }
        }
    };
    let mut tallies: Vec<Vec<Tally>> =
        (0..depth).map(|layer| vec![Tally::default(); network.shape().outputs_of(layer)]).collect();
    counted(run.training_rows(), &mut tallies);
    let mut states: Vec<Vec<NeuronState>> = tallies
        .iter()
        .enumerate()
        .map(|(layer, tallies)| {
            let hidden = layer + 1 < depth;
            let state = |tally: &Tally| NeuronState {
                on_training_rows: tally.on,
                training_rows: tally.rows,
                dead: hidden && tally.dead(),
                saturated: hidden && tally.saturated(),
                ..NeuronState::default()
            };
            tallies.iter().map(state).collect()
        })
        .collect();
    for rows in run.other_rows() {
        counted(rows, &mut tallies);
    }
    for (state, tally) in states.iter_mut().flatten().zip(tallies.iter().flatten()) {
        (state.on_rows, state.rows) = (tally.on, tally.rows);
    }
    states
}
