//! The pointer's sentences: what the number is, how it comes about, what it does.

use ratatui::text::{Line, Span};

use super::chance;
use crate::app::App;
use crate::app::core::pointer::Spot;
use crate::explain::names;
use crate::explain::numbers;
use crate::explain::prediction::{NeuronAccount, Summand, formula_with};
use crate::explain::words::{Word, network as words};
use crate::nn::{Activation, Parameter, Trace};
use crate::training::{Feature, MissingAge};
use crate::ui::text;
use crate::ui::theme::Theme;

/// Between what a weight adds to the sum and what it does to the chance.
const APART: &str = "    ";

/// What stands there, for the border.
pub fn title(app: &App) -> String {
    let say = |word| app.core.settings.say(word).to_owned();
    let fill = |word, value: String| app.core.settings.fill(word, &[value]);
    let neuron_name = |layer, neuron| names::neuron(app.core.network(), layer, neuron);
    let parameter = app.core.spot().parameter(app.core.network());
    match app.core.spot() {
        Spot::Input(input) => fill(words::INPUT_OF, app.core.names().input(input)),
        Spot::Weight { .. } => {
            let word = match parameter {
                Parameter::Weight { .. } => words::WEIGHT_OF,
                Parameter::Bias { .. } => words::BIAS_OF,
            };
            fill(word, app.core.names().spelt(parameter))
        }
        Spot::Product { .. } => fill(words::PRODUCT_OF, app.core.names().spelt(parameter)),
        Spot::Sum { layer, .. } if is_last(app, layer) => say(words::SUM_OF),
        Spot::Sum { layer, neuron } => fill(words::SUM_OF_NEURON, neuron_name(layer, neuron)),
        Spot::Activation { layer, .. } if is_last(app, layer) => say(words::SIGMOID_OF),
        Spot::Activation { layer, neuron } => {
            let name = neuron_name(layer, neuron);
            let activation = app.core.network().layer(layer).activation.name().to_owned();
            app.core.settings.fill(words::ACTIVATION_OF, &[name, activation])
        }
        Spot::Verdict => say(words::VERDICT_OF),
    }
}

/// The number there with every digit; none where nothing flows for the passenger.
pub fn value(app: &App, trace: Option<&Trace>) -> Option<f64> {
    let network = app.core.network();
    match app.core.spot() {
        Spot::Input(input) => Some(trace?.inputs.get(input).copied().unwrap_or(1.0)),
        Spot::Weight { .. } => {
            let index = network.index(app.core.spot().parameter(network));
            Some(network.parameters()[index])
        }
        Spot::Product { layer, neuron, input } => {
            Some(self::neuron(app, trace?, (layer, neuron)).terms[input].product())
        }
        Spot::Sum { layer, neuron } => Some(trace?.layers[layer].z[neuron]),
        Spot::Activation { layer, neuron } => Some(trace?.layers[layer].a[neuron]),
        Spot::Verdict => Some(trace?.p()),
    }
}

/// A neuron with all it computed.
pub fn neuron(app: &App, trace: &Trace, place: (usize, usize)) -> NeuronAccount {
    NeuronAccount::of(app.core.names(), trace, place)
}

fn is_last(app: &App, layer: usize) -> bool {
    layer + 1 == app.core.network().depth()
}

/// What is said of a passenger the recipe has no answer for.
pub(super) fn without_number(app: &App, theme: &Theme) -> Vec<Line<'static>> {
    let why =
        if app.core.run().recipe().missing_age == MissingAge::Drop { words::LEFT_OUT } else { words::COUNTED_DIED };
    let line = format!("{} {}", app.core.settings.say(words::NO_AGE), app.core.settings.say(why));
    // What counts as an answer without a number is one.
    let line = if app.core.has_reached(Spot::Verdict) { line } else { String::new() };
    vec![Line::styled(app.core.settings.say(words::NO_NUMBER), theme.text), Line::styled(line, theme.muted)]
}

/// How the number comes about, all of a line to as many decimals as on its table, what it does to the chance, then what
/// it means, in so many cells and rows. The border has the number in full.
pub fn lines(app: &App, theme: &Theme, trace: &Trace, (room, rows): (usize, usize)) -> Vec<Line<'static>> {
    let (mut arithmetic, sentence) = match app.core.spot() {
        Spot::Input(input) => input_lines(app, trace, theme, input),
        Spot::Weight { layer, neuron, input } | Spot::Product { layer, neuron, input } => {
            let term = &self::neuron(app, trace, (layer, neuron)).terms[input];
            (product_line(theme, term), weight_sentence(app, layer, neuron, input))
        }
        Spot::Sum { layer, neuron } => {
            let sentence = if is_last(app, layer) { words::SUM_SAYS } else { words::HIDDEN_SUM_SAYS };
            (sum_line(theme, &self::neuron(app, trace, (layer, neuron)), room), say(app, sentence))
        }
        Spot::Activation { layer, neuron } => activation_lines(app, trace, theme, layer, neuron),
        Spot::Verdict => verdict_lines(app, trace, theme),
    };
    let differences = differences(app, trace);
    let used: usize = arithmetic.iter().map(|span| text::width(&span.content)).sum();
    let beside = differences.iter().find(|words| used + APART.len() + text::width(words) <= room);
    if let Some(words) = beside {
        arithmetic.extend([Span::styled(APART, theme.muted), Span::styled(words.clone(), theme.text)]);
    }
    let below = differences.first().filter(|_| beside.is_none());
    let mut lines = vec![Line::from(arithmetic)];
    lines.extend(below.map(|words| Line::styled(words.clone(), theme.text)));
    let sentence = text::wrap(&sentence, room);
    // What it does to the chance says more than what it means.
    if below.is_none() || lines.len() + sentence.len() <= rows {
        lines.extend(sentence.into_iter().map(|row| Line::styled(row, theme.text)));
    }
    lines
}

/// What the place does to the chance, in full and in short, once there is one.
fn differences(app: &App, trace: &Trace) -> Vec<String> {
    if !app.core.has_reached(Spot::Verdict) {
        return Vec::new();
    }
    match app.core.spot() {
        Spot::Input(input) => chance::of_input(app, trace, input).into_iter().collect(),
        Spot::Weight { .. } | Spot::Product { .. } => {
            chance::of_parameter(app, trace, app.core.spot().parameter(app.core.network()))
        }
        Spot::Sum { .. } | Spot::Activation { .. } | Spot::Verdict => Vec::new(),
    }
}

fn say(app: &App, word: Word) -> String {
    app.core.settings.say(word).to_owned()
}

fn input_lines(app: &App, trace: &Trace, theme: &Theme, input: usize) -> (Vec<Span<'static>>, String) {
    let name = app.core.names().input(input);
    let Some(&value) = trace.inputs.get(input) else {
        return (vec![Span::styled(format!("{name} = +1"), theme.bias)], say(app, words::ONE_IS));
    };
    let number = vec![Span::styled(format!("{name} = {}", numbers::factor(value)), theme.input)];
    let encoded = &app.core.run().encoder().inputs()[input];
    let raw = encoded.unscaled(value);
    let filled = encoded.feature.needs_age() && app.core.passenger().age.is_none();
    let sentence = match encoded.scale() {
        _ if filled => say(
            app,
            if app.core.run().recipe().missing_age == MissingAge::Median {
                words::FILLED_MEDIAN
            } else {
                words::FILLED
            },
        ),
        Some((mean, sd)) => app.core.settings.fill(
            words::RAW_AS,
            &[
                name,
                numbers::full(raw),
                numbers::fixed(mean, 4, 12).trim().to_owned(),
                numbers::fixed(sd, 4, 12).trim().to_owned(),
                numbers::fixed(value, 6, 12).trim().to_owned(),
            ],
        ),
        None if encoded.feature == Feature::Sex => say(app, words::SEX_IS),
        None => app.core.settings.fill(words::RAW_IS, &[name, numbers::full(raw)]),
    };
    (number, sentence)
}

fn product_line(theme: &Theme, term: &Summand) -> Vec<Span<'static>> {
    let role = if term.is_bias { theme.bias } else { theme.weight };
    vec![
        Span::styled(numbers::factor(term.value), theme.input),
        Span::styled(" × ", theme.muted),
        Span::styled(numbers::factor(term.weight), role),
        Span::styled(" = ", theme.muted),
        Span::styled(numbers::decimal(term.product(), 6), theme.push(Some(term.product()))),
    ]
}

fn weight_sentence(app: &App, layer: usize, neuron: usize, input: usize) -> String {
    let weights = app.core.network().layer(layer);
    if input == weights.inputs {
        return say(app, words::BIAS_SAYS);
    }
    let weight = weights.weight(neuron, input);
    let size = numbers::factor(weight.abs());
    let fill = |word, values: &[String]| app.core.settings.fill(word, values);
    if weight == 0.0 {
        return say(app, words::NO_PULL);
    }
    let raises = weight > 0.0;
    let names = app.core.run().encoder().input_names();
    let is = |name: &str| layer == 0 && names[input] == name;
    let scale = (layer == 0).then(|| app.core.run().encoder().inputs()[input].scale()).flatten();
    if let Some((_, sd)) = scale {
        let name = app.core.names().source(layer, input);
        let sd = numbers::fixed(sd, 2, 8).trim().to_owned();
        fill(if raises { words::SD_RAISES } else { words::SD_LOWERS }, &[sd, name, size])
    } else if is("age") {
        fill(if raises { words::YEAR_RAISES } else { words::YEAR_LOWERS }, &[size])
    } else if is("sex") {
        fill(if raises { words::FEMALE_RAISES } else { words::FEMALE_LOWERS }, &[size])
    } else {
        let name = app.core.names().source(layer, input);
        fill(if raises { words::RAISES } else { words::LOWERS }, &[name, size])
    }
}

fn sum_line(theme: &Theme, neuron: &NeuronAccount, room: usize) -> Vec<Span<'static>> {
    let result = format!(" = {}", numbers::decimal(neuron.z, 6));
    let mut spans = vec![Span::styled("z = ", theme.muted)];
    let mut used = 4 + text::width(&result);
    for term in &neuron.terms {
        let product = term.product();
        let number = numbers::fixed(product.abs(), 6, 12).trim().to_owned();
        let sign = match (term.input, product < 0.0) {
            (0, true) => "−",
            (0, false) => "",
            (_, true) => " − ",
            (_, false) => " + ",
        };
        used += text::width(sign) + text::width(&number);
        if used + 4 > room {
            spans.push(Span::styled(" + …", theme.muted));
            break;
        }
        spans.push(Span::styled(sign, theme.muted));
        spans.push(Span::styled(number, theme.push(Some(product))));
    }
    spans.push(Span::styled(result, theme.sum));
    spans
}

fn activation_lines(
    app: &App,
    trace: &Trace,
    theme: &Theme,
    layer: usize,
    neuron: usize,
) -> (Vec<Span<'static>>, String) {
    let activation = app.core.network().layer(layer).activation;
    let z = trace.layers[layer].z[neuron];
    let a = trace.layers[layer].a[neuron];
    let line = vec![
        Span::styled(formula_with(activation, z, 6), theme.text),
        Span::styled(format!(" = {}", numbers::decimal(a, 6)), theme.activation),
    ];
    let sentence = match activation {
        _ if is_last(app, layer) => words::SIGMOID_SAYS,
        Activation::Relu if z <= 0.0 => words::OFF_SAYS,
        Activation::Relu => words::ON_SAYS,
        Activation::LeakyRelu | Activation::Tanh | Activation::Sigmoid | Activation::Linear => words::HIDDEN_SUM_SAYS,
    };
    (line, say(app, sentence))
}

fn verdict_lines(app: &App, trace: &Trace, theme: &Theme) -> (Vec<Span<'static>>, String) {
    let p = trace.p();
    let live = app.core.shown().row(app.core.who);
    let fate = |lived: bool| say(app, if lived { words::LIVED } else { words::DIED });
    let person = app.core.passenger();
    let was = person.survived.map_or(numbers::MISSING.to_owned(), fate);
    let line = vec![Span::styled(format!("p = {}", numbers::decimal(p, 6)), theme.activation)];
    let percent = format!("{:.0} %", p * 100.0);
    let sentence = app.core.settings.fill(words::VERDICT_SAYS, &[percent, fate(live.said), was]);
    (line, sentence)
}
