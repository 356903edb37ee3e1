//! What keys do in the panels of Explore: the list, the network, the calculation and the curve.

use crate::analysis::Attribute;
use crate::analysis::beliefs::{Asker, NeuronMaps};
use crate::app::commands::{editing, people};
use crate::app::core::movement::Motion;
use crate::app::core::pointer::Direction;
use crate::app::core::prepared::Prepared;
use crate::app::core::runs::Moment;
use crate::app::figure::{Export, Figure};
use crate::app::hits::{Pointed, Target};
use crate::app::popups::{PersonCard, Popup};
use crate::app::screens::behaviour::Behaviour;
use crate::app::screens::beliefs::first_axes;
use crate::app::screens::curve::Curve;
use crate::app::{Core, ExplorePanel, ExploreTarget, OwnTarget, Panel};
use crate::data::Person;

/// Rows one notch of the wheel moves in the list.
const WHEEL: isize = 3;
/// Columns and lines of the small maps: as many as twelve, which two, three and four bands share evenly.
const MAP: (usize, usize) = (24, 12);

/// What Explore remembers.
#[derive(Debug, Default)]
pub struct Explore {
    /// The curve panel.
    pub curve: Curve,
    /// Whether the table under the pointer is open.
    pub spot_open: bool,
    maps: Prepared<MapsKey, NeuronMaps>,
}

/// All that the small maps follow from: the network, everything of the passenger the axes do not vary, the axes.
type MapsKey = (Moment, Person, [Attribute; 2]);

fn maps_key(core: &Core) -> MapsKey {
    (core.stamp().moment, Person::like(&core.passenger()), first_axes(core))
}

impl Explore {
    /// A small map for each neuron, and the attributes along and up; everything else as the chosen passenger has it.
    pub fn maps(&self, core: &Core) -> Option<(&NeuronMaps, [Attribute; 2])> {
        let key = maps_key(core);
        Some((self.maps.get(&key)?, key.2))
    }
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
        let key = maps_key(core);
        let (held, axes) = (key.1.clone(), key.2);
        let (network, encoder) = (core.network(), core.run().encoder());
        self.maps.ensure(key, || NeuronMaps::ask(&mut Asker::new(network, encoder, held), axes, MAP));
    }
}
