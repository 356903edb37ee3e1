//! Many rows through one network: the only place that walks over rows.
//!
//! This is the readable way, one row after the other. Nobody outside can tell in which order rows are
//! computed, only that results come and slopes are added in the order that is asked for: what computes
//! whole columns of rows at once can take its place.

use super::backward::backward_into;
use super::{Deltas, Loss, Network, Scratch, Trace};

/// What a network is shown, in flat buffers, with what it should answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    width: usize,
    inputs: Vec<f64>,
    labels: Vec<f64>,
    counts: Vec<f64>,
    places: Vec<u32>,
}

/// Memory for passes over any rows through networks of one shape, so that a pass allocates nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    trace: Trace,
    deltas: Deltas,
    scratch: Scratch,
}

impl Rows {
    /// None yet, of so many inputs each.
    pub const fn new(width: usize) -> Self {
        Self { width, inputs: Vec::new(), labels: Vec::new(), counts: Vec::new(), places: Vec::new() }
    }

    /// Adds a row that stands at a place of the list it comes from.
    pub fn push(&mut self, inputs: &[f64], label: f64, place: usize) {
        self.inputs.extend_from_slice(inputs);
        self.labels.push(label);
        self.counts.push(1.0);
        self.places.push(place as u32);
    }

    /// Lets a row stand for `count` that are alike but for their labels, of which `label` is the mean.
    pub fn stand_for(&mut self, row: usize, count: f64, label: f64) {
        (self.counts[row], self.labels[row]) = (count, label);
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

impl Pass {
    /// Enough room for this network.
    pub fn new(network: &Network) -> Self {
        Self { trace: Trace::new(network.shape()), deltas: Deltas::new(network), scratch: Scratch::new(network) }
    }

    /// The sum that goes into a neuron of a layer, for each of these rows in turn.
    #[inline]
    pub fn sums(
        &mut self,
        network: &Network,
        (layer, neuron): (usize, usize),
        rows: &Rows,
        which: impl IntoIterator<Item = usize>,
        mut each: impl FnMut(usize, f64),
    ) {
        for row in which {
            each(row, network.sum(layer, neuron, rows.inputs(row), &mut self.scratch));
        }
    }

    /// The sum that goes into the output, for each of these rows in turn.
    #[inline]
    pub fn logits(
        &mut self,
        network: &Network,
        rows: &Rows,
        which: impl IntoIterator<Item = usize>,
        each: impl FnMut(usize, f64),
    ) {
        self.sums(network, (network.depth() - 1, 0), rows, which, each);
    }

    /// Everything the network computes, for each of these rows in turn.
    pub fn forward(
        &mut self,
        network: &Network,
        rows: &Rows,
        which: impl IntoIterator<Item = usize>,
        mut each: impl FnMut(usize, &Trace),
    ) {
        for row in which {
            network.forward_into(rows.inputs(row), &mut self.trace);
            each(row, &self.trace);
        }
    }

    /// Adds the slopes of the losses of these rows to `gradient`, one row after the other, and tells what
    /// went forward and back.
    #[inline]
    pub fn backward(
        &mut self,
        network: &Network,
        rows: &Rows,
        which: impl IntoIterator<Item = usize>,
        loss: Loss,
        gradient: &mut [f64],
        mut each: impl FnMut(usize, &Trace, &Deltas),
    ) {
        for row in which {
            let Self { trace, deltas, .. } = self;
            network.forward_into(rows.inputs(row), trace);
            let slope = rows.counts[row] * loss.slope_at(trace.p(), rows.label(row));
            backward_into(network, trace, slope, deltas, gradient);
            each(row, trace, deltas);
        }
    }

    /// Adds the slopes of the losses of these rows to `gradient`, one row after the other.
    #[inline]
    pub fn add_gradient(
        &mut self,
        network: &Network,
        rows: &Rows,
        which: impl IntoIterator<Item = usize>,
        loss: Loss,
        gradient: &mut [f64],
    ) {
        self.backward(network, rows, which, loss, gradient, |_, _, _| {});
    }
}
