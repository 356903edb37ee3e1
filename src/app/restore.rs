//! Undo and redo: a change the user made comes true again, backwards or forwards. And the reset to the very start.

use std::mem;

use crate::app::commands::{people, run_list, switch};
use crate::app::core::bearings::Bearings;
use crate::app::core::undo::Undoable;
use crate::app::popups::what_if;
use crate::app::{App, Core, Notice};
use crate::explain::words::{Message, notices, present, recipe, runs as words};
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
        Undoable::Hands { row, after, .. } => {
            core.presenter.count(row, after);
            Message::new(present::HANDS_READ, after.map(|count| count.to_string()))
        }
        Undoable::Reset { after, aside, .. } => {
            mem::swap(&mut app.screens, &mut app.aside[aside]);
            go(app, *after);
            Message::plain(if back { notices::WHERE_IT_WAS } else { notices::VERY_START })
        }
    };
    let core = &mut app.core;
    let what = core.settings.tell(&what);
    let done = if back { notices::UNDONE } else { notices::REDONE };
    core.tell(Notice::info(Message::new(done, [what])));
    core.moved();
}

/// Back to the very start: first passenger, first run at its first epoch, first screen, and each screen as it opens.
/// Runs stay, and undo brings all of it back.
pub(super) fn reset(app: &mut App) {
    let before = Bearings::of(&app.core);
    let after = before.at_start(&app.core);
    let aside = app.aside.len();
    app.aside.push(mem::take(&mut app.screens));
    let change = Undoable::Reset { before: Box::new(before), after: Box::new(after.clone()), aside };
    app.core.undo.record(change);
    go(app, after);
    app.core.tell(Notice::info(Message::plain(notices::RESET)));
}

/// Puts everything where it stood, or shall stand.
fn go(app: &mut App, to: Bearings) {
    app.popups.open.clear();
    let core = &mut app.core;
    if let Some(slot) = core.runs.get_mut(to.first.0) {
        slot.run.seek(to.first.1);
    }
    (core.race, core.against, core.offer, core.listing) = (to.race, to.against, to.offer, to.listing);
    switch::put_on_screen(core, to.run);
    core.view.set_sort(to.sort);
    people::set_filter(core, to.filter);
    people::go_to(core, to.who);
    (core.spot, core.screen, core.focus_on) = (to.spot, to.screen, to.focus);
    (core.zoomed, core.parts, core.what_if) = (to.zoomed, to.parts, to.what_if);
    core.presenter = to.presenter;
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
