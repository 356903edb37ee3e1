//! The same function of passengers in the coordinates of the other scaling, and the published network in
//! those of a run.

use crate::nn::Network;
use crate::training::{Encoder, Feature, PUBLISHED_WEIGHTS, Recipe, Run, Scaling};

/// Scaled where a recipe is raw, raw where it is scaled.
pub const fn other_scaling(scaling: Scaling) -> Scaling {
    match scaling {
        Scaling::None => Scaling::Standard,
        Scaling::Standard => Scaling::None,
    }
}

/// The parameters that make of passengers encoded by `to` what `network` makes of them encoded by `from`:
/// a weight of a scaled input is the raw one times its standard deviation, and the bias takes up the mean.
pub fn converted(network: &Network, from: &Encoder, to: &Encoder) -> Vec<f64> {
    let mut parameters = network.parameters().to_vec();
    let (first, shape) = (network.layer(0), network.shape());
    for neuron in 0..first.outputs {
        let mut bias = first.biases[neuron];
        for (index, (from, to)) in from.inputs().iter().zip(to.inputs()).enumerate() {
            let weight = first.weight(neuron, index);
            // w·(x − m)/s = (w/s)·x − (w/s)·m, and back again.
            let (mean, sd) = from.scale().unwrap_or((0.0, 1.0));
            let raw = if sd == 0.0 { 0.0 } else { weight / sd };
            let (new_mean, new_sd) = to.scale().unwrap_or((0.0, 1.0));
            parameters[shape.weights(0).start + neuron * first.inputs + index] = raw * new_sd;
            bias += raw * (new_mean - mean);
        }
        parameters[shape.biases(0).start + neuron] = bias;
    }
    parameters
}

/// How many times its raw value a parameter has in a run's coordinates: a standard deviation for the weight
/// of a scaled input, 1 for all others.
pub fn factor(run: &Run, index: usize) -> f64 {
    let first = run.network().layer(0);
    if index >= first.weights.len() {
        return 1.0;
    }
    let input = &run.encoder().inputs()[index % first.inputs];
    match input.scale() {
        Some((_, sd)) if sd > 0.0 => sd,
        _ => 1.0,
    }
}

/// The published network in a run's coordinates; none where it has other inputs or hidden layers.
pub fn published(run: &Run) -> Option<Vec<f64>> {
    let recipe = run.recipe();
    if recipe.features != [Feature::Age, Feature::Sex] || !recipe.hidden.is_empty() {
        return None;
    }
    let mut network = run.network().clone();
    network.parameters_mut().copy_from_slice(&PUBLISHED_WEIGHTS);
    let raw = Recipe { scaling: Scaling::None, ..recipe.clone() };
    Some(converted(&network, &Encoder::fit(&raw, run.list()), run.encoder()))
}
