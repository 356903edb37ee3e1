//! The plots over epochs: loss, accuracy, parameters. Train is solid, test is dashed.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::app::pointer::Spot;
use crate::app::runs::Slot;
use crate::app::{App, Parts, Target};
use crate::explain::numbers;
use crate::explain::words::train as words;
use crate::nn::{Loss, math};
use crate::training::{Part, Quantity};
use crate::ui::context::Context;
use crate::ui::describe;
use crate::ui::theme::Theme;
use crate::ui::time_bar::{axis as epoch_axis, history};
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::widgets::plot::{Axis, Plot, Reference, Series, Stroke, extent, nice};

/// Half the least range of losses shown.
const LEAST_SPAN: f64 = 0.03;

/// Losses this much above knowing nothing are shown on a logarithmic axis by itself.
const TOO_HIGH: f64 = 10.0;

/// Cells of the y labels, the same in all plots so that their time axes stand one above the other.
const LABELS: u16 = 7;

/// The values at the cursor of those parts of the list that are shown.
fn legend(context: &Context<'_>, train: String, test: String) -> Line<'static> {
    let theme = context.theme;
    let parts = context.app.parts;
    let mut spans = Vec::new();
    if parts != Parts::Test {
        let name = format!("{} ", context.say(words::LEGEND_TRAIN));
        spans.extend([Span::styled(name, theme.muted), Span::styled(train, theme.now)]);
    }
    if parts == Parts::Both {
        spans.push(Span::raw("  "));
    }
    if parts != Parts::Train {
        let name = format!("{} ", context.say(words::LEGEND_TEST));
        spans.extend([Span::styled(name, theme.muted), Span::styled(test, theme.now)]);
    }
    Line::from(spans)
}

/// The border of the losses.
pub fn loss_frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let app = context.app;
    let metrics = app.run().metrics();
    let title = context.say(match app.run().recipe().loss {
        Loss::CrossEntropy => words::LOSS_CE,
        Loss::SquaredError => words::LOSS_SE,
    });
    let title = if is_log(app) { format!("{title}, {}", context.say(words::LOG)) } else { title.to_owned() };
    // Their people take the room of two decimals.
    let loss = |part: Part| {
        if describe::counts_apart(app) {
            describe::loss_over(&numbers::loss(part.loss), part)
        } else {
            numbers::fixed(part.loss, 6, 8)
        }
    };
    let values = legend(context, loss(metrics.train), loss(metrics.test));
    Frame::new(context.theme, title).info(values)
}

/// The border of the right answers.
pub fn accuracy_frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let metrics = context.app.run().metrics();
    let count = |part: Part| numbers::count(part.correct as usize, part.total as usize);
    let values = legend(context, count(metrics.train), count(metrics.test));
    Frame::new(context.theme, context.say(words::ACCURACY)).info(values)
}

/// The border of the parameters.
pub fn parameters_frame<'a>(context: &Context<'a>) -> Frame<'a> {
    Frame::new(context.theme, parameters_title(context.app)).info(parameter_values(context))
}

/// Whether the loss axis is logarithmic: as the user chose, and when losses rise out of sight.
fn is_log(app: &App) -> bool {
    let extent = app.run().overview().extent(Quantity::TrainLoss);
    app.log_loss || extent.is_some_and(|(_, most)| most > TOO_HIGH)
}

fn x_axis(app: &App) -> Axis {
    let (first, last) = epoch_axis(app);
    Axis::new(first as f64, last as f64).round_labels()
}

/// Draws a plot, its time axis ready to be dragged.
fn finish(context: &mut Context<'_>, plot: Plot<'_>, area: Rect) {
    let app = context.app;
    let plot = plot.cursor(app.run().epoch() as f64, context.theme.now);
    let (first, last) = epoch_axis(app);
    let layout = plot.layout(area);
    Widget::render(&plot, area, context.buf);
    let data = Rect { y: area.y, height: area.height, ..layout.data };
    context.note(data, Target::Track { first, last });
    if !app.has_past() && area.height > 3 {
        let words = context.say(words::BEGINS);
        let style = context.theme.text;
        context.pen(layout.data).centred(layout.data.height / 2, words, style);
    }
}

/// The runs drawn beside the one on the screen.
fn compared(app: &App) -> impl Iterator<Item = &Slot> {
    let active = app.runs.active_index();
    let all = app.runs.all().iter().enumerate();
    all.filter(move |(index, slot)| slot.compared && *index != active).map(|(_, slot)| slot)
}

/// The losses over epochs.
pub fn loss(context: &mut Context<'_>, area: Rect) {
    let area = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    let slot = app.runs.active();
    let scale = |value: f64| {
        if is_log(app) { math::log10(value) } else { value }
    };
    let shown = |part: Parts| app.parts == Parts::Both || app.parts == part;
    let mut values: Vec<f64> = vec![scale(std::f64::consts::LN_2)];
    for slot in compared(app).chain([slot]) {
        let parts = [Quantity::TrainLoss, Quantity::TestLoss];
        values.extend(extents(slot, parts).map(scale));
    }
    let (low, high) = extent(values).unwrap_or((0.0, 1.0));
    // At least a few hundredths, so that labels of six cells can tell the ticks apart.
    let middle = low.midpoint(high);
    let (low, high) = (low.min(middle - LEAST_SPAN), high.max(middle + LEAST_SPAN));
    let (low, high) = nice(low, high, 4);
    let y = Axis::new(low, high).label_width(LABELS).line();
    let y = if is_log(app) {
        let inside = (-4..9)
            .flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * math::pow(10.0, f64::from(power))))
            .filter(|&tick| (low..=high).contains(&math::log10(tick)));
        y.labels_at(inside.map(|tick| (math::log10(tick), numbers::compact(tick, 6))).collect())
    } else {
        y.round_labels()
    };
    let mut plot = Plot::new(x_axis(app), y, theme.muted);
    if app.run().recipe().loss == Loss::CrossEntropy {
        let label = Span::styled(context.say(words::LN_2), theme.muted);
        plot = plot.reference(Reference::level(scale(std::f64::consts::LN_2), theme.reference).label(label));
    }
    for other in compared(app) {
        let label = Span::styled(other.run.name.clone(), theme.muted);
        plot = plot.series(
            history(&other.run, Quantity::TestLoss, scale, area.width, theme.muted).stroke(Stroke::Dotted).label(label),
        );
    }
    if shown(Parts::Test) {
        let test = history(&slot.run, Quantity::TestLoss, scale, area.width, theme.test);
        let label = Span::styled(context.say(words::END_TEST), theme.muted);
        plot = plot.series(test.stroke(Stroke::Dashed).label(label));
    }
    if shown(Parts::Train) {
        let train = history(&slot.run, Quantity::TrainLoss, scale, area.width, theme.train);
        let label = Span::styled(context.say(words::END_TRAIN), theme.muted);
        plot = plot.series(train.focused(true).label(label));
    }
    finish(context, plot, area);
}

fn percent(accuracy: f64) -> f64 {
    accuracy * 100.0
}

/// The extremes of some quantities over all epochs.
fn extents(slot: &Slot, of: [Quantity; 2]) -> impl Iterator<Item = f64> {
    let overview = slot.run.overview();
    let extents = of.into_iter().filter_map(move |of| overview.extent(of));
    extents.flat_map(|(low, high)| [low, high])
}

/// The right answers over epochs.
pub fn accuracy(context: &mut Context<'_>, area: Rect) {
    let area = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    let slot = app.runs.active();
    let baselines = crate::analysis::Baselines::new(app.run());
    let rules = [(baselines.women_live.test, words::WOMEN_LIVE), (baselines.everyone_died.test, words::ALL_DIED)];
    let mut values: Vec<f64> = Vec::new();
    for slot in compared(app).chain([slot]) {
        let parts = [Quantity::TrainAccuracy, Quantity::TestAccuracy];
        values.extend(extents(slot, parts).map(percent));
    }
    values.extend(rules.iter().filter_map(|(part, _)| part.percent()));
    let (low, high) = extent(values).unwrap_or((0.0, 100.0));
    let (low, high) = nice(low, high, 4);
    let y = Axis::new(low, high.min(100.0)).label_width(LABELS).line().round_labels();
    let mut plot = Plot::new(x_axis(app), y, theme.muted);
    for (part, word) in rules {
        let Some(level) = part.percent() else {
            continue;
        };
        let count = numbers::count(part.correct as usize, part.total as usize);
        let label = context.fill(word, &[count]);
        let label = Span::styled(label, theme.muted);
        plot = plot.reference(Reference::level(level, theme.reference).label(label));
    }
    for other in compared(app) {
        let label = Span::styled(other.run.name.clone(), theme.muted);
        let of = Quantity::TestAccuracy;
        plot =
            plot.series(history(&other.run, of, percent, area.width, theme.muted).stroke(Stroke::Dotted).label(label));
    }
    if app.parts != Parts::Train {
        let of = Quantity::TestAccuracy;
        let test = history(&slot.run, of, percent, area.width, theme.test);
        let label = Span::styled(context.say(words::END_TEST), theme.muted);
        plot = plot.series(test.stroke(Stroke::Dashed).label(label));
    }
    if app.parts != Parts::Test {
        let of = Quantity::TrainAccuracy;
        let train = history(&slot.run, of, percent, area.width, theme.train);
        let label = Span::styled(context.say(words::END_TRAIN), theme.muted);
        plot = plot.series(train.focused(true).label(label));
    }
    finish(context, plot, area);
}

/// The parameters drawn: all of a small network, of a larger one those that feed the neuron under the pointer.
fn drawn_parameters(app: &App, theme: &Theme) -> Vec<(usize, String, Style)> {
    let network = app.network();
    let (layer, neuron) = app.spot().neuron().unwrap_or((network.depth() - 1, 0));
    let shape = network.layer(layer);
    (0..=shape.inputs)
        .map(|input| {
            let spot = Spot::Weight { layer, neuron, input };
            let parameter = spot.parameter(network);
            let name = app.names().spelt(parameter);
            let style = if input == shape.inputs { theme.bias } else { theme.weight };
            (network.index(parameter), name, style)
        })
        .collect()
}

/// `Parameters`, or of a deeper network how many of them: `Parameters, 3 of 33`.
fn parameters_title(app: &App) -> String {
    let title = app.settings.say(words::PARAMETERS);
    let network = app.network();
    if network.depth() == 1 {
        return title.to_owned();
    }
    let (layer, _) = app.spot().neuron().unwrap_or((network.depth() - 1, 0));
    let shown = network.layer(layer).inputs + 1;
    let all = network.parameters().len();
    let counts = [shown, all].map(|count| count.to_string());
    app.settings.language.fill(words::PARAMETERS_OF, &counts)
}

fn parameter_values(context: &Context<'_>) -> Line<'static> {
    let app = context.app;
    let here = app.network().index(app.spot().parameter(app.network()));
    let mut spans = Vec::new();
    for (index, name, style) in drawn_parameters(app, context.theme).into_iter().take(5) {
        let value = numbers::fixed(app.network().parameters()[index], 4, 8);
        let style = if index == here { style.patch(context.theme.pointer) } else { style };
        spans.push(Span::styled(format!(" {name} "), context.theme.muted));
        spans.push(Span::styled(value.trim().to_owned(), style));
    }
    Line::from(spans)
}

/// About how many epochs a parameter is sampled at; the network at an epoch is exact, but need not
/// be fetched more often than it is drawn.
const SAMPLES: u64 = 160;

/// The parameters over epochs.
pub fn parameters(context: &mut Context<'_>, area: Rect) {
    let area = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    let run = app.run();
    let drawn = drawn_parameters(app, &theme);
    let (first, last) = (run.first_epoch(), run.last_epoch());
    // Only epochs with a key frame: replaying some for each column would cost more than a frame has.
    let step = ((last - first) / SAMPLES).max(1);
    let step = step.next_multiple_of(run.key_frame_stride());
    let epochs: Vec<u64> = (first..=last).step_by(step as usize).chain([last]).collect();
    let mut curves: Vec<Vec<(f64, f64)>> = vec![Vec::new(); drawn.len()];
    for epoch in epochs {
        let network = run.network_at(epoch);
        for (curve, (index, _, _)) in curves.iter_mut().zip(&drawn) {
            curve.push((epoch as f64, network.parameters()[*index]));
        }
    }
    let values = curves.iter().flatten().map(|&(_, value)| value).chain([0.0]);
    let (low, high) = extent(values).unwrap_or((-1.0, 1.0));
    let (low, high) = if low == high { (-1.0, 1.0) } else { nice(low, high, 4) };
    let y = Axis::new(low, high).label_width(LABELS).line().round_labels();
    let mut plot = Plot::new(x_axis(app), y, theme.muted).reference(Reference::level(0.0, theme.reference));
    let strokes = [Stroke::Solid, Stroke::Dashed, Stroke::Dotted];
    for (place, (curve, (_, name, style))) in curves.iter().zip(&drawn).enumerate() {
        let label = Span::styled(name.clone(), *style);
        let series = Series::points(curve, *style).stroke(strokes[place % strokes.len()]);
        plot = plot.series(series.label(label));
    }
    finish(context, plot, area);
}
