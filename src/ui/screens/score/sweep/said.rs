//! What there is to say under the table of widths: one width in full, how ours came about, and what is
//! not claimed.

use ratatui::style::Style;

use super::author;
use crate::analysis::sweep::spread;
use crate::explain::numbers;
use crate::explain::words::sweep as words;
use crate::ui::context::Context;

/// The width under the cursor in full, how ours came about, and what is not claimed.
pub(super) fn sentences(context: &Context<'_>) -> Vec<(String, Style)> {
    let app = context.app;
    let theme = context.theme;
    let engine = &app.screens.score.sweep.engine;
    let plan = engine.plan();
    let width = plan.widths[app.screens.score.sweep.row];
    let outcomes = engine.outcomes(app.screens.score.sweep.row);
    let mut sentences = Vec::new();
    let test = spread(outcomes.iter().map(|outcome| outcome.test.0));
    let train = spread(outcomes.iter().map(|outcome| outcome.train.0));
    if let (Some((test, least, most)), Some((train, ..)), Some(any)) = (test, train, outcomes.first()) {
        let dead: usize = outcomes.iter().map(|outcome| outcome.dead).sum();
        let values = [
            width.to_string(),
            numbers::full(test),
            any.test.1.to_string(),
            least.to_string(),
            most.to_string(),
            numbers::full(train),
            any.train.1.to_string(),
            dead.to_string(),
            (width * outcomes.len()).to_string(),
        ];
        sentences.push((context.fill(words::DETAIL, &values), theme.text));
    }
    if let Some((_, train, test)) = author(app, width) {
        let count = |percent: f64, rows: f64| (percent * rows / 100.0).round() as u32;
        let counts = (count(train, 600.0), count(test, 291.0));
        let values = [counts.0.to_string(), counts.1.to_string()];
        let mut his = context.fill(words::HIS, &values);
        his += match counts {
            (364, 185) => context.say(words::HIS_DIED),
            (475, 226) => context.say(words::HIS_WOMEN),
            _ => context.say(words::HIS_NEITHER),
        };
        sentences.push((his, theme.text));
    }
    let recipe = [plan.epochs.to_string(), plan.seeds.to_string()];
    sentences.push((context.fill(words::RECIPE, &recipe), theme.muted));
    if app.core.list.is_embedded() {
        sentences.push((context.say(words::HONEST).to_owned(), theme.muted));
    }
    sentences
}
