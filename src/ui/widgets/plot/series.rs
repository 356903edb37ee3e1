//! One curve: where its numbers come from, and how it becomes dots.

use std::borrow::Cow;

use ratatui::style::Style;
use ratatui::text::Span;

use super::area::{Beyond, PlotArea};
use super::dots::{Brush, DotPen, Dots, Pattern};
use super::extent;

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
        let mut tracer = Tracer { pen: &mut pen, column: None, latest: NOWHERE };
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

    /// The farthest of each stretch of its points beyond an edge of the plot, and its end, if that lies there. A function
    /// goes on for ever and has none.
    pub fn peaks_beyond(&self, plot: &PlotArea) -> Vec<(Beyond, (f64, f64))> {
        let mut points = Vec::new();
        self.visit(std::iter::empty(), |x, y| points.push((x, y)));
        let edge = |point: &(f64, f64)| plot.edge_before(point.1).filter(|_| point.1.is_finite());
        let stretches = points.chunk_by(|one, next| edge(one) == edge(next));
        let peaks = stretches.filter_map(|points| {
            let edge = edge(&points[0])?;
            let by_height = |a: &(f64, f64), b: &(f64, f64)| a.1.total_cmp(&b.1);
            let points = points.iter().copied();
            let farthest = if edge == Beyond::Top { points.max_by(by_height) } else { points.min_by(by_height) };
            farthest.map(|point| (edge, point))
        });
        let mut peaks: Vec<_> = peaks.collect();
        if let Some((&last, edge)) = points.last().and_then(|last| Some((last, edge(last)?)))
            && peaks.last() != Some(&(edge, last))
        {
            peaks.push((edge, last));
        }
        peaks
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
    /// From here on a band next to it goes on.
    from: f64,
    x: f64,
    last: f64,
    top: f64,
    bottom: f64,
    /// All its ways up and down, and the one to it.
    way: f64,
    /// The ends of what swings around it from point to point.
    swing: Option<(f64, f64)>,
}

/// The dots of a row of cells.
const ROW: f64 = 4.0;
/// Points so many dots from the last but two are so near that no line between them would be seen.
const NEAR: f64 = 6.0;
/// Before the first point of a line.
const NOWHERE: [(f64, f64); 4] = [(f64::NAN, f64::NAN); 4];

impl DotColumn {
    /// The ends of a band, where the curve goes up and down in it or around it more than a row.
    fn band(&self) -> Option<(f64, f64)> {
        let height = self.bottom - self.top;
        (height > ROW && self.way > 1.9 * height).then_some((self.top, self.bottom)).or(self.swing)
    }
}

struct Tracer<'p, 'd> {
    pen: &'p mut DotPen<'d>,
    column: Option<DotColumn>,
    latest: [(f64, f64); 4],
}

impl Tracer<'_, '_> {
    /// The ends of the latest points, if they lie near and each goes back the way of the one before.
    fn swing(&self) -> Option<(f64, f64)> {
        let [first, .., last] = self.latest;
        let (top, bottom) = extent(self.latest.map(|point| point.1))?;
        let way: f64 = self.latest.windows(2).map(|pair| (pair[0].1 - pair[1].1).abs()).sum();
        (last.0 - first.0 <= NEAR && bottom - top > ROW && way > 2.8 * (bottom - top)).then_some((top, bottom))
    }

    /// Goes on to a point, given in dots.
    fn point(&mut self, x: f64, y: f64) {
        self.latest.rotate_left(1);
        self.latest[3] = (x, y);
        let swing = self.swing();
        match &mut self.column {
            Some(column) if column.x == x => {
                column.swing = swing;
                column.way += (column.last - y).abs();
                column.last = y;
                column.top = column.top.min(y);
                column.bottom = column.bottom.max(y);
            }
            _ => {
                let before = self.end_column();
                let is_band = before.is_some_and(|before| before.band().is_some());
                if let Some(before) = before.filter(|_| !is_band) {
                    self.pen.line((before.x, before.last), (x, y));
                }
                let from = before.filter(|before| is_band && x - before.x < NEAR).map_or(x, |before| before.x + 1.0);
                let way = before.map_or(0.0, |before| (before.last - y).abs());
                self.column = Some(DotColumn { from: from.min(x), x, last: y, top: y, bottom: y, way, swing });
            }
        }
    }

    /// Draws the column that was being gathered.
    fn end_column(&mut self) -> Option<DotColumn> {
        let column = self.column.take()?;
        if let Some((top, bottom)) = column.band() {
            let columns = (column.x - column.from) as u16;
            (0..=columns).for_each(|back| self.pen.band(column.x - f64::from(back), top, bottom));
        } else {
            self.pen.line((column.x, column.top), (column.x, column.bottom));
        }
        Some(column)
    }

    /// From here on nothing is joined to what was before.
    fn end_line(&mut self) {
        self.end_column();
        self.latest = NOWHERE;
    }
}
