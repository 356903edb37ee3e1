//! Bins that people can read: widths of 1, 2 or 5 times a power of ten, edges at multiples of the width.

const MOST: f64 = 12.0;

/// Counts sorted finite values into at most twelve bins; whole numbers get bins at least 1 wide.
///
/// Every value is in exactly one bin: from (included), to (not included), how many. Values too large or too
/// far apart for round edges come back as one bin from the smallest to the largest.
pub(super) fn round_bins(sorted: &[f64], whole: bool) -> Vec<(f64, f64, usize)> {
    let (Some(&min), Some(&max)) = (sorted.first(), sorted.last()) else {
        return Vec::new();
    };
    let Some(width) = Width::narrowest(min, max, whole) else {
        return vec![(min, max, sorted.len())];
    };
    let (first, last) = (width.bin(min), width.bin(max));
    let mut rest = sorted;
    let mut bins = Vec::new();
    let mut bin = first;
    while bin <= last {
        let inside = rest.partition_point(|&value| width.bin(value) <= bin);
        bins.push((width.edge(bin), width.edge(bin + 1.0), inside));
        rest = &rest[inside..];
        bin += 1.0;
    }
    bins
}

/// A bin width as `digit × power`, or `digit ÷ power` below 1: edges such as 3 × 5 ÷ 100 are then the very
/// numbers that are written 0.15.
struct Width {
    digit: f64,
    power: f64,
    divide: bool,
}

impl Width {
    /// The narrowest width that needs no more than twelve bins.
    fn narrowest(min: f64, max: f64, whole: bool) -> Option<Self> {
        // Beyond these, neighbouring edges would be the same number, or overflow.
        let finest: f64 = if whole { 1.0 } else { 1e6 };
        let magnitude = max.abs().max(min.abs());
        if !magnitude.is_finite() || magnitude > 1e15 {
            return None;
        }
        // All alike: one bin of width 1 (or a hundredth, where probabilities live) is enough.
        let finest = if min == max { finest.min(100.0) } else { finest };
        let below = [1e6, 1e5, 1e4, 1e3, 1e2, 1e1].map(|power| (power, true));
        let above = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]
            .map(|power| (power, false));
        below
            .into_iter()
            .filter(|&(power, _)| power <= finest && finest > 1.0)
            .chain(above)
            .flat_map(|(power, divide)| [1.0, 2.0, 5.0].map(|digit| Self { digit, power, divide }))
            .find(|width| width.bin(max) - width.bin(min) < MOST)
    }

    /// The number of the bin that holds a value: the last whose lower edge is not above it.
    fn bin(&self, value: f64) -> f64 {
        let guess = if self.divide { value * self.power / self.digit } else { value / self.power / self.digit }.floor();
        // The division rounds, so a value on an edge may land beside it; the edge itself decides.
        if self.edge(guess + 1.0) <= value {
            guess + 1.0
        } else if self.edge(guess) > value {
            guess - 1.0
        } else {
            guess
        }
    }

    fn edge(&self, bin: f64) -> f64 {
        if self.divide { bin * self.digit / self.power } else { bin * self.digit * self.power }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn edges_are_round_and_exact() {
        let bins = round_bins(&[0.188, 0.3, 0.469, 0.64], false);
        assert_eq!(bins.first(), Some(&(0.15, 0.2, 1)));
        assert_eq!(bins[3], (0.3, 0.35, 1), "a value on an edge belongs above it");
        assert_eq!(bins.last(), Some(&(0.6, 0.65, 1)));
        let fares = round_bins(&[0.0, 7.25, 512.3292], false);
        assert_eq!((fares.len(), fares[0]), (11, (0.0, 50.0, 2)));
    }

    #[test]
    fn one_value_gets_one_bin_around_it() {
        assert_eq!(round_bins(&[0.5, 0.5], false), [(0.5, 0.51, 2)]);
        assert_eq!(round_bins(&[3.0], true), [(3.0, 4.0, 1)]);
        assert_eq!(round_bins(&[], false), []);
    }

    #[test]
    fn values_without_round_edges_still_come_back() {
        assert_eq!(round_bins(&[-1e300, 1e300], false), [(-1e300, 1e300, 2)]);
        assert_eq!(round_bins(&[0.0, f64::INFINITY], false), [(0.0, f64::INFINITY, 2)]);
    }

    proptest! {
        /// A histogram that lost or doubled a passenger would not add up to the count beside it.
        #[test]
        fn every_value_is_in_exactly_one_of_at_most_twelve_bins(
            mut values in prop::collection::vec(
                prop_oneof![any::<f64>(), -1.0..1.0, 0.0..600.0, (-9_i32..9).prop_map(f64::from)],
                1..50,
            ),
            whole: bool,
        ) {
            values.retain(|value| !value.is_nan());
            values.sort_by(f64::total_cmp);
            let bins = round_bins(&values, whole);
            prop_assert!(bins.len() <= 12);
            prop_assert_eq!(bins.iter().map(|bin| bin.2).sum::<usize>(), values.len());
            if bins.len() > 1 {
                for (from, to, count) in bins {
                    let inside = values.iter().filter(|&&value| from <= value && value < to).count();
                    prop_assert_eq!(inside, count);
                }
            }
        }
    }
}
