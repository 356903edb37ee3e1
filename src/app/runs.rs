//! The runs of this session: the one on the screen, the others kept beside it, and where each came
//! from. Holds and names runs; what time does to them is `time`'s business.

use std::sync::Arc;

use crate::data::PassengerList;
use crate::training::{Preset, Run, TrainError};

/// Where a run came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A preset chosen in the program, or the published network it opens with.
    Preset(Preset),
    /// Another run, from one of its epochs on.
    Branch,
    /// The recipe screen.
    Recipe,
    /// A file: a model or a recipe given at the start, or a run of an earlier session.
    File,
}

/// A run with what the program remembers about it.
#[derive(Debug)]
pub struct Slot {
    /// The run.
    pub run: Run,
    /// Where it came from.
    pub origin: Origin,
    /// The name of the file it was opened from, to be saved there again.
    pub saved_as: Option<String>,
    /// The epoch the ledger counts flips from.
    pub mark: u64,
    /// How many epochs the last move in time spanned.
    pub span: u64,
    /// Whether its curves are drawn beside the current run's.
    pub compared: bool,
}

impl Slot {
    fn new(run: Run, origin: Origin) -> Self {
        let mark = run.first_epoch();
        Self {
            run,
            origin,
            saved_as: None,
            mark,
            span: 1,
            compared: false,
        }
    }

    /// Whether quitting must keep it: it has a past that is not simply there again at the next start.
    pub fn is_work(&self) -> bool {
        self.run.last_epoch() > self.run.first_epoch()
    }
}

/// The runs of this session; there is always one on the screen.
#[derive(Debug)]
pub struct Runs {
    slots: Vec<Slot>,
    active: usize,
}

impl Runs {
    /// Begins with one run.
    pub fn new(run: Run, origin: Origin) -> Self {
        Self {
            slots: vec![Slot::new(run, origin)],
            active: 0,
        }
    }

    /// The run on the screen.
    pub fn active(&self) -> &Slot {
        &self.slots[self.active]
    }

    /// The run on the screen, to change.
    pub fn active_mut(&mut self) -> &mut Slot {
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

    /// A run by its place.
    pub fn get_mut(&mut self, index: usize) -> Option<&mut Slot> {
        self.slots.get_mut(index)
    }

    /// Puts the run at `index` on the screen, if there is one.
    pub fn activate(&mut self, index: usize) {
        if index < self.slots.len() {
            self.active = index;
        }
    }

    /// Adds a run and returns its place; the one on the screen stays.
    pub fn add(&mut self, run: Run, origin: Origin) -> usize {
        self.slots.push(Slot::new(run, origin));
        self.slots.len() - 1
    }

    /// The place of the run made from `preset`; a new one is made when there is none.
    ///
    /// # Errors
    /// When the list cannot be used with the preset's recipe.
    pub fn preset(
        &mut self,
        preset: Preset,
        list: &Arc<PassengerList>,
    ) -> Result<usize, TrainError> {
        let made = self
            .slots
            .iter()
            .position(|slot| slot.origin == Origin::Preset(preset));
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
                let name = if round == 1 {
                    letter.to_string()
                } else {
                    format!("{letter}{round}")
                };
                if !taken(&name) {
                    return name;
                }
            }
            round += 1;
        }
    }
}
