//! Round numbers along a range: 1, 2 or 5 times a power of ten apart.

/// The least and the greatest of the finite values.
pub fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values.into_iter().filter(|value| value.is_finite()).fold(None, |range, value| {
        let (min, max) = range.unwrap_or((value, value));
        Some((min.min(value), max.max(value)))
    })
}

/// Round numbers (1, 2 or 5 times a power of ten apart) within the range, about `n` steps of them.
pub fn ticks(min: f64, max: f64, n: usize) -> Vec<f64> {
    let Some(step) = RoundStep::between(min, max, n) else {
        return Vec::new();
    };
    let (first, last) = (step.count(min).ceil(), step.count(max).floor());
    let number = (last - first).clamp(-1.0, 2.0 * n as f64 + 2.0) as i64;
    (0..=number).map(|index| step.times(first + index as f64)).collect()
}

/// The range widened outwards to round numbers: a plot whose ends are these jumps seldom.
pub(in crate::ui) fn nice(min: f64, max: f64, n: usize) -> (f64, f64) {
    RoundStep::between(min, max, n)
        .map_or((min, max), |step| (step.times(step.count(min).floor()), step.times(step.count(max).ceil())))
}

/// A round distance: `digit` · 10^`exponent`.
#[derive(Debug, Clone, Copy)]
pub(super) struct RoundStep {
    digit: f64,
    exponent: i32,
}

impl RoundStep {
    fn between(min: f64, max: f64, n: usize) -> Option<Self> {
        let span = max - min;
        (span.is_finite() && span > 0.0).then(|| Self::over(span, n))
    }

    /// The least round distance of which `n` cover the span.
    pub fn over(span: f64, n: usize) -> Self {
        let raw = span / n.max(1) as f64;
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

    /// How many steps make the value; a whole number to within rounding is made whole.
    fn count(self, value: f64) -> f64 {
        let count = scale(value, -self.exponent) / self.digit;
        let whole = count.round();
        if (count - whole).abs() < 1e-9 * whole.abs().max(1.0) { whole } else { count }
    }

    fn times(self, count: f64) -> f64 {
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
    let power = |exponent: u32| format!("1e{exponent}").parse::<f64>().unwrap_or(f64::INFINITY);
    if exponent < 0 { value / power(exponent.unsigned_abs()) } else { value * power(exponent.unsigned_abs()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ticks_are_round_numbers_inside_the_range() {
        assert_eq!(ticks(0.0, 500.0, 5), [0.0, 100.0, 200.0, 300.0, 400.0, 500.0]);
        assert_eq!(ticks(-6.0, 6.0, 6), [-6.0, -4.0, -2.0, 0.0, 2.0, 4.0, 6.0]);
        assert_eq!(ticks(0.48, 0.71, 5), [0.5, 0.55, 0.6, 0.65, 0.7]);
        assert_eq!(ticks(0.0, 0.3, 3), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks(-0.001, 0.001, 2), [-0.001, 0.0, 0.001]);
        assert!(ticks(1.0, 1.0, 5).is_empty());
        assert!(ticks(0.0, f64::NAN, 5).is_empty());
        assert!(ticks(f64::NEG_INFINITY, 0.0, 5).is_empty());
        assert!(ticks(f64::MIN, f64::MAX, 5).is_empty(), "wider than any number");
    }

    #[test]
    fn nice_ends_are_round_and_enclose_the_range() {
        assert_eq!(nice(0.4902, 0.6925, 5), (0.45, 0.7));
        assert_eq!(nice(0.0, 500.0, 5), (0.0, 500.0));
        assert_eq!(nice(-2.3, 2.3, 4), (-4.0, 4.0));
    }

    #[test]
    fn the_extent_leaves_out_what_is_no_number() {
        assert_eq!(extent([3.0, f64::NAN, -1.0, f64::INFINITY]), Some((-1.0, 3.0)));
        assert_eq!(extent([f64::NAN]), None);
    }

    proptest! {
        #[test]
        fn ticks_are_few_rising_and_inside(min in -1e9..1e9, span in 1e-3..1e9, n in 1_usize..12) {
            let max = min + span;
            let ticks = ticks(min, max, n);
            prop_assert!(ticks.len() <= n + 1, "{:?}", ticks);
            prop_assert!(ticks.is_sorted());
            let slack = span * 1e-6;
            prop_assert!(ticks.iter().all(|&tick| tick >= min - slack && tick <= max + slack));
            let (low, high) = nice(min, max, n);
            prop_assert!(low <= min + slack && high >= max - slack);
        }
    }
}
