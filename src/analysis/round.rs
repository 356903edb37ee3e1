//! Round numbers: 1, 2 or 5 times a power of ten apart.

/// A round distance: `digit` · 10^`exponent`.
#[derive(Debug, Clone, Copy)]
pub struct RoundStep {
    digit: f64,
    exponent: i32,
}

impl RoundStep {
    /// The least round distance that is not less than this one.
    pub fn at_least(raw: f64) -> Self {
        // The exponent of the decimal form, exactly and without a logarithm.
        let exponent =
            format!("{raw:e}").split_once('e').and_then(|(_, exponent)| exponent.parse::<i32>().ok()).unwrap_or(0);
        let digit = scale(raw, -exponent);
        // A hair of slack, so that 0.1 · 3 counts as three tenths.
        match [1.0, 2.0, 5.0].into_iter().find(|&round| digit <= round * (1.0 + 1e-9)) {
            Some(digit) => Self { digit, exponent },
            None => Self { digit: 1.0, exponent: exponent + 1 },
        }
    }

    /// The next greater one.
    #[must_use]
    pub fn next(self) -> Self {
        match self.digit {
            1.0 => Self { digit: 2.0, ..self },
            2.0 => Self { digit: 5.0, ..self },
            _ => Self { digit: 1.0, exponent: self.exponent + 1 },
        }
    }

    /// How many steps make the value; a whole number to within rounding is made whole.
    pub fn count(self, value: f64) -> f64 {
        let count = scale(value, -self.exponent) / self.digit;
        let whole = count.round();
        if (count - whole).abs() < 1e-9 * whole.abs().max(1.0) { whole } else { count }
    }

    /// So many steps.
    pub fn times(self, count: f64) -> f64 {
        // Adding zero turns −0 into 0.
        scale(count * self.digit, self.exponent) + 0.0
    }

    /// Decimals that tell neighbouring steps apart.
    pub fn decimals(self) -> usize {
        self.exponent.min(0).unsigned_abs() as usize
    }
}

/// value · 10^exponent, by one correctly rounded operation with an exact power where there is one.
fn scale(value: f64, exponent: i32) -> f64 {
    /// Those that have no rounding, for an axis asks often.
    const EXACT: [f64; 23] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ];
    let far = |exponent: u32| format!("1e{exponent}").parse::<f64>().unwrap_or(f64::INFINITY);
    let power = |exponent: u32| EXACT.get(exponent as usize).copied().unwrap_or_else(|| far(exponent));
    if exponent < 0 { value / power(exponent.unsigned_abs()) } else { value * power(exponent.unsigned_abs()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_step_is_the_least_round_distance_from_another_on() {
        let from = |raw| RoundStep::at_least(raw).times(1.0);
        assert_eq!([0.07, 0.1, 0.3, 1.0, 2.1, 60.0].map(from), [0.1, 0.1, 0.5, 1.0, 5.0, 100.0]);
        let next = |raw| RoundStep::at_least(raw).next().times(1.0);
        assert_eq!([0.1, 0.2, 5.0].map(next), [0.2, 0.5, 10.0]);
        assert_eq!(RoundStep::at_least(0.1).times(3.0), 0.3);
        assert_eq!(RoundStep::at_least(0.1).count(0.3), 3.0);
        assert_eq!([0.02, 0.5, 3.0].map(|raw| RoundStep::at_least(raw).decimals()), [2, 1, 0]);
    }

    proptest! {
        #[test]
        fn a_step_is_never_less_than_asked_and_never_much_more(raw in 1e-9..1e9) {
            let step = RoundStep::at_least(raw).times(1.0);
            prop_assert!(step >= raw * (1.0 - 1e-8) && step <= raw * 2.5 * (1.0 + 1e-8));
        }
    }
}
