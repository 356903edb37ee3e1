//! Why a parameter changes, in one sentence of arithmetic.

use super::{Update, Whose, words};
use crate::analysis::gradient::{PersonGradient, Pulls, Terms};
use crate::explain::names;
use crate::explain::words::people;
use crate::nn::{Activation, Parameter};

impl Update<'_> {
    /// Why the parameter changes, or stays.
    pub fn why(&self) -> String {
        let terms = self.step.terms(self.run.network().index(self.parameter));
        match self.whose {
            Whose::Person(flow) => self.why_of_person(flow, &terms),
            Whose::Batch(_, pulls) => self.why_of_batch(pulls, &terms),
        }
    }

    /// `w₁ goes from … to …`, or that it stays.
    fn goes(&self, terms: &Terms) -> String {
        let (name, before) = (self.names.parameter(self.parameter), self.signed(terms.before));
        if terms.before == terms.after {
            return self.fill(words::STAYS, &[name, before]);
        }
        self.fill(words::GOES, &[name, before, self.signed(terms.after)])
    }

    fn why_of_person(&self, flow: &PersonGradient, terms: &Terms) -> String {
        let sex = self.passenger.sex;
        let fate = if flow.y > 0.5 { people::who_lived(sex) } else { people::who_died(sex) };
        let p = self.number(flow.trace.p());
        // No network ever brings p to 0 or 1: only a double does.
        let is_rounded = flow.trace.p() == 0.0 || flow.trace.p() == 1.0;
        let p = if is_rounded { self.fill(words::ROUNDED, &[p]) } else { p };
        let mut sentence = self.fill(words::SENTENCE, &[self.goes(terms), self.say(fate), p, self.carries(flow)]);
        let remembers = terms.first.is_some_and(|(before, _)| before != 0.0);
        let extra = if remembers {
            words::MEMORY
        } else if terms.penalty != 0.0 || terms.decays {
            words::PENALTY_TOO
        } else {
            return sentence;
        };
        let end = sentence.pop().unwrap_or('.');
        sentence.push_str(&self.say(extra));
        sentence.push(end);
        sentence
    }

    /// What the push goes through on its way to the parameter.
    fn carries(&self, flow: &PersonGradient) -> String {
        let network = self.run.network();
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = self.parameter;
        let is_output = layer + 1 == network.depth();
        let is_bias = matches!(self.parameter, Parameter::Bias { .. });
        let here = names::neuron(network, layer, neuron);
        let (input, delta) = (flow.input(self.parameter), flow.delta(self.parameter));
        let is_off = !is_output
            && network.layer(layer).activation == Activation::Relu
            && flow.trace.layers[layer].z[neuron] <= 0.0;
        if is_off {
            return self.fill(words::NEURON_IS_OFF, &[here]);
        }
        if input == 0.0 {
            return self.no_source();
        }
        if delta * input == 0.0 {
            return self.say(words::NO_PUSH);
        }
        let source = || [self.source_in_full(flow), self.number(input)];
        match (is_output, is_bias) {
            (true, true) => self.say(words::AS_IT_IS),
            (false, true) => self.fill(words::BIAS_OF_NEURON, &[self.signed(delta), here]),
            (true, false) => self.fill(words::MULTIPLIES, &source()),
            (false, false) => {
                let [source, input] = source();
                self.fill(words::THROUGH_NEURON, &[self.signed(delta), here, source, input])
            }
        }
    }

    fn why_of_batch(&self, pulls: &Pulls, terms: &Terms) -> String {
        let plain = terms.first.is_none() && terms.second.is_none() && terms.penalty == 0.0;
        let rate = self.number(self.step.rate);
        let (word, by) = if plain {
            (words::BATCH_SENTENCE, rate)
        } else {
            (words::BATCH_SENTENCE_BY, format!("{} {rate}", self.run.recipe().optimizer.name()))
        };
        let values = [
            self.goes(terms),
            pulls.up.len().to_string(),
            self.signed(pulls.up_sum),
            pulls.down.len().to_string(),
            self.signed(pulls.down_sum),
            self.signed(-terms.gradient),
            by,
        ];
        self.fill(word, &values)
    }
}
