//! How a figure differs between several tries of the same.

use serde::Serialize;

use crate::data::Moments;

/// Where the figures lie and how far apart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spread {
    /// Their mean, each counted once.
    pub mean: f64,
    /// The standard deviation between them, with one less than them below the line.
    pub sd: f64,
    /// The least.
    pub least: f64,
    /// The greatest.
    pub most: f64,
}

impl Spread {
    /// That of some figures; none of fewer than two.
    pub(super) fn of(values: &[f64]) -> Option<Self> {
        if values.len() < 2 {
            return None;
        }
        let Moments { mean, sd, .. } = Moments::of(values.iter().copied());
        let count = values.len() as f64;
        let [least, most] = [f64::min, f64::max].map(|of| values.iter().copied().reduce(of).unwrap_or(mean));
        Some(Self { mean, sd: sd * (count / (count - 1.0)).sqrt(), least, most })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_deviation_and_range_are_those_of_the_figures() {
        let spread = Spread::of(&[0.5, 1.0, 0.75]).unwrap();
        assert_eq!((spread.mean, spread.least, spread.most), (0.75, 0.5, 1.0));
        assert!((spread.sd - 0.25).abs() < 1e-15, "{}", spread.sd);
        assert_eq!(Spread::of(&[1.0]), None);
    }
}
