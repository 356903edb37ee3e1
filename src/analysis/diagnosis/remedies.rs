//! What may help against what is seen: only what this run does not do already.

use super::Observation;
use crate::analysis::curvature;
use crate::nn::{Activation, Init};
use crate::training::{Run, Scaling};

/// Something one can change about a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// A smaller learning rate.
    SmallerRate,
    /// A larger learning rate.
    LargerRate,
    /// Scaled inputs.
    Scaling,
    /// Momentum.
    Momentum,
    /// An optimiser that suits the step to each parameter.
    Adaptive,
    /// Initial weights made by chance rather than zeros.
    ChanceWeights,
    /// Other chance.
    OtherSeed,
    /// `ReLU` neurons.
    Relu,
    /// Fewer hidden layers.
    FewerLayers,
    /// Fewer hidden neurons.
    FewerNeurons,
    /// Less L1 and L2.
    WeakerPull,
    /// More L2.
    StrongerL2,
    /// The epoch that was best.
    Back(u64),
}

/// A larger rate is a step of about three; so much room it needs below the largest stable one.
const STEP: f64 = 3.5;

/// What may help, the surest first; nothing that is done already, or that could not be done.
pub fn remedies(run: &Run, observation: &Observation) -> Vec<Remedy> {
    let recipe = run.recipe();
    let (l1, l2) = run.regularisation();
    let raw = recipe.scaling == Scaling::None;
    let scalable = raw && recipe.features.iter().any(|feature| feature.is_numeric());
    let hidden = !recipe.hidden.is_empty();
    let twins = hidden && recipe.init() == Init::Zeros;
    let squashes = match recipe.activation {
        Activation::Tanh | Activation::Sigmoid => hidden,
        Activation::Relu | Activation::LeakyRelu | Activation::Linear => false,
    };
    let trained = run.epoch() > run.first_epoch();
    let possible: &[(Remedy, bool)] = match *observation {
        Observation::Diverged { .. } => &[(Remedy::SmallerRate, true), (Remedy::Scaling, scalable)],
        Observation::Unstable { rate, limit, .. } => {
            let pulled = l1 > 0.0 || l2 > 0.0;
            let below = limit.is_some_and(|limit| rate <= limit);
            &[(Remedy::WeakerPull, pulled), (Remedy::SmallerRate, !below), (Remedy::Scaling, scalable)]
        }
        Observation::Dead { .. } => {
            &[(Remedy::ChanceWeights, twins), (Remedy::OtherSeed, !twins), (Remedy::SmallerRate, trained)]
        }
        Observation::Saturated { .. } => &[(Remedy::Scaling, scalable), (Remedy::StrongerL2, true)],
        Observation::Vanishing { .. } => {
            &[(Remedy::ChanceWeights, twins), (Remedy::Relu, squashes), (Remedy::FewerLayers, recipe.hidden.len() > 1)]
        }
        Observation::OverFitting { at, .. } => {
            &[(Remedy::Back(at), true), (Remedy::FewerNeurons, hidden), (Remedy::StrongerL2, true)]
        }
        Observation::Ravine { .. } => {
            &[(Remedy::Scaling, scalable), (Remedy::Momentum, recipe.momentum == 0.0), (Remedy::Adaptive, true)]
        }
        Observation::Plateau { .. } => {
            let limit = curvature::largest_stable_rate(run, run.network());
            let room = limit.is_none_or(|limit| run.learning_rate() * STEP <= limit);
            &[(Remedy::ChanceWeights, twins), (Remedy::LargerRate, room), (Remedy::Scaling, scalable)]
        }
        Observation::Converged { .. } => &[(Remedy::ChanceWeights, twins)],
    };
    let helps = possible.iter().filter(|(_, helps)| *helps);
    helps.map(|(remedy, _)| *remedy).collect()
}
