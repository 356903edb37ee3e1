//! What enters at a parameter, in words: the passenger's own value beside what the network is shown of
//! it, and whether it stands in for a value the list does not give.

use super::{Update, words};
use crate::analysis::gradient::PersonGradient;
use crate::explain::words::{Word, network, people};
use crate::nn::Parameter;
use crate::training::{Input, MissingAge};

/// What the parameter of an update multiplies.
pub(super) struct Factor<'a> {
    of: &'a Update<'a>,
    /// The passenger's value that a weight of the first layer multiplies; none for other parameters.
    value: Option<PersonInput<'a>>,
}

/// An input of the network as the selected passenger has it.
struct PersonInput<'a> {
    input: &'a Input,
    raw: f64,
    is_filled: bool,
}

impl<'a> PersonInput<'a> {
    fn of(update: &Update<'a>, input: usize) -> Option<Self> {
        let (input, passenger) = (update.run.encoder().inputs().get(input)?, &update.passenger);
        Some(Self { input, raw: input.raw(passenger)?, is_filled: input.is_filled(passenger) })
    }
}

/// The words for the mean and for the median.
type Fills = [Word; 2];
const MEAN_OR_MEDIAN_OF: Fills = [words::MEAN_OF, words::MEDIAN_OF];
const STANDS_IN: Fills = [words::MEAN_STANDS_IN, words::MEDIAN_STANDS_IN];
const ZERO_STANDS_IN: Fills = [words::ZERO_MEAN, words::ZERO_MEDIAN];

impl<'a> Factor<'a> {
    pub fn of(update: &'a Update<'a>) -> Self {
        let value = match update.parameter {
            Parameter::Weight { layer: 0, input, .. } => PersonInput::of(update, input),
            Parameter::Weight { .. } | Parameter::Bias { .. } => None,
        };
        Self { of: update, value }
    }

    /// What the parameter multiplies: `age`, `h2`; of a bias its name.
    pub fn name(&self) -> String {
        match self.of.parameter {
            Parameter::Weight { layer, input, .. } => self.of.names.source(layer, input),
            Parameter::Bias { .. } => self.of.say(network::BIAS),
        }
    }

    /// The name of what enters for a line of the chain: `age`, `age 22, scaled`, `mean age, scaled`.
    pub fn in_short(&self) -> String {
        let source = self.name();
        let Some(value) = &self.value else {
            return source;
        };
        let is_scaled = value.input.scale().is_some();
        let named = match (value.is_filled, is_scaled) {
            (true, _) => self.of.fill(self.stand_in(value, MEAN_OR_MEDIAN_OF), &[source]),
            (false, true) => format!("{source} {}", self.of.number(value.raw)),
            (false, false) => source,
        };
        if is_scaled { self.of.fill(words::SCALED_VALUE, &[named]) } else { named }
    }

    /// What multiplies the push, for a sentence: `age 22`, `age 22, once scaled,`, `the mean age, once scaled,`.
    pub fn in_full(&self, flow: &PersonGradient) -> String {
        let source = self.name();
        let Some(value) = &self.value else {
            return format!("{source} {}", self.of.number(flow.input(self.of.parameter)));
        };
        let named = if value.is_filled {
            self.of.fill(self.stand_in(value, STANDS_IN), &[source, self.possessive()])
        } else {
            format!("{source} {}", self.of.number(value.raw))
        };
        if value.input.scale().is_some() { self.of.fill(words::ONCE_SCALED, &[named]) } else { named }
    }

    /// Why nothing enters where the input is 0.
    pub fn why_zero(&self) -> String {
        let source = self.name();
        match &self.value {
            Some(value) if value.is_filled => {
                self.of.fill(self.stand_in(value, ZERO_STANDS_IN), &[source, self.possessive()])
            }
            Some(value) if value.raw != 0.0 => {
                self.of.fill(words::INPUT_SCALES_TO_ZERO, &[source, self.of.number(value.raw)])
            }
            _ => self.of.fill(words::INPUT_IS_ZERO, &[source]),
        }
    }

    fn stand_in(&self, value: &PersonInput<'_>, [mean, median]: Fills) -> Word {
        let by_median = self.of.run.recipe().missing_age == MissingAge::Median;
        if by_median && value.input.feature.needs_age() { median } else { mean }
    }

    fn possessive(&self) -> String {
        self.of.say(people::possessive(self.of.passenger.sex))
    }
}
