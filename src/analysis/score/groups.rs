//! The four kinds of answer by sex, class and age: whom the network serves badly.

use super::{Answer, Confusion, fence};
use crate::data::{Passenger, PassengerList, Sex};

/// The least age of each band of ages.
const AGES: [u8; 4] = [0, 15, 30, 50];

/// Who belongs together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Whoever there is.
    Everybody,
    /// Women and girls.
    Women,
    /// Men and boys.
    Men,
    /// A class of travel.
    Class(u8),
    /// From this age to the next band.
    Ages(u8),
    /// Nobody wrote down how old.
    AgeUnknown,
}

impl Group {
    /// Those a passenger belongs to; the list may not say the class.
    fn of(passenger: &Passenger<'_>) -> [Option<Self>; 4] {
        let sex = match passenger.sex {
            Sex::Female => Self::Women,
            Sex::Male => Self::Men,
        };
        let band = |age: f64| AGES.into_iter().rfind(|&from| age >= f64::from(from)).unwrap_or(0);
        let age = passenger.age.map_or(Self::AgeUnknown, |age| Self::Ages(band(age)));
        [Some(Self::Everybody), Some(sex), passenger.class.map(Self::Class), Some(age)]
    }

    /// The first age that is too high for a band of ages; none for the last one and for others.
    pub fn end(self) -> Option<u8> {
        match self {
            Self::Ages(from) => AGES.into_iter().find(|&next| next > from),
            Self::Everybody | Self::Women | Self::Men | Self::Class(_) | Self::AgeUnknown => None,
        }
    }
}

/// The answers in each group that has somebody, at a threshold on p: everybody, sexes, classes, ages.
pub fn groups(list: &PassengerList, answers: &[Answer], threshold: f64) -> Vec<(Group, Confusion)> {
    let fence = fence(threshold);
    let mut counts: Vec<(Group, Confusion)> = Vec::new();
    for answer in answers {
        let groups = Group::of(&list.passenger(answer.place()));
        for group in groups.into_iter().flatten() {
            let at = counts.binary_search_by_key(&group, |(group, _)| *group).unwrap_or_else(|at| {
                counts.insert(at, (group, Confusion::default()));
                at
            });
            *counts[at].1.of(answer.says_lived(fence), answer.lived) += 1;
        }
    }
    counts
}
