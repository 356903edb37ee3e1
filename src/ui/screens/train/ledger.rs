//! The ledger: who changed sides between two epochs, by name, with p before and after.

use crate::app::core::listing::fitted_top;
use crate::app::{Panel, Parts, TrainPanel, TrainTarget};
use ratatui::layout::Rect;

use crate::explain::numbers;
use crate::explain::words::{people, runs, train as words};
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// The border: which rows, between which epochs, how many.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let app = context.app;
    let rows = context.say(match app.core.parts {
        Parts::Both => words::ROWS_BOTH,
        Parts::Train => words::ROWS_TRAIN,
        Parts::Test => words::ROWS_TEST,
    });
    let flips = app.core.shown().ledger_rows(app.core.parts);
    let gained = flips.iter().filter(|flip| flip.gained).count();
    let lost = flips.len() - gained;
    if let Some(other) = other(context) {
        let mut values = between(context, other).to_vec();
        values.extend([gained.to_string(), lost.to_string()]);
        return Frame::new(context.theme, context.fill(runs::LEDGER, &[rows]))
            .info(context.fill(runs::BETWEEN, &values))
            .footer(context.say(runs::NEXT_HINT));
    }
    let values = [
        app.core.shown().ledger_from.to_string(),
        app.core.run().epoch().to_string(),
        gained.to_string(),
        lost.to_string(),
    ];
    Frame::new(context.theme, context.fill(words::LEDGER, &[rows]))
        .info(context.fill(words::FROM_TO, &values))
        .brief(format!("+{gained} −{lost}"))
        .footer(context.say(if flips.is_empty() { words::MARK_HINT } else { words::SHOWS_PERSON }))
}

/// The run the ledger compares with, where it does.
fn other(context: &Context<'_>) -> Option<usize> {
    let app = context.app;
    app.core.shown().against.as_ref().and(app.core.against)
}

/// Both runs with their epochs, the other one first.
fn between(context: &Context<'_>, other: usize) -> [String; 4] {
    let app = context.app;
    let epoch = app.core.runs.get(other).map_or(0, |slot| slot.run.epoch());
    [
        app.core.name_of(other),
        epoch.to_string(),
        app.core.name_of(app.core.runs.active_index()),
        app.core.run().epoch().to_string(),
    ]
}

/// A line of the ledger: a heading or a person.
enum Entry {
    Heading(bool, usize),
    Person(usize),
}

/// The people.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let mut inner = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    let flips = app.core.shown().ledger_rows(app.core.parts);
    // Where counts under different policies meet, each names its own.
    let policies = other(context).and_then(|run| app.core.other_policy(run));
    if let Some((there, here)) = policies {
        let words = context.fill(runs::POLICIES, &[there.name(), here.name()]);
        context.pen(inner).text(1, 0, &words, theme.muted);
        inner.y += 1;
        inner.height = inner.height.saturating_sub(1);
    }
    let page = usize::from(inner.height);
    context.hits.set_page(TrainPanel::Ledger, page.saturating_sub(2));
    if flips.is_empty() {
        let values = [app.core.shown().ledger_from.to_string(), app.core.run().epoch().to_string()];
        let words = match other(context) {
            Some(other) => context.fill(runs::NOBODY_DIFFERS, &between(context, other)),
            None => context.fill(words::NOBODY_CHANGED, &values),
        };
        let mut pen = context.pen(inner);
        for (y, line) in text::wrap(&words, usize::from(inner.width) - 2).iter().enumerate() {
            pen.text(1, y as u16, line, theme.muted);
        }
        return;
    }
    let mut entries = Vec::new();
    for gained in [true, false] {
        let people: Vec<usize> = (0..flips.len()).filter(|&at| flips[at].gained == gained).collect();
        if !people.is_empty() {
            entries.push(Entry::Heading(gained, people.len()));
            entries.extend(people.into_iter().map(Entry::Person));
        }
    }
    let selected = entries
        .iter()
        .position(|entry| matches!(entry, Entry::Person(at) if *at == app.screens.train.flip(&app.core)))
        .unwrap_or(0);
    // The heading above the first person stays in sight with them.
    let top = if selected <= 1 { 0 } else { fitted_top(0, selected, page, entries.len()) };
    for (line, entry) in entries.iter().skip(top).take(page).enumerate() {
        let y = line as u16;
        match *entry {
            Entry::Heading(gained, count) => {
                let style = if gained { theme.plus } else { theme.minus };
                let word = match (other(context).is_some(), gained) {
                    (false, true) => words::NOW_RIGHT,
                    (false, false) => words::NOW_WRONG,
                    (true, true) => runs::RIGHT_HERE,
                    (true, false) => runs::RIGHT_THERE,
                };
                let heading = match other(context) {
                    Some(other) => context.fill(word, &[app.core.name_of(other), count.to_string()]),
                    None => context.fill(word, &[count.to_string()]),
                };
                context.pen(inner).text(1, y, &heading, style);
            }
            Entry::Person(at) => {
                draw_person(context, inner, y, flips[at].row, at == app.screens.train.flip(&app.core));
                let row = Rect { y: inner.y + y, height: 1, ..inner };
                context.note(row, TrainTarget::Flip(at));
            }
        }
    }
}

fn draw_person(context: &mut Context<'_>, inner: Rect, y: u16, row: usize, selected: bool) {
    let app = context.app;
    let theme = *context.theme;
    let person = app.core.list.passenger(row);
    let sex = context.say(people::letter(person.sex));
    let age = person.age.map_or(numbers::MISSING.to_owned(), numbers::full);
    let p =
        |row: crate::data::LiveRow| row.p.map_or(text::pad_left(numbers::MISSING, 5), |p| numbers::probability(p, 4));
    let before = p(app.core.shown().row_before(row));
    let after = p(app.core.shown().row(row));
    // id, sex and age, and p before and after keep their fields; the name takes what is left.
    let fixed = 6 + 9 + 14;
    let room = usize::from(inner.width).saturating_sub(fixed);
    let name = text::pad_right(&text::cut(person.name, room.saturating_sub(1)), room);
    let mut pen = context.pen(inner);
    let mark = if selected { "▸" } else { " " };
    pen.text(0, y, mark, theme.text);
    let x = pen.text(1, y, &text::pad_left(&person.id.to_string(), 4), theme.muted);
    let x = pen.text(x + 1, y, &name, theme.text);
    let about = format!("{} {}", text::pad_left(sex, 2), text::pad_left(&age, 5));
    let x = pen.text(x, y, &about, theme.text);
    let x = pen.text(x + 1, y, &before, theme.muted);
    let x = pen.text(x, y, " ▸ ", theme.muted);
    pen.text(x, y, &after, theme.text);
    if selected && app.core.focus() == Panel::Train(TrainPanel::Ledger) {
        pen.restyle(0, y, inner.width, theme.cursor);
    }
}
