//! The runs of this session: the one on the screen, the others kept beside it, and where each came
//! from. Holds and names runs; what time does to them is `time`'s business.

use std::sync::Arc;

use crate::data::PassengerList;
use crate::training::{FRAME_BYTES, ModelFile, PUBLISHED_WEIGHTS, Preset, Run, TrainError};

/// The memory for the key frames of all listed runs, in bytes.
const ALL_FRAMES: usize = 256 << 20;
/// What a run that is no longer listed may keep.
const FORGOTTEN_FRAMES: usize = 1 << 20;

/// Where a run came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A preset chosen in the program, or the published network it opens with.
    Preset(Preset),
    /// Another run, from one of its epochs on.
    Branch,
    /// The recipe screen.
    Recipe,
    /// Another run whose numbers the user set by hand; `root` is the place of the run the numbers
    /// were first taken from.
    ByHand {
        /// The place of that run.
        root: usize,
    },
    /// Another run, as it was.
    Copy,
    /// A variant of another run's recipe, made for a race.
    Variant,
    /// A file: a model or a recipe given at the start, or a run of an earlier session.
    File,
}

/// Which network it is: a run under an identity that is never given again, and one of its epochs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// The run.
    pub past: Past,
    /// The epoch.
    pub epoch: u64,
}

/// Which run it is. Another past under the same name, as while numbers are set by hand, is another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Past {
    slot: u64,
    revision: u64,
    first: u64,
}

impl Past {
    /// Whether both are of one place on the list, whatever became of its past.
    pub(in crate::app) const fn is_of_same_slot(self, other: Self) -> bool {
        self.slot == other.slot
    }
}

/// All that what is said of a run follows from: with the same stamp it is the same to the last bit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stamp {
    /// The network at the cursor.
    pub moment: Moment,
    last: u64,
    rates: (f64, f64, f64),
    diverged: Option<u64>,
}

/// A run with what the program remembers about it.
#[derive(Debug)]
pub struct Slot {
    /// The run; another one comes in its place by `Runs::replace` only.
    pub run: Run,
    id: u64,
    revision: u64,
    /// Where it came from.
    pub origin: Origin,
    /// The name of the file it was opened from, to be saved there again.
    pub saved_as: Option<String>,
    /// The last epoch it had when it came on the list.
    pub begun: u64,
    /// The epoch the ledger counts flips from.
    pub mark: u64,
    /// How many epochs the last move in time spanned.
    pub span: u64,
    /// Whether its curves are drawn beside the current run's.
    pub compared: bool,
    /// Whether the user gave it its name.
    pub named: bool,
    /// Whether the user wants it neither listed nor kept.
    pub forgotten: bool,
    /// The most test rows that numbers set by hand, starting from this run, got right.
    pub best_by_hand: Option<u32>,
}

impl Slot {
    fn new(run: Run, origin: Origin, id: u64) -> Self {
        let mark = run.first_epoch();
        Self {
            begun: run.last_epoch(),
            run,
            id,
            revision: 0,
            origin,
            saved_as: None,
            mark,
            span: 1,
            compared: false,
            named: false,
            forgotten: false,
            best_by_hand: None,
        }
    }

    /// Which run it is.
    pub(in crate::app) fn past(&self) -> Past {
        Past { slot: self.id, revision: self.revision, first: self.run.first_epoch() }
    }

    /// Which network its run has at an epoch.
    pub(super) fn moment_at(&self, epoch: u64) -> Moment {
        let past = self.past();
        Moment { past, epoch }
    }

    /// All that what is said of its run now follows from.
    pub(in crate::app) fn stamp(&self) -> Stamp {
        let run = &self.run;
        let (l1, l2) = run.regularisation();
        Stamp {
            moment: self.moment_at(run.epoch()),
            last: run.last_epoch(),
            rates: (run.learning_rate(), l1, l2),
            diverged: run.diverged_in(),
        }
    }

    /// Which run it is, and how many networks it has shown with their test figures: one for each epoch since it came
    /// on the list, and for each number set by hand meanwhile.
    pub(in crate::app) fn judged(&self) -> (u64, u64) {
        (self.id, 1 + self.revision + self.run.last_epoch().saturating_sub(self.begun))
    }

    /// Whether it is the network of the post, or what training made of it.
    pub(super) fn begins_published(&self) -> bool {
        self.origin == Origin::Preset(Preset::ThePost)
    }

    /// Whether its numbers at the cursor are the published ones, to the last bit.
    pub(super) fn is_published(&self) -> bool {
        self.begins_published() && self.run.network().parameters() == PUBLISHED_WEIGHTS
    }

    /// Whether it has more than its first epoch.
    pub(super) fn has_past(&self) -> bool {
        self.run.last_epoch() > self.run.first_epoch()
    }

    /// Whether it was trained since it came on the list.
    pub(in crate::app) fn has_grown(&self) -> bool {
        self.run.last_epoch() > self.begun
    }

    /// Whether quitting must keep it: the user made something that is not simply there again at the
    /// next start, and did not say that it may go.
    fn is_work(&self) -> bool {
        let made = matches!(self.origin, Origin::ByHand { .. }) || self.named;
        !self.forgotten && (self.has_past() || made)
    }
}

/// The runs of this session; there is always one on the screen.
#[derive(Debug)]
pub struct Runs {
    slots: Vec<Slot>,
    active: usize,
    /// How many runs there were so far, those no longer here included.
    made: u64,
}

impl Runs {
    /// Begins with one run.
    pub(in crate::app) fn new(run: Run, origin: Origin) -> Self {
        Self { slots: vec![Slot::new(run, origin, 0)], active: 0, made: 1 }
    }

    /// The run on the screen.
    pub fn active(&self) -> &Slot {
        &self.slots[self.active]
    }

    /// The run on the screen, to change.
    pub(in crate::app) fn active_mut(&mut self) -> &mut Slot {
        &mut self.slots[self.active]
    }

    /// Its place among all.
    pub const fn active_index(&self) -> usize {
        self.active
    }

    /// All runs in the order they were made.
    pub fn all(&self) -> &[Slot] {
        &self.slots
    }

    /// The places of the runs the user sees.
    pub fn listed(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.slots.len()).filter(|&index| !self.slots[index].forgotten)
    }

    /// A run by its place.
    pub fn get(&self, index: usize) -> Option<&Slot> {
        self.slots.get(index)
    }

    /// A run by its place, to change.
    pub(in crate::app) fn get_mut(&mut self, index: usize) -> Option<&mut Slot> {
        self.slots.get_mut(index)
    }

    /// Puts the run at `index` on the screen, if there is one.
    pub(in crate::app) fn activate(&mut self, index: usize) {
        if index < self.slots.len() {
            self.active = index;
        }
    }

    /// Adds a run and returns its place; the one on the screen stays.
    pub(in crate::app) fn add(&mut self, run: Run, origin: Origin) -> usize {
        self.slots.push(Slot::new(run, origin, self.made));
        self.made += 1;
        self.share_memory();
        self.slots.len() - 1
    }

    /// Puts another run in the place of one that is still being made.
    pub(in crate::app) fn replace(&mut self, index: usize, run: Run) {
        if let Some(slot) = self.slots.get_mut(index) {
            slot.run = run;
            slot.revision += 1;
        }
    }

    /// Takes back the run added last.
    pub(in crate::app) fn remove_last(&mut self) {
        if self.active + 1 < self.slots.len() {
            self.slots.pop();
        }
    }

    /// Lists a run again, or no longer. What is not listed keeps few key frames: it is replayed
    /// should it come back.
    pub(in crate::app) fn list(&mut self, index: usize, listed: bool) {
        if let Some(slot) = self.slots.get_mut(index) {
            slot.forgotten = !listed;
        }
        self.share_memory();
    }

    /// Divides the memory for key frames, so that many runs cost no more than a few.
    fn share_memory(&mut self) {
        let listed = self.listed().count().max(1);
        let share = (ALL_FRAMES / listed).min(FRAME_BYTES);
        for slot in &mut self.slots {
            slot.run.set_history_bytes(if slot.forgotten { FORGOTTEN_FRAMES } else { share });
        }
    }

    /// The place of the run made from `preset` that serves; a new one is made when there is none.
    ///
    /// # Errors
    /// When the list cannot be used with the preset's recipe.
    pub(in crate::app) fn preset(
        &mut self,
        preset: Preset,
        list: &Arc<PassengerList>,
        serves: fn(&Run) -> bool,
    ) -> Result<usize, TrainError> {
        let is_made = |slot: &Slot| slot.origin == Origin::Preset(preset) && !slot.forgotten && serves(&slot.run);
        let made = self.slots.iter().position(is_made);
        if let Some(index) = made {
            return Ok(index);
        }
        let run = preset.run(self.next_name(), Arc::clone(list))?;
        Ok(self.add(run, Origin::Preset(preset)))
    }

    /// A letter no run has yet: A … Z, then A2 ….
    pub fn next_name(&self) -> String {
        let taken = |name: &str| self.slots.iter().any(|slot| slot.run.name == name);
        let mut round = 1;
        loop {
            for letter in 'A'..='Z' {
                let name = if round == 1 { letter.to_string() } else { format!("{letter}{round}") };
                if !taken(&name) {
                    return name;
                }
            }
            round += 1;
        }
    }

    /// The runs that quitting must keep, each with the name of its file: that which it came from, else one of this
    /// session.
    pub fn to_save(&self, session: &str) -> Vec<(String, ModelFile)> {
        let fresh = |slot: &Slot| format!("{session}-{}", slot.run.name);
        let work = self.slots.iter().filter(|slot| slot.is_work());
        work.map(|slot| (slot.saved_as.clone().unwrap_or_else(|| fresh(slot)), slot.run.last_model())).collect()
    }
}
