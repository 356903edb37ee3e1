//! Undo and redo: a change the user made comes true again, backwards or forwards.

use crate::app::commands::{run_list, switch};
use crate::app::core::undo::Undoable;
use crate::app::popups::what_if;
use crate::app::{App, Core, Notice};
use crate::explain::words::{Message, notices, recipe, runs as words};
use crate::training::Run;

/// Undoes the last change of the user, or makes the last one that was undone again; while a person is made up,
/// of that person.
pub(super) fn step(app: &mut App, back: bool) {
    let core = &mut app.core;
    if app.popups.shows_what_if() {
        return what_if::undo(core, back);
    }
    let change = if back { core.undo.undo() } else { core.undo.redo() };
    let Some(change) = change else {
        let nothing = if back { notices::NOTHING_TO_UNDO } else { notices::NOTHING_TO_REDO };
        return core.tell(Notice::info(Message::plain(nothing)));
    };
    let what = match change {
        Undoable::Rate { run, after, .. } => {
            at_end(core, run, |run| run.set_learning_rate(after));
            Message::new(notices::CHANGED_RATE, [after.to_string()])
        }
        Undoable::Penalties { run, after, .. } => {
            at_end(core, run, |run| run.set_regularisation(after.0, after.1));
            let said = [after.0.to_string(), after.1.to_string()];
            Message::new(recipe::PENALTIES, said)
        }
        Undoable::Draft { run, line, after, .. } => app.screens.recipe.restore_draft(core, (run, line), after),
        Undoable::Switch { after, .. } => {
            switch::put_on_screen(core, after);
            Message::new(notices::CHANGED_RUN, [core.run_name()])
        }
        Undoable::List { .. } => {
            run_list::apply_list(core, &change);
            Message::new(notices::CHANGED_RUN, [core.run_name()])
        }
        Undoable::Name { run, after, .. } => {
            let name = after.0.clone();
            if let Some(slot) = core.runs.get_mut(run) {
                (slot.run.name, slot.named) = after;
            }
            Message::new(words::CHANGED_NAME, [name])
        }
    };
    let what = what.text(core.settings.language);
    let done = if back { notices::UNDONE } else { notices::REDONE };
    core.tell(Notice::info(Message::new(done, [what])));
    core.moved();
}

/// Changes a run at its end, and leaves it at its epoch.
fn at_end(core: &mut Core, run: usize, change: impl FnOnce(&mut Run) -> bool) {
    if let Some(slot) = core.runs.get_mut(run) {
        let epoch = slot.run.epoch();
        slot.run.seek(slot.run.last_epoch());
        change(&mut slot.run);
        slot.run.seek(epoch);
    }
}
