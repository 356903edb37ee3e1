//! What keys do in the panels of Explore: the list, the network, the calculation and the curve.

use crate::app::commands::{editing, people};
use crate::app::core::pointer::Direction;
use crate::app::figure::{Export, Figure};
use crate::app::hits::{Pointed, Target};
use crate::app::popups::{PersonCard, Popup};
use crate::app::screens::behaviour::Behaviour;
use crate::app::screens::curve::Curve;
use crate::app::{Core, ExplorePanel, ExploreTarget, OwnTarget, Panel};

/// Rows one notch of the wheel moves in the list.
const WHEEL: isize = 3;

/// What Explore remembers.
#[derive(Debug, Default)]
pub struct Explore {
    /// The curve panel.
    pub curve: Curve,
    /// Whether the table under the pointer is open.
    pub spot_open: bool,
}

impl Behaviour for Explore {
    fn point(&mut self, core: &mut Core, at: Pointed) -> bool {
        if let Target::Spot(spot) = at.target {
            self.spot_open = core.spot() == spot && !self.spot_open;
        }
        let Target::Own(OwnTarget::Explore(target)) = at.target else {
            return false;
        };
        match target {
            ExploreTarget::Row(place) => people::select(core, place),
            ExploreTarget::Head(column) => people::sort_at(core, column),
            ExploreTarget::Slider { from, to } => self.curve.set(from + at.area.along(at.x) * (to - from)),
        }
        true
    }

    fn wheel(&mut self, core: &mut Core, panel: Panel, down: bool) {
        let by = if down { 1 } else { -1 };
        let Panel::Explore(panel) = panel else { return };
        match panel {
            ExplorePanel::Passengers => people::step_who(core, by * WHEEL),
            ExplorePanel::Network | ExplorePanel::Calculation => people::step_who(core, by),
            ExplorePanel::Curve => self.curve.slide(core, -10 * by as i64),
        }
    }

    fn export(&self, core: &Core) -> Export {
        match core.focus_on.explore {
            ExplorePanel::Passengers | ExplorePanel::Calculation => Export::Passengers,
            ExplorePanel::Network => Export::Figure(Figure::Network),
            ExplorePanel::Curve => Export::Figure(Figure::Curve),
        }
    }

    fn go(&mut self, core: &mut Core, direction: Direction) {
        let vertical = crate::app::core::movement::vertical(direction);
        let forward = direction == Direction::Right;
        match core.focus_on.explore {
            ExplorePanel::Passengers | ExplorePanel::Calculation if vertical != 0 => {
                people::step_who(core, vertical);
            }
            ExplorePanel::Passengers => {
                let columns = core.hits.columns().to_vec();
                core.listing.move_column(&columns, forward);
            }
            ExplorePanel::Network => {
                core.spot = core.spot().moved(direction, core.run().network());
            }
            ExplorePanel::Calculation => editing::walk_parameters(core, forward),
            ExplorePanel::Curve => {
                let by = if vertical != 0 {
                    -vertical as i64
                } else if forward {
                    10
                } else {
                    -10
                };
                self.curve.slide(core, by);
            }
        }
    }

    fn page(&mut self, core: &mut Core, down: bool) {
        match core.focus_on.explore {
            ExplorePanel::Passengers | ExplorePanel::Calculation | ExplorePanel::Network => {
                let rows = core.hits.page(ExplorePanel::Passengers).cast_signed();
                let page = (rows - 1).max(1);
                people::step_who(core, if down { page } else { -page });
            }
            ExplorePanel::Curve => self.curve.slide(core, if down { -100 } else { 100 }),
        }
    }

    fn edge(&mut self, core: &mut Core, last: bool) {
        match core.focus_on.explore {
            ExplorePanel::Passengers | ExplorePanel::Calculation | ExplorePanel::Network => {
                people::step_who(core, if last { isize::MAX / 2 } else { isize::MIN / 2 });
            }
            ExplorePanel::Curve => {
                let end = self.curve.slider_end(core);
                self.curve.set(if last { end } else { -end });
            }
        }
    }

    fn open(&mut self, core: &mut Core) -> Option<Popup> {
        match core.focus_on.explore {
            ExplorePanel::Passengers | ExplorePanel::Calculation => {
                return Some(PersonCard.into());
            }
            ExplorePanel::Network => self.spot_open = !self.spot_open,
            ExplorePanel::Curve => self.curve.derivative = !self.curve.derivative,
        }
        None
    }

    fn next_view(&mut self, core: &mut Core) {
        match core.focus_on.explore {
            ExplorePanel::Curve => self.curve.next_function(),
            ExplorePanel::Passengers | ExplorePanel::Network | ExplorePanel::Calculation => {
                core.listing.next_set();
            }
        }
    }

    fn can_cancel(&self, _core: &Core) -> bool {
        self.spot_open || self.curve.slider().is_some()
    }

    fn cancel(&mut self, _core: &mut Core) {
        if self.spot_open {
            self.spot_open = false;
        } else {
            self.curve.release();
        }
    }

    fn settle(&mut self, core: &mut Core) {
        self.curve.settle(core);
    }
}
