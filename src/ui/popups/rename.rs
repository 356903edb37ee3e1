//! The name of a run.

use crate::app::popups::RenameLine;
use crate::explain::words::runs as words;
use crate::ui::prelude::*;

/// Draws the line, and whether another run has that name.
pub fn draw(context: &mut Context<'_>, area: Rect, line: &RenameLine) {
    let theme = context.theme;
    let name = context.app.core.runs.get(line.run).map_or_else(String::new, |slot| slot.run.name.clone());
    let frame = Frame::new(theme, context.fill(words::RENAME_TITLE, &[name])).footer(context.say(words::RENAME_KEYS));
    let inside = super::parts::open(context, area, (56, 5), frame).inset();
    context.field(inside, &line.field, true);
    let (word, style) = if line.taken { (words::NAME_TAKEN, theme.notice) } else { (words::RENAME_HINT, theme.muted) };
    context.text(inside.below(2), context.say(word), style);
}
