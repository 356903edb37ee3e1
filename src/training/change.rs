//! What may be changed while a run goes on, and when it was.

use serde::{Deserialize, Serialize};

/// A change of rate or regularisation: it holds for the steps that leave `epoch` and later ones.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The epoch the run stood at.
    pub epoch: u64,
    /// The learning rate from there on, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learning_rate: Option<f64>,
    /// L1 from there on, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub l1: Option<f64>,
    /// L2 from there on, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub l2: Option<f64>,
}

/// What holds at one epoch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rates {
    pub learning_rate: f64,
    pub l1: f64,
    pub l2: f64,
}

impl Rates {
    /// What holds once this change is made.
    const fn after(self, change: &Change) -> Self {
        const fn or(new: Option<f64>, old: f64) -> f64 {
            match new {
                Some(new) => new,
                None => old,
            }
        }
        Self {
            learning_rate: or(change.learning_rate, self.learning_rate),
            l1: or(change.l1, self.l1),
            l2: or(change.l2, self.l2),
        }
    }
}

/// What a run began with and all its changes, in the order of their epochs, one for each.
#[derive(Debug, Clone)]
pub(super) struct Schedule {
    base: Rates,
    changes: Vec<Change>,
}

impl Schedule {
    pub const fn new(base: Rates, changes: Vec<Change>) -> Self {
        Self { base, changes }
    }

    /// What holds for the step that leaves `epoch`.
    pub fn at(&self, epoch: u64) -> Rates {
        let known = self.changes.partition_point(|change| change.epoch <= epoch);
        self.changes[..known].iter().fold(self.base, Rates::after)
    }

    /// The changes made up to `epoch`.
    pub fn until(&self, epoch: u64) -> &[Change] {
        &self.changes[..self.changes.partition_point(|change| change.epoch <= epoch)]
    }

    /// All changes, those of epochs yet to come included.
    pub fn all(&self) -> &[Change] {
        &self.changes
    }

    /// Forgets the changes made after `epoch`.
    pub fn forget_after(&mut self, epoch: u64) {
        self.changes.retain(|change| change.epoch <= epoch);
    }

    /// Records what holds from `epoch` on, where nothing was recorded later.
    pub fn set(&mut self, epoch: u64, rates: Rates) {
        self.changes.retain(|change| change.epoch < epoch);
        let before = self.changes.iter().fold(self.base, Rates::after);
        let new = |now: f64, old: f64| (now != old).then_some(now);
        let change = Change {
            epoch,
            learning_rate: new(rates.learning_rate, before.learning_rate),
            l1: new(rates.l1, before.l1),
            l2: new(rates.l2, before.l2),
        };
        if rates != before {
            self.changes.push(change);
        }
    }
}
