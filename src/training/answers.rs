//! What a network says of every row of the list.

use std::sync::Arc;

use super::run::Run;
use crate::data::number::defined;
use crate::data::{LiveRows, PassengerList};
use crate::kernel::Kernel;
use crate::nn::{Loss, Network, math};

/// The sum that goes into a neuron of a layer at the cursor, for every row of the list; none where there
/// is none.
pub fn sums(run: &Run, layer: usize, neuron: usize) -> Vec<Option<f64>> {
    let network = run.network();
    let mut sums = vec![None; run.list().len()];
    let mut kernel = Kernel::new(network.shape());
    for (rows, packed) in run.asked() {
        kernel.sums(network, (layer, neuron), packed, |row, z| sums[rows.place(row)] = defined(z));
    }
    sums
}

/// People with the same inputs, and so the same sums.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SumKind {
    /// The sum.
    pub z: f64,
    /// How many of them lived.
    pub lived: u32,
    /// How many died.
    pub died: u32,
    /// Of how many the list does not say.
    pub unknown: u32,
}

/// The same as [`sums`], those who are alike together; who has no sum is left out.
pub fn sum_kinds(run: &Run, layer: usize, neuron: usize) -> Vec<SumKind> {
    let network = run.network();
    let mut kinds = Vec::new();
    let mut kernel = Kernel::new(network.shape());
    for (rows, packed) in run.asked() {
        let first = kinds.len();
        kinds.resize(first + rows.kinds(), SumKind { z: f64::NAN, lived: 0, died: 0, unknown: 0 });
        kernel.sums(network, (layer, neuron), packed, |row, z| {
            let kind = &mut kinds[first + rows.kind_of()[row] as usize];
            kind.z = z;
            let label = rows.label(row);
            kind.lived += u32::from(label > 0.5);
            kind.died += u32::from(label <= 0.5);
            kind.unknown += u32::from(label.is_nan());
        });
    }
    kinds.retain(|kind| kind.z.is_finite());
    kinds
}

/// What a network of a run's shape says about every row of the list, at threshold 0.5.
///
/// A row counted as died has no z, p or loss and is right where the person died; a dropped row
/// has nothing and is never right, for it belongs to no count.
#[derive(Debug, Clone)]
pub struct Predictions {
    list: Arc<PassengerList>,
    loss: Loss,
    /// All the rest follows from it, so that a million rows take eight bytes each: NaN where there is none, [`DEAD`]
    /// for those who count as died.
    z: Vec<f64>,
}

/// Lower than any sum that is a number.
const DEAD: f64 = f64::NEG_INFINITY;

impl Predictions {
    /// Asks a network about all rows.
    pub fn new(run: &Run, network: &Network) -> Self {
        let mut all = vec![f64::NAN; run.list().len()];
        let mut kernel = Kernel::new(network.shape());
        for (rows, packed) in run.asked() {
            kernel.logits(network, packed, |row, z| all[rows.place(row)] = defined(z).unwrap_or(f64::NAN));
        }
        for place in run.counted_dead() {
            all[place] = DEAD;
        }
        Self { list: Arc::clone(run.list()), loss: run.recipe().loss, z: all }
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.z.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.z.is_empty()
    }
}

impl LiveRows for Predictions {
    fn z(&self, row: usize) -> Option<f64> {
        defined(self.z[row])
    }

    fn p(&self, row: usize) -> Option<f64> {
        self.z(row).map(math::sigmoid)
    }

    fn loss(&self, row: usize) -> Option<f64> {
        let lived = self.list.passenger(row).survived?;
        self.z(row).map(|z| self.loss.from_logit(z, f64::from(u8::from(lived))))
    }

    fn is_right(&self, row: usize) -> bool {
        let z = self.z[row];
        !z.is_nan() && self.list.passenger(row).survived == Some(z > 0.0)
    }
}
