//! Bands: that they show contours of what is on a map and stand still while training creeps.

use super::*;

#[test]
fn familiar_bands_rise_and_leave_the_best_its_own() {
    for (kind, least) in [(Loss::CrossEntropy, 0.5082), (Loss::SquaredError, 0.165), (Loss::CrossEntropy, 0.7)] {
        let bands = Bands::familiar(kind, least);
        assert!(bands.edges().windows(2).all(|pair| pair[0] < pair[1]), "{bands:?}");
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
    let steps = |from: f64, to: f64| (0..200).map(move |i| from + (to - from) * f64::from(i) / 199.0);
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
        assert!(bands.edges().windows(2).all(|pair| pair[0] < pair[1]), "{name}: {bands:?}");
        let written: Vec<String> = bands.written().map(|(edge, decimals)| format!("{edge:.decimals$}")).collect();
        assert!(written.windows(2).all(|pair| pair[0] != pair[1]), "the legend tells the edges apart: {written:?}");
        for ((edge, _), text) in bands.written().zip(&written) {
            let said: f64 = text.parse().unwrap();
            assert!((said - edge).abs() < 1e-9, "{name}: {text} for {edge}");
        }
        let used: std::collections::BTreeSet<usize> = map.iter().map(|&loss| bands.of(loss)).collect();
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
