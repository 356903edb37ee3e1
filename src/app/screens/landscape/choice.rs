//! What the axes of the maps can be, in the order of the key, and which of them tells most.

use crate::app::core::pointer::Spot;
use crate::nn::Network;
use crate::training::Run;

/// What the two axes of the maps are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Two parameters, by their indices in the flat list.
    Parameters(usize, usize),
    /// Two random directions, from the seed of the recipe.
    Random,
    /// The two directions in which the path went furthest.
    Principal,
}

impl Choice {
    /// Whether both maps are drawn in the same unit, so that the eye compares like with like. The paths of two
    /// trainings have directions of their own, and the shorter would be lost on the map of the longer.
    pub const fn shares_unit(self) -> bool {
        match self {
            Self::Parameters(..) | Self::Random => true,
            Self::Principal => false,
        }
    }
}

/// From so many epochs on, the directions of the path tell more than random ones.
const DIRECTED: u64 = 10;

/// The axes there are to choose from, in the order of the key; with hidden layers the most telling first.
pub fn choices(network: &Network, spot: Spot) -> Vec<Choice> {
    let count = network.parameters().len();
    if count <= 3 {
        // The bias with the first weight before all others: where that input is far from zero, the two are
        // tied to each other, and that is what makes a ravine. It lies along the longer axis.
        let pairs = (0..count).flat_map(|up| (up + 1..count).rev().map(move |across| (across, up)));
        return pairs.map(|(across, up)| Choice::Parameters(across, up)).collect();
    }
    let here = spot.parameter(network);
    let next = Spot::of(here, network).next_parameter(network, true).parameter(network);
    vec![Choice::Principal, Choice::Random, Choice::Parameters(network.index(here), network.index(next))]
}

/// The place among the choices of what tells most of a run: where its path went, once it went anywhere.
pub(super) fn telling(run: &Run) -> usize {
    let has_pairs = run.network().parameters().len() <= 3;
    let is_directed = run.last_epoch() - run.first_epoch() >= DIRECTED;
    usize::from(!has_pairs && !is_directed)
}
