//! Newton's method for networks without hidden layers: the best of all parameters, or the best of the
//! others where two are given.

use super::directions::dot;
use super::surface::Surface;
use crate::analysis::curvature::unit;

/// More steps than a bowl ever needs.
const MOST_STEPS: usize = 200;

/// The parameters with the least training loss and that loss, for networks without hidden layers; none
/// where Newton's method, begun at zero, does not come to rest.
pub fn optimum(surface: &mut Surface) -> Option<(Vec<f64>, f64)> {
    if !surface.is_linear() {
        return None;
    }
    let size = surface.parameters();
    let axes: Vec<_> = (0..size).map(|axis| unit(size, axis)).collect();
    let mut place = vec![0.0; size];
    let loss = Bowl { surface, base: &vec![0.0; size], directions: &axes }.descend(&mut place, 1e-20)?;
    Some((place, loss))
}

/// The loss over some directions from a point, the others given.
#[derive(Debug)]
pub(super) struct Bowl<'a> {
    pub surface: &'a mut Surface,
    pub base: &'a [f64],
    pub directions: &'a [Vec<f64>],
}

/// The loss at a place, its slope and how it bends.
struct Local {
    loss: f64,
    slope: Vec<f64>,
    bends: Vec<Vec<f64>>,
}

impl Bowl<'_> {
    /// The parameters at a place.
    pub fn point(&self, place: &[f64]) -> Vec<f64> {
        let mut point = self.base.to_vec();
        for (direction, by) in self.directions.iter().zip(place) {
            point.iter_mut().zip(direction).for_each(|(slot, part)| *slot += by * part);
        }
        point
    }

    pub fn loss(&mut self, place: &[f64]) -> f64 {
        let point = self.point(place);
        self.surface.loss(&point)
    }

    /// Walks `place` down to the bottom, where the next step would gain less than `enough`, and gives the
    /// loss there; none where it does not come to rest.
    pub fn descend(&mut self, place: &mut [f64], enough: f64) -> Option<f64> {
        let mut here = self.local(place);
        // How much the steps are held back; at the bottom of a bowl not at all.
        let mut damping = 0.0;
        for _ in 0..MOST_STEPS {
            let Some(step) = solve(&here.bends, &here.slope, damping) else {
                damping = f64::max(10.0 * damping, 1e-9);
                continue;
            };
            let gain: f64 = step.iter().zip(&here.slope).map(|(d, g)| d * g).sum();
            let next: Vec<f64> = place.iter().zip(&step).map(|(t, d)| t - d).collect();
            let loss = self.loss(&next);
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
            here = self.local(place);
        }
        None
    }

    fn local(&mut self, place: &[f64]) -> Local {
        let point = self.point(place);
        let mut gradient = vec![0.0; point.len()];
        let loss = self.surface.slopes(&point, &mut gradient);
        let matrix = self.surface.bends(&point);
        let bent = |direction: &Vec<f64>| -> Vec<f64> { matrix.iter().map(|line| dot(line, direction)).collect() };
        let bends = |direction| {
            let bent = bent(direction);
            self.directions.iter().map(|other| dot(&bent, other)).collect()
        };
        Local {
            loss,
            slope: self.directions.iter().map(|direction| dot(&gradient, direction)).collect(),
            bends: self.directions.iter().map(bends).collect(),
        }
    }
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
