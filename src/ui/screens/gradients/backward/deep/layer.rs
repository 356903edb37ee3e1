//! A hidden layer: what each neuron does with its z, and its δ; folded to one glyph a neuron where there
//! are not enough cells.

use ratatui::layout::Rect;

use super::super::super::figures;
use super::super::Back;
use super::plan::{Column, SHAPE};
use crate::app::gradients::Stage;
use crate::app::pointer::Spot;
use crate::app::{App, Target};
use crate::explain::numbers;
use crate::explain::words::{gradients as words, network};
use crate::nn::{Activation, Parameter};
use crate::ui::context::Context;
use crate::ui::text;

/// Heights of a folded neuron.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Writes a layer's heading so that it keeps apart from what ends before cell `from`; returns its end.
pub(super) fn draw_heading(context: &mut Context<'_>, inner: Rect, column: &Column, layer: usize, from: u16) -> u16 {
    let style = context.theme.muted;
    let values = [(layer + 1).to_string(), column.count.to_string()];
    let headings = [context.fill(network::LAYER, &values), values.join(" · ")];
    for heading in headings {
        // Over a folded column it stands in the middle; there are lines to both sides.
        let over = (text::width(&heading) as u16).saturating_sub(column.width) / 2;
        let x = column.x.saturating_sub(if column.is_open() { 0 } else { over });
        if x >= from {
            return context.pen(inner).text(x, 0, &heading, style) + 1;
        }
    }
    from
}

/// Draws the neurons of a hidden layer.
pub(super) fn draw(context: &mut Context<'_>, inner: Rect, column: &Column, layer: usize, back: &Back<'_>) {
    let app = context.app;
    let theme = *context.theme;
    let largest = (0..column.count)
        .filter_map(|neuron| back.delta(layer, neuron))
        .fold(0.0, |most: f64, delta| most.max(delta.abs()));
    let pointed = app.spot().parameter(app.network());
    for neuron in 0..column.count {
        let y = column.row(neuron);
        let face = Face::of(back, layer, neuron);
        let hue = match face.delta {
            _ if face.is_shut => theme.muted,
            Some(delta) => theme.push(Some(delta)),
            None => theme.activation,
        };
        let leaves = matches!(pointed,
            Parameter::Weight { layer: l, input, .. } if l == layer + 1 && input == neuron);
        let style = if leaves { hue.bold() } else { hue };
        let mut pen = context.pen(inner);
        let (x, width) = if column.is_open() {
            pen.text(column.x, y, face.shape, theme.muted);
            let value = face.value(app, usize::from(column.digits()));
            pen.text(column.x + SHAPE, y, &value, style);
            (column.x, column.width)
        } else {
            let x = column.x + (neuron % column.per_row) as u16 * 2;
            let share = match face.delta {
                Some(delta) if largest > 0.0 => delta.abs() / largest,
                _ => 0.0,
            };
            let glyph = match face.delta {
                _ if face.is_shut => "·",
                None => " ",
                Some(_) => BLOCKS[((share * 7.0).round() as usize).min(7)],
            };
            pen.text(x, y, glyph, style);
            (x, 1)
        };
        let area = Rect { x: inner.x + x, y: inner.y + y, width, height: 1 };
        let spot = Spot::of(Parameter::Bias { layer, neuron }, app.network());
        context.note(area, Target::Spot(spot));
    }
}

/// What is drawn of a neuron.
struct Face {
    shape: &'static str,
    /// δ, once it is reached.
    delta: Option<f64>,
    /// The activation, before δ is reached.
    activation: Option<f64>,
    /// Whether it is off for this person, so that δ stops.
    is_shut: bool,
}

impl Face {
    fn of(back: &Back<'_>, layer: usize, neuron: usize) -> Self {
        let activation = back.app.network().layer(layer).activation;
        let seen = back.trace.map(|trace| &trace.layers[layer]);
        let (z, a) = (seen.map(|seen| seen.z[neuron]), seen.map(|seen| seen.a[neuron]));
        let flat = z.is_some_and(|z| z <= 0.0);
        let shape = match activation {
            Activation::Relu | Activation::LeakyRelu if flat => "▁▁",
            Activation::Relu | Activation::LeakyRelu => "▁╱",
            Activation::Tanh => "╭╯",
            Activation::Sigmoid => "σ ",
            Activation::Linear => "╱ ",
        };
        Self {
            shape,
            delta: back.delta(layer, neuron),
            activation: a.filter(|_| !back.app.gradients.shows(Stage::Delta)),
            is_shut: activation == Activation::Relu && flat,
        }
    }

    fn value(&self, app: &App, width: usize) -> String {
        match (self.delta, self.activation) {
            (Some(_), _) if self.is_shut => {
                let off = app.settings.say(words::OFF);
                text::pad_left(&format!("{off} 0"), width)
            }
            (Some(delta), _) => figures::flow(delta, width),
            (None, Some(a)) => numbers::fixed(a, 6, width),
            (None, None) => " ".repeat(width),
        }
    }
}
