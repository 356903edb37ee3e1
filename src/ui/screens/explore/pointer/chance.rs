//! What the weight pointed at does to the chance: of the same person with another sex or ten years older, where it is
//! the weight of sex or age, else of the network without it.

use crate::analysis::Attribute;
use crate::analysis::beliefs::Asker;
use crate::app::App;
use crate::data::{Person, Sex};
use crate::explain::words::{Word, network as words};
use crate::nn::{Network, Parameter, Trace, math};
use crate::training::Feature;

/// Years that make a difference one can see.
const YEARS: f64 = 10.0;

/// `were he a woman: 38 % → 55 %`; nothing where there is no answer then.
pub fn difference(app: &App, trace: &Trace, parameter: Parameter) -> Option<String> {
    let (word, then) =
        of_person(app, parameter).or_else(|| Some((words::WITHOUT_IT, without(app, trace, parameter)?)))?;
    let [now, then] = [trace.logit(), then].map(math::sigmoid);
    let per_cent = |decimals: usize| [now, then].map(|p| format!("{:.decimals$} %", 100.0 * p));
    // A chance that moves by less than shows is written to where it shows.
    let written = (0..=3).map(per_cent).find(|[now, then]| now != then).unwrap_or_else(|| per_cent(0));
    let [now, then] = written;
    Some(app.core.settings.fill(word, &[now, then]))
}

/// The logit of the same person with the other sex, or older.
fn of_person(app: &App, parameter: Parameter) -> Option<(Word, f64)> {
    let Parameter::Weight { layer: 0, input, .. } = parameter else { return None };
    let encoder = app.core.run().encoder();
    let person = app.core.passenger();
    let mut asker = Asker::new(app.core.network(), encoder, Person::like(&person));
    let (word, attribute, value) = match (encoder.inputs().get(input)?.feature, person.sex) {
        (Feature::Sex, Sex::Female) => (words::WERE_SHE_A_MAN, Attribute::Sex, Attribute::code(Sex::Male)),
        (Feature::Sex, Sex::Male) => (words::WERE_HE_A_WOMAN, Attribute::Sex, Attribute::code(Sex::Female)),
        (Feature::Age, _) => (words::TEN_YEARS_OLDER, Attribute::Age, person.age? + YEARS),
        _ => return None,
    };
    Some((word, asker.set(attribute, value).logit()?))
}

/// The logit of a network whose parameter is 0.
fn without(app: &App, trace: &Trace, parameter: Parameter) -> Option<f64> {
    let mut network: Network = app.core.network().clone();
    let index = network.index(parameter);
    network.parameters_mut()[index] = 0.0;
    Some(network.forward(&trace.inputs).logit()).filter(|z| z.is_finite())
}
