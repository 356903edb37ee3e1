//! The words of the program: a list of them, and what the chosen one means, with the numbers on the screen.

use crate::app::glossary::{self, GlossaryTerm};
use crate::app::popups::GlossaryPage;
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
    let shown = window(page.selected, inside.height.into(), terms.len());
    context.hits.set_popup_page(shown.len());
    let names: Vec<String> = terms.iter().map(|term| term.title.text(app)).collect();
    let rows = shown.clone().map(|at| TableRow::new([Span::styled(names[at].clone(), theme.text)]));
    let columns = [TableColumn::left(Constraint::Fill(1))];
    super::parts::choices(context, Rect { width: NAMES, ..inside }, columns, rows, (shown.start, page.selected));
    let lines = explained(context, &terms[page.selected], inside.width.saturating_sub(NAMES + 3).into());
    context.lines(inside.from(NAMES + 2), lines);
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
