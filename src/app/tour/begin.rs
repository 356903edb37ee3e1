//! Puts the program where a step begins.

use crate::app::commands::{editing, people, racing, switch, time};
use crate::app::core::pointer::Spot;
use crate::app::tour::lesson::Begin;
use crate::app::{App, present};
use crate::data::Filter;

/// Nothing is lost by it: other runs stay, and `u` goes back to them.
pub(super) fn set_up(app: &mut App, begin: &Begin) {
    let core = &mut app.core;
    editing::keep_edit(core);
    // Lessons tell what is kept from a class.
    present::leave(core);
    app.popups.open.clear();
    core.playback.rest();
    if let Some(preset) = begin.preset {
        racing::leave_race(core);
        switch::start_untouched(core, preset);
        core.notice = None;
        // A slid z, another threshold or policy would show other numbers than the lesson names.
        app.screens.explore.curve.release();
        app.screens.score.put_back();
        app.core.spot = Spot::START;
    }
    let core = &mut app.core;
    if let Some(epoch) = begin.epoch {
        time::go_to(core, core.run().first_epoch() + epoch);
    }
    if let Some(id) = begin.passenger {
        people::set_filter(core, Filter::default());
        if let Some(row) = core.list.row_of(id) {
            people::go_to(core, row);
        }
    }
    if let Some(panel) = begin.panel {
        core.zoomed = false;
        core.set_focus(panel);
        // What was opened at the pointer would cover what the step is about.
        app.screens.explore.spot_open = false;
    }
    app.core.touch();
}
