//! What a network is shown for real passengers.

use super::{list, run_of, small_list};
use crate::data::LiveRows;
use crate::training::{Encoder, Feature, MissingAge, Preset, Recipe, Run, Scaling, TrainError};

fn encoder(recipe: &Recipe) -> Encoder {
    Encoder::fit(recipe, &list())
}

fn all_features() -> Recipe {
    Recipe { features: Feature::ALL.to_vec(), scaling: Scaling::Standard, ..Recipe::default() }
}

#[test]
fn a_filled_age_is_exactly_zero_once_scaled() {
    let encoder = encoder(&Preset::ThePostTrained.recipe());
    let list = list();
    assert_eq!(encoder.encode(&list.passenger(5)), Some(vec![0.0, 0.0]));
    assert_eq!(encoder.raw(&list.passenger(5)), Some(vec![29.782_700_421_940_927, 0.0]));
    assert_eq!(format!("{:.4}", encoder.inputs()[0].sd), "12.9055");
}

#[test]
fn policies_for_missing_ages_differ_as_they_say() {
    let list = list();
    let moran = list.passenger(5);
    let with = |missing_age| encoder(&Recipe { missing_age, ..Recipe::default() });
    assert_eq!(with(MissingAge::Median).raw(&moran), Some(vec![28.0, 0.0]));
    assert_eq!(with(MissingAge::Died).encode(&moran), None);
    assert_eq!(with(MissingAge::Drop).encode(&moran), None);
    let by_sex = Recipe { features: vec![Feature::Sex], missing_age: MissingAge::Drop, ..Recipe::default() };
    assert_eq!(encoder(&by_sex).encode(&moran), Some(vec![0.0]), "no age is needed");
    assert_eq!(run_of(by_sex).metrics().train.total, 600);
}

#[test]
fn dropped_rows_belong_to_no_count() {
    let run = run_of(Recipe { missing_age: MissingAge::Drop, ..Recipe::default() });
    let metrics = run.metrics();
    assert_eq!((metrics.train.total, metrics.test.total), (474, 240));
    let moran = crate::training::Predictions::new(&run, run.network()).row(5);
    assert_eq!(moran, crate::data::LiveRow::default());
}

#[test]
fn all_features_standardise_over_the_training_rows() {
    let recipe = all_features();
    let encoder = encoder(&recipe);
    assert_eq!(encoder.inputs().len(), recipe.inputs());
    assert_eq!(encoder.inputs().len(), 16 + 2 + 4);
    let run = run_of(recipe);
    let rows = run.training_rows();
    for (index, input) in encoder.inputs().iter().enumerate() {
        let values = || (0..rows.len()).map(|row| rows.inputs(row)[index]);
        let mean = values().sum::<f64>() / 600.0;
        let variance = values().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 600.0;
        if input.feature.is_numeric() {
            assert!(mean.abs() < 1e-12 && (variance - 1.0).abs() < 1e-12, "{}", input.name());
        } else {
            assert!(values().all(|x| x == 0.0 || x == 1.0), "{}", input.name());
        }
    }
    let names = encoder.input_names();
    assert_eq!(names[6], "embarked=S");
    assert_eq!(names[14], "title=other");
}

#[test]
fn scaling_can_be_undone() {
    let encoder = encoder(&all_features());
    let list = list();
    let braund = list.passenger(0);
    let (raw, shown) = (encoder.raw(&braund).unwrap(), encoder.encode(&braund).unwrap());
    for ((input, raw), shown) in encoder.inputs().iter().zip(raw).zip(shown) {
        assert!((input.unscaled(shown) - raw).abs() < 1e-9, "{}", input.name());
    }
}

#[test]
fn a_feature_alike_for_everyone_is_zero_not_infinite() {
    let list = small_list("Survived,Sex,Age\n1,female,30\n0,male,30\n0,male,30\n1,male,40\n");
    let recipe = Recipe { scaling: Scaling::Standard, ..Recipe::default() };
    let run = Run::from_recipe("", list, recipe).unwrap();
    assert!(run.encoder().inputs()[0].is_constant());
    assert_eq!(run.test_rows().inputs(0), [0.0, 0.0]);
}

#[test]
fn a_feature_without_its_column_is_refused_by_name() {
    let list = small_list("Survived,Sex,Age\n1,female,30\n0,male,20\n");
    let recipe = Recipe { features: vec![Feature::LogFare], ..Recipe::default() };
    let error = Run::from_recipe("", list, recipe).unwrap_err();
    assert!(matches!(error, TrainError::MissingColumn { column: "Fare", .. }), "{error}");
}

#[test]
fn other_lists_are_split_by_share() {
    let text = "Survived,Sex,Age\n".to_owned() + &"1,female,30\n0,male,20\n".repeat(50);
    let run = Run::published(small_list(&text));
    assert_eq!(run.split().train_rows(), 67);
}
