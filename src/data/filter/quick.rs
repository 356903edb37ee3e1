//! Filters that one key switches on and off, each with the word that an expression may use for it.

use strum::{IntoStaticStr, VariantArray};

use crate::data::facts::Facts;
use crate::data::list::PassengerList;
use crate::data::passenger::Sex;

/// The passengers of the post's own table, which leaves out number 6, whose age is not known.
/// Its rows 7 and 8 fit several men of one age; these are the first of them.
pub const THE_POST: [u32; 8] = [1, 2, 3, 4, 5, 7, 15, 76];

/// A filter for one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Quick {
    /// The network says the wrong thing about them.
    Wrong,
    /// The network is right about them.
    Right,
    /// Rows that are trained on.
    Train,
    /// Rows that are kept back for testing.
    Test,
    /// They lived.
    #[strum(serialize = "lived")]
    Survived,
    /// They died.
    Died,
    /// Female.
    Women,
    /// Male.
    Men,
    /// First class.
    Class1,
    /// Second class.
    Class2,
    /// Third class.
    Class3,
    /// The list does not know their age.
    NoAge,
    /// The prediction for them has changed sides.
    Flipped,
    /// The eight people of the post's table.
    #[strum(serialize = "post")]
    ThePost,
}

impl Quick {
    /// All of them, in the order in which a popup lists them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The stable lowercase word, as settings and expressions write it.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The filter that this word means, in any case; a few have a second word.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        match word.as_str() {
            "survived" => Some(Self::Survived),
            "female" => Some(Self::Women),
            "male" => Some(Self::Men),
            _ => Self::ALL.iter().copied().find(|quick| quick.key() == word),
        }
    }

    /// Filters of one group exclude each other, so together they mean "or".
    const fn group(self) -> u8 {
        match self {
            Self::Wrong | Self::Right => 0,
            Self::Train | Self::Test => 1,
            Self::Survived | Self::Died => 2,
            Self::Women | Self::Men => 3,
            Self::Class1 | Self::Class2 | Self::Class3 => 4,
            Self::NoAge => 5,
            Self::Flipped => 6,
            Self::ThePost => 7,
        }
    }

    /// Whether another network may let others through.
    pub const fn depends_on_network(self) -> bool {
        matches!(self, Self::Wrong | Self::Right | Self::Flipped)
    }

    /// Whether this row of the list is let through; without a network nobody is right or wrong.
    pub fn matches(self, list: &PassengerList, facts: &Facts<'_>, row: usize) -> bool {
        let person = list.passenger(row);
        let right = || person.survived.and(facts.live).map(|live| live.is_right(row));
        match self {
            Self::Wrong => right() == Some(false),
            Self::Right => right() == Some(true),
            Self::Train => facts.split.is_some_and(|split| split.trains(row)),
            Self::Test => facts.split.is_none_or(|split| split.tests(row)),
            Self::Survived => person.survived == Some(true),
            Self::Died => person.survived == Some(false),
            Self::Women => person.sex == Sex::Female,
            Self::Men => person.sex == Sex::Male,
            Self::Class1 => person.class == Some(1),
            Self::Class2 => person.class == Some(2),
            Self::Class3 => person.class == Some(3),
            Self::NoAge => person.age.is_none(),
            Self::Flipped => facts.flipped.get(row).is_some_and(|&flipped| flipped),
            Self::ThePost => THE_POST.contains(&person.id),
        }
    }
}

/// A set of quick filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct QuickSet(u16);

impl QuickSet {
    /// Whether none is on.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this one is on.
    pub const fn contains(self, quick: Quick) -> bool {
        self.0 & (1 << quick as u16) != 0
    }

    /// Switches one on if it is off and off if it is on.
    pub const fn toggle(&mut self, quick: Quick) {
        self.0 ^= 1 << quick as u16;
    }

    /// Those that are on, in the order of [`Quick::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Quick> {
        Quick::ALL.iter().copied().filter(move |&quick| self.contains(quick))
    }

    /// Those of this set that are not in the other.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The set cut into its groups.
    pub(super) fn groups(self) -> impl Iterator<Item = Self> {
        (0..=Quick::ThePost.group())
            .map(move |group| self.iter().filter(|quick| quick.group() == group).collect::<Self>())
            .filter(|set| !set.is_empty())
    }

    /// Whether each group has a filter that lets this row through.
    pub fn matches(self, list: &PassengerList, facts: &Facts<'_>, row: usize) -> bool {
        // Most views have no quick filter; they should not pay for the groups of a million rows.
        self.is_empty() || self.groups().all(|group| group.iter().any(|quick| quick.matches(list, facts, row)))
    }
}

impl FromIterator<Quick> for QuickSet {
    fn from_iter<I: IntoIterator<Item = Quick>>(quicks: I) -> Self {
        Self(quicks.into_iter().fold(0, |bits, quick| bits | 1 << quick as u16))
    }
}
