//! A network with hidden layers: a column for each layer, a row for each neuron with its bent line,
//! a bar and its value. What a neuron adds up is opened with the pointer.

use ratatui::layout::Rect;

use super::flowing::Flowing;
use crate::app::pointer::Spot;
use crate::app::words::network as words;
use crate::app::{App, Target};
use crate::nn::{Activation, Network};
use crate::ui::context::Context;
use crate::ui::{describe, numbers, text};

/// The rows that show every neuron.
pub fn height(network: &Network) -> u16 {
    let widest = network
        .layers()
        .map(|layer| layer.outputs.max(layer.inputs + 1))
        .max();
    widest.unwrap_or(1) as u16 + 1
}

/// Draws the layers from left to right.
pub fn draw(context: &mut Context<'_>, inner: Rect, flowing: &Flowing) {
    let depth = context.app.network().depth() as u16;
    let input_width = 18.min(inner.width / (depth + 1));
    let column = (inner.width - input_width) / depth;
    draw_inputs(
        context,
        Rect {
            width: input_width,
            ..inner
        },
        flowing,
    );
    for layer in 0..depth {
        let x = inner.x + input_width + layer * column;
        let area = Rect {
            x,
            width: column,
            ..inner
        };
        draw_layer(context, area, usize::from(layer), flowing);
    }
}

fn draw_inputs(context: &mut Context<'_>, area: Rect, flowing: &Flowing) {
    let app = context.app;
    let theme = *context.theme;
    let count = app.network().layer(0).inputs;
    let title = context.say(words::INPUTS);
    context.pen(area).text(0, 0, title, theme.muted);
    for input in 0..=count {
        let y = input as u16 + 1;
        let is_bias = input == count;
        let label = text::cut(&describe::input(app, input), 9).into_owned();
        let value = match &flowing.trace {
            _ if is_bias => "+1".to_owned(),
            Some(trace) => numbers::fixed(trace.inputs[input], 2, 6),
            None => numbers::MISSING.to_owned(),
        };
        let style = if is_bias { theme.bias } else { theme.input };
        let here = app.spot == Spot::Input(input);
        let mut pen = context.pen(area);
        pen.text(0, y, &label, style);
        let shown = if here {
            style.patch(theme.pointer)
        } else {
            style
        };
        pen.text(10, y, &text::pad_left(&value, 6), shown);
        context.note(
            Rect {
                y: area.y + y,
                height: 1,
                ..area
            },
            Target::Spot(Spot::Input(input)),
        );
    }
}

fn draw_layer(context: &mut Context<'_>, area: Rect, layer: usize, flowing: &Flowing) {
    let app = context.app;
    let theme = *context.theme;
    let neurons = app.network().layer(layer).outputs;
    let is_last = layer + 1 == app.network().depth();
    let title = if is_last {
        context.say(words::OUTPUT).to_owned()
    } else {
        context.fill(
            words::LAYER,
            &[(layer + 1).to_string(), neurons.to_string()],
        )
    };
    context.pen(area).text(0, 0, &title, theme.muted);
    let room = area.height.saturating_sub(2);
    let first = first_shown(app, layer, neurons, room);
    let strongest = (0..neurons)
        .filter_map(|neuron| flowing.activation(layer, neuron))
        .fold(0.0_f64, |most, a| most.max(a.abs()));
    let mut y = 1;
    for neuron in first..neurons.min(first + usize::from(room)) {
        draw_neuron(context, area, y, layer, neuron, strongest, flowing);
        let row = Rect {
            y: area.y + y,
            height: 1,
            ..area
        };
        context.note(row, Target::Spot(Spot::Activation { layer, neuron }));
        y += 1;
    }
    let hidden = neurons.saturating_sub(usize::from(room));
    if hidden > 0 {
        let more = context.fill(words::MORE_ROWS, &[hidden.to_string()]);
        context.pen(area).text(0, y, &more, theme.muted);
    } else if is_last {
        draw_answer(context, area, y);
    }
}

/// The first neuron shown, so that the one under the pointer is in sight.
fn first_shown(app: &App, layer: usize, neurons: usize, room: u16) -> usize {
    let at = match app.spot {
        Spot::Weight {
            layer: l, neuron, ..
        }
        | Spot::Product {
            layer: l, neuron, ..
        }
        | Spot::Sum { layer: l, neuron }
        | Spot::Activation { layer: l, neuron }
            if l == layer =>
        {
            neuron
        }
        _ => 0,
    };
    crate::app::listing::fitted_top(0, at, usize::from(room), neurons)
}

fn draw_neuron(
    context: &mut Context<'_>,
    area: Rect,
    y: u16,
    layer: usize,
    neuron: usize,
    strongest: f64,
    flowing: &Flowing,
) {
    let app = context.app;
    let theme = *context.theme;
    let activation = app.network().layer(layer).activation;
    let z = flowing.sum(layer, neuron);
    let a = flowing.activation(layer, neuron);
    let off = activation == Activation::Relu && z.is_some_and(|z| z <= 0.0);
    let here = matches!(app.spot,
        Spot::Weight { layer: l, neuron: n, .. } | Spot::Product { layer: l, neuron: n, .. }
        | Spot::Sum { layer: l, neuron: n } | Spot::Activation { layer: l, neuron: n }
            if l == layer && n == neuron);
    let style = if off { theme.muted } else { theme.activation };
    let shown = if here {
        style.patch(theme.pointer)
    } else {
        style
    };
    let mut pen = context.pen(area);
    let shape = match activation {
        Activation::Relu | Activation::LeakyRelu if off => "▁▁",
        Activation::Relu | Activation::LeakyRelu => "▁╱",
        Activation::Tanh => "╭╯",
        Activation::Sigmoid => "σ ",
        Activation::Linear => "╱ ",
    };
    pen.text(0, y, shape, style);
    let value = match a {
        Some(_) if off => app.settings.say(words::OFF).to_owned(),
        Some(a) => numbers::fixed(a, 3, 7),
        None if flowing.trace.is_none() => numbers::MISSING.to_owned(),
        None => String::new(),
    };
    let end = pen.text(3, y, &text::pad_left(&value, 7), shown);
    let room = f64::from(area.width.saturating_sub(end + 3));
    if let Some(a) = a
        && strongest > 0.0
        && !off
    {
        let cells = (a.abs() / strongest * room.min(12.0)).round() as usize;
        let bar = if a < 0.0 { theme.minus } else { theme.plus };
        pen.text(end + 1, y, &"▪".repeat(cells), bar);
    }
}

fn draw_answer(context: &mut Context<'_>, area: Rect, y: u16) {
    let app = context.app;
    let theme = *context.theme;
    let live = app.shown.row(app.who);
    let Some(p) = live.p else { return };
    let style = if live.said { theme.lived } else { theme.died };
    let word = context.say(if live.said { words::LIVED } else { words::DIED });
    let mark = if live.right { "✓" } else { "✗" };
    let percent = format!("{:.0} %", p * 100.0);
    let mut pen = context.pen(area);
    pen.text(3, y + 1, &percent, style.bold());
    pen.text(3, y + 2, &format!("{word} {mark}"), style);
}
