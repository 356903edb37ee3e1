//! The runs of this session beside each other, and the rules of thumb they are measured against.

use ratatui::layout::Rect;

use crate::app::listing::fitted_top;
use crate::app::runs::Origin;
use crate::app::words::{explore, presets, runs as run_words, train as words};
use crate::app::{App, Panel, Target};
use crate::training::Preset;
use crate::ui::context::Context;
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::{describe, numbers, text};

/// The rows the panel would like, with its borders.
pub fn height(app: &App) -> u16 {
    (app.runs.listed().count() as u16 + 6).max(8)
}

/// The border.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    Frame::new(context.theme, context.say(words::RUNS))
        .info(context.say(words::RUNS_AT_END))
        .footer(context.say(run_words::KEYS))
}

/// Cells of epoch, test loss and count at the right.
const FIGURES: usize = 9 + 11 + 8;

/// A line a run, then the two rules.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    let name_room = usize::from(inner.width).saturating_sub(FIGURES + 5);
    let head = format!(
        "{}{}{}{}",
        text::pad_right(context.say(words::RUN_COLUMN), name_room + 4),
        text::pad_left(context.say(words::EPOCH), 9),
        text::pad_left(context.say(words::TEST_LOSS), 11),
        text::pad_left(context.say(words::TEST), 8),
    );
    context.pen(inner).text(1, 0, &head, theme.muted);
    let listed: Vec<usize> = app.runs.listed().collect();
    // The head and the two rules keep their rows.
    let page = usize::from(inner.height).saturating_sub(3).max(1);
    let at = listed.iter().position(|&run| run >= app.run_row);
    let top = fitted_top(0, at.unwrap_or(0), page, listed.len());
    context.hits.set_page(Panel::Runs, page);
    let mut y = 1;
    for &index in listed.iter().skip(top).take(page) {
        let slot = &app.runs.all()[index];
        let here = index == app.runs.active_index();
        let sign = if here {
            "●"
        } else if slot.compared {
            "◐"
        } else {
            "○"
        };
        let name = text::cut(&title(app, index), name_room).into_owned();
        let test = slot.run.metrics().test;
        let figures = format!(
            "{}{}{}",
            text::pad_left(&slot.run.epoch().to_string(), 9),
            text::pad_left(&numbers::loss(test.loss), 11),
            text::pad_left(
                &numbers::count(test.correct as usize, test.total as usize),
                8
            ),
        );
        let mut pen = context.pen(inner);
        pen.text(1, y, sign, if here { theme.now } else { theme.muted });
        pen.text(3, y, &text::pad_right(&name, name_room + 2), theme.text);
        pen.text(name_room as u16 + 5, y, &figures, theme.text);
        if index == app.run_row && app.focus() == Panel::Runs {
            pen.restyle(0, y, inner.width, theme.cursor);
        }
        context.note(
            Rect {
                y: inner.y + y,
                height: 1,
                ..inner
            },
            Target::Run(index),
        );
        y += 1;
    }
    let baselines = crate::analysis::Baselines::new(app.run());
    let rules = [
        (words::WOMEN_RULE, baselines.women_live.test),
        (words::DIED_RULE, baselines.everyone_died.test),
    ];
    for (word, part) in rules {
        let count = numbers::count(part.correct as usize, part.total as usize);
        let label = context.say(word);
        let mut pen = context.pen(inner);
        pen.text(3, y, label, theme.muted);
        let figures = format!(
            "{}{}{}",
            text::pad_left("", 9),
            text::pad_left(numbers::MISSING, 11),
            text::pad_left(&count, 8)
        );
        pen.text(name_room as u16 + 5, y, &figures, theme.muted);
        y += 1;
    }
}

/// `A  The post, trained`, or what the run is made of.
fn title(app: &App, index: usize) -> String {
    let slot = &app.runs.all()[index];
    let name = &slot.run.name;
    if slot.named {
        return name.clone();
    }
    let rate = app.settings.say(explore::RATE);
    let rate = format!("{rate} {}", slot.run.learning_rate());
    match slot.origin {
        Origin::Preset(Preset::ThePost) => app.name_of(index),
        Origin::Preset(preset) => {
            format!(
                "{} {}",
                slot.run.name,
                app.settings.say(presets::title(preset))
            )
        }
        Origin::Branch | Origin::File => {
            format!("{name} {rate}")
        }
        Origin::ByHand { .. } => format!("{name} {}", app.settings.say(run_words::BY_HAND)),
        Origin::Copy => format!("{name} {}", app.settings.say(run_words::COPY)),
        Origin::Variant => {
            let is_variant = |&run: &usize| app.runs.all()[run].origin == Origin::Variant;
            let among: Vec<usize> = app.runs.listed().filter(is_variant).collect();
            format!("{name} {}", describe::difference(app, &among, index))
        }
        Origin::Recipe => {
            let shape = describe::shape_of(slot.run.network());
            format!("{name} {shape} {rate}")
        }
    }
}
