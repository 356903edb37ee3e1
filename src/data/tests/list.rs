//! The embedded lists are the ones that everybody quotes: bytes, counts, sums and single people.

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
        assert_eq!(sha256(file.as_bytes()), sum);
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

/// SHA-256 (FIPS 180-4), here only so that a test can check the files without another dependency.
fn sha256(bytes: &[u8]) -> String {
    let primes = || (2_u32..).filter(|n| (2..*n).all(|d| n % d != 0));
    // The constants are the first 32 bits of the fractions of square and cube roots, found in integers.
    let fraction = |n: u32, power: u32| {
        let (mut low, mut high) = (0_u128, 1_u128 << 36);
        let target = u128::from(n) << (32 * power);
        while high - low > 1 {
            let middle = u128::midpoint(low, high);
            if middle.pow(power) <= target {
                low = middle;
            } else {
                high = middle;
            }
        }
        low as u32
    };
    let constants: Vec<u32> = primes().take(64).map(|n| fraction(n, 3)).collect();
    let mut state: Vec<u32> = primes().take(8).map(|n| fraction(n, 2)).collect();
    let mut message = bytes.to_vec();
    message.push(0x80);
    message.resize((message.len() + 8).next_multiple_of(64) - 8, 0);
    message.extend((bytes.len() as u64 * 8).to_be_bytes());
    for block in message.chunks_exact(64) {
        let mut words: Vec<u32> =
            block.chunks_exact(4).map(|word| u32::from_be_bytes(word.try_into().unwrap())).collect();
        for i in 16..64 {
            let (a, b) = (words[i - 15], words[i - 2]);
            let a = a.rotate_right(7) ^ a.rotate_right(18) ^ (a >> 3);
            let b = b.rotate_right(17) ^ b.rotate_right(19) ^ (b >> 10);
            words.push(words[i - 16].wrapping_add(a).wrapping_add(words[i - 7]).wrapping_add(b));
        }
        let mut s = state.clone();
        for (constant, word) in constants.iter().zip(words) {
            let e = s[4].rotate_right(6) ^ s[4].rotate_right(11) ^ s[4].rotate_right(25);
            let choice = (s[4] & s[5]) ^ (!s[4] & s[6]);
            let first = [e, choice, *constant, word].into_iter().fold(s[7], u32::wrapping_add);
            let a = s[0].rotate_right(2) ^ s[0].rotate_right(13) ^ s[0].rotate_right(22);
            let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
            s.rotate_right(1);
            s[4] = s[4].wrapping_add(first);
            s[0] = first.wrapping_add(a).wrapping_add(majority);
        }
        for (sum, value) in state.iter_mut().zip(s) {
            *sum = sum.wrapping_add(value);
        }
    }
    state.iter().map(|word| format!("{word:08x}")).collect::<Vec<_>>().concat()
}
