//! The chain rule with its numbers, line by line, for the parameter pointed at: from the loss back to
//! the parameter, its check, and the optimiser's terms. The screen shows it, `y` copies it.

use super::Stage;
use super::lens::{Batch, One};
use super::whose::{self, Speech};
use crate::analysis::gradient::{Check, Link, Step, Term};
use crate::app::App;
use crate::app::words::gradients as words;
use crate::nn::optimizer::{ALPHA, BETA_1, BETA_2};
use crate::nn::{Activation, Loss, OptimizerKind, Parameter};

/// Of a sum's terms at most so many stand by themselves.
const MOST_TERMS: usize = 3;

/// What stands at the end of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// Nothing.
    None,
    /// Something that flows back: its sign has a hue.
    Flow,
    /// The check agrees.
    Agrees,
    /// The check differs, or there is a corner.
    Differs,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The micro-step from which on it is shown.
    pub stage: Stage,
    /// What it is, and how it comes about.
    pub label: String,
    /// The number.
    pub value: Option<f64>,
    /// How the number is to be taken.
    pub mark: Mark,
}

/// The lines of one account being written.
struct Account<'a> {
    app: &'a App,
    speech: &'a Speech<'a>,
    parameter: Parameter,
    name: String,
    lines: Vec<Line>,
}

/// The account for what is looked at, the person or the batch; empty where there is no gradient.
pub fn lines(app: &App, speech: &Speech<'_>) -> Vec<Line> {
    let parameter = app.spot.parameter(app.network());
    let mut account = Account {
        app,
        speech,
        parameter,
        // Of a deep network the title has the whole name, and the lines have no room for it.
        name: match parameter {
            _ if app.network().depth() == 1 => whose::parameter(app, speech, parameter),
            Parameter::Weight { .. } => "w".to_owned(),
            Parameter::Bias { .. } => "b".to_owned(),
        },
        lines: Vec::new(),
    };
    let lens = app.gradients.lens();
    let index = app.network().index(parameter);
    match (app.gradients.batch, lens.one(), lens.batch()) {
        (true, _, Some(batch)) => {
            account.of_batch(batch);
            account.check(batch.check(index), batch.rows.rows.len());
            account.update(&batch.step, index);
        }
        (false, Some(Ok(one)), _) => {
            account.of_person(one);
            account.check(one.check(index), 1);
            account.update(&one.step, index);
        }
        _ => {}
    }
    account.lines
}

impl Account<'_> {
    fn put(&mut self, stage: Stage, label: impl Into<String>, value: f64, mark: Mark) {
        self.lines.push(Line {
            stage,
            label: label.into(),
            value: Some(value),
            mark,
        });
    }

    fn say(&mut self, stage: Stage, label: String) {
        self.lines.push(Line {
            stage,
            label,
            value: None,
            mark: Mark::None,
        });
    }

    fn word(&self, word: crate::app::words::Word) -> String {
        self.speech.language.say(word).to_owned()
    }

    fn fill(&self, word: crate::app::words::Word, value: &str) -> String {
        self.speech.language.fill(word, &[value])
    }

    fn number(&self, value: f64) -> String {
        (self.speech.number)(value)
    }

    fn of_person(&mut self, one: &One) {
        let flow = &one.flow;
        let lived = flow.y > 0.5;
        let y = if lived { "1" } else { "0" };
        self.put(
            Stage::Forward,
            self.word(words::Z_SUM),
            flow.trace.logit(),
            Mark::None,
        );
        self.put(Stage::Forward, "p = σ(z)", flow.trace.p(), Mark::None);
        let (loss, slope) = match (flow.kind, lived) {
            (Loss::CrossEntropy, true) => ("= −ln p".to_owned(), "= −1/p".to_owned()),
            (Loss::CrossEntropy, false) => ("= −ln(1 − p)".to_owned(), "= 1/(1 − p)".to_owned()),
            (Loss::SquaredError, _) => (format!("= (p − {y})²"), format!("= 2(p − {y})")),
        };
        self.put(Stage::Loss, format!("L {loss}"), flow.loss, Mark::None);
        self.put(
            Stage::Delta,
            format!("∂L/∂p {slope}"),
            flow.loss_slope(),
            Mark::Flow,
        );
        self.put(
            Stage::Delta,
            "∂p/∂z = p(1 − p)",
            flow.sigmoid_slope(),
            Mark::None,
        );
        let output = self.app.network().depth() - 1;
        let product = self.word(words::PRODUCT);
        let delta = match flow.kind {
            Loss::CrossEntropy => format!("δ = {product} = p − {y}"),
            Loss::SquaredError => format!("δ = {product}"),
        };
        self.put(
            Stage::Delta,
            delta,
            flow.deltas.layers[output][0],
            Mark::Flow,
        );
        self.hidden(one);
        let source = whose::source(self.app, self.speech, self.parameter);
        let input = flow.input(self.parameter);
        let is_bias = matches!(self.parameter, Parameter::Bias { .. });
        if !is_bias {
            self.put(
                Stage::Gradient,
                format!("∂z/∂{} = {source}", self.name),
                input,
                Mark::None,
            );
        }
        let index = self.app.network().index(self.parameter);
        let product = if is_bias {
            "δ".to_owned()
        } else {
            format!("δ × {}", self.number(input))
        };
        self.put(
            Stage::Gradient,
            format!("∂L/∂{} = {product}", self.name),
            flow.gradient[index],
            Mark::Flow,
        );
    }

    /// Back through the hidden layers to the neuron the parameter feeds.
    fn hidden(&mut self, one: &One) {
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) =
            self.parameter;
        let network = self.app.network();
        let Some(link) = Link::of(network, &one.flow, layer, neuron) else {
            return;
        };
        let depth = network.depth();
        if layer + 2 < depth {
            let layers = if layer + 2 == depth - 1 {
                (layer + 2).to_string()
            } else {
                format!("{}…{}", layer + 2, depth - 1)
            };
            self.say(Stage::Delta, self.fill(words::THROUGH, &layers));
        }
        let shown = if link.terms.len() <= MOST_TERMS + 1 {
            link.terms.len()
        } else {
            MOST_TERMS
        };
        for term in &link.terms[..shown] {
            let after = whose::neuron(self.app, layer + 1, term.neuron);
            let (weight, delta) = (self.number(term.weight), self.number(term.delta));
            let label = format!(" {after} {weight} × {delta}");
            self.put(Stage::Delta, label, term.value(), Mark::Flow);
        }
        if shown < link.terms.len() {
            let rest = link.terms[shown..].iter().map(Term::value).sum();
            let count = (link.terms.len() - shown).to_string();
            let label = format!(" {}", self.fill(words::OTHERS, &count));
            self.put(Stage::Delta, label, rest, Mark::Flow);
        }
        if link.terms.len() > 1 {
            self.put(
                Stage::Delta,
                self.word(words::SUM_BACK),
                link.sum,
                Mark::Flow,
            );
        }
        let here = whose::neuron(self.app, layer, neuron);
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

    fn of_batch(&mut self, batch: &Batch) {
        let rows = &batch.rows;
        let count = rows.rows.len();
        let people = count.to_string();
        self.put(Stage::Forward, self.word(words::MEAN_P), rows.p, Mark::None);
        self.put(Stage::Loss, self.word(words::MEAN_Y), rows.y, Mark::None);
        self.put(
            Stage::Loss,
            self.fill(words::MEAN_LOSS, &people),
            rows.loss,
            Mark::None,
        );
        let delta = match self.app.run().recipe().loss {
            Loss::CrossEntropy => {
                format!("{} = p − y", self.word(words::MEAN_DELTA))
            }
            Loss::SquaredError => self.word(words::MEAN_DELTA),
        };
        self.put(Stage::Delta, delta, rows.delta, Mark::Flow);
        let one = match self.parameter {
            Parameter::Bias { .. } => format!("−δ ÷ {count}"),
            Parameter::Weight { .. } => {
                let source = whose::source(self.app, self.speech, self.parameter);
                format!("−δ × {source} ÷ {count}")
            }
        };
        self.say(
            Stage::Gradient,
            format!("{} {one}", self.word(words::ONE_PULLS)),
        );
        let pulls = self.app.gradients.lens().pulls();
        let (up, down) = (pulls.up.len().to_string(), pulls.down.len().to_string());
        self.put(
            Stage::Gradient,
            self.fill(words::UP_SUM, &up),
            pulls.up_sum,
            Mark::Flow,
        );
        self.put(
            Stage::Gradient,
            self.fill(words::DOWN_SUM, &down),
            pulls.down_sum,
            Mark::Flow,
        );
        let index = self.app.network().index(self.parameter);
        self.put(
            Stage::Gradient,
            format!("∂L/∂{} = −(↑ + ↓)", self.name),
            batch.step.gradient[index],
            Mark::Flow,
        );
    }

    fn check(&mut self, check: Option<Check>, rows: usize) {
        let Some(check) = check else {
            self.say(Stage::Gradient, self.word(words::CHECKING));
            return;
        };
        let mark = if check.agrees() && check.crossings == 0 {
            Mark::Agrees
        } else {
            Mark::Differs
        };
        self.put(
            Stage::Gradient,
            self.word(words::CHECKED),
            check.slope,
            mark,
        );
        if check.crossings > 0 {
            let counts = [check.crossings.to_string(), rows.to_string()];
            self.say(
                Stage::Gradient,
                self.speech.language.fill(words::CORNER, &counts),
            );
            let (left, right) = check.one_sided();
            self.put(
                Stage::Gradient,
                format!("  {}", self.word(words::FROM_LEFT)),
                left,
                Mark::None,
            );
            self.put(
                Stage::Gradient,
                format!("  {}", self.word(words::FROM_RIGHT)),
                right,
                Mark::None,
            );
        } else if mark == Mark::Differs {
            let difference = format!("{:.1e}", check.difference).replace('-', "−");
            self.say(Stage::Gradient, self.fill(words::OFF_BY, &difference));
        }
    }

    /// The optimiser's terms, the step and the new value.
    fn update(&mut self, step: &Step, index: usize) {
        let terms = step.terms(index);
        let (l1, l2) = self.app.run().regularisation();
        let is_weight = matches!(self.parameter, Parameter::Weight { .. });
        let mut slope = self.word(words::GRADIENT_COLUMN);
        if (l1 != 0.0 || l2 != 0.0) && is_weight {
            let w = &self.name;
            let parts: Vec<String> = [(l1, format!("sign {w}")), (l2, w.clone())]
                .into_iter()
                .filter(|(strength, _)| *strength != 0.0)
                .map(|(strength, of)| format!("{}·{of}", self.number(strength)))
                .collect();
            let label = self.fill(words::PENALTY, &parts.join(" + "));
            self.put(Stage::Update, label, terms.penalty, Mark::Flow);
            self.put(
                Stage::Update,
                self.word(words::WITH_PENALTY),
                terms.penalised,
                Mark::Flow,
            );
            slope = String::from("g");
        }
        let rate = self.number(step.rate);
        let optimizer = step.optimizer();
        let mut factor = slope.clone();
        match (optimizer.kind, terms.first, terms.second) {
            (OptimizerKind::Gd, Some((before, after)), _) => {
                let mu = self.number(optimizer.momentum);
                let label = format!("v ← {mu}·{} + {slope}", self.number(before));
                self.put(Stage::Update, label, after, Mark::Flow);
                factor = String::from("v");
                if optimizer.nesterov {
                    let label = format!("{slope} + {mu}·v");
                    self.put(Stage::Update, label.clone(), terms.direction, Mark::Flow);
                    factor = format!("({label})");
                }
            }
            (OptimizerKind::Rmsprop, _, Some((before, after))) => {
                let (keep, add) = (self.number(ALPHA), self.number(0.01));
                let label = format!("v ← {keep}·{} + {add}·{slope}²", self.number(before));
                self.put(Stage::Update, label, after, Mark::None);
                factor = format!("{slope}/√v");
                self.put(Stage::Update, factor.clone(), terms.direction, Mark::Flow);
            }
            (OptimizerKind::Adam, Some((m, m_after)), Some((v, v_after))) => {
                let label = format!("m ← {BETA_1}·{} + 0.1·{slope}", self.number(m));
                self.put(Stage::Update, label, m_after, Mark::Flow);
                let label = format!("v ← {BETA_2}·{} + 0.001·{slope}²", self.number(v));
                self.put(Stage::Update, label, v_after, Mark::None);
                let (by_m, by_v) = step.corrections();
                if let Some((m_hat, v_hat)) = terms.corrected {
                    let label = format!("m̂ = m / {}", self.number(by_m));
                    self.put(Stage::Update, label, m_hat, Mark::Flow);
                    let label = format!("v̂ = v / {}", self.number(by_v));
                    self.put(Stage::Update, label, v_hat, Mark::None);
                }
                factor = String::from("m̂/√v̂");
            }
            _ => {}
        }
        let label = format!("{} = −{rate} × {factor}", self.word(words::STEP));
        self.put(Stage::Update, label, terms.step(), Mark::Flow);
        let label = self.fill(words::NEW, &self.name);
        self.put(Stage::Update, label, terms.after, Mark::None);
    }
}
