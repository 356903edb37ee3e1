//! The mean and the standard deviation of some numbers, exact where all are equal and stable otherwise; and their
//! middle.

/// How many numbers there are, where they lie and how far they spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// How many.
    pub count: usize,
    /// Their mean; 0 of nothing.
    pub mean: f64,
    /// Their population standard deviation; 0 of nothing.
    pub sd: f64,
}

impl Moments {
    /// By the compensated two-pass algorithm (Chan, Golub and `LeVeque` 1983): what rounding left in the
    /// mean is the mean of the distances from it and is put right before squares are taken.
    ///
    /// Of equal numbers each distance is the same few units in the last place of the mean; so their
    /// sum, their mean and the corrected mean are exact, and the standard deviation is 0, where a plain
    /// sum leaves 1e-15 by which scaling would divide.
    pub fn of<I: Iterator<Item = f64> + Clone>(values: I) -> Self {
        let (sum, count) = values.clone().fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
        if count == 0 {
            return Self { count, mean: 0.0, sd: 0.0 };
        }
        let per = count as f64;
        let rough = sum / per;
        let mean = rough + values.clone().map(|value| value - rough).sum::<f64>() / per;
        Self { count, mean, sd: spread(values, mean, per) }
    }

    /// The same around a mean that is known already.
    pub fn around<I: Iterator<Item = f64> + Clone>(mean: f64, values: I) -> Self {
        let count = values.clone().count();
        let sd = if count == 0 { 0.0 } else { spread(values, mean, count as f64) };
        Self { count, mean, sd }
    }
}

/// The middle of rising numbers, of an even number the mean of the middle two; none of nothing.
pub fn median(rising: &[f64]) -> Option<f64> {
    let middle = rising.len() / 2;
    let &upper = rising.get(middle)?;
    Some(if rising.len() % 2 == 1 { upper } else { f64::midpoint(rising[middle - 1], upper) })
}

fn spread(values: impl Iterator<Item = f64>, mean: f64, per: f64) -> f64 {
    let squares = values.map(|value| (value - mean) * (value - mean));
    (squares.sum::<f64>() / per).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_have_their_mean_and_no_spread() {
        for value in [0.1, 7.05, 0.3, 26.55, 1e-300, 1.0 / 3.0, -5.9] {
            for count in [1, 2, 3, 7, 600, 891, 100_000] {
                let all = Moments::of(std::iter::repeat_n(value, count));
                assert_eq!((all.mean, all.sd), (value, 0.0), "{count} times {value}");
            }
        }
    }

    #[test]
    fn a_spread_does_not_depend_on_where_the_numbers_lie() {
        let numbers = [4.0, 7.0, 13.0, 16.0];
        for shift in [0.0, 1e3, 1e9, 1e12, -1e14] {
            let all = Moments::of(numbers.iter().map(|number| number + shift).cycle().take(600));
            assert_eq!((all.mean, all.sd), (10.0 + shift, 22.5_f64.sqrt()));
        }
    }

    #[test]
    fn nothing_has_no_spread() {
        let none = Moments::of(std::iter::empty());
        assert_eq!((none.count, none.mean, none.sd), (0, 0.0, 0.0));
    }
}
