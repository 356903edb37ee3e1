//! The training loss over the axes of the Landscape screen: its colours with lines of equal height, the path, where
//! it stands now and the steepest way down, the best and the published network; beside it the twin with the other
//! scaling.

use super::Slide;
use super::canvas::Canvas;
use super::drawing::{Anchor, Drawing, Stroke, Type};
use super::surface;
use crate::analysis::landscape::{Grid, Heights, LossScale, Plane, Survey, in_unit, unit};
use crate::app::screens::landscape::map::{Landmark, Map, MapMark};
use crate::app::{App, LandscapePanel};
use crate::explain::numbers;
use crate::explain::words::landscape as words;
use crate::ui::screens::landscape::map::glyph;
use crate::ui::screens::landscape::relief::{self, Relief};
use crate::ui::screens::landscape::{compare, names};
use crate::ui::theme::{Ramp, Rgb};
use crate::ui::widgets::heat_map;

/// Where the fields of the maps begin and end on the sheet.
const TOP: f64 = 120.0;
const BOTTOM: f64 = 412.0;
/// What lines and words over the colours are drawn in.
const BLACK: Rgb = Rgb(0, 0, 0);
const WHITE: Rgb = Rgb(255, 255, 255);
/// About so many numbers stand along an axis.
const TICKS: f64 = 5.0;
/// Rows of words that a map would hold.
const ROWS: usize = 25;
/// Nanoseconds the losses of one map may take.
const PATIENCE: u64 = 250_000_000;
/// Columns and lines of a grid, where there is time for them.
const FINEST: (usize, usize) = (120, 90);

/// A map's place on the sheet, its grid and what it is of.
struct Sheet<'a> {
    map: &'a Map,
    plane: Plane,
    grid: Grid,
    scale: LossScale,
    title: String,
    /// Whether its run's inputs are scaled, in a word.
    of: String,
    canvas: Canvas,
}

/// The drawing of what the Landscape screen shows; without directions yet it says so.
pub fn draw(app: &App, slide: &Slide) -> String {
    let say = |word| app.core.settings.say(word);
    let people = app.core.run().training_rows().len();
    let title = app.core.settings.fill(words::SURFACE, &[people.to_string()]);
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
    let planes = fitted(planes, choice.shares_unit(), [width - 40.0, BOTTOM - TOP]);
    let sheets: Vec<Sheet<'_>> = panels
        .iter()
        .zip(planes)
        .enumerate()
        .map(|(index, (&(panel, map, _), plane))| {
            let left = 90.0 + (width + 20.0) * index as f64;
            let run = names::run_of(app, panel);
            let grid = surveyed(app, map, &plane);
            Sheet {
                map,
                scale: LossScale::over(&Heights::of(&grid)),
                grid,
                plane,
                title: run.map_or_else(String::new, |run| names::titles(app, run, Some(map))[0].clone()),
                of: run.map_or_else(String::new, |run| names::scaling(app, run)),
                canvas: Canvas { left, top: TOP, right: left + width - 40.0, bottom: BOTTOM },
            }
        })
        .collect();
    for sheet in &sheets {
        ground(&mut drawing, slide, sheet);
        labels(app, &mut drawing, slide, sheet);
        marks(&mut drawing, slide, sheet);
        ramp(app, &mut drawing, slide, sheet);
    }
    drawing.text((90.0, 506.0), &compare::sentence(app), Type::new(slide.text, 14.0));
    drawing.text((90.0, 528.0), &legend(app, &sheets), Type::new(slide.muted, 13.0));
    drawing.finish()
}

/// The planes of the screen, made to fill a field of this shape without stretching an axis.
fn fitted<'a>(planes: impl Iterator<Item = &'a Plane> + Clone, shared: bool, shape: [f64; 2]) -> Vec<Plane> {
    let spans = |plane: &Plane| [plane.across, plane.up];
    let own = |plane: &Plane| unit(spans(plane), shape);
    let most = planes.clone().map(own).fold(0.0, f64::max);
    planes
        .map(|plane| {
            let mut fitted = plane.clone();
            let unit = if shared { most } else { own(plane) };
            [fitted.across, fitted.up] = in_unit(spans(plane), unit, shape);
            fitted
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

fn place(sheet: &Sheet<'_>, at: [f64; 2]) -> (f64, f64) {
    sheet.canvas.place(relief::share(&sheet.plane, at))
}

/// The losses as colours, and lines of equal height with their losses.
fn ground(drawing: &mut Drawing, slide: &Slide, sheet: &Sheet<'_>) {
    /// How wide and high a letter is.
    const LETTER: [f64; 2] = [7.0, 13.0];
    let (canvas, grid, scale) = (sheet.canvas, &sheet.grid, &sheet.scale);
    surface::paint(drawing, canvas, (grid.columns, grid.lines), |column, line| {
        Some(slide.field(Ramp::Loss, scale.share(grid.value(column, line))))
    });
    let size = [(canvas.right - canvas.left) / LETTER[0], (canvas.bottom - canvas.top) / LETTER[1]];
    let over = Relief::of(sheet.map, &sheet.plane, grid, &relief::levels(&slide.theme, scale, ROWS), size);
    let ground = |at: [f64; 2]| {
        let loss = grid.value_at([sheet.plane.across.at(at[0]), sheet.plane.up.at(at[1])]);
        slide.field(Ramp::Loss, loss.map_or(1.0, |loss| scale.share(loss)))
    };
    for line in &over.lines {
        surface::contour(drawing, canvas, line, |at| Stroke::new(heat_map::ink_on(ground(at), 0.0), 1.0));
    }
    for (at, word) in &over.labels {
        let ((x, y), ground) = (canvas.place(*at), ground(*at));
        drawing.tile((x - 4.0 * word.len() as f64, y - 8.0), (8.0 * word.len() as f64, 15.0), ground);
        drawing.text((x, y + 4.5), word, Type::new(heat_map::ink_on(ground, 1.0), 12.0).anchored(Anchor::Middle));
    }
}

fn labels(app: &App, drawing: &mut Drawing, slide: &Slide, sheet: &Sheet<'_>) {
    let Canvas { left, top, right, bottom } = sheet.canvas;
    let set = Type::new(slide.muted, 13.0);
    let [along, up] = names::axis_titles(app, sheet.map).map(|names| names[0].clone());
    drawing.text((left, top - 26.0), &sheet.title, Type::new(slide.text, 16.0).bold());
    drawing.text((left, top - 8.0), &up, set);
    let plane = &sheet.plane;
    let (values, decimals) = plane.up.free_ticks(TICKS);
    for value in values {
        let (_, y) = sheet.canvas.place([0.0, plane.up.share(value)]);
        drawing.text((left - 6.0, y + 4.0), &numbers::decimal(value, decimals), set.anchored(Anchor::End));
    }
    let (values, decimals) = plane.across.free_ticks(TICKS);
    for value in values {
        let (x, _) = sheet.canvas.place([plane.across.share(value), 0.0]);
        drawing.text((x, bottom + 18.0), &numbers::decimal(value, decimals), set.anchored(Anchor::Middle));
    }
    drawing.text((right, bottom + 36.0), &along, set.anchored(Anchor::End));
}

/// The path as a line, the brighter the newer, the steepest way down, and what stands on the map; what lies off the
/// slice is hollow.
fn marks(drawing: &mut Drawing, slide: &Slide, sheet: &Sheet<'_>) {
    let (canvas, plane) = (sheet.canvas, &sheet.plane);
    let within = |at: &[f64; 2]| at.iter().all(|share| (0.0..=1.0).contains(share));
    for ([from, to], new) in relief::trail(sheet.map, plane).into_iter().filter(|(piece, _)| piece.iter().all(within)) {
        let (from, to) = (canvas.place(from), canvas.place(to));
        if from == to {
            drawing.dot(from, 1.5, WHITE);
        }
        drawing.line(from, to, Stroke::new(BLACK, 4.0).opacity(0.5));
        drawing.line(from, to, Stroke::new(WHITE, 2.0).opacity(0.35 + 0.65 * new));
    }
    let of = |wanted: fn(Landmark) -> bool| {
        sheet.map.marks().iter().filter(move |mark| wanted(mark.kind) && plane.shows(mark.place))
    };
    let set = |ink| Type::new(ink, 15.0).bold().anchored(Anchor::Middle);
    for mark in of(|kind| kind != Landmark::Now) {
        let at = place(sheet, mark.place);
        drawing.dot(at, 10.0, slide.ground);
        drawing.ring(at, 10.0, Stroke::new(slide.text, if mark.on { 2.0 } else { 1.0 }).dashed(!mark.on));
        drawing.text((at.0, at.1 + 5.0), glyph(mark.kind), set(slide.text));
    }
    let shape = [canvas.right - canvas.left, canvas.bottom - canvas.top];
    let descent = sheet.map.descent().filter(|descent| plane.shows(descent.place()));
    let arrow = descent.and_then(|descent| relief::downhill(plane, descent, shape));
    if let Some(([from, to], _)) = arrow.filter(|([from, to], _)| from != to) {
        drawing.arrow(canvas.place(from), canvas.place(to), Stroke::new(WHITE, 2.5));
    }
    for mark in of(|kind| kind == Landmark::Now) {
        let at = place(sheet, mark.place);
        drawing.dot(at, 7.0, BLACK);
        drawing.dot(at, 5.5, WHITE);
    }
}

/// The ramp of a map as one bar below it, with the losses of the lines.
fn ramp(app: &App, drawing: &mut Drawing, slide: &Slide, sheet: &Sheet<'_>) {
    /// Pieces of the bar.
    const PIECES: u32 = 64;
    /// Where it stands below the map, and what is left of it for its name.
    const BELOW: f64 = 50.0;
    const NAME: f64 = 100.0;
    let Canvas { left, right, bottom, .. } = sheet.canvas;
    let (from, long) = (left + NAME, right - left - NAME);
    let name = app.core.settings.fill(words::LEGEND_LOSS, &[&sheet.of]);
    drawing.text((left, bottom + BELOW + 9.0), &name, Type::new(slide.muted, 13.0));
    for piece in 0..PIECES {
        let share = (f64::from(piece) + 0.5) / f64::from(PIECES);
        let (x, width) = (from + long * f64::from(piece) / f64::from(PIECES), long / f64::from(PIECES));
        drawing.tile((x, bottom + BELOW), (width + 0.4, 8.0), slide.field(Ramp::Loss, share));
    }
    for level in relief::levels(&slide.theme, &sheet.scale, ROWS) {
        let word = names::short(level.loss, level.decimals);
        let at = (from + long * level.share, bottom + BELOW + 21.0);
        drawing.text(at, &word, Type::new(slide.muted, 12.0).anchored(Anchor::Middle));
    }
}

/// The marks there are, in words.
fn legend(app: &App, sheets: &[Sheet<'_>]) -> String {
    let has = |wanted: &dyn Fn(&MapMark) -> bool| sheets.iter().any(|sheet| sheet.map.marks().iter().any(wanted));
    let kinds = [Landmark::Start, Landmark::Now, Landmark::Best, Landmark::Published].into_iter();
    let kinds = kinds.filter(|&kind| has(&|mark| mark.kind == kind));
    let mut marks: Vec<String> =
        kinds.map(|kind| format!("{} {}", glyph(kind), app.core.settings.fill(kind.word(), &[""]).trim())).collect();
    marks.push(app.core.settings.say(words::DOWNHILL).to_owned());
    marks.extend(has(&|mark| !mark.on).then(|| app.core.settings.say(words::DASHED).to_owned()));
    marks.join(" · ")
}
