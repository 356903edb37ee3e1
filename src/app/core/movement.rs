//! What the keys that move ask for, and moving a cursor along the rows of a list.

use crate::app::core::pointer::Direction;

/// A key that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Motion {
    Arrow(Direction),
    PageUp,
    PageDown,
    First,
    Last,
}

impl Motion {
    /// One step of the wheel.
    pub const fn wheel(down: bool) -> Self {
        Self::Arrow(if down { Direction::Down } else { Direction::Up })
    }

    /// By how many rows, where a page has so many: down is more, sideways none.
    pub const fn rows(self, page: usize) -> isize {
        match self {
            Self::Arrow(Direction::Up) => -1,
            Self::Arrow(Direction::Down) => 1,
            Self::Arrow(Direction::Left | Direction::Right) => 0,
            Self::PageUp => -page.cast_signed(),
            Self::PageDown => page.cast_signed(),
            Self::First => isize::MIN / 2,
            Self::Last => isize::MAX / 2,
        }
    }

    /// Right 1, left −1, else 0.
    pub const fn across(self) -> isize {
        match self {
            Self::Arrow(Direction::Left) => -1,
            Self::Arrow(Direction::Right) => 1,
            Self::Arrow(Direction::Up | Direction::Down) | Self::PageUp | Self::PageDown | Self::First | Self::Last => {
                0
            }
        }
    }
}

/// `at` moved by `by`, held within `0..count`.
pub(in crate::app) fn step(at: usize, by: isize, count: usize) -> usize {
    at.saturating_add_signed(by).min(count.saturating_sub(1))
}
