//! The same network as on Explore: first with what flows forward, then with what flows back as far as the micro-steps have
//! come: δ at every neuron, a gradient on every line.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::analysis::gradient::Step;
use crate::app::App;
use crate::app::core::pointer::Spot;
use crate::explain::runs;
use crate::explain::update::Stage;
use crate::explain::words::gradients as words;
use crate::explain::{names, numbers};
use crate::nn::{Activation, Parameter, Trace};
use crate::ui::context::Context;
use crate::ui::scene::{self, Maps, Node, NodeValue, Scene, Way};
use crate::ui::screens::explore;
use crate::ui::theme::Theme;
use crate::ui::widgets::frame::Frame;

/// The panel's border: the shape of the network.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let (title, info) = match (Back::of(app, context.theme).is_forward(), app.screens.gradients.batch) {
        (true, _) => (words::FORWARD, words::LINE_IS),
        (false, true) => (words::BACKWARD, words::ARROW_MEAN),
        (false, false) => (words::BACKWARD, words::ARROW_IS),
    };
    let title = format!("{} {}", context.say(title), runs::shape(app.core.network()));
    Frame::new(context.theme, title).info(context.say(info))
}

/// The rows that show the network at its best, with the borders.
pub fn height(app: &App) -> u16 {
    scene::height(app.core.network()) + 2
}

/// The picture.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let back = Back::of(context.app, context.theme);
    let scene = if back.is_forward() { back.forward() } else { back.scene() };
    // Of a batch, where the selected passenger stands says nothing.
    let gradients = &context.app.screens.gradients;
    let maps = explore::maps(context.app, gradients.maps.of(&context.app.core), None);
    let maps = maps.map(|maps| Maps { at: maps.at.filter(|_| !gradients.batch), ..maps });
    let scene = Scene { maps, ..scene };
    scene::draw(context, inner, &scene);
}

/// What flows back, of the selected passenger or in the mean over the batch.
struct Back<'a> {
    app: &'a App,
    theme: &'a Theme,
    /// The person's forward pass; none for the batch, or where the person has no number.
    trace: Option<&'a Trace>,
    step: Option<&'a Step>,
    /// p, y and loss of the person, or their means over the batch.
    means: Option<[f64; 3]>,
}

impl<'a> Back<'a> {
    fn of(app: &'a App, theme: &'a Theme) -> Self {
        let lens = app.screens.gradients.lens(&app.core);
        let batch = lens.batch().filter(|_| app.screens.gradients.batch);
        let one = lens.one().and_then(Result::ok).filter(|_| !app.screens.gradients.batch);
        let means = match (one, batch) {
            (Some(one), _) => Some([one.of.trace.p(), one.of.y, one.of.loss]),
            (None, Some(batch)) => Some([batch.of.p, batch.of.y, batch.of.loss]),
            (None, None) => None,
        };
        Self {
            app,
            theme,
            trace: one.map(|one| &one.of.trace),
            step: one.map(|one| &one.step).or(batch.map(|batch| &batch.step)),
            means,
        }
    }

    fn scene(&self) -> Scene<'a> {
        let (app, network) = (self.app, self.app.core.network());
        let pointed = app.core.spot().parameter(network);
        // What is multiplied with the weight pointed at is told apart.
        let mark = |layer: usize, input: usize| {
            let leaves = matches!(pointed, Parameter::Weight { layer: l, input: i, .. } if (l, i) == (layer, input));
            if leaves { Style::new().bold() } else { Style::new() }
        };
        let nobody = if app.screens.gradients.batch { app.core.settings.say(words::EACH) } else { numbers::MISSING };
        let mut columns = vec![explore::inputs(app, self.theme, self.trace, nobody, |input| mark(0, input))];
        columns.extend((0..network.depth()).map(|layer| self.layer(layer, |neuron| mark(layer + 1, neuron))));
        let parameters = (0..network.parameters().len()).map(|index| network.parameter_at(index));
        let flows: Vec<_> = parameters.map(|parameter| self.at(Stage::Gradient, parameter)).collect();
        let factor = |factor: f64| format!("δ × {} =", numbers::short(factor));
        let explained = self.trace.filter(|_| network.depth() == 1 && app.screens.gradients.shows(Stage::Gradient));
        let factors =
            explained.map_or(Vec::new(), |trace| trace.inputs.iter().copied().chain([1.0]).map(factor).collect());
        Scene {
            network,
            way: Way::Backward,
            pointed: Spot::of(pointed, network),
            columns,
            flows,
            factors,
            answer: self.answer(),
            // Until δ is reached, the neurons show what they gave on.
            write: if app.screens.gradients.shows(Stage::Delta) {
                // With as many decimals as the others, which have a sign.
                |flow, width| match flow {
                    0.0 => numbers::fixed(flow, width.saturating_sub(3).min(numbers::DECIMALS), width),
                    _ => numbers::flow(flow, width),
                }
            } else {
                |a, width| numbers::fixed(a, 6, width)
            },
            maps: None,
            pulse: None,
            notes: Vec::new(),
            strongest: words::STRONGEST,
        }
    }

    /// Whether nothing flows back yet, and what flows forward is known.
    fn is_forward(&self) -> bool {
        self.trace.is_some() && !self.app.screens.gradients.shows(Stage::Delta)
    }

    /// What the person makes of the network, as on Explore.
    fn forward(&self) -> Scene<'a> {
        Scene { answer: self.answer(), ..explore::scene_of(self.app, self.theme, None) }
    }

    fn at(&self, stage: Stage, parameter: Parameter) -> Option<f64> {
        let step = self.step.filter(|_| self.app.screens.gradients.shows(stage))?;
        Some(step.gradient[self.app.core.network().index(parameter)])
    }

    /// δ of a neuron: what its bias gets, whose input is 1.
    fn delta(&self, layer: usize, neuron: usize) -> Option<f64> {
        self.at(Stage::Delta, Parameter::Bias { layer, neuron })
    }

    fn layer(&self, layer: usize, mark: impl Fn(usize) -> Style) -> Vec<Node> {
        let network = self.app.core.network();
        let neurons = network.layer(layer).outputs;
        let deltas: Vec<_> = (0..neurons).map(|neuron| self.delta(layer, neuron)).collect();
        let largest = deltas.iter().flatten().fold(0.0, |most: f64, delta| most.max(delta.abs()));
        let is_output = layer + 1 == network.depth();
        let node = |(neuron, delta): (usize, Option<f64>)| Node {
            mark: mark(neuron),
            share: delta.map(|delta| if largest > 0.0 { delta / largest } else { 0.0 }),
            ..if is_output { self.output(delta) } else { self.neuron((layer, neuron), delta) }
        };
        deltas.into_iter().enumerate().map(node).collect()
    }

    fn neuron(&self, (layer, neuron): (usize, usize), delta: Option<f64>) -> Node {
        let network = self.app.core.network();
        let activation = network.layer(layer).activation;
        let seen = self.trace.map(|trace| &trace.layers[layer]);
        let z = seen.map(|seen| seen.z[neuron]);
        // Off for this person: δ stops here.
        let is_off = activation == Activation::Relu && z.is_some_and(|z| z <= 0.0);
        let a = seen.map(|seen| seen.a[neuron]).filter(|_| !self.app.screens.gradients.shows(Stage::Delta));
        Node {
            name: names::neuron(network, layer, neuron),
            own: None,
            value: match delta.or(a) {
                Some(_) if is_off && delta.is_some() => {
                    NodeValue::Word(format!("{} 0", self.app.core.settings.say(words::OFF)))
                }
                Some(number) => NodeValue::Number(number),
                None => NodeValue::Word(String::new()),
            },
            shape: scene::shape(activation, z),
            share: None,
            is_off,
            style: match delta {
                _ if is_off => self.theme.muted,
                Some(_) => self.theme.push(delta),
                None => self.theme.activation,
            },
            mark: Style::new(),
        }
    }

    /// The error, which enters at σ.
    fn output(&self, delta: Option<f64>) -> Node {
        let missing = if self.step.is_none() { numbers::MISSING } else { "" };
        Node {
            name: "δ".to_owned(),
            own: None,
            value: delta.map_or_else(|| NodeValue::Word(missing.to_owned()), NodeValue::Number),
            shape: "",
            share: None,
            is_off: false,
            style: self.theme.push(delta),
            mark: Style::new(),
        }
    }

    /// p, what became of them, and the loss.
    fn answer(&self) -> Vec<Line<'static>> {
        let Some([p, y, loss]) = self.means else { return Vec::new() };
        let mut lines = vec![format!("p {}", numbers::chance(p))];
        if self.app.screens.gradients.shows(Stage::Loss) {
            let lived = self.app.core.settings.say(if y > 0.5 { words::LIVED } else { words::DIED });
            lines.push(if self.app.screens.gradients.batch {
                format!("y {y:.4}")
            } else {
                format!("y {y:.0} {lived}")
            });
            lines.push(format!("L {}", numbers::unsigned_flow(loss, 8).trim_start()));
        }
        lines.into_iter().map(|line| Line::styled(line, self.theme.text)).collect()
    }
}
