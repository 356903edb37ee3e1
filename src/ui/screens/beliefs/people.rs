//! The lines about people under strips and map, and the list of those at the cursor.

use super::say;
use crate::app::BeliefsTarget;
use crate::app::screens::beliefs::BeliefView;
use crate::data::{Column, Sex};
use crate::explain::words::beliefs as words;
use crate::ui::passenger;
use crate::ui::prelude::*;
use crate::ui::theme::Heat;
use crate::ui::widgets::{heat_map, popup};

/// The widest the list grows.
const WIDTH: u16 = 74;

/// Cells of the ramp of colours.
const CELLS: u16 = 17;

/// The chosen passenger and the what-if person in a line.
pub(super) fn who_line(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let room = |line: &Line<'_>| usize::from(area.width).saturating_sub(text::line_width(line) + 4);
    let mut line = marked("▴ ", theme.here, say::who(app), theme.text);
    let notes = say::shown_at(app).into_iter().flatten();
    if let Some(note) = notes.into_iter().find(|note| text::width(note) <= room(&line)) {
        line.push_span(Span::styled(format!(" · {note}"), theme.text));
    }
    if let Some(you) = say::you(app) {
        let you = text::cut(&you, room(&line).saturating_sub(1)).into_owned();
        line.push_span(Span::raw("   "));
        line.extend(marked("◆ ", theme.here, you, theme.text));
    }
    context.line(area, line);
}

/// What the network says at the cursor, and how many real people are there.
pub(super) fn cursor_line(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let says = say::says(app, &app.screens.beliefs.person_at_cursor(&app.core));
    let mut line = marked("● ", theme.here, context.fill(words::CURSOR, &[place(context), says]), theme.text);
    line.push_span(Span::styled(format!(" · {}", say::here(app)), theme.muted));
    context.line(area, text::cut_line(line, area.width.into()));
}

fn marked(mark: &'static str, mark_style: Style, words: String, style: Style) -> Line<'static> {
    Line::from_iter([Span::styled(mark, mark_style), Span::styled(words, style)])
}

/// Where the cursor is, in words: `woman of 35`, `age 35, class 2`.
fn place(context: &Context<'_>) -> String {
    let app = context.app;
    let cursor = app.screens.beliefs.beliefs_cursor(&app.core);
    let axes = app.screens.beliefs.beliefs_axes(&app.core);
    if app.screens.beliefs.beliefs_view(&app.core) == BeliefView::Strips {
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
pub(super) fn fitting(parts: &[String], separator: &str, cells: usize) -> String {
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

/// The ramp of p as the picture draws it: the shades with their least p, or the colours between two p. Gives back
/// its cells.
pub fn ramp(context: &mut Context<'_>, area: Rect) -> u16 {
    let theme = context.theme;
    let line = match theme.heat {
        Heat::Hues => sides(context),
        Heat::Shades => shades(context),
        Heat::Blocks(_) => {
            let before = format!("p  {} ", context.say(words::RAMP_COLOUR));
            let strip = area.row(0).from(text::width(&before) as u16);
            let blank = " ".repeat(CELLS.into());
            let line = format!("{before}{blank} {}", context.say(words::RAMP_TOP));
            context.text(area, &line, theme.muted);
            let strip = Rect { width: CELLS.min(strip.width), ..strip };
            let share = |half: u16| f64::from(half) / f64::from(2 * CELLS - 1);
            heat_map::strip(theme, strip, context.buf, |half| Some(0.1 + 0.8 * share(half)));
            return text::width(&line) as u16;
        }
    };
    let cells = text::line_width(&line) as u16;
    context.line(area, line);
    cells
}

/// From sure of *died* to sure of *lived*, each shade in its hue, the p between them.
fn sides(context: &Context<'_>) -> Line<'static> {
    let theme = context.theme;
    let (glyphs, edges) = heat_map::SIDES;
    let mut line = Line::from(Span::styled(format!("p  {} ", context.say(words::DIED)), theme.muted));
    for (place, glyph) in glyphs.into_iter().enumerate() {
        line.push_span(Span::styled(glyph.repeat(2), if place < 4 { theme.died } else { theme.lived }));
        if let Some(&edge) = edges.get(place) {
            line.push_span(Span::styled(format!(" {} ", numbers::probability_in(edge, 0.5, 2)), theme.muted));
        }
    }
    line.push_span(Span::styled(format!(" {}", context.say(words::LIVED)), theme.muted));
    line
}

/// Without hues: each shade with its least p.
fn shades(context: &Context<'_>) -> Line<'static> {
    let theme = context.theme;
    let (glyphs, edges) = heat_map::BELIEFS;
    let mut line = Line::from(Span::styled("p", theme.muted));
    for (place, glyph) in glyphs.into_iter().enumerate().rev() {
        let edge = edges[place.saturating_sub(1)];
        let p = numbers::probability_in(edge, 0.5, 2);
        let label = match place {
            0 => context.fill(words::RAMP_BELOW, &[p]),
            _ if place + 1 == glyphs.len() => context.fill(words::RAMP_OVER, &[p]),
            _ => p,
        };
        let hue = if place > 0 && edge >= 0.5 { theme.lived } else { theme.died };
        line.extend([Span::raw("  "), Span::styled(glyph, hue), Span::styled(format!(" {label}"), theme.muted)]);
    }
    line
}

/// The list of the real people at the cursor, while it is open.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let (app, theme) = (context.app, context.theme);
    let Some(selected) = app.screens.beliefs.people else {
        return;
    };
    let rows = app.screens.beliefs.people_at_cursor(&app.core);
    let page = rows.len().clamp(1, usize::from(inner.height.saturating_sub(4)).clamp(1, 12));
    let at = popup::centered(inner, WIDTH, page as u16 + 2);
    let values = [place(context), rows.len().to_string()];
    let frame = Frame::new(theme, context.fill(words::PEOPLE, &values)).footer(context.say(words::PEOPLE_KEYS));
    let inside = frame.draw_over(at, context.buf);
    if rows.is_empty() {
        return context.text(inside.from(1), context.say(words::NOBODY_HERE), theme.muted);
    }
    let selected = selected.min(rows.len() - 1);
    let columns = [Column::Name, Column::Sex, Column::Age, Column::Survived, Column::P, Column::Right];
    let people = window(selected, page, rows.len()).map(|index| {
        let [name, sex, age, survived, p, right] =
            columns.map(|column| passenger::cell(app, theme, rows[index], column));
        let p = Span::styled(format!("p {}", p.content), p.style);
        let is_here = index == selected;
        TableRow::new([name, sex, age, survived, p, right])
            .target(BeliefsTarget::PersonHere(index))
            .marked(is_here)
            .cursor(is_here)
    });
    let mut widths = columns.map(passenger::column);
    // With its letter.
    widths[4] = TableColumn::right(Constraint::Length(2 + passenger::CHANCE as u16));
    let table = Table::new(theme, widths, people);
    context.table(inside.less(1), table);
}
