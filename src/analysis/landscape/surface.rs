//! The training loss as a function of all parameters, with its slopes and how it bends.

use std::sync::Arc;

use super::directions::dot;
use super::plane::Plane;
use crate::kernel::{Kernel, PackedRows};
use crate::nn::{Loss, Network};
use crate::training::Run;

/// The mean loss of a run's training rows, as a function of the parameters of a network of its shape;
/// without L1 and L2, as the time bar shows it.
#[derive(Debug, Clone)]
pub struct Surface {
    rows: Arc<PackedRows>,
    loss: Loss,
    network: Network,
    kernel: Kernel,
    people: f64,
}

impl Surface {
    /// The surface a run descends.
    pub fn new(run: &Run) -> Self {
        Self {
            rows: Arc::clone(run.training_packed()),
            loss: run.recipe().loss,
            network: run.network().clone(),
            kernel: Kernel::new(run.network().shape()),
            people: run.training_rows().len().max(1) as f64,
        }
    }

    /// The loss of a row.
    pub const fn kind(&self) -> Loss {
        self.loss
    }

    /// How many parameters there are.
    pub fn parameters(&self) -> usize {
        self.network.parameters().len()
    }

    /// Whether there is no training row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether it is a bowl with one bottom: cross-entropy without hidden layers.
    pub fn is_convex(&self) -> bool {
        self.is_linear() && self.loss == Loss::CrossEntropy
    }

    /// Whether the logit is a weighted sum of the inputs.
    pub(super) fn is_linear(&self) -> bool {
        self.network.depth() == 1 && !self.is_empty()
    }

    /// About how long it takes to ask once, in nanoseconds; with the slopes where `back`.
    pub(super) fn cost(&self, back: bool) -> u64 {
        Kernel::about_nanoseconds(self.parameters(), self.rows.kinds(), back).max(1)
    }

    /// The loss of a network with these parameters.
    pub fn loss(&mut self, parameters: &[f64]) -> f64 {
        self.network.parameters_mut().copy_from_slice(parameters);
        self.kernel.measure(&self.network, &self.rows, self.loss).loss / self.people
    }

    /// The same, with its slopes.
    pub(super) fn slopes(&mut self, parameters: &[f64], gradient: &mut [f64]) -> f64 {
        self.network.parameters_mut().copy_from_slice(parameters);
        let total = self.kernel.measured_gradient(&self.network, &self.rows, self.loss, gradient);
        total.loss / self.people
    }

    /// How steeply it rises along each axis of a plane, at a point of it.
    pub fn slope_on(&mut self, plane: &Plane, point: &[f64]) -> [f64; 2] {
        let mut gradient = vec![0.0; point.len()];
        self.slopes(point, &mut gradient);
        [0, 1].map(|axis| dot(&gradient, &plane.step(axis)))
    }

    /// How it bends there, where it is linear.
    pub(super) fn bends(&mut self, parameters: &[f64]) -> Vec<Vec<f64>> {
        self.network.parameters_mut().copy_from_slice(parameters);
        self.kernel.second_derivative(&self.network, &self.rows, self.loss)
    }
}
