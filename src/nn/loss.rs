//! How wrong one prediction is, and how that changes with the logit.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::math;

/// The loss of one row, as a function of its logit z and its label y, 0 or 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Loss {
    /// −y ln p − (1 − y) ln(1 − p).
    #[default]
    CrossEntropy,
    /// (p − y)².
    SquaredError,
}

impl Loss {
    /// Every loss, in the order menus show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes and flags.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The loss of a row with logit `z` and label `y`; cross-entropy never takes the logarithm of
    /// a rounded p, so it is finite and exact however sure and wrong the network is.
    #[inline]
    pub fn from_logit(self, z: f64, y: f64) -> f64 {
        match self {
            Self::CrossEntropy => math::softplus(if y > 0.5 { -z } else { z }),
            Self::SquaredError => {
                let error = math::sigmoid(z) - y;
                error * error
            }
        }
    }

    /// dL/dz at logit `z`: p − y, or 2(p − y)p(1 − p).
    pub fn slope(self, z: f64, y: f64) -> f64 {
        self.slope_at(math::sigmoid(z), y)
    }

    /// dL/dz when p = σ(z) is known already.
    #[inline]
    pub fn slope_at(self, p: f64, y: f64) -> f64 {
        match self {
            Self::CrossEntropy => p - y,
            Self::SquaredError => 2.0 * (p - y) * p * (1.0 - p),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_equal_the_numeric_ones() {
        for loss in [Loss::CrossEntropy, Loss::SquaredError] {
            for y in [0.0, 1.0] {
                for z in [-8.0, -1.0, 0.0, 0.3, 5.0] {
                    let h = 1e-5;
                    let rise = loss.from_logit(z + h, y) - loss.from_logit(z - h, y);
                    assert!((loss.slope(z, y) - rise / (2.0 * h)).abs() < 1e-9, "{loss:?} {z} {y}");
                }
            }
        }
    }

    #[test]
    fn being_sure_and_wrong_costs_the_logit_and_is_finite() {
        assert_eq!(Loss::CrossEntropy.from_logit(800.0, 0.0), 800.0);
        assert_eq!(Loss::CrossEntropy.from_logit(-800.0, 1.0), 800.0);
        assert_eq!(Loss::CrossEntropy.from_logit(0.0, 1.0), math::ln(2.0));
    }

    #[test]
    fn being_sure_and_right_still_costs_something() {
        assert!(Loss::CrossEntropy.from_logit(40.0, 1.0) > 0.0);
    }
}
