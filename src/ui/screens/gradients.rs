//! Gradients: one step of training, backwards through the network.
//!
//! ```text
//! 1 forward ─ 2 loss ─ 3 δ ─[4 gradient]─ 5 update     whose     narrow:  the same strip
//! ╭ Backward ────────┬ chain rule ─────╮                         ╭ chain ─┬ Steps ─╮
//! │                  │                 │                         │        │        │
//! ├ All parameters ──┼ Who pulls ──────┤                         ╰────────┴────────╯
//! ╰──────────────────┴─────────────────╯
//! ```
//!
//! The strip of micro-steps and whose gradient it is stay on every size; on narrow screens the picture
//! and the pulls have the screen to themselves while they have the focus.

mod backward;
mod chain;
pub mod pulls;
mod steps;
mod strip;

use ratatui::layout::Rect;

use super::super::context::Context;
use super::super::layout::{WIDE, side_by_side, stacked};
use crate::app::{App, GradientsPanel};

/// The rows a table keeps beside a tall picture, with its borders.
const LEAST_TABLE: u16 = 13;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let top = Rect { height: 1, ..area };
    strip::draw(context, top);
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let focus = context.app.core.focus_on.gradients;
    let panels = if context.app.core.zoomed {
        vec![(focus, area)]
    } else if area.width < WIDE {
        narrow(focus, area)
    } else {
        wide(context, area)
    };
    let frames = panels
        .iter()
        .map(|&(panel, area)| {
            let frame = match panel {
                GradientsPanel::Chain => chain::frame(context),
                GradientsPanel::Steps => steps::frame(context, area),
                GradientsPanel::Pulls => pulls::frame(context),
                GradientsPanel::Backward => backward::frame(context),
            };
            (panel, area, frame)
        })
        .collect();
    context.frames(frames);
    for (panel, area) in panels {
        match panel {
            GradientsPanel::Chain => chain::draw(context, area),
            GradientsPanel::Steps => steps::draw(context, area),
            GradientsPanel::Pulls => pulls::draw(context, area),
            GradientsPanel::Backward => backward::draw(context, area),
        }
    }
}

/// The chain beside the table; the picture or the pulls alone.
fn narrow(focus: GradientsPanel, area: Rect) -> Vec<(GradientsPanel, Rect)> {
    if matches!(focus, GradientsPanel::Backward | GradientsPanel::Pulls) {
        return vec![(focus, area)];
    }
    let (left, right) = side_by_side(area, area.width / 2 + 2);
    vec![(GradientsPanel::Chain, left), (GradientsPanel::Steps, right)]
}

/// All four: the picture over the table, the chain over the pulls.
fn wide(context: &Context<'_>, area: Rect) -> Vec<(GradientsPanel, Rect)> {
    let (left, right) = side_by_side(area, area.width * 4 / 7);
    let table = (area.height + 1).saturating_sub(backward::height(context.app));
    let table = steps::height(context.app, left.width).min(table.max(LEAST_TABLE));
    let picture = area.height + 1 - table;
    let [picture, table] = stacked(left, [picture, table]);
    let chain_height = chain::height(context, right.width).min(area.height - 8);
    let [chain, pulls] = stacked(right, [chain_height, area.height + 1 - chain_height]);
    vec![
        (GradientsPanel::Backward, picture),
        (GradientsPanel::Chain, chain),
        (GradientsPanel::Steps, table),
        (GradientsPanel::Pulls, pulls),
    ]
}

/// The mark of a check that agrees; in ASCII a tick would read as the letter v.
const fn agrees(app: &App) -> &'static str {
    if app.core.settings.ascii { "ok" } else { "✓" }
}
