//! The hidden neurons as one row of small maps. The one in focus is that of the cursor *where*.

use crate::app::Core;
use crate::app::core::pointer::Spot;

/// The hidden neuron at the cursor *where*, as an index over all hidden neurons; the first one while that cursor is
/// elsewhere, 0 without hidden layers.
pub fn in_focus(core: &Core) -> usize {
    let place = core.spot().neuron().unwrap_or((0, 0));
    let network = core.network();
    if place.0 + 1 >= network.depth() {
        return 0;
    }
    let before = network.layers().take(place.0).map(|layer| layer.outputs);
    before.sum::<usize>() + place.1
}

/// How many hidden neurons the network has.
pub fn count(core: &Core) -> usize {
    let network = core.network();
    let hidden = network.layers().take(network.depth() - 1);
    hidden.map(|layer| layer.outputs).sum()
}

/// Layer and neuron of a hidden neuron.
pub fn place(core: &Core, index: usize) -> Option<(usize, usize)> {
    let mut neuron = index;
    let network = core.network();
    for (layer, weights) in network.layers().enumerate().take(network.depth() - 1) {
        if neuron < weights.outputs {
            return Some((layer, neuron));
        }
        neuron -= weights.outputs;
    }
    None
}

/// Puts the cursor *where* on a hidden neuron.
pub(super) fn point_at(core: &mut Core, index: usize) {
    if let Some((layer, neuron)) = place(core, index) {
        core.spot = Spot::Activation { layer, neuron };
        core.touch();
    }
}
