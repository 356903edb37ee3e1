//! A line typed in front of a class.

use crate::app::popups::ClassLine;
use crate::explain::words::present as words;
use crate::ui::prelude::*;
use crate::ui::widgets::popup;

/// Draws the line, and how it is read.
pub fn draw(context: &mut Context<'_>, area: Rect, line: &ClassLine) {
    const SIZE: (u16, u16) = (64, 5);
    let theme = context.theme;
    let title = context.say(if line.is_note { words::NOTE_TITLE } else { words::HANDS_TITLE });
    let frame = Frame::new(theme, title).footer(context.say(words::LINE_KEYS));
    // At the foot, so that what the class looks at stays in sight.
    let foot = area.below(area.height.saturating_sub(SIZE.1));
    let inside = super::parts::open_at(context, popup::centered(foot, SIZE.0, SIZE.1), frame).inset();
    context.field(inside, &line.field, true);
    let hint = match line.hands().filter(|_| !line.is_note) {
        Some(hands) => context.fill(words::HANDS_READ, &hands.map(|count| count.to_string())),
        None => context.say(if line.is_note { words::NOTE_HINT } else { words::HANDS_HINT }).to_owned(),
    };
    context.text(inside.below(2), hint, theme.muted);
}
