//! A plane through the space of parameters: two directions, and the stretch of each that is looked at.

use crate::analysis::curvature;
use crate::analysis::round::RoundStep;

/// The shortest stretch worth looking at, as a share of the numbers on it.
const FINEST: f64 = 1e-12;

/// A stretch of an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Its lower end.
    pub from: f64,
    /// Its upper end.
    pub to: f64,
}

impl Span {
    /// The stretch between two numbers.
    pub const fn new(from: f64, to: f64) -> Self {
        Self { from, to }
    }

    /// The stretch around all of these, with a quarter of it as margin on both sides, but never shorter
    /// than `least`, on round numbers.
    pub fn around(values: impl IntoIterator<Item = f64>, least: f64) -> Self {
        let known = values.into_iter().filter(|value| value.is_finite());
        let (low, high) =
            known.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        if low > high {
            return Self::new(-least, least);
        }
        // Shorter, it would be lost in the rounding of numbers as large as these.
        let least = least.max(FINEST * low.abs().max(high.abs()));
        let margin = (0.25 * (high - low)).max(0.5 * (least - (high - low)));
        Self::new(low - margin, high + margin).rounded()
    }

    /// Its length.
    pub fn length(self) -> f64 {
        self.to - self.from
    }

    /// Its middle.
    pub fn middle(self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    /// Whether a number lies on it.
    pub fn holds(self, value: f64) -> bool {
        value >= self.from && value <= self.to
    }

    /// How far along it a number lies, 0 at its lower end and 1 at its upper.
    pub fn share(self, value: f64) -> f64 {
        (value - self.from) / self.length()
    }

    /// The number so far along it.
    pub fn at(self, share: f64) -> f64 {
        self.from + share * self.length()
    }

    /// The middle of one of `count` equal cells of it.
    pub fn cell(self, index: usize, count: usize) -> f64 {
        self.at((index as f64 + 0.5) / count as f64)
    }

    /// Every number of it times this.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self::new(self.from * factor, self.to * factor)
    }

    /// A stretch of `factor` times its length around `middle`.
    #[must_use]
    pub fn zoomed(self, factor: f64, middle: f64) -> Self {
        let half = 0.5 * (factor * self.length()).max(FINEST * middle.abs());
        Self::new(middle - half, middle + half)
    }

    /// The stretch made half as long again, on the side of a number beyond it, until it holds that number:
    /// large steps, so that a map does not change its scale with every epoch.
    #[must_use]
    pub fn reaching(self, value: f64) -> Self {
        /// Beyond that the network is lost, and no map would show it.
        const MOST_STEPS: usize = 60;
        let mut span = self;
        for _ in 0..MOST_STEPS {
            let more = 0.5 * span.length();
            if value < span.from {
                span.from -= more;
            } else if value > span.to {
                span.to += more;
            } else {
                break;
            }
        }
        span
    }

    /// So many cells of this length around the same middle, in the middle of one of which lies zero: so does then every
    /// round number that is a whole number of cells from it.
    #[must_use]
    pub fn on_cells(self, cell: f64, count: f64) -> Self {
        let first = (self.middle() / cell - 0.5 * (count - 1.0)).round() - 0.5;
        Self::new(first * cell, (first + count) * cell)
    }

    /// Round numbers on it, equally far apart, and the decimals they have: in the middles of some of `count` equal
    /// cells where these were made so, and at least so many cells apart.
    pub fn ticks(self, count: usize, apart: f64) -> (Vec<f64>, usize) {
        let cell = self.length() / count as f64;
        let steps = std::iter::successors(Some(RoundStep::at_least(apart * cell)), |step| Some(step.next())).take(6);
        let is_whole = |step: &RoundStep| {
            let cells = step.times(1.0) / cell;
            (cells - cells.round()).abs() < 1e-6 * cells
        };
        self.multiples(steps.clone().find(is_whole).unwrap_or_else(|| RoundStep::at_least(apart * cell)))
    }

    /// Round numbers on it where there are no cells, about so many.
    pub fn free_ticks(self, most: f64) -> (Vec<f64>, usize) {
        self.multiples(RoundStep::at_least(self.length() / most))
    }

    /// The multiples of a step on it, and their decimals.
    fn multiples(self, step: RoundStep) -> (Vec<f64>, usize) {
        let (first, last) = (step.count(self.from).ceil(), step.count(self.to).floor());
        let most = (last - first).clamp(-1.0, 1e3) as i32;
        ((0..=most).map(|index| step.times(first + f64::from(index))).collect(), step.decimals())
    }

    /// Both ends moved outwards to a multiple of a twentieth of the length's power of ten.
    fn rounded(self) -> Self {
        // What is no length has no power of ten that the search below could find.
        if !(1e-200..=1e200).contains(&self.length()) {
            return self;
        }
        let mut unit = 1.0;
        while unit > self.length() {
            unit /= 10.0;
        }
        while unit * 10.0 <= self.length() {
            unit *= 10.0;
        }
        let step = unit / 10.0;
        Self::new((self.from / step).floor() * step, (self.to / step).ceil() * step)
    }
}

/// The least unit with which a map of this shape holds these stretches, the shape in lengths of which one is
/// as long across as up.
pub fn unit(spans: [Span; 2], shape: [f64; 2]) -> f64 {
    let [across, up] = [0, 1].map(|axis| spans[axis].length() / shape[axis]);
    across.max(up)
}

/// The least length of a cell from this one on of which a round step is an even number, so that twice the length has it
/// as well; the step is small enough to be seen at least twice among so many cells.
pub fn round_unit(least: f64, count: f64) -> f64 {
    /// The fewest cells between two ticks.
    const APART: f64 = 6.0;
    let steps = std::iter::successors(Some(RoundStep::at_least(APART * least)), |step| Some(step.next())).take(4);
    let even = |cells: f64| 2.0 * (0.5 * cells).floor();
    let size = |step: RoundStep| {
        let cells = even(step.times(1.0) / least * (1.0 + 1e-9));
        step.times(1.0) / cells.min(even(0.5 * count))
    };
    steps.map(size).min_by(f64::total_cmp).filter(|size| size.is_finite()).unwrap_or(least)
}

/// Stretches with the same middles that fill a map of this shape with this unit on both axes.
pub fn in_unit(spans: [Span; 2], unit: f64, shape: [f64; 2]) -> [Span; 2] {
    [0, 1].map(|axis| {
        let (middle, half) = (spans[axis].middle(), 0.5 * unit * shape[axis]);
        Span::new(middle - half, middle + half)
    })
}

/// What an axis of a plane is.
#[derive(Debug, Clone, PartialEq)]
pub enum PlaneAxis {
    /// One parameter, by its index in the flat list; its numbers are the parameter's own.
    Parameter(usize),
    /// A unit direction; its numbers are distances along it from the plane's anchor.
    Direction(Vec<f64>),
}

/// Two axes through the point of all parameters that lies on both at the given numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    base: Vec<f64>,
    anchor: Vec<f64>,
    axes: [PlaneAxis; 2],
    /// The stretch of the first axis, drawn from left to right.
    pub across: Span,
    /// The stretch of the second, drawn from bottom to top.
    pub up: Span,
}

impl Plane {
    /// The plane along these axes that goes through `through`. Directions count from `anchor`; they must be
    /// at right angles.
    pub fn new(axes: [PlaneAxis; 2], anchor: &[f64], through: &[f64], across: Span, up: Span) -> Self {
        let mut plane = Self { base: through.to_vec(), anchor: anchor.to_vec(), axes, across, up };
        let here = plane.place_of(through);
        for (axis, value) in plane.axes.iter().zip(here) {
            match axis {
                PlaneAxis::Parameter(index) => plane.base[*index] = 0.0,
                PlaneAxis::Direction(direction) => {
                    for (base, part) in plane.base.iter_mut().zip(direction) {
                        *base -= value * part;
                    }
                }
            }
        }
        plane
    }

    /// Its axes, the one drawn from left to right first.
    pub const fn axes(&self) -> &[PlaneAxis; 2] {
        &self.axes
    }

    /// The parameters where both axes are at 0: those that are held.
    pub fn base(&self) -> &[f64] {
        &self.base
    }

    /// Where the foot of a network's perpendicular on the plane lies.
    pub fn place_of(&self, parameters: &[f64]) -> [f64; 2] {
        let along = |axis: &PlaneAxis| match axis {
            PlaneAxis::Parameter(index) => parameters[*index],
            PlaneAxis::Direction(direction) => {
                let away = parameters.iter().zip(&self.anchor);
                away.zip(direction).map(|((p, a), d)| (p - a) * d).sum()
            }
        };
        [along(&self.axes[0]), along(&self.axes[1])]
    }

    /// The parameters at a place of the plane.
    pub fn point(&self, place: [f64; 2]) -> Vec<f64> {
        let mut point = self.base.clone();
        for (axis, value) in self.axes.iter().zip(place) {
            match axis {
                PlaneAxis::Parameter(index) => point[*index] = value,
                PlaneAxis::Direction(direction) => {
                    for (slot, part) in point.iter_mut().zip(direction) {
                        *slot += value * part;
                    }
                }
            }
        }
        point
    }

    /// Whether a network lies on the plane, not only above or below it.
    pub fn holds(&self, parameters: &[f64]) -> bool {
        let foot = self.point(self.place_of(parameters));
        let largest = parameters.iter().fold(1.0_f64, |most, value| most.max(value.abs()));
        let apart = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-9 * largest;
        parameters.iter().zip(&foot).all(apart)
    }

    /// Whether a place is on the piece that is looked at.
    pub fn shows(&self, place: [f64; 2]) -> bool {
        self.across.holds(place[0]) && self.up.holds(place[1])
    }

    /// Whether another plane looks at the same stretches of the same axes, whatever else is held.
    pub fn is_parallel(&self, other: &Self) -> bool {
        self.axes == other.axes && self.across == other.across && self.up == other.up
    }

    /// An axis as a step in the space of parameters.
    pub(super) fn step(&self, axis: usize) -> Vec<f64> {
        match &self.axes[axis] {
            PlaneAxis::Parameter(index) => curvature::unit(self.base.len(), *index),
            PlaneAxis::Direction(direction) => direction.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_around_any_numbers_has_a_length_and_ends() {
        let far = [0.0, 1.0, -1e-3, 1e100, -1e100, 1e154, 1e308, -1e308];
        for a in far {
            for b in far {
                for least in [1e-3, 4.0, 1e200, f64::INFINITY] {
                    let span = Span::around([a, b], least);
                    assert!(span.length() > 0.0, "{a} {b} {least}: {span:?}");
                    let near = span.zoomed(2e-6, a);
                    assert!(near.length() > 0.0, "{a} {b} {least}: {near:?}");
                }
            }
        }
        let usual = Span::around([0.0, 1.0], 1e-3);
        assert!((usual.from + 0.3).abs() < 1e-12 && (usual.to - 1.3).abs() < 1e-12);
    }
}
