//! What formulas are written in that are computed for one number and for many side by side: an `f64` here,
//! and whatever else does the same operations with the same bits.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number, or several in places of their own, each of which goes its own way. Every operation rounds once.
pub trait Real:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// This number in every place.
    #[must_use]
    fn constant(self, value: f64) -> Self;

    /// self · `factor` + `term`, rounded once.
    #[must_use]
    fn mul_add(self, factor: Self, term: Self) -> Self;

    /// Its size.
    #[must_use]
    fn abs(self) -> Self;

    /// `then` where it is above `limit`, else `otherwise`; NaN is above nothing.
    #[must_use]
    fn above(self, limit: Self, then: Self, otherwise: Self) -> Self;

    /// 2 to the power of this whole number from −1022 to 1023.
    #[must_use]
    fn power_of_two(self) -> Self;

    /// A normal positive number as m · 2^k with m from about √½ to √2: m and k.
    fn parted(self) -> (Self, Self);
}

/// The high half of about √½, where [`Real::parted`] cuts, as bits.
pub const HALF_ROOT: u64 = 0x3fe6_a09e_0000_0000;

impl Real for f64 {
    #[inline]
    fn constant(self, value: f64) -> Self {
        value
    }

    #[inline]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        self.mul_add(factor, term)
    }

    #[inline]
    fn abs(self) -> Self {
        self.abs()
    }

    #[inline]
    fn above(self, limit: Self, then: Self, otherwise: Self) -> Self {
        if self > limit { then } else { otherwise }
    }

    #[inline]
    fn power_of_two(self) -> Self {
        Self::from_bits(((self as i64 + 1023) as u64) << 52)
    }

    #[inline]
    fn parted(self) -> (Self, Self) {
        let bits = self.to_bits().wrapping_add(1.0_f64.to_bits() - HALF_ROOT);
        let mantissa = (bits & ((1 << 52) - 1)) + HALF_ROOT;
        (Self::from_bits(mantissa), (bits >> 52) as Self - 1023.0)
    }
}
