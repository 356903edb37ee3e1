//! What follows from the cursors: what the network says of every row now, and who changed sides.
//! Computed once a frame, so that drawing only reads.

use std::sync::Arc;

use crate::analysis::Flips;
use crate::analysis::diagnosis::{NeuronState, Observation, diagnose, neuron_states};
use crate::app::core::runs::{Moment, Slot, Stamp};
use crate::data::{Facts, LiveRow, LiveRows, Split};
use crate::training::Predictions;

/// What of the curves and the ledger is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Parts {
    /// Training and test rows.
    #[default]
    Both,
    /// Training rows only.
    Train,
    /// Test rows only.
    Test,
}

/// What all of it follows from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::app) struct Of {
    pub stamp: Stamp,
    pub span: u64,
    pub mark: u64,
    pub against: Option<Moment>,
}

/// What networks say of every row, each asked once, as long as it is wanted.
#[derive(Debug, Clone, Default)]
struct Opinions(Vec<(Moment, Arc<Predictions>)>);

impl Opinions {
    fn of(&mut self, slot: &Slot, epoch: u64) -> Arc<Predictions> {
        let (at, run) = (slot.moment_at(epoch), &slot.run);
        if let Some((_, said)) = self.0.iter().find(|(moment, _)| *moment == at) {
            return Arc::clone(said);
        }
        let said = if epoch == run.epoch() {
            Predictions::new(run, run.network())
        } else {
            Predictions::new(run, &run.network_at(epoch))
        };
        let said = Arc::new(said);
        self.0.push((at, Arc::clone(&said)));
        said
    }

    /// Lets go what nobody else holds.
    fn forget(&mut self) {
        self.0.retain(|(_, said)| Arc::strong_count(said) > 1);
    }
}

/// So many are listed as nearest to one half, at the most, and of lists so long that looking takes no time.
const NEAREST: (usize, usize) = (256, 10_000);

/// Everything drawn that is more than a look at the state.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    opinions: Opinions,
    now: Option<Arc<Predictions>>,
    before: Option<Arc<Predictions>>,
    flipped: Vec<bool>,
    /// What the two below speak of.
    examined: Option<Stamp>,
    neurons: Vec<Vec<NeuronState>>,
    observations: Vec<Observation>,
    /// Who changed sides in the last step, or over the last span of epochs.
    pub last: Flips,
    /// The first epoch of that span.
    pub last_from: u64,
    /// Who changed sides since the ledger's mark.
    pub ledger: Flips,
    /// The epoch the ledger counts from.
    pub ledger_from: u64,
    /// While the ledger is empty, the rows whose p is nearest to one half, the nearest first: whom a step can turn.
    pub nearest: Vec<usize>,
    /// What was said where the ledger counts from: at its mark, or by the other run.
    mark: Option<Arc<Predictions>>,
    /// Who that run and this one judge differently: right here and wrong there is a gain.
    pub against: Option<Flips>,
}

/// The rows of the ledger: first those now right, then those now wrong, each in the order of the list.
#[derive(Debug, Clone, Copy)]
pub struct LedgerRows<'a>([[&'a [usize]; 2]; 2]);

impl LedgerRows<'_> {
    /// How many became right.
    pub fn gained(self) -> usize {
        self.0[0].iter().map(|rows| rows.len()).sum()
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.0.as_flattened().iter().map(|rows| rows.len()).sum()
    }

    /// Whether nobody changed sides.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The row of the list behind one of them.
    pub fn get(self, mut at: usize) -> Option<usize> {
        for rows in self.0.as_flattened() {
            match at.checked_sub(rows.len()) {
                None => return Some(rows[at]),
                Some(beyond) => at = beyond,
            }
        }
        None
    }
}

/// The rows whose p is nearest to one half.
fn nearest(now: &Predictions) -> Vec<usize> {
    let (most, longest) = NEAREST;
    let from_half = |row: usize| Some(((now.row(row).p? - 0.5).abs(), row));
    let mut rows: Vec<(f64, usize)> = (0..now.len()).filter(|_| now.len() <= longest).filter_map(from_half).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().take(most).map(|(_, row)| row).collect()
}

impl Shown {
    /// Brings everything up to date with the cursors of a run.
    pub(in crate::app) fn follow(&mut self, slot: &Slot, against: Option<&Slot>) {
        let run = &slot.run;
        let epoch = run.epoch();
        self.last_from = epoch.saturating_sub(slot.span).max(run.first_epoch());
        self.ledger_from = slot.mark.min(run.last_epoch());
        let now = self.opinions.of(slot, epoch);
        let before = self.opinions.of(slot, self.last_from);
        let mark = self.opinions.of(slot, self.ledger_from);
        self.examine(slot);
        let split = run.split();
        self.last = Flips::between(&before, &now, split);
        self.ledger = Flips::between(&mark, &now, split);
        let other = against.map(|other| self.opinions.of(other, other.run.epoch()));
        self.against = other.as_ref().map(|other| Flips::between(other, &now, split));
        self.nearest = if self.ledger.rows().next().is_none() { nearest(&now) } else { Vec::new() };
        self.flipped = vec![false; now.len()];
        for row in self.ledger.rows() {
            self.flipped[row] = true;
        }
        (self.now, self.before, self.mark) = (Some(now), Some(before), Some(other.unwrap_or(mark)));
        self.opinions.forget();
    }

    fn examine(&mut self, slot: &Slot) {
        let (at, run) = (Some(slot.stamp()), &slot.run);
        if self.examined != at {
            self.examined = at;
            self.neurons = neuron_states(run, run.network());
            self.observations = diagnose(run);
        }
    }

    /// What the network says of a row now.
    pub fn row(&self, row: usize) -> LiveRow {
        self.live().map(|live| live.row(row)).unwrap_or_default()
    }

    /// What it says of all rows now.
    pub fn live(&self) -> Option<&dyn LiveRows> {
        self.now.as_deref().map(|now| now as &dyn LiveRows)
    }

    /// What was said of a row where the ledger counts from: at its mark, or by the other run.
    pub fn row_before(&self, row: usize) -> LiveRow {
        self.mark.as_ref().map(|mark| mark.row(row)).unwrap_or_default()
    }

    /// How a hidden neuron fares over all rows; none for a neuron of the last layer.
    pub fn neuron(&self, layer: usize, neuron: usize) -> Option<NeuronState> {
        self.neurons.get(layer)?.get(neuron).copied()
    }

    /// What is seen of the run, the most serious first.
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// What sorting and filtering may ask of the network.
    pub fn facts<'a>(&'a self, split: &'a Split) -> Facts<'a> {
        Facts { live: self.live(), split: Some(split), flipped: &self.flipped }
    }

    /// The ledger's rows.
    pub fn ledger_rows(&self, parts: Parts) -> LedgerRows<'_> {
        let Flips { train, test } = self.against.as_ref().unwrap_or(&self.ledger);
        let kinds = [[&train.now_right[..], &test.now_right], [&train.now_wrong[..], &test.now_wrong]];
        LedgerRows(kinds.map(|[train, test]| match parts {
            Parts::Both => [train, test],
            Parts::Train => [train, &[]],
            Parts::Test => [&[], test],
        }))
    }
}
