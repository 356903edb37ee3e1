//! A number in the hand: what it is, what it was, how far a key moves it, and how many people the
//! network is right about. Stands in the pointer's place, or in a popup where there is no pointer.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::analysis::Baselines;
use crate::app::commands::editing;
use crate::app::core::edit::{Edit, Problem};
use crate::explain::numbers;
use crate::explain::words::edit as words;
use crate::training::Part;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;
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
    let theme = *context.theme;
    let shown = numbers::full(edit.hold().value());
    let (typed, cursor) = edit.typed().map_or((shown.as_str(), shown.len()), |field| (field.text(), field.cursor()));
    let field = Rect { width: FIELD.min(area.width), height: 1, ..area };
    TextFieldView::new(typed, cursor, theme.now).cursor(theme.pointer).render(field, context.buf);
    let beside = usize::from(area.width.saturating_sub(FIELD + 1));
    let (about, style) = match problem(context, edit) {
        Some(problem) if edit.problem() == Some(Problem::Unfinished) => (problem, theme.muted),
        Some(problem) => (problem, theme.notice),
        None => {
            let start = numbers::full(edit.hold().start);
            (context.fill(words::WAS, &[start]), theme.muted)
        }
    };
    let about = text::cut(&about, beside).into_owned();
    context.pen(area).text(FIELD + 1, 0, &about, style);
    let step = edit.hold().step;
    let steps = [step, step * 10.0, step * 100.0].map(|step| numbers::compact(step, 8));
    let steps = context.fill(words::STEPS, &steps);
    let goal = best_and_goal(context, edit);
    let mut pen = context.pen(area);
    pen.text(0, 1, &steps, theme.key_hint);
    if area.height > 2 {
        let counts = counts(context);
        let mut pen = context.pen(area);
        let end = pen.text(0, 2, &counts, theme.now);
        pen.text(end + 3, 2, &goal, theme.text);
    } else {
        pen.right(1, 0, &goal, theme.text);
    }
}

fn problem(context: &Context<'_>, edit: &Edit) -> Option<String> {
    let word = match edit.problem()? {
        Problem::Unfinished => words::UNFINISHED,
        Problem::NoNumber => words::NO_NUMBER,
        Problem::TooLarge => words::TOO_LARGE,
        Problem::Overflows => words::OVERFLOWS,
    };
    let typed = edit.typed().map_or("", |field| field.text());
    Some(context.fill(word, &[text::cut(typed, 12)]))
}

fn counts(context: &Context<'_>) -> String {
    let metrics = context.app.core.run().metrics();
    let count = |part: Part| numbers::count(part.correct as usize, part.total as usize);
    context.fill(words::COUNTS, &[count(metrics.train), count(metrics.test)])
}

fn best_and_goal(context: &Context<'_>, edit: &Edit) -> String {
    let best = editing::best_by_hand(&context.app.core).max(edit.best()).unwrap_or(0);
    let rule = Baselines::new(context.app.core.run()).women_live.test.correct;
    context.fill(words::BEST_AND_GOAL, &[best.to_string(), rule.to_string()])
}
