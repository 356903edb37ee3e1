//! The missing half of the post: hidden widths over seeds, beside the author's unpublished bars.

use crate::app::core::listing::fitted_top;
use crate::app::{App, Panel, ScorePanel, ScoreTarget};
use ratatui::layout::Rect;

use crate::analysis::sweep::{Outcome, Sweep, spread};
use crate::explain::sweep as explain;
use crate::explain::words::{score as titles, sweep as words};
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// The shares of right answers at the ends of the axis, in per cent.
const AXIS: (f64, f64) = (60.0, 82.0);

/// The columns in cells from the left: the author's bars, our median, our range, dead neurons.
const AUTHORS: u16 = 7;
const MEDIAN: u16 = 22;
const RANGE: u16 = 28;
const DEAD: u16 = 36;
/// Where the axis begins, or our training rows where there is room for both.
const AFTER: u16 = 44;
/// Cells of our training rows.
const TRAIN: u16 = 7;
/// From this width on they stand in the table; below, only in the words under it.
const WIDE: u16 = 70;

/// The border of the panel.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let sweep = &context.app.screens.score.sweep;
    let (done, all) = sweep.engine.progress();
    let frame = Frame::new(context.theme, context.say(titles::SWEEP));
    let values = [done.to_string(), all.to_string()];
    let footer = if sweep.is_running() {
        context.say(words::STOPS).to_owned()
    } else if sweep.is_done() {
        context.say(words::OPENS).to_owned()
    } else if sweep.has_begun() {
        context.say(words::GOES_ON).to_owned()
    } else {
        context.fill(words::STARTS, &[all.to_string()])
    };
    let frame = frame.footer(footer);
    if sweep.has_begun() { frame.info(context.fill(words::PROGRESS, &values)) } else { frame }
}

/// Rows that show every width, with borders.
pub fn least_height(app: &App) -> u16 {
    app.screens.score.sweep.engine.plan().widths.len() as u16 + 3
}

/// The table of widths inside it, then a bar of all runs and what there is to know, as far as there
/// is room.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    if inner.height < 2 || inner.width < AFTER {
        return;
    }
    head(context, inner);
    let app = context.app;
    let widths = app.screens.score.sweep.engine.plan().widths.len();
    let shown = widths.min(usize::from(inner.height) - 1);
    let top = fitted_top(0, app.screens.score.sweep.row, shown, widths);
    for (line, place) in (top..widths).take(shown).enumerate() {
        row(context, inner, 1 + line as u16, place);
    }
    let mut y = 1 + shown as u16;
    if y + 1 < inner.height {
        bar(context, inner, y);
        y += 1;
    }
    let (sweep, row) = (&app.screens.score.sweep.engine, app.screens.score.sweep.row);
    let (language, is_his) = (app.core.settings.language, app.core.list.is_embedded());
    let details = explain::details(language, sweep, row, is_his).into_iter();
    let details = details.map(|sentence| (sentence, context.theme.text));
    let caveats = explain::caveats(language, sweep, is_his).into_iter();
    let caveats = caveats.map(|sentence| (sentence, context.theme.muted));
    for (sentence, style) in details.chain(caveats).collect::<Vec<_>>() {
        let lines = text::wrap(&sentence, usize::from(inner.width) - 2);
        if y + lines.len() as u16 > inner.height {
            continue;
        }
        for line in lines {
            context.pen(inner).text(1, y, &line, style);
            y += 1;
        }
    }
}

/// Where the axis lies: the column it begins in and its cells.
const fn axis(inner: Rect) -> (u16, u16) {
    let from = if inner.width < WIDE { AFTER } else { AFTER + TRAIN };
    (from, inner.width.saturating_sub(from + 1))
}

fn head(context: &mut Context<'_>, inner: Rect) {
    let style = context.theme.heading;
    let list = &context.app.core.list;
    let train = Sweep::recipe(0, 1).train_rows_of(list);
    let rows = [list.len().saturating_sub(train), train].map(|rows| rows.to_string());
    let heads = [
        (1, words::WIDTH, AUTHORS),
        (AUTHORS, words::AUTHOR, MEDIAN),
        (MEDIAN, words::OURS, DEAD),
        (DEAD, words::DEAD, AFTER),
    ];
    for (x, word, end) in heads {
        let head = context.fill(word, &rows[..1]);
        let head = text::cut(&head, usize::from(end - x - 1)).into_owned();
        context.pen(inner).text(x, 0, &head, style);
    }
    if inner.width >= WIDE {
        let train = context.fill(words::TRAIN, &rows[1..]);
        context.pen(inner).text(AFTER, 0, &train, style);
    }
    let (from, cells) = axis(inner);
    if cells < 8 {
        return;
    }
    let ends = [AXIS.0, AXIS.1].map(|end| format!("{end:.0}%"));
    let mut pen = context.pen(inner);
    pen.text(from, 0, &ends[0], style);
    pen.text(from + cells - ends[1].len() as u16, 0, &ends[1], style);
}

/// One width: the author's bars, and ours or how far ours are.
fn row(context: &mut Context<'_>, inner: Rect, y: u16, place: usize) {
    let app = context.app;
    let theme = *context.theme;
    let sweep = &app.screens.score.sweep;
    let width = sweep.engine.plan().widths[place];
    let chosen = place == sweep.row && app.core.focus() == Panel::Score(ScorePanel::Sweep);
    let mut pen = context.pen(inner);
    pen.text(0, y, if chosen { "▸" } else { " " }, theme.text);
    pen.text(1, y, &format!("{width:>3}"), theme.text);
    if let Some((train, test)) = author(app, width) {
        let bars = format!("{train:.2} / {test:.2}");
        pen.text(AUTHORS, y, &bars, theme.muted);
    }
    let outcomes = sweep.engine.outcomes(place);
    if outcomes.len() as u64 == sweep.engine.plan().seeds {
        ours(context, inner, y, outcomes, width);
    } else {
        state(context, inner, y, place);
    }
    if chosen {
        context.pen(inner).restyle(0, y, AUTHORS - 2, theme.cursor);
    }
    let line = Rect { y: inner.y + y, height: 1, ..inner };
    context.note(line, ScoreTarget::SweepRow(place));
}

/// What the author's chart says of a width; it speaks of the list inside the program.
fn author(app: &App, width: usize) -> Option<(f64, f64)> {
    explain::author(width).filter(|_| app.core.list.is_embedded())
}

fn ours(context: &mut Context<'_>, inner: Rect, y: u16, outcomes: &[Outcome], width: usize) {
    let theme = *context.theme;
    let rows = outcomes.first().map_or(0, |outcome| outcome.test.1);
    let test = spread(outcomes.iter().map(|outcome| outcome.test.0));
    let train = spread(outcomes.iter().map(|outcome| outcome.train.0));
    let (Some((median, least, most)), Some((train, ..))) = (test, train) else {
        return;
    };
    let dead: usize = outcomes.iter().map(|outcome| outcome.dead).sum();
    let neurons = width * outcomes.len();
    let his = author(context.app, width);
    let wide = inner.width >= WIDE;
    let mut pen = context.pen(inner);
    pen.text(MEDIAN, y, &text::pad_left(&half(median), 5), theme.now);
    pen.text(RANGE, y, &format!("{least}–{most}"), theme.text);
    if neurons > 0 {
        let style = if dead > 0 { theme.text } else { theme.muted };
        pen.text(DEAD, y, &format!("{dead}/{neurons}"), style);
    }
    if wide {
        pen.text(AFTER, y, &text::pad_left(&half(train), 5), theme.muted);
    }
    let (from, cells) = axis(inner);
    if cells < 8 || rows == 0 {
        return;
    }
    let share = |count: f64| count / f64::from(rows) * 100.0;
    let column = |percent: f64| {
        let along = ((percent - AXIS.0) / (AXIS.1 - AXIS.0)).clamp(0.0, 1.0);
        from + (along * f64::from(cells - 1)).round() as u16
    };
    let (first, last) = (column(share(least.into())), column(share(most.into())));
    for x in first..=last {
        pen.text(x, y, "─", theme.border);
    }
    if let Some((_, test)) = his {
        pen.text(column(test), y, "○", theme.text);
    }
    pen.text(column(share(median)), y, "●", theme.here);
}

/// A count, or the half between two.
fn half(count: f64) -> String {
    if count.fract() == 0.0 {
        // The place of a half stays free, so that medians stand below each other.
        format!("{count:.0}  ")
    } else {
        format!("{count:.1}")
    }
}

/// How far a width is whose seeds are not all done.
fn state(context: &mut Context<'_>, inner: Rect, y: u16, place: usize) {
    let theme = *context.theme;
    let sweep = &context.app.screens.score.sweep;
    let current = sweep.engine.next().filter(|&(next, _)| next == place);
    let Some((_, seed)) = current.filter(|_| sweep.has_begun()) else {
        let word = if sweep.has_begun() { words::WAITING } else { words::NOT_YET };
        let word = context.say(word);
        context.pen(inner).text(MEDIAN, y, word, theme.muted);
        return;
    };
    let word = if sweep.is_running() { words::RUNNING } else { words::PAUSED };
    let seeds = sweep.engine.plan().seeds as f64;
    let share = ((seed - 1) as f64 + sweep.engine.fraction()) / seeds;
    let words = context.fill(word, &[seed.to_string()]);
    let style = if sweep.is_running() { theme.here } else { theme.muted };
    let mut pen = context.pen(inner);
    let end = pen.text(MEDIAN, y, &gauge(share, 12), theme.muted);
    pen.text(end + 1, y, &words, style);
}

/// The bar over all runs.
fn bar(context: &mut Context<'_>, inner: Rect, y: u16) {
    let sweep = &context.app.screens.score.sweep;
    if !sweep.has_begun() || sweep.is_done() {
        return;
    }
    let (done, all) = sweep.engine.progress();
    let share = (done as f64 + sweep.engine.fraction()) / all.max(1) as f64;
    let bar = gauge(share, usize::from(inner.width) - 2);
    let style = context.theme.muted;
    context.pen(inner).text(1, y, &bar, style);
}

fn gauge(share: f64, cells: usize) -> String {
    let full = ((share * cells as f64).floor() as usize).min(cells);
    "▒".repeat(full) + &"░".repeat(cells - full)
}
