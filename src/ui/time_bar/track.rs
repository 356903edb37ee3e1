//! The track: the training loss of every epoch in one or two rows of Braille, the cursor on it, and
//! what is not computed yet as a dotted line.

use crate::app::{App, Target};
use crate::explain::words::time as words;
use crate::training::{Quantity, Watched};
use crate::ui::prelude::*;
use crate::ui::widgets::plot::{Marker, Plot, PlotAxis, Series};

/// The epochs of the time axis: from the first to a round one past the last, so that the axis does not
/// move with every epoch trained.
fn axis(app: &App) -> (u64, u64) {
    let run = app.core.run();
    let first = run.first_epoch();
    let length = run.last_epoch() - first;
    let mut unit = 10;
    let round = loop {
        if let Some(round) = [2 * unit, 5 * unit, 10 * unit].into_iter().find(|&round| round >= length) {
            break round;
        }
        unit *= 10;
    };
    (first, first + round)
}

/// Draws the track and makes it draggable.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = context.theme;
    let run = app.core.run();
    let (first, last) = axis(app);
    if area.width < 4 {
        return;
    }
    if !app.core.has_past() {
        empty(context, area);
        return;
    }
    let overview = run.overview();
    let Some((low, high)) = overview.extent(Quantity::TrainLoss) else {
        empty(context, area);
        return;
    };
    future(context, area, first, last);
    let losses = overview.samples(Quantity::TrainLoss, first, run.last_epoch(), area.width.into()).into_iter();
    let losses = losses.map(|sample| (sample.epoch as f64, sample.min, sample.max));
    let mut plot = Plot::new(PlotAxis::new(first as f64, last as f64), PlotAxis::new(low, high), theme.muted)
        .series(Series::ranges(losses, theme.text))
        .cursor(run.epoch() as f64, theme.now);
    if area.height > 1
        && let Some((epoch, _)) = overview.least(Watched::of(run).judge())
        && epoch != run.last_epoch()
        && epoch != run.epoch()
    {
        plot = plot.marker(Marker::new(epoch as f64, high, "✧", theme.muted));
    }
    let data = Rect { y: area.y, height: area.height, ..plot.draw(area, context.buf).data };
    context.note(data, Target::Track { first, last: last as f64 });
}

/// The epochs not computed yet.
fn future(context: &mut Context<'_>, area: Rect, first: u64, last: u64) {
    let done = context.app.core.run().last_epoch() - first;
    let share = done as f64 / (last - first).max(1) as f64;
    let rest = area.below(area.height - 1).from((share * f64::from(area.width)).ceil() as u16 + 1);
    context.text(rest, "┄".repeat(rest.width.into()), context.theme.muted);
}

fn empty(context: &mut Context<'_>, area: Rect) {
    let theme = context.theme;
    let sentences = [words::NO_PAST, words::NO_PAST_SHORT].map(|word| format!("┄ {} ", context.say(word)));
    let fits = |sentence: &String| text::width(sentence) < usize::from(area.width);
    let sentence = sentences.into_iter().find(fits).unwrap_or_default();
    let rest = usize::from(area.width).saturating_sub(text::width(&sentence) + 1);
    let line = format!("{sentence}{}", "┄".repeat(rest));
    context.line(area, Line::from_iter([Span::styled("┃", theme.now), Span::styled(line, theme.muted)]));
}
