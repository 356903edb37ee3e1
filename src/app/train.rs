//! What keys do in the panels of Train: the plots over epochs, the ledger of flips and the runs.

use super::movement::{step, vertical};
use super::pointer::Direction;
use super::{App, ExplorePanel, Panel, Screen, TrainPanel};

impl App {
    pub(super) fn move_in_train(&mut self, direction: Direction) {
        let by = vertical(direction);
        let forward = direction == Direction::Right;
        match self.focus_on.train {
            TrainPanel::Ledger if by != 0 => self.move_flip(by),
            TrainPanel::Runs if by != 0 => self.move_run_row(by),
            TrainPanel::Parameters if by != 0 => self.walk_parameters(by > 0),
            TrainPanel::Loss | TrainPanel::Accuracy if by != 0 => {}
            TrainPanel::Loss
            | TrainPanel::Accuracy
            | TrainPanel::Parameters
            | TrainPanel::Ledger
            | TrainPanel::Runs => {
                if forward {
                    self.forward(1);
                } else {
                    self.back(1);
                }
            }
        }
    }

    pub(super) fn page_in_train(&mut self, down: bool) {
        let sign = if down { 1 } else { -1 };
        match self.focus_on.train {
            TrainPanel::Ledger => {
                let page = self.hits.page(TrainPanel::Ledger).cast_signed();
                self.move_flip(sign * page);
            }
            TrainPanel::Runs => self.move_run_row(sign * 5),
            TrainPanel::Loss | TrainPanel::Accuracy | TrainPanel::Parameters => {
                if down {
                    self.forward(10);
                } else {
                    self.back(10);
                }
            }
        }
    }

    pub(super) fn edge_in_train(&mut self, last: bool) {
        let far = if last { isize::MAX / 2 } else { isize::MIN / 2 };
        match self.focus_on.train {
            TrainPanel::Ledger => self.move_flip(far),
            TrainPanel::Runs => self.move_run_row(far),
            TrainPanel::Loss | TrainPanel::Accuracy | TrainPanel::Parameters => {
                let run = self.run();
                self.go_to(if last { run.last_epoch() } else { run.first_epoch() });
            }
        }
    }

    /// Moves the cursor of the ledger.
    pub(super) fn move_flip(&mut self, by: isize) {
        let rows = self.shown().ledger_rows(self.parts).len();
        self.flip = step(self.flip, by, rows);
    }

    /// Another run for the ledger to compare with: the next one, or the one pointed at.
    pub(super) fn against(&mut self) {
        if self.focus() == Panel::Train(TrainPanel::Ledger) {
            self.next_against();
        } else {
            self.count_against_row();
        }
    }

    pub(super) fn open_in_train(&mut self) {
        match self.focus_on.train {
            TrainPanel::Ledger => {
                if let Some(flip) = self.shown().ledger_rows(self.parts).get(self.flip) {
                    self.who = flip.row;
                    self.show(Screen::Explore);
                    self.set_focus(ExplorePanel::Network);
                }
            }
            TrainPanel::Runs => self.switch_to(self.run_row),
            TrainPanel::Loss | TrainPanel::Accuracy | TrainPanel::Parameters => {
                self.zoomed = !self.zoomed;
            }
        }
    }
}
