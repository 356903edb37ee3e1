//! The plots over epochs: loss, accuracy, parameters. Train is solid, test is dashed.

use crate::app::core::pointer::Spot;
use crate::app::core::runs::Slot;
use crate::app::{App, Parts, Target};
use crate::explain::runs;
use crate::explain::words::train as words;
use crate::nn::{Loss, math};
use crate::training::Quantity;
use crate::ui::prelude::*;
use crate::ui::theme::Theme;
use crate::ui::time_bar::{axis as epoch_axis, history};
use crate::ui::widgets::plot::{Pattern, Plot, PlotAxis, Reference, Series, extent, nice};

/// Half the least range of losses shown.
const LEAST_SPAN: f64 = 0.03;

/// Losses this much above knowing nothing are shown on a logarithmic axis by itself.
const TOO_HIGH: f64 = 10.0;

/// Cells of the y labels, the same in all plots so that their time axes stand one above the other.
const LABELS: u16 = 7;

/// The values at the cursor of those parts of the list that are shown, of the training and the test rows.
pub fn legend(app: &App, theme: &Theme, [train, test]: [String; 2]) -> Line<'static> {
    let parts = [(words::LEGEND_TRAIN, train, Parts::Test), (words::LEGEND_TEST, test, Parts::Train)];
    let shown = parts.into_iter().filter(|(.., other)| app.core.parts != *other);
    let spans = shown.enumerate().flat_map(|(index, (name, value, _))| {
        let gap = if index > 0 { "  " } else { "" };
        let name = format!("{gap}{} ", app.core.settings.say(name));
        [Span::styled(name, theme.muted), Span::styled(value, theme.now)]
    });
    spans.collect()
}

/// The losses at the cursor; their people take the room of two decimals.
pub(in crate::ui) fn losses_now(app: &App) -> [String; 2] {
    let metrics = app.core.run().metrics();
    [metrics.train, metrics.test].map(|part| {
        if runs::counts_apart(app.core.run()) {
            runs::loss_over(&numbers::loss(part.loss), part)
        } else {
            numbers::fixed(part.loss, 6, 8)
        }
    })
}

/// The right answers at the cursor.
pub(in crate::ui) fn right_now(app: &App) -> [String; 2] {
    let metrics = app.core.run().metrics();
    [metrics.train, metrics.test].map(|part| numbers::count(part.correct as usize, part.total as usize))
}

/// The border of the losses.
pub(in crate::ui) fn loss_frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let title = context.say(match app.core.run().recipe().loss {
        Loss::CrossEntropy => words::LOSS_CE,
        Loss::SquaredError => words::LOSS_SE,
    });
    let title = if is_log(app) { format!("{title}, {}", context.say(words::LOG)) } else { title.to_owned() };
    Frame::new(context.theme, title).info(legend(app, context.theme, losses_now(app)))
}

/// The border of the right answers.
pub(in crate::ui) fn accuracy_frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let values = legend(context.app, context.theme, right_now(context.app));
    Frame::new(context.theme, context.say(words::ACCURACY)).info(values)
}

/// The border of the parameters.
pub(super) fn parameters_frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    Frame::new(context.theme, parameters_title(context.app)).info(parameter_values(context))
}

/// Whether the loss axis is logarithmic: as the user chose, and when losses rise out of sight.
fn is_log(app: &App) -> bool {
    let extent = app.core.run().overview().extent(Quantity::TrainLoss);
    app.screens.train.log_loss || extent.is_some_and(|(_, most)| most > TOO_HIGH)
}

fn x_axis(app: &App) -> PlotAxis {
    let (first, last) = epoch_axis(app);
    PlotAxis::new(first as f64, last as f64).round_labels()
}

/// Draws a plot, its time axis ready to be dragged.
fn finish(context: &mut Context<'_>, plot: &Plot<'_>, area: Rect) {
    let app = context.app;
    let (first, last) = epoch_axis(app);
    let layout = plot.layout(area);
    context.draw(plot, area);
    let data = Rect { y: area.y, height: area.height, ..layout.data };
    context.note(data, Target::Track { first, last });
    if !app.core.has_past() && area.height > 3 {
        let line = Line::from(Span::styled(context.say(words::BEGINS), context.theme.text)).centered();
        context.line(layout.data.below(layout.data.height / 2), line);
    }
}

/// The runs drawn beside the one on the screen.
fn compared(app: &App) -> impl Iterator<Item = &Slot> {
    let active = app.core.runs.active_index();
    let all = app.core.runs.all().iter().enumerate();
    all.filter(move |(index, slot)| slot.compared && *index != active).map(|(_, slot)| slot)
}

/// Something counted on both parts after every epoch, as it is shown.
struct Measure<'a> {
    train: Quantity,
    test: Quantity,
    scale: &'a dyn Fn(f64) -> f64,
    /// What it is compared with, as it is shown, and what that means.
    levels: Vec<(f64, String)>,
}

impl Measure<'_> {
    /// The extremes over all epochs of all runs drawn, and of what they are compared with.
    fn extent(&self, app: &App) -> Option<(f64, f64)> {
        let overviews = compared(app).chain([app.core.runs.active()]).map(|slot| slot.run.overview());
        let ends = overviews.flat_map(|overview| [self.train, self.test].map(|of| overview.extent(of)));
        let ends = ends.flatten().flat_map(|(low, high)| [(self.scale)(low), (self.scale)(high)]);
        extent(ends.chain(self.levels.iter().map(|(level, _)| *level)))
    }

    /// Its curves, of the run on the screen and of those compared, from so many columns of samples.
    fn plot<'a>(&self, app: &App, theme: &Theme, y: PlotAxis, columns: u16) -> Plot<'a> {
        let mut plot = Plot::new(x_axis(app), y, theme.muted);
        for (level, label) in &self.levels {
            let label = Span::styled(label.clone(), theme.muted);
            plot = plot.reference(Reference::level(*level, theme.reference).label(label));
        }
        let curve = |run, of, style, label: String| {
            history(run, of, self.scale, columns, style).label(Span::styled(label, theme.muted))
        };
        for other in compared(app) {
            let test = curve(&other.run, self.test, theme.muted, other.run.name.clone());
            plot = plot.series(test.stroke(Pattern::Dotted));
        }
        let run = app.core.run();
        if app.core.parts != Parts::Train {
            let test = curve(run, self.test, theme.test, app.core.settings.say(words::END_TEST).to_owned());
            plot = plot.series(test.stroke(Pattern::Dashed));
        }
        if app.core.parts != Parts::Test {
            let train = curve(run, self.train, theme.train, app.core.settings.say(words::END_TRAIN).to_owned());
            plot = plot.series(train.focused(true));
        }
        plot.cursor(run.epoch() as f64, theme.now)
    }
}

/// The losses over epochs.
pub fn loss(context: &mut Context<'_>, area: Rect) {
    let plot = loss_plot(context.app, context.theme, area.width);
    finish(context, &plot, area);
}

/// The losses over epochs, from so many columns of samples.
pub(in crate::ui) fn loss_plot<'a>(app: &App, theme: &Theme, columns: u16) -> Plot<'a> {
    let is_log = is_log(app);
    let scale = |loss: f64| if is_log { math::log10(loss) } else { loss };
    let knowing_nothing = scale(std::f64::consts::LN_2);
    let mut losses = Measure {
        train: Quantity::TrainLoss,
        test: Quantity::TestLoss,
        scale: &scale,
        levels: vec![(knowing_nothing, app.core.settings.say(words::LN_2).to_owned())],
    };
    let (low, high) = losses.extent(app).unwrap_or((0.0, 1.0));
    if app.core.run().recipe().loss != Loss::CrossEntropy {
        losses.levels.clear();
    }
    // At least a few hundredths, so that labels of six cells can tell the ticks apart.
    let middle = low.midpoint(high);
    let (low, high) = (low.min(middle - LEAST_SPAN), high.max(middle + LEAST_SPAN));
    let (low, high) = nice(low, high, 4);
    let y = PlotAxis::new(low, high).label_width(LABELS).line();
    let y = if is_log {
        let inside = (-4..9)
            .flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * math::pow(10.0, f64::from(power))))
            .filter(|&tick| (low..=high).contains(&math::log10(tick)));
        y.labels_at(inside.map(|tick| (math::log10(tick), numbers::compact(tick, 6))).collect())
    } else {
        y.round_labels()
    };
    losses.plot(app, theme, y, columns)
}

/// The right answers over epochs.
pub fn accuracy(context: &mut Context<'_>, area: Rect) {
    let plot = accuracy_plot(context.app, context.theme, area.width);
    finish(context, &plot, area);
}

/// The right answers over epochs in per cent, from so many columns of samples.
pub(in crate::ui) fn accuracy_plot<'a>(app: &App, theme: &Theme, columns: u16) -> Plot<'a> {
    let baselines = crate::analysis::Baselines::new(app.core.run());
    let rules = [(baselines.women_live.test, words::WOMEN_LIVE), (baselines.everyone_died.test, words::ALL_DIED)];
    let levels = rules.into_iter().filter_map(|(part, word)| {
        let count = numbers::count(part.correct as usize, part.total as usize);
        Some((part.percent()?, app.core.settings.language.fill(word, &[count])))
    });
    let right = Measure {
        train: Quantity::TrainAccuracy,
        test: Quantity::TestAccuracy,
        scale: &|share| share * 100.0,
        levels: levels.collect(),
    };
    let (low, high) = right.extent(app).unwrap_or((0.0, 100.0));
    let (low, high) = nice(low, high, 4);
    let y = PlotAxis::new(low, high.min(100.0)).label_width(LABELS).line().round_labels();
    right.plot(app, theme, y, columns)
}

/// The parameters drawn: all of a small network, of a larger one those that feed the neuron under the pointer.
fn drawn_parameters(app: &App, theme: &Theme) -> Vec<(usize, String, Style)> {
    let network = app.core.network();
    let (layer, neuron) = app.core.spot().neuron().unwrap_or((network.depth() - 1, 0));
    let shape = network.layer(layer);
    (0..=shape.inputs)
        .map(|input| {
            let spot = Spot::Weight { layer, neuron, input };
            let parameter = spot.parameter(network);
            let name = app.core.names().spelt(parameter);
            let style = if input == shape.inputs { theme.bias } else { theme.weight };
            (network.index(parameter), name, style)
        })
        .collect()
}

/// `Parameters`, or of a deeper network how many of them: `Parameters, 3 of 33`.
fn parameters_title(app: &App) -> String {
    let title = app.core.settings.say(words::PARAMETERS);
    let network = app.core.network();
    if network.depth() == 1 {
        return title.to_owned();
    }
    let (layer, _) = app.core.spot().neuron().unwrap_or((network.depth() - 1, 0));
    let shown = network.layer(layer).inputs + 1;
    let all = network.parameters().len();
    let counts = [shown, all].map(|count| count.to_string());
    app.core.settings.language.fill(words::PARAMETERS_OF, &counts)
}

fn parameter_values(context: &Context<'_>) -> Line<'static> {
    let app = context.app;
    let here = app.core.network().index(app.core.spot().parameter(app.core.network()));
    let mut spans = Vec::new();
    for (index, name, style) in drawn_parameters(app, context.theme).into_iter().take(5) {
        let value = numbers::fixed(app.core.network().parameters()[index], 4, 8);
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
    let app = context.app;
    let theme = context.theme;
    let run = app.core.run();
    let drawn = drawn_parameters(app, theme);
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
    let y = PlotAxis::new(low, high).label_width(LABELS).line().round_labels();
    let mut plot = Plot::new(x_axis(app), y, theme.muted).reference(Reference::level(0.0, theme.reference));
    let strokes = [Pattern::Solid, Pattern::Dashed, Pattern::Dotted];
    for (place, (curve, (_, name, style))) in curves.into_iter().zip(drawn).enumerate() {
        let series = Series::points(curve, style).stroke(strokes[place % strokes.len()]);
        plot = plot.series(series.label(Span::styled(name, style)));
    }
    finish(context, &plot.cursor(run.epoch() as f64, theme.now), area);
}
