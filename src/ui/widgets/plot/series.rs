//! One curve: where its numbers come from, and how it becomes dots.

use std::borrow::Cow;

use ratatui::style::Style;
use ratatui::text::Span;

use super::area::PlotArea;
use super::dots::{Brush, DotPen, Dots, Pattern};

/// A curve to be drawn.
pub(in crate::ui) struct Series<'a> {
    data: Data<'a>,
    /// Its colour.
    pub style: Style,
    /// How its line is broken.
    pub stroke: Pattern,
    /// Whether its line is thick, to be seen from afar.
    pub thick: bool,
    /// A glyph that stands along it, so that it is known where it meets others.
    pub mark: Option<&'a str>,
    /// Its name.
    pub label: Option<Span<'a>>,
}

enum Data<'a> {
    Points(Cow<'a, [(f64, f64)]>),
    Curve(Box<dyn Fn(f64) -> f64 + 'a>),
}

impl<'a> Series<'a> {
    /// Points joined in their order. A point that is no number is a gap.
    pub fn points(points: impl Into<Cow<'a, [(f64, f64)]>>, style: Style) -> Self {
        Self::new(Data::Points(points.into()), style)
    }

    /// A curve in short: at each x the least and the greatest value near it, drawn as one line through both; where it
    /// goes over most of the same values again, up and down.
    pub fn ranges(ranges: impl IntoIterator<Item = (f64, f64, f64)>, style: Style) -> Self {
        let ranges: Vec<(f64, f64, f64)> = ranges.into_iter().collect();
        let shared = |one: usize, other: usize| match (ranges.get(one), ranges.get(other)) {
            (Some((_, min, max)), Some((_, low, high))) => max.min(*high) - min.max(*low),
            _ => f64::NEG_INFINITY,
        };
        let mut points: Vec<(f64, f64)> = Vec::new();
        for (place, &(x, min, max)) in ranges.iter().enumerate() {
            let again = shared(place, place + 1).max(shared(place, place.wrapping_sub(1)));
            // The nearer end first, so that a curve that falls is not drawn as a saw.
            let falls = points.last().is_some_and(|(_, before)| (before - min).abs() > (before - max).abs());
            let (near, far) = if falls { (max, min) } else { (min, max) };
            points.push((x, near));
            if near != far {
                points.push((x, far));
                if again > 0.5 * (max - min) {
                    points.extend([(x, near), (x, far)]);
                }
            }
        }
        Self::points(points, style)
    }

    /// A function, asked once for each column of dots.
    pub fn curve(function: impl Fn(f64) -> f64 + 'a, style: Style) -> Self {
        Self::new(Data::Curve(Box::new(function)), style)
    }

    const fn new(data: Data<'a>, style: Style) -> Self {
        Self { data, style, stroke: Pattern::Solid, thick: false, mark: None, label: None }
    }

    /// How its line is broken.
    #[must_use]
    pub const fn stroke(mut self, stroke: Pattern) -> Self {
        self.stroke = stroke;
        self
    }

    /// Draws its line two dots thick.
    #[must_use]
    pub const fn thick(mut self) -> Self {
        self.thick = true;
        self
    }

    /// A glyph that stands along it here and there.
    #[must_use]
    pub const fn mark(mut self, glyph: &'a str) -> Self {
        self.mark = Some(glyph);
        self
    }

    /// Its name, written behind its end in a style of the label's own, else of the series.
    #[must_use]
    pub fn label(mut self, label: impl Into<Span<'a>>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Draws the series; gives back the last of its points.
    pub(super) fn trace(&self, plot: &PlotArea, dots: &mut Dots, owner: usize) -> Option<(f64, f64)> {
        let mut pen = dots.pen(owner, Brush { pattern: self.stroke, thick: self.thick });
        let mut tracer = Tracer { pen: &mut pen, column: None };
        let mut last = None;
        let columns = (0..plot.data.width * 2).map(|dot| plot.x_of_dot(dot));
        self.visit(columns, |x, y| {
            if x.is_finite() && y.is_finite() {
                last = Some((x, y));
                // A thick line lies between two dots.
                let dot = plot.dot_x(x);
                tracer.point(if self.thick { dot.floor() + 0.5 } else { dot.round() }, plot.dot_y(y));
            } else {
                tracer.end_line();
            }
        });
        tracer.end_line();
        last
    }

    /// The greatest of each stretch of its points above the plot. A function goes on for ever and has none.
    pub(super) fn peaks_above(&self, plot: &PlotArea) -> Vec<(f64, f64)> {
        let mut points = Vec::new();
        self.visit(std::iter::empty(), |x, y| points.push((x, y)));
        let is_out = |point: &(f64, f64)| point.1.is_finite() && plot.is_above(point.1);
        let stretches = points.chunk_by(|one, next| is_out(one) == is_out(next)).filter(|points| is_out(&points[0]));
        stretches.filter_map(|points| points.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))).collect()
    }

    /// Its points in their order; a function is asked at these x.
    pub fn visit(&self, xs: impl Iterator<Item = f64>, mut visit: impl FnMut(f64, f64)) {
        match &self.data {
            Data::Points(points) => points.iter().for_each(|&(x, y)| visit(x, y)),
            Data::Curve(function) => xs.for_each(|x| visit(x, function(x))),
        }
    }
}

/// The points of one column of dots, gathered: a steep curve is one line there, so that its dashes go by height, and
/// one that goes up and down is a band.
#[derive(Debug, Clone, Copy)]
struct DotColumn {
    x: f64,
    last: f64,
    top: f64,
    bottom: f64,
    /// All its ways up and down, and the one to it.
    way: f64,
}

impl DotColumn {
    /// Whether the curve goes up and down in it more than a row.
    fn is_band(&self) -> bool {
        const ROW: f64 = 4.0;
        let height = self.bottom - self.top;
        height > ROW && self.way > 1.9 * height
    }
}

struct Tracer<'p, 'd> {
    pen: &'p mut DotPen<'d>,
    column: Option<DotColumn>,
}

impl Tracer<'_, '_> {
    /// Goes on to a point, given in dots.
    fn point(&mut self, x: f64, y: f64) {
        match &mut self.column {
            Some(column) if column.x == x => {
                column.way += (column.last - y).abs();
                column.last = y;
                column.top = column.top.min(y);
                column.bottom = column.bottom.max(y);
            }
            _ => {
                let before = self.end_line();
                if let Some(before) = before.filter(|before| !before.is_band()) {
                    self.pen.line((before.x, before.last), (x, y));
                }
                let way = before.map_or(0.0, |before| (before.last - y).abs());
                self.column = Some(DotColumn { x, last: y, top: y, bottom: y, way });
            }
        }
    }

    /// Draws the column that was being gathered: from here on nothing is joined to it.
    fn end_line(&mut self) -> Option<DotColumn> {
        let column = self.column.take()?;
        if column.is_band() {
            self.pen.band(column.x, column.top, column.bottom);
        } else {
            self.pen.line((column.x, column.top), (column.x, column.bottom));
        }
        Some(column)
    }
}
