//! Rows turned on their side, eight by eight: first the first input of all, then the second of all, and so on.

use std::collections::HashMap;
use std::ops::Range;

use super::wide::Eight;
use crate::nn::Rows;

/// Rows by eights, with how often each is there and how many of those lived.
///
/// A row may stand for several with the same inputs. Places beyond the last row hold one that is there no time at
/// all, which adds 0 to every sum.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PackedRows {
    width: usize,
    /// How many eights a batch has; the last may have fewer.
    batch: usize,
    /// Group after group.
    lanes: Vec<Eight>,
    /// Where each row stands, in order.
    places: Vec<u32>,
    kinds: usize,
}

/// Four, two or one of a batch's eights, which go through the network together.
#[derive(Debug, Clone, Copy)]
pub(super) struct PackedGroup<'a> {
    pub eights: usize,
    /// The inputs, and then how many lived and how many there are, a column of eights each.
    lanes: &'a [Eight],
}

impl<'a> PackedGroup<'a> {
    /// The most eights.
    pub const MOST: usize = 4;

    /// The columns of the inputs.
    #[inline(always)]
    pub fn inputs(self) -> &'a [Eight] {
        &self.lanes[..self.lanes.len() - 2 * self.eights]
    }

    /// How many lived, and how many there are.
    #[inline(always)]
    pub fn people(self) -> (&'a [Eight], &'a [Eight]) {
        self.lanes[self.lanes.len() - 2 * self.eights..].split_at(self.eights)
    }
}

impl PackedRows {
    /// All rows, those with the same inputs as one.
    pub fn merged(rows: &Rows) -> Self {
        let mut kinds: HashMap<Vec<u64>, u32> = HashMap::new();
        let mut places = Vec::with_capacity(rows.len());
        let mut firsts = Vec::new();
        for row in 0..rows.len() {
            let key = rows.inputs(row).iter().map(|input| input.to_bits()).collect();
            let place = *kinds.entry(key).or_insert_with(|| {
                firsts.push(row);
                firsts.len() as u32 - 1
            });
            places.push(place);
        }
        let mut packed = Self::with_room(rows, firsts.len(), firsts.len().max(1));
        for (place, row) in firsts.iter().enumerate() {
            packed.write(place, rows, *row);
        }
        for (row, place) in places.iter().enumerate().filter(|(row, place)| firsts[**place as usize] != *row) {
            packed.count(*place as usize, rows.label(row));
        }
        (packed.places, packed.kinds) = (places, firsts.len());
        packed
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
            self.write(self.places[place] as usize, rows, *row as usize);
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
        self.lanes.len() / self.stride()
    }

    /// Whether there are no rows.
    pub const fn is_empty(&self) -> bool {
        self.lanes.is_empty()
    }

    /// All eights.
    pub const fn all(&self) -> Range<usize> {
        0..self.len()
    }

    /// The eights of a batch.
    pub fn batch(&self, index: usize) -> Range<usize> {
        index * self.batch..((index + 1) * self.batch).min(self.len())
    }

    /// The groups of some eights, each with its first eight.
    #[inline(always)]
    pub(super) fn groups(&self, which: Range<usize>) -> impl Iterator<Item = (usize, PackedGroup<'_>)> {
        let mut next = which.start;
        std::iter::from_fn(move || {
            let at = next;
            (at < which.end).then(|| {
                let (_, eights) = self.group_of(at);
                next += eights;
                (at, PackedGroup { eights, lanes: &self.lanes[at * self.stride()..][..eights * self.stride()] })
            })
        })
    }

    /// The first eight of the group of an eight, and how many it has: as many fours as there are in the batch, then a
    /// two, then a one.
    #[inline(always)]
    const fn group_of(&self, eight: usize) -> (usize, usize) {
        let start = eight - eight % self.batch;
        let left = self.len() - start;
        let eights = if left < self.batch { left } else { self.batch };
        let (place, fours) = (eight - start, eights - eights % PackedGroup::MOST);
        if place < fours {
            (eight - place % PackedGroup::MOST, PackedGroup::MOST)
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
        let (width, batch) = (rows.width(), batch.div_ceil(Eight::COUNT));
        let lanes = vec![Eight::ZERO; places.div_ceil(Eight::COUNT) * (width + 2)];
        Self { width, batch, lanes, ..Self::default() }
    }

    fn write(&mut self, place: usize, rows: &Rows, row: usize) {
        for (column, input) in rows.inputs(row).iter().enumerate() {
            *self.at(place, column) = *input;
        }
        *self.at(place, self.width) = 0.0;
        *self.at(place, self.width + 1) = 0.0;
        self.count(place, rows.label(row));
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
