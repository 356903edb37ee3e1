//! The loss that tells when to stop, and how it gets on: what every rule for stopping asks.

use super::metrics::Quantity;
use super::run::Run;

/// The loss of a run that tells when to stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Watched {
    /// Which it is: that of the held-out rows, or without these that of the training rows.
    pub loss: Quantity,
    /// How many epochs before the last one it had a new least value, by more than [`super::PROGRESS`].
    pub epochs_since: u64,
}

impl Watched {
    /// That of a run, from its first known epoch to its last.
    pub fn of(run: &Run) -> Self {
        let (loss, epochs_since) = run.timeline.progress();
        Self { loss, epochs_since }
    }

    /// Whether rows are held out, whose loss it is.
    pub fn is_held_out(self) -> bool {
        self.loss == Quantity::HeldOutLoss
    }

    /// The loss that tells which epoch was the best for people the network did not learn from: where rows are held out
    /// theirs, for then the test rows choose nothing.
    pub fn judge(self) -> Quantity {
        if self.is_held_out() { Quantity::HeldOutLoss } else { Quantity::TestLoss }
    }

    /// The epoch with the least of all, and that loss; the earlier one of equals.
    pub fn best(self, run: &Run) -> (u64, f64) {
        let last = run.last_epoch();
        run.overview().least(self.loss).unwrap_or_else(|| (last, run.value_at(self.loss, last)))
    }
}
