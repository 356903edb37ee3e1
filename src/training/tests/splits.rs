//! Which rows teach: drawn fairly, the same ones for ever, and kept wherever a run is kept.

use std::collections::BTreeMap;

use super::files::through_a_file;
use super::{bits, list, run_of, small_list, train_to};
use crate::data::{PassengerList, Split};
use crate::training::{ModelFile, Recipe, RecipePatch, Run, SplitRule};

fn drawn(split: SplitRule, seed: u64, train_rows: usize) -> Split {
    Recipe { split, seed, train_rows: Some(train_rows), ..Recipe::default() }.split_of(&list())
}

/// The rows as text of 0 and 1, and the checksum of that.
fn print(split: &Split) -> u32 {
    let rows: Vec<u8> = (0..list().len()).map(|row| u8::from(split.trains(row))).collect();
    crc32fast::hash(&rows)
}

#[test]
fn as_many_rows_are_drawn_as_are_asked_for_and_a_seed_means_the_same_ones_for_ever() {
    for train_rows in [1, 300, 600, 890, 891] {
        for rule in SplitRule::ALL.iter().copied() {
            let split = drawn(rule, 7, train_rows);
            let counted = (0..891).filter(|&row| split.trains(row)).count();
            assert_eq!((split.train_rows(), counted), (train_rows, train_rows), "{rule:?}");
            assert_eq!(split.training(&list()).count(), train_rows);
        }
    }
    assert_eq!(drawn(SplitRule::First, 7, 600), Split::first(600));
    let prints =
        [SplitRule::Shuffled, SplitRule::Stratified].map(|rule| [1, 2].map(|seed| print(&drawn(rule, seed, 600))));
    assert_eq!(prints, [[1_881_641_476, 1_139_558_446], [1_956_439_312, 1_058_533_847]]);
}

#[test]
fn a_stratified_split_has_of_each_outcome_in_each_class_its_share() {
    let list = list();
    let strata = |split: &Split| {
        let mut strata: BTreeMap<_, [usize; 2]> = BTreeMap::new();
        for (row, person) in list.passengers().enumerate() {
            strata.entry((person.survived, person.class)).or_default()[usize::from(split.trains(row))] += 1;
        }
        strata
    };
    for seed in 1..20 {
        for train_rows in [600, 594, 77] {
            let strata = strata(&drawn(SplitRule::Stratified, seed, train_rows));
            assert_eq!(strata.len(), 6);
            for (stratum, [test, train]) in strata {
                let share = (test + train) as f64 * train_rows as f64 / 891.0;
                assert!((train as f64 - share).abs() < 1.0, "{stratum:?}: {train} of {share}");
            }
        }
    }
    let off = strata(&drawn(SplitRule::Shuffled, 1, 600))
        .into_values()
        .any(|[test, train]| (train as f64 - (test + train) as f64 * 600.0 / 891.0).abs() >= 1.0);
    assert!(off, "chance alone is not so even");
}

/// A list sorted by outcome, of which the first rows would teach but one.
#[test]
fn a_drawn_split_decides_who_teaches_and_whose_statistics_are_taken() {
    let text = "Survived,Sex,Age\n".to_owned() + &"0,male,20\n".repeat(60) + &"1,female,40\n".repeat(40);
    let run = |split| {
        let recipe = Recipe { split, train_rows: Some(50), ..Recipe::default() };
        Run::from_recipe("", small_list(&text), recipe).unwrap()
    };
    let lived = |run: &Run| (0..50).filter(|&row| run.training_rows().label(row) > 0.5).count();
    let (first, stratified) = (run(SplitRule::First), run(SplitRule::Stratified));
    assert_eq!((lived(&first), first.encoder().inputs()[0].mean), (0, 20.0));
    assert_eq!((lived(&stratified), stratified.encoder().inputs()[0].mean), (20, 28.0));
    let places: Vec<usize> = (0..50).map(|row| stratified.training_rows().place(row)).collect();
    assert!(places.iter().all(|&place| stratified.split().trains(place)) && places.is_sorted());
}

#[test]
fn model_files_of_both_kinds_keep_the_split() {
    for split in [SplitRule::Shuffled, SplitRule::Stratified] {
        let mut run = run_of(Recipe { split, seed: 5, ..Recipe::default() });
        train_to(&mut run, 30);
        let mut again = Run::from_model("", list(), through_a_file(&run.model())).unwrap();
        train_to(&mut again, 30);
        assert!(!again.replay_differed());
        assert_eq!((again.split(), bits(&again)), (run.split(), bits(&run)));
        let mut file = Vec::new();
        run.model().write_safetensors(&mut file).unwrap();
        let model = ModelFile::from_safetensors(&file, &RecipePatch::default()).unwrap();
        let weights = Run::resume("", list(), model).unwrap();
        assert_eq!((weights.recipe().split, weights.split()), (split, run.split()));
        assert_eq!((bits(&weights), weights.metrics().test), (bits(&run), run.metrics().test));
    }
}

#[test]
fn what_was_saved_before_there_were_splits_has_the_first_rows() {
    let mut file = Vec::new();
    run_of(Recipe::default()).model().write(&mut file).unwrap();
    let text = String::from_utf8(file).unwrap();
    let before = text.replace(r#","split":"first""#, "");
    assert_ne!(before, text);
    let model = ModelFile::read(before.as_bytes()).unwrap();
    assert_eq!(Run::resume("", list(), model).unwrap().split(), &Split::first(600));
}

/// All that is drawn depends on the list, so another list of as many people has its own strata.
#[test]
fn whoever_the_list_has_not_told_the_class_of_is_in_no_class() {
    let text = "Survived,Sex,Age\n".to_owned() + &"0,male,20\n1,male,30\n".repeat(10);
    let list: &PassengerList = &small_list(&text);
    let split = Recipe { split: SplitRule::Stratified, train_rows: Some(10), ..Recipe::default() }.split_of(list);
    assert_eq!(split.training(list).filter(|person| person.survived == Some(true)).count(), 5);
}
