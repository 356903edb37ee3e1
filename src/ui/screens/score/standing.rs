//! Is it any good? The answer in a sentence, and five scores with their intervals on one axis.

use super::rows;
use crate::analysis::score::{Apart, Count, wilson};
use crate::app::screens::score::{Board, HALF, TRAINED_EPOCH, Trained};
use crate::explain::plain;
use crate::explain::words::{presets, score as words};
use crate::training::{MissingAge, Preset};
use crate::ui::prelude::*;
use crate::ui::widgets::rail::{BARRED, rail};

/// Rows of the panel with its borders: the answer, an axis, five scores, a sentence.
pub(super) const HEIGHT: u16 = 10;
/// The same without sentences and axis.
pub(super) const LEAST_HEIGHT: u16 = 7;
/// From this width on each score stands with its percentage and the ends of its interval.
const WITH_PERCENT: u16 = 76;

/// One score.
struct ScoreRow {
    name: String,
    policy: String,
    /// The count, or why there is none.
    count: Result<Count, String>,
    is_here: bool,
}

/// The border: which rows, at which threshold, under which policy.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let cut = context.fill(words::CUT, &[rows::cut(app.screens.score.cut)]);
    let policy = context.say(words::policy(app.screens.score.score_policy(&app.core)));
    let ages = context.fill(words::AGES, &[policy]);
    Frame::new(context.theme, rows::title(context)).info(format!("{cut} · {ages}"))
}

/// The answer, the intervals and the sentences.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let theme = context.theme;
    let board = rows::board(context);
    let inner = if inner.height > LEAST_HEIGHT - 1 { draw_answer(context, board, inner) } else { inner };
    let lines = lines(context, board);
    let widest = |of: fn(&ScoreRow) -> usize| lines.iter().map(of).max().unwrap_or(0) as u16;
    let digits = widest(|line| line.count.as_ref().map_or(3, |count| text::width(&rows::count(*count))));
    let is_wide = inner.width >= WITH_PERCENT;
    let ends =
        widest(|line| line.count.as_ref().map_or(0, |count| text::width(&ends_of(wilson(count.correct, count.total)))));
    let (percent, ends) = if is_wide { (7, ends) } else { (0, 0) };
    let figures = [widest(|line| text::width(&line.name)), digits, percent, widest(|line| text::width(&line.policy))];
    let used = 4 + figures.iter().sum::<u16>() + u16::from(is_wide);
    let plot = inner.from(1 + used).less(if is_wide { ends + 2 } else { 1 });
    // Quarters lie on cells, equally far apart.
    let plot = Rect { width: plot.width.saturating_sub(1) / 4 * 4 + 1, ..plot };
    let has_axis = inner.height > lines.len() as u16;
    if has_axis {
        draw_beside_axis(context, inner.from(1), used);
        draw_axis(context, plot);
    }
    let rows = lines.iter().map(|line| {
        let style = if line.is_here { theme.here } else { theme.text };
        let name = Line::from(Span::styled(line.name.clone(), style));
        let count = match &line.count {
            Ok(count) if count.total > 0 => *count,
            Ok(_) => return TableRow::new([name, Span::styled(numbers::MISSING, theme.muted).into()]),
            Err(why) => return TableRow::new([name, Span::styled(why.clone(), theme.muted).into()]),
        };
        let share = f64::from(count.correct) / f64::from(count.total);
        let interval = wilson(count.correct, count.total);
        let along = |share| share * f64::from(plot.width.saturating_sub(1));
        let (mark, mark_style) = if line.is_here { ("●", theme.here) } else { ("○", theme.text) };
        let rest = if line.is_here { theme.text } else { theme.muted };
        // Its ends outwards onto cells, or the mark would stand on one of a short interval.
        let picture = interval.map(|[low, high]| {
            let ends = [along(low).floor(), along(high).ceil()].map(|at| at as u16);
            rail(plot.width, ends, BARRED, rest, &[(along(share).round() as u16, mark, mark_style)])
        });
        let mut picture = picture.unwrap_or_default();
        picture.spans.insert(0, Span::raw(" "));
        let mut cells = vec![name, Span::styled(rows::count(count), style).into()];
        if is_wide {
            cells.push(Span::styled(rows::percent(count), style).into());
        }
        cells.extend([Span::styled(line.policy.clone(), theme.muted).into(), picture]);
        if is_wide {
            cells.push(Span::styled(ends_of(interval), theme.muted).into());
        }
        TableRow::new(cells)
    });
    let rows: Vec<_> = rows.collect();
    let below = rows.len() as u16 + u16::from(has_axis);
    let [name, digits, percent, policy] = figures.map(Constraint::Length);
    let mut columns = vec![TableColumn::left(name), TableColumn::right(digits)];
    columns.extend(is_wide.then(|| TableColumn::right(percent)));
    columns.extend([TableColumn::left(policy), TableColumn::left(Constraint::Fill(1))]);
    columns.extend(is_wide.then(|| TableColumn::right(Constraint::Length(ends))));
    context.table(inner.below(has_axis.into()).less(1), Table::new(theme, columns, rows));
    // Percentage and interval are said once, in the row or in the first sentence.
    let sentences = sentences(context, board).into_iter().skip(is_wide.into());
    draw_sentences(context, sentences, inner.inset().below(below));
}

/// The one sentence to remember, and what lies below it.
fn draw_answer(context: &mut Context<'_>, board: &Board, inner: Rect) -> Rect {
    let score = &context.app.screens.score;
    let part = score.part(&board.counted.score);
    let rule = |rule: Apart<Count>| if score.on_train { rule.train } else { rule.test }.correct.to_string();
    let [died, women] = [board.baselines.everyone_died, board.baselines.women_live].map(rule);
    let values = [part.correct.to_string(), part.total.to_string(), died, women];
    let answer = [words::ANSWER, words::ANSWER_SHORT].map(|word| context.fill(word, &values));
    let line = inner.inset();
    let [long, short] = answer;
    let answer = if text::width(&long) <= line.width.into() { long } else { short };
    context.text(line, text::cut(&answer, line.width.into()), context.theme.here);
    inner.below(1)
}

fn lines(context: &Context<'_>, board: &Board) -> Vec<ScoreRow> {
    let app = context.app;
    let score = &app.screens.score;
    let at = |judged| Ok(rows::count_at(app, judged, score.threshold()));
    let policy = |of| context.say(words::policy(of)).to_owned();
    let rule = |rule: Apart<Count>| Ok(if score.on_train { rule.train } else { rule.test });
    let other = match board.other.policy {
        MissingAge::Mean | MissingAge::Median => words::FILLED,
        MissingAge::Died | MissingAge::Drop => words::AS_DIED,
    };
    let line = |name: String, policy: String, count| ScoreRow { name, policy, count, is_here: false };
    let trained = match score.trained() {
        Trained::Done { judged, .. } => (policy(judged.policy), at(judged)),
        Trained::Impossible => (String::new(), Err(context.say(words::IMPOSSIBLE).to_owned())),
        Trained::Unknown => (String::new(), Err(String::new())),
        Trained::Learning(run) => {
            let values = [numbers::whole(run.epoch()), numbers::whole(TRAINED_EPOCH)];
            (String::new(), Err(context.fill(words::LEARNING, &values)))
        }
    };
    let mut lines = vec![ScoreRow {
        is_here: true,
        ..line(context.say(words::THIS).to_owned(), policy(board.this.policy), at(&board.this))
    }];
    if app.core.run().recipe().needs_age() {
        lines.push(line(context.say(other).to_owned(), policy(board.other.policy), at(&board.other)));
    }
    lines.push(line(context.fill(words::TRAINED, &[numbers::whole(TRAINED_EPOCH)]), trained.0, trained.1));
    lines.push(line(context.say(words::WOMEN_LIVE).to_owned(), String::new(), rule(board.baselines.women_live)));
    lines.push(line(context.say(words::EVERYONE_DIED).to_owned(), String::new(), rule(board.baselines.everyone_died)));
    lines
}

/// The labels of the axis, on which bars begin at nobody and end at everybody.
fn draw_axis(context: &mut Context<'_>, plot: Rect) {
    /// The fewest cells between two labels.
    const APART: u16 = 4;
    let step = if plot.width > 4 * APART { 25 } else { 50 };
    // The last one stands out by a cell, which the bars leave free.
    let beyond = Rect { width: plot.width + 1, ..plot };
    let mut free = 0;
    for percent in (0..=100).step_by(step) {
        let label = format!("{percent}%");
        let width = label.len() as u16;
        let x = (percent * plot.width.saturating_sub(1) / 100).saturating_sub(width / 2);
        if x >= free && x + width <= beyond.width {
            context.text(beyond.from(x), label, context.theme.muted);
            free = x + width + 1;
        }
    }
}

/// In the room beside the axis what a bar's end means, or what the time bar counts by, where that is another threshold or
/// policy than here.
fn draw_beside_axis(context: &mut Context<'_>, area: Rect, room: u16) {
    let app = context.app;
    let own = app.core.run().recipe().missing_age;
    if app.screens.score.cut == HALF && app.screens.score.score_policy(&app.core) == own {
        let said = context.say(words::INTERVAL);
        if text::width(said) < room.into() {
            context.text(area, said, context.theme.muted);
        }
        return;
    }
    let own = context.say(words::policy(own));
    let said = [words::TIME_BAR, words::TIME_BAR_SHORT].map(|word| context.fill(word, &[own]));
    if let Some(fitting) = said.iter().find(|said| text::width(said) < room.into()) {
        context.text(area, fitting, context.theme.muted);
    }
}

/// `67.8–78.0`, in per cent.
fn ends_of(interval: Option<[f64; 2]>) -> String {
    interval.map_or_else(
        || numbers::MISSING.to_owned(),
        |[low, high]| format!("{}–{}", numbers::decimal(low * 100.0, 1), numbers::decimal(high * 100.0, 1)),
    )
}

/// What the figures say, as far as there is room for it.
fn draw_sentences(context: &mut Context<'_>, sentences: impl Iterator<Item = (String, bool)>, area: Rect) {
    let theme = context.theme;
    let lines = sentences.take(area.height.into()).flat_map(|(sentence, matters)| {
        text::wrapped(&sentence, area.width.into(), if matters { theme.text } else { theme.muted })
    });
    let lines: Vec<_> = lines.collect();
    // A blank line sets the sentences off where there is one to spare.
    let gap = u16::from(lines.len() < area.height.into());
    context.lines(area.below(gap), lines);
}

/// Each sentence, and whether it is about this network rather than about words.
fn sentences(context: &Context<'_>, board: &Board) -> Vec<(String, bool)> {
    let app = context.app;
    let score = app.screens.score.part(&board.counted.score);
    if score.total == 0 {
        return Vec::new();
    }
    let rules = board.baselines.women_live;
    let rule = if app.screens.score.on_train { rules.train } else { rules.test };
    let word = match score.correct.cmp(&rule.correct) {
        std::cmp::Ordering::Less => words::RULE_MORE,
        std::cmp::Ordering::Equal => words::RULE_EVEN,
        std::cmp::Ordering::Greater => words::RULE_FEWER,
    };
    let count = Count { correct: score.correct, total: score.total };
    let values = [
        rows::percent(count).trim().to_owned(),
        ends_of(score.wilson),
        score.correct.abs_diff(rule.correct).to_string(),
    ];
    let test = app.screens.score.part(&board.counted.mcnemar);
    let differ = if test.differ() == 0 {
        context.say(words::DIFFER_NONE).to_owned()
    } else {
        let values = [
            test.differ().to_string(),
            test.to_the_rule.to_string(),
            test.to_the_network.to_string(),
            plain::chance(test.p),
        ];
        context.fill(words::DIFFER, &values)
    };
    let preset = context.say(presets::title(Preset::ThePostTrained)).to_owned();
    let mean = context.say(words::policy(MissingAge::Mean)).to_owned();
    let trained = [preset, numbers::whole(TRAINED_EPOCH), mean];
    vec![
        (context.fill(word, &values), true),
        (differ, true),
        (context.say(words::LUCK_MEANS).to_owned(), false),
        (context.fill(words::TRAINED_MEANS, &trained), false),
    ]
}
