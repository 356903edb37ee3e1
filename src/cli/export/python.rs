//! A network as a program in Python that needs nothing of ours: its features, its numbers, its sums.

use std::fmt::Write;

use crate::data::RawColumn;
use crate::nn::{Activation, math};
use crate::training::{Feature, Input, MissingAge, Run};

/// What the program computes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Python {
    /// Nothing but the language.
    Plain,
    /// A `torch.nn.Module`.
    Torch,
}

/// What both kinds have in common, with places for the rest.
const PROGRAM: &str = include_str!("net.py");

/// How titles are found in names.
const TITLE: &str = include_str!("title.py");

/// A program that answers as this run's network does at its epoch.
pub fn program(run: &Run, kind: Python) -> String {
    let (imports, network) = match kind {
        Python::Plain => ("", plain(run)),
        Python::Torch => ("\nimport torch\n", torch(run)),
    };
    let inputs = run.encoder().inputs();
    let titles = if inputs.iter().any(|input| input.feature == Feature::Title) { TITLE } else { "" };
    let lines = indented(8, inputs.iter().map(|input| format!("{},  # {}", shown(input), input.name())));
    let widths = run.network().layers().map(|layer| format!("-{}", layer.outputs));
    let shape = format!("{}{}", inputs.len(), widths.collect::<String>());
    let about = format!("A network of titanic-tui, {shape}, after {} epochs.", run.epoch());
    let program = PROGRAM.replace("@ABOUT@", &about).replace("@IMPORTS@\n", &format!("{imports}\n{titles}"));
    program.replace("@NO_AGE@", no_age(run)).replace("@INPUTS@", &lines).replace("@NETWORK@", network.trim_end())
}

/// What is done about a person without an age, where the network is not asked about them.
fn no_age(run: &Run) -> &'static str {
    let needed = run.encoder().inputs().iter().any(|input| input.feature.needs_age());
    match run.encoder().missing_age() {
        MissingAge::Died if needed => concat!(
            "    if person.age is None:\n",
            "        print(\"predicted: did not survive (no age, which the model counts as died)\")\n",
            "        sys.exit()\n",
        ),
        MissingAge::Drop if needed => concat!(
            "    if person.age is None:\n",
            "        sys.exit(\"no prediction: the model leaves out people without an age\")\n",
        ),
        MissingAge::Died | MissingAge::Drop | MissingAge::Mean | MissingAge::Median => "",
    }
}

/// One input as an expression, scaled where it is.
fn shown(input: &Input) -> String {
    let raw = raw(input);
    match input.scale() {
        None => raw,
        Some((_, 0.0)) => "0.0".to_owned(),
        Some((mean, sd)) => format!("(({raw}) - {}) / {}", number(mean), number(sd)),
    }
}

/// The same before scaling, with what stands in where a column is not known.
fn raw(input: &Input) -> String {
    let age = match input.fill {
        Some(fill) => format!("{} if person.age is None else person.age", number(fill)),
        None => "person.age".to_owned(),
    };
    let part = input.feature.parts().get(input.part).copied().unwrap_or_default();
    let value = match input.feature {
        Feature::Age => age,
        Feature::AgeSquared => format!("({age}) ** 2"),
        Feature::AgeTimesSex => format!("({age}) * (person.sex == \"female\")"),
        Feature::AgeMissing => "person.age is None".to_owned(),
        Feature::Sex => "person.sex == \"female\"".to_owned(),
        Feature::Pclass | Feature::Sibsp | Feature::Parch | Feature::Fare => format!("person.{}", input.feature.name()),
        Feature::LogFare => "math.log1p(person.fare)".to_owned(),
        Feature::FamilySize => "person.sibsp + person.parch + 1".to_owned(),
        Feature::Alone => "person.sibsp + person.parch == 0".to_owned(),
        Feature::Embarked => format!("person.embarked == \"{part}\""),
        Feature::EmbarkedCode => "\"SCQ\".index(person.embarked)".to_owned(),
        Feature::Title => format!("title(person.name) == \"{part}\""),
        Feature::CabinKnown => "1.0".to_owned(),
    };
    let columns = input.feature.columns().iter().filter(|column| **column != RawColumn::Age);
    let flags: Vec<String> = columns.map(|column| format!("person.{}", column.header().to_ascii_lowercase())).collect();
    let unknown = match flags.as_slice() {
        [] => return value,
        [one] => format!("{one} is None"),
        several => format!("None in ({})", several.join(", ")),
    };
    let otherwise = match (input.feature, input.fill) {
        (Feature::AgeTimesSex, _) | (_, None) => input.mean,
        (Feature::LogFare, Some(fill)) => math::ln_1p(fill),
        (_, Some(fill)) => fill,
    };
    format!("{} if {unknown} else {value}", number(otherwise))
}

/// The network without a library: weights and bias of each neuron, and their sums.
fn plain(run: &Run) -> String {
    let network = run.network();
    let (mut constants, mut steps) = (String::new(), String::new());
    let depth = network.depth();
    for (index, layer) in network.layers().enumerate() {
        let neurons = (0..layer.outputs).map(|neuron| {
            let weights = list(layer.weights_of(neuron));
            format!("({weights}, {})", number(layer.biases[neuron]))
        });
        let neurons: Vec<String> = neurons.collect();
        if index + 1 == depth {
            let _ = writeln!(constants, "OUTPUT = {}", neurons.join(""));
        } else {
            let (place, function) = (index + 1, python_name(layer.activation));
            let rows = indented(4, neurons.iter().map(|neuron| format!("{neuron},")));
            let _ = writeln!(constants, "HIDDEN_{place} = [\n{rows}]");
            let _ = writeln!(steps, "    x = [{function}(weighted_sum(*neuron, x)) for neuron in HIDDEN_{place}]");
        }
    }
    let hidden = network.layers().next().filter(|_| depth > 1).map_or("", |layer| defined_as(layer.activation));
    format!(
        "# The weights of a neuron in the order of what it takes in, then its bias.\n{constants}\n\n\
         def weighted_sum(weights, bias, x):\n    \
         \"\"\"w1 * x1 + w2 * x2 + ... + bias\"\"\"\n    \
         return sum(w * v for w, v in zip(weights, x)) + bias\n\n\n\
         {hidden}def logit(x):\n    \
         \"\"\"The sum that goes into the sigmoid.\"\"\"\n\
         {steps}    return weighted_sum(*OUTPUT, x)"
    )
}

fn python_name(activation: Activation) -> String {
    activation.name().replace('-', "_")
}

/// A hidden layer's function; the sigmoid is there for the output anyway.
const fn defined_as(activation: Activation) -> &'static str {
    match activation {
        Activation::Relu => "def relu(z):\n    return 0.0 if z < 0.0 else z\n\n\n",
        Activation::LeakyRelu => "def leaky_relu(z):\n    return z if z > 0.0 else 0.01 * z\n\n\n",
        Activation::Tanh => "tanh = math.tanh\n\n\n",
        Activation::Sigmoid => "",
        Activation::Linear => "def linear(z):\n    return z\n\n\n",
    }
}

/// The network as a module, its tensors under the names they have in a safetensors file.
fn torch(run: &Run) -> String {
    let (mut numbers, mut layers) = (String::new(), String::new());
    for (index, layer) in run.network().layers().enumerate() {
        let rows = (0..layer.outputs).map(|neuron| format!("{},", list(layer.weights_of(neuron))));
        let rows = indented(8, rows);
        let _ = writeln!(numbers, "    \"layers.{index}.weight\": [\n{rows}    ],");
        let _ = writeln!(numbers, "    \"layers.{index}.bias\": {},", list(layer.biases));
        let (inputs, outputs) = (layer.inputs, layer.outputs);
        let _ = writeln!(layers, "            torch.nn.Linear({inputs}, {outputs}, dtype=torch.float64),");
    }
    let activation = match run.recipe().activation {
        Activation::Relu => "torch.relu",
        Activation::LeakyRelu => "torch.nn.functional.leaky_relu",
        Activation::Tanh => "torch.tanh",
        Activation::Sigmoid => "torch.sigmoid",
        Activation::Linear => "",
    };
    format!(
        "NUMBERS = {{\n{numbers}}}\n\n\n\
         class Net(torch.nn.Module):\n    \
         def __init__(self):\n        \
         super().__init__()\n        \
         self.layers = torch.nn.ModuleList([\n{layers}        ])\n        \
         tensors = {{name: torch.tensor(rows, dtype=torch.float64) for name, rows in NUMBERS.items()}}\n        \
         self.load_state_dict(tensors)\n\n    \
         def forward(self, x):\n        \
         \"\"\"The sum that goes into the sigmoid.\"\"\"\n        \
         for layer in self.layers[:-1]:\n            \
         x = {activation}(layer(x))\n        \
         return self.layers[-1](x)\n\n\n\
         def logit(x):\n    \
         with torch.no_grad():\n        \
         return Net()(torch.tensor(x, dtype=torch.float64)).item()"
    )
}

/// These lines, so many spaces in.
fn indented(spaces: usize, lines: impl Iterator<Item = String>) -> String {
    lines.fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{:spaces$}{line}", "");
        text
    })
}

fn list(numbers: &[f64]) -> String {
    let numbers: Vec<String> = numbers.iter().copied().map(number).collect();
    format!("[{}]", numbers.join(", "))
}

/// The shortest digits that give the same number again.
fn number(x: f64) -> String {
    if x.is_finite() { format!("{x:?}") } else { format!("float(\"{x}\")") }
}
