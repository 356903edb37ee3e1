//! The runs of this session beside each other, and the rules of thumb they are measured against.

use crate::app::core::listing::fitted_top;
use crate::app::core::runs::Origin;
use crate::app::{App, Panel, TrainPanel, TrainTarget};
use ratatui::layout::Rect;

use crate::explain::numbers;
use crate::explain::runs;
use crate::explain::words::{explore, presets, runs as run_words, train as words};
use crate::training::Preset;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// The rows the panel would like, with its borders.
pub fn height(app: &App) -> u16 {
    (app.core.runs.listed().count() as u16 + 6).max(8)
}

/// The border.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    Frame::new(context.theme, context.say(words::RUNS))
        .info(context.say(words::RUNS_AT_END))
        .footer(context.say(run_words::KEYS))
}

/// Cells before the name, and between and behind the figures.
const SIGN: usize = 3;

/// `226/291`.
const COUNT: usize = 7;

/// A line a run, then the two rules.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    let listed: Vec<usize> = app.core.runs.listed().collect();
    // No column is wider than what is in it, so that the names are whole.
    let epoch = |&run: &usize| app.core.runs.all()[run].run.epoch().to_string().len();
    let epochs = listed.iter().map(epoch).max().unwrap_or(0);
    let epochs = epochs.max(text::width(context.say(words::EPOCH)));
    let loss = |run: usize| {
        let test = app.core.runs.all()[run].run.metrics().test;
        // As wide as the others, so that the names keep their room.
        if runs::is_apart(test) {
            runs::loss_over(&numbers::loss_short(test.loss), test)
        } else {
            numbers::loss(test.loss)
        }
    };
    let losses = listed.iter().map(|&run| loss(run).chars().count()).max();
    let losses = losses.unwrap_or(0).max(text::width(context.say(words::TEST_LOSS)));
    let figures = |epoch: &str, loss: &str, count: &str| {
        let [epoch, loss, count] =
            [(epoch, epochs), (loss, losses), (count, COUNT)].map(|(words, cells)| text::pad_left(words, cells));
        format!("{epoch} {loss} {count}")
    };
    let head = figures(context.say(words::EPOCH), context.say(words::TEST_LOSS), context.say(words::TEST));
    let figures_at = usize::from(inner.width).saturating_sub(text::width(&head) + 1);
    let name_room = figures_at.saturating_sub(SIGN + 1);
    let (name_at, figures_at) = (SIGN as u16, figures_at as u16);
    let column = context.say(words::RUN_COLUMN);
    let mut pen = context.pen(inner);
    pen.text(1, 0, column, theme.muted);
    pen.text(figures_at, 0, &head, theme.muted);
    // The head and the two rules keep their rows.
    let page = usize::from(inner.height).saturating_sub(3).max(1);
    let at = listed.iter().position(|&run| run >= app.core.run_row);
    let top = fitted_top(0, at.unwrap_or(0), page, listed.len());
    context.hits.set_page(TrainPanel::Runs, page);
    let mut y = 1;
    for &index in listed.iter().skip(top).take(page) {
        let slot = &app.core.runs.all()[index];
        let here = index == app.core.runs.active_index();
        let sign = if here {
            "●"
        } else if slot.compared {
            "◐"
        } else {
            "○"
        };
        let name = [title(app, index), brief_title(app, index)]
            .into_iter()
            .find(|title| text::width(title) <= name_room)
            .unwrap_or_else(|| text::cut(&slot.run.name, name_room).into_owned());
        let test = slot.run.metrics().test;
        let row = figures(
            &slot.run.epoch().to_string(),
            &loss(index),
            &numbers::count(test.correct as usize, test.total as usize),
        );
        let mut pen = context.pen(inner);
        pen.text(1, y, sign, if here { theme.now } else { theme.muted });
        pen.text(name_at, y, &name, theme.text);
        pen.text(figures_at, y, &row, theme.text);
        if index == app.core.run_row && app.core.focus() == Panel::Train(TrainPanel::Runs) {
            pen.restyle(0, y, inner.width, theme.cursor);
        }
        context.note(Rect { y: inner.y + y, height: 1, ..inner }, TrainTarget::Run(index));
        y += 1;
    }
    let baselines = crate::analysis::Baselines::new(app.core.run());
    let rules = [(words::WOMEN_RULE, baselines.women_live.test), (words::DIED_RULE, baselines.everyone_died.test)];
    for (word, part) in rules {
        let count = numbers::count(part.correct as usize, part.total as usize);
        let label = context.say(word);
        let mut pen = context.pen(inner);
        pen.text(name_at, y, label, theme.muted);
        let row = figures("", numbers::MISSING, &count);
        pen.text(figures_at, y, &row, theme.muted);
        y += 1;
    }
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
        Origin::Preset(preset) => {
            format!("{} {}", slot.run.name, app.core.settings.say(presets::title(preset)))
        }
        Origin::Branch | Origin::File => {
            format!("{name} {rate}")
        }
        Origin::ByHand { .. } => format!("{name} {}", app.core.settings.say(run_words::BY_HAND)),
        Origin::Copy => format!("{name} {}", app.core.settings.say(run_words::COPY)),
        Origin::Variant => {
            let listed = app.core.runs.listed().map(|run| &app.core.runs.all()[run]);
            let variants = listed.filter(|slot| slot.origin == Origin::Variant).map(|slot| &slot.run);
            format!("{name} {}", runs::difference(app.core.settings.language, &slot.run, variants))
        }
        Origin::Recipe => {
            let shape = runs::shape(slot.run.network());
            format!("{name} {shape} {rate}")
        }
    }
}
