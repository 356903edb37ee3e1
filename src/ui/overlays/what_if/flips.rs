//! The least single change that flips the answer, and why the other attributes do not do it.

use ratatui::layout::Rect;

use super::answer::six;
use super::fields::{choice_name, quantity};
use crate::analysis::Attribute;
use crate::analysis::what_if::{Flip, Reply, Varied};
use crate::app::core::what_if::WhatIf;
use crate::app::{Target, WhatIfTarget};
use crate::data::Sex;
use crate::explain::numbers;
use crate::explain::words::features;
use crate::explain::words::{network, what_if as words};
use crate::ui::context::Context;
use crate::ui::text;

/// Cells of the names of attributes.
const NAMES: usize = 15;

/// Draws the section from row `y` on, with so many other attributes, and returns the row after it.
pub(super) fn draw(context: &mut Context<'_>, inside: Rect, y: u16, what_if: &WhatIf, others: u16) -> u16 {
    let title = context.say(words::NEAREST);
    let y = super::section(context, inside, y, title);
    let after = y + 1 + others;
    let Some(answer) = context.app.core.what_if_answer() else {
        return after;
    };
    let nearest = answer.nearest();
    if let Some((attribute, flip)) = nearest {
        change(context, inside, y, what_if, answer, attribute, &flip);
    } else {
        let line = context.say(words::NONE);
        let style = context.theme.text;
        context.pen(inside).text(1, y, line, style);
    }
    let rest =
        answer.attributes.iter().filter(|varied| Some(varied.attribute) != nearest.map(|(attribute, _)| attribute));
    for (line, varied) in rest.take(usize::from(others)).enumerate() {
        let y = y + 1 + line as u16;
        let name = context.fill(words::ALONE, &[context.say(features::name(varied.attribute.feature()))]);
        let said = why(context, what_if, answer, varied);
        let room = usize::from(inside.width) - NAMES - 2;
        // What stands in brackets goes first.
        let said = if text::width(&said) <= room {
            said
        } else {
            let kept = said.split(['(', '（']).next().unwrap_or_default();
            text::cut(kept.trim_end(), room).into_owned()
        };
        let style = context.theme.muted;
        let mut pen = context.pen(inside);
        pen.text(1, y, &text::cut(&name, NAMES - 1), style);
        pen.text(1 + NAMES as u16, y, &said, style);
    }
    after
}

/// `age 35 → 34    0.499478 → 0.503690    says lived     Enter: do it`.
fn change(
    context: &mut Context<'_>,
    inside: Rect,
    y: u16,
    what_if: &WhatIf,
    answer: &Reply,
    attribute: Attribute,
    flip: &Flip,
) {
    let theme = *context.theme;
    let name = context.say(features::name(attribute.feature()));
    let from = super::fields::value(context, what_if, attribute);
    let to = shown(context, attribute, flip.shown);
    let p = answer.trace.as_ref().map_or(f64::NAN, crate::nn::Trace::p);
    let verdict = context.say(if answer.says { network::DIED } else { network::LIVED });
    let says = context.fill(words::SAYS, &[verdict]);
    let do_it = context.say(words::DO_IT);
    let fence = flip.fence.map(|fence| context.fill(words::FENCE, &[numbers::decimal(fence, 2)]));
    let mut pen = context.pen(inside);
    let change = format!("{name} {from} → {to}");
    let x = (pen.text(1, y, &change, theme.here) + 2).max(1 + NAMES as u16);
    let x = pen.text(x, y, &format!("{} → {}", six(p), six(flip.p)), theme.text) + 2;
    let x = pen.text(x, y, &says, theme.text) + 2;
    let room = usize::from(inside.width.saturating_sub(x)).saturating_sub(text::width(do_it) + 3);
    let x = match fence.filter(|fence| text::width(fence) <= room) {
        Some(fence) => pen.text(x, y, &fence, theme.muted),
        None => x,
    };
    if usize::from(x) + text::width(do_it) < usize::from(inside.width) {
        pen.right(y, 1, do_it, theme.key_hint);
    }
    let line = Rect { y: inside.y + y, height: 1, ..inside };
    context.note(line, Target::WhatIf(WhatIfTarget::Flip));
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
    let p = |p: f64| numbers::probability(p, 4);
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
    let said = context.fill(as_other, &[numbers::probability(chance, 4)]);
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
