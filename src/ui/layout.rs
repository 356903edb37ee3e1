//! How the terminal is divided: top bar, screen, time bar, hints; and how panels share their borders. Pure
//! arithmetic on sizes.
//!
//! ```text
//! top     1 Explore  2 Train                      the run
//! screen  ╭─ … ─╮
//!         ╰─ … ─╯
//! time     ▮▮ epoch 0 ┃┄┄┄┄┄   train 420/600   test 213/291
//! hints    ↑↓ passenger  Tab panel …                 ? help
//! ```

use ratatui::layout::{Constraint, Layout, Margin, Rect, Size, Spacing};

/// The smallest terminal the program is drawn in.
pub const LEAST: Size = Size { width: 80, height: 24 };

/// From this width on, panels stand side by side.
pub const WIDE: u16 = 110;

/// From this width on, the time bar has a notice row of its own.
pub(super) const VERY_WIDE: u16 = 160;

/// The parts of a terminal of at least [`LEAST`] cells: tabs, panels, time bar, key hints.
pub fn parts(area: Rect) -> [Rect; 4] {
    let time = match area.width {
        0..100 => 2,
        100..VERY_WIDE => 3,
        VERY_WIDE.. => 4,
    };
    area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(time),
        Constraint::Length(1),
    ]))
}

/// The two parts of `area` left and right of column `width`, sharing one column of border.
pub(super) fn side_by_side(area: Rect, width: u16) -> (Rect, Rect) {
    let parts = Layout::horizontal([Constraint::Length(width), Constraint::Fill(1)]).spacing(Spacing::Overlap(1));
    let [left, right] = area.layout(&parts);
    (left, right)
}

/// The parts of `area` of these heights, one below the other, each sharing a row of border with the
/// next. A height counts both borders; the last part takes what is left.
pub(super) fn stacked<const N: usize>(area: Rect, heights: [u16; N]) -> [Rect; N] {
    let mut parts = heights.map(Constraint::Length);
    parts[N - 1] = Constraint::Fill(1);
    area.layout(&Layout::vertical(parts).spacing(Spacing::Overlap(1)))
}

/// Parts of an area, which are never outside it.
pub(super) trait RectExt {
    /// The row this far below its top.
    fn row(self, y: u16) -> Rect;
    /// What is left below so many rows.
    fn below(self, rows: u16) -> Rect;
    /// What is left after so many columns.
    fn from(self, columns: u16) -> Rect;
    /// What is left before so many columns at the right.
    fn less(self, columns: u16) -> Rect;
    /// What is left between a blank on the left and one on the right.
    fn inset(self) -> Rect;
}

impl RectExt for Rect {
    fn row(self, y: u16) -> Self {
        self.below(y).intersection(Self { y: self.y.saturating_add(y), height: 1, ..self })
    }

    fn below(self, rows: u16) -> Self {
        let rows = rows.min(self.height);
        Self { y: self.y + rows, height: self.height - rows, ..self }
    }

    fn from(self, columns: u16) -> Self {
        let columns = columns.min(self.width);
        Self { x: self.x + columns, width: self.width - columns, ..self }
    }

    fn less(self, columns: u16) -> Self {
        Self { width: self.width.saturating_sub(columns), ..self }
    }

    fn inset(self) -> Self {
        self.inner(Margin::new(1, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_terminal() {
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            let parts = parts(Rect::new(0, 0, width, height));
            assert_eq!(parts.iter().map(|part| part.height).sum::<u16>(), height);
            assert!(parts.windows(2).all(|pair| pair[0].bottom() == pair[1].y));
        }
    }

    #[test]
    fn neighbours_share_one_line_of_border() {
        let area = Rect::new(0, 1, 100, 30);
        let (left, right) = side_by_side(area, 40);
        assert_eq!((left.right() - 1, right.right()), (right.x, area.right()));
        let [a, b, c] = stacked(area, [10, 8, 0]);
        assert_eq!((a.bottom() - 1, b.bottom() - 1, c.bottom()), (b.y, c.y, area.bottom()));
    }
}
