//! Whether the training rows and the test rows of a split are alike, as parts drawn by chance are: in the share who
//! lived, and in the share of each class.
//!
//! As many rows drawn at random from the list hold so many of a kind on average, with the standard deviation of the
//! hypergeometric distribution. The parts agree where every count lies within the band around it that holds 99 of 100
//! draws: each kind is given an equal part of the hundredth (Bonferroni), and half a person is allowed for, since
//! counts are whole.

use crate::data::{Passenger, PassengerList, Split};

/// How many standard deviations the band reaches where one, two, three or four kinds are compared: the normal
/// quantiles of 1 − 0.005, of 1 − 0.005/2, and so on.
const BAND: [f64; 4] = [2.575_829, 2.807_034, 2.935_199, 3.023_341];

/// A kind of people, counted in both parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Who lived.
    Lived,
    /// Who travelled in a class.
    Class(u8),
}

/// Two parts that are not alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unlike {
    /// In what: in who lived, if in that at all.
    pub kind: Compared,
    /// The kind's share of the training rows, from 0 to 1.
    pub train: f64,
    /// Its share of the test rows.
    pub test: f64,
}

impl Compared {
    const ALL: [Self; 4] = [Self::Lived, Self::Class(1), Self::Class(2), Self::Class(3)];

    fn holds(self, person: &Passenger<'_>) -> bool {
        match self {
            Self::Lived => person.survived == Some(true),
            Self::Class(class) => person.class == Some(class),
        }
    }
}

/// In what the parts of a split differ by more than chance explains; none where they agree, and where all rows are of
/// one part.
pub fn unlike(list: &PassengerList, split: &Split) -> Option<Unlike> {
    let mut counts = [[0_u32; 2]; Compared::ALL.len()];
    for (row, person) in list.passengers().enumerate() {
        for (count, _) in counts.iter_mut().zip(Compared::ALL).filter(|(_, kind)| kind.holds(&person)) {
            count[usize::from(!split.tests(row))] += 1;
        }
    }
    // Those held out count as training rows: they are a fair share of these.
    let (all, train) = (list.len() as f64, (split.train_rows() + split.held_out()) as f64);
    let tells = |[test, train]: &[u32; 2]| (1..list.len() as u32).contains(&(test + train));
    let compared = counts.iter().filter(|count| tells(count)).count();
    let band = BAND[compared.checked_sub(1)?];
    let is_outside = |[in_test, in_train]: [u32; 2]| {
        let share = f64::from(in_test + in_train) / all;
        let sd = (train * share * (1.0 - share) * (all - train) / (all - 1.0)).sqrt();
        (f64::from(in_train) - train * share).abs() - 0.5 > band * sd
    };
    let mut outside = Compared::ALL.into_iter().zip(counts).filter(|(_, count)| tells(count) && is_outside(*count));
    outside.next().map(|(kind, [in_test, in_train])| Unlike {
        kind,
        train: f64::from(in_train) / train,
        test: f64::from(in_test) / (all - train),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Labels;
    use crate::training::{Recipe, SplitRule};

    fn people(rows: impl Iterator<Item = (u8, bool)>) -> PassengerList {
        let rows = rows.map(|(class, lived)| format!("{},{class},female,30", u8::from(lived)));
        let text = ["Survived,Pclass,Sex,Age".to_owned()].into_iter().chain(rows).collect::<Vec<_>>().join("\n");
        PassengerList::read("list.csv", text.as_bytes(), Labels::Required).unwrap()
    }

    /// As many of each outcome in each class as the list of 1,309 has, sorted by class as it was published.
    fn in_published_order() -> PassengerList {
        let classes = [(1, 200, 323), (2, 119, 277), (3, 181, 709)];
        let evenly = |(class, lived, all): (u8, u32, u32)| {
            (0..all).map(move |place| (class, (place + 1) * lived / all > place * lived / all))
        };
        people(classes.into_iter().flat_map(evenly))
    }

    fn split_of(list: &PassengerList, split: SplitRule, seed: u64) -> Split {
        Recipe { seed, split, ..Recipe::default() }.split_of(list)
    }

    #[test]
    fn a_list_sorted_by_class_teaches_by_other_people_than_it_tests() {
        let list = in_published_order();
        let found = unlike(&list, &split_of(&list, SplitRule::First, 1)).unwrap();
        assert_eq!((list.len(), found.kind), (1309, Compared::Lived));
        assert_eq!(format!("{:.2} {:.2}", found.train, found.test), "0.44 0.26");
        for seed in 1..50 {
            assert_eq!(unlike(&list, &split_of(&list, SplitRule::Stratified, seed)), None);
        }
    }

    #[test]
    fn where_as_many_lived_the_classes_tell() {
        let list = people((0..300).map(|row| (if row < 201 { 1 } else { 3 }, row % 3 == 0)));
        let found = unlike(&list, &split_of(&list, SplitRule::First, 1)).unwrap();
        assert_eq!((found.kind, found.train), (Compared::Class(1), 201.0 / 202.0));
        assert_eq!(found.test, 0.0);
    }

    /// Who opens the list inside the program must never be warned of it, however many rows teach.
    #[test]
    fn the_list_inside_the_program_agrees_wherever_it_is_cut() {
        let list = PassengerList::embedded();
        let warned: Vec<usize> = (1..=891).filter(|&rows| unlike(&list, &Split::first(rows)).is_some()).collect();
        assert_eq!(warned, Vec::<usize>::new());
    }

    /// 40 of 100 lived; of 50 drawn 20 on average, with an sd of √(50 · 0.24 · 50/99) = 2.46. With one class there is
    /// nothing else to compare, and the band is 2.576 · 2.46 = 6.34 and half a person: to 26, not to 27.
    #[test]
    fn the_band_is_that_of_a_draw_without_replacement() {
        for (in_train, agrees) in [(20, true), (26, true), (27, false), (14, true), (13, false)] {
            let lived = |row: u32| if row < 50 { row < in_train } else { row - 50 < 40 - in_train };
            let list = people((0..100).map(|row| (1, lived(row))));
            assert_eq!(unlike(&list, &Split::first(50)).is_none(), agrees, "{in_train}");
        }
    }

    #[test]
    fn of_a_hundred_draws_about_one_is_called_unlike() {
        let list = in_published_order();
        let warned = (0..1000).filter(|&seed| unlike(&list, &split_of(&list, SplitRule::Shuffled, seed)).is_some());
        let warned = warned.count();
        assert!((1..=16).contains(&warned), "{warned}");
    }

    #[test]
    fn one_part_alone_is_compared_with_nothing() {
        let list = people([(1, true), (2, false), (3, false)].into_iter());
        assert_eq!(unlike(&list, &Split::first(3)), None);
    }
}
