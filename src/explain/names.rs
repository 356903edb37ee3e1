//! What an input, a neuron and a parameter are called: one name each, the same on every screen, in every
//! copy and in the commands.

use super::words::{Language, Word, features, network as words};
use crate::nn::{Network, Parameter};
use crate::training::{Encoder, Feature, Run};

/// The names of one network's inputs, neurons and parameters: on the screen in the user's language, in copies and
/// commands as files have them.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The network.
    pub network: &'a Network,
    /// What its inputs are made of.
    pub encoder: &'a Encoder,
    /// The user's language.
    pub language: Language,
    /// Whether inputs have the names of files.
    pub is_copy: bool,
}

impl<'a> Names<'a> {
    /// The names on the screen.
    pub fn new(run: &'a Run, language: Language) -> Self {
        Self { network: run.network(), encoder: run.encoder(), language, is_copy: false }
    }

    /// The names for copies and commands.
    pub fn copied(run: &'a Run) -> Self {
        Self { is_copy: true, ..Self::new(run, Language::default()) }
    }

    /// An input: as its feature, with the part where there are several; behind them all the bias.
    pub fn input(&self, index: usize) -> String {
        let say = |word: Word| self.language.say(word).to_owned();
        let input = match self.encoder.inputs().get(index) {
            Some(input) if self.is_copy => return input.name(),
            None => return say(words::BIAS),
            Some(input) => input,
        };
        match (input.feature, input.feature.parts().get(input.part)) {
            // The port's letter alone would say nothing, a title does.
            (Feature::Embarked, Some(port)) => self.language.fill(words::PORT, &[port]),
            (_, Some(&"other")) => say(features::OTHER_TITLE),
            (_, Some(part)) => (*part).to_owned(),
            (of, None) => say(features::name(of)),
        }
    }

    /// What a neuron of a layer takes in, where +1 is the bias.
    pub fn source(&self, layer: usize, input: usize) -> String {
        if input == self.network.layer(layer).inputs {
            return self.language.say(words::BIAS).to_owned();
        }
        source(self.network, (layer, input), |index| self.input(index))
    }

    /// A parameter.
    pub fn parameter(&self, parameter: Parameter) -> String {
        self::parameter(self.network, parameter, |index| self.input(index))
    }

    /// The two ends of that name, for where the first must be cut: `siblings` and `→h1.16`.
    pub fn ends(&self, parameter: Parameter) -> (String, String) {
        ends(self.network, parameter, |index| self.input(index))
    }

    /// A parameter with what it multiplies where the name does not say it: `w₁ age`.
    pub fn spelt(&self, parameter: Parameter) -> String {
        match parameter {
            Parameter::Weight { input, .. } if self.network.depth() == 1 => {
                format!("{} {}", self.parameter(parameter), self.input(input))
            }
            Parameter::Weight { .. } | Parameter::Bias { .. } => self.parameter(parameter),
        }
    }

    /// What stands for a parameter in lines that have no room for its name, which a deeper network's have
    /// not: the title says of what.
    pub fn letter(&self, parameter: Parameter) -> Option<&'static str> {
        (self.network.depth() > 1).then_some(match parameter {
            Parameter::Weight { .. } => "w",
            Parameter::Bias { .. } => "b",
        })
    }
}

/// A neuron: `h2`, of several hidden layers `h2.3`, the last `σ`.
pub fn neuron(network: &Network, layer: usize, neuron: usize) -> String {
    match network.depth() {
        depth if layer + 1 == depth => "σ".to_owned(),
        2 => format!("h{}", neuron + 1),
        _ => format!("h{}.{}", layer + 1, neuron + 1),
    }
}

/// What a neuron of a layer takes in: a neuron of the layer before, or an input by the name it has here.
fn source(network: &Network, (layer, input): (usize, usize), name: impl Fn(usize) -> String) -> String {
    match layer.checked_sub(1) {
        None => name(input),
        Some(before) => neuron(network, before, input),
    }
}

/// A parameter: as the post writes it, `w₁` and `b`; of a network with hidden layers by what it joins,
/// `age→h2`, `h2→σ`, `b→h2`.
fn parameter(network: &Network, parameter: Parameter, name: impl Fn(usize) -> String) -> String {
    let (from, to) = ends(network, parameter, name);
    from + &to
}

fn ends(network: &Network, parameter: Parameter, name: impl Fn(usize) -> String) -> (String, String) {
    let (Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron }) = parameter;
    let is_alone = network.depth() == 1;
    let from = match parameter {
        Parameter::Bias { .. } => "b".to_owned(),
        Parameter::Weight { input, .. } if is_alone => format!("w{}", subscript(input + 1)),
        Parameter::Weight { input, .. } => source(network, (layer, input), name),
    };
    let to = if is_alone { String::new() } else { format!("→{}", self::neuron(network, layer, neuron)) };
    (from, to)
}

/// A name in the characters of a keyboard, for data and pipes: `age->h2`, `h2->output`, `w1 age`.
pub fn ascii(name: &str) -> String {
    let plain = |c: char| match c {
        '₀'..='₉' => char::from_digit(c as u32 - '₀' as u32, 10).unwrap_or(c),
        other => other,
    };
    let name = name.replace('→', "->").replace('σ', "output");
    name.chars().map(plain).collect()
}

/// A number as small digits below the line.
fn subscript(number: usize) -> String {
    let digit = |c: char| char::from_u32(c as u32 - '0' as u32 + '₀' as u32).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::explain::words::Language;
    use crate::nn::Activation;

    proptest! {
        /// With two parameters of one name, nobody could tell which of them a number belongs to.
        #[test]
        fn no_two_parameters_have_one_name(
            inputs in 1..12_usize,
            hidden in prop::collection::vec(1..20_usize, 0..4),
        ) {
            let network = Network::new(inputs, &hidden, Activation::Relu);
            let name = |index| {
                let name = parameter(&network, network.parameter_at(index), |input| format!("x{input}"));
                assert!(name.chars().count() <= "h1.19→h2.19".chars().count(), "{name} is too long");
                name
            };
            let count = network.parameters().len();
            let names: HashSet<String> = (0..count).map(name).collect();
            prop_assert_eq!(names.len(), count);
        }
    }

    #[test]
    fn the_post_keeps_its_names_and_deeper_networks_name_both_ends() {
        let named = |hidden: &[usize]| -> Vec<String> {
            let network = Network::new(2, hidden, Activation::Relu);
            let input = |index: usize| ["age", "sex"][index].to_owned();
            let shape = network.shape();
            (0..shape.parameters()).map(|place| parameter(&network, shape.parameter_read(place), input)).collect()
        };
        assert_eq!(named(&[]), ["w₁", "w₂", "b"]);
        assert_eq!(named(&[2]), ["age→h1", "sex→h1", "b→h1", "age→h2", "sex→h2", "b→h2", "h1→σ", "h2→σ", "b→σ"]);
        assert_eq!(named(&[1, 2])[3..6], ["h1.1→h2.1", "b→h2.1", "h1.1→h2.2"]);
    }

    #[test]
    fn a_keyboard_has_every_name() {
        for (name, plain) in [("w₁₂ age", "w12 age"), ("h2→σ", "h2->output"), ("b→h1.3", "b->h1.3")] {
            assert_eq!(ascii(name), plain);
        }
    }

    /// Weights are named by their inputs, in either language.
    #[test]
    fn no_two_inputs_have_one_name() {
        for language in [Language::English, Language::Japanese] {
            let say = |feature: &Feature| language.say(features::name(*feature)).to_owned();
            let mut names: Vec<String> = Feature::ALL.iter().map(say).collect();
            names.push(language.say(features::OTHER_TITLE).to_owned());
            let titles = Feature::Title.parts().iter().map(|part| (*part).to_owned());
            names.extend(titles.filter(|part| part != "other"));
            let ports = Feature::Embarked.parts().iter();
            names.extend(ports.map(|port| language.fill(words::PORT, &[port])));
            let distinct: HashSet<&String> = names.iter().collect();
            assert_eq!(distinct.len(), names.len(), "{names:?}");
        }
    }
}
