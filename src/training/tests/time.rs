//! The time machine: any epoch, back or forward, bit for bit.

use super::{bits, list, run_of, train_to};
use crate::nn::OptimizerKind;
use crate::training::{Batch, Preset, Recipe, Run};

/// A recipe that uses everything a replay could get wrong: state, chance and batches.
fn intricate() -> Recipe {
    Recipe {
        hidden: vec![3],
        optimizer: OptimizerKind::Adam,
        learning_rate: 0.01,
        batch: Batch::Rows(64),
        shuffle: true,
        init: None,
        l2: 0.001,
        ..Preset::ThePostTrained.recipe()
    }
}

/// The bits of every epoch as they were first computed.
fn seen(run: &mut Run, epochs: u64) -> Vec<Vec<u64>> {
    let mut seen = vec![bits(run)];
    while run.last_epoch() < epochs {
        run.train().unwrap();
        seen.push(bits(run));
    }
    seen
}

#[test]
fn back_then_forward_has_the_same_bits() {
    for bytes in [usize::MAX, 2_000, 600, 0] {
        let mut run = run_of(intricate());
        run.set_history_bytes(bytes);
        let seen = seen(&mut run, 60);
        assert_eq!(run.key_frame_stride() > 1, bytes < usize::MAX, "{bytes}");
        for epoch in (0..=60).rev().chain(0..=60) {
            run.seek(epoch);
            assert_eq!(run.epoch(), epoch);
            assert_eq!(bits(&run), seen[epoch as usize], "epoch {epoch}, {bytes} bytes");
        }
    }
}

#[test]
fn a_jump_arrives_where_steps_do() {
    for bytes in [usize::MAX, 1_500] {
        let mut run = run_of(intricate());
        run.set_history_bytes(bytes);
        let seen = seen(&mut run, 50);
        for epoch in [50, 3, 47, 4, 0, 31, 30, 29, 48, 1, 50, 17] {
            run.seek(epoch);
            assert_eq!(bits(&run), seen[epoch as usize], "epoch {epoch}");
            let aside = run.network_at(50 - epoch);
            let aside: Vec<u64> = aside.parameters().iter().map(|w| w.to_bits()).collect();
            assert_eq!(aside, seen[50 - epoch as usize], "looked at from epoch {epoch}");
        }
    }
}

#[test]
fn a_long_jump_can_be_made_in_slices() {
    let mut run = run_of(intricate());
    run.set_history_bytes(0);
    let seen = seen(&mut run, 40);
    run.seek(5);
    let mut slices = 0;
    while !run.seek_within(33, 4) {
        slices += 1;
        assert_eq!((run.epoch(), bits(&run)), (5, seen[5].clone()), "still where it was");
    }
    assert!(slices > 3);
    assert_eq!((run.epoch(), bits(&run)), (33, seen[33].clone()));
}

#[test]
fn training_goes_on_at_the_end_wherever_the_cursor_was() {
    let mut straight = run_of(intricate());
    train_to(&mut straight, 30);
    let mut wandering = run_of(intricate());
    wandering.set_history_bytes(1_500);
    train_to(&mut wandering, 20);
    wandering.seek(7);
    assert!(!wandering.at_end());
    train_to(&mut wandering, 30);
    assert!(wandering.at_end());
    assert_eq!(bits(&wandering), bits(&straight));
    assert_eq!(wandering.history(), straight.history());
}

#[test]
fn one_seed_one_run_and_another_seed_another() {
    let end = |seed| {
        let mut run = run_of(Recipe { seed, ..intricate() });
        train_to(&mut run, 5);
        bits(&run)
    };
    assert_eq!(end(1), end(1));
    assert_ne!(end(1), end(2));
}

#[test]
fn seeking_past_either_end_stays_inside() {
    let mut run = run_of(Preset::ThePostTrained.recipe());
    train_to(&mut run, 3);
    run.seek(99);
    assert_eq!(run.epoch(), 3);
    run.seek(0);
    assert_eq!(run.metrics(), run.metrics_at(0));
    assert_eq!(run.metrics_at(99), run.metrics_at(3));
}

#[test]
fn a_change_of_rate_is_replayed_where_it_was_made() {
    let mut run = run_of(intricate());
    run.set_history_bytes(1_000);
    let mut seen = seen(&mut run, 10);
    assert!(run.set_learning_rate(0.1));
    assert!(run.set_learning_rate(0.03), "thinking again at the same epoch is one change");
    assert!(run.set_regularisation(0.01, 0.0));
    train_to(&mut run, 20);
    assert_eq!(run.changes().len(), 1);
    run.seek(9);
    assert_eq!((run.learning_rate(), run.regularisation()), (0.01, (0.0, 0.001)));
    assert!(!run.set_learning_rate(1.0), "the past is not changed");
    run.seek(10);
    assert_eq!((run.learning_rate(), run.regularisation()), (0.03, (0.01, 0.0)));
    run.seek(20);
    let end = bits(&run);
    for epoch in (0..20).rev().chain(0..=20) {
        run.seek(epoch);
        if let Some(seen) = seen.get_mut(epoch as usize) {
            assert_eq!(bits(&run), *seen);
        }
    }
    assert_eq!(bits(&run), end);
    assert!(![f64::NAN, 0.0, -1.0, f64::INFINITY].iter().any(|rate| run.set_learning_rate(*rate)));
}

#[test]
fn a_change_that_is_taken_back_leaves_no_trace() {
    let mut run = run_of(intricate());
    run.set_learning_rate(0.5);
    run.set_learning_rate(0.01);
    assert!(run.changes().is_empty());
}

#[test]
fn a_branch_has_the_same_past_and_its_own_future() {
    let mut run = run_of(intricate());
    run.set_history_bytes(1_500);
    let seen = seen(&mut run, 30);
    run.seek(13);
    let mut branch = run.branch("other");
    assert_eq!((branch.last_epoch(), branch.at_end()), (13, true));
    assert_eq!(branch.history(), &run.history()[..14]);
    let mut same = branch.clone();
    train_to(&mut same, 30);
    assert_eq!(bits(&same), seen[30], "unchanged, it goes the way of the run");
    assert!(branch.set_learning_rate(0.2));
    train_to(&mut branch, 30);
    assert_ne!(bits(&branch), seen[30]);
    for epoch in (0..=13).rev() {
        branch.seek(epoch);
        assert_eq!(bits(&branch), seen[epoch as usize]);
    }
    run.seek(30);
    assert_eq!(bits(&run), seen[30], "the run itself is untouched");
}

#[test]
fn a_list_without_a_known_age_opens_and_trains_without_harm() {
    let list = super::small_list("Survived,Sex,Age\n1,female,\n0,male,\n0,male,\n");
    let mut run = Run::published(list);
    assert_eq!((run.metrics().train.loss_rows, run.metrics().train.total), (0, 2));
    assert_eq!(run.train(), Ok(()));
    assert_eq!(run.network().parameters(), Run::published(super::list()).network().parameters());
    assert!(Run::from_recipe("", run.list().clone(), Preset::ThePost.recipe()).is_err());
    assert_eq!(list_of_one().metrics().test.total, 0);
}

fn list_of_one() -> Run {
    Run::published(super::small_list("Survived,Sex,Age\n1,female,30\n"))
}

#[test]
fn speed_is_guessed_from_the_sizes() {
    let small = Run::published(list()).epochs_per_millisecond();
    let big = run_of(Recipe { hidden: vec![64; 6], ..intricate() }).epochs_per_millisecond();
    assert!(small > big && big >= 1, "{small} {big}");
}
