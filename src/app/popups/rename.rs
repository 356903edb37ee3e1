//! The line for a run's name.

use crate::app::core::text_field::TextField;
use crate::app::core::undo::Undoable;
use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::app::{App, Core, Notice};
use crate::explain::words::{Message, runs as words};

/// The longest name a run can have.
const LONGEST_NAME: usize = 40;

/// A new name for a run.
#[derive(Debug, Clone)]
pub struct RenameLine {
    /// What was typed.
    pub field: TextField,
    /// The place of the run.
    pub run: usize,
    /// Whether another run has that name.
    pub taken: bool,
}

impl RenameLine {
    /// `e` in the list of runs: the name of the run under the cursor.
    pub(in crate::app) fn of(core: &Core) -> Option<Self> {
        let run = core.run_row;
        let field = TextField::new(&core.runs.get(run)?.run.name);
        Some(Self { field, run, taken: false })
    }
}

impl PopupBehaviour for RenameLine {
    fn field(&self) -> Option<&TextField> {
        Some(&self.field)
    }

    fn typed(&mut self, _app: &mut App, field: TextField) {
        (self.field, self.taken) = (field, false);
    }

    fn enter(&mut self, app: &mut App) -> Next {
        let (core, run) = (&mut app.core, self.run);
        let name: String = self.field.text().trim().chars().take(LONGEST_NAME).collect();
        self.taken = core.runs.all().iter().enumerate().any(|(other, slot)| other != run && slot.run.name == name);
        if self.taken {
            return Next::Stays;
        }
        if let Some(slot) = core.runs.get_mut(run)
            && !name.is_empty()
            && name != slot.run.name
        {
            let before = (slot.run.name.clone(), slot.named);
            let after = (name.clone(), true);
            (slot.run.name, slot.named) = after.clone();
            core.tell(Notice::info(Message::new(words::RENAMED, [before.0.clone(), name])));
            core.undo.record(Undoable::Name { run, before, after });
        }
        Next::Closes
    }
}
