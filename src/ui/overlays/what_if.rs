//! What if: a person of one's own, and the network's answer to them.

use ratatui::layout::Rect;

use crate::app::words::what_if as words;
use crate::ui::context::Context;

/// Draws the popup.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let title = context.say(words::TITLE);
    super::open(context, area, (78, 21), title, "");
}
