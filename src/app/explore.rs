//! What keys do in the panels of Explore: the list, the network, the calculation and the curve.

use super::overlay::Overlay;
use super::pointer::Direction;
use super::{App, Effect, ExplorePanel};

impl App {
    pub(super) fn move_in_explore(&mut self, direction: Direction) {
        let vertical = super::movement::vertical(direction);
        let forward = direction == Direction::Right;
        match self.focus_on.explore {
            ExplorePanel::Passengers | ExplorePanel::Calculation if vertical != 0 => {
                self.step_who(vertical);
            }
            ExplorePanel::Passengers => {
                let columns = self.hits.columns().to_vec();
                self.listing.move_column(&columns, forward);
            }
            ExplorePanel::Network => {
                self.spot = self.spot().moved(direction, self.run().network());
            }
            ExplorePanel::Calculation => self.walk_parameters(forward),
            ExplorePanel::Curve => {
                let by = if vertical != 0 {
                    -vertical as i64
                } else if forward {
                    10
                } else {
                    -10
                };
                self.slide_curve(by);
            }
        }
    }

    pub(super) fn page_in_explore(&mut self, down: bool) {
        match self.focus_on.explore {
            ExplorePanel::Passengers | ExplorePanel::Calculation | ExplorePanel::Network => {
                let rows = self.hits.page(ExplorePanel::Passengers).cast_signed();
                let page = (rows - 1).max(1);
                self.step_who(if down { page } else { -page });
            }
            ExplorePanel::Curve => self.slide_curve(if down { -100 } else { 100 }),
        }
    }

    pub(super) fn edge_in_explore(&mut self, last: bool) {
        match self.focus_on.explore {
            ExplorePanel::Passengers | ExplorePanel::Calculation | ExplorePanel::Network => {
                self.step_who(if last { isize::MAX / 2 } else { isize::MIN / 2 });
            }
            ExplorePanel::Curve => {
                let end = self.slider_end();
                self.curve.set(if last { end } else { -end });
            }
        }
    }

    pub(super) fn next_view_in_explore(&mut self) {
        match self.focus_on.explore {
            ExplorePanel::Curve => self.curve.next_function(),
            ExplorePanel::Passengers | ExplorePanel::Network | ExplorePanel::Calculation => {
                self.listing.next_set();
            }
        }
    }

    pub(super) fn open_in_explore(&mut self) -> Vec<Effect> {
        match self.focus_on.explore {
            ExplorePanel::Passengers | ExplorePanel::Calculation => {
                return self.toggle_overlay(Overlay::Person);
            }
            ExplorePanel::Network => self.spot_open = !self.spot_open,
            ExplorePanel::Curve => self.curve.derivative = !self.curve.derivative,
        }
        Vec::new()
    }
}
