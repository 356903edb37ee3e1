//! What the Beliefs screen draws, computed when what it follows from has changed, and in slices
//! where the network is large.

use std::sync::LazyLock;

use super::{Beliefs, View, neurons};
use crate::analysis::Attribute;
use crate::analysis::beliefs::{
    Asker, Crossings, Crowd, Field, NeuronMaps, Spotted, Strips, Subject, age_crossings, everyone,
};
use crate::app::runs::Moment;
use crate::app::screens::Behaviour as _;
use crate::app::{BeliefsTarget, Core, OwnTarget, Parts, Screen, Target};
use crate::data::{Person, Sex};

/// About how long, in nanoseconds, one part of the picture may take before it is drawn coarsely.
const AT_ONCE: usize = 3_000_000;
/// The same of a slice.
const SLICE: usize = 1_000_000;
/// Columns and lines of a small map before the first frame has told how many there is room for.
const SMALL: (usize, usize) = (24, 16);
/// Rows of words with each small map, above and below it.
pub const NEURON_WORDS: u16 = 2;
/// Columns and lines of a map before the first frame has told how many there is room for.
const FIRST: (usize, usize) = (80, 48);
/// Slices between two frames while a picture is being refined.
const FRAME: usize = 30;

/// All that the picture follows from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Key {
    network: Moment,
    held: Person,
    view: View,
    axes: [Attribute; 2],
    parts: Parts,
    subject: Option<Subject>,
    size: (usize, usize),
    small: (usize, usize),
}

/// Nothing drawn yet.
static BLANK: LazyLock<Picture> = LazyLock::new(Picture::default);

/// What is drawn.
#[derive(Debug, Clone, Default)]
pub struct Picture {
    /// z along both strips.
    pub strips: Strips,
    /// Where the answer turns, by sex.
    pub crossings: Vec<Crossings>,
    /// The real people by age.
    pub crowd: Crowd,
    /// The real people on the map.
    pub people: Vec<Spotted>,
    /// The map, of the answer or of the enlarged neuron.
    pub field: Option<Field>,
    /// A small map for each hidden neuron.
    pub neurons: NeuronMaps,
    slices: usize,
}

impl Picture {
    /// Where the answer turns for one sex.
    pub fn crossings(&self, sex: Sex) -> &Crossings {
        self.crossings.get(sex as usize).unwrap_or(&Crossings::Never)
    }

    /// Whether the map is still drawn coarsely.
    pub fn is_pending(&self) -> bool {
        self.field.as_ref().is_some_and(Field::is_pending)
    }
}

/// What the large map is of, if one is drawn.
fn beliefs_subject(on: &Beliefs, core: &Core) -> Option<Subject> {
    if on.enlarged {
        let (layer, neuron) = neurons::place(core, neurons::in_focus(core))?;
        Some(Subject::Neuron { layer, neuron })
    } else {
        (on.beliefs_view(core) != View::Strips).then_some(Subject::Answer)
    }
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

fn picture_key(on: &Beliefs, core: &Core) -> Key {
    let subject = beliefs_subject(on, core);
    Key {
        network: core.stamp().moment,
        held: on.held_person(core),
        view: on.beliefs_view(core),
        axes: on.beliefs_axes(core),
        parts: core.parts,
        subject,
        size: subject.map_or(FIRST, |_| map_size(core)),
        small: small_size(core),
    }
}

/// What is drawn for the present cursors; blank where they have moved since it was computed.
pub(super) fn of<'a>(on: &'a Beliefs, core: &Core) -> &'a Picture {
    let known = on.picture.get(&picture_key(on, core));
    known.unwrap_or(&BLANK)
}

pub(super) fn follow(on: &mut Beliefs, core: &mut Core) {
    if core.network().depth() == 1 {
        on.enlarged = false;
    }
    on.settle(core);
    let key = picture_key(on, core);
    if on.picture.get(&key).is_some() {
        return;
    }
    let run = core.run();
    let mut asker = Asker::new(run.network(), run.encoder(), key.held.clone());
    let at_once = (AT_ONCE / asker.nanoseconds()).max(1);
    let size = affordable(key.small, &asker);
    let neurons = NeuronMaps::ask(&mut asker, key.axes, size);
    let field = key.subject.map(|subject| {
        let mut field = Field::new(key.axes, subject, key.size, at_once);
        field.begin(&mut asker);
        field
    });
    let mut picture = Picture { field, neurons, ..Picture::default() };
    if key.view == View::Strips {
        let per_year = (at_once / 162).clamp(1, 4);
        picture.strips = Strips::ask(&mut asker, per_year);
        picture.crossings = Sex::ALL.iter().map(|&sex| age_crossings(&mut asker, &picture.strips, sex)).collect();
    } else {
        let said = core.shown().rows();
        picture.people = everyone(key.axes, &core.list, said, |row| on.shows_row(core, row));
    }
    picture.crowd = Crowd::of(&core.list, |row| on.shows_row(core, row));
    on.picture.put(key, picture);
    core.touch();
}

pub(super) fn refine(on: &mut Beliefs, core: &mut Core) {
    let key = picture_key(on, core);
    let Some(picture) = on.picture.get_mut(&key) else {
        return;
    };
    let Some(field) = &mut picture.field else {
        return;
    };
    let run = &core.runs.active().run;
    let mut asker = Asker::new(run.network(), run.encoder(), key.held);
    let count = (SLICE / asker.nanoseconds()).max(1);
    field.go_on(&mut asker, count);
    picture.slices += 1;
    if !field.is_pending() || picture.slices.is_multiple_of(FRAME) {
        core.touch();
    }
}

pub(super) fn drawn(on: &mut Beliefs, core: &mut Core) {
    if core.screen == Screen::Beliefs && on.picture.get(&picture_key(on, core)).is_none() {
        core.touch();
    }
}

/// The size of the small maps, coarser for large networks.
fn affordable((columns, lines): (usize, usize), asker: &Asker<'_>) -> (usize, usize) {
    if columns * lines * asker.nanoseconds() <= AT_ONCE {
        (columns, lines)
    } else {
        (columns.div_ceil(2), lines.div_ceil(2))
    }
}
