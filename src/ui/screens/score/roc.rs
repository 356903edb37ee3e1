//! Hits against false alarms at every threshold, with the point of this one.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::rows;
use crate::app::App;
use crate::app::screens::score::Board;
use crate::explain::numbers;
use crate::explain::words::score as words;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::theme::Theme;
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::widgets::plot::{Marker, Pattern, Plot, PlotAxis, Series};

/// From this width on the border says over whom; below it the panel beside does.
const WITH_ROWS: u16 = 44;

/// The border: the area below the curve, and over whom.
pub fn frame<'a>(context: &Context<'a>, board: &Board, width: u16) -> Frame<'a> {
    let area = context.app.screens.score.part(&board.roc).as_ref().map(|roc| roc.area);
    let area = area.map_or(numbers::MISSING.to_owned(), |area| numbers::decimal(area, 4));
    let mut info = format!("{} {area}", context.say(words::AUC));
    if width >= WITH_ROWS {
        info = format!("{info} · {}", rows::asked(context, board));
    }
    Frame::new(context.theme, context.say(words::ROC)).info(info)
}

/// The curve with the point of the threshold; none without people of both kinds.
pub fn plot<'a>(app: &'a App, theme: &Theme, board: &'a Board) -> Option<Plot<'a>> {
    let roc = app.screens.score.part(&board.roc).as_ref()?;
    let asked = app.screens.score.part(&board.this.cuts).asked(app.screens.score.threshold());
    let share = |of: u32, rest: u32| f64::from(of) / f64::from(of + rest);
    let here = (share(asked.fp, asked.tn), share(asked.tp, asked.fn_));
    let ends = || vec![(0.0, "0".to_owned()), (0.5, "0.5".to_owned()), (1.0, "1".to_owned())];
    let axis = || PlotAxis::new(0.0, 1.0).labels_at(ends());
    let plot = Plot::new(axis(), axis().line(), theme.muted)
        .series(Series::points(vec![(0.0, 0.0), (1.0, 1.0)], theme.muted).stroke(Pattern::Dotted))
        .series(Series::points(&roc.points, theme.curve).focused(true))
        .marker(Marker::new(here.0, here.1, "●", theme.here).guides(theme.muted));
    Some(plot)
}

/// Draws it.
pub fn draw(context: &mut Context<'_>, board: &Board, area: Rect) {
    let inner = Frame::inner(area);
    let theme = *context.theme;
    let score = &context.app.screens.score;
    let Some(plot) = plot(context.app, &theme, board) else {
        let words = context.say(words::ONE_KIND);
        let lines = text::wrap(words, usize::from(inner.width.saturating_sub(2)));
        context.pen(inner).lines(1, 0, &lines, theme.muted);
        return;
    };
    let asked = score.part(&board.this.cuts).asked(score.threshold());
    let (died, lived) = (asked.tn + asked.fp, asked.tp + asked.fn_);
    let area = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let data = plot.layout(area).data;
    Widget::render(&plot, area, context.buf);
    // Below the diagonal nothing is ever drawn but chance: the counts of the point stand there.
    let hit = context.fill(words::HIT, &[asked.tp.to_string(), lived.to_string()]);
    let alarm = context.fill(words::ALARM, &[asked.fp.to_string(), died.to_string()]);
    let rows = data.height;
    // Over whom, right of the diagonal, unless the border has room for it.
    let room = usize::from(data.width * rows.saturating_sub(3) / rows.max(1));
    let people = context.fill(words::OF_ROWS, &[(died + lived).to_string()]);
    let people = [rows::asked(context, board), people];
    let people = people.iter().find(|people| text::width(people) <= room);
    let people = people.filter(|_| area.width + 4 < WITH_ROWS && rows >= 5);
    let mut pen = context.pen(data);
    if let Some(people) = people {
        pen.right(rows - 3, 0, people, theme.muted);
    }
    if rows >= 4 {
        pen.right(rows - 2, 0, &hit, theme.text);
        pen.right(rows - 1, 0, &alarm, theme.text);
    }
}
