//! The network with the selected passenger's numbers flowing through it, as far as the slow flow has brought
//! them.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::analysis::Attribute;
use crate::analysis::beliefs::{Axis, NeuronMaps};
use crate::app::App;
use crate::app::core::flow::Flow;
use crate::app::core::pointer::Spot;
use crate::explain::people;
use crate::explain::runs;
use crate::explain::words::{features, network as words, people as words_of_people};
use crate::explain::{names, numbers};
use crate::nn::{Activation, Parameter, Trace};
use crate::training::MissingAge;
use crate::ui::context::Context;
use crate::ui::scene::{self, Maps, Node, NodeValue, Pulse, Scene, Way};
use crate::ui::theme::Theme;
use crate::ui::widgets::frame::Frame;

/// The rows the panel would like, with its borders.
pub fn height(app: &App) -> u16 {
    scene::height(app.core.network()) + 2
}

/// The panel's border: whose numbers these are.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let person = app.core.passenger();
    let sex = context.say(words_of_people::letter(person.sex));
    let age = person.age.map_or(numbers::MISSING.to_owned(), numbers::full);
    let title = if app.core.network().depth() == 1 {
        context.say(words::TITLE).to_owned()
    } else {
        format!("{} {}", context.say(words::TITLE), runs::shape(app.core.network()))
    };
    let info = |name: &str| format!("{} {name} · {sex} {age}", person.id);
    let brief = people::addressed(person.name);
    Frame::new(context.theme, title).info(info(person.name)).info(info(&brief))
}

/// The picture.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let (app, flow) = (context.app, context.app.core.flow);
    let small = app.screens.explore.maps.of(&app.core);
    let scene = Scene { maps: maps(app, small, flow), pulse: pulse(app, flow), ..scene_of(app, context.theme, flow) };
    scene::draw(context, inner, &scene);
}

/// The selected passenger's numbers in the network, up to a step of the flow.
pub(in crate::ui) fn scene_of<'a>(app: &'a App, theme: &Theme, flow: Option<Flow>) -> Scene<'a> {
    let network = app.core.network();
    let seen = Forward { app, theme, trace: app.core.trace(), flow };
    let mark = |input| if app.core.spot() == Spot::Input(input) { theme.pointer } else { Style::new() };
    let mut columns = vec![inputs(app, theme, seen.trace.as_ref(), "?", mark)];
    columns.extend((0..network.depth()).map(|layer| seen.layer(layer)));
    let parameters = (0..network.parameters().len()).map(|index| network.parameter_at(index));
    Scene {
        network,
        way: Way::Forward,
        pointed: app.core.spot(),
        columns,
        flows: parameters.map(|parameter| seen.product(parameter)).collect(),
        factors: Vec::new(),
        answer: seen.answer(),
        write: |value, width| numbers::fixed(value, if width < 8 { 3 } else { 6 }, width),
        maps: None,
        pulse: None,
        notes: on_for(app, flow).into_iter().collect(),
        strongest: words::STRONGEST_LINES,
    }
}

/// The inputs with the values that go in, and the bias; `nobody` stands for a value that is not known.
pub fn inputs(
    app: &App,
    theme: &Theme,
    trace: Option<&Trace>,
    nobody: &str,
    mark: impl Fn(usize) -> Style,
) -> Vec<Node> {
    let encoder = app.core.run().encoder();
    let person = app.core.passenger();
    let node = |input: usize| {
        let encoded = encoder.inputs().get(input);
        let scaled = encoded.filter(|encoded| encoded.scale().is_some());
        // Of a passenger without an answer, what the list knows is still shown.
        let known = encoded.and_then(|encoded| encoded.raw(&person)).filter(|_| nobody == "?");
        let value = match (encoded, trace) {
            (None, _) => Some(NodeValue::Word("+1".to_owned())),
            (_, Some(trace)) if scaled.is_some() => Some(NodeValue::Given(trace.inputs[input])),
            (_, Some(trace)) => Some(NodeValue::Word(numbers::compact(trace.inputs[input], 6))),
            (_, None) => known.filter(|_| scaled.is_none()).map(|raw| NodeValue::Word(numbers::compact(raw, 6))),
        };
        let own = scaled.filter(|_| trace.is_some() || known.is_some());
        let own = own.map(|encoded| match encoded.raw(&person) {
            Some(raw) if !encoded.is_filled(&person) => numbers::compact(raw, 5),
            _ => numbers::MISSING.to_owned(),
        });
        let style = if encoded.is_none() { theme.bias } else { theme.input };
        Node {
            name: app.core.names().input(input),
            own,
            style: if value.is_none() && nobody == "?" { theme.muted } else { style },
            value: value.unwrap_or_else(|| NodeValue::Word(nobody.to_owned())),
            shape: "",
            share: None,
            is_off: false,
            mark: mark(input),
        }
    };
    (0..=encoder.inputs().len()).map(node).collect()
}

/// Where the numbers of the slow flow, or of a step of training, are on their way.
fn pulse(app: &App, flow: Option<Flow>) -> Option<Pulse> {
    let of_step = app.core.pulse.map(|pulse| pulse.place(app.core.network().depth()));
    let of_flow = flow.filter(|_| app.core.settings.motion).and_then(|flow| flow.on_its_way());
    of_flow.or(of_step).map(|(layer, at)| Pulse { layer, at })
}

/// The small maps, with the passenger's place on them: of a layer the flow has not come to they would tell what it gives.
pub fn maps<'a>(app: &'a App, small: Option<(&'a NeuronMaps, [Attribute; 2])>, flow: Option<Flow>) -> Option<Maps<'a>> {
    let (neurons, axes) = small?;
    let person = app.core.passenger();
    let [along, up] = axes.map(|axis| axis.of(&person).map(|value| Axis(axis).share(value)));
    let names = axes.map(|axis| app.core.settings.say(features::name(axis.feature())).to_owned());
    let captions = [words::MAP_OF, words::MAP_OF_SHORT].map(|word| app.core.settings.fill(word, &names));
    let depth = app.core.network().depth();
    let layers = (0..depth).filter(|&layer| flow.is_none_or(|flow| flow.shows_activations(layer))).count();
    Some(Maps { layers, neurons, at: along.zip(up).map(Into::into), captions })
}

/// For how many people the neuron pointed at is on.
fn on_for(app: &App, flow: Option<Flow>) -> Option<String> {
    let network = app.core.network();
    // Only where there is a corner is there an on and an off.
    let is_gate = |layer: usize| layer + 1 < network.depth() && network.layer(layer).activation.has_corner();
    let (layer, neuron) = app.core.spot().neuron().filter(|(layer, _)| is_gate(*layer))?;
    let state = app.core.shown().neuron(layer, neuron)?;
    if flow.is_some_and(|flow| !flow.shows_activations(layer)) {
        return None;
    }
    let name = names::neuron(network, layer, neuron);
    let values = [name, state.on_rows.to_string(), state.rows.to_string()];
    Some(app.core.settings.fill(words::ON_FOR, &values))
}

/// What of the calculation is on the screen now.
struct Forward<'a> {
    app: &'a App,
    theme: &'a Theme,
    /// Every number, or none when the recipe has no answer for the passenger.
    trace: Option<Trace>,
    flow: Option<Flow>,
}

impl Forward<'_> {
    /// The numbers, where the flow has come so far.
    fn once(&self, is_reached: impl FnOnce(Flow) -> bool) -> Option<&Trace> {
        self.trace.as_ref().filter(|_| self.flow.is_none_or(is_reached))
    }

    /// The product of a weight and its input; of a bias itself.
    fn product(&self, parameter: Parameter) -> Option<f64> {
        let network = self.app.core.network();
        let (Parameter::Weight { layer, .. } | Parameter::Bias { layer, .. }) = parameter;
        let trace = self.once(|flow| flow.shows_products(layer))?;
        let weight = network.parameters()[network.index(parameter)];
        Some(match parameter {
            Parameter::Weight { layer: 0, input, .. } => trace.inputs[input] * weight,
            Parameter::Weight { layer, input, .. } => trace.layers[layer - 1].a[input] * weight,
            Parameter::Bias { .. } => weight,
        })
    }

    fn layer(&self, layer: usize) -> Vec<Node> {
        let neurons = self.app.core.network().layer(layer).outputs;
        if layer + 1 == self.app.core.network().depth() {
            return vec![self.output(layer)];
        }
        let values = self.once(|flow| flow.shows_activations(layer)).map(|trace| &trace.layers[layer].a);
        let largest = values.into_iter().flatten().fold(0.0, |most: f64, a| most.max(a.abs()));
        (0..neurons).map(|neuron| self.neuron((layer, neuron), values.map(|a| a[neuron]), largest)).collect()
    }

    fn neuron(&self, (layer, neuron): (usize, usize), a: Option<f64>, largest: f64) -> Node {
        let app = self.app;
        let activation = app.core.network().layer(layer).activation;
        let z = self.once(|flow| flow.shows_sums(layer)).map(|trace| trace.layers[layer].z[neuron]);
        // Whether it is dead or saturated says what it gives for everybody.
        let is_reached = self.flow.is_none_or(|flow| flow.shows_activations(layer));
        let state = app.core.shown().neuron(layer, neuron).filter(|_| is_reached).unwrap_or_default();
        let is_off = activation == Activation::Relu && z.is_some_and(|z| z <= 0.0);
        let word = |word| NodeValue::Word(app.core.settings.say(word).to_owned());
        let is_here = matches!(app.core.spot(), Spot::Sum { layer: l, neuron: n } | Spot::Activation { layer: l, neuron: n }
            if (l, n) == (layer, neuron));
        Node {
            name: names::neuron(app.core.network(), layer, neuron),
            own: None,
            value: match a {
                _ if state.dead => word(words::DEAD),
                Some(_) if is_off => word(words::OFF),
                Some(a) => NodeValue::Number(a),
                None if self.trace.is_none() => NodeValue::Word(numbers::MISSING.to_owned()),
                None => NodeValue::Word(String::new()),
            },
            shape: match state {
                _ if state.dead => "✗ ",
                _ if state.saturated => "▔▔",
                _ => scene::shape(activation, z),
            },
            share: a.map(|a| if largest > 0.0 { a / largest } else { 0.0 }),
            is_off,
            style: if is_off || state.dead || !is_reached { self.theme.muted } else { self.theme.activation },
            mark: if is_here { self.theme.pointer } else { Style::new() },
        }
    }

    /// z, which σ turns into the answer.
    fn output(&self, layer: usize) -> Node {
        let is_kept = self.app.core.hides_answer(self.app.core.who);
        let z = self.once(|flow| flow.shows_sums(layer)).filter(|_| !is_kept).map(|trace| trace.layers[layer].z[0]);
        let missing = match &self.trace {
            None => numbers::MISSING,
            Some(_) if is_kept => numbers::NOT_YET,
            Some(_) => "",
        };
        Node {
            name: "z".to_owned(),
            own: None,
            value: z.map_or_else(|| NodeValue::Word(missing.to_owned()), NodeValue::Number),
            shape: "",
            share: z.map(f64::signum),
            is_off: false,
            style: self.theme.sum,
            mark: Style::new(),
        }
    }

    /// p, the same in per cent, and what it says, right or wrong.
    fn answer(&self) -> Vec<Line<'static>> {
        let (app, theme) = (self.app, self.theme);
        if app.core.hides_answer(app.core.who) {
            return vec![Line::default(), Line::styled(numbers::NOT_YET, theme.muted)];
        }
        if self.flow.is_some_and(|flow| !flow.shows_verdict()) {
            return Vec::new();
        }
        let live = app.core.shown().row(app.core.who);
        let said = if live.said { theme.lived } else { theme.died }.bold();
        let mut lines = match &self.trace {
            Some(trace) => {
                let style = if app.core.spot() == Spot::Verdict { theme.text.patch(theme.pointer) } else { theme.text };
                let p = Line::styled(numbers::chance(trace.p()), style);
                vec![p, Line::styled(format!("{:.0} %", trace.p() * 100.0), said)]
            }
            None => vec![Line::default(); 2],
        };
        if live.p.is_none() && app.core.run().recipe().missing_age == MissingAge::Drop {
            lines.push(Line::styled(numbers::MISSING, theme.muted));
            return lines;
        }
        let word = app.core.settings.say(if live.said { words::LIVED } else { words::DIED });
        let star = if live.p.is_none() { "*" } else { "" };
        let mut spans = vec![Span::styled(format!("{word}{star}"), said)];
        if app.core.passenger().survived.is_some() {
            let (mark, style) = if live.right { ("✓", theme.right) } else { ("✗", theme.wrong) };
            spans.extend([Span::raw(" "), Span::styled(mark, style)]);
        }
        lines.push(Line::from(spans));
        lines
    }
}
