//! The recipe form as plain data: the line in focus, and the changes that wait for each run until they
//! are started or dropped. Changes no run; what keys do with it stands in `recipe_commands`.
//!
//! Changes are kept as versions that are never overwritten, so that undo needs to remember only which
//! version came before.

pub mod facts;
pub mod show;
pub mod typed;

mod ladder;
mod line;

pub use facts::Facts;
pub use ladder::{next_rate, sensible_rate, stepped};
pub use line::{Idle, Line, Section};

use super::prepared::Prepared;
use super::runs::{Past, Stamp};
use crate::data::PassengerList;
use crate::nn::OptimizerKind;
use crate::training::{Batch, Recipe, Run};

/// The form.
#[derive(Debug, Clone, Default)]
pub struct RecipeForm {
    /// The line in focus.
    pub line: Line,
    /// The row under the cursor in the list of presets.
    pub preset: usize,
    /// What follows from the recipe on the form of a run.
    pub(super) facts: Prepared<Past, Facts>,
    /// The largest learning rate that does not overshoot, where there is one.
    pub(super) limit: Prepared<Weights, Option<f64>>,
    versions: Vec<Draft>,
    /// The version that waits, for each run that has one.
    waiting: Vec<(usize, usize)>,
}

/// The weights a limit of the learning rate holds at.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Weights {
    /// Those of the run on the screen.
    Present(Stamp),
    /// Those that the recipe which waits begins with.
    First(Recipe),
}

/// A recipe that differs from its run's and waits to be started.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    recipe: Recipe,
    /// The lines the user changed, the last one last.
    touched: Vec<Line>,
}

impl RecipeForm {
    /// The version of the form that waits for a run.
    pub fn version(&self, run: usize) -> Option<usize> {
        let found = self.waiting.iter().find(|(of, _)| *of == run);
        found.map(|&(_, version)| version)
    }

    /// Puts a version in the place of the one that waits for a run.
    pub fn set_version(&mut self, run: usize, version: Option<usize>) {
        self.waiting.retain(|(of, _)| *of != run);
        self.waiting.extend(version.map(|version| (run, version)));
    }

    /// Adds a version and lets it wait for a run.
    pub fn add(&mut self, run: usize, draft: Draft) -> usize {
        self.versions.push(draft);
        let version = self.versions.len() - 1;
        self.set_version(run, Some(version));
        version
    }

    /// What waits for a run.
    pub fn draft(&self, run: usize) -> Option<&Draft> {
        self.versions.get(self.version(run)?)
    }

    /// The recipe on the form of a run: what the run has, and over it what waits.
    pub fn wanted(&self, index: usize, run: &Run) -> Recipe {
        let base = present(run);
        match self.draft(index) {
            Some(draft) => draft.wanted(&base),
            None => base,
        }
    }
}

impl Draft {
    /// Nothing changed yet.
    pub fn new(base: &Recipe) -> Self {
        Self { recipe: base.clone(), touched: Vec::new() }
    }

    /// Takes over a line from a recipe, as what the user wants now.
    pub fn take(&mut self, line: Line, from: &Recipe) {
        line.copy(from, &mut self.recipe);
        self.touched.retain(|touched| *touched != line);
        self.touched.push(line);
    }

    /// Puts a line back to what the run has.
    pub fn reset(&mut self, line: Line, base: &Recipe) {
        line.copy(base, &mut self.recipe);
        self.touched.retain(|touched| *touched != line);
    }

    /// Whether the user changed a line, and did not put it back since.
    pub fn touches(&self, line: Line) -> bool {
        self.touched.contains(&line)
    }

    /// The lines the user changed, the last one first.
    pub fn touched(&self) -> impl Iterator<Item = Line> {
        self.touched.iter().rev().copied()
    }

    /// The recipe to start: what the user changed, and what has to follow from it.
    pub fn wanted(&self, base: &Recipe) -> Recipe {
        let mut recipe = self.recipe.clone();
        for line in Line::ALL.iter().copied().filter(|line| line.acts_at_once()) {
            line.copy(base, &mut recipe);
        }
        // The first hidden layer turns good initial weights into bad ones: zeros make twins.
        let other_kind = recipe.hidden.is_empty() != base.hidden.is_empty();
        if other_kind && !self.touched.contains(&Line::Init) {
            recipe.init = None;
        }
        let mut recipe = settled(recipe);
        // A rate chosen for what waits does not wait alone.
        if self.touches(Line::LearningRate) && recipe != *base {
            Line::LearningRate.copy(&self.recipe, &mut recipe);
        }
        recipe
    }
}

/// A recipe without what its other lines leave no room for.
fn settled(mut recipe: Recipe) -> Recipe {
    if recipe.optimizer != OptimizerKind::Gd {
        recipe.momentum = 0.0;
    }
    if recipe.momentum == 0.0 {
        recipe.nesterov = false;
    }
    recipe
}

/// The recipe a run follows now: the one it began with, at the rates of its present epoch.
pub fn present(run: &Run) -> Recipe {
    let (l1, l2) = run.regularisation();
    Recipe { learning_rate: run.learning_rate(), l1, l2, ..run.recipe().clone() }
}

/// The lines in which a recipe differs from the one a run has, so that it needs a new run.
pub fn waiting(base: &Recipe, wanted: &Recipe, list: &PassengerList) -> Vec<Line> {
    let differs = |line: &Line| match line {
        Line::Features => base.features != wanted.features,
        Line::MissingAge => wanted.needs_age() && base.missing_age != wanted.missing_age,
        Line::Scaling => base.scaling != wanted.scaling,
        Line::Split => base.train_rows_of(list) != wanted.train_rows_of(list),
        Line::Hidden => base.hidden != wanted.hidden,
        Line::Activation => !wanted.hidden.is_empty() && base.activation != wanted.activation,
        Line::Init => base.init() != wanted.init(),
        Line::Seed => base.seed != wanted.seed,
        Line::Loss => base.loss != wanted.loss,
        Line::Optimizer => base.optimizer != wanted.optimizer,
        Line::Momentum => base.momentum != wanted.momentum,
        Line::Nesterov => base.nesterov != wanted.nesterov,
        Line::Batch => base.batch != wanted.batch,
        Line::Shuffle => wanted.batch != Batch::Full && base.shuffle != wanted.shuffle,
        Line::LearningRate => base.learning_rate != wanted.learning_rate,
        Line::L1 | Line::L2 => false,
    };
    Line::ALL.iter().copied().filter(differs).collect()
}

#[cfg(test)]
mod tests;
