//! The four kinds of answer, and the ratios made of them.

use super::rows;
use crate::analysis::score::Confusion;
use crate::explain::words::score as words;
use crate::nn::Loss;
use crate::ui::prelude::*;

/// From this width on it is said what a ratio means.
const WITH_MEANING: u16 = 56;
/// How many ratios there are.
const RATIOS: u16 = 5;
/// Cells of a ratio: its two counts and its percentage.
const RATIO: usize = 17;

/// The border: over whom.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let score = &context.app.screens.score;
    let word = if score.on_train { words::OF_TRAINING_ROWS } else { words::OF_TEST_ROWS };
    let total = [score.part(&rows::board(context).counted.score).total.to_string()];
    Frame::new(context.theme, context.say(words::CONFUSION))
        .info(context.fill(word, &total))
        .info(context.fill(words::OF_ROWS, &total))
}

/// The table and the ratios.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let theme = context.theme;
    let c = context.app.screens.score.part(&rows::board(context).counted.score).confusion;
    let muted = |word| Span::styled(context.say(word), theme.muted);
    let label = [words::WAS_DIED, words::WAS_LIVED].map(|word| text::width(context.say(word)));
    let label = label.into_iter().max().unwrap_or(0).max(11) as u16;
    let count = |count: u32, style| Span::styled(count.to_string(), style);
    let rows = [
        [muted(words::WAS_DIED), count(c.tn, theme.text), count(c.fp, theme.wrong)],
        [muted(words::WAS_LIVED), count(c.fn_, theme.wrong), count(c.tp, theme.text)],
    ];
    // Counts of four digits and Japanese words fit as well.
    let columns = [(label, words::SAID), (7, words::SAID_DIED), (7, words::SAID_LIVED)];
    let columns = columns.map(|(cells, head)| TableColumn::right(Constraint::Length(cells)).head(muted(head)));
    let table = Table::new(theme, columns, rows.map(TableRow::new));
    context.table(inner, table);
    let below = inner.below(3 + u16::from(inner.height > 8));
    draw_ratios(context, below);
    draw_people(context, c, below.below(RATIOS + 1).inset());
}

/// The rows it would like at a width, with its borders.
pub(super) fn height(context: &Context<'_>, width: u16) -> u16 {
    let c = context.app.screens.score.part(&rows::board(context).counted.score).confusion;
    let people: usize = [c.tp, c.fn_, c.fp, c.tn].map(|count| 1 + rows_of(count, width.saturating_sub(4))).iter().sum();
    4 + RATIOS + 1 + people as u16 + 2
}

/// The rows so many marks take at a width.
fn rows_of(count: u32, width: u16) -> usize {
    (count as usize).div_ceil(across(width))
}

/// How many marks stand side by side.
fn across(width: u16) -> usize {
    usize::from(width.saturating_sub(1) / 2).max(1)
}

/// Everybody as a mark, by the four kinds of answer, where there is room for that.
fn draw_people(context: &mut Context<'_>, c: Confusion, area: Rect) {
    let theme = context.theme;
    let kinds = [
        ([words::WAS_LIVED, words::SAID_LIVED], c.tp, theme.right),
        ([words::WAS_LIVED, words::SAID_DIED], c.fn_, theme.lived),
        ([words::WAS_DIED, words::SAID_LIVED], c.fp, theme.died),
        ([words::WAS_DIED, words::SAID_DIED], c.tn, theme.right),
    ];
    let across = across(area.width);
    let needed: usize = kinds.iter().map(|(_, count, _)| 1 + rows_of(*count, area.width)).sum();
    if needed > usize::from(area.height) || area.width < WITH_MEANING {
        return;
    }
    let mut below = area;
    for ([was, said], count, style) in kinds {
        let [was, says, said] = [was, words::SAID, said].map(|word| context.say(word));
        context.text(below, format!("{was} · {says} {said}: {count}"), theme.muted);
        below = below.below(1);
        for row in 0..rows_of(count, area.width) {
            let marks = (count as usize - row * across).min(across);
            context.text(below, "● ".repeat(marks), style);
            below = below.below(1);
        }
    }
}

fn draw_ratios(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let board = rows::board(context);
    let part = app.screens.score.part(&board.counted.score);
    let c = part.confusion;
    let loss = match app.core.run().recipe().loss {
        Loss::CrossEntropy => words::LOG_LOSS,
        Loss::SquaredError => words::SQUARED,
    };
    let names = [words::PRECISION, words::RECALL, words::F1, loss, words::AUC];
    let label = names.map(|word| text::width(context.say(word))).into_iter().max().unwrap_or(0);
    let room = usize::from(area.width.saturating_sub(3));
    let of = |k: u32, n: u32| {
        let percent = numbers::percent(k as usize, n as usize);
        let whole = format!("{:>8} {percent}", format!("{k}/{n}"));
        // Rather than cut its percentage, a ratio of a large list goes without its counts.
        if label + text::width(&whole) <= room { whole } else { percent }
    };
    let four = |value: Option<f64>| {
        let value = value.map_or_else(|| numbers::MISSING.to_owned(), |value| numbers::decimal(value, 4));
        format!("{value:>8}")
    };
    let asked = rows::asked(context, board);
    let short = context.fill(words::OF_ROWS, &[part.loss_rows.to_string()]);
    let f1 = [c.tp, c.fp, c.fn_].map(|count| count.to_string());
    let means = |word| context.say(word).to_owned();
    let lines = [
        (of(c.tp, c.tp + c.fp), means(words::PRECISION_MEANS)),
        (of(c.tp, c.tp + c.fn_), means(words::RECALL_MEANS)),
        (four(part.f1), context.fill(words::F1_MEANS, &f1)),
        (four(part.loss), asked.clone()),
        (four(part.auc), asked),
    ];
    let ratio = lines.iter().map(|(value, _)| text::width(value)).max().unwrap_or(0).max(RATIO);
    let is_wide = area.width >= WITH_MEANING;
    let rows = names.into_iter().zip(lines).enumerate().map(|(at, (word, (value, meaning)))| {
        let used = 4 + label + if is_wide { ratio } else { text::width(&value) };
        // A cut sentence is no meaning; the number alone says enough.
        let fits = text::width(&meaning) + used <= area.width.into();
        let short = if text::width(&short) + used <= area.width.into() { short.as_str() } else { "" };
        let meaning = Span::styled(if fits { meaning } else { short.to_owned() }, theme.muted);
        let name = Line::from(Span::styled(context.say(word), theme.text));
        let value = Span::styled(value, theme.text);
        match (is_wide, at) {
            (true, _) => TableRow::new([name, value.into(), meaning.into()]),
            (false, 3..) => TableRow::new([name, Line::from_iter([value, Span::raw(" "), meaning])]),
            (false, _) => TableRow::new([name, value.into()]),
        }
    });
    let columns = [label as u16, ratio as u16].map(|cells| TableColumn::left(Constraint::Length(cells)));
    let columns = columns.into_iter().chain([TableColumn::left(Constraint::Fill(1))]);
    let table = Table::new(theme, columns, rows);
    context.table(area, table);
}
