//! What the Beliefs screen draws, computed when what it follows from has changed.

use std::sync::LazyLock;

use crate::analysis::Attribute;
use crate::analysis::beliefs::{
    Asker, Crossings, Crowd, NeuronMaps, Spotted, Strips, Subject, SumMap, age_crossings, everyone,
};
use crate::app::core::runs::Moment;
use crate::app::{Core, Parts};
use crate::data::{Person, Sex};

/// Samples along a strip for each year.
const PER_YEAR: usize = 4;
/// Columns and lines of a small map before the first frame has told how many there is room for.
pub(super) const SMALL: (usize, usize) = (24, 16);
/// Rows of words with each small map, above and below it.
pub const NEURON_WORDS: u16 = 2;
/// Columns and lines of a map before the first frame has told how many there is room for.
pub(super) const FIRST: (usize, usize) = (80, 48);
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
}

impl Picture {
    /// Where the answer turns for one sex.
    pub fn crossings(&self, sex: Sex) -> &Crossings {
        self.crossings.get(sex as usize).unwrap_or(&Crossings::Never)
    }

    /// Nothing drawn yet.
    pub(super) fn blank() -> &'static Self {
        &BLANK
    }

    /// Computes what is drawn.
    pub(super) fn of(key: &PictureKey, core: &Core) -> Self {
        let run = core.run();
        let mut asker = Asker::new(run.network(), run.encoder(), key.held.clone());
        let neurons = NeuronMaps::ask(&mut asker, key.axes, key.small);
        let map = key.subject.map(|subject| SumMap::ask(&mut asker, key.axes, subject, key.size));
        let mut picture = Self { map, neurons, ..Self::default() };
        if key.view == BeliefView::Strips {
            picture.strips = Strips::ask(&mut asker, PER_YEAR);
            picture.crossings = Sex::ALL.iter().map(|&sex| age_crossings(&mut asker, &picture.strips, sex)).collect();
        } else {
            let said = core.shown().live();
            picture.people = everyone(key.axes, &core.list, said, |row| core.shows_row(row));
        }
        picture.crowd = Crowd::of(&core.list, |row| core.shows_row(row));
        picture
    }
}
