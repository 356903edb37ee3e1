//! A number set by hand on a screen that has no pointer: the same lines in a popup at its foot, so that
//! the curves above it can be watched.

use crate::ui::prelude::*;
use crate::ui::screens::explore::{hand, place_name};
use crate::ui::widgets::popup;

/// Draws the popup at the foot of `area`.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    const SIZE: (u16, u16) = (80, 5);
    let foot = area.below(area.height.saturating_sub(SIZE.1));
    let frame = hand::frame(context, &place_name(context.app));
    let inside = super::parts::open_at(context, popup::centered(foot, SIZE.0, SIZE.1), frame);
    hand::draw(context, inside.inset());
}
