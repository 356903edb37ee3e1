//! A number set by hand on a screen that has no pointer: the same lines in a popup at its foot, so that
//! the curves above it can be watched.

use ratatui::layout::Rect;

use crate::app::Target;
use crate::ui::context::Context;
use crate::ui::screens::explore::{hand, place_name};
use crate::ui::widgets::popup;

/// Draws the popup at the foot of `area`.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    const SIZE: (u16, u16) = (80, 5);
    let width = SIZE.0.min(area.width);
    let at = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.bottom().saturating_sub(SIZE.1),
        width,
        height: SIZE.1.min(area.height),
    };
    let place = place_name(context.app);
    let frame = hand::frame(context, &place).focused(true);
    let inside = popup::draw(&frame, at, context.buf);
    context.note(at, Target::Overlay);
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    hand::draw(context, inside);
}
