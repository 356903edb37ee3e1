//! The cursor *where*: a place in the network, and how the arrow keys walk from place to place along
//! the flow of the calculation. Knows the network's shape, not its numbers.

use crate::nn::{Network, Parameter};

/// A place in the network. An `input` equal to the layer's number of inputs is its bias, fed by +1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spot {
    /// An input value, or the +1 of the bias.
    Input(usize),
    /// The weight on the line from `input` to `neuron`, or the neuron's bias.
    Weight {
        /// The layer that receives.
        layer: usize,
        /// The neuron that receives.
        neuron: usize,
        /// The input it comes from.
        input: usize,
    },
    /// The product of that input and that weight.
    Product {
        /// The layer that receives.
        layer: usize,
        /// The neuron that receives.
        neuron: usize,
        /// The input it comes from.
        input: usize,
    },
    /// The sum z of a neuron.
    Sum {
        /// Its layer.
        layer: usize,
        /// Its place in the layer.
        neuron: usize,
    },
    /// The activation a of a neuron; in the last layer the sigmoid.
    Activation {
        /// Its layer.
        layer: usize,
        /// Its place in the layer.
        neuron: usize,
    },
    /// The answer: p, and what it says.
    Verdict,
}

/// A direction of the arrow keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the inputs.
    Left,
    /// Towards the answer.
    Right,
    /// To the one above.
    Up,
    /// To the one below.
    Down,
}

impl Spot {
    /// Where the pointer stands when a network is first shown: its first weight.
    pub const START: Self = Self::Weight { layer: 0, neuron: 0, input: 0 };

    /// The neuron this place belongs to, if it belongs to one.
    pub const fn neuron(self) -> Option<(usize, usize)> {
        match self {
            Self::Weight { layer, neuron, .. }
            | Self::Product { layer, neuron, .. }
            | Self::Sum { layer, neuron }
            | Self::Activation { layer, neuron } => Some((layer, neuron)),
            Self::Input(_) | Self::Verdict => None,
        }
    }

    /// Whether the answer of `network` stands there: its z, p, or what that says.
    pub(super) fn is_answer(self, network: &Network) -> bool {
        match self {
            Self::Sum { layer, .. } | Self::Activation { layer, .. } => layer + 1 == network.depth(),
            Self::Verdict => true,
            Self::Input(_) | Self::Weight { .. } | Self::Product { .. } => false,
        }
    }

    /// The same place in `network`, or its first weight where there is no such place.
    #[must_use]
    pub fn fitted(self, network: &Network) -> Self {
        let fits = match self {
            Self::Input(input) => input <= network.layer(0).inputs,
            Self::Weight { layer, neuron, input } | Self::Product { layer, neuron, input } => {
                layer < network.depth() && neuron < network.layer(layer).outputs && input <= network.layer(layer).inputs
            }
            Self::Sum { layer, neuron } | Self::Activation { layer, neuron } => {
                layer < network.depth() && neuron < network.layer(layer).outputs
            }
            Self::Verdict => true,
        };
        if fits { self } else { Self::START }
    }

    /// The place one arrow key away; the same place at an edge.
    #[must_use]
    pub(in crate::app) fn moved(self, direction: Direction, network: &Network) -> Self {
        match direction {
            Direction::Left => self.left(network),
            Direction::Right => self.right(network),
            Direction::Up => self.vertical(network, false),
            Direction::Down => self.vertical(network, true),
        }
    }

    fn right(self, network: &Network) -> Self {
        match self {
            Self::Input(input) => Self::Weight { layer: 0, neuron: 0, input },
            Self::Weight { layer, neuron, input } => Self::Product { layer, neuron, input },
            Self::Product { layer, neuron, .. } => Self::Sum { layer, neuron },
            Self::Sum { layer, neuron } => Self::Activation { layer, neuron },
            Self::Activation { layer, .. } if layer + 1 == network.depth() => Self::Verdict,
            Self::Activation { layer, neuron } => Self::Weight { layer: layer + 1, neuron: 0, input: neuron },
            Self::Verdict => Self::Verdict,
        }
    }

    fn left(self, network: &Network) -> Self {
        match self {
            Self::Input(input) | Self::Weight { layer: 0, input, .. } => Self::Input(input),
            Self::Weight { layer, input, .. } => {
                let last = network.layer(layer - 1).outputs - 1;
                Self::Activation { layer: layer - 1, neuron: input.min(last) }
            }
            Self::Product { layer, neuron, input } => Self::Weight { layer, neuron, input },
            Self::Sum { layer, neuron } => Self::Product { layer, neuron, input: 0 },
            Self::Activation { layer, neuron } => Self::Sum { layer, neuron },
            Self::Verdict => Self::Activation { layer: network.depth() - 1, neuron: 0 },
        }
    }

    fn vertical(self, network: &Network, down: bool) -> Self {
        let step = |at: usize, count: usize| {
            if down { (at + 1).min(count - 1) } else { at.saturating_sub(1) }
        };
        let along = |layer: usize, neuron: usize, input: usize| {
            let shape = network.layer(layer);
            let stack = shape.inputs + 1;
            let at = step(neuron * stack + input, shape.outputs * stack);
            (at / stack, at % stack)
        };
        match self {
            Self::Input(input) => Self::Input(step(input, network.layer(0).inputs + 1)),
            Self::Weight { layer, neuron, input } => {
                let (neuron, input) = along(layer, neuron, input);
                Self::Weight { layer, neuron, input }
            }
            Self::Product { layer, neuron, input } => {
                let (neuron, input) = along(layer, neuron, input);
                Self::Product { layer, neuron, input }
            }
            Self::Sum { layer, neuron } => Self::Sum { layer, neuron: step(neuron, network.layer(layer).outputs) },
            Self::Activation { layer, neuron } => {
                Self::Activation { layer, neuron: step(neuron, network.layer(layer).outputs) }
            }
            Self::Verdict => Self::Verdict,
        }
    }

    /// The parameter here, or the nearest one before it in the flow.
    pub fn parameter(self, network: &Network) -> Parameter {
        let bias_of = |layer: usize, neuron: usize| Parameter::Bias { layer, neuron };
        match self {
            Self::Input(input) => Self::Weight { layer: 0, neuron: 0, input }.parameter(network),
            Self::Weight { layer, neuron, input } | Self::Product { layer, neuron, input } => {
                if input == network.layer(layer).inputs {
                    bias_of(layer, neuron)
                } else {
                    Parameter::Weight { layer, neuron, input }
                }
            }
            Self::Sum { layer, neuron } | Self::Activation { layer, neuron } => bias_of(layer, neuron),
            Self::Verdict => bias_of(network.depth() - 1, 0),
        }
    }

    /// The place of a parameter.
    pub fn of(parameter: Parameter, network: &Network) -> Self {
        match parameter {
            Parameter::Weight { layer, neuron, input } => Self::Weight { layer, neuron, input },
            Parameter::Bias { layer, neuron } => Self::Weight { layer, neuron, input: network.layer(layer).inputs },
        }
    }

    /// The next or previous parameter in reading order (neuron by neuron, bias last), going round.
    #[must_use]
    pub(in crate::app) fn next_parameter(self, network: &Network, forward: bool) -> Self {
        let here = matches!(self, Self::Weight { .. }).then(|| self.parameter(network));
        let order: Vec<Parameter> = (0..network.depth())
            .flat_map(|layer| {
                let (inputs, outputs) = (network.layer(layer).inputs, network.layer(layer).outputs);
                (0..outputs).flat_map(move |neuron| {
                    (0..inputs)
                        .map(move |input| Parameter::Weight { layer, neuron, input })
                        .chain([Parameter::Bias { layer, neuron }])
                })
            })
            .collect();
        let count = order.len();
        let at = here.and_then(|here| order.iter().position(|&parameter| parameter == here));
        let next = match (at, forward) {
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
            (None, _) => {
                let near = self.parameter(network);
                order.iter().position(|&parameter| parameter == near).unwrap_or(0)
            }
        };
        Self::of(order[next], network)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::Activation;

    fn shallow() -> Network {
        Network::new(2, &[], Activation::Relu)
    }

    #[test]
    fn the_right_arrow_follows_the_flow_from_input_to_answer() {
        let network = shallow();
        let mut spot = Spot::Input(1);
        let mut walked = vec![spot];
        for _ in 0..6 {
            spot = spot.moved(Direction::Right, &network);
            walked.push(spot);
        }
        assert_eq!(
            walked,
            [
                Spot::Input(1),
                Spot::Weight { layer: 0, neuron: 0, input: 1 },
                Spot::Product { layer: 0, neuron: 0, input: 1 },
                Spot::Sum { layer: 0, neuron: 0 },
                Spot::Activation { layer: 0, neuron: 0 },
                Spot::Verdict,
                Spot::Verdict,
            ]
        );
    }

    #[test]
    fn the_parameters_go_round_in_reading_order() {
        let network = Network::new(2, &[3], Activation::Relu);
        let mut spot = Spot::START;
        let mut seen = 0;
        loop {
            spot = spot.next_parameter(&network, true);
            seen += 1;
            if spot == Spot::START {
                break;
            }
            assert!(seen < 100, "the walk never came back");
        }
        assert_eq!(seen, 13, "a 2-3-1 network has 13 parameters");
        let back = spot.next_parameter(&network, false);
        assert_eq!(back, Spot::Weight { layer: 1, neuron: 0, input: 3 });
    }

    #[test]
    fn no_walk_leaves_the_network() {
        let network = Network::new(2, &[3, 2], Activation::Tanh);
        let directions = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];
        let mut reached = vec![Spot::START];
        let mut at = 0;
        while at < reached.len() {
            for direction in directions {
                let next = reached[at].moved(direction, &network);
                assert_eq!(next.fitted(&network), next, "{next:?} is not a place");
                if !reached.contains(&next) {
                    reached.push(next);
                }
            }
            at += 1;
        }
        assert!(reached.contains(&Spot::Verdict) && reached.contains(&Spot::Input(2)));
    }
}
