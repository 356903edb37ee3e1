//! The gradient once more, without any calculus: the loss with the parameter a little larger and a
//! little smaller. Over many rows it is work, so it can be done a few rows at a time.

use crate::nn::{Network, Parameter, Pass, Rows};
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

/// A check under way.
#[derive(Debug, Clone)]
pub struct Checking {
    index: usize,
    h: f64,
    networks: [Network; 3],
    pass: Pass,
    sums: [f64; 3],
    crossings: usize,
    done: usize,
}

impl Checking {
    /// Begins the check of the parameter at `index` of a run's network.
    pub fn new(run: &Run, index: usize) -> Self {
        let network = run.network();
        let w = network.parameters()[index];
        let h = 1e-5 * w.abs().max(1.0);
        let moved = |by: f64| {
            let mut moved = network.clone();
            moved.parameters_mut()[index] = w + by;
            moved
        };
        Self {
            index,
            h,
            networks: [moved(-h), network.clone(), moved(h)],
            pass: Pass::new(network),
            sums: [0.0; 3],
            crossings: 0,
            done: 0,
        }
    }

    /// Which parameter it is about.
    pub const fn index(&self) -> usize {
        self.index
    }

    /// How many rows have been added.
    pub const fn done(&self) -> usize {
        self.done
    }

    /// Adds some of these rows.
    pub fn add(&mut self, run: &Run, rows: &Rows, which: &[usize]) {
        let Self { networks, pass, sums, .. } = self;
        let corner = networks[1].depth() > 1 && networks[1].layer(0).activation.has_corner();
        // On which side of its corner each hidden neuron stands, row by row.
        let mut sides = [(); 3].map(|()| Vec::new());
        for ((network, sum), sides) in networks.iter().zip(sums).zip(&mut sides) {
            pass.forward(network, rows, which.iter().copied(), |row, trace| {
                *sum += run.recipe().loss.from_logit(trace.logit(), rows.label(row));
                if corner {
                    let hidden = &trace.layers[..trace.layers.len() - 1];
                    sides.extend(hidden.iter().flat_map(|layer| &layer.z).map(|z| *z > 0.0));
                }
            });
        }
        let [below, at, above] = &sides;
        let neurons = (at.len() / which.len().max(1)).max(1);
        let rows = below.chunks(neurons).zip(at.chunks(neurons)).zip(above.chunks(neurons));
        self.crossings += rows.filter(|((below, at), above)| below != at || at != above).count();
        self.done += which.len();
    }

    /// The check of the rows added, against the gradient over the same rows.
    pub fn finish(&self, gradient: f64) -> Check {
        let losses = self.sums.map(|sum| sum / self.done as f64);
        let slope = (losses[2] - losses[0]) / (2.0 * self.h);
        let size = slope.abs().max(gradient.abs()).max(LEAST);
        Check { h: self.h, losses, slope, difference: (slope - gradient).abs() / size, crossings: self.crossings }
    }
}

impl Check {
    /// The whole check of a person's gradient.
    pub fn of_person(run: &Run, parameter: Parameter, person: &super::PersonGradient) -> Self {
        let index = run.network().index(parameter);
        let mut rows = Rows::new(person.trace.inputs.len());
        rows.push(&person.trace.inputs, person.y, 0);
        let mut checking = Checking::new(run, index);
        checking.add(run, &rows, &[0]);
        checking.finish(person.gradient[index])
    }
}
