//! The missing half of the post: hidden widths over seeds, beside the author's unpublished bars.

use ratatui::layout::Rect;

use crate::app::words::score as words;
use crate::ui::context::Context;
use crate::ui::widgets::panel::Panel as Frame;

/// The border of the panel.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    Frame::new(context.theme, context.say(words::SWEEP))
}

/// The table of widths inside it.
pub fn draw(_context: &mut Context<'_>, _area: Rect) {}
