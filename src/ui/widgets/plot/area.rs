//! From data to cells and dots, and back for the mouse.

use ratatui::layout::Rect;

/// Far outside any screen, but still a number that can be drawn towards.
const FAR: f64 = 1e6;

/// The cells of a plot that hold its data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::ui) struct PlotArea {
    /// The cells inside the axes.
    pub data: Rect,
    x: (f64, f64),
    y: (f64, f64),
}

impl PlotArea {
    pub(super) const fn new(data: Rect, x: (f64, f64), y: (f64, f64)) -> Self {
        Self { data, x, y }
    }

    /// The column of the frame that shows this x, unless it lies outside.
    pub fn column(&self, x: f64) -> Option<u16> {
        let dot = self.dot_x(x).round();
        (0.0..f64::from(self.data.width) * 2.0).contains(&dot).then(|| self.data.x + dot as u16 / 2)
    }

    /// The row of the frame that shows this y, unless it lies outside.
    pub fn row(&self, y: f64) -> Option<u16> {
        let dot = self.dot_y(y).round();
        (0.0..f64::from(self.data.height) * 4.0).contains(&dot).then(|| self.data.y + dot as u16 / 4)
    }

    /// The x in the middle of a column of the frame, kept inside the axis.
    pub fn x_at(&self, column: u16) -> f64 {
        let dot = 2.0 * (f64::from(column) - f64::from(self.data.x)) + 0.5;
        let last = (f64::from(self.data.width) * 2.0 - 1.0).max(1.0);
        let (min, max) = self.x;
        min + (max - min) * (dot / last).clamp(0.0, 1.0)
    }

    /// Dot columns from the left edge; not a number where `x` is none.
    pub(super) fn dot_x(&self, x: f64) -> f64 {
        let (min, max) = self.x;
        let last = f64::from(self.data.width) * 2.0 - 1.0;
        ((x - min) / (max - min) * last).clamp(-FAR, FAR)
    }

    /// Dot rows from the top edge; not a number where `y` is none.
    pub(super) fn dot_y(&self, y: f64) -> f64 {
        let (min, max) = self.y;
        let last = f64::from(self.data.height) * 4.0 - 1.0;
        ((max - y) / (max - min) * last).clamp(-FAR, FAR)
    }

    /// The x of a dot column.
    pub(super) fn x_of_dot(&self, dot: u16) -> f64 {
        let (min, max) = self.x;
        let last = (f64::from(self.data.width) * 2.0 - 1.0).max(1.0);
        min + (max - min) * (f64::from(dot) / last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_axes_are_the_edges_of_the_plot() {
        let plot = PlotArea::new(Rect::new(10, 5, 20, 4), (0.0, 500.0), (0.0, 1.0));
        assert_eq!((plot.column(0.0), plot.column(500.0)), (Some(10), Some(29)));
        assert_eq!((plot.row(1.0), plot.row(0.0)), (Some(5), Some(8)));
        assert_eq!((plot.column(-20.0), plot.column(f64::NAN), plot.row(1.2)), (None, None, None));
    }

    #[test]
    fn a_click_on_a_column_is_a_place_in_that_column() {
        let plot = PlotArea::new(Rect::new(7, 0, 33, 4), (0.0, 500.0), (0.0, 1.0));
        for column in 7..40 {
            assert_eq!(plot.column(plot.x_at(column)), Some(column));
        }
        assert_eq!((plot.x_at(0), plot.x_at(300)), (0.0, 500.0));
    }
}
