//! What is seen of a run when training goes wrong or comes to rest: the line in the time bar, and what
//! to make of it.

use super::Word;
use crate::analysis::diagnosis::Remedy;

super::texts!("diagnosis");

/// What may help.
pub const fn remedy(remedy: Remedy) -> Word {
    match remedy {
        Remedy::SmallerRate => SMALLER_RATE,
        Remedy::LargerRate => LARGER_RATE,
        Remedy::Scaling => SCALING,
        Remedy::Momentum => MOMENTUM,
        Remedy::Adaptive => ADAPTIVE,
        Remedy::ChanceWeights => CHANCE_WEIGHTS,
        Remedy::OtherSeed => OTHER_SEED,
        Remedy::Relu => RELU,
        Remedy::FewerLayers => FEWER_LAYERS,
        Remedy::FewerNeurons => FEWER_NEURONS,
        Remedy::WeakerPull => WEAKER_PULL,
        Remedy::StrongerL2 => STRONGER_L2,
        Remedy::Back(_) => BACK,
    }
}
