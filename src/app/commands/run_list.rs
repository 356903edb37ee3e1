//! What the user does to whole runs: duplicate, forget, compare, open those of earlier sessions. Each is one change
//! that can be undone.

use crate::app::commands::{racing, switch};
use crate::app::core::runs::Origin;
use crate::app::core::undo::Undoable;
use crate::app::{Core, Effect, Notice};
use crate::explain::words::{Message, notices, runs as words};
use crate::training::Run;

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

/// Asks for the runs of earlier sessions.
pub(in crate::app) fn reopen(core: &mut Core) {
    core.saved_runs = 0;
    core.asked.push(Effect::OpenSavedRuns);
}

/// Opens the runs of earlier sessions.
pub(in crate::app) fn open_saved(core: &mut Core, runs: Vec<(String, Run)>, unreadable: usize) {
    let opened = runs.len();
    let before = core.runs.active_index();
    for (file, mut run) in runs {
        if core.runs.all().iter().any(|slot| slot.run.name == run.name) {
            run.name = core.runs.next_name();
        }
        let target = run.replay_target();
        let after = core.runs.add(run, Origin::File);
        if let Some(slot) = core.runs.get_mut(after) {
            slot.saved_as = Some(file);
        }
        switch::switch(core, before, after);
        if let Some(epoch) = target {
            core.playback.seek(epoch);
        }
    }
    let counts = [opened.to_string(), unreadable.to_string()];
    core.tell(if unreadable == 0 {
        Notice::info(Message::new(notices::OPENED, counts))
    } else {
        Notice::warning(Message::new(notices::OPENED_SOME, counts))
    });
    core.moved();
}
