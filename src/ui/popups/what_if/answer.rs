//! z as arithmetic with the numbers in it, and p with the verdict.

use crate::app::App;
use crate::app::core::what_if::WhatIf;
use crate::explain::prediction::{NeuronAccount, Summand};
use crate::explain::words::{network, what_if as words};
use crate::nn::Trace;
use crate::ui::passenger;
use crate::ui::prelude::*;

/// Draws both, the sum on so many rows.
pub(super) fn draw(context: &mut Context<'_>, area: Rect, rows: u16) {
    let theme = context.theme;
    let answer = context.app.core.what_if_answer();
    let Some((answer, trace)) = answer.and_then(|answer| Some((answer, answer.trace.as_ref()?))) else {
        return context.text(area, context.say(words::NO_ANSWER), theme.text);
    };
    let sum = sum(context.app, trace, area.width.into(), rows.into());
    context.lines(area, sum.into_iter().map(|line| Span::styled(line, theme.text).into()));
    let p = trace.p();
    let (verdict, style) = passenger::fate(theme, answer.says);
    let says = context.fill(words::SAYS, &[context.say(verdict)]);
    let share = format!("p = {}   →  {}: ", six(p), share(context, p, answer.says));
    let line = [Span::styled(share, theme.text), Span::styled(says, theme.here.patch(style))];
    context.line(area.below(rows), Line::from_iter(line));
}

/// How the one scaled input of a network without hidden layers comes about; nothing for others.
pub(super) fn scaling(context: &mut Context<'_>, area: Rect, what_if: &WhatIf) {
    let app = context.app;
    let inputs = app.core.run().encoder().inputs();
    let mut scaled = inputs.iter().enumerate().filter_map(|(place, input)| Some((place, input, input.scale()?)));
    let (Some((place, input, (mean, sd))), None) = (scaled.next(), scaled.next()) else {
        return;
    };
    let (Some(raw), 1) = (input.raw(&what_if.person.passenger()), app.core.network().depth()) else {
        return;
    };
    let [raw, mean, sd, scaled] = [raw, mean, sd, input.scaled(raw)].map(numbers::factor);
    let line = context.fill(network::RAW_AS, &[app.core.names().input(place), raw, mean, sd, scaled]);
    context.text(area, line, context.theme.muted);
}

/// `0.499478`; more decimals where rounding would land it on one half.
pub(super) fn six(p: f64) -> String {
    let short = numbers::chance(p);
    if short.starts_with('.') { format!("0{short}") } else { short }
}

/// p in per cent, and on which side of one half where that does not show.
fn share(context: &Context<'_>, p: f64, lived: bool) -> String {
    let whole = format!("{:.0}", p * 100.0);
    let word = match (whole.as_str(), lived) {
        _ if p.to_bits() == 0.5_f64.to_bits() => words::ONE_HALF,
        ("50", true) => words::JUST_OVER,
        ("50", false) => words::JUST_UNDER,
        _ => words::PERCENT,
    };
    context.fill(word, &[whole])
}

/// The sum of the output in so many lines; what does not fit is added up.
fn sum(app: &App, trace: &Trace, room: usize, rows: usize) -> Vec<String> {
    let network = app.core.network();
    let depth = network.depth();
    let output = NeuronAccount::of(app.core.names(), trace, (depth - 1, 0));
    let z = output.z;
    let (bias, terms) = output.terms.split_last().expect("a neuron has a bias");
    for decimals in [None, Some(6), Some(4)] {
        let factor = |value: f64| match decimals {
            None => numbers::factor(value),
            Some(decimals) => short(value, decimals),
        };
        let products: Vec<String> =
            terms.iter().map(|term| format!("{} × {}", factor(term.value), factor(term.weight))).collect();
        let bias = plus(bias.weight, &factor(bias.weight.abs()));
        let line = format!("z = {} {bias} = {}", products.join(" + "), numbers::decimal(z, 6));
        let lines = text::wrap(&line, room);
        if lines.len() <= rows {
            return lines;
        }
        // Fewer digits would not let the sum be checked; where people are few, all are shown.
        if decimals == Some(6) {
            break;
        }
    }
    if depth > 1 {
        let hidden: usize = (0..depth - 1).map(|layer| network.layer(layer).outputs).sum();
        let values = [numbers::decimal(z, 6), hidden.to_string()];
        return vec![app.core.settings.fill(words::THROUGH, &values)];
    }
    folded(app, terms, bias.weight, z, (room, rows))
}

/// The largest products in the order of the inputs, the others added up.
fn folded(app: &App, terms: &[Summand], bias: f64, z: f64, (room, rows): (usize, usize)) -> Vec<String> {
    let mut order: Vec<usize> = (0..terms.len()).collect();
    let size = |&term: &usize| terms[term].product().abs();
    order.sort_by(|one, other| size(other).total_cmp(&size(one)));
    for kept in (1..terms.len()).rev() {
        let (large, small) = order.split_at(kept);
        let mut large = large.to_vec();
        large.sort_unstable();
        let products: Vec<String> = large
            .iter()
            .map(|&term| format!("{} × {}", short(terms[term].value, 4), short(terms[term].weight, 4)))
            .collect();
        let rest: f64 = small.iter().map(|&term| terms[term].product()).sum();
        let size = [numbers::decimal(rest.abs(), 4), small.len().to_string()];
        let size = app.core.settings.fill(words::SMALLER, &size);
        let line = format!(
            "z = {} {} {} = {}",
            products.join(" + "),
            plus(rest, &size),
            plus(bias, &short(bias.abs(), 4)),
            numbers::decimal(z, 4)
        );
        let lines = text::wrap(&line, room);
        if lines.len() <= rows {
            return lines;
        }
    }
    vec![format!("z = {}", numbers::decimal(z, 6))]
}

/// Whole numbers as they are, others with so many decimals.
fn short(value: f64, decimals: usize) -> String {
    let whole = numbers::full(value);
    if whole.len() <= decimals + 3 { whole } else { numbers::decimal(value, decimals) }
}

/// A number's size with the sign it is added with.
fn plus(value: f64, size: &str) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign} {size}")
}
