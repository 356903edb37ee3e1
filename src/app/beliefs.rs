//! What keys do on the Beliefs screen, and what it remembers. What is computed for it stands in
//! `picture`, what is copied in `copy`.

mod copy;
pub mod neurons;
mod picture;

use super::figure::{Export, Figure};
use super::hits::Target;
use super::movement::step;
use super::pointer::{Direction, Spot};
use super::screens::{Behaviour, DONE, PASSED, Pointed, Turn};
use super::{BeliefsPanel, BeliefsTarget, Core, Effect, OwnTarget, Panel, Parts, list_commands};
use crate::analysis::Attribute;
use crate::analysis::beliefs::{Axis, placed, typical};
use crate::data::{Person, Sex};

use super::prepared::Prepared;
use picture::Key;
pub use picture::{NEURON_WORDS, Picture};

/// Ages a page key moves over.
const PAGE: isize = 10;

/// What of the network's beliefs is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// Two strips of ages, women and men, everything else as the chosen passenger has it.
    #[default]
    Strips,
    /// A map of two attributes, everything else as the chosen passenger has it.
    AsWho,
    /// The same map, everything else as is typical of the training rows.
    Typical,
}

/// What the Beliefs screen remembers.
#[derive(Debug, Clone, Default)]
pub struct Beliefs {
    /// What was asked for last; [`App::beliefs_view`] is what can be drawn.
    view: View,
    /// The axes chosen for the map.
    axes: Option<[Attribute; 2]>,
    /// While axes are chosen: which of the two the arrows change.
    pub choosing: Option<usize>,
    /// Steps along both axes; none while the cursor goes with the chosen passenger.
    cursor: Prepared<[Attribute; 2], [usize; 2]>,
    /// The row under the cursor in the open list of people.
    pub people: Option<usize>,
    /// Whether one neuron fills the screen.
    pub enlarged: bool,
    picture: Prepared<Key, Picture>,
    /// Somebody typical of so many training rows.
    typical: Prepared<usize, Person>,
}

impl Beliefs {
    /// What of the beliefs is drawn: strips only where age and sex are looked at, typical people only
    /// where something is held that could differ.
    pub fn beliefs_view(&self, core: &Core) -> View {
        let wanted = self.view;
        let fits = match wanted {
            View::Strips => has_strips(core),
            View::Typical => !self.held_attributes(core).is_empty(),
            View::AsWho => true,
        };
        if fits { wanted } else { View::AsWho }
    }

    /// Whether the strips are drawn.
    pub fn shows_strips(&self, core: &Core) -> bool {
        self.beliefs_view(core) == View::Strips
    }

    /// Whether the arrows choose the axes of the map.
    pub fn chooses_axes(&self, _core: &Core) -> bool {
        self.choosing.is_some()
    }

    /// Whether Enter tells who is at the cursor.
    pub fn lists_people_here(&self, _core: &Core) -> bool {
        self.choosing.is_none()
    }

    /// What the network looks at, in the order of forms.
    pub fn seen_attributes(&self, core: &Core) -> Vec<Attribute> {
        let encoder = core.run().encoder();
        let all = Attribute::ALL.iter().copied();
        all.filter(|attribute| attribute.is_seen_by(encoder)).collect()
    }

    /// The attributes along and up; those of the strips are age and sex.
    pub fn beliefs_axes(&self, core: &Core) -> [Attribute; 2] {
        if self.beliefs_view(core) == View::Strips { [Attribute::Age, Attribute::Sex] } else { self.map_axes(core) }
    }

    /// The axes chosen, else the first thing the network looks at against the next that is not sex.
    fn map_axes(&self, core: &Core) -> [Attribute; 2] {
        self.axes.unwrap_or_else(|| {
            let seen = self.seen_attributes(core);
            let along = seen.first().copied().unwrap_or(Attribute::Age);
            let others = || seen.iter().copied().filter(|&other| other != along);
            let up = others().find(|&other| other != Attribute::Sex).or_else(|| others().next());
            let fallback = if along == Attribute::Age { Attribute::Sex } else { Attribute::Age };
            [along, up.unwrap_or(fallback)]
        })
    }

    /// What the network looks at and neither axis varies.
    pub fn held_attributes(&self, core: &Core) -> Vec<Attribute> {
        let axes = match self.view {
            View::Strips if has_strips(core) => [Attribute::Age, Attribute::Sex],
            View::Strips | View::AsWho | View::Typical => self.map_axes(core),
        };
        let mut seen = self.seen_attributes(core);
        seen.retain(|attribute| !axes.contains(attribute));
        seen
    }

    /// The person behind the picture, of whom both axes are varied.
    pub fn held_person(&self, core: &Core) -> Person {
        let typical = self.typical_person(core);
        match typical.filter(|_| self.beliefs_view(core) == View::Typical) {
            Some(person) => person.clone(),
            None => Person::like(&core.passenger()),
        }
    }

    /// Whether the cursor goes with the chosen passenger.
    pub fn cursor_follows_who(&self, core: &Core) -> bool {
        self.cursor.get(&self.beliefs_axes(core)).is_none()
    }

    /// Somebody typical of the training rows, once they were looked for.
    fn typical_person(&self, core: &Core) -> Option<&Person> {
        self.typical.get(&core.run().train_rows())
    }

    /// The cursor, in steps along both axes. Where the chosen passenger's value is not known it stands
    /// at a typical one.
    pub fn beliefs_cursor(&self, core: &Core) -> [usize; 2] {
        let axes = self.beliefs_axes(core);
        let set = self.cursor.get(&axes).copied();
        set.unwrap_or_else(|| {
            let who = core.passenger();
            axes.map(|attribute| {
                let known = attribute.of(&who);
                let typical = || attribute.of(&self.typical_person(core)?.passenger());
                Axis(attribute).step(known.or_else(typical).unwrap_or_default())
            })
        })
    }

    /// The person the cursor stands for.
    pub fn person_at_cursor(&self, core: &Core) -> Person {
        let (axes, steps) = (self.beliefs_axes(core), self.beliefs_cursor(core));
        let values = [0, 1].map(|axis| Axis(axes[axis]).start(steps[axis]));
        placed(self.held_person(core), axes, values)
    }

    /// The rows of the real people in the cursor's step of both axes, of the rows shown.
    pub fn people_at_cursor(&self, core: &Core) -> Vec<usize> {
        let axes = self.beliefs_axes(core);
        let cursor = self.beliefs_cursor(core);
        let here = |row: &usize| {
            let passenger = core.list.passenger(*row);
            axes.iter().zip(cursor).all(|(&attribute, step)| {
                attribute.of(&passenger).is_some_and(|value| Axis(attribute).step(value) == step)
            })
        };
        let rows = (0..core.list.len()).filter(|&row| self.shows_row(core, row));
        rows.filter(here).collect()
    }

    /// Whether a row is of the part that is shown.
    pub fn shows_row(&self, core: &Core, row: usize) -> bool {
        let is_train = row < core.run().train_rows();
        match core.parts {
            Parts::Both => true,
            Parts::Train => is_train,
            Parts::Test => !is_train,
        }
    }

    /// What is drawn for the present cursors; blank where they have moved since it was computed.
    pub fn picture(&self, core: &Core) -> &Picture {
        picture::of(self, core)
    }

    /// Moves the cursor by steps along both axes.
    fn move_cursor(&mut self, core: &mut Core, by: [isize; 2]) {
        let axes = self.beliefs_axes(core);
        let mut cursor = self.beliefs_cursor(core);
        for axis in 0..2 {
            cursor[axis] = step(cursor[axis], by[axis], Axis(axes[axis]).steps());
        }
        self.set_cursor(core, cursor);
    }

    fn set_cursor(&mut self, core: &mut Core, cursor: [usize; 2]) {
        self.cursor.put(self.beliefs_axes(core), cursor);
        self.people = None;
        core.touch();
    }

    /// Puts the cursor on the strip of a sex, at the year a cell stands for.
    pub(super) fn point_at_age(&mut self, core: &mut Core, year: usize, sex: Sex) {
        let sex = Axis(Attribute::Sex).step(Attribute::code(sex));
        self.set_cursor(core, [year.min(Axis(Attribute::Age).steps() - 1), sex]);
    }

    /// Puts the cursor where a cell of the map stands.
    pub(super) fn point_at_map(&mut self, core: &mut Core, axes: [Attribute; 2], Pointed { area, x, y, .. }: Pointed) {
        // A click may come after the axes have changed and before the next frame.
        if axes != self.beliefs_axes(core) {
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
        self.set_cursor(core, cursor);
    }

    /// A person of the open list becomes *who*.
    pub(super) fn choose_person_here(&mut self, core: &mut Core, index: usize) {
        if let Some(&row) = self.people_at_cursor(core).get(index) {
            core.who = row;
            if let Some(place) = core.view.position_of(row) {
                list_commands::select(core, place);
            }
            self.cursor = Prepared::default();
        }
        self.people = None;
        core.touch();
    }

    /// The next or previous attribute on one axis; one that is on the other axis changes places.
    fn change_axis(&mut self, core: &mut Core, axis: usize, by: isize) {
        let mut axes = self.map_axes(core);
        let order = self.offered_attributes(core);
        let at = order.iter().position(|&other| other == axes[axis]);
        let count = order.len().cast_signed();
        let next = (at.unwrap_or(0).cast_signed() + by).rem_euclid(count);
        let chosen = order[next.cast_unsigned()];
        if axes[1 - axis] == chosen {
            axes[1 - axis] = axes[axis];
        }
        axes[axis] = chosen;
        self.axes = Some(axes);
        self.leave_place(core);
    }

    /// All attributes, first those the network looks at.
    fn offered_attributes(&self, core: &Core) -> Vec<Attribute> {
        let mut order = self.seen_attributes(core);
        let rest = Attribute::ALL.iter().copied();
        order.extend(rest.filter(|attribute| !self.seen_attributes(core).contains(attribute)));
        order
    }

    /// Another picture: the cursor goes back to the passenger, and lists close.
    fn leave_place(&mut self, core: &mut Core) {
        self.cursor = Prepared::default();
        self.people = None;
        core.touch();
    }
}

/// An arrow among the small maps, which lie in rows.
fn walk_neurons(core: &mut Core, direction: Direction) {
    let row = core.hits.page(BeliefsPanel::Neurons).cast_signed();
    let by = match direction {
        Direction::Left => -1,
        Direction::Right => 1,
        Direction::Up => -row,
        Direction::Down => row,
    };
    step_neuron(core, by);
}

/// Moves the cursor *where* to another hidden neuron.
fn step_neuron(core: &mut Core, by: isize) {
    let count = neurons::count(core);
    if count > 0 {
        neurons::point_at(core, step(neurons::in_focus(core), by, count));
    }
}

impl Behaviour for Beliefs {
    fn point(&mut self, core: &mut Core, at: Pointed) -> Turn {
        let Target::Own(OwnTarget::Beliefs(target)) = at.target else {
            return PASSED;
        };
        let before = self.beliefs_cursor(core);
        match target {
            BeliefsTarget::Ages { per_year, men_from } => {
                let year = usize::from(at.x.saturating_sub(at.area.x) / per_year.max(1));
                let sex = if at.y < men_from { Sex::Female } else { Sex::Male };
                self.point_at_age(core, year, sex);
            }
            BeliefsTarget::Map { axes } => self.point_at_map(core, axes, at),
            BeliefsTarget::PersonHere(index) => {
                self.choose_person_here(core, index);
                return DONE;
            }
            BeliefsTarget::SmallMap(index) => {
                if neurons::in_focus(core) == index && matches!(core.spot(), Spot::Activation { .. }) {
                    self.enlarged = !self.enlarged;
                }
                neurons::point_at(core, index);
                return DONE;
            }
        }
        // A second click on the same place tells who is there.
        if !at.held && self.beliefs_cursor(core) == before {
            self.people = Some(0);
        }
        DONE
    }

    fn export(&self, _core: &Core) -> Export {
        Export::Figure(Figure::Beliefs)
    }

    fn go(&mut self, core: &mut Core, direction: Direction) {
        let by = match direction {
            Direction::Left | Direction::Down => -1,
            Direction::Right | Direction::Up => 1,
        };
        let is_across = matches!(direction, Direction::Left | Direction::Right);
        if let Some(selected) = self.people {
            if !is_across {
                let rows = self.people_at_cursor(core).len();
                self.people = Some(step(selected, -by, rows));
            }
        } else if let Some(axis) = self.choosing {
            if is_across {
                self.change_axis(core, axis, by);
            } else {
                self.choosing = Some(1 - axis);
            }
        } else if core.focus() == Panel::Beliefs(BeliefsPanel::Neurons) {
            walk_neurons(core, direction);
        } else {
            self.move_cursor(core, if is_across { [by, 0] } else { [0, by] });
        }
    }

    fn page(&mut self, core: &mut Core, down: bool) {
        let by = if down { PAGE } else { -PAGE };
        if let Some(selected) = self.people {
            self.people = Some(step(selected, by, self.people_at_cursor(core).len()));
        } else if core.focus() == Panel::Beliefs(BeliefsPanel::Neurons) {
            step_neuron(core, by);
        } else {
            self.move_cursor(core, [by, 0]);
        }
    }

    fn edge(&mut self, core: &mut Core, last: bool) {
        let far = if last { isize::MAX / 2 } else { isize::MIN / 2 };
        if let Some(selected) = self.people {
            self.people = Some(step(selected, far, self.people_at_cursor(core).len()));
        } else if core.focus() == Panel::Beliefs(BeliefsPanel::Neurons) {
            step_neuron(core, far);
        } else {
            self.move_cursor(core, [far, 0]);
        }
    }

    fn open(&mut self, core: &mut Core) -> Vec<Effect> {
        if let Some(selected) = self.people {
            self.choose_person_here(core, selected);
        } else if self.choosing.is_some() {
            self.choosing = None;
        } else if core.focus() == Panel::Beliefs(BeliefsPanel::Neurons) {
            self.enlarged = !self.enlarged && core.network().depth() > 1;
        } else {
            self.people = Some(0);
        }
        Vec::new()
    }

    fn next_view(&mut self, core: &mut Core) {
        let next = match self.beliefs_view(core) {
            View::Strips => View::AsWho,
            View::AsWho => View::Typical,
            View::Typical => View::Strips,
        };
        self.view = next;
        // Where the next view cannot be drawn, the one after it is.
        if next == View::Typical && self.beliefs_view(core) != next {
            self.view = View::Strips;
        }
        self.choosing = None;
        self.leave_place(core);
    }

    fn next_axes(&mut self, core: &mut Core) {
        let was_map = self.beliefs_view(core) != View::Strips;
        if !was_map {
            self.view = View::AsWho;
        }
        if was_map {
            let now = self.map_axes(core);
            let seen = self.seen_attributes(core);
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
        let run = &core.runs.active().run;
        let rows = run.train_rows();
        self.typical.ensure(rows, || typical(run.list(), rows));
    }

    fn follow(&mut self, core: &mut Core) {
        picture::follow(self, core);
    }

    fn drawn(&mut self, core: &mut Core) {
        picture::drawn(self, core);
    }

    fn is_pending(&self, core: &Core) -> bool {
        picture::of(self, core).is_pending()
    }

    fn slice(&mut self, core: &mut Core) {
        picture::refine(self, core);
    }

    fn copied(&mut self, core: &mut Core) -> String {
        copy::text(self, core)
    }
}

/// Whether the network looks at age and at sex.
fn has_strips(core: &Core) -> bool {
    let encoder = core.run().encoder();
    [Attribute::Age, Attribute::Sex].iter().all(|attribute| attribute.is_seen_by(encoder))
}
