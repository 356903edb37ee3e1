//! A closer look: everything that is seen of the run at the cursor, with its numbers and what to do.

use crate::explain::observation;
use crate::explain::words::diagnosis as words;
use crate::ui::prelude::*;

/// Cells of the text.
const WIDTH: u16 = 74;

/// Draws the popup.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let wrapped = |words: &str, style| text::wrapped(words, WIDTH.into(), style);
    let (run, all, settings) = (app.core.run(), app.core.shown().observations(), &app.core.settings);
    let mut lines = observation::calm(settings.language, &settings.keyed, run, all)
        .map_or_else(Vec::new, |words| wrapped(&words, theme.text));
    for seen in all {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let (sign, style) = if observation::warns(seen) { ("! ", theme.notice) } else { ("", theme.now) };
        lines.extend(wrapped(&format!("{sign}{}", observation::line(settings.language, run, seen)), style));
        lines.extend(wrapped(&observation::why(settings.language, &settings.keyed, run, seen), theme.text));
    }
    let title = context.fill(words::TITLE, &[numbers::whole(app.core.run().epoch())]);
    let frame = Frame::new(theme, title).footer(context.say(words::CLOSES));
    let inside = super::parts::open(context, area, (WIDTH + 4, lines.len() as u16 + 2), frame);
    context.lines(inside.inset(), lines);
}
