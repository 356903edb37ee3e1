//! Hits against false alarms at every threshold, with the point of this one.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::rows;
use crate::app::score::Board;
use crate::explain::numbers;
use crate::explain::words::score as words;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::widgets::plot::{Axis, Marker, Plot, Series, Stroke};

/// From this width on the border says over whom; below it the panel beside does.
const WITH_ROWS: u16 = 44;

/// The border: the area below the curve, and over whom.
pub fn frame<'a>(context: &Context<'a>, board: &Board, width: u16) -> Frame<'a> {
    let area = context.app.score.part(&board.roc).as_ref().map(|roc| roc.area);
    let area = area.map_or(numbers::MISSING.to_owned(), |area| numbers::decimal(area, 4));
    let mut info = format!("{} {area}", context.say(words::AUC));
    if width >= WITH_ROWS {
        info = format!("{info} · {}", rows::asked(context, board));
    }
    Frame::new(context.theme, context.say(words::ROC)).info(info)
}

/// The curve.
pub fn draw(context: &mut Context<'_>, board: &Board, area: Rect) {
    let inner = Frame::inner(area);
    let theme = *context.theme;
    let score = &context.app.score;
    let Some(roc) = score.part(&board.roc) else {
        let words = context.say(words::ONE_KIND);
        let lines = text::wrap(words, usize::from(inner.width.saturating_sub(2)));
        let mut pen = context.pen(inner);
        for (y, line) in lines.iter().enumerate() {
            pen.text(1, y as u16, line, theme.muted);
        }
        return;
    };
    let asked = score.part(&board.this.cuts).asked(score.threshold());
    let (died, lived) = (asked.tn + asked.fp, asked.tp + asked.fn_);
    let here = (f64::from(asked.fp) / f64::from(died), f64::from(asked.tp) / f64::from(lived));
    let chance = [(0.0, 0.0), (1.0, 1.0)];
    let ends = |shown: Vec<f64>| {
        let label = |at: f64| (at, numbers::decimal(at, usize::from(at.fract() != 0.0)));
        shown.into_iter().map(label).collect()
    };
    let x = Axis::new(0.0, 1.0).labels_at(ends(vec![0.0, 0.5, 1.0]));
    let y = Axis::new(0.0, 1.0).labels_at(ends(vec![0.0, 0.5, 1.0])).line();
    let plot = Plot::new(x, y, theme.muted)
        .series(Series::points(&chance, theme.muted).stroke(Stroke::Dotted))
        .series(Series::points(&roc.points, theme.curve).focused(true))
        .marker(Marker::new(here.0, here.1, "●", theme.here).guides(theme.muted));
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
