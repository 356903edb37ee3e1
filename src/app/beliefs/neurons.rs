//! Walking over the small maps of hidden neurons. The one in focus is that of the cursor *where*.

use crate::app::App;
use crate::app::BeliefsPanel;
use crate::app::movement::step;
use crate::app::pointer::{Direction, Spot};

impl App {
    /// The hidden neuron at the cursor *where*, as an index over all hidden neurons; the first one
    /// while that cursor is elsewhere, 0 without hidden layers.
    pub fn neuron_in_focus(&self) -> usize {
        let place = self.spot().neuron().unwrap_or((0, 0));
        let network = self.network();
        if place.0 + 1 >= network.depth() {
            return 0;
        }
        let before = network.layers().take(place.0).map(|layer| layer.outputs);
        before.sum::<usize>() + place.1
    }

    /// How many hidden neurons the network has.
    pub fn hidden_neurons(&self) -> usize {
        let network = self.network();
        let hidden = network.layers().take(network.depth() - 1);
        hidden.map(|layer| layer.outputs).sum()
    }

    /// Whether there is any.
    pub fn has_hidden_neurons(&self) -> bool {
        self.network().depth() > 1
    }

    /// An arrow among the small maps, which lie in rows.
    pub(super) fn walk_neurons(&mut self, direction: Direction) {
        let row = self.hits.page(BeliefsPanel::Neurons).cast_signed();
        self.step_neuron(match direction {
            Direction::Left => -1,
            Direction::Right => 1,
            Direction::Up => -row,
            Direction::Down => row,
        });
    }

    /// Moves the cursor *where* to another hidden neuron.
    pub(super) fn step_neuron(&mut self, by: isize) {
        let count = self.hidden_neurons();
        if count > 0 {
            self.point_at_neuron(step(self.neuron_in_focus(), by, count));
        }
    }

    /// Puts the cursor *where* on a hidden neuron; on the one it is on already, enlarges it.
    pub(in crate::app) fn click_neuron(&mut self, index: usize) {
        if self.neuron_in_focus() == index && matches!(self.spot(), Spot::Activation { .. }) {
            self.beliefs.enlarged = !self.beliefs.enlarged;
        }
        self.point_at_neuron(index);
    }

    /// Layer and neuron of a hidden neuron.
    pub fn place_of_neuron(&self, index: usize) -> Option<(usize, usize)> {
        let mut neuron = index;
        let network = self.network();
        for (layer, weights) in network.layers().enumerate().take(network.depth() - 1) {
            if neuron < weights.outputs {
                return Some((layer, neuron));
            }
            neuron -= weights.outputs;
        }
        None
    }

    fn point_at_neuron(&mut self, index: usize) {
        if let Some((layer, neuron)) = self.place_of_neuron(index) {
            self.spot = Spot::Activation { layer, neuron };
            self.touch();
        }
    }
}
