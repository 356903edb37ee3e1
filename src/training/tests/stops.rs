//! Rows held out of training: which they are, that nothing is learned from them, and that what was saved keeps them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::through_a_file;
use super::{bits, list, run_of, train_to};
use crate::data::{Labels, PassengerList, RowUse, Split};
use crate::training::recipe::Batch;
use crate::training::{HeldOut, ModelFile, Preset, Quantity, Recipe, Run, Scaling, StopRule, Watched, on_split};

fn recipe() -> Recipe {
    let deep = Preset::MyFirstDeepNetwork.recipe();
    Recipe { held_out: HeldOut::Fifth, stop: StopRule::Plateau, ..deep }
}

/// The embedded list with the outcome of some rows turned round.
fn turned(rows: impl Fn(usize) -> bool) -> Arc<PassengerList> {
    let mut lines = include_str!("../../../data/titanic.csv").lines();
    let header = lines.next().unwrap();
    assert!(header.starts_with("PassengerId,Survived,"));
    let mut changed = vec![header.to_owned()];
    for (row, line) in lines.enumerate() {
        let (id, rest) = line.split_once(',').unwrap();
        let (lived, rest) = rest.split_once(',').unwrap();
        let other = if lived == "0" { "1" } else { "0" };
        changed.push(format!("{id},{},{rest}", if rows(row) { other } else { lived }));
    }
    Arc::new(PassengerList::read("turned", changed.join("\n").as_bytes(), Labels::Required).unwrap())
}

#[test]
fn so_many_training_rows_are_held_out_of_each_outcome_in_each_class_alike_and_no_test_row_is() {
    let list = list();
    for (held_out, count) in [(HeldOut::Tenth, 60), (HeldOut::Fifth, 120), (HeldOut::ThreeTenths, 180)] {
        for seed in 1..10 {
            let split = Recipe { seed, held_out, ..Recipe::default() }.split_of(&list);
            assert_eq!((split.train_rows(), split.held_out()), (600 - count, count));
            assert!((0..891).all(|row| split.tests(row) == (row >= 600)), "the test rows stay the test rows");
            assert_eq!(split.training(&list).count(), 600 - count);
            let mut strata: BTreeMap<_, [usize; 2]> = BTreeMap::new();
            for row in 0..600 {
                let person = list.passenger(row);
                let of = usize::from(split.is_for(row) == RowUse::HeldOut);
                strata.entry((person.survived, person.class)).or_default()[of] += 1;
            }
            for (stratum, [train, held]) in strata {
                let share = (train + held) as f64 * count as f64 / 600.0;
                assert!((held as f64 - share).abs() < 1.0, "{stratum:?}: {held} of {share}");
            }
        }
    }
    let print = |seed| {
        let split = Recipe { seed, held_out: HeldOut::Fifth, ..Recipe::default() }.split_of(&list);
        crc32fast::hash(&(0..891).map(|row| split.is_for(row) as u8).collect::<Vec<_>>())
    };
    assert_eq!([1, 2].map(print), [2_621_152_232, 183_400_250], "the same rows for a seed for ever");
    assert_eq!(Recipe::default().split_of(&list), Split::first(600), "and nobody, unless somebody says so");
}

#[test]
fn who_is_held_out_changes_no_weight() {
    let split = recipe().split_of(&list());
    let is_held_out = |row| split.is_for(row) == RowUse::HeldOut;
    let batches = Recipe { batch: Batch::Rows(32), shuffle: true, scaling: Scaling::Standard, ..recipe() };
    for recipe in [recipe(), batches] {
        let run = |list| on_split((String::new(), list, recipe.clone()), split.clone()).unwrap();
        let (mut one, mut other) = (run(list()), run(turned(is_held_out)));
        let (mut learned, mut tested) =
            (run(turned(|row| row == 0 || split.trains(row))), run(turned(|row| row >= 600)));
        for run in [&mut one, &mut other, &mut learned, &mut tested] {
            train_to(run, 40);
        }
        assert_eq!(bits(&one), bits(&other));
        assert_eq!(one.history(), other.history(), "and neither count nor loss that is shown elsewhere");
        let held_out = |run: &Run| run.value_at(Quantity::HeldOutLoss, 40);
        assert_ne!(held_out(&one), held_out(&other));
        assert_ne!(bits(&one), bits(&learned), "whereas this is how one would see it");
        assert_eq!(held_out(&one), held_out(&tested), "and a test row says nothing of when to stop");
        assert_eq!(Watched::of(&one), Watched::of(&tested));
    }
}

#[test]
fn the_held_out_loss_is_the_mean_over_these_rows() {
    let mut run = run_of(recipe());
    train_to(&mut run, 5);
    let rows = (0..891).filter(|&row| run.split().is_for(row) == RowUse::HeldOut);
    let losses: Vec<f64> = rows
        .map(|row| {
            let person = run.list().passenger(row);
            let z = run.logit(run.network(), &person).unwrap();
            run.recipe().loss.from_logit(z, f64::from(u8::from(person.survived == Some(true))))
        })
        .collect();
    let mean = losses.iter().sum::<f64>() / losses.len() as f64;
    assert_eq!(losses.len(), 120);
    assert!((run.value_at(Quantity::HeldOutLoss, 5) - mean).abs() < 1e-12);
    assert!(run_of(Recipe::default()).value_at(Quantity::HeldOutLoss, 0).is_nan());
}

#[test]
fn a_jump_a_branch_and_a_file_keep_what_is_watched() {
    let mut run = run_of(recipe());
    train_to(&mut run, 200);
    let losses =
        |run: &Run| (0..=150).map(|epoch| run.value_at(Quantity::HeldOutLoss, epoch).to_bits()).collect::<Vec<_>>();
    let whole = losses(&run);
    let there = run.network_at(150);
    run.set_history_bytes(0);
    run.seek(150);
    assert_eq!(*run.network(), there);
    let mut branch = run.branch("branch");
    let mut short = run_of(recipe());
    train_to(&mut short, 150);
    assert_eq!((losses(&branch), Watched::of(&branch)), (whole, Watched::of(&short)));
    train_to(&mut branch, 200);
    assert_eq!(
        (bits(&branch), Watched::of(&branch)),
        (
            bits(&{
                run.seek(200);
                run.clone()
            }),
            Watched::of(&run)
        )
    );
    let mut again = Run::from_model("", list(), through_a_file(&run.model())).unwrap();
    train_to(&mut again, 200);
    assert!(!again.replay_differed());
    assert_eq!((again.recipe(), Watched::of(&again)), (run.recipe(), Watched::of(&run)));
}

#[test]
fn a_model_that_never_stops_says_nothing_of_it_and_is_read_by_programs_that_know_nothing_of_it() {
    let text = |recipe| {
        let mut file = Vec::new();
        run_of(recipe).model().write(&mut file).unwrap();
        String::from_utf8(file).unwrap()
    };
    let before = text(Recipe::default());
    assert!(before.contains(r#""l2":0.0,"split":"first"},"features""#), "{before}");
    let run = Run::resume("", list(), ModelFile::read(before.as_bytes()).unwrap()).unwrap();
    assert_eq!((run.recipe(), run.split()), (&Recipe::default(), &Split::first(600)));
    let patient = text(Recipe { stop: StopRule::Plateau, ..Recipe::default() });
    assert!(patient.contains(r#""split":"first","stop":"plateau"},"features""#), "{patient}");
}

#[test]
fn of_too_few_rows_nobody_is_held_out_and_somebody_always_teaches() {
    for (rows, held_out) in [(0, 0), (1, 0), (3, 0), (4, 1), (10, 3), (600, 180), (usize::MAX, usize::MAX / 10 * 3 + 1)]
    {
        assert_eq!(HeldOut::ThreeTenths.of(rows), held_out, "{rows}");
        assert_eq!(HeldOut::Nobody.of(rows), 0);
    }
}
