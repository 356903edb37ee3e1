//! What keys do in the panels of Train: the plots over epochs, the ledger of flips and the runs.

use crate::app::commands::{editing, look, run_list, switch, time};
use crate::app::core::movement::{Motion, step};
use crate::app::figure::{Export, Figure};
use crate::app::hits::{Pointed, Target};
use crate::app::popups::Popup;
use crate::app::screens::behaviour::Behaviour;
use crate::app::{Core, ExplorePanel, Notice, OwnTarget, Panel, Screen, TrainPanel, TrainTarget};
use crate::explain::numbers;
use crate::explain::words::{Message, runs as words};

/// What Train remembers.
#[derive(Debug, Default)]
pub struct Train {
    /// Whether the loss axis is logarithmic.
    pub log_loss: bool,
    /// The row under the cursor in the ledger, as it was set.
    flip: usize,
}

impl Train {
    /// The row under the cursor in the ledger.
    pub fn flip(&self, core: &Core) -> usize {
        step(self.flip, 0, core.shown().ledger_rows(core.parts).len())
    }

    /// Moves the cursor of the ledger.
    fn move_flip(&mut self, core: &Core, by: isize) {
        self.flip = step(self.flip(core), by, core.shown().ledger_rows(core.parts).len());
    }

    /// Another run for the ledger to compare with: the next one, or the one pointed at.
    pub(in crate::app) fn against(&mut self, core: &mut Core) {
        if core.focus() == Panel::Train(TrainPanel::Ledger) {
            self.next_against(core);
        } else {
            self.count_against_row(core);
        }
    }

    /// `v` in the list of runs: the ledger counts between the run under the cursor and this one.
    fn count_against_row(&mut self, core: &mut Core) {
        let active = core.runs.active_index();
        if core.run_row == active {
            return core.tell(Notice::info(Message::plain(words::AGAINST_WHOM)));
        }
        let again = core.against == Some(core.run_row);
        self.set_against(core, (!again).then_some(core.run_row));
    }

    /// `v` in the ledger: between epochs, then against each compared run, or each other one.
    fn next_against(&mut self, core: &mut Core) {
        let active = core.runs.active_index();
        let others: Vec<usize> = core.runs.listed().filter(|&run| run != active).collect();
        let marked: Vec<usize> = others.iter().copied().filter(|&run| core.runs.all()[run].compared).collect();
        let candidates = if marked.is_empty() { others } else { marked };
        let next = match core.against {
            None => candidates.first().copied(),
            Some(run) => candidates.into_iter().find(|&other| other > run),
        };
        self.set_against(core, next);
    }

    fn set_against(&mut self, core: &mut Core, run: Option<usize>) {
        core.against = run;
        self.flip = 0;
        let slot = run.and_then(|run| Some((run, core.runs.get(run)?)));
        let notice = match slot {
            Some((run, slot)) => {
                let values = [
                    core.name_of(run),
                    numbers::whole(slot.run.epoch()),
                    core.name_of(core.runs.active_index()),
                    numbers::whole(core.run().epoch()),
                ];
                Message::new(words::AGAINST, values)
            }
            None => Message::plain(words::AGAINST_EPOCHS),
        };
        core.tell(Notice::info(notice));
        core.moved();
    }
}

impl Behaviour for Train {
    fn point(&mut self, core: &mut Core, at: Pointed) -> bool {
        let Target::Own(OwnTarget::Train(target)) = at.target else {
            return false;
        };
        match target {
            TrainTarget::Flip(row) => self.flip = row,
            TrainTarget::Run(row) => run_list::point_at(core, row),
        }
        true
    }

    fn wheel(&mut self, core: &mut Core, panel: Panel, down: bool) {
        let Panel::Train(panel) = panel else { return };
        let by = if down { 1 } else { -1 };
        match panel {
            TrainPanel::Ledger => self.move_flip(core, by),
            TrainPanel::Runs => run_list::move_run_row(core, by),
            TrainPanel::Loss | TrainPanel::Accuracy | TrainPanel::Parameters => time::step(core, down),
        }
    }

    fn export(&self, core: &Core) -> Export {
        match core.focus_on.train {
            TrainPanel::Loss => Export::Figure(Figure::Loss),
            TrainPanel::Accuracy => Export::Figure(Figure::Accuracy),
            TrainPanel::Parameters | TrainPanel::Ledger | TrainPanel::Runs => Export::History,
        }
    }

    fn next_view(&mut self, _core: &mut Core) {
        self.log_loss = !self.log_loss;
    }

    fn go(&mut self, core: &mut Core, motion: Motion) {
        let panel = core.focus_on.train;
        let page = if panel == TrainPanel::Runs { 5 } else { core.hits.page(panel) };
        let by = motion.rows(page);
        match (panel, motion) {
            (TrainPanel::Ledger, _) if by != 0 => self.move_flip(core, by),
            (TrainPanel::Runs, _) if by != 0 => run_list::move_run_row(core, by),
            (TrainPanel::Parameters, Motion::Arrow(_)) if by != 0 => editing::walk_parameters(core, by > 0),
            (_, Motion::Arrow(_)) if by != 0 => {}
            (_, Motion::Arrow(_)) => time::step(core, motion.across() > 0),
            (_, Motion::PageUp) => time::back(core, 10),
            (_, Motion::PageDown) => time::forward(core, 10),
            (_, Motion::First) => time::go_to(core, core.run().first_epoch()),
            (_, Motion::Last) => time::go_to(core, core.run().last_epoch()),
        }
    }

    fn open(&mut self, core: &mut Core) -> Option<Popup> {
        match core.focus_on.train {
            TrainPanel::Ledger => {
                if let Some(row) = core.shown().ledger_rows(core.parts).get(self.flip(core)) {
                    core.who = row;
                    look::show(core, Screen::Explore);
                    core.set_focus(ExplorePanel::Network);
                }
            }
            TrainPanel::Runs => switch::switch_to(core, core.run_row),
            TrainPanel::Loss | TrainPanel::Accuracy | TrainPanel::Parameters => {
                core.zoomed = !core.zoomed;
            }
        }
        None
    }
}
