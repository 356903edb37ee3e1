//! A chart of the screen painted on a sheet: the same axes, curves, lines and marks, larger.

use ratatui::layout::Rect;

use super::Slide;
use super::drawing::{Anchor, Drawing, Stroke, Type};
use crate::ui::theme::Rgb;
use crate::ui::widgets::plot::{Marker, Pattern, Place, Plot, PlotArea, Reference, Series};

/// Where a function is asked.
const SAMPLES: u32 = 400;
/// A line of words.
const LINE: f64 = 20.0;

/// A field of the sheet with a number along each side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Canvas {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Canvas {
    /// The field most charts have, below the headline.
    pub const CHART: Self = Self { left: 90.0, top: 112.0, right: 920.0, bottom: 480.0 };

    /// The place at shares of the way along and up.
    pub fn place(&self, share: [f64; 2]) -> (f64, f64) {
        (self.left + (self.right - self.left) * share[0], self.bottom - (self.bottom - self.top) * share[1])
    }

    /// A chart fitted to it as to cells of the size of a letter.
    pub fn fit(self, plot: &Plot<'_>) -> ChartField {
        const LETTER: (f64, f64) = (8.0, 16.0);
        let cells = ((self.right - self.left) / LETTER.0, (self.bottom - self.top) / LETTER.1);
        ChartField { canvas: self, area: plot.fit(Rect::new(0, 0, cells.0 as u16, cells.1 as u16)) }
    }
}

/// A chart fitted to its place on a sheet.
pub(super) struct ChartField {
    canvas: Canvas,
    area: PlotArea,
}

impl ChartField {
    /// The place of a point of the chart.
    pub fn of(&self, (x, y): (f64, f64)) -> (f64, f64) {
        self.canvas.place(self.area.shares(x, y))
    }

    /// The place along of an x.
    fn along(&self, x: f64) -> f64 {
        self.of((x, f64::NAN)).0
    }

    /// The place up of a y.
    fn up(&self, y: f64) -> f64 {
        self.of((f64::NAN, y)).1
    }
}

/// Draws a chart, the names of its axes beside them.
pub fn draw(drawing: &mut Drawing, slide: &Slide, plot: &Plot<'_>, canvas: Canvas, names: [&str; 2]) {
    let field = canvas.fit(plot);
    axes(drawing, slide, &field, names);
    for reference in &plot.references {
        compare(drawing, slide, &field, reference);
    }
    let ends: Vec<_> = plot.series.iter().map(|series| curve(drawing, &field, series)).collect();
    name_ends(drawing, slide, &plot.series, &ends);
    if let Some((x, style)) = plot.cursor {
        let x = field.along(x);
        drawing.line((x, canvas.top), (x, canvas.bottom), Stroke::new(Rgb::ink(style), 1.5));
    }
    for marker in &plot.markers {
        mark(drawing, &field, marker);
    }
}

fn axes(drawing: &mut Drawing, slide: &Slide, field: &ChartField, names: [&str; 2]) {
    let Canvas { left, top, right, bottom } = field.canvas;
    let label = Type::new(slide.muted, 14.0);
    let faint = Stroke::new(slide.faint, 1.0);
    for tick in &field.area.up {
        let y = field.up(tick.value);
        drawing.line((left, y), (right, y), faint);
        drawing.text((left - 8.0, y + 5.0), &tick.label, label.anchored(Anchor::End));
    }
    for tick in &field.area.along {
        let x = field.along(tick.value);
        drawing.line((x, top), (x, bottom), faint);
        drawing.text((x, bottom + 22.0), &tick.label, label.anchored(Anchor::Middle));
    }
    let line = Stroke::new(slide.muted, 1.5);
    drawing.line((left, bottom), (right, bottom), line);
    drawing.line((left, top), (left, bottom), line);
    drawing.text((left.midpoint(right), bottom + 46.0), names[0], label.anchored(Anchor::Middle));
    drawing.text((left, top - 14.0), names[1], label);
}

/// A line to compare with, its meaning at its end.
fn compare(drawing: &mut Drawing, slide: &Slide, field: &ChartField, reference: &Reference<'_>) {
    let Canvas { left, top, right, bottom } = field.canvas;
    let (start, end) = match reference.at {
        Place::Level(y) => ((left, field.up(y)), (right, field.up(y))),
        Place::Upright(x) => ((field.along(x), bottom), (field.along(x), top)),
    };
    drawing.line(start, end, Stroke::new(Rgb::ink(reference.style), 1.0).dashed(true));
    if let Some(label) = &reference.label {
        let set = Type::new(slide.muted, 13.0).anchored(Anchor::End);
        drawing.text((end.0 - 6.0, end.1 - 5.0), &label.content, set);
    }
}

/// A curve; gives back its end.
fn curve(drawing: &mut Drawing, field: &ChartField, series: &Series<'_>) -> Option<(f64, f64)> {
    let (from, to) = field.area.ends_along();
    let xs = (0..=SAMPLES).map(|step| from + (to - from) * f64::from(step) / f64::from(SAMPLES));
    let mut points = Vec::new();
    series.visit(xs, |x, y| points.push(field.of((x, y))));
    let width = if series.thick { 3.0 } else { 2.0 };
    let is_whole = series.stroke == Pattern::Solid;
    let stroke = Stroke::new(Rgb::ink(series.style), width).dashed(!is_whole);
    let end = points.iter().rev().copied().find(|(x, y)| x.is_finite() && y.is_finite());
    drawing.curve(points, stroke);
    end
}

/// The names of curves behind their ends, in the order of these as on the screen, and never upon each other.
fn name_ends(drawing: &mut Drawing, slide: &Slide, series: &[Series<'_>], ends: &[Option<(f64, f64)>]) {
    let names = series.iter().zip(ends).filter_map(|(series, end)| series.label.as_ref().zip(*end));
    let mut names: Vec<_> = names.collect();
    names.sort_by(|(_, one), (_, other)| one.1.total_cmp(&other.1));
    let mut above = f64::NEG_INFINITY;
    for (label, (x, y)) in names {
        above = (y + 5.0).max(above + LINE);
        drawing.text((x + 8.0, above), &label.content, Type::new(slide.text, 14.0));
    }
}

fn mark(drawing: &mut Drawing, field: &ChartField, marker: &Marker<'_>) {
    let at = field.of((marker.x, marker.y));
    if let Some(style) = marker.guides {
        let guide = Stroke::new(Rgb::ink(style), 1.0).dashed(true);
        drawing.line((field.canvas.left, at.1), at, guide);
        drawing.line((at.0, field.canvas.bottom), at, guide);
    }
    let ink = Rgb::ink(marker.style);
    if marker.glyph == "●" {
        drawing.dot(at, 6.0, ink);
    } else {
        let set = Type::new(ink, 16.0).anchored(Anchor::Middle);
        drawing.text((at.0, at.1 + 5.0), marker.glyph, set);
    }
}
