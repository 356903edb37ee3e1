//! One narrow hidden layer with every number on it, as the author drew his 2-3-1:
//!
//! ```text
//! ╭ Age 22 ╮ ⣀⡤⠤(× 0.976) −0.589╮  ╭ h1 ─────╮
//! │ −0.603 ├⢶⠊⠁ (×−2.771)  0.000├─▸│ ▁▁  off ├─(×−1.293)  0.000╮
//! ╰────────╯⠈⢯⠣⣄(×−1.020) −1.020╯  ╰─────────╯                 │
//! ```
//!
//! Each stack of pills is its neuron's sum, read downwards, its bias last; backwards it is what every
//! parameter gets of the neuron's δ.

use ratatui::layout::Rect;

use super::cells::{BOX, BOX_ROWS, CURVE, Cells, FLOW, MOST_MAP, OUTPUT, OUTPUT_ROWS, PILL, SHAPE};
use super::model::Way;
use crate::app::core::pointer::Spot;
use crate::nn::Network;
use crate::ui::text;

/// The most rows from one neuron to the next, and from one term to the next.
const MOST_PITCH: u16 = 15;
/// See [`MOST_PITCH`].
const MOST_APART: u16 = 4;
/// More neurons than this are drawn a row each.
const MOST_NEURONS: usize = 4;
/// Cells of a neuron: its border, its shape, six digits.
const NEURON: u16 = 1 + SHAPE + 6 + 1;
/// Cells of the line that gathers a stack, and of the arrow to its neuron.
const ARROW: u16 = 3;
/// Cells of a stack: pill, what flows, the line that gathers them, and the arrow.
const STACK: u16 = PILL + 1 + FLOW + ARROW;
/// Cells behind a neuron: its weight and the line to σ …
const OUT: u16 = 1 + PILL + 1;
/// … and, where there is room, what flows there.
const OUT_FLOW: u16 = FLOW + 1;
/// An input's box has room for its name and the list's value.
const LEAST_BOX: u16 = 12;
const LEAST_FAN: u16 = 5;
const MOST_FAN: u16 = 34;
/// A fan as long as this gives what is left to the curve in σ.
const LONG_FAN: u16 = 14;

/// Whether a network is narrow enough.
pub fn suits(network: &Network) -> bool {
    network.depth() == 2 && network.layer(0).outputs <= MOST_NEURONS
}

/// Rows of a stack: its terms, or the box beside it.
fn stack(network: &Network) -> u16 {
    (network.layer(0).inputs as u16 + 1).max(BOX_ROWS)
}

/// The rows the picture would like: a gap between stacks, and σ with its answer.
pub fn height(network: &Network) -> u16 {
    let neurons = network.layer(0).outputs as u16;
    (neurons * (stack(network) + 1) - 1).max(OUTPUT_ROWS + 2)
}

/// Whether all of it can be drawn in the area.
pub fn fits(network: &Network, area: Rect) -> bool {
    let layer = network.layer(0);
    layer.outputs as u16 * stack(network) <= area.height
        && (layer.inputs as u16 + 1) * BOX_ROWS <= area.height
        && LEAST_BOX + LEAST_FAN + STACK + NEURON + OUT + OUTPUT <= area.width + 2
}

/// Draws it.
pub fn draw(cells: &mut Cells<'_, '_>) {
    let scene = cells.scene;
    let (inputs, neurons) = (scene.network.layer(0).inputs, scene.network.layer(0).outputs);
    let label = scene.columns[0].iter().map(|input| text::width(&input.label(usize::MAX)) as u16).max();
    let boxes = (label.unwrap_or(0) + BOX).max(8);
    let height = cells.area.height;
    let pitch = (height / neurons as u16).min(MOST_PITCH).max(stack(scene.network));
    // The terms of a sum stand as far apart as there is room, one row left between stacks.
    let apart = ((pitch - 1) / (inputs as u16 + 1)).clamp(1, MOST_APART);
    let fixed = boxes + STACK + NEURON + OUT + OUTPUT;
    // What flows stands below its weight where beside it the lines would be short.
    let is_below = apart > 1 && cells.area.width < fixed + LONG_FAN;
    let flow = if is_below { 0 } else { FLOW + 1 };
    let spare = (cells.area.width + FLOW + 1 - flow).saturating_sub(fixed);
    let out = OUT + if spare >= OUT_FLOW + LEAST_FAN && !is_below { OUT_FLOW } else { 0 };
    let spare = spare.saturating_sub(out - OUT);
    let output = if spare >= CURVE.0 - OUTPUT + LONG_FAN { CURVE.0 } else { OUTPUT };
    let spare = spare - (output - OUTPUT);
    let fan = spare.min(MOST_FAN);
    let left = (spare - fan) / 2;
    cells.area = Rect { x: cells.area.x + left, width: cells.area.width - left, ..cells.area };
    let above = (pitch - apart * inputs as u16 - 1 - u16::from(is_below)) / 2;
    let top = (height - (pitch * neurons as u16).min(height)) / 2;
    let term = |neuron: usize, input: usize| top + neuron as u16 * pitch + above + input as u16 * apart;
    let input_pitch = (height / (inputs as u16 + 1)).min(MOST_PITCH);
    let input_top = (height - input_pitch * (inputs as u16 + 1)) / 2 + input_pitch / 2;
    let input_row = |input: usize| input_top + input as u16 * input_pitch;

    cells.fan((boxes, fan), 0, |neuron, input| (input_row(input), term(neuron, input)));
    for input in 0..=inputs {
        cells.input((0, input_row(input)), boxes, input);
    }
    let x = boxes + fan;
    let middles: Vec<u16> = (0..neurons).map(|neuron| term(neuron, 0).midpoint(term(neuron, inputs))).collect();
    for (neuron, &middle) in middles.iter().enumerate() {
        let rows: Vec<u16> = (0..=inputs).map(|input| term(neuron, input)).collect();
        for (input, &y) in rows.iter().enumerate() {
            weighted(cells, (x, y), is_below, true, (0, neuron, input));
        }
        // Its box grows by its small map, as far as a row stays free below.
        let map = pitch.saturating_sub(BOX_ROWS + 1).min(MOST_MAP);
        hidden(cells, x + PILL + flow, &rows, (middle, map), neuron);
    }
    let middle = middles[0].midpoint(middles[neurons - 1]).clamp(2, height.saturating_sub(5).max(2));
    let x = x + PILL + flow + ARROW + NEURON;
    outward(cells, (x, out), is_below, &middles, middle);
    cells.output((x + out, middle), output);
}

/// A weight with what flows on its line, beside it where there is room, or below.
fn weighted(cells: &mut Cells<'_, '_>, (x, y): (u16, u16), is_below: bool, has_room: bool, at: (usize, usize, usize)) {
    let end = cells.pill((x, y), 3, at);
    if is_below {
        cells.flow((end - FLOW - 1, y + 1), FLOW, at);
    } else if has_room {
        cells.flow((end + 1, y), FLOW, at);
    }
}

/// The line that gathers a stack, and the neuron's box beside it, with so many rows of its map.
fn hidden(cells: &mut Cells<'_, '_>, x: u16, rows: &[u16], (middle, map): (u16, u16), neuron: usize) {
    let scene = cells.scene;
    let node = &scene.columns[1][neuron];
    let style = node.style;
    let rows: Vec<u16> = rows.iter().copied().filter(|&row| row != middle).collect();
    cells.gather(x, &rows, middle, style);
    cells.text(x + 1, middle, if scene.way == Way::Forward { "─▸" } else { "◂─" }, style);
    let x = x + 3;
    let map = if scene.maps.is_some() { map } else { 0 };
    let top = middle - 1 - map / 2;
    let height = BOX_ROWS + map;
    cells.boxed((x, top), (NEURON, height), &format!(" {} ", node.name), node.style);
    cells.map((x + 1, top + 1), (NEURON - 2, map), (0, neuron));
    cells.face((x + 1, top + 1 + map), 6, node);
    cells.text(x, middle, "┤", node.style);
    if !node.is_off {
        cells.text(x + NEURON - 1, middle, "├", node.style);
    }
    let spot = Spot::Activation { layer: 0, neuron };
    cells.note((x, top), (NEURON, height), spot);
}

/// The weights from the neurons to σ, what flows there, and the line that gathers them; the bias below.
fn outward(cells: &mut Cells<'_, '_>, (x, width): (u16, u16), is_below: bool, middles: &[u16], middle: u16) {
    let bias = middles[middles.len() - 1] + if is_below { 2 } else { 1 };
    let rows: Vec<u16> = middles.iter().copied().chain([bias]).collect();
    let heaviest = cells.scene.heaviest(1);
    for (input, &y) in rows.iter().enumerate() {
        let edge = cells.scene.edge(1, 0, input);
        if !edge.is_bias {
            cells.line((x, x + width - 1), y, (1, heaviest), edge);
        }
        weighted(cells, (x + 1, y), is_below, width > OUT, (1, 0, input));
    }
    cells.gather(x + width - 1, &rows, middle, cells.context.theme.muted);
}
