//! The embedded lists are the ones that everybody quotes: bytes, counts, sums and single people.

use sha2::{Digest, Sha256};

use crate::data::list::{TEST, TRAIN};
use crate::data::{Passenger, PassengerList, Port, RawColumn, Sex};

const README: &str = include_str!("../../../data/README.md");

fn count(list: &PassengerList, wanted: impl Fn(&Passenger<'_>) -> bool) -> usize {
    list.passengers().filter(wanted).count()
}

/// A file changed by an editor or a checkout (line ends) would make every figure of the program doubtful.
#[test]
fn the_files_are_byte_for_byte_the_ones_the_readme_names() {
    for (file, bytes, sum) in [
        (TRAIN, 60_302, "4a437fde05fe5264e1701a7387ac6fb75393772ba38bb2c9c566405af5af4bd7"),
        (TEST, 28_210, "5c78320a80dc159b35c408363be46a5d93f078183d539db75ee42a796d6a4e95"),
    ] {
        assert_eq!(file.len(), bytes);
        assert!(file.is_ascii() && !file.contains('\r'));
        assert_eq!(format!("{:x}", Sha256::digest(file)), sum);
        assert!(README.contains(sum), "data/README.md names {sum}");
    }
}

#[test]
fn the_train_list_has_its_published_counts() {
    let list = PassengerList::embedded();
    assert_eq!((list.len(), list.source()), (891, "titanic.csv"));
    assert!(list.is_embedded() && !list.is_empty());
    assert!(RawColumn::ALL.iter().copied().all(|column| list.has(column)));
    assert!(list.passengers().map(|person| person.id).eq(1..=891));
    assert_eq!(count(&list, |person| person.survived == Some(true)), 342);
    assert_eq!(count(&list, |person| person.survived.is_none()), 0);
    assert_eq!(count(&list, |person| person.age.is_none()), 177);
    assert_eq!(count(&list, |person| person.age.is_none() && person.id <= 600), 126);
    assert_eq!(count(&list, |person| person.cabin.is_none()), 687);
    assert_eq!(count(&list, |person| person.port.is_none()), 2);
    assert_eq!(count(&list, |person| person.fare == Some(0.0)), 15);
    assert_eq!(count(&list, |person| person.fare.is_none()), 0);
    let by_class = [1, 2, 3].map(|class| count(&list, |person| person.class == Some(class)));
    assert_eq!(by_class, [216, 184, 491]);
    let by_sex = [Sex::Male, Sex::Female].map(|sex| {
        let lived = count(&list, |person| person.sex == sex && person.survived == Some(true));
        (lived, count(&list, |person| person.sex == sex))
    });
    assert_eq!(by_sex, [(109, 577), (233, 314)]);
    let of_port = |port: &Port| count(&list, |person| person.port == Some(*port));
    let by_port: Vec<_> = Port::ALL.iter().map(of_port).collect();
    assert_eq!(by_port, [644, 168, 77]);
}

#[test]
fn the_train_list_has_its_published_sums_and_extremes() {
    let list = PassengerList::embedded();
    let ages: Vec<f64> = list.passengers().filter_map(|person| person.age).collect();
    assert_eq!(ages.len(), 714);
    assert!((ages.iter().sum::<f64>() / 714.0 - 29.699_118).abs() < 5e-7);
    assert_eq!(ages.iter().copied().fold(f64::INFINITY, f64::min), 0.42);
    assert_eq!(ages.iter().copied().fold(0.0, f64::max), 80.0);
    let fares: f64 = list.passengers().filter_map(|person| person.fare).sum();
    assert!((fares - 28_693.949_3).abs() < 1e-8, "{fares}");
    assert_eq!(list.passengers().map(|person| person.name.len()).max(), Some(82));
    let mut tickets: Vec<&str> = list.passengers().map(|person| person.ticket).collect();
    tickets.sort_unstable();
    tickets.dedup();
    assert_eq!(tickets.len(), 681);
    assert_eq!(TRAIN.lines().filter(|line| line.contains("\"\"")).count(), 53);
}

/// The mean that the recipe fills missing ages with, and the rows that dropping leaves.
#[test]
fn the_split_of_the_post_has_its_counts() {
    let list = PassengerList::embedded();
    let part = |rows: std::ops::Range<usize>| {
        let ages: Vec<f64> = rows.filter_map(|row| list.passenger(row).age).collect();
        (ages.len(), ages.iter().sum::<f64>() / ages.len() as f64)
    };
    let (train, mean) = part(0..600);
    assert_eq!((train, part(600..891).0), (474, 240));
    assert!((mean - 29.7827).abs() < 5e-5, "{mean}");
    let died = |rows: std::ops::Range<usize>| rows.filter(|&row| list.passenger(row).survived == Some(false)).count();
    assert_eq!((died(0..600), died(600..891)), (364, 185));
}

#[test]
fn people_have_the_values_the_post_shows() {
    let list = PassengerList::embedded();
    let braund = Passenger {
        id: 1,
        survived: Some(false),
        class: Some(3),
        name: "Braund, Mr. Owen Harris",
        sex: Sex::Male,
        age: Some(22.0),
        siblings_spouses: Some(1),
        parents_children: Some(0),
        ticket: "A/5 21171",
        fare: Some(7.25),
        cabin: None,
        port: Some(Port::Southampton),
    };
    assert_eq!(list.passenger(0), braund);
    let moran = list.passenger(5);
    assert_eq!((moran.name, moran.age, moran.port), ("Moran, Mr. James", None, Some(Port::Queenstown)));
    let icard = list.passenger(61);
    assert_eq!((icard.name, icard.port, icard.cabin), ("Icard, Miss. Amelie", None, Some("B28")));
    assert_eq!(list.passenger(22).name, "McGowan, Miss. Anna \"Annie\"");
}

#[test]
fn the_test_list_says_no_outcomes() {
    let list = PassengerList::embedded_test();
    assert_eq!((list.len(), list.source()), (418, "titanic_test.csv"));
    assert!(!list.is_embedded(), "its split is not the post's");
    assert!(!list.has(RawColumn::Survived) && list.has(RawColumn::Embarked));
    assert!(list.passengers().map(|person| person.id).eq(892..=1309));
    assert_eq!(count(&list, |person| person.survived.is_some()), 0);
    assert_eq!(count(&list, |person| person.age.is_none()), 86);
    assert_eq!(count(&list, |person| person.fare.is_none()), 1);
    assert_eq!(count(&list, |person| person.cabin.is_none()), 327);
}
