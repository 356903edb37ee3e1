//! The plots over epochs: loss, accuracy, parameters. Train is solid, test is dashed, each in its hue.

use crate::app::core::runs::Slot;
use crate::app::{App, Parts, Target};
use crate::explain::runs;
use crate::explain::words::{Word, train as words};
use crate::nn::Loss;
use crate::training::{Quantity, Run, Watched};
use crate::ui::prelude::*;
use crate::ui::theme::{Heat, Theme};
use crate::ui::widgets::plot::{GRID, Marker, Pattern, Plot, PlotAxis, Reach, Reference, Series};

/// The least range of losses shown, so that what hardly changes looks like it.
const LEAST_SPAN: f64 = 0.06;

/// From so many columns of samples it is told which values are usual.
const COLUMNS: usize = 60;

/// Where losses usually are above this they are shown on a logarithmic axis by itself.
const TOO_HIGH: f64 = 10.0;

/// The fewest epochs shown.
const FEWEST: u64 = 20;

/// Cells of the y labels and of the names of curves, the same in all plots so that their time axes stand one above
/// the other.
pub(super) const LABELS: u16 = 5;
pub(super) const NAMES: u16 = 16;

/// The values at the cursor of those parts of the list that are shown: of the training rows, the test rows, and those
/// held out.
pub fn legend(app: &App, theme: &Theme, values: Vec<String>) -> Line<'static> {
    let parts = [
        (words::LEGEND_TRAIN, theme.train, Parts::Test),
        (words::LEGEND_TEST, theme.test, Parts::Train),
        (words::LEGEND_HELD_OUT, theme.text, Parts::Test),
    ];
    let shown = parts.into_iter().zip(values).filter(|((.., other), _)| app.core.parts != *other);
    let spans = shown.enumerate().flat_map(|(index, ((name, style, _), value))| {
        let gap = if index > 0 { "  " } else { "" };
        let name = format!("{gap}{} ", app.core.settings.say(name));
        [Span::styled(name, style), Span::styled(value, theme.now)]
    });
    spans.collect()
}

/// The losses at the cursor; their people take the room of two decimals.
pub(in crate::ui) fn losses_now(app: &App) -> Vec<String> {
    let run = app.core.run();
    let metrics = run.metrics();
    let parts = [metrics.train, metrics.test].map(|part| {
        if runs::counts_apart(run) {
            runs::loss_over(&numbers::loss(part.loss), part)
        } else {
            numbers::loss(part.loss)
        }
    });
    let held_out = held_out(run).map(|of| numbers::loss(run.value_at(of, run.epoch())));
    parts.into_iter().chain(held_out).collect()
}

/// The loss on the rows held out, where there are any.
fn held_out(run: &Run) -> Option<Quantity> {
    let watched = Watched::of(run);
    watched.is_held_out().then_some(watched.loss)
}

/// The right answers at the cursor.
pub(in crate::ui) fn right_now(app: &App) -> Vec<String> {
    let metrics = app.core.run().metrics();
    let parts = [metrics.train, metrics.test].into_iter();
    parts.map(|part| numbers::count(part.correct as usize, part.total as usize)).collect()
}

/// The border of the losses.
pub(in crate::ui) fn loss_frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let title = context.say(match app.core.run().recipe().loss {
        Loss::CrossEntropy => words::LOSS_CE,
        Loss::SquaredError => words::LOSS_SE,
    });
    let title = if loss_axis(app).1 { format!("{title}, {}", context.say(words::LOG)) } else { title.to_owned() };
    Frame::new(context.theme, title).info(legend(app, context.theme, losses_now(app)))
}

/// The border of the right answers.
pub(in crate::ui) fn accuracy_frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let values = legend(context.app, context.theme, right_now(context.app));
    Frame::new(context.theme, context.say(words::ACCURACY)).info(values)
}

/// The axis of losses, and whether it is logarithmic: as the user chose, and when losses stay out of sight.
fn loss_axis(app: &App) -> (PlotAxis, bool) {
    let reach = losses(app, app.core.run()).reach_of_all(app);
    let (low, high) = reach.map_or((0.0, 1.0), |reach| reach.shown(LEAST_SPAN));
    let is_log = app.screens.train.log_loss || high > TOO_HIGH;
    let axis = match reach.filter(|_| app.screens.train.log_loss) {
        // Whoever asks for it sees spikes too.
        Some(reach) => PlotAxis::new(reach.all().0, reach.all().1),
        None => spread((low, high)).within(0.0, f64::INFINITY),
    };
    (if is_log { axis.logarithmic() } else { axis.round() }, is_log)
}

/// An axis of epochs, fitted to those there are.
pub(super) fn epochs(first: u64, last: u64) -> PlotAxis {
    let last = last.max(first + FEWEST);
    let (first, last) = (first as f64, last as f64);
    PlotAxis::new(first, last).round().step_of(1.0).within(first, last)
}

pub(super) fn x_axis(app: &App) -> PlotAxis {
    let run = app.core.run();
    let others = compared(app).map(|slot| slot.run.last_epoch());
    epochs(run.first_epoch(), others.fold(run.last_epoch(), u64::max))
}

/// Draws a plot, its time axis ready to be dragged. Before the first epoch it says what will happen to it.
pub(super) fn finish(context: &mut Context<'_>, plot: &Plot<'_>, area: Rect, before: &[Word]) {
    let layout = plot.draw(area, context.buf);
    let data = Rect { y: area.y, height: area.height, ..layout.data };
    let last = layout.x_at(data.right().saturating_sub(1));
    context.note(data, Target::Track { first: context.app.core.run().first_epoch(), last });
    if !context.app.core.has_past() {
        write_between(context, layout.data, before);
    }
}

/// Writes the first of these words that fit in the middle of a plot, in the first row from there on where nothing stands
/// but the grid.
pub(super) fn write_between(context: &mut Context<'_>, data: Rect, words: &[Word]) {
    let mut words = words.iter().map(|word| format!(" {} ", context.say(*word)));
    let Some(words) = words.find(|words| text::width(words) < data.width.into()) else {
        return;
    };
    let width = text::width(&words) as u16;
    let left = (data.width - width).div_ceil(2);
    let middle = data.height / 2;
    let rows = (0..data.height).flat_map(|off| [middle.checked_sub(off), Some(middle + off)]).flatten();
    let places = rows.map(|row| Rect { width, ..data.from(left).below(row).row(0) });
    let is_free = |place: &Rect| {
        let mut cells = place.positions().map(|at| context.buf[at].symbol());
        place.area() > 0 && cells.all(|symbol| matches!(symbol, " " | GRID))
    };
    if let Some(place) = places.into_iter().find(is_free) {
        context.text(place, words, context.theme.text);
    }
}

/// The runs drawn beside the one on the screen.
fn compared(app: &App) -> impl Iterator<Item = &Slot> {
    let active = app.core.runs.active_index();
    let all = app.core.runs.all().iter().enumerate();
    all.filter(move |(index, slot)| slot.compared && *index != active).map(|(_, slot)| slot)
}

/// The epochs of a run that are drawn: as far as the last, and along from the one that stands at nothing.
#[derive(Clone, Copy)]
struct Stretch<'r> {
    run: &'r Run,
    zero: u64,
    last: u64,
}

impl<'r> Stretch<'r> {
    const fn whole(run: &'r Run) -> Self {
        Self { run, zero: 0, last: run.last_epoch() }
    }

    fn raced(run: &'r Run, at: u64) -> Self {
        let zero = run.first_epoch();
        Self { run, zero, last: run.last_epoch().min(zero + at) }
    }

    fn along(self, epoch: u64) -> f64 {
        epoch.saturating_sub(self.zero) as f64
    }
}

/// Something counted on both parts after every epoch, as it is shown.
struct Measure<'a> {
    train: Quantity,
    test: Quantity,
    /// The same of the rows held out, where there are any and it is counted of them.
    held_out: Option<Quantity>,
    /// How much of it is shown as one.
    unit: f64,
    /// Whether the best epoch is marked.
    marks_best: bool,
    /// A value in words.
    words: &'a dyn Fn(f64) -> String,
    /// What it is compared with, as it is shown, and what that means, in full and in short.
    levels: Vec<(f64, [String; 2])>,
}

impl Measure<'_> {
    /// Which values the curves of a stretch have.
    fn reach(&self, Stretch { run, last, .. }: Stretch<'_>) -> Option<Reach> {
        let curves = [self.train, self.test].into_iter().chain(self.held_out);
        let reach = |of| {
            let samples = run.overview().samples(of, run.first_epoch(), last, COLUMNS).into_iter();
            Reach::of(samples.flat_map(|sample| [sample.min * self.unit, sample.max * self.unit]))
        };
        curves.filter_map(reach).reduce(Reach::and)
    }

    /// Which of the values of all runs drawn, and of what they are compared with, are shown.
    fn reach_of_all(&self, app: &App) -> Option<Reach> {
        let runs = compared(app).chain([app.core.runs.active()]);
        let curves = runs.filter_map(|slot| self.reach(Stretch::whole(&slot.run)));
        curves.chain(self.levels.iter().filter_map(|(level, _)| Reach::of([*level]))).reduce(Reach::and)
    }

    /// Its curves, of the run on the screen and of those compared, from so many columns of samples.
    fn plot<'a>(&self, app: &App, theme: &Theme, y: PlotAxis, columns: u16) -> Plot<'a> {
        let mut plot = self.empty(app, theme, x_axis(app), y).names(NAMES);
        for other in compared(app) {
            let test = self.curve(Stretch::whole(&other.run), self.test, columns, theme.muted);
            plot = plot.series(test.label(other.run.name.clone()).stroke(Pattern::Dotted));
        }
        self.add_run(plot, app, theme, Stretch::whole(app.core.run()), columns)
    }

    /// What it is compared with, and no curve yet.
    fn empty<'a>(&self, app: &App, theme: &Theme, x: PlotAxis, y: PlotAxis) -> Plot<'a> {
        let language = app.core.settings.language;
        let peak = move |epoch: f64, value: f64| {
            let (value, epoch) = (numbers::loss(value), numbers::whole(epoch));
            [language.fill(words::PEAK, &[value.trim(), &epoch]), value.trim().to_owned()]
        };
        let mut plot = Plot::new(x, y.label_width(LABELS), theme.muted).peak(peak);
        for (level, labels) in &self.levels {
            let [label, brief] = labels.clone().map(|label| Span::styled(label, theme.muted));
            plot = plot.reference(Reference::level(*level, theme.reference).label(label).brief(brief));
        }
        plot
    }

    fn curve<'a>(&self, stretch: Stretch<'_>, of: Quantity, columns: u16, style: Style) -> Series<'a> {
        let run = stretch.run;
        let samples = run.overview().samples(of, run.first_epoch(), stretch.last, columns.into()).into_iter();
        let scaled = |value| value * self.unit;
        Series::ranges(
            samples.map(|sample| (stretch.along(sample.epoch), scaled(sample.min), scaled(sample.max))),
            style,
        )
    }

    /// The curves of a run with their marks and names, its best epoch, and where it stands.
    fn add_run<'a>(
        &self,
        mut plot: Plot<'a>,
        app: &App,
        theme: &Theme,
        stretch: Stretch<'_>,
        columns: u16,
    ) -> Plot<'a> {
        let Stretch { run, last, .. } = stretch;
        // Where rows are held out, they tell which epoch is the best; the test rows choose nothing then.
        let (judge, name, style, other) = match self.held_out {
            Some(held_out) => (held_out, words::END_HELD_OUT, theme.text, Parts::Test),
            None => (self.test, words::END_TEST, theme.test, Parts::Train),
        };
        let best = run.overview().least_until(judge, last).filter(|_| self.marks_best && app.core.parts != other);
        if let Some((best, loss)) = best.filter(|(best, _)| *best != last) {
            let name = app.core.settings.say(name).to_owned();
            let label = app.core.settings.fill(words::BEST, &[numbers::whole(best), name]);
            plot = plot.marker(Marker::new(stretch.along(best), loss * self.unit, "✧", style).label(label));
        }
        let parts = [
            (Parts::Test, self.held_out, theme.text, words::END_HELD_OUT, Pattern::Dotted, "◇"),
            (Parts::Train, Some(self.test), theme.test, words::END_TEST, Pattern::Dashed, "○"),
            (Parts::Test, Some(self.train), theme.train, words::END_TRAIN, Pattern::Solid, "●"),
        ];
        for (other, of, style, name, stroke, glyph) in parts {
            let Some(of) = of.filter(|_| app.core.parts != other) else {
                continue;
            };
            let value = |epoch| run.value_at(of, epoch) * self.unit;
            let end = (self.words)(value(last));
            let label = format!("{} {}", app.core.settings.say(name), end.trim());
            let series = self.curve(stretch, of, columns, style).stroke(stroke).thick().label(label);
            // Without hues strokes alone do not tell apart what lies on each other.
            plot = plot.series(if theme.heat == Heat::Shades { series.mark(glyph) } else { series });
            let now = value(run.epoch());
            let mut marker = Marker::new(stretch.along(run.epoch()), now, glyph, style);
            if run.epoch() < last {
                marker = marker.label((self.words)(now).trim().to_owned());
            }
            plot = plot.marker(marker);
        }
        plot.cursor(stretch.along(run.epoch()), theme.now)
    }
}

/// The losses over epochs.
pub fn loss(context: &mut Context<'_>, area: Rect) {
    let plot = loss_plot(context.app, context.theme, area.width);
    finish(context, &plot, area, &[words::BEFORE_LOSS, words::BEFORE_LOSS_BRIEF]);
}

/// The losses over epochs, from so many columns of samples.
pub(in crate::ui) fn loss_plot<'a>(app: &App, theme: &Theme, columns: u16) -> Plot<'a> {
    let losses = losses(app, app.core.run());
    losses.plot(app, theme, loss_axis(app).0, columns)
}

/// The losses of a run, so many epochs of it from its first, over these axes.
pub(super) fn race_plot<'a>(
    app: &App,
    theme: &Theme,
    (run, at): (&Run, u64),
    (x, y): (PlotAxis, PlotAxis),
    columns: u16,
) -> Plot<'a> {
    let losses = losses(app, run);
    losses.add_run(losses.empty(app, theme, x, y), app, theme, Stretch::raced(run, at), columns)
}

/// The axis of the losses of runs that race, so many epochs of each from its first.
pub(super) fn race_axis<'r>(app: &App, runs: impl Iterator<Item = &'r Run>, at: u64) -> PlotAxis {
    let runs: Vec<&Run> = runs.collect();
    let levels = runs.iter().filter_map(|run| Reach::of([knowing_nothing(run)]));
    let curves = runs.iter().filter_map(|run| losses(app, run).reach(Stretch::raced(run, at)));
    let reach = Reach::compared(curves.collect()).into_iter().chain(levels).reduce(Reach::and);
    spread(reach.map_or((0.0, 1.0), |reach| reach.shown(LEAST_SPAN))).round()
}

fn losses(app: &App, run: &Run) -> Measure<'static> {
    let nothing = match run.recipe().loss {
        Loss::CrossEntropy => [words::LN_2, words::LN_2_BRIEF],
        Loss::SquaredError => [words::QUARTER, words::QUARTER_BRIEF],
    };
    Measure {
        train: Quantity::TrainLoss,
        test: Quantity::TestLoss,
        held_out: held_out(run),
        unit: 1.0,
        marks_best: true,
        words: &numbers::loss,
        levels: vec![(knowing_nothing(run), nothing.map(|word| app.core.settings.say(word).to_owned()))],
    }
}

/// The loss of one half for everybody.
fn knowing_nothing(run: &Run) -> f64 {
    run.recipe().loss.from_logit(0.0, 1.0)
}

/// An axis of losses, not too narrow.
fn spread((low, high): (f64, f64)) -> PlotAxis {
    let middle = low.midpoint(high);
    PlotAxis::new(low.min(middle - LEAST_SPAN / 2.0), high.max(middle + LEAST_SPAN / 2.0))
}

/// The right answers over epochs.
pub fn accuracy(context: &mut Context<'_>, area: Rect) {
    let plot = accuracy_plot(context.app, context.theme, area.width);
    finish(context, &plot, area, &[words::BEFORE_ACCURACY]);
}

/// The right answers over epochs in per cent, from so many columns of samples.
pub(in crate::ui) fn accuracy_plot<'a>(app: &App, theme: &Theme, columns: u16) -> Plot<'a> {
    let baselines = crate::analysis::Baselines::new(app.core.run());
    let rules = [
        (baselines.women_live.test, [words::WOMEN_LIVE, words::WOMEN_LIVE_BRIEF]),
        (baselines.everyone_died.test, [words::ALL_DIED, words::ALL_DIED_BRIEF]),
    ];
    let levels = rules.into_iter().filter_map(|(part, said)| {
        let count = numbers::count(part.correct as usize, part.total as usize);
        let values = [count, part.correct.to_string()];
        Some((part.percent()?, said.map(|word| app.core.settings.fill(word, &values))))
    });
    let right = Measure {
        train: Quantity::TrainAccuracy,
        test: Quantity::TestAccuracy,
        held_out: None,
        unit: 100.0,
        marks_best: false,
        words: &|percent| format!("{} %", numbers::decimal(percent, 2)),
        levels: levels.collect(),
    };
    let (low, high) = right.reach_of_all(app).map_or((0.0, 100.0), Reach::all);
    right.plot(app, theme, PlotAxis::new(low, high).round().within(0.0, 100.0), columns)
}
