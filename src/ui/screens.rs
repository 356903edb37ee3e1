//! The screens, one file each.

pub mod beliefs;
pub mod explore;
mod gradients;
pub mod landscape;
mod recipe;
pub mod score;
pub mod train;

use crate::app::Screen;
use crate::ui::prelude::*;

/// Draws the screen that is on.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    match context.app.core.screen {
        Screen::Explore => explore::draw(context, area),
        Screen::Train => train::draw(context, area),
        Screen::Gradients => gradients::draw(context, area),
        Screen::Beliefs => beliefs::draw(context, area),
        Screen::Landscape => landscape::draw(context, area),
        Screen::Score => score::draw(context, area),
        Screen::Recipe => recipe::draw(context, area),
    }
}
