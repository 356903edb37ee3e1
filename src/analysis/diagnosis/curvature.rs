//! How sharply the training loss bends, and with it the largest learning rate that does not
//! overshoot. In closed form, for networks without hidden layers.

use crate::nn::{Loss, Network, OptimizerKind, Scratch, math};
use crate::training::{Batch, Run};

/// 2/λ, where λ is the largest eigenvalue of the second derivative, at `network`, of what the run's
/// training makes smaller. At larger rates the step along its eigenvector lands higher on the other side.
///
/// Only where that can be said: full-batch gradient descent without momentum, no hidden layers, and
/// a loss that bends upwards.
pub fn largest_stable_rate(run: &Run, network: &Network) -> Option<f64> {
    let recipe = run.recipe();
    let rows = run.training_rows().len();
    let full = match recipe.batch {
        Batch::Full => true,
        Batch::Rows(batch) => batch >= rows,
    };
    let plain = recipe.optimizer == OptimizerKind::Gd && recipe.momentum == 0.0;
    if !full || !plain || network.depth() != 1 || rows == 0 {
        return None;
    }
    let sharpest = largest_eigenvalue(hessian(run, network));
    (sharpest > 0.0).then(|| 2.0 / sharpest)
}

/// The same where the run began: once a rate has thrown the weights far out, the loss bends so little
/// there that the limit at the cursor says nothing about what went wrong.
pub(super) fn limit_at_start(run: &Run) -> Option<f64> {
    largest_stable_rate(run, &run.network_at(run.first_epoch()))
}

/// Xᵀ diag(c) X / n with a column of ones for the bias, and L2 on the diagonal of the weights; c is
/// how the loss of a row bends with its logit.
fn hessian(run: &Run, network: &Network) -> Vec<Vec<f64>> {
    let rows = run.training_rows();
    let size = network.parameters().len();
    let mut matrix = vec![vec![0.0; size]; size];
    let mut scratch = Scratch::new(network);
    let mut with_one = vec![1.0; size];
    for row in 0..rows.len() {
        let inputs = rows.inputs(row);
        with_one[..inputs.len()].copy_from_slice(inputs);
        let p = math::sigmoid(network.logit(inputs, &mut scratch));
        let bend = bend(run.recipe().loss, p, rows.label(row));
        for (line, x) in matrix.iter_mut().zip(&with_one) {
            for (slot, y) in line.iter_mut().zip(&with_one) {
                *slot += bend * x * y;
            }
        }
    }
    let (_, l2) = run.regularisation();
    for (index, line) in matrix.iter_mut().enumerate() {
        for slot in line.iter_mut() {
            *slot /= rows.len() as f64;
        }
        if index + 1 < size {
            line[index] += l2;
        }
    }
    matrix
}

/// d²L/dz².
fn bend(loss: Loss, p: f64, y: f64) -> f64 {
    let slope = p * (1.0 - p);
    match loss {
        Loss::CrossEntropy => slope,
        Loss::SquaredError => 2.0 * slope * (slope + (p - y) * (1.0 - 2.0 * p)),
    }
}

/// The largest eigenvalue of a symmetric matrix, by Jacobi's rotations: exact to rounding, and quick
/// for matrices as small as these.
fn largest_eigenvalue(mut matrix: Vec<Vec<f64>>) -> f64 {
    /// More than such matrices ever need.
    const SWEEPS: usize = 50;
    let size = matrix.len();
    for _ in 0..SWEEPS {
        let mut rotated = false;
        for i in 0..size {
            for j in i + 1..size {
                rotated |= rotate(&mut matrix, i, j);
            }
        }
        if !rotated {
            break;
        }
    }
    let diagonal = (0..size).map(|index| matrix[index][index]);
    diagonal.fold(f64::NEG_INFINITY, f64::max)
}

/// Turns the axes `i` and `j` so that the entry between them becomes 0; false where it is already.
fn rotate(matrix: &mut [Vec<f64>], i: usize, j: usize) -> bool {
    let (a, b, between) = (matrix[i][i], matrix[j][j], matrix[i][j]);
    if between.abs() <= f64::EPSILON * (a * b).abs().sqrt() || between == 0.0 {
        return false;
    }
    let ratio = (b - a) / (2.0 * between);
    let tangent = 1.0_f64.copysign(ratio) / (ratio.abs() + (ratio * ratio + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    for line in matrix.iter_mut() {
        let (x, y) = (line[i], line[j]);
        line[i] = cosine * x - sine * y;
        line[j] = sine * x + cosine * y;
    }
    let (above, below) = matrix.split_at_mut(j);
    for (x, y) in above[i].iter_mut().zip(&mut below[0]) {
        (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
    }
    // What rounding left there.
    (matrix[i][j], matrix[j][i]) = (0.0, 0.0);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eigenvalues_are_those_of_known_matrices() {
        let two = vec![vec![2.0, 1.0], vec![1.0, 2.0]];
        assert!((largest_eigenvalue(two) - 3.0).abs() < 1e-14);
        let three = vec![
            vec![2.0, -1.0, 0.0],
            vec![-1.0, 2.0, -1.0],
            vec![0.0, -1.0, 2.0],
        ];
        assert!((largest_eigenvalue(three) - (2.0 + 2.0_f64.sqrt())).abs() < 1e-14);
        assert_eq!(
            largest_eigenvalue(vec![vec![-1.0, 0.0], vec![0.0, 0.0]]),
            0.0
        );
    }
}
