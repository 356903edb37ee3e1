//! A network with hidden layers, read from right to left: σ sends δ back along the weights, each neuron
//! lets through what its slope allows, and the lines carry the gradient of their weight. A layer with
//! more neurons than rows is folded to one glyph a neuron, as high as its δ.

mod layer;
mod plan;

use ratatui::layout::Rect;

use self::plan::{Column, INPUT, OUTPUT, Plan};
use super::super::super::explore::fan;
use super::super::figures;
use super::{Back, fate, parameter};
use crate::app::Target;
use crate::app::gradients::Stage;
use crate::app::pointer::Spot;
use crate::explain::numbers;
use crate::explain::words::{gradients as words, network};
use crate::nn::Parameter;
use crate::ui::context::Context;
use crate::ui::text;

/// Of more lines than this between two layers only the strongest are drawn.
const CROWD: usize = 27;
const STRONGEST: usize = 10;
/// Draws it, with a last line that says what is not drawn.
pub fn draw(context: &mut Context<'_>, inner: Rect, back: &Back<'_>) {
    let app = context.app;
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(1), ..inner };
    if inner.height < 6 {
        return;
    }
    let plan = Plan::of(app, inner);
    let middle = (inner.height / 2).clamp(2, inner.height.saturating_sub(4).max(2));
    let drawn = draw_fans(context, inner, &plan, middle, back);
    draw_inputs(context, inner, &plan.columns[0], back);
    let mut from = 0;
    for (layer, column) in plan.columns[1..].iter().enumerate() {
        from = layer::draw_heading(context, inner, column, layer, from);
        layer::draw(context, inner, column, layer, back);
    }
    draw_output(context, inner, plan.output, middle, back);
    draw_pointed(context, inner, &plan, middle);
    draw_foot(context, inner, &drawn);
}

/// The lines between the columns, in the hue of their gradient; returns how many of how many.
fn draw_fans(context: &mut Context<'_>, inner: Rect, plan: &Plan, middle: u16, back: &Back<'_>) -> Vec<(usize, usize)> {
    let app = context.app;
    let network = app.network();
    let mut drawn = Vec::new();
    for layer in 0..network.depth() {
        let from = &plan.columns[layer];
        let weights = network.layer(layer);
        // A hidden layer's bias has no line of its own: it is δ.
        let sources = weights.inputs + usize::from(layer == 0);
        let strands: Vec<_> = (0..weights.outputs)
            .flat_map(|neuron| (0..sources).map(move |input| (neuron, input)))
            .map(|(neuron, input)| fan::Strand {
                from: from.row(input),
                to: plan.columns.get(layer + 1).map_or(middle, |column| column.row(neuron)),
                weight: back.weight(layer, neuron, input),
                product: back.gradient(layer, neuron, input),
            })
            .collect();
        let area = Rect { x: inner.x + from.x + from.width, width: plan.fans[layer], ..inner };
        let all = strands.len();
        let most = if all > CROWD { STRONGEST } else { all };
        drawn.push((fan::draw(context, area, strands, most), all));
    }
    drawn
}

fn draw_inputs(context: &mut Context<'_>, inner: Rect, column: &Column, back: &Back<'_>) {
    let app = context.app;
    let theme = *context.theme;
    let title = context.say(network::INPUTS);
    context.pen(inner).text(0, 0, title, theme.muted);
    let folded = column.count > column.rows;
    for input in 0..column.count {
        let y = column.row(input);
        if folded && input + 1 >= column.rows {
            let rest = (column.count + 1 - column.rows).to_string();
            let more = context.fill(network::MORE_ROWS, &[rest]);
            context.pen(inner).text(0, y, &more, theme.muted);
            break;
        }
        let is_bias = input + 1 == column.count;
        let style = if is_bias { theme.bias } else { theme.input };
        let value = back.input(input, |value| numbers::fixed(value, 2, 6).trim().to_owned());
        let pointed = app.spot().parameter(app.network());
        let here = matches!(pointed, Parameter::Weight { layer: 0, input: at, .. } if at == input);
        let shown = if here { style.bold() } else { style };
        let mut pen = context.pen(inner);
        pen.text(0, y, &text::cut(&back.label(input, 9), 9), shown);
        pen.text(10, y, &text::pad_left(&value, 6), shown);
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = pointed;
        let neuron = if layer == 0 { neuron } else { 0 };
        let area = Rect { x: inner.x, y: inner.y + y, width: INPUT - 1, height: 1 };
        let spot = Spot::of(parameter(app, 0, neuron, input), app.network());
        context.note(area, Target::Spot(spot));
    }
}

/// The parameter pointed at, on its line where that enters the neuron.
fn draw_pointed(context: &mut Context<'_>, inner: Rect, plan: &Plan, middle: u16) {
    let app = context.app;
    let theme = *context.theme;
    let parameter = app.spot().parameter(app.network());
    let (layer, neuron, role) = match parameter {
        Parameter::Weight { layer, neuron, .. } => (layer, neuron, theme.weight),
        Parameter::Bias { layer, neuron } => (layer, neuron, theme.bias),
    };
    let (end, y) = match plan.columns.get(layer + 1) {
        Some(column) => (column.x, column.row(neuron)),
        None => (plan.output, middle),
    };
    let value = app.network().parameters()[app.network().index(parameter)];
    let digits = usize::from(plan.fans[layer].saturating_sub(2)).min(7);
    let pill = format!("[{}]", numbers::signed(value, 4, digits).trim_start());
    let x = end.saturating_sub(text::width(&pill) as u16);
    let style = role.patch(theme.pointer);
    context.pen(inner).text(x, y, &pill, style);
}

fn draw_output(context: &mut Context<'_>, inner: Rect, x: u16, middle: u16, back: &Back<'_>) {
    let app = context.app;
    let theme = *context.theme;
    let last = app.network().depth() - 1;
    let delta = back.delta(last, 0);
    let mut pen = context.pen(inner);
    if let Some(p) = back.p() {
        let p = format!("p {}", numbers::probability(p, 6));
        pen.text(x, middle.saturating_sub(2), &p, theme.text);
    }
    pen.text(x, middle - 1, "╭───╮", theme.activation);
    pen.text(x, middle, "│ σ │", theme.activation);
    pen.text(x, middle + 1, "╰───╯", theme.activation);
    if let Some(delta) = delta {
        let hue = theme.push(Some(delta));
        pen.text(x + 5, middle, "◂", hue);
        pen.text(x, middle + 2, "δ", hue);
        pen.text(x + 2, middle + 2, figures::flow(delta, 9).trim_start(), hue);
    }
    if let Some(fate) = fate(back) {
        pen.text(x, middle + 3, &format!("y {fate}"), theme.text);
    }
    if let Some(loss) = back.loss() {
        let loss = format!("L {}", figures::plain(loss, 8).trim_start());
        pen.text(x, middle + 4, &loss, theme.text);
    }
    let area =
        Rect { x: inner.x + x, y: inner.y + middle - 1, width: OUTPUT.min(inner.width.saturating_sub(x)), height: 4 };
    let spot = Spot::of(Parameter::Bias { layer: last, neuron: 0 }, app.network());
    context.note(area, Target::Spot(spot));
}

fn draw_foot(context: &mut Context<'_>, inner: Rect, drawn: &[(usize, usize)]) {
    if !context.app.gradients.shows(Stage::Gradient) || drawn.iter().all(|(shown, all)| shown == all) {
        return;
    }
    let theme = *context.theme;
    let counts: Vec<String> = drawn.iter().map(|(shown, all)| format!("{shown}/{all}")).collect();
    let sentence = context.fill(words::STRONGEST, &[counts.join(", ")]);
    let shown = text::cut(&sentence, usize::from(inner.width)).into_owned();
    let y = inner.height - 1;
    context.pen(inner).text(0, y, &shown, theme.muted);
}
