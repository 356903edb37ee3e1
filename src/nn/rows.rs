//! What networks are shown and should answer, row by row in flat buffers.

/// What a network is shown, in flat buffers, with what it should answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    width: usize,
    inputs: Vec<f64>,
    labels: Vec<f64>,
    places: Vec<u32>,
}

impl Rows {
    /// None yet, of so many inputs each.
    pub const fn new(width: usize) -> Self {
        Self { width, inputs: Vec::new(), labels: Vec::new(), places: Vec::new() }
    }

    /// Adds a row that stands at a place of the list it comes from.
    pub fn push(&mut self, inputs: &[f64], label: f64, place: usize) {
        self.inputs.extend_from_slice(inputs);
        self.labels.push(label);
        self.places.push(place as u32);
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

    /// What the network is shown for a row.
    #[inline]
    pub fn inputs(&self, row: usize) -> &[f64] {
        &self.inputs[row * self.width..(row + 1) * self.width]
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
