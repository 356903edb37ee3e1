//! The words of the program: a list of them, and what the chosen one means, with the numbers on the screen.

use crate::app::glossary::{self, GlossaryTerm};
use crate::app::popups::GlossaryPage;
use crate::app::popups::glossary::found;
use crate::explain::words::help as words;
use crate::ui::prelude::*;

/// Cells of the list of words.
const NAMES: u16 = 28;

/// Draws the popup.
pub fn draw(context: &mut Context<'_>, area: Rect, page: &GlossaryPage) {
    let (app, theme) = (context.app, context.theme);
    let terms = glossary::terms();
    let frame = Frame::new(theme, context.say(words::WORDS)).footer(context.say(words::WORDS_KEYS));
    let inside = super::parts::open(context, area, (84, 22), frame);
    context.text(inside.inset(), ":", theme.key);
    context.field(inside.from(3).less(1), &page.field, true);
    let list = inside.below(2);
    let found = found(app, page.field.text());
    let shown = window(page.selected, list.height.into(), found.len());
    context.hits.set_popup_page(shown.len());
    if found.is_empty() {
        return context.text(list.inset(), context.say(words::WORDS_EMPTY), theme.muted);
    }
    let selected = page.selected.min(found.len() - 1);
    context.scroll_mark(list, &shown, found.len());
    let title = |&at: &usize| TableRow::new([Span::styled(terms[at].title.text(app), theme.text)]);
    let rows: Vec<TableRow<'_>> = found[shown.clone()].iter().map(title).collect();
    let columns = [TableColumn::left(Constraint::Fill(1))];
    super::parts::choices(context, Rect { width: NAMES, ..list }, columns, rows, (shown.start, selected));
    let lines = explained(context, &terms[found[selected]], list.width.saturating_sub(NAMES + 3).into());
    context.lines(list.from(NAMES + 2), lines);
}

/// A word, what it means, and its formula.
pub(super) fn explained(context: &Context<'_>, term: &GlossaryTerm, width: usize) -> Vec<Line<'static>> {
    let (app, theme) = (context.app, context.theme);
    let mut lines = vec![Line::from(Span::styled(term.title.text(app), theme.heading))];
    lines.extend(text::wrapped(&term.text.text(app), width, theme.text));
    if let Some(formula) = term.formula(app) {
        lines.extend(text::wrapped(&formula, width, theme.sum));
    }
    lines
}
