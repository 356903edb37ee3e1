//! What keys do in the panels of Explore: the list, the network, the calculation and the curve.

use crate::app::commands::{editing, people};
use crate::app::core::movement::Motion;
use crate::app::core::pointer::Direction;
use crate::app::figure::{Export, Figure};
use crate::app::hits::{Pointed, Target};
use crate::app::popups::{PersonCard, Popup};
use crate::app::screens::behaviour::Behaviour;
use crate::app::screens::curve::Curve;
use crate::app::screens::small_maps::SmallMaps;
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
    /// The small maps.
    pub maps: SmallMaps,
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

    fn go(&mut self, core: &mut Core, motion: Motion) {
        let forward = motion.across() > 0;
        match (core.focus_on.explore, motion) {
            (ExplorePanel::Network, Motion::Arrow(direction)) => {
                core.spot = core.spot().moved(direction, core.run().network());
            }
            (ExplorePanel::Passengers, Motion::Arrow(Direction::Left | Direction::Right)) => {
                let columns = core.hits.columns().to_vec();
                core.listing.move_column(&columns, forward);
            }
            (ExplorePanel::Calculation, Motion::Arrow(Direction::Left | Direction::Right)) => {
                editing::walk_parameters(core, forward);
            }
            (ExplorePanel::Passengers | ExplorePanel::Network | ExplorePanel::Calculation, _) => {
                let page = core.hits.page(ExplorePanel::Passengers);
                people::step_who(core, motion.rows((page - 1).max(1)));
            }
            (ExplorePanel::Curve, Motion::First) => self.curve.set(-self.curve.slider_end(core)),
            (ExplorePanel::Curve, Motion::Last) => self.curve.set(self.curve.slider_end(core)),
            (ExplorePanel::Curve, _) => self.curve.slide(core, (10 * motion.across() - motion.rows(100)) as i64),
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

    fn follow(&mut self, core: &mut Core) {
        self.maps.follow(core);
    }
}
