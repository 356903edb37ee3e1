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
mod parameters;
mod race;
mod runs;

use crate::app::TrainPanel;
use crate::ui::layout::{WIDE, side_by_side, stacked};
use crate::ui::prelude::*;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    match context.app.core.race.as_ref() {
        Some(race) => race::draw(context, area, race),
        None => context.panes(&panes(context, area)),
    }
}

fn pane(panel: TrainPanel, area: Rect) -> Pane {
    match panel {
        TrainPanel::Ledger => Pane::new(panel, area, ledger::frame, ledger::draw),
        TrainPanel::Runs => Pane::new(panel, area, runs::frame, runs::draw),
        TrainPanel::Loss => Pane::new(panel, area, charts::loss_frame, charts::loss),
        TrainPanel::Accuracy => Pane::new(panel, area, charts::accuracy_frame, charts::accuracy),
        TrainPanel::Parameters => Pane::new(panel, area, parameters::frame, parameters::draw),
    }
}

/// The focused panel alone; the runs with the losses they are measured by below them.
fn zoomed(context: &Context<'_>, focus: TrainPanel, area: Rect) -> Vec<Pane> {
    if focus != TrainPanel::Runs {
        return vec![pane(focus, area)];
    }
    let [runs, loss] = stacked(area, [runs::height(context.app).min(area.height / 2), 0]);
    vec![pane(focus, runs), pane(TrainPanel::Loss, loss)]
}

fn panes(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    let focus = context.app.core.focus_on.train;
    if context.app.core.zoomed {
        return zoomed(context, focus, area);
    }
    if area.width < WIDE {
        let top = if focus == TrainPanel::Ledger { TrainPanel::Loss } else { focus };
        let ledger = (area.height / 3).clamp(7, 16);
        let [first, second] = stacked(area, [area.height + 1 - ledger, ledger]);
        return vec![pane(top, first), pane(TrainPanel::Ledger, second)];
    }
    let (left, right) = side_by_side(area, area.width * 4 / 7);
    let third = area.height.div_ceil(3);
    let [loss, accuracy, parameters] = stacked(left, [area.height + 2 - 2 * third, third, 0]);
    let runs_height = runs::height(context.app).min(area.height / 2);
    let [ledger, runs] = stacked(right, [area.height + 1 - runs_height, runs_height]);
    vec![
        pane(TrainPanel::Loss, loss),
        pane(TrainPanel::Accuracy, accuracy),
        pane(TrainPanel::Parameters, parameters),
        pane(TrainPanel::Ledger, ledger),
        pane(TrainPanel::Runs, runs),
    ]
}
