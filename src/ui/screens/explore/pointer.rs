//! What stands under the pointer: the number in full and what it means, or, opened, the sum as a table.

pub mod meaning;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::pointer::Spot;
use crate::app::words::network as words;
use crate::app::{App, Panel};
use crate::nn::Trace;
use crate::ui::context::Context;
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::{describe, layout, numbers, text};

/// Rows of the closed pointer at a width.
const fn closed(width: u16) -> u16 {
    if width < layout::WIDE { 2 } else { 3 }
}

/// Rows inside the panel: more while a table is open and the screen, `area`, has room for it.
pub fn height(app: &App, area: Rect) -> u16 {
    if !app.spot_open {
        return closed(area.width);
    }
    let rows = match neuron(app.spot) {
        Some((layer, _)) => app.network().layer(layer).inputs as u16 + 2,
        None => 2,
    };
    // Beside other panels the table may grow; on a narrow screen it lies on its side.
    if area.width < layout::WIDE && area.height < 28 { 2 } else { rows.clamp(2, 14) }
}

/// The neuron whose sum the place belongs to.
pub const fn neuron(spot: Spot) -> Option<(usize, usize)> {
    match spot {
        Spot::Weight { layer, neuron, .. }
        | Spot::Product { layer, neuron, .. }
        | Spot::Sum { layer, neuron }
        | Spot::Activation { layer, neuron } => Some((layer, neuron)),
        Spot::Input(_) | Spot::Verdict => None,
    }
}

/// The panel's border: where the pointer is, and what Enter does.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> (Panel, Rect, Frame<'a>) {
    let app = context.app;
    let place = meaning::title(app);
    let title = format!("{}: {place}", context.say(words::POINTER));
    let enter = if app.spot_open { words::ENTER_CLOSES } else { words::ENTER_TABLE };
    let frame = Frame::new(context.theme, title).info(context.say(enter));
    // It belongs to the network: together they have the focus.
    (Panel::Network, area, frame)
}

/// The inside.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let Some(trace) = app.trace() else {
        let mut pen = context.pen(inner);
        for (y, line) in meaning::without_number(app).iter().enumerate() {
            pen.line(0, y as u16, line);
        }
        return;
    };
    if app.spot_open {
        match app.spot {
            Spot::Activation { layer, neuron } => activation_table(context, inner, &trace, layer, neuron),
            Spot::Verdict => {
                let last = app.network().depth() - 1;
                activation_table(context, inner, &trace, last, 0);
            }
            spot => {
                let (layer, neuron) = neuron(spot).unwrap_or((0, 0));
                sum_table(context, inner, &trace, layer, neuron);
            }
        }
        return;
    }
    let mut pen = context.pen(inner);
    for (y, line) in meaning::lines(app, &trace, usize::from(inner.width)).iter().enumerate() {
        pen.line(0, y as u16, line);
    }
}

/// The products of a neuron with its bias last, and its sum.
fn sum_table(context: &mut Context<'_>, inner: Rect, trace: &Trace, layer: usize, neuron: usize) {
    let app = context.app;
    let theme = *context.theme;
    let weights = app.network().layer(layer);
    let values = if layer == 0 { &trace.inputs } else { &trace.layers[layer - 1].a };
    let z = trace.layers[layer].z[neuron];
    let term = |input: usize| -> (String, f64, f64, f64) {
        let name = meaning::input_name(app, layer, input);
        match values.get(input) {
            Some(&value) => {
                let weight = weights.weight(neuron, input);
                (name, value, weight, value * weight)
            }
            None => (name, 1.0, weights.biases[neuron], weights.biases[neuron]),
        }
    };
    let count = values.len() + 1;
    let say = |word| context.app.settings.say(word);
    if usize::from(inner.height) < count + 2 && inner.height < 5 {
        // On its side: the post's table in two lines.
        let mut names = vec![Span::styled(text::pad_right("#", 12), theme.muted)];
        let mut products = vec![Span::styled(text::pad_right(say(words::INPUT_VALUE), 12), theme.muted)];
        let room = (usize::from(inner.width).saturating_sub(30) / 12).max(1);
        for input in 0..count.min(room) {
            let (name, _, _, product) = term(input);
            names.push(Span::styled(text::pad_left(&text::cut(&name, 11), 12), theme.muted));
            let style = if product < 0.0 { theme.minus } else { theme.plus };
            products.push(Span::styled(numbers::fixed(product, 6, 12), style));
        }
        if count > room {
            let rest: f64 = (room..count).map(|input| term(input).3).sum();
            let more = app.settings.language.fill(words::REST, &[(count - room).to_string()]);
            names.push(Span::styled(text::pad_left(&more, 12), theme.muted));
            products.push(Span::styled(numbers::fixed(rest, 6, 12), theme.text));
        }
        names.push(Span::styled(" ┊ ", theme.muted));
        products.push(Span::styled(" ┊ ", theme.muted));
        names.push(Span::styled(text::pad_left(say(words::SUM_ROW), 11), theme.muted));
        products.push(Span::styled(numbers::fixed(z, 6, 11), theme.sum));
        let mut pen = context.pen(inner);
        pen.line(0, 0, &Line::from(names));
        pen.line(0, 1, &Line::from(products));
        return;
    }
    // Upright: a line a term, the strongest ten when there are more.
    let room = usize::from(inner.height).saturating_sub(2);
    let mut order: Vec<usize> = (0..count).collect();
    let mut hidden = Vec::new();
    if count > room {
        order.sort_by(|&a, &b| term(b).3.abs().total_cmp(&term(a).3.abs()));
        hidden = order.split_off(room.saturating_sub(1));
        order.sort_unstable();
    }
    let mut pen = context.pen(inner);
    for (y, &input) in order.iter().enumerate() {
        let (name, value, weight, product) = term(input);
        let y = y as u16;
        let number = if input == values.len() { "+1".to_owned() } else { (input + 1).to_string() };
        pen.text(0, y, &text::pad_left(&number, 3), theme.muted);
        pen.text(4, y, &text::cut(&name, 12), if input == values.len() { theme.bias } else { theme.input });
        pen.text(17, y, &numbers::fixed(value, 6, 11), theme.text);
        pen.text(29, y, "×", theme.muted);
        pen.text(31, y, &numbers::fixed(weight, 6, 11), theme.weight);
        pen.text(43, y, "=", theme.muted);
        let style = if product < 0.0 { theme.minus } else { theme.plus };
        pen.text(45, y, &numbers::fixed(product, 6, 11), style);
    }
    let mut y = order.len() as u16;
    if !hidden.is_empty() {
        let rest: f64 = hidden.iter().map(|&input| term(input).3).sum();
        let more = app.settings.language.fill(words::REST, &[hidden.len().to_string()]);
        pen.text(4, y, &more, theme.muted);
        pen.text(45, y, &numbers::fixed(rest, 6, 11), theme.text);
        y += 1;
    }
    pen.text(0, y, &"┄".repeat(56), theme.muted);
    pen.text(4, y + 1, app.settings.say(words::SUM_ROW), theme.muted);
    pen.text(45, y + 1, &numbers::fixed(z, 6, 11), theme.sum);
}

/// Input, calculation and output of an activation, as the post shows its sigmoid.
fn activation_table(
    context: &mut Context<'_>,
    inner: Rect,
    trace: &Trace,
    layer: usize,
    neuron: usize,
) {
    let app = context.app;
    let theme = *context.theme;
    let z = trace.layers[layer].z[neuron];
    let a = trace.layers[layer].a[neuron];
    let is_last = layer + 1 == app.network().depth();
    let say = |word| app.settings.say(word);
    let (first, last) = if is_last {
        (words::SIGMOID_INPUT, words::SIGMOID_OUTPUT)
    } else {
        (words::ACTIVATION_INPUT, words::ACTIVATION_OUTPUT)
    };
    let formula = super::curve::formula_with(app.network().layer(layer).activation, z, 6);
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
    if inner.height > 2 {
        let full = describe::full_pair(z, a);
        pen.text(0, 2, &full, theme.muted);
    }
}
