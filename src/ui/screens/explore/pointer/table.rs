//! The pointer's tables: a sum with its terms, an activation with its input and output.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::meaning;
use crate::explain::numbers;
use crate::explain::prediction::{self, NeuronAccount, Summand};
use crate::explain::words::{Word, network as words};
use crate::nn::Trace;
use crate::ui::context::Context;
use crate::ui::text;

/// Rows of the upright table's heading …
pub const HEAD: usize = 1;
/// … and of the sum below its terms.
pub const FOOT: usize = 2;

/// The products of a neuron with its bias last, and its sum: upright where there is room, else on its side.
pub fn sum(context: &mut Context<'_>, inner: Rect, trace: &Trace, layer: usize, neuron: usize) {
    let sum = meaning::neuron(context.app, trace, (layer, neuron));
    if usize::from(inner.height) < sum.terms.len() + FOOT && inner.height < 5 {
        lying(context, inner, &sum);
    } else {
        upright(context, inner, &sum);
    }
}

/// Cells of a term on its side.
const TERM: usize = 12;

/// The post's table in two lines.
fn lying(context: &mut Context<'_>, inner: Rect, sum: &NeuronAccount) {
    let theme = *context.theme;
    let say = |word: Word| context.app.core.settings.say(word);
    let mut names = vec![Span::styled(text::pad_right("#", TERM), theme.muted)];
    let label = text::pad_right(say(words::PRODUCT), TERM);
    let mut products = vec![Span::styled(label, theme.muted)];
    let room = (usize::from(inner.width).saturating_sub(30) / TERM).max(1);
    let (shown, rest) = sum.terms.split_at(room.min(sum.terms.len()));
    for term in shown {
        let name = text::pad_left(&text::cut(&term.name, TERM - 1), TERM);
        names.push(Span::styled(name, theme.muted));
        let product = term.product();
        products.push(Span::styled(numbers::fixed(product, 6, TERM), theme.push(Some(product))));
    }
    if !rest.is_empty() {
        let total: f64 = rest.iter().map(Summand::product).sum();
        let more = context.fill(words::REST, &[rest.len().to_string()]);
        names.push(Span::styled(text::pad_left(&more, TERM), theme.muted));
        products.push(Span::styled(numbers::fixed(total, 6, TERM), theme.text));
    }
    names.push(Span::styled(" ┊ ", theme.muted));
    products.push(Span::styled(" ┊ ", theme.muted));
    names.push(Span::styled(text::pad_left(say(words::SUM_ROW), TERM - 1), theme.muted));
    products.push(Span::styled(numbers::fixed(sum.z, 6, TERM - 1), theme.sum));
    let mut pen = context.pen(inner);
    pen.line(0, 0, &Line::from(names));
    pen.line(0, 1, &Line::from(products));
}

/// A line a term, under a heading where there is room; where there are more than fit, the strongest, and
/// the others added up.
fn upright(context: &mut Context<'_>, inner: Rect, sum: &NeuronAccount) {
    let theme = *context.theme;
    let head = usize::from(usize::from(inner.height) >= sum.terms.len() + HEAD + FOOT);
    let room = usize::from(inner.height).saturating_sub(head + FOOT);
    let (shown, hidden) = sum.in_lines(room);
    let more = context.fill(words::REST, &[hidden.len().to_string()]);
    let label = context.say(words::SUM_ROW);
    let heads = [words::VALUE, words::WEIGHT, words::PRODUCT].map(|word| context.say(word));
    let from = context.say(words::FROM);
    let mut pen = context.pen(inner);
    if head > 0 {
        pen.text(0, 0, "  #", theme.muted);
        pen.text(4, 0, from, theme.muted);
        for (x, word) in [17, 31, 45].into_iter().zip(heads) {
            pen.text(x, 0, &text::pad_left(word, 11), theme.muted);
        }
    }
    let mut y = head as u16;
    for term in shown {
        let number = if term.is_bias { "+1".to_owned() } else { (term.input + 1).to_string() };
        pen.text(0, y, &text::pad_left(&number, 3), theme.muted);
        let role = if term.is_bias { theme.bias } else { theme.input };
        pen.text(4, y, &text::cut(&term.name, 12), role);
        let number = |value| text::pad_left(&numbers::factor(value), 11);
        pen.text(17, y, &number(term.value), theme.text);
        pen.text(29, y, "×", theme.muted);
        let role = if term.is_bias { theme.bias } else { theme.weight };
        pen.text(31, y, &number(term.weight), role);
        pen.text(43, y, "=", theme.muted);
        let product = term.product();
        pen.text(45, y, &numbers::fixed(product, 6, 11), theme.push(Some(product)));
        y += 1;
    }
    if !hidden.is_empty() {
        let total: f64 = hidden.iter().map(|term| term.product()).sum();
        pen.text(4, y, &more, theme.muted);
        pen.text(45, y, &numbers::fixed(total, 6, 11), theme.text);
        y += 1;
    }
    pen.text(0, y, &"┄".repeat(56), theme.muted);
    pen.text(4, y + 1, label, theme.muted);
    pen.text(45, y + 1, &numbers::fixed(sum.z, 6, 11), theme.sum);
}

/// Input, calculation and output of an activation, as the post shows its sigmoid.
pub fn activation(context: &mut Context<'_>, inner: Rect, trace: &Trace, layer: usize, neuron: usize) {
    let app = context.app;
    let theme = *context.theme;
    let z = trace.layers[layer].z[neuron];
    let a = trace.layers[layer].a[neuron];
    let is_last = layer + 1 == app.core.network().depth();
    let say = |word: Word| app.core.settings.say(word);
    let (first, last) = if is_last {
        (words::SIGMOID_INPUT, words::SIGMOID_OUTPUT)
    } else {
        (words::ACTIVATION_INPUT, words::ACTIVATION_OUTPUT)
    };
    let formula = prediction::formula_with(app.core.network().layer(layer).activation, z, 6);
    let width = text::width(&formula).max(16) + 2;
    let mut pen = context.pen(inner);
    let left = 20;
    let mid = left + 2;
    let end = mid + width as u16 + 2;
    pen.text(0, 0, say(first), theme.muted);
    pen.text(left, 0, "│", theme.muted);
    pen.text(mid, 0, say(words::FORMULA), theme.muted);
    pen.text(end - 2, 0, "│", theme.muted);
    pen.text(end, 0, say(last), theme.muted);
    pen.text(0, 1, &numbers::fixed(z, 6, 11), theme.sum);
    pen.text(left, 1, "│", theme.muted);
    pen.text(mid, 1, &formula, theme.text);
    pen.text(end - 2, 1, "│", theme.muted);
    pen.text(end, 1, &numbers::fixed(a, 6, 11), theme.activation);
}
