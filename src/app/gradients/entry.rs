//! What enters at a parameter, in words: the passenger's own value beside what the network is shown of
//! it, and whether it stands in for a value the list does not give.

use super::lens::One;
use super::whose::{self, Speech};
use crate::app::App;
use crate::data::Sex;
use crate::explain::words::{Word, gradients as words};
use crate::nn::Parameter;
use crate::training::{Input, MissingAge};

/// An input of the network as the selected passenger has it.
struct Value<'a> {
    input: &'a Input,
    raw: f64,
    is_filled: bool,
}

/// The passenger's value that a weight of the first layer multiplies; none for other parameters.
fn value(app: &App, parameter: Parameter) -> Option<Value<'_>> {
    let Parameter::Weight { layer: 0, input, .. } = parameter else {
        return None;
    };
    let input = app.run().encoder().inputs().get(input)?;
    let person = app.passenger();
    Some(Value { input, raw: input.raw(&person)?, is_filled: input.is_filled(&person) })
}

/// The name of what enters for a line of the chain: `age`, `age 22, scaled`, `mean age, scaled`.
pub fn short(app: &App, speech: &Speech<'_>, parameter: Parameter) -> String {
    let source = whose::source(app, speech, parameter);
    let Some(value) = value(app, parameter) else {
        return source;
    };
    let is_scaled = value.input.scale().is_some();
    let named = match (value.is_filled, is_scaled) {
        (true, _) => speech.language.fill(stand_in(app, &value, MEAN_OR_MEDIAN_OF), &[source]),
        (false, true) => format!("{source} {}", (speech.number)(value.raw)),
        (false, false) => source,
    };
    if is_scaled { speech.language.fill(words::SCALED_VALUE, &[named]) } else { named }
}

/// What multiplies the push, for a sentence: `age 22`, `age 22, once scaled,`, `the mean age, once scaled,`.
pub fn long(app: &App, speech: &Speech<'_>, one: &One, parameter: Parameter) -> String {
    let language = speech.language;
    let source = whose::source(app, speech, parameter);
    let Some(value) = value(app, parameter) else {
        let number = (speech.number)(one.flow.input(parameter));
        return format!("{source} {number}");
    };
    let named = if value.is_filled {
        language.fill(stand_in(app, &value, STANDS_IN), &[source.as_str(), his(app, speech)])
    } else {
        format!("{source} {}", (speech.number)(value.raw))
    };
    if value.input.scale().is_some() { language.fill(words::ONCE_SCALED, &[named]) } else { named }
}

/// Why nothing enters where the input is 0.
pub fn zero(app: &App, speech: &Speech<'_>, parameter: Parameter) -> String {
    let language = speech.language;
    let source = whose::source(app, speech, parameter);
    match value(app, parameter) {
        Some(value) if value.is_filled => {
            language.fill(stand_in(app, &value, ZERO_STANDS_IN), &[source.as_str(), his(app, speech)])
        }
        Some(value) if value.raw != 0.0 => {
            let raw = (speech.number)(value.raw);
            language.fill(words::INPUT_SCALES_TO_ZERO, &[source, raw])
        }
        _ => language.fill(words::INPUT_IS_ZERO, &[source]),
    }
}

/// The words for the mean and for the median.
type Fills = [Word; 2];
const MEAN_OR_MEDIAN_OF: Fills = [words::MEAN_OF, words::MEDIAN_OF];
const STANDS_IN: Fills = [words::MEAN_STANDS_IN, words::MEDIAN_STANDS_IN];
const ZERO_STANDS_IN: Fills = [words::ZERO_MEAN, words::ZERO_MEDIAN];

fn stand_in(app: &App, value: &Value<'_>, [mean, median]: Fills) -> Word {
    let by_median = app.run().recipe().missing_age == MissingAge::Median;
    if by_median && value.input.feature.needs_age() { median } else { mean }
}

fn his(app: &App, speech: &Speech<'_>) -> &'static str {
    speech.language.say(match app.passenger().sex {
        Sex::Male => words::HIS,
        Sex::Female => words::HER,
    })
}
