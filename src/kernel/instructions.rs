//! Which instructions the processor has, asked once.

use std::sync::LazyLock;

use pulp::{Simd, WithSimd};

use super::packed::{EachGroup, GroupWork, PackedBatch, PackedRows};
use super::wide::ByVectors;

/// A set of instructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instructions {
    /// Those that every processor has; products are added in software where there is no instruction for it.
    Portable,
    /// AVX2 and FMA of x86-64.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// AVX-512 of x86-64.
    #[cfg(target_arch = "x86_64")]
    Avx512,
    /// NEON of ARM.
    #[cfg(target_arch = "aarch64")]
    Neon,
}

static BEST: LazyLock<Instructions> =
    LazyLock::new(|| *Instructions::available().last().unwrap_or(&Instructions::Portable));

impl Instructions {
    /// Those this processor has, the best last.
    pub fn available() -> Vec<Self> {
        let mut all = vec![Self::Portable];
        #[cfg(target_arch = "x86_64")]
        {
            all.extend(pulp::x86::V3::try_new().map(|_| Self::Avx2));
            all.extend(pulp::x86::V4::try_new().map(|_| Self::Avx512));
        }
        #[cfg(target_arch = "aarch64")]
        all.extend(pulp::aarch64::Neon::try_new().map(|_| Self::Neon));
        all
    }

    /// The best this processor has.
    pub fn best() -> Self {
        *BEST
    }

    /// Does the work on all groups of a batch with these instructions; with portable ones where the processor lacks them.
    pub(super) fn run<W: GroupWork>(self, packed: &PackedRows, batch: PackedBatch, work: W) {
        self.vectorize(ByVectors(EachGroup { packed, batch, work }));
    }

    fn vectorize<W: WithSimd>(self, work: W) -> W::Output {
        match self {
            Self::Portable => Simd::vectorize(pulp::Scalar128b, work),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => match pulp::x86::V3::try_new() {
                Some(simd) => Simd::vectorize(simd, work),
                None => Self::Portable.vectorize(work),
            },
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => match pulp::x86::V4::try_new() {
                Some(simd) => Simd::vectorize(simd, work),
                None => Self::Portable.vectorize(work),
            },
            #[cfg(target_arch = "aarch64")]
            Self::Neon => match pulp::aarch64::Neon::try_new() {
                Some(simd) => Simd::vectorize(simd, work),
                None => Self::Portable.vectorize(work),
            },
        }
    }
}
