//! How sharply the loss bends: limits and condition numbers against the facts and against finite differences.

use super::*;

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
    let (point, _) = optimum(&mut Surface::new(&run)).unwrap();
    run = run.branch_with("b", &edits(&run, &point)).unwrap();
    let bends = bends(&run, run.network()).unwrap();
    assert_eq!((bends[0] / bends[2]).round(), 8_640.0);
}

#[test]
fn the_sharpest_bend_of_a_deep_network_is_the_largest_eigenvalue_of_its_second_derivative() {
    for (loss, epochs) in [(Loss::CrossEntropy, 0), (Loss::CrossEntropy, 60), (Loss::SquaredError, 9)] {
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
        let even = (0..size).map(|i| (0..size).map(|j| f64::midpoint(matrix[i][j], matrix[j][i])).collect()).collect();
        let largest = crate::analysis::curvature::eigenvalues(even)[0];
        let mut sharpness = Sharpness::new(Surface::new(&run), run.network(), 0.0);
        while !sharpness.advance(1) {}
        let found = sharpness.result().unwrap();
        assert!((found / largest - 1.0).abs() < 1e-3, "{found} {largest}");
    }
}

#[test]
fn without_hidden_layers_power_iteration_agrees_with_the_closed_form() {
    let recipe = Recipe { l2: 0.3, ..scaled() };
    let run = trained(recipe, 7);
    let exact = bends(&run, run.network()).unwrap()[0];
    let mut sharpness = Sharpness::new(Surface::new(&run), run.network(), 0.3);
    while !sharpness.advance(1_000) {}
    let found = sharpness.result().unwrap();
    assert!((found / exact - 1.0).abs() < 1e-4, "{found} {exact}");
}
