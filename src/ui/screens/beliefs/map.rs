//! The map of two attributes: p as colour, the line p = .5, and the real people on it.

use std::collections::BTreeMap;

use ratatui::style::Modifier;

use super::plot::{self, MapArea};
use super::{people, say};
use crate::analysis::Attribute;
use crate::analysis::beliefs::{Axis, Fate, Subject, spotted};
use crate::data::Passenger;
use crate::explain::words::beliefs as words;
use crate::nn::math;
use crate::ui::prelude::*;
use crate::ui::theme::Ramp;
use crate::ui::widgets::heat_map;

/// Lines below the map.
const FOOT: u16 = 5;

/// The border: which attributes, what is held, and how many people are on it.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let marks = say::by_part(app, [words::MARKS, words::MARKS_TRAIN, words::MARKS_TEST]);
    let people = app.screens.beliefs.picture(&app.core).people.len().to_string();
    Frame::titled(context.theme, say::map_titles(app)).info(context.fill(marks, &[people]))
}

/// The map and the lines below it.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let app = context.app;
    let axes = app.screens.beliefs.beliefs_axes(&app.core);
    head(context, inner, axes);
    let room = Rect { height: inner.height.saturating_sub(1 + FOOT), ..inner.below(1) };
    let plot = MapArea::in_area(room, axes);
    plot::note(context, &plot);
    let mut has_line = false;
    if let Some(map) = &app.screens.beliefs.picture(&app.core).map {
        let z = plot::sums(map.size(), &plot, |column, line| map.z(column, line));
        plot::draw(context, &plot, &z, Ramp::Belief, math::sigmoid);
        plot::axes(context, &plot, Subject::Answer, "p", |z| numbers::probability_in(math::sigmoid(z), 0.5, 4));
        has_line = plot::contour(context, &plot, &z, context.theme.here);
        let mut asked = (0..plot.area.height).flat_map(|row| (0..plot.area.width).map(move |x| (x, row)));
        if asked.all(|(x, row)| z(x, 2 * row).is_none()) {
            // Why the map is empty.
            let words =
                context.fill(words::NO_ANSWER_FOR, &[crate::explain::people::addressed(app.core.passenger().name)]);
            context.paragraph(plot.area.inset().below(1), &words, context.theme.text);
        }
    }
    crowd(context, &plot);
    marks(context, &plot);
    lines(context, inner.below(1 + room.height), axes, has_line);
}

/// The axes by name; while they are chosen, which one the arrows change.
fn head(context: &mut Context<'_>, inner: Rect, axes: [Attribute; 2]) {
    let (app, theme) = (context.app, context.theme);
    let choosing = app.screens.beliefs.choosing;
    let mut notes = Vec::new();
    let mut line = Line::default();
    for (index, (attribute, label)) in axes.into_iter().zip([words::ACROSS, words::UP]).enumerate() {
        let mut name = say::name(app, attribute).to_owned();
        if attribute == Attribute::Fare {
            name = context.fill(words::LN_SCALE, &[name]);
        }
        if !attribute.is_seen_by(app.core.run().encoder()) {
            notes.push(context.fill(words::NOT_SEEN, &[say::name(app, attribute)]));
        }
        let (name, style) =
            if choosing == Some(index) { (format!("‹ {name} ›"), theme.pointer) } else { (name, theme.text) };
        let label = Span::styled(format!("{} ", context.say(label)), theme.muted);
        line.extend([label, Span::styled(name, style), Span::raw("   ")]);
    }
    // The heads of the numbers at the edges stand on the same line.
    let area = inner.from(plot::LEFT + 2);
    let room = usize::from(area.width.saturating_sub(plot::RIGHT)).saturating_sub(text::line_width(&line));
    let note = match (choosing, notes.is_empty()) {
        (_, false) => Span::styled(notes.join(" · "), theme.text),
        // The hints tell the keys too, so they stand here whole or not at all.
        (Some(_), true) => {
            Span::styled(people::fitting(&[context.say(words::CHOOSE).to_owned()], "", room), theme.muted)
        }
        (None, true) => Span::raw(""),
    };
    let note = text::cut_line(note.into(), room);
    line.extend(note);
    context.line(area, line);
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
    let theme = context.theme;
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
    let theme = context.theme;
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
    let (app, theme) = (context.app, context.theme);
    let area = foot.from(1);
    let room = usize::from(area.width).saturating_sub(1);
    people::who_line(context, area);
    people::cursor_line(context, area.below(1));
    let legend = [words::MARKS_LEGEND, words::CONTOUR, words::WRONG_LEGEND].into_iter();
    let legend = legend.filter(|&word| has_line || word != words::CONTOUR);
    let legend: Vec<String> = legend.map(|word| context.say(word).to_owned()).collect();
    context.text(area.below(2), people::fitting(&legend, "  ", room), theme.muted);
    people::ramp(context, area.below(3));
    let mut notes = vec![context.say(words::CROWD).to_owned()];
    if axes.iter().any(|&axis| Axis(axis).has_bands()) {
        notes.push(context.say(words::BANDS).to_owned());
    }
    let shown = || (0..app.core.list.len()).filter(|&row| app.core.shows_row(row));
    let all = shown().count();
    let beyond = all - app.screens.beliefs.picture(&app.core).people.len().min(all);
    if beyond > 0 {
        let is_unknown = |axis: &Attribute| shown().any(|row| axis.of(&app.core.list.passenger(row)).is_none());
        let name = axes.into_iter().find(is_unknown).map_or("", |axis| say::name(app, axis));
        notes.insert(0, context.fill(words::NOT_ON_IT, &[beyond.to_string(), name.to_owned()]));
    }
    context.text(area.below(4), people::fitting(&notes, " · ", room), theme.muted);
}
