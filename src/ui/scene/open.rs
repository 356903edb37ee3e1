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

use super::cells::{BOX, BOX_ROWS, Cells, FLOW, OUTPUT, OUTPUT_ROWS, PILL, SHAPE};
use super::model::Way;
use crate::app::core::pointer::Spot;
use crate::nn::Network;
use crate::ui::text;

/// More neurons than this are drawn a row each.
const MOST_NEURONS: usize = 4;
/// Cells of a neuron: its border, its shape, six digits.
const NEURON: u16 = 1 + SHAPE + 6 + 1;
/// Cells of a stack: pill, what flows, the line that gathers them, and the arrow.
const STACK: u16 = PILL + 1 + FLOW + 3;
/// Cells behind a neuron: its weight and the line to σ …
const OUT: u16 = 1 + PILL + 1;
/// … and, where there is room, what flows there.
const OUT_FLOW: u16 = FLOW + 1;
/// An input's box has room for its name and the list's value.
const LEAST_BOX: u16 = 12;
const LEAST_FAN: u16 = 5;
const MOST_FAN: u16 = 16;

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
    let spare = cells.area.width.saturating_sub(boxes + STACK + NEURON + OUT + OUTPUT);
    let out = OUT + if spare >= OUT_FLOW + LEAST_FAN { OUT_FLOW } else { 0 };
    let spare = spare.saturating_sub(out - OUT);
    let fan = spare.min(MOST_FAN);
    let left = (spare - fan) / 2;
    cells.area = Rect { x: cells.area.x + left, width: cells.area.width - left, ..cells.area };
    let height = cells.area.height;
    let pitch = (height / neurons as u16).min(stack(scene.network) + 1);
    let top = (height - (pitch * neurons as u16).min(height)) / 2;
    let term = |neuron: usize, input: usize| top + neuron as u16 * pitch + input as u16;
    let input_pitch = (height / (inputs as u16 + 1)).min(5);
    let input_top = (height - input_pitch * (inputs as u16 + 1)) / 2 + input_pitch / 2;
    let input_row = |input: usize| input_top + input as u16 * input_pitch;

    cells.fan((boxes, fan), 0, |all| all, |neuron, input| (input_row(input), term(neuron, input)));
    for input in 0..=inputs {
        cells.input((0, input_row(input)), boxes, input);
    }
    let x = boxes + fan;
    let middles: Vec<u16> = (0..neurons).map(|neuron| term(neuron, 0).midpoint(term(neuron, inputs))).collect();
    for (neuron, &middle) in middles.iter().enumerate() {
        let rows: Vec<u16> = (0..=inputs).map(|input| term(neuron, input)).collect();
        for (input, &y) in rows.iter().enumerate() {
            cells.pill((x, y), 3, (0, neuron, input));
            cells.flow((x + PILL + 1, y), FLOW, (0, neuron, input));
        }
        hidden(cells, x + PILL + 1 + FLOW, &rows, middle, neuron);
    }
    let middle = middles[0].midpoint(middles[neurons - 1]).clamp(2, height.saturating_sub(5).max(2));
    let x = x + STACK + NEURON;
    outward(cells, (x, out), &middles, middle);
    cells.output(x + out, middle);
}

/// The line that gathers a stack, and the neuron's box beside it.
fn hidden(cells: &mut Cells<'_, '_>, x: u16, rows: &[u16], middle: u16, neuron: usize) {
    let scene = cells.scene;
    let node = &scene.columns[1][neuron];
    let style = node.style;
    let rows: Vec<u16> = rows.iter().copied().filter(|&row| row != middle).collect();
    cells.gather(x, &rows, middle, style);
    cells.text(x + 1, middle, if scene.way == Way::Forward { "─▸" } else { "◂─" }, style);
    let x = x + 3;
    cells.boxed((x, middle), NEURON, &format!(" {} ", node.name), node.style);
    cells.face((x + 1, middle), 6, node);
    if !node.is_off {
        cells.text(x + NEURON - 1, middle, "├", node.style);
    }
    let spot = Spot::Activation { layer: 0, neuron };
    cells.note((x, middle.saturating_sub(1)), (NEURON, BOX_ROWS), spot);
}

/// The weights from the neurons to σ, what flows there, and the line that gathers them; the bias below.
fn outward(cells: &mut Cells<'_, '_>, (x, width): (u16, u16), middles: &[u16], middle: u16) {
    let bias = middles[middles.len() - 1] + 1;
    let rows: Vec<u16> = middles.iter().copied().chain([bias]).collect();
    for (input, &y) in rows.iter().enumerate() {
        let edge = cells.scene.edge(1, 0, input);
        if !edge.is_bias {
            let style = cells.context.theme.push(edge.flow);
            cells.text(x, y, "─", style);
        }
        let end = cells.pill((x + 1, y), 3, (1, 0, input));
        if width > OUT {
            cells.flow((end + 1, y), FLOW, (1, 0, input));
        }
    }
    cells.gather(x + width - 1, &rows, middle, cells.context.theme.muted);
}
