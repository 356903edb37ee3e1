//! Numbers as bars to both sides of zero, all by one measure: for a column of a table that has room left. Not for
//! shares, which need no measure (`text::bar`).

use ratatui::text::{Line, Span};

use crate::ui::text;
use crate::ui::theme::Theme;

/// The measure of a column of bars.
pub(in crate::ui) struct SignedBar {
    /// Cells below zero; none where no number is.
    below: usize,
    /// Cells above zero.
    side: usize,
    most: f64,
}

impl SignedBar {
    /// Bars for these numbers in so many cells, where there is room for bars that tell something.
    pub fn of(values: impl IntoIterator<Item = f64>, cells: usize) -> Option<Self> {
        const LEAST: usize = 6;
        const MOST: usize = 48;
        let (mut most, mut has_negative) = (0.0_f64, false);
        for value in values {
            most = most.max(value.abs());
            has_negative |= value < 0.0;
        }
        let sides = 1 + usize::from(has_negative);
        let side = (cells.saturating_sub(1) / sides).min(MOST);
        let below = if has_negative { side } else { 0 };
        (side >= LEAST && most > 0.0 && most.is_finite()).then_some(Self { below, side, most })
    }

    /// The number whose bar is the longest, without its sign.
    pub const fn most(&self) -> f64 {
        self.most
    }

    /// The cells of the column.
    pub const fn width(&self) -> usize {
        1 + self.below + 1 + self.side
    }

    /// What stands over the bars: with zero in its middle, as far as there is room.
    pub fn head(&self, word: &str) -> String {
        let before = (self.below + 1).saturating_sub(text::width(word) / 2);
        format!("{}{word}", " ".repeat(before))
    }

    /// The bar of one of them.
    pub fn line(&self, theme: &Theme, value: f64) -> Line<'static> {
        let long = (value.abs() / self.most * self.side as f64).round() as usize;
        let (below, above) = if value < 0.0 { (long, 0) } else { (0, long) };
        Line::from_iter([
            Span::raw(" ".repeat(self.below + 1 - below)),
            Span::styled("━".repeat(below), theme.minus),
            Span::styled("┊", theme.reference),
            Span::styled("━".repeat(above), theme.plus),
        ])
    }
}
