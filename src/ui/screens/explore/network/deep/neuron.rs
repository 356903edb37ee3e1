//! One neuron as text: its bent line and on/off state for this passenger, its value, its bar.

use ratatui::style::Style;

use crate::app::App;
use crate::app::pointer::Spot;
use crate::explain::numbers;
use crate::explain::words::network as words;
use crate::nn::Activation;
use crate::ui::theme::Theme;

use super::super::flowing::Flowing;

/// What is drawn of a neuron.
pub struct Face {
    /// The activation's shape in two cells: bent, or flat when the neuron is off.
    pub shape: &'static str,
    /// The value, or a word for it.
    pub value: String,
    /// The activation's size among its layer's largest, from 0 to 1.
    pub share: f64,
    /// Its colour: dim when off.
    pub style: Style,
    /// Whether it passes nothing on.
    pub off: bool,
    /// The sign of the activation, for the bar.
    pub negative: bool,
}

impl Face {
    /// The face of a neuron; `largest` is the largest |a| of its layer, `width` the cells of the value.
    pub fn of(
        app: &App,
        theme: &Theme,
        flowing: &Flowing,
        (layer, neuron): (usize, usize),
        largest: f64,
        width: usize,
    ) -> Self {
        let activation = app.network().layer(layer).activation;
        let z = flowing.sum(layer, neuron);
        let a = flowing.activation(layer, neuron);
        let off = activation == Activation::Relu && z.is_some_and(|z| z <= 0.0);
        let state = app.shown().neuron(layer, neuron).unwrap_or_default();
        let (dead, saturated) = (state.dead, state.saturated);
        let shape = match activation {
            _ if dead => "✗ ",
            _ if saturated => "▔▔",
            Activation::Relu | Activation::LeakyRelu if z.is_some_and(|z| z <= 0.0) => "▁▁",
            Activation::Relu | Activation::LeakyRelu => "▁╱",
            Activation::Tanh => "╭╯",
            Activation::Sigmoid => "σ ",
            Activation::Linear => "╱ ",
        };
        let value = match a {
            _ if dead => app.settings.say(words::DEAD).to_owned(),
            Some(_) if off => app.settings.say(words::OFF).to_owned(),
            Some(a) => numbers::fixed(a, 3, width),
            None if flowing.trace.is_none() => numbers::MISSING.to_owned(),
            None => String::new(),
        };
        let share = a.map_or(0.0, |a| if largest > 0.0 { a.abs() / largest } else { 0.0 });
        Self {
            shape,
            value,
            share,
            style: if off || dead { theme.muted } else { theme.activation },
            off,
            negative: a.is_some_and(|a| a < 0.0),
        }
    }
}

/// The largest |a| of a layer, as far as the flow shows it.
pub fn largest(app: &App, flowing: &Flowing, layer: usize) -> f64 {
    (0..app.network().layer(layer).outputs)
        .filter_map(|neuron| flowing.activation(layer, neuron))
        .fold(0.0, |most: f64, a| most.max(a.abs()))
}

/// Whether the pointer is on a weight or product that is added up in the neuron.
pub fn receives_pointer(app: &App, layer: usize, neuron: usize) -> bool {
    matches!(app.spot(),
        Spot::Weight { layer: l, neuron: n, .. } | Spot::Product { layer: l, neuron: n, .. }
            if l == layer && n == neuron)
}

/// Whether the pointer is on the neuron or on anything that is added up in it.
pub fn is_under_pointer(app: &App, layer: usize, neuron: usize) -> bool {
    app.spot().neuron() == Some((layer, neuron)) && !matches!(app.spot(), Spot::Weight { .. } | Spot::Product { .. })
}
