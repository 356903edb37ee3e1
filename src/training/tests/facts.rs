//! Figures the post and its readers can check.

use super::{list, run_of, train_to};
use crate::data::LiveRows;
use crate::training::{Preset, Recipe, Run, Stop};

/// (`PassengerId`, z, p, predicted right) of the eight rows of the post.
const EIGHT: [(u32, &str, &str, bool); 8] = [
    (1, "-0.487053", "0.380588", true),
    (2, "-0.052646", "0.486842", false),
    (3, "0.149578", "0.537325", true),
    (4, "-0.002090", "0.499478", false),
    (5, "-0.706129", "0.330455", true),
    (15, "0.351802", "0.587054", false),
    (76, "-0.537609", "0.368744", true),
    (7, "-1.026317", "0.263799", true),
];

fn test_counts(run: &mut Run, epochs: &[u64]) -> Vec<u32> {
    train_to(run, *epochs.last().unwrap());
    epochs.iter().map(|epoch| run.metrics_at(*epoch).test.correct).collect()
}

#[test]
fn the_eight_rows_of_the_post_have_its_numbers() {
    let run = Run::published(list());
    let live = crate::training::Predictions::new(&run, run.network());
    for (id, z, p, right) in EIGHT {
        let row = live.row(id as usize - 1);
        assert_eq!(format!("{:.6}", row.z.unwrap()), z, "passenger {id}");
        assert_eq!(format!("{:.6}", row.p.unwrap()), p, "passenger {id}");
        assert_eq!(row.right, right, "passenger {id}");
        let alone = run.logit(run.network(), &run.list().passenger(id as usize - 1));
        assert_eq!(alone, row.z, "one passenger alone has the bits of the whole list");
    }
}

#[test]
fn the_published_network_counts_missing_ages_as_died() {
    let run = Run::published(list());
    let metrics = run.metrics();
    assert_eq!((metrics.test.correct, metrics.test.total), (213, 291));
    assert_eq!((metrics.train.correct, metrics.train.total), (420, 600));
    assert_eq!((metrics.train.loss_rows, metrics.test.loss_rows), (474, 240));
    assert_eq!(format!("{:.4}", metrics.train.loss), "0.5987");
    assert_eq!(format!("{:.4}", metrics.test.loss), "0.6005");

    let live = crate::training::Predictions::new(&run, run.network());
    let moran = live.row(5);
    assert_eq!((moran.z, moran.p, moran.loss), (None, None, None));
    assert!(!moran.said && moran.right, "counted as died, and he did");
    let right = (600..live.len()).filter(|&row| live.is_right(row)).count();
    assert_eq!(right, 213);
}

#[test]
fn its_own_gradient_is_that_of_the_474_rows_with_an_age() {
    let gradient = crate::training::step_gradient(&Run::published(list()), 0);
    let shown: Vec<String> = gradient.iter().map(|slope| format!("{slope:.6}")).collect();
    assert_eq!(shown, ["-0.264065", "-0.088031", "0.003221"]);
}

#[test]
fn trained_on_from_the_published_weights_it_hardly_moves() {
    let mut run = Run::published(list());
    assert_eq!(test_counts(&mut run, &[0, 1, 2, 3, 1000]), [213, 213, 213, 214, 216]);
}

#[test]
fn the_post_trained_climbs_from_185_to_226() {
    let mut run = run_of(Preset::ThePostTrained.recipe());
    assert_eq!(test_counts(&mut run, &[0, 1, 10, 20]), [185, 204, 217, 226]);
}

#[test]
fn raw_age_from_zero_is_at_189_after_a_thousand_epochs() {
    let mut run = run_of(Preset::ZerosRawAge.recipe());
    assert_eq!(test_counts(&mut run, &[0, 1000]), [185, 189]);
}

#[test]
fn every_preset_starts_on_the_embedded_list() {
    for &preset in Preset::ALL {
        let mut run = preset.run("named", list()).unwrap();
        assert_eq!((run.name.as_str(), run.epoch()), ("named", 0));
        run.train().unwrap();
    }
}

/// Right answers among the test rows after the preset's epochs, from each of the seeds 1–8.
fn after_its_epochs(preset: Preset) -> Vec<u32> {
    let counts = (1..=8).map(|seed| {
        let mut run = run_of(Recipe { seed, ..preset.recipe() });
        train_to(&mut run, preset.epochs());
        run.metrics().test.correct
    });
    counts.collect()
}

#[test]
fn eight_hidden_neurons_reach_the_women_rule_from_every_seed() {
    let preset = Preset::Unpublished281;
    assert_eq!((preset.epochs(), preset.recipe().learning_rate), (1_000, 0.5));
    let counts = after_its_epochs(preset);
    assert!(counts.iter().all(|count| *count >= 226), "{counts:?}");
    assert!(counts.iter().any(|count| *count > 226), "{counts:?}");
}

#[test]
fn everything_the_list_says_is_worth_ten_more_right_answers() {
    let mut counts = after_its_epochs(Preset::Everything);
    counts.sort_unstable();
    assert!(counts[3] >= 236, "{counts:?}");
    assert_eq!(Preset::Everything.recipe().inputs(), 15);
}

#[test]
fn the_first_deep_network_learns() {
    let mut run = run_of(Preset::MyFirstDeepNetwork.recipe());
    assert_eq!(run.network().shape().hidden(), [16, 16]);
    assert_eq!(run.recipe().inputs(), 9);
    let before = run.metrics().train.loss;
    train_to(&mut run, Preset::MyFirstDeepNetwork.epochs());
    assert!(run.metrics().train.loss < 0.8 * before);
}

#[test]
fn a_rate_that_swings_goes_on_and_one_that_overflows_stops_whole() {
    let mut recipe = Preset::ZerosRawAge.recipe();
    recipe.learning_rate = 0.03;
    let mut run = run_of(recipe.clone());
    train_to(&mut run, 3);
    let losses: Vec<String> = run.history().iter().map(|metrics| format!("{:.2}", metrics.train.loss)).collect();
    assert_eq!(losses, ["0.69", "1.31", "3.63", "4.02"]);

    recipe.learning_rate = 1e308;
    let mut run = run_of(recipe);
    assert_eq!(run.train(), Err(Stop::Diverged { epoch: 1 }));
    assert_eq!((run.epoch(), run.last_epoch(), run.history().len()), (0, 0, 1));
    assert!(run.network().parameters().iter().all(|number| *number == 0.0));
    assert_eq!(run.train(), Err(Stop::Diverged { epoch: 1 }), "and says so again");
    assert!(run.set_learning_rate(0.001));
    assert_eq!(run.train(), Ok(()), "a smaller rate rescues it");
}

#[test]
fn a_run_that_diverges_late_ends_with_the_bits_of_its_last_finite_epoch() {
    let mut recipe = Preset::ThePostTrained.recipe();
    recipe.l2 = 40.0;
    recipe.learning_rate = 0.1;
    let mut run = run_of(recipe);
    run.set_history_bytes(1000);
    let (mut before, mut epochs) = (super::bits(&run), 0);
    while run.train().is_ok() {
        before = super::bits(&run);
        epochs += 1;
        assert!(epochs < 5_000, "it was to diverge");
    }
    assert!(epochs > 100);
    assert_eq!((run.epoch(), super::bits(&run)), (epochs, before));
}
