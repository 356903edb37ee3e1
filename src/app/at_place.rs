//! What a calculation has at a place of the network, for the quantities that name it: the inputs, weights and products of
//! the selected passenger, by the name of a feature or where the pointer is.

use crate::app::App;
use crate::explain::numbers;
use crate::explain::prediction::{NeuronAccount, Summand, formula_with};
use crate::nn::{Network, Parameter};

/// The most summands of a sum in one line.
const SUMMANDS: usize = 5;

/// The name of what is pointed at.
pub(super) const HERE: &str = "here";

/// What is added up to a neuron's z: all of it where that is short enough for a line, else the largest.
pub(super) fn sum(neuron: &NeuronAccount) -> String {
    let product = |term: &&Summand| {
        let weight = numbers::short(term.weight);
        if term.is_bias { weight } else { format!("{} × {weight}", numbers::short(term.value)) }
    };
    let (shown, rest) = neuron.in_lines(SUMMANDS, Summand::product);
    let rest = (!rest.is_empty()).then(|| numbers::short(rest.iter().map(|term| term.product()).sum()));
    shown.iter().map(product).chain(rest).collect::<Vec<_>>().join(" + ")
}

/// The hidden layers.
pub(super) fn hidden(app: &App) -> usize {
    app.core.network().depth() - 1
}

/// What goes into the network, as far as it is short enough for a line.
pub(super) fn values(inputs: &[f64]) -> String {
    let shown = inputs.iter().take(SUMMANDS).map(|&value| numbers::short(value));
    let rest = (inputs.len() > SUMMANDS).then(|| "…".to_owned());
    shown.chain(rest).collect::<Vec<_>>().join(", ")
}

/// What is computed for the selected passenger in the neuron that is pointed at (`here`), or that gives the answer.
pub(super) fn neuron(app: &App, of: &str) -> Option<NeuronAccount> {
    let place = if of == HERE { pointed(app).0 } else { (hidden(app), 0) };
    Some(NeuronAccount::of(app.core.names(), &app.core.trace()?, place))
}

/// What the pointer is on or, where that is no parameter, next to: the neuron, and which of its inputs.
fn pointed(app: &App) -> ((usize, usize), usize) {
    let network = app.core.network();
    match app.core.spot().parameter(network) {
        Parameter::Weight { layer, neuron, input } => ((layer, neuron), input),
        Parameter::Bias { layer, neuron } => ((layer, neuron), network.layer(layer).inputs),
    }
}

/// What comes in, and what it is multiplied by: where the pointer is (`here`), or for an input by its name in a network
/// without hidden layers.
pub(super) fn term(app: &App, of: &str) -> Option<Summand> {
    let at = if of == HERE { pointed(app).1 } else { (hidden(app) == 0).then(|| input(app, of))?? };
    neuron(app, of)?.terms.into_iter().nth(at)
}

/// What a function makes of a sum: in the neuron that is pointed at or, where that has another, in the first that has it.
pub(super) fn activation(app: &App, function: &str) -> Option<String> {
    let accounts = NeuronAccount::all(app.core.names(), &app.core.trace()?);
    let has_it = |neuron: &&NeuronAccount| <&str>::from(neuron.activation) == function;
    let here = accounts.iter().filter(|neuron| neuron.place == pointed(app).0);
    let neuron = here.chain(&accounts).find(has_it)?;
    Some(format!("{} = {}", formula_with(neuron.activation, neuron.z, 6), numbers::decimal(neuron.a, 6)))
}

/// The place of an input by its name among the features of the recipe.
pub(super) fn input(app: &App, name: &str) -> Option<usize> {
    app.core.run().encoder().inputs().iter().position(|input| input.name() == name)
}

/// The place among the parameters: of the one that is pointed at (`here`), of the weight an input has in a network
/// without hidden layers, or of its bias.
pub(super) fn parameter(app: &App, name: &str) -> Option<usize> {
    let network = app.core.network();
    if name == HERE {
        return Some(network.index(app.core.spot().parameter(network)));
    }
    if network.depth() > 1 {
        return None;
    }
    let parameter = match name {
        "bias" => output_bias(network),
        _ => Parameter::Weight { layer: 0, neuron: 0, input: input(app, name)? },
    };
    Some(network.index(parameter))
}

pub(super) const fn output_bias(network: &Network) -> Parameter {
    Parameter::Bias { layer: network.depth() - 1, neuron: 0 }
}
