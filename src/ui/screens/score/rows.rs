//! What several panels of the screen say alike: which rows, which threshold, which policy.

use crate::analysis::score::Count;
use crate::app::App;
use crate::app::screens::score::Board;
use crate::explain::words::score as words;
use crate::training::SplitRule;
use crate::ui::prelude::*;

/// Both networks with all their counts, which are ready before a frame is drawn.
pub fn board<'a>(context: &Context<'a>) -> &'a Board {
    context.app.screens.score.board(&context.app.core).expect("the screen is drawn with one")
}

/// A threshold in thousandths: `0.500`.
pub fn cut(cut: u16) -> String {
    numbers::decimal(crate::app::screens::score::threshold(cut), 3)
}

/// `Test rows 601–891`, or that there are none.
pub fn title(context: &Context<'_>) -> String {
    let app = context.app;
    let (split, all) = (app.core.run().split(), app.core.list.len());
    let (train, on_train) = (split.train_rows(), app.screens.score.on_train);
    let (from, to) = if on_train { (1, train) } else { (train + split.held_out() + 1, all) };
    // Rows held out are drawn from those that would train; the test rows stand where they stood.
    let is_drawn = if on_train { !split.is_first() } else { app.core.run().recipe().split != SplitRule::First };
    match (on_train, from > to) {
        (_, false) if is_drawn => {
            let word = if on_train { words::TRAIN_DRAWN } else { words::TEST_DRAWN };
            context.fill(word, &[(to + 1 - from).to_string()])
        }
        (true, false) => context.fill(words::TRAIN_ROWS, &[from.to_string(), to.to_string()]),
        (false, false) => context.fill(words::TEST_ROWS, &[from.to_string(), to.to_string()]),
        (true, true) => context.say(words::NO_TRAINING_ROWS).to_owned(),
        (false, true) => context.say(words::NO_TEST_ROWS).to_owned(),
    }
}

/// Over how many people what needs a p is taken: `240 with an age`, `291 rows`.
pub fn asked(context: &Context<'_>, board: &Board) -> String {
    let part = context.app.screens.score.part(&board.counted.score);
    let word = if part.loss_rows == part.total { words::OF_ROWS } else { words::WITH_AGE };
    context.fill(word, &[part.loss_rows.to_string()])
}

/// How many digits a count of the people shown may have.
pub(super) fn digits(context: &Context<'_>) -> usize {
    context.app.screens.score.part(&board(context).counted.score).total.to_string().len()
}

/// The count of a network on the rows shown, at the threshold.
pub(super) fn count_at(app: &App, judged: &crate::app::screens::score::Judged, threshold: f64) -> Count {
    let confusion = app.screens.score.part(&judged.cuts).confusion(threshold);
    Count { correct: confusion.correct(), total: confusion.total() }
}

/// `213/291`.
pub fn count(count: Count) -> String {
    numbers::count(count.correct as usize, count.total as usize)
}

/// `73.20 %`.
pub fn percent(count: Count) -> String {
    numbers::percent(count.correct as usize, count.total as usize)
}
