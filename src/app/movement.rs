//! What arrows, page keys and the ends do in the popup or the panel that has the focus.

use super::pointer::Direction;
use super::{App, Effect, Panel};

impl App {
    /// Moves within the popup or the focused panel.
    pub(super) fn move_by(&mut self, direction: Direction) -> Vec<Effect> {
        if self.overlay.is_some() {
            self.move_in_overlay(direction);
            return Vec::new();
        }
        let vertical = match direction {
            Direction::Up => -1,
            Direction::Down => 1,
            Direction::Left | Direction::Right => 0,
        };
        let forward = direction == Direction::Right;
        if self.shows_race() {
            self.choose_racer(forward || vertical > 0);
            return Vec::new();
        }
        match self.focus() {
            Panel::Backward | Panel::Chain | Panel::Steps | Panel::Pulls => {
                self.move_in_gradients(direction);
            }
            Panel::Beliefs | Panel::Neurons => self.move_in_beliefs(direction),
            Panel::Landscape | Panel::Beside => self.move_in_landscape(direction),
            Panel::Standing
            | Panel::Confusion
            | Panel::Roc
            | Panel::Threshold
            | Panel::Calibration
            | Panel::Histogram
            | Panel::Groups
            | Panel::Sweep => self.move_in_score(direction),
            Panel::Passengers | Panel::Calculation if vertical != 0 => self.step_who(vertical),
            Panel::Passengers => {
                let columns = self.hits.columns().to_vec();
                self.listing.move_column(&columns, forward);
            }
            Panel::Network => self.spot = self.spot.moved(direction, self.run().network()),
            Panel::Calculation => self.walk_parameters(forward),
            Panel::Curve => {
                let z = self.passenger_z();
                let by = if vertical != 0 {
                    -vertical as i32
                } else if forward {
                    10
                } else {
                    -10
                };
                self.curve.slide(by, z);
            }
            Panel::Ledger if vertical != 0 => {
                let rows = self.shown.ledger_rows(self.parts).len();
                self.flip = step(self.flip, vertical, rows);
            }
            Panel::Runs if vertical != 0 => self.move_run_row(vertical),
            panel @ (Panel::Recipe | Panel::Presets) if vertical != 0 => {
                self.move_in_recipe(panel, vertical);
            }
            Panel::Recipe => self.step_recipe_line(forward),
            Panel::Presets => {}
            Panel::Parameters if vertical != 0 => self.walk_parameters(vertical > 0),
            Panel::Loss | Panel::Accuracy if vertical != 0 => {}
            Panel::Loss | Panel::Accuracy | Panel::Parameters | Panel::Ledger | Panel::Runs => {
                if forward {
                    self.forward(1);
                } else {
                    self.back(1);
                }
            }
        }
        Vec::new()
    }

    /// The z the curve shows when it follows the passenger; 0 when there is none.
    pub(super) fn passenger_z(&self) -> f64 {
        self.shown.row(self.who).z.unwrap_or(0.0)
    }

    pub(super) fn page(&mut self, down: bool) {
        let sign = if down { 1 } else { -1 };
        if self.overlay.is_some() {
            return self.page_overlay(down);
        }
        match self.focus() {
            Panel::Backward | Panel::Chain | Panel::Steps | Panel::Pulls => {
                self.page_in_gradients(down);
            }
            Panel::Beliefs | Panel::Neurons => self.page_in_beliefs(down),
            Panel::Landscape | Panel::Beside => self.page_in_landscape(down),
            Panel::Standing
            | Panel::Confusion
            | Panel::Roc
            | Panel::Threshold
            | Panel::Calibration
            | Panel::Histogram
            | Panel::Groups
            | Panel::Sweep => self.page_in_score(down),
            Panel::Passengers | Panel::Calculation | Panel::Network => {
                let rows = self.hits.page(Panel::Passengers).cast_signed();
                self.step_who(sign * (rows - 1).max(1));
            }
            Panel::Curve => {
                let z = self.passenger_z();
                self.curve.slide(if down { -100 } else { 100 }, z);
            }
            Panel::Ledger => {
                let rows = self.shown.ledger_rows(self.parts).len();
                let page = self.hits.page(Panel::Ledger).cast_signed();
                self.flip = step(self.flip, sign * page, rows);
            }
            Panel::Runs => self.move_run_row(sign * 5),
            panel @ (Panel::Recipe | Panel::Presets) => self.move_in_recipe(panel, sign * 5),
            Panel::Loss | Panel::Accuracy | Panel::Parameters => {
                if down {
                    self.forward(10);
                } else {
                    self.back(10);
                }
            }
        }
    }

    pub(super) fn go_to_edge(&mut self, last: bool) {
        if self.overlay.is_some() {
            return self.overlay_to_edge(last);
        }
        let far = if last { isize::MAX / 2 } else { isize::MIN / 2 };
        match self.focus() {
            Panel::Backward | Panel::Chain | Panel::Steps | Panel::Pulls => {
                self.edge_in_gradients(last);
            }
            Panel::Beliefs | Panel::Neurons => self.edge_in_beliefs(last),
            Panel::Landscape | Panel::Beside => self.edge_in_landscape(last),
            Panel::Standing
            | Panel::Confusion
            | Panel::Roc
            | Panel::Threshold
            | Panel::Calibration
            | Panel::Histogram
            | Panel::Groups
            | Panel::Sweep => self.edge_in_score(last),
            Panel::Passengers | Panel::Calculation | Panel::Network => self.step_who(far),
            Panel::Curve => {
                let (from, to) = super::curve::SLIDER;
                self.curve.set(if last { to } else { from });
            }
            Panel::Ledger => {
                let rows = self.shown.ledger_rows(self.parts).len();
                self.flip = step(self.flip, far, rows);
            }
            Panel::Runs => self.move_run_row(far),
            panel @ (Panel::Recipe | Panel::Presets) => self.move_in_recipe(panel, far),
            Panel::Loss | Panel::Accuracy | Panel::Parameters => {
                let run = self.run();
                self.go_to(if last {
                    run.last_epoch()
                } else {
                    run.first_epoch()
                });
            }
        }
    }
}

/// `at` moved by `by`, held within `0..count`.
pub(super) fn step(at: usize, by: isize, count: usize) -> usize {
    at.saturating_add_signed(by).min(count.saturating_sub(1))
}
