//! What was measured of every epoch of a run, and beside it, kept up to date epoch by epoch, extremes over blocks of
//! epochs and when the watched loss last made progress: what a summary of a long history is made of.

use super::metrics::{Metrics, Quantity, Reading};
use super::stop::is_progress;

/// Epochs in a block.
pub(super) const BLOCK: usize = 64;

/// The least and the greatest of some numbers; NaN of none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Range {
    pub min: f64,
    pub max: f64,
}

impl Range {
    pub const NONE: Self = Self { min: f64::NAN, max: f64::NAN };

    pub const fn of(value: f64) -> Self {
        Self { min: value, max: value }
    }

    /// The extremes of both; `min` and `max` of a number and NaN are the number.
    pub const fn and(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), max: self.max.max(other.max) }
    }
}

/// The place of an epoch, and a loss there.
pub(super) type LossAt = Option<(usize, f64)>;

/// What a block of epochs came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    pub ranges: [Range; Quantity::ALL.len()],
    /// For each quantity the place of the block, this one or one before it, that has its least value; the first of equals.
    pub least: [u32; Quantity::ALL.len()],
    /// Where the watched loss last had a new least value, in this block or before it.
    progress: LossAt,
}

/// Readings in the order of their epochs, without a gap.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub metrics: Vec<Metrics>,
    /// Empty where nobody is held out.
    held_out: Vec<f64>,
    pub blocks: Vec<Block>,
    pub extents: [Range; Quantity::ALL.len()],
}

impl Measured {
    pub fn starting_with(reading: Reading) -> Self {
        let extents = [Range::NONE; Quantity::ALL.len()];
        let mut measured = Self { metrics: Vec::new(), held_out: Vec::new(), blocks: Vec::new(), extents };
        measured.push(reading);
        measured
    }

    /// What was measured at a place.
    pub fn reading(&self, place: usize) -> Reading {
        Reading { metrics: self.metrics[place], held_out: self.held_out.get(place).copied() }
    }

    /// The loss that tells when to stop: that of the held-out rows, or without these that of the training rows.
    pub const fn watched(&self) -> Quantity {
        if self.held_out.is_empty() { Quantity::TrainLoss } else { Quantity::HeldOutLoss }
    }

    /// How many epochs ago the watched loss had a new least value.
    pub fn since_progress(&self) -> usize {
        let progress = self.blocks.last().and_then(|block| block.progress);
        self.metrics.len() - 1 - progress.map_or(0, |(place, _)| place)
    }

    pub fn push(&mut self, reading: Reading) {
        let place = self.metrics.len();
        if place.is_multiple_of(BLOCK) {
            let (least, progress) =
                self.blocks.last().map_or(([0; Quantity::ALL.len()], None), |block| (block.least, block.progress));
            self.blocks.push(Block { ranges: [Range::NONE; Quantity::ALL.len()], least, progress });
        }
        self.metrics.push(reading.metrics);
        self.held_out.extend(reading.held_out);
        let watched = self.watched().of(&reading);
        let here = place / BLOCK;
        for (index, quantity) in Quantity::ALL.iter().copied().enumerate() {
            let value = Range::of(quantity.of(&reading));
            self.extents[index] = self.extents[index].and(value);
            let range = self.blocks[here].ranges[index].and(value);
            self.blocks[here].ranges[index] = range;
            let least = self.blocks[self.blocks[here].least[index] as usize].ranges[index].min;
            if range.min < least || least.is_nan() {
                self.blocks[here].least[index] = here as u32;
            }
        }
        let block = &mut self.blocks[here];
        if is_progress(block.progress.map(|(_, least)| least), watched) {
            block.progress = Some((place, watched));
        }
    }

    /// Puts another reading in the place of the last.
    pub fn replace_last(&mut self, reading: Reading) {
        self.keep(self.metrics.len() - 1);
        self.push(reading);
    }

    /// A copy of the first `count` epochs.
    pub fn first(&self, count: usize) -> Self {
        let mut copy = Self {
            metrics: self.metrics[..count].to_vec(),
            held_out: self.held_out[..self.held_out.len().min(count)].to_vec(),
            blocks: self.blocks[..count / BLOCK].to_vec(),
            extents: self.extents,
        };
        copy.keep(count);
        copy
    }

    /// Forgets all but the first `count` epochs.
    fn keep(&mut self, count: usize) {
        let whole = count / BLOCK;
        let begun: Vec<Reading> = (whole * BLOCK..count).map(|place| self.reading(place)).collect();
        self.metrics.truncate(whole * BLOCK);
        self.held_out.truncate(whole * BLOCK);
        self.blocks.truncate(whole);
        self.extents = extents_of(&self.blocks);
        for reading in begun {
            self.push(reading);
        }
    }
}

fn extents_of(blocks: &[Block]) -> [Range; Quantity::ALL.len()] {
    let mut extents = [Range::NONE; Quantity::ALL.len()];
    for block in blocks {
        for (extent, range) in extents.iter_mut().zip(block.ranges) {
            *extent = extent.and(range);
        }
    }
    extents
}
