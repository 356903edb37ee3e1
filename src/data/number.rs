//! Whether a result is a number at all, and how one is written for other programs. How the screen shows
//! numbers is not decided here.

/// From this size on a number is written with an exponent.
const HUGE: f64 = 1e16;

/// The number, where it is one: what overflowed, or comes of what did, is no result of any kind, shown as
/// `–` and neither counted nor written. Everything that asks whether a result exists asks here.
#[inline]
pub fn defined(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}

/// So many decimals, with an exponent instead of hundreds of digits where the number is huge; none where
/// there is no number.
pub fn places(x: f64, decimals: usize) -> Option<String> {
    defined(x).map(|x| if x.abs() < HUGE { format!("{x:.decimals$}") } else { format!("{x:.decimals$e}") })
}

/// The shortest digits that give the same number again, with an exponent instead of hundreds of them;
/// nothing where there is no number.
pub fn exact(x: f64) -> String {
    match defined(x) {
        None => String::new(),
        Some(x) if x.abs() < HUGE => x.to_string(),
        Some(x) => format!("{x:e}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_again_bit_for_bit_and_what_is_none_is_empty() {
        for x in [0.1 + 0.2, -2.5e300, 1e16, 22.0, -0.0, f64::MAX, 1e-300] {
            let text = exact(x);
            assert_eq!(text.parse::<f64>().unwrap().to_bits(), x.to_bits());
        }
        assert_eq!(exact(1e308), "1e308");
        assert_eq!(exact(22.0), "22");
        for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!((defined(x), exact(x)), (None, String::new()));
        }
    }
}
