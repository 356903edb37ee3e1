//! Two directions for networks with too many parameters to pick two: random ones, and those in which the
//! path of training went furthest.

use super::plane::PlaneAxis;
use crate::analysis::curvature::eigenpairs;
use crate::nn::Network;
use crate::nn::rng::Random;

/// Streams below are the orders of epochs; these are no epoch's.
const STREAM: u64 = u64::MAX;
/// The largest matrix whose eigenvalues are found in a few milliseconds.
const MOST_POINTS: usize = 64;

/// Two random unit directions at right angles, from a seed. Each neuron's part is as long, beside the
/// others', as that neuron's numbers in `network` (filter normalisation, Li et al. 2018); where all of
/// those are 0, all neurons weigh the same.
pub fn random(network: &Network, seed: u64) -> [PlaneAxis; 2] {
    let mut draw = Random::new(seed, STREAM);
    let first = unit(filtered(network, &mut draw));
    let second = loop {
        if let Some(second) = square_to(std::slice::from_ref(&first), filtered(network, &mut draw)) {
            break second;
        }
    };
    [PlaneAxis::Direction(first), PlaneAxis::Direction(second)]
}

/// Normal numbers, each neuron's scaled to the length of that neuron's own.
fn filtered(network: &Network, draw: &mut Random) -> Vec<f64> {
    let shape = network.shape();
    let parameters = network.parameters();
    let all_zero = parameters.iter().all(|value| *value == 0.0);
    let mut direction: Vec<f64> = parameters.iter().map(|_| draw.normal()).collect();
    for layer in 0..shape.depth() {
        let inputs = shape.inputs_of(layer);
        for neuron in 0..shape.outputs_of(layer) {
            let start = shape.weights(layer).start + neuron * inputs;
            let bias = shape.biases(layer).start + neuron;
            let places = || (start..start + inputs).chain([bias]);
            let length = |of: &[f64]| places().map(|at| of[at] * of[at]).sum::<f64>().sqrt();
            let own = if all_zero { 1.0 } else { length(parameters) };
            let drawn = length(&direction);
            for at in places() {
                direction[at] *= own / drawn;
            }
        }
    }
    direction
}

/// The directions in which a path went furthest.
#[derive(Debug, Clone, PartialEq)]
pub struct Principal {
    /// Both, as unit directions at right angles.
    pub axes: [PlaneAxis; 2],
    /// Their shares of the path's variance, 0 to 1.
    pub shares: [f64; 2],
}

/// The principal directions of some points; none where they do not span a plane. Of large networks at
/// most 64 points are looked at, evenly spaced, the first and the last among them.
pub fn principal(points: &[&[f64]]) -> Option<Principal> {
    let size = points.first()?.len();
    let points = if size <= MOST_POINTS { points.to_vec() } else { spaced(points) };
    let count = points.len();
    let mean: Vec<f64> = (0..size).map(|at| points.iter().map(|point| point[at]).sum::<f64>() / count as f64).collect();
    let away: Vec<Vec<f64>> =
        points.iter().map(|point| point.iter().zip(&mean).map(|(p, m)| p - m).collect()).collect();
    let pairs = if size <= count { scatter(&away, size) } else { scatter_of_few(&away, size) };
    let all: f64 = pairs.iter().map(|(value, _)| value.max(0.0)).sum();
    let direction = |index: usize| {
        let (value, direction) = pairs.get(index)?;
        let is_one = *value > 1e-12 * all;
        is_one.then(|| (direction.clone(), value / all))
    };
    let (first, most) = direction(0)?;
    let first = unit(facing_up(first));
    let (second, rest) = direction(1)?;
    let second = square_to(std::slice::from_ref(&first), facing_up(second))?;
    Some(Principal { axes: [PlaneAxis::Direction(first), PlaneAxis::Direction(second)], shares: [most, rest] })
}

/// So many of the points, evenly spaced, both ends among them.
fn spaced<'a>(points: &[&'a [f64]]) -> Vec<&'a [f64]> {
    let count = points.len().min(MOST_POINTS);
    let last = points.len() - 1;
    (0..count).map(|index| points[index * last / (count - 1).max(1)]).collect()
}

/// The eigenvalues and directions of how points scatter over the parameters.
fn scatter(away: &[Vec<f64>], size: usize) -> Vec<(f64, Vec<f64>)> {
    let mut sums = vec![vec![0.0; size]; size];
    for point in away {
        for (line, a) in sums.iter_mut().zip(point) {
            for (slot, b) in line.iter_mut().zip(point) {
                *slot += a * b;
            }
        }
    }
    eigenpairs(sums)
}

/// The same by the products of the points with each other, which have the same eigenvalues: for fewer
/// points than parameters.
fn scatter_of_few(away: &[Vec<f64>], size: usize) -> Vec<(f64, Vec<f64>)> {
    let products = away.iter().map(|a| away.iter().map(|b| dot(a, b)).collect()).collect();
    let pairs = eigenpairs(products).into_iter();
    let in_parameters = |shares: &[f64]| {
        let mut sum = vec![0.0; size];
        for (share, point) in shares.iter().zip(away) {
            for (slot, part) in sum.iter_mut().zip(point) {
                *slot += share * part;
            }
        }
        sum
    };
    pairs.map(|(value, shares)| (value, in_parameters(&shares))).collect()
}

/// The same direction or its reverse: an eigenvector has no sign, so the largest part gets to be positive.
fn facing_up(mut direction: Vec<f64>) -> Vec<f64> {
    let largest = direction.iter().copied().max_by(|a, b| a.abs().total_cmp(&b.abs()));
    if largest.is_some_and(|part| part < 0.0) {
        for part in &mut direction {
            *part = -*part;
        }
    }
    direction
}

/// What is left of a step without its parts along these unit directions, as a unit direction; none where
/// nothing is left.
pub(super) fn square_to(known: &[Vec<f64>], mut step: Vec<f64>) -> Option<Vec<f64>> {
    let before = dot(&step, &step).sqrt();
    // Twice: the first pass leaves rounding along them.
    for _ in 0..2 {
        for direction in known {
            let along = dot(direction, &step);
            for (slot, part) in step.iter_mut().zip(direction) {
                *slot -= along * part;
            }
        }
    }
    (dot(&step, &step).sqrt() > 1e-9 * before).then(|| unit(step))
}

fn unit(mut direction: Vec<f64>) -> Vec<f64> {
    let length = dot(&direction, &direction).sqrt();
    for part in &mut direction {
        *part /= length;
    }
    direction
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
