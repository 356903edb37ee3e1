//! What is measured after every epoch.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

/// Loss and count of correct answers over one part of the list.
///
/// The loss is the mean over `loss_rows`; `total` may be larger, for passengers counted as died
/// have an answer but no loss.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The mean loss without regularisation; NaN (null in JSON) over no rows.
    pub loss: f64,
    /// Over how many rows the loss is taken.
    pub loss_rows: u32,
    /// How many answers are right at threshold 0.5.
    pub correct: u32,
    /// Out of how many.
    pub total: u32,
}

impl Part {
    /// The share of right answers; none where there are no rows.
    pub fn accuracy(&self) -> Option<f64> {
        (self.total > 0).then(|| f64::from(self.correct) / f64::from(self.total))
    }
}

/// Both parts of the list, apart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Metrics {
    /// The rows the network learns from.
    pub train: Part,
    /// The rows it never sees while it learns.
    pub test: Part,
}

/// All that is measured after an epoch.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub metrics: Metrics,
    /// The mean loss over the held-out rows; none where nobody is held out.
    pub held_out: Option<f64>,
}

impl Reading {
    /// Whether no loss overflowed.
    pub fn is_finite(&self) -> bool {
        let fine = |part: &Part| part.loss_rows == 0 || part.loss.is_finite();
        fine(&self.metrics.train) && fine(&self.metrics.test) && self.held_out.is_none_or(f64::is_finite)
    }
}

/// What is drawn over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
pub enum Quantity {
    /// The loss over training rows.
    TrainLoss,
    /// The loss over test rows.
    TestLoss,
    /// The loss over the rows held out of training.
    HeldOutLoss,
    /// The share of right answers among training rows, 0 to 1.
    TrainAccuracy,
    /// The share of right answers among test rows.
    TestAccuracy,
}

impl Quantity {
    /// All of them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Its value at one epoch; NaN where there are no rows.
    pub(super) fn of(self, Reading { metrics, held_out }: &Reading) -> f64 {
        match self {
            Self::HeldOutLoss => held_out.unwrap_or(f64::NAN),
            Self::TrainLoss => metrics.train.loss,
            Self::TestLoss => metrics.test.loss,
            Self::TrainAccuracy => metrics.train.accuracy().unwrap_or(f64::NAN),
            Self::TestAccuracy => metrics.test.accuracy().unwrap_or(f64::NAN),
        }
    }
}
