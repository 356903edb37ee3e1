//! What may be changed while a run goes on, and when it was.

use serde::{Deserialize, Serialize};

use super::recipe::Recipe;
use crate::nn::{Network, Parameter};

/// A parameter set by hand; without `input` it is a bias.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The layer, 0 is the first after the inputs.
    pub layer: usize,
    /// The neuron within its layer.
    pub neuron: usize,
    /// Which input of the neuron the weight belongs to; none for the bias.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<usize>,
    /// What it was set to.
    pub value: f64,
}

impl Edit {
    /// Setting a parameter to a value.
    pub const fn new(parameter: Parameter, value: f64) -> Self {
        match parameter {
            Parameter::Weight { layer, neuron, input } => Self { layer, neuron, input: Some(input), value },
            Parameter::Bias { layer, neuron } => Self { layer, neuron, input: None, value },
        }
    }

    /// The parameter that was set.
    pub const fn parameter(&self) -> Parameter {
        let Self { layer, neuron, .. } = *self;
        match self.input {
            Some(input) => Parameter::Weight { layer, neuron, input },
            None => Parameter::Bias { layer, neuron },
        }
    }
}

/// What was changed at one epoch. Rates hold for the steps that leave `epoch` and later ones; edits
/// are part of the network at `epoch` itself, and the optimiser keeps what it remembers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// The parameters set by hand, each at most once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
}

/// What holds at one epoch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rates {
    pub learning_rate: f64,
    pub l1: f64,
    pub l2: f64,
}

impl Rates {
    /// What a run of this recipe begins with.
    pub const fn of(recipe: &Recipe) -> Self {
        Self { learning_rate: recipe.learning_rate, l1: recipe.l1, l2: recipe.l2 }
    }

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
        let edits = self.take(epoch);
        self.put(epoch, rates, edits);
    }

    /// Records parameters set by hand at `epoch`, where nothing was recorded later.
    pub fn edit(&mut self, epoch: u64, new: &[Edit]) {
        let rates = self.at(epoch);
        let mut edits = self.take(epoch);
        for edit in new {
            edits.retain(|old| old.parameter() != edit.parameter());
            edits.push(*edit);
        }
        self.put(epoch, rates, edits);
    }

    /// Sets what was set by hand at the epoch this network has come to.
    pub fn apply_edits(&self, epoch: u64, network: &mut Network) {
        let change = self.changes.binary_search_by_key(&epoch, |change| change.epoch);
        for edit in change.map_or(&[][..], |index| &self.changes[index].edits) {
            let index = network.index(edit.parameter());
            network.parameters_mut()[index] = edit.value;
        }
    }

    /// Forgets what was recorded at `epoch` and hands out its edits.
    fn take(&mut self, epoch: u64) -> Vec<Edit> {
        let known = self.changes.partition_point(|change| change.epoch < epoch);
        let here = self.changes.drain(known..).next();
        here.filter(|change| change.epoch == epoch).map_or_else(Vec::new, |change| change.edits)
    }

    fn put(&mut self, epoch: u64, rates: Rates, edits: Vec<Edit>) {
        let before = self.changes.iter().fold(self.base, Rates::after);
        if rates == before && edits.is_empty() {
            return;
        }
        let new = |now: f64, old: f64| (now != old).then_some(now);
        self.changes.push(Change {
            epoch,
            learning_rate: new(rates.learning_rate, before.learning_rate),
            l1: new(rates.l1, before.l1),
            l2: new(rates.l2, before.l2),
            edits,
        });
    }
}
