//! How a race begins, how time passes in it, and how it is left.

use std::sync::Arc;
use std::time::Duration;

use crate::analysis::stopping::{LOOK, Stopping};
use crate::app::commands::{look, switch};
use crate::app::core::playback::PlayState;
use crate::app::core::race;
use crate::app::core::race::{Field, Race};
use crate::app::core::runs::Origin;
use crate::app::core::undo::Undoable;
use crate::app::{Core, Notice, Screen, TrainPanel};
use crate::explain::errors;
use crate::explain::words::{Message, runs as words};
use crate::training::Run;

/// Slices of work a key press may wait for: about ten milliseconds.
const SLICES_AT_ONCE: u64 = 10;

/// A race between the runs marked for comparison and the one on the screen; false with none marked.
pub(in crate::app) fn race_marked(core: &mut Core) -> bool {
    let active = core.runs.active_index();
    let mut racers = vec![active];
    racers.extend(core.runs.listed().filter(|&run| run != active && core.runs.all()[run].compared));
    if racers.len() < 2 {
        return false;
    }
    let left_out = racers.len().saturating_sub(race::MOST);
    racers.truncate(race::MOST);
    start_race(core, &racers, active);
    if left_out > 0 {
        let most = race::MOST.to_string();
        core.tell(Notice::info(Message::new(words::ONLY_SIX, [most])));
    }
    true
}

/// Makes the runs of a ready-made field from the recipe on the screen and lets them race.
pub(in crate::app) fn race_field(core: &mut Core, field: Field) {
    let before = core.runs.active_index();
    let mut made = Vec::new();
    for recipe in field.recipes(core.run().recipe()) {
        let name = core.runs.next_name();
        match Run::from_recipe(name, Arc::clone(&core.list), recipe) {
            Ok(run) => made.push(core.runs.add(run, Origin::Variant)),
            Err(error) => core.tell(Notice::warning(errors::of_run(&error))),
        }
    }
    if let Some(&first) = made.first() {
        core.undo.record(Undoable::made(before, first, made.clone()));
        start_race(core, &made, before);
    }
}

fn start_race(core: &mut Core, racers: &[usize], before: usize) {
    core.race = None;
    switch::put_on_screen(core, racers[0]);
    let mut race = Race::new(racers, before);
    race.go_to(0, &mut core.runs);
    core.race = Some(race);
    core.screen = Screen::Train;
    core.zoomed = false;
    tell_race(core);
    core.moved();
}

/// Says what Space does to the race on the screen now.
pub(in crate::app) fn tell_race(core: &mut Core) {
    let Some(race) = core.race.as_ref().filter(|_| core.shows_race()) else {
        return;
    };
    let words = match core.playback.state() {
        PlayState::Playing => words::RACE_RUNS,
        PlayState::Resting if race.is_over() => words::RACE_OVER,
        PlayState::Resting if race.at() == 0 => words::RACE_BEGINS,
        PlayState::Resting | PlayState::Seeking(_) => words::RACE_PAUSED,
    };
    core.tell(Notice::info(Message::plain(words)));
}

/// Takes the whole race to so many epochs from its start, now or in slices.
pub(in crate::app) fn race_to(core: &mut Core, at: u64) {
    let at = at.min(race::LAST);
    let Some(race) = &core.race else { return };
    let slice = race.epochs_per_millisecond(&core.runs);
    let new = at.saturating_sub(race.at());
    core.playback.rest();
    if new > slice * SLICES_AT_ONCE {
        core.playback.seek(at);
    } else {
        race_moves(core, at);
    }
    tell_race(core);
}

/// The race, moved by so many epochs either way.
pub(in crate::app) fn race_by(core: &mut Core, epochs: u64, forward: bool) {
    let Some(race) = &core.race else { return };
    let at = race.at();
    race_to(core, if forward { at + epochs } else { at.saturating_sub(epochs) });
}

fn race_moves(core: &mut Core, at: u64) {
    let Some(race) = &mut core.race else { return };
    race.go_to(at, &mut core.runs);
    if race.is_over() {
        core.playback.rest();
        core.tell(Notice::info(Message::plain(words::RACE_OVER)));
    }
    core.moved();
}

/// Lets `elapsed` pass for the race.
pub(in crate::app) fn race_passes(core: &mut Core, elapsed: Duration, busy: bool) {
    let Some(race) = &core.race else { return };
    let at = race.at();
    let slice = race.epochs_per_millisecond(&core.runs);
    match core.playback.state() {
        PlayState::Resting => {}
        PlayState::Seeking(goal) => {
            race_moves(core, goal.min(at + slice));
            if core.race.as_ref().is_some_and(|race| race.at() >= goal) {
                core.playback.rest();
            }
        }
        PlayState::Playing => {
            let slices = if busy { 1 } else { SLICES_AT_ONCE };
            let epochs = core.playback.trained(elapsed, slice * slices);
            if epochs > 0 {
                let goal = at + epochs;
                race_moves(core, goal);
                let at_rest = |race: &Race| race.has_come_to_rest(&core.runs);
                if goal / LOOK > at / LOOK && core.playback.rests_by_itself() && core.race.as_ref().is_some_and(at_rest)
                {
                    look::rest_stopped(core, Stopping::Converged, goal);
                }
            }
        }
    }
}

/// Puts the next or previous racer into the time bar and under Enter.
pub(in crate::app) fn choose_racer(core: &mut Core, forward: bool) {
    let Some(race) = &core.race else { return };
    let racers = race.racers();
    let here = core.runs.active_index();
    let at = racers.iter().position(|racer| racer.run == here).unwrap_or(0);
    let step = if forward { 1 } else { racers.len() - 1 };
    let next = racers[(at + step) % racers.len()].run;
    choose_run_of_race(core, next);
}

pub(in crate::app) fn choose_run_of_race(core: &mut Core, run: usize) {
    core.runs.activate(run);
    core.run_row = run;
    core.moved();
}

/// Enter: the race is over, and its run under the cursor stays on the screen.
pub(in crate::app) fn take_racer(core: &mut Core) {
    let Some(race) = core.race.take() else { return };
    core.playback.rest();
    let (before, after) = (race.before, core.runs.active_index());
    if before != after {
        core.undo.record(Undoable::Switch { before, after });
    }
    end_of_race(core);
}

/// Esc: the race is over, and the run from before it is on the screen.
pub(in crate::app) fn leave_race(core: &mut Core) {
    let Some(race) = core.race.take() else { return };
    switch::put_on_screen(core, race.before);
    end_of_race(core);
}

fn end_of_race(core: &mut Core) {
    core.set_focus(TrainPanel::Runs);
    core.tell(Notice::info(Message::plain(words::RACE_LEFT)));
    core.moved();
}
