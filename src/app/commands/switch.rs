//! Which run is on the screen: another one, a preset, one just made.

use crate::app::core::undo::Undoable;
use crate::app::{Core, Notice};
use crate::explain::errors;
use crate::explain::words::Message;
use crate::training::{Preset, Run};

/// Puts the run of a preset on the screen; a run already made from it is shown as it stands.
pub(in crate::app) fn start_preset(core: &mut Core, preset: Preset) {
    start(core, preset, |_| true);
}

/// Shows a preset's run in which nothing was changed by hand.
pub(in crate::app) fn start_untouched(core: &mut Core, preset: Preset) {
    start(core, preset, |run| run.changes().is_empty());
}

fn start(core: &mut Core, preset: Preset, serves: fn(&Run) -> bool) {
    let before = core.runs.active_index();
    let known = core.runs.all().len();
    match core.runs.preset(preset, &core.list, serves) {
        Ok(after) => {
            if after == known {
                show_new(core, before, after);
            } else {
                switch(core, before, after);
            }
            core.tell(Notice::info(Message::plain(core.story(preset))));
        }
        Err(error) => core.tell(Notice::warning(errors::of_run(&error))),
    }
}

/// Shows another run, as a change that can be undone.
pub(in crate::app) fn switch_to(core: &mut Core, index: usize) {
    if index < core.runs.all().len() {
        switch(core, core.runs.active_index(), index);
    }
}

pub(in crate::app) fn switch(core: &mut Core, before: usize, after: usize) {
    if before != after {
        core.undo.record(Undoable::Switch { before, after });
    }
    put_on_screen(core, after);
}

/// Shows a run just made, as a change that can be undone.
pub(in crate::app) fn show_new(core: &mut Core, before: usize, after: usize) {
    core.undo.record(Undoable::made(before, after, vec![after]));
    put_on_screen(core, after);
}

/// Shows a run; a race it takes no part in is over.
pub(in crate::app) fn put_on_screen(core: &mut Core, run: usize) {
    core.playback.rest();
    if core.race.as_ref().is_some_and(|race| !race.has(run)) {
        core.race = None;
    }
    core.runs.activate(run);
    core.run_row = run;
    core.flow = None;
    core.moved();
}
