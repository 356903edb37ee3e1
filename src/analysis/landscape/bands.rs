//! Heights of a landscape in seven bands, so that the eye sees contours and two maps can share them: the
//! familiar ones around the loss of knowing nothing where they tell something, else as many cells in each.

use super::survey::Grid;
use crate::nn::{Loss, math};

/// Cells apart from each other, each way, that are looked at: those of the coarsest pass.
const STRIDE: usize = 4;

/// The finite losses of a map, at every fourth cell each way, rising.
#[derive(Debug, Clone, PartialEq)]
pub struct Heights(Vec<f64>);

impl Heights {
    /// Those of a grid.
    pub fn of(grid: &Grid) -> Self {
        let lines = (0..grid.lines).step_by(STRIDE);
        let cells = lines.flat_map(|y| (0..grid.columns).step_by(STRIDE).map(move |x| (x, y)));
        Self::from_values(cells.map(|(x, y)| grid.value(x, y)))
    }

    pub(super) fn from_values(values: impl IntoIterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = values.into_iter().filter(|v| v.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        Self(sorted)
    }

    /// The least and the largest of them; none where there are none.
    pub fn ends(&self) -> Option<(f64, f64)> {
        Some((*self.0.first()?, *self.0.last()?))
    }
}

/// Six losses that part seven bands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bands {
    edges: [f64; 6],
    decimals: [usize; 6],
    /// Whether they were laid so that bands are about as large, not around knowing nothing.
    even: bool,
}

impl Bands {
    /// How many bands there are.
    pub const COUNT: usize = 7;

    /// Bands for these maps, with `least` the least loss known: the familiar ones while none of them takes
    /// nearly all of a map, else even ones.
    pub fn over(kind: Loss, least: f64, maps: &[&Heights]) -> Self {
        let familiar = Self::familiar(kind, least);
        if maps.iter().all(|map| familiar.tells(map)) { familiar } else { Self::even(maps) }
    }

    /// Bands between the least loss and that of a network which knows nothing, and beyond; the least is
    /// rounded down to a twentieth, so that bands stay while training creeps.
    pub(super) fn familiar(kind: Loss, least: f64) -> Self {
        let nothing = match kind {
            Loss::CrossEntropy => math::ln(2.0),
            Loss::SquaredError => 0.25,
        };
        let least = (least.clamp(0.0, nothing) * 20.0).floor() / 20.0;
        let range = (nothing - least).max(0.05);
        let edges = [0.15, 0.32, 0.6, 1.0, 2.0, 4.0].map(|share| ((least + share * range) * 100.0).round() / 100.0);
        Self { edges, decimals: decimals(&edges), even: false }
    }

    /// Bands that each take about as much of the maps together, the lower ones less, so that a valley shows;
    /// on numbers as round as telling them apart allows.
    fn even(maps: &[&Heights]) -> Self {
        const SHARES: [f64; 6] = [0.06, 0.16, 0.3, 0.5, 0.7, 0.9];
        let mut all: Vec<f64> = maps.iter().flat_map(|map| map.0.iter().copied()).collect();
        all.sort_by(f64::total_cmp);
        let low = all.first().copied().unwrap_or(0.0);
        let high = all.last().copied().unwrap_or(1.0);
        let typical = all.get(all.len() * 9 / 10).copied().unwrap_or(high);
        // A plain counts once, or it would take all edges for itself.
        let near = 1e-3 * (typical - low);
        all.dedup_by(|next, kept| *next - *kept <= near);
        let mut edges = if all.len() > 2 * Self::COUNT {
            SHARES.map(|share| all[(share * all.len() as f64) as usize])
        } else {
            let step = (high - low).max(1e-6) / Self::COUNT as f64;
            [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].map(|times| low + times * step)
        };
        let decimals = decimals(&edges);
        for (edge, &decimals) in edges.iter_mut().zip(&decimals) {
            let unit = math::pow(10.0, decimals as f64);
            *edge = (*edge * unit).round() / unit;
        }
        Self { edges, decimals, even: true }
    }

    /// Whether contours are seen on a map: none of them takes too much of it. Even ones also want to be at
    /// least four there, familiar ones a map that reaches over a fair part of them.
    pub fn tells(&self, map: &Heights) -> bool {
        let shares = self.shares(map);
        if self.even {
            let seen = shares.iter().filter(|share| **share >= 0.04).count();
            return largest(shares) <= 0.4 && seen >= 4;
        }
        let reach = map.ends().map_or(0.0, |(low, high)| high - low);
        let [first, .., last] = self.edges;
        4.0 * reach >= last - first && largest(shares) <= 0.7
    }

    /// Whether they still tell something of a map, so that they can stay while training creeps.
    pub fn suits(&self, map: &Heights) -> bool {
        largest(self.shares(map)) <= if self.even { 0.5 } else { 0.8 }
    }

    /// How much of a map each of them takes. Without colours the two highest look alike; even ones are so
    /// small there that it does not matter.
    fn shares(&self, map: &Heights) -> [f64; Self::COUNT] {
        let highest = if self.even { Self::COUNT - 1 } else { Self::COUNT - 2 };
        let mut counts = [0_usize; Self::COUNT];
        for &loss in &map.0 {
            counts[self.of(loss).min(highest)] += 1;
        }
        counts.map(|count| count as f64 / map.0.len().max(1) as f64)
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

    /// Each with the decimals that tell it from its neighbours.
    pub fn written(&self) -> impl Iterator<Item = (f64, usize)> {
        self.edges.into_iter().zip(self.decimals)
    }
}

fn largest(shares: [f64; Bands::COUNT]) -> f64 {
    shares.into_iter().fold(0.0, f64::max)
}

/// How many decimals tell each of these apart from its neighbours; at least two digits.
fn decimals(edges: &[f64; 6]) -> [usize; 6] {
    const MOST: usize = 8;
    let mut all = [0; 6];
    for (index, slot) in all.iter_mut().enumerate() {
        let below = index.checked_sub(1).map(|below| edges[index] - edges[below]);
        let above = edges.get(index + 1).map(|above| above - edges[index]);
        let gap = [below, above].into_iter().flatten().fold(f64::MAX, f64::min);
        *slot = if edges[index] < 1.0 { 2 } else { usize::from(edges[index] < 10.0) };
        // A hair of slack: a difference of rounded numbers may be a hair less.
        while *slot < MOST && math::pow(10.0, -(*slot as f64)) > 0.500_001 * gap {
            *slot += 1;
        }
    }
    all
}
