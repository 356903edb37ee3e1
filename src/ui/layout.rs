//! How the terminal is divided: top bar, screen, time bar, hints. Pure arithmetic on sizes.
//!
//! ```text
//! top     1 Explore  2 Train                      the run
//! screen  ╭─ … ─╮
//!         ╰─ … ─╯
//! time     ▮▮ epoch 0 ┃┄┄┄┄┄   train 420/600   test 213/291
//! hints    ↑↓ passenger  Tab panel …                 ? help
//! ```

use ratatui::layout::{Constraint, Layout, Rect, Size};

/// The smallest terminal the program is drawn in.
pub const LEAST: Size = Size { width: 80, height: 24 };

/// From this width on, panels stand side by side.
pub const WIDE: u16 = 110;

/// From this width on, the time bar has a notice row of its own.
pub const VERY_WIDE: u16 = 160;

/// The parts of the terminal.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// Tabs and the run.
    pub top: Rect,
    /// The panels.
    pub screen: Rect,
    /// The time bar.
    pub time: Rect,
    /// The key hints.
    pub hints: Rect,
}

/// Divides a terminal of at least [`LEAST`] cells.
pub fn of(area: Rect) -> Parts {
    let time = if area.width < 100 {
        2
    } else if area.width < VERY_WIDE {
        3
    } else {
        4
    };
    let [top, screen, time, hints] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(time),
        Constraint::Length(1),
    ]));
    Parts { top, screen, time, hints }
}

/// The two parts of `area` left and right of column `width`, sharing one column of border.
pub fn side_by_side(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let left = Rect { width, ..area };
    let rest = area.width - width;
    let right = Rect { x: area.x + width.saturating_sub(1), width: rest + 1, ..area };
    (left, right)
}

/// The parts of `area` of these heights, one below the other, each sharing a row of border with the
/// next. A height counts both borders; the last part takes what is left.
pub fn stacked<const N: usize>(area: Rect, heights: [u16; N]) -> [Rect; N] {
    let mut y = area.y;
    let bottom = area.bottom();
    let mut parts = [area; N];
    for (index, part) in parts.iter_mut().enumerate() {
        let last = index + 1 == N;
        let height = if last { bottom - y } else { heights[index].min(bottom - y) };
        *part = Rect { y, height, ..area };
        y = (y + height).saturating_sub(1).max(y);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_terminal() {
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            let parts = of(Rect::new(0, 0, width, height));
            let rows = [parts.top, parts.screen, parts.time, parts.hints];
            assert_eq!(rows.iter().map(|part| part.height).sum::<u16>(), height);
            assert!(rows.windows(2).all(|pair| pair[0].bottom() == pair[1].y));
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
