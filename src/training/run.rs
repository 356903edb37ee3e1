//! One run: a list, a recipe, and everything that came of training by it.
//!
//! Who wants to look at an epoch moves the cursor; who wants a new one trains at the end. Nothing
//! here knows of time, keys or screens.

mod begin;
mod error;

use std::sync::Arc;

pub use begin::{PUBLISHED_WEIGHTS, check_columns, on_split};
pub use error::{Stop, TrainError};

use super::change::{Change, Edit};
use super::course::Course;
use super::encoder::Encoder;
use super::epoch::Checkpoint;
use super::epoch_cost::about_epoch_nanoseconds;
use super::limits::MAX_EPOCHS;
use super::metrics::{Metrics, Quantity};
use super::model_file::ModelFile;
use super::overview::Overview;
use super::recipe::{Recipe, check};
use super::timeline::Timeline;
use crate::data::number::defined;
use crate::data::{Passenger, PassengerList, Split};
use crate::kernel::PackedRows;
use crate::nn::{Network, Parameter, Rows, Scratch};

/// A network in training, with all of its past.
#[derive(Debug, Clone)]
pub struct Run {
    /// What the user calls it.
    pub name: String,
    list: Arc<PassengerList>,
    recipe: Recipe,
    encoder: Encoder,
    pub(super) timeline: Timeline,
    /// The parameters at epoch 0, where they are known.
    initial: Option<Vec<f64>>,
    /// Where an opened run stood when it was saved, until it has been replayed up to there.
    saved: Option<Box<Checkpoint>>,
    replay_differed: bool,
}

impl Run {
    /// A run at epoch 0 of a recipe.
    ///
    /// # Errors
    /// What in the recipe cannot be followed on this list.
    pub fn from_recipe(name: impl Into<String>, list: Arc<PassengerList>, recipe: Recipe) -> Result<Self, TrainError> {
        begin::from_recipe(name.into(), list, recipe)
    }

    /// The run of a model file. Where the file knows its past, time begins at epoch 0, and training
    /// up to [`Self::replay_target`] brings back the saved network; else it begins there.
    ///
    /// # Errors
    /// What in the file contradicts itself or cannot be followed on this list.
    pub fn from_model(name: impl Into<String>, list: Arc<PassengerList>, model: ModelFile) -> Result<Self, TrainError> {
        begin::from_model(name.into(), list, model)
    }

    /// The run of a model file, standing at its epoch at once; its past is not walked through, only
    /// kept to be saved again.
    ///
    /// # Errors
    /// What in the file contradicts itself or cannot be followed on this list.
    pub fn resume(name: impl Into<String>, list: Arc<PassengerList>, model: ModelFile) -> Result<Self, TrainError> {
        begin::resume(name.into(), list, model)
    }

    /// A run at epoch 0 that goes the way another one went.
    ///
    /// # Errors
    /// What cannot be followed on this list.
    pub fn follow(name: impl Into<String>, list: Arc<PassengerList>, course: Course) -> Result<Self, TrainError> {
        begin::follow(name.into(), list, course)
    }

    /// What its numbers up to the cursor follow from; none where they came from a file that tells no past, or from
    /// the features of another list.
    pub fn course(&self) -> Option<Course> {
        begin::course(self)
    }

    /// The network of the post, at epoch 0, under the recipe that explains its 213 of 291.
    pub fn published(list: Arc<PassengerList>) -> Self {
        begin::published(list)
    }

    /// The recipe the run began with; the rates of now are [`Self::learning_rate`] and so on.
    pub const fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// How passengers become inputs.
    pub const fn encoder(&self) -> &Encoder {
        &self.encoder
    }

    /// The list it trains on.
    pub const fn list(&self) -> &Arc<PassengerList> {
        &self.list
    }

    /// The epoch of the cursor.
    pub const fn epoch(&self) -> u64 {
        self.timeline.cursor()
    }

    /// The epoch its time begins at: 0, or that of a model file without a past.
    pub fn first_epoch(&self) -> u64 {
        self.timeline.first()
    }

    /// The last epoch computed.
    pub const fn last_epoch(&self) -> u64 {
        self.timeline.last()
    }

    /// Whether the cursor is at the last epoch computed.
    pub const fn at_end(&self) -> bool {
        self.epoch() == self.last_epoch()
    }

    /// The network at the cursor.
    pub const fn network(&self) -> &Network {
        &self.timeline.current().network
    }

    /// The metrics at the cursor.
    pub fn metrics(&self) -> Metrics {
        self.metrics_at(self.epoch())
    }

    /// The metrics at an epoch, clamped to those there are.
    pub fn metrics_at(&self, epoch: u64) -> Metrics {
        self.timeline.reading(epoch).metrics
    }

    /// What is drawn over time, at an epoch clamped to those there are; NaN where there are no rows.
    pub fn value_at(&self, of: Quantity, epoch: u64) -> f64 {
        of.of(&self.timeline.reading(epoch))
    }

    /// The metrics of every epoch from [`Self::first_epoch`] to [`Self::last_epoch`].
    pub fn history(&self) -> &[Metrics] {
        self.timeline.history()
    }

    /// The history in short, for pictures of it.
    pub fn overview(&self) -> Overview<'_> {
        self.timeline.overview()
    }

    /// The network at an epoch, clamped to those there are; replays where no key frame is near.
    pub fn network_at(&self, epoch: u64) -> Network {
        self.timeline.state_at(epoch).network
    }

    /// Moves the cursor, clamped to the epochs there are; replays where no key frame is near.
    pub fn seek(&mut self, epoch: u64) {
        self.timeline.seek(epoch, u64::MAX);
    }

    /// As [`Self::seek`], but replays at most `budget` epochs in this call; false means that the
    /// cursor still stands where it was, and that calling again goes on.
    pub fn seek_within(&mut self, epoch: u64, budget: u64) -> bool {
        self.timeline.seek(epoch, budget)
    }

    /// Trains one epoch at the end of the run and moves the cursor there.
    ///
    /// # Errors
    /// Why there is no next epoch; the run is whole and ends where it ended.
    pub fn train(&mut self) -> Result<(), Stop> {
        if self.last_epoch() >= MAX_EPOCHS {
            return Err(Stop::Limit);
        }
        if let Err(epoch) = self.timeline.train() {
            if self.saved.is_none() {
                return Err(Stop::Diverged { epoch });
            }
            // The past in the file does not lead to the network in it, which is kept.
            begin::finish_replay(self);
            return Ok(());
        }
        if self.replay_target() == Some(self.last_epoch()) {
            begin::finish_replay(self);
        }
        Ok(())
    }

    /// The epoch that overflowed when it was trained, while nothing was changed to prevent it.
    pub fn diverged_in(&self) -> Option<u64> {
        self.timeline.diverged_in()
    }

    /// The learning rate of the step that leaves the cursor's epoch.
    pub fn learning_rate(&self) -> f64 {
        self.timeline.rates().learning_rate
    }

    /// L1 and L2 of the step that leaves the cursor's epoch.
    pub fn regularisation(&self) -> (f64, f64) {
        let rates = self.timeline.rates();
        (rates.l1, rates.l2)
    }

    /// Changes the learning rate from the last epoch on. False, and nothing changes, unless the
    /// cursor is at the end, no saved past is being replayed and the rate is finite and above 0.
    pub fn set_learning_rate(&mut self, learning_rate: f64) -> bool {
        let allowed = self.may_change() && check::is_rate(learning_rate);
        if allowed {
            let mut rates = self.timeline.rates();
            rates.learning_rate = learning_rate;
            self.timeline.set_rates(rates);
        }
        allowed
    }

    /// Changes L1 and L2 from the last epoch on, under the conditions of
    /// [`Self::set_learning_rate`].
    pub fn set_regularisation(&mut self, l1: f64, l2: f64) -> bool {
        let allowed = self.may_change() && check::is_penalty(l1) && check::is_penalty(l2);
        if allowed {
            let mut rates = self.timeline.rates();
            (rates.l1, rates.l2) = (l1, l2);
            self.timeline.set_rates(rates);
        }
        allowed
    }

    /// All changes of rate, regularisation and single parameters up to the last epoch.
    pub fn changes(&self) -> &[Change] {
        self.timeline.schedule.until(self.last_epoch())
    }

    /// The epoch an opened run stood at when it was saved, or of its last known change, while it has not been trained
    /// up to there again; see [`Self::from_model`] and [`Self::follow`].
    pub fn replay_target(&self) -> Option<u64> {
        let change = self.timeline.schedule.all().last().map(|change| change.epoch);
        let change = change.filter(|&epoch| epoch > self.last_epoch());
        self.saved.as_ref().map(|saved| saved.epoch).or(change)
    }

    /// Whether replaying the past of the opened file did not arrive at the network in it (another
    /// list, another version): that network was kept, and time begins at its epoch.
    pub const fn replay_differed(&self) -> bool {
        self.replay_differed
    }

    /// About how many epochs a millisecond is worth, from the sizes alone; at least 1.
    pub fn epochs_per_millisecond(&self) -> u64 {
        self.epochs_in(1)
    }

    /// About how many epochs so many milliseconds are worth; at least 1.
    pub fn epochs_in(&self, milliseconds: u64) -> u64 {
        (milliseconds * 1_000_000 / self.about_epoch_nanoseconds()).max(1)
    }

    /// About how long an epoch takes, from the sizes alone.
    pub fn about_epoch_nanoseconds(&self) -> u64 {
        let set = &self.timeline.set;
        let kinds = [set.train_packed.kinds(), set.test_packed.kinds() + set.held_out_packed.kinds()];
        about_epoch_nanoseconds(&self.recipe, self.network().parameters().len(), set.train.len(), kinds)
    }

    /// Bounds the memory for key frames, in bytes; fewer frames mean more replaying.
    pub fn set_history_bytes(&mut self, bytes: usize) {
        self.timeline.set_frame_bytes(bytes);
    }

    /// The distance of key frames in epochs: 1 while every epoch is kept.
    pub const fn key_frame_stride(&self) -> u64 {
        self.timeline.frame_stride()
    }

    /// All there is to save of the run at the cursor. While a saved past is being replayed that is
    /// still the epoch it was saved at, so that quitting then loses nothing.
    pub fn model(&self) -> ModelFile {
        self.model_of(self.timeline.current())
    }

    /// The same with the run's last epoch instead of the cursor's: what quitting keeps.
    pub fn last_model(&self) -> ModelFile {
        self.model_of(&self.timeline.state_at(self.last_epoch()))
    }

    fn model_of(&self, state: &Checkpoint) -> ModelFile {
        let state = self.saved.as_deref().unwrap_or(state);
        ModelFile::new(
            &self.recipe,
            &self.encoder,
            state,
            self.initial.clone(),
            self.timeline.schedule.until(state.epoch),
        )
    }

    /// Which rows of the list are for training.
    pub fn split(&self) -> &Split {
        &self.timeline.set.split
    }

    /// The encoded rows the network learns from.
    pub fn training_rows(&self) -> &Rows {
        &self.timeline.set.train
    }

    /// The encoded rows it is tested on.
    pub fn test_rows(&self) -> &Rows {
        &self.timeline.set.test
    }

    /// The training rows as the kernel takes them.
    pub fn training_packed(&self) -> &Arc<PackedRows> {
        &self.timeline.set.train_packed
    }

    /// The rows it does not learn from, as the kernel takes them: those it is tested on, those held out, and those
    /// without a label.
    pub fn other_packed(&self) -> [&PackedRows; 3] {
        let set = &self.timeline.set;
        [&set.test_packed, &set.held_out_packed, &set.unlabelled_packed]
    }

    /// The test rows as the kernel takes them.
    pub fn test_packed(&self) -> &PackedRows {
        &self.timeline.set.test_packed
    }

    /// All rows the network is asked about, both ways.
    pub(super) fn asked(&self) -> [(&Rows, &PackedRows); 4] {
        self.timeline.set.asked()
    }

    /// The rows of the list that count as predicted "died" without asking the network.
    pub fn counted_dead(&self) -> impl ExactSizeIterator<Item = usize> {
        self.timeline.set.dead_places.iter().map(|place| *place as usize)
    }

    /// The logit of any passenger; none where the policy for missing ages leaves this one out, and where
    /// the sums leave the finite numbers.
    pub fn logit(&self, network: &Network, passenger: &Passenger<'_>) -> Option<f64> {
        let inputs = self.encoder().encode(passenger)?;
        defined(network.logit(&inputs, &mut Scratch::new(network)))
    }

    /// A run with the same past up to the cursor and an open future.
    #[must_use]
    pub fn branch(&self, name: impl Into<String>) -> Self {
        self.branch_on(name.into(), self.timeline.branch())
    }

    /// A branch in which some parameters have other values from the cursor's epoch on, that epoch
    /// included; what the optimiser remembers stays. None where a value, or a loss that comes of it,
    /// is not finite, or where the network has no such parameter.
    #[must_use]
    pub fn branch_with(&self, name: impl Into<String>, edits: &[(Parameter, f64)]) -> Option<Self> {
        let shape = self.network().shape();
        let edits: Option<Vec<Edit>> = edits
            .iter()
            .map(|&(parameter, value)| (shape.has(parameter) && value.is_finite()).then(|| Edit::new(parameter, value)))
            .collect();
        let timeline = self.timeline.branch_with(&edits?)?;
        let mut branch = self.branch_on(name.into(), timeline);
        if branch.epoch() == 0 && branch.initial.is_some() {
            branch.initial = Some(branch.network().parameters().to_vec());
        }
        Some(branch)
    }

    /// The same run once more, its future included.
    #[must_use]
    pub fn duplicate(&self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self.clone() }
    }

    fn branch_on(&self, name: String, timeline: Timeline) -> Self {
        Self {
            name,
            list: Arc::clone(&self.list),
            recipe: self.recipe.clone(),
            encoder: self.encoder.clone(),
            timeline,
            initial: self.initial.clone(),
            saved: None,
            replay_differed: self.replay_differed,
        }
    }

    fn may_change(&self) -> bool {
        self.at_end() && self.replay_target().is_none()
    }
}
