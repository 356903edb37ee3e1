//! Why a parameter changes, in one sentence of arithmetic.

use super::factor::Factor;
use super::{Update, Whose, words};
use crate::analysis::gradient::{PersonGradient, Pulls, Terms};
use crate::explain::names;
use crate::explain::words::people;
use crate::nn::{Activation, Parameter};

/// The sentence about one update.
pub(super) struct Sentence<'a> {
    of: &'a Update<'a>,
    terms: Terms,
}

impl<'a> Sentence<'a> {
    pub fn of(update: &'a Update<'a>) -> Self {
        Self { of: update, terms: update.step.terms(update.run.network().index(update.parameter)) }
    }

    pub fn why(&self) -> String {
        match self.of.whose {
            Whose::Person(flow) => self.why_of_person(flow),
            Whose::Batch(_, pulls) => self.why_of_batch(pulls),
        }
    }

    /// `w₁ goes from … to …`, or that it stays.
    fn goes(&self) -> String {
        let (name, before) = (self.of.names.parameter(self.of.parameter), self.of.signed(self.terms.before));
        if self.terms.before == self.terms.after {
            return self.of.fill(words::STAYS, &[name, before]);
        }
        self.of.fill(words::GOES, &[name, before, self.of.signed(self.terms.after)])
    }

    fn why_of_person(&self, flow: &PersonGradient) -> String {
        let sex = self.of.passenger.sex;
        let fate = if flow.y > 0.5 { people::who_lived(sex) } else { people::who_died(sex) };
        let p = self.of.number(flow.trace.p());
        // No network ever brings p to 0 or 1: only a double does.
        let is_rounded = flow.trace.p() == 0.0 || flow.trace.p() == 1.0;
        let p = if is_rounded { self.of.fill(words::ROUNDED, &[p]) } else { p };
        let mut sentence = self.of.fill(words::SENTENCE, &[self.goes(), self.of.say(fate), p, self.carries(flow)]);
        let remembers = self.terms.first.is_some_and(|(before, _)| before != 0.0);
        let extra = if remembers {
            words::MEMORY
        } else if self.terms.penalty != 0.0 || self.terms.decays {
            words::PENALTY_TOO
        } else {
            return sentence;
        };
        let end = sentence.pop().unwrap_or('.');
        sentence.push_str(&self.of.say(extra));
        sentence.push(end);
        sentence
    }

    /// What the push goes through on its way to the parameter.
    fn carries(&self, flow: &PersonGradient) -> String {
        let network = self.of.run.network();
        let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = self.of.parameter;
        let is_output = layer + 1 == network.depth();
        let is_bias = matches!(self.of.parameter, Parameter::Bias { .. });
        let here = names::neuron(network, layer, neuron);
        let (input, delta) = (flow.input(self.of.parameter), flow.delta(self.of.parameter));
        let is_off = !is_output
            && network.layer(layer).activation == Activation::Relu
            && flow.trace.layers[layer].z[neuron] <= 0.0;
        if is_off {
            return self.of.fill(words::NEURON_IS_OFF, &[here]);
        }
        if input == 0.0 {
            return Factor::of(self.of).why_zero();
        }
        if delta * input == 0.0 {
            return self.of.say(words::NO_PUSH);
        }
        let source = || [Factor::of(self.of).in_full(flow), self.of.number(input)];
        match (is_output, is_bias) {
            (true, true) => self.of.say(words::AS_IT_IS),
            (false, true) => self.of.fill(words::BIAS_OF_NEURON, &[self.of.signed(delta), here]),
            (true, false) => self.of.fill(words::MULTIPLIES, &source()),
            (false, false) => {
                let [source, input] = source();
                self.of.fill(words::THROUGH_NEURON, &[self.of.signed(delta), here, source, input])
            }
        }
    }

    fn why_of_batch(&self, pulls: &Pulls) -> String {
        let plain = self.terms.first.is_none() && self.terms.second.is_none() && self.terms.penalty == 0.0;
        let rate = self.of.number(self.of.step.rate);
        let (word, by) = if plain {
            (words::BATCH_SENTENCE, rate)
        } else {
            (words::BATCH_SENTENCE_BY, format!("{} {rate}", self.of.run.recipe().optimizer.name()))
        };
        let values = [
            self.goes(),
            pulls.up.len().to_string(),
            self.of.signed(pulls.up_sum),
            pulls.down.len().to_string(),
            self.of.signed(pulls.down_sum),
            self.of.signed(-self.terms.gradient),
            by,
        ];
        self.of.fill(word, &values)
    }
}
