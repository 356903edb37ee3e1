use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::data::{PassengerList, Sex};
use crate::nn::{Activation, Init};
use crate::training::tests::published;
use crate::training::{Feature, MissingAge, Preset, Recipe, Run, Scaling};

fn person(run: &Run, id: u32) -> Person {
    let mut passengers = run.list().passengers();
    Person::like(&passengers.find(|passenger| passenger.id == id).unwrap())
}

fn ask(run: &Run, person: &Person) -> Reply {
    let (encoder, network) = (run.encoder(), run.network());
    Reply::new(encoder, network, run.list(), run.split(), person, 5)
}

#[track_caller]
fn near(found: f64, wanted: f64, digits: f64) {
    assert!((found - wanted).abs() <= digits, "{found} is not {wanted}");
}

#[test]
fn one_year_younger_and_the_post_says_that_mrs_futrelle_lived() {
    let run = published();
    let answer = ask(&run, &person(&run, 4));
    let trace = answer.trace.as_ref().unwrap();
    near(trace.logit(), -0.002_090, 5e-7);
    near(trace.p(), 0.499_478, 5e-7);
    assert!(!answer.says);
    let (attribute, flip) = answer.nearest().unwrap();
    assert_eq!((attribute, flip.shown, flip.least), (Attribute::Age, 34.0, 34.87));
    near(flip.p, 0.503_690, 5e-7);
    near(flip.fence.unwrap(), 34.876, 5e-4);
    let crossings = &answer.along(Attribute::Age).unwrap().crossings;
    assert_eq!(crossings.len(), 1);
    near(crossings[0], flip.fence.unwrap(), 1e-12);
    let sex = answer.along(Attribute::Sex).unwrap();
    assert_eq!(sex.flip, None);
    assert_eq!(sex.others.len(), 1);
    near(sex.others[0].1, 0.330_455, 5e-7);
}

#[test]
fn no_age_saves_a_man_of_the_post() {
    let run = published();
    let mut man = person(&run, 4);
    man.sex = Sex::Male;
    let answer = ask(&run, &man);
    let age = answer.along(Attribute::Age).unwrap();
    assert_eq!((age.flip, age.crossings.len()), (None, 0));
    near(age.zero.unwrap(), -6.90, 5e-3);
    // Being a woman of 35 does not save him either.
    assert_eq!(answer.nearest(), None);
    man.age = Some(30.0);
    let answer = ask(&run, &man);
    assert_eq!(answer.nearest().unwrap().0, Attribute::Sex);
}

#[test]
fn the_five_most_like_mrs_futrelle_are_women_of_35_and_all_eight_of_them_lived() {
    let run = published();
    let answer = ask(&run, &person(&run, 4));
    let list = run.list();
    let ids = |rows: &mut dyn Iterator<Item = usize>| -> Vec<u32> { rows.map(|row| list.passenger(row).id).collect() };
    let nearest = &answer.similar.nearest;
    assert_eq!(ids(&mut nearest.iter().map(|neighbour| neighbour.row)), [4, 212, 231, 259, 270]);
    assert!(nearest.iter().all(|neighbour| neighbour.distance == 0.0));
    let same = &answer.similar.same;
    assert_eq!(same.len(), 8);
    assert!(same.iter().all(|&row| list.passenger(row).survived == Some(true)));
    // Whoever the recipe counts as died without a sum is like nobody.
    assert!(same.iter().all(|&row| list.passenger(row).age == Some(35.0)));
}

#[test]
fn who_is_equally_far_away_comes_in_the_order_of_ids() {
    for &preset in Preset::ALL {
        let run = preset.run("", Arc::new(PassengerList::embedded())).unwrap();
        let list = run.list();
        for (row, age) in [(10, 4.0), (0, 22.0), (17, 30.5), (305, 0.92), (7, 3.0)] {
            let mut person = Person::like(&list.passenger(row));
            person.age = Some(age);
            let found = similar(run.encoder(), list, &person.passenger(), list.len()).nearest;
            for pair in found.windows(2) {
                let [near, far] = [pair[0], pair[1]];
                assert!(far.distance >= near.distance);
                // Numbers as close as this are the same distance, rounded on two ways.
                if far.distance - near.distance <= 1e-12 * far.distance {
                    let [first, second] = [near, far].map(|one| list.passenger(one.row).id);
                    assert!(first < second, "{preset:?} {row}: {first} before {second}");
                }
            }
        }
    }
}

#[test]
fn a_girl_of_5_comes_before_a_girl_of_3_for_one_of_4() {
    let run = published();
    let mut girl = person(&run, 11);
    girl.age = Some(4.0);
    let answer = similar(run.encoder(), run.list(), &girl.passenger(), 20);
    let ids: Vec<u32> = answer.nearest.iter().map(|one| run.list().passenger(one.row).id).collect();
    let place = |id: u32| ids.iter().position(|&one| one == id).unwrap();
    assert!(place(234) < place(375), "{ids:?}");
}

#[test]
fn a_year_weighs_less_than_being_a_woman_even_where_ages_are_raw() {
    let run = published();
    let mut woman = person(&run, 4);
    woman.age = Some(61.5);
    let answer = ask(&run, &woman);
    for neighbour in answer.similar.nearest {
        assert_eq!(run.list().passenger(neighbour.row).sex, Sex::Female);
    }
}

#[test]
fn an_unknown_age_is_a_value_of_its_own_where_the_recipe_asks_for_it() {
    let list = Arc::new(PassengerList::embedded());
    let recipe = Recipe { features: vec![Feature::Age, Feature::AgeMissing], ..Recipe::default() };
    let mut run = Run::from_recipe("", list, recipe).unwrap();
    let network = {
        let mut network = run.network().clone();
        network.parameters_mut().copy_from_slice(&[0.0, -1.0, 0.5]);
        network
    };
    run.train().unwrap();
    let mut nobody = person(&run, 6);
    let ask = |person: &Person| Reply::new(run.encoder(), &network, run.list(), run.split(), person, 1);
    assert_eq!(nobody.age, None);
    let answer = ask(&nobody);
    assert!(!answer.says);
    let flip = answer.along(Attribute::Age).unwrap().flip.unwrap();
    assert_eq!(flip.shown, 29.0, "a whole year next to the mean");
    nobody.age = Some(29.0);
    assert!(ask(&nobody).says);
}

/// Every person that differs in one attribute, on the grid the answer promises, with how much.
fn neighbours_of(run: &Run, person: &Person) -> Vec<(Attribute, f64, f64)> {
    let mut all = Vec::new();
    for &attribute in Attribute::ALL {
        if !attribute.is_seen_by(run.encoder()) {
            continue;
        }
        let sizes = Sizes::of(attribute, run.list(), run.split());
        let value = attribute.of(&person.passenger());
        let (least, most) = attribute.range();
        // The fare in steps of a pound, for a hundredth would take the test a minute.
        let per = if attribute == Attribute::Age { 100.0 } else { 1.0 };
        for place in (least * per) as i64..=(most * per) as i64 {
            let other = place as f64 / per;
            if Some(other) != value && attribute.suits(person, other) {
                let from = value.or_else(|| attribute.is_quantity().then_some(sizes.mean));
                all.push((attribute, other, sizes.between(from, other)));
            }
        }
    }
    all.sort_by(|one, other| one.2.total_cmp(&other.2));
    all
}

/// Whoever does what is said is told the very same p.
fn keeps_its_promises(run: &Run, person: &Person, answer: &Reply) -> Result<(), TestCaseError> {
    let done = |attribute: Attribute, value: f64| {
        let mut other = person.clone();
        attribute.set(&mut other, value);
        other
    };
    let p = |person: &Person| {
        let inputs = run.encoder().encode(&person.passenger()).unwrap();
        run.network().forward(&inputs).p()
    };
    for varied in &answer.attributes {
        let flip = varied.flip.map(|flip| (flip.shown, flip.p));
        for &(value, promised) in varied.others.iter().chain(&flip) {
            let got = p(&done(varied.attribute, value));
            prop_assert_eq!(promised.to_bits(), got.to_bits(), "{:?} {}", varied.attribute, value);
        }
    }
    if let Some(OtherSex { age: Some(age), .. }) = answer.other_sex {
        let sex = 1.0 - Attribute::Sex.of(&person.passenger()).unwrap();
        let mut other = done(Attribute::Sex, sex);
        prop_assert_eq!(p(&other) > 0.5, answer.says, "the sex alone flips");
        prop_assert_ne!(other.age, Some(age));
        Attribute::Age.set(&mut other, age);
        prop_assert_ne!(p(&other) > 0.5, answer.says);
    }
    Ok(())
}

fn check_against_all(run: &Run, person: &Person) -> Result<(), TestCaseError> {
    let answer = ask(run, person);
    let says = |person: &Person| run.logit(run.network(), &person.passenger()).unwrap() > 0.0;
    prop_assert_eq!(says(person), answer.says);
    let nearest = answer.nearest();
    for (attribute, value, size) in neighbours_of(run, person) {
        if nearest.is_some_and(|(_, flip)| size >= flip.size) {
            break;
        }
        let mut other = person.clone();
        attribute.set(&mut other, value);
        prop_assert_eq!(says(&other), answer.says, "{:?} {} is nearer", attribute, value);
    }
    keeps_its_promises(run, person, &answer)?;
    for varied in &answer.attributes {
        for (value, p) in varied.flip.iter().map(|flip| (flip.shown, flip.p)) {
            let mut other = person.clone();
            varied.attribute.set(&mut other, value);
            prop_assert_ne!(says(&other), answer.says);
            prop_assert_eq!(p > 0.5, says(&other));
        }
        for fence in &varied.crossings {
            let mut other = person.clone();
            let mut on = |age: f64| {
                varied.attribute.set(&mut other, age);
                says(&other)
            };
            if varied.attribute.is_continuous() {
                prop_assert_ne!(on(fence - 1e-9), on(fence + 1e-9));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_smaller_single_change_flips(
        features in prop::sample::subsequence(Feature::ALL.to_vec(), 1..=Feature::ALL.len()),
        median: bool,
        changed in prop::collection::vec((prop::sample::select(Attribute::ALL.to_vec()), 0.0..1.0), 0..4),
        hidden in prop_oneof![Just(vec![]), Just(vec![3]), Just(vec![8, 5]), Just(vec![16, 16, 4])],
        tanh: bool, scaled: bool, seed in 0_u64..10_000, row in 0_usize..891,
    ) {
        let recipe = Recipe {
            features,
            missing_age: if median { MissingAge::Median } else { MissingAge::Mean },
            hidden,
            activation: if tanh { Activation::Tanh } else { Activation::Relu },
            init: Some(Init::He),
            scaling: if scaled { Scaling::Standard } else { Scaling::None },
            seed,
            ..Recipe::default()
        };
        let run = Run::from_recipe("", Arc::new(PassengerList::embedded()), recipe).unwrap();
        let mut person = Person::like(&run.list().passenger(row));
        for (attribute, share) in changed {
            let (least, most) = attribute.range();
            let value = least + share * (most - least);
            if attribute.suits(&person, value) {
                attribute.set(&mut person, value);
            }
        }
        check_against_all(&run, &person)?;
    }
}

#[test]
fn a_man_is_promised_what_he_is_told_as_a_woman_where_titles_count() {
    let list = Arc::new(PassengerList::embedded());
    let mut run = Preset::Everything.run("", list).unwrap();
    for _ in 0..200 {
        run.train().unwrap();
    }
    for row in 0..run.list().len() {
        let person = Person::like(&run.list().passenger(row));
        keeps_its_promises(&run, &person, &ask(&run, &person)).unwrap();
    }
}

#[test]
fn a_network_that_has_learned_is_searched_as_well() {
    let list = Arc::new(PassengerList::embedded());
    let mut run = Preset::MyFirstDeepNetwork.run("", list).unwrap();
    for _ in 0..60 {
        run.train().unwrap();
    }
    for row in [0, 3, 5, 77, 800] {
        let person = Person::like(&run.list().passenger(row));
        check_against_all(&run, &person).unwrap();
    }
}
