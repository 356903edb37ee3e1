//! The same network as on Explore, with what flows back: δ at every neuron, a gradient on every line.
//! Without hidden layers as the post draws it (`shallow`), else a column for each layer (`deep`).

mod deep;
mod shallow;

use ratatui::layout::Rect;

use crate::analysis::gradient::Step;
use crate::app::App;
use crate::app::gradients::Stage;
use crate::explain::numbers;
use crate::explain::words::gradients as words;
use crate::nn::{Parameter, Trace};
use crate::ui::context::Context;
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::{describe, text};

/// The panel's border: the shape of the network.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let app = context.app;
    let title = format!("{} {}", context.say(words::BACKWARD), describe::shape(app));
    let info = if app.gradients.batch { words::ARROW_MEAN } else { words::ARROW_IS };
    Frame::new(context.theme, title).info(context.say(info))
}

/// The rows that show the network at its best, with the borders.
pub fn height(app: &App) -> u16 {
    let shape = app.network().shape();
    if shape.depth() == 1 {
        return (shape.inputs() as u16 + 1).min(8) * 3 + 2;
    }
    (shape.widest().max(shape.inputs() + 1).min(18) as u16 + 4).max(12)
}

/// The picture.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let back = Back::of(context.app);
    if context.app.network().depth() == 1 {
        shallow::draw(context, inner, &back);
    } else {
        deep::draw(context, inner, &back);
    }
}

/// What flows back, as far as the micro-steps have come.
struct Back<'a> {
    app: &'a App,
    /// The person's forward pass; none for the batch, or where the person has no number.
    trace: Option<&'a Trace>,
    step: Option<&'a Step>,
    /// p, y and loss of the person, or their means over the batch.
    means: Option<[f64; 3]>,
}

impl<'a> Back<'a> {
    fn of(app: &'a App) -> Self {
        let lens = app.lens();
        let batch = lens.batch().filter(|_| app.gradients.batch);
        let one = lens.one().and_then(Result::ok).filter(|_| !app.gradients.batch);
        let means = match (one, batch) {
            (Some(one), _) => Some([one.flow.trace.p(), one.flow.y, one.flow.loss]),
            (None, Some(batch)) => Some([batch.rows.p, batch.rows.y, batch.rows.loss]),
            (None, None) => None,
        };
        Self {
            app,
            trace: one.map(|one| &one.flow.trace),
            step: one.map(|one| &one.step).or(batch.map(|batch| &batch.step)),
            means,
        }
    }

    fn at(&self, stage: Stage, parameter: Parameter) -> Option<f64> {
        let step = self.step.filter(|_| self.app.gradients.shows(stage))?;
        Some(step.gradient[self.app.network().index(parameter)])
    }

    /// The gradient of a weight, or of the bias where `input` is past the last.
    fn gradient(&self, layer: usize, neuron: usize, input: usize) -> Option<f64> {
        self.at(Stage::Gradient, parameter(self.app, layer, neuron, input))
    }

    /// δ of a neuron: what its bias gets, whose input is 1.
    fn delta(&self, layer: usize, neuron: usize) -> Option<f64> {
        self.at(Stage::Delta, Parameter::Bias { layer, neuron })
    }

    /// p; y; the loss: each once its micro-step is reached.
    fn p(&self) -> Option<f64> {
        self.means.map(|[p, ..]| p)
    }

    fn y(&self) -> Option<f64> {
        let shown = self.app.gradients.shows(Stage::Loss);
        self.means.filter(|_| shown).map(|[_, y, _]| y)
    }

    fn loss(&self) -> Option<f64> {
        let shown = self.app.gradients.shows(Stage::Loss);
        self.means.filter(|_| shown).map(|[.., loss]| loss)
    }

    /// What enters by an input: `35`, `+1`, `each` of the batch.
    fn input(&self, input: usize, write: impl Fn(f64) -> String) -> String {
        if input == self.app.network().layer(0).inputs {
            return "+1".to_owned();
        }
        match self.trace {
            Some(trace) => write(trace.inputs[input]),
            None if self.app.gradients.batch => self.app.settings.say(words::EACH).to_owned(),
            None => numbers::MISSING.to_owned(),
        }
    }

    /// An input's name, with the list's own value beside it where the network is shown a scaled one and
    /// both fit: `Age 22`, or `Age –` where the mean stands in.
    fn label(&self, input: usize, room: usize) -> String {
        let name = self.app.names().input(input);
        let encoded = self.app.run().encoder().inputs().get(input);
        let Some(encoded) = encoded.filter(|encoded| self.trace.is_some() && encoded.scale().is_some()) else {
            return name;
        };
        let person = self.app.passenger();
        let raw = match encoded.raw(&person) {
            Some(raw) if !encoded.is_filled(&person) => numbers::compact(raw, 5),
            _ => numbers::MISSING.to_owned(),
        };
        let both = format!("{name} {raw}");
        if text::width(&both) <= room { both } else { name }
    }

    /// The value of the weight on a line.
    fn weight(&self, layer: usize, neuron: usize, input: usize) -> f64 {
        let index = self.app.network().index(parameter(self.app, layer, neuron, input));
        self.app.network().parameters()[index]
    }
}

/// The parameter on a line; the bias where `input` is past the last.
fn parameter(app: &App, layer: usize, neuron: usize, input: usize) -> Parameter {
    if input == app.network().layer(layer).inputs {
        Parameter::Bias { layer, neuron }
    } else {
        Parameter::Weight { layer, neuron, input }
    }
}

/// `lived`, `died`, or the share of the batch who lived.
fn fate(back: &Back<'_>) -> Option<String> {
    let y = back.y()?;
    Some(if back.app.gradients.batch {
        format!("{y:.4}")
    } else {
        let lived = back.app.settings.say(if y > 0.5 { words::LIVED } else { words::DIED });
        format!("{y:.0} {lived}")
    })
}
