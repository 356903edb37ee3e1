//! Landscape: the loss over two parameters, with the path of training.

use ratatui::layout::Rect;

use crate::app::Panel;
use crate::ui::context::Context;
use crate::ui::widgets::panel::Panel as Frame;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let title = context.say(context.app.screen.title());
    let frame = Frame::new(context.theme, title);
    context.frames(vec![(Panel::Landscape, area, frame)]);
}
