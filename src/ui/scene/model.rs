//! What is on a picture of a network: inputs and neurons with their values, the lines between them with their
//! weights and what flows there, and the answer. Knows no places and no cells.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::analysis::beliefs::NeuronMaps;
use crate::app::core::pointer::Spot;
use crate::explain::numbers;
use crate::explain::words::Word;
use crate::nn::{Activation, Network, Parameter};
use crate::ui::text;

/// Where what flows comes from, and where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Way {
    /// Products, from the inputs to the answer.
    Forward,
    /// Gradients, from the error back to the parameters.
    Backward,
}

/// A value of a node.
#[derive(Debug, Clone)]
pub(in crate::ui) enum NodeValue {
    /// A number, written as the scene writes what flows.
    Number(f64),
    /// A number that goes into the network, whatever flows: with all its decimals where there is room.
    Given(f64),
    /// What stands there instead, or a number already written.
    Word(String),
}

/// An input, the +1 of the bias, or a neuron.
#[derive(Debug, Clone)]
pub(in crate::ui) struct Node {
    /// What it is called.
    pub name: String,
    /// The list's own value, where the network is shown a scaled one.
    pub own: Option<String>,
    /// What it gives on, or what comes back to it.
    pub value: NodeValue,
    /// The activation's shape in two cells; of an input nothing.
    pub shape: &'static str,
    /// The value as a share of the largest in its layer, from −1 to 1; none while there is no number.
    pub share: Option<f64>,
    /// Whether it passes nothing on.
    pub is_off: bool,
    /// Its colour.
    pub style: Style,
    /// What the pointer adds to its value.
    pub mark: Style,
}

impl Node {
    /// An input's name with the list's own value, where both fit.
    pub fn label(&self, room: usize) -> String {
        let both = self.own.as_ref().map(|own| format!("{} {own}", self.name));
        both.filter(|both| text::width(both) <= room).unwrap_or_else(|| self.name.clone())
    }
}

/// A line of the picture.
#[derive(Debug, Clone, Copy)]
pub(in crate::ui) struct Edge {
    /// The weight on it, or the bias.
    pub weight: f64,
    /// What flows on it, once that is known.
    pub flow: Option<f64>,
    /// Whether it comes from no neuron but from +1.
    pub is_bias: bool,
}

impl Edge {
    /// How much the line matters.
    pub fn strength(&self) -> f64 {
        self.flow.unwrap_or(self.weight).abs()
    }
}

/// What each neuron gives on over two attributes, and where on these maps the selected passenger stands.
#[derive(Debug)]
pub(in crate::ui) struct Maps<'a> {
    /// The layers whose maps may be seen.
    pub layers: usize,
    /// A map for each neuron.
    pub neurons: &'a NeuronMaps,
    /// The passenger's shares of the way along and up; none where a value is not known.
    pub at: Option<[f64; 2]>,
    /// What lies along and up, in full and in short.
    pub captions: [String; 2],
}

/// What runs along the lines into a layer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::ui) struct Pulse {
    /// The layer whose lines they are.
    pub layer: usize,
    /// How far from the left end of the lines, from 0 to 1.
    pub at: f64,
}

/// A network with what flows in it.
#[derive(Debug)]
pub(in crate::ui) struct Scene<'a> {
    /// Its weights.
    pub network: &'a Network,
    /// What flows.
    pub way: Way,
    /// The place pointed at.
    pub pointed: Spot,
    /// The inputs with the bias last, then each layer's neurons.
    pub columns: Vec<Vec<Node>>,
    /// What flows on the line of each parameter, as far as it is known.
    pub flows: Vec<Option<f64>>,
    /// Before what flows into the output: `δ × 22 =`; empty where it does not explain itself.
    pub factors: Vec<String>,
    /// Three lines beside or below σ; empty while there is no answer.
    pub answer: Vec<Line<'static>>,
    /// A number that flows, in so many cells.
    pub write: fn(f64, usize) -> String,
    /// The small maps of the neurons, where they are known.
    pub maps: Option<Maps<'a>>,
    /// Where what flows is on its way just now.
    pub pulse: Option<Pulse>,
    /// What is said below the picture, the last the most important.
    pub notes: Vec<String>,
    /// How it is said which lines are drawn, where not all are and what flows there is known.
    pub strongest: Word,
}

impl Scene<'_> {
    /// The line from an input to a neuron; the bias's where `input` is past the last.
    pub fn edge(&self, layer: usize, neuron: usize, input: usize) -> Edge {
        let parameter = Spot::Weight { layer, neuron, input }.parameter(self.network);
        let index = self.network.index(parameter);
        Edge {
            weight: self.network.parameters()[index],
            flow: self.flows[index],
            is_bias: matches!(parameter, Parameter::Bias { .. }),
        }
    }

    /// Each line into a layer with the neuron and the input it joins; of a later layer's biases, which have no
    /// node, only where asked.
    pub fn edges(&self, layer: usize, biases: bool) -> Vec<(usize, usize, Edge)> {
        let weights = self.network.layer(layer);
        let inputs = weights.inputs + usize::from(biases || layer == 0);
        (0..weights.outputs)
            .flat_map(|neuron| (0..inputs).map(move |input| (neuron, input)))
            .map(|(neuron, input)| (neuron, input, self.edge(layer, neuron, input)))
            .collect()
    }

    /// Whether it is known what flows on the lines into a layer.
    pub fn flows_into(&self, layer: usize) -> bool {
        self.edge(layer, 0, 0).flow.is_some()
    }

    /// The heaviest weight or bias on a line into a layer.
    pub fn heaviest(&self, layer: usize) -> f64 {
        self.edges(layer, true).iter().map(|(.., edge)| edge.weight.abs()).fold(0.0, f64::max)
    }

    /// How far the pulse has come on the lines into a layer.
    pub fn pulse_in(&self, layer: usize) -> Option<f64> {
        self.pulse.filter(|pulse| pulse.layer == layer).map(|pulse| pulse.at)
    }

    /// The neuron that answers.
    pub fn output(&self) -> &Node {
        &self.columns[self.network.depth()][0]
    }

    /// A node's value in at most so many cells.
    pub fn value(&self, node: &Node, cells: usize) -> String {
        match &node.value {
            NodeValue::Number(number) => (self.write)(*number, cells).trim_start().to_owned(),
            NodeValue::Given(number) => {
                numbers::fixed(*number, if cells < 9 { 3 } else { numbers::DECIMALS }, cells).trim_start().to_owned()
            }
            NodeValue::Word(word) => word.clone(),
        }
    }

    /// A weight with so many decimals; what is about to be pushed has its sign, as on all of Gradients.
    pub fn weight(&self, edge: Edge, decimals: usize, cells: usize) -> String {
        match self.way {
            Way::Forward => numbers::fixed(edge.weight, decimals, cells),
            Way::Backward => numbers::signed(edge.weight, decimals, cells),
        }
    }

    /// Where a click on a place leads: backwards every place stands for a parameter.
    pub fn led_to(&self, spot: Spot) -> Spot {
        match (self.way, spot, self.pointed) {
            (Way::Forward, ..) => spot,
            // The neuron pointed at stays.
            (Way::Backward, Spot::Input(input), Spot::Weight { layer: 0, neuron, .. }) => {
                Spot::Weight { layer: 0, neuron, input }
            }
            (Way::Backward, ..) => Spot::of(spot.parameter(self.network), self.network),
        }
    }
}

/// An activation's shape in two cells: bent, or flat where z is off.
pub fn shape(activation: Activation, z: Option<f64>) -> &'static str {
    match activation {
        Activation::Relu | Activation::LeakyRelu if z.is_some_and(|z| z <= 0.0) => "▁▁",
        Activation::Relu | Activation::LeakyRelu => "▁╱",
        Activation::Tanh => "╭╯",
        Activation::Sigmoid => "σ ",
        Activation::Linear => "╱ ",
    }
}
