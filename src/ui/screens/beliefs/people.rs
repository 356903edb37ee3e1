//! The lines about people under strips and map, and the list of those at the cursor.

use crate::app::BeliefsTarget;
use crate::app::core::listing::fitted_top;
use crate::app::screens::beliefs::View;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::say;
use crate::data::Sex;
use crate::explain::numbers;
use crate::explain::words::beliefs as words;
use crate::nn::math;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::theme::{Heat, Theme};
use crate::ui::widgets::heat_map;
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::widgets::popup;

/// The widest the list grows.
const WIDTH: u16 = 74;

/// Cells of the ramp of colours.
const CELLS: u16 = 17;

/// The chosen passenger and the what-if person in a line.
pub fn who_line(context: &mut Context<'_>, area: Rect, y: u16) {
    let theme = *context.theme;
    let who = say::who(context.app);
    let you = say::you(context.app);
    let mut pen = context.pen(area);
    let x = pen.text(1, y, "▴ ", theme.here);
    let mut x = pen.text(x, y, &who, theme.text);
    let notes = say::shown_at(context.app).into_iter().flatten();
    let room = usize::from(area.width.saturating_sub(x + 4));
    if let Some(note) = notes.into_iter().find(|note| text::width(note) <= room) {
        x = context.pen(area).text(x, y, &format!(" · {note}"), theme.text);
    }
    let mut pen = context.pen(area);
    if let Some(you) = you {
        let room = usize::from(area.width.saturating_sub(x + 3));
        let x = pen.text(x + 3, y, "◆ ", theme.here);
        pen.text(x, y, &text::cut(&you, room.saturating_sub(2)), theme.text);
    }
}

/// What the network says at the cursor, and how many real people are there.
pub fn cursor_line(context: &mut Context<'_>, area: Rect, y: u16) {
    let theme = *context.theme;
    let app = context.app;
    let place = place(context);
    let says = say::says(app, &app.screens.beliefs.person_at_cursor(&app.core));
    let words = context.fill(words::CURSOR, &[place, says]);
    let here = say::here(app);
    let mut pen = context.pen(area);
    let x = pen.text(1, y, "● ", theme.here);
    let x = pen.text(x, y, &words, theme.text);
    let room = usize::from(area.width.saturating_sub(x));
    pen.text(x, y, &text::cut(&format!(" · {here}"), room), theme.muted);
}

/// Where the cursor is, in words: `woman of 35`, `age 35, class 2`.
fn place(context: &Context<'_>) -> String {
    let app = context.app;
    let cursor = app.screens.beliefs.beliefs_cursor(&app.core);
    let axes = app.screens.beliefs.beliefs_axes(&app.core);
    if app.screens.beliefs.beliefs_view(&app.core) == View::Strips {
        return say::woman_of(app, Sex::ALL[cursor[1].min(1)], cursor[0]);
    }
    let person = app.screens.beliefs.person_at_cursor(&app.core);
    let parts = axes.map(|attribute| {
        let value = say::value(app, attribute, attribute.of(&person.passenger()));
        format!("{} {value}", say::name(app, attribute))
    });
    context.fill(words::BOTH, &parts)
}

/// As many of these words as fit into a line, in order of weight.
pub fn fitting(parts: &[String], separator: &str, cells: usize) -> String {
    let mut line = String::new();
    for part in parts {
        let longer = if line.is_empty() { part.clone() } else { format!("{line}{separator}{part}") };
        if text::width(&longer) > cells {
            break;
        }
        line = longer;
    }
    line
}

/// The ramp of p as the picture draws it: the shades with their least p, or the colours between two p.
pub fn ramp(context: &mut Context<'_>, area: Rect, y: u16) -> u16 {
    let theme = *context.theme;
    match theme.heat {
        Heat::Hues => return sides(context, area, y),
        Heat::Shades => return shades(context, area, y),
        Heat::Blocks(_) => {}
    }
    let (low, high) = (context.say(words::RAMP_COLOUR), context.say(words::RAMP_TOP));
    let mut pen = context.pen(area);
    let x = pen.text(1, y, "p  ", theme.muted);
    let x = pen.text(x, y, low, theme.muted) + 1;
    let end = pen.text(x + CELLS + 1, y, high, theme.muted);
    let strip = Rect::new(area.x + x, area.y + y, CELLS, 1).intersection(area);
    heat_map::strip(&theme, strip, context.buf, |half| Some(0.1 + 0.8 * f64::from(half) / f64::from(2 * CELLS - 1)));
    end
}

/// From sure of *died* to sure of *lived*, each shade in its hue, the p between them.
fn sides(context: &mut Context<'_>, area: Rect, y: u16) -> u16 {
    let theme = *context.theme;
    let (glyphs, edges) = heat_map::SIDES;
    let [died, lived] = [words::DIED, words::LIVED].map(|word| context.say(word));
    let mut pen = context.pen(area);
    let x = pen.text(1, y, "p  ", theme.muted);
    let mut x = pen.text(x, y, died, theme.muted) + 1;
    for (place, glyph) in glyphs.into_iter().enumerate() {
        let hue = if place < 4 { theme.died } else { theme.lived };
        x = pen.text(x, y, &glyph.repeat(2), hue);
        if let Some(&edge) = edges.get(place) {
            x = pen.text(x + 1, y, &numbers::probability(edge, 1), theme.muted) + 1;
        }
    }
    pen.text(x + 1, y, lived, theme.muted)
}

/// Without hues: each shade with its least p.
fn shades(context: &mut Context<'_>, area: Rect, y: u16) -> u16 {
    let theme = *context.theme;
    let (glyphs, edges) = heat_map::BELIEFS;
    let mut x = context.pen(area).text(1, y, "p", theme.muted);
    for (place, glyph) in glyphs.into_iter().enumerate().rev() {
        let edge = edges[place.saturating_sub(1)];
        let p = numbers::probability(edge, 1);
        let label = if place + 1 == glyphs.len() {
            context.fill(words::RAMP_OVER, &[p])
        } else if place == 0 {
            context.fill(words::RAMP_BELOW, &[p])
        } else {
            p
        };
        let lives = place > 0 && edge >= 0.5;
        let hue = if lives { theme.lived } else { theme.died };
        let mut pen = context.pen(area);
        x = pen.text(x + 2, y, glyph, hue);
        x = pen.text(x + 1, y, &label, theme.muted);
    }
    x
}

/// The list of the real people at the cursor, while it is open.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let Some(selected) = app.screens.beliefs.people else {
        return;
    };
    let theme = *context.theme;
    let inner = Frame::inner(area);
    let rows = app.screens.beliefs.people_at_cursor(&app.core);
    let page = rows.len().clamp(1, usize::from(inner.height.saturating_sub(4)).clamp(1, 12));
    let at = popup::centered(inner, WIDTH, page as u16 + 2);
    let values = [place(context), rows.len().to_string()];
    let frame = Frame::new(context.theme, context.fill(words::PEOPLE, &values))
        .footer(context.say(words::PEOPLE_KEYS))
        .focused(true);
    let inside = popup::draw(&frame, at, context.buf);
    if rows.is_empty() {
        let nobody = context.say(words::NOBODY_HERE);
        context.pen(inside).text(1, 0, nobody, theme.muted);
        return;
    }
    let selected = selected.min(rows.len() - 1);
    let top = fitted_top(0, selected, page, rows.len());
    for (line, (index, &row)) in rows.iter().enumerate().skip(top).take(page).enumerate() {
        let y = line as u16;
        person(context, inside, y, row, index == selected);
        let at = Rect { y: inside.y + y, height: 1, ..inside };
        context.note(at, BeliefsTarget::PersonHere(index));
    }
}

/// A line of the list: name, what became of them, what the network says.
fn person(context: &mut Context<'_>, inside: Rect, y: u16, row: usize, is_selected: bool) {
    let app = context.app;
    let theme = *context.theme;
    let passenger = app.core.list.passenger(row);
    let said = app.core.shown().row(row);
    let fate = |alive: bool| {
        if alive { (context.say(words::LIVED), theme.lived) } else { (context.say(words::DIED), theme.died) }
    };
    let (was, style): (&str, Style) = passenger.survived.map_or(("?", theme.muted), fate);
    let p = said
        .z
        .map_or_else(|| text::pad_left(numbers::MISSING, 5), |z| numbers::probability_in(math::sigmoid(z), 0.5, 5));
    let (mark, mark_style) = judged(&theme, said.right);
    // Who they were, what became of them, p and the judgement keep their fields.
    let fixed = 12 + 7 + 9;
    let room = usize::from(inside.width).saturating_sub(fixed + 2);
    let name = text::pad_right(passenger.name, room);
    let about = text::pad_right(&crate::explain::people::short(app.core.settings.language, &passenger), 11);
    let was = text::pad_right(was, 6);
    let mut pen = context.pen(inside);
    pen.text(0, y, if is_selected { "▸" } else { " " }, theme.text);
    let x = pen.text(1, y, &name, theme.text);
    let x = pen.text(x + 1, y, &about, theme.muted);
    let x = pen.text(x, y, &was, style);
    let x = pen.text(x + 1, y, &format!("p {p}"), theme.text);
    pen.text(x + 1, y, mark, mark_style);
    if is_selected {
        pen.restyle(0, y, inside.width, theme.cursor);
    }
}

const fn judged(theme: &Theme, right: bool) -> (&'static str, Style) {
    if right { ("✓", theme.right) } else { ("✗", theme.wrong) }
}
