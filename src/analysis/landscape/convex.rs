//! Newton's method for networks without hidden layers: the best of all parameters, or the best of the
//! others where two are given.

use super::surface::Surface;
use crate::analysis::curvature::{bend, unit};
use crate::nn::math;

/// More steps than a bowl ever needs.
const MOST_STEPS: usize = 200;

/// The parameters with the least training loss and that loss, for networks without hidden layers; none
/// where Newton's method, begun at zero, does not come to rest.
pub fn optimum(surface: &Surface) -> Option<(Vec<f64>, f64)> {
    if !surface.is_linear() {
        return None;
    }
    let size = surface.template().parameters().len();
    let axes: Vec<_> = (0..size).map(|axis| unit(size, axis)).collect();
    let bowl = Bowl::new(surface, &axes);
    let offsets = vec![0.0; surface.len()];
    let mut place = vec![0.0; size];
    let loss = bowl.descend(&offsets, &mut place, 1e-20)?;
    Some((place, loss))
}

/// The loss over some directions, the others given.
#[derive(Debug, Clone)]
pub(super) struct Bowl<'a> {
    surface: &'a Surface,
    free: usize,
    /// How much each row's logit changes along each direction.
    features: Vec<f64>,
}

/// The loss at a place, its slope and how it bends.
struct Local {
    loss: f64,
    slope: Vec<f64>,
    bends: Vec<Vec<f64>>,
}

impl<'a> Bowl<'a> {
    pub fn new(surface: &'a Surface, directions: &[Vec<f64>]) -> Self {
        let mut features = Vec::with_capacity(surface.len() * directions.len());
        for row in 0..surface.len() {
            features.extend(directions.iter().map(|step| reach(surface, row, step)));
        }
        Self { surface, free: directions.len(), features }
    }

    fn of_row(&self, row: usize) -> &[f64] {
        &self.features[row * self.free..(row + 1) * self.free]
    }

    fn logit(&self, offsets: &[f64], place: &[f64], row: usize) -> f64 {
        let products = self.of_row(row).iter().zip(place).map(|(f, t)| f * t);
        offsets[row] + products.sum::<f64>()
    }

    pub fn loss(&self, offsets: &[f64], place: &[f64]) -> f64 {
        self.surface.mean(|row| self.logit(offsets, place, row))
    }

    /// Walks `place` down to the bottom, where the next step would gain less than `enough`, and gives the
    /// loss there; none where it does not come to rest.
    pub fn descend(&self, offsets: &[f64], place: &mut [f64], enough: f64) -> Option<f64> {
        let mut here = self.local(offsets, place);
        // How much the steps are held back; at the bottom of a bowl not at all.
        let mut damping = 0.0;
        for _ in 0..MOST_STEPS {
            let Some(step) = solve(&here.bends, &here.slope, damping) else {
                damping = f64::max(10.0 * damping, 1e-9);
                continue;
            };
            let gain: f64 = step.iter().zip(&here.slope).map(|(d, g)| d * g).sum();
            let next: Vec<f64> = place.iter().zip(&step).map(|(t, d)| t - d).collect();
            let loss = self.loss(offsets, &next);
            if loss.is_nan() || loss > here.loss + 1e-15 {
                damping = f64::max(10.0 * damping, 1e-6);
                if damping > 1e12 {
                    break;
                }
                continue;
            }
            place.copy_from_slice(&next);
            if gain.abs() <= enough && damping <= 1e-6 {
                return Some(loss);
            }
            damping = if damping > 1e-12 { damping / 10.0 } else { 0.0 };
            here = self.local(offsets, place);
        }
        None
    }

    fn local(&self, offsets: &[f64], place: &[f64]) -> Local {
        let (kind, total) = (self.surface.kind(), self.surface.total());
        let mut slope = vec![0.0; self.free];
        let mut bends = vec![vec![0.0; self.free]; self.free];
        for row in 0..self.surface.len() {
            let p = math::sigmoid(self.logit(offsets, place, row));
            let counts = self.surface.counts(row);
            let of = |f: &dyn Fn(f64) -> f64| (counts.died * f(0.0) + counts.lived * f(1.0)) / total;
            let steep = of(&|y| kind.slope_at(p, y));
            let curved = of(&|y| bend(kind, p, y));
            let features = self.of_row(row);
            for (at, feature) in features.iter().enumerate() {
                slope[at] += steep * feature;
                for (slot, other) in bends[at].iter_mut().zip(features) {
                    *slot += curved * feature * other;
                }
            }
        }
        Local { loss: self.loss(offsets, place), slope, bends }
    }
}

/// How much a row's logit changes with a step of all parameters.
pub(super) fn reach(surface: &Surface, row: usize, step: &[f64]) -> f64 {
    let inputs = surface.inputs(row);
    let products: f64 = inputs.iter().zip(step).map(|(x, w)| x * w).sum();
    products + step[inputs.len()]
}

/// The solution of `(matrix + damping · its diagonal) x = right` by Cholesky's method; none where that
/// matrix is not positive.
fn solve(matrix: &[Vec<f64>], right: &[f64], damping: f64) -> Option<Vec<f64>> {
    let size = right.len();
    let mut lower = vec![vec![0.0; size]; size];
    for i in 0..size {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| lower[i][k] * lower[j][k]).sum();
            if i == j {
                let own = matrix[i][i] + damping * matrix[i][i].abs().max(1e-12);
                let left = own - known;
                if left.is_nan() || left <= 1e-13 * own {
                    return None;
                }
                lower[i][i] = left.sqrt();
            } else {
                lower[i][j] = (matrix[i][j] - known) / lower[j][j];
            }
        }
    }
    let mut x = right.to_vec();
    for i in 0..size {
        let known: f64 = (0..i).map(|k| lower[i][k] * x[k]).sum();
        x[i] = (x[i] - known) / lower[i][i];
    }
    for i in (0..size).rev() {
        let known: f64 = (i + 1..size).map(|k| lower[k][i] * x[k]).sum();
        x[i] = (x[i] - known) / lower[i][i];
    }
    Some(x)
}
