//! The real people beside what the network says: how many of each age lived and died, and where
//! everyone stands on a map.

use super::{Axis, YEARS};
use crate::analysis::Attribute;
use crate::data::{LiveRows, Passenger, PassengerList, Sex};

/// What became of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Lived.
    Lived,
    /// Died.
    Died,
}

impl Fate {
    /// What became of a passenger, where the list says.
    pub fn of(passenger: &Passenger<'_>) -> Option<Self> {
        passenger.survived.map(|lived| if lived { Self::Lived } else { Self::Died })
    }
}

/// How many people of each half-year lived and died, and how many have no age.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Crowd {
    /// By sex, fate and half-year.
    counts: [[Vec<u32>; 2]; 2],
    /// Women and men without an age, in the order of [`Sex::ALL`].
    pub ageless: [usize; 2],
}

impl Crowd {
    /// Counts the people whose row is wanted; those whose fate the list does not tell are left out.
    pub fn of(list: &PassengerList, wanted: impl Fn(usize) -> bool) -> Self {
        let mut crowd = Self { counts: [(); 2].map(|()| [(); 2].map(|()| vec![0; 2 * YEARS])), ageless: [0; 2] };
        for (row, passenger) in list.passengers().enumerate() {
            let Some(fate) = Fate::of(&passenger).filter(|_| wanted(row)) else {
                continue;
            };
            let sex = passenger.sex as usize;
            match passenger.age {
                Some(age) => {
                    let half = ((2.0 * age) as usize).min(2 * YEARS - 1);
                    crowd.counts[sex][fate as usize][half] += 1;
                }
                None => crowd.ageless[sex] += 1,
            }
        }
        crowd
    }

    /// How many there are from one age up to another, in half-years.
    pub fn count(&self, sex: Sex, fate: Fate, halves: std::ops::Range<usize>) -> usize {
        let counts = &self.counts[sex as usize][fate as usize];
        let end = halves.end.min(counts.len());
        let some = counts.get(halves.start..end).unwrap_or_default();
        some.iter().map(|&count| count as usize).sum()
    }

    /// How many there are of all known ages.
    pub fn all(&self, sex: Sex, fate: Fate) -> usize {
        self.count(sex, fate, 0..2 * YEARS)
    }
}

/// Somebody on a map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spotted {
    /// The row of the list.
    pub row: usize,
    /// Where they stand, as shares of the way along both axes.
    pub at: [f64; 2],
    /// What became of them.
    pub fate: Fate,
    /// Whether the network says otherwise.
    pub wrong: bool,
}

/// Where a person stands on a map of two attributes; none where the list does not know both.
///
/// Within a band, where place means nothing, people of a band stand apart by their row, so that a
/// crowd looks like one.
pub fn spotted(axes: [Attribute; 2], passenger: &Passenger<'_>, row: usize) -> Option<[f64; 2]> {
    // Multiples of these fill an interval evenly (golden ratio; the plane's is the plastic number's).
    const APART: [f64; 2] = [0.754_877_666_246_693, 0.569_840_290_998_053];
    let mut at = [0.0; 2];
    for (index, attribute) in axes.into_iter().enumerate() {
        let axis = Axis(attribute);
        let share = axis.share(attribute.of(passenger)?);
        let spread = if axis.has_bands() {
            let within = (row as f64 * APART[index]).fract();
            (within - 0.5) * 0.8 / axis.steps() as f64
        } else {
            0.0
        };
        at[index] = share + spread;
    }
    Some(at)
}

/// Everyone wanted whose place and fate are known, with whether the network is wrong about them.
pub fn everyone(
    axes: [Attribute; 2],
    list: &PassengerList,
    said: Option<&dyn LiveRows>,
    wanted: impl Fn(usize) -> bool,
) -> Vec<Spotted> {
    let rows = list.passengers().enumerate().filter(|(row, _)| wanted(*row));
    rows.filter_map(|(row, passenger)| {
        Some(Spotted {
            row,
            at: spotted(axes, &passenger, row)?,
            fate: Fate::of(&passenger)?,
            wrong: said.is_some_and(|said| !said.is_right(row)),
        })
    })
    .collect()
}
