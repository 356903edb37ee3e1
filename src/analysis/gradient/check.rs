//! The gradient once more, without any calculus: the loss with the parameter a little larger and a
//! little smaller.

use crate::kernel::{Kernel, PackedRows};
use crate::nn::{Network, Parameter, Rows};
use crate::training::Run;

/// Up to this relative difference the two ways agree.
const TOLERANCE: f64 = 1e-6;

/// Slopes smaller than this are compared as if they were this large, for the losses themselves are
/// rounded.
const LEAST: f64 = 1e-3;

/// A slope by finite differences.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Check {
    /// h, how far the parameter was moved.
    pub h: f64,
    /// The (mean) losses at w − h, w and w + h.
    pub losses: [f64; 3],
    /// The central difference quotient.
    pub slope: f64,
    /// The relative difference to the gradient it was compared with.
    pub difference: f64,
    /// Rows in which a neuron passes its corner between w − h and w + h, where no slope is the right
    /// one.
    pub crossings: usize,
}

impl Check {
    /// Whether both ways agree.
    pub fn agrees(&self) -> bool {
        self.difference <= TOLERANCE
    }

    /// The slopes to the left and to the right of w.
    pub fn one_sided(&self) -> (f64, f64) {
        let [below, at, above] = self.losses;
        ((at - below) / self.h, (above - at) / self.h)
    }
}

impl Check {
    /// The check of a person's gradient.
    pub fn of_person(run: &Run, parameter: Parameter, person: &super::PersonGradient) -> Self {
        let index = run.network().index(parameter);
        let mut rows = Rows::new(person.trace.inputs.len());
        rows.push(&person.trace.inputs, person.y, 0);
        Self::of(run, index, (&PackedRows::merged(&rows), 1), person.gradient[index])
    }

    /// The check of a batch's gradient.
    pub fn of_batch(run: &Run, index: usize, batch: &super::BatchRows, gradient: f64) -> Self {
        Self::of(run, index, (&batch.packed, batch.rows.len()), gradient)
    }

    /// About how long a check of a batch takes, or of one person where there is none.
    pub fn about_nanoseconds(run: &Run, batch: Option<&super::BatchRows>) -> u64 {
        /// Three losses, and where neurons have corners as many looks at all of them.
        const PASSES: u64 = 6;
        let rows = batch.map_or(1, |batch| batch.packed.kinds());
        PASSES * Kernel::about_nanoseconds(run.network().parameters().len(), rows, false)
    }

    fn of(run: &Run, index: usize, (packed, people): (&PackedRows, usize), gradient: f64) -> Self {
        let network = run.network();
        let w = network.parameters()[index];
        let h = 1e-5 * w.abs().max(1.0);
        let networks = [-h, 0.0, h].map(|by| {
            let mut moved = network.clone();
            moved.parameters_mut()[index] = w + by;
            moved
        });
        let mut kernel = Kernel::new(network.shape());
        let losses = networks.each_ref().map(|network| {
            let total = kernel.measure(network, packed, run.recipe().loss);
            total.loss / people as f64
        });
        let slope = (losses[2] - losses[0]) / (2.0 * h);
        let size = slope.abs().max(gradient.abs()).max(LEAST);
        let has_corner = network.depth() > 1 && network.layer(0).activation.has_corner();
        let crossings = if has_corner { crossings(&mut kernel, &networks, packed) } else { 0 };
        Self { h, losses, slope, difference: (slope - gradient).abs() / size, crossings }
    }
}

/// For how many people a hidden neuron is on in one of the networks and off in another.
fn crossings(kernel: &mut Kernel, networks: &[Network; 3], packed: &PackedRows) -> usize {
    let output: usize = networks[0].layers().map(|layer| layer.outputs).sum::<usize>() - 1;
    let [below, at, above] = networks;
    let mut sides = Vec::new();
    kernel.neurons(at, packed, |neuron, _, values, _| {
        if neuron < output {
            sides.push(values.map(|a| a > 0.0));
        }
    });
    let mut crossed = vec![[0.0; 8]; packed.len()];
    for other in [below, above] {
        let mut sides = sides.iter();
        kernel.neurons(other, packed, |neuron, eight, values, counts| {
            if neuron < output
                && let Some(sides) = sides.next()
            {
                let lanes = crossed[eight].iter_mut().zip(values.iter().zip(sides)).zip(counts);
                for ((crossed, _), count) in lanes.filter(|((_, (a, side)), _)| (**a > 0.0) != **side) {
                    *crossed = *count;
                }
            }
        });
    }
    crossed.iter().flatten().sum::<f64>() as usize
}
