//! One passenger whole: the twelve columns of the list, and what the network says of them.

use crate::data::RowUse;
use crate::explain::words::{Word, card as words, people};
use crate::ui::describe;
use crate::ui::passenger;
use crate::ui::prelude::*;

/// Cells of the card with its frame, where there is room.
const WIDTH: u16 = 76;

/// Cells of the border around its title and the filter.
const AROUND_WORDS: usize = 8;

/// Cells of the labels.
const LABELS: usize = 34;

/// Draws the card of the selected passenger.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let place = app.core.view.position_of(app.core.who).map_or(0, |place| place + 1);
    let title = context.fill(words::TITLE, &[place.to_string(), app.core.view.rows().len().to_string()]);
    let width = usize::from(WIDTH.min(area.width)).saturating_sub(2);
    let rows = rows(context).into_iter().map(|(label, value, style)| {
        let (at, lines) = placed(label, &value, width);
        (label, at, lines, style)
    });
    let rows: Vec<_> = rows.collect();
    let height: usize = rows.iter().map(|(_, _, lines, _)| lines.len()).sum();
    let filter = describe::filter_in(app, width.saturating_sub(text::width(&title) + AROUND_WORDS));
    let frame = Frame::new(theme, title).info(filter).footer(context.say(words::KEYS));
    let mut left = super::parts::open(context, area, (WIDTH, height as u16 + 2), frame);
    for (label, at, lines, style) in rows {
        context.text(left.inset(), text::cut(label, LABELS - 2), theme.muted);
        for line in lines {
            context.text(left.from(at), line, style);
            left = left.below(1);
        }
    }
}

/// Where a value begins and its lines: in its column, or nearer to its label where it is long, as
/// names are; on their card they are never cut.
fn placed(label: &str, value: &str, width: usize) -> (u16, Vec<String>) {
    let column = 1 + LABELS;
    let least = 1 + text::width(label).min(LABELS - 2) + 2;
    let needed = text::width(value) + 1;
    if column + needed <= width {
        return (column as u16, vec![value.to_owned()]);
    }
    let at = width.saturating_sub(needed).max(least);
    (at as u16, text::wrap(value, width.saturating_sub(at + 1)))
}

fn rows(context: &Context<'_>) -> Vec<(&'static str, String, Style)> {
    let app = context.app;
    let theme = context.theme;
    let person = app.core.passenger();
    let live = app.core.shown().row(app.core.who);
    let say = |word: Word| app.core.settings.say(word);
    let unknown = || say(words::UNKNOWN).to_owned();
    let fate = |lived: bool| {
        let (word, style) = passenger::fate(theme, lived);
        (say(word).to_owned(), style)
    };
    let text = |word: Word, value: String| (say(word), value, theme.text);
    let whole = |value: Option<u32>| value.map_or_else(unknown, |value| value.to_string());
    let number = |value: Option<f64>| value.map_or_else(unknown, numbers::full);
    let words_or_unknown = |value: &str| {
        if value.is_empty() { unknown() } else { value.to_owned() }
    };
    let (was, was_style) = person.survived.map_or_else(|| (unknown(), theme.muted), fate);
    let (said, said_style) = fate(live.said);
    let sex = people::sex(person.sex);
    let part = match app.core.run().split().is_for(app.core.who) {
        RowUse::Training => words::PART_TRAIN,
        RowUse::HeldOut => words::PART_HELD_OUT,
        RowUse::Testing => words::PART_TEST,
    };
    let right = if live.right { words::RIGHT } else { words::WRONG };
    let right_style = if live.right { theme.right } else { theme.wrong };
    let or_later = |is_kept: bool, row: (&'static str, String, Style)| {
        if is_kept { (row.0, numbers::NOT_YET.to_owned(), theme.muted) } else { row }
    };
    // What became of them is kept back in front of a class, what the network says also until the slow flow comes to it.
    let is_withheld = app.core.is_withheld(app.core.who);
    let number_said = |word: Word, value: Option<f64>| {
        or_later(is_withheld, text(word, value.map_or_else(|| numbers::MISSING.to_owned(), numbers::short)))
    };
    vec![
        text(words::ID, person.id.to_string()),
        (say(words::NAME), person.name.to_owned(), theme.heading),
        or_later(app.core.hides_answer(app.core.who), (say(words::FATE), was, was_style)),
        text(words::SEX, say(sex).to_owned()),
        text(words::AGE, number(person.age)),
        text(words::CLASS, person.class.map_or_else(unknown, |class| class.to_string())),
        text(words::SIBSP, whole(person.siblings_spouses)),
        text(words::PARCH, whole(person.parents_children)),
        text(words::TICKET, words_or_unknown(person.ticket)),
        text(words::FARE, number(person.fare)),
        text(words::CABIN, words_or_unknown(person.cabin.unwrap_or_default())),
        text(words::PORT, person.port.map_or_else(unknown, |port| port.name().to_owned())),
        text(words::PART, say(part).to_owned()),
        number_said(words::Z, live.z),
        number_said(words::P, live.p),
        or_later(
            is_withheld,
            (say(words::SAID), format!("{said} · {}", say(right)), if live.right { said_style } else { right_style }),
        ),
        number_said(words::LOSS, live.loss),
    ]
}
