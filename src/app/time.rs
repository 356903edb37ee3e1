//! The cursor *when*: stepping, playing, training, the learning rate, and the offer on the published network.

use std::time::Duration;

use super::playback::State;
use super::runs::Origin;
use super::undo::Change;
use super::{App, Effect, Notice, Offer};
use crate::analysis::diagnosis::has_converged;
use crate::explain::errors;
use crate::explain::words::{Message, Word, explore, notices, presets, recipe, runs as words};
use crate::training::setting::next_rate;
use crate::training::{Preset, Run, Stop};

/// While playing, a look every so many epochs whether anything is left to learn.
pub(super) const LOOK: u64 = 100;

/// Milliseconds of work a key press may wait for.
const AT_ONCE: u64 = 10;

impl App {
    fn run_mut(&mut self) -> &mut Run {
        &mut self.runs.active_mut().run
    }

    /// Goes forward through the recorded past and, at its end, into the future.
    pub(super) fn forward(&mut self, epochs: u64) {
        if self.race().is_some() {
            return self.race_by(epochs, true);
        }
        if self.begins_published() && self.run().at_end() {
            self.explain_published();
        }
        let from = self.run().epoch();
        let goal = (from + epochs).min(crate::training::MAX_EPOCHS);
        self.playback.rest();
        let new = goal.saturating_sub(self.run().last_epoch());
        if new > self.run().epochs_in(AT_ONCE) {
            self.playback.seek(goal);
        } else {
            self.advance(epochs);
        }
        self.note_move(from);
    }

    pub(super) fn back(&mut self, epochs: u64) {
        if self.race().is_some() {
            return self.race_by(epochs, false);
        }
        // A step back that is still being replayed counts as made, or the next key would be lost.
        let from = match self.playback.state() {
            State::Seeking(goal) => goal.min(self.run().epoch()),
            State::Resting | State::Playing => self.run().epoch(),
        };
        let goal = from.saturating_sub(epochs);
        self.go_to(goal.max(self.run().first_epoch()));
    }

    /// Goes to an epoch; one not yet computed is trained up to, and a past one far from any key frame
    /// is replayed in slices, so that keys are still answered.
    pub(super) fn go_to(&mut self, epoch: u64) {
        if self.race().is_some() {
            return self.race_to(epoch.saturating_sub(self.run().first_epoch()));
        }
        let from = self.run().epoch();
        let budget = self.run().epochs_in(AT_ONCE);
        self.playback.rest();
        if !self.run_mut().seek_within(epoch, budget) || epoch > self.run().last_epoch() {
            self.playback.seek(epoch.min(crate::training::MAX_EPOCHS));
        }
        self.note_move(from);
    }

    fn note_move(&mut self, from: u64) {
        let now = self.run().epoch();
        self.runs.active_mut().span = if now > from { now - from } else { 1 };
        self.moved();
    }

    /// Takes up to `epochs` steps forward; stops where the run stops.
    fn advance(&mut self, epochs: u64) {
        for _ in 0..epochs {
            let run = self.run_mut();
            if run.at_end() {
                if let Err(stop) = run.train() {
                    self.stopped(stop);
                    return;
                }
            } else {
                let next = run.epoch() + 1;
                run.seek(next);
            }
        }
    }

    /// Trains up to `epochs` more, and rests where nothing is left to learn.
    fn train_until_converged(&mut self, epochs: u64) {
        let goal = self.run().epoch() + epochs;
        while self.run().epoch() < goal && self.playback.state() == State::Playing {
            let epoch = self.run().epoch();
            self.advance((goal - epoch).min(LOOK - epoch % LOOK));
            let epoch = self.run().epoch();
            if epoch.is_multiple_of(LOOK) && self.playback.rests_when_converged() && has_converged(self.run()) {
                self.rest_converged(epoch);
            }
        }
    }

    /// Rests, and says why and how to go on.
    pub(super) fn rest_converged(&mut self, epoch: u64) {
        self.playback.rest();
        self.tell(Notice::info(Message::new(notices::CONVERGED, [epoch.to_string()])));
    }

    fn stopped(&mut self, stop: Stop) {
        self.playback.rest();
        self.tell(Notice::warning(match stop {
            Stop::Diverged { epoch } => Message::new(notices::DIVERGED, [epoch.to_string()]),
            Stop::Limit => Message::plain(notices::LIMIT),
        }));
    }

    /// Lets `elapsed` pass for the player.
    pub(super) fn pass_time(&mut self, elapsed: Duration) {
        if self.race().is_some() {
            return self.race_passes(elapsed);
        }
        let from = self.run().epoch();
        let slice = self.run().epochs_per_millisecond();
        match self.playback.state() {
            State::Resting => return,
            State::Seeking(goal) if goal <= self.run().last_epoch() => {
                if self.run_mut().seek_within(goal, slice) {
                    self.playback.rest();
                }
            }
            State::Seeking(goal) => {
                let left = goal.saturating_sub(from);
                self.advance(left.min(slice));
                if self.run().epoch() >= goal && self.playback.state() == State::Seeking(goal) {
                    self.playback.rest();
                }
            }
            State::Playing => {
                let epochs = if self.run().at_end() {
                    let room = self.run().epochs_in(if self.is_working() { 1 } else { AT_ONCE });
                    self.playback.trained(elapsed, room)
                } else {
                    // Where every epoch is kept, any of them is at hand.
                    let kept = self.run().key_frame_stride() == 1;
                    let room = if kept { u64::MAX } else { self.run().epochs_in(AT_ONCE) };
                    let left = self.run().last_epoch() - from;
                    self.playback.replayed(elapsed).min(left).min(room)
                };
                if self.run().at_end() {
                    self.train_until_converged(epochs);
                } else {
                    self.run_mut().seek(from + epochs);
                }
            }
        }
        if self.run().epoch() != from {
            self.note_move(from);
        }
    }

    pub(super) fn play_or_pause(&mut self) {
        if self.is_playing() {
            self.playback.rest();
        } else if self.race().is_none()
            && self.begins_published()
            && self.run().at_end()
            && self.offer != Offer::Declined
        {
            if self.offer == Offer::Made {
                self.start_preset(Preset::ThePostTrained);
                self.playback.play(false);
            } else {
                self.offer = Offer::Made;
                self.tell(Notice::info(Message::plain(notices::OFFER)));
            }
        } else {
            let insists = match self.race() {
                Some(race) => race.has_come_to_rest(&self.runs),
                None => self.run().at_end() && has_converged(self.run()),
            };
            self.playback.play(insists);
        }
        self.tell_race();
    }

    pub(super) fn decline_offer(&mut self) {
        self.offer = Offer::Declined;
        self.tell(Notice::info(Message::plain(notices::DECLINED)));
    }

    /// Training on from the published weights is honest, and hardly moves: say why.
    fn explain_published(&mut self) {
        if self.offer == Offer::Made {
            self.offer = Offer::Declined;
        }
        self.tell(Notice::info(Message::plain(notices::PUBLISHED_TRAINS)));
    }

    /// Puts the run of a preset on the screen; a run already made from it is shown as it stands.
    pub(super) fn start_preset(&mut self, preset: Preset) {
        let before = self.runs.active_index();
        let known = self.runs.all().len();
        match self.runs.preset(preset, &self.list) {
            Ok(after) => {
                if after == known {
                    self.show_new(before, after);
                } else {
                    self.switch(before, after);
                }
                // The story's figures are the embedded list's.
                let words: Word = if self.list.is_embedded() { presets::story(preset) } else { presets::title(preset) };
                self.tell(Notice::info(Message::plain(words)));
            }
            Err(error) => self.tell(Notice::warning(errors::of_run(&error))),
        }
    }

    /// Shows another run, as a change that can be undone.
    pub(super) fn switch_to(&mut self, index: usize) {
        if index < self.runs.all().len() {
            self.switch(self.runs.active_index(), index);
        }
    }

    fn switch(&mut self, before: usize, after: usize) {
        if before != after {
            self.undo.record(Change::Switch { before, after });
        }
        self.put_on_screen(after);
    }

    /// Shows a run just made, as a change that can be undone.
    pub(super) fn show_new(&mut self, before: usize, after: usize) {
        self.undo.record(Change::made(before, after, vec![after]));
        self.put_on_screen(after);
    }

    /// Shows a run; a race it takes no part in is over.
    pub(super) fn put_on_screen(&mut self, run: usize) {
        self.playback.rest();
        if self.race().is_some_and(|race| !race.has(run)) {
            self.race = None;
        }
        self.runs.activate(run);
        self.run_row = run;
        self.flow = None;
        self.moved();
    }

    pub(super) fn change_rate(&mut self, up: bool) {
        if let Some(after) = next_rate(self.run().learning_rate(), up) {
            self.set_rate(after);
        }
    }

    /// Changes the learning rate: at its end the run goes on with it, in its past a branch begins.
    pub(super) fn set_rate(&mut self, after: f64) {
        let before = self.run().learning_rate();
        let run = self.runs.active_index();
        let change = |run: &mut Run| run.set_learning_rate(after);
        let said = [before.to_string(), after.to_string()];
        let undo = Change::Rate { run, before, after };
        self.tune(explore::RATE, said, change, undo);
    }

    /// Changes what a run can change while it goes on. In its past another future begins: a branch,
    /// and the run stays as it is.
    pub(super) fn tune(
        &mut self,
        label: Word,
        [old, new]: [String; 2],
        change: impl Fn(&mut Run) -> bool,
        undo: Change,
    ) {
        if old == new {
            return;
        }
        self.moved();
        if let Some(epoch) = self.run().replay_target() {
            let said = [epoch.to_string()];
            return self.tell(Notice::warning(Message::new(notices::REPLAYING, said)));
        }
        let label = self.settings.say(label).to_owned();
        if self.run().at_end() {
            change(self.run_mut());
            self.undo.record(undo);
            return self.tell(Notice::info(Message::new(notices::TUNED, [label, old, new])));
        }
        let name = self.runs.next_name();
        let mut branch = self.run().branch(&name);
        change(&mut branch);
        let before = self.runs.active_index();
        let kept = self.run_name();
        let epoch = branch.epoch().to_string();
        let after = self.runs.add(branch, Origin::Branch);
        self.show_new(before, after);
        let said = [label, new, name, epoch, kept];
        self.tell(Notice::info(Message::new(notices::BRANCH, said)));
    }

    pub(super) fn undo_change(&mut self) {
        if self.shows_what_if() {
            return self.undo_what_if(true);
        }
        let change = self.undo.undo();
        self.apply(change, notices::NOTHING_TO_UNDO, notices::UNDONE);
    }

    pub(super) fn redo_change(&mut self) {
        if self.shows_what_if() {
            return self.undo_what_if(false);
        }
        let change = self.undo.redo();
        self.apply(change, notices::NOTHING_TO_REDO, notices::REDONE);
    }

    fn apply(&mut self, change: Option<Change>, nothing: Word, done: Word) {
        let Some(change) = change else {
            return self.tell(Notice::info(Message::plain(nothing)));
        };
        let what = match change {
            Change::Rate { run, after, .. } => {
                if let Some(slot) = self.runs.get_mut(run) {
                    let end = slot.run.last_epoch();
                    let epoch = slot.run.epoch();
                    slot.run.seek(end);
                    slot.run.set_learning_rate(after);
                    slot.run.seek(epoch);
                }
                Message::new(notices::CHANGED_RATE, [after.to_string()])
            }
            Change::Penalties { run, after, .. } => {
                if let Some(slot) = self.runs.get_mut(run) {
                    let end = slot.run.last_epoch();
                    let epoch = slot.run.epoch();
                    slot.run.seek(end);
                    slot.run.set_regularisation(after.0, after.1);
                    slot.run.seek(epoch);
                }
                let said = [after.0.to_string(), after.1.to_string()];
                Message::new(recipe::PENALTIES, said)
            }
            Change::Draft { run, line, after, .. } => self.restore_draft(run, line, after),
            Change::Switch { after, .. } => {
                self.put_on_screen(after);
                Message::new(notices::CHANGED_RUN, [self.run_name()])
            }
            Change::List { .. } => {
                self.apply_list(&change);
                Message::new(notices::CHANGED_RUN, [self.run_name()])
            }
            Change::Name { run, after, .. } => {
                let name = after.0.clone();
                if let Some(slot) = self.runs.get_mut(run) {
                    (slot.run.name, slot.named) = after;
                }
                Message::new(words::CHANGED_NAME, [name])
            }
        };
        let what = what.text(self.settings.language);
        self.tell(Notice::info(Message::new(done, [what])));
        self.moved();
    }

    pub(super) fn mark(&mut self) {
        let epoch = self.run().epoch();
        self.runs.active_mut().mark = epoch;
        self.against = None;
        self.tell(Notice::info(Message::new(notices::MARKED, [epoch.to_string()])));
        self.moved();
    }

    pub(super) fn compare(&mut self) {
        if self.run_row == self.runs.active_index() {
            return self.tell(Notice::info(Message::plain(notices::COMPARE_WITH)));
        }
        if let Some(slot) = self.runs.get_mut(self.run_row) {
            slot.compared = !slot.compared;
        }
        self.touch();
    }

    pub(super) fn reopen(&mut self) -> Vec<Effect> {
        self.saved_runs = 0;
        vec![Effect::OpenSavedRuns]
    }

    pub(super) fn open_saved(&mut self, runs: Vec<(String, Run)>, unreadable: usize) {
        let opened = runs.len();
        let before = self.runs.active_index();
        for (file, mut run) in runs {
            if self.runs.all().iter().any(|slot| slot.run.name == run.name) {
                run.name = self.runs.next_name();
            }
            let target = run.replay_target();
            let after = self.runs.add(run, Origin::File);
            if let Some(slot) = self.runs.get_mut(after) {
                slot.saved_as = Some(file);
            }
            self.switch(before, after);
            if let Some(epoch) = target {
                self.playback.seek(epoch);
            }
        }
        let counts = [opened.to_string(), unreadable.to_string()];
        self.tell(if unreadable == 0 {
            Notice::info(Message::new(notices::OPENED, counts))
        } else {
            Notice::warning(Message::new(notices::OPENED_SOME, counts))
        });
        self.moved();
    }
}

#[cfg(test)]
mod tests;
