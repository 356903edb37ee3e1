//! A network without hidden layers, as the post draws it: inputs, weight pills, what flows along each line, the
//! sum, σ, the answer; or read from right to left, the error that gathers in δ and each line's share of it.
//!
//! ```text
//! ╭ Age ─╮                                                 ╭ Age ─╮
//! │  22  ├─[×−0.016852]─ −0.370744 ────────╮               │  35  ├─[×−0.0169]─◂─ −17.518287 ─╮
//! ╰──────╯                                 │               ╰──────╯                           │
//! ╭ Sex ─╮                            ╭sum─┴────╮  ╭───╮   ╭ Sex ─╮                     ╭δ────┴───╮  ╭───╮  p .499478
//! │   0  ├─(× 0.704039)─  0.000000 ───┤−0.487053│─▸│ σ │   │   1  ├─(× 0.7040)─◂─  −0.… ┤−0.500522│◂─│ σ │◂── y 0 died
//! ╰──────╯                            ╰────┬────╯  ╰───╯   ╰──────╯                     ╰────┬────╯  ╰───╯  L 0.692104
//! ```

use ratatui::layout::Rect;

use super::cells::{ANSWER, BOX, BOX_ROWS, CURVES, Cells, SIGMA};
use super::model::{Scene, Way};
use super::shapes::{input_box, more_for_values};
use crate::app::core::pointer::Spot;
use crate::explain::words::network as words;
use crate::nn::Network;
use crate::ui::text;

/// `δ × −0.603054 = `, before what flows.
const FACTORS: u16 = 16;
/// The most rows from one line to the next.
const MOST_PITCH: u16 = 16;
/// Inputs shown at their best; of more than fit those around the pointer are.
const MOST_INPUTS: u16 = 8;
/// Decimals of a weight as everywhere else, and where there is little room; and the cells around them.
const DECIMALS: [u16; 2] = [6, 4];
const AROUND: u16 = 6;
/// `─▸` before σ and `──▸ ` behind it.
const ARROWS: [u16; 2] = [2, 4];
/// Cells of the lines between boxes, pills and sum that a curve in σ leaves.
const LEAST_LINES: u16 = 8;
/// … and a large one.
const LONG_LINES: u16 = 50;
/// Cells of the list's own value beside a scaled input's name, and of the name.
const LABEL: usize = 14;

/// The rows of a picture with a box for each input and the bias.
pub fn height(network: &Network) -> u16 {
    (network.layer(0).inputs as u16 + 1).min(MOST_INPUTS) * BOX_ROWS
}

/// Cells of the answer beside σ, with letters before its numbers or without; where there are none, it stands below.
const ANSWERS: [u16; 2] = [10, 7];

/// See [`ANSWERS`].
fn answer(scene: &Scene<'_>) -> u16 {
    let [long, short] = ANSWERS;
    let is_long = scene.answer.iter().any(|line| text::line_width(line) > usize::from(short));
    if is_long || scene.way == Way::Backward { long } else { short }
}

/// Where things stand.
struct Places {
    boxes: u16,
    pill: u16,
    /// Decimals of the weights.
    decimals: u16,
    /// Cells of what explains a number, where there is room for it.
    factors: u16,
    flow: u16,
    digits: u16,
    sum: u16,
    /// Where σ begins, and its cells.
    sigma: (u16, u16),
    /// The middle row of each line drawn, and which input it belongs to.
    rows: Vec<(u16, usize)>,
    middle: u16,
    pitch: u16,
}

impl Places {
    fn of(scene: &Scene<'_>, area: Rect) -> Self {
        let inputs = &scene.columns[0];
        let count = inputs.len();
        let pitch = (1..=MOST_PITCH).rev().find(|&pitch| count as u16 * pitch <= area.height).unwrap_or(1);
        // Without a border, a value stands beside its label and needs four cells more.
        let boxes = input_box(scene, LABEL) + if pitch >= BOX_ROWS { 0 } else { 8 - BOX };
        // Where there is little room, the answer stands below σ; then numbers give up decimals.
        let (gap, most, least) = match scene.way {
            Way::Forward => (1, 9, 7),
            Way::Backward => (2, 10, 8),
        };
        let fixed = |decimals: u16, digits: u16, answer: u16, sigma: u16| {
            boxes + 1 + AROUND + decimals + gap + digits + 1 + digits + 2 + ARROWS[0] + sigma + ARROWS[1] + answer
        };
        let [long, short] = DECIMALS;
        let beside = answer(scene);
        let tried = [(long, most, beside), (long, most, 0), (short, most, 0)];
        let (decimals, digits, beside) = tried
            .into_iter()
            .find(|&(decimals, digits, beside)| fixed(decimals, digits, beside, SIGMA) <= area.width)
            .unwrap_or((short, least, 0));
        // The curve stands in σ where that leaves the lines some length.
        let curves = CURVES.into_iter().zip([LONG_LINES, LEAST_LINES]);
        let mut curves = curves.filter(|&((cells, rows), lines)| {
            area.height >= 2 * rows && fixed(decimals, digits, beside, cells) + lines <= area.width
        });
        let sigma = curves.next().map_or(SIGMA, |((cells, _), _)| cells);
        let mut spare = area.width.saturating_sub(fixed(decimals, digits, beside, sigma));
        let more = if pitch >= BOX_ROWS { more_for_values(scene, boxes, spare) } else { 0 };
        let boxes = boxes + more;
        spare -= more;
        let factors = if !scene.factors.is_empty() && spare >= FACTORS { FACTORS } else { 0 };
        let lines = spare - factors;
        let third = lines / 3;
        let pill = boxes + 1 + third;
        let flow = pill + AROUND + decimals + gap + third + factors;
        // All that is left over, so that the sum stands at one place with factors and without.
        let sum = flow + digits + 1 + lines - 2 * third;
        let shown = usize::from(area.height / pitch).clamp(1, count);
        let here = match scene.pointed {
            Spot::Input(input) | Spot::Weight { input, .. } | Spot::Product { input, .. } => input,
            Spot::Sum { .. } | Spot::Activation { .. } | Spot::Verdict => 0,
        };
        let first = here.saturating_sub(shown / 2).min(count - shown);
        let top = area.height.saturating_sub(shown as u16 * pitch) / 2;
        let rows: Vec<_> = (0..shown).map(|line| (top + line as u16 * pitch + pitch / 2, first + line)).collect();
        let middle = rows[0].0.midpoint(rows[shown - 1].0);
        let sigma = (sum + digits + 2 + ARROWS[0], sigma);
        Self { boxes, pill, decimals, factors, flow, digits, sum, sigma, rows, middle, pitch }
    }

    /// The upright line that gathers all at the sum.
    const fn collector(&self) -> u16 {
        self.sum + self.digits / 2 + 1
    }
}

/// Draws the picture over the whole panel, with a column of air on the left.
pub fn draw(cells: &mut Cells<'_, '_>) {
    cells.area = Rect { x: cells.area.x + 1, width: cells.area.width - 1, ..cells.area };
    let places = Places::of(cells.scene, cells.area);
    let heaviest = cells.scene.heaviest(0);
    for &(y, input) in &places.rows {
        if places.pitch >= BOX_ROWS {
            cells.input((0, y), places.boxes, input);
        } else {
            cells.input_row(y, places.boxes - 1, input);
        }
        line(cells, &places, y, (input, heaviest));
    }
    let rows: Vec<u16> = places.rows.iter().map(|(y, _)| *y).collect();
    cells.gather(places.collector(), &rows, places.middle, cells.context.theme.muted);
    sum(cells, &places);
    let ((x, cells_of_sigma), y) = (places.sigma, places.middle);
    let half = cells.sigma((x, y), cells_of_sigma);
    let (beside, width) = (x + cells_of_sigma + ARROWS[1], answer(cells.scene));
    if beside + width > cells.area.width {
        cells.answer(x.min(cells.area.width.saturating_sub(width)), y + half + 1);
        return cells.answer_map((x, y + half + 2 + ANSWER), cells.area.width.saturating_sub(x));
    }
    let arrow = if cells.scene.way == Way::Forward { "──▸" } else { "◂──" };
    let style = cells.context.theme.muted;
    cells.text(x + cells_of_sigma, y, arrow, style);
    cells.answer(beside, y.saturating_sub(1));
    cells.answer_map((x, y + half + ANSWER), cells.area.width.saturating_sub(x));
}

/// From an input to the sum: the pill, and what flows behind it.
fn line(cells: &mut Cells<'_, '_>, places: &Places, y: u16, (input, heaviest): (usize, f64)) {
    let theme = *cells.context.theme;
    let edge = cells.scene.edge(0, 0, input);
    let (flow, style) = (edge.flow, theme.push(edge.flow));
    let end = if y == places.middle { places.sum } else { places.collector() };
    cells.line((places.boxes, end), y, (0, heaviest), edge);
    let pill = cells.pill((places.pill, y), places.decimals.into(), (0, 0, input));
    let factor = cells.scene.factors.get(input).filter(|_| places.factors > 0);
    let before = places.flow - factor.map_or(0, |factor| text::width(factor) as u16 + 1);
    if let Some(factor) = factor {
        cells.text(before, y, factor, theme.muted);
    }
    if flow.is_some() && cells.scene.way == Way::Backward {
        cells.text(pill.midpoint(before - 2), y, "◂", style);
    }
    cells.text(before - 1, y, " ", style);
    cells.text(places.flow - 1, y, " ", style);
    cells.flow((places.flow, y), places.digits, (0, 0, input));
}

/// The box in which all lines are added up, or the error that they share.
fn sum(cells: &mut Cells<'_, '_>, places: &Places) {
    let theme = *cells.context.theme;
    let (x, y, width) = (places.sum, places.middle, places.digits + 2);
    let node = cells.scene.output();
    let spot = Spot::Sum { layer: 0, neuron: 0 };
    let label = match cells.scene.way {
        Way::Forward => text::cut(cells.context.say(words::SUM), 4).into_owned(),
        Way::Backward => node.name.clone(),
    };
    cells.boxed((x, y.saturating_sub(1)), (width, BOX_ROWS), &label, theme.sum);
    if places.rows.len() > 1 {
        // A label that reaches so far keeps its last glyph whole.
        if x + (text::width(&label) as u16) < places.collector() {
            cells.text(places.collector(), y.saturating_sub(1), "┴", theme.sum);
        }
        cells.text(places.collector(), y + 1, "┬", theme.sum);
    }
    if places.rows.iter().any(|(row, _)| *row == y) {
        cells.text(x, y, "┤", theme.sum);
    }
    let digits = usize::from(places.digits);
    let number = text::pad_left(&cells.scene.value(node, digits), digits);
    let style = cells.pointed(spot, node.style);
    cells.text(x + 1, y, &number, style);
    cells.note((x, y.saturating_sub(1)), (width, BOX_ROWS), spot);
    let arrow = if cells.scene.way == Way::Forward { "─▸" } else { "◂─" };
    cells.text(x + width, y, arrow, theme.muted);
}
