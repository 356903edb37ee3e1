//! What becomes of a gradient: its check, and the step the optimiser makes of it.

use super::{Account, Mark, Stage, words};
use crate::nn::{Parameter, Tightness, Working};

impl Account<'_> {
    /// The gradient once more, by two losses.
    pub(super) fn check(&mut self, rows: usize) {
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
    pub(super) fn update(&mut self) {
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
