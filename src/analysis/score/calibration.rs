//! Whether the p's mean what they say, and how they are spread: people gathered by their p.

use serde::{Deserialize, Serialize};

use super::{Answer, wilson};
use crate::nn::math;

/// Bins of the calibration.
pub const BINS: usize = 10;

/// People with about the same p, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bin {
    /// p is above this (or 0 itself in the first bin).
    pub from: f64,
    /// p is at most this.
    pub to: f64,
    /// How many people.
    pub people: u32,
    /// How many of them lived.
    pub lived: u32,
    /// The mean of their p's: the share the network says lived.
    pub said: f64,
    /// The 95 % Wilson interval of the share that did.
    pub wilson: [f64; 2],
}

impl Bin {
    /// The share of them that lived.
    pub fn share(&self) -> f64 {
        f64::from(self.lived) / f64::from(self.people)
    }
}

/// The bins of [`tenths`] that hold anybody, from the lowest.
pub fn calibration(answers: &[Answer]) -> Vec<Bin> {
    tenths(answers).into_iter().flatten().collect()
}

/// Ten equal bins over 0…1, from the lowest, none where nobody is; people without a p are in none.
pub fn tenths(answers: &[Answer]) -> [Option<Bin>; BINS] {
    let mut sums = [(0_u32, 0_u32, 0.0); BINS];
    for answer in answers {
        let Some(z) = answer.z() else { continue };
        let p = math::sigmoid(z);
        let sum = &mut sums[bin_of(p, BINS)];
        sum.0 += 1;
        sum.1 += u32::from(answer.lived);
        sum.2 += p;
    }
    std::array::from_fn(|index| {
        let (people, lived, sum) = sums[index];
        let (from, to) = bin_ends(index);
        Some(Bin { from, to, people, lived, said: sum / f64::from(people), wilson: wilson(lived, people)? })
    })
}

/// The p's a bin of the calibration lies between.
pub fn bin_ends(index: usize) -> (f64, f64) {
    (edge(index, BINS), edge(index + 1, BINS))
}

/// How many died and how many lived in each of `bins` equal bins of p, people without a p left out.
pub fn histogram(answers: &[Answer], bins: usize) -> Vec<(u32, u32)> {
    let mut counts = vec![(0, 0); bins];
    for answer in answers {
        let Some(z) = answer.z() else { continue };
        let count = &mut counts[bin_of(math::sigmoid(z), bins)];
        if answer.lived {
            count.1 += 1;
        } else {
            count.0 += 1;
        }
    }
    counts
}

/// The bin whose upper end is the first at or above p: as a threshold between two bins cuts them.
fn bin_of(p: f64, bins: usize) -> usize {
    let guess = (p * bins as f64) as usize;
    // The product is rounded, so the edges themselves decide.
    let from = guess.saturating_sub(1);
    (from..bins).find(|&bin| p <= edge(bin + 1, bins)).unwrap_or(bins - 1)
}

fn edge(index: usize, bins: usize) -> f64 {
    index as f64 / bins as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_p_on_an_edge_belongs_to_the_bin_below_it() {
        for (p, bin) in [(0.0, 0), (0.1, 0), (0.100_000_1, 1), (0.3, 2), (0.5, 4), (0.7, 6), (1.0, 9)] {
            assert_eq!(bin_of(p, 10), bin, "{p}");
        }
    }

    #[test]
    fn who_has_no_p_is_in_no_bin() {
        let answer = |z, lived| Answer::new(0, z, lived);
        let answers = [answer(Some(0.0), true), answer(None, false), answer(Some(-20.0), false)];
        let bins = calibration(&answers);
        assert_eq!(bins.len(), 2, "empty bins are left out");
        assert_eq!((bins[1].people, bins[1].lived, bins[1].said), (1, 1, 0.5));
        assert_eq!((bins[1].from, bins[1].to), (0.4, 0.5));
        let tenths = tenths(&answers);
        assert!(tenths[0] == Some(bins[0]) && tenths[4] == Some(bins[1]));
        assert_eq!(tenths.iter().flatten().count(), 2, "all keep their place");
        assert_eq!(histogram(&answers, 2), [(1, 1), (0, 0)]);
    }
}
