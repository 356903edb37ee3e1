//! Heights of a landscape in seven bands, so that the eye sees contours and two maps can share them.

use crate::nn::{Loss, math};

/// Six losses that part seven bands, from the least on the map to far above knowing nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bands {
    edges: [f64; 6],
}

impl Bands {
    /// How many bands there are.
    pub const COUNT: usize = 7;

    /// Bands between the least loss and that of a network which knows nothing, and beyond; the least is
    /// rounded down to a twentieth, so that bands stay while training creeps. Where `most` of what is shown
    /// lies far beyond, the edges spread out to it, denser below.
    pub fn new(kind: Loss, least: f64, most: f64) -> Self {
        let nothing = match kind {
            Loss::CrossEntropy => math::ln(2.0),
            Loss::SquaredError => 0.25,
        };
        let least = (least.clamp(0.0, nothing) * 20.0).floor() / 20.0;
        let range = (nothing - least).max(0.05);
        let edge = |share: f64| ((least + share * range) * 100.0).round() / 100.0;
        let near = [0.15, 0.32, 0.6, 1.0, 2.0, 4.0];
        let mut reach = near[5];
        // By doubling, so that they stay where they are while training creeps.
        while most.is_finite() && edge(reach) < most {
            reach *= 2.0;
        }
        let shares = if reach > near[5] {
            [0.02, 0.06, 0.15, 0.35, 0.65, 1.0].map(|share| share * reach)
        } else {
            near
        };
        Self {
            edges: shares.map(edge),
        }
    }

    /// The band of a loss, 0 the lowest.
    pub fn of(&self, loss: f64) -> usize {
        // What is no number is above everything.
        let above = |edge: &&f64| loss.is_nan() || loss >= **edge;
        self.edges.iter().filter(above).count()
    }

    /// The losses between the bands, rising.
    pub const fn edges(&self) -> &[f64; 6] {
        &self.edges
    }
}
