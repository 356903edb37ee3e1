//! The four kinds of answer, and the ratios made of them.

use ratatui::layout::Rect;

use super::rows;
use crate::app::screens::score::Board;
use crate::explain::numbers;
use crate::explain::words::{Word, score as words};
use crate::nn::Loss;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// From this width on it is said what a ratio means.
const WITH_MEANING: u16 = 56;

/// The border: over whom.
pub fn frame<'a>(context: &Context<'a>, board: &Board) -> Frame<'a> {
    let score = &context.app.screens.score;
    let word = if score.on_train { words::OF_TRAINING_ROWS } else { words::OF_TEST_ROWS };
    let total = score.part(&board.counted.score).total.to_string();
    let total = [total];
    Frame::new(context.theme, context.say(words::CONFUSION))
        .info(context.fill(word, &total))
        .brief(context.fill(words::OF_ROWS, &total))
}

/// The table and the ratios.
pub fn draw(context: &mut Context<'_>, board: &Board, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    let part = app.screens.score.part(&board.counted.score);
    let c = part.confusion;
    let say = |word| context.say(word);
    let label = [words::WAS_DIED, words::WAS_LIVED].map(|word| text::width(say(word)));
    let label = label.into_iter().max().unwrap_or(0).max(11);
    // Counts of four digits and Japanese words fit as well.
    let column = 8;
    let cell = |text: String| text::pad_left(&text, column);
    let head = [
        text::pad_left(say(words::SAID), label),
        cell(say(words::SAID_DIED).to_owned()),
        cell(say(words::SAID_LIVED).to_owned()),
    ];
    let was = [words::WAS_DIED, words::WAS_LIVED].map(|word| text::pad_left(say(word), label));
    let mut pen = context.pen(inner);
    pen.text(1, 0, &head.concat(), theme.muted);
    let x = 1 + label as u16;
    for (y, (was, left, right, wrong_is_left)) in
        [(&was[0], c.tn, c.fp, false), (&was[1], c.fn_, c.tp, true)].into_iter().enumerate()
    {
        let y = y as u16 + 1;
        pen.text(1, y, was, theme.muted);
        let styles = if wrong_is_left { [theme.wrong, theme.text] } else { [theme.text, theme.wrong] };
        let end = pen.text(x, y, &cell(left.to_string()), styles[0]);
        pen.text(end, y, &cell(right.to_string()), styles[1]);
    }
    let gap = u16::from(inner.height > 8);
    draw_ratios(context, board, inner, 3 + gap);
}

fn draw_ratios(context: &mut Context<'_>, board: &Board, inner: Rect, top: u16) {
    let app = context.app;
    let theme = *context.theme;
    let part = app.screens.score.part(&board.counted.score);
    let c = part.confusion;
    let of = |k: u32, n: u32| {
        let percent = numbers::percent(k as usize, n as usize);
        format!("{:>9} {percent}", format!("{k}/{n}"))
    };
    let four =
        |value: Option<f64>| value.map_or_else(|| numbers::MISSING.to_owned(), |value| numbers::decimal(value, 4));
    let asked = rows::asked(context, board);
    let loss = match app.core.run().recipe().loss {
        Loss::CrossEntropy => words::LOG_LOSS,
        Loss::SquaredError => words::SQUARED,
    };
    let f1 = [c.tp, c.fp, c.fn_].map(|count| count.to_string());
    let lines: [(Word, String, String); 5] = [
        (words::PRECISION, of(c.tp, c.tp + c.fp), context.say(words::PRECISION_MEANS).to_owned()),
        (words::RECALL, of(c.tp, c.tp + c.fn_), context.say(words::RECALL_MEANS).to_owned()),
        (words::F1, format!("{:>9}", four(part.f1)), context.fill(words::F1_MEANS, &f1)),
        (loss, format!("{:>9}", four(part.loss)), asked.clone()),
        (words::AUC, format!("{:>9}", four(part.auc)), asked),
    ];
    let label = lines.iter().map(|(word, ..)| text::width(context.say(*word))).max();
    let x = 1 + label.unwrap_or(0) as u16;
    let wide = inner.width >= WITH_MEANING;
    let short = context.fill(words::OF_ROWS, &[part.loss_rows.to_string()]);
    for (row, (word, value, meaning)) in lines.iter().enumerate() {
        let name = context.say(*word);
        let y = top + row as u16;
        let mut pen = context.pen(inner);
        pen.text(1, y, name, theme.text);
        let end = pen.text(x, y, value, theme.text);
        let room = usize::from(inner.width.saturating_sub(end + 2));
        if row >= 3 || wide {
            let meaning_at = if wide { x + 19 } else { end + 1 };
            // A cut sentence is no meaning; the number alone says enough.
            let fits = text::width(meaning) <= room;
            let shown = if fits { meaning } else { &short };
            pen.text(meaning_at, y, shown, theme.muted);
        }
    }
}
