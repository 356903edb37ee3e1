//! How a race begins, how time passes in it, and how it is left.

use std::sync::Arc;
use std::time::Duration;

use super::overlay::Overlay;
use super::playback::State;
use super::race::{self, Field, Race};
use super::runs::Origin;
use super::time::LOOK;
use super::undo::Change;
use super::{App, Effect, Notice, Screen, TrainPanel};
use crate::explain::errors;
use crate::explain::words::{Message, runs as words};
use crate::training::Run;

/// Slices of work a key press may wait for: about ten milliseconds.
const SLICES_AT_ONCE: u64 = 10;

impl App {
    /// The race, while there is one.
    pub const fn race(&self) -> Option<&Race> {
        self.race.as_ref()
    }

    /// Whether the race is what the screen shows.
    pub fn shows_race(&self) -> bool {
        self.race.is_some() && self.screen == Screen::Train
    }

    /// Whether there is no race.
    pub const fn has_no_race(&self) -> bool {
        self.race.is_none()
    }

    /// `R`: a race between the runs marked for comparison and the one on the screen, or, with none
    /// marked, the choice of a ready-made field.
    pub(super) fn race_or_choose(&mut self) -> Vec<Effect> {
        let active = self.runs.active_index();
        let mut racers = vec![active];
        racers.extend(self.runs.listed().filter(|&run| run != active && self.runs.all()[run].compared));
        if racers.len() < 2 {
            return self.toggle_overlay(Overlay::Race { selected: 0 });
        }
        let left_out = racers.len().saturating_sub(race::MOST);
        racers.truncate(race::MOST);
        self.start_race(&racers, active);
        if left_out > 0 {
            let most = race::MOST.to_string();
            self.tell(Notice::info(Message::new(words::ONLY_SIX, [most])));
        }
        vec![Effect::Redraw]
    }

    /// Makes the runs of a ready-made field from the recipe on the screen and lets them race.
    pub(super) fn race_field(&mut self, field: Field) {
        let before = self.runs.active_index();
        let mut made = Vec::new();
        for recipe in field.recipes(self.run().recipe()) {
            let name = self.runs.next_name();
            match Run::from_recipe(name, Arc::clone(&self.list), recipe) {
                Ok(run) => made.push(self.runs.add(run, Origin::Variant)),
                Err(error) => self.tell(Notice::warning(errors::of_run(&error))),
            }
        }
        if let Some(&first) = made.first() {
            self.undo.record(Change::made(before, first, made.clone()));
            self.start_race(&made, before);
        }
    }

    fn start_race(&mut self, racers: &[usize], before: usize) {
        self.race = None;
        self.put_on_screen(racers[0]);
        let mut race = Race::new(racers, before);
        race.go_to(0, &mut self.runs);
        self.race = Some(race);
        self.screen = Screen::Train;
        self.zoomed = false;
        self.tell_race();
        self.moved();
    }

    /// Says what Space does to the race on the screen now.
    pub(super) fn tell_race(&mut self) {
        let Some(race) = self.race.as_ref().filter(|_| self.shows_race()) else {
            return;
        };
        let words = match self.playback.state() {
            State::Playing => words::RACE_RUNS,
            State::Resting if race.is_over() => words::RACE_OVER,
            State::Resting if race.at() == 0 => words::RACE_BEGINS,
            State::Resting | State::Seeking(_) => words::RACE_PAUSED,
        };
        self.tell(Notice::info(Message::plain(words)));
    }

    /// Takes the whole race to so many epochs from its start, now or in slices.
    pub(super) fn race_to(&mut self, at: u64) {
        let at = at.min(race::LAST);
        let Some(race) = &self.race else { return };
        let slice = race.epochs_per_millisecond(&self.runs);
        let new = at.saturating_sub(race.at());
        self.playback.rest();
        if new > slice * SLICES_AT_ONCE {
            self.playback.seek(at);
        } else {
            self.race_moves(at);
        }
        self.tell_race();
    }

    /// The race, moved by so many epochs either way.
    pub(super) fn race_by(&mut self, epochs: u64, forward: bool) {
        let Some(race) = &self.race else { return };
        let at = race.at();
        self.race_to(if forward { at + epochs } else { at.saturating_sub(epochs) });
    }

    fn race_moves(&mut self, at: u64) {
        let Some(race) = &mut self.race else { return };
        race.go_to(at, &mut self.runs);
        if race.is_over() {
            self.playback.rest();
            self.tell(Notice::info(Message::plain(words::RACE_OVER)));
        }
        self.moved();
    }

    /// Lets `elapsed` pass for the race.
    pub(super) fn race_passes(&mut self, elapsed: Duration) {
        let Some(race) = &self.race else { return };
        let at = race.at();
        let slice = race.epochs_per_millisecond(&self.runs);
        match self.playback.state() {
            State::Resting => {}
            State::Seeking(goal) => {
                self.race_moves(goal.min(at + slice));
                if self.race.as_ref().is_some_and(|race| race.at() >= goal) {
                    self.playback.rest();
                }
            }
            State::Playing => {
                let slices = if self.is_working() { 1 } else { SLICES_AT_ONCE };
                let epochs = self.playback.trained(elapsed, slice * slices);
                if epochs > 0 {
                    let goal = at + epochs;
                    self.race_moves(goal);
                    let at_rest = |race: &Race| race.has_come_to_rest(&self.runs);
                    if goal / LOOK > at / LOOK
                        && self.playback.rests_when_converged()
                        && self.race().is_some_and(at_rest)
                    {
                        self.rest_converged(goal);
                    }
                }
            }
        }
    }

    /// Puts the next or previous racer into the time bar and under Enter.
    pub(super) fn choose_racer(&mut self, forward: bool) {
        let Some(race) = &self.race else { return };
        let racers = race.racers();
        let here = self.runs.active_index();
        let at = racers.iter().position(|racer| racer.run == here).unwrap_or(0);
        let step = if forward { 1 } else { racers.len() - 1 };
        let next = racers[(at + step) % racers.len()].run;
        self.choose_run_of_race(next);
    }

    pub(super) fn choose_run_of_race(&mut self, run: usize) {
        self.runs.activate(run);
        self.run_row = run;
        self.moved();
    }

    /// Enter: the race is over, and its run under the cursor stays on the screen.
    pub(super) fn take_racer(&mut self) {
        let Some(race) = self.race.take() else { return };
        self.playback.rest();
        let (before, after) = (race.before, self.runs.active_index());
        if before != after {
            self.undo.record(Change::Switch { before, after });
        }
        self.end_of_race();
    }

    /// Esc: the race is over, and the run from before it is on the screen.
    pub(super) fn leave_race(&mut self) {
        let Some(race) = self.race.take() else { return };
        self.put_on_screen(race.before);
        self.end_of_race();
    }

    fn end_of_race(&mut self) {
        self.set_focus(TrainPanel::Runs);
        self.tell(Notice::info(Message::plain(words::RACE_LEFT)));
        self.moved();
    }
}
