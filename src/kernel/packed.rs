//! Rows turned on their side, eight by eight: of each eight the first input of all, the second of all, and so on.

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
    /// How many rows begin an eight of their own, in batches.
    batch: usize,
    /// For each eight its inputs, how many lived, and how many there are.
    lanes: Vec<Eight>,
    /// Where each row stands, in order.
    places: Vec<u32>,
}

impl PackedRows {
    /// All rows, those with the same inputs as one.
    pub fn merged(rows: &Rows) -> Self {
        let mut packed = Self { width: rows.width(), ..Self::default() };
        let mut places: HashMap<Vec<u64>, usize> = HashMap::new();
        for row in 0..rows.len() {
            let key = rows.inputs(row).iter().map(|input| input.to_bits()).collect();
            let next = places.len();
            let place = *places.entry(key).or_insert(next);
            packed.places.push(place as u32);
            if place == next {
                packed.make_room(next + 1);
                packed.write(place, rows, row);
            } else {
                packed.count(place, rows.label(row));
            }
        }
        packed
    }

    /// Rows in an order, each by itself, and every batch of so many in eights of its own.
    pub fn batches(rows: &Rows, order: &[u32], batch: usize) -> Self {
        let mut packed = Self { width: rows.width(), batch, ..Self::default() };
        packed.make_room(packed.place_in_batches(order.len()));
        packed.places = (0..order.len()).map(|row| packed.place_in_batches(row) as u32).collect();
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
    pub fn kinds(&self) -> usize {
        self.places.iter().max().map_or(0, |last| *last as usize + 1)
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
        let eights = self.batch.div_ceil(Eight::COUNT);
        index * eights..((index + 1) * eights).min(self.len())
    }

    /// Some eights.
    #[inline(always)]
    pub(super) fn eights(&self, which: Range<usize>) -> impl Iterator<Item = &[Eight]> {
        self.lanes[which.start * self.stride()..which.end * self.stride()].chunks_exact(self.stride())
    }

    const fn stride(&self) -> usize {
        self.width + 2
    }

    fn make_room(&mut self, rows: usize) {
        self.lanes.resize(rows.div_ceil(Eight::COUNT) * self.stride(), Eight::ZERO);
    }

    fn write(&mut self, place: usize, rows: &Rows, row: usize) {
        let numbers = rows.inputs(row).iter().chain(&[0.0, 0.0]);
        for (lanes, number) in self.eight(place).iter_mut().zip(numbers) {
            lanes.0[place % Eight::COUNT] = *number;
        }
        self.count(place, rows.label(row));
    }

    /// One more person with the inputs at a place.
    fn count(&mut self, place: usize, label: f64) {
        if let [.., lived, counts] = self.eight(place) {
            lived.0[place % Eight::COUNT] += label;
            counts.0[place % Eight::COUNT] += 1.0;
        }
    }

    fn eight(&mut self, place: usize) -> &mut [Eight] {
        let stride = self.stride();
        &mut self.lanes[place / Eight::COUNT * stride..][..stride]
    }

    /// Where a row stands when every batch begins an eight.
    const fn place_in_batches(&self, row: usize) -> usize {
        row / self.batch * self.batch.next_multiple_of(Eight::COUNT) + row % self.batch
    }
}
