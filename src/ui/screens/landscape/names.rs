//! What the axes and parameters are called, and how many decimals their numbers need.

use crate::analysis::landscape::Span;
use crate::app::landscape::Choice;
use crate::app::landscape::map::Map;
use crate::app::pointer::Spot;
use crate::app::words::landscape as words;
use crate::app::{App, Panel};
use crate::nn::Parameter;
use crate::ui::numbers;
use crate::ui::screens::explore::{input_name, neuron_name};

/// `w age`, `b`, of a hidden layer `w age h2`, `b h2`.
pub fn parameter(app: &App, index: usize) -> String {
    let network = app.network();
    let into = |layer: usize, neuron: usize| {
        if layer + 1 == network.depth() {
            String::new()
        } else {
            format!(" {}", neuron_name(app, layer, neuron))
        }
    };
    match network.parameter_at(index) {
        Parameter::Bias { layer, neuron } => format!("b{}", into(layer, neuron)),
        Parameter::Weight {
            layer,
            neuron,
            input,
        } => {
            let from = input_name(app, layer, input);
            format!("w {from}{}", into(layer, neuron))
        }
    }
}

/// The names of both axes of a map.
pub fn axes(app: &App, map: &Map) -> [String; 2] {
    let say = |word, values: &[String]| app.settings.language.fill(word, values);
    [0, 1].map(|axis| match app.landscape.choice(app.network(), app.spot) {
        Choice::Parameters(a, b) => parameter(app, [a, b][axis]),
        Choice::Random => say(words::RANDOM_AXIS, &[(axis + 1).to_string()]),
        Choice::Principal => {
            let share = map.shares().map_or(f64::NAN, |shares| 100.0 * shares[axis]);
            let share = numbers::decimal(share.min(99.99), 2);
            say(words::PRINCIPAL_AXIS, &[(axis + 1).to_string(), share])
        }
    })
}

/// Whether an axis is the parameter pointed at.
pub fn is_pointed_at(app: &App, axis: usize) -> bool {
    let network = app.network();
    match app.landscape.choice(network, app.spot) {
        Choice::Parameters(a, b) => {
            matches!(app.spot, Spot::Weight { .. })
                && network.index(app.spot.parameter(network)) == [a, b][axis]
        }
        Choice::Random | Choice::Principal => false,
    }
}

/// How many decimals tell two cells of a stretch apart.
pub fn decimals(span: Span) -> usize {
    let mut decimals = 2;
    let mut unit = 1.0;
    // A hair of slack: a tenth made by a conversion may be a hair less.
    while unit > 1.000_001 * span.length() && decimals < 12 {
        unit /= 10.0;
        decimals += 1;
    }
    decimals
}

/// What a panel's map is of: the run on the screen or its twin.
pub fn run_of(app: &App, panel: Panel) -> Option<&crate::training::Run> {
    match panel {
        Panel::Beside => Some(app.landscape.twin()?.ok()?.run()),
        _ => Some(app.run()),
    }
}
