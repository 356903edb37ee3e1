//! Curves in Braille dots, with what helps to read them: axes, reference lines under the dots, the
//! time cursor over them, markers and labels that look for a free place. Knows numbers, not what
//! they mean; logarithms are the caller's.
//!
//! By hand: ratatui's `Chart` and `Canvas` know one colour a dot and no style, so that without colours no curve could
//! be told from another; they dash no line, and no label of theirs gives way to a curve.

mod area;
mod axis;
mod dots;
mod layers;
mod notes;
mod round;
mod series;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

pub(in crate::ui) use area::PlotArea;
pub(in crate::ui) use axis::PlotAxis;
pub(in crate::ui) use dots::{BITS, Pattern};
pub(in crate::ui) use notes::{Marker, Place, Reference};
pub(in crate::ui) use round::{extent, nice, ticks};
pub(in crate::ui) use series::Series;

use crate::ui::text;
use dots::Dots;
use layers::Layers;

/// Fewer columns than this are no curve: then the labels give way.
const LEAST_COLUMNS: u16 = 8;
/// Fewer rows than this are no curve either.
const LEAST_ROWS: u16 = 2;

/// Series over a common pair of axes: here painted as cells, by `figures::chart` as SVG.
pub(in crate::ui) struct Plot<'a> {
    /// The axis along.
    pub x: PlotAxis,
    /// The axis up.
    pub y: PlotAxis,
    /// How axes and their labels look.
    pub axis_style: Style,
    /// The curves, the last on top.
    pub series: Vec<Series<'a>>,
    /// Lines under them.
    pub references: Vec<Reference<'a>>,
    /// Glyphs over them.
    pub markers: Vec<Marker<'a>>,
    /// Where the upright line stands.
    pub cursor: Option<(f64, Style)>,
}

impl<'a> Plot<'a> {
    /// An empty plot over these axes; axes and their labels take `axis_style`.
    pub const fn new(x: PlotAxis, y: PlotAxis, axis_style: Style) -> Self {
        Self { x, y, axis_style, series: Vec::new(), references: Vec::new(), markers: Vec::new(), cursor: None }
    }

    /// Adds a series; a later one takes the colour of a cell it shares, unless an earlier one has
    /// the focus.
    #[must_use]
    pub fn series(mut self, series: Series<'a>) -> Self {
        self.series.push(series);
        self
    }

    /// Adds a line under the dots.
    #[must_use]
    pub fn reference(mut self, reference: Reference<'a>) -> Self {
        self.references.push(reference);
        self
    }

    /// Adds a glyph over the dots; later ones lie on top.
    #[must_use]
    pub fn marker(mut self, marker: Marker<'a>) -> Self {
        self.markers.push(marker);
        self
    }

    /// Draws `┃` through the whole plot at this x, over the dots.
    #[must_use]
    pub const fn cursor(mut self, x: f64, style: Style) -> Self {
        self.cursor = Some((x, style));
        self
    }

    /// Where the data lies within `area`: for the mouse, and for what is drawn beside the plot.
    pub fn layout(&self, area: Rect) -> PlotArea {
        let below = u16::from(self.x.has_labels() && area.height > LEAST_ROWS);
        let rows = area.height - below;
        let left = self.y.width(rows).min(area.width);
        let left = if area.width - left < LEAST_COLUMNS { 0 } else { left };
        let data = Rect { x: area.x + left, width: area.width - left, height: rows, ..area };
        PlotArea::new(data, self.x.range(), self.y.range())
    }

    fn draw_axes(&self, area: Rect, plot: &PlotArea, buf: &mut Buffer) {
        let data = plot.data;
        if data.x > area.x {
            let labels = usize::from(data.x - area.x).saturating_sub(self.y.gap());
            if self.y.has_line() {
                for y in data.top()..data.bottom() {
                    buf.set_string(data.x - 1, y, "│", self.axis_style);
                }
            }
            for (value, label) in self.y.y_labels(data.height) {
                let Some(row) = plot.row(value) else { continue };
                buf.set_string(area.x, row, text::pad_left(&label, labels), self.axis_style);
                if self.y.has_line() {
                    buf.set_string(data.x - 1, row, "┤", self.axis_style);
                }
            }
        }
        if data.bottom() < area.bottom() {
            self.draw_x_labels(plot, buf);
        }
    }

    /// Ticks below their places, moved inwards at the ends; one that would touch another is left out.
    fn draw_x_labels(&self, plot: &PlotArea, buf: &mut Buffer) {
        let data = plot.data;
        let mut free_from = data.left();
        for (value, label) in self.x.x_labels(data.width) {
            let width = text::width(&label) as u16;
            let Some(column) = plot.column(value).filter(|_| width <= data.width) else {
                continue;
            };
            let start = column.saturating_sub(width / 2).clamp(data.left(), data.right() - width);
            if start >= free_from {
                buf.set_string(start, data.bottom(), &label, self.axis_style);
                free_from = start + width + 1;
            }
        }
    }
}

impl Widget for &Plot<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let plot = self.layout(area);
        if plot.data.is_empty() {
            return;
        }
        self.draw_axes(area, &plot, buf);
        let mut dots = Dots::new(plot.data.width, plot.data.height);
        for (index, series) in self.series.iter().enumerate() {
            series.trace(&plot, &mut dots.pen(index, series.focus));
        }
        let mut layers = Layers::new(plot, dots, buf);
        layers.draw_dots(&self.series);
        layers.draw_references(&self.references);
        layers.draw_guides(&self.markers);
        if let Some((x, style)) = self.cursor {
            layers.draw_cursor(x, style);
        }
        layers.draw_markers(&self.markers);
        layers.label_references(&self.references);
        layers.label_series(&self.series);
    }
}

impl Widget for Plot<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        (&self).render(area, buf);
    }
}

#[cfg(test)]
mod tests;
