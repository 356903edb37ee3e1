//! One person: from the loss back through the layers to the parameter.

use super::{Account, Mark, Stage, words};
use crate::analysis::gradient::{Link, PersonGradient, Term};
use crate::explain::names;
use crate::nn::{Activation, Loss, Parameter};

/// Of a sum's terms at most so many stand by themselves.
const MOST_TERMS: usize = 3;

impl Account<'_> {
    pub(super) fn of_person(&mut self, flow: &PersonGradient) {
        let lived = flow.y > 0.5;
        let y = if lived { "1" } else { "0" };
        self.put(Stage::Forward, self.word(words::Z_SUM), flow.trace.logit(), Mark::None);
        self.put(Stage::Forward, "p = σ(z)", flow.trace.p(), Mark::None);
        let (loss, slope) = match (flow.kind, lived) {
            (Loss::CrossEntropy, true) => ("= −ln p".to_owned(), "= −1/p".to_owned()),
            (Loss::CrossEntropy, false) => ("= −ln(1 − p)".to_owned(), "= 1/(1 − p)".to_owned()),
            (Loss::SquaredError, _) => (format!("= (p − {y})²"), format!("= 2(p − {y})")),
        };
        self.put(Stage::Loss, format!("L {loss}"), flow.loss, Mark::None);
        let output = self.of.run.network().depth() - 1;
        let product = self.word(words::PRODUCT);
        let delta = match flow.kind {
            Loss::CrossEntropy if flow.is_saturated() => {
                // One factor is infinite or the other 0: their product could not be checked by hand.
                let end = if flow.trace.p() > 0.5 { "1" } else { "0" };
                self.say(Stage::Delta, self.fill(words::ROUNDS_TO, end));
                format!("δ = p − {y}")
            }
            Loss::CrossEntropy | Loss::SquaredError => {
                self.put(Stage::Delta, format!("∂L/∂p {slope}"), flow.loss_slope(), Mark::Flow);
                self.put(Stage::Delta, "∂p/∂z = p(1 − p)", flow.sigmoid_slope(), Mark::None);
                match flow.kind {
                    Loss::CrossEntropy => format!("δ = {product} = p − {y}"),
                    Loss::SquaredError => format!("δ = {product}"),
                }
            }
        };
        self.put(Stage::Delta, delta, flow.deltas.layers[output][0], Mark::Flow);
        self.hidden(flow);
        let source = self.of.source_in_short();
        let input = flow.input(self.of.parameter);
        let is_bias = matches!(self.of.parameter, Parameter::Bias { .. });
        if !is_bias {
            self.put(Stage::Gradient, format!("∂z/∂{} = {source}", self.name), input, Mark::None);
        }
        let product = if is_bias { "δ".to_owned() } else { format!("δ × {}", self.number(input)) };
        self.put(Stage::Gradient, format!("∂L/∂{} = {product}", self.name), flow.gradient[self.index], Mark::Flow);
    }

    /// Back through the hidden layers to the neuron the parameter feeds.
    fn hidden(&mut self, flow: &PersonGradient) {
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = self.of.parameter;
        let network = self.of.run.network();
        let Some(link) = Link::of(network, flow, layer, neuron) else {
            return;
        };
        let depth = network.depth();
        if layer + 2 < depth {
            let layers =
                if layer + 2 == depth - 1 { (layer + 2).to_string() } else { format!("{}…{}", layer + 2, depth - 1) };
            self.say(Stage::Delta, self.fill(words::THROUGH, layers.as_str()));
        }
        let shown = if link.terms.len() <= MOST_TERMS + 1 { link.terms.len() } else { MOST_TERMS };
        for term in &link.terms[..shown] {
            let after = names::neuron(network, layer + 1, term.neuron);
            let (weight, delta) = (self.number(term.weight), self.number(term.delta));
            let label = format!("{after} {weight} × {delta}");
            self.put(Stage::Delta, label, term.value(), Mark::Flow);
        }
        if shown < link.terms.len() {
            let rest = link.terms[shown..].iter().map(Term::value).sum();
            let label = self.fill(words::OTHERS, link.terms.len() - shown);
            self.put(Stage::Delta, label, rest, Mark::Flow);
        }
        if link.terms.len() > 1 {
            self.put(Stage::Delta, self.word(words::SUM_BACK), link.sum, Mark::Flow);
        }
        let here = names::neuron(network, layer, neuron);
        let state = match link.activation {
            Activation::Relu if link.is_shut() => format!(" ({})", self.word(words::OFF)),
            Activation::Relu => format!(" ({})", self.word(words::ON)),
            Activation::LeakyRelu => String::new(),
            Activation::Tanh => " = 1 − a²".to_owned(),
            Activation::Sigmoid => " = a(1 − a)".to_owned(),
            Activation::Linear => " = 1".to_owned(),
        };
        let label = format!("{}{state}", self.fill(words::SLOPE_OF, &here));
        self.put(Stage::Delta, label, link.slope, Mark::None);
        self.put(Stage::Delta, format!("δ {here}"), link.delta, Mark::Flow);
    }
}
