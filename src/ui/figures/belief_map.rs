//! A map of two attributes: p as colour, the line p = .5, and the real people upon it.

use super::Slide;
use super::canvas::Canvas;
use super::drawing::{Anchor, Drawing, Stroke, Type};
use super::surface;
use super::thinned::Thinned;
use crate::analysis::beliefs::{Asker, Axis, Fate, Subject, SumMap, everyone, spotted};
use crate::app::App;
use crate::explain::words::{beliefs as words, figures};
use crate::nn::math;
use crate::ui::screens::beliefs::{plot, say};
use crate::ui::theme::{Ramp, Rgb};
use crate::ui::widgets::heat_map::contours;

/// The map.
const CANVAS: Canvas = Canvas { left: 120.0, top: 100.0, right: 900.0, bottom: 470.0 };
/// Columns and lines of the grid.
const GRID: (usize, usize) = (156, 74);

/// The drawing.
pub fn draw(app: &App, slide: &Slide) -> String {
    let axes = app.screens.beliefs.beliefs_axes(&app.core);
    let title = say::map_titles(app).swap_remove(0);
    let mut drawing = super::sheet(app, slide, &title);
    let mut asker =
        Asker::new(app.core.network(), app.core.run().encoder(), app.screens.beliefs.held_person(&app.core));
    let map = SumMap::ask(&mut asker, axes, Subject::Answer, GRID);
    let ink = |column, line| map.z(column, line).map(|z| slide.field(Ramp::Belief, math::sigmoid(z)));
    surface::paint(&mut drawing, CANVAS, GRID, ink);
    let line = contours(GRID, |column, line| map.z(column, line).unwrap_or(f64::NAN), &[0.0]).swap_remove(0);
    surface::contour(&mut drawing, CANVAS, &line, |_| Stroke::new(slide.text, 2.0));
    let several = people(app, &mut drawing, slide);
    labels(app, &mut drawing, slide);
    let legend = [figures::MARKS, words::WRONG_LEGEND, words::CONTOUR, figures::CHOSEN, figures::SEVERAL];
    let legend = legend.into_iter();
    let legend = legend.filter(|&word| !line.is_empty() || word != words::CONTOUR);
    let legend = legend.filter(|&word| several || word != figures::SEVERAL);
    let legend: Vec<&str> = legend.map(|word| app.core.settings.say(word)).collect();
    drawing.text((40.0, 524.0), &legend.join(" · "), Type::new(slide.muted, 13.0));
    drawing.finish()
}

/// Everybody of the part shown whose place is known; a ring lived, a cross died.
/// True where a mark stands for several of them.
fn people(app: &App, drawing: &mut Drawing, slide: &Slide) -> bool {
    let axes = app.screens.beliefs.beliefs_axes(&app.core);
    let mut crowd = Thinned::new(8.0, 1);
    for person in everyone(axes, &app.core.list, app.core.shown().live(), |row| app.core.shows_row(row)) {
        let at = CANVAS.place(person.at);
        if !crowd.has_room(at, (person.fate, person.wrong)) {
            continue;
        }
        let width = if person.wrong { 2.0 } else { 1.0 };
        match person.fate {
            Fate::Lived => drawing.ring(at, 3.0, Stroke::new(slide.text, width)),
            Fate::Died => drawing.cross(at, 2.6, Stroke::new(slide.text, width)),
        }
    }
    let passenger = app.core.passenger();
    if let Some(at) = spotted(axes, &passenger, app.core.who) {
        drawing.dot(CANVAS.place(at), 6.0, slide.text);
        drawing.dot(CANVAS.place(at), 3.5, slide.ground);
    }
    if let Some(what_if) = &app.core.what_if
        && let Some(at) = spotted(axes, &what_if.person.passenger(), 0)
    {
        drawing.diamond(CANVAS.place(at), 8.0, slide.text);
    }
    crowd.is_merged()
}

/// Values along both axes, as on the screen.
fn labels(app: &App, drawing: &mut Drawing, slide: &Slide) {
    let set = Type::new(slide.muted, 14.0);
    for (index, attribute) in app.screens.beliefs.beliefs_axes(&app.core).into_iter().enumerate() {
        for (value, text) in plot::ticks(app, attribute, usize::MAX) {
            let share = Axis(attribute).share(value);
            if index == 0 {
                let (x, y) = CANVAS.place([share, 0.0]);
                drawing.text((x, y + 20.0), &text, set.anchored(Anchor::Middle));
            } else {
                let (x, y) = CANVAS.place([0.0, share]);
                drawing.text((x - 8.0, y + 5.0), &text, set.anchored(Anchor::End));
            }
        }
    }
    let [along, up] = app.screens.beliefs.beliefs_axes(&app.core).map(|axis| say::name(app, axis));
    let name = Type::new(Rgb::ink(slide.theme.input), 14.0).bold();
    drawing.text((CANVAS.right, CANVAS.bottom + 38.0), along, name.anchored(Anchor::End));
    drawing.text((40.0, CANVAS.top - 8.0), up, name);
}
