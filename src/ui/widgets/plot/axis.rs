//! An axis, fitted to the cells it is drawn in: the distance of its ticks is round and a whole number of cells, so
//! that a value stands in exactly the cell of its tick, and ticks stand equally far apart.

use super::scale::{CellScale, Side};
use crate::analysis::round::RoundStep;
use crate::explain::numbers;
use crate::nn::math;
use crate::ui::text;

/// A decade that takes more cells is written as a power of ten, and so are the others.
const WIDEST: usize = 5;
/// With fewer ticks an axis of logarithms seems to be one of the values themselves.
const FEWEST: usize = 3;

/// One axis: the values it has to hold, and what is written beside it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui) struct PlotAxis {
    min: f64,
    max: f64,
    kind: Kind,
    /// There are no values outside.
    bounds: (f64, f64),
    /// The least distance of ticks.
    least_step: f64,
    width: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bare,
    Round,
    Logarithmic,
}

/// A value written beside its cell.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui) struct Tick {
    /// The value.
    pub value: f64,
    /// As it is written.
    pub label: String,
}

impl PlotAxis {
    /// A bare axis, its ends at the edges. Ends in the wrong order are swapped, a flat range is widened around its
    /// value, and one that is no range at all becomes 0…1.
    pub fn new(min: f64, max: f64) -> Self {
        let (min, max) = if min.is_finite() && max.is_finite() { (min, max) } else { (0.0, 1.0) };
        let (min, max) = (min.min(max).max(-1e300), max.max(min).min(1e300));
        let slack = if min == max { (min.abs() * 0.05).max(0.5) } else { 0.0 };
        let bounds = (f64::NEG_INFINITY, f64::INFINITY);
        Self { min: min - slack, max: max + slack, kind: Kind::Bare, bounds, least_step: 0.0, width: 0 }
    }

    /// With ticks at round values; what its cells hold beyond the ends is shown too.
    #[must_use]
    pub const fn round(mut self) -> Self {
        self.kind = Kind::Round;
        self
    }

    /// The same for values above zero, by their logarithms.
    #[must_use]
    pub fn logarithmic(self) -> Self {
        let max = self.max.max(1e-9);
        let min = if self.min > 0.0 { self.min } else { max * 1e-9 };
        Self { kind: Kind::Logarithmic, min, max, ..self }
    }

    /// Has ticks at least so far apart.
    #[must_use]
    pub const fn step_of(mut self, least: f64) -> Self {
        self.least_step = least;
        self
    }

    /// Shows nothing outside these bounds where there is enough inside, and writes nothing there.
    #[must_use]
    pub const fn within(mut self, min: f64, max: f64) -> Self {
        self.bounds = (min, max);
        self
    }

    /// Gives the labels of a y axis at least so many cells, so that plots above one another line up.
    #[must_use]
    pub const fn label_width(mut self, cells: u16) -> Self {
        self.width = cells;
        self
    }

    pub(super) const fn bounds(&self) -> (f64, f64) {
        self.bounds
    }

    pub(super) const fn is_bare(&self) -> bool {
        matches!(self.kind, Kind::Bare)
    }

    /// Cells between the data and the outer end of these labels.
    pub(super) fn width(&self, ticks: &[Tick]) -> u16 {
        let widest = ticks.iter().map(|tick| text::width(&tick.label) as u16).fold(self.width, u16::max);
        widest + u16::from(widest > 0)
    }

    /// From values to so many cells, and the ticks.
    pub(super) fn fit(&self, cells: u16, side: Side) -> (CellScale, Vec<Tick>) {
        let fitted = match self.kind {
            Kind::Bare => None,
            Kind::Round => self.fit_round(cells, side),
            Kind::Logarithmic => self.fit_logarithms(cells),
        };
        // Too few rows for two round values have the ends.
        let fitted = fitted.filter(|(_, ticks)| side == Side::Along || ticks.len() > 1);
        fitted.unwrap_or_else(|| {
            let has_ends = self.kind != Kind::Bare && side == Side::Up && cells > 1;
            let ends = [self.min, self.max].map(|value| Tick { value, label: numbers::compact(value, WIDEST) });
            let ticks = if has_ends { ends.into() } else { Vec::new() };
            match self.kind {
                Kind::Logarithmic => {
                    let [min, max] = [self.min, self.max].map(math::log10);
                    (CellScale::between(min, max, cells, side).of_logarithms(), ticks)
                }
                Kind::Bare | Kind::Round => (CellScale::between(self.min, self.max, cells, side), ticks),
            }
        })
    }

    fn fit_round(&self, cells: u16, side: Side) -> Option<(CellScale, Vec<Tick>)> {
        let label = |value: f64, step: RoundStep| numbers::grouped(&numbers::decimal(value, step.decimals()));
        let widest =
            |step| [self.min, self.max].map(|end| text::width(&label(end, step))).into_iter().fold(1, usize::max);
        let apart = |step| match side {
            Side::Up => 2,
            Side::Along => widest(step) + 4,
        };
        let least = (self.max - self.min) * 2.0 / f64::from(cells);
        let least = RoundStep::at_least(least.max(self.least_step));
        let grid = TickGrid::finest((self.min, self.max), cells, least, 2.0, apart)?;
        let low = grid.lowest(self.bounds, cells);
        let ticks = grid.ticks(low, cells).map(|value| Tick { value, label: label(value, grid.step) });
        let slack = grid.cell() / 2.0;
        let ticks = ticks.filter(|tick| (self.bounds.0 - slack..self.bounds.1 + slack).contains(&tick.value));
        Some((CellScale::new(low * grid.cell(), grid.cell()), ticks.collect()))
    }

    /// Whole decades where three of them are seen, else as many round values between them as lie on cells.
    fn fit_logarithms(&self, cells: u16) -> Option<(CellScale, Vec<Tick>)> {
        let ends = (math::log10(self.min), math::log10(self.max));
        let decades = TickGrid::finest(ends, cells, RoundStep::at_least(1.0), 2.0, |_| 2).map(|grid| {
            let low = grid.lowest((f64::NEG_INFINITY, f64::INFINITY), cells);
            let ticks = grid.ticks(low, cells).map(|power| math::pow(10.0, power));
            (CellScale::new(low * grid.cell(), grid.cell()), ticks.collect())
        });
        let decades = decades.filter(|(_, ticks): &(_, Vec<f64>)| ticks.len() >= FEWEST);
        let plain = |value: &f64| numbers::grouped(&numbers::compact(*value, WIDEST + 2));
        // Powers are all in one notation.
        let is_wide = |(_, ticks): &(_, Vec<f64>)| ticks.iter().any(|value| text::width(&plain(value)) > WIDEST);
        let in_powers = decades.as_ref().is_some_and(is_wide);
        let (scale, ticks) = decades.or_else(|| round_logarithms((self.min, self.max), cells))?;
        let label = |value: &f64| if in_powers { numbers::power(*value) } else { plain(value) };
        let ticks = ticks.iter().map(|value| Tick { value: *value, label: label(value) });
        Some((scale.of_logarithms(), ticks.collect()))
    }
}

/// Cells for logarithms of which most round values lie in the middle of one, as fine as they may be: 1, 2 and 5, or the
/// roundest distance of which three do.
fn round_logarithms((min, max): (f64, f64), cells: u16) -> Option<(CellScale, Vec<f64>)> {
    let decades = math::log10(min).floor() as i32..=math::log10(max).floor() as i32;
    let power = |decade: i32| math::pow(10.0, f64::from(decade));
    let decades = decades.flat_map(|decade| [1.0, 2.0, 5.0].map(|digit| digit * power(decade))).collect();
    let multiples = |step: RoundStep| {
        let (first, last) = (step.count(min).ceil(), step.count(max).floor());
        (0..=(last - first).max(-1.0) as i64).map(|index| step.times(first + index as f64)).collect()
    };
    let finest = RoundStep::at_least((max - min) / 20.0);
    let mut steps: Vec<RoundStep> = std::iter::successors(Some(finest), |step| Some(step.next())).take(4).collect();
    steps.reverse();
    let sets = [decades].into_iter().chain(steps.into_iter().map(multiples));
    let with_logarithms = |values: Vec<f64>| -> Vec<(f64, f64)> {
        let values = values.into_iter().filter(|value| (min..=max).contains(value));
        values.map(|value| (value, math::log10(value))).collect()
    };
    let sets: Vec<_> = sets.map(with_logarithms).collect();
    // Few cells must be coarser for three to lie on them.
    let fits = [40, 150].into_iter().flat_map(|wider| sets.iter().map(move |values| (values, wider)));
    let mut fits = fits.filter_map(|(values, wider)| OnCells::finest(values, (min, max), cells, wider));
    let fit = fits.find(|fit| fit.ticks.len() >= FEWEST)?;
    Some((CellScale::new(fit.low, fit.cell), fit.ticks))
}

/// Values whose logarithms lie in the middle of cells.
struct OnCells {
    /// The logarithm in the middle of the first cell, and how much a cell is.
    low: f64,
    cell: f64,
    ticks: Vec<f64>,
}

impl OnCells {
    /// Of values with their logarithms: the more of them the better, and the fewer cells are left over. Cells may be so
    /// many hundredths wider than they have to be.
    fn finest(values: &[(f64, f64)], (min, max): (f64, f64), cells: u16, wider: u8) -> Option<Self> {
        let ends = (math::log10(min), math::log10(max));
        let tightest = (ends.1 - ends.0) / f64::from(cells);
        let sizes = (0..wider).map(|wider| tightest * (1.0 + f64::from(wider) / 100.0));
        let fits = sizes
            .flat_map(|cell| values.iter().filter_map(move |tick| Self::around(tick.1, cell, values, ends, cells)));
        let worth = |fit: &Self| fit.ticks.len().min(6) as f64 * tightest / fit.cell;
        fits.reduce(|best, fit| if worth(&fit) > worth(&best) * (1.0 + 1e-9) { fit } else { best })
    }

    /// Around a logarithm that lies in the very middle of its cell; others may lie half a dot off.
    fn around(middle: f64, cell: f64, values: &[(f64, f64)], ends: (f64, f64), cells: u16) -> Option<Self> {
        let place = |log: f64| (log - middle) / cell;
        let [first, last] = [ends.0, ends.1].map(|end| (place(end) + 0.5).floor());
        let spare = f64::from(cells) - 1.0 - (last - first);
        let mut above = f64::NEG_INFINITY;
        let on_cell = |&&(_, log): &&(f64, f64)| {
            let at = place(log);
            let is_free = (at - at.round()).abs() <= 0.5 / Side::Up.dots() && at.round() >= above + 2.0;
            above = if is_free { at.round() } else { above };
            is_free
        };
        let ticks = values.iter().filter(on_cell).map(|(value, _)| *value).collect();
        let low = middle + (first - (spare / 2.0).floor()) * cell;
        (spare >= 0.0).then_some(Self { low, cell, ticks })
    }
}

/// Cells of which a round step is a whole number; they are numbered from zero on.
#[derive(Debug, Clone, Copy)]
struct TickGrid {
    step: RoundStep,
    /// The cells of a step.
    between: f64,
    /// The lowest and the highest cell that hold values.
    ends: (f64, f64),
}

impl TickGrid {
    fn new(step: RoundStep, between: f64, (min, max): (f64, f64)) -> Self {
        let cell = |value| (step.count(value) * between + 0.5).floor();
        Self { step, between, ends: (cell(min), cell(max)) }
    }

    /// The one with the finest cells that holds a range in so many, of these steps and greater ones, of which at least
    /// so many are seen and which have to be so many cells apart.
    fn finest(
        range: (f64, f64),
        cells: u16,
        step: RoundStep,
        seen: f64,
        apart: impl Fn(RoundStep) -> usize,
    ) -> Option<Self> {
        let cells = f64::from(cells);
        let fits = |grid: &Self| grid.ends.1 - grid.ends.0 < cells;
        let steps = std::iter::successors(Some(step), |step| Some(step.next())).take(9);
        let grids = steps.filter_map(|step| {
            let apart = apart(step) as f64;
            let most = (step.times(1.0) * cells / (range.1 - range.0)).min((cells - 1.0) / seen).max(apart).floor();
            let sizes = [most, most - 1.0, most - 2.0].into_iter().filter(|&between| between >= apart);
            sizes.map(|between| Self::new(step, between, range)).find(fits)
        });
        // With few ticks it is worth less: then somewhat coarser cells do.
        let worth = |grid: &Self| grid.cell() * if grid.between * 4.0 > cells { 1.5 } else { 1.0 };
        grids.reduce(|best, grid| if worth(&grid) < worth(&best) * (1.0 - 1e-9) { grid } else { best })
    }

    /// How much a cell is.
    fn cell(&self) -> f64 {
        self.step.times(1.0) / self.between
    }

    /// The lowest of so many cells: those to spare lie on both sides, as far as the bounds are held.
    fn lowest(&self, bounds: (f64, f64), cells: u16) -> f64 {
        let bounds = Self::new(self.step, self.between, bounds).ends;
        let spare = f64::from(cells) - 1.0 - (self.ends.1 - self.ends.0);
        let low = self.ends.0 - (spare / 2.0).floor();
        low.min(bounds.1 + 1.0 - f64::from(cells)).max(bounds.0)
    }

    /// The ticks among so many cells.
    fn ticks(self, low: f64, cells: u16) -> impl Iterator<Item = f64> {
        let first = (low / self.between).ceil();
        let last = ((low + f64::from(cells) - 1.0) / self.between).floor();
        (0..=(last - first).max(-1.0) as i64).map(move |index| self.step.times(first + index as f64))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fitted(axis: &PlotAxis, cells: u16, side: Side) -> Vec<(f64, String)> {
        let (scale, ticks) = axis.fit(cells, side);
        ticks.into_iter().map(|tick| (scale.cells(tick.value), tick.label)).collect()
    }

    fn labels(axis: &PlotAxis, cells: u16, side: Side) -> Vec<String> {
        fitted(axis, cells, side).into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn labels_have_the_decimals_their_step_needs() {
        let up = |min, max, cells| labels(&PlotAxis::new(min, max).round(), cells, Side::Up);
        assert_eq!(up(0.502, 0.693, 11), ["0.50", "0.55", "0.60", "0.65", "0.70"]);
        assert_eq!(up(-2.0, 2.0, 11), ["−2", "−1", "0", "1", "2"]);
        assert_eq!(up(0.0, 1000.0, 6), ["0", "500", "1,000"]);
        assert_eq!(up(60.67, 79.2, 10), ["60", "65", "70", "75", "80"]);
        assert_eq!(up(0.502_28, 0.8, 2), ["0.502", "0.8"], "too few rows have their ends");
    }

    #[test]
    fn what_is_bounded_is_shown_from_its_bound_on() {
        let epochs = PlotAxis::new(0.0, 601.0).round().step_of(1.0).within(0.0, f64::INFINITY);
        let shown = fitted(&epochs, 61, Side::Along);
        assert_eq!((shown[0].0, shown[0].1.as_str(), shown[1].0), (0.0, "0", 10.0));
        let few = PlotAxis::new(0.0, 3.0).round().step_of(1.0);
        assert_eq!(labels(&few, 100, Side::Along), ["0", "1", "2", "3"]);
        let right = PlotAxis::new(96.0, 99.8).round().within(0.0, 100.0);
        assert!(labels(&right, 30, Side::Up).iter().all(|label| label.parse::<f64>().is_ok_and(|tick| tick <= 100.0)));
    }

    #[test]
    fn a_logarithmic_axis_has_ticks() {
        let up = |min, max, cells| labels(&PlotAxis::new(min, max).logarithmic(), cells, Side::Up);
        assert_eq!(up(0.45, 900.0, 11), ["1", "10", "100", "1,000"]);
        for (cells, most) in (15..=17).flat_map(|cells| [200.0, 220.0, 250.0].map(|most| (cells, most))) {
            assert_eq!(up(0.69, most, cells), ["1", "10", "100"], "decades, not some of 1, 2 and 5");
        }
        assert_eq!(up(0.5, 7.0, 20), ["0.5", "1", "2", "5"]);
        assert_eq!(up(0.5, 30.0, 20), ["0.5", "1", "2", "5", "10", "20"]);
        assert_eq!(up(0.65, 40.0, 11), ["2", "5", "20"], "1, 2 and 5 where decades are too few");
        assert_eq!(up(0.4, 0.93, 11), ["0.4", "0.6", "0.8"]);
        assert_eq!(up(0.48, 0.69, 11), ["0.5", "0.6", "0.65"]);
        assert_eq!(up(0.6, 2e6, 9), ["1e0", "1e2", "1e4", "1e6"], "all in one notation");
        assert_eq!(up(0.6, 1e31, 10), ["1e0", "1e10", "1e20", "1e30"], "as far down as there are values");
        assert!(!up(0.0, 0.0, 11).is_empty(), "nothing has no logarithm");
    }

    #[test]
    fn every_pair_of_numbers_makes_a_range() {
        let range = |min, max| {
            let axis = PlotAxis::new(min, max);
            (axis.min, axis.max)
        };
        assert_eq!(range(1.0, 0.0), (0.0, 1.0));
        assert_eq!(range(0.0, 0.0), (-0.5, 0.5));
        assert_eq!(range(100.0, 100.0), (95.0, 105.0));
        assert_eq!(range(f64::NAN, 3.0), (0.0, 1.0));
    }

    proptest! {
        /// All that is to be shown lies in a cell, every tick exactly in the middle of one, equally far from the next,
        /// and no label is there twice.
        #[test]
        fn ticks_lie_on_cells_equally_far_apart(min in -1e6..1e6, span in 1e-3..1e6, cells in 5_u16..200, up: bool) {
            let side = if up { Side::Up } else { Side::Along };
            let axis = PlotAxis::new(min, min + span).round();
            let (scale, _) = axis.fit(cells, side);
            for end in [min, min + span] {
                let cell = scale.cells(end);
                prop_assert!((-0.5 - 1e-6..f64::from(cells) - 0.5 + 1e-6).contains(&cell), "{cell} of {cells}");
            }
            let shown = fitted(&axis, cells, side);
            let apart = shown.windows(2).map(|pair| pair[1].0 - pair[0].0);
            for (cell, apart) in shown.iter().map(|(cell, _)| *cell).zip(apart) {
                prop_assert!((cell - cell.round()).abs() < 1e-4, "{shown:?}");
                prop_assert!((apart - (shown[1].0 - shown[0].0)).abs() < 1e-4 && apart > 1.9, "{shown:?}");
            }
            prop_assert!(shown.windows(2).all(|pair| pair[0].1 != pair[1].1), "{shown:?}");
        }

        /// Equally far apart are the logarithms of powers alone: others may lie half a dot off.
        #[test]
        fn a_logarithmic_axis_has_three_round_values_that_lie_on_cells(low in -2.0..1.0, decades in 0.03..3.0, cells in 8_u16..60) {
            let min = math::pow(10.0, low);
            let shown = fitted(&PlotAxis::new(min, min * math::pow(10.0, decades)).logarithmic(), cells, Side::Up);
            prop_assert!(shown.len() >= 3, "{shown:?}");
            for (cell, label) in &shown {
                prop_assert!((cell - cell.round()).abs() <= 0.126, "{shown:?}");
                let digits = label.replace('.', "").trim_matches('0').len();
                prop_assert!(digits <= 3, "{shown:?}");
            }
            prop_assert!(shown.windows(2).all(|pair| pair[1].0 >= pair[0].0 + 1.7), "{shown:?}");
        }

        #[test]
        fn no_axis_is_empty_or_endless(min: f64, max: f64, cells in 0_u16..200) {
            for axis in [PlotAxis::new(min, max).round(), PlotAxis::new(min, max).logarithmic()] {
                let (scale, ticks) = axis.fit(cells, Side::Up);
                prop_assert!(ticks.len() <= usize::from(cells) + 2);
                prop_assert!(!scale.cells(1.0).is_nan());
            }
        }
    }
}
