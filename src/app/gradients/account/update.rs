//! What becomes of a gradient: its check, and the step the optimiser makes of it.

use super::super::Stage;
use super::{Account, Mark};
use crate::analysis::gradient::{Check, Step};
use crate::app::words::gradients as words;
use crate::nn::optimizer::{ALPHA, BETA_1, BETA_2};
use crate::nn::{OptimizerKind, Parameter};

impl Account<'_> {
    /// The gradient once more, by two losses.
    pub(super) fn check(&mut self, check: Option<Check>, rows: usize) {
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
                Mark::Flow,
            );
            self.put(
                Stage::Gradient,
                format!("  {}", self.word(words::FROM_RIGHT)),
                right,
                Mark::Flow,
            );
        } else if mark == Mark::Differs {
            let difference = format!("{:.1e}", check.difference).replace('-', "−");
            self.say(Stage::Gradient, self.fill(words::OFF_BY, &difference));
        }
    }

    /// The optimiser's terms, the step and the new value.
    pub(super) fn update(&mut self, step: &Step, index: usize) {
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
        self.put(Stage::Update, label, terms.after, Mark::Parameter);
    }
}
