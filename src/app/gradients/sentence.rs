//! Why a parameter changes, in one sentence of arithmetic.

use super::entry;
use super::lens::{Batch, One};
use super::whose::{self, Speech};
use crate::app::App;
use crate::data::Sex;
use crate::explain::names;
use crate::explain::words::gradients as words;
use crate::nn::{Activation, Parameter};

/// The sentence for what is looked at; none where there is no gradient.
pub fn why(app: &App, speech: &Speech<'_>) -> Option<String> {
    let lens = app.lens();
    if app.gradients.batch {
        Some(batch(app, speech, lens.batch()?))
    } else {
        Some(person(app, speech, lens.one()?.ok()?))
    }
}

/// `w₁ goes from … to …`, or that it stays.
fn goes(speech: &Speech<'_>, name: &str, before: f64, after: f64) -> String {
    let (before_text, after_text) = ((speech.signed)(before), (speech.signed)(after));
    if before == after {
        return speech.language.fill(words::STAYS, &[name, &before_text]);
    }
    speech.language.fill(words::GOES, &[name, &before_text, &after_text])
}

fn person(app: &App, speech: &Speech<'_>, one: &One) -> String {
    let parameter = app.spot().parameter(app.network());
    let terms = one.step.terms(app.network().index(parameter));
    let name = whose::parameter(app, speech, parameter);
    let fate = match (app.passenger().sex, one.flow.y > 0.5) {
        (Sex::Male, true) => words::HE_LIVED,
        (Sex::Female, true) => words::SHE_LIVED,
        (Sex::Male, false) => words::HE_DIED,
        (Sex::Female, false) => words::SHE_DIED,
    };
    let mut sentence = speech.language.fill(
        words::SENTENCE,
        &[
            goes(speech, &name, terms.before, terms.after),
            speech.language.say(fate).to_owned(),
            said(speech, one.flow.trace.p()),
            carries(app, speech, one, parameter),
        ],
    );
    let remembers = terms.first.is_some_and(|(before, _)| before != 0.0);
    let extra = if remembers {
        words::MEMORY
    } else if terms.penalty != 0.0 {
        words::PENALTY_TOO
    } else {
        return sentence;
    };
    let end = sentence.pop().unwrap_or('.');
    sentence.push_str(speech.language.say(extra));
    sentence.push(end);
    sentence
}

/// p, which no network ever brings to 0 or 1: only a double does.
fn said(speech: &Speech<'_>, p: f64) -> String {
    let number = (speech.number)(p);
    if p == 0.0 || p == 1.0 {
        return speech.language.fill(words::ROUNDED, &[number]);
    }
    number
}

/// What the push goes through on its way to the parameter.
fn carries(app: &App, speech: &Speech<'_>, one: &One, parameter: Parameter) -> String {
    let language = speech.language;
    let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = parameter;
    let is_output = layer + 1 == app.network().depth();
    let is_bias = matches!(parameter, Parameter::Bias { .. });
    let here = names::neuron(app.network(), layer, neuron);
    let source = || entry::long(app, speech, one, parameter);
    let (input, delta) = (one.flow.input(parameter), one.flow.delta(parameter));
    let is_off = !is_output
        && app.network().layer(layer).activation == Activation::Relu
        && one.flow.trace.layers[layer].z[neuron] <= 0.0;
    if is_off {
        return language.fill(words::NEURON_IS_OFF, &[here]);
    }
    if input == 0.0 {
        return entry::zero(app, speech, parameter);
    }
    if delta * input == 0.0 {
        return language.say(words::NO_PUSH).to_owned();
    }
    match (is_output, is_bias) {
        (true, true) => language.say(words::AS_IT_IS).to_owned(),
        (false, true) => language.fill(words::BIAS_OF_NEURON, &[(speech.signed)(delta), here]),
        (true, false) => language.fill(words::MULTIPLIES, &[source(), (speech.number)(input)]),
        (false, false) => {
            language.fill(words::THROUGH_NEURON, &[(speech.signed)(delta), here, source(), (speech.number)(input)])
        }
    }
}

fn batch(app: &App, speech: &Speech<'_>, batch: &Batch) -> String {
    let parameter = app.spot().parameter(app.network());
    let terms = batch.step.terms(app.network().index(parameter));
    let name = whose::parameter(app, speech, parameter);
    let pulls = app.lens().pulls();
    let plain = terms.first.is_none() && terms.second.is_none() && terms.penalty == 0.0;
    let rate = (speech.number)(batch.step.rate);
    let (word, by) = if plain {
        (words::BATCH_SENTENCE, rate)
    } else {
        let rule = app.run().recipe().optimizer.name();
        (words::BATCH_SENTENCE_BY, format!("{rule} {rate}"))
    };
    speech.language.fill(
        word,
        &[
            goes(speech, &name, terms.before, terms.after),
            pulls.up.len().to_string(),
            (speech.signed)(pulls.up_sum),
            pulls.down.len().to_string(),
            (speech.signed)(pulls.down_sum),
            (speech.signed)(-terms.gradient),
            by,
        ],
    )
}
