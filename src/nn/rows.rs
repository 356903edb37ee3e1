//! What networks are shown and should answer, row by row; those with the same inputs share them.

/// No kind, in the table of them.
const FREE: u32 = u32::MAX;

/// What a network is shown, row by row, with what it should answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    width: usize,
    /// The inputs of one kind of row after another, in the order in which they came first.
    kinds: Vec<f64>,
    /// Which kind each row is.
    kind_of: Vec<u32>,
    labels: Vec<f64>,
    places: Vec<u32>,
    /// Where to find a kind again: at the place its inputs are hashed to, or in the next ones. A power of two, twice as
    /// many as there are kinds or more.
    table: Vec<u32>,
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
            table: Vec::new(),
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
        let count = self.kinds();
        if 2 * count >= self.table.len() {
            self.grow();
        }
        let mut at = self.first_place(inputs);
        loop {
            let known = self.table[at];
            if known == FREE {
                self.table[at] = count as u32;
                self.kinds.extend_from_slice(inputs);
                return count as u32;
            }
            let same = |(a, b): (&f64, &f64)| a.to_bits() == b.to_bits();
            if self.inputs_of(known as usize).iter().zip(inputs).all(same) {
                return known;
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }

    fn grow(&mut self) {
        self.table = vec![FREE; (2 * self.table.len()).max(64)];
        for kind in 0..self.kinds() {
            let mut at = self.first_place(self.inputs_of(kind));
            while self.table[at] != FREE {
                at = (at + 1) & (self.table.len() - 1);
            }
            self.table[at] = kind as u32;
        }
    }

    /// The place in the table that inputs are hashed to.
    fn first_place(&self, inputs: &[f64]) -> usize {
        let mix = |hash: u64, input: &f64| (hash.rotate_left(26) ^ input.to_bits()).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (inputs.iter().fold(0, mix) >> 32) as usize & (self.table.len() - 1)
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
