use std::sync::Arc;

use super::*;
use crate::analysis::curvature::{bends, largest_stable_rate};
use crate::data::{LiveRows, PassengerList};
use crate::nn::{Activation, Init, Loss, Network, Parameter, backward};
use crate::training::{Encoder, MissingAge, Predictions, Preset, Recipe, Run, Scaling};

mod bends;
mod directions;
mod loss_scale;

fn run(recipe: Recipe) -> Run {
    Run::from_recipe("test", Arc::new(PassengerList::embedded()), recipe).unwrap()
}

fn raw() -> Recipe {
    Preset::ZerosRawAge.recipe()
}

fn scaled() -> Recipe {
    Preset::ThePostTrained.recipe()
}

fn deep(loss: Loss) -> Recipe {
    Recipe { hidden: vec![3], activation: Activation::Tanh, init: Some(Init::Glorot), loss, ..scaled() }
}

fn trained(recipe: Recipe, epochs: u64) -> Run {
    let mut run = run(recipe);
    for _ in 0..epochs {
        run.train().unwrap();
    }
    run
}

/// The loss the run itself gives a network with these parameters.
fn own_loss(run: &Run, parameters: &[f64]) -> f64 {
    let network = run.network();
    let edits: Vec<(Parameter, f64)> =
        parameters.iter().enumerate().map(|(index, value)| (network.parameter_at(index), *value)).collect();
    let branch = run.branch_with("b", &edits).unwrap();
    branch.metrics().train.loss
}

fn grid(run: &Run, axes: [PlaneAxis; 2], best: bool) -> Grid {
    let here = run.network().parameters();
    let span = Span::new(-1.0, 1.5);
    let plane = Plane::new(axes, here, here, span, Span::new(-2.0, 1.0));
    Survey::new(Surface::new(run), plane, 7, 5, best).finished()
}

fn mean_gradient(run: &Run, network: &Network) -> Vec<f64> {
    let rows = run.training_rows();
    let mut sum = vec![0.0; network.parameters().len()];
    for row in 0..rows.len() {
        let trace = network.forward(rows.inputs(row));
        backward(network, &trace, rows.label(row), run.recipe().loss, &mut sum);
    }
    sum.iter().map(|slope| slope / rows.len() as f64).collect()
}

#[test]
fn the_loss_in_a_cell_is_the_runs_own_loss_of_that_network() {
    for recipe in [raw(), scaled(), deep(Loss::CrossEntropy), deep(Loss::SquaredError)] {
        let run = trained(recipe, 3);
        let last = run.network().parameters().len() - 1;
        let axes = [PlaneAxis::Parameter(0), PlaneAxis::Parameter(last)];
        for axes in [axes, random(run.network(), 3)] {
            let grid = grid(&run, axes, false);
            for (column, line) in [(0, 0), (6, 4), (3, 2)] {
                let point = grid.plane.point(grid.place(column, line));
                let own = own_loss(&run, &point);
                let shown = grid.value(column, line);
                assert!((own - shown).abs() < 1e-12 * own.max(1.0), "{own} {shown}");
            }
        }
    }
}

#[test]
fn a_survey_in_slices_gives_the_very_same_grid() {
    let run = trained(scaled(), 5);
    let axes = || [PlaneAxis::Parameter(0), PlaneAxis::Parameter(1)];
    let whole = grid(&run, axes(), false);
    let mut survey = Survey::new(Surface::new(&run), whole.plane.clone(), 7, 5, false);
    let mut passes = 0;
    while !survey.grid().is_fine {
        passes += u32::from(survey.advance(3));
    }
    assert_eq!(passes, 2, "blocks, then all");
    assert_eq!(survey.grid(), &whole);
}

#[test]
fn the_optimum_is_that_of_the_facts() {
    let run = run(raw());
    let (point, loss) = optimum(&mut Surface::new(&run)).unwrap();
    for (found, fact) in point.iter().zip([-0.004_774, 2.578_787, -1.350_601]) {
        assert!((found - fact).abs() < 1e-6, "{point:?}");
    }
    assert_eq!(format!("{loss:.4}"), "0.5082");
    let metrics = run.branch_with("b", &edits(&run, &point)).unwrap().metrics();
    assert_eq!(format!("{:.4}", metrics.test.loss), "0.5282");
    assert_eq!((metrics.train.correct, metrics.test.correct), (475, 226));
}

fn edits(run: &Run, point: &[f64]) -> Vec<(Parameter, f64)> {
    let at = |(index, value): (usize, &f64)| (run.network().parameter_at(index), *value);
    point.iter().enumerate().map(at).collect()
}

#[test]
fn at_the_optimum_of_squared_error_and_of_all_inputs_nothing_pulls() {
    let squared = Recipe { loss: Loss::SquaredError, ..scaled() };
    let everything = Recipe { hidden: Vec::new(), init: None, ..Preset::Everything.recipe() };
    for recipe in [squared, everything] {
        let run = run(recipe);
        let mut surface = Surface::new(&run);
        let (point, loss) = optimum(&mut surface).unwrap();
        let mut network = run.network().clone();
        network.parameters_mut().copy_from_slice(&point);
        for slope in mean_gradient(&run, &network) {
            assert!(slope.abs() < 1e-8, "{slope}");
        }
        assert!(loss < run.metrics().train.loss);
    }
}

#[test]
fn the_best_of_the_others_is_never_above_the_slice_and_meets_it_at_the_optimum() {
    for recipe in [raw(), scaled()] {
        let run = trained(recipe, 20);
        let mut surface = Surface::new(&run);
        let (bottom, least) = optimum(&mut surface).unwrap();
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            let axes = || [PlaneAxis::Parameter(a), PlaneAxis::Parameter(b)];
            let (slice, best) = (grid(&run, axes(), false), grid(&run, axes(), true));
            for line in 0..5 {
                for column in 0..7 {
                    let (on, below) = (slice.value(column, line), best.value(column, line));
                    assert!(below <= on + 1e-12 && below >= least - 1e-12, "{on} {below}");
                }
            }
            let plane = &slice.plane;
            let (loss, point) = loss_of_best(&mut surface, plane, plane.place_of(&bottom)).unwrap();
            assert!((loss - least).abs() < 1e-10);
            for (found, known) in point.iter().zip(&bottom) {
                assert!((found - known).abs() < 1e-4, "{point:?} {bottom:?}");
            }
        }
    }
}

#[test]
fn converted_networks_say_the_same_of_everybody() {
    for recipe in [raw(), deep(Loss::CrossEntropy), Preset::MyFirstDeepNetwork.recipe()] {
        let here = trained(recipe, 3);
        let twin = run(Recipe { scaling: other_scaling(here.recipe().scaling), ..here.recipe().clone() });
        let mut network = twin.network().clone();
        let there = converted(here.network(), here.encoder(), twin.encoder());
        network.parameters_mut().copy_from_slice(&there);
        let (a, b) = (Predictions::new(&here, here.network()), Predictions::new(&twin, &network));
        for row in 0..a.len() {
            assert!((a.row(row).p.unwrap() - b.row(row).p.unwrap()).abs() < 1e-12);
        }
        let mut again = here.network().clone();
        let back = converted(&network, twin.encoder(), here.encoder());
        again.parameters_mut().copy_from_slice(&back);
        for (a, b) in back.iter().zip(here.network().parameters()) {
            assert!((a - b).abs() < 1e-12);
        }
    }
}

#[test]
fn the_published_network_is_found_in_both_scalings() {
    for recipe in [raw(), scaled()] {
        let died = Recipe { missing_age: MissingAge::Died, ..recipe };
        let run = run(died);
        let point = published(&run).unwrap();
        let branch = run.branch_with("b", &edits(&run, &point)).unwrap();
        assert_eq!(branch.metrics().test.correct, 213);
    }
    assert_eq!(published(&run(deep(Loss::CrossEntropy))), None);
    assert_eq!(Encoder::fit(&raw(), run(raw()).list()).scaling(), Scaling::None);
}

#[test]
fn fifty_epochs_on_raw_and_on_scaled_ages_end_where_the_facts_say() {
    let slow = trained(Recipe { learning_rate: 0.005, ..raw() }, 50).metrics();
    let fast = trained(scaled(), 50).metrics();
    assert_eq!((format!("{:.4}", slow.train.loss), slow.test.correct), ("0.6636".into(), 185));
    assert_eq!((format!("{:.4}", fast.train.loss), fast.test.correct), ("0.5292".into(), 226));
}

#[test]
fn a_slice_of_a_map_is_as_many_cells_as_asked() {
    let wide = Recipe { hidden: vec![16, 16], ..deep(Loss::CrossEntropy) };
    for recipe in [raw(), deep(Loss::CrossEntropy), wide] {
        let run = run(recipe);
        for best in [false, true] {
            let here = run.network().parameters();
            let span = Span::new(-1.0, 1.0);
            let axes = [PlaneAxis::Parameter(0), PlaneAxis::Parameter(1)];
            let plane = Plane::new(axes, here, here, span, span);
            let mut survey = Survey::new(Surface::new(&run), plane, 92, 100, best);
            let cells = survey.cells_within(100_000).min(400);
            // No cell is known before; every block asked fills sixteen.
            survey.advance(cells);
            let grid = survey.grid();
            let known = (0..100).flat_map(|y| (0..92).map(move |x| (x, y)));
            let known = known.filter(|&(x, y)| !grid.value(x, y).is_nan()).count();
            assert!(known <= 16 * cells, "{known} cells of {cells} asked");
            assert!(known > 0);
        }
    }
}

#[test]
fn a_stretch_grows_in_large_steps_and_only_where_it_must() {
    let span = Span::new(-0.06, 0.04);
    assert_eq!(span.reaching(0.0), span);
    let wider = span.reaching(0.05);
    assert!((wider.to - 0.09).abs() < 1e-12 && wider.from == -0.06);
    let around = Span::around([0.0, 2.6], 1.0);
    assert!(around.holds(-0.4) && around.holds(3.0), "{around:?}");
}
