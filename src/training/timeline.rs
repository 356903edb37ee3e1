//! The time machine: trains at its end, and looks at any earlier epoch with exactly the bits it had.
//!
//! Training is deterministic, so an epoch without a key frame is found by replaying from the one
//! before it. Going back within a stretch that was replayed costs nothing: it is kept as well.

use std::sync::Arc;

use super::change::{Edit, Rates, Schedule};
use super::epoch::{Checkpoint, Method, Workspace};
use super::frames::Frames;
use super::measured::Measured;
use super::metrics::{Metrics, Quantity, Reading};
use super::overview::Overview;
use super::rows::TrainingSet;

/// The memory for key frames of one run, in bytes: with the losses and counts of a million epochs all its history stays
/// within 64 MB, and replaying is quick enough that frames a thousand epochs apart are near.
pub const FRAME_BYTES: usize = 11 << 20;
/// The stretch under the cursor may take this share of what key frames may take.
const STRETCH_SHARE: usize = 8;

/// All epochs of a run, from the first to the last computed, with a cursor among them.
#[derive(Debug, Clone)]
pub(super) struct Timeline {
    pub plan: Method,
    pub set: Arc<TrainingSet>,
    pub schedule: Schedule,
    measured: Measured,
    frames: Frames,
    /// The last epoch.
    end: Checkpoint,
    /// Whether the epoch after it was found not to be finite.
    diverged: bool,
    cursor: u64,
    /// The epoch of the cursor, where that is not the last.
    past: Checkpoint,
    /// Where the replaying has got to.
    walker: Checkpoint,
    /// Frames of the stretch last replayed.
    stretch: Frames,
    work: Workspace,
}

/// A state that replaying can start from.
#[derive(Clone, Copy)]
enum Source {
    Walker,
    Past,
    Stretch,
    Frame,
}

impl Timeline {
    pub fn new(start: Checkpoint, set: Arc<TrainingSet>, plan: Method, schedule: Schedule) -> Self {
        let mut work = Workspace::new(&start.network);
        let measured = Measured::starting_with(work.measure(&start.network, &set, &plan));
        Self {
            plan,
            set,
            schedule,
            measured,
            frames: Frames::starting_with(&start, FRAME_BYTES),
            cursor: start.epoch,
            past: start.clone(),
            walker: start.clone(),
            stretch: Frames::starting_with(&start, FRAME_BYTES / STRETCH_SHARE),
            end: start,
            diverged: false,
            work,
        }
    }

    pub fn first(&self) -> u64 {
        self.end.epoch - (self.measured.metrics.len() as u64 - 1)
    }

    pub const fn last(&self) -> u64 {
        self.end.epoch
    }

    pub const fn cursor(&self) -> u64 {
        self.cursor
    }

    pub fn history(&self) -> &[Metrics] {
        &self.measured.metrics
    }

    /// What was measured at an epoch, clamped to those there are.
    pub fn reading(&self, epoch: u64) -> Reading {
        self.measured.reading((epoch.clamp(self.first(), self.last()) - self.first()) as usize)
    }

    /// The loss that tells when to stop, and how many epochs before the last one it had a new least value.
    pub fn progress(&self) -> (Quantity, u64) {
        (self.measured.watched(), self.measured.since_progress() as u64)
    }

    pub fn overview(&self) -> Overview<'_> {
        Overview::new(&self.measured, self.first())
    }

    /// The state at the cursor.
    pub const fn current(&self) -> &Checkpoint {
        if self.cursor == self.end.epoch { &self.end } else { &self.past }
    }

    pub fn rates(&self) -> Rates {
        self.schedule.at(self.cursor)
    }

    /// Sets what holds from the last epoch on.
    pub fn set_rates(&mut self, rates: Rates) {
        self.schedule.set(self.end.epoch, rates);
        self.diverged = false;
    }

    /// The epoch that was found not to be finite, where that is the next.
    pub fn diverged_in(&self) -> Option<u64> {
        self.diverged.then_some(self.end.epoch + 1)
    }

    /// Trains one epoch at the end and moves the cursor there.
    ///
    /// # Errors
    /// The epoch that overflowed, where one did; the run then still ends at the one before.
    pub fn train(&mut self) -> Result<(), u64> {
        let last = self.end.epoch;
        let (set, plan) = (&self.set, &self.plan);
        step(&mut self.work, &mut self.end, set, plan, &self.schedule);
        let reading = self.work.measure(&self.end.network, &self.set, &self.plan);
        if reading.is_finite() && self.end.keeps_limits() {
            self.measured.push(reading);
            self.frames.offer(&self.end);
            self.cursor = self.end.epoch;
            self.diverged = false;
            return Ok(());
        }
        // The numbers are spoilt, and no copy was made before each epoch just for this.
        self.walk(last, u64::MAX);
        self.end.copy_from(&self.past);
        self.cursor = last;
        self.diverged = true;
        Err(last + 1)
    }

    /// Moves the cursor to an epoch, replaying at most `budget` epochs; false means that more
    /// calls are needed and that the cursor has not moved yet.
    pub fn seek(&mut self, epoch: u64, budget: u64) -> bool {
        let epoch = epoch.clamp(self.first(), self.last());
        let there = epoch == self.end.epoch || self.walk(epoch, budget);
        if there {
            self.cursor = epoch;
        }
        there
    }

    /// A copy of the state at an epoch, clamped to those there are.
    pub fn state_at(&self, epoch: u64) -> Checkpoint {
        let epoch = epoch.clamp(self.first(), self.last());
        if epoch == self.end.epoch {
            return self.end.clone();
        }
        let mut state = self.walker.clone();
        match self.nearest(epoch) {
            (_, Source::Walker) => {}
            (_, Source::Past) => state.copy_from(&self.past),
            (from, Source::Stretch) => self.stretch.load(from, &mut state),
            (from, Source::Frame) => self.frames.load(from, &mut state),
        }
        if state.epoch < epoch {
            let mut work = Workspace::new(&state.network);
            while state.epoch < epoch {
                let (set, plan) = (&self.set, &self.plan);
                step(&mut work, &mut state, set, plan, &self.schedule);
            }
        }
        state
    }

    /// The same past up to the cursor, with the future open.
    pub fn branch(&self) -> Self {
        let state = self.current().clone();
        let past = (self.cursor - self.first()) as usize + 1;
        let mut schedule = self.schedule.clone();
        schedule.forget_after(self.cursor);
        Self {
            plan: self.plan.clone(),
            set: Arc::clone(&self.set),
            schedule,
            measured: self.measured.first(past),
            frames: self.frames.until(self.cursor),
            cursor: self.cursor,
            past: state.clone(),
            walker: state.clone(),
            stretch: self.stretch.restarted(&state),
            work: Workspace::new(&state.network),
            end: state,
            diverged: false,
        }
    }

    /// A branch in which these parameters have other values at the cursor's epoch already; none
    /// where that would not leave every loss finite.
    pub fn branch_with(&self, edits: &[Edit]) -> Option<Self> {
        let mut branch = self.branch();
        branch.schedule.edit(self.cursor, edits);
        let end = &mut branch.end;
        branch.schedule.apply_edits(self.cursor, &mut end.network);
        let reading = branch.work.measure(&end.network, &branch.set, &branch.plan);
        if !(reading.is_finite() && end.keeps_limits()) {
            return None;
        }
        branch.measured.replace_last(reading);
        branch.frames.replace_last(end);
        branch.past.copy_from(end);
        branch.walker.copy_from(end);
        branch.stretch.restart(end);
        Some(branch)
    }

    pub fn set_frame_bytes(&mut self, bytes: usize) {
        self.frames.set_bound(bytes);
        self.stretch.set_bound(bytes / STRETCH_SHARE);
    }

    pub const fn frame_stride(&self) -> u64 {
        self.frames.stride()
    }

    /// The nearest state at or before an epoch that is still known.
    fn nearest(&self, epoch: u64) -> (u64, Source) {
        let sources = [
            (Some(self.walker.epoch), Source::Walker),
            (Some(self.past.epoch), Source::Past),
            (self.stretch.floor(epoch), Source::Stretch),
            (self.frames.floor(epoch), Source::Frame),
        ];
        let known = sources.into_iter().filter_map(|(from, source)| Some((from?, source)));
        known
            .filter(|(from, _)| *from <= epoch)
            // Of equal ones the first, which costs least.
            .rev()
            .max_by_key(|(from, _)| *from)
            .expect("the first epoch always has a key frame")
    }

    /// Brings `past` to an epoch before the end; false if the budget ran out on the way.
    fn walk(&mut self, epoch: u64, mut budget: u64) -> bool {
        if self.past.epoch == epoch {
            return true;
        }
        match self.nearest(epoch) {
            (_, Source::Walker) => {}
            (_, Source::Past) => self.walker.copy_from(&self.past),
            (from, Source::Stretch) => self.stretch.load(from, &mut self.walker),
            (from, Source::Frame) => {
                self.frames.load(from, &mut self.walker);
                self.stretch.restart(&self.walker);
            }
        }
        while self.walker.epoch < epoch {
            if budget == 0 {
                return false;
            }
            budget -= 1;
            let (set, plan) = (&self.set, &self.plan);
            step(&mut self.work, &mut self.walker, set, plan, &self.schedule);
            if self.frames.floor(self.walker.epoch) == Some(self.walker.epoch) {
                self.stretch.restart(&self.walker);
            } else {
                self.stretch.offer(&self.walker);
            }
        }
        std::mem::swap(&mut self.past, &mut self.walker);
        true
    }
}

/// One epoch of training by the schedule, and what was set by hand when it was over.
fn step(work: &mut Workspace, state: &mut Checkpoint, set: &TrainingSet, plan: &Method, schedule: &Schedule) {
    work.advance(state, set, plan, schedule.at(state.epoch));
    schedule.apply_edits(state.epoch, &mut state.network);
}
