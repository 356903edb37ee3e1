//! The parts that every layout is put together from, as cells with their targets: boxes, pills with what
//! flows behind them, the line that gathers a sum, σ with its answer.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType};

use super::fan::{self, Fan, Strand};
use super::model::{Edge, Node, NodeValue, Scene, Way};
use crate::app::Target;
use crate::app::core::pointer::Spot;
use crate::nn::Activation;
use crate::ui::context::Context;
use crate::ui::layout::RectExt as _;
use crate::ui::text;
use crate::ui::theme::Ramp;
use crate::ui::widgets::heat_map;
use crate::ui::widgets::plot::{Marker, Plot, PlotAxis, Reference, Series};

/// Of more lines than this between two layers none is drawn thick …
const FEW: usize = 40;
/// … and where there is the width, so many are drawn on ever so few rows.
const STRONGEST: usize = 20;
/// Between columns so near there are no faint lines.
const NARROW: u16 = 14;

/// Cells of σ with its answer: a letter, a blank, a number.
pub(super) const OUTPUT: u16 = 11;
/// Rows of σ with the sum above and the answer below.
pub(super) const OUTPUT_ROWS: u16 = 7;
/// Cells of σ alone.
pub(super) const SIGMA: u16 = 5;
/// Cells and rows of σ with its curve, the largest first.
pub(super) const CURVES: [(u16, u16); 2] = [(31, 11), (19, 7)];
/// Rows of the answer.
pub(super) const ANSWER: u16 = 3;
/// The most rows of a small map …
pub(super) const MOST_MAP: u16 = 8;
/// … and of the one of what is answered.
const MOST_ANSWER_MAP: u16 = 12;
/// Cells of a box without its label.
pub(super) const BOX: u16 = 4;
/// Rows of a box.
pub(super) const BOX_ROWS: u16 = 3;
/// How exactly the numbers of a picture are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Precision {
    /// Decimals of a weight.
    pub decimals: u16,
    /// Cells of what flows.
    pub flow: u16,
    /// Cells of a neuron's value.
    pub value: u16,
}

/// As everywhere else, then with fewer decimals where there are not the cells.
pub(super) const PRECISIONS: [Precision; 4] = [
    Precision { decimals: 6, flow: 9, value: 9 },
    Precision { decimals: 4, flow: 9, value: 9 },
    Precision { decimals: 3, flow: 9, value: 9 },
    Precision { decimals: 3, flow: 7, value: 6 },
];

impl Precision {
    /// Cells of a pill.
    pub const fn pill(self) -> u16 {
        self.decimals + 6
    }
}

/// Cells of a neuron's shape with a blank.
pub(super) const SHAPE: u16 = 3;

/// Draws a scene into an area; places are relative to it.
pub(super) struct Cells<'c, 'a> {
    /// The buffer and the targets.
    pub context: &'c mut Context<'a>,
    /// The cells of the picture.
    pub area: Rect,
    /// What is drawn.
    pub scene: &'c Scene<'c>,
}

impl Cells<'_, '_> {
    /// Writes; returns the column after it.
    pub fn text(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        self.context.text(self.area.from(x).below(y), text, style);
        x + text::width(text) as u16
    }

    /// Makes a place of the picture something to point at.
    pub fn note(&mut self, (x, y): (u16, u16), (width, height): (u16, u16), spot: Spot) {
        let area = Rect { x: self.area.x + x, y: self.area.y + y, width, height }.intersection(self.area);
        self.context.note(area, Target::Spot(self.scene.led_to(spot)));
    }

    /// The style of what stands at a place: reversed under the pointer.
    pub fn pointed(&self, spot: Spot, style: Style) -> Style {
        if self.scene.pointed == spot { style.patch(self.context.theme.pointer) } else { style }
    }

    /// An empty box with its label.
    pub fn boxed(&mut self, (x, y): (u16, u16), (width, height): (u16, u16), label: &str, style: Style) {
        let label = text::cut(label, usize::from(width.saturating_sub(2)));
        let area = Rect { x: self.area.x + x, y: self.area.y + y, width, height }.intersection(self.area);
        let block = Block::bordered().border_type(BorderType::Rounded).border_style(style);
        self.context.draw(block.title(Line::styled(label.into_owned(), style)), area);
    }

    /// An input in its box.
    pub fn input(&mut self, (x, y): (u16, u16), width: u16, input: usize) {
        let node = &self.scene.columns[0][input];
        let value = self.scene.value(node, usize::from(width - 2));
        self.boxed((x, y - 1), (width, BOX_ROWS), &format!(" {} ", node.label(usize::from(width - BOX))), node.style);
        self.text(x + 1, y, &centred(&value, usize::from(width - 2)), node.style.patch(node.mark));
        self.text(x + width - 1, y, "├", node.style);
        self.note((x, y - 1), (width, BOX_ROWS), Spot::Input(input));
    }

    /// An input in a row: its name, and its value up to column `end`.
    pub fn input_row(&mut self, y: u16, end: u16, input: usize) {
        let node = &self.scene.columns[0][input];
        let value = text::pad_left(&self.scene.value(node, 6), 6);
        let name = usize::from(end.saturating_sub(7));
        self.text(0, y, &text::cut(&node.label(name), name), node.style);
        self.text(end - 6, y, &value, node.style.patch(node.mark));
        self.note((0, y), (end, 1), Spot::Input(input));
    }

    /// A pill with so many decimals of its weight, in brackets under the pointer; returns its end.
    pub fn pill(&mut self, (x, y): (u16, u16), decimals: usize, (layer, neuron, input): (usize, usize, usize)) -> u16 {
        let edge = self.scene.edge(layer, neuron, input);
        let theme = self.context.theme;
        let role = if edge.is_bias { theme.bias } else { theme.weight };
        let spot = Spot::Weight { layer, neuron, input };
        let number = self.scene.weight(edge, decimals, decimals + 3);
        let text = if self.scene.pointed == spot { format!("[×{number}]") } else { format!("(×{number})") };
        let end = self.text(x, y, &text, self.pointed(spot, role));
        self.note((x, y), (end - x, 1), spot);
        end
    }

    /// What a pill at a place is, where no line leads to it.
    pub fn bias_name(&mut self, (x, y): (u16, u16)) {
        let style = self.context.theme.bias;
        self.text(x.saturating_sub(2), y, "b", style);
    }

    /// What flows on a line, in so many cells.
    pub fn flow(&mut self, (x, y): (u16, u16), cells: u16, (layer, neuron, input): (usize, usize, usize)) {
        let flow = self.scene.edge(layer, neuron, input).flow;
        let spot = Spot::Product { layer, neuron, input };
        let style = self.pointed(spot, self.context.theme.push(flow));
        let width = usize::from(cells);
        let text = flow.map_or_else(|| " ".repeat(width), |flow| (self.scene.write)(flow, width));
        self.text(x, y, &text, style);
        self.note((x, y), (cells, 1), spot);
    }

    /// The upright line that gathers the lines on some rows, and hands on what they add up to on row `middle`.
    pub fn gather(&mut self, x: u16, rows: &[u16], middle: u16, style: Style) {
        let (top, bottom) = ends(rows, middle).into_inner();
        for y in top..=bottom {
            let glyph = match (y == middle, rows.contains(&y)) {
                (true, true) if top == bottom => "─",
                (true, true) if y == top => "┬",
                (true, true) if y == bottom => "┴",
                (true, true) => "┼",
                (true, false) => "├",
                _ if y == top => "╮",
                _ if y == bottom => "╯",
                (false, true) => "┤",
                (false, false) => "│",
            };
            self.text(x, y, glyph, style);
        }
    }

    /// σ in its box, with its middle on row `y`, the curve with the sum on it where there are so many cells and rows;
    /// returns the rows of the box above its middle.
    pub fn sigma(&mut self, (x, y): (u16, u16), width: u16) -> u16 {
        let theme = *self.context.theme;
        let layer = self.scene.network.depth() - 1;
        let spot = Spot::Activation { layer, neuron: 0 };
        let shown = self.pointed(spot, theme.activation);
        let tall = |rows: u16| y > rows / 2 && y + rows / 2 + ANSWER < self.area.height;
        let curve = CURVES.into_iter().find(|&(cells, rows)| cells <= width && tall(rows));
        let (width, half) = curve.map_or((SIGMA, 1), |(cells, rows)| (cells, rows / 2));
        let area = Rect { x: self.area.x + x, y: self.area.y + y.saturating_sub(half), width, height: 2 * half + 1 };
        self.boxed((x, y.saturating_sub(half)), (width, 2 * half + 1), "", theme.activation);
        if half == 1 {
            self.text(x + 1, y, " σ ", shown);
        } else {
            let sigma = Activation::Sigmoid;
            let mut plot = Plot::new(PlotAxis::new(-6.0, 6.0), PlotAxis::new(0.0, 1.0), theme.muted)
                .reference(Reference::upright(0.0, theme.muted))
                .series(Series::curve(move |z| sigma.value(z), theme.curve));
            if let NodeValue::Number(z) = self.scene.output().value {
                plot = plot.marker(Marker::new(z.clamp(-6.0, 6.0), sigma.value(z), "●", theme.here));
            }
            self.context.draw(plot, area.inner(Margin::new(1, 1)));
            self.text(x + 2, y + 1 - half, "σ", shown);
        }
        self.note((x, y.saturating_sub(half)), (width, 2 * half + 1), spot);
        half
    }

    /// σ with its middle on row `y`, the sum above, the answer below, and what is answered over the small maps'
    /// attributes, where there are rows for that; returns the row behind the answer.
    pub fn output(&mut self, (x, y): (u16, u16), width: u16) -> u16 {
        let spot = Spot::Sum { layer: self.scene.network.depth() - 1, neuron: 0 };
        let node = self.scene.output();
        let sum = self.scene.value(node, usize::from(OUTPUT - 2));
        let half = self.sigma((x, y), width);
        self.text(x, y, "┤", self.context.theme.activation);
        if y > half && node.share.is_some() {
            let style = self.pointed(spot, node.style);
            self.text(x, y - half - 1, &format!("{} {sum}", node.name), style);
            self.note((x, y - half - 1), (OUTPUT, 1), spot);
            if self.scene.way == Way::Backward {
                self.text(x + SIGMA, y, "◂", node.style);
            }
        }
        self.answer(x, y + half + 1);
        let end = y + half + 1 + ANSWER;
        self.answer_map((x, end + 1), width);
        end
    }

    /// What is answered over the small maps' attributes, at most so wide, where there are rows for it.
    pub fn answer_map(&mut self, (x, y): (u16, u16), width: u16) {
        let height = self.area.height.saturating_sub(y + 2).min(width / 2).min(MOST_ANSWER_MAP);
        // Until there is an answer, its colour at the passenger's place would tell it.
        let is_told = height >= 2 && !self.scene.answer.is_empty();
        let Some(maps) = self.scene.maps.as_ref().filter(|_| is_told) else { return };
        // Whole words only.
        let caption = maps.captions.iter().find(|caption| text::width(caption) <= usize::from(width));
        let style = self.context.theme.muted;
        self.text(x, y, caption.map_or("", String::as_str), style);
        self.map((x, y + 1), (width, height), (self.scene.network.depth() - 1, 0));
    }

    /// What a neuron says besides its name: its shape and its value.
    pub fn face(&mut self, (x, y): (u16, u16), digits: u16, node: &Node) {
        self.text(x, y, node.shape, node.style);
        self.value((x + SHAPE, y), digits, node);
    }

    /// The value of a neuron.
    pub fn value(&mut self, (x, y): (u16, u16), digits: u16, node: &Node) {
        let digits = usize::from(digits);
        let value = self.scene.value(node, digits);
        // A word keeps a blank from what stands behind it.
        let has_blank = matches!(node.value, NodeValue::Word(_)) && text::width(&value) < digits;
        let value = format!("{value}{}", if has_blank { " " } else { "" });
        self.text(x, y, &text::pad_left(&value, digits), node.style.patch(node.mark));
    }

    /// The lines of the answer, from row `y` on.
    pub fn answer(&mut self, x: u16, y: u16) {
        let scene = self.scene;
        for (row, line) in scene.answer.iter().enumerate() {
            self.context.line(self.area.from(x).below(y + row as u16), line.clone());
        }
        self.note((x, y), (OUTPUT, 3), Spot::Verdict);
    }

    /// The lines into a layer between two columns; returns how many of how many.
    pub fn fan(
        &mut self,
        (x, width): (u16, u16),
        layer: usize,
        place: impl Fn(usize, usize) -> (u16, u16),
    ) -> (usize, usize) {
        let area = Rect { x: self.area.x + x, width, ..self.area }.intersection(self.area);
        let scene = self.scene;
        let edges = scene.edges(layer, false).into_iter();
        let strands: Vec<Strand> = edges
            .map(|(neuron, input, edge)| {
                let (from, to) = place(neuron, input);
                Strand { from, to, edge }
            })
            .collect();
        let all = strands.len();
        // As many as can be told apart: each needs its row and its column, or is the only one to end where it does.
        let ends: BTreeSet<u16> = strands.iter().map(|strand| strand.to).collect();
        let columns = usize::from(width);
        let in_characters = self.context.app.core.settings.ascii;
        let apart = if ends.len() == all { 3 * columns } else { columns };
        let room = usize::from(area.height).max(STRONGEST).min(columns * 3 / 4).max(ends.len().min(apart));
        // Characters are coarser than dots; in dots, where lines are long, as many faint ones are among them.
        let (room, faint) = if in_characters {
            (room / 2, 0)
        } else {
            (room, if all <= room || width < NARROW { 0 } else { room / 2 })
        };
        let bright = room.min(all) - faint;
        let heaviest = if all <= FEW { scene.heaviest(layer) } else { 0.0 };
        let fan = Fan { bright, faint, heaviest, pulse: scene.pulse_in(layer), in_characters };
        (fan::draw(self.context, area, strands, &fan), all)
    }

    /// A level line as heavy as a weight, up to a column, with what flows on it now.
    pub fn line(&mut self, (from, to): (u16, u16), y: u16, (layer, heaviest): (usize, f64), edge: Edge) {
        let style = self.context.theme.push(edge.flow);
        let glyph = match edge.weight.abs() {
            weight if weight > heaviest * 2.0 / 3.0 => "━",
            weight if weight > heaviest / 3.0 => "─",
            _ => "┄",
        };
        self.text(from, y, &glyph.repeat(usize::from(to.saturating_sub(from))), style);
        if let Some(share) = self.scene.pulse_in(layer).filter(|_| edge.flow.is_some_and(|flow| flow != 0.0)) {
            let at = from + (share * f64::from(to.saturating_sub(from + 1))).round() as u16;
            self.text(at, y, "●", style);
        }
    }

    /// The small map of a neuron, with the passenger's place on it.
    pub fn map(&mut self, at: (u16, u16), size: (u16, u16), neuron: (usize, usize)) {
        self.field(at, size, neuron, false);
    }

    /// The row of its map that the passenger stands on, half a cell high: such rows may stand on each other.
    pub fn strip(&mut self, at: (u16, u16), width: u16, neuron: (usize, usize)) {
        self.field(at, (width, 1), neuron, true);
    }

    fn field(
        &mut self,
        (x, y): (u16, u16),
        (width, height): (u16, u16),
        (layer, neuron): (usize, usize),
        is_strip: bool,
    ) {
        let Some(maps) = self.scene.maps.as_ref().filter(|maps| layer < maps.layers) else { return };
        let Some(index) = maps.neurons.index((layer, neuron)) else { return };
        let whole = Rect { x: self.area.x + x, y: self.area.y + y, width, height };
        let area = whole.intersection(self.area);
        let is_last = layer + 1 == self.scene.network.depth();
        let ramp = if is_last { Ramp::Belief } else { Ramp::Activation };
        let share = maps.neurons.share(index, self.scene.network.layer(layer).activation);
        let theme = self.context.theme;
        let lines = f64::from(height * theme.heat.per_cell(ramp));
        let middle = |place: u16, of: f64| (f64::from(place) + 0.5) / of;
        let up = |line: u16| if is_strip { maps.at.map_or(0.5, |at| at[1]) } else { 1.0 - middle(line, lines) };
        heat_map::draw(theme, ramp, area, self.context.buf, |column, line| {
            let is_free = is_strip && f64::from(line + 1) < lines;
            if is_free { None } else { share([middle(column, f64::from(width)), up(line)]) }
        });
        // In one row he would hide a fourth of it.
        if let Some(at) = maps.at.filter(|_| height > 1) {
            heat_map::mark(self.context.buf, heat_map::cell_at(at, whole), "●", theme.here);
        }
    }
}

/// From the first of some rows to the last, with the row in the middle.
fn ends(rows: &[u16], middle: u16) -> RangeInclusive<u16> {
    let top = rows.iter().copied().min().unwrap_or(middle).min(middle);
    top..=rows.iter().copied().max().unwrap_or(middle).max(middle)
}

/// In the middle of so many cells; an odd one goes to the left, so that one digit stands where two would end.
fn centred(value: &str, cells: usize) -> String {
    let room = cells.saturating_sub(text::width(value));
    let left = room.div_ceil(2);
    format!("{}{value}{}", " ".repeat(left), " ".repeat(room - left))
}
