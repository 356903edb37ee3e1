//! The selected passenger's numbers as far as the slow flow has brought them.

use crate::app::App;
use crate::nn::Trace;

/// What of the calculation is on the screen now.
pub struct Flowing {
    /// Every number, or none when the recipe has no answer for the passenger.
    pub trace: Option<Trace>,
    app_flow: Option<crate::app::flow::Flow>,
}

impl Flowing {
    /// The selected passenger's.
    pub fn of(app: &App) -> Self {
        Self { trace: app.trace(), app_flow: app.flow }
    }

    /// The product of an input and its weight; the bias's when `input` is past the last.
    pub fn product(&self, app: &App, layer: usize, neuron: usize, input: usize) -> Option<f64> {
        let trace = self.trace.as_ref()?;
        if self.app_flow.is_some_and(|flow| !flow.shows_products(layer)) {
            return None;
        }
        let weights = app.network().layer(layer);
        let values = if layer == 0 { &trace.inputs } else { &trace.layers[layer - 1].a };
        Some(match values.get(input) {
            Some(value) => value * weights.weight(neuron, input),
            None => weights.biases[neuron],
        })
    }

    /// The sum of a neuron.
    pub fn sum(&self, layer: usize, neuron: usize) -> Option<f64> {
        if self.app_flow.is_some_and(|flow| !flow.shows_sums(layer)) {
            return None;
        }
        self.trace.as_ref().map(|trace| trace.layers[layer].z[neuron])
    }

    /// The activation of a neuron.
    pub fn activation(&self, layer: usize, neuron: usize) -> Option<f64> {
        if self.app_flow.is_some_and(|flow| !flow.shows_activations(layer)) {
            return None;
        }
        self.trace.as_ref().map(|trace| trace.layers[layer].a[neuron])
    }

    /// The chance of having lived.
    pub fn p(&self) -> Option<f64> {
        if self.app_flow.is_some_and(|flow| !flow.shows_verdict()) {
            return None;
        }
        self.trace.as_ref().map(Trace::p)
    }

    /// Whether the answer is on the screen, also one without a number.
    pub fn shows_verdict(&self) -> bool {
        self.app_flow.is_none_or(|flow| flow.shows_verdict())
    }
}
