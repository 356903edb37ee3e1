//! The least single change that flips the answer, and why the other attributes do not do it.

use super::answer::six;
use super::fields::{choice_name, quantity};
use crate::analysis::Attribute;
use crate::analysis::what_if::{Flip, Reply, Varied};
use crate::app::core::what_if::WhatIf;
use crate::app::{Target, WhatIfTarget};
use crate::data::Sex;
use crate::explain::words::features;
use crate::explain::words::{network, what_if as words};
use crate::ui::prelude::*;

/// Cells of the names of attributes.
const NAMES: u16 = 15;

/// Draws the least change, and so many other attributes.
pub(super) fn draw(context: &mut Context<'_>, area: Rect, what_if: &WhatIf, others: u16) {
    let theme = context.theme;
    let Some(answer) = context.app.core.what_if_answer() else {
        return;
    };
    let nearest = answer.nearest();
    match nearest {
        Some((attribute, flip)) => change(context, area, what_if, answer, attribute, &flip),
        None => context.text(area.from(1), context.say(words::NONE), theme.text),
    }
    let rest =
        answer.attributes.iter().filter(|varied| Some(varied.attribute) != nearest.map(|(attribute, _)| attribute));
    for (varied, row) in rest.zip(area.inset().below(1).rows().take(others.into())) {
        let name = context.fill(words::ALONE, &[context.say(features::name(varied.attribute.feature()))]);
        let said = why(context, what_if, answer, varied);
        let beside = row.from(NAMES);
        let room = usize::from(beside.width);
        // What stands in brackets goes first.
        let brief = said.split(['(', '（']).next().unwrap_or_default().trim_end();
        let said = if text::width(&said) <= room { said.as_str() } else { brief };
        context.text(row, text::cut(&name, usize::from(NAMES) - 1), theme.muted);
        context.text(beside, text::cut(said, room), theme.muted);
    }
}

/// `age 35 → 34    0.499478 → 0.503690    says lived     Enter: do it`.
fn change(context: &mut Context<'_>, area: Rect, what_if: &WhatIf, answer: &Reply, attribute: Attribute, flip: &Flip) {
    let theme = context.theme;
    let name = context.say(features::name(attribute.feature()));
    let from = super::fields::value(context, what_if, attribute);
    let to = shown(context, attribute, flip.shown);
    let p = answer.trace.as_ref().map_or(f64::NAN, crate::nn::Trace::p);
    let verdict = context.say(if answer.says { network::DIED } else { network::LIVED });
    let change = format!("{name} {from} → {to}  ");
    let cells = text::width(&change).max(NAMES.into());
    let change = text::pad_right(&change, cells);
    let mut line = Line::from_iter([
        Span::styled(change, theme.here),
        Span::styled(format!("{} → {}  ", six(p), six(flip.p)), theme.text),
        Span::styled(context.fill(words::SAYS, &[verdict]), theme.text),
    ]);
    let do_it = context.say(words::DO_IT);
    let inner = area.inset();
    let fits = |line: &Line<'_>, more: usize| text::line_width(line) + more + text::width(do_it) < inner.width.into();
    if let Some(fence) = flip.fence {
        let fence = format!("  {}", context.fill(words::FENCE, &[numbers::decimal(fence, 2)]));
        if fits(&line, text::width(&fence) + 2) {
            line.push_span(Span::styled(fence, theme.muted));
        }
    }
    let has_room = fits(&line, 0);
    context.line(inner, line);
    if has_room {
        context.text_at_right(inner, do_it, theme.key_hint);
    }
    context.note(area.row(0), Target::WhatIf(WhatIfTarget::Flip));
}

fn shown(context: &Context<'_>, attribute: Attribute, value: f64) -> String {
    if attribute.is_quantity() { quantity(value) } else { choice_name(context, attribute, value) }
}

/// What this attribute alone would do.
fn why(context: &Context<'_>, what_if: &WhatIf, answer: &Reply, varied: &Varied) -> String {
    let attribute = varied.attribute;
    if let Some(flip) = &varied.flip {
        let from = super::fields::value(context, what_if, attribute);
        let values = [from, shown(context, attribute, flip.shown), six(flip.p)];
        return context.fill(words::FLIPS_TOO, &values);
    }
    let p = |p: f64| numbers::chance(p);
    if attribute == Attribute::Sex {
        return other_sex(context, what_if, answer, varied);
    }
    if attribute.is_quantity() {
        let [(least, low), (most, high)] = varied.others[..] else {
            return String::new();
        };
        let mut values = vec![p(low), quantity(least), p(high), quantity(most)];
        let word = match varied.zero {
            Some(zero) => {
                values.push(numbers::decimal(zero, 2));
                words::NO_ENDS_ZERO
            }
            None => words::NO_ENDS,
        };
        return context.fill(word, &values);
    }
    let others: Vec<String> = varied
        .others
        .iter()
        .map(|&(choice, chance)| {
            let name = choice_name(context, attribute, choice);
            context.fill(words::AS, &[name, p(chance)])
        })
        .collect();
    context.fill(words::NO_CHOICES, &[others.join(" · ")])
}

/// `no: as a man she has .3305, and no age saves a man (−6.90)`.
fn other_sex(context: &Context<'_>, what_if: &WhatIf, answer: &Reply, varied: &Varied) -> String {
    let Some(&(_, chance)) = varied.others.first() else {
        return String::new();
    };
    let woman = what_if.person.sex == Sex::Female;
    let as_other = if woman { words::AS_MAN } else { words::AS_WOMAN };
    let said = context.fill(as_other, &[numbers::chance(chance)]);
    let Some(other) = answer.other_sex else {
        return said;
    };
    let (word, value) = if let Some(age) = other.age {
        let word = if answer.says { words::AN_AGE_TURNS } else { words::AN_AGE_SAVES };
        (word, quantity(age))
    } else {
        let word = match (answer.says, woman) {
            (true, _) => words::NO_AGE_TURNS,
            (false, true) => words::NO_AGE_SAVES_MAN,
            (false, false) => words::NO_AGE_SAVES_WOMAN,
        };
        let zero = other.zero.map_or_else(String::new, |zero| context.fill(words::AT, &[numbers::decimal(zero, 2)]));
        (word, zero)
    };
    said + &context.fill(word, &[value])
}
