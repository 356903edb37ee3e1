//! Cross-validation by the recipe of the run on the screen: whether it runs, and what keys do on its panel. It is
//! trained in slices, behind any screen.

use crate::analysis::CrossValidation;
use crate::analysis::cross_validation::FoldsError;
use crate::app::{Core, Notice, Screen};
use crate::explain::errors;
use crate::explain::words::{Message, folds as words};
use crate::training::Run;

/// How many folds there are, of fewer rows as many as these.
pub const FOLDS: usize = 10;

/// A cross-validation under way, or what came of it.
#[derive(Debug, Clone, Default)]
pub struct FoldsJob {
    /// What the run is called whose recipe it is about, and how far it has come.
    begun: Option<(String, CrossValidation)>,
    running: bool,
}

impl FoldsJob {
    /// The name of its run and how far it has come, once it was begun.
    pub const fn begun(&self) -> Option<&(String, CrossValidation)> {
        self.begun.as_ref()
    }

    /// Whether there is training to do.
    pub const fn is_running(&self) -> bool {
        self.running
    }

    /// Whether it is about the run on the screen as far as that is trained.
    pub fn is_of(&self, run: &Run) -> bool {
        self.begun.as_ref().is_some_and(|(_, folds)| folds.recipe() == run.recipe() && folds.epochs() == run.epoch())
    }

    /// Whether Enter on the panel starts or stops it, or goes on.
    pub(in crate::app) fn starts(&self, core: &Core) -> bool {
        let is_done = self.begun.as_ref().is_some_and(|(_, folds)| folds.is_done());
        self.running || !(is_done && self.is_of(core.run()))
    }

    /// Enter on the panel.
    pub(super) fn open(&mut self, core: &mut Core) {
        if !self.starts(core) {
            return;
        }
        if !self.running && !self.is_of(core.run()) {
            let run = core.run();
            if run.epoch() == 0 {
                return core.tell(Notice::info(Message::plain(words::TRAIN_FIRST)));
            }
            let count = FOLDS.min(run.split().train_rows());
            match CrossValidation::new(run, count, run.epoch()) {
                Ok(folds) => self.begun = Some((core.run_name(), folds)),
                Err(error) => return core.tell(Notice::warning(refused(&error))),
            }
        }
        self.running = !self.running;
        core.touch();
    }

    /// About a millisecond of training.
    pub(in crate::app) fn slice(&mut self, core: &mut Core) {
        let Some((name, folds)) = self.begun.as_mut().filter(|_| self.running) else {
            return;
        };
        if let Err(error) = folds.advance() {
            self.running = false;
            return core.tell(Notice::warning(errors::of_run(&error)));
        }
        if folds.is_done() {
            self.running = false;
            let (right, all) = folds.counted();
            let said = [name.clone(), right.to_string(), all.to_string()];
            core.tell(Notice::info(Message::new(words::DONE, said)));
        } else if core.screen == Screen::Score {
            core.touch();
        }
    }

    /// What `y` copies on the panel: the table, tabs between its columns.
    pub(super) fn copied(&self) -> String {
        use std::fmt::Write as _;
        let mut text = String::from("fold\tcorrect\ttotal\tloss\tepoch\n");
        for (fold, judged) in self.begun.iter().flat_map(|(_, folds)| folds.judged()).enumerate() {
            let held = &judged.held;
            let _ = writeln!(text, "{}\t{}\t{}\t{}\t{}", fold + 1, held.correct, held.total, held.loss, judged.epoch);
        }
        text
    }
}

fn refused(error: &FoldsError) -> Message {
    match error {
        FoldsError::Count { .. } | FoldsError::TooFew(_) => Message::sentence(error),
        FoldsError::Train(error) => errors::of_run(error),
    }
}
