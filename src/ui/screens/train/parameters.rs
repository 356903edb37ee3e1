//! The parameters over epochs: of many that feed one neuron the one that is pointed at and those that change most, as
//! many as can have a hue and a mark of their own.

use super::charts::{LABELS, NAMES, finish, x_axis};
use crate::app::App;
use crate::app::core::pointer::Spot;
use crate::explain::words::train as words;
use crate::nn::Parameter;
use crate::training::Run;
use crate::ui::prelude::*;
use crate::ui::theme::Theme;
use crate::ui::widgets::plot::{Marker, Pattern, Plot, PlotAxis, Reach, Reference, Series, extent};

/// The marks of those that are told apart, and so how many these are.
const MARKS: [&str; 5] = ["●", "○", "◆", "▲", "×"];

/// The decimals of a value beside its curve.
const DECIMALS: usize = 4;

/// A parameter that is drawn.
struct Drawn {
    /// Its place in the flat list.
    index: usize,
    /// Its name, and where it comes from.
    names: [String; 2],
    style: Style,
    stroke: Pattern,
    mark: &'static str,
}

/// The border: what the parameters are now.
pub(super) fn frame<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    let title = title(context.app);
    let room = usize::from(area.width).saturating_sub(text::width(&title) + 9);
    Frame::new(context.theme, title).info(values(context, room))
}

/// All of a small network, of a larger one some that feed the neuron under the pointer, as they stand in it.
fn drawn(app: &App, theme: &Theme) -> Vec<Drawn> {
    let network = app.core.network();
    let (layer, neuron) = neuron(app);
    let inputs = network.layer(layer).inputs;
    let spots = (0..=inputs).map(|input| Spot::Weight { layer, neuron, input }.parameter(network));
    let changes: Vec<f64> = changes(app.core.run(), spots.clone().map(|parameter| network.index(parameter)));
    let here = app.core.spot().parameter(network);
    let is_elsewhere = |input: usize| Spot::Weight { layer, neuron, input }.parameter(network) != here;
    let mut told: Vec<usize> = (0..=inputs).collect();
    told.sort_by(|&a, &b| is_elsewhere(a).cmp(&is_elsewhere(b)).then(changes[b].total_cmp(&changes[a])));
    told.truncate(MARKS.len());
    told.sort_unstable();
    // Hues that mean nothing else in this panel.
    let mut hues = [theme.weight, theme.input, theme.activation, theme.sum, theme.here].into_iter();
    let strokes = [Pattern::Solid, Pattern::Dashed, Pattern::Dotted];
    let of = |(place, input): (usize, usize)| {
        let parameter = Spot::Weight { layer, neuron, input }.parameter(network);
        let names = app.core.names();
        let style = if input == inputs { theme.bias } else { hues.next().unwrap_or(theme.weight) };
        let names = [names.spelt(parameter), names.ends(parameter).0];
        Drawn {
            index: network.index(parameter),
            names,
            style,
            stroke: strokes[place % strokes.len()],
            mark: MARKS[place],
        }
    };
    told.into_iter().enumerate().map(of).collect()
}

/// The neuron whose parameters are drawn: the one that the parameter pointed at feeds.
fn neuron(app: &App) -> (usize, usize) {
    match app.core.spot().parameter(app.core.network()) {
        Parameter::Weight { layer, neuron, .. } | Parameter::Bias { layer, neuron } => (layer, neuron),
    }
}

/// How far apart the values of these parameters lie at some epochs of a run.
fn changes(run: &Run, indices: impl Iterator<Item = usize>) -> Vec<f64> {
    let values: Vec<Vec<f64>> =
        sampled(run, 8).into_iter().map(|epoch| run.network_at(epoch).parameters().to_vec()).collect();
    let ends = indices.map(|index| extent(values.iter().map(|values| values[index])));
    ends.map(|ends| ends.map_or(0.0, |(low, high)| high - low)).collect()
}

/// About so many epochs of a run, and its last. Only those with a key frame: replaying some for each column would cost
/// more than a frame has.
fn sampled(run: &Run, count: u64) -> Vec<u64> {
    let (first, last) = (run.first_epoch(), run.last_epoch());
    let step = ((last - first) / count).max(1);
    let step = step.next_multiple_of(run.key_frame_stride());
    (first..=last).step_by(step as usize).chain([last]).collect()
}

/// `Parameters`, or of a deeper network how many of them: `Parameters, 3 of 33`.
fn title(app: &App) -> String {
    let title = app.core.settings.say(words::PARAMETERS);
    let network = app.core.network();
    if network.depth() == 1 {
        return title.to_owned();
    }
    let shown = (network.layer(neuron(app).0).inputs + 1).min(MARKS.len());
    let all = network.parameters().len();
    let counts = [shown, all].map(|count| count.to_string());
    app.core.settings.fill(words::PARAMETERS_OF, &counts)
}

/// Names and values as they stand in the neuron; where that has no room for all, the one pointed at comes first.
fn values(context: &Context<'_>, room: usize) -> Line<'static> {
    let app = context.app;
    let here = app.core.network().index(app.core.spot().parameter(app.core.network()));
    let of = |Drawn { index, names: [name, _], style, .. }| {
        let value = numbers::fixed(app.core.network().parameters()[index], DECIMALS, 8);
        let style = if index == here { style.patch(context.theme.pointer) } else { style };
        (index, [Span::styled(format!(" {name} "), context.theme.muted), Span::styled(value.trim().to_owned(), style)])
    };
    let mut values: Vec<_> = drawn(app, context.theme).into_iter().map(of).collect();
    if values.iter().flat_map(|(_, spans)| spans).map(|span| text::width(&span.content)).sum::<usize>() > room {
        values.sort_by_key(|(index, _)| *index != here);
    }
    values.into_iter().flat_map(|(_, spans)| spans).collect()
}

/// About how many epochs a parameter is sampled at; the network at an epoch is exact, but need not
/// be fetched more often than it is drawn.
const SAMPLES: u64 = 160;

/// The parameters over epochs.
pub(super) fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = context.theme;
    let run = app.core.run();
    let drawn = drawn(app, theme);
    let mut curves: Vec<Vec<(f64, f64)>> = vec![Vec::new(); drawn.len()];
    for epoch in sampled(run, SAMPLES) {
        let network = run.network_at(epoch);
        for (curve, drawn) in curves.iter_mut().zip(&drawn) {
            curve.push((epoch as f64, network.parameters()[drawn.index]));
        }
    }
    let reaches = curves.iter().filter_map(|curve| Reach::of(curve.iter().map(|&(_, value)| value)));
    let reach = reaches.chain(Reach::of([0.0])).reduce(Reach::and).map(|reach| reach.shown(0.0));
    let (low, high) = reach.filter(|(low, high)| low < high).unwrap_or((-1.0, 1.0));
    let y = PlotAxis::new(low, high).round().label_width(LABELS);
    let language = app.core.settings.language;
    let peak = move |epoch: f64, value: f64| {
        let value = numbers::decimal(value, DECIMALS);
        [language.fill(words::PEAK, &[&value, &numbers::whole(epoch)]), value]
    };
    let plot = Plot::new(x_axis(app), y, theme.muted).names(NAMES).peak(peak);
    let mut plot = plot.reference(Reference::level(0.0, theme.reference));
    for (Drawn { index, names: [name, start], style, stroke, mark }, curve) in drawn.into_iter().zip(curves) {
        let now = app.core.network().parameters()[index];
        plot = plot.marker(Marker::new(run.epoch() as f64, now, mark, style));
        // All feed one neuron: without it a name says as much.
        let name = if text::width(&name) + 2 > NAMES.into() { start } else { name };
        plot = plot.series(Series::points(curve, style).stroke(stroke).thick().mark(mark).label(name));
    }
    let plot = plot.cursor(run.epoch() as f64, theme.now);
    finish(context, &plot, area, &[words::BEFORE_PARAMETERS]);
}
