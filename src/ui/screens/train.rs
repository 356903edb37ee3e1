//! Train: how loss, accuracy and parameters came to be, who changed sides, and the runs side by side.
//!
//! ```text
//! ╭ Loss ────────┬ Flipped ───╮   narrow:  ╭ Loss ──────╮
//! │              │            │            │            │
//! ├ Accuracy ────┤            │            ├ Flipped ───┤
//! │              ├ Runs ──────┤            ╰────────────╯
//! ├ Parameters ──┤            │
//! ╰──────────────┴────────────╯
//! ```
//!
//! The same cursor crosses all plots and the time bar. On narrow screens the focused plot stands over
//! the ledger.

pub mod charts;
mod ledger;
mod race;
mod runs;

use ratatui::layout::Rect;

use super::super::context::Context;
use super::super::layout::{WIDE, side_by_side, stacked};
use crate::app::TrainPanel;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    if let Some(race) = context.app.core.race.as_ref() {
        return race::draw(context, area, race);
    }
    let focus = context.app.core.focus_on.train;
    if context.app.core.zoomed {
        draw_panels(context, vec![(focus, area)]);
        return;
    }
    if area.width < WIDE {
        let top = if focus == TrainPanel::Ledger { TrainPanel::Loss } else { focus };
        let ledger = (area.height / 3).clamp(7, 16);
        let [first, second] = stacked(area, [area.height + 1 - ledger, ledger]);
        draw_panels(context, vec![(top, first), (TrainPanel::Ledger, second)]);
        return;
    }
    let (left, right) = side_by_side(area, area.width * 3 / 5);
    let third = area.height.div_ceil(3);
    let [loss, accuracy, parameters] = stacked(left, [area.height + 2 - 2 * third, third, 0]);
    let runs_height = runs::height(context.app).min(area.height / 2);
    let [ledger, runs] = stacked(right, [area.height + 1 - runs_height, runs_height]);
    draw_panels(
        context,
        vec![
            (TrainPanel::Loss, loss),
            (TrainPanel::Accuracy, accuracy),
            (TrainPanel::Parameters, parameters),
            (TrainPanel::Ledger, ledger),
            (TrainPanel::Runs, runs),
        ],
    );
}

fn draw_panels(context: &mut Context<'_>, panels: Vec<(TrainPanel, Rect)>) {
    let frames = panels
        .iter()
        .map(|&(panel, area)| {
            let frame = match panel {
                TrainPanel::Ledger => ledger::frame(context),
                TrainPanel::Runs => runs::frame(context),
                TrainPanel::Loss => charts::loss_frame(context),
                TrainPanel::Accuracy => charts::accuracy_frame(context),
                TrainPanel::Parameters => charts::parameters_frame(context),
            };
            (panel, area, frame)
        })
        .collect();
    context.frames(frames);
    for (panel, area) in panels {
        match panel {
            TrainPanel::Ledger => ledger::draw(context, area),
            TrainPanel::Runs => runs::draw(context, area),
            TrainPanel::Loss => charts::loss(context, area),
            TrainPanel::Accuracy => charts::accuracy(context, area),
            TrainPanel::Parameters => charts::parameters(context, area),
        }
    }
}
