//! Undo and redo of what the user changed. It never moves the epoch, for time has keys of its own; only a reset, which
//! did, is undone whole.

use crate::app::core::bearings::Bearings;
use crate::app::core::presenter::Hands;
use crate::training::Setting;

/// A change the user made to a run, or from one run to another.
#[derive(Debug, Clone, PartialEq)]
pub enum Undoable {
    /// The learning rate of the run at `run`.
    Rate {
        /// Its place among the runs.
        run: usize,
        /// The rate before.
        before: f64,
        /// The rate after.
        after: f64,
    },
    /// L1 and L2 of the run at `run`.
    Penalties {
        /// Its place among the runs.
        run: usize,
        /// Both before.
        before: (f64, f64),
        /// Both after.
        after: (f64, f64),
    },
    /// What waits on the recipe form of the run at `run`, as versions of the form.
    Draft {
        /// Its place among the runs.
        run: usize,
        /// The line that changed.
        line: Setting,
        /// The version before.
        before: Option<usize>,
        /// The version after.
        after: Option<usize>,
    },
    /// Another run came on the screen: a preset, or a branch.
    Switch {
        /// The run before.
        before: usize,
        /// The run after.
        after: usize,
    },
    /// Runs came on the list or went from it, and another one came on the screen.
    List {
        /// The run on the screen before.
        before: usize,
        /// The run on the screen after.
        after: usize,
        /// The runs that came or went.
        runs: Vec<usize>,
        /// Whether they came.
        listed: bool,
        /// Whether undoing leaves on the list what was trained in the meantime.
        spares_work: bool,
    },
    /// A run got another name.
    Name {
        /// Its place among the runs.
        run: usize,
        /// The name before, and whether the user had given it.
        before: (String, bool),
        /// The name after, and whether the user gave it.
        after: (String, bool),
    },
    /// Other hands of a class were counted.
    Hands {
        /// The passenger's row.
        row: usize,
        /// The hands before.
        before: Hands,
        /// The hands after.
        after: Hands,
    },
    /// Everything went back to the very start.
    Reset {
        /// Where everything stood before.
        before: Box<Bearings>,
        /// Where it stands after.
        after: Box<Bearings>,
        /// The place of what the screens remembered, or shall remember again, among what was laid aside.
        aside: usize,
    },
}

impl Undoable {
    /// Runs were made and the last of them came on the screen.
    pub(in crate::app) const fn made(before: usize, after: usize, runs: Vec<usize>) -> Self {
        Self::List { before, after, runs, listed: true, spares_work: true }
    }

    fn reversed(self) -> Self {
        match self {
            Self::Rate { run, before, after } => Self::Rate { run, before: after, after: before },
            Self::Penalties { run, before, after } => Self::Penalties { run, before: after, after: before },
            Self::Draft { run, line, before, after } => Self::Draft { run, line, before: after, after: before },
            Self::Switch { before, after } => Self::Switch { before: after, after: before },
            Self::List { before, after, runs, listed, spares_work } => {
                Self::List { before: after, after: before, runs, listed: !listed, spares_work }
            }
            Self::Name { run, before, after } => Self::Name { run, before: after, after: before },
            Self::Hands { row, before, after } => Self::Hands { row, before: after, after: before },
            Self::Reset { before, after, aside } => Self::Reset { before: after, after: before, aside },
        }
    }
}

/// The user's changes, done and undone.
#[derive(Debug, Clone, Default)]
pub struct Undo {
    done: Vec<Undoable>,
    undone: Vec<Undoable>,
}

impl Undo {
    /// Remembers a change just made; what was undone before it can no longer be redone.
    pub(in crate::app) fn record(&mut self, change: Undoable) {
        self.done.push(change);
        self.undone.clear();
    }

    /// The change to make now so that the last one is undone.
    pub(in crate::app) fn undo(&mut self) -> Option<Undoable> {
        let change = self.done.pop()?;
        self.undone.push(change.clone());
        Some(change.reversed())
    }

    /// The change to make now so that the last undone one is done again.
    pub(in crate::app) fn redo(&mut self) -> Option<Undoable> {
        let change = self.undone.pop()?;
        self.done.push(change.clone());
        Some(change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_reverses_and_redo_repeats() {
        let mut undo = Undo::default();
        let change = Undoable::Rate { run: 0, before: 0.1, after: 0.3 };
        undo.record(change.clone());
        assert_eq!(undo.undo(), Some(Undoable::Rate { run: 0, before: 0.3, after: 0.1 }));
        assert_eq!(undo.undo(), None);
        assert_eq!(undo.redo(), Some(change));
        assert_eq!(undo.redo(), None);
    }

    #[test]
    fn a_new_change_ends_what_could_be_redone() {
        let mut undo = Undo::default();
        undo.record(Undoable::Switch { before: 0, after: 1 });
        undo.undo();
        undo.record(Undoable::Switch { before: 0, after: 2 });
        assert_eq!(undo.redo(), None);
    }
}
