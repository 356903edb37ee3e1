//! The ways a run begins: from a recipe, from a model file, or as the network the post published.

use std::sync::Arc;

use super::{Run, TrainError};
use crate::data::PassengerList;
use crate::nn::Network;
use crate::training::change::{Change, Rates, Schedule};
use crate::training::encoder::Encoder;
use crate::training::epoch::{Plan, State};
use crate::training::model_file::{FeatureStatistics, ModelFile};
use crate::training::preset::{PUBLISHED_WEIGHTS, Preset};
use crate::training::recipe::Recipe;
use crate::training::rows::TrainingSet;
use crate::training::timeline::Timeline;

impl Run {
    /// A run at epoch 0 of a recipe.
    ///
    /// # Errors
    /// What in the recipe cannot be followed on this list.
    pub fn from_recipe(name: impl Into<String>, list: Arc<PassengerList>, recipe: Recipe) -> Result<Self, TrainError> {
        check(&recipe, &list)?;
        let mut network = Network::new(recipe.inputs(), &recipe.hidden, recipe.activation);
        recipe.init().apply(&mut network, recipe.seed);
        let start = fresh(&recipe, network);
        let run = Self::begin(name.into(), list, recipe, &[], start, Vec::new());
        run.with_rows()?.sound()
    }

    /// The run of a model file. Where the file knows its past, time begins at epoch 0, and training
    /// up to [`Self::replay_target`] brings back the saved network; else it begins there.
    ///
    /// # Errors
    /// What in the file contradicts itself or cannot be followed on this list.
    pub fn from_model(name: impl Into<String>, list: Arc<PassengerList>, model: ModelFile) -> Result<Self, TrainError> {
        let mut run = Self::resume(name, list, model)?;
        if let Some(initial) = run.initial.as_ref().filter(|_| run.last_epoch() > 0) {
            let mut network = run.network().clone();
            network.parameters_mut().copy_from_slice(initial);
            run.timeline.schedule.apply_edits(0, &mut network);
            let start = fresh(&run.recipe, network);
            let saved = run.timeline.current().clone();
            run.restart(start);
            run.saved = Some(Box::new(saved));
            run = run.sound()?;
        }
        Ok(run)
    }

    /// The run of a model file, standing at its epoch at once; its past is not walked through, only
    /// kept to be saved again.
    ///
    /// # Errors
    /// What in the file contradicts itself or cannot be followed on this list.
    pub fn resume(name: impl Into<String>, list: Arc<PassengerList>, model: ModelFile) -> Result<Self, TrainError> {
        let recipe = model.recipe();
        check(&recipe, &list)?;
        let start = model.state(&recipe)?;
        let ModelFile { features, initial, changes, .. } = model;
        let changes = changes.unwrap_or_default();
        let mut run = Self::begin(name.into(), list, recipe, &features, start, changes);
        run.initial = initial.or(run.initial.take());
        run.sound()
    }

    /// The network of the post, at epoch 0, under the recipe that explains its 213 of 291.
    pub fn published(list: Arc<PassengerList>) -> Self {
        let recipe = Preset::ThePost.recipe();
        let mut network = Network::new(recipe.inputs(), &recipe.hidden, recipe.activation);
        network.parameters_mut().copy_from_slice(&PUBLISHED_WEIGHTS);
        let start = fresh(&recipe, network);
        Self::begin("The post".to_owned(), list, recipe, &[], start, Vec::new())
    }

    fn begin(
        name: String,
        list: Arc<PassengerList>,
        recipe: Recipe,
        given: &[FeatureStatistics],
        start: State,
        changes: Vec<Change>,
    ) -> Self {
        let encoder = Encoder::fit_given(&recipe, &list, given);
        let set = Arc::new(TrainingSet::new(&recipe, &encoder, &list));
        let plan = Plan::new(&recipe, &set.train);
        let base = Rates::of(&recipe);
        let initial = (start.epoch == 0).then(|| start.network.parameters().to_vec());
        let timeline = Timeline::new(start, set, plan, Schedule::new(base, changes));
        Self { name, list, recipe, encoder, timeline, initial, saved: None, replay_differed: false }
    }

    /// Begins time anew at this state, by the same plan.
    fn restart(&mut self, start: State) {
        let Timeline { plan, set, schedule, .. } = &self.timeline;
        self.timeline = Timeline::new(start, Arc::clone(set), plan.clone(), schedule.clone());
    }

    /// Compares what replaying arrived at with what was saved, and keeps what was saved.
    pub(super) fn finish_replay(&mut self) {
        let Some(saved) = self.saved.take() else {
            return;
        };
        if !same_bits(&saved, self.timeline.current()) {
            self.replay_differed = true;
            self.initial = None;
            self.restart(*saved);
        }
    }

    fn with_rows(self) -> Result<Self, TrainError> {
        if self.timeline.set.train.is_empty() {
            let list = self.list.source().to_owned();
            return Err(TrainError::NoTrainingRows { list });
        }
        Ok(self)
    }
}

/// A network at epoch 0 with an optimiser that has seen nothing.
fn fresh(recipe: &Recipe, network: Network) -> State {
    let optimizer = recipe.optimizer().start(network.parameters().len());
    State { epoch: 0, network, optimizer }
}

/// Whether a recipe can be followed on a list.
fn check(recipe: &Recipe, list: &PassengerList) -> Result<(), TrainError> {
    recipe.validate(list.len())?;
    for feature in &recipe.features {
        if let Some(column) = feature.columns().iter().find(|column| !list.has(**column)) {
            return Err(TrainError::MissingColumn {
                list: list.source().to_owned(),
                column: column.header(),
                feature: feature.name(),
            });
        }
    }
    Ok(())
}

/// Equality that tells 0 from −0, as promises about bits must.
fn same_bits(a: &State, b: &State) -> bool {
    let same = |a: &[f64], b: &[f64]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits());
    same(a.network.parameters(), b.network.parameters())
        && same(&a.optimizer.first, &b.optimizer.first)
        && same(&a.optimizer.second, &b.optimizer.second)
        && a.optimizer.step == b.optimizer.step
}
