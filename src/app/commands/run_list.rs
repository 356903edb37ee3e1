//! What the user does to whole runs: rename, duplicate, forget, compare by names. Each is one change
//! that can be undone.

use crate::app::commands::{racing, switch};
use crate::app::core::runs::Origin;
use crate::app::core::text_field::TextField;
use crate::app::core::undo::Undoable;
use crate::app::overlay::Overlay;
use crate::app::{Core, Effect, Notice};
use crate::explain::words::{Message, notices, runs as words};

/// The longest name a run can have.
pub const LONGEST_NAME: usize = 40;

/// `e` in the list of runs: a line for the name.
pub(in crate::app) fn open_rename(core: &mut Core) -> Vec<Effect> {
    let run = core.run_row;
    let Some(slot) = core.runs.get(run) else {
        return Vec::new();
    };
    let field = TextField::new(&slot.run.name);
    core.toggle_overlay(Overlay::Rename { field, run, taken: false })
}

/// Enter in the line for the name.
pub(in crate::app) fn rename(core: &mut Core, field: TextField, run: usize) -> Vec<Effect> {
    let name: String = field.text().trim().chars().take(LONGEST_NAME).collect();
    let others = || core.runs.all().iter().enumerate();
    let taken = others().any(|(index, slot)| index != run && slot.run.name == name);
    if taken {
        core.overlay = Some(Overlay::Rename { field, run, taken });
        return Vec::new();
    }
    let Some(slot) = core.runs.get_mut(run) else {
        return vec![Effect::Redraw];
    };
    if !name.is_empty() && name != slot.run.name {
        let before = (slot.run.name.clone(), slot.named);
        let after = (name.clone(), true);
        (slot.run.name, slot.named) = after.clone();
        core.tell(Notice::info(Message::new(words::RENAMED, [before.0.clone(), name])));
        core.undo.record(Undoable::Name { run, before, after });
    }
    vec![Effect::Redraw]
}

/// `d` in the list of runs: the same run once more, with its past and its future.
pub(in crate::app) fn duplicate(core: &mut Core) {
    let Some(slot) = core.runs.get(core.run_row) else {
        return;
    };
    let name = core.runs.next_name();
    let original = slot.run.name.clone();
    let copy = slot.run.duplicate(&name);
    let before = core.runs.active_index();
    let after = core.runs.add(copy, Origin::Copy);
    core.undo.record(Undoable::made(before, after, vec![after]));
    switch::put_on_screen(core, after);
    core.tell(Notice::info(Message::new(words::DUPLICATED, [name, original])));
}

/// `D` in the list of runs: off the list, and not kept when the program ends.
pub(in crate::app) fn forget(core: &mut Core) {
    let run = core.run_row;
    let before = core.runs.active_index();
    let next = core.runs.listed().filter(|&other| other != run).min_by_key(|other| other.abs_diff(run));
    let Some(next) = next else {
        return core.tell(Notice::info(Message::plain(words::ONLY_RUN)));
    };
    let after = if run == before { next } else { before };
    let change = Undoable::List { before, after, runs: vec![run], listed: false, spares_work: false };
    core.undo.record(change.clone());
    apply_list(core, &change);
    core.run_row = next;
    let (name, is_from_file) =
        core.runs.get(run).map(|slot| (slot.run.name.clone(), slot.saved_as.is_some())).unwrap_or_default();
    let word = if is_from_file { words::FORGOTTEN_FILE } else { words::FORGOTTEN };
    core.tell(Notice::info(Message::new(word, [name])));
}

/// Makes a change of the list come true, forwards or backwards.
pub(in crate::app) fn apply_list(core: &mut Core, change: &Undoable) {
    let Undoable::List { after, runs, listed, spares_work, .. } = change else {
        return;
    };
    switch::put_on_screen(core, *after);
    for &run in runs {
        let stays = !listed && *spares_work && core.runs.get(run).is_some_and(|slot| slot.has_grown() || slot.named);
        if !stays {
            core.runs.list(run, *listed);
        }
    }
    if core.against.is_some_and(|run| core.runs.get(run).is_none_or(|slot| slot.forgotten)) {
        core.against = None;
    }
    core.run_row = *after;
    core.moved();
}

/// The cursor of the list of runs, moved over those that are listed.
pub(in crate::app) fn move_run_row(core: &mut Core, by: isize) {
    let listed: Vec<usize> = core.runs.listed().collect();
    let at = listed.iter().position(|&run| run >= core.run_row).unwrap_or(0);
    let to = crate::app::core::movement::step(at, by, listed.len());
    if let Some(&run) = listed.get(to) {
        core.run_row = run;
    }
}

/// Marks the run under the cursor for comparison.
pub(in crate::app) fn compare(core: &mut Core) {
    if core.run_row == core.runs.active_index() {
        return core.tell(Notice::info(Message::plain(notices::COMPARE_WITH)));
    }
    if let Some(slot) = core.runs.get_mut(core.run_row) {
        slot.compared = !slot.compared;
    }
    core.touch();
}

/// A click on a run of the list; a second one shows it, or takes it out of the race.
pub(in crate::app) fn point_at(core: &mut Core, run: usize) {
    if core.shows_race() {
        if core.runs.active_index() == run {
            racing::take_racer(core);
        } else {
            racing::choose_run_of_race(core, run);
        }
    // The list may have become shorter since the frame that was clicked.
    } else if core.runs.get(run).is_some() {
        if core.run_row == run {
            switch::switch_to(core, run);
        }
        core.run_row = run;
    }
}
