//! A chart of the screen painted on a sheet: the same axes, curves, lines and marks, larger.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Slide;
use super::canvas::Canvas;
use super::drawing::{Anchor, Drawing, Stroke, Type};
use super::free_words::FreeWords;
use crate::ui::theme::Rgb;
use crate::ui::widgets::plot::{Beyond, Marker, Pattern, Place, Plot, PlotArea, Reference, Series};

/// Where a function is asked.
const SAMPLES: u32 = 400;
/// A line of words.
const LINE: f64 = 20.0;

/// A chart fitted to its place on a sheet.
pub(super) struct ChartField {
    canvas: Canvas,
    area: PlotArea,
}

impl ChartField {
    /// A chart fitted to a canvas as to cells of the size of a letter.
    pub fn new(canvas: Canvas, plot: &Plot<'_>) -> Self {
        const LETTER: (f64, f64) = (8.0, 16.0);
        let cells = ((canvas.right - canvas.left) / LETTER.0, (canvas.bottom - canvas.top) / LETTER.1);
        Self { canvas, area: plot.fit(Rect::new(0, 0, cells.0 as u16, cells.1 as u16)) }
    }

    /// The place of a point of the chart.
    pub fn of(&self, (x, y): (f64, f64)) -> (f64, f64) {
        self.canvas.place(self.area.shares(x, y))
    }

    /// The place along of an x.
    fn along(&self, x: f64) -> f64 {
        self.of((x, f64::NAN)).0
    }

    /// Whether a curve goes out of it.
    fn is_left_by(&self, series: &Series<'_>) -> bool {
        !series.peaks_beyond(&self.area).is_empty()
    }

    /// The place up of a y.
    fn up(&self, y: f64) -> f64 {
        self.of((f64::NAN, y)).1
    }
}

/// Draws a chart, the names of its axes beside them.
pub fn draw(drawing: &mut Drawing, slide: &Slide, plot: &Plot<'_>, canvas: Canvas, names: [&str; 2]) {
    let field = ChartField::new(canvas, plot);
    axes(drawing, slide, &field, names);
    let levels: Vec<_> = plot.references.iter().map(|reference| compare(drawing, &field, reference)).collect();
    if plot.series.iter().any(|series| field.is_left_by(series)) {
        drawing.field((canvas.left, canvas.top), (canvas.right, canvas.bottom));
    }
    let curves: Vec<_> = plot.series.iter().map(|series| curve(drawing, &field, series)).collect();
    name_ends(drawing, canvas, &plot.series, &curves);
    if let Some((x, style)) = plot.cursor {
        let x = field.along(x);
        drawing.line((x, canvas.top), (x, canvas.bottom), Stroke::new(Rgb::ink(style), 1.5));
    }
    let mut labels = FreeWords::new(canvas, curves.into_iter().chain(levels).collect());
    let set = |style: Style| move |size| Type::new(Rgb::ink(style), size).rimmed(slide.ground);
    for (style, (x, y)) in highest(plot, &field) {
        let said = format!("↑ {}", (plot.peak)(x, y)[0]);
        labels.at_point(drawing, &said, (field.along(x), canvas.top), set(style));
    }
    for marker in &plot.markers {
        mark(drawing, &field, marker);
        if let Some(label) = &marker.label {
            let at = field.of((marker.x, marker.y));
            labels.at_point(drawing, &label.content, at, set(marker.style.patch(label.style)));
        }
    }
    for reference in &plot.references {
        if let (Place::Level(y), Some(label)) = (reference.at, &reference.label) {
            labels.at_level(drawing, &label.content, field.up(y), set(reference.style.patch(label.style)));
        }
    }
}

/// Of each curve that leaves the chart above how high it goes, and its look.
fn highest(plot: &Plot<'_>, field: &ChartField) -> Vec<(Style, (f64, f64))> {
    let of = |series: &Series<'_>| {
        let above = series.peaks_beyond(&field.area).into_iter().filter(|(edge, _)| *edge == Beyond::Top);
        let highest = above.map(|(_, point)| point).max_by(|a, b| a.1.total_cmp(&b.1));
        highest.map(|point| (series.style, point))
    };
    plot.series.iter().filter_map(of).collect()
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

/// A line to compare with; gives back its ends.
fn compare(drawing: &mut Drawing, field: &ChartField, reference: &Reference<'_>) -> Vec<(f64, f64)> {
    let Canvas { left, top, right, bottom } = field.canvas;
    let (start, end) = match reference.at {
        Place::Level(y) => ((left, field.up(y)), (right, field.up(y))),
        Place::Upright(x) => ((field.along(x), bottom), (field.along(x), top)),
    };
    drawing.line(start, end, Stroke::new(Rgb::ink(reference.style), 1.0).dashed(true));
    vec![start, end]
}

/// A curve; gives back its points.
fn curve(drawing: &mut Drawing, field: &ChartField, series: &Series<'_>) -> Vec<(f64, f64)> {
    let (from, to) = field.area.ends_along();
    let xs = (0..=SAMPLES).map(|step| from + (to - from) * f64::from(step) / f64::from(SAMPLES));
    let mut points = Vec::new();
    series.visit(xs, |x, y| points.push(field.of((x, y))));
    let width = if series.thick { 3.0 } else { 2.0 };
    let is_whole = series.stroke == Pattern::Solid;
    let stroke = Stroke::new(Rgb::ink(series.style), width).dashed(!is_whole).clipped(field.is_left_by(series));
    drawing.curve(points.iter().copied(), stroke);
    points.retain(|(x, y)| x.is_finite() && y.is_finite());
    points
}

/// The names of curves behind their ends and in their hues, in the order of these as on the screen, and never upon each
/// other nor below the chart.
fn name_ends(drawing: &mut Drawing, canvas: Canvas, series: &[Series<'_>], curves: &[Vec<(f64, f64)>]) {
    let names =
        series.iter().zip(curves).filter_map(|(series, points)| Some((series, series.label.as_ref()?, points.last()?)));
    let mut names: Vec<_> = names.collect();
    names.sort_by(|(.., one), (.., other)| one.1.total_cmp(&other.1));
    let mut above = f64::NEG_INFINITY;
    for (place, (series, label, (x, y))) in names.iter().enumerate() {
        let below = (names.len() - 1 - place) as f64;
        above = (y + 5.0).min(canvas.bottom - LINE * below).max(above + LINE);
        let ink = Rgb::ink(series.style.patch(label.style));
        drawing.text((x + 10.0, above), &label.content, Type::new(ink, 14.0));
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
