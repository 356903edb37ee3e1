//! The sums of all neurons over two attributes: small maps, for one look at the whole network.

use super::{Asker, Axis};
use crate::analysis::Attribute;
use crate::nn::{Activation, Network};

/// A small map for each neuron, the one that answers last, all over the same two attributes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NeuronMaps {
    /// Columns and lines of each.
    pub size: (usize, usize),
    /// By neuron, all layers in a row: its place, and z by line (upwards) and column.
    maps: Vec<((usize, usize), Vec<f64>)>,
    /// By neuron: z at the very ends of the axes, which the middle of no cell reaches.
    ends: Vec<Vec<f64>>,
}

impl NeuronMaps {
    /// Asks for all of them.
    pub fn ask(asker: &mut Asker<'_>, axes: [Attribute; 2], (columns, lines): (usize, usize)) -> Self {
        let middle = |index: usize, count: usize| (index as f64 + 0.5) / count as f64;
        let at = |along: f64, up: f64| [Axis(axes[0]).value(along), Axis(axes[1]).value(up)];
        let cells = (0..lines).flat_map(|line| (0..columns).map(move |column| (column, line)));
        let cells = asker.gather(axes, cells.map(|(column, line)| at(middle(column, columns), middle(line, lines))));
        let rows = (0..lines).map(|line| middle(line, lines)).chain([0.0, 1.0]);
        let ends = asker.gather(axes, rows.flat_map(|up| [at(0.0, up), at(1.0, up)]));
        let places = || all(asker.network);
        Self {
            size: (columns, lines),
            maps: places().map(|place| (place, asker.sums(place, &cells))).collect(),
            ends: places().map(|place| asker.sums(place, &ends)).collect(),
        }
    }

    /// The index of a neuron's map.
    pub fn index(&self, place: (usize, usize)) -> Option<usize> {
        self.maps.iter().position(|(other, _)| *other == place)
    }

    /// z of a map at a place of the grid; none where there is no answer.
    pub fn z(&self, index: usize, column: usize, line: usize) -> Option<f64> {
        let z = *self.maps.get(index)?.1.get(line * self.size.0 + column)?;
        Some(z).filter(|z| !z.is_nan())
    }

    /// Where on its scale a neuron lies at shares of the way along and up: see [`share`].
    pub fn share(&self, index: usize, activation: Activation) -> impl Fn([f64; 2]) -> Option<f64> {
        let share = share(activation, self.scale(index, activation));
        let place = |share: f64, of: usize| ((share * of as f64) as usize).min(of.saturating_sub(1));
        move |[along, up]| self.z(index, place(along, self.size.0), place(up, self.size.1)).map(&share)
    }

    /// The values of the activation that a map's colours run between: what the function can give
    /// where that is bounded, else what it gives here.
    pub fn scale(&self, index: usize, activation: Activation) -> (f64, f64) {
        let seen = || {
            let sums = self.maps.get(index).map(|(_, z)| z.as_slice());
            let ends = self.ends.get(index).map(Vec::as_slice);
            let sums = sums.unwrap_or_default().iter();
            let sums = sums.chain(ends.unwrap_or_default());
            sums.filter(|z| !z.is_nan()).map(|&z| activation.value(z))
        };
        let most = || seen().max_by(f64::total_cmp).unwrap_or(0.0);
        let least = || seen().min_by(f64::total_cmp).unwrap_or(0.0);
        match activation {
            Activation::Tanh => (-1.0, 1.0),
            Activation::Sigmoid => (0.0, 1.0),
            Activation::Relu => (0.0, most()),
            Activation::LeakyRelu | Activation::Linear => (least(), most()),
        }
    }
}

/// Where on a scale, from 0 to 1, what an activation makes of z lies; a scale without extent is all low.
pub fn share(activation: Activation, (low, high): (f64, f64)) -> impl Fn(f64) -> f64 {
    move |z| {
        if high > low { (activation.value(z) - low) / (high - low) } else { 0.0 }
    }
}

/// Layer and neuron of every neuron of a network, in order.
fn all(network: &Network) -> impl Iterator<Item = (usize, usize)> + '_ {
    network.layers().enumerate().flat_map(|(layer, weights)| (0..weights.outputs).map(move |neuron| (layer, neuron)))
}
