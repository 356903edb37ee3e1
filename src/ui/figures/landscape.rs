//! The training loss over the axes of the Landscape screen: bands with their contours, the path, where
//! it stands now, the best and the published network; beside it the twin with the other scaling.

use super::Slide;
use super::chart::Canvas;
use super::drawing::{Anchor, Drawing, Stroke, Type};
use super::surface;
use crate::analysis::landscape::{Bands, Grid, Heights, Plane, Survey, in_unit, unit};
use crate::app::screens::landscape::map::{Landmark, Map};
use crate::app::{App, LandscapePanel};
use crate::explain::numbers;
use crate::explain::words::landscape as words;
use crate::ui::screens::landscape::map::glyph;
use crate::ui::screens::landscape::{compare, names};

/// Where the fields of the maps begin and end on the sheet.
const TOP: f64 = 120.0;
const BOTTOM: f64 = 440.0;
/// Nanoseconds the losses of one map may take.
const PATIENCE: u64 = 250_000_000;
/// Columns and lines of a grid, where there is time for them.
const FINEST: (usize, usize) = (120, 90);

/// A map's place on the sheet, its grid and what it is of.
struct Sheet<'a> {
    map: &'a Map,
    plane: Plane,
    grid: Grid,
    title: String,
    canvas: Canvas,
}

/// The drawing of what the Landscape screen shows; without directions yet it says so.
pub fn draw(app: &App, slide: &Slide) -> String {
    let say = |word| app.core.settings.say(word);
    let people = app.core.run().training_rows().len();
    let title = app.core.settings.language.fill(words::SURFACE, &[people.to_string()]);
    let mut drawing = super::sheet(app, slide, &title);
    let panels: Vec<_> = [LandscapePanel::Landscape, LandscapePanel::Beside]
        .into_iter()
        .filter_map(|panel| {
            let map = app.screens.landscape.seen(&app.core).map(panel)?;
            Some((panel, map, map.plane()?))
        })
        .collect();
    if panels.is_empty() {
        drawing.text((90.0, 150.0), say(words::NO_PATH), Type::new(slide.text, 16.0));
        return drawing.finish();
    }
    let width = 840.0 / panels.len() as f64;
    let choice = app.screens.landscape.seen(&app.core).choice(app.core.network(), app.core.spot());
    let planes = panels.iter().map(|&(_, _, plane)| plane);
    let one_unit = choice.has_one_unit(app.core.network());
    let planes = fitted(planes, one_unit, [width - 40.0, BOTTOM - TOP]);
    let sheets: Vec<Sheet<'_>> = panels
        .iter()
        .zip(planes)
        .enumerate()
        .map(|(index, (&(panel, map, _), plane))| {
            let left = 90.0 + (width + 20.0) * index as f64;
            let run = names::run_of(app, panel);
            Sheet {
                map,
                grid: surveyed(app, map, &plane),
                plane,
                title: run.map_or_else(String::new, |run| names::title(app, run, Some(map))),
                canvas: Canvas { left, top: TOP, right: left + width - 40.0, bottom: BOTTOM },
            }
        })
        .collect();
    let bands = bands(&sheets);
    for sheet in &sheets {
        ground(&mut drawing, slide, sheet, bands);
        labels(app, &mut drawing, slide, sheet);
        marks(&mut drawing, slide, sheet);
    }
    let set = Type::new(slide.text, 14.0);
    drawing.text((40.0, 500.0), &compare::sentence(app), set);
    legend(app, &mut drawing, slide, bands);
    drawing.finish()
}

/// The planes of the screen, made to fill a field of this shape without stretching an axis.
fn fitted<'a>(planes: impl Iterator<Item = &'a Plane> + Clone, one_unit: bool, shape: [f64; 2]) -> Vec<Plane> {
    let spans = |plane: &Plane| [plane.across, plane.up];
    let units = planes.clone().map(|plane| unit(spans(plane), shape));
    let unit = units.fold(0.0, f64::max);
    planes
        .map(|plane| {
            let mut plane = plane.clone();
            if one_unit {
                [plane.across, plane.up] = in_unit(spans(&plane), unit, shape);
            }
            plane
        })
        .collect()
}

/// The grid of a map: what the screen has computed, else one as fine as there is time for.
fn surveyed(app: &App, map: &Map, plane: &Plane) -> Grid {
    let best = app.screens.landscape.seen(&app.core).best() && map.has_best();
    let known = map.grid().filter(|grid| {
        let fine = grid.is_fine && grid.columns >= FINEST.0 / 2;
        fine && grid.best == best && grid.plane == *plane
    });
    if let Some(grid) = known {
        return grid.clone();
    }
    let survey = |columns, lines| Survey::new(map.surface().clone(), plane.clone(), columns, lines, best);
    let cells = survey(1, 1).cells_within(PATIENCE);
    let (columns, lines) = [1, 2, 3, 4, 6]
        .map(|coarse| (FINEST.0 / coarse, FINEST.1 / coarse))
        .into_iter()
        .find(|(columns, lines)| columns * lines <= cells)
        .unwrap_or((FINEST.0 / 8, FINEST.1 / 8));
    survey(columns, lines).finished()
}

/// Bands that both maps share, or they could not be compared.
fn bands(sheets: &[Sheet<'_>]) -> Bands {
    let heights: Vec<Heights> = sheets.iter().map(|sheet| Heights::of(&sheet.grid)).collect();
    let least = sheets.iter().map(|sheet| {
        let known = sheet.map.optimal_loss();
        known.unwrap_or_else(|| sheet.grid.least())
    });
    let least = least.fold(f64::INFINITY, f64::min);
    let kind = sheets[0].map.surface().kind();
    Bands::over(kind, least, &heights.iter().collect::<Vec<_>>())
}

fn place(sheet: &Sheet<'_>, at: [f64; 2]) -> (f64, f64) {
    sheet.canvas.place([sheet.plane.across.share(at[0]), sheet.plane.up.share(at[1])])
}

/// The bands, and the contours between them.
fn ground(drawing: &mut Drawing, slide: &Slide, sheet: &Sheet<'_>, bands: Bands) {
    let size = (sheet.grid.columns, sheet.grid.lines);
    let value = |column, line| sheet.grid.value(column, line);
    surface::paint(drawing, sheet.canvas, size, |column, line| {
        Some(slide.loss(bands.of(value(column, line)), Bands::COUNT))
    });
    for &edge in bands.edges() {
        surface::contour(drawing, sheet.canvas, size, value, edge, Stroke::new(slide.ground, 1.0).opacity(0.7));
    }
}

fn labels(app: &App, drawing: &mut Drawing, slide: &Slide, sheet: &Sheet<'_>) {
    let Canvas { left, top, right, bottom } = sheet.canvas;
    let set = Type::new(slide.muted, 13.0);
    let [along, up] = names::titles(app, sheet.map).map(|names| names[0].clone());
    drawing.text((left, top - 26.0), &sheet.title, Type::new(slide.text, 16.0).bold());
    drawing.text((left, top - 8.0), &up, set);
    let plane = &sheet.plane;
    let decimals = names::decimals(plane.up);
    for (y, value) in [(top + 10.0, plane.up.to), (bottom, plane.up.from)] {
        let text = numbers::decimal(value, decimals);
        drawing.text((left - 6.0, y), &text, set.anchored(Anchor::End));
    }
    let decimals = names::decimals(plane.across);
    drawing.text((left, bottom + 18.0), &numbers::decimal(plane.across.from, decimals), set);
    let to = numbers::decimal(plane.across.to, decimals);
    drawing.text((right, bottom + 18.0), &to, set.anchored(Anchor::End));
    drawing.text((left.midpoint(right), bottom + 18.0), &along, set.anchored(Anchor::Middle));
}

/// The path as a line, and what stands on the map; what lies off the slice is hollow.
fn marks(drawing: &mut Drawing, slide: &Slide, sheet: &Sheet<'_>) {
    let shown = |at: [f64; 2]| sheet.plane.shows(at);
    let of = |wanted: fn(Landmark) -> bool| {
        sheet.map.marks().iter().filter(move |mark| wanted(mark.kind) && shown(mark.place))
    };
    let path = of(|kind| matches!(kind, Landmark::Start | Landmark::Path | Landmark::Now));
    let mut path: Vec<_> = path.collect();
    path.sort_by_key(|mark| match mark.kind {
        Landmark::Start => 0,
        Landmark::Now => 2,
        Landmark::Path | Landmark::Published | Landmark::Best => 1,
    });
    let points: Vec<_> = path.iter().map(|mark| place(sheet, mark.place)).collect();
    drawing.curve(points.iter().copied(), Stroke::new(slide.text, 1.5));
    for &point in &points {
        drawing.dot(point, 2.0, slide.text);
    }
    let set = Type::new(slide.text, 15.0).bold().anchored(Anchor::Middle);
    for mark in of(|kind| matches!(kind, Landmark::Start | Landmark::Published | Landmark::Best)) {
        let at = place(sheet, mark.place);
        let ink = slide.text;
        drawing.ring(at, 10.0, Stroke::new(ink, if mark.on { 2.0 } else { 1.0 }).dashed(!mark.on));
        drawing.text((at.0, at.1 + 5.0), glyph(mark.kind), set);
    }
    for mark in of(|kind| kind == Landmark::Now) {
        let at = place(sheet, mark.place);
        drawing.dot(at, 7.0, slide.ground);
        drawing.dot(at, 5.5, slide.text);
    }
}

/// The bands' colours with the losses between them, and the marks in words.
fn legend(app: &App, drawing: &mut Drawing, slide: &Slide, bands: Bands) {
    let say = |word| app.core.settings.say(word);
    let set = Type::new(slide.muted, 13.0);
    drawing.text((40.0, 524.0), say(words::LEGEND_LOSS), set);
    let edges = names::edges(&bands);
    for band in 0..Bands::COUNT {
        let x = 90.0 + 52.0 * band as f64;
        drawing.tile((x, 513.0), (20.0, 13.0), slide.loss(band, Bands::COUNT));
        if let Some(edge) = edges.get(band) {
            drawing.text((x + 23.0, 524.0), edge, set);
        }
    }
    let best = app.core.settings.language.fill(Landmark::Best.word(), &[""]);
    let marks = [
        format!("{} {}", glyph(Landmark::Start), say(Landmark::Start.word())),
        format!("{} {}", glyph(Landmark::Now), say(Landmark::Now.word())),
        format!("{} {}", glyph(Landmark::Best), best.trim()),
        format!("{} {}", glyph(Landmark::Published), say(Landmark::Published.word())),
        say(words::DASHED).to_owned(),
    ];
    let text = marks.join("  ");
    drawing.text((920.0, 524.0), &text, set.anchored(Anchor::End));
}
