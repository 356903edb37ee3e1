//! Moving a cursor along the rows of a list.

use crate::app::core::pointer::Direction;

/// Down 1, up −1, sideways 0.
pub(in crate::app) const fn vertical(direction: Direction) -> isize {
    match direction {
        Direction::Up => -1,
        Direction::Down => 1,
        Direction::Left | Direction::Right => 0,
    }
}

/// `at` moved by `by`, held within `0..count`.
pub(in crate::app) fn step(at: usize, by: isize, count: usize) -> usize {
    at.saturating_add_signed(by).min(count.saturating_sub(1))
}
