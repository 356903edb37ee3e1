//! The lines of an account: for one person from the loss back through the layers to the parameter, for a batch its
//! means and pulls; then the check of the gradient, and the step the optimiser makes of it.

use std::fmt::Display;

use super::factor::Factor;
use super::{Entry, Mark, Stage, Update, Whose, words};
use crate::analysis::gradient::{BatchRows, Link, PersonGradient, Pulls, Term};
use crate::explain::names;
use crate::explain::words::Word;
use crate::nn::{Activation, Loss, Parameter, Tightness, Working};

/// Of a sum's terms at most so many stand by themselves.
const MOST_TERMS: usize = 3;

/// The lines of one account being written.
pub(super) struct Account<'a> {
    of: &'a Update<'a>,
    /// The flat place of the parameter.
    index: usize,
    /// What the parameter is called in the lines.
    name: String,
    lines: Vec<Entry>,
}

impl<'a> Account<'a> {
    /// All lines of the account of an update.
    pub fn of(update: &'a Update<'a>) -> Vec<Entry> {
        let name = update.names.letter(update.parameter).map(str::to_owned);
        let mut account = Self {
            of: update,
            index: update.run.network().index(update.parameter),
            name: name.unwrap_or_else(|| update.names.parameter(update.parameter)),
            lines: Vec::new(),
        };
        let rows = match update.whose {
            Whose::Person(flow) => {
                account.of_person(flow);
                1
            }
            Whose::Batch(rows, pulls) => {
                account.of_batch(rows, pulls);
                rows.rows.len()
            }
        };
        account.check(rows);
        account.update();
        account.lines
    }

    fn put(&mut self, stage: Stage, label: impl Into<String>, value: f64, mark: Mark) {
        self.lines.push(Entry { stage, label: label.into(), value: Some(value), mark });
    }

    fn say(&mut self, stage: Stage, label: String) {
        self.lines.push(Entry { stage, label, value: None, mark: Mark::None });
    }

    fn word(&self, word: Word) -> String {
        self.of.say(word)
    }

    fn fill(&self, word: Word, value: impl Display + Copy) -> String {
        self.of.fill(word, &[value.to_string()])
    }

    fn number(&self, value: f64) -> String {
        self.of.number(value)
    }

    /// The batch: its means, and the pulls of its people as they become the gradient.
    fn of_batch(&mut self, rows: &BatchRows, pulls: &Pulls) {
        let count = rows.rows.len();
        self.put(Stage::Forward, self.word(words::MEAN_P), rows.p, Mark::None);
        self.put(Stage::Loss, self.word(words::MEAN_Y), rows.y, Mark::None);
        self.put(Stage::Loss, self.fill(words::MEAN_LOSS, count), rows.loss, Mark::None);
        let delta = match self.of.run.recipe().loss {
            Loss::CrossEntropy => format!("{} = p − y", self.word(words::MEAN_DELTA)),
            Loss::SquaredError => self.word(words::MEAN_DELTA),
        };
        self.put(Stage::Delta, delta, rows.delta, Mark::Flow);
        let one = match self.of.parameter {
            Parameter::Bias { .. } => format!("−δ ÷ {count}"),
            Parameter::Weight { .. } => format!("−δ × {} ÷ {count}", Factor::of(self.of).name()),
        };
        self.say(Stage::Gradient, format!("{} {one}", self.word(words::ONE_PULLS)));
        self.put(Stage::Gradient, self.fill(words::UP_SUM, pulls.up.len()), pulls.up_sum, Mark::Flow);
        self.put(Stage::Gradient, self.fill(words::DOWN_SUM, pulls.down.len()), pulls.down_sum, Mark::Flow);
        let gradient = self.of.step.gradient[self.index];
        self.put(Stage::Gradient, format!("∂L/∂{} = −(↑ + ↓)", self.name), gradient, Mark::Flow);
    }

    fn of_person(&mut self, flow: &PersonGradient) {
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
        let source = Factor::of(self.of).in_short();
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
            let label = format!("→{after} {weight} × δ {delta}");
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

    /// The gradient once more, by two losses.
    fn check(&mut self, rows: usize) {
        let Some(check) = self.of.check else {
            return self.say(Stage::Gradient, self.word(words::CHECKING));
        };
        let mark = if check.agrees() && check.crossings == 0 { Mark::Agrees } else { Mark::Differs };
        self.put(Stage::Gradient, self.word(words::CHECKED), check.slope, mark);
        if check.crossings > 0 {
            let counts = [check.crossings.to_string(), rows.to_string()];
            self.say(Stage::Gradient, self.of.fill(words::CORNER, &counts));
            let (left, right) = check.one_sided();
            self.put(Stage::Gradient, format!("  {}", self.word(words::FROM_LEFT)), left, Mark::Flow);
            self.put(Stage::Gradient, format!("  {}", self.word(words::FROM_RIGHT)), right, Mark::Flow);
        } else if mark == Mark::Differs {
            let difference = format!("{:.1e}", check.difference).replace('-', "−");
            self.say(Stage::Gradient, self.fill(words::OFF_BY, difference.as_str()));
        }
    }

    /// The optimiser's terms, the step and the new value.
    fn update(&mut self) {
        let (step, terms) = (self.of.step, self.of.step.terms(self.index));
        let (l1, l2) = self.of.run.regularisation();
        let is_weight = matches!(self.of.parameter, Parameter::Weight { .. });
        let mut slope = self.word(words::GRADIENT_COLUMN);
        if (l1 != 0.0 || l2 != 0.0) && is_weight {
            let w = &self.name;
            let parts: Vec<String> = [(l1, format!("sign {w}")), (l2, w.clone())]
                .into_iter()
                .filter(|(strength, _)| *strength != 0.0)
                .map(|(strength, of)| format!("{}·{of}", self.number(strength)))
                .collect();
            let label = self.fill(words::PENALTY, parts.join(" + ").as_str());
            self.put(Stage::Update, label, terms.penalty, Mark::Flow);
            self.put(Stage::Update, self.word(words::WITH_PENALTY), terms.penalised, Mark::Flow);
            slope = String::from("g");
        }
        let moved = step.working(self.index);
        let kept = [moved.first.as_ref(), moved.second.as_ref()].into_iter();
        let mut told: Vec<&str> = Vec::new();
        for part in kept.flatten().chain([&moved.direction]) {
            for named in part.named_parts() {
                if !told.contains(&named.name) {
                    told.push(named.name);
                    let sign = if named.kept { "←" } else { "=" };
                    let of = self.written(named.of, &slope, Tightness::Sum);
                    let label = format!("{} {sign} {of}", named.name);
                    self.put(Stage::Update, label, named.of.value(), mark(named.of));
                }
            }
        }
        let direction = &moved.direction;
        if direction.binding() < Tightness::Name {
            let label = self.written(direction, &slope, Tightness::Sum);
            self.put(Stage::Update, label, direction.value(), mark(direction));
        }
        let factor = self.written(direction, &slope, Tightness::Product);
        let rate = self.number(step.rate);
        let label = format!("{} = −{rate} × {factor}", self.word(words::STEP));
        self.put(Stage::Update, label, terms.step(), Mark::Flow);
        let label = self.fill(words::NEW, &self.name);
        self.put(Stage::Update, label, terms.after, Mark::Parameter);
    }

    /// A formula, in brackets where it binds less tightly than its place asks; `slope` is what the
    /// gradient is called.
    fn written(&self, working: &Working, slope: &str, place: Tightness) -> String {
        let part = |working: &Working, place| self.written(working, slope, place);
        let pair = |[one, other]: &[Working; 2], sign, places: [Tightness; 2]| {
            format!("{}{sign}{}", part(one, places[0]), part(other, places[1]))
        };
        let text = match working {
            Working::Constant(value) => self.number(as_meant(*value)),
            Working::Known(value) => self.number(*value),
            Working::Slope(_) => slope.to_owned(),
            Working::Weight(_) => self.name.clone(),
            Working::Sum(of) => pair(of, " + ", [Tightness::Sum, Tightness::Product]),
            Working::Product(of) => pair(of, "·", [Tightness::Product, Tightness::Power]),
            Working::Quotient(of) => pair(of, "/", [Tightness::Product, Tightness::Power]),
            Working::Square(of) => format!("{}²", part(of, Tightness::Name)),
            Working::Root(of) => format!("√{}", part(of, Tightness::Name)),
            Working::Named(named) => named.name.to_owned(),
        };
        if working.binding() < place { format!("({text})") } else { text }
    }
}

/// Whether a number on the way has a sign.
fn mark(working: &Working) -> Mark {
    if working.has_sign() { Mark::Flow } else { Mark::None }
}

/// A constant as people write it: 1 − 0.99 is 0.01, and a double 0.010000000000000009.
fn as_meant(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}
