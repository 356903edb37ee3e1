//! A long history in short: the extremes of losses and accuracies over stretches of epochs, so that a
//! picture of a million epochs costs what one of some thousands does. Looks only; what it is made of
//! is kept by [`super::measured`].

use super::measured::{BLOCK, LossAt, Measured, Range};
use super::metrics::Quantity;

/// Up to this many epochs are given one by one.
const ONE_BY_ONE: usize = 256 * BLOCK;
/// Above that, samples for each column of a picture, so that no peak lands in a neighbour's.
const PER_COLUMN: usize = 4;

/// A quantity over some epochs: the first of them, and the least and greatest value among them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// The first of the epochs.
    pub epoch: u64,
    /// The least value; NaN where there is none.
    pub min: f64,
    /// The greatest value.
    pub max: f64,
}

/// The history of a run in short.
#[derive(Debug, Clone, Copy)]
pub struct Overview<'a> {
    first: u64,
    of: &'a Measured,
}

impl<'a> Overview<'a> {
    pub(super) const fn new(of: &'a Measured, first: u64) -> Self {
        Self { first, of }
    }

    /// The least and the greatest value over all epochs; none where there are no rows.
    pub fn extent(&self, of: Quantity) -> Option<(f64, f64)> {
        let Range { min, max } = self.of.extents[of as usize];
        (!min.is_nan()).then_some((min, max))
    }

    /// The least value over all epochs and the first epoch that had it.
    pub fn least(&self, of: Quantity) -> Option<(u64, f64)> {
        self.least_until(of, u64::MAX)
    }

    /// The least test loss up to an epoch, and the first epoch that had it.
    pub fn best_test_loss_until(&self, epoch: u64) -> Option<(u64, f64)> {
        self.least_until(Quantity::TestLoss, epoch)
    }

    /// The least value up to an epoch and the first epoch that had it.
    pub fn least_until(&self, of: Quantity, epoch: u64) -> Option<(u64, f64)> {
        let last = self.place(epoch);
        let whole = (last + 1) / BLOCK;
        let least = self.of.blocks[..whole].last().map(|block| block.least[of as usize] as usize);
        let inside = least.map_or(0..0, |block| block * BLOCK..(block + 1) * BLOCK);
        let values = inside.chain(whole * BLOCK..=last).map(|place| (place, of.of(&self.of.reading(place))));
        // Of equal ones the first.
        let less = |best: (usize, f64), next: (usize, f64)| if next.1 < best.1 { next } else { best };
        self.named(values.filter(|(_, value)| !value.is_nan()).reduce(less))
    }

    /// A quantity from one epoch to another, clamped to those there are, for a picture so many
    /// columns wide: every epoch while they are some thousands, else some stretches for each column,
    /// and the last epoch by itself.
    pub fn samples(&self, of: Quantity, from: u64, to: u64, columns: usize) -> Vec<Sample> {
        let (from, to) = (self.place(from), self.place(to));
        let one = |place: usize| self.sample(place, Range::of(of.of(&self.of.reading(place))));
        let count = to.saturating_sub(from) + 1;
        if count <= ONE_BY_ONE {
            return (from..=to).map(one).collect();
        }
        let wanted = (PER_COLUMN * columns).max(1);
        let stretch = count.div_ceil(wanted).next_multiple_of(BLOCK);
        // Stretches begin at multiples of their length, so that they stay when the history grows.
        let mut samples = Vec::with_capacity(count / stretch + 3);
        let mut start = from / stretch * stretch;
        while start <= to {
            let blocks = start / BLOCK..((start + stretch) / BLOCK).min(self.of.blocks.len());
            let ranges = self.of.blocks[blocks].iter();
            let range = ranges.fold(Range::NONE, |range, block| range.and(block.ranges[of as usize]));
            samples.push(self.sample(start.max(from), range));
            start += stretch;
        }
        samples.push(one(to));
        samples
    }

    /// The place of an epoch in the history, clamped to those there are.
    fn place(&self, epoch: u64) -> usize {
        (epoch.saturating_sub(self.first) as usize).min(self.of.metrics.len() - 1)
    }

    const fn sample(&self, place: usize, range: Range) -> Sample {
        Sample { epoch: self.first + place as u64, min: range.min, max: range.max }
    }

    fn named(&self, best: LossAt) -> Option<(u64, f64)> {
        best.map(|(place, loss)| (self.first + place as u64, loss))
    }
}

#[cfg(test)]
mod tests {
    use super::super::metrics::{Metrics, Part, Reading};
    use super::*;

    /// A history that falls, wiggles and has one spike.
    fn reading(epoch: u64) -> Reading {
        let wiggle = (epoch * 7919 % 101) as f64 / 1000.0;
        let spike = if epoch == 77_777 { 9.0 } else { 0.0 };
        let loss = 2.0 - epoch as f64 / 200_000.0 + wiggle;
        let part = |loss, correct| Part { loss, loss_rows: 600, correct, total: 600 };
        let metrics = Metrics { train: part(loss + spike, (epoch % 600) as u32), test: part((loss - 1.5).abs(), 300) };
        Reading { metrics, held_out: Some((loss - 1.2).abs()) }
    }

    fn measured(epochs: u64) -> Measured {
        let mut measured = Measured::starting_with(reading(0));
        (1..epochs).for_each(|epoch| measured.push(reading(epoch)));
        measured
    }

    fn brute(of: Quantity, epochs: std::ops::RangeInclusive<u64>) -> (f64, f64) {
        let values = epochs.map(|epoch| of.of(&reading(epoch)));
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(min, max), value| (min.min(value), max.max(value)))
    }

    #[test]
    fn extent_and_best_are_those_of_every_epoch() {
        let measured = measured(150_000);
        let overview = Overview::new(&measured, 0);
        for &of in Quantity::ALL {
            assert_eq!(overview.extent(of), Some(brute(of, 0..=149_999)), "{of:?}");
        }
        for until in [0, 63, 64, 99_000, 149_999, 1 << 40] {
            let best = (0..=until.min(149_999))
                .map(|epoch| (epoch, reading(epoch).metrics.test.loss))
                .min_by(|a, b| a.1.total_cmp(&b.1));
            assert_eq!(overview.best_test_loss_until(until), best, "until {until}");
        }
        assert_eq!(overview.least(Quantity::TestLoss), overview.best_test_loss_until(149_999));
    }

    #[test]
    fn no_peak_is_lost_however_few_the_columns() {
        let measured = measured(150_000);
        for columns in [1, 40, 200, 100_000] {
            let samples = Overview::new(&measured, 10).samples(Quantity::TrainLoss, 0, u64::MAX, columns);
            assert!(samples.len() <= PER_COLUMN * columns + 3, "{columns}");
            let max = samples.iter().fold(0.0_f64, |max, sample| max.max(sample.max));
            let min = samples.iter().fold(9.0_f64, |min, sample| min.min(sample.min));
            assert_eq!((min, max), brute(Quantity::TrainLoss, 0..=149_999));
            assert!(samples.is_sorted_by_key(|sample| sample.epoch));
            assert_eq!(samples.last().map(|sample| sample.epoch), Some(150_009));
        }
    }

    #[test]
    fn a_short_history_is_given_epoch_by_epoch() {
        let measured = measured(500);
        let samples = Overview::new(&measured, 0).samples(Quantity::TestLoss, 20, 499, 30);
        assert_eq!(samples.len(), 480);
        for (epoch, sample) in (20..).zip(samples) {
            let value = reading(epoch).metrics.test.loss;
            assert_eq!((sample.epoch, sample.min, sample.max), (epoch, value, value));
        }
    }

    #[test]
    fn the_beginning_of_a_history_is_summed_up_as_if_there_were_no_more() {
        let whole = measured(1_000);
        for count in [1, 63, 64, 65, 700] {
            let (cut, alone) = (whole.first(count), measured(count as u64));
            assert_eq!(cut.metrics, alone.metrics);
            for &of in Quantity::ALL {
                assert_eq!(Overview::new(&cut, 0).extent(of), Overview::new(&alone, 0).extent(of));
            }
            assert_eq!(
                Overview::new(&cut, 0).least(Quantity::TestLoss),
                Overview::new(&alone, 0).least(Quantity::TestLoss)
            );
        }
    }

    #[test]
    fn no_test_rows_have_no_extent_and_no_best() {
        let mut reading = reading(0);
        reading.metrics.test = Part { loss: f64::NAN, loss_rows: 0, correct: 0, total: 0 };
        let measured = Measured::starting_with(Reading { held_out: None, ..reading });
        let overview = Overview::new(&measured, 0);
        assert_eq!(overview.extent(Quantity::HeldOutLoss), None);
        assert_eq!(overview.extent(Quantity::TestLoss), None);
        assert_eq!(overview.extent(Quantity::TestAccuracy), None);
        assert_eq!(overview.least(Quantity::TestLoss), None);
    }
}
