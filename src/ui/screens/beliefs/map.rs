//! The map of two attributes: p as colour, the line p = .5, and the real people on it.

use std::collections::BTreeMap;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::plot::{self, MapArea};
use super::{people, say};
use crate::analysis::Attribute;
use crate::analysis::beliefs::{Axis, Fate, Subject, spotted};
use crate::data::Passenger;
use crate::explain::numbers;
use crate::explain::words::beliefs as words;
use crate::nn::math;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::heat_map::{self, Ramp};
use crate::ui::widgets::panel::Panel as Frame;

/// Lines below the map.
const FOOT: u16 = 5;

/// The border: which attributes, what is held, and how many people are on it.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let app = context.app;
    let marks = say::by_part(app, [words::MARKS, words::MARKS_TRAIN, words::MARKS_TEST]);
    let people = app.screens.beliefs.picture(&app.core).people.len().to_string();
    Frame::titled(context.theme, say::map_titles(app)).info(context.fill(marks, &[people]))
}

/// The map and the lines below it.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let inner = Frame::inner(area);
    let axes = app.screens.beliefs.beliefs_axes(&app.core);
    head(context, inner, axes);
    let room = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1 + FOOT), ..inner };
    let plot = MapArea::in_area(room, axes);
    let foot = Rect { y: room.bottom(), height: FOOT, ..inner };
    plot::note(context, &plot);
    let mut has_line = false;
    if let Some(field) = &app.screens.beliefs.picture(&app.core).field {
        let z = plot::sums(field.size(), &plot, |column, line| field.z(column, line));
        plot::draw(context, &plot, &z, Ramp::Belief, math::sigmoid);
        plot::axes(context, &plot, Subject::Answer, "p", |z| numbers::probability_in(math::sigmoid(z), 0.5, 4));
        let line = context.theme.here;
        has_line = plot::contour(context, &plot, &z, line);
        let asked = (0..plot.area.height).flat_map(|row| (0..plot.area.width).map(move |x| (x, row)));
        if asked.into_iter().all(|(x, row)| z(x, 2 * row).is_none()) {
            no_answer(context, plot.area);
        }
    }
    crowd(context, &plot);
    marks(context, &plot);
    lines(context, foot, axes, has_line);
}

/// The axes by name; while they are chosen, which one the arrows change.
fn head(context: &mut Context<'_>, inner: Rect, axes: [Attribute; 2]) {
    let theme = *context.theme;
    let app = context.app;
    let choosing = app.screens.beliefs.choosing;
    let encoder = app.core.run().encoder();
    let mut notes = Vec::new();
    let labels = [context.say(words::ACROSS), context.say(words::UP)];
    // The heads of the numbers at the edges stand on the same line.
    let mut x = plot::LEFT + 2;
    for (index, attribute) in axes.into_iter().enumerate() {
        let mut name = say::name(app, attribute).to_owned();
        if attribute == Attribute::Fare {
            name = context.fill(words::LN_SCALE, &[name]);
        }
        if !attribute.is_seen_by(encoder) {
            let own = [say::name(app, attribute)];
            notes.push(context.fill(words::NOT_SEEN, &own));
        }
        let (name, style) =
            if choosing == Some(index) { (format!("‹ {name} ›"), theme.pointer) } else { (name, theme.text) };
        let mut pen = context.pen(inner);
        x = pen.text(x, 0, labels[index], theme.muted);
        x = pen.text(x + 1, 0, &name, style) + 3;
    }
    let room = usize::from(inner.width.saturating_sub(x + plot::RIGHT));
    let note = match (choosing, notes.is_empty()) {
        (_, false) => notes.join(" · "),
        // The hints tell the keys too, so they stand here whole or not at all.
        (Some(_), true) => people::fitting(&[context.say(words::CHOOSE).to_owned()], "", room),
        (None, true) => String::new(),
    };
    let style = if notes.is_empty() { theme.muted } else { theme.text };
    context.pen(inner).text(x, 0, &text::cut(&note, room), style);
}

/// Says why the map is empty.
fn no_answer(context: &mut Context<'_>, area: Rect) {
    let theme = *context.theme;
    let name = crate::explain::people::addressed(context.app.core.passenger().name);
    let words = context.fill(words::NO_ANSWER_FOR, &[name]);
    let lines = text::wrap(&words, usize::from(area.width).saturating_sub(2));
    context.pen(area).lines(1, 1, &lines, theme.text);
}

/// Who stands on one cell.
#[derive(Debug, Clone, Copy, Default)]
struct Company {
    lived: bool,
    died: bool,
    wrong: bool,
}

/// The real people: ∘ lived, × died, * both on one cell; bold where the network is wrong about one.
fn crowd(context: &mut Context<'_>, plot: &MapArea) {
    let theme = *context.theme;
    let mut cells: BTreeMap<(u16, u16), Company> = BTreeMap::new();
    for person in &context.app.screens.beliefs.picture(&context.app.core).people {
        let at = plot.cell(person.at);
        let cell = cells.entry((at.y, at.x)).or_default();
        match person.fate {
            Fate::Lived => cell.lived = true,
            Fate::Died => cell.died = true,
        }
        cell.wrong |= person.wrong;
    }
    for ((y, x), cell) in cells {
        let (glyph, style) = match (cell.lived, cell.died) {
            (true, false) => ("∘", theme.lived),
            (false, _) => ("×", theme.died),
            (true, true) => ("*", theme.text),
        };
        let style = if cell.wrong { style.add_modifier(Modifier::BOLD) } else { style.remove_modifier(Modifier::BOLD) };
        heat_map::mark(context.buf, (x, y).into(), glyph, style);
    }
}

/// The cursor, the chosen passenger and the what-if person.
fn marks(context: &mut Context<'_>, plot: &MapArea) {
    let theme = *context.theme;
    let app = context.app;
    let person = app.screens.beliefs.person_at_cursor(&app.core);
    let at = |passenger: &Passenger<'_>| {
        let [x, y] = plot.axes.map(|axis| axis.of(passenger));
        Some(plot.cell_of([x?, y?]))
    };
    let cursor = at(&person.passenger());
    let mut put = |place, glyph: &str, style: Style| {
        if let Some(place) = place {
            heat_map::mark(context.buf, place, glyph, style);
        }
    };
    if let Some(what_if) = &app.core.what_if {
        put(at(&what_if.person.passenger()), "◆", theme.here);
    }
    // Where people of a band stand apart, so does the chosen one.
    let who = app.core.passenger();
    let own = spotted(plot.axes, &who, app.core.who).map(|share| plot.cell(share));
    let style =
        if own == cursor || app.screens.beliefs.cursor_follows_who(&app.core) { theme.pointer } else { theme.here };
    // The cursor that goes with somebody is that somebody.
    if own.is_none() || !app.screens.beliefs.cursor_follows_who(&app.core) {
        put(cursor, "●", theme.pointer);
    }
    put(own, "▴", style);
}

/// The lines below the map.
fn lines(context: &mut Context<'_>, foot: Rect, axes: [Attribute; 2], has_line: bool) {
    let theme = *context.theme;
    let app = context.app;
    people::who_line(context, foot, 0);
    people::cursor_line(context, foot, 1);
    let room = usize::from(foot.width).saturating_sub(2);
    let legend = [words::MARKS_LEGEND, words::CONTOUR, words::WRONG_LEGEND];
    let legend = legend.into_iter();
    let legend = legend.filter(|&word| has_line || word != words::CONTOUR);
    let legend: Vec<String> = legend.map(|word| context.say(word).to_owned()).collect();
    let legend = people::fitting(&legend, "  ", room);
    context.pen(foot).text(1, 2, &legend, theme.muted);
    people::ramp(context, foot, 3);
    let mut notes = vec![context.say(words::CROWD).to_owned()];
    if axes.iter().any(|&axis| Axis(axis).has_bands()) {
        notes.push(context.say(words::BANDS).to_owned());
    }
    let shown = (0..app.core.list.len()).filter(|&row| app.core.shows_row(row)).count();
    let beyond = shown - app.screens.beliefs.picture(&app.core).people.len().min(shown);
    if beyond > 0 {
        let unknown = axes.into_iter().find(|&axis| {
            let mut rows = (0..app.core.list.len()).filter(|&row| app.core.shows_row(row));
            rows.any(|row| axis.of(&app.core.list.passenger(row)).is_none())
        });
        let name = unknown.map_or("", |axis| say::name(app, axis));
        let values = [beyond.to_string(), name.to_owned()];
        notes.insert(0, context.fill(words::NOT_ON_IT, &values));
    }
    let notes = people::fitting(&notes, " · ", room);
    context.pen(foot).text(1, 4, &notes, theme.muted);
}
