//! The metrics of every epoch of a run, and beside them, kept up to date epoch by epoch, their
//! extremes over blocks of epochs: what a summary of a long history is made of.

use super::metrics::{Metrics, Quantity};

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

/// The place of the least test loss so far, and that loss.
pub(super) type Best = Option<(usize, f64)>;

/// What a block of epochs came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    pub ranges: [Range; Quantity::ALL.len()],
    /// The best of this block and all before it.
    pub best: Best,
}

/// Metrics in the order of their epochs, without a gap.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub metrics: Vec<Metrics>,
    pub blocks: Vec<Block>,
    pub extents: [Range; Quantity::ALL.len()],
}

impl Measured {
    pub fn starting_with(metrics: Metrics) -> Self {
        let mut measured =
            Self { metrics: Vec::new(), blocks: Vec::new(), extents: [Range::NONE; Quantity::ALL.len()] };
        measured.push(metrics);
        measured
    }

    pub fn push(&mut self, metrics: Metrics) {
        let place = self.metrics.len();
        let before = self.blocks.last().and_then(|block| block.best);
        if place.is_multiple_of(BLOCK) {
            self.blocks.push(Block { ranges: [Range::NONE; Quantity::ALL.len()], best: before });
        }
        let block = self.blocks.last_mut().expect("the first epoch begins one");
        for (index, quantity) in Quantity::ALL.iter().copied().enumerate() {
            let value = Range::of(quantity.of(&metrics));
            block.ranges[index] = block.ranges[index].and(value);
            self.extents[index] = self.extents[index].and(value);
        }
        block.best = better(block.best, place, &metrics);
        self.metrics.push(metrics);
    }

    /// Puts other metrics in the place of the last.
    pub fn replace_last(&mut self, metrics: Metrics) {
        let whole = (self.metrics.len() - 1) / BLOCK;
        let mut rest = self.metrics.split_off(whole * BLOCK);
        rest.pop();
        self.blocks.truncate(whole);
        self.extents = extents_of(&self.blocks);
        rest.push(metrics);
        for metrics in rest {
            self.push(metrics);
        }
    }

    /// A copy of the first `count` epochs.
    pub fn first(&self, count: usize) -> Self {
        let whole = count / BLOCK;
        let blocks = self.blocks[..whole].to_vec();
        let mut copy = Self { metrics: self.metrics[..whole * BLOCK].to_vec(), extents: extents_of(&blocks), blocks };
        for metrics in &self.metrics[whole * BLOCK..count] {
            copy.push(*metrics);
        }
        copy
    }
}

/// The better of the best so far and one more epoch; the earlier one of equals.
pub(super) fn better(best: Best, place: usize, metrics: &Metrics) -> Best {
    let loss = metrics.test.loss;
    let beaten = best.is_none_or(|(_, least)| loss < least);
    if loss.is_finite() && beaten { Some((place, loss)) } else { best }
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
