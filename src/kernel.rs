//! Many rows through one network at once: the way of `nn` as fast as the processor goes, with the same
//! bits on every processor.
//!
//! Rows lie packed, eight by eight; whatever is summed over rows is summed in eight places, each in the
//! order of the rows, and then in one fixed order over the places. So it does not matter how many of the eight a
//! processor takes at a time. Every product that is added is added in one rounding.
//!
//! Knows `nn` and nothing of passengers, recipes or epochs.

#![expect(
    clippy::inline_always,
    clippy::needless_range_loop,
    reason = "what is not inlined loses its instructions, and tiles are written by place so that they stay in registers"
)]

mod instructions;
mod layers;
mod losses;
mod memory;
mod packed;
mod parts;
mod passes;
mod wide;

pub use instructions::Instructions;
pub use losses::LossTotal;
pub use packed::{PackedBatch, PackedRows};

use crate::nn::{Loss, Network, Parameter, Shape};
use losses::LossSums;
use memory::Memory;
use packed::MOST_EIGHTS;
use parts::{PART, RowsPart, RowsParts};
use passes::{AskedBends, AskedNeurons, AskedReaches, AskedSums, Descent, Measurement};
use wide::Eight;

/// Memory for passes of any rows through networks of one shape; a pass over losses and gradients allocates nothing.
#[derive(Debug, Clone)]
pub struct Kernel {
    instructions: Instructions,
    memory: Memory,
    parts: RowsParts,
}

impl Kernel {
    /// Enough room for this shape, with the best instructions this processor has.
    pub fn new(shape: &Shape) -> Self {
        Self::with(shape, Instructions::best())
    }

    /// The same with these instructions.
    pub fn with(shape: &Shape, instructions: Instructions) -> Self {
        Self { instructions, memory: Memory::new(shape), parts: RowsParts::default() }
    }

    /// Sets `gradient` to that of the mean loss of a batch.
    pub fn gradient(
        &mut self,
        network: &Network,
        packed: &PackedRows,
        batch: PackedBatch,
        loss: Loss,
        gradient: &mut [f64],
    ) {
        self.descend(network, packed, batch, loss, gradient, None);
    }

    /// The same of all rows, and what their losses come to.
    pub fn measured_gradient(
        &mut self,
        network: &Network,
        packed: &PackedRows,
        loss: Loss,
        gradient: &mut [f64],
    ) -> LossTotal {
        let mut total = LossSums::NONE;
        self.descend(network, packed, packed.all(), loss, gradient, Some(&mut total));
        total.sum()
    }

    /// What the losses of all rows come to.
    pub fn measure(&mut self, network: &Network, packed: &PackedRows, loss: Loss) -> LossTotal {
        let mut total = LossSums::NONE;
        let (parameters, batch) = (network.parameters(), packed.all());
        let Self { instructions, memory, parts } = self;
        if batch.eights.len() <= PART {
            instructions.run(packed, batch, Measurement { memory, parameters, loss, total: &mut total });
            return total.sum();
        }
        let parts = parts.each(memory, &batch.eights, |RowsPart { memory, total, .. }, eights| {
            instructions.run(
                packed,
                PackedBatch { eights, people: None },
                Measurement { memory, parameters, loss, total },
            );
        });
        for part in parts {
            total.add(&part.total);
        }
        total.sum()
    }

    /// About how long so many different rows take forward, or forward and back, through so many parameters.
    pub fn about_nanoseconds(parameters: usize, rows: usize, back: bool) -> u64 {
        let eights = rows.div_ceil(Eight::COUNT) as u64;
        // Measured: most for exp and ln, some for each product, and a product in software takes its time.
        let (each, product) = if back { (60, 14) } else { (40, 5) };
        let slow = if Instructions::best() == Instructions::Portable { 30 } else { 1 };
        eights * (each + product * parameters as u64 / 10) * slow
    }

    /// The sum that goes into the output for each row in turn, bit for bit the one of [`Network::logit`].
    pub fn logits(&mut self, network: &Network, packed: &PackedRows, each: impl FnMut(usize, f64)) {
        self.sums(network, (network.depth() - 1, 0), packed, each);
    }

    /// The sum that goes into a neuron of a layer for each row in turn, bit for bit the one of [`Network::sum`].
    pub fn sums(
        &mut self,
        network: &Network,
        (layer, neuron): (usize, usize),
        packed: &PackedRows,
        mut each: impl FnMut(usize, f64),
    ) {
        let mut sums = vec![Eight::ZERO; packed.len()];
        let Self { instructions, memory, .. } = self;
        let work = AskedSums { memory, parameters: network.parameters(), layer, neuron, sums: &mut sums };
        instructions.run(packed, packed.all(), work);
        for (row, place) in packed.places().enumerate() {
            each(row, sums[place / Eight::COUNT].0[place % Eight::COUNT]);
        }
    }

    /// The sum that goes into the output for each row in turn, and how far it moves with one parameter.
    pub fn reaches(
        &mut self,
        network: &Network,
        parameter: Parameter,
        packed: &PackedRows,
        mut each: impl FnMut(usize, f64, f64),
    ) {
        let mut found = vec![[Eight::ZERO; 2]; packed.len()];
        let Self { instructions, memory, .. } = self;
        let work = AskedReaches { memory, parameters: network.parameters(), parameter, found: &mut found };
        instructions.run(packed, packed.all(), work);
        for (row, place) in packed.places().enumerate() {
            let [z, reach] = found[place / Eight::COUNT].map(|lanes| lanes.0[place % Eight::COUNT]);
            each(row, z, reach);
        }
    }

    /// What the neurons of all layers make of all rows: for a neuron and an eight, of the hidden ones a and of the
    /// output z, and how many people each of the eight stands for.
    pub fn neurons(
        &mut self,
        network: &Network,
        packed: &PackedRows,
        each: impl FnMut(usize, usize, &[f64; Eight::COUNT], &[f64; Eight::COUNT]),
    ) {
        let Self { instructions, memory, .. } = self;
        instructions.run(packed, packed.all(), AskedNeurons { memory, parameters: network.parameters(), each });
    }

    /// How the mean loss of all rows bends, line by line: for networks without hidden layers.
    pub fn second_derivative(&mut self, network: &Network, packed: &PackedRows, loss: Loss) -> Vec<Vec<f64>> {
        let (parameters, batch, Self { instructions, memory, .. }) = (network.parameters(), packed.all(), self);
        let size = parameters.len();
        let [bent, sums] = &mut [vec![Eight::ZERO; size * MOST_EIGHTS], vec![Eight::ZERO; size * size]];
        let mut bends = vec![0.0; size * size];
        let work = AskedBends { memory, parameters, batch: batch.clone(), loss, bent, sums, bends: &mut bends };
        instructions.run(packed, batch, work);
        let (by_weights, by_bias) = bends.split_at(size * (size - 1));
        let lines = by_weights.chunks_exact(size - 1).zip(by_bias);
        lines.map(|(line, bias)| line.iter().chain([bias]).copied().collect()).collect()
    }

    fn descend(
        &mut self,
        network: &Network,
        packed: &PackedRows,
        batch: PackedBatch,
        loss: Loss,
        gradient: &mut [f64],
        total: Option<&mut LossSums>,
    ) {
        if batch.eights.is_empty() {
            gradient.fill(0.0);
        }
        let parameters = network.parameters();
        let Self { instructions, memory, parts } = self;
        if batch.eights.len() <= PART {
            let work = Descent { memory, parameters, batch: batch.clone(), loss, gradient, total };
            return instructions.run(packed, batch, work);
        }
        let measures = total.is_some();
        let parts = parts.each(memory, &batch.eights, |RowsPart { memory, gradient, total }, eights| {
            let batch = PackedBatch { eights, people: None };
            let total = measures.then_some(total);
            let work = Descent { memory, parameters, batch: batch.clone(), loss, gradient, total };
            instructions.run(packed, batch, work);
        });
        for (index, slope) in gradient.iter_mut().enumerate() {
            let sums = parts.iter().map(|part| part.memory.slopes[index]);
            *slope = sums.fold(Eight::ZERO, |all, part| all.plus(&part)).sum() / batch.people.unwrap_or(1.0);
        }
        if let Some(total) = total {
            for part in parts {
                total.add(&part.total);
            }
        }
    }
}

#[cfg(test)]
mod tests;
