//! What the Beliefs screen remembers, and what follows from it and the cursors: which view, over which axes, of whom.

use crate::analysis::Attribute;
use crate::analysis::beliefs::{Axis, Subject, placed, typical};
use crate::app::core::prepared::Prepared;
use crate::app::screens::beliefs::neurons;
use crate::app::screens::beliefs::picture::{BeliefView, FIRST, NEURON_WORDS, Picture, PictureKey, SMALL};
use crate::app::{BeliefsTarget, Core, OwnTarget, Target};
use crate::data::{Person, Split};

/// What the Beliefs screen remembers.
#[derive(Debug, Clone, Default)]
pub struct Beliefs {
    /// What was asked for last; [`Self::beliefs_view`] is what can be drawn.
    pub(super) view: BeliefView,
    /// The axes chosen for the map.
    pub(super) axes: Option<[Attribute; 2]>,
    /// While axes are chosen: which of the two the arrows change.
    pub choosing: Option<usize>,
    /// Steps along both axes; none while the cursor goes with the chosen passenger.
    pub(super) cursor: Prepared<[Attribute; 2], [usize; 2]>,
    /// The row under the cursor in the open list of people.
    pub people: Option<usize>,
    /// Whether one neuron fills the screen.
    pub enlarged: bool,
    pub(super) picture: Prepared<PictureKey, Picture>,
    /// Somebody typical of these training rows.
    pub(super) typical: Prepared<Split, Person>,
}

/// The first thing the network looks at against the next that is not sex.
pub(in crate::app) fn first_axes(core: &Core) -> [Attribute; 2] {
    let seen = seen_attributes(core);
    let along = seen.first().copied().unwrap_or(Attribute::Age);
    let others = || seen.iter().copied().filter(|&other| other != along);
    let up = others().find(|&other| other != Attribute::Sex).or_else(|| others().next());
    let fallback = if along == Attribute::Age { Attribute::Sex } else { Attribute::Age };
    [along, up.unwrap_or(fallback)]
}

impl Beliefs {
    /// What of the beliefs is drawn: strips only where age and sex are looked at, typical people only
    /// where something is held that could differ.
    pub fn beliefs_view(&self, core: &Core) -> BeliefView {
        let wanted = self.view;
        let fits = match wanted {
            BeliefView::Strips => has_strips(core),
            BeliefView::Typical => !self.held_attributes(core).is_empty(),
            BeliefView::AsWho => true,
        };
        if fits { wanted } else { BeliefView::AsWho }
    }

    /// Whether the strips are drawn.
    pub fn shows_strips(&self, core: &Core) -> bool {
        self.beliefs_view(core) == BeliefView::Strips
    }

    /// Whether the arrows choose the axes of the map.
    pub(in crate::app) const fn chooses_axes(&self) -> bool {
        self.choosing.is_some()
    }

    /// The attributes along and up; those of the strips are age and sex.
    pub fn beliefs_axes(&self, core: &Core) -> [Attribute; 2] {
        if self.beliefs_view(core) == BeliefView::Strips {
            [Attribute::Age, Attribute::Sex]
        } else {
            self.map_axes(core)
        }
    }

    /// The axes chosen, else the first ones.
    pub(super) fn map_axes(&self, core: &Core) -> [Attribute; 2] {
        self.axes.unwrap_or_else(|| first_axes(core))
    }

    /// What the network looks at and neither axis varies.
    pub fn held_attributes(&self, core: &Core) -> Vec<Attribute> {
        let axes = match self.view {
            BeliefView::Strips if has_strips(core) => [Attribute::Age, Attribute::Sex],
            BeliefView::Strips | BeliefView::AsWho | BeliefView::Typical => self.map_axes(core),
        };
        let mut seen = seen_attributes(core);
        seen.retain(|attribute| !axes.contains(attribute));
        seen
    }

    /// The person behind the picture, of whom both axes are varied.
    pub fn held_person(&self, core: &Core) -> Person {
        let typical = self.typical_person(core);
        match typical.filter(|_| self.beliefs_view(core) == BeliefView::Typical) {
            Some(person) => person.clone(),
            None => Person::like(&core.passenger()),
        }
    }

    /// Whether the cursor goes with the chosen passenger.
    pub fn cursor_follows_who(&self, core: &Core) -> bool {
        self.cursor.get(&self.beliefs_axes(core)).is_none()
    }

    /// Somebody typical of the training rows, once they were looked for.
    pub(super) fn typical_person(&self, core: &Core) -> Option<&Person> {
        self.typical.get(core.run().split())
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
        let rows = (0..core.list.len()).filter(|&row| core.shows_row(row));
        rows.filter(here).collect()
    }

    pub(super) fn set_cursor(&mut self, core: &mut Core, cursor: [usize; 2]) {
        self.cursor.put(self.beliefs_axes(core), cursor);
        self.people = None;
        core.touch();
    }

    /// Another picture: the cursor goes back to the passenger, and lists close.
    pub(super) fn leave_place(&mut self, core: &mut Core) {
        self.cursor = Prepared::default();
        self.people = None;
        core.touch();
    }

    /// Looks for somebody typical of the training rows: a cursor or a map may stand on them.
    pub(super) fn know_typical(&mut self, core: &Core) {
        let run = &core.runs.active().run;
        self.typical.ensure(run.split().clone(), || typical(run.list(), run.split()));
    }

    /// What the large map is of, if one is drawn.
    fn subject(&self, core: &Core) -> Option<Subject> {
        if self.enlarged {
            let (layer, neuron) = neurons::place(core, neurons::in_focus(core))?;
            Some(Subject::Neuron { layer, neuron })
        } else {
            (self.beliefs_view(core) != BeliefView::Strips).then_some(Subject::Answer)
        }
    }

    fn key(&self, core: &Core) -> PictureKey {
        let subject = self.subject(core);
        PictureKey {
            network: core.stamp().moment,
            held: self.held_person(core),
            view: self.beliefs_view(core),
            axes: self.beliefs_axes(core),
            parts: core.parts,
            subject,
            size: subject.map_or(FIRST, |_| map_size(core)),
            small: small_size(core),
        }
    }

    /// What is drawn for the present cursors; blank where they have moved since it was computed.
    pub fn picture(&self, core: &Core) -> &Picture {
        self.picture.get(&self.key(core)).unwrap_or(Picture::blank())
    }

    /// Computes what has changed; tells whether anything has.
    pub(super) fn refresh(&mut self, core: &Core) -> bool {
        if core.network().depth() == 1 {
            self.enlarged = false;
        }
        self.know_typical(core);
        let key = self.key(core);
        if self.picture.get(&key).is_some() {
            return false;
        }
        let picture = Picture::of(&key, core);
        self.picture.put(key, picture);
        true
    }

    /// Whether the picture is computed for the size it was drawn at.
    pub(super) fn fits(&self, core: &Core) -> bool {
        self.picture.get(&self.key(core)).is_some()
    }
}

/// All attributes, first those the network looks at.
pub(super) fn offered_attributes(core: &Core) -> Vec<Attribute> {
    let mut order = seen_attributes(core);
    let rest = Attribute::ALL.iter().copied();
    order.extend(rest.filter(|attribute| !seen_attributes(core).contains(attribute)));
    order
}

/// What the network looks at, in the order of forms.
pub(super) fn seen_attributes(core: &Core) -> Vec<Attribute> {
    let encoder = core.run().encoder();
    let all = Attribute::ALL.iter().copied();
    all.filter(|attribute| attribute.is_seen_by(encoder)).collect()
}

/// Columns and lines of the map in the last frame, two lines a row of cells.
fn map_size(core: &Core) -> (usize, usize) {
    let area = core.hits.find(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::Map { .. }))));
    area.map_or(FIRST, |area| (usize::from(area.width), 2 * usize::from(area.height)))
}

/// The same of a small map, which has a cell of margin.
fn small_size(core: &Core) -> (usize, usize) {
    let area = core.hits.find(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::SmallMap(_)))));
    area.map_or(SMALL, |area| {
        let rows = area.height.saturating_sub(NEURON_WORDS);
        let (columns, lines) = (area.width.saturating_sub(1), 2 * rows);
        (usize::from(columns.max(1)), usize::from(lines.max(1)))
    })
}

/// Whether the network looks at age and at sex.
fn has_strips(core: &Core) -> bool {
    let encoder = core.run().encoder();
    [Attribute::Age, Attribute::Sex].iter().all(|attribute| attribute.is_seen_by(encoder))
}
