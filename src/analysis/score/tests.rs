//! The published figures of the post, and those this program adds to them.

use std::sync::Arc;

use super::*;
use crate::data::PassengerList;
use crate::training::tests::published;
use crate::training::{Preset, RecipePatch};

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
    let counts = |rule: Apart<Count>| (rule.train.correct, rule.test.correct);
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
        found.map(|(_, counts)| (counts.correct(), counts.total()))
    };
    assert_eq!(of(Group::Everybody), Some((213, 291)));
    assert_eq!(of(Group::Women), Some((53, 91)));
    assert_eq!(of(Group::Men), Some((160, 200)));
    assert_eq!(of(Group::Class(1)), Some((35, 71)));
    assert_eq!(of(Group::Class(2)), Some((50, 59)));
    assert_eq!(of(Group::Class(3)), Some((128, 161)));
    assert_eq!(of(Group::AgeUnknown), Some((39, 51)));
    let ages = groups.iter().filter(|(group, _)| matches!(group, Group::Ages(_) | Group::AgeUnknown));
    let (right, all) = ages.fold((0, 0), |(right, all), (_, counts)| (right + counts.correct(), all + counts.total()));
    assert_eq!((right, all), (213, 291), "every age is in one band");
    // Who is wrong: 64 who lived are missed, of 14 it is hoped for nothing.
    for rows in [&[Group::Women, Group::Men][..], &[Group::Class(1), Group::Class(2), Group::Class(3)]] {
        let wrong = groups.iter().filter(|(group, _)| rows.contains(group));
        let wrong = wrong.fold((0, 0), |(missed, hopes), (_, counts)| (missed + counts.fn_, hopes + counts.fp));
        assert_eq!(wrong, (64, 14));
    }
    assert_eq!((Group::Ages(15).end(), Group::Ages(50).end()), (Some(30), None));
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

// A network with two hidden layers against scikit-learn 1.9.1 (numpy 2.4.6).
//
// The preset "my first deep network" was trained 200 epochs and its p's for the embedded list written
// out by `predict`; on rows 1–600 and 601–891 of them, `roc_auc_score`, `log_loss`,
// `calibration_curve(n_bins=10, strategy="uniform")` and `roc_curve(drop_intermediate=False)` gave
// the numbers below.

/// What scikit-learn says of one part.
struct Known {
    auc: f64,
    log_loss: f64,
    /// Mean p and share of those who lived, of each bin that has people.
    calibration: [(f64, f64); 10],
    /// How many points the curve has, the sums of their coordinates, and some of them.
    points: usize,
    sums: (f64, f64),
    some: [(usize, f64, f64); 4],
}

const TRAIN: Known = Known {
    auc: 0.864_005_168_560_253_3,
    log_loss: 0.422_673_718_338_628_93,
    calibration: [
        (0.065_968_707_016_918_91, 0.080_645_161_290_322_58),
        (0.131_355_572_066_081_48, 0.147_368_421_052_631_57),
        (0.236_885_234_041_849_86, 0.117_647_058_823_529_41),
        (0.344_581_271_242_721_2, 0.380_952_380_952_380_93),
        (0.445_322_265_905_948_76, 0.378_378_378_378_378_4),
        (0.566_624_401_073_912_5, 0.5),
        (0.641_920_879_759_562_2, 0.647_058_823_529_411_8),
        (0.774_114_902_823_218_3, 0.838_709_677_419_354_9),
        (0.867_882_119_086_118_8, 0.916_666_666_666_666_6),
        (0.934_637_879_417_363_5, 0.964_912_280_701_754_3),
    ],
    points: 523,
    sums: (177.277_472_527_472_53, 368.487_288_135_593_2),
    some: [
        (1, 0.0, 0.004_237_288_135_593_22),
        (50, 0.005_494_505_494_505_495, 0.203_389_830_508_474_6),
        (200, 0.126_373_626_373_626_37, 0.724_576_271_186_440_6),
        (521, 0.991_758_241_758_241_8, 1.0),
    ],
};

const TEST: Known = Known {
    auc: 0.872_131_565_527_792,
    log_loss: 0.408_573_854_666_656_7,
    calibration: [
        (0.067_839_645_927_752_35, 0.172_413_793_103_448_3),
        (0.126_976_935_042_062_53, 0.066_037_735_849_056_6),
        (0.243_243_162_598_044_77, 0.195_121_951_219_512_2),
        (0.334_965_369_153_448_4, 0.571_428_571_428_571_4),
        (0.460_498_344_383_764_8, 0.437_5),
        (0.563_420_734_282_152_2, 0.631_578_947_368_421),
        (0.636_964_589_319_143_5, 0.8),
        (0.760_950_813_603_636_7, 0.666_666_666_666_666_6),
        (0.868_882_169_674_007_6, 0.935_483_870_967_741_9),
        (0.929_218_316_538_367_6, 1.0),
    ],
    points: 270,
    sums: (94.427_027_027_027_02, 194.726_415_094_339_61),
    some: [
        (1, 0.0, 0.009_433_962_264_150_943),
        (50, 0.016_216_216_216_216_217, 0.443_396_226_415_094_35),
        (150, 0.335_135_135_135_135_15, 0.886_792_452_830_188_7),
        (268, 0.994_594_594_594_594_6, 1.0),
    ],
};

fn near(ours: f64, theirs: f64, what: &str) {
    assert!((ours - theirs).abs() < 1e-12, "{what}: {ours}, not {theirs}");
}

fn compare(answers: &[Answer], score: &PartScore, known: &Known) {
    near(score.auc.unwrap(), known.auc, "AUC");
    near(score.loss.unwrap(), known.log_loss, "log-loss");
    let bins = calibration(answers);
    assert_eq!(bins.len(), known.calibration.len());
    for (bin, (said, share)) in bins.iter().zip(known.calibration) {
        near(bin.said, said, "mean p");
        near(bin.share(), share, "share");
    }
    let roc = Roc::new(&Cuts::new(answers)).unwrap();
    near(roc.area, known.auc, "area");
    assert_eq!(roc.points.len(), known.points);
    let sums = roc.points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0, y + point.1));
    assert!((sums.0 - known.sums.0).abs() < 1e-9 && (sums.1 - known.sums.1).abs() < 1e-9);
    for (at, x, y) in known.some {
        near(roc.points[at].0, x, "false alarms");
        near(roc.points[at].1, y, "hits");
    }
}

#[test]
fn a_deeper_network_measures_as_scikit_learn_says() {
    let list = Arc::new(PassengerList::embedded());
    let mut run = Preset::MyFirstDeepNetwork.run("", list).unwrap();
    for _ in 0..200 {
        run.train().unwrap();
    }
    let score = board(&run, 0.5);
    let answers = answers(&run, run.network());
    compare(&answers.train, &score.train, &TRAIN);
    compare(&answers.test, &score.test, &TEST);
}
