//! From the sum z that goes into the output to its loss and its slope: of rows that may stand for several people
//! each, `n` of them, of whom `lived` did.

use pulp::Simd;

use super::packed::Column;
use super::wide::{Eight, Wide};
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
pub(super) struct LossSums {
    loss: Eight,
    right: Eight,
}

impl LossSums {
    pub const NONE: Self = Self { loss: Eight::ZERO, right: Eight::ZERO };

    pub fn sum(&self) -> LossTotal {
        let sum = |of: Eight| Wide::sum([of.get(pulp::Scalar512b, 0)]);
        LossTotal { loss: sum(self.loss), right: sum(self.right) as u32 }
    }
}

/// The slopes of the losses of a group's rows, the losses and the right answers, as far as they are wanted.
#[inline(always)]
pub(super) fn losses<S: Simd, const B: usize, const V: usize>(
    simd: S,
    loss: Loss,
    z: &Column<B>,
    (lived, counts): (&Column<B>, &Column<B>),
    mut slopes: Option<&mut Column<B>>,
    mut total: Option<&mut LossSums>,
) {
    for b in 0..B {
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

/// How the losses of rows bend with z.
#[inline(always)]
pub(super) fn bends<S: Simd, const B: usize, const V: usize>(
    simd: S,
    loss: Loss,
    z: &Column<B>,
    (lived, counts): (&Column<B>, &Column<B>),
    to: &mut Column<B>,
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
