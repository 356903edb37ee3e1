//! How sharply the training loss bends, and with it the largest learning rate that does not
//! overshoot. In closed form, for networks without hidden layers.

use crate::kernel::Kernel;
use crate::nn::{Network, OptimizerKind};
use crate::training::Run;

/// 2/λ, where λ is the largest eigenvalue of the second derivative, at `network`, of what the run's
/// training makes smaller. At larger rates the step along its eigenvector lands higher on the other side.
///
/// Only where that can be said: full-batch gradient descent without momentum, no hidden layers, and
/// a loss that bends upwards.
pub fn largest_stable_rate(run: &Run, network: &Network) -> Option<f64> {
    if !has_limit(run) || network.depth() != 1 {
        return None;
    }
    stable_below(eigenvalues(hessian(run, network))[0])
}

/// The rate above which gradient descent overshoots ever further where the loss bends this much.
pub fn stable_below(sharpest: f64) -> Option<f64> {
    (sharpest > 0.0).then(|| 2.0 / sharpest)
}

/// Whether one learning rate decides, for each direction, if steps grow or shrink: full-batch gradient
/// descent without momentum.
pub fn has_limit(run: &Run) -> bool {
    let recipe = run.recipe();
    let rows = run.training_rows().len();
    let full = recipe.batch.of(rows) == rows;
    full && rows > 0 && recipe.optimizer == OptimizerKind::Gd && recipe.momentum == 0.0
}

/// From this condition number on a bowl is called a valley. Lines of equal height are longer than wide by its square
/// root: three times, which the eye sees as a furrow.
pub const VALLEY: f64 = 10.0;

/// From this one on a valley is called a ravine: ten times longer than wide, so that the floor hardly seems to fall.
pub const RAVINE: f64 = 100.0;

/// How many times more the loss bends in its steepest way than in its flattest, from its bends, the most
/// first; none unless it bends upwards in every one of them.
pub fn condition(bends: &[f64]) -> Option<f64> {
    let (&most, &least) = (bends.first()?, bends.last()?);
    // Below that, rounding decides the smallest of them.
    (least > 1e-12 * most).then(|| most / least)
}

/// The bends with the directions they are in.
pub(super) fn ways(run: &Run, network: &Network) -> Option<Vec<(f64, Vec<f64>)>> {
    is_closed(run, network).then(|| eigenpairs(hessian(run, network)))
}

fn is_closed(run: &Run, network: &Network) -> bool {
    network.depth() == 1 && !run.training_rows().is_empty()
}

/// How much the training loss with its L2 bends at `network` in each of its own directions, the most
/// first; none with hidden layers, where no closed form is at hand.
pub fn bends(run: &Run, network: &Network) -> Option<Vec<f64>> {
    is_closed(run, network).then(|| eigenvalues(hessian(run, network)))
}

/// The same where the run began: once a rate has thrown the weights far out, the loss bends so little
/// there that the limit at the cursor says nothing about what went wrong.
pub(super) fn limit_at_start(run: &Run) -> Option<f64> {
    largest_stable_rate(run, &run.network_at(run.first_epoch()))
}

/// Xᵀ diag(c) X / n with a column of ones for the bias, and L2 on the diagonal of the weights; c is
/// how the loss of a row bends with its logit.
fn hessian(run: &Run, network: &Network) -> Vec<Vec<f64>> {
    let size = network.parameters().len();
    let mut matrix = Kernel::new(network.shape()).second_derivative(network, run.training_packed(), run.recipe().loss);
    let (_, l2) = run.regularisation();
    for (index, line) in matrix.iter_mut().enumerate() {
        if index + 1 < size {
            line[index] += l2;
        }
    }
    matrix
}

/// The eigenvalues of a symmetric matrix, the largest first.
pub(super) fn eigenvalues(matrix: Vec<Vec<f64>>) -> Vec<f64> {
    let mut values = turned_straight(matrix, &mut []);
    values.sort_by(|a, b| b.total_cmp(a));
    values
}

/// The eigenvalues of a symmetric matrix with their unit eigenvectors, the largest first.
pub(super) fn eigenpairs(matrix: Vec<Vec<f64>>) -> Vec<(f64, Vec<f64>)> {
    let size = matrix.len();
    let mut axes: Vec<Vec<f64>> = (0..size).map(|axis| unit(size, axis)).collect();
    let values = turned_straight(matrix, &mut axes);
    let mut pairs: Vec<_> = values.into_iter().zip(axes).collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    pairs
}

/// One along an axis, nothing along the others.
pub(super) fn unit(size: usize, axis: usize) -> Vec<f64> {
    let mut vector = vec![0.0; size];
    vector[axis] = 1.0;
    vector
}

/// Turns a symmetric matrix until it is diagonal, by Jacobi's rotations: exact to rounding, and quick for
/// matrices as small as these. The axes, where there are any, turn with it.
fn turned_straight(mut matrix: Vec<Vec<f64>>, axes: &mut [Vec<f64>]) -> Vec<f64> {
    /// More than such matrices ever need.
    const SWEEPS: usize = 50;
    let size = matrix.len();
    for _ in 0..SWEEPS {
        let mut rotated = false;
        for i in 0..size {
            for j in i + 1..size {
                rotated |= rotate(&mut matrix, axes, i, j);
            }
        }
        if !rotated {
            break;
        }
    }
    (0..size).map(|index| matrix[index][index]).collect()
}

/// Turns the axes `i` and `j` so that the entry between them becomes 0; false where it is already.
fn rotate(matrix: &mut [Vec<f64>], axes: &mut [Vec<f64>], i: usize, j: usize) -> bool {
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
    turn(matrix, i, j, cosine, sine);
    if !axes.is_empty() {
        turn(axes, i, j, cosine, sine);
    }
    // What rounding left there.
    (matrix[i][j], matrix[j][i]) = (0.0, 0.0);
    true
}

/// Turns line `i` and the later line `j` about each other.
fn turn(lines: &mut [Vec<f64>], i: usize, j: usize, cosine: f64, sine: f64) {
    let (above, below) = lines.split_at_mut(j);
    for (x, y) in above[i].iter_mut().zip(&mut below[0]) {
        (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eigenvalues_are_those_of_known_matrices() {
        let two = vec![vec![2.0, 1.0], vec![1.0, 2.0]];
        assert!((eigenvalues(two)[0] - 3.0).abs() < 1e-14);
        let three = vec![vec![2.0, -1.0, 0.0], vec![-1.0, 2.0, -1.0], vec![0.0, -1.0, 2.0]];
        assert!((eigenvalues(three)[0] - (2.0 + 2.0_f64.sqrt())).abs() < 1e-14);
        assert_eq!(eigenvalues(vec![vec![-1.0, 0.0], vec![0.0, 0.0]])[0], 0.0);
    }

    #[test]
    fn eigenvectors_are_unit_and_give_back_the_matrix() {
        let matrix = vec![vec![2.0, -1.0, 0.5], vec![-1.0, 3.0, 0.0], vec![0.5, 0.0, -1.0]];
        let pairs = eigenpairs(matrix.clone());
        for (value, vector) in &pairs {
            let length: f64 = vector.iter().map(|x| x * x).sum();
            assert!((length - 1.0).abs() < 1e-14);
            for (line, x) in matrix.iter().zip(vector) {
                let product: f64 = line.iter().zip(vector).map(|(a, b)| a * b).sum();
                assert!((product - value * x).abs() < 1e-13);
            }
        }
        assert!(pairs[0].0 > pairs[1].0 && pairs[1].0 > pairs[2].0);
    }
}
