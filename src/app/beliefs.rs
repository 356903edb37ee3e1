//! What keys do on the Beliefs screen, and what it remembers. What is computed for it stands in
//! `picture`, what is copied in `copy`.

mod copy;
mod neurons;
mod picture;

use super::movement::step;
use super::pointer::Direction;
use super::{App, Area, Effect, Panel, Parts};
use crate::analysis::Attribute;
use crate::analysis::beliefs::{Axis, placed, typical};
use crate::data::{Person, Sex};

use super::BeliefsPanel;
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

impl App {
    /// What of the beliefs is drawn: strips only where age and sex are looked at, typical people only
    /// where something is held that could differ.
    pub fn beliefs_view(&self) -> View {
        let wanted = self.beliefs.view;
        let fits = match wanted {
            View::Strips => self.has_strips(),
            View::Typical => !self.held_attributes().is_empty(),
            View::AsWho => true,
        };
        if fits { wanted } else { View::AsWho }
    }

    /// Whether the strips are drawn.
    pub fn shows_strips(&self) -> bool {
        self.beliefs_view() == View::Strips
    }

    /// Whether the arrows choose the axes of the map.
    pub const fn chooses_axes(&self) -> bool {
        self.beliefs.choosing.is_some()
    }

    /// Whether Enter tells who is at the cursor.
    pub const fn lists_people_here(&self) -> bool {
        self.beliefs.choosing.is_none()
    }

    /// Whether the network looks at age and at sex.
    fn has_strips(&self) -> bool {
        let encoder = self.run().encoder();
        [Attribute::Age, Attribute::Sex].iter().all(|attribute| attribute.is_seen_by(encoder))
    }

    /// What the network looks at, in the order of forms.
    pub fn seen_attributes(&self) -> Vec<Attribute> {
        let encoder = self.run().encoder();
        let all = Attribute::ALL.iter().copied();
        all.filter(|attribute| attribute.is_seen_by(encoder)).collect()
    }

    /// The attributes along and up; those of the strips are age and sex.
    pub fn beliefs_axes(&self) -> [Attribute; 2] {
        if self.beliefs_view() == View::Strips { [Attribute::Age, Attribute::Sex] } else { self.map_axes() }
    }

    /// The axes chosen, else the first thing the network looks at against the next that is not sex.
    fn map_axes(&self) -> [Attribute; 2] {
        self.beliefs.axes.unwrap_or_else(|| {
            let seen = self.seen_attributes();
            let along = seen.first().copied().unwrap_or(Attribute::Age);
            let others = || seen.iter().copied().filter(|&other| other != along);
            let up = others().find(|&other| other != Attribute::Sex).or_else(|| others().next());
            let fallback = if along == Attribute::Age { Attribute::Sex } else { Attribute::Age };
            [along, up.unwrap_or(fallback)]
        })
    }

    /// What the network looks at and neither axis varies.
    pub fn held_attributes(&self) -> Vec<Attribute> {
        let axes = match self.beliefs.view {
            View::Strips if self.has_strips() => [Attribute::Age, Attribute::Sex],
            View::Strips | View::AsWho | View::Typical => self.map_axes(),
        };
        let mut seen = self.seen_attributes();
        seen.retain(|attribute| !axes.contains(attribute));
        seen
    }

    /// The person behind the picture, of whom both axes are varied.
    pub fn held_person(&self) -> Person {
        let typical = self.typical_person();
        match typical.filter(|_| self.beliefs_view() == View::Typical) {
            Some(person) => person.clone(),
            None => Person::like(&self.passenger()),
        }
    }

    /// Whether the cursor goes with the chosen passenger.
    pub fn cursor_follows_who(&self) -> bool {
        self.beliefs.cursor.get(&self.beliefs_axes()).is_none()
    }

    /// Somebody typical of the training rows, once they were looked for.
    fn typical_person(&self) -> Option<&Person> {
        self.beliefs.typical.get(&self.run().train_rows())
    }

    /// Looks for somebody typical of the training rows: a cursor or a map may stand on them.
    pub(super) fn know_typical(&mut self) {
        let run = &self.runs.active().run;
        let rows = run.train_rows();
        self.beliefs.typical.ensure(rows, || typical(run.list(), rows));
    }

    /// The cursor, in steps along both axes. Where the chosen passenger's value is not known it stands
    /// at a typical one.
    pub fn beliefs_cursor(&self) -> [usize; 2] {
        let axes = self.beliefs_axes();
        let set = self.beliefs.cursor.get(&axes).copied();
        set.unwrap_or_else(|| {
            let who = self.passenger();
            axes.map(|attribute| {
                let known = attribute.of(&who);
                let typical = || attribute.of(&self.typical_person()?.passenger());
                Axis(attribute).step(known.or_else(typical).unwrap_or_default())
            })
        })
    }

    /// The person the cursor stands for.
    pub fn person_at_cursor(&self) -> Person {
        let (axes, steps) = (self.beliefs_axes(), self.beliefs_cursor());
        let values = [0, 1].map(|axis| Axis(axes[axis]).start(steps[axis]));
        placed(self.held_person(), axes, values)
    }

    /// The rows of the real people in the cursor's step of both axes, of the rows shown.
    pub fn people_at_cursor(&self) -> Vec<usize> {
        let axes = self.beliefs_axes();
        let cursor = self.beliefs_cursor();
        let here = |row: &usize| {
            let passenger = self.list.passenger(*row);
            axes.iter().zip(cursor).all(|(&attribute, step)| {
                attribute.of(&passenger).is_some_and(|value| Axis(attribute).step(value) == step)
            })
        };
        let rows = (0..self.list.len()).filter(|&row| self.shows_row(row));
        rows.filter(here).collect()
    }

    /// Whether a row is of the part that is shown.
    pub fn shows_row(&self, row: usize) -> bool {
        let is_train = row < self.run().train_rows();
        match self.parts {
            Parts::Both => true,
            Parts::Train => is_train,
            Parts::Test => !is_train,
        }
    }

    /// An arrow in the focused panel.
    pub(super) fn move_in_beliefs(&mut self, direction: Direction) {
        let by = match direction {
            Direction::Left | Direction::Down => -1,
            Direction::Right | Direction::Up => 1,
        };
        let is_across = matches!(direction, Direction::Left | Direction::Right);
        if let Some(selected) = self.beliefs.people {
            if !is_across {
                let rows = self.people_at_cursor().len();
                self.beliefs.people = Some(step(selected, -by, rows));
            }
        } else if let Some(axis) = self.beliefs.choosing {
            if is_across {
                self.change_axis(axis, by);
            } else {
                self.beliefs.choosing = Some(1 - axis);
            }
        } else if self.focus() == Panel::Beliefs(BeliefsPanel::Neurons) {
            self.walk_neurons(direction);
        } else {
            self.move_cursor(if is_across { [by, 0] } else { [0, by] });
        }
    }

    /// A page key in the focused panel.
    pub(super) fn page_in_beliefs(&mut self, down: bool) {
        let by = if down { PAGE } else { -PAGE };
        if let Some(selected) = self.beliefs.people {
            self.beliefs.people = Some(step(selected, by, self.people_at_cursor().len()));
        } else if self.focus() == Panel::Beliefs(BeliefsPanel::Neurons) {
            self.step_neuron(by);
        } else {
            self.move_cursor([by, 0]);
        }
    }

    /// Home, End, g or G in the focused panel.
    pub(super) fn edge_in_beliefs(&mut self, last: bool) {
        let far = if last { isize::MAX / 2 } else { isize::MIN / 2 };
        if let Some(selected) = self.beliefs.people {
            self.beliefs.people = Some(step(selected, far, self.people_at_cursor().len()));
        } else if self.focus() == Panel::Beliefs(BeliefsPanel::Neurons) {
            self.step_neuron(far);
        } else {
            self.move_cursor([far, 0]);
        }
    }

    /// Enter in the focused panel: who is here, and again: that one is now *who*.
    pub(super) fn open_in_beliefs(&mut self) -> Vec<Effect> {
        if let Some(selected) = self.beliefs.people {
            self.choose_person_here(selected);
        } else if self.beliefs.choosing.is_some() {
            self.beliefs.choosing = None;
        } else if self.focus() == Panel::Beliefs(BeliefsPanel::Neurons) {
            self.beliefs.enlarged = !self.beliefs.enlarged && self.network().depth() > 1;
        } else {
            self.beliefs.people = Some(0);
        }
        Vec::new()
    }

    /// `v`: strips, the map as the chosen passenger, the map with typical others.
    pub(super) fn next_view_in_beliefs(&mut self) {
        let next = match self.beliefs_view() {
            View::Strips => View::AsWho,
            View::AsWho => View::Typical,
            View::Typical => View::Strips,
        };
        self.beliefs.view = next;
        // Where the next view cannot be drawn, the one after it is.
        if next == View::Typical && self.beliefs_view() != next {
            self.beliefs.view = View::Strips;
        }
        self.beliefs.choosing = None;
        self.leave_place();
    }

    /// `a`: the map over the next two attributes the network looks at; arrows then choose any two.
    pub(super) fn next_axes_in_beliefs(&mut self) {
        let was_map = self.beliefs_view() != View::Strips;
        if !was_map {
            self.beliefs.view = View::AsWho;
        }
        if was_map {
            let now = self.map_axes();
            let seen = self.seen_attributes();
            let pairs: Vec<[Attribute; 2]> = (0..seen.len())
                .flat_map(|one| (one + 1..seen.len()).map(move |other| (one, other)))
                .map(|(one, other)| [seen[one], seen[other]])
                .collect();
            self.beliefs.axes = Some(match pairs.iter().position(|&pair| pair == now) {
                Some(place) if pairs.len() > 1 => pairs[(place + 1) % pairs.len()],
                None if pairs.len() > 1 => pairs[0],
                _ => [now[1], now[0]],
            });
        }
        self.set_focus(BeliefsPanel::Beliefs);
        self.beliefs.choosing.get_or_insert(0);
        self.leave_place();
    }

    /// Whether Esc has anything to undo here.
    pub(super) fn cancels_in_beliefs(&self) -> bool {
        self.beliefs.people.is_some()
            || self.beliefs.choosing.is_some()
            || self.beliefs.enlarged
            || !self.cursor_follows_who()
    }

    /// Esc: undoes the thing opened last.
    pub(super) fn cancel_in_beliefs(&mut self) {
        if self.beliefs.people.is_some() {
            self.beliefs.people = None;
        } else if self.beliefs.choosing.is_some() {
            self.beliefs.choosing = None;
        } else if self.beliefs.enlarged {
            self.beliefs.enlarged = false;
        } else {
            self.beliefs.cursor = Prepared::default();
        }
    }

    /// Moves the cursor by steps along both axes.
    fn move_cursor(&mut self, by: [isize; 2]) {
        let axes = self.beliefs_axes();
        let mut cursor = self.beliefs_cursor();
        for axis in 0..2 {
            cursor[axis] = step(cursor[axis], by[axis], Axis(axes[axis]).steps());
        }
        self.set_cursor(cursor);
    }

    fn set_cursor(&mut self, cursor: [usize; 2]) {
        self.beliefs.cursor.put(self.beliefs_axes(), cursor);
        self.beliefs.people = None;
        self.touch();
    }

    /// Puts the cursor on the strip of a sex, at the year a cell stands for.
    pub(super) fn point_at_age(&mut self, year: usize, sex: Sex) {
        let sex = Axis(Attribute::Sex).step(Attribute::code(sex));
        self.set_cursor([year.min(Axis(Attribute::Age).steps() - 1), sex]);
    }

    /// Puts the cursor where a cell of the map stands.
    pub(super) fn point_at_map(&mut self, axes: [Attribute; 2], area: Area, x: u16, y: u16) {
        // A click may come after the axes have changed and before the next frame.
        if axes != self.beliefs_axes() {
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
        self.set_cursor(cursor);
    }

    /// Whether the cursor stands there already: a second click opens the list.
    pub(super) fn open_people_where_cursor_was(&mut self, before: [usize; 2]) {
        if self.beliefs_cursor() == before {
            self.beliefs.people = Some(0);
        }
    }

    /// A person of the open list becomes *who*.
    pub(super) fn choose_person_here(&mut self, index: usize) {
        if let Some(&row) = self.people_at_cursor().get(index) {
            self.who = row;
            if let Some(place) = self.view.position_of(row) {
                self.select(place);
            }
            self.beliefs.cursor = Prepared::default();
        }
        self.beliefs.people = None;
        self.touch();
    }

    /// The next or previous attribute on one axis; one that is on the other axis changes places.
    fn change_axis(&mut self, axis: usize, by: isize) {
        let mut axes = self.map_axes();
        let order = self.offered_attributes();
        let at = order.iter().position(|&other| other == axes[axis]);
        let count = order.len().cast_signed();
        let next = (at.unwrap_or(0).cast_signed() + by).rem_euclid(count);
        let chosen = order[next.cast_unsigned()];
        if axes[1 - axis] == chosen {
            axes[1 - axis] = axes[axis];
        }
        axes[axis] = chosen;
        self.beliefs.axes = Some(axes);
        self.leave_place();
    }

    /// All attributes, first those the network looks at.
    fn offered_attributes(&self) -> Vec<Attribute> {
        let mut order = self.seen_attributes();
        let rest = Attribute::ALL.iter().copied();
        order.extend(rest.filter(|attribute| !self.seen_attributes().contains(attribute)));
        order
    }

    /// Another picture: the cursor goes back to the passenger, and lists close.
    fn leave_place(&mut self) {
        self.beliefs.cursor = Prepared::default();
        self.beliefs.people = None;
        self.touch();
    }
}
