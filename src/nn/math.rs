//! Every transcendental function of the program, so that the same input gives the same bits on every machine:
//! those that training asks for each row are computed here, the others by `libm`, which nothing else calls;
//! `clippy.toml` forbids std's versions.
//!
//! The own ones are written in [`Real`], for one number or many: a fixed series of operations without a branch.
//! Against the exact value they err by less than 1 unit in the last place, `tanh` by less than 2.

#![expect(clippy::inline_always, reason = "the kernel's instructions reach only what is inlined")]

use super::real::Real;

/// What makes a number of usual size whole when it is added and taken away again.
const WHOLE: f64 = 6_755_399_441_055_744.0;
/// The first 42 bits of ln 2, so that a small whole number times it is exact.
const LN_2_HIGH: f64 = 0.693_147_180_559_890_3;
/// The rest of ln 2.
const LN_2_LOW: f64 = 5.497_923_018_708_371e-14;
/// (e^r − 1 − r) / r² for r up to half of ln 2, to 2^−61 of e^r (Chebyshev).
const EXP: [f64; 11] = [
    0.5,
    0.166_666_666_666_666_7,
    0.041_666_666_666_666_67,
    0.008_333_333_333_326_136,
    0.001_388_888_888_888_374_8,
    0.000_198_412_698_748_206_27,
    2.480_158_732_554_774_3e-5,
    2.755_725_540_020_642_2e-6,
    2.755_727_364_311_03e-7,
    2.510_521_700_472_074_5e-8,
    2.091_468_696_808_687_6e-9,
];
/// (2 artanh s − 2s) / s³ as a function of s², for s up to (√2 − 1) / (√2 + 1), to 2^−56 (Chebyshev).
const ARTANH: [f64; 7] = [
    0.666_666_666_666_667,
    0.399_999_999_998_993_8,
    0.285_714_286_260_310_65,
    0.222_222_111_257_228_1,
    0.181_828_897_861_910_42,
    0.153_316_996_335_438_58,
    0.146_167_211_798_618_16,
];

/// (tanh x / x − 1) / x² as a function of x², up to [`TANH_IS_NEAR`], to 2^−57 (Chebyshev).
const TANH: [f64; 11] = [
    -0.333_333_333_333_333_3,
    0.133_333_333_333_326_92,
    -0.053_968_253_967_408_654,
    0.021_869_488_492_510_94,
    -0.008_863_234_371_198_618,
    0.003_592_110_028_363_591,
    -0.001_455_659_034_496_879,
    0.000_588_922_294_872_554_3,
    -0.000_234_593_962_630_028_05,
    8.504_640_981_678_046e-5,
    -2.055_648_122_784_942_7e-5,
];
/// Where tanh is about one half.
const TANH_IS_NEAR: f64 = 0.55;

/// The value of a polynomial, even and odd powers apart: neither waits for the other.
#[inline(always)]
fn polynomial<R: Real, const N: usize>(x: R, coefficients: &[f64; N]) -> R {
    let square = x * x;
    let (mut last, mut sum) = (x.constant(coefficients[N - 1]), x.constant(coefficients[N - 2]));
    for k in (0..N - 2).rev() {
        let next = last.mul_add(square, x.constant(coefficients[k]));
        (last, sum) = (sum, next);
    }
    last.mul_add(x, sum)
}

/// e to the power `x`.
#[inline(always)]
pub fn exp<R: Real>(x: R) -> R {
    // Beyond these the result is infinite or 0 whatever `x` is; NaN stays.
    let x = x.above(x.constant(710.0), x.constant(710.0), x);
    let x = x.constant(-746.0).above(x, x.constant(-746.0), x);
    // x as r + n ln 2 with n whole and r as small as can be.
    let whole = x.constant(WHOLE);
    let n = x.mul_add(x.constant(std::f64::consts::LOG2_E), whole) - whole;
    let r = n.mul_add(x.constant(-LN_2_LOW), n.mul_add(x.constant(-LN_2_HIGH), x));
    let power = x.constant(1.0) + (r * r).mul_add(polynomial(r, &EXP), r);
    // Twice half the way, for 2^n itself may be too small or too large for a normal number.
    let half = n.mul_add(x.constant(0.5), whole) - whole;
    power * half.power_of_two() * (n - half).power_of_two()
}

/// ln(1 + x) for x from 0 to 2^1000, exact for small `x`.
#[inline(always)]
pub fn ln_1p_of_positive<R: Real>(x: R) -> R {
    let one = x.constant(1.0);
    let u = one + x;
    let lost = x - (u - one);
    let (m, k) = u.parted();
    let f = m - one;
    // What rounding took from 1 + x, as a share of it: to first order in f that is enough.
    let lost = lost * (-k).power_of_two() * (one - f);
    let s = f / (x.constant(2.0) + f);
    let square = s * s;
    let half = x.constant(0.5) * f * f;
    let inner = s.mul_add(square.mul_add(polynomial(square, &ARTANH), half), k.mul_add(x.constant(LN_2_LOW), lost));
    k.mul_add(x.constant(LN_2_HIGH), f - (half - inner))
}

/// Hyperbolic tangent.
#[inline(always)]
pub(super) fn tanh<R: Real>(x: R) -> R {
    let (one, square) = (x.constant(1.0), x * x);
    // Near 0 a difference from 1 would lose the first digits, and far from it a power of x the last.
    let near = x * square.mul_add(polynomial(square, &TANH), one);
    let e = exp(x.constant(-2.0) * x.abs());
    let far = one - x.constant(2.0) * e / (one + e);
    let far = x.above(x.constant(0.0), far, -far);
    x.abs().above(x.constant(TANH_IS_NEAR), far, near)
}

/// The logistic function 1 / (1 + e^−z).
#[inline(always)]
pub fn sigmoid<R: Real>(z: R) -> R {
    sigmoid_from(z, exp(-z.abs()))
}

/// The logistic function where e^−|z| is known.
///
/// Only that is ever taken, so neither side overflows and small probabilities keep their digits.
#[inline(always)]
pub fn sigmoid_from<R: Real>(z: R, e: R) -> R {
    let one = z.constant(1.0);
    z.constant(0.0).above(z, e, one) / (one + e)
}

/// ln(1 + e^z), without overflow for large `z` and without loss of digits for small ones.
#[inline]
pub(super) fn softplus(z: f64) -> f64 {
    z.max(0.0) + ln_1p_of_positive(exp(-z.abs()))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// How many numbers lie between two of the same sign.
    fn apart(a: f64, b: f64) -> u64 {
        if a == b || a.is_nan() && b.is_nan() { 0 } else { a.to_bits().abs_diff(b.to_bits()) }
    }

    /// The largest distance over many arguments, and where.
    fn worst(arguments: impl Iterator<Item = f64>, ours: fn(f64) -> f64, theirs: fn(f64) -> f64) -> (u64, f64) {
        let distances = arguments.map(|x| (apart(ours(x), theirs(x)), x));
        distances.max_by_key(|&(distance, _)| distance).expect("there are arguments")
    }

    /// Evenly from `least` to `most`, at steps that hit no round numbers.
    fn evenly(least: f64, most: f64) -> impl Iterator<Item = f64> {
        const COUNT: u32 = 400_003;
        (0..=COUNT).map(move |k| least + (most - least) * f64::from(k) / f64::from(COUNT))
    }

    /// Every size of number, from the smallest to the largest.
    fn sizes() -> impl Iterator<Item = f64> {
        (0..=0x7fef_u64)
            .flat_map(|high| [0, 0x1234_5678_9abc, 0xffff_ffff_ffff].map(|low| f64::from_bits(high << 48 | low)))
    }

    /// `libm` errs by up to 1 unit itself, and by 2 in its tanh.
    #[test]
    fn the_own_functions_agree_with_libm_to_the_last_digits() {
        let signed = || sizes().chain(sizes().map(|x| -x));
        for (most, (distance, at)) in [
            (1, worst(evenly(-746.0, 710.0).chain(evenly(-2.0, 2.0)).chain(signed()), exp, libm::exp)),
            (
                1,
                worst(
                    evenly(0.0, 1.0).chain(evenly(0.0, 1e3)).chain(sizes().filter(|x| *x < 1e300)),
                    ln_1p_of_positive,
                    libm::log1p,
                ),
            ),
            (3, worst(evenly(-20.0, 20.0).chain(evenly(-0.5, 0.5)).chain(signed()), tanh, libm::tanh)),
        ] {
            assert!(distance <= most, "{distance} apart at {at:e}");
        }
    }

    #[test]
    fn special_values_are_right() {
        assert_eq!([exp(f64::INFINITY), exp(f64::NEG_INFINITY), exp(0.0), exp(-0.0)], [f64::INFINITY, 0.0, 1.0, 1.0]);
        assert_eq!([tanh(f64::INFINITY), tanh(f64::NEG_INFINITY)], [1.0, -1.0]);
        assert!(tanh(0.0).is_sign_positive() && tanh(-0.0).is_sign_negative());
        assert_eq!(ln_1p_of_positive(0.0), 0.0);
        for nan in [exp(f64::NAN), tanh(f64::NAN), sigmoid(f64::NAN), ln_1p_of_positive(f64::NAN)] {
            assert!(nan.is_nan());
        }
        assert!(exp(-745.0) > 0.0 && exp(-746.0) == 0.0 && exp(709.7).is_finite() && exp(709.8).is_infinite());
    }

    proptest! {
        #[test]
        fn a_number_is_its_parts(x in prop::num::f64::POSITIVE) {
            let (m, k) = x.parted();
            prop_assert!((0.707..1.415).contains(&m));
            prop_assert_eq!(m * (k / 2.0).floor().power_of_two() * (k / 2.0).ceil().power_of_two(), x);
        }
    }

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
