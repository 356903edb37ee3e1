//! Whether one set of answers is better than another or only luckier: the exact test of
//! `McNemar` (1947).

use serde::{Deserialize, Serialize};

use super::{Answer, fence};
use crate::data::{PassengerList, Sex};
use crate::nn::math;

/// A network against the rule "women live" on the same people.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct McNemar {
    /// The rule is right about them and the network wrong.
    pub to_the_rule: u32,
    /// The network is right about them and the rule wrong.
    pub to_the_network: u32,
    /// How often a fair coin would split so many people at least as unevenly; 1 where they agree on all, and
    /// never 0, which would say that it cannot be.
    pub p: f64,
}

impl McNemar {
    /// Compares them at a threshold on p.
    pub fn against_women_live(list: &PassengerList, answers: &[Answer], threshold: f64) -> Self {
        let fence = fence(threshold);
        let (mut rule, mut network) = (0, 0);
        for answer in answers {
            let woman = list.passenger(answer.place()).sex == Sex::Female;
            match (woman == answer.lived, answer.is_right(fence)) {
                (true, false) => rule += 1,
                (false, true) => network += 1,
                (true, true) | (false, false) => {}
            }
        }
        Self { to_the_rule: rule, to_the_network: network, p: two_sided(rule, network) }
    }

    /// People they judge differently.
    pub const fn differ(&self) -> u32 {
        self.to_the_rule + self.to_the_network
    }
}

/// The exact two-sided binomial p of a split, min(1, 2·P(X ≤ the smaller)) for X of n at one half.
fn two_sided(a: u32, b: u32) -> f64 {
    let (k, n) = (a.min(b), a + b);
    // From the likeliest term down, each from the one before; its logarithm first, for 2⁻ⁿ alone
    // would vanish for large n.
    let choose: f64 = (1..=k).map(|i| math::ln(f64::from(n - k + i) / f64::from(i))).sum();
    let mut term = math::exp(choose - f64::from(n) * std::f64::consts::LN_2);
    let mut sum = 0.0;
    for i in (0..=k).rev() {
        sum += term;
        term *= f64::from(i) / f64::from(n - i + 1);
    }
    (2.0 * sum).clamp(f64::MIN_POSITIVE, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_p_of_a_split_is_the_exact_binomial_one() {
        // 2·Σ C(n, i) / 2ⁿ for i ≤ the smaller, as whole numbers.
        for (a, b, p) in
            [(24, 11, 0.040_959_591_511_6), (11, 24, 0.040_959_591_511_6), (0, 5, 0.0625), (3, 3, 1.0), (0, 0, 1.0)]
        {
            let error = (two_sided(a, b) - p).abs();
            assert!(error < 1e-12, "{a} to {b}: {}", two_sided(a, b));
        }
    }

    #[test]
    fn many_people_do_not_make_the_numbers_vanish() {
        let p = two_sided(50_000, 50_600);
        assert!((0.05..0.07).contains(&p), "{p}");
        let least = two_sided(10, 100_000);
        assert!(least > 0.0 && least < 1e-300, "{least}");
    }
}
