//! A prediction neuron by neuron: each product, their sum, and what becomes of it. The panels, what is copied
//! and `predict --explain` write these same entries, each in its own form.

use super::names::{self, Names};
use super::numbers;
use crate::data::number::exact;
use crate::nn::{Activation, Network, Trace};
use crate::training::{Encoder, Run};

/// One product of a neuron's sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Summand {
    /// Its place among the neuron's inputs; the bias comes last.
    pub input: usize,
    /// What comes in.
    pub name: String,
    /// Its value, 1 for the bias.
    pub value: f64,
    /// What it is multiplied by.
    pub weight: f64,
    /// Whether it is the bias.
    pub is_bias: bool,
}

impl Summand {
    /// What it adds to the sum.
    pub const fn product(&self) -> f64 {
        self.value * self.weight
    }
}

/// What one neuron computed.
#[derive(Debug, Clone, PartialEq)]
pub struct NeuronAccount {
    /// Its layer and its place there.
    pub place: (usize, usize),
    /// The products, the bias last.
    pub terms: Vec<Summand>,
    /// Their sum.
    pub z: f64,
    /// What becomes of the sum.
    pub activation: Activation,
    /// The result.
    pub a: f64,
    /// Whether it gives the answer.
    pub is_output: bool,
}

impl NeuronAccount {
    /// One neuron.
    pub fn of(names: Names<'_>, trace: &Trace, place @ (layer, neuron): (usize, usize)) -> Self {
        let weights = names.network.layer(layer);
        let values = layer.checked_sub(1).map_or(&trace.inputs, |before| &trace.layers[before].a);
        let term = |input: usize| {
            let value = values.get(input).copied();
            Summand {
                input,
                name: names.source(layer, input),
                value: value.unwrap_or(1.0),
                weight: value.map_or_else(|| weights.biases[neuron], |_| weights.weight(neuron, input)),
                is_bias: value.is_none(),
            }
        };
        Self {
            place,
            terms: (0..=weights.inputs).map(term).collect(),
            z: trace.layers[layer].z[neuron],
            activation: weights.activation,
            a: trace.layers[layer].a[neuron],
            is_output: layer + 1 == names.network.depth(),
        }
    }

    /// Every neuron of a network in the order they are computed.
    pub fn all(names: Names<'_>, trace: &Trace) -> Vec<Self> {
        let widths = trace.layers.iter().map(|layer| layer.z.len()).enumerate();
        let places = widths.flat_map(|(layer, width)| (0..width).map(move |neuron| (layer, neuron)));
        places.map(|place| Self::of(names, trace, place)).collect()
    }

    /// The terms in so many lines: all of them, or the largest by some measure in their order and those that are added
    /// up in the last line.
    pub fn in_lines(&self, lines: usize, size: fn(&Summand) -> f64) -> (Vec<&Summand>, Vec<&Summand>) {
        let mut shown: Vec<&Summand> = self.terms.iter().collect();
        if shown.len() <= lines {
            return (shown, Vec::new());
        }
        shown.sort_by(|one, other| size(other).abs().total_cmp(&size(one).abs()));
        let rest = shown.split_off(lines.saturating_sub(1));
        shown.sort_by_key(|term| term.input);
        (shown, rest)
    }
}

/// What an activation computes, as the post writes it.
pub const fn formula(activation: Activation) -> &'static str {
    match activation {
        Activation::Sigmoid => "1/(1+e^−z)",
        Activation::Relu => "max(0, z)",
        Activation::Tanh => "tanh z",
        Activation::LeakyRelu => "max(0.01 z, z)",
        Activation::Linear => "z",
    }
}

/// The same with a number put in.
pub fn formula_with(activation: Activation, z: f64, decimals: usize) -> String {
    let number = |z: f64| numbers::fixed(z, decimals, decimals + 5).trim().to_owned();
    match activation {
        // The exponent is −z, so its sign is turned.
        Activation::Sigmoid => format!("1/(1 + e^{})", number(-z)),
        Activation::Relu => format!("max(0, {})", number(z)),
        Activation::Tanh => format!("tanh({})", number(z)),
        Activation::LeakyRelu => format!("max({}, {})", number(0.01 * z), number(z)),
        Activation::Linear => number(z),
    }
}

/// How the list's values became the inputs, where they are scaled:
/// `age = (22 − 29.782700) / 12.905488 = −0.603053`.
pub fn scaled(encoder: &Encoder, trace: &Trace, name: impl Fn(usize) -> String) -> Vec<String> {
    let inputs = encoder.inputs().iter().zip(&trace.inputs).enumerate();
    let line = inputs.filter_map(|(index, (input, &value))| {
        let (mean, sd) = input.scale()?;
        let raw = numbers::compact(input.unscaled(value), 9);
        let [mean, sd, value] = [mean, sd, value].map(|number| numbers::decimal(number, 6));
        Some(format!("{} = ({raw} − {mean}) / {sd} = {value}", name(index)))
    });
    line.collect()
}

/// Every sum of a prediction with its terms, to be copied: a line for each neuron, every digit.
pub fn copied(run: &Run, trace: &Trace) -> String {
    let network = run.network();
    let line = |neuron: &NeuronAccount| {
        let term = |term: &Summand| format!("{} ({}) * {}", exact(term.value), term.name, exact(term.weight));
        let terms = neuron.terms.iter().map(term).collect::<Vec<_>>().join(" + ");
        let (z, a) = (exact(neuron.z), exact(neuron.a));
        if neuron.is_output {
            return format!("z = {terms} = {z}\np = 1/(1 + exp(-z)) = {a}\n");
        }
        let name = names::neuron(network, neuron.place.0, neuron.place.1);
        format!("{name} = {}({terms} = {z}) = {a}\n", neuron.activation.name())
    };
    NeuronAccount::all(Names::copied(run), trace).iter().map(line).collect()
}

/// A network without hidden layers as a function in Python, the numbers as they are now.
pub fn code(network: &Network, encoder: &Encoder, trace: &Trace, lived: bool) -> Vec<String> {
    let number = |value: f64| numbers::ascii(&numbers::factor(value));
    let names: Vec<String> = encoder.input_names().iter().map(|name| name.to_lowercase()).collect();
    let weights = network.layer(0);
    let terms = names.iter().zip(weights.weights_of(0)).map(|(name, &weight)| format!("{name}*{}", number(weight)));
    let (terms, bias) = (terms.collect::<Vec<_>>().join("+"), weights.biases[0]);
    let mut lines = vec![format!("def predict({}):", names.join(", "))];
    lines.extend(names.iter().zip(encoder.inputs()).filter_map(|(name, input)| {
        let (mean, sd) = input.scale()?;
        Some(format!("  {name} = ({name} - {})/{}", numbers::decimal(mean, 6), numbers::decimal(sd, 6)))
    }));
    lines.push(format!("  z = {terms}{}{}", if bias < 0.0 { '-' } else { '+' }, number(bias.abs())));
    let said = if lived { "lived" } else { "died" };
    lines.push(format!("  return 1/(1+exp(-z))   # {} ▸ {said}", numbers::fixed(trace.p(), 6, 8).trim()));
    lines
}
