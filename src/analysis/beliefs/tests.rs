//! Beliefs by numbers: those of the published network known by hand, those of deeper ones by asking
//! every age and place again.

use std::sync::Arc;

use super::*;
use crate::data::{LiveRows, PassengerList};
use crate::nn::{Activation, math};
use crate::training::tests::published;
use crate::training::{Preset, Run};

fn trained(preset: Preset, epochs: u64) -> Run {
    let mut run = preset.run("A", Arc::new(PassengerList::embedded())).unwrap();
    for _ in 0..epochs {
        run.train().unwrap();
    }
    run
}

fn asker(run: &Run) -> Asker<'_> {
    let who = Person::like(&run.list().passenger(0));
    Asker::new(run.network(), run.encoder(), who)
}

#[test]
fn the_published_network_turns_at_the_ages_the_post_could_have_given() {
    let run = published();
    let mut asker = asker(&run);
    let strips = Strips::ask(&mut asker, 4);
    let Crossings::At(women) = age_crossings(&mut asker, &strips, Sex::Female) else {
        panic!("women turn");
    };
    assert_eq!(women.len(), 1);
    let by_hand = (0.704_039 - 0.116_309) / 0.016_852;
    assert!((women[0] - by_hand).abs() < 1e-9);
    assert_eq!(format!("{:.2}", women[0]), "34.88");
    let Crossings::Outside(men) = age_crossings(&mut asker, &strips, Sex::Male) else {
        panic!("no man's age turns the answer");
    };
    assert_eq!(format!("{men:.2}"), "-6.90");
}

#[test]
fn its_p_spans_what_is_known_over_all_ages_and_over_those_aboard() {
    let run = published();
    let strips = Strips::ask(&mut asker(&run), 4);
    let ends = |sex, ages: [f64; 2]| ages.map(|age| format!("{:.3}", math::sigmoid(strips.z(sex, age).unwrap())));
    assert_eq!(ends(Sex::Female, [0.0, 80.0]), ["0.643", "0.319"]);
    assert_eq!(ends(Sex::Male, [0.0, 80.0]), ["0.471", "0.188"]);
    // The women aboard were 0.75 to 63 years old, the men 0.42 to 80.
    let live = crate::training::Predictions::new(&run, run.network());
    let aboard = |sex: Sex| {
        let rows = run.list().passengers().enumerate();
        let known = rows.filter(|(_, person)| person.sex == sex);
        let p: Vec<f64> = known.filter_map(|(row, _)| live.row(row).p).collect();
        let least = p.iter().copied().min_by(f64::total_cmp).unwrap();
        let most = p.iter().copied().max_by(f64::total_cmp).unwrap();
        [format!("{least:.3}"), format!("{most:.3}")]
    };
    assert_eq!(aboard(Sex::Female), ["0.384", "0.640"]);
    assert_eq!(aboard(Sex::Male), ["0.188", "0.469"]);
}

#[test]
fn the_people_of_known_age_are_counted_by_decade_and_fate() {
    let crowd = Crowd::of(&PassengerList::embedded(), |_| true);
    let decades =
        |sex, fate| -> Vec<usize> { (0..9).map(|ten| crowd.count(sex, fate, 20 * ten..20 * ten + 20)).collect() };
    let expected = [
        (Sex::Female, Fate::Lived, [19, 34, 52, 50, 22, 16, 4, 0, 0], 197),
        (Sex::Female, Fate::Died, [11, 11, 20, 10, 10, 2, 0, 0, 0], 64),
        (Sex::Male, Fate::Lived, [19, 7, 25, 23, 12, 4, 2, 0, 1], 93),
        (Sex::Male, Fate::Died, [13, 50, 123, 84, 45, 26, 13, 6, 0], 360),
    ];
    for (sex, fate, tens, all) in expected {
        assert_eq!(decades(sex, fate), tens, "{sex:?} {fate:?}");
        assert_eq!(crowd.all(sex, fate), all);
    }
    assert_eq!(crowd.ageless, [124, 53]);
    let train = Crowd::of(&PassengerList::embedded(), |row| row < 600);
    assert_eq!(train.ageless.iter().sum::<usize>(), 126);
}

#[test]
fn a_strip_says_of_an_age_what_the_run_says_of_a_passenger_like_that() {
    let run = trained(Preset::Unpublished281, 30);
    let strips = Strips::ask(&mut asker(&run), 4);
    let mut asked = 0;
    for passenger in run.list().passengers() {
        let Some(age) = passenger.age.filter(|age| (4.0 * age).fract() == 0.0) else {
            continue;
        };
        let z = run.logit(run.network(), &passenger);
        assert_eq!(strips.z(passenger.sex, age), z, "{}", passenger.name);
        asked += 1;
    }
    assert!(asked > 700);
}

#[test]
fn every_crossing_of_a_deep_network_is_a_change_of_sign_and_none_is_missed() {
    for preset in [Preset::Unpublished281, Preset::MyFirstDeepNetwork] {
        let run = trained(preset, 60);
        // Somebody of each class, for what is held moves the crossings.
        for row in [0, 1, 9] {
            let who = Person::like(&run.list().passenger(row));
            let mut asker = Asker::new(run.network(), run.encoder(), who);
            let strips = Strips::ask(&mut asker, 4);
            for &sex in Sex::ALL {
                let found = age_crossings(&mut asker, &strips, sex);
                asker.set(Attribute::Sex, Attribute::code(sex));
                let mut lives = |age: f64| asker.set(Attribute::Age, age).logit().unwrap() > 0.0;
                let ages: Vec<f64> = (0..=80_000).map(|step| f64::from(step) / 1000.0).collect();
                let turns: Vec<f64> =
                    ages.windows(2).filter(|pair| lives(pair[0]) != lives(pair[1])).map(|pair| pair[1]).collect();
                assert_eq!(found.ages().len(), turns.len(), "{preset:?} {row} {sex:?}");
                for (found, turn) in found.ages().iter().zip(turns) {
                    assert!((turn - 0.001..=turn).contains(found), "{found} {turn}");
                }
            }
        }
    }
}

#[test]
fn the_cell_somebody_stands_on_says_about_what_the_network_says_of_them() {
    let run = published();
    let axes = [Attribute::Age, Attribute::Sex];
    let (columns, lines) = (88, 60);
    let map = SumMap::ask(&mut asker(&run), axes, Subject::Answer, (columns, lines));
    // A cell is 81/88 years wide; its middle is at most half of that away.
    let slack = 0.5 * 81.0 / 88.0 * 0.016_852 + 1e-12;
    for (row, passenger) in run.list().passengers().enumerate() {
        let Some(at) = spotted(axes, &passenger, row) else {
            continue;
        };
        let place = |share: f64, count: usize| ((share * count as f64) as usize).min(count - 1);
        let z = map.z(place(at[0], columns), place(at[1], lines)).unwrap();
        let own = run.logit(run.network(), &passenger).unwrap();
        assert!((z - own).abs() <= slack, "{}: {z} {own}", passenger.name);
    }
}

#[test]
fn the_small_maps_hold_what_the_neurons_are_given() {
    let run = trained(Preset::MyFirstDeepNetwork, 3);
    let axes = [Attribute::Age, Attribute::Fare];
    let maps = NeuronMaps::ask(&mut asker(&run), axes, (6, 4));
    let mut person = Person::like(&run.list().passenger(0));
    axes[0].set(&mut person, Axis(axes[0]).value(2.5 / 6.0));
    axes[1].set(&mut person, Axis(axes[1]).value(1.5 / 4.0));
    let inputs = run.encoder().encode(&person.passenger()).unwrap();
    let trace = run.network().forward(&inputs);
    for index in 0..=32 {
        let (layer, neuron) = (index / 16, index % 16);
        assert_eq!(maps.index((layer, neuron)), Some(index), "the one that answers comes last");
        assert_eq!(maps.z(index, 2, 1), Some(trace.layers[layer].z[neuron]));
        let map = SumMap::ask(&mut asker(&run), axes, Subject::Neuron { layer, neuron }, (6, 4));
        assert_eq!(map.z(2, 1), maps.z(index, 2, 1));
    }
}

#[test]
fn a_share_of_a_small_map_is_what_the_neuron_gives_on_as_a_part_of_its_scale() {
    let run = trained(Preset::Unpublished231, 20);
    let axes = [Attribute::Age, Attribute::Sex];
    let maps = NeuronMaps::ask(&mut asker(&run), axes, (8, 4));
    for (index, activation) in
        [Activation::Relu, Activation::Relu, Activation::Relu, Activation::Sigmoid].into_iter().enumerate()
    {
        let (low, high) = maps.scale(index, activation);
        let share = maps.share(index, activation);
        for (column, line) in [(0, 0), (3, 1), (7, 3)] {
            let a = activation.value(maps.z(index, column, line).unwrap());
            let middle = [(column as f64 + 0.5) / 8.0, (line as f64 + 0.5) / 4.0];
            assert_eq!(share(middle), Some((a - low) / (high - low)));
            assert!((0.0..=1.0).contains(&share(middle).unwrap()));
        }
        assert_eq!(share([1.0, 1.0]), share([0.99, 0.99]), "the upper ends belong to the last cells");
    }
}

#[test]
fn typical_is_the_mean_of_quantities_and_the_most_common_of_the_rest() {
    let list = PassengerList::embedded();
    let person = typical(&list, &Split::first(600));
    assert_eq!(format!("{:.4}", person.age.unwrap()), "29.7827");
    assert_eq!((person.class, person.sex), (Some(3), Sex::Male));
    assert_eq!((person.siblings_spouses, person.parents_children), (Some(0), Some(0)));
    assert_eq!(person.port, Some(crate::data::Port::Southampton));
    assert_eq!(person.cabin, None);
    assert_eq!(Attribute::Title.of(&person.passenger()), Some(0.0));
}

#[test]
fn nobody_without_an_age_is_given_one_where_the_recipe_gives_none() {
    let run = published();
    let moran = Person::like(&run.list().passenger(5));
    assert_eq!(moran.age, None);
    assert_eq!(Asker::new(run.network(), run.encoder(), moran).logit(), None);
}

#[test]
fn a_miss_asked_about_as_a_man_and_again_as_a_woman_is_a_miss_again() {
    let run = trained(Preset::Everything, 5);
    for row in 0..40 {
        let passenger = run.list().passenger(row);
        let mut asker = Asker::new(run.network(), run.encoder(), Person::like(&passenger));
        let own = asker.logit();
        let mut both = [0.0, 1.0].map(|sex| asker.set(Attribute::Sex, sex).logit());
        assert_eq!(both[passenger.sex as usize], own, "{}", passenger.name);
        // The other way round, the other sex is asked about with the same title.
        let other = Sex::ALL[1 - passenger.sex as usize];
        let mut person = Person::like(&passenger);
        Attribute::Sex.set(&mut person, Attribute::code(other));
        let alone = Asker::new(run.network(), run.encoder(), person).logit();
        both.swap(0, passenger.sex as usize);
        assert_eq!(both[1], alone, "{}", passenger.name);
    }
}

#[test]
fn nobody_is_asked_about_under_a_title_of_the_other_sex() {
    let run = trained(Preset::Everything, 1);
    let axes = [Attribute::Title, Attribute::Sex];
    let mut asker = asker(&run);
    let mut answers = Vec::new();
    for sex in [0.0, 1.0] {
        for title in 0..5 {
            let z = asker.place(axes, [f64::from(title), sex]).logit();
            answers.push(z.is_some());
        }
    }
    let (men, women) = answers.split_at(5);
    assert_eq!(men, [true, false, false, true, true]);
    assert_eq!(women, [false, true, true, false, true]);
}

#[test]
fn somebody_typical_of_a_list_with_absurd_counts_costs_no_memory() {
    let source = "Survived,Sex,Age,SibSp,Parch\n\
                  0,male,22,4294967294,1000000000\n\
                  1,female,30,4294967294,7\n\
                  1,female,40,2,7\n";
    let list = PassengerList::read("a.csv", source.as_bytes(), crate::data::Labels::Required);
    let person = typical(&list.unwrap(), &Split::first(3));
    let most = |attribute: Attribute| Some(attribute.range().1 as u32);
    assert_eq!(person.siblings_spouses, most(Attribute::Siblings));
    assert_eq!(person.parents_children, most(Attribute::Parents));
    assert_eq!(most_common([3.0, 1.0, 1.0, 3.0].into_iter()), Some(1.0));
    assert_eq!(most_common(std::iter::empty()), None);
}
