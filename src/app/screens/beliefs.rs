//! What keys do on the Beliefs screen, and what it remembers. What is computed for it stands in
//! `picture`, what is copied in `copy`.

mod copy;
pub mod neurons;
mod picture;
mod state;

use crate::analysis::Attribute;
use crate::analysis::beliefs::Axis;
use crate::app::commands::people;
use crate::app::core::movement::{Motion, step};
use crate::app::core::pointer::Spot;
use crate::app::core::prepared::Prepared;
use crate::app::figure::{Export, Figure};
use crate::app::hits::{Pointed, Target};
use crate::app::popups::Popup;
use crate::app::screens::behaviour::Behaviour;
use crate::app::{BeliefsPanel, BeliefsTarget, Core, OwnTarget, Panel};
use crate::data::Sex;

pub use picture::{BeliefView, NEURON_WORDS, Picture};
pub use state::Beliefs;
pub(in crate::app) use state::first_axes;

/// Ages a page key moves over.
const PAGE: usize = 10;

/// Moves the cursor *where* to another hidden neuron.
fn step_neuron(core: &mut Core, by: isize) {
    let count = neurons::count(core);
    if count > 0 {
        neurons::point_at(core, step(neurons::in_focus(core), by, count));
    }
}

impl Behaviour for Beliefs {
    fn point(&mut self, core: &mut Core, at: Pointed) -> bool {
        let Target::Own(OwnTarget::Beliefs(target)) = at.target else {
            return false;
        };
        let before = self.beliefs_cursor(core);
        match target {
            BeliefsTarget::Ages { per_year, men_from } => {
                let year = usize::from(at.x.saturating_sub(at.area.x) / per_year.max(1));
                let sex = if at.y < men_from { Sex::Female } else { Sex::Male };
                point_at_age(self, core, year, sex);
            }
            BeliefsTarget::Map { axes } => point_at_map(self, core, axes, at),
            BeliefsTarget::PersonHere(index) => {
                choose_person_here(self, core, index);
                return true;
            }
            BeliefsTarget::SmallMap(index) => {
                if neurons::in_focus(core) == index && matches!(core.spot(), Spot::Activation { .. }) {
                    self.enlarged = !self.enlarged;
                }
                neurons::point_at(core, index);
                return true;
            }
        }
        // A second click on the same place tells who is there.
        if !at.held && self.beliefs_cursor(core) == before {
            self.people = Some(0);
        }
        true
    }

    fn export(&self, _core: &Core) -> Export {
        Export::Figure(Figure::Beliefs)
    }

    fn go(&mut self, core: &mut Core, motion: Motion) {
        let (across, down) = (motion.across(), motion.rows(PAGE));
        let is_arrow = matches!(motion, Motion::Arrow(_));
        if let Some(selected) = self.people {
            self.people = Some(step(selected, down, self.people_at_cursor(core).len()));
        } else if let Some(axis) = self.choosing.filter(|_| is_arrow) {
            if across == 0 {
                self.choosing = Some(1 - axis);
            } else {
                change_axis(self, core, axis, across);
            }
        } else if core.focus_on.beliefs == BeliefsPanel::Neurons {
            // The small maps lie in rows.
            let row = if is_arrow { core.hits.page(BeliefsPanel::Neurons).cast_signed() } else { 1 };
            step_neuron(core, across + down * row);
        } else {
            move_cursor(self, core, if is_arrow { [across, -down] } else { [down, 0] });
        }
    }

    fn open(&mut self, core: &mut Core) -> Option<Popup> {
        if let Some(selected) = self.people {
            choose_person_here(self, core, selected);
        } else if self.choosing.is_some() {
            self.choosing = None;
        } else if core.focus() == Panel::Beliefs(BeliefsPanel::Neurons) {
            self.enlarged = !self.enlarged && core.network().depth() > 1;
        } else {
            self.people = Some(0);
        }
        None
    }

    fn next_view(&mut self, core: &mut Core) {
        let next = match self.beliefs_view(core) {
            BeliefView::Strips => BeliefView::AsWho,
            BeliefView::AsWho => BeliefView::Typical,
            BeliefView::Typical => BeliefView::Strips,
        };
        self.view = next;
        // Where the next view cannot be drawn, the one after it is.
        if next == BeliefView::Typical && self.beliefs_view(core) != next {
            self.view = BeliefView::Strips;
        }
        self.choosing = None;
        self.leave_place(core);
    }

    fn next_axes(&mut self, core: &mut Core) {
        let was_map = self.beliefs_view(core) != BeliefView::Strips;
        if !was_map {
            self.view = BeliefView::AsWho;
        }
        if was_map {
            let now = self.map_axes(core);
            let seen = state::seen_attributes(core);
            let pairs: Vec<[Attribute; 2]> = (0..seen.len())
                .flat_map(|one| (one + 1..seen.len()).map(move |other| (one, other)))
                .map(|(one, other)| [seen[one], seen[other]])
                .collect();
            self.axes = Some(match pairs.iter().position(|&pair| pair == now) {
                Some(place) if pairs.len() > 1 => pairs[(place + 1) % pairs.len()],
                None if pairs.len() > 1 => pairs[0],
                _ => [now[1], now[0]],
            });
        }
        core.set_focus(BeliefsPanel::Beliefs);
        self.choosing.get_or_insert(0);
        self.leave_place(core);
    }

    fn can_cancel(&self, core: &Core) -> bool {
        self.people.is_some() || self.choosing.is_some() || self.enlarged || !self.cursor_follows_who(core)
    }

    fn cancel(&mut self, _core: &mut Core) {
        if self.people.is_some() {
            self.people = None;
        } else if self.choosing.is_some() {
            self.choosing = None;
        } else if self.enlarged {
            self.enlarged = false;
        } else {
            self.cursor = Prepared::default();
        }
    }

    fn settle(&mut self, core: &mut Core) {
        self.know_typical(core);
    }

    fn follow(&mut self, core: &mut Core) {
        if self.refresh(core) {
            core.touch();
        }
    }

    fn drawn(&mut self, core: &mut Core) {
        if !self.fits(core) {
            core.touch();
        }
    }

    fn copied(&mut self, core: &mut Core) -> String {
        copy::text(self, core)
    }
}

/// Moves the cursor by steps along both axes.
fn move_cursor(on: &mut Beliefs, core: &mut Core, by: [isize; 2]) {
    let axes = on.beliefs_axes(core);
    let mut cursor = on.beliefs_cursor(core);
    for axis in 0..2 {
        cursor[axis] = step(cursor[axis], by[axis], Axis(axes[axis]).steps());
    }
    on.set_cursor(core, cursor);
}

/// Puts the cursor on the strip of a sex, at the year a cell stands for.
fn point_at_age(on: &mut Beliefs, core: &mut Core, year: usize, sex: Sex) {
    let sex = Axis(Attribute::Sex).step(Attribute::code(sex));
    on.set_cursor(core, [year.min(Axis(Attribute::Age).steps() - 1), sex]);
}

/// Puts the cursor where a cell of the map stands.
fn point_at_map(on: &mut Beliefs, core: &mut Core, axes: [Attribute; 2], Pointed { area, x, y, .. }: Pointed) {
    // A click may come after the axes have changed and before the next frame.
    if axes != on.beliefs_axes(core) {
        return;
    }
    let along = (f64::from(x.saturating_sub(area.x)) + 0.5) / f64::from(area.width.max(1));
    let down = (f64::from(y.saturating_sub(area.y)) + 0.5) / f64::from(area.height.max(1));
    let shares = [along, 1.0 - down];
    let mut cursor = [0; 2];
    for axis in 0..2 {
        let axis_of = Axis(axes[axis]);
        cursor[axis] = axis_of.step(axis_of.value(shares[axis]));
    }
    on.set_cursor(core, cursor);
}

/// A person of the open list becomes *who*.
fn choose_person_here(on: &mut Beliefs, core: &mut Core, index: usize) {
    if let Some(&row) = on.people_at_cursor(core).get(index) {
        core.who = row;
        if let Some(place) = core.view.position_of(row) {
            people::select(core, place);
        }
        on.cursor = Prepared::default();
    }
    on.people = None;
    core.touch();
}

/// The next or previous attribute on one axis; one that is on the other axis changes places.
fn change_axis(on: &mut Beliefs, core: &mut Core, axis: usize, by: isize) {
    let mut axes = on.map_axes(core);
    let order = state::offered_attributes(core);
    let at = order.iter().position(|&other| other == axes[axis]);
    let count = order.len().cast_signed();
    let next = (at.unwrap_or(0).cast_signed() + by).rem_euclid(count);
    let chosen = order[next.cast_unsigned()];
    if axes[1 - axis] == chosen {
        axes[1 - axis] = axes[axis];
    }
    axes[axis] = chosen;
    on.axes = Some(axes);
    on.leave_place(core);
}
