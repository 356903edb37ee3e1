//! A number in the hand: what it is, what it was, how far a key moves it, and how many people the
//! network is right about. Stands in the pointer's place, or in a popup where there is no pointer.

use crate::analysis::Baselines;
use crate::app::commands::editing;
use crate::app::core::edit::{Editor, NumberProblem};
use crate::explain::words::edit as words;
use crate::training::Part;
use crate::ui::prelude::*;
use crate::ui::widgets::text_field::TextFieldView;

/// Cells for the number; more than any number takes.
const FIELD: u16 = 26;

/// The border: which number, and how it is left.
pub fn frame<'a>(context: &Context<'a>, place: &str) -> Frame<'a> {
    let title = context.fill(words::TITLE, &[place]);
    Frame::new(context.theme, title).info(context.say(words::KEYS))
}

/// Two rows, or three where there are three.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let Some(edit) = context.app.core.edit.as_ref() else {
        return;
    };
    let theme = context.theme;
    let shown = numbers::full(edit.hold().value());
    let (typed, cursor) = edit.typed().map_or((shown.as_str(), shown.len()), |field| (field.text(), field.cursor()));
    let view = TextFieldView::new(typed, cursor, theme.now).cursor(theme.pointer);
    context.draw(view, Rect { width: FIELD.min(area.width), ..area.row(0) });
    let (about, style) = match problem(context, edit) {
        Some(problem) if edit.problem() == Some(NumberProblem::Unfinished) => (problem, theme.muted),
        Some(problem) => (problem, theme.notice),
        None => (context.fill(words::WAS, &[numbers::full(edit.hold().start)]), theme.muted),
    };
    let beside = area.from(FIELD + 1);
    context.text(beside, text::cut(&about, beside.width.into()), style);
    let steps = [1.0, 10.0, 100.0].map(|times| numbers::compact(edit.hold().step * times, 8));
    context.text(area.below(1), context.fill(words::STEPS, &steps), theme.key_hint);
    let goal = best_and_goal(context, edit);
    if area.height > 2 {
        let counts = Span::styled(counts(context), theme.now);
        context.line(area.below(2), Line::from_iter([counts, Span::raw("   "), Span::styled(goal, theme.text)]));
    } else {
        context.text_at_right(area.below(1), goal, theme.text);
    }
}

fn problem(context: &Context<'_>, edit: &Editor) -> Option<String> {
    let word = match edit.problem()? {
        NumberProblem::Unfinished => words::UNFINISHED,
        NumberProblem::NoNumber => words::NO_NUMBER,
        NumberProblem::TooLarge => words::TOO_LARGE,
        NumberProblem::Overflows => words::OVERFLOWS,
    };
    let typed = edit.typed().map_or("", |field| field.text());
    Some(context.fill(word, &[text::cut(typed, 12)]))
}

fn counts(context: &Context<'_>) -> String {
    let metrics = context.app.core.run().metrics();
    let count = |part: Part| numbers::count(part.correct as usize, part.total as usize);
    context.fill(words::COUNTS, &[count(metrics.train), count(metrics.test)])
}

fn best_and_goal(context: &Context<'_>, edit: &Editor) -> String {
    let best = editing::best_by_hand(&context.app.core).max(edit.best()).unwrap_or(0);
    let rule = Baselines::new(context.app.core.run()).women_live.test.correct;
    context.fill(words::BEST_AND_GOAL, &[best.to_string(), rule.to_string()])
}
