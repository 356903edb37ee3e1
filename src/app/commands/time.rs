//! The cursor *when*: stepping, playing, training, the learning rate, and the offer on the published network.

use std::time::Duration;

use crate::analysis::diagnosis::has_converged;
use crate::analysis::stopping::{LOOK, Stopping, stopping};
use crate::app::commands::{look, racing, switch};
use crate::app::core::Offer;
use crate::app::core::playback::PlayState;
use crate::app::core::pulse::StepPulse;
use crate::app::core::runs::Origin;
use crate::app::core::undo::Undoable;
use crate::app::{Core, Notice, Screen};
use crate::explain::numbers;
use crate::explain::words::{Message, Word, explore, notices};
use crate::training::recipe::next_rate;
use crate::training::{Preset, Run, Stop, StopRule, Watched};

/// Milliseconds of work a key press may wait for.
const AT_ONCE: u64 = 10;

/// One epoch on or back, as the wheel over an axis of epochs goes.
pub(in crate::app) fn step(core: &mut Core, on: bool) {
    if on {
        forward(core, 1);
    } else {
        back(core, 1);
    }
}

/// Goes forward through the recorded past and, at its end, into the future.
pub(in crate::app) fn forward(core: &mut Core, epochs: u64) {
    if core.race.as_ref().is_some() {
        return racing::race_by(core, epochs, true);
    }
    if core.begins_published() && core.run().at_end() {
        explain_published(core);
    }
    let from = core.run().epoch();
    let goal = (from + epochs).min(crate::training::MAX_EPOCHS);
    core.playback.rest();
    let new = goal.saturating_sub(core.run().last_epoch());
    if new > core.run().epochs_in(AT_ONCE) {
        core.playback.seek(goal);
    } else {
        advance(core, epochs);
    }
    note_move(core, from);
}

pub(in crate::app) fn back(core: &mut Core, epochs: u64) {
    if core.race.as_ref().is_some() {
        return racing::race_by(core, epochs, false);
    }
    // A step back that is still being replayed counts as made, or the next key would be lost.
    let from = match core.playback.state() {
        PlayState::Seeking(goal) => goal.min(core.run().epoch()),
        PlayState::Resting | PlayState::Playing => core.run().epoch(),
    };
    let goal = from.saturating_sub(epochs);
    go_to(core, goal.max(core.run().first_epoch()));
}

/// Goes to an epoch; one not yet computed is trained up to, and a past one far from any key frame
/// is replayed in slices, so that keys are still answered.
pub(in crate::app) fn go_to(core: &mut Core, epoch: u64) {
    if core.race.as_ref().is_some() {
        return racing::race_to(core, epoch.saturating_sub(core.run().first_epoch()));
    }
    let from = core.run().epoch();
    let budget = core.run().epochs_in(AT_ONCE);
    core.playback.rest();
    if !core.run_mut().seek_within(epoch, budget) || epoch > core.run().last_epoch() {
        core.playback.seek(epoch.min(crate::training::MAX_EPOCHS));
    }
    note_move(core, from);
}

fn note_move(core: &mut Core, from: u64) {
    let now = core.run().epoch();
    // On a way of several slices the next one goes on from here.
    let least = u64::from(!core.playback.is_seeking());
    core.runs.active_mut().span = now.checked_sub(from).map_or(1, |span| span.max(least));
    if core.settings.motion && core.screen == Screen::Explore && now == from + 1 {
        let room = match (core.playback.state(), core.playback.speed()) {
            (PlayState::Resting, _) => Duration::MAX,
            (PlayState::Playing, Some(speed)) => Duration::from_secs(1) / speed,
            (PlayState::Playing, None) | (PlayState::Seeking(_), _) => Duration::ZERO,
        };
        core.pulse = StepPulse::new(room);
    }
    core.moved();
}

/// Takes up to `epochs` steps forward; stops where the run stops.
fn advance(core: &mut Core, epochs: u64) {
    for _ in 0..epochs {
        let run = core.run_mut();
        if run.at_end() {
            if let Err(stop) = run.train() {
                stopped(core, stop);
                return;
            }
        } else {
            let next = run.epoch() + 1;
            run.seek(next);
        }
    }
}

/// Trains up to `epochs` more, and rests where the recipe says, and where nothing is left to learn.
fn train_until_rest(core: &mut Core, epochs: u64) {
    let goal = core.run().epoch() + epochs;
    loop {
        let epoch = core.run().epoch();
        if core.playback.rests_by_itself()
            && let Some(why) = stopping(core.run())
        {
            return look::rest_stopped(core, why, epoch);
        }
        if epoch >= goal || core.playback.state() != PlayState::Playing {
            return;
        }
        let looks_after = if core.run().recipe().stop == StopRule::Plateau { 1 } else { LOOK - epoch % LOOK };
        advance(core, (goal - epoch).min(looks_after));
        let epoch = core.run().epoch();
        if epoch.is_multiple_of(LOOK) && core.playback.rests_by_itself() && has_converged(core.run()) {
            return look::rest_stopped(core, Stopping::Converged, epoch);
        }
    }
}

/// Goes to the last epoch computed, or to the best of all by the watched loss.
pub(in crate::app) fn go_to_known(core: &mut Core, best: bool) {
    let run = core.run();
    let epoch = if best { Watched::of(run).best(run).0 } else { run.last_epoch() };
    go_to(core, epoch);
}

fn stopped(core: &mut Core, stop: Stop) {
    core.playback.rest();
    core.tell(Notice::warning(match stop {
        Stop::Diverged { epoch } => Message::new(notices::DIVERGED, [numbers::whole(epoch)]),
        Stop::Limit => Message::plain(notices::LIMIT),
    }));
}

/// Lets `elapsed` pass for the player.
pub(in crate::app) fn pass_time(core: &mut Core, elapsed: Duration, busy: bool) {
    if core.race.as_ref().is_some() {
        return racing::race_passes(core, elapsed, busy);
    }
    let from = core.run().epoch();
    // A way gone in slices is one move.
    let began = if core.playback.is_seeking() { from.saturating_sub(core.runs.active().span) } else { from };
    let slice = core.run().epochs_per_millisecond();
    match core.playback.state() {
        PlayState::Resting => return,
        PlayState::Seeking(goal) if goal <= core.run().last_epoch() => {
            if core.run_mut().seek_within(goal, slice) {
                core.playback.rest();
            }
        }
        PlayState::Seeking(goal) => {
            let left = goal.saturating_sub(from);
            advance(core, left.min(slice));
            if core.run().epoch() >= goal && core.playback.state() == PlayState::Seeking(goal) {
                core.playback.rest();
            }
        }
        PlayState::Playing => {
            let epochs = if core.run().at_end() {
                let room = core.run().epochs_in(if busy { 1 } else { AT_ONCE });
                core.playback.trained(elapsed, room)
            } else {
                // Where every epoch is kept, any of them is at hand.
                let kept = core.run().key_frame_stride() == 1;
                let room = if kept { u64::MAX } else { core.run().epochs_in(AT_ONCE) };
                let left = core.run().last_epoch() - from;
                core.playback.replayed(elapsed).min(left).min(room)
            };
            if core.run().at_end() {
                train_until_rest(core, epochs);
            } else {
                core.run_mut().seek(from + epochs);
            }
        }
    }
    if core.run().epoch() != from {
        note_move(core, began);
    }
}

pub(in crate::app) fn play_or_pause(core: &mut Core) {
    if core.is_playing() {
        core.playback.rest();
    } else if core.race.as_ref().is_none()
        && core.begins_published()
        && core.run().at_end()
        && core.offer != Offer::Declined
    {
        if core.offer == Offer::Made {
            switch::start_preset(core, Preset::ThePostTrained);
            core.playback.play(false);
        } else {
            core.offer = Offer::Made;
            core.tell(Notice::info(Message::plain(notices::OFFER)));
        }
    } else {
        let insists = match core.race.as_ref() {
            Some(race) => race.has_come_to_rest(&core.runs),
            None => core.run().at_end() && (stopping(core.run()).is_some() || has_converged(core.run())),
        };
        core.playback.play(insists);
    }
    racing::tell_race(core);
}

pub(in crate::app) fn decline_offer(core: &mut Core) {
    core.offer = Offer::Declined;
    core.tell(Notice::info(Message::plain(notices::DECLINED)));
}

/// Training on from the published weights is honest, and slow: say why.
fn explain_published(core: &mut Core) {
    if core.offer == Offer::Made {
        core.offer = Offer::Declined;
    }
    core.tell(Notice::info(Message::plain(notices::PUBLISHED_TRAINS)));
}

pub(in crate::app) fn change_rate(core: &mut Core, up: bool) {
    if let Some(after) = next_rate(core.run().learning_rate(), up) {
        set_rate(core, after);
    }
}

/// Changes the learning rate: at its end the run goes on with it, in its past a branch begins.
pub(in crate::app) fn set_rate(core: &mut Core, after: f64) {
    let before = core.run().learning_rate();
    let run = core.runs.active_index();
    let change = |run: &mut Run| run.set_learning_rate(after);
    let said = [before.to_string(), after.to_string()];
    let undo = Undoable::Rate { run, before, after };
    tune(core, explore::RATE, said, change, undo);
}

/// Changes what a run can change while it goes on. In its past another future begins: a branch,
/// and the run stays as it is.
pub(in crate::app) fn tune(
    core: &mut Core,
    label: Word,
    [old, new]: [String; 2],
    change: impl Fn(&mut Run) -> bool,
    undo: Undoable,
) {
    if old == new {
        return;
    }
    core.moved();
    if let Some(epoch) = core.run().replay_target() {
        let said = [numbers::whole(epoch)];
        return core.tell(Notice::warning(Message::new(notices::REPLAYING, said)));
    }
    let label = core.settings.say(label).to_owned();
    if core.run().at_end() {
        change(core.run_mut());
        core.undo.record(undo);
        return core.tell(Notice::info(Message::new(notices::TUNED, [label, old, new])));
    }
    let name = core.runs.next_name();
    let mut branch = core.run().branch(&name);
    change(&mut branch);
    let before = core.runs.active_index();
    let kept = core.run_name();
    let epoch = numbers::whole(branch.epoch());
    let after = core.runs.add(branch, Origin::Branch);
    switch::show_new(core, before, after);
    let said = [label, new, name, epoch, kept];
    core.tell(Notice::info(Message::new(notices::BRANCH, said)));
}

pub(in crate::app) fn mark(core: &mut Core) {
    let epoch = core.run().epoch();
    core.runs.active_mut().mark = epoch;
    core.against = None;
    core.tell(Notice::info(Message::new(notices::MARKED, [numbers::whole(epoch)])));
    core.moved();
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::{App, Settings};
    use crate::data::PassengerList;
    use crate::training::Recipe;

    /// A run of a deep network at epoch 100 of which only the first is kept.
    fn far_from_key_frames() -> App {
        let list = Arc::new(PassengerList::embedded());
        let recipe = Recipe { hidden: vec![64; 4], ..Preset::ThePostTrained.recipe() };
        let mut run = Run::from_recipe("deep", Arc::clone(&list), recipe).unwrap();
        run.set_history_bytes(0);
        while run.last_epoch() < 100 {
            run.train().unwrap();
        }
        App::from_run(list, run, Settings::default())
    }

    fn settle(app: &mut App) -> usize {
        let mut slices = 0;
        while app.is_working() {
            crate::app::commands::time::pass_time(&mut app.core, Duration::ZERO, false);
            slices += 1;
            assert!(slices < 1_000, "the jump must arrive");
        }
        slices
    }

    #[test]
    fn a_long_jump_back_is_made_in_slices_and_arrives() {
        let mut app = far_from_key_frames();
        let there = app.core.run().network_at(60);
        crate::app::commands::time::go_to(&mut app.core, 60);
        assert_eq!(app.core.run().epoch(), 100, "it is still on its way");
        assert!(settle(&mut app) > 3);
        assert_eq!((app.core.run().epoch(), app.core.network()), (60, &there));
        assert!(!app.core.is_playing());
    }

    #[test]
    fn keys_pressed_on_the_way_back_are_not_lost() {
        let mut app = far_from_key_frames();
        crate::app::commands::time::back(&mut app.core, 1);
        crate::app::commands::time::back(&mut app.core, 1);
        crate::app::commands::time::pass_time(&mut app.core, Duration::ZERO, false);
        crate::app::commands::time::back(&mut app.core, 10);
        settle(&mut app);
        assert_eq!(app.core.run().epoch(), 88);
        crate::app::commands::time::go_to(&mut app.core, 40);
        crate::app::commands::time::pass_time(&mut app.core, Duration::ZERO, false);
        crate::app::commands::time::go_to(&mut app.core, 100);
        assert_eq!((app.core.run().epoch(), app.core.is_playing()), (100, false));
    }

    #[test]
    fn replaying_waits_for_no_key_frame_either() {
        let mut app = far_from_key_frames();
        crate::app::commands::time::go_to(&mut app.core, 0);
        for _ in 0..20 {
            app.core.playback.faster();
        }
        app.core.playback.play(false);
        crate::app::commands::time::pass_time(&mut app.core, Duration::from_secs(1), false);
        let first = app.core.run().epoch();
        assert!((1..100).contains(&first), "a slice, not all of it: {first}");
        for _ in 0..100 {
            if app.core.run().at_end() {
                break;
            }
            crate::app::commands::time::pass_time(&mut app.core, Duration::from_secs(1), false);
        }
        assert!(app.core.run().at_end());
    }
}
