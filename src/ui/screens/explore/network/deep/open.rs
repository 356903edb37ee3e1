//! One narrow hidden layer with every number on it, as the author drew his 2-3-1:
//!
//! ```text
//! ╭ Age 22 ╮ ⣀⡤⠤(× 0.976) −0.589╮  ╭ h1 off ─╮
//! │ −0.603 │⢶⠊⠁ (×−2.771)  0.000├─▸│ ▁▁  off │─(×−1.293)  0.000╮
//! ╰────────╯⠈⢯⠣⣄(×−1.020) −1.020╯  ╰─────────╯                 │
//! ```
//!
//! Each stack of pills is its neuron's sum, read downwards, its bias last.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::flowing::Flowing;
use super::{fan, neuron, output};
use crate::app::pointer::Spot;
use crate::app::{App, Target};
use crate::explain::names;
use crate::explain::numbers;
use crate::nn::Network;
use crate::ui::context::Context;
use crate::ui::text;

/// More neurons than this are drawn a row each.
pub const MOST_NEURONS: usize = 4;
const PILL: u16 = 9;
const PRODUCT: u16 = 7;
const BOX: u16 = 11;
/// Cells of a stack: pill, product, the line that gathers them, and the arrow.
const STACK: u16 = PILL + 1 + PRODUCT + 3;
/// Cells behind a neuron: its weight and the line to σ …
const OUT: u16 = 1 + PILL + 1;
/// … and, where there is room, its product.
const OUT_PRODUCT: u16 = PRODUCT + 1;
/// An input's box has room for its name and the list's value.
const LEAST_BOX: u16 = 12;
const LEAST_FAN: u16 = 5;
const MOST_FAN: u16 = 16;

/// Rows of a stack: its terms, or the box beside it.
fn stack(network: &Network) -> u16 {
    (network.layer(0).inputs as u16 + 1).max(3)
}

/// The rows the picture would like: a gap between stacks, and σ with its answer.
pub fn height(network: &Network) -> u16 {
    let neurons = network.layer(0).outputs as u16;
    (neurons * (stack(network) + 1) - 1).max(output::HEIGHT + 2)
}

fn boxes(app: &App) -> u16 {
    (0..=app.network().layer(0).inputs)
        .map(|input| text::width(&label(app, input)) as u16 + 4)
        .max()
        .unwrap_or(8)
        .max(8)
}

/// An input's name, with the list's own value where it is scaled.
fn label(app: &App, input: usize) -> String {
    let name = app.names().input(input);
    let Some(encoded) = app.run().encoder().inputs().get(input) else {
        return name;
    };
    match (encoded.scale(), encoded.raw(&app.passenger())) {
        (Some(_), Some(raw)) => format!("{name} {}", numbers::compact(raw, 5)),
        _ => name,
    }
}

/// Whether all of it can be drawn in the area.
pub fn fits(network: &Network, area: Rect) -> bool {
    let inputs = network.layer(0).inputs as u16 + 1;
    network.depth() == 2
        && network.layer(0).outputs <= MOST_NEURONS
        && network.layer(0).outputs as u16 * stack(network) <= area.height
        && inputs * 3 <= area.height
        && LEAST_BOX + LEAST_FAN + STACK + BOX + OUT + output::WIDTH <= area.width + 2
}

/// Draws it.
pub fn draw(context: &mut Context<'_>, inner: Rect, flowing: &Flowing) {
    let app = context.app;
    let network = app.network();
    let (inputs, neurons) = (network.layer(0).inputs, network.layer(0).outputs);
    let boxes = boxes(app);
    let spare = inner.width.saturating_sub(boxes + STACK + BOX + OUT + output::WIDTH);
    let shows_products = spare >= OUT_PRODUCT + LEAST_FAN;
    let out = OUT + if shows_products { OUT_PRODUCT } else { 0 };
    let spare = spare.saturating_sub(out - OUT);
    let fan_width = spare.min(MOST_FAN);
    let left = (spare - fan_width) / 2;
    let inner = Rect { x: inner.x + left, width: inner.width - left, ..inner };
    let pitch = (inner.height / neurons as u16).min(stack(network) + 1);
    let top = (inner.height - (pitch * neurons as u16).min(inner.height)) / 2;
    let stack_row = |neuron: usize, term: usize| top + neuron as u16 * pitch + term as u16;
    let input_pitch = (inner.height / (inputs as u16 + 1)).min(5);
    let input_top = (inner.height - input_pitch * (inputs as u16 + 1)) / 2;
    let input_row = |input: usize| input_top + input as u16 * input_pitch + input_pitch / 2;

    let strands = (0..neurons)
        .flat_map(|neuron| (0..=inputs).map(move |input| (neuron, input)))
        .map(|(neuron, input)| fan::Strand {
            from: input_row(input),
            to: stack_row(neuron, input),
            weight: weight(network, 0, neuron, input),
            product: flowing.product(app, 0, neuron, input),
        })
        .collect();
    let fan_area = Rect { x: inner.x + boxes, width: fan_width, ..inner };
    fan::draw(context, fan_area, strands, usize::MAX);
    for input in 0..=inputs {
        draw_input(context, inner, boxes, input_row(input), input, flowing);
    }
    let stacks = boxes + fan_width;
    for index in 0..neurons {
        for term in 0..=inputs {
            draw_term(context, inner, stacks, stack_row(index, term), (index, term), flowing);
        }
        let rows = (stack_row(index, 0), stack_row(index, inputs));
        draw_neuron(context, inner, stacks + PILL + 1 + PRODUCT, rows, index, flowing);
    }
    let middles: Vec<u16> = (0..neurons).map(|index| stack_row(index, 0).midpoint(stack_row(index, inputs))).collect();
    let middle = middles[0].midpoint(middles[neurons - 1]).clamp(2, inner.height.saturating_sub(5).max(2));
    let after = stacks + STACK + BOX;
    draw_out(context, inner, (after, out), &middles, middle, flowing);
    let x = inner.x + after + out;
    let area = Rect { x, width: output::WIDTH, ..inner };
    output::draw(context, area, middle, flowing);
}

fn weight(network: &Network, layer: usize, neuron: usize, input: usize) -> f64 {
    let weights = network.layer(layer);
    if input == weights.inputs { weights.biases[neuron] } else { weights.weight(neuron, input) }
}

fn draw_input(context: &mut Context<'_>, inner: Rect, width: u16, row: u16, input: usize, flowing: &Flowing) {
    let app = context.app;
    let theme = *context.theme;
    let is_bias = input == app.network().layer(0).inputs;
    let value = match &flowing.trace {
        _ if is_bias => "+1".to_owned(),
        Some(trace) if app.run().encoder().inputs()[input].scale().is_some() => {
            numbers::fixed(trace.inputs[input], 3, 6)
        }
        Some(trace) => numbers::compact(trace.inputs[input], 6),
        None => "?".to_owned(),
    };
    let style = if is_bias { theme.bias } else { theme.input };
    let spot = Spot::Input(input);
    let shown = if app.spot() == spot { style.patch(theme.pointer) } else { style };
    let cells = usize::from(width);
    let label = label(app, input);
    let mut pen = context.pen(inner);
    let rule = "─".repeat(cells.saturating_sub(text::width(&label) + 4));
    pen.text(0, row - 1, &format!("╭ {label} {rule}╮"), style);
    pen.text(0, row, "│", style);
    pen.text(1, row, &text::pad_left(&value, cells - 3), shown);
    pen.text(width - 2, row, " │", style);
    pen.text(0, row + 1, &format!("╰{}╯", "─".repeat(cells - 2)), style);
    let area = Rect { x: inner.x, y: inner.y + row - 1, width, height: 3 };
    context.note(area, Target::Spot(spot));
}

/// One pill and its product, in front of the neuron that receives it.
fn draw_term(
    context: &mut Context<'_>,
    inner: Rect,
    x: u16,
    row: u16,
    (neuron, input): (usize, usize),
    flowing: &Flowing,
) {
    let app = context.app;
    let theme = *context.theme;
    let layer = 0;
    let is_bias = input == app.network().layer(0).inputs;
    let role = if is_bias { theme.bias } else { theme.weight };
    let weight = weight(app.network(), layer, neuron, input);
    pill(context, inner, (x, row), weight, Spot::Weight { layer, neuron, input }, role);
    let product = flowing.product(app, layer, neuron, input);
    let spot = Spot::Product { layer, neuron, input };
    draw_product(context, inner, (x + PILL + 1, row), product, spot);
}

fn pill(context: &mut Context<'_>, inner: Rect, (x, y): (u16, u16), weight: f64, spot: Spot, role: Style) {
    let here = context.app.spot() == spot;
    let number = numbers::fixed(weight, 3, usize::from(PILL) - 3);
    let (text, style) = if here {
        (format!("[×{number}]"), role.patch(context.theme.pointer))
    } else {
        (format!("(×{number})"), role)
    };
    context.pen(inner).text(x, y, &text, style);
    let area = Rect { x: inner.x + x, y: inner.y + y, width: PILL, height: 1 };
    context.note(area, Target::Spot(spot));
}

fn draw_product(context: &mut Context<'_>, inner: Rect, (x, y): (u16, u16), product: Option<f64>, spot: Spot) {
    let style = context.theme.push(product);
    let here = context.app.spot() == spot;
    let style = if here { style.patch(context.theme.pointer) } else { style };
    let number = product.map_or(String::new(), |product| numbers::fixed(product, 3, usize::from(PRODUCT)));
    context.pen(inner).text(x, y, &number, style);
    let area = Rect { x: inner.x + x, y: inner.y + y, width: PRODUCT, height: 1 };
    context.note(area, Target::Spot(spot));
}

/// The line that gathers a stack, and the neuron's box beside it.
fn draw_neuron(
    context: &mut Context<'_>,
    inner: Rect,
    x: u16,
    (first, last): (u16, u16),
    index: usize,
    flowing: &Flowing,
) {
    let app = context.app;
    let theme = *context.theme;
    let largest = neuron::largest(app, flowing, 0);
    let face = neuron::Face::of(app, &theme, flowing, (0, index), largest, 6);
    let name = names::neuron(app.network(), 0, index);
    let middle = first.midpoint(last);
    let gather = theme.push(flowing.sum(0, index));
    let here = neuron::is_under_pointer(app, 0, index);
    let shown = if here { face.style.patch(theme.pointer) } else { face.style };
    let mut pen = context.pen(inner);
    for row in first..=last {
        let glyph = if row == middle {
            "├─▸"
        } else if row == first {
            "╮"
        } else if row == last {
            "╯"
        } else {
            "┤"
        };
        pen.text(x, row, glyph, gather);
    }
    let left = x + 3;
    let rule = "─".repeat(usize::from(BOX) - 4 - text::width(&name));
    pen.text(left, middle.saturating_sub(1), &format!("╭ {name} {rule}╮"), face.style);
    pen.text(left, middle, "│", face.style);
    pen.text(left + 1, middle, &format!("{} ", face.shape), face.style);
    pen.text(left + 4, middle, &text::pad_left(&face.value, 6), shown);
    pen.text(left + BOX - 1, middle, if face.off { "│" } else { "├" }, face.style);
    pen.text(left, middle + 1, &format!("╰{}╯", "─".repeat(usize::from(BOX) - 2)), face.style);
    let spot = Spot::Activation { layer: 0, neuron: index };
    let area = Rect { x: inner.x + left, y: inner.y + middle.saturating_sub(1), width: BOX, height: 3 };
    context.note(area, Target::Spot(spot));
}

/// The weights from the neurons to σ, their products, and the line that gathers them; the bias below.
fn draw_out(
    context: &mut Context<'_>,
    inner: Rect,
    (x, width): (u16, u16),
    middles: &[u16],
    middle: u16,
    flowing: &Flowing,
) {
    let app = context.app;
    let theme = *context.theme;
    let neurons = middles.len();
    let bias_row = middles[neurons - 1] + 1;
    let collector = x + width - 1;
    for (input, &row) in middles.iter().chain([&bias_row]).enumerate() {
        let is_bias = input == neurons;
        let product = flowing.product(app, 1, 0, input);
        let style = theme.push(product);
        let role = if is_bias { theme.bias } else { theme.weight };
        if !is_bias {
            context.pen(inner).text(x, row, "─", style);
        }
        let spot = Spot::Weight { layer: 1, neuron: 0, input };
        pill(context, inner, (x + 1, row), weight(app.network(), 1, 0, input), spot, role);
        if width > OUT {
            let spot = Spot::Product { layer: 1, neuron: 0, input };
            draw_product(context, inner, (x + 1 + PILL + 1, row), product, spot);
        }
    }
    let (top, bottom) = (middles[0].min(middle), bias_row.max(middle));
    let style = theme.muted;
    let mut pen = context.pen(inner);
    for row in top..=bottom {
        let joins = middles.contains(&row) || row == bias_row;
        let glyph = match (row, joins) {
            (row, true) if row == top && row == middle => "┬",
            (row, _) if row == top => "╮",
            (row, _) if row == bottom => "╯",
            (row, true) if row == middle => "┼",
            (row, false) if row == middle => "├",
            (_, true) => "┤",
            (_, false) => "│",
        };
        pen.text(collector, row, glyph, style);
    }
}
