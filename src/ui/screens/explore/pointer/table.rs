//! The pointer's tables: a sum with its terms, an activation with its input and output.

use super::meaning;
use crate::explain::prediction::{self, NeuronAccount, Summand};
use crate::explain::words::{Word, network as words};
use crate::nn::Trace;
use crate::ui::prelude::*;

/// Rows of the upright table's heading …
pub const HEAD: usize = 1;
/// … and of the sum below its terms.
pub(super) const FOOT: usize = 2;

/// Rows of what the headings mean.
pub(super) const SAYS: usize = 3;
/// Rows of the table on its side.
pub(super) const LYING: u16 = 4;

/// The products of a neuron with its bias last, and its sum: upright where there is room, else on its side.
pub fn sum(context: &mut Context<'_>, inner: Rect, trace: &Trace, layer: usize, neuron: usize) {
    let sum = meaning::neuron(context.app, trace, (layer, neuron));
    if usize::from(inner.height) < sum.terms.len() + FOOT && inner.height <= LYING {
        lying(context, inner, &sum);
    } else {
        upright(context, inner, &sum);
    }
}

/// Cells of a term on its side …
const TERM: usize = 12;
/// … and of what its rows are.
const LABEL: usize = 15;

/// The post's table on its side: what comes in, what it is multiplied by, what that makes; where there are two rows only,
/// the last of these.
fn lying(context: &mut Context<'_>, inner: Rect, sum: &NeuronAccount) {
    let theme = context.theme;
    let room = (usize::from(inner.width).saturating_sub(LABEL + TERM + 6) / TERM).max(1);
    let (shown, rest) = sum.terms.split_at(room.min(sum.terms.len()));
    let number = |value: f64, style| Span::styled(text::pad_left(&numbers::factor(value), TERM), style);
    let product = |value: f64, style| Span::styled(numbers::fixed(value, 6, TERM), style);
    let name = |name: &str| Span::styled(text::pad_left(&text::cut(name, TERM - 1), TERM), theme.muted);
    let row = |label: Word, cells: Vec<Span<'static>>| {
        let label = Span::styled(text::pad_right(context.say(label), LABEL), theme.muted);
        [label].into_iter().chain(cells).collect::<Line<'_>>()
    };
    let cells = |cell: &dyn Fn(&Summand) -> Span<'static>| shown.iter().map(cell).collect::<Vec<_>>();
    let mut names = cells(&|term| name(&term.name));
    let values = cells(&|term| number(term.value, theme.input));
    let weights = cells(&|term| number(term.weight, if term.is_bias { theme.bias } else { theme.weight }));
    let mut products = cells(&|term| product(term.product(), theme.push(Some(term.product()))));
    if !rest.is_empty() {
        names.push(name(&context.fill(words::REST, &[rest.len().to_string()])));
        products.push(product(rest.iter().map(Summand::product).sum(), theme.text));
    }
    let edge = || Span::styled(" ┊ ", theme.muted);
    names.extend([edge(), Span::styled(text::pad_left(context.say(words::SUM_ROW), TERM - 1), theme.muted)]);
    products.extend([edge(), Span::styled(numbers::fixed(sum.z, 6, TERM - 1), theme.sum)]);
    let mut lines = vec![row(words::FROM, names)];
    if inner.height >= LYING {
        lines.extend([row(words::VALUE, values), row(words::TIMES_WEIGHT, weights)]);
    }
    lines.push(row(words::PRODUCT_IS, products));
    context.lines(inner, lines);
}

/// A line a term, under a heading where there is room; where there are more than fit, the strongest, and
/// the others added up.
fn upright(context: &mut Context<'_>, inner: Rect, sum: &NeuronAccount) {
    let theme = context.theme;
    let head = usize::from(usize::from(inner.height) >= sum.terms.len() + HEAD + FOOT);
    let room = usize::from(inner.height).saturating_sub(head + FOOT);
    let (shown, hidden) = sum.in_lines(room, Summand::product);
    let muted = |words: &str| Span::styled(words.to_owned(), theme.muted);
    let number = |value| numbers::fixed(value, 6, 11);
    let mut rows: Vec<TableRow<'_>> = Vec::new();
    for term in shown {
        let [input, role] = if term.is_bias { [theme.bias; 2] } else { [theme.input, theme.weight] };
        let product = term.product();
        rows.push(TableRow::new([
            muted(&if term.is_bias { "+1".to_owned() } else { (term.input + 1).to_string() }),
            Span::styled(term.name.clone(), input),
            Span::styled(numbers::factor(term.value), theme.text),
            muted("×"),
            Span::styled(numbers::factor(term.weight), role),
            muted("="),
            Span::styled(number(product), theme.push(Some(product))),
        ]));
    }
    let total = |label: &str, value: f64, style| {
        let cells = ["", label, "", "", "", ""].map(muted);
        TableRow::new(cells.into_iter().chain([Span::styled(number(value), style)]))
    };
    if !hidden.is_empty() {
        let more = context.fill(words::REST, &[hidden.len().to_string()]);
        rows.push(total(&more, hidden.iter().map(|term| term.product()).sum(), theme.text));
    }
    rows.push(TableRow::heading(muted(&"┄".repeat(56))));
    rows.push(total(context.say(words::SUM_ROW), sum.z, theme.sum));
    let heads = ["#", context.say(words::FROM), context.say(words::VALUE), "", context.say(words::WEIGHT), ""];
    let heads = heads.into_iter().chain([context.say(words::PRODUCT)]);
    let columns = heads.zip([3, 12, 11, 1, 11, 1, 11]).enumerate().map(|(place, (words, cells))| {
        let column = if place == 1 { TableColumn::left } else { TableColumn::right };
        column(Constraint::Length(cells)).head(if head > 0 { muted(words).into() } else { Line::default() })
    });
    let columns: Vec<_> = columns.collect();
    // The table keeps a column for a mark, which none of these rows has.
    let area = Rect { x: inner.x - 1, width: inner.width + 1, ..inner };
    context.table(area, Table::new(theme, columns, rows));
}

/// Input, calculation and output of an activation, as the post shows its sigmoid.
pub fn activation(context: &mut Context<'_>, inner: Rect, trace: &Trace, layer: usize, neuron: usize) {
    let (app, theme) = (context.app, context.theme);
    let z = trace.layers[layer].z[neuron];
    let a = trace.layers[layer].a[neuron];
    let (first, last) = if layer + 1 == app.core.network().depth() {
        (words::SIGMOID_INPUT, words::SIGMOID_OUTPUT)
    } else {
        (words::ACTIVATION_INPUT, words::ACTIVATION_OUTPUT)
    };
    let formula = prediction::formula_with(app.core.network().layer(layer).activation, z, 6);
    let width = text::width(&formula).max(16) + 2;
    let line = |[left, middle, right]: [Span<'static>; 3]| {
        let [left, middle] = [(left, 20), (middle, width)].map(|(span, cells)| {
            let padded = text::pad_right(&span.content, cells);
            [span.content(padded), Span::styled("│ ", theme.muted)]
        });
        left.into_iter().chain(middle).chain([right]).collect::<Line<'_>>()
    };
    let heads = [first, words::FORMULA, last].map(|word| Span::styled(context.say(word), theme.muted));
    let numbers = [
        Span::styled(numbers::fixed(z, 6, 11), theme.sum),
        Span::styled(formula, theme.text),
        Span::styled(numbers::fixed(a, 6, 11), theme.activation),
    ];
    context.lines(inner, [heads, numbers].map(line));
}
