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
pub mod relief;

use crate::app::LandscapePanel;
use crate::ui::layout::{side_by_side, stacked};
use crate::ui::prelude::*;

/// From this width on both maps stand side by side.
const BOTH: u16 = 100;
/// The rows of the foot with its borders, and from how many rows of the screen on it has one more.
const FOOT: u16 = 5;
const ROOMY: u16 = 30;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let foot = FOOT + u16::from(area.height >= ROOMY);
    let [top, below] = stacked(area, [area.height + 1 - foot, 0]);
    let panes = if area.width < BOTH || context.app.core.zoomed {
        vec![pane(context.app.core.focus_on.landscape, top), Pane::still(below, foot::frame_below_one, foot::draw)]
    } else {
        let (left, right) = side_by_side(top, area.width / 2 + 1);
        let foot = Pane::still(below, foot::frame_below_two, foot::draw);
        vec![pane(LandscapePanel::Landscape, left), pane(LandscapePanel::Beside, right), foot]
    };
    context.panes(&panes);
}

fn pane(panel: LandscapePanel, area: Rect) -> Pane {
    match panel {
        LandscapePanel::Landscape => Pane::new(
            panel,
            area,
            |context, area| map::frame(context, LandscapePanel::Landscape, area),
            |context, inner| map::draw(context, LandscapePanel::Landscape, inner),
        ),
        LandscapePanel::Beside => Pane::new(
            panel,
            area,
            |context, area| map::frame(context, LandscapePanel::Beside, area),
            |context, inner| map::draw(context, LandscapePanel::Beside, inner),
        ),
    }
}
