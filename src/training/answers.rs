//! What a network says of every row of the list.

use super::run::Run;
use crate::data::LiveRow;
use crate::data::number::defined;
use crate::kernel::Kernel;
use crate::nn::{Network, math};

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

/// What a network of this run's shape says about every row of the list, at threshold 0.5.
///
/// A row counted as died has no z, p or loss and is right where the person died; a dropped row
/// has nothing and is never right, for it belongs to no count.
pub fn live_rows(run: &Run, network: &Network) -> Vec<LiveRow> {
    let mut live = vec![LiveRow::default(); run.list().len()];
    let mut kernel = Kernel::new(network.shape());
    for (rows, packed) in run.asked() {
        kernel.logits(network, packed, |row, z| {
            if !z.is_finite() {
                return;
            }
            let y = rows.label(row);
            let (said, known) = (z > 0.0, !y.is_nan());
            live[rows.place(row)] = LiveRow {
                z: Some(z),
                p: Some(math::sigmoid(z)),
                said,
                right: known && said == (y > 0.5),
                loss: known.then(|| run.recipe().loss.from_logit(z, y)),
            };
        });
    }
    for place in run.counted_dead() {
        live[place].right = run.list().passenger(place).survived == Some(false);
    }
    live
}
