//! The lessons of the tour: which are done, what each is about, and what one can do after it.

use crate::app::popups::LessonMenu;
use crate::app::tour;
use crate::explain::words::tour as words;
use crate::ui::context::window;
use crate::ui::prelude::*;

/// Draws the lessons around the one under the cursor, its goal below them.
pub fn draw(context: &mut Context<'_>, area: Rect, menu: &LessonMenu) {
    let (app, theme) = (context.app, context.theme);
    let lessons = app.tour.lessons();
    let (guesses, right) = app.tour.progress.guesses();
    let mut frame = Frame::new(theme, context.say(words::MENU)).footer(context.say(words::MENU_KEYS));
    if guesses > 0 {
        frame = frame.info(context.fill(words::GUESSED, &[right.to_string(), guesses.to_string()]));
    }
    let inside = super::parts::open(context, area, (78, lessons.len() as u16 + 4), frame);
    let shown = window(menu.selected, inside.height.saturating_sub(2).into(), lessons.len());
    context.hits.set_popup_page(shown.len());
    context.scroll_mark(Rect { height: shown.len() as u16, ..inside }, &shown, lessons.len());
    let tallies: Vec<String> = lessons.iter().map(|lesson| tour::tally(app, lesson).unwrap_or_default()).collect();
    let widest = tallies.iter().map(|tally| text::width(tally) as u16).max().unwrap_or(0);
    let rows = shown.clone().map(|at| {
        let lesson = &lessons[at];
        let mark = if app.tour.progress.is_done(&lesson.name) { "✓" } else { "" };
        let number = if lesson.is_task { String::new() } else { (at + 1).to_string() };
        TableRow::new([
            Span::styled(number, theme.muted),
            Span::styled(mark, theme.right),
            Span::styled(lesson.name_listed(app), theme.text),
            Span::styled(tallies[at].clone(), theme.muted),
        ])
    });
    let columns = [
        TableColumn::right(Constraint::Length(2)),
        TableColumn::left(Constraint::Length(1)),
        TableColumn::left(Constraint::Fill(1)),
        TableColumn::right(Constraint::Length(widest)),
    ];
    let (above, below) = (shown.len() as u16, inside.below(shown.len() as u16));
    let first = shown.start;
    super::parts::choices(context, Rect { height: above, ..inside }, columns, rows, (first, menu.selected));
    if let Some(lesson) = lessons.get(menu.selected) {
        context.paragraph(below.inset(), &lesson.goal.text(app), theme.muted);
    }
}
