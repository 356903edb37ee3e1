//! Directions, the path of training and the planes laid through a network.

use super::*;

fn length_and_angle(axes: &[PlaneAxis; 2]) -> [f64; 3] {
    let [PlaneAxis::Direction(a), PlaneAxis::Direction(b)] = axes else { panic!("directions") };
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    [dot(a, a), dot(b, b), dot(a, b)]
}

#[test]
fn directions_are_of_length_one_and_at_right_angles() {
    let run = trained(deep(Loss::CrossEntropy), 80);
    let mut path = Path::default();
    path.follow(&run);
    let found = principal(&path.all()).unwrap();
    for axes in [&found.axes, &random(run.network(), 1), &random(run.network(), 2)] {
        let [a, b, between] = length_and_angle(axes);
        assert!((a - 1.0).abs() < 1e-12 && (b - 1.0).abs() < 1e-12 && between.abs() < 1e-12);
    }
    assert_ne!(random(run.network(), 1), random(run.network(), 2));
    let [first, second] = found.shares;
    assert!(first > second && second > 0.0 && first + second <= 1.0 + 1e-12);
    assert!(first + second > 0.9, "a path of 80 epochs hardly leaves its plane");
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
    let other = trained(Recipe { learning_rate: 0.002, ..raw() }, 40);
    path.follow(&other);
    assert_eq!(path.until(u64::MAX).count(), 41);
    assert_eq!(path.until(7).last().unwrap().0, 7);
}

#[test]
fn a_plane_goes_through_the_network_it_was_laid_through() {
    let run = trained(deep(Loss::CrossEntropy), 5);
    let (start, here) = (run.network_at(0), run.network().parameters());
    let span = Span::new(-1.0, 1.0);
    for axes in [[PlaneAxis::Parameter(1), PlaneAxis::Parameter(4)], random(&start, 9)] {
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
