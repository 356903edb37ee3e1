//! What networks are shown and should answer, row by row; those with the same inputs share them.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// What a network is shown, row by row, with what it should answer.
#[derive(Debug, Clone)]
pub struct Rows {
    width: usize,
    /// The inputs of one kind of row after another, in the order in which they came first.
    kinds: Vec<f64>,
    /// Which kind each row is.
    kind_of: Vec<u32>,
    labels: Vec<f64>,
    places: Vec<u32>,
    /// The kinds, found by their inputs.
    known: HashTable<u32>,
}

impl Rows {
    /// None yet, of so many inputs each.
    pub const fn new(width: usize) -> Self {
        Self {
            width,
            kinds: Vec::new(),
            kind_of: Vec::new(),
            labels: Vec::new(),
            places: Vec::new(),
            known: HashTable::new(),
        }
    }

    /// Adds a row that stands at a place of the list it comes from.
    pub fn push(&mut self, inputs: &[f64], label: f64, place: usize) {
        let kind = self.kind(inputs);
        self.kind_of.push(kind);
        self.labels.push(label);
        self.places.push(place as u32);
    }

    /// Which kind these inputs are, the same only to the last bit; maybe a new one.
    fn kind(&mut self, inputs: &[f64]) -> u32 {
        let count = self.kinds() as u32;
        let (kinds, width) = (&self.kinds, self.width);
        let inputs_of = |kind: u32| &kinds[kind as usize * width..][..width];
        let same_bits = |(a, b): (&f64, &f64)| a.to_bits() == b.to_bits();
        let is_same = |kind: &u32| inputs_of(*kind).iter().zip(inputs).all(same_bits);
        match self.known.entry(hash(inputs), is_same, |kind| hash(inputs_of(*kind))) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => {
                place.insert(count);
                self.kinds.extend_from_slice(inputs);
                count
            }
        }
    }

    /// How many inputs each has.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// Every row, in order.
    pub const fn all(&self) -> std::ops::Range<usize> {
        0..self.len()
    }

    /// How many different rows there are.
    pub fn kinds(&self) -> usize {
        self.kinds.len().checked_div(self.width).unwrap_or_else(|| self.len().min(1))
    }

    /// Which kind each row is, numbered in the order in which they came first.
    pub fn kind_of(&self) -> &[u32] {
        &self.kind_of
    }

    /// What the network is shown for every row of a kind.
    #[inline]
    pub fn inputs_of(&self, kind: usize) -> &[f64] {
        &self.kinds[kind * self.width..(kind + 1) * self.width]
    }

    /// What the network is shown for a row.
    #[inline]
    pub fn inputs(&self, row: usize) -> &[f64] {
        self.inputs_of(self.kind_of[row] as usize)
    }

    /// What it should answer: 1 or 0, or NaN where nobody knows.
    #[inline]
    pub fn label(&self, row: usize) -> f64 {
        self.labels[row]
    }

    /// The place in the list the rows come from.
    pub fn place(&self, row: usize) -> usize {
        self.places[row] as usize
    }
}

/// Only to find equal inputs again: nothing seen depends on it.
fn hash(inputs: &[f64]) -> u64 {
    let mix = |hash: u64, input: &f64| (hash.rotate_left(26) ^ input.to_bits()).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = inputs.iter().fold(0, mix);
    hash ^ hash >> 32
}
