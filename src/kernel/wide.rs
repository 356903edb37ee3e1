//! Eight numbers side by side, and as many of them as an instruction takes.

use std::ops::{Add, Div, Mul, Neg, Sub};

use pulp::{Simd, WithSimd};

use crate::nn::{HALF_ROOT, Real};

/// Numbers of eight rows, where instructions like to find them.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C, align(64))]
pub struct Eight(pub [f64; Self::COUNT]);

impl Eight {
    pub const COUNT: usize = 8;
    pub const ZERO: Self = Self([0.0; Self::COUNT]);
    pub(super) const ONE: Self = Self([1.0; Self::COUNT]);

    /// Each times its neighbour in another eight.
    #[inline(always)]
    pub(super) fn times(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|lane| self.0[lane] * other.0[lane]))
    }

    /// Each and its neighbour in another eight.
    pub(super) fn plus(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|lane| self.0[lane] + other.0[lane]))
    }

    /// The sum of all eight, in the order of [`Wide::sum`].
    pub(super) fn sum(&self) -> f64 {
        Wide::sum([self.get(pulp::Scalar512b, 0)])
    }

    /// How many vectors of these instructions eight numbers are.
    #[inline(always)]
    pub(super) const fn vectors_of<S: Simd>() -> usize {
        Self::COUNT / S::F64_LANES
    }

    /// One of the vectors.
    #[inline(always)]
    pub(super) fn get<S: Simd>(&self, simd: S, vector: usize) -> Wide<S> {
        Wide { simd, lanes: S::as_simd_f64s(&self.0).0[vector] }
    }

    /// All of them.
    #[inline(always)]
    pub(super) fn vectors<S: Simd, const V: usize>(&self, simd: S) -> [Wide<S>; V] {
        let mut all = [Wide::splat(simd, 0.0); V];
        for v in 0..V {
            all[v] = self.get(simd, v);
        }
        all
    }

    #[inline(always)]
    pub(super) fn set_vectors<S: Simd, const V: usize>(&mut self, to: [Wide<S>; V]) {
        for v in 0..V {
            self.set(v, to[v]);
        }
    }

    #[inline(always)]
    pub(super) fn set<S: Simd>(&mut self, vector: usize, to: Wide<S>) {
        S::as_mut_simd_f64s(&mut self.0).0[vector] = to.lanes;
    }
}

/// What is done with eights, `V` vectors each.
pub(super) trait EightWork {
    fn eights<S: Simd, const V: usize>(self, simd: S);
}

/// Work by the vectors of these instructions.
pub(super) struct ByVectors<W>(pub W);

impl<W: EightWork> WithSimd for ByVectors<W> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        match Eight::vectors_of::<S>() {
            1 => self.0.eights::<S, 1>(simd),
            2 => self.0.eights::<S, 2>(simd),
            _ => self.0.eights::<S, 4>(simd),
        }
    }
}

/// Work that many passes ask for and that is long: it stands once in the program, not in each of them.
#[inline(never)]
pub(super) fn apart<S: Simd>(simd: S, work: impl EightWork) {
    simd.vectorize(ByVectors(work));
}

/// As many numbers as an instruction takes.
#[derive(Clone, Copy)]
pub struct Wide<S: Simd> {
    simd: S,
    lanes: S::f64s,
}

impl<S: Simd> Wide<S> {
    /// This number in every place.
    #[inline(always)]
    pub(super) fn splat(simd: S, value: f64) -> Self {
        Self { simd, lanes: simd.splat_f64s(value) }
    }

    /// The sum of eight numbers: each of the first half and its like in the second, until one is left.
    #[inline(always)]
    pub(super) fn sum<const V: usize>(of: [Self; V]) -> f64 {
        let all = match V {
            1 => of[0],
            2 => of[0] + of[1],
            _ => (of[0] + of[2]) + (of[1] + of[3]),
        };
        all.simd.reduce_sum_f64s(all.lanes)
    }

    #[inline(always)]
    fn with(self, lanes: S::f64s) -> Self {
        Self { lanes, ..self }
    }

    /// These bits as they are, the high half of each moved by 20 to the left: from the lowest bits of the high
    /// half to the exponent.
    #[inline(always)]
    fn into_exponent(self) -> Self {
        let Self { simd, lanes } = self;
        self.with(pulp::cast(simd.wrapping_dyn_shl_u32s(pulp::cast(lanes), simd.splat_u32s(20))))
    }
}

/// 1.5 · 2^20: added to it, a whole number stands in the lowest bits of the high half.
const WHOLE_HIGH: f64 = 1_572_864.0;
/// 2^20: its exponent makes a number of the lowest bits of the high half.
const FROM_HIGH: f64 = 1_048_576.0;

impl<S: Simd> Real for Wide<S> {
    #[inline(always)]
    fn constant(self, value: f64) -> Self {
        Self::splat(self.simd, value)
    }

    #[inline(always)]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        self.with(self.simd.mul_add_f64s(self.lanes, factor.lanes, term.lanes))
    }

    #[inline(always)]
    fn abs(self) -> Self {
        self.with(self.simd.abs_f64s(self.lanes))
    }

    #[inline(always)]
    fn above(self, limit: Self, then: Self, otherwise: Self) -> Self {
        let is_above = self.simd.greater_than_f64s(self.lanes, limit.lanes);
        self.with(self.simd.select_f64s(is_above, then.lanes, otherwise.lanes))
    }

    #[inline(always)]
    fn power_of_two(self) -> Self {
        (self + self.constant(WHOLE_HIGH + 1023.0)).into_exponent()
    }

    #[inline(always)]
    fn parted(self) -> (Self, Self) {
        let simd = self.simd;
        let high = |bits: u64| -> S::u32s { pulp::cast(simd.splat_u64s(bits)) };
        let bits: S::u32s = simd.add_u32s(pulp::cast(self.lanes), high(1.0_f64.to_bits() - HALF_ROOT));
        let exponent: S::u64s = pulp::cast(simd.wrapping_dyn_shr_u32s(bits, simd.splat_u32s(20)));
        let exponent = simd.and_u64s(exponent, simd.splat_u64s(0xffff_ffff << 32));
        let exponent = simd.or_u64s(exponent, simd.splat_u64s(FROM_HIGH.to_bits()));
        let mantissa: S::u64s = simd.and_u64s(pulp::cast(bits), simd.splat_u64s((1 << 52) - 1));
        let mantissa = simd.add_u32s(pulp::cast(mantissa), high(HALF_ROOT));
        (self.with(pulp::cast(mantissa)), self.with(pulp::cast(exponent)) - self.constant(FROM_HIGH + 1023.0))
    }
}

macro_rules! operator {
    ($operator:ident, $method:ident, $of:ident) => {
        impl<S: Simd> $operator for Wide<S> {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                self.with(self.simd.$of(self.lanes, other.lanes))
            }
        }
    };
}

operator!(Add, add, add_f64s);
operator!(Sub, sub, sub_f64s);
operator!(Mul, mul, mul_f64s);
operator!(Div, div, div_f64s);

impl<S: Simd> Neg for Wide<S> {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        self.with(self.simd.neg_f64s(self.lanes))
    }
}
