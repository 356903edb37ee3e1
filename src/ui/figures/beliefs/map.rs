//! A map of two attributes: p as colour, the line p = .5, and the real people upon it.

use crate::analysis::beliefs::{Asker, Axis, Fate, Field, Subject, everyone, spotted};
use crate::app::App;
use crate::explain::words::{beliefs as words, figures};
use crate::nn::math;
use crate::ui::figures::Look;
use crate::ui::figures::crowd::Crowd;
use crate::ui::figures::drawing::{Anchor, Drawing, Ink, Stroke, Type};
use crate::ui::figures::levels;
use crate::ui::screens::beliefs::say;

/// Left, top, right and bottom of the map.
const FIELD: (f64, f64, f64, f64) = (120.0, 100.0, 900.0, 470.0);
/// Columns and lines of the grid.
const GRID: (usize, usize) = (156, 74);

/// The drawing.
pub fn draw(app: &App, look: &Look) -> String {
    let axes = app.beliefs_axes();
    let title = say::map_titles(app).swap_remove(0);
    let mut drawing = crate::ui::figures::sheet(app, look, &title);
    let mut asker = Asker::new(app.network(), app.run().encoder(), app.held_person());
    let mut field = Field::new(axes, Subject::Answer, GRID, usize::MAX);
    field.begin(&mut asker);
    let has_line = ground(&mut drawing, look, &field);
    let several = people(app, &mut drawing, look);
    labels(app, &mut drawing, look);
    let legend = [figures::MARKS, words::WRONG_LEGEND, words::CONTOUR, figures::CHOSEN, figures::SEVERAL];
    let legend = legend.into_iter();
    let legend = legend.filter(|&word| has_line || word != words::CONTOUR);
    let legend = legend.filter(|&word| several || word != figures::SEVERAL);
    let legend: Vec<&str> = legend.map(|word| app.settings.say(word)).collect();
    drawing.text((40.0, 524.0), &legend.join(" · "), Type::new(look.muted, 13.0));
    drawing.finish()
}

fn place(at: [f64; 2]) -> (f64, f64) {
    let (left, top, right, bottom) = FIELD;
    (left + (right - left) * at[0], bottom - (bottom - top) * at[1])
}

/// p as colour, and the line where the answer turns; gives back whether it turns.
fn ground(drawing: &mut Drawing, look: &Look, field: &Field) -> bool {
    let share = |index: usize, count: usize| index as f64 / count as f64;
    let (columns, lines) = GRID;
    for line in 0..lines {
        let ink = |column: usize| field.z(column, line).map(|z| look.belief(math::sigmoid(z)));
        let mut from = 0;
        while from < columns {
            // Neighbours of one colour are one piece.
            let to = (from + 1..columns).find(|&to| ink(to) != ink(from));
            let to = to.unwrap_or(columns);
            if let Some(ink) = ink(from) {
                let corner = place([share(from, columns), share(line + 1, lines)]);
                let end = place([share(to, columns), share(line, lines)]);
                let size = (end.0 - corner.0 + 0.4, end.1 - corner.1 + 0.4);
                drawing.tile(corner, size, ink);
            }
            from = to;
        }
    }
    let z = |column: usize, line: usize| field.z(column, line).unwrap_or(f64::NAN);
    let pieces = levels::crossings(GRID, z, 0.0);
    let has_line = !pieces.is_empty();
    for [from, to] in pieces {
        let at = |point: (f64, f64)| place([(point.0 + 0.5) / columns as f64, (point.1 + 0.5) / lines as f64]);
        drawing.line(at(from), at(to), Stroke::new(look.text, 2.0));
    }
    has_line
}

/// Everybody of the part shown whose place is known; a ring lived, a cross died.
/// True where a mark stands for several of them.
fn people(app: &App, drawing: &mut Drawing, look: &Look) -> bool {
    let axes = app.beliefs_axes();
    let mut crowd = Crowd::new(8.0, 1);
    for person in everyone(axes, &app.list, app.shown().rows(), |row| app.shows_row(row)) {
        let at = place(person.at);
        if !crowd.has_room(at, (person.fate, person.wrong)) {
            continue;
        }
        let width = if person.wrong { 2.0 } else { 1.0 };
        match person.fate {
            Fate::Lived => drawing.ring(at, 3.0, Stroke::new(look.text, width)),
            Fate::Died => drawing.cross(at, 2.6, Stroke::new(look.text, width)),
        }
    }
    let passenger = app.passenger();
    if let Some(at) = spotted(axes, &passenger, app.who) {
        drawing.dot(place(at), 6.0, look.text);
        drawing.dot(place(at), 3.5, look.ground);
    }
    if let Some(what_if) = &app.what_if
        && let Some(at) = spotted(axes, &what_if.person.passenger(), 0)
    {
        drawing.diamond(place(at), 8.0, look.text);
    }
    crowd.is_merged()
}

/// Values along both axes: each choice in its band, quantities at some steps.
fn labels(app: &App, drawing: &mut Drawing, look: &Look) {
    let set = Type::new(look.muted, 14.0);
    for (index, attribute) in app.beliefs_axes().into_iter().enumerate() {
        let axis = Axis(attribute);
        let every = [1, 2, 5, 10, 20].into_iter().find(|every| axis.steps() <= 10 * every);
        let every = every.unwrap_or(50);
        for step in (0..axis.steps()).step_by(every) {
            let value = axis.start(step);
            let text = say::value(app, attribute, Some(value));
            let share = axis.share(value);
            if index == 0 {
                let (x, y) = place([share, 0.0]);
                drawing.text((x, y + 20.0), &text, set.anchored(Anchor::Middle));
            } else {
                let (x, y) = place([0.0, share]);
                drawing.text((x - 8.0, y + 5.0), &text, set.anchored(Anchor::End));
            }
        }
    }
    let [along, up] = app.beliefs_axes().map(|axis| say::name(app, axis));
    let name = Type::new(Ink::of(look.theme.input), 14.0).bold();
    drawing.text((FIELD.2, FIELD.3 + 38.0), along, name.anchored(Anchor::End));
    drawing.text((40.0, FIELD.1 - 8.0), up, name);
}
