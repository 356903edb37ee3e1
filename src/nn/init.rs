//! Where a network starts: zeros, or random weights of a variance that suits its activation.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::{Activation, Network, rng::Random};

/// How the weights of epoch 0 are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Init {
    /// All weights and biases 0.
    Zeros,
    /// Normal weights of variance 2 / inputs (He et al. 2015).
    He,
    /// Normal weights of variance 2 / (inputs + outputs) (Glorot and Bengio 2010).
    Glorot,
    /// As [`Init::He`], uniform.
    HeUniform,
    /// As [`Init::Glorot`], uniform.
    GlorotUniform,
}

impl Init {
    /// Every kind, in the order menus show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes and flags.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What a recipe that names none starts from.
    pub const fn default_for(hidden_layers: usize, activation: Activation) -> Self {
        match activation {
            _ if hidden_layers == 0 => Self::Zeros,
            Activation::Relu | Activation::LeakyRelu => Self::He,
            Activation::Tanh | Activation::Sigmoid | Activation::Linear => Self::Glorot,
        }
    }

    /// Sets every parameter of the network, drawing from stream 0 of `seed` in parameter order.
    pub fn apply(self, network: &mut Network, seed: u64) {
        let mut random = Random::new(seed, 0);
        for index in 0..network.depth() {
            let layer = network.layer(index);
            let (inputs, outputs) = (layer.inputs as f64, layer.outputs as f64);
            let (weights, biases) = (network.shape().weights(index), network.shape().biases(index));
            let deviation = match self {
                Self::Zeros => 0.0,
                Self::He | Self::HeUniform => (2.0 / inputs).sqrt(),
                Self::Glorot | Self::GlorotUniform => (2.0 / (inputs + outputs)).sqrt(),
            };
            for weight in &mut network.parameters_mut()[weights] {
                *weight = match self {
                    Self::Zeros => 0.0,
                    Self::He | Self::Glorot => random.normal() * deviation,
                    // A uniform number of ±b has the variance b²/3.
                    Self::HeUniform | Self::GlorotUniform => random.uniform(3.0_f64.sqrt() * deviation),
                };
            }
            // As `torch.nn.Linear`: with zero biases every row that is all zeros (here the men
            // without an age) would sit on the corner of every ReLU at once.
            for bias in &mut network.parameters_mut()[biases] {
                *bias = match self {
                    Self::Zeros => 0.0,
                    Self::He | Self::Glorot | Self::HeUniform | Self::GlorotUniform => {
                        random.uniform(1.0 / inputs.sqrt())
                    }
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variances_are_those_of_the_papers() {
        let expected = |init| match init {
            Init::Zeros => 0.0,
            Init::He | Init::HeUniform => 2.0 / 64.0,
            Init::Glorot | Init::GlorotUniform => 2.0 / 128.0,
        };
        for &init in Init::ALL {
            let mut network = Network::new(64, &[64], Activation::Relu);
            init.apply(&mut network, 11);
            let layer = network.layer(0);
            let variance = layer.weights.iter().map(|w| w * w).sum::<f64>() / 4096.0;
            assert!((variance - expected(init)).abs() <= 0.1 * expected(init), "{init:?}");
            assert!(layer.biases.iter().all(|b| b.abs() <= 1.0 / 8.0), "{init:?}");
            assert_eq!(layer.biases.iter().all(|b| *b == 0.0), init == Init::Zeros);
        }
    }

    #[test]
    fn one_seed_one_network() {
        let draw = |seed| {
            let mut network = Network::new(2, &[3], Activation::Tanh);
            Init::Glorot.apply(&mut network, seed);
            network
        };
        assert_eq!(draw(4), draw(4));
        assert_ne!(draw(4), draw(5));
    }

    #[test]
    fn defaults_follow_the_activation() {
        assert_eq!(Init::default_for(0, Activation::Relu), Init::Zeros);
        assert_eq!(Init::default_for(1, Activation::LeakyRelu), Init::He);
        assert_eq!(Init::default_for(2, Activation::Tanh), Init::Glorot);
    }
}
