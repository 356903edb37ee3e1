//! The range of an axis and what is written beside it.

use super::round::{RoundStep, ticks};
use crate::explain::numbers;
use crate::ui::text;

/// One axis: a range, and what is written beside it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui) struct PlotAxis {
    min: f64,
    max: f64,
    labels: Ticks,
    width: Option<u16>,
    line: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Ticks {
    None,
    Round,
    Given(Vec<(f64, String)>),
}

impl PlotAxis {
    /// A bare axis. Ends in the wrong order are swapped, a flat range is widened around its value,
    /// and one that is no range at all becomes 0…1.
    pub fn new(min: f64, max: f64) -> Self {
        let (min, max) = if min.is_finite() && max.is_finite() { (min, max) } else { (0.0, 1.0) };
        let (min, max) = (min.min(max).max(-1e300), max.max(min).min(1e300));
        let slack = if min == max { (min.abs() * 0.05).max(0.5) } else { 0.0 };
        Self { min: min - slack, max: max + slack, labels: Ticks::None, width: None, line: false }
    }

    /// Round numbers, as many as there is room for.
    #[must_use]
    pub fn round_labels(self) -> Self {
        Self { labels: Ticks::Round, ..self }
    }

    /// These labels at these values.
    #[must_use]
    pub fn labels_at(self, labels: Vec<(f64, String)>) -> Self {
        Self { labels: Ticks::Given(labels), ..self }
    }

    /// Gives the labels of a y axis this many cells, so that plots above one another line up.
    #[must_use]
    pub fn label_width(self, cells: u16) -> Self {
        Self { width: Some(cells), ..self }
    }

    /// Draws the line of a y axis: `│`, and `┤` beside a label.
    #[must_use]
    pub fn line(self) -> Self {
        Self { line: true, ..self }
    }

    /// Its two ends, the lower first.
    pub const fn range(&self) -> (f64, f64) {
        (self.min, self.max)
    }

    pub(super) const fn has_line(&self) -> bool {
        self.line
    }

    pub(super) const fn has_labels(&self) -> bool {
        !matches!(self.labels, Ticks::None)
    }

    /// Columns between the labels of a y axis and its data.
    pub(super) fn gap(&self) -> usize {
        usize::from(self.has_labels()) + usize::from(self.line)
    }

    /// Columns a y axis takes beside so many rows of data.
    pub(super) fn width(&self, rows: u16) -> u16 {
        let labels = self.width.unwrap_or_else(|| {
            let labels = self.y_labels(rows);
            labels.iter().map(|(_, label)| text::width(label) as u16).max().unwrap_or(0)
        });
        labels + self.gap() as u16
    }

    /// The labels of a y axis of so many rows: two in five at most.
    pub(super) fn y_labels(&self, rows: u16) -> Vec<(f64, String)> {
        self.labels(usize::from(rows * 2 / 5).clamp(1, 8))
    }

    /// The labels of an x axis of so many columns: one in eight at most.
    pub(super) fn x_labels(&self, columns: u16) -> Vec<(f64, String)> {
        self.labels(usize::from(columns / 8).clamp(1, 10))
    }

    /// What is written beside it, about so many of its own round numbers.
    pub fn labels(&self, most: usize) -> Vec<(f64, String)> {
        match &self.labels {
            Ticks::None => Vec::new(),
            Ticks::Given(labels) => labels.clone(),
            Ticks::Round => {
                let step = RoundStep::over(self.max - self.min, most);
                let label = |value| numbers::decimal(value, step.decimals());
                ticks(self.min, self.max, most).into_iter().map(|v| (v, label(v))).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn labels_have_the_decimals_their_step_needs() {
        let labels = |min, max, rows| -> Vec<String> {
            let axis = PlotAxis::new(min, max).round_labels();
            axis.y_labels(rows).into_iter().map(|(_, label)| label).collect()
        };
        assert_eq!(labels(0.5, 0.7, 12), ["0.50", "0.55", "0.60", "0.65", "0.70"]);
        assert_eq!(labels(-2.0, 2.0, 12), ["−2", "−1", "0", "1", "2"]);
        assert_eq!(labels(0.0, 1000.0, 6), ["0", "500", "1000"]);
    }

    #[test]
    fn every_pair_of_numbers_makes_a_range() {
        assert_eq!(PlotAxis::new(1.0, 0.0).range(), (0.0, 1.0));
        assert_eq!(PlotAxis::new(0.0, 0.0).range(), (-0.5, 0.5));
        assert_eq!(PlotAxis::new(100.0, 100.0).range(), (95.0, 105.0));
        assert_eq!(PlotAxis::new(f64::NAN, 3.0).range(), (0.0, 1.0));
    }

    proptest! {
        #[test]
        fn no_axis_is_empty_or_endless(min: f64, max: f64) {
            let (low, high) = PlotAxis::new(min, max).range();
            prop_assert!(low < high && (high - low).is_finite());
            prop_assert!(PlotAxis::new(min, max).round_labels().x_labels(100).len() <= 24);
        }
    }
}
