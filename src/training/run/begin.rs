//! The ways a run begins: from a recipe, from a model file, or as the network the post published; and whether its
//! statistics and its answers for the rows of the list are numbers.

use std::sync::Arc;

use super::{Run, TrainError};
use crate::data::{PassengerList, Split};
use crate::kernel::Kernel;
use crate::nn::Network;
use crate::training::change::{Change, Rates, Schedule};
use crate::training::course::Course;
use crate::training::encoder::{Encoder, FeatureStatistics};
use crate::training::epoch::{Checkpoint, Method};
use crate::training::limits::{self, NamedNumber};
use crate::training::model_file::{self, ModelFile};
use crate::training::recipe::Recipe;
use crate::training::rows::TrainingSet;
use crate::training::timeline::Timeline;

/// The weights of age and sex and the bias that the post published in 2018.
pub const PUBLISHED_WEIGHTS: [f64; 3] = [-0.016_852, 0.704_039, -0.116_309];

pub(super) fn from_recipe(name: String, list: Arc<PassengerList>, recipe: Recipe) -> Result<Run, TrainError> {
    check(&recipe, &list)?;
    let split = recipe.split_of(&list);
    on_split((name, list, recipe), split)
}

/// A run at epoch 0 of a recipe under this name, for which these rows of the list are for training, whatever the recipe
/// says of that.
///
/// # Errors
/// What in the recipe cannot be followed on these rows.
pub fn on_split((name, list, recipe): (String, Arc<PassengerList>, Recipe), split: Split) -> Result<Run, TrainError> {
    let mut network = Network::new(recipe.inputs(), &recipe.hidden, recipe.activation);
    recipe.init().apply(&mut network, recipe.seed);
    let start = fresh(&recipe, network);
    let run = begin((name, list, recipe), split, &[], start, Vec::new());
    with_rows(run).and_then(sound)
}

pub(super) fn from_model(name: String, list: Arc<PassengerList>, model: ModelFile) -> Result<Run, TrainError> {
    let mut run = resume(name, list, model)?;
    if let Some(initial) = run.initial.as_ref().filter(|_| run.last_epoch() > 0) {
        let mut network = run.network().clone();
        network.parameters_mut().copy_from_slice(initial);
        run.timeline.schedule.apply_edits(0, &mut network);
        let start = fresh(&run.recipe, network);
        let saved = run.timeline.current().clone();
        restart(&mut run, start);
        run.saved = Some(Box::new(saved));
        run = sound(run)?;
    }
    Ok(run)
}

pub(super) fn resume(name: String, list: Arc<PassengerList>, model: ModelFile) -> Result<Run, TrainError> {
    let recipe = model.recipe();
    check(&recipe, &list)?;
    let start = model.state(&recipe)?;
    let ModelFile { features, initial, changes, .. } = model;
    let changes = changes.unwrap_or_default();
    let split = recipe.split_of(&list);
    let mut run = begin((name, list, recipe), split, &features, start, changes);
    run.initial = initial.or(run.initial.take());
    sound(run)
}

pub(super) fn published(list: Arc<PassengerList>) -> Run {
    let recipe = Recipe::published();
    let mut network = Network::new(recipe.inputs(), &recipe.hidden, recipe.activation);
    network.parameters_mut().copy_from_slice(&PUBLISHED_WEIGHTS);
    let start = fresh(&recipe, network);
    let split = recipe.split_of(&list);
    begin(("The post".to_owned(), list, recipe), split, &[], start, Vec::new())
}

pub(super) fn follow(name: String, list: Arc<PassengerList>, course: Course) -> Result<Run, TrainError> {
    let mut run =
        if course.published { Run { name, ..published(list) } } else { from_recipe(name, list, course.recipe)? };
    model_file::check::changes(&course.changes, limits::MAX_EPOCHS, run.network().shape())?;
    let mut network = run.network().clone();
    run.timeline.schedule = Schedule::new(Rates::of(&run.recipe), course.changes);
    run.timeline.schedule.apply_edits(0, &mut network);
    run.initial = Some(network.parameters().to_vec());
    let start = fresh(&run.recipe, network);
    restart(&mut run, start);
    sound(run)
}

pub(super) fn course(run: &Run) -> Option<Course> {
    let recipe = &run.recipe;
    let initial = run.initial.as_ref().filter(|_| run.first_epoch() == 0)?;
    let begins = |published: &bool| {
        let mut network = Network::new(recipe.inputs(), &recipe.hidden, recipe.activation);
        if *published {
            network.parameters_mut().copy_from_slice(&PUBLISHED_WEIGHTS);
        } else {
            recipe.init().apply(&mut network, recipe.seed);
        }
        run.timeline.schedule.apply_edits(0, &mut network);
        same(network.parameters(), initial)
    };
    let may_be = [false, *recipe == Recipe::published()];
    let published = may_be.into_iter().find(begins)?;
    let own = Encoder::fit_given(recipe, &run.list, run.split(), &[]).statistics();
    let changes = run.timeline.schedule.until(run.epoch()).to_vec();
    (own == run.encoder.statistics()).then(|| Course { recipe: recipe.clone(), published, changes })
}

fn begin(
    (name, list, recipe): (String, Arc<PassengerList>, Recipe),
    split: Split,
    given: &[FeatureStatistics],
    start: Checkpoint,
    changes: Vec<Change>,
) -> Run {
    let encoder = Encoder::fit_given(&recipe, &list, &split, given);
    let set = Arc::new(TrainingSet::new(split, &encoder, &list));
    let plan = Method::new(&recipe, &set.train);
    let base = Rates::of(&recipe);
    let initial = (start.epoch == 0).then(|| start.network.parameters().to_vec());
    let timeline = Timeline::new(start, set, plan, Schedule::new(base, changes));
    Run { name, list, recipe, encoder, timeline, initial, saved: None, replay_differed: false }
}

/// Begins time anew at this state, by the same plan.
fn restart(run: &mut Run, start: Checkpoint) {
    let Timeline { plan, set, schedule, .. } = &run.timeline;
    run.timeline = Timeline::new(start, Arc::clone(set), plan.clone(), schedule.clone());
}

/// Compares what replaying arrived at with what was saved, and keeps what was saved.
pub(super) fn finish_replay(run: &mut Run) {
    let Some(saved) = run.saved.take() else {
        return;
    };
    if !same_bits(&saved, run.timeline.current()) {
        run.replay_differed = true;
        run.initial = None;
        restart(run, *saved);
    }
}

fn with_rows(run: Run) -> Result<Run, TrainError> {
    if run.timeline.set.train.is_empty() {
        let list = run.list.source().to_owned();
        return Err(TrainError::NoTrainingRows { list });
    }
    Ok(run)
}

/// The run, once every number it begins with is one that can be worked with.
fn sound(run: Run) -> Result<Run, TrainError> {
    for input in run.encoder.inputs() {
        let numbers = [("mean", Some(input.mean)), ("sd", Some(input.sd)), ("fill", input.fill)];
        for (name, value) in numbers {
            if let Some(value) = value.filter(|value| !limits::keeps(*value)) {
                return Err(TrainError::TooLarge {
                    feature: input.feature.name(),
                    statistic: NamedNumber::new(name, value),
                });
            }
        }
    }
    if run.timeline.reading(run.epoch()).is_finite() { Ok(run) } else { Err(no_result(&run)) }
}

/// Who has no answer, and the largest number that leads there.
fn no_result(run: &Run) -> TrainError {
    let network = run.network();
    let set = &run.timeline.set;
    // Where each answer is a number and only their sum is none, any person stands for all.
    let (mut rows, mut row) = (&set.train, 0);
    let mut kernel = Kernel::new(network.shape());
    let mut found = false;
    let measured = [(&set.train, &*set.train_packed), (&set.test, &set.test_packed)];
    for (asked, packed) in measured.into_iter().chain([(&set.held_out, &set.held_out_packed)]) {
        kernel.logits(network, packed, |at, z| {
            if !z.is_finite() && !found {
                (rows, row, found) = (asked, at, true);
            }
        });
    }
    let parameters = network.parameters().iter().enumerate();
    let parameters = parameters.map(|(index, &value)| NamedNumber::of_parameter(network.shape(), index, value));
    let inputs = run.encoder.input_names().into_iter().zip(rows.inputs(row));
    let inputs = inputs.map(|(name, &value)| NamedNumber::new(format!("the input {name}"), value));
    let size = |field: &NamedNumber| {
        if field.value.is_nan() { f64::INFINITY } else { field.value.abs() }
    };
    let largest = parameters
        .chain(inputs)
        .max_by(|a, b| size(a).total_cmp(&size(b)))
        .unwrap_or_else(|| NamedNumber::new("the loss", f64::NAN));
    let id = run.list.passenger(rows.place(row)).id;
    TrainError::NoResult { id, largest }
}

/// A network at epoch 0 with an optimiser that has seen nothing.
fn fresh(recipe: &Recipe, network: Network) -> Checkpoint {
    let optimizer = recipe.optimizer().start(network.parameters().len());
    Checkpoint { epoch: 0, network, optimizer }
}

/// Whether a recipe can be followed on a list.
fn check(recipe: &Recipe, list: &PassengerList) -> Result<(), TrainError> {
    recipe.validate(list.len())?;
    check_columns(recipe, list)
}

/// Whether a list has every column that the features of a recipe are made of, so that its people can be asked about.
///
/// # Errors
/// The column that it lacks.
pub fn check_columns(recipe: &Recipe, list: &PassengerList) -> Result<(), TrainError> {
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
fn same(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits())
}

fn same_bits(a: &Checkpoint, b: &Checkpoint) -> bool {
    same(a.network.parameters(), b.network.parameters())
        && same(&a.optimizer.first, &b.optimizer.first)
        && same(&a.optimizer.second, &b.optimizer.second)
        && a.optimizer.step == b.optimizer.step
}
