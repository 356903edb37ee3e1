//! The parts that every layout is put together from, as cells with their targets: boxes, pills with what
//! flows behind them, the line that gathers a sum, σ with its answer.

use std::ops::RangeInclusive;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::fan::{self, Strand};
use super::model::{Node, Scene, Way};
use crate::app::Target;
use crate::app::core::pointer::Spot;
use crate::ui::context::Context;
use crate::ui::layout::RectExt as _;
use crate::ui::text;

/// Cells of σ with its answer.
pub(super) const OUTPUT: u16 = 10;
/// Rows of σ with the sum above and the answer below.
pub(super) const OUTPUT_ROWS: u16 = 7;
/// Cells of a box without its label.
pub(super) const BOX: u16 = 4;
/// Rows of a box.
pub(super) const BOX_ROWS: u16 = 3;
/// Cells of a pill with three decimals, and of what flows behind it.
pub(super) const PILL: u16 = 9;
/// See [`PILL`].
pub const FLOW: u16 = 7;

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

    /// A level line up to a column.
    pub fn rule(&mut self, from: u16, to: u16, y: u16, style: Style) {
        self.text(from, y, &"─".repeat(usize::from(to.saturating_sub(from))), style);
    }

    /// An empty box with its label, its middle on row `y`.
    pub fn boxed(&mut self, (x, y): (u16, u16), width: u16, label: &str, style: Style) {
        let label = text::cut(label, usize::from(width.saturating_sub(2)));
        let rest = usize::from(width.saturating_sub(2)).saturating_sub(text::width(&label));
        self.text(x, y.saturating_sub(1), &format!("╭{label}{}╮", "─".repeat(rest)), style);
        self.text(x, y, "│", style);
        self.text(x + width - 1, y, "│", style);
        self.text(x, y + 1, &format!("╰{}╯", "─".repeat(usize::from(width - 2))), style);
    }

    /// An input in its box.
    pub fn input(&mut self, (x, y): (u16, u16), width: u16, input: usize) {
        let node = &self.scene.columns[0][input];
        let value = self.scene.value(node, usize::from(width - 2));
        self.boxed((x, y), width, &format!(" {} ", node.label(usize::from(width - BOX))), node.style);
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

    /// σ in its box, with its middle on row `y`.
    pub fn sigma(&mut self, x: u16, y: u16) {
        let style = self.context.theme.activation;
        let spot = Spot::Activation { layer: self.scene.network.depth() - 1, neuron: 0 };
        self.boxed((x, y), 5, "", style);
        let shown = self.pointed(spot, style);
        self.text(x + 1, y, " σ ", shown);
        self.note((x, y.saturating_sub(1)), (5, BOX_ROWS), spot);
    }

    /// σ with its middle on row `y`, the sum above and the answer below.
    pub fn output(&mut self, x: u16, y: u16) {
        let spot = Spot::Sum { layer: self.scene.network.depth() - 1, neuron: 0 };
        let node = self.scene.output();
        let sum = self.scene.value(node, 8);
        self.sigma(x, y);
        self.text(x, y, "┤", self.context.theme.activation);
        if y >= 2 && node.share.is_some() {
            let style = self.pointed(spot, node.style);
            self.text(x, y - 2, &format!("{} {sum}", node.name), style);
            self.note((x, y - 2), (OUTPUT, 1), spot);
            if self.scene.way == Way::Backward {
                self.text(x + 5, y, "◂", node.style);
            }
        }
        self.answer(x, y + 2);
    }

    /// What a neuron says besides its name: its shape and its value.
    pub fn face(&mut self, (x, y): (u16, u16), digits: u16, node: &Node) {
        let value = text::pad_left(&self.scene.value(node, usize::from(digits)), usize::from(digits));
        self.text(x, y, node.shape, node.style);
        self.text(x + SHAPE, y, &value, node.style.patch(node.mark));
    }

    /// The lines of the answer, from row `y` on.
    pub fn answer(&mut self, x: u16, y: u16) {
        let scene = self.scene;
        for (row, line) in scene.answer.iter().enumerate() {
            self.context.line(self.area.from(x).below(y + row as u16), line.clone());
        }
        self.note((x, y), (OUTPUT, 3), Spot::Verdict);
    }

    /// The lines into a layer between two columns, at most so many; returns how many of how many.
    pub fn fan(
        &mut self,
        (x, width): (u16, u16),
        layer: usize,
        most: impl Fn(usize) -> usize,
        place: impl Fn(usize, usize) -> (u16, u16),
    ) -> (usize, usize) {
        let area = Rect { x: self.area.x + x, width, ..self.area }.intersection(self.area);
        let strands: Vec<Strand> = self
            .scene
            .edges(layer, false)
            .into_iter()
            .map(|(neuron, input, edge)| {
                let (from, to) = place(neuron, input);
                Strand { from, to, edge }
            })
            .collect();
        let all = strands.len();
        (fan::draw(self.context, area, strands, most(all)), all)
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
