//! Landscape: the true training loss over two parameters, the path of training on it, and the same for the
//! other scaling.
//!
//! ```text
//! ╭ Raw: a ravine ──┬ Scaled: a bowl ─╮   narrow: one of the maps, Tab swaps
//! │ map             │ map             │
//! ├─────────────────┴─────────────────┤
//! │ both compared; here; what is what │
//! ╰───────────────────────────────────╯
//! ```

pub mod compare;
mod foot;
pub mod map;
pub mod names;

use ratatui::layout::Rect;

use crate::app::{LandscapePanel, Target};
use crate::ui::context::Context;
use crate::ui::layout::{side_by_side, stacked};
use crate::ui::widgets::panel::{Panel as Frame, draw_all};

/// From this width on both maps stand side by side.
const BOTH: u16 = 100;
/// The rows of the foot with its borders, and from how many rows of the screen on it has one more.
const FOOT: u16 = 5;
const ROOMY: u16 = 30;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let foot = FOOT + u16::from(area.height >= ROOMY);
    let [top, below] = stacked(area, [area.height + 1 - foot, foot]);
    let maps = if area.width < BOTH || context.app.core.zoomed {
        vec![(context.app.core.focus_on.landscape, top)]
    } else {
        let (left, right) = side_by_side(top, area.width / 2 + 1);
        vec![(LandscapePanel::Landscape, left), (LandscapePanel::Beside, right)]
    };
    let focus = context.app.core.focus_on.landscape;
    let mut frames: Vec<(Rect, Frame<'_>)> = Vec::new();
    for &(panel, at) in &maps {
        context.note(at, Target::Panel(panel.into()));
        frames.push((at, map::frame(context, panel).focused(panel == focus)));
    }
    let room = if maps.len() == 1 { below.width / 4 * 3 } else { below.width / 2 };
    frames.push((below, foot::frame(context, room.saturating_sub(7))));
    draw_all(&frames, context.buf);
    for (panel, at) in maps {
        map::draw(context, panel, Frame::inner(at));
    }
    foot::draw(context, Frame::inner(below));
}
