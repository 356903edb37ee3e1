//! The small maps on the pictures of a network, one for each neuron, kept until a cursor moves.

use crate::analysis::Attribute;
use crate::analysis::beliefs::{Asker, NeuronMaps};
use crate::app::Core;
use crate::app::core::prepared::Prepared;
use crate::app::core::runs::Moment;
use crate::app::screens::beliefs::first_axes;
use crate::data::Person;

/// Columns and lines of the small maps: as many as twelve, which two, three and four bands share evenly.
const MAP: (usize, usize) = (24, 12);
/// The same where one panel has the screen for itself, and maps are larger.
const LARGE_MAP: (usize, usize) = (48, 24);
/// A network with more parameters keeps the coarse maps, so that a frame costs no more than it may.
const MOST_FOR_LARGE: usize = 2_000;

/// All that they follow from: the network, everything of the passenger the axes do not vary, the axes, and how fine they
/// are.
type MapsKey = (Moment, Person, [Attribute; 2], (usize, usize));

fn key_of(core: &Core) -> MapsKey {
    let is_large = core.zoomed && core.network().parameters().len() <= MOST_FOR_LARGE;
    let size = if is_large { LARGE_MAP } else { MAP };
    (core.stamp().moment, Person::like(&core.passenger()), first_axes(core), size)
}

/// A small map for each neuron.
#[derive(Debug, Clone, Default)]
pub struct SmallMaps {
    maps: Prepared<MapsKey, NeuronMaps>,
}

impl SmallMaps {
    /// The maps, and the attributes along and up; everything else as the chosen passenger has it.
    pub fn of(&self, core: &Core) -> Option<(&NeuronMaps, [Attribute; 2])> {
        let key = key_of(core);
        Some((self.maps.get(&key)?, key.2))
    }

    /// Brings them up to date with the cursors.
    pub(super) fn follow(&mut self, core: &Core) {
        let key = key_of(core);
        let (held, axes, size) = (key.1.clone(), key.2, key.3);
        let (network, encoder) = (core.network(), core.run().encoder());
        self.maps.ensure(key, || NeuronMaps::ask(&mut Asker::new(network, encoder, held), axes, size));
    }
}
