//! Very many rows in parts, on as many threads as the processor runs at once. The size of a part is fixed and what
//! comes of the parts is put together in their order, so the number of threads changes no bit.

use std::ops::Range;
use std::sync::LazyLock;
use std::thread;

use super::losses::LossSums;
use super::memory::Memory;

/// Eights of a part: beside the work on them, starting a thread is nothing.
pub(super) const PART: usize = 4096;

static PROCESSORS: LazyLock<usize> = LazyLock::new(|| thread::available_parallelism().map_or(1, Into::into));

/// A part's own memory, and what comes of the part.
#[derive(Debug, Clone)]
pub(super) struct RowsPart {
    pub memory: Memory,
    pub gradient: Vec<f64>,
    pub total: LossSums,
}

/// Room for the parts of one batch after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct RowsParts {
    /// How many threads; none is as many as the processor runs at once, asked where there are parts.
    pub threads: Option<usize>,
    parts: Vec<RowsPart>,
}

impl RowsParts {
    /// Works on every part of some eights, and gives the parts back in order.
    pub fn each(
        &mut self,
        memory: &Memory,
        eights: &Range<usize>,
        work: impl Fn(&mut RowsPart, Range<usize>) + Sync,
    ) -> &[RowsPart] {
        let count = eights.len().div_ceil(PART);
        self.parts.resize_with(count, || RowsPart {
            memory: memory.clone(),
            gradient: vec![0.0; memory.slopes.len()],
            total: LossSums::NONE,
        });
        let share = count.div_ceil(self.threads.unwrap_or_else(|| *PROCESSORS));
        let share_of = |(at, parts): (usize, &mut [RowsPart])| {
            for (index, part) in parts.iter_mut().enumerate() {
                let start = eights.start + (at * share + index) * PART;
                part.total = LossSums::NONE;
                work(part, start..(start + PART).min(eights.end));
            }
        };
        let mut shares = self.parts.chunks_mut(share).enumerate();
        let own = shares.next();
        thread::scope(|scope| {
            for other in shares {
                scope.spawn(|| share_of(other));
            }
            own.map(share_of);
        });
        &self.parts
    }
}
