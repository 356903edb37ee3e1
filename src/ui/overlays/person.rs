//! One passenger whole: the twelve columns of the list, and what the network says of them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::words::{Word, card as words, explore, network};
use crate::data::Sex;
use crate::ui::context::Context;
use crate::ui::{numbers, text};

/// Cells of the labels.
const LABELS: usize = 34;

/// Draws the card of the selected passenger.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let rows = rows(context);
    let app = context.app;
    let place = app.view.position_of(app.who).map_or(0, |place| place + 1);
    let values = [place.to_string(), app.view.rows().len().to_string()];
    let title = context.fill(words::TITLE, &values);
    let footer = context.say(words::KEYS);
    let inside = super::open(context, area, (76, rows.len() as u16 + 2), &title, footer);
    let muted = context.theme.muted;
    let width = usize::from(inside.width);
    let mut pen = context.pen(inside);
    for (y, (label, value, style)) in rows.into_iter().enumerate() {
        let label = text::cut(label, LABELS - 2);
        pen.text(1, y as u16, &text::pad_right(&label, LABELS), muted);
        let value = text::cut(&value, width.saturating_sub(LABELS + 2));
        pen.text(1 + LABELS as u16, y as u16, &value, style);
    }
}

fn rows(context: &Context<'_>) -> Vec<(&'static str, String, Style)> {
    let app = context.app;
    let theme = context.theme;
    let person = app.passenger();
    let live = app.shown.row(app.who);
    let say = |word: Word| app.settings.say(word);
    let unknown = || say(words::UNKNOWN).to_owned();
    let fate = |lived: bool| {
        if lived {
            (say(network::LIVED).to_owned(), theme.lived)
        } else {
            (say(network::DIED).to_owned(), theme.died)
        }
    };
    let text = |word: Word, value: String| (say(word), value, theme.text);
    let whole = |value: Option<u32>| value.map_or_else(unknown, |value| value.to_string());
    let number = |value: Option<f64>| value.map_or_else(unknown, numbers::full);
    let words_or_unknown = |value: &str| {
        if value.is_empty() {
            unknown()
        } else {
            value.to_owned()
        }
    };
    let (was, was_style) = person
        .survived
        .map_or_else(|| (unknown(), theme.muted), fate);
    let (said, said_style) = fate(live.said);
    let sex = match person.sex {
        Sex::Male => explore::MALE,
        Sex::Female => explore::FEMALE,
    };
    let is_test = app.who >= app.run().train_rows();
    let part = if is_test {
        words::PART_TEST
    } else {
        words::PART_TRAIN
    };
    let right = if live.right {
        words::RIGHT
    } else {
        words::WRONG
    };
    let right_style = if live.right { theme.right } else { theme.wrong };
    let dash = || numbers::MISSING.to_owned();
    vec![
        text(words::ID, person.id.to_string()),
        (say(words::NAME), person.name.to_owned(), theme.heading),
        (say(words::FATE), was, was_style),
        text(words::SEX, say(sex).to_owned()),
        text(words::AGE, number(person.age)),
        text(
            words::CLASS,
            person.class.map_or_else(unknown, |class| class.to_string()),
        ),
        text(words::SIBSP, whole(person.siblings_spouses)),
        text(words::PARCH, whole(person.parents_children)),
        text(words::TICKET, words_or_unknown(person.ticket)),
        text(words::FARE, number(person.fare)),
        text(
            words::CABIN,
            words_or_unknown(person.cabin.unwrap_or_default()),
        ),
        text(
            words::PORT,
            person
                .port
                .map_or_else(unknown, |port| port.name().to_owned()),
        ),
        text(words::PART, say(part).to_owned()),
        text(words::Z, live.z.map_or_else(dash, numbers::full)),
        text(words::P, live.p.map_or_else(dash, numbers::full)),
        (
            say(words::SAID),
            format!("{said} · {}", say(right)),
            if live.right { said_style } else { right_style },
        ),
        text(words::LOSS, live.loss.map_or_else(dash, numbers::full)),
    ]
}
