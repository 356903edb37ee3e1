//! From the sum z that goes into the output to its loss and its slope: of rows that may stand for several people
//! each, `n` of them, of whom `lived` did.

use pulp::Simd;

use super::packed::LaneColumn;
use super::wide::{Eight, EightWork};
use crate::nn::{Loss, Real, math};

/// What the losses of some rows come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LossTotal {
    /// Their sum; no finite number where a sum that goes into the output is none.
    pub loss: f64,
    /// How many answers are right at threshold 0.5.
    pub right: u32,
}

/// Loss and right answers so far, summed in eight places.
#[derive(Debug, Clone)]
pub(super) struct LossSums {
    loss: Eight,
    right: Eight,
}

impl LossSums {
    pub const NONE: Self = Self { loss: Eight::ZERO, right: Eight::ZERO };

    pub fn sum(&self) -> LossTotal {
        LossTotal { loss: self.loss.sum(), right: self.right.sum() as u32 }
    }

    pub fn add(&mut self, other: &Self) {
        *self = Self { loss: self.loss.plus(&other.loss), right: self.right.plus(&other.right) };
    }
}

/// The slopes of the losses of a group's rows, the losses and the right answers, as far as they are wanted.
pub(super) struct Losses<'a> {
    pub loss: Loss,
    pub z: &'a [Eight],
    pub lived: &'a [Eight],
    pub counts: &'a [Eight],
    pub slopes: Option<&'a mut [Eight]>,
    pub total: Option<&'a mut LossSums>,
}

impl EightWork for Losses<'_> {
    #[inline(always)]
    fn eights<S: Simd, const V: usize>(self, simd: S) {
        let Self { loss, z, lived, counts, mut slopes, mut total } = self;
        for b in 0..z.len() {
            for v in 0..V {
                let (z, lived, n) = (z[b].get(simd, v), lived[b].get(simd, v), counts[b].get(simd, v));
                let (zero, one) = (z.constant(0.0), z.constant(1.0));
                let e = math::exp(-z.abs());
                if let Some(slopes) = &mut slopes {
                    let p = math::sigmoid_from(z, e);
                    let slope = match loss {
                        Loss::CrossEntropy => n * p - lived,
                        Loss::SquaredError => p.constant(2.0) * (n * p - lived) * p * (one - p),
                    };
                    slopes[b].set(v, slope);
                }
                if let Some(total) = &mut total {
                    let losses = match loss {
                        // n ln(1 + e^z) − lived · z, the large parts of it first.
                        Loss::CrossEntropy => {
                            let large = n.mul_add(z.above(zero, z, zero), -(lived * z));
                            n.mul_add(math::ln_1p_of_positive(e), large)
                        }
                        Loss::SquaredError => {
                            let p = math::sigmoid_from(z, e);
                            let short = one - p;
                            // What no number can say has no loss, though p is 0 or 1 there.
                            lived * short * short + (n - lived) * p * p + z * zero
                        }
                    };
                    total.loss.set(v, total.loss.get(simd, v) + losses);
                    total.right.set(v, total.right.get(simd, v) + z.above(zero, lived, n - lived));
                }
            }
        }
    }
}

/// How the losses of rows bend with z.
#[inline(always)]
pub(super) fn bends<S: Simd, const B: usize, const V: usize>(
    simd: S,
    loss: Loss,
    z: &LaneColumn<B>,
    (lived, counts): (&LaneColumn<B>, &LaneColumn<B>),
    to: &mut LaneColumn<B>,
) {
    for b in 0..B {
        for v in 0..V {
            let (z, lived, n) = (z[b].get(simd, v), lived[b].get(simd, v), counts[b].get(simd, v));
            let (one, two) = (z.constant(1.0), z.constant(2.0));
            let p = math::sigmoid_from(z, math::exp(-z.abs()));
            let slope = p * (one - p);
            let bend = match loss {
                Loss::CrossEntropy => n * slope,
                Loss::SquaredError => two * slope * (n * slope + (n * p - lived) * (one - two * p)),
            };
            to[b].set(v, bend);
        }
    }
}
