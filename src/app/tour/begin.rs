//! Puts the program where a step begins, and back to what its words are about.

use crate::app::commands::{editing, people, racing, switch, time};
use crate::app::core::pointer::Spot;
use crate::app::core::runs::Origin;
use crate::app::tour::lesson::{About, Begin};
use crate::app::{App, present};
use crate::data::Filter;
use crate::training::Preset;

/// Nothing is lost by it: other runs stay, and `u` goes back to them.
pub(super) fn set_up(app: &mut App, begin: &Begin) {
    editing::keep_edit(&mut app.core);
    // Lessons tell what is kept from a class.
    present::leave(&mut app.core);
    app.popups.open.clear();
    app.core.playback.rest();
    if let Some(preset) = begin.preset {
        put_on(app, preset);
    }
    if let Some(epoch) = begin.epoch {
        go_to_epoch(app, epoch);
    }
    if let Some(id) = begin.passenger {
        select(app, id);
    }
    if let Some(panel) = begin.panel {
        app.core.zoomed = false;
        app.core.set_focus(panel);
        // What was opened at the pointer would cover what the step is about.
        app.screens.explore.spot_open = false;
    }
    app.core.touch();
}

/// Puts back what the words of a step are about, as far as the user went on from it.
pub(super) fn return_to(app: &mut App, about: About) {
    if let Some(preset) = away(app, about).preset {
        put_on(app, preset);
    }
    let away = away(app, about);
    if let Some(epoch) = away.epoch {
        go_to_epoch(app, epoch);
    }
    if let Some(id) = away.passenger {
        select(app, id);
    }
}

/// What of it is not what the program shows.
pub(super) fn away(app: &App, about: About) -> About {
    let core = &app.core;
    let is_on = |preset: Preset| core.runs.active().origin == Origin::Preset(preset);
    About {
        preset: about.preset.filter(|&preset| !is_on(preset)),
        epoch: about.epoch.filter(|epoch| core.run().epoch() != core.run().first_epoch() + epoch),
        passenger: about.passenger.filter(|&id| core.passenger().id != id),
    }
}

/// Whether the run on the screen is a preset's, or was made of one by hand.
pub(super) fn comes_from(app: &App, preset: Preset) -> bool {
    match app.core.runs.active().origin {
        Origin::Preset(on) => on == preset,
        Origin::Branch | Origin::ByHand { .. } | Origin::Copy => true,
        Origin::Recipe | Origin::Variant | Origin::File => false,
    }
}

fn put_on(app: &mut App, preset: Preset) {
    racing::leave_race(&mut app.core);
    switch::start_untouched(&mut app.core, preset);
    app.core.notice = None;
    // A slid z, another threshold or policy would show other numbers than the lesson names.
    app.screens.explore.curve.release();
    app.screens.score.put_back();
    app.core.spot = Spot::START;
}

fn go_to_epoch(app: &mut App, epoch: u64) {
    let first = app.core.run().first_epoch();
    time::go_to(&mut app.core, first + epoch);
}

fn select(app: &mut App, id: u32) {
    people::set_filter(&mut app.core, Filter::default());
    if let Some(row) = app.core.list.row_of(id) {
        people::go_to(&mut app.core, row);
    }
}
