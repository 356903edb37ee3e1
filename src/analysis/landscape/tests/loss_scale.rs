//! The scale of losses: that heights are seen on every map, that levels are round, and that it stands still while
//! training creeps.

use super::*;

/// The scale for one map with these losses.
fn scale_over(losses: impl IntoIterator<Item = f64>) -> (LossScale, Heights) {
    let heights = Heights::from_values(losses);
    (LossScale::over(&heights), heights)
}

#[test]
fn a_scale_shows_heights_whatever_losses_are_on_the_map() {
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
        let (scale, heights) = scale_over(map.iter().copied());
        let levels = scale.levels(8);
        assert!(levels.windows(2).all(|pair| pair[0].loss < pair[1].loss && pair[0].share < pair[1].share), "{name}");
        let written: Vec<String> = levels.iter().map(|level| format!("{:.*}", level.decimals, level.loss)).collect();
        assert!(written.windows(2).all(|pair| pair[0] != pair[1]), "the legend tells them apart: {written:?}");
        for (level, text) in levels.iter().zip(&written) {
            let said: f64 = text.parse().unwrap();
            assert!((said - level.loss).abs() < 1e-12, "{name}: {text} for {level:?}");
        }
        let (low, high) = heights.ends().unwrap();
        assert_eq!(scale.share(low), 0.0);
        assert!(low == high || scale.share(high) == 1.0 && scale.tells(&heights), "{name}");
        assert_eq!((scale.share(f64::NAN), scale.share(1e9)), (1.0, 1.0));
        let used: std::collections::BTreeSet<u8> = map.iter().map(|&loss| (24.0 * scale.share(loss)) as u8).collect();
        assert!(used.len() >= 9 || low == high, "{name}: {used:?}");
    }
}

#[test]
fn levels_are_round() {
    let (scale, _) = scale_over((0..1000).map(f64::from).map(|i| 0.5 + 3e-5 * i * i));
    for level in scale.levels(8) {
        let digits = format!("{:.*}", level.decimals, level.loss);
        let digits = digits.trim_matches('0').replace('.', "");
        assert!(digits.trim_end_matches('0').len() <= 2, "{level:?}");
    }
}

#[test]
fn a_scale_stays_while_training_creeps_and_goes_once_a_map_is_plain() {
    let losses = |shift: f64| (0..200).map(move |i| 0.4901 + shift + 1e-6 * f64::from(i));
    let (scale, heights) = scale_over(losses(0.0));
    assert!(scale.suits(&heights));
    assert!(scale.suits(&Heights::from_values(losses(2e-5))));
    assert!(!scale.suits(&Heights::from_values(losses(-1e-3))));
}

#[test]
fn the_slope_on_a_plane_is_that_of_the_loss_there() {
    let run = run(raw());
    let mut surface = Surface::new(&run);
    let point = [0.01, 0.5, -0.2];
    let axes = [PlaneAxis::Parameter(2), PlaneAxis::Parameter(0)];
    let plane = Plane::new(axes, &point, &point, Span::new(-1.0, 1.0), Span::new(-1.0, 1.0));
    let slope = surface.slope_on(&plane, &point);
    for (axis, index) in [2, 0].into_iter().enumerate() {
        let mut at = |by: f64| {
            let mut moved = point;
            moved[index] += by;
            surface.loss(&moved)
        };
        let measured = (at(1e-6) - at(-1e-6)) / 2e-6;
        assert!((measured - slope[axis]).abs() < 1e-6, "{measured} {slope:?}");
    }
}
