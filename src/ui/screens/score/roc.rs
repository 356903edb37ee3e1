//! Hits against false alarms at every threshold, with the point of this one.

use super::rows;
use crate::app::App;
use crate::app::screens::score::Board;
use crate::explain::numbers;
use crate::explain::words::score as words;
use crate::ui::prelude::*;
use crate::ui::theme::Theme;
use crate::ui::widgets::plot::{Marker, Pattern, Plot, PlotAxis, Series};

/// From this width on the border says over whom; below it the panel beside does.
const WITH_ROWS: u16 = 44;

/// The border: the area below the curve, and over whom.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    let board = rows::board(context);
    let below = context.app.screens.score.part(&board.roc).as_ref().map(|roc| roc.area);
    let below = below.map_or(numbers::MISSING.to_owned(), |area| numbers::decimal(area, 4));
    let mut info = format!("{} {below}", context.say(words::AUC));
    if area.width >= WITH_ROWS {
        info = format!("{info} · {}", rows::asked(context, board));
    }
    Frame::new(context.theme, context.say(words::ROC)).info(info)
}

/// The curve with the point of the threshold; none without people of both kinds.
pub(in crate::ui) fn plot<'a>(app: &'a App, theme: &Theme, board: &'a Board) -> Option<Plot<'a>> {
    let roc = app.screens.score.part(&board.roc).as_ref()?;
    let asked = app.screens.score.part(&board.this.cuts).asked(app.screens.score.threshold());
    let share = |of: u32, rest: u32| f64::from(of) / f64::from(of + rest);
    let here = (share(asked.fp, asked.tn), share(asked.tp, asked.fn_));
    let axis = || PlotAxis::new(0.0, 1.0).round().within(0.0, 1.0);
    let plot = Plot::new(axis(), axis(), theme.muted)
        .series(Series::points(vec![(0.0, 0.0), (1.0, 1.0)], theme.muted).stroke(Pattern::Dotted))
        .series(Series::points(&roc.points, theme.curve).thick())
        .marker(Marker::new(here.0, here.1, "●", theme.here).guides(theme.muted));
    Some(plot)
}

/// Draws it.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let (app, theme) = (context.app, context.theme);
    let board = rows::board(context);
    let area = inner.inset();
    let Some(plot) = plot(app, theme, board) else {
        context.paragraph(area, context.say(words::ONE_KIND), theme.muted);
        return;
    };
    let data = plot.draw(area, context.buf).data;
    // Below the diagonal nothing is ever drawn but chance: the counts of the point stand there.
    let rows = data.height;
    if rows < 4 {
        return;
    }
    let asked = app.screens.score.part(&board.this.cuts).asked(app.screens.score.threshold());
    let (died, lived) = (asked.tn + asked.fp, asked.tp + asked.fn_);
    // Over whom, right of the diagonal, unless the border has room for it.
    let room = usize::from(data.width) * usize::from(rows.saturating_sub(3)) / usize::from(rows.max(1));
    let people = [rows::asked(context, board), context.fill(words::OF_ROWS, &[(died + lived).to_string()])];
    let people = people.into_iter().find(|people| text::width(people) <= room);
    if let Some(people) = people.filter(|_| area.width + 4 < WITH_ROWS && rows >= 5) {
        context.text_at_right(data.below(rows - 3), people, theme.muted);
    }
    let hit = context.fill(words::HIT, &[asked.tp.to_string(), lived.to_string()]);
    let alarm = context.fill(words::ALARM, &[asked.fp.to_string(), died.to_string()]);
    context.text_at_right(data.below(rows - 2), hit, theme.text);
    context.text_at_right(data.below(rows - 1), alarm, theme.text);
}
