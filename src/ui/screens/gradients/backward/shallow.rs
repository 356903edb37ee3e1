//! The post's picture read from right to left: the error enters at σ, gathers in δ, and every line
//! carries its share back to the parameter on it.
//!
//! ```text
//! ╭ Age ─╮
//! │  35  ├─[×−0.0169]─◂─ −17.518287 ─────╮      p .499478
//! ╰──────╯                               │        ╭───╮
//! ╭ Sex ─╮                         ╭δ────┴───╮    │   │
//! │   1  ├─(× 0.7040)─◂─  −0.500522 ┤−0.500522├─◂──┤ σ │◂
//! ```

use ratatui::layout::Rect;

use super::super::figures;
use super::{Back, fate, parameter};
use crate::app::Target;
use crate::app::pointer::Spot;
use crate::explain::numbers;
use crate::ui::context::Context;
use crate::ui::pen::Pen;
use crate::ui::text;
use crate::ui::theme::Theme;

/// The picture is never drawn wider than this.
const MOST: u16 = 84;
/// With the factors of each product.
const MOST_WITH_FACTORS: u16 = 108;
/// The most rows from one line to the next.
const MOST_PITCH: u16 = 8;
const PILL: u16 = 10;
const ARROW: u16 = 4;
const FLOW: u16 = 10;
/// `δ × −0.603054 = `, before the flow.
const FACTORS: u16 = 16;
const DELTA: u16 = 12;
const SIGMA: u16 = 5;
/// From this many rows a line on, inputs have boxes.
const BOXED: u16 = 3;
/// `p 0.499478`, above σ.
const ANSWER: u16 = 11;

struct Places {
    boxes: u16,
    pill: u16,
    arrow: u16,
    /// Cells of the product's factors, where there is room for them.
    factors: u16,
    collector: u16,
    delta: u16,
    sigma: u16,
    /// The middle row of each line drawn, and which input it belongs to.
    rows: Vec<(u16, usize)>,
    middle: u16,
    pitch: u16,
}

impl Places {
    fn of(back: &Back<'_>, width: u16, height: u16) -> Self {
        let app = back.app;
        let count = app.network().layer(0).inputs + 1;
        let label = (0..count).map(|input| text::width(&back.label(input, 14)) as u16).max().unwrap_or(3);
        let fits = |pitch: u16| count as u16 * pitch <= height;
        let pitch = (1..=MOST_PITCH).rev().find(|&pitch| fits(pitch));
        let pitch = pitch.unwrap_or(1);
        let boxes = if pitch >= BOXED { (label + 4).max(8) } else { (label + 8).min(17) };
        let fixed = boxes + 1 + PILL + ARROW + FLOW + 3 + DELTA + 3 + ANSWER;
        let spare = width.saturating_sub(fixed);
        let factors = if spare >= FACTORS { FACTORS } else { 0 };
        let spare = spare - factors;
        let pill = boxes + 1 + spare / 4;
        let arrow = pill + PILL + spare / 4;
        let delta = arrow + ARROW + factors + FLOW + 3 + spare / 4;
        let sigma = delta + DELTA + 3 + (ANSWER - SIGMA) / 2;
        // Of more lines than there are rows those around the pointer.
        let shown = usize::from(height / pitch).min(count).max(1);
        let here = match app.spot() {
            Spot::Input(input) | Spot::Weight { input, .. } | Spot::Product { input, .. } => input,
            Spot::Sum { .. } | Spot::Activation { .. } | Spot::Verdict => 0,
        };
        let first = here.saturating_sub(shown / 2).min(count - shown);
        let top = height.saturating_sub(shown as u16 * pitch) / 2;
        let rows: Vec<(u16, usize)> =
            (0..shown).map(|line| (top + line as u16 * pitch + pitch / 2, first + line)).collect();
        let middle = u16::midpoint(rows[0].0, rows[rows.len() - 1].0);
        Self { boxes, pill, arrow, factors, collector: delta + DELTA / 2, delta, sigma, rows, middle, pitch }
    }

    fn is_row(&self, y: u16) -> bool {
        self.rows.iter().any(|(row, _)| *row == y)
    }
}

/// Draws the picture into the inside of the panel.
pub fn draw(context: &mut Context<'_>, inner: Rect, back: &Back<'_>) {
    let theme = *context.theme;
    // Of a batch every person has other factors.
    let most = if back.trace.is_some() { MOST_WITH_FACTORS } else { MOST };
    let width = inner.width.min(most);
    let left = ((inner.width - width) / 2).max(1);
    let inner = Rect { x: inner.x + left, width: width.min(inner.width - left), ..inner };
    let places = Places::of(back, inner.width, inner.height);
    let painter = Painter { back, theme: &theme, places: &places };
    let mut pen = Pen::new(context.buf, inner);
    for &(row, input) in &places.rows {
        painter.input(&mut pen, row, input);
        painter.line(&mut pen, row, input);
    }
    painter.collector(&mut pen);
    painter.delta(&mut pen);
    painter.sigma(&mut pen);
    for &(row, input) in &places.rows {
        let at =
            |x: u16, width: u16, height: u16| Rect { x: inner.x + x, y: inner.y + row - height / 2, width, height };
        let weight = Spot::Weight { layer: 0, neuron: 0, input };
        let height = if places.pitch >= BOXED { 3 } else { 1 };
        context.note(at(0, places.boxes, height), Target::Spot(weight));
        let end = places.arrow + ARROW + places.factors + FLOW;
        context.note(at(places.pill, end - places.pill, 1), Target::Spot(weight));
    }
}

struct Painter<'a> {
    back: &'a Back<'a>,
    theme: &'a Theme,
    places: &'a Places,
}

impl Painter<'_> {
    fn is_here(&self, input: usize) -> bool {
        let app = self.back.app;
        app.spot().parameter(app.network()) == parameter(app, 0, 0, input)
    }

    fn input(&self, pen: &mut Pen<'_>, row: u16, input: usize) {
        let app = self.back.app;
        let is_bias = input == app.network().layer(0).inputs;
        let style = if is_bias { self.theme.bias } else { self.theme.input };
        let width = usize::from(self.places.boxes);
        let label = self.back.label(input, width - 4);
        let value = self.back.input(input, |value| numbers::compact(value, 6));
        if self.places.pitch < BOXED {
            let name = text::pad_right(&label, width.saturating_sub(8));
            pen.text(0, row, &name, style);
            let value = text::pad_left(&value, 7);
            pen.text((width - 8) as u16, row, &value, style);
            return;
        }
        let label = text::cut(&label, width - 4);
        let rule = "─".repeat(width - 4 - text::width(&label));
        pen.text(0, row - 1, &format!("╭ {label} {rule}╮"), style);
        let room = (width - 2).saturating_sub(text::width(&value));
        let before = room.div_ceil(2);
        let middle = format!("{}{value}{}", " ".repeat(before), " ".repeat(room - before));
        pen.text(0, row, &format!("│{middle}├"), style);
        pen.text(0, row + 1, &format!("╰{}╯", "─".repeat(width - 2)), style);
    }

    fn line(&self, pen: &mut Pen<'_>, row: u16, input: usize) {
        let places = self.places;
        let flow = self.back.gradient(0, 0, input);
        let hue = self.theme.push(flow);
        let end = if row == places.middle { places.delta } else { places.collector };
        rule(pen, places.boxes, end, row, hue);
        let here = self.is_here(input);
        let is_bias = input == self.back.app.network().layer(0).inputs;
        let role = if is_bias { self.theme.bias } else { self.theme.weight };
        let number = numbers::signed(self.back.weight(0, 0, input), 4, usize::from(PILL) - 3);
        let (pill, style) = if here {
            (format!("[×{number}]"), role.patch(self.theme.pointer))
        } else {
            (format!("(×{number})"), role)
        };
        pen.text(places.pill, row, &pill, style);
        let shown = match flow {
            Some(flow) => figures::flow(flow, usize::from(FLOW)),
            None => " ".repeat(usize::from(FLOW)),
        };
        if flow.is_some() {
            pen.text(places.arrow + 1, row, "◂", hue);
        }
        let mut x = places.arrow + ARROW - 1;
        if let Some(factors) = self.factors(input) {
            // Only as much of the line is written over as they need.
            let factors = format!(" {}", text::pad_left(&factors, usize::from(places.factors) - 1));
            x = pen.text(x, row, &factors, self.theme.muted);
        }
        pen.text(x, row, &format!(" {shown} "), hue);
    }

    /// `δ × 22 =`, once the product is there and where there is room.
    fn factors(&self, input: usize) -> Option<String> {
        self.back.gradient(0, 0, input).filter(|_| self.places.factors > 0)?;
        let trace = self.back.trace?;
        let factor = trace.inputs.get(input).copied().unwrap_or(1.0);
        Some(format!("δ × {} =", figures::short(factor)))
    }

    /// The line that gathers them all at δ.
    fn collector(&self, pen: &mut Pen<'_>) {
        let places = self.places;
        let (first, last) = (places.rows[0].0, places.rows[places.rows.len() - 1].0);
        for y in first..=last {
            if y + 1 >= places.middle && y <= places.middle + 1 {
                continue;
            }
            let glyph = match (y == first, y == last, places.is_row(y)) {
                (true, ..) => "╮",
                (_, true, _) => "╯",
                (.., true) => "┤",
                _ => "│",
            };
            pen.text(places.collector, y, glyph, self.theme.muted);
        }
    }

    fn delta(&self, pen: &mut Pen<'_>) {
        let places = self.places;
        let (x, y) = (places.delta, places.middle);
        let delta = self.back.delta(0, 0);
        let style = self.theme.sum;
        let inside = usize::from(DELTA) - 2;
        pen.text(x, y.saturating_sub(1), &format!("╭δ{}╮", "─".repeat(inside - 1)), style);
        pen.text(x, y + 1, &format!("╰{}╯", "─".repeat(inside)), style);
        if places.rows.len() > 1 {
            pen.text(places.collector, y.saturating_sub(1), "┴", style);
            pen.text(places.collector, y + 1, "┬", style);
        }
        let entry = if places.is_row(y) { "┤" } else { "│" };
        pen.text(x, y, entry, style);
        let shown = match delta {
            Some(delta) => figures::flow(delta, inside),
            None if self.back.step.is_none() => format!("{:^inside$}", numbers::MISSING),
            None => " ".repeat(inside),
        };
        pen.text(x + 1, y, &shown, self.theme.push(delta));
        pen.text(x + DELTA - 1, y, "│", style);
        let from = x + DELTA;
        rule(pen, from, places.sigma, y, self.theme.push(delta));
        if delta.is_some() {
            let arrow = u16::midpoint(from, places.sigma);
            pen.text(arrow, y, "◂", self.theme.push(delta));
        }
    }

    fn sigma(&self, pen: &mut Pen<'_>) {
        let (x, y) = (self.places.sigma, self.places.middle);
        let style = self.theme.activation;
        pen.text(x, y.saturating_sub(1), "╭───╮", style);
        pen.text(x, y, "│ σ │", style);
        pen.text(x, y + 1, "╰───╯", style);
        let left = x - (ANSWER - SIGMA) / 2;
        if let Some(p) = self.back.p()
            && y >= 2
        {
            let text = format!("p {}", numbers::probability(p, 6));
            pen.text(left, y - 2, &text, self.theme.text);
        }
        if let Some(fate) = fate(self.back) {
            let style = self.theme.text;
            pen.text(left, y + 2, &format!("y {fate}"), style);
        }
        if let Some(loss) = self.back.loss() {
            let text = format!("L {}", figures::plain(loss, 8).trim_start());
            pen.text(left, y + 3, &text, self.theme.text);
            let error = self.back.delta(0, 0);
            if error.is_some() {
                pen.text(x + SIGMA, y, "◂", self.theme.push(error));
            }
        }
    }
}

fn rule(pen: &mut Pen<'_>, from: u16, to: u16, row: u16, style: ratatui::style::Style) {
    if to > from {
        pen.text(from, row, &"─".repeat(usize::from(to - from)), style);
    }
}
