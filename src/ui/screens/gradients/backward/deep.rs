//! A network with hidden layers, read from right to left: σ sends δ back along the weights, each neuron
//! lets through what its slope allows, and the lines carry the gradient of their weight. A layer with
//! more neurons than rows is folded to one glyph a neuron, as high as its δ.

use ratatui::layout::Rect;

use super::super::super::explore::fan;
use super::super::figures;
use super::{Back, fate, parameter};
use crate::app::gradients::Stage;
use crate::app::pointer::Spot;
use crate::app::words::{gradients as words, network};
use crate::app::{App, Target};
use crate::nn::{Activation, Parameter};
use crate::ui::context::Context;
use crate::ui::{describe, numbers, text};

/// Cells of an input: name and value.
const INPUT: u16 = 17;
/// Cells of an open neuron: shape, arrow, δ.
const OPEN: u16 = 14;
/// Cells of σ with p, y and the loss.
const OUTPUT: u16 = 12;
const LEAST_FAN: u16 = 5;
const MOST_FAN: u16 = 16;
/// Of more lines than this between two layers only the strongest are drawn.
const CROWD: usize = 27;
const STRONGEST: usize = 10;
/// Heights of a folded neuron.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Where a column stands: the inputs, or a layer.
struct Column {
    x: u16,
    width: u16,
    count: usize,
    /// Neurons in each row; 1 when it is open.
    per_row: usize,
    top: u16,
    pitch: u16,
    rows: usize,
}

impl Column {
    fn new(x: u16, width: u16, count: usize, per_row: usize, height: u16) -> Self {
        let room = height.saturating_sub(2).max(1);
        let used = (count.div_ceil(per_row) as u16).clamp(1, room);
        let pitch = (room / used).clamp(1, 3);
        let top = 1 + room.saturating_sub((used - 1) * pitch + 1) / 2;
        Self {
            x,
            width,
            count,
            per_row,
            top,
            pitch,
            rows: usize::from(used),
        }
    }

    fn row(&self, place: usize) -> u16 {
        self.top + (place / self.per_row).min(self.rows - 1) as u16 * self.pitch
    }

    const fn is_open(&self) -> bool {
        self.width >= OPEN
    }
}

/// The inputs, the hidden layers, and where σ stands.
struct Plan {
    columns: Vec<Column>,
    fan: u16,
    output: u16,
}

impl Plan {
    fn of(app: &App, area: Rect) -> Self {
        let shape = app.network().shape();
        let hidden = shape.hidden();
        let rows = usize::from(area.height.saturating_sub(2)).max(1);
        let fans = hidden.len() as u16 + 1;
        let room = area.width.saturating_sub(INPUT + OUTPUT + fans * LEAST_FAN);
        let focus = match app.spot.parameter(app.network()) {
            Parameter::Weight { layer, .. } | Parameter::Bias { layer, .. } => {
                layer.min(hidden.len() - 1)
            }
        };
        let mut widths: Vec<(u16, usize)> = hidden
            .iter()
            .map(|&neurons| match neurons.div_ceil(rows) {
                1 => (OPEN, 1),
                per_row => (per_row as u16 * 2, per_row),
            })
            .collect();
        let total = |widths: &[(u16, usize)]| widths.iter().map(|&(width, _)| width).sum::<u16>();
        // Where they do not all fit, digits of the layers not pointed at go.
        for layer in 0..widths.len() {
            if total(&widths) > room && layer != focus && widths[layer].0 == OPEN {
                widths[layer].0 = 2;
            }
        }
        let spare = room.saturating_sub(total(&widths));
        let fan = (LEAST_FAN + spare / fans).min(MOST_FAN);
        let mut columns = vec![Column::new(0, INPUT, shape.inputs() + 1, 1, area.height)];
        let mut x = INPUT;
        for (&(width, per_row), &neurons) in widths.iter().zip(hidden) {
            x += fan;
            columns.push(Column::new(x, width, neurons, per_row, area.height));
            x += width;
        }
        Self {
            columns,
            fan,
            output: x + fan,
        }
    }
}

/// Draws it, with a last line that says what is not drawn.
pub fn draw(context: &mut Context<'_>, inner: Rect, back: &Back<'_>) {
    let app = context.app;
    let inner = Rect {
        x: inner.x + 1,
        width: inner.width.saturating_sub(1),
        ..inner
    };
    if inner.height < 6 {
        return;
    }
    let plan = Plan::of(app, inner);
    let middle = (inner.height / 2).clamp(2, inner.height.saturating_sub(4).max(2));
    let drawn = draw_fans(context, inner, &plan, middle, back);
    draw_inputs(context, inner, &plan.columns[0], back);
    for (layer, column) in plan.columns[1..].iter().enumerate() {
        draw_layer(context, inner, column, layer, back);
    }
    draw_output(context, inner, plan.output, middle, back);
    draw_foot(context, inner, &drawn);
}

/// The lines between the columns, in the hue of their gradient; returns how many of how many.
fn draw_fans(
    context: &mut Context<'_>,
    inner: Rect,
    plan: &Plan,
    middle: u16,
    back: &Back<'_>,
) -> Vec<(usize, usize)> {
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
                to: plan
                    .columns
                    .get(layer + 1)
                    .map_or(middle, |column| column.row(neuron)),
                weight: back.weight(layer, neuron, input),
                product: back.gradient(layer, neuron, input),
            })
            .collect();
        let area = Rect {
            x: inner.x + from.x + from.width,
            width: plan.fan,
            ..inner
        };
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
        let here = matches!(
            app.spot.parameter(app.network()),
            Parameter::Weight { layer: 0, input: at, .. } if at == input
        );
        let shown = if here {
            style.patch(theme.pointer)
        } else {
            style
        };
        let mut pen = context.pen(inner);
        pen.text(0, y, &text::cut(&describe::input(app, input), 9), style);
        pen.text(10, y, &text::pad_left(&value, 6), shown);
        let neuron = match app.spot.parameter(app.network()) {
            Parameter::Weight {
                layer: 0, neuron, ..
            }
            | Parameter::Bias { layer: 0, neuron } => neuron,
            _ => 0,
        };
        let area = Rect {
            x: inner.x,
            y: inner.y + y,
            width: INPUT - 1,
            height: 1,
        };
        let spot = Spot::of(parameter(app, 0, neuron, input), app.network());
        context.note(area, Target::Spot(spot));
    }
}

fn draw_layer(
    context: &mut Context<'_>,
    inner: Rect,
    column: &Column,
    layer: usize,
    back: &Back<'_>,
) {
    let app = context.app;
    let theme = *context.theme;
    let title = if column.is_open() {
        let values = [(layer + 1).to_string(), column.count.to_string()];
        context.fill(network::LAYER, &values)
    } else {
        column.count.to_string()
    };
    context.pen(inner).text(column.x, 0, &title, theme.muted);
    let largest = (0..column.count)
        .filter_map(|neuron| back.delta(layer, neuron))
        .fold(0.0, |most: f64, delta| most.max(delta.abs()));
    let pointed = app.spot.parameter(app.network());
    for neuron in 0..column.count {
        let y = column.row(neuron);
        let face = Face::of(back, layer, neuron);
        let hue = match face.delta {
            _ if face.is_shut => theme.muted,
            Some(delta) => theme.push(Some(delta)),
            None => theme.activation,
        };
        let feeds = matches!(pointed,
            Parameter::Weight { layer: l, neuron: n, .. } if l == layer && n == neuron);
        let here = pointed == Parameter::Bias { layer, neuron };
        let leaves = matches!(pointed,
            Parameter::Weight { layer: l, input, .. } if l == layer + 1 && input == neuron);
        let style = if here || leaves {
            hue.patch(theme.pointer)
        } else {
            hue
        };
        let mut pen = context.pen(inner);
        let (x, width) = if column.is_open() {
            if feeds {
                pen.text(column.x - 1, y, "◂", theme.now.bold());
            }
            pen.text(column.x, y, face.shape, theme.muted);
            let value = face.value(app, usize::from(OPEN) - 4);
            pen.text(column.x + 3, y, &value, style);
            (column.x, column.width)
        } else {
            let x = column.x + (neuron % column.per_row) as u16 * 2;
            let share = match face.delta {
                Some(delta) if largest > 0.0 => delta.abs() / largest,
                _ => 0.0,
            };
            let glyph = match face.delta {
                _ if face.is_shut => "·",
                None => " ",
                Some(_) => BLOCKS[((share * 7.0).round() as usize).min(7)],
            };
            let mark = if feeds {
                style.patch(theme.pointer)
            } else {
                style
            };
            pen.text(x, y, glyph, mark);
            (x, 2)
        };
        let area = Rect {
            x: inner.x + x,
            y: inner.y + y,
            width,
            height: 1,
        };
        let spot = Spot::of(Parameter::Bias { layer, neuron }, app.network());
        context.note(area, Target::Spot(spot));
    }
}

/// What is drawn of a neuron.
struct Face {
    shape: &'static str,
    /// δ, once it is reached.
    delta: Option<f64>,
    /// The activation, before δ is reached.
    activation: Option<f64>,
    /// Whether it is off for this person, so that δ stops.
    is_shut: bool,
}

impl Face {
    fn of(back: &Back<'_>, layer: usize, neuron: usize) -> Self {
        let activation = back.app.network().layer(layer).activation;
        let seen = back.trace.map(|trace| &trace.layers[layer]);
        let (z, a) = (
            seen.map(|seen| seen.z[neuron]),
            seen.map(|seen| seen.a[neuron]),
        );
        let flat = z.is_some_and(|z| z <= 0.0);
        let shape = match activation {
            Activation::Relu | Activation::LeakyRelu if flat => "▁▁",
            Activation::Relu | Activation::LeakyRelu => "▁╱",
            Activation::Tanh => "╭╯",
            Activation::Sigmoid => "σ ",
            Activation::Linear => "╱ ",
        };
        Self {
            shape,
            delta: back.delta(layer, neuron),
            activation: a.filter(|_| !back.app.gradients.shows(Stage::Delta)),
            is_shut: activation == Activation::Relu && flat,
        }
    }

    fn value(&self, app: &App, width: usize) -> String {
        match (self.delta, self.activation) {
            (Some(_), _) if self.is_shut => {
                let off = app.settings.say(words::OFF);
                text::pad_left(&format!("{off} 0"), width)
            }
            (Some(delta), _) => figures::flow(delta, width),
            (None, Some(a)) => numbers::fixed(a, 6, width),
            (None, None) => " ".repeat(width),
        }
    }
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
        let here = app.spot.parameter(app.network())
            == Parameter::Bias {
                layer: last,
                neuron: 0,
            };
        let style = if here { hue.patch(theme.pointer) } else { hue };
        pen.text(x + 5, middle, "◂", hue);
        pen.text(x, middle + 2, "δ", hue);
        pen.text(
            x + 2,
            middle + 2,
            figures::flow(delta, 9).trim_start(),
            style,
        );
    }
    if let Some(fate) = fate(back) {
        pen.text(x, middle + 3, &format!("y {fate}"), theme.text);
    }
    if let Some(loss) = back.loss() {
        let loss = format!("L {}", figures::plain(loss, 8).trim_start());
        pen.text(x, middle + 4, &loss, theme.text);
    }
    let area = Rect {
        x: inner.x + x,
        y: inner.y + middle - 1,
        width: OUTPUT.min(inner.width.saturating_sub(x)),
        height: 4,
    };
    let spot = Spot::of(
        Parameter::Bias {
            layer: last,
            neuron: 0,
        },
        app.network(),
    );
    context.note(area, Target::Spot(spot));
}

fn draw_foot(context: &mut Context<'_>, inner: Rect, drawn: &[(usize, usize)]) {
    if !context.app.gradients.shows(Stage::Gradient)
        || drawn.iter().all(|(shown, all)| shown == all)
    {
        return;
    }
    let theme = *context.theme;
    let counts: Vec<String> = drawn
        .iter()
        .map(|(shown, all)| format!("{shown}/{all}"))
        .collect();
    let sentence = context.fill(words::STRONGEST, &[counts.join(", ")]);
    let shown = text::cut(&sentence, usize::from(inner.width)).into_owned();
    let y = inner.height - 1;
    context.pen(inner).text(0, y, &shown, theme.muted);
}
