//! The missing half of the post: hidden widths over seeds, beside the author's unpublished bars.

use crate::analysis::sweep::{Outcome, spread};
use crate::app::{App, ScorePanel, ScoreTarget};
use crate::explain::sweep as explain;
use crate::explain::words::{score as titles, sweep as words};
use crate::ui::prelude::*;
use crate::ui::widgets::rail::{PLAIN, rail};

/// The shares of right answers at the ends of the axis, in per cent.
const AXIS: (f64, f64) = (60.0, 82.0);

/// Cells of a width, the author's bars, our median and range, the dead neurons, and our training rows.
const COLUMNS: [u16; 5] = [5, 14, 13, 7, 6];
/// Where the axis begins without our training rows; with less room there is no table.
const AFTER: u16 = 44;
/// From this width on they stand in the table; below, only in the words under it.
const WIDE: u16 = 70;

/// The border of the panel.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
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
pub(super) fn least_height(app: &App) -> u16 {
    app.screens.score.sweep.engine.plan().widths.len() as u16 + 3
}

/// The table of widths inside it, then a bar of all runs and what there is to know, as far as there
/// is room.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    if inner.height < 2 || inner.width < AFTER {
        return;
    }
    let (app, theme) = (context.app, context.theme);
    let widths = app.screens.score.sweep.engine.plan().widths.len();
    let shown = window(app.screens.score.sweep.row, usize::from(inner.height) - 1, widths);
    let is_wide = inner.width >= WIDE;
    let count = COLUMNS.len() - usize::from(!is_wide);
    let cells = inner.width.saturating_sub(2 + COLUMNS[..count].iter().map(|cells| cells + 1).sum::<u16>());
    let train = app.screens.score.sweep.engine.plan().recipe(0, 1).train_rows_of(&app.core.list);
    let [test, train] = [app.core.list.len().saturating_sub(train), train].map(|rows| rows.to_string());
    let [width, author, ours, dead] =
        [words::WIDTH, words::AUTHOR, words::OURS, words::DEAD].map(|word| context.fill(word, &[&test]));
    let heads = [width, author, ours, dead, context.fill(words::TRAIN, &[&train])];
    let heading = |words: String| Span::styled(words, theme.heading);
    let columns = heads.into_iter().zip(COLUMNS).take(count);
    let columns = columns.map(|(head, cells)| TableColumn::left(Constraint::Length(cells)).head(heading(head)));
    let ends = [AXIS.0, AXIS.1].map(|end| heading(format!("{end:.0}%")));
    let [first, last] = ends;
    let axis = if cells < 8 { Line::default() } else { text::at_ends(first, last, cells) };
    let columns = columns.chain([TableColumn::left(Constraint::Fill(1)).head(axis)]);
    let rows = shown.clone().map(|place| row(context, place, (is_wide, cells)));
    let table = Table::new(theme, columns, rows).stripe(1);
    context.table(inner.less(1), table);
    let mut below = inner.inset().below(1 + shown.len() as u16);
    if below.height > 1 {
        bar(context, below);
        below = below.below(1);
    }
    let (sweep, row) = (&app.screens.score.sweep.engine, app.screens.score.sweep.row);
    let (language, is_his) = (app.core.settings.language, app.core.list.is_embedded());
    let details = explain::details(language, sweep, row, is_his).into_iter().map(|sentence| (sentence, theme.text));
    let caveats = explain::caveats(language, sweep, is_his).into_iter().map(|sentence| (sentence, theme.muted));
    for (sentence, style) in details.chain(caveats) {
        if text::wrap(&sentence, below.width.into()).len() <= below.height.into() {
            below = below.below(context.paragraph(below, &sentence, style));
        }
    }
}

/// One width: the author's bars, and ours or how far ours are.
fn row<'a>(context: &Context<'a>, place: usize, (is_wide, cells): (bool, u16)) -> TableRow<'a> {
    let (app, theme) = (context.app, context.theme);
    let sweep = &app.screens.score.sweep;
    let width = sweep.engine.plan().widths[place];
    let author = author(app, width).map_or_else(String::new, |(train, test)| format!("{train:.2} / {test:.2}"));
    let mut row: Vec<Line<'_>> =
        vec![Span::styled(format!("{width:>3}"), theme.text).into(), Span::styled(author, theme.muted).into()];
    let outcomes = sweep.engine.outcomes(place);
    if outcomes.len() as u64 == sweep.engine.plan().seeds {
        row.extend(ours(context, outcomes, width, (is_wide, cells)));
    } else {
        row.push(state(context, place));
    }
    let chosen = place == sweep.row && context.has_keys(ScorePanel::Sweep);
    TableRow::new(row).target(ScoreTarget::SweepRow(place)).marked(chosen).cursor(chosen)
}

/// What the author's chart says of a width; it speaks of the list inside the program.
fn author(app: &App, width: usize) -> Option<(f64, f64)> {
    explain::author(width).filter(|_| app.core.list.is_embedded())
}

fn ours(
    context: &Context<'_>,
    outcomes: &[Outcome],
    width: usize,
    (is_wide, cells): (bool, u16),
) -> Vec<Line<'static>> {
    let theme = context.theme;
    let rows = outcomes.first().map_or(0, |outcome| outcome.test.1);
    let test = spread(outcomes.iter().map(|outcome| outcome.test.0));
    let train = spread(outcomes.iter().map(|outcome| outcome.train.0));
    let (Some((median, least, most)), Some((train, ..))) = (test, train) else {
        return Vec::new();
    };
    let dead: usize = outcomes.iter().map(|outcome| outcome.dead).sum();
    let neurons = width * outcomes.len();
    let range = Span::styled(format!(" {least}–{most}"), theme.text);
    let dead_style = if dead > 0 { theme.text } else { theme.muted };
    let dead = if neurons > 0 { format!("{dead}/{neurons}") } else { String::new() };
    let mut line = vec![
        Line::from_iter([Span::styled(text::pad_left(&half(median), 5), theme.now), range]),
        Span::styled(dead, dead_style).into(),
    ];
    if is_wide {
        line.push(Span::styled(text::pad_left(&half(train), 5), theme.muted).into());
    }
    if cells < 8 || rows == 0 {
        return line;
    }
    let column = |percent: f64| {
        let along = ((percent - AXIS.0) / (AXIS.1 - AXIS.0)).clamp(0.0, 1.0);
        (along * f64::from(cells - 1)).round() as u16
    };
    let at = |count: f64| column(count / f64::from(rows) * 100.0);
    let his = author(context.app, width).map(|(_, test)| (column(test), "○", theme.text));
    let marks: Vec<_> = his.into_iter().chain([(at(median), "●", theme.here)]).collect();
    line.push(rail(cells, [at(least.into()), at(most.into())], PLAIN, theme.muted, &marks));
    line
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
fn state(context: &Context<'_>, place: usize) -> Line<'static> {
    let theme = context.theme;
    let sweep = &context.app.screens.score.sweep;
    let current = sweep.engine.next().filter(|&(next, _)| next == place);
    let Some((_, seed)) = current.filter(|_| sweep.has_begun()) else {
        let word = if sweep.has_begun() { words::WAITING } else { words::NOT_YET };
        return Span::styled(context.say(word), theme.muted).into();
    };
    let (word, style) = if sweep.is_running() { (words::RUNNING, theme.here) } else { (words::PAUSED, theme.muted) };
    let share = ((seed - 1) as f64 + sweep.engine.fraction()) / sweep.engine.plan().seeds as f64;
    let gauge = Span::styled(gauge(share, 12), theme.muted);
    Line::from_iter([gauge, Span::raw(" "), Span::styled(context.fill(word, &[seed.to_string()]), style)])
}

/// The bar over all runs.
fn bar(context: &mut Context<'_>, area: Rect) {
    let sweep = &context.app.screens.score.sweep;
    if sweep.has_begun() && !sweep.is_done() {
        let (done, all) = sweep.engine.progress();
        let share = (done as f64 + sweep.engine.fraction()) / all.max(1) as f64;
        context.text(area, gauge(share, area.width.into()), context.theme.muted);
    }
}

fn gauge(share: f64, cells: usize) -> String {
    let full = ((share * cells as f64).floor() as usize).min(cells);
    "▒".repeat(full) + &"░".repeat(cells - full)
}
