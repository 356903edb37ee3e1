//! Brings what follows from the cursors up to date: what the network says of everybody now, the list that is sorted or
//! filtered by it.

use crate::app::Core;
use crate::app::core::NOTHING;

/// Brings what follows from the cursors up to date, so that keys find what a frame drawn now would show.
pub(in crate::app) fn settle(core: &mut Core) {
    if !core.stale && core.knows_shown() {
        return;
    }
    core.stale = false;
    refresh_shown(core);
    if core.view.depends_on_network() {
        rebuild_view(core);
    }
}

/// Brings what follows from the cursors up to date with them.
fn refresh_shown(core: &mut Core) {
    let of = core.shown_of();
    if !core.knows_shown() {
        // What was said of other epochs is said again without asking.
        let mut shown = core.shown.take_where(|_| true).unwrap_or_default();
        shown.follow(core.runs.active(), core.other_in_ledger());
        core.shown.put(of, shown);
    }
}

pub(in crate::app) fn rebuild_view(core: &mut Core) {
    let of = core.shown_of();
    let facts = core.shown.get(&of).unwrap_or(&NOTHING);
    let facts = facts.facts(core.runs.active().run.split());
    core.view.rebuild(&core.list, &facts);
}
