//! What the place pointed at does to the chance: an input, of the same person with another sex or ten years older; a
//! parameter, of the network without it. Without hidden layers a weight is all that its input does.

use crate::analysis::Attribute;
use crate::analysis::beliefs::Asker;
use crate::app::App;
use crate::data::{Person, Sex};
use crate::explain::words::{Word, network as words};
use crate::nn::{Network, Parameter, Trace, math};
use crate::training::Feature;

/// Years that make a difference one can see.
const YEARS: f64 = 10.0;

/// `without this weight: 17 % → 23 %`, in full and in short; nothing where there is no answer then.
pub(super) fn of_parameter(app: &App, trace: &Trace, parameter: Parameter) -> Vec<String> {
    let of_person = match parameter {
        Parameter::Weight { layer: 0, input, .. } if app.core.network().depth() == 1 => of_input(app, trace, input),
        Parameter::Weight { .. } | Parameter::Bias { .. } => None,
    };
    if let Some(words) = of_person {
        return vec![words];
    }
    let forms: &[Word] = match parameter {
        Parameter::Weight { .. } => &[words::WITHOUT_WEIGHT, words::WITHOUT_IT],
        Parameter::Bias { .. } => &[words::WITHOUT_IT],
    };
    let then = without(app, trace, parameter);
    then.map_or_else(Vec::new, |then| forms.iter().map(|&word| written(app, trace, word, then)).collect())
}

/// `were he a woman: 38 % → 55 %`: of the same person with the other sex, or older; nothing of other inputs.
pub(super) fn of_input(app: &App, trace: &Trace, input: usize) -> Option<String> {
    let encoder = app.core.run().encoder();
    let person = app.core.passenger();
    let mut asker = Asker::new(app.core.network(), encoder, Person::like(&person));
    let (word, attribute, value) = match (encoder.inputs().get(input)?.feature, person.sex) {
        (Feature::Sex, Sex::Female) => (words::WERE_SHE_A_MAN, Attribute::Sex, Attribute::code(Sex::Male)),
        (Feature::Sex, Sex::Male) => (words::WERE_HE_A_WOMAN, Attribute::Sex, Attribute::code(Sex::Female)),
        (Feature::Age, _) => (words::TEN_YEARS_OLDER, Attribute::Age, person.age? + YEARS),
        _ => return None,
    };
    Some(written(app, trace, word, asker.set(attribute, value).logit()?))
}

/// The chance now and the one of another logit.
fn written(app: &App, trace: &Trace, word: Word, then: f64) -> String {
    let [now, then] = [trace.logit(), then].map(math::sigmoid);
    let per_cent = |decimals: usize| [now, then].map(|p| format!("{:.decimals$} %", 100.0 * p));
    // A chance that moves by less than shows is written to where it shows.
    let shown = (0..=3).map(per_cent).find(|[now, then]| now != then).unwrap_or_else(|| per_cent(0));
    app.core.settings.fill(word, &shown)
}

/// The logit of a network whose parameter is 0.
fn without(app: &App, trace: &Trace, parameter: Parameter) -> Option<f64> {
    let mut network: Network = app.core.network().clone();
    let index = network.index(parameter);
    network.parameters_mut()[index] = 0.0;
    Some(network.forward(&trace.inputs).logit()).filter(|z| z.is_finite())
}
