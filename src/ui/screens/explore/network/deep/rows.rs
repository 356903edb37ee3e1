//! A deep network with a row a neuron and the strongest lines between the layers; a layer with more
//! neurons than rows is folded to one glyph a neuron, as high as its activation.

use ratatui::layout::Rect;

use super::super::flowing::Flowing;
use super::{fan, neuron, output};
use crate::app::pointer::Spot;
use crate::app::{App, Target};
use crate::explain::names;
use crate::explain::numbers;
use crate::explain::words::network as words;
use crate::nn::Network;
use crate::ui::context::Context;
use crate::ui::text;

/// Cells of an input: its name and the value that goes in.
const INPUT: u16 = 17;
/// Cells of an open neuron: shape, value, bar.
const OPEN: u16 = 17;
/// Cells of a neuron without its bar.
const LEAST_OPEN: u16 = 10;
/// Cells of a layer's pill and product towards σ.
const PILLS: u16 = 9 + 9;
const LEAST_FAN: u16 = 5;
/// The narrowest picture in which the last layer keeps its pills.
const LEAST_WITH_PILLS: u16 = INPUT + LEAST_FAN + LEAST_OPEN + PILLS + 1 + output::WIDTH;
const MOST_FAN: u16 = 14;
/// Of more lines than this between two layers only the strongest are drawn …
const CROWD: usize = 27;
/// … namely this many.
const STRONGEST: usize = 10;
/// Heights of a folded neuron.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The rows that show every neuron: a heading, the widest column, what is not drawn.
pub fn height(network: &Network) -> u16 {
    let inputs = network.layer(0).inputs + 1;
    let widest = network.layers().map(|layer| layer.outputs).max().unwrap_or(1).max(inputs);
    (widest.min(16) as u16 + 2).max(output::HEIGHT + 2)
}

/// A layer's place in the picture.
struct Column {
    x: u16,
    width: u16,
    /// Neurons in each row; 1 when it is open.
    per_row: usize,
    /// The first neuron's row.
    top: u16,
    /// Rows from one to the next: few neurons stand apart, so that their lines can be told apart.
    pitch: u16,
    /// Rows there are; what comes after gathers in the last.
    rows: usize,
}

impl Column {
    fn row(&self, neuron: usize) -> u16 {
        self.top + (neuron / self.per_row).min(self.rows - 1) as u16 * self.pitch
    }

    fn is_open(&self) -> bool {
        self.per_row == 1 && self.width >= LEAST_OPEN
    }
}

/// Where everything stands.
struct Plan {
    inputs: Column,
    layers: Vec<Column>,
    fan: u16,
    /// Whether each neuron of the last hidden layer shows its weight and product towards σ.
    pills: bool,
    output: u16,
}

impl Plan {
    fn of(app: &App, area: Rect) -> Self {
        let network = app.network();
        let hidden = network.depth() - 1;
        let rows = usize::from(area.height.saturating_sub(2)).max(1);
        let pills = hidden == 1 && network.layer(0).outputs <= rows && area.width >= LEAST_WITH_PILLS;
        let fans = hidden as u16 + u16::from(!pills);
        let right = output::WIDTH + if pills { PILLS + 1 } else { 0 };
        let room = area.width.saturating_sub(INPUT + right + fans * LEAST_FAN);
        let focus = app.spot().neuron().map_or(0, |(layer, _)| layer).min(hidden - 1);
        let mut widths: Vec<(u16, usize)> = (0..hidden)
            .map(|layer| {
                let neurons = network.layer(layer).outputs;
                let per_row = neurons.div_ceil(rows);
                if per_row == 1 { (OPEN, 1) } else { (per_row as u16 * 2, per_row) }
            })
            .collect();
        // Where they do not all fit, bars go first, then digits of the layers not pointed at.
        let total = |widths: &[(u16, usize)]| widths.iter().map(|&(width, _)| width).sum::<u16>();
        if total(&widths) > room {
            for (width, per_row) in &mut widths {
                if *per_row == 1 {
                    *width = LEAST_OPEN;
                }
            }
        }
        for (layer, (width, _)) in widths.clone().into_iter().enumerate() {
            if total(&widths) > room && layer != focus && width >= LEAST_OPEN {
                widths[layer].0 = 2;
            }
        }
        let spare = room.saturating_sub(total(&widths));
        let fan = (LEAST_FAN + spare / fans.max(1)).min(MOST_FAN);
        let place = |x: u16, width: u16, units: usize, per_row: usize| {
            let used = units.div_ceil(per_row) as u16;
            let height = area.height.saturating_sub(2);
            let pitch = (height / used.max(1)).clamp(1, 3);
            let top = 1 + height.saturating_sub((used - 1) * pitch + 1) / 2;
            Column { x, width, per_row, top, pitch, rows: usize::from(used) }
        };
        let count = network.layer(0).inputs + 1;
        // Inputs keep a row each as long as the panel has rows at all, also the headings' row.
        let height = usize::from(area.height.saturating_sub(1)).max(1);
        let inputs = if count <= rows {
            place(0, INPUT, count, 1)
        } else {
            Column { x: 0, width: INPUT, per_row: 1, top: 0, pitch: 1, rows: height }
        };
        let mut x = INPUT;
        let mut layers = Vec::new();
        for (layer, (width, per_row)) in widths.into_iter().enumerate() {
            x += fan;
            layers.push(place(x, width, network.layer(layer).outputs, per_row));
            x += width;
        }
        x += if pills { PILLS + 1 } else { fan };
        Self { inputs, layers, fan, pills, output: x }
    }
}

/// Draws it, with a last line that says what is not drawn.
pub fn draw(context: &mut Context<'_>, inner: Rect, flowing: &Flowing) {
    let app = context.app;
    let plan = Plan::of(app, inner);
    let middle = (inner.height / 2).clamp(2, inner.height.saturating_sub(5).max(2));
    let mut drawn = Vec::new();
    let hidden = plan.layers.len();
    for layer in 0..hidden {
        let (from, x) = match layer {
            0 => (&plan.inputs, INPUT),
            _ => (&plan.layers[layer - 1], plan.layers[layer - 1].x + plan.layers[layer - 1].width),
        };
        let to = &plan.layers[layer];
        let area = Rect { x: inner.x + x, width: plan.fan, ..inner };
        let weights = app.network().layer(layer);
        let sources = if layer == 0 { weights.inputs + 1 } else { weights.inputs };
        let strands: Vec<_> = (0..weights.outputs)
            .flat_map(|neuron| (0..sources).map(move |input| (neuron, input)))
            .map(|(neuron, input)| fan::Strand {
                from: from.row(input),
                to: to.row(neuron),
                weight: weights.weights_of(neuron).get(input).copied().unwrap_or(weights.biases[neuron]),
                product: flowing.product(app, layer, neuron, input),
            })
            .collect();
        drawn.push(fan_of(context, area, strands));
    }
    if !plan.pills {
        let last = &plan.layers[hidden - 1];
        let area = Rect { x: inner.x + last.x + last.width, width: plan.fan, ..inner };
        let weights = app.network().layer(hidden);
        let strands = (0..weights.inputs)
            .map(|input| fan::Strand {
                from: last.row(input),
                to: middle,
                weight: weights.weight(0, input),
                product: flowing.product(app, hidden, 0, input),
            })
            .collect();
        drawn.push(fan_of(context, area, strands));
    }
    draw_inputs(context, inner, &plan.inputs, flowing);
    for (layer, column) in plan.layers.iter().enumerate() {
        draw_layer(context, inner, column, layer, flowing);
    }
    if plan.pills {
        draw_pills(context, inner, &plan, middle, flowing);
    }
    let area = Rect { x: inner.x + plan.output, width: inner.width.saturating_sub(plan.output), ..inner };
    output::draw(context, area, middle, flowing);
    draw_foot(context, inner, &drawn);
}

/// Draws the strands and returns how many of how many.
fn fan_of(context: &mut Context<'_>, area: Rect, strands: Vec<fan::Strand>) -> (usize, usize) {
    let all = strands.len();
    let most = if all > CROWD { STRONGEST } else { all };
    (fan::draw(context, area, strands, most), all)
}

fn draw_foot(context: &mut Context<'_>, inner: Rect, drawn: &[(usize, usize)]) {
    let theme = *context.theme;
    let mut parts = Vec::new();
    if let Some((layer, neuron)) = context.app.spot().neuron()
        && layer + 1 < context.app.network().depth()
        && let Some(state) = context.app.shown().neuron(layer, neuron)
    {
        let name = names::neuron(context.app.network(), layer, neuron);
        parts.push(context.fill(words::ON_FOR, &[name, state.on_rows.to_string(), state.rows.to_string()]));
    }
    if drawn.iter().any(|(shown, all)| shown < all) {
        let counts: Vec<String> = drawn.iter().map(|(shown, all)| format!("{shown}/{all}")).collect();
        parts.push(context.fill(words::STRONGEST_LINES, &[counts.join(", ")]));
    }
    // Whole parts only, the later ones first to stay.
    let ends = (0..parts.len()).map(|from| parts[from..].join(" · "));
    let fits = |words: &String| text::width(words) <= usize::from(inner.width);
    let sentence = ends.into_iter().find(fits).unwrap_or_default();
    let y = inner.height.saturating_sub(1);
    context.pen(inner).text(0, y, &sentence, theme.muted);
}

fn draw_inputs(context: &mut Context<'_>, inner: Rect, column: &Column, flowing: &Flowing) {
    let app = context.app;
    let theme = *context.theme;
    let count = app.network().layer(0).inputs;
    if column.top > 0 {
        let title = context.say(words::INPUTS);
        context.pen(inner).text(0, 0, title, theme.muted);
    }
    let folded = (count + 1).saturating_sub(column.rows);
    for input in 0..=count {
        let y = column.row(input);
        if folded > 0 && input + 1 >= column.rows {
            let more = context.fill(words::MORE_ROWS, &[(folded + 1).to_string()]);
            context.pen(inner).text(0, y, &more, theme.muted);
            break;
        }
        let is_bias = input == count;
        let value = match &flowing.trace {
            _ if is_bias => "+1".to_owned(),
            Some(trace) => numbers::fixed(trace.inputs[input], 2, 6).trim().to_owned(),
            None => "?".to_owned(),
        };
        let style = if is_bias { theme.bias } else { theme.input };
        let spot = Spot::Input(input);
        let shown = if app.spot() == spot { style.patch(theme.pointer) } else { style };
        let label = label(app, input);
        let mut pen = context.pen(inner);
        pen.text(0, y, &text::cut(&label, 9), style);
        pen.text(10, y, &text::pad_left(&value, 6), shown);
        let area = Rect { x: inner.x, y: inner.y + y, width: INPUT - 1, height: 1 };
        context.note(area, Target::Spot(spot));
    }
}

/// An input's name, with the list's own value where there is room for it.
fn label(app: &App, input: usize) -> String {
    let name = app.names().input(input);
    let Some(encoded) = app.run().encoder().inputs().get(input) else {
        return name;
    };
    let raw = encoded.raw(&app.passenger()).filter(|_| encoded.scale().is_some());
    match raw.map(|raw| format!("{name} {}", numbers::compact(raw, 5))) {
        Some(both) if text::width(&both) <= 9 => both,
        _ => name,
    }
}

fn draw_layer(context: &mut Context<'_>, inner: Rect, column: &Column, layer: usize, flowing: &Flowing) {
    let app = context.app;
    let theme = *context.theme;
    let neurons = app.network().layer(layer).outputs;
    let largest = neuron::largest(app, flowing, layer);
    let title = if column.is_open() {
        context.fill(words::LAYER, &[(layer + 1).to_string(), neurons.to_string()])
    } else {
        neurons.to_string()
    };
    context.pen(inner).text(column.x, 0, &title, theme.muted);
    for index in 0..neurons {
        let y = column.row(index);
        let face = neuron::Face::of(app, &theme, flowing, (layer, index), largest, 6);
        let here = neuron::is_under_pointer(app, layer, index);
        if neuron::receives_pointer(app, layer, index) {
            // The line itself is too thin to be lit: its end is.
            let mut pen = context.pen(inner);
            pen.text(column.x - 1, y, "▸", theme.now.bold());
        }
        let shown = if here { face.style.patch(theme.pointer) } else { face.style };
        let mut pen = context.pen(inner);
        let (x, width) = if column.is_open() {
            pen.text(column.x, y, face.shape, face.style);
            pen.text(column.x + 3, y, &text::pad_left(&face.value, 6), shown);
            let room = column.width.saturating_sub(LEAST_OPEN);
            if !face.off {
                let bar = if face.negative { theme.minus } else { theme.plus };
                let cells = (face.share * f64::from(room)).round() as usize;
                pen.text(column.x + LEAST_OPEN, y, &"▪".repeat(cells), bar);
            }
            (column.x, column.width)
        } else {
            let x = column.x + (index % column.per_row) as u16 * 2;
            let height = (face.share * 7.0).round() as usize;
            let glyph = if face.off { "·" } else { BLOCKS[height.min(7)] };
            pen.text(x, y, glyph, shown);
            (x, 2)
        };
        let area = Rect { x: inner.x + x, y: inner.y + y, width, height: 1 };
        context.note(area, Target::Spot(Spot::Activation { layer, neuron: index }));
    }
}

/// The weight of each neuron towards σ and its product, gathered by one line.
fn draw_pills(context: &mut Context<'_>, inner: Rect, plan: &Plan, middle: u16, flowing: &Flowing) {
    let app = context.app;
    let theme = *context.theme;
    let last = plan.layers.len() - 1;
    let column = &plan.layers[last];
    let layer = last + 1;
    let weights = app.network().layer(layer);
    let x = column.x + column.width;
    let collector = x + PILLS;
    let mut rows = Vec::new();
    for input in 0..weights.inputs {
        let y = column.row(input);
        rows.push(y);
        let spot = Spot::Weight { layer, neuron: 0, input };
        let here = app.spot() == spot;
        let number = numbers::fixed(weights.weight(0, input), 3, 6);
        let pill = if here { format!("[×{number}]") } else { format!("(×{number})") };
        let style = if here { theme.weight.patch(theme.pointer) } else { theme.weight };
        let product = flowing.product(app, layer, 0, input);
        let push = theme.push(product);
        let spot_of_product = Spot::Product { layer, neuron: 0, input };
        let shown = if app.spot() == spot_of_product { push.patch(theme.pointer) } else { push };
        let text = product.map_or(String::new(), |product| numbers::fixed(product, 3, 7));
        let mut pen = context.pen(inner);
        pen.text(x, y, &pill, style);
        pen.text(x + 10, y, &text, shown);
        let row = |x: u16, width: u16| Rect { x: inner.x + x, y: inner.y + y, width, height: 1 };
        context.note(row(x, 9), Target::Spot(spot));
        context.note(row(x + 10, 7), Target::Spot(spot_of_product));
    }
    let (top, bottom) = (rows[0].min(middle), rows[rows.len() - 1].max(middle));
    let mut pen = context.pen(inner);
    for y in top..=bottom {
        let glyph = match (y, rows.contains(&y)) {
            (y, true) if y == middle => "┼",
            (y, false) if y == middle => "├",
            (y, _) if y == top => "╮",
            (y, _) if y == bottom => "╯",
            (_, true) => "┤",
            (_, false) => "│",
        };
        pen.text(collector, y, glyph, theme.muted);
    }
}
