//! What the Beliefs screen draws, computed when what it follows from has changed, and in slices
//! where the network is large.

use std::sync::LazyLock;

use crate::analysis::Attribute;
use crate::analysis::beliefs::{
    Asker, Crossings, Crowd, NeuronMaps, Spotted, Strips, Subject, SumMap, age_crossings, everyone,
};
use crate::app::core::runs::Moment;
use crate::app::{Core, Parts};
use crate::data::{Person, Sex};

/// About how long, in nanoseconds, one part of the picture may take before it is drawn coarsely.
const AT_ONCE: usize = 3_000_000;
/// The same of a slice.
const SLICE: usize = 1_000_000;
/// Columns and lines of a small map before the first frame has told how many there is room for.
pub(super) const SMALL: (usize, usize) = (24, 16);
/// Rows of words with each small map, above and below it.
pub const NEURON_WORDS: u16 = 2;
/// Columns and lines of a map before the first frame has told how many there is room for.
pub(super) const FIRST: (usize, usize) = (80, 48);
/// Slices between two frames while a picture is being refined.
const FRAME: usize = 30;

/// What of the network's beliefs is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BeliefView {
    /// Two strips of ages, women and men, everything else as the chosen passenger has it.
    #[default]
    Strips,
    /// A map of two attributes, everything else as the chosen passenger has it.
    AsWho,
    /// The same map, everything else as is typical of the training rows.
    Typical,
}

/// All that the picture follows from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PictureKey {
    pub network: Moment,
    pub held: Person,
    pub view: BeliefView,
    pub axes: [Attribute; 2],
    pub parts: Parts,
    pub subject: Option<Subject>,
    pub size: (usize, usize),
    pub small: (usize, usize),
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
    pub map: Option<SumMap>,
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
        self.map.as_ref().is_some_and(SumMap::is_pending)
    }

    /// Nothing drawn yet.
    pub(super) fn blank() -> &'static Self {
        &BLANK
    }

    /// Computes what is drawn; a large map coarsely at first.
    pub(super) fn of(key: &PictureKey, core: &Core) -> Self {
        let run = core.run();
        let mut asker = Asker::new(run.network(), run.encoder(), key.held.clone());
        let at_once = (AT_ONCE / asker.nanoseconds()).max(1);
        let size = affordable(key.small, &asker);
        let neurons = NeuronMaps::ask(&mut asker, key.axes, size);
        let map = key.subject.map(|subject| {
            let mut map = SumMap::new(key.axes, subject, key.size, at_once);
            map.begin(&mut asker);
            map
        });
        let mut picture = Self { map, neurons, ..Self::default() };
        if key.view == BeliefView::Strips {
            let per_year = (at_once / 162).clamp(1, 4);
            picture.strips = Strips::ask(&mut asker, per_year);
            picture.crossings = Sex::ALL.iter().map(|&sex| age_crossings(&mut asker, &picture.strips, sex)).collect();
        } else {
            let said = core.shown().rows();
            picture.people = everyone(key.axes, &core.list, said, |row| core.shows_row(row));
        }
        picture.crowd = Crowd::of(&core.list, |row| core.shows_row(row));
        picture
    }

    /// Refines the map by one slice; tells whether it is time to show it.
    pub(super) fn refine(&mut self, key: &PictureKey, core: &Core) -> bool {
        let Some(map) = &mut self.map else {
            return false;
        };
        let mut asker = Asker::new(core.network(), core.run().encoder(), key.held.clone());
        let count = (SLICE / asker.nanoseconds()).max(1);
        map.go_on(&mut asker, count);
        self.slices += 1;
        !map.is_pending() || self.slices.is_multiple_of(FRAME)
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
