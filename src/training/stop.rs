//! When training stops by itself: the rules a recipe chooses among, and when a loss has made progress. Whether the
//! rule of a run is met is said by `analysis`, for one of them asks for a gradient.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// When training stops by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum StopRule {
    /// Never: after as many epochs as somebody asks for.
    #[default]
    Never,
    /// Once there is nothing left to learn: the training loss rests, and its gradient is as good as zero.
    Converged,
    /// Once the loss that is watched has had no new least value for some epochs: that of the held-out rows, which is
    /// called early stopping, or without these that of the training rows.
    Plateau,
}

impl StopRule {
    /// Every rule, in the order menus show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes and flags.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A loss is a new least value when it is below the one before by more than this share of it.
pub const PROGRESS: f64 = 1e-4;

/// Whether a loss is a new least value beside the last one; the first that is a number is one.
pub(super) fn is_progress(least: Option<f64>, loss: f64) -> bool {
    loss.is_finite() && least.is_none_or(|least| loss < least - PROGRESS * least.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of the new least values.
    fn progress(losses: &[f64]) -> Vec<usize> {
        let mut least = None;
        let mut places = Vec::new();
        for (place, &loss) in losses.iter().enumerate() {
            if is_progress(least, loss) {
                least = Some(loss);
                places.push(place);
            }
        }
        places
    }

    #[test]
    fn a_loss_makes_progress_where_it_falls_by_more_than_a_ten_thousandth() {
        assert_eq!(progress(&[0.7, 0.6, 0.65, 0.6, 0.599_95, 0.599_93]), [0, 1, 5], "small falls add up");
        assert_eq!(progress(&[f64::NAN, 0.5, f64::NAN, 0.4]), [1, 3]);
        assert_eq!(progress(&[0.0, 0.0]), [0], "nothing is below 0");
        let crawl: Vec<f64> = (0..100).map(|epoch| 0.5 - 1e-7 * f64::from(epoch)).collect();
        assert_eq!(progress(&crawl), [0]);
    }
}
