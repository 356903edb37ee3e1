//! Losses of a landscape as shares of a ramp, from the least on a map to the largest, and the round losses among
//! them that lines of equal height are drawn at.

use super::survey::Grid;
use crate::nn::math;

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
        // The floor of a ravine may lie between them.
        Self::from_values(cells.map(|(x, y)| grid.value(x, y)).chain([grid.least()]))
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

/// A round loss that lines are drawn at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// The loss.
    pub loss: f64,
    /// The decimals it is written with.
    pub decimals: usize,
    /// Its share of the ramp.
    pub share: f64,
}

/// From losses to shares of a ramp: even near the least, then ever coarser, as a logarithm is, so that the floor of
/// a ravine shows as well as its walls.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LossScale {
    low: f64,
    high: f64,
    /// How far above the least it is still about even.
    even: f64,
}

impl LossScale {
    /// A scale for a map.
    pub fn over(map: &Heights) -> Self {
        let all = &map.0;
        let (low, high) = map.ends().unwrap_or((0.0, 1.0));
        // Below that, digits would not tell two losses apart.
        let high = high.max(low + 1e-6);
        let floor = all.get(all.len() / 14).map_or(0.0, |loss| loss - low);
        Self { low, high, even: floor.max(0.002 * (high - low)) }
    }

    /// Where on the ramp a loss stands, from 0 to 1; what is no number is above everything.
    pub fn share(&self, loss: f64) -> f64 {
        let along = |loss: f64| math::ln_1p((loss - self.low) / self.even);
        if loss.is_nan() { 1.0 } else { along(loss.clamp(self.low, self.high)) / along(self.high) }
    }

    /// The loss at a share of the ramp.
    fn loss(&self, share: f64) -> f64 {
        let all = math::ln_1p((self.high - self.low) / self.even);
        self.low + self.even * (math::exp(share * all) - 1.0)
    }

    /// The least and the largest loss it reaches over.
    pub const fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// So many losses about evenly along the ramp, each the roundest near its place.
    pub fn levels(&self, count: usize) -> Vec<Level> {
        let part = 1.0 / (count + 1) as f64;
        let level = |place: usize| {
            let [from, to] = [-0.3, 0.3].map(|by| self.loss((place as f64 + by) * part));
            let (loss, decimals) = roundest(from, to);
            Level { loss, decimals, share: self.share(loss) }
        };
        (1..=count).map(level).collect()
    }

    /// Whether heights are seen on a map: it reaches over a fair part of the ramp.
    pub(super) fn tells(&self, map: &Heights) -> bool {
        map.ends().is_some_and(|(low, high)| self.share(high) - self.share(low) >= 0.2)
    }

    /// Whether it still tells something of a map, so that it can stay while training creeps.
    pub fn suits(&self, map: &Heights) -> bool {
        let holds = |(low, high): (f64, f64)| {
            low >= self.low - 0.3 * self.even && high <= self.high + 0.3 * (self.high - self.low)
        };
        map.ends().is_none_or(holds) && (map.0.is_empty() || self.tells(map))
    }
}

/// The number with the fewest digits between two positive ones, and its decimals.
fn roundest(from: f64, to: f64) -> (f64, usize) {
    /// No loss needs more.
    const FINEST: i32 = -12;
    for exponent in (FINEST..=math::log10(to).floor() as i32).rev() {
        // By whole powers of ten, which are exact.
        let power = math::pow(10.0, f64::from(exponent.abs()));
        let [into, back]: [fn(f64, f64) -> f64; 2] =
            if exponent < 0 { [|a, b| a * b, |a, b| a / b] } else { [|a, b| a / b, |a, b| a * b] };
        for part in [5.0, 2.0, 1.0] {
            let count = (into(from, power) / part).ceil() * part;
            if count <= into(to, power) {
                return (back(count, power), usize::try_from(-exponent).unwrap_or(0));
            }
        }
    }
    (from, FINEST.unsigned_abs() as usize)
}
