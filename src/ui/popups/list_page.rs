//! What was found in the file of the list: how it is written, what was taken for what, and what is missing.

use crate::explain::list_report;
use crate::explain::words::list as words;
use crate::ui::prelude::*;

/// Cells of the text.
const WIDTH: u16 = 74;

/// Draws the popup.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let language = app.core.settings.language;
    let mut report = list_report::lines(language, &app.core.list);
    report.push(list_report::split(language, app.core.run()));
    let lines: Vec<_> = report.iter().flat_map(|line| text::wrapped(line, WIDTH.into(), theme.text)).collect();
    let frame = Frame::new(theme, context.say(words::FOUND_TITLE)).footer(context.say(words::FOUND_KEYS));
    let inside = super::parts::open(context, area, (WIDTH + 4, lines.len() as u16 + 2), frame);
    context.lines(inside.inset(), lines);
}
