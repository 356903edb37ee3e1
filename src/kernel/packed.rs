//! Rows turned on their side, eight by eight: first the first input of all, then the second of all, and so on.

use std::ops::Range;

use pulp::Simd;

use super::wide::{Eight, EightWork};
use crate::nn::Rows;

/// Rows by eights, with how often each is there and how many of those lived.
///
/// A row may stand for several with the same inputs. Places beyond the last row hold one that is there no time at
/// all, which adds 0 to every sum.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PackedRows {
    width: usize,
    /// How many rows a batch has, and how many eights those are; the last may have fewer.
    batch: usize,
    batch_eights: usize,
    eights: usize,
    /// Group after group.
    lanes: Vec<Eight>,
    /// Where each row stands, in order.
    places: Vec<u32>,
    kinds: usize,
}

/// Some of the packed rows: those of a batch, or all.
#[derive(Debug, Clone)]
pub struct PackedBatch {
    pub(super) eights: Range<usize>,
    /// Over how many people a mean is taken; none for a part of a batch, of which the sums are wanted.
    pub(super) people: Option<f64>,
}

/// A number of each row of a group: `B` eights.
pub(super) type LaneColumn<const B: usize> = [Eight; B];

/// Four, two or one of a batch's eights, which go through the network together.
#[derive(Debug, Clone, Copy)]
pub(super) struct PackedGroup<'a, const B: usize> {
    /// Which eights they are.
    pub at: usize,
    /// Column after column: the inputs, and then how many lived and how many there are.
    columns: &'a [LaneColumn<B>],
}

/// The most eights of a group.
pub(super) const MOST_EIGHTS: usize = 4;

impl<'a, const B: usize> PackedGroup<'a, B> {
    #[inline(always)]
    pub fn inputs(self) -> &'a [LaneColumn<B>] {
        &self.columns[..self.columns.len() - 2]
    }

    /// How many lived, and how many there are.
    #[inline(always)]
    pub fn people(self) -> (&'a LaneColumn<B>, &'a LaneColumn<B>) {
        let at = self.columns.len() - 2;
        (&self.columns[at], &self.columns[at + 1])
    }
}

/// What is done with groups, one after the other.
pub(super) trait GroupWork {
    /// The next group, whose eights are `V` vectors of these instructions each.
    fn group<S: Simd, const B: usize, const V: usize>(&mut self, simd: S, group: PackedGroup<'_, B>);
}

/// All groups of a batch.
pub(super) struct EachGroup<'a, W> {
    pub packed: &'a PackedRows,
    pub batch: PackedBatch,
    pub work: W,
}

impl<W: GroupWork> EightWork for EachGroup<'_, W> {
    #[inline(always)]
    fn eights<S: Simd, const V: usize>(self, simd: S) {
        let Self { packed, batch, mut work } = self;
        let mut at = batch.eights.start;
        while at < batch.eights.end {
            let (_, size) = packed.group_of(at);
            match size {
                1 => work.group::<S, 1, V>(simd, packed.group(at)),
                2 => work.group::<S, 2, V>(simd, packed.group(at)),
                _ => work.group::<S, MOST_EIGHTS, V>(simd, packed.group(at)),
            }
            at += size;
        }
    }
}

impl PackedRows {
    /// All rows, those with the same inputs as one.
    pub fn merged(rows: &Rows) -> Self {
        let kinds = rows.kinds();
        let mut packed = Self::with_room(rows, kinds, kinds.max(1));
        for kind in 0..kinds {
            packed.write(kind, rows.inputs_of(kind));
        }
        for (row, kind) in rows.kind_of().iter().enumerate() {
            packed.count(*kind as usize, rows.label(row));
        }
        let batch = rows.len().max(1);
        Self { batch, places: rows.kind_of().to_vec(), kinds, ..packed }
    }

    /// Rows in an order, each by itself, and every batch of so many in eights of its own.
    pub fn batches(rows: &Rows, order: &[u32], batch: usize) -> Self {
        let place = |row| row / batch * batch.next_multiple_of(Eight::COUNT) + row % batch;
        let mut packed = Self::with_room(rows, place(order.len()), batch);
        packed.places = (0..order.len()).map(|row| place(row) as u32).collect();
        packed.kinds = order.len();
        packed.arrange(rows, order);
        packed
    }

    /// Puts as many rows of batches into another order.
    pub fn arrange(&mut self, rows: &Rows, order: &[u32]) {
        for (place, row) in order.iter().enumerate() {
            let place = self.places[place] as usize;
            self.write(place, rows.inputs(*row as usize));
            self.count(place, rows.label(*row as usize));
        }
    }

    /// How many different rows there are.
    pub const fn kinds(&self) -> usize {
        self.kinds
    }

    /// Where each row stands, in order.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        self.places.iter().map(|place| *place as usize)
    }

    /// How many eights there are.
    pub const fn len(&self) -> usize {
        self.eights
    }

    /// Whether there are no rows.
    pub const fn is_empty(&self) -> bool {
        self.eights == 0
    }

    /// All rows.
    pub const fn all(&self) -> PackedBatch {
        PackedBatch { eights: 0..self.eights, people: Some(self.places.len() as f64) }
    }

    /// Those of a batch.
    pub fn batch(&self, index: usize) -> PackedBatch {
        let eights = index * self.batch_eights..((index + 1) * self.batch_eights).min(self.eights);
        let people = self.batch.min(self.places.len() - index * self.batch);
        PackedBatch { eights, people: Some(people as f64) }
    }

    /// The group that begins with an eight.
    #[inline(always)]
    fn group<const B: usize>(&self, at: usize) -> PackedGroup<'_, B> {
        let lanes = &self.lanes[at * self.stride()..][..B * self.stride()];
        PackedGroup { at, columns: lanes.as_chunks().0 }
    }

    /// The first eight of the group of an eight, and how many it has: as many fours as there are in the batch, then a
    /// two, then a one.
    #[inline(always)]
    const fn group_of(&self, eight: usize) -> (usize, usize) {
        let start = eight - eight % self.batch_eights;
        let left = self.eights - start;
        let eights = if left < self.batch_eights { left } else { self.batch_eights };
        let (place, fours) = (eight - start, eights - eights % MOST_EIGHTS);
        if place < fours {
            (eight - place % MOST_EIGHTS, MOST_EIGHTS)
        } else if eights - fours >= 2 && place < fours + 2 {
            (start + fours, 2)
        } else {
            (eight, 1)
        }
    }

    const fn stride(&self) -> usize {
        self.width + 2
    }

    fn with_room(rows: &Rows, places: usize, batch: usize) -> Self {
        let (width, eights) = (rows.width(), places.div_ceil(Eight::COUNT));
        let lanes = vec![Eight::ZERO; eights * (width + 2)];
        Self { width, batch, batch_eights: batch.div_ceil(Eight::COUNT), eights, lanes, ..Self::default() }
    }

    /// Puts inputs at a place where nobody stands yet.
    fn write(&mut self, place: usize, inputs: &[f64]) {
        for (column, input) in inputs.iter().enumerate() {
            *self.at(place, column) = *input;
        }
        *self.at(place, self.width) = 0.0;
        *self.at(place, self.width + 1) = 0.0;
    }

    /// One more person with the inputs at a place.
    fn count(&mut self, place: usize, label: f64) {
        *self.at(place, self.width) += label;
        *self.at(place, self.width + 1) += 1.0;
    }

    fn at(&mut self, place: usize, column: usize) -> &mut f64 {
        let eight = place / Eight::COUNT;
        let (first, eights) = self.group_of(eight);
        let at = first * self.stride() + column * eights + eight - first;
        &mut self.lanes[at].0[place % Eight::COUNT]
    }
}
