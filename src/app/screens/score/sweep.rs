//! The sweep of hidden widths over seeds: whether it runs, and what keys do on its panel. It is trained
//! in slices, behind any screen.

use crate::analysis::sweep as engine;
use crate::app::commands::{switch, time};
use crate::app::core::movement::step;
use crate::app::core::runs::Origin;
use crate::app::{Core, Notice, Screen};
use crate::explain::errors;
use crate::explain::words::{Message, sweep as words};
use crate::training::Run;

/// A sweep under way, or what came of it.
#[derive(Debug, Clone)]
pub struct SweepJob {
    /// How far it has come.
    pub engine: engine::Sweep,
    /// The place of the width under the cursor.
    pub row: usize,
    running: bool,
}

impl Default for SweepJob {
    fn default() -> Self {
        Self { engine: engine::Sweep::new(engine::Plan::default()), row: 0, running: false }
    }
}

impl SweepJob {
    /// Whether there is training to do.
    pub const fn is_running(&self) -> bool {
        self.running
    }

    /// Whether anything was trained, or is about to be.
    pub fn has_begun(&self) -> bool {
        self.running || self.engine.progress().0 > 0 || self.engine.fraction() > 0.0
    }

    /// Whether every run is done.
    pub fn is_done(&self) -> bool {
        self.engine.next().is_none()
    }

    /// Unless it runs, it is on the training rows of the run on the screen, and what is known to come of it there is
    /// taken over.
    pub(super) fn follow(&mut self, core: &Core) {
        if self.running {
            return;
        }
        let plan = self.engine.plan().on_rows_of(core.run().recipe(), &core.list);
        if plan != *self.engine.plan() {
            self.engine = engine::Sweep::new(plan);
        }
        self.engine.take_stored(&core.list);
    }

    /// So many widths on.
    pub(super) fn step(&mut self, core: &mut Core, by: isize) {
        let rows = self.engine.plan().widths.len();
        self.row = step(self.row, by, rows);
        core.touch();
    }

    /// Enter on the panel: starts, stops, goes on; once all is done, opens the network under the cursor.
    pub(super) fn open(&mut self, core: &mut Core) {
        if self.is_done() {
            return self.open_swept(core);
        }
        self.running = !self.running;
        core.touch();
    }

    /// Whether Enter on the panel starts or stops the sweep.
    pub(in crate::app) fn starts(&self) -> bool {
        !self.is_done()
    }

    /// Whether Enter on the panel opens a network.
    pub(in crate::app) fn opens(&self) -> bool {
        self.is_done()
    }

    /// About a millisecond of training.
    pub(in crate::app) fn slice(&mut self, core: &mut Core) {
        if !self.running {
            return;
        }
        let list = std::sync::Arc::clone(&core.list);
        if let Err(error) = self.engine.advance(&list) {
            self.running = false;
            return core.tell(Notice::warning(errors::of_run(&error)));
        }
        if self.is_done() {
            self.running = false;
            let (_, runs) = self.engine.progress();
            core.tell(Notice::info(Message::new(words::DONE, [runs.to_string()])));
        } else if core.screen == Screen::Score {
            core.touch();
        }
    }

    /// Opens the network in the middle of a width's seeds as a run, trained again as far as it was.
    fn open_swept(&mut self, core: &mut Core) {
        let place = self.row;
        let plan = self.engine.plan();
        let (width, epochs) = (plan.widths[place], plan.epochs);
        let mut outcomes = self.engine.outcomes(place).to_vec();
        // Neither the best nor the worst: that would be choosing on test rows.
        outcomes.sort_by_key(|outcome| (outcome.test.0, outcome.seed));
        let Some(middle) = outcomes.get(outcomes.len().saturating_sub(1) / 2) else {
            return;
        };
        let (name, recipe) = (format!("h{width} seed {}", middle.seed), plan.recipe(width, middle.seed));
        let known = core.runs.listed().find(|&run| {
            let slot = core.runs.get(run);
            slot.is_some_and(|slot| slot.run.name == name && *slot.run.recipe() == recipe)
        });
        if let Some(run) = known {
            return switch::switch_to(core, run);
        }
        match Run::from_recipe(&name, std::sync::Arc::clone(&core.list), recipe) {
            Ok(run) => {
                let before = core.runs.active_index();
                let after = core.runs.add(run, Origin::Recipe);
                switch::show_new(core, before, after);
                time::go_to(core, epochs);
                core.tell(Notice::info(Message::new(words::OPENED, [name])));
            }
            Err(error) => core.tell(Notice::warning(errors::of_run(&error))),
        }
    }

    /// What `y` copies on the panel: the table, tabs between its columns.
    pub(super) fn copied(&self, core: &Core) -> String {
        use std::fmt::Write as _;
        let engine = &self.engine;
        let mut text = String::from(
            "hidden\tauthor_train_percent\tauthor_test_percent\tseeds\ttrain_median\ttest_median\t\
             test_least\ttest_most\tdead_neurons\n",
        );
        for (place, width) in engine.plan().widths.iter().enumerate() {
            let author = engine::AUTHOR.iter().find(|(known, ..)| known == width);
            let author = author.filter(|_| core.list.is_embedded());
            let [train, test] =
                author.map_or_else(Default::default, |(_, train, test)| [format!("{train:.2}"), format!("{test:.2}")]);
            let outcomes = engine.outcomes(place);
            let _ = write!(text, "{width}\t{train}\t{test}\t{}", outcomes.len());
            let ours = engine::spread(outcomes.iter().map(|outcome| outcome.test.0));
            let learned = engine::spread(outcomes.iter().map(|outcome| outcome.train.0));
            if let (Some((test, least, most)), Some((train, ..))) = (ours, learned) {
                let dead: usize = outcomes.iter().map(|outcome| outcome.dead).sum();
                let _ = write!(text, "\t{train}\t{test}\t{least}\t{most}\t{dead}");
            }
            text.push('\n');
        }
        text
    }
}
