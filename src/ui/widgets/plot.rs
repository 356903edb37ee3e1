//! Curves in Braille dots over a faint grid, with what helps to read them: ticks that lie exactly on cells, lines to
//! compare with, the cursor, markers, and names behind the ends of curves. Knows numbers, not what they mean.
//!
//! By hand: ratatui's `Chart` and `Canvas` know one colour a dot and no style, so that without colours no curve could
//! be told from another; their ticks lie between cells, and no label of theirs gives way to a curve.

mod area;
mod axis;
mod dots;
mod extent;
mod layers;
mod notes;
mod scale;
mod series;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

pub(in crate::ui) use area::{Beyond, PlotArea};
pub(in crate::ui) use axis::PlotAxis;
pub(in crate::ui) use dots::{BITS, Pattern};
pub(in crate::ui) use extent::{Reach, extent};
pub(in crate::ui) use layers::GRID;
pub(in crate::ui) use notes::{Marker, Place, Reference};
pub(in crate::ui) use series::Series;

use crate::explain::numbers;
use crate::ui::text;
use dots::Dots;
use layers::Layers;
use scale::Side;

/// Fewer columns than this are no curve: then what is written beside it gives way, names of curves before ticks.
const LEAST_COLUMNS: [u16; 2] = [30, 8];
/// Fewer rows than this are no curve either.
const LEAST_ROWS: u16 = 2;

/// Series over a common pair of axes: here painted as cells, by `figures::chart` as SVG.
pub(in crate::ui) struct Plot<'a> {
    /// The axis along.
    pub x: PlotAxis,
    /// The axis up.
    pub y: PlotAxis,
    /// How the grid and what is written at its ticks look.
    pub axis_style: Style,
    /// The curves, the last on top.
    pub series: Vec<Series<'a>>,
    /// Lines under them.
    pub references: Vec<Reference<'a>>,
    /// Glyphs over them.
    pub markers: Vec<Marker<'a>>,
    /// Where the upright line stands.
    pub cursor: Option<(f64, Style)>,
    /// What is said of a point that lies outside, in full and in short.
    pub peak: Box<dyn Fn(f64, f64) -> [String; 2] + 'a>,
    /// The cells for names behind the ends of curves; as many as they take where none are given.
    names: Option<u16>,
}

impl<'a> Plot<'a> {
    /// An empty plot over these axes; the grid and its labels take `axis_style`.
    pub fn new(x: PlotAxis, y: PlotAxis, axis_style: Style) -> Self {
        Self {
            x,
            y,
            axis_style,
            series: Vec::new(),
            references: Vec::new(),
            markers: Vec::new(),
            cursor: None,
            peak: Box::new(|_, y| [4, 4].map(|cells| numbers::compact(y, cells))),
            names: None,
        }
    }

    /// Adds a series; a later one lies on top.
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

    /// Draws a line through the whole plot at this x, over the dots, and writes its value below.
    #[must_use]
    pub fn cursor(mut self, x: f64, style: Style) -> Self {
        self.cursor = Some((x, style));
        self
    }

    /// Says of a point outside, by its x and y, what it is, in full and in short.
    #[must_use]
    pub fn peak(mut self, said: impl Fn(f64, f64) -> [String; 2] + 'a) -> Self {
        self.peak = Box::new(said);
        self
    }

    /// Gives the names of curves so many cells, so that plots above one another line up.
    #[must_use]
    pub fn names(mut self, cells: u16) -> Self {
        self.names = Some(cells);
        self
    }

    /// Fitted to so many cells for the data alone.
    pub fn fit(&self, data: Rect) -> PlotArea {
        let along = self.x.fit(data.width, Side::Along);
        PlotArea::new(data, along, self.y.fit(data.height, Side::Up), self.x.bounds())
    }

    /// Where the data lies within `area`: for the mouse, and for what is drawn beside the plot.
    pub fn layout(&self, area: Rect) -> PlotArea {
        let below = u16::from(!self.x.is_bare() && area.height > LEAST_ROWS);
        let rows = area.height - below;
        let up = self.y.fit(rows, Side::Up);
        let keeps = |width: u16, less: u16, least: u16| width.checked_sub(less).is_some_and(|rest| rest >= least);
        let left = Some(self.y.width(&up.1)).filter(|&left| keeps(area.width, left, LEAST_COLUMNS[1])).unwrap_or(0);
        let width = area.width - left;
        let labels = self.series.iter().filter_map(|series| series.label.as_ref());
        let widest = labels.map(|label| text::width(&label.content) as u16 + 2).max().unwrap_or(0);
        let names = self.names.or(Some(widest)).filter(|&names| keeps(width, names, LEAST_COLUMNS[0])).unwrap_or(0);
        let data = Rect { x: area.x + left, width: width - names, height: rows, ..area };
        PlotArea::new(data, self.x.fit(data.width, Side::Along), up, self.x.bounds())
    }

    fn draw_axes(&self, area: Rect, plot: &PlotArea, buf: &mut Buffer) {
        let data = plot.data;
        if data.x > area.x {
            for tick in &plot.up {
                let Some(row) = plot.row(tick.value) else { continue };
                let label = text::pad_left(&tick.label, usize::from(data.x - area.x - 1));
                buf.set_string(area.x, row, label, self.axis_style);
            }
        }
        if data.bottom() < area.bottom() {
            self.draw_x_labels(area, plot, buf);
        }
    }

    /// Ticks below their places; one that would touch the cursor's value or another is left out.
    fn draw_x_labels(&self, area: Rect, plot: &PlotArea, buf: &mut Buffer) {
        let data = plot.data;
        let place = |value: f64, label: &str| {
            let width = text::width(label) as u16;
            let column = plot.column(value).filter(|_| width <= data.width)?;
            let start = column.saturating_sub(width / 2).clamp(data.left(), area.right() - width);
            Some(start..start + width)
        };
        let cursor = self.cursor.map(|(x, style)| (x, numbers::grouped(&numbers::compact(x, 7)), style));
        let cursor = cursor.and_then(|(x, label, style)| Some((place(x, &label)?, label, style)));
        if let Some((at, label, style)) = &cursor {
            buf.set_string(at.start, data.bottom(), label, *style);
        }
        for tick in &plot.along {
            let Some(at) = place(tick.value, &tick.label) else { continue };
            if cursor.as_ref().is_none_or(|(cursor, ..)| at.end < cursor.start || cursor.end < at.start) {
                buf.set_string(at.start, data.bottom(), &tick.label, self.axis_style);
            }
        }
    }

    /// Draws it; gives back where the data lies.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) -> PlotArea {
        let area = area.intersection(buf.area);
        let plot = self.layout(area);
        if plot.data.is_empty() {
            return plot;
        }
        self.draw_axes(area, &plot, buf);
        let mut dots = Dots::new(plot.data.width, plot.data.height);
        let series = self.series.iter().enumerate();
        let ends: Vec<_> = series.map(|(index, series)| series.trace(&plot, &mut dots, index)).collect();
        let mut layers = Layers::new(&plot, area.right(), buf);
        layers.draw_grid(self.axis_style.dim());
        layers.draw_references(&self.references);
        layers.draw_guides(&self.markers);
        layers.draw_dots(&dots, &self.series, &self.references);
        layers.draw_marks(&self.series);
        if let Some((x, style)) = self.cursor {
            layers.draw_cursor(x, if self.x.is_bare() { "┃" } else { "│" }, style);
        }
        layers.draw_markers(&self.markers);
        layers.draw_peaks(&self.series, &*self.peak);
        layers.label_ends(&self.series, &ends, &self.references);
        layers.label_markers(&self.markers);
        layers.label_references(&self.references);
        plot
    }
}

impl Widget for &Plot<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.draw(area, buf);
    }
}

impl Widget for Plot<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        (&self).render(area, buf);
    }
}

#[cfg(test)]
mod tests;
