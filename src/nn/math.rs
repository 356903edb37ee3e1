//! Every transcendental function of the program, so that the same input gives the same bits on
//! every machine. The only module that calls `libm`; `clippy.toml` forbids std's versions elsewhere.

/// e to the power `x`.
#[inline]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// e to the power `x`, minus 1, exact for small `x`.
#[inline]
pub fn exp_m1(x: f64) -> f64 {
    libm::expm1(x)
}

/// Natural logarithm.
#[inline]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// Natural logarithm of `1 + x`, exact for small `x`.
#[inline]
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// Decimal logarithm.
#[inline]
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// Hyperbolic tangent.
#[inline]
pub(super) fn tanh(x: f64) -> f64 {
    libm::tanh(x)
}

/// Sine of `x` radians.
#[inline]
pub(super) fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// Cosine of `x` radians.
#[inline]
pub(super) fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// `base` to the power `exponent`.
#[inline]
pub fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// The logistic function 1 / (1 + e^−z).
///
/// Only e^−|z| is ever taken, so neither side overflows and small probabilities keep their digits.
#[inline]
pub fn sigmoid(z: f64) -> f64 {
    let e = exp(-z.abs());
    if z < 0.0 { e / (1.0 + e) } else { 1.0 / (1.0 + e) }
}

/// ln(1 + e^z), without overflow for large `z` and without loss of digits for small ones.
#[inline]
pub(super) fn softplus(z: f64) -> f64 {
    z.max(0.0) + ln_1p(exp(-z.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sigmoid_of_zero_is_exactly_one_half() {
        assert_eq!(sigmoid(0.0), 0.5);
        assert_eq!(sigmoid(-0.0), 0.5);
    }

    #[test]
    fn sigmoid_keeps_its_digits_on_both_sides() {
        assert_eq!(format!("{:.14}", sigmoid(-20.0)), "0.00000000206115");
        assert_eq!(sigmoid(-1000.0), 0.0);
        assert_eq!(sigmoid(1000.0), 1.0);
        for z in [0.1, 1.0, 3.7, 30.0] {
            assert!((sigmoid(z) + sigmoid(-z) - 1.0).abs() <= f64::EPSILON, "at {z}");
        }
        assert!(sigmoid(-700.0) > 0.0, "a small probability is not zero");
    }

    #[test]
    fn softplus_neither_overflows_nor_vanishes() {
        assert_eq!(softplus(1000.0), 1000.0);
        assert_eq!(softplus(0.0), ln(2.0));
        assert!((softplus(-40.0) / exp(-40.0) - 1.0).abs() < 1e-12);
    }
}
