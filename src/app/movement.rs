//! What arrows, page keys and the ends do in the popup or the panel that has the focus.

use super::pointer::Direction;
use super::{App, Effect, Panel, Screen};

impl App {
    /// Moves within the popup or the focused panel.
    pub(super) fn move_by(&mut self, direction: Direction) -> Vec<Effect> {
        if self.overlay.is_some() {
            self.move_in_overlay(direction);
            return Vec::new();
        }
        if self.shows_race() {
            self.choose_racer(matches!(direction, Direction::Right | Direction::Down));
            return Vec::new();
        }
        match self.focus().screen() {
            Screen::Gradients => self.move_in_gradients(direction),
            Screen::Beliefs => self.move_in_beliefs(direction),
            Screen::Landscape => self.move_in_landscape(direction),
            Screen::Score => self.move_in_score(direction),
            Screen::Explore | Screen::Train | Screen::Recipe => self.move_in_panel(direction),
        }
        Vec::new()
    }

    fn move_in_panel(&mut self, direction: Direction) {
        let vertical = vertical(direction);
        let forward = direction == Direction::Right;
        match self.focus() {
            Panel::Passengers | Panel::Calculation if vertical != 0 => self.step_who(vertical),
            Panel::Passengers => {
                let columns = self.hits.columns().to_vec();
                self.listing.move_column(&columns, forward);
            }
            Panel::Network => self.spot = self.spot().moved(direction, self.run().network()),
            Panel::Calculation => self.walk_parameters(forward),
            Panel::Curve => {
                let by = if vertical != 0 {
                    -vertical as i64
                } else if forward {
                    10
                } else {
                    -10
                };
                self.slide_curve(by);
            }
            Panel::Ledger if vertical != 0 => {
                let rows = self.shown().ledger_rows(self.parts).len();
                self.flip = step(self.flip, vertical, rows);
            }
            Panel::Runs if vertical != 0 => self.move_run_row(vertical),
            panel @ (Panel::Recipe | Panel::Presets) if vertical != 0 => {
                self.move_in_recipe(panel, vertical);
            }
            Panel::Recipe => self.step_recipe_line(forward),
            Panel::Parameters if vertical != 0 => self.walk_parameters(vertical > 0),
            Panel::Loss | Panel::Accuracy if vertical != 0 => {}
            Panel::Loss | Panel::Accuracy | Panel::Parameters | Panel::Ledger | Panel::Runs => {
                if forward {
                    self.forward(1);
                } else {
                    self.back(1);
                }
            }
            // Sideways there is nothing among presets, and the other screens know their panels themselves.
            _ => {}
        }
    }

    pub(super) fn page(&mut self, down: bool) {
        if self.overlay.is_some() {
            return self.page_overlay(down);
        }
        match self.focus().screen() {
            Screen::Gradients => self.page_in_gradients(down),
            Screen::Beliefs => self.page_in_beliefs(down),
            Screen::Landscape => self.page_in_landscape(down),
            Screen::Score => self.page_in_score(down),
            Screen::Explore | Screen::Train | Screen::Recipe => self.page_in_panel(down),
        }
    }

    fn page_in_panel(&mut self, down: bool) {
        let sign = if down { 1 } else { -1 };
        match self.focus() {
            Panel::Passengers | Panel::Calculation | Panel::Network => {
                let rows = self.hits.page(Panel::Passengers).cast_signed();
                self.step_who(sign * (rows - 1).max(1));
            }
            Panel::Curve => self.slide_curve(if down { -100 } else { 100 }),
            Panel::Ledger => {
                let rows = self.shown().ledger_rows(self.parts).len();
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
            // The other screens know their panels themselves.
            _ => {}
        }
    }

    pub(super) fn go_to_edge(&mut self, last: bool) {
        if self.overlay.is_some() {
            return self.overlay_to_edge(last);
        }
        match self.focus().screen() {
            Screen::Gradients => self.edge_in_gradients(last),
            Screen::Beliefs => self.edge_in_beliefs(last),
            Screen::Landscape => self.edge_in_landscape(last),
            Screen::Score => self.edge_in_score(last),
            Screen::Explore | Screen::Train | Screen::Recipe => self.edge_in_panel(last),
        }
    }

    fn edge_in_panel(&mut self, last: bool) {
        let far = if last { isize::MAX / 2 } else { isize::MIN / 2 };
        match self.focus() {
            Panel::Passengers | Panel::Calculation | Panel::Network => self.step_who(far),
            Panel::Curve => {
                let end = self.slider_end();
                self.curve.set(if last { end } else { -end });
            }
            Panel::Ledger => {
                let rows = self.shown().ledger_rows(self.parts).len();
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
            // The other screens know their panels themselves.
            _ => {}
        }
    }
}

/// Down 1, up −1, sideways 0.
pub(super) const fn vertical(direction: Direction) -> isize {
    match direction {
        Direction::Up => -1,
        Direction::Down => 1,
        Direction::Left | Direction::Right => 0,
    }
}

/// `at` moved by `by`, held within `0..count`.
pub(super) fn step(at: usize, by: isize, count: usize) -> usize {
    at.saturating_add_signed(by).min(count.saturating_sub(1))
}
