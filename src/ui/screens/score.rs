//! Score: how good the network is, honestly.

mod sweep;

use ratatui::layout::Rect;

use crate::app::Panel;
use crate::ui::context::Context;
use crate::ui::layout::side_by_side;
use crate::ui::widgets::panel::Panel as Frame;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let title = context.say(context.app.screen.title());
    let frame = Frame::new(context.theme, title);
    let (left, right) = side_by_side(area, area.width / 2);
    let sweep = sweep::frame(context);
    context.frames(vec![
        (Panel::Standing, left, frame),
        (Panel::Sweep, right, sweep),
    ]);
    sweep::draw(context, right);
}
