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

use super::cells::{BOX_ROWS, CURVES, Cells, MOST_MAP, OUTPUT, OUTPUT_ROWS, PRECISIONS, Precision, SHAPE};
use super::model::{Scene, Way};
use super::shapes::{input_box, more_for_values};
use crate::app::core::pointer::Spot;
use crate::nn::Network;

/// The most rows from one neuron to the next, and from one term to the next.
const MOST_PITCH: u16 = 15;
/// See [`MOST_PITCH`].
const MOST_APART: u16 = 4;
/// More neurons than this are drawn a row each, unless there is room for lines as long as `FAN_OF_MANY`.
const MOST_NEURONS: usize = 4;
/// See [`MOST_NEURONS`].
const FAN_OF_MANY: u16 = 34;
/// Cells of the line that gathers a stack, and of the arrow to its neuron.
const ARROW: u16 = 3;
const LEAST_FAN: u16 = 3;
/// Lines are at least so long before a number gives up decimals for them: with what flows below its weight …
const FAN_ABOVE_FLOWS: u16 = 7;
/// … and beside it; as long they give what is left to the curve in σ …
const FAN_BESIDE_FLOWS: u16 = 14;
/// … and as long to larger maps, a larger curve and the lines towards σ.
const LONG_FAN: u16 = 40;
/// A map lower than this in the neuron's box stands better beside it.
const LEAST_MAP: u16 = 3;
/// The most cells of a small map: as many as it has columns.
const MOST_MAP_CELLS: u16 = 24;

/// Whether a network has the one hidden layer.
pub fn suits(network: &Network) -> bool {
    network.depth() == 2
}

/// Rows of a stack: its terms, or the box beside it.
fn stack(network: &Network) -> u16 {
    (network.layer(0).inputs as u16 + 1).max(BOX_ROWS)
}

/// The rows the picture would like, a gap between stacks, and σ with its answer; nothing for a layer that has a row a
/// neuron.
pub fn height(network: &Network) -> Option<u16> {
    let neurons = network.layer(0).outputs;
    let rows = (neurons as u16 * (stack(network) + 1)).saturating_sub(1).max(OUTPUT_ROWS + 2);
    (suits(network) && neurons <= MOST_NEURONS).then_some(rows)
}

/// Where things stand, and how exactly numbers are written.
struct OpenPlaces {
    precision: Precision,
    /// Whether what flows stands below its weight, where beside it the lines would be short.
    is_below: bool,
    /// Cells of the inputs' boxes, of the lines behind them, of a neuron's box, of its map beside it, of the weights
    /// towards σ with their lines, and of σ.
    boxes: u16,
    fan: u16,
    neuron: u16,
    beside: u16,
    out: u16,
    /// Whether what flows towards σ is shown.
    has_out_flow: bool,
    output: u16,
    /// Rows from one neuron to the next, and from one term to the next.
    pitch: u16,
    apart: u16,
}

impl OpenPlaces {
    /// With all decimals where that leaves the lines some length, or none where it cannot be drawn at all.
    fn of(scene: &Scene<'_>, (width, height): (u16, u16)) -> Option<Self> {
        let layer = scene.network.layer(0);
        let (inputs, neurons) = (layer.inputs as u16, layer.outputs as u16);
        if neurons * stack(scene.network) > height || (inputs + 1) * BOX_ROWS > height {
            return None;
        }
        let boxes = input_box(scene, usize::MAX);
        let pitch = (height / neurons).min(MOST_PITCH).max(stack(scene.network));
        // The terms of a sum stand as far apart as there is room, one row left between stacks.
        let apart = ((pitch - 1) / (inputs + 1)).clamp(1, MOST_APART);
        let with = |precision: Precision, is_below: bool, has_out_flow: bool| {
            let beside = if is_below { 0 } else { precision.flow + 1 };
            let out_flow = if has_out_flow && !is_below { precision.flow + 1 } else { 0 };
            let (neuron, out) = (1 + SHAPE + precision.value + 1, 1 + precision.pill() + 1 + out_flow);
            let fixed = boxes + precision.pill() + beside + ARROW + neuron + out + OUTPUT;
            let fan = width.checked_sub(fixed)?;
            let plan = Self {
                precision,
                is_below,
                boxes,
                fan,
                neuron,
                beside: 0,
                out,
                has_out_flow,
                output: OUTPUT,
                pitch,
                apart,
            };
            Some(plan)
        };
        let least = PRECISIONS[PRECISIONS.len() - 1];
        if usize::from(neurons) > MOST_NEURONS {
            let plan = with(PRECISIONS[0], false, true).filter(|plan| plan.fan >= FAN_OF_MANY)?;
            return Some(plan.widened(scene));
        }
        let roomy = PRECISIONS.into_iter().find_map(|precision| {
            let beside = with(precision, false, true).filter(|plan| plan.fan >= FAN_BESIDE_FLOWS);
            let below = || with(precision, true, true).filter(|plan| apart > 1 && plan.fan >= FAN_ABOVE_FLOWS);
            beside.or_else(below)
        });
        let plan = roomy
            .or_else(|| with(least, false, true).filter(|plan| plan.fan >= LEAST_FAN))
            .or_else(|| with(least, false, false).filter(|plan| plan.fan >= LEAST_FAN))?;
        Some(plan.widened(scene))
    }

    /// Gives what long lines can spare to the curve in σ, the small maps and what leads to σ.
    fn widened(mut self, scene: &Scene<'_>) -> Self {
        let more = more_for_values(scene, self.boxes, self.fan.saturating_sub(LEAST_FAN));
        self.boxes += more;
        self.fan -= more;
        let [large, small] = CURVES.map(|curve| curve.0);
        self.output = if self.fan >= LONG_FAN + large - OUTPUT {
            large
        } else if self.fan >= FAN_BESIDE_FLOWS + small - OUTPUT {
            small
        } else {
            OUTPUT
        };
        self.fan -= self.output - OUTPUT;
        if scene.maps.is_some() {
            let map = self.map();
            let (now, most) = if map < LEAST_MAP { (0, 4 * (self.pitch - 1)) } else { (self.neuron - 2, 3 * map) };
            let more = most.min(MOST_MAP_CELLS).saturating_sub(now).min(self.fan.saturating_sub(LONG_FAN));
            let small = 2 * self.pitch;
            if map >= LEAST_MAP {
                self.neuron += more;
            } else if more > self.pitch {
                self.beside = more;
            } else if self.fan >= small + FAN_BESIDE_FLOWS {
                self.beside = small;
            }
            self.fan -= if map >= LEAST_MAP { more } else { self.beside };
        }
        let line = self.fan.saturating_sub(LONG_FAN) / 3;
        self.out += line;
        self.fan -= line;
        self
    }

    /// Rows of a map within a neuron's box: it grows as far as a row stays free below.
    fn map(&self) -> u16 {
        if self.beside > 0 { 0 } else { self.pitch.saturating_sub(BOX_ROWS + 1).min(MOST_MAP) }
    }
}

/// Draws it, or nothing where there is no room for it; whether it did.
pub fn draw(cells: &mut Cells<'_, '_>) -> bool {
    let scene = cells.scene;
    let height = cells.area.height;
    let Some(plan) = OpenPlaces::of(scene, (cells.area.width, height)) else { return false };
    let (inputs, neurons) = (scene.network.layer(0).inputs, scene.network.layer(0).outputs);
    let OpenPlaces { pitch, apart, boxes, fan, is_below, .. } = plan;
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
    let stacked = x + plan.precision.pill() + if is_below { 0 } else { plan.precision.flow + 1 };
    let middles: Vec<u16> = (0..neurons).map(|neuron| term(neuron, 0).midpoint(term(neuron, inputs))).collect();
    for (neuron, &middle) in middles.iter().enumerate() {
        let rows: Vec<u16> = (0..=inputs).map(|input| term(neuron, input)).collect();
        for (input, &y) in rows.iter().enumerate() {
            weighted(cells, (x, y), &plan, true, (0, neuron, input));
        }
        hidden(cells, stacked, &rows, (middle, &plan), neuron);
    }
    let middle = middles[0].midpoint(middles[neurons - 1]).clamp(2, height.saturating_sub(5).max(2));
    let x = stacked + ARROW + plan.neuron + plan.beside;
    outward(cells, x, &plan, &middles, middle);
    cells.output((x + plan.out, middle), plan.output);
    if top > 0 {
        cells.text(0, height - 1, &scene.notes.join(" · "), cells.context.theme.muted);
    }
    true
}

/// A weight with what flows on its line, beside it where there is room, or below.
fn weighted(
    cells: &mut Cells<'_, '_>,
    (x, y): (u16, u16),
    plan: &OpenPlaces,
    has_room: bool,
    at: (usize, usize, usize),
) {
    let (decimals, flow) = (plan.precision.decimals, plan.precision.flow);
    let end = cells.pill((x, y), decimals.into(), at);
    if plan.is_below {
        cells.flow((end - flow - 1, y + 1), flow, at);
    } else if has_room {
        cells.flow((end + 1, y), flow, at);
    }
}

/// The line that gathers a stack, and the neuron's box beside it, with its map in it or behind it.
fn hidden(cells: &mut Cells<'_, '_>, x: u16, rows: &[u16], (middle, plan): (u16, &OpenPlaces), neuron: usize) {
    let scene = cells.scene;
    let node = &scene.columns[1][neuron];
    let style = node.style;
    let rows: Vec<u16> = rows.iter().copied().filter(|&row| row != middle).collect();
    cells.gather(x, &rows, middle, style);
    cells.text(x + 1, middle, if scene.way == Way::Forward { "─▸" } else { "◂─" }, style);
    let x = x + ARROW;
    let (width, digits) = (plan.neuron, plan.neuron - SHAPE - 2);
    let map = if scene.maps.is_some() { plan.map() } else { 0 };
    let top = middle - 1 - map / 2;
    let height = BOX_ROWS + map;
    cells.boxed((x, top), (width, height), &format!(" {} ", node.name), node.style);
    cells.map((x + 1, top + 1), (width - 2, map), (0, neuron));
    cells.face((x + 1, top + 1 + map), digits, node);
    cells.text(x, middle, "┤", node.style);
    if !node.is_off {
        cells.text(x + width - 1, middle, "├", node.style);
    }
    if plan.beside > 0 {
        let rows = plan.pitch - 1;
        cells.map((x + width, middle.saturating_sub(rows / 2)), (plan.beside, rows), (0, neuron));
    }
    let spot = Spot::Activation { layer: 0, neuron };
    cells.note((x, top), (width + plan.beside, height), spot);
}

/// The weights from the neurons to σ, what flows there, and the line that gathers them; the bias below.
fn outward(cells: &mut Cells<'_, '_>, x: u16, plan: &OpenPlaces, middles: &[u16], middle: u16) {
    let bias = middles[middles.len() - 1] + if plan.is_below { 2 } else { 1 };
    let rows: Vec<u16> = middles.iter().copied().chain([bias]).collect();
    let heaviest = cells.scene.heaviest(1);
    let end = x + plan.out - 1;
    let written = plan.precision.pill() + if plan.has_out_flow && !plan.is_below { plan.precision.flow + 1 } else { 0 };
    for (input, &y) in rows.iter().enumerate() {
        let edge = cells.scene.edge(1, 0, input);
        if edge.is_bias {
            cells.bias_name((end - written, y));
        } else {
            cells.line((x, end), y, (1, heaviest), edge);
        }
        weighted(cells, (end - written, y), plan, plan.has_out_flow, (1, 0, input));
    }
    cells.gather(end, &rows, middle, cells.context.theme.muted);
}
