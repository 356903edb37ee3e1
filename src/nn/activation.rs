//! The functions a neuron may put its sum through, and their slopes.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::{Real, math};

/// What a neuron does with its weighted sum z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Activation {
    /// max(0, z).
    Relu,
    /// z above zero, 0.01·z elsewhere.
    LeakyRelu,
    /// The hyperbolic tangent.
    Tanh,
    /// 1 / (1 + e^−z).
    Sigmoid,
    /// z itself.
    Linear,
}

/// The slope of [`Activation::LeakyRelu`] at and below zero.
const LEAK: f64 = 0.01;

impl Activation {
    /// Every activation, in the order menus show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes, model files and flags.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The activation a = f(z). A NaN stays one, or a diverged run would look healthy.
    #[expect(clippy::inline_always, reason = "the kernel's instructions reach only what is inlined")]
    #[inline(always)]
    pub fn value<R: Real>(self, z: R) -> R {
        let zero = z.constant(0.0);
        match self {
            Self::Relu => zero.above(z, zero, z),
            Self::LeakyRelu => zero.above(z, z.constant(LEAK) * z, z),
            Self::Tanh => math::tanh(z),
            Self::Sigmoid => math::sigmoid(z),
            Self::Linear => z,
        }
    }

    /// The slope f′(z); at the corner, 0 for relu and 0.01 for leaky-relu.
    pub fn derivative(self, z: f64) -> f64 {
        self.slope(self.value(z))
    }

    /// The slope f′(z) where a = f(z) is known: it says enough of z, and spares tanh and sigmoid a second exp.
    #[expect(clippy::inline_always, reason = "the kernel's instructions reach only what is inlined")]
    #[inline(always)]
    pub fn slope<R: Real>(self, a: R) -> R {
        let (zero, one) = (a.constant(0.0), a.constant(1.0));
        match self {
            Self::Relu => a.above(zero, one, zero),
            Self::LeakyRelu => a.above(zero, one, a.constant(LEAK)),
            Self::Tanh => one - a * a,
            Self::Sigmoid => a * (one - a),
            Self::Linear => one,
        }
    }

    /// Whether the function has a corner at zero, where no slope is the right one.
    pub const fn has_corner(self) -> bool {
        matches!(self, Self::Relu | Self::LeakyRelu)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slope_equals_the_numeric_one() {
        for &activation in Activation::ALL {
            for z in [-20.0, -3.0, -0.5, -0.01, 0.01, 0.7, 2.0, 20.0] {
                let h = 1e-6;
                let numeric = (activation.value(z + h) - activation.value(z - h)) / (2.0 * h);
                let slope = activation.derivative(z);
                assert!((slope - numeric).abs() < 1e-8, "{activation:?} at {z}");
            }
        }
    }

    #[test]
    fn the_corners_have_the_slopes_the_design_names() {
        assert_eq!(Activation::Relu.derivative(0.0), 0.0);
        assert_eq!(Activation::LeakyRelu.derivative(0.0), 0.01);
        assert_eq!(Activation::Relu.value(-3.0), 0.0);
        assert_eq!(Activation::LeakyRelu.value(-3.0), -0.03);
    }

    #[test]
    fn a_nan_is_not_hidden_by_a_relu() {
        assert!(Activation::Relu.value(f64::NAN).is_nan());
        assert!(Activation::LeakyRelu.value(f64::NAN).is_nan());
    }

    #[test]
    fn names_are_those_of_recipe_files() {
        for &activation in Activation::ALL {
            let json = serde_json::to_string(&activation).unwrap();
            assert_eq!(json, format!("\"{}\"", activation.name()));
        }
    }
}
