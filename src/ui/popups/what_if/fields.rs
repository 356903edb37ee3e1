//! The fields of the form: a slider with its ends and its fence for a quantity, the choices for the
//! rest, and what the network does not look at.

use super::rows::RowCounts;
use crate::analysis::Attribute;
use crate::app::core::what_if::{self, WhatIf};
use crate::app::{Target, WhatIfTarget};
use crate::data::{Port, Sex};
use crate::explain::words::features;
use crate::explain::words::{Word, people, what_if as words};
use crate::ui::prelude::*;
use crate::ui::widgets::rail::{ENDED, rail};
use crate::ui::widgets::table;

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

/// Draws the fields and what is not looked at, and gives back what is left below them.
pub(super) fn draw(context: &mut Context<'_>, inside: Rect, what_if: &WhatIf, plan: &RowCounts) -> Rect {
    let muted = context.theme.muted;
    let seen = what_if::fields(context.app.core.run().encoder());
    let at = seen.iter().position(|&field| field == what_if.field);
    let mut ticks = plan.ticks;
    let mut rest = inside;
    for &field in &seen[window(at.unwrap_or(0), plan.fields.into(), seen.len())] {
        row(context, rest.row(0), what_if, field);
        rest = rest.below(1);
        if field.is_quantity() && ticks > 0 {
            ticks -= 1;
            fences(context, rest.row(0), field);
            rest = rest.below(1);
        }
    }
    if plan.unseen == 1 {
        let area = rest.from(LABELS).less(1);
        let line = unseen(context).unwrap_or_default();
        context.text(area, text::cut(&line, area.width.into()), muted);
    } else {
        let unseen = Attribute::ALL.iter().copied().filter(|field| !seen.contains(field));
        for (field, row) in unseen.zip(rest.rows().take(plan.unseen.into())) {
            context.text(row.from(LABELS), context.say(features::name(field.feature())), muted);
            context.text(row.from(LESS + 2), value(context, what_if, field), muted);
            context.text(row.from(TRACK + 2), context.say(words::UNSEEN_ONE), muted);
        }
    }
    rest.below(plan.unseen)
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

fn row(context: &mut Context<'_>, line: Rect, what_if: &WhatIf, field: Attribute) {
    let theme = context.theme;
    let focused = field == what_if.field;
    context.note(line, Target::WhatIf(WhatIfTarget::Field(field)));
    let label = text::cut(context.say(features::name(field.feature())), LABEL);
    let typed = what_if.typed().filter(|_| focused);
    let shown = typed.map_or_else(|| value(context, what_if, field), str::to_owned);
    context.text(line.from(1), format!("{} {label}", if focused { "▸" } else { " " }), theme.text);
    if focused {
        table::restyle(Rect { width: LESS - 2, ..line.from(1) }, theme.cursor, context.buf);
    }
    let [sign, style] = if focused { [theme.key, theme.here] } else { [theme.muted, theme.text] };
    let shown = if field.is_quantity() {
        text::pad_left(&shown, VALUE)
    } else {
        text::pad_right(&shown, widest_choice(context, field).max(VALUE))
    };
    let end = LESS + 2 + text::width(&shown) as u16;
    context.text(line.from(LESS + 2), shown, style);
    if typed.is_some() {
        table::restyle(Rect { width: 1, ..line.from(end) }, theme.pointer, context.buf);
    }
    for (x, glyph, forward) in [(LESS, "◂", false), (end + 1, "▸", true)] {
        context.text(line.from(x), glyph, sign);
        context.note(Rect { width: 1, ..line.from(x) }, Target::WhatIf(WhatIfTarget::Step(field, forward)));
    }
    if field.is_quantity() {
        slider(context, line, what_if, field);
    } else {
        choices(context, line.from((end + 4).max(TRACK) - 1), what_if, field);
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
fn column(line: Rect, field: Attribute, value: f64) -> u16 {
    let (least, most) = field.range();
    let last = f64::from(track(line).width - 1);
    let along = ((value - least) / (most - least)).clamp(0.0, 1.0);
    TRACK + (along * last).round() as u16
}

/// Where sliders lie.
fn track(line: Rect) -> Rect {
    line.from(TRACK).less(ENDS + 1)
}

fn slider(context: &mut Context<'_>, line: Rect, what_if: &WhatIf, field: Attribute) {
    let theme = context.theme;
    let track = track(line);
    let (least, most) = field.range();
    let marks = what_if.value(field).map(|value| (column(line, field, value) - TRACK, "●", theme.here));
    let rail = rail(track.width, [0, track.width - 1], ENDED, theme.muted, marks.as_slice());
    context.line(track, rail);
    let ends = text::pad_left(&format!("{least:.0}…{most:.0}"), 7);
    context.text(line.from(TRACK + track.width + 1), ends, theme.muted);
    context.note(track, Target::WhatIf(WhatIfTarget::Slider(field)));
}

/// Where the answer changes along a slider.
fn fences(context: &mut Context<'_>, line: Rect, field: Attribute) {
    let theme = context.theme;
    let varied = context.app.core.what_if_answer().and_then(|answer| answer.along(field));
    let Some((&first, &last)) = varied.and_then(|varied| varied.crossings.first().zip(varied.crossings.last())) else {
        return;
    };
    let crossings = varied.map_or(&[][..], |varied| &varied.crossings);
    for &fence in crossings {
        context.text(line.from(column(line, field, fence)), "┴", theme.now);
    }
    let shown: Vec<String> = crossings.iter().map(|&fence| place(field, fence)).collect();
    let words = context.fill(words::FLIPS_HERE, &[shown.join(", ")]);
    let cells = text::width(&words) as u16;
    let (first, after) = (column(line, field, first), column(line, field, last) + 2);
    // Beside the marks, where there is room.
    if after + cells < line.width {
        context.text(line.from(after), words, theme.text);
    } else if first > cells + 2 {
        context.text(line.from(first - 1 - cells), words, theme.text);
    }
}

/// A place on the line of a quantity: `34.88`; between two whole numbers where it counts.
pub(super) fn place(field: Attribute, fence: f64) -> String {
    if field.is_continuous() { numbers::decimal(fence, 2) } else { format!("{:.0}", fence.ceil()) }
}

fn choices(context: &mut Context<'_>, line: Rect, what_if: &WhatIf, field: Attribute) {
    let theme = context.theme;
    context.text(line, "(", theme.muted);
    let mut rest = line.from(1);
    let last = field.range().1 as u8;
    for choice in field.range().0 as u8..=last {
        let name = choice_name(context, field, f64::from(choice));
        let chosen = what_if.value(field) == Some(f64::from(choice));
        let cells = text::width(&name) as u16;
        context
            .note(Rect { width: cells.min(rest.width), ..rest }, Target::WhatIf(WhatIfTarget::Choice(field, choice)));
        context.text(rest, name, if chosen { theme.here } else { theme.muted });
        let sign = if choice == last { ")" } else { " │ " };
        context.text(rest.from(cells), sign, theme.muted);
        rest = rest.from(cells + text::width(sign) as u16);
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
