use std::sync::Arc;

use super::*;
use crate::analysis::curvature::{bends, largest_stable_rate};
use crate::data::PassengerList;
use crate::nn::{Activation, Init, Loss, Network, Parameter, backward};
use crate::training::{Encoder, MissingAge, Preset, Recipe, Run, Scaling};

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
    Recipe {
        hidden: vec![3],
        activation: Activation::Tanh,
        init: Some(Init::Glorot),
        loss,
        ..scaled()
    }
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
    let edits: Vec<(Parameter, f64)> = parameters
        .iter()
        .enumerate()
        .map(|(index, value)| (network.parameter_at(index), *value))
        .collect();
    let branch = run.branch_with("b", &edits).unwrap();
    branch.metrics().train.loss
}

fn grid(run: &Run, axes: [Axis; 2], best: bool) -> Grid {
    let here = run.network().parameters();
    let span = Span::new(-1.0, 1.5);
    let plane = Plane::new(axes, here, here, span, Span::new(-2.0, 1.0));
    Survey::new(Arc::new(Surface::new(run)), plane, 7, 5, best).finished()
}

#[test]
fn the_loss_in_a_cell_is_the_runs_own_loss_of_that_network() {
    for recipe in [
        raw(),
        scaled(),
        deep(Loss::CrossEntropy),
        deep(Loss::SquaredError),
    ] {
        let run = trained(recipe, 3);
        let last = run.network().parameters().len() - 1;
        let axes = [Axis::Parameter(0), Axis::Parameter(last)];
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
    let axes = || [Axis::Parameter(0), Axis::Parameter(1)];
    let whole = grid(&run, axes(), false);
    let mut survey = Survey::new(
        Arc::new(Surface::new(&run)),
        whole.plane.clone(),
        7,
        5,
        false,
    );
    let mut passes = 0;
    while survey.pass().is_some() {
        passes += u32::from(survey.advance(3));
    }
    assert_eq!(passes, 3);
    assert_eq!(survey.grid(), &whole);
}

#[test]
fn the_optimum_is_that_of_the_facts() {
    let run = run(raw());
    let (point, loss) = optimum(&Surface::new(&run)).unwrap();
    for (found, fact) in point.iter().zip([-0.004_774, 2.578_787, -1.350_601]) {
        assert!((found - fact).abs() < 1e-6, "{point:?}");
    }
    assert_eq!(format!("{loss:.4}"), "0.5082");
    let metrics = run
        .branch_with("b", &edits(&run, &point))
        .unwrap()
        .metrics();
    assert_eq!(format!("{:.4}", metrics.test.loss), "0.5282");
    assert_eq!((metrics.train.correct, metrics.test.correct), (475, 226));
}

fn edits(run: &Run, point: &[f64]) -> Vec<(Parameter, f64)> {
    let at = |(index, value): (usize, &f64)| (run.network().parameter_at(index), *value);
    point.iter().enumerate().map(at).collect()
}

#[test]
fn at_the_optimum_of_squared_error_and_of_all_inputs_nothing_pulls() {
    let squared = Recipe {
        loss: Loss::SquaredError,
        ..scaled()
    };
    let everything = Recipe {
        hidden: Vec::new(),
        init: None,
        ..Preset::Everything.recipe()
    };
    for recipe in [squared, everything] {
        let run = run(recipe);
        let surface = Surface::new(&run);
        let (point, loss) = optimum(&surface).unwrap();
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
        let surface = Surface::new(&run);
        let (bottom, least) = optimum(&surface).unwrap();
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            let axes = || [Axis::Parameter(a), Axis::Parameter(b)];
            let (slice, best) = (grid(&run, axes(), false), grid(&run, axes(), true));
            for line in 0..5 {
                for column in 0..7 {
                    let (on, below) = (slice.value(column, line), best.value(column, line));
                    assert!(
                        below <= on + 1e-12 && below >= least - 1e-12,
                        "{on} {below}"
                    );
                }
            }
            let plane = &slice.plane;
            let (loss, point) = loss_of_best(&surface, plane, plane.place_of(&bottom)).unwrap();
            assert!((loss - least).abs() < 1e-10);
            for (found, known) in point.iter().zip(&bottom) {
                assert!((found - known).abs() < 1e-4, "{point:?} {bottom:?}");
            }
        }
    }
}

#[test]
fn limits_and_condition_numbers_at_zero_are_those_of_the_facts() {
    for (recipe, limit, condition) in [(raw(), 0.007_59, 8_814.0), (scaled(), 6.81, 5.96)] {
        let run = run(recipe);
        let bends = bends(&run, run.network()).unwrap();
        let rate = largest_stable_rate(&run, run.network()).unwrap();
        assert!((rate / limit - 1.0).abs() < 1e-3, "{rate}");
        let found = bends[0] / bends[2];
        assert!((found / condition - 1.0).abs() < 1e-3, "{found}");
    }
}

#[test]
fn at_the_optimum_raw_ages_make_a_ravine_of_8_640_to_1() {
    let mut run = run(raw());
    let (point, _) = optimum(&Surface::new(&run)).unwrap();
    run = run.branch_with("b", &edits(&run, &point)).unwrap();
    let bends = bends(&run, run.network()).unwrap();
    assert_eq!((bends[0] / bends[2]).round(), 8_640.0);
}

fn mean_gradient(run: &Run, network: &Network) -> Vec<f64> {
    let rows = run.training_rows();
    let mut sum = vec![0.0; network.parameters().len()];
    for row in 0..rows.len() {
        let trace = network.forward(rows.inputs(row));
        backward(
            network,
            &trace,
            rows.label(row),
            run.recipe().loss,
            &mut sum,
        );
    }
    sum.iter().map(|slope| slope / rows.len() as f64).collect()
}

#[test]
fn the_sharpest_bend_of_a_deep_network_is_the_largest_eigenvalue_of_its_second_derivative() {
    for (loss, epochs) in [
        (Loss::CrossEntropy, 0),
        (Loss::CrossEntropy, 60),
        (Loss::SquaredError, 9),
    ] {
        let run = trained(deep(loss), epochs);
        let size = run.network().parameters().len();
        let h = 1e-5;
        let line = |at: usize| -> Vec<f64> {
            let [ahead, behind] = [h, -h].map(|by| {
                let mut network = run.network().clone();
                network.parameters_mut()[at] += by;
                mean_gradient(&run, &network)
            });
            let pairs = ahead.iter().zip(&behind);
            pairs.map(|(a, b)| (a - b) / (2.0 * h)).collect()
        };
        let matrix: Vec<Vec<f64>> = (0..size).map(line).collect();
        let even = (0..size)
            .map(|i| {
                (0..size)
                    .map(|j| f64::midpoint(matrix[i][j], matrix[j][i]))
                    .collect()
            })
            .collect();
        let largest = crate::analysis::curvature::eigenvalues(even)[0];
        let mut sharpness = Sharpness::new(Arc::new(Surface::new(&run)), run.network(), 0.0);
        while !sharpness.advance(100) {}
        let found = sharpness.result().unwrap();
        assert!((found / largest - 1.0).abs() < 1e-3, "{found} {largest}");
    }
}

#[test]
fn without_hidden_layers_power_iteration_agrees_with_the_closed_form() {
    let recipe = Recipe {
        l2: 0.3,
        ..scaled()
    };
    let run = trained(recipe, 7);
    let exact = bends(&run, run.network()).unwrap()[0];
    let mut sharpness = Sharpness::new(Arc::new(Surface::new(&run)), run.network(), 0.3);
    while !sharpness.advance(1_000) {}
    let found = sharpness.result().unwrap();
    assert!((found / exact - 1.0).abs() < 1e-4, "{found} {exact}");
}

fn length_and_angle(axes: &[Axis; 2]) -> [f64; 3] {
    let [Axis::Direction(a), Axis::Direction(b)] = axes else {
        panic!("directions")
    };
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    [dot(a, a), dot(b, b), dot(a, b)]
}

#[test]
fn directions_are_of_length_one_and_at_right_angles() {
    let run = trained(deep(Loss::CrossEntropy), 80);
    let mut path = Path::default();
    path.follow(&run);
    let found = principal(&path.all()).unwrap();
    for axes in [
        &found.axes,
        &random(run.network(), 1),
        &random(run.network(), 2),
    ] {
        let [a, b, between] = length_and_angle(axes);
        assert!((a - 1.0).abs() < 1e-12 && (b - 1.0).abs() < 1e-12 && between.abs() < 1e-12);
    }
    assert_ne!(random(run.network(), 1), random(run.network(), 2));
    let [first, second] = found.shares;
    assert!(first > second && second > 0.0 && first + second <= 1.0 + 1e-12);
    assert!(
        first + second > 0.9,
        "a path of 80 epochs hardly leaves its plane"
    );
}

#[test]
fn a_path_of_one_point_has_no_principal_directions() {
    let run = run(deep(Loss::CrossEntropy));
    let mut path = Path::default();
    path.follow(&run);
    assert_eq!(principal(&path.all()), None);
}

#[test]
fn a_path_grows_thins_out_and_notices_another_past() {
    let mut path = Path::default();
    let mut long = run(raw());
    for _ in 0..3 {
        for _ in 0..300 {
            long.train().unwrap();
        }
        path.follow(&long);
        let points: Vec<_> = path.until(u64::MAX).collect();
        assert!(points.len() > 100 && points.len() <= 257);
        for (epoch, parameters) in points {
            assert_eq!(long.network_at(epoch).parameters(), parameters);
        }
    }
    let other = trained(
        Recipe {
            learning_rate: 0.002,
            ..raw()
        },
        40,
    );
    path.follow(&other);
    assert_eq!(path.until(u64::MAX).count(), 41);
    assert_eq!(path.until(7).last().unwrap().0, 7);
}

#[test]
fn a_plane_goes_through_the_network_it_was_laid_through() {
    let run = trained(deep(Loss::CrossEntropy), 5);
    let (start, here) = (run.network_at(0), run.network().parameters());
    let span = Span::new(-1.0, 1.0);
    for axes in [[Axis::Parameter(1), Axis::Parameter(4)], random(&start, 9)] {
        let plane = Plane::new(axes, start.parameters(), here, span, span);
        let place = plane.place_of(here);
        for (a, b) in plane.point(place).iter().zip(here) {
            assert!((a - b).abs() < 1e-12);
        }
        assert!(plane.holds(here) && !plane.holds(start.parameters()));
        let there = [place[0] + 0.3, place[1] - 0.7];
        let back = plane.place_of(&plane.point(there));
        assert!((back[0] - there[0]).abs() < 1e-12 && (back[1] - there[1]).abs() < 1e-12);
    }
}

#[test]
fn converted_networks_say_the_same_of_everybody() {
    for recipe in [
        raw(),
        deep(Loss::CrossEntropy),
        Preset::MyFirstDeepNetwork.recipe(),
    ] {
        let here = trained(recipe, 3);
        let twin = run(Recipe {
            scaling: other_scaling(here.recipe().scaling),
            ..here.recipe().clone()
        });
        let mut network = twin.network().clone();
        let there = converted(here.network(), here.encoder(), twin.encoder());
        network.parameters_mut().copy_from_slice(&there);
        let (a, b) = (here.live_rows(here.network()), twin.live_rows(&network));
        for (a, b) in a.iter().zip(&b) {
            assert!((a.p.unwrap() - b.p.unwrap()).abs() < 1e-12);
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
        let died = Recipe {
            missing_age: MissingAge::Died,
            ..recipe
        };
        let run = run(died);
        let point = published(&run).unwrap();
        let branch = run.branch_with("b", &edits(&run, &point)).unwrap();
        assert_eq!(branch.metrics().test.correct, 213);
    }
    assert_eq!(published(&run(deep(Loss::CrossEntropy))), None);
    assert_eq!(
        Encoder::fit(&raw(), run(raw()).list()).scaling(),
        Scaling::None
    );
}

#[test]
fn fifty_epochs_on_raw_and_on_scaled_ages_end_where_the_facts_say() {
    let slow = trained(
        Recipe {
            learning_rate: 0.005,
            ..raw()
        },
        50,
    )
    .metrics();
    let fast = trained(scaled(), 50).metrics();
    assert_eq!(
        (format!("{:.4}", slow.train.loss), slow.test.correct),
        ("0.6636".into(), 185)
    );
    assert_eq!(
        (format!("{:.4}", fast.train.loss), fast.test.correct),
        ("0.5292".into(), 226)
    );
}

#[test]
fn familiar_bands_rise_and_leave_the_best_its_own() {
    for (kind, least) in [
        (Loss::CrossEntropy, 0.5082),
        (Loss::SquaredError, 0.165),
        (Loss::CrossEntropy, 0.7),
    ] {
        let bands = Bands::familiar(kind, least);
        assert!(
            bands.edges().windows(2).all(|pair| pair[0] < pair[1]),
            "{bands:?}"
        );
        assert_eq!(bands.of(f64::NAN), Bands::COUNT - 1);
        assert_eq!(bands.of(100.0), Bands::COUNT - 1);
    }
    let post = Bands::familiar(Loss::CrossEntropy, 0.5082);
    assert_eq!(post.edges(), &[0.53, 0.56, 0.62, 0.69, 0.89, 1.27]);
    assert_eq!(post.of(0.5083), 0);
}

/// Bands for one map with these losses.
fn bands_over(losses: impl IntoIterator<Item = f64>) -> (Bands, Heights) {
    let heights = Heights::from_values(losses);
    let least = heights.ends().map_or(0.0, |(low, _)| low);
    (Bands::over(Loss::CrossEntropy, least, &[&heights]), heights)
}

#[test]
fn bands_show_contours_whatever_losses_are_on_the_map() {
    let steps =
        |from: f64, to: f64| (0..200).map(move |i| from + (to - from) * f64::from(i) / 199.0);
    let valley = steps(0.0, 1.0).map(|x| 0.4 + 40.0 * x * x);
    let maps: [Vec<f64>; 5] = [
        steps(0.4901, 0.4903).collect(),
        steps(0.83, 30.0).collect(),
        valley.collect(),
        // Dead units: three quarters of the map are one plain.
        steps(0.5, 0.51).chain(vec![0.62; 600]).collect(),
        vec![0.7004; 100],
    ];
    for map in maps {
        let name = format!("{:?} to {:?}", map[0], map.last());
        let (bands, heights) = bands_over(map.iter().copied());
        assert!(
            bands.edges().windows(2).all(|pair| pair[0] < pair[1]),
            "{name}: {bands:?}"
        );
        let written: Vec<String> = bands
            .written()
            .map(|(edge, decimals)| format!("{edge:.decimals$}"))
            .collect();
        assert!(
            written.windows(2).all(|pair| pair[0] != pair[1]),
            "the legend tells the edges apart: {written:?}"
        );
        for ((edge, _), text) in bands.written().zip(&written) {
            let said: f64 = text.parse().unwrap();
            assert!((said - edge).abs() < 1e-9, "{name}: {text} for {edge}");
        }
        let used: std::collections::BTreeSet<usize> =
            map.iter().map(|&loss| bands.of(loss)).collect();
        let (low, high) = heights.ends().unwrap();
        assert!(used.len() >= 5 || low == high, "{name}: {used:?}");
    }
}

#[test]
fn bands_stay_while_training_creeps_and_go_once_a_map_is_plain() {
    let losses = |shift: f64| (0..200).map(move |i| 0.4901 + shift + 1e-6 * f64::from(i));
    let (bands, heights) = bands_over(losses(0.0));
    assert!(bands.suits(&heights));
    assert!(bands.suits(&Heights::from_values(losses(-2e-5))));
    assert!(!bands.suits(&Heights::from_values(losses(-1e-3))));
}

#[test]
fn a_slice_of_a_map_is_about_a_millisecond_of_cells_or_one() {
    let wide = Recipe {
        hidden: vec![16, 16],
        ..deep(Loss::CrossEntropy)
    };
    for recipe in [raw(), deep(Loss::CrossEntropy), wide] {
        let run = run(recipe);
        for best in [false, true] {
            let surface = Arc::new(Surface::new(&run));
            let parameters = run.network().parameters().len();
            assert!(
                surface.cost() >= surface.len() * parameters,
                "at least a nanosecond for each weight of each row"
            );
            let here = run.network().parameters();
            let span = Span::new(-1.0, 1.0);
            let axes = [Axis::Parameter(0), Axis::Parameter(1)];
            let plane = Plane::new(axes, here, here, span, span);
            let mut survey = Survey::new(surface, plane, 92, 100, best);
            let cells = survey.cells_per_millisecond();
            assert!(cells == 1 || cells * survey.cost_of_cell() <= 1_000_000);
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
