//! Right answers by sex, class and age: where the network is weak.

use super::{Answer, Count, fence};
use crate::data::{Passenger, PassengerList, Sex};

/// Ages beyond this share the last band.
const LAST_BAND: u8 = 80;

/// Who belongs together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Women and girls.
    Women,
    /// Men and boys.
    Men,
    /// A class of travel.
    Class(u8),
    /// From this age to nine years more.
    Decade(u8),
    /// Nobody wrote down how old.
    AgeUnknown,
}

impl Group {
    /// The three a passenger belongs to; the list may not say the class.
    fn of(passenger: &Passenger<'_>) -> [Option<Self>; 3] {
        let sex = match passenger.sex {
            Sex::Female => Self::Women,
            Sex::Male => Self::Men,
        };
        let age = passenger.age.map_or(Self::AgeUnknown, |age| Self::Decade(((age / 10.0) as u8 * 10).min(LAST_BAND)));
        [Some(sex), passenger.class.map(Self::Class), Some(age)]
    }

    /// Whether a passenger belongs to it.
    pub fn holds(self, passenger: &Passenger<'_>) -> bool {
        Self::of(passenger).contains(&Some(self))
    }
}

/// Right answers in each group that has somebody, at a threshold on p: sexes, classes, ages.
pub fn groups(list: &PassengerList, answers: &[Answer], threshold: f64) -> Vec<(Group, Count)> {
    let fence = fence(threshold);
    let mut counts: Vec<(Group, Count)> = Vec::new();
    for answer in answers {
        let groups = Group::of(&list.passenger(answer.place));
        for group in groups.into_iter().flatten() {
            let at = counts.binary_search_by_key(&group, |(group, _)| *group).unwrap_or_else(|at| {
                counts.insert(at, (group, Count::default()));
                at
            });
            let count = &mut counts[at].1;
            count.correct += u32::from(answer.is_right(fence));
            count.total += 1;
        }
    }
    counts
}
