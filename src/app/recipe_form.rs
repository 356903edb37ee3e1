//! The recipe form as plain data: the line in focus, and the changes that wait for each run until they
//! are started or dropped. Changes no run; what keys do with it stands in `recipe_commands`.
//!
//! Changes are kept as versions that are never overwritten, so that undo needs to remember only which
//! version came before.

pub mod facts;
pub mod show;
pub mod typed;

pub use facts::Facts;

use super::prepared::Prepared;
use super::runs::{Past, Stamp};
use crate::data::PassengerList;
use crate::training::{Recipe, Run, Setting};

/// The form.
#[derive(Debug, Clone, Default)]
pub struct RecipeForm {
    /// The line in focus.
    pub line: Setting,
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
    touched: Vec<Setting>,
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
    pub fn take(&mut self, line: Setting, from: &Recipe) {
        line.copy(from, &mut self.recipe);
        self.touched.retain(|touched| *touched != line);
        self.touched.push(line);
    }

    /// Puts a line back to what the run has.
    pub fn reset(&mut self, line: Setting, base: &Recipe) {
        line.copy(base, &mut self.recipe);
        self.touched.retain(|touched| *touched != line);
    }

    /// Whether the user changed a line, and did not put it back since.
    pub fn touches(&self, line: Setting) -> bool {
        self.touched.contains(&line)
    }

    /// The lines the user changed, the last one first.
    pub fn touched(&self) -> impl Iterator<Item = Setting> {
        self.touched.iter().rev().copied()
    }

    /// The recipe to start: what the user changed, and what has to follow from it.
    pub fn wanted(&self, base: &Recipe) -> Recipe {
        let mut recipe = self.recipe.clone();
        for line in Setting::ALL.iter().copied().filter(|line| line.acts_at_once()) {
            line.copy(base, &mut recipe);
        }
        // The first hidden layer turns good initial weights into bad ones: zeros make twins.
        let other_kind = recipe.hidden.is_empty() != base.hidden.is_empty();
        if other_kind && !self.touched.contains(&Setting::Init) {
            recipe.init = None;
        }
        let mut recipe = recipe.settled();
        // A rate chosen for what waits does not wait alone.
        if self.touches(Setting::LearningRate) && recipe != *base {
            Setting::LearningRate.copy(&self.recipe, &mut recipe);
        }
        recipe
    }
}

/// The recipe a run follows now: the one it began with, at the rates of its present epoch.
pub fn present(run: &Run) -> Recipe {
    let (l1, l2) = run.regularisation();
    Recipe { learning_rate: run.learning_rate(), l1, l2, ..run.recipe().clone() }
}

/// The lines in which a recipe differs from the one a run has, so that it needs a new run.
pub fn waiting(base: &Recipe, wanted: &Recipe, list: &PassengerList) -> Vec<Setting> {
    let [base, wanted] = [base, wanted].map(|recipe| recipe.spelled_out(list));
    // What goes with another line, as momentum with its optimiser, is told; what merely has no use is not.
    let unused = |setting: Setting| {
        matches!(setting, Setting::MissingAge | Setting::Activation | Setting::Shuffle)
            && setting.idle(&wanted).is_some()
    };
    let differs = |setting: &Setting| !setting.same(&base, &wanted) && !unused(*setting);
    Setting::ALL.iter().copied().filter(differs).collect()
}

#[cfg(test)]
mod tests;
