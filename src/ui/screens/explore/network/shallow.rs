//! The post's picture in text: inputs, weight pills, the product along each line, the sum, σ, the answer.
//!
//! ```text
//! ╭ Age ─╮
//! │  22  ├──[×−0.0169]── −0.370744 ────────╮
//! ╰──────╯                                 │       ╭───╮
//! ╭ Sex ─╮                            ╭sum─┴────╮  │   │    .380588
//! │   0  ├──(× 0.7040)──  0.000000 ───┤−0.487053│─▸│ σ │──▸ 38 %
//! ╰──────╯                            ╰────┬────╯  │   │    died ✓
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::flowing::Flowing;
use crate::app::pointer::Spot;
use crate::app::{App, Target};
use crate::explain::numbers;
use crate::explain::words::network as words;
use crate::training::MissingAge;
use crate::ui::context::Context;
use crate::ui::pen::Pen;
use crate::ui::text;
use crate::ui::theme::Theme;

/// The picture is never drawn wider than this.
const MOST: u16 = 90;
const PILL: u16 = 10;
const PRODUCT: u16 = 9;
const SUM: u16 = 11;
const SIGMA: u16 = 5;
/// Cells of the list's own value beside a scaled input's name.
const RAW: usize = 5;
const ANSWER: u16 = 8;
/// Cells between the parts, at the least: two lines, the arrow to σ and the one from it.
const GAPS: u16 = 1 + 1 + 1 + 2 + 4;

/// The rows of a picture of `inputs` inputs and the bias with a box each.
pub const fn height(inputs: usize) -> u16 {
    (inputs as u16 + 1) * 3
}

/// Where things stand, relative to the panel.
struct Places {
    boxes: u16,
    pill: u16,
    product: u16,
    collector: u16,
    sigma: u16,
    answer: u16,
    /// The middle row of each input's box.
    rows: Vec<u16>,
    middle: u16,
    /// Rows from one box to the next: three with a border each, one without.
    pitch: u16,
}

impl Places {
    fn of(app: &App, width: u16, height: u16) -> Self {
        let lines = app.network().layer(0).inputs as u16 + 1;
        let pitch = if lines * 3 <= height { 3 } else { 1 };
        let inputs = app.run().encoder().inputs();
        let labels = (0..usize::from(lines)).map(|input| {
            // A scaled input shows the list's own value beside its name.
            let scaled = inputs.get(input).is_some_and(|input| input.scale().is_some());
            text::width(&app.names().input(input)) + if scaled { RAW + 1 } else { 0 }
        });
        let label = labels.max().unwrap_or(3) as u16;
        // Behind a border a label needs four cells more; without one, its value stands beside it.
        let boxes = if pitch == 3 { (label + 4).max(8) } else { label + 9 };
        let fixed = boxes + PILL + PRODUCT + SUM + SIGMA + ANSWER + GAPS;
        let spare = width.min(MOST).saturating_sub(fixed);
        let pill = boxes + 1 + spare / 3;
        let product = pill + PILL + 1 + spare / 3;
        let sum = product + PRODUCT + 1 + spare / 3;
        let sigma = sum + SUM + 2;
        let top = height.saturating_sub(lines * pitch) / 2;
        let rows: Vec<u16> = (0..lines).map(|line| top + line * pitch + pitch / 2).collect();
        let middle = u16::midpoint(rows[0], rows[rows.len() - 1]);
        Self { boxes, pill, product, collector: sum + SUM / 2, sigma, answer: sigma + SIGMA + 4, rows, middle, pitch }
    }

    const fn sum(&self) -> u16 {
        self.collector - SUM / 2
    }
}

/// Draws the picture into the inside of the panel.
pub fn draw(context: &mut Context<'_>, inner: Rect, flowing: &Flowing) {
    let app = context.app;
    let theme = *context.theme;
    let width = inner.width.min(MOST);
    // One column of air on the left, the rest of the room on both sides.
    let left = ((inner.width - width) / 2).max(1);
    let width = width.min(inner.width - left);
    let inner = Rect { x: inner.x + left, width, ..inner };
    let places = Places::of(app, inner.width, inner.height);
    let painter = Painter { app, theme: &theme, places: &places, flowing };
    let mut pen = Pen::new(context.buf, inner);
    let inputs = app.network().layer(0).inputs;
    for input in 0..=inputs {
        painter.input(&mut pen, input);
        painter.line(&mut pen, input);
    }
    painter.sum(&mut pen);
    painter.sigma(&mut pen);
    painter.answer(&mut pen);
    note_spots(context, inner, &places, inputs);
}

fn note_spots(context: &mut Context<'_>, inner: Rect, places: &Places, inputs: usize) {
    let at = |x: u16, y: u16, width: u16, height: u16| Rect { x: inner.x + x, y: inner.y + y, width, height };
    for input in 0..=inputs {
        let row = places.rows[input];
        let top = row - places.pitch / 2;
        let (layer, neuron) = (0, 0);
        context.note(at(0, top, places.boxes, places.pitch), Target::Spot(Spot::Input(input)));
        let weight = Spot::Weight { layer, neuron, input };
        context.note(at(places.pill, row, PILL, 1), Target::Spot(weight));
        let product = Spot::Product { layer, neuron, input };
        context.note(at(places.product, row, PRODUCT, 1), Target::Spot(product));
    }
    let top = places.middle.saturating_sub(1);
    let sum = Spot::Sum { layer: 0, neuron: 0 };
    context.note(at(places.sum(), top, SUM, 3), Target::Spot(sum));
    let sigma = Spot::Activation { layer: 0, neuron: 0 };
    context.note(at(places.sigma, top, SIGMA, 3), Target::Spot(sigma));
    context.note(at(places.answer, top, ANSWER, 3), Target::Spot(Spot::Verdict));
}

struct Painter<'a> {
    app: &'a App,
    theme: &'a Theme,
    places: &'a Places,
    flowing: &'a Flowing,
}

impl Painter<'_> {
    fn inputs(&self) -> usize {
        self.app.network().layer(0).inputs
    }

    fn is_here(&self, spot: Spot) -> bool {
        self.app.spot() == spot
    }

    /// The style of a number at a place: reversed under the pointer.
    fn at(&self, spot: Spot, style: Style) -> Style {
        if self.is_here(spot) { style.patch(self.theme.pointer) } else { style }
    }

    fn input(&self, pen: &mut Pen<'_>, input: usize) {
        let is_bias = input == self.inputs();
        let style = if is_bias { self.theme.bias } else { self.theme.input };
        let row = self.places.rows[input];
        let width = usize::from(self.places.boxes);
        let mut label = self.app.names().input(input);
        let (value, raw) = self.input_value(input);
        let missing = value.is_none();
        let value = value.unwrap_or_else(|| "?".to_owned());
        if let Some(raw) = raw {
            label = format!("{label} {raw}");
        }
        let frame = if missing { self.theme.muted } else { style };
        let value_style = self.at(Spot::Input(input), if missing { self.theme.muted } else { style });
        if self.places.pitch == 1 {
            let label = text::pad_right(&text::cut(&label, width - 9), width - 9);
            pen.text(0, row, &label, frame);
            pen.text(width as u16 - 9, row, &text::pad_left(&value, 8), value_style);
            return;
        }
        let label = text::cut(&label, width - 4);
        let rule = "─".repeat(width - 4 - text::width(&label));
        pen.text(0, row - 1, &format!("╭ {label} {rule}╮"), frame);
        pen.text(0, row, "│", frame);
        let value = centred(&value, width - 2);
        pen.text(1, row, &value, value_style);
        pen.text(width as u16 - 1, row, "├", frame);
        pen.text(0, row + 1, &format!("╰{}╯", "─".repeat(width - 2)), frame);
    }

    /// The value that is multiplied, and the list's own value where it was scaled.
    fn input_value(&self, input: usize) -> (Option<String>, Option<String>) {
        if input == self.inputs() {
            return (Some("+1".to_owned()), None);
        }
        let Some(trace) = &self.flowing.trace else {
            // Of a passenger without an answer, what the list knows is still shown.
            let person = self.app.passenger();
            let known = self.app.run().encoder().inputs()[input].raw(&person);
            return (known.map(|value| numbers::compact(value, 6)), None);
        };
        let value = trace.inputs[input];
        let encoder = self.app.run().encoder();
        let input = &encoder.inputs()[input];
        if input.scale().is_none() {
            return (Some(numbers::compact(value, 6)), None);
        }
        let raw = numbers::compact(input.unscaled(value), RAW);
        (Some(numbers::fixed(value, 3, 6).trim().to_owned()), Some(raw))
    }

    fn line(&self, pen: &mut Pen<'_>, input: usize) {
        let places = self.places;
        let row = places.rows[input];
        let product = self.flowing.product(self.app, 0, 0, input);
        let line = self.theme.push(product);
        let is_bias = input == self.inputs();
        let from = places.boxes;
        let end = if row == places.middle { places.sum() } else { places.collector };
        rule(pen, from, places.pill, row, line);
        self.pill(pen, input, row, if is_bias { self.theme.bias } else { self.theme.weight });
        rule(pen, places.pill + PILL, places.product.saturating_sub(1), row, line);
        let spot = Spot::Product { layer: 0, neuron: 0, input };
        let text = product.map_or_else(
            || " ".repeat(usize::from(PRODUCT)),
            |product| numbers::fixed(product, 6, usize::from(PRODUCT)),
        );
        pen.text(places.product, row, &text, self.at(spot, line));
        rule(pen, places.product + PRODUCT, end, row, line);
        if row != places.middle {
            let first_or_last = input == 0 || is_bias;
            let corner = match (row < places.middle, first_or_last) {
                (true, true) => "╮",
                (false, true) => "╯",
                (_, false) => "┤",
            };
            pen.text(places.collector, row, corner, line);
            let (top, bottom) =
                if row < places.middle { (row + 1, places.middle.saturating_sub(1)) } else { (places.middle + 2, row) };
            for y in top..bottom {
                if !places.rows.contains(&y) {
                    pen.text(places.collector, y, "│", self.theme.muted);
                }
            }
        }
    }

    fn pill(&self, pen: &mut Pen<'_>, input: usize, row: u16, style: Style) {
        let layer = self.app.network().layer(0);
        let weight = if input == layer.inputs { layer.biases[0] } else { layer.weight(0, input) };
        let here = self.is_here(Spot::Weight { layer: 0, neuron: 0, input });
        let number = numbers::fixed(weight, 4, usize::from(PILL) - 3);
        let text = if here { format!("[×{number}]") } else { format!("(×{number})") };
        pen.text(self.places.pill, row, &text, if here { style.patch(self.theme.pointer) } else { style });
    }

    fn sum(&self, pen: &mut Pen<'_>) {
        let places = self.places;
        let style = self.theme.sum;
        let spot = Spot::Sum { layer: 0, neuron: 0 };
        let x = places.sum();
        let label = text::cut(self.app.settings.say(words::SUM), 4).into_owned();
        let top = text::width(&label);
        let y = places.middle;
        let above = places.rows[0] < y;
        let joint = places.collector - x;
        pen.text(x, y - 1, &format!("╭{label}{}╮", "─".repeat(usize::from(SUM) - 2 - top)), style);
        pen.text(x, y + 1, &format!("╰{}╯", "─".repeat(usize::from(SUM) - 2)), style);
        if above {
            pen.text(x + joint, y - 1, "┴", style);
            pen.text(x + joint, y + 1, "┬", style);
        }
        let entry = if places.rows.contains(&y) { "┤" } else { "│" };
        pen.text(x, y, entry, style);
        let sum = self.flowing.sum(0, 0);
        let inside = usize::from(SUM) - 2;
        let number = match sum {
            Some(z) => numbers::fixed(z, 6, inside),
            None if self.flowing.trace.is_none() => centred(numbers::MISSING, inside),
            None => " ".repeat(inside),
        };
        pen.text(x + 1, y, &number, self.at(spot, style));
        pen.text(x + SUM - 1, y, "│", style);
        pen.text(x + SUM, y, "─▸", self.theme.muted);
    }

    fn sigma(&self, pen: &mut Pen<'_>) {
        let (x, y) = (self.places.sigma, self.places.middle);
        let style = self.theme.activation;
        let spot = Spot::Activation { layer: 0, neuron: 0 };
        pen.text(x, y - 1, "╭───╮", style);
        pen.text(x, y, "│", style);
        pen.text(x + 1, y, " σ ", self.at(spot, style));
        pen.text(x + 4, y, "│", style);
        pen.text(x, y + 1, "╰───╯", style);
        pen.text(x + SIGMA, y, "──▸", self.theme.muted);
    }

    fn answer(&self, pen: &mut Pen<'_>) {
        let (x, y) = (self.places.answer, self.places.middle);
        let live = self.app.shown().row(self.app.who);
        let person = self.app.passenger();
        let verdict_style = if live.said { self.theme.lived } else { self.theme.died };
        if !self.flowing.shows_verdict() {
            return;
        }
        if let Some(p) = self.flowing.p() {
            let digits = numbers::probability(p, 6);
            let activation = Spot::Verdict;
            pen.text(x, y - 1, &digits, self.at(activation, self.theme.text));
            let percent = format!("{:.0} %", p * 100.0);
            pen.text(x, y, &percent, verdict_style.bold());
        }
        let left_out = self.app.run().recipe().missing_age == MissingAge::Drop;
        if live.p.is_none() && left_out {
            pen.text(x, y + 1, numbers::MISSING, self.theme.muted);
            return;
        }
        let word = self.app.settings.say(if live.said { words::LIVED } else { words::DIED });
        let star = if live.p.is_none() { "*" } else { "" };
        let end = pen.text(x, y + 1, &format!("{word}{star}"), verdict_style.bold());
        if person.survived.is_some() {
            let (mark, style) = if live.right { ("✓", self.theme.right) } else { ("✗", self.theme.wrong) };
            pen.text(end + 1, y + 1, mark, style);
        }
    }
}

fn rule(pen: &mut Pen<'_>, from: u16, to: u16, row: u16, style: Style) {
    if to > from {
        pen.text(from, row, &"─".repeat(usize::from(to - from)), style);
    }
}

fn centred(value: &str, width: usize) -> String {
    let room = width.saturating_sub(text::width(value));
    // An odd cell goes to the left, so that one digit stands where two would end.
    let left = room.div_ceil(2);
    format!("{}{value}{}", " ".repeat(left), " ".repeat(room - left))
}
