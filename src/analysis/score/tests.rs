//! The published figures of the post, and those this program adds to them.

use std::sync::Arc;

use super::*;
use crate::data::PassengerList;
use crate::training::{Preset, RecipePatch};

fn published() -> Run {
    Run::published(Arc::new(PassengerList::embedded()))
}

fn under(policy: MissingAge) -> Run {
    let settings = RecipePatch {
        missing_age: Some(policy),
        ..RecipePatch::default()
    };
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
    assert_eq!(
        board.test.confusion,
        Confusion {
            tn: 171,
            fp: 14,
            fn_: 64,
            tp: 42
        }
    );
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
    assert_eq!(
        board(&run, 1.0).test.correct,
        185,
        "nobody is predicted to have lived"
    );
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
    let recipe = crate::training::Recipe {
        train_rows: Some(891),
        ..Preset::ZerosRawAge.recipe()
    };
    let run = Run::from_recipe("", list, recipe).unwrap();
    let json = serde_json::to_value(board(&run, 0.5)).unwrap();
    for name in [
        "loss",
        "auc",
        "accuracy",
        "wilson",
        "precision",
        "recall",
        "f1",
    ] {
        assert!(json["test"][name].is_null(), "{name}");
    }
    assert_eq!(json["test"]["total"], 0);
    assert!(
        json["train"]["precision"].is_null(),
        "zeros predict nobody to have lived"
    );
}

#[test]
fn the_json_has_the_names_evaluate_promises() {
    let json = serde_json::to_value(board(&published(), 0.5)).unwrap();
    assert_eq!(json["test"]["confusion"]["fn"], 64);
    assert_eq!(json["baselines"]["everyone-died"]["train"]["correct"], 364);
    assert_eq!(json["missing_age"], "died");
    assert_eq!(json["threshold"], 0.5);
}
