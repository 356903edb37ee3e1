//! A race: one small plot for each run, all with the same axes, its rank and its count. On narrow
//! screens a line each.

use ratatui::layout::{Layout, Spacing};

use super::charts::{epochs, race_axis, race_plot, write_between};
use crate::app::TrainTarget;
use crate::app::core::playback::PlayState;
use crate::app::core::race::Race;
use crate::app::{Target, TrainPanel};
use crate::explain::runs;
use crate::explain::words::{runs as words, train};
use crate::training::{Run, Stop};
use crate::ui::layout::WIDE;
use crate::ui::prelude::*;
use crate::ui::widgets::frame::draw_all;
use crate::ui::widgets::plot::PlotAxis;

/// Draws the race over the whole screen.
pub fn draw(context: &mut Context<'_>, area: Rect, race: &Race) {
    context.note(area, Target::Panel(TrainPanel::Runs.into()));
    if area.width >= WIDE && area.height >= 24 {
        draw_grid(context, area, race);
    } else {
        draw_lines(context, area, race);
    }
}

fn runs<'a>(context: &'a Context<'_>, race: &'a Race) -> impl Iterator<Item = &'a Run> {
    let all = race.racers().iter();
    all.filter_map(|racer| context.app.core.runs.get(racer.run)).map(|slot| &slot.run)
}

fn title(context: &Context<'_>, race: &Race, index: usize) -> String {
    let app = context.app;
    let rank = context.fill(words::RANK, &[race.ranks(&app.core.runs)[index].to_string()]);
    let racing = || race.racers().iter().filter_map(|racer| Some(&app.core.runs.get(racer.run)?.run));
    let Some(run) = racing().nth(index) else {
        return rank;
    };
    let difference = runs::difference(app.core.settings.language, run, racing());
    format!("{rank} {} {difference}", run.name).trim_end().to_owned()
}

/// `226/291 .5271`, or why it stands still.
fn result(context: &Context<'_>, race: &Race, index: usize) -> String {
    let racer = race.racers()[index];
    let Some(slot) = context.app.core.runs.get(racer.run) else {
        return String::new();
    };
    let test = slot.run.metrics().test;
    let count = numbers::count(test.correct as usize, test.total as usize);
    let stands = slot.run.epoch() < slot.run.first_epoch() + race.at();
    match racer.stopped {
        Some(stop) if stands => {
            let word = match stop {
                Stop::Diverged { .. } => words::STOPPED_AT,
                Stop::Limit => words::ENDED_AT,
            };
            let at = context.fill(word, &[numbers::whole(slot.run.last_epoch())]);
            format!("{at}  {count}")
        }
        _ => {
            let loss = runs::loss_over(&numbers::loss(test.loss), test);
            format!("{loss}  {count}")
        }
    }
}

/// The losses of one racer, as Train shows them; before the start that of the chosen one says which key begins it.
fn curve(context: &mut Context<'_>, area: Rect, race: &Race, index: usize, (y, thick): (&PlotAxis, bool)) {
    let racer = race.racers()[index];
    let Some(slot) = context.app.core.runs.get(racer.run) else {
        return;
    };
    let axes = (epochs(0, race.at()), y.clone());
    let mut plot = race_plot(context.app, context.theme, (&slot.run, race.at()), axes, area.width);
    plot.series.iter_mut().for_each(|series| series.thick = thick);
    let layout = plot.draw(area, context.buf);
    if awaits_start(context, race) && racer.run == context.app.core.runs.active_index() {
        write_between(context, layout.data, &[words::RACE_STARTS]);
    }
}

/// Whether it has not begun, nor is about to.
fn awaits_start(context: &Context<'_>, race: &Race) -> bool {
    race.at() == 0 && context.app.core.playback.state() == PlayState::Resting
}

/// What the curves are, each in its hue.
fn legend(context: &Context<'_>) -> [Span<'static>; 3] {
    let theme = context.theme;
    let named =
        [(words::RACE_LEGEND, theme.muted), (train::LEGEND_TRAIN, theme.train), (train::LEGEND_TEST, theme.test)];
    named.map(|(word, style)| Span::styled(format!(" {}", context.say(word)), style))
}

fn draw_grid(context: &mut Context<'_>, area: Rect, race: &Race) {
    let theme = context.theme;
    let count = race.racers().len();
    let columns = if count == 4 { 2 } else { count.min(3) };
    let line: Line<'_> =
        [Span::styled(context.fill(words::RACE_TITLE, &[numbers::whole(race.at())]), theme.now), Span::raw("  ")]
            .into_iter()
            .chain(legend(context))
            .chain([Span::styled(format!("  {}", context.say(words::RACE_TITLES)), theme.muted)])
            .collect();
    let keys = context.say(words::RACE_KEYS);
    let used = text::line_width(&line);
    context.line(area.inset(), line);
    if used + text::width(keys) + 4 < area.width.into() {
        context.text_at_right(area.inset(), keys, theme.muted);
    }
    let parts = |count: usize| vec![Constraint::Fill(1); count];
    let rows = Layout::vertical(parts(count.div_ceil(columns))).spacing(Spacing::Overlap(1));
    let across = Layout::horizontal(parts(columns)).spacing(Spacing::Overlap(1));
    let cells = area.below(1).layout_vec(&rows).into_iter().flat_map(|row| row.layout_vec(&across));
    let cells: Vec<Rect> = cells.take(count).collect();
    let active = context.app.core.runs.active_index();
    let mut frames = Vec::new();
    // Corners, blanks, dashes, and the mark of the one with the keys.
    let room = |area: &Rect| usize::from(area.width).saturating_sub(10);
    let words: Vec<_> =
        (0..cells.len()).map(|index| (title(context, race, index), result(context, race, index))).collect();
    // The count is never cut: where a loss does not fit beside its name, all go.
    let fits = |((title, info), area): (&(String, String), &Rect)| text::width(info) + text::width(title) <= room(area);
    let has_loss = words.iter().zip(&cells).all(fits);
    for ((racer, &area), (title, info)) in race.racers().iter().zip(&cells).zip(&words) {
        let info = if has_loss { info.as_str() } else { info.rsplit("  ").next().unwrap_or_default() };
        let room = room(&area).saturating_sub(text::width(info));
        let frame = Frame::new(theme, text::cut(title, room).into_owned())
            .info(Span::styled(info.to_owned(), theme.now))
            .focused(racer.run == active);
        frames.push((area, frame));
        context.note(area, TrainTarget::Run(racer.run));
    }
    draw_all(&frames, context.buf);
    // As large as the smallest, so that all have the same axes.
    let least = |side: fn(&Rect) -> u16| cells.iter().map(side).min().unwrap_or(0);
    let (width, height) = (least(|cell| cell.width), least(|cell| cell.height));
    let y = race_axis(context.app, runs(context, race), race.at());
    for (index, &cell) in cells.iter().enumerate() {
        curve(context, Frame::inner(Rect { width, height, ..cell }), race, index, (&y, true));
    }
}

fn draw_lines(context: &mut Context<'_>, area: Rect, race: &Race) {
    let theme = context.theme;
    let heading = Span::raw(format!("{} ", context.fill(words::RACE_TITLE, &[numbers::whole(race.at())])));
    let keys = context.say(words::RACE_KEYS);
    let frame = Frame::new(theme, [heading].into_iter().chain(legend(context)).collect::<Line<'_>>())
        .info(context.say(words::RACE_NUMBERS))
        .info(context.say(train::TEST))
        .footer(if awaits_start(context, race) {
            format!("{} · {keys}", context.say(words::RACE_STARTS))
        } else {
            keys.to_owned()
        })
        .focused(true);
    context.draw(frame, area);
    let inner = Frame::inner(area);
    let count = race.racers().len();
    let height = (inner.height / count as u16).max(1);
    let active = context.app.core.runs.active_index();
    let words: Vec<_> = (0..count).map(|index| (title(context, race, index), result(context, race, index))).collect();
    // Names and numbers have the cells they need, the curves all the rest.
    let widest = |cells: &mut dyn Iterator<Item = usize>| cells.max().unwrap_or(0) as u16;
    let name_width = widest(&mut words.iter().map(|(title, _)| text::width(title) + 3)).min(area.width * 2 / 5);
    let result_width = widest(&mut words.iter().map(|(_, result)| text::width(result)));
    let y = race_axis(context.app, runs(context, race), race.at());
    for (index, (racer, (title, result))) in race.racers().iter().zip(words).enumerate() {
        let row = Rect { height, ..inner.below(index as u16 * height) }.intersection(inner);
        let here = racer.run == active;
        let name = TableRow::new([Span::styled(title, theme.text)]).marked(here).cursor(here);
        let table = Table::new(theme, [TableColumn::left(Constraint::Fill(1))], [name]);
        context.table(Rect { width: name_width - 1, ..row }, table);
        context.text_at_right(row, result, theme.now);
        // Where a lane is too low for an axis of its own, that of the last is everybody's.
        let blank = u16::from(height == 3 && index + 1 < count);
        let plot = row.from(name_width).less(result_width + 1);
        curve(context, Rect { height: row.height - blank.min(row.height), ..plot }, race, index, (&y, height > 3));
        context.note(row, TrainTarget::Run(racer.run));
    }
}
