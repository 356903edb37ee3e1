//! The training loss as a function of all parameters, with its slopes and how it bends.

use std::sync::Arc;

use super::directions::dot;
use super::plane::Plane;
use crate::analysis::curvature::eigenvalues;
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
    pub(super) fn slope_on(&mut self, plane: &Plane, point: &[f64]) -> [f64; 2] {
        let mut gradient = vec![0.0; point.len()];
        self.slopes(point, &mut gradient);
        [0, 1].map(|axis| dot(&gradient, &plane.step(axis)))
    }

    /// How much it bends in both of its own directions on a plane, the most first, by the difference of slopes on both
    /// sides of a point; none where that takes longer than so many nanoseconds.
    pub fn bends_on(&mut self, plane: &Plane, point: &[f64], nanoseconds: u64) -> Option<[f64; 2]> {
        /// How far aside the slopes are taken.
        const STEP: f64 = 1e-4;
        if 4 * self.cost(true) > nanoseconds {
            return None;
        }
        let bends = [0, 1].map(|axis| {
            let [behind, ahead] = [-STEP, STEP].map(|by| {
                let step = plane.step(axis);
                let moved: Vec<f64> = point.iter().zip(&step).map(|(at, part)| at + by * part).collect();
                self.slope_on(plane, &moved)
            });
            [0, 1].map(|other| (ahead[other] - behind[other]) / (2.0 * STEP))
        });
        let between = f64::midpoint(bends[0][1], bends[1][0]);
        let both = eigenvalues(vec![vec![bends[0][0], between], vec![between, bends[1][1]]]);
        Some([both[0], both[1]]).filter(|both| both.iter().all(|bend| bend.is_finite()))
    }

    /// How it bends there, where it is linear.
    pub(super) fn bends(&mut self, parameters: &[f64]) -> Vec<Vec<f64>> {
        self.network.parameters_mut().copy_from_slice(parameters);
        self.kernel.second_derivative(&self.network, &self.rows, self.loss)
    }
}
