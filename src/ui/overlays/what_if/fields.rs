//! The fields of the form: a slider with its ends and its fence for a quantity, the choices for the
//! rest, and what the network does not look at.

use ratatui::layout::Rect;

use super::Plan;
use crate::analysis::Attribute;
use crate::app::core::listing::fitted_top;
use crate::app::core::what_if;
use crate::app::core::what_if::WhatIf;
use crate::app::{Target, WhatIfTarget};
use crate::data::{Port, Sex};
use crate::explain::numbers;
use crate::explain::words::features;
use crate::explain::words::{Word, people, what_if as words};
use crate::ui::context::Context;
use crate::ui::text;

/// The column of the labels.
const LABELS: u16 = 3;
/// Cells of the longest label.
const LABEL: usize = 10;
/// The column of the sign that takes away.
const LESS: u16 = 14;
/// Cells of a value: `512.33`.
const VALUE: usize = 6;
/// The column of the sliders and choices.
const TRACK: u16 = 27;
/// Cells of the ends behind a slider: `0…512`.
const ENDS: u16 = 8;

/// Draws the fields from row `y` on and returns the row after them.
pub(super) fn draw(context: &mut Context<'_>, inside: Rect, mut y: u16, what_if: &WhatIf, plan: &Plan) -> u16 {
    let encoder = context.app.core.run().encoder();
    let seen = what_if::fields(encoder);
    let at = seen.iter().position(|&field| field == what_if.field);
    let shown = usize::from(plan.fields);
    let top = fitted_top(0, at.unwrap_or(0), shown, seen.len());
    let mut ticks = plan.ticks;
    for &field in seen.iter().skip(top).take(shown) {
        row(context, inside, y, what_if, field);
        y += 1;
        if field.is_quantity() && ticks > 0 {
            ticks -= 1;
            fences(context, inside, y, field);
            y += 1;
        }
    }
    let muted = context.theme.muted;
    if let Some(line) = unseen(context).filter(|_| plan.unseen == 1) {
        let line = text::cut(&line, usize::from(inside.width) - 4);
        context.pen(inside).text(LABELS, y, &line, muted);
    } else if plan.unseen > 1 {
        let unseen = Attribute::ALL.iter().copied().filter(|field| !seen.contains(field));
        for (line, field) in unseen.enumerate() {
            let y = y + line as u16;
            let name = context.say(features::name(field.feature()));
            let value = value(context, what_if, field);
            let why = context.say(words::UNSEEN_ONE);
            let mut pen = context.pen(inside);
            pen.text(LABELS, y, name, muted);
            pen.text(LESS + 2, y, &value, muted);
            pen.text(TRACK + 2, y, why, muted);
        }
    }
    y + plan.unseen
}

/// What the network does not look at, in one line; none where it looks at everything.
pub(super) fn unseen(context: &Context<'_>) -> Option<String> {
    let seen = what_if::fields(context.app.core.run().encoder());
    let names: Vec<_> = Attribute::ALL
        .iter()
        .copied()
        .filter(|field| !seen.contains(field))
        .map(|field| context.say(features::name(field.feature())))
        .collect();
    (!names.is_empty()).then(|| context.fill(words::UNSEEN, &[names.join(", ")]))
}

fn row(context: &mut Context<'_>, inside: Rect, y: u16, what_if: &WhatIf, field: Attribute) {
    let theme = *context.theme;
    let focused = field == what_if.field;
    let line = Rect { y: inside.y + y, height: 1, ..inside };
    context.note(line, Target::WhatIf(WhatIfTarget::Field(field)));
    let label = text::cut(context.say(features::name(field.feature())), LABEL).into_owned();
    let typed = what_if.typed().filter(|_| focused);
    let shown = typed.map_or_else(|| value(context, what_if, field), str::to_owned);
    let widest = widest_choice(context, field).max(VALUE);
    let mut pen = context.pen(inside);
    pen.text(1, y, if focused { "▸" } else { " " }, theme.text);
    pen.text(LABELS, y, &label, theme.text);
    if focused {
        pen.restyle(1, y, LESS - 2, theme.cursor);
    }
    let sign = if focused { theme.key } else { theme.muted };
    let style = if focused { theme.here } else { theme.text };
    pen.text(LESS, y, "◂", sign);
    let end = if field.is_quantity() {
        pen.text(LESS + 2, y, &text::pad_left(&shown, VALUE), style)
    } else {
        pen.text(LESS + 2, y, &text::pad_right(&shown, widest), style)
    };
    if typed.is_some() {
        pen.restyle(end, y, 1, theme.pointer);
    }
    pen.text(end + 1, y, "▸", sign);
    for (x, forward) in [(LESS, false), (end + 1, true)] {
        let sign = Rect { x: inside.x + x, width: 1, ..line };
        context.note(sign, Target::WhatIf(WhatIfTarget::Step(field, forward)));
    }
    if field.is_quantity() {
        slider(context, inside, y, what_if, field);
    } else {
        choices(context, inside, y, what_if, field, end + 4);
    }
}

/// Cells of the longest choice, so that choosing moves nothing.
fn widest_choice(context: &Context<'_>, field: Attribute) -> usize {
    let (first, last) = field.range();
    if field.is_quantity() {
        return 0;
    }
    (first as u8..=last as u8)
        .map(|choice| text::width(&choice_name(context, field, f64::from(choice))))
        .max()
        .unwrap_or(0)
}

/// The column of a value on a slider.
fn column(inside: Rect, field: Attribute, value: f64) -> u16 {
    let (least, most) = field.range();
    let last = f64::from(track(inside).width - 1);
    let along = ((value - least) / (most - least)).clamp(0.0, 1.0);
    TRACK + (along * last).round() as u16
}

/// Where sliders lie.
const fn track(inside: Rect) -> Rect {
    Rect { x: inside.x + TRACK, width: inside.width.saturating_sub(TRACK + ENDS + 1), ..inside }
}

fn slider(context: &mut Context<'_>, inside: Rect, y: u16, what_if: &WhatIf, field: Attribute) {
    let theme = *context.theme;
    let track = Rect { y: inside.y + y, height: 1, ..track(inside) };
    let (least, most) = field.range();
    let ends = format!("{least:.0}…{most:.0}");
    let cells = usize::from(track.width);
    let rail = format!("├{}┤", "─".repeat(cells.saturating_sub(2)));
    let mut pen = context.pen(inside);
    pen.text(TRACK, y, &rail, theme.border);
    pen.text(TRACK + track.width + 1, y, &text::pad_left(&ends, 7), theme.muted);
    if let Some(value) = what_if.value(field) {
        pen.text(column(inside, field, value), y, "●", theme.here);
    }
    context.note(track, Target::WhatIf(WhatIfTarget::Slider(field)));
}

/// Where the answer changes along a slider.
fn fences(context: &mut Context<'_>, inside: Rect, y: u16, field: Attribute) {
    let answer = context.app.core.what_if_answer();
    let Some(varied) = answer.and_then(|answer| answer.along(field)) else {
        return;
    };
    let Some(&last) = varied.crossings.last() else {
        return;
    };
    let theme = *context.theme;
    let shown: Vec<String> = varied.crossings.iter().map(|&fence| place(field, fence)).collect();
    let line = context.fill(words::FLIPS_HERE, &[shown.join(", ")]);
    let cells = text::width(&line) as u16;
    let end = column(inside, field, last);
    let first = column(inside, field, varied.crossings[0]);
    let mut pen = context.pen(inside);
    for &fence in &varied.crossings {
        pen.text(column(inside, field, fence), y, "┴", theme.now);
    }
    // Beside the marks, where there is room.
    if end + 2 + cells < inside.width {
        pen.text(end + 2, y, &line, theme.text);
    } else if first > cells + 2 {
        pen.text(first - 1 - cells, y, &line, theme.text);
    }
}

/// A place on the line of a quantity: `34.88`; between two whole numbers where it counts.
pub(super) fn place(field: Attribute, fence: f64) -> String {
    if field.is_continuous() { numbers::decimal(fence, 2) } else { format!("{:.0}", fence.ceil()) }
}

fn choices(context: &mut Context<'_>, inside: Rect, y: u16, what_if: &WhatIf, field: Attribute, x: u16) {
    let theme = *context.theme;
    let mut x = x.max(TRACK);
    context.pen(inside).text(x - 1, y, "(", theme.muted);
    let last = field.range().1 as u8;
    for choice in field.range().0 as u8..=last {
        let name = choice_name(context, field, f64::from(choice));
        let chosen = what_if.value(field) == Some(f64::from(choice));
        let style = if chosen { theme.here } else { theme.muted };
        let mut pen = context.pen(inside);
        let end = pen.text(x, y, &name, style);
        let sign = if choice == last { ")" } else { " │ " };
        let next = pen.text(end, y, sign, theme.muted);
        let at = Rect { x: inside.x + x, y: inside.y + y, width: end - x, height: 1 };
        context.note(at, Target::WhatIf(WhatIfTarget::Choice(field, choice)));
        x = next;
    }
}

/// A value as the form shows it.
pub(super) fn value(context: &Context<'_>, what_if: &WhatIf, field: Attribute) -> String {
    match what_if.value(field) {
        None => context.say(words::UNKNOWN).to_owned(),
        Some(value) if field.is_quantity() => quantity(value),
        Some(value) => choice_name(context, field, value),
    }
}

/// A quantity with at most two decimals.
pub(super) fn quantity(value: f64) -> String {
    numbers::full((value * 100.0).round() / 100.0)
}

/// What a choice is called.
pub(super) fn choice_name(context: &Context<'_>, field: Attribute, choice: f64) -> String {
    let place = choice as usize;
    let say = |word: Word| context.say(word).to_owned();
    match field {
        Attribute::Sex => say(people::sex(Sex::ALL[place.min(1)])),
        Attribute::Cabin => say(if place == 0 { words::NO } else { words::YES }),
        Attribute::Port => Port::ALL.get(place).map_or_else(String::new, |port| port.name().to_owned()),
        Attribute::Title if place >= 4 => say(features::OTHER_TITLE),
        Attribute::Title => crate::analysis::attribute::TITLES[place].to_owned(),
        Attribute::Age | Attribute::Class | Attribute::Siblings | Attribute::Parents | Attribute::Fare => {
            place.to_string()
        }
    }
}
