//! Right answers at every threshold, and the slider that all counts of the screen follow.

use super::rows;
use crate::analysis::score::Count;
use crate::app::ScoreTarget;
use crate::app::screens::score::{Board, LADDER, threshold};
use crate::explain::words::score as words;
use crate::ui::prelude::*;
use crate::ui::widgets::plot::{Marker, Pattern, Plot, PlotAxis, Reference, Series, extent};

/// Rows below the plot: three of the ladder, one for the best cut.
const BELOW: u16 = 4;
/// Fewer rows than this leave the ladder out.
const LEAST_FOR_LADDER: u16 = 12;
/// The share of right answers that hardly any network on this list goes beyond.
const HARDLY_MORE: f64 = 0.85;
/// The strokes of both policies, and their cells.
const SOLID: &str = "───";
const DASHED: &str = "─ ─";
const STROKE: usize = 3;
/// From this height on it is said where a threshold may be chosen.
const TALL: u16 = 14;

/// The border: the count at the threshold, what the strokes are where no ladder says so, and the keys.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    let board = rows::board(context);
    let score = &context.app.screens.score;
    let here = rows::count_at(context.app, &board.this, score.threshold());
    let count = context.fill(words::RIGHT_AT, &[rows::count(here), rows::cut(score.cut)]);
    let has_two = context.app.core.run().recipe().needs_age();
    let strokes = if has_two && Frame::inner(area).height < LEAST_FOR_LADDER {
        let [this, other] = [&board.this, &board.other].map(|of| context.say(words::policy(of.policy)));
        format!("{SOLID} {this}  {DASHED} {other}  ")
    } else {
        String::new()
    };
    Frame::new(context.theme, context.say(words::THRESHOLD))
        .info(format!("{strokes}{count}"))
        .info(count)
        .footer(context.say(words::SLIDE_HINT))
}

/// The curves, and below them the counts at some thresholds.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let board = rows::board(context);
    if context.app.screens.score.part(&board.answers).is_empty() {
        return context.text(inner.inset(), rows::title(context), context.theme.muted);
    }
    let below = match inner.height {
        height if height >= TALL => BELOW + 1,
        height if height >= LEAST_FOR_LADDER => BELOW,
        _ => 1,
    };
    let plot = Rect { height: inner.height.saturating_sub(below), ..inner.inset() };
    draw_plot(context, board, plot);
    draw_below(context, board, inner.below(plot.height));
}

fn draw_plot(context: &mut Context<'_>, board: &Board, area: Rect) {
    let app = context.app;
    let theme = context.theme;
    let score = &app.screens.score;
    let (this, other) = (score.part(&board.this.cuts), score.part(&board.other.cuts));
    let rule = if score.on_train { board.baselines.women_live.train } else { board.baselines.women_live.test };
    let steps = (0..=100).map(|step| f64::from(step) / 100.0);
    let counts = steps.flat_map(|at| [this.right(at), other.right(at)].map(f64::from));
    // Room for what training reaches, so that the axis stands still on the way there.
    let reached = HARDLY_MORE * f64::from(rule.total);
    let kept = [f64::from(rule.correct), reached];
    let (low, high) = extent(counts.chain(kept)).unwrap_or((0.0, 1.0));
    let y = PlotAxis::new(low, high).round().step_of(1.0);
    let label = context.fill(words::WOMEN_AT, &[rule.correct.to_string()]);
    let mut plot = Plot::new(PlotAxis::new(0.0, 1.0).round().within(0.0, 1.0), y, theme.muted)
        .reference(Reference::level(f64::from(rule.correct), theme.reference));
    if app.core.run().recipe().needs_age() {
        let curve = Series::curve(|at| f64::from(other.right(at)), theme.muted);
        plot = plot.series(curve.stroke(Pattern::Dashed));
    }
    let curve = Series::curve(|at| f64::from(this.right(at)), theme.curve);
    plot = plot.series(curve.thick());
    let here = score.threshold();
    plot = plot.cursor(here, theme.now);
    if let Some((best, _)) = board.best {
        let best = threshold(best);
        plot = plot.marker(Marker::new(best, f64::from(this.right(best)), "✧", theme.here));
    }
    plot = plot.marker(Marker::new(here, f64::from(this.right(here)), "●", theme.here));
    let layout = plot.draw(area, context.buf);
    if let Some(row) = layout.row(f64::from(rule.correct)) {
        // At one place whatever the curves do: at the right end, where they are far below, unless the
        // threshold is there.
        let data = layout.data;
        let width = text::width(&label) as u16;
        let left = data.width.saturating_sub(width);
        let is_free = layout.column(here).is_none_or(|column| column + 1 < data.x + left);
        let x = if is_free { left } else { 0 };
        context.text(data.from(x).below(row - data.y), &label, theme.muted);
    }
    if let Some((first, last)) = layout.column(0.0).zip(layout.column(1.0)) {
        context.note(Rect { x: first, width: last + 1 - first, ..area }, ScoreTarget::Cut);
    }
}

/// The counts of both policies at the thresholds of the ladder, and the best cut.
fn draw_below(context: &mut Context<'_>, board: &Board, mut area: Rect) {
    let (app, theme) = (context.app, context.theme);
    if area.height >= BELOW {
        draw_ladder(context, board, area);
        area = area.below(3);
    }
    if let Some((best, right)) = board.best {
        let here = rows::count_at(app, &board.this, threshold(best));
        let of_train = Count { correct: right, total: board.counted.score.train.total };
        let values = [rows::cut(best), rows::count(of_train), rows::count(here)];
        let room = usize::from(area.inset().width);
        let whole = context.fill(words::BEST_HERE, &values);
        // The same count twice would say nothing.
        let words = if app.screens.score.on_train || text::width(&whole) > room {
            context.fill(words::BEST, &values)
        } else {
            whole
        };
        context.text(area.inset(), text::cut(&words, room), theme.text);
        area = area.below(1);
    }
    context.text(area.from(3), context.say(words::CHEATING), theme.muted);
}

/// A row for each policy, a column for each threshold.
fn draw_ladder(context: &mut Context<'_>, board: &Board, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let names = [&board.this, &board.other].map(|of| context.say(words::policy(of.policy)));
    let label = names.map(text::width).into_iter().max().unwrap_or(0) + STROKE + 2;
    let room = usize::from(area.width) - 2 - label;
    let cells = (room / LADDER.len()).clamp(4, 8) - 1;
    // Rather than cut the counts of a large list, there are fewer of them: those around one half.
    let digits = rows::digits(context);
    let fitting = if digits > cells { (room / (digits + 1)).min(LADDER.len()) } else { LADDER.len() };
    let (cells, ladder) = (cells.max(digits) as u16, &LADDER[LADDER.len() - fitting..]);
    let head = Span::styled(format!("  {}", context.say(words::CUT_HEAD)), theme.muted);
    let columns = ladder.iter().map(|&cut| {
        let cut_text = numbers::decimal(threshold(cut), if cut % 10 == 0 { 2 } else { 3 });
        let style = if cut == app.screens.score.cut { theme.here } else { theme.muted };
        let short = Span::styled(cut_text.trim_start_matches('0').to_owned(), style);
        TableColumn::right(Constraint::Length(cells)).head(short)
    });
    let columns = [TableColumn::left(Constraint::Length(label as u16)).head(head)].into_iter().chain(columns);
    let shown = if app.core.run().recipe().needs_age() { 2 } else { 1 };
    let lines = [(&board.this, SOLID, theme.text), (&board.other, DASHED, theme.muted)];
    let rows = lines.into_iter().zip(names).take(shown).enumerate().map(|(row, ((judged, stroke, style), name))| {
        let counts = ladder.iter().map(|&cut| {
            let count = rows::count_at(app, judged, threshold(cut)).correct.to_string();
            Span::styled(count, if cut == app.screens.score.cut && row == 0 { theme.here } else { style })
        });
        TableRow::new([Span::styled(format!("{stroke} {name}"), theme.muted)].into_iter().chain(counts))
    });
    let table = Table::new(theme, columns, rows);
    context.table(area, table);
}
