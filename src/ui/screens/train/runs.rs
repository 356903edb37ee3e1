//! The runs of this session beside each other, and the rules of thumb they are measured against.

use crate::app::TrainTarget;
use crate::app::core::runs::Origin;
use crate::app::{App, TrainPanel};
use crate::explain::runs;
use crate::explain::words::{explore, presets, runs as run_words, train as words};
use crate::training::Preset;
use crate::ui::prelude::*;

/// The rows the panel would like, with its borders.
pub fn height(app: &App) -> u16 {
    (app.core.runs.listed().count() as u16 + 6).max(8)
}

/// The border.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    Frame::new(context.theme, context.say(words::RUNS))
        .info(context.say(words::RUNS_AT_END))
        .footer(context.say(run_words::KEYS))
}

/// `226/291`.
const COUNT: u16 = 7;
/// The rules of thumb take as much as a name of this length.
const LEAST_NAME: u16 = 24;
/// A shorter bar tells nothing that the count does not.
const LEAST_BAR: u16 = 20;

/// A line a run, then the two rules.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let (app, theme) = (context.app, context.theme);
    let listed: Vec<usize> = app.core.runs.listed().collect();
    let slot = |run: usize| &app.core.runs.all()[run];
    let loss = |run: usize| {
        let test = slot(run).run.metrics().test;
        runs::loss_over(&numbers::loss(test.loss), test)
    };
    let count = |correct: u32, total: u32| numbers::count(correct as usize, total as usize);
    // No column is wider than what is in it, so that the names are whole; nor does one change with the page.
    let widest = |word, cells: &dyn Fn(usize) -> String| {
        let cells = listed.iter().map(|&run| text::width(&cells(run)));
        cells.chain([text::width(context.say(word))]).max().unwrap_or(0) as u16
    };
    let epochs = widest(words::EPOCH, &|run| numbers::whole(slot(run).run.epoch()));
    let losses = widest(words::TEST_LOSS, &loss);
    let head = |word| Span::styled(context.say(word), theme.muted);
    // In a wide panel names do not stand far from their numbers: bars of the shares take what is left.
    let figures = 7 + epochs + losses + COUNT;
    let longest = listed.iter().map(|&run| text::width(&title(app, run)) as u16).max().unwrap_or(0);
    let bar = inner.width.checked_sub(figures + longest.max(LEAST_NAME) + 2).filter(|cells| *cells >= LEAST_BAR);
    let name = bar.map_or(Constraint::Fill(1), |_| Constraint::Length(longest.max(LEAST_NAME)));
    let bar_of = |correct: u32, total: u32, hue: Style| {
        let share = f64::from(correct) / f64::from(total.max(1));
        bar.map(|cells| Span::styled(text::bar(share * f64::from(cells)), hue))
    };
    let columns = [
        TableColumn::left(Constraint::Length(1)),
        TableColumn::left(name).head(head(words::RUN_COLUMN)),
        TableColumn::right(Constraint::Length(epochs)).head(head(words::EPOCH)),
        TableColumn::right(Constraint::Length(losses)).head(head(words::TEST_LOSS)),
        TableColumn::right(Constraint::Length(COUNT)).head(head(words::TEST)),
    ];
    let name_room = usize::from(inner.width.saturating_sub(figures));
    let has_keys = context.has_keys(TrainPanel::Runs);
    // The head and the two rules keep their rows.
    let at = listed.iter().position(|&run| run >= app.core.run_row).unwrap_or(0);
    let shown = context.page(TrainPanel::Runs, at, inner.height.saturating_sub(3).max(1), listed.len());
    let runs = listed[shown].iter().map(|&index| {
        let slot = slot(index);
        let sign = match (index == app.core.runs.active_index(), slot.compared) {
            (true, _) => Span::styled("●", theme.now),
            (false, true) => Span::styled("◐", theme.muted),
            (false, false) => Span::styled("○", theme.muted),
        };
        let names = [title(app, index), brief_title(app, index)];
        let name = names.into_iter().find(|title| text::width(title) <= name_room);
        let name = name.unwrap_or_else(|| slot.run.name.clone());
        let test = slot.run.metrics().test;
        let figures = [name, numbers::whole(slot.run.epoch()), loss(index), count(test.correct, test.total)];
        let cells = figures.map(|words| Span::styled(words, theme.text));
        let is_here = index == app.core.run_row && has_keys;
        TableRow::new([sign].into_iter().chain(cells).chain(bar_of(test.correct, test.total, theme.test)))
            .target(TrainTarget::Run(index))
            .marked(is_here)
            .cursor(is_here)
    });
    let baselines = crate::analysis::Baselines::new(app.core.run());
    let rules = [(words::WOMEN_RULE, baselines.women_live.test), (words::DIED_RULE, baselines.everyone_died.test)];
    let rules = rules.map(|(word, part)| {
        let cells = ["", context.say(word), "", numbers::MISSING].map(str::to_owned);
        let cells = cells.into_iter().chain([count(part.correct, part.total)]);
        let cells = cells.map(|words| Span::styled(words, theme.muted));
        TableRow::new(cells.chain(bar_of(part.correct, part.total, theme.muted)))
    });
    let columns = columns.into_iter().chain(bar.map(|_| TableColumn::left(Constraint::Fill(1))));
    let table = Table::new(theme, columns, runs.chain(rules)).stripe(5);
    context.table(inner.less(1), table);
}

/// The run's letter and its network, where the title is too long; a name that was given stays.
fn brief_title(app: &App, index: usize) -> String {
    let slot = &app.core.runs.all()[index];
    if slot.named {
        return slot.run.name.clone();
    }
    format!("{} {}", slot.run.name, runs::shape(slot.run.network()))
}

/// `A  The post, trained`, or what the run is made of.
fn title(app: &App, index: usize) -> String {
    let slot = &app.core.runs.all()[index];
    let name = &slot.run.name;
    if slot.named {
        return name.clone();
    }
    let rate = app.core.settings.say(explore::RATE);
    let rate = format!("{rate} {}", slot.run.learning_rate());
    match slot.origin {
        Origin::Preset(Preset::ThePost) => app.core.name_of(index),
        Origin::Preset(preset) => format!("{name} {}", app.core.settings.say(presets::title(preset))),
        Origin::Branch | Origin::File => format!("{name} {rate}"),
        Origin::ByHand { .. } => format!("{name} {}", app.core.settings.say(run_words::BY_HAND)),
        Origin::Copy => format!("{name} {}", app.core.settings.say(run_words::COPY)),
        Origin::Variant => {
            let listed = app.core.runs.listed().map(|run| &app.core.runs.all()[run]);
            let variants = listed.filter(|slot| slot.origin == Origin::Variant).map(|slot| &slot.run);
            format!("{name} {}", runs::difference(app.core.settings.language, &slot.run, variants))
        }
        Origin::Recipe => format!("{name} {} {rate}", runs::shape(slot.run.network())),
    }
}
