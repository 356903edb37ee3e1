//! What enters at a parameter, in words: the passenger's own value beside what the network is shown of
//! it, and whether it stands in for a value the list does not give.

use super::{Update, words};
use crate::analysis::gradient::PersonGradient;
use crate::explain::words::{Word, network, people};
use crate::nn::Parameter;
use crate::training::{Input, MissingAge};

/// An input of the network as the selected passenger has it.
struct PersonInput<'a> {
    input: &'a Input,
    raw: f64,
    is_filled: bool,
}

/// The words for the mean and for the median.
type Fills = [Word; 2];
const MEAN_OR_MEDIAN_OF: Fills = [words::MEAN_OF, words::MEDIAN_OF];
const STANDS_IN: Fills = [words::MEAN_STANDS_IN, words::MEDIAN_STANDS_IN];
const ZERO_STANDS_IN: Fills = [words::ZERO_MEAN, words::ZERO_MEDIAN];

impl Update<'_> {
    /// What the parameter multiplies: `age`, `h2`; of a bias its name.
    pub(super) fn source(&self) -> String {
        match self.parameter {
            Parameter::Weight { layer, input, .. } => self.names.source(layer, input),
            Parameter::Bias { .. } => self.say(network::BIAS),
        }
    }

    /// The passenger's value that a weight of the first layer multiplies; none for other parameters.
    fn value(&self) -> Option<PersonInput<'_>> {
        let Parameter::Weight { layer: 0, input, .. } = self.parameter else {
            return None;
        };
        let input = self.run.encoder().inputs().get(input)?;
        Some(PersonInput { input, raw: input.raw(&self.passenger)?, is_filled: input.is_filled(&self.passenger) })
    }

    /// The name of what enters for a line of the chain: `age`, `age 22, scaled`, `mean age, scaled`.
    pub(super) fn source_in_short(&self) -> String {
        let source = self.source();
        let Some(value) = self.value() else {
            return source;
        };
        let is_scaled = value.input.scale().is_some();
        let named = match (value.is_filled, is_scaled) {
            (true, _) => self.fill(self.stand_in(&value, MEAN_OR_MEDIAN_OF), &[source]),
            (false, true) => format!("{source} {}", self.number(value.raw)),
            (false, false) => source,
        };
        if is_scaled { self.fill(words::SCALED_VALUE, &[named]) } else { named }
    }

    /// What multiplies the push, for a sentence: `age 22`, `age 22, once scaled,`, `the mean age, once scaled,`.
    pub(super) fn source_in_full(&self, flow: &PersonGradient) -> String {
        let source = self.source();
        let Some(value) = self.value() else {
            return format!("{source} {}", self.number(flow.input(self.parameter)));
        };
        let named = if value.is_filled {
            self.fill(self.stand_in(&value, STANDS_IN), &[source, self.possessive()])
        } else {
            format!("{source} {}", self.number(value.raw))
        };
        if value.input.scale().is_some() { self.fill(words::ONCE_SCALED, &[named]) } else { named }
    }

    /// Why nothing enters where the input is 0.
    pub(super) fn no_source(&self) -> String {
        let source = self.source();
        match self.value() {
            Some(value) if value.is_filled => {
                self.fill(self.stand_in(&value, ZERO_STANDS_IN), &[source, self.possessive()])
            }
            Some(value) if value.raw != 0.0 => {
                self.fill(words::INPUT_SCALES_TO_ZERO, &[source, self.number(value.raw)])
            }
            _ => self.fill(words::INPUT_IS_ZERO, &[source]),
        }
    }

    fn stand_in(&self, value: &PersonInput<'_>, [mean, median]: Fills) -> Word {
        let by_median = self.run.recipe().missing_age == MissingAge::Median;
        if by_median && value.input.feature.needs_age() { median } else { mean }
    }

    fn possessive(&self) -> String {
        self.say(people::possessive(self.passenger.sex))
    }
}
