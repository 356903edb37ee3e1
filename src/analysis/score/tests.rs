//! The published figures of the post, and those this program adds to them.

use std::sync::Arc;

use super::*;
use crate::data::PassengerList;
use crate::training::{Preset, RecipePatch};

fn published() -> Run {
    Run::published(Arc::new(PassengerList::embedded()))
}

fn under(policy: MissingAge) -> Run {
    let settings = RecipePatch { missing_age: Some(policy), ..RecipePatch::default() };
    let model = published().model().with(&settings).unwrap();
    Run::resume("", Arc::new(PassengerList::embedded()), model).unwrap()
}

fn board(run: &Run, threshold: f64) -> Scoreboard {
    Scoreboard::new(run, run.network(), threshold)
}

#[test]
fn the_published_network_scores_what_the_post_says() {
    let board = board(&published(), 0.5);
    assert_eq!((board.test.correct, board.test.total), (213, 291));
    assert_eq!((board.train.correct, board.train.total), (420, 600));
    assert_eq!(board.test.confusion, Confusion { tn: 171, fp: 14, fn_: 64, tp: 42 });
    assert_eq!((board.train.loss_rows, board.test.loss_rows), (474, 240));
    assert_eq!(format!("{:.4}", board.train.loss.unwrap()), "0.5987");
    assert_eq!(format!("{:.4}", board.test.loss.unwrap()), "0.6005");
    assert_eq!(format!("{:.4}", board.test.auc.unwrap()), "0.7499");
}

#[test]
fn other_policies_give_other_counts() {
    let mean = board(&under(MissingAge::Mean), 0.5);
    assert_eq!((mean.test.correct, mean.train.correct), (215, 437));
    assert_eq!(mean.test.loss_rows, 291);
    let dropped = board(&under(MissingAge::Drop), 0.5);
    assert_eq!((dropped.train.total, dropped.test.total), (474, 240));
}

#[test]
fn the_fence_moves_the_counts_of_the_facts() {
    let run = under(MissingAge::Mean);
    let fences = [0.30, 0.35, 0.38, 0.40, 0.415, 0.45, 0.50, 0.55];
    let counts = fences.map(|threshold| board(&run, threshold).test.correct);
    assert_eq!(counts, [119, 149, 204, 220, 228, 223, 215, 199]);
    assert_eq!(board(&run, 0.415).train.correct, 471);
    assert_eq!(board(&run, 1.0).test.correct, 185, "nobody is predicted to have lived");
    assert_eq!(board(&run, 0.0).test.correct, 106, "everyone is");
}

#[test]
fn baselines_are_those_of_the_facts() {
    let baselines = board(&published(), 0.5).baselines;
    let counts = |rule: Rule| (rule.train.correct, rule.test.correct);
    assert_eq!(counts(baselines.everyone_died), (364, 185));
    assert_eq!(counts(baselines.women_live), (475, 226));
    assert_eq!(baselines.women_live.test.total, 291);
}

#[test]
fn ratios_over_nothing_are_null() {
    let list = Arc::new(PassengerList::embedded());
    let recipe = crate::training::Recipe { train_rows: Some(891), ..Preset::ZerosRawAge.recipe() };
    let run = Run::from_recipe("", list, recipe).unwrap();
    let json = serde_json::to_value(board(&run, 0.5)).unwrap();
    for name in ["loss", "auc", "accuracy", "wilson", "precision", "recall", "f1"] {
        assert!(json["test"][name].is_null(), "{name}");
    }
    assert_eq!(json["test"]["total"], 0);
    assert!(json["train"]["precision"].is_null(), "zeros predict nobody to have lived");
}

#[test]
fn the_json_has_the_names_evaluate_promises() {
    let json = serde_json::to_value(board(&published(), 0.5)).unwrap();
    assert_eq!(json["test"]["confusion"]["fn"], 64);
    assert_eq!(json["baselines"]["everyone-died"]["train"]["correct"], 364);
    assert_eq!(json["missing_age"], "died");
    assert_eq!(json["threshold"], 0.5);
}

mod deeper;

#[test]
fn the_network_against_women_live_is_that_of_the_facts() {
    let test = board(&published(), 0.5).mcnemar.test;
    assert_eq!((test.to_the_rule, test.to_the_network), (24, 11));
    assert_eq!(format!("{:.6}", test.p), "0.040960");
    let scored = board(&published(), 0.5).test;
    let rule = board(&published(), 0.5).baselines.women_live.test;
    // 226 − 213 = 24 − 11.
    assert_eq!(rule.correct - scored.correct, test.to_the_rule - test.to_the_network);
}

#[test]
fn trained_by_the_program_it_answers_as_women_live_does() {
    let list = Arc::new(PassengerList::embedded());
    let mut run = Preset::ThePostTrained.run("", list).unwrap();
    for _ in 0..50 {
        run.train().unwrap();
    }
    let board = board(&run, 0.5);
    assert_eq!((board.train.correct, board.test.correct), (475, 226));
    assert_eq!(board.mcnemar.test.differ(), 0);
    assert_eq!(board.mcnemar.test.p, 1.0);
}

#[test]
fn groups_add_up_and_are_the_sketchs() {
    let run = published();
    let answers = answers(&run, run.network());
    let groups = groups(run.list(), &answers.test, 0.5);
    let of = |wanted: Group| {
        let found = groups.iter().find(|(group, _)| *group == wanted);
        found.map(|(_, count)| (count.correct, count.total))
    };
    assert_eq!(of(Group::Women), Some((53, 91)));
    assert_eq!(of(Group::Men), Some((160, 200)));
    assert_eq!(of(Group::Class(1)), Some((35, 71)));
    assert_eq!(of(Group::Class(2)), Some((50, 59)));
    assert_eq!(of(Group::Class(3)), Some((128, 161)));
    assert_eq!(of(Group::AgeUnknown), Some((39, 51)));
    let ages = groups.iter().filter(|(group, _)| matches!(group, Group::Decade(_) | Group::AgeUnknown));
    let (right, all) = ages.fold((0, 0), |(right, all), (_, count)| (right + count.correct, all + count.total));
    assert_eq!((right, all), (213, 291), "every age is in one band");
}

#[test]
fn the_published_p_is_too_low_for_those_said_to_be_uncertain() {
    let run = published();
    let bins = calibration(&answers(&run, run.network()).test);
    let counts: Vec<_> = bins.iter().map(|bin| (bin.people, bin.lived)).collect();
    assert_eq!(counts, [(1, 1), (24, 5), (114, 21), (45, 25), (46, 36), (10, 6)]);
    assert_eq!(bins.iter().map(|bin| bin.people).sum::<u32>(), 240);
}

#[test]
fn under_filling_the_best_cut_on_training_rows_is_that_of_the_facts() {
    let run = under(MissingAge::Mean);
    let cuts = answers(&run, run.network()).map(|part| Cuts::new(part));
    let slider = (0..=200).rev().map(|step| f64::from(step * 5) / 1000.0);
    assert_eq!(cuts.train.best(slider), Some((0.415, 471)));
    assert_eq!(cuts.test.right(0.415), 228);
}
