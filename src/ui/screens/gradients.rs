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
//! and the pulls have the screen to themselves while they have the focus, and the picture stands above where rows are left.

mod backward;
mod chain;
mod pulls;
mod steps;
mod strip;

use crate::app::present::covers;
use crate::app::{App, GradientsPanel};
use crate::explain::update::Stage;
use crate::ui::layout::{WIDE, side_by_side, stacked};
use crate::ui::prelude::*;

/// The rows a table keeps beside a tall picture, with its borders.
const LEAST_TABLE: u16 = 13;
/// On so many rows the picture has two fifths of them, be the network ever so low, and these at the least.
const MANY_ROWS: u16 = 50;
/// See [`MANY_ROWS`].
const TALL: u16 = 22;

/// Rows of chain and table below the picture on a narrow screen, with their borders: in the first step, which the picture
/// tells, and in the others.
const LEAST_PANEL: u16 = 8;
/// See [`LEAST_PANEL`].
const LEAST_CHAIN: u16 = 14;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    if covers(context.app, context.app.core.focus()) {
        return context.panes(&[pane(context.app.core.focus_on.gradients, area)]);
    }
    strip::draw(context, area.row(0));
    let area = area.below(1);
    let focus = context.app.core.focus_on.gradients;
    let panes = if context.app.core.zoomed {
        zoomed(context, focus, area)
    } else if area.width < WIDE {
        narrow(context, focus, area)
    } else {
        wide(context, area)
    };
    context.panes(&panes);
}

fn pane(panel: GradientsPanel, area: Rect) -> Pane {
    match panel {
        GradientsPanel::Chain => Pane::new(panel, area, chain::frame, chain::draw),
        GradientsPanel::Steps => Pane::new(panel, area, steps::frame, steps::draw),
        GradientsPanel::Pulls => Pane::new(panel, area, pulls::frame, pulls::draw),
        GradientsPanel::Backward => Pane::new(panel, area, backward::frame, backward::draw),
    }
}

/// The focused panel alone; the chain below the picture it walks through, where there is room for both.
fn zoomed(context: &Context<'_>, focus: GradientsPanel, area: Rect) -> Vec<Pane> {
    let chain = chain::height(context, area.width);
    if focus != GradientsPanel::Chain || area.height < chain + backward::height(context.app) {
        return vec![pane(focus, area)];
    }
    let [picture, chain] = stacked(area, [area.height + 1 - chain, 0]);
    vec![pane(GradientsPanel::Backward, picture), pane(focus, chain)]
}

/// The chain beside the table, below the picture where that leaves them rows; the picture or the pulls alone.
fn narrow(context: &Context<'_>, focus: GradientsPanel, area: Rect) -> Vec<Pane> {
    if matches!(focus, GradientsPanel::Backward | GradientsPanel::Pulls) {
        return vec![pane(focus, area)];
    }
    let height = backward::height(context.app);
    let below = if context.app.screens.gradients.stage == Stage::Forward { LEAST_PANEL } else { LEAST_CHAIN };
    let has_picture = height + below <= area.height + 1;
    let [picture, below] = stacked(area, [if has_picture { height } else { 1 }, 0]);
    let (left, right) = side_by_side(below, below.width / 2 + 2);
    let mut panes = vec![pane(GradientsPanel::Chain, left), pane(GradientsPanel::Steps, right)];
    panes.extend(has_picture.then(|| pane(GradientsPanel::Backward, picture)));
    panes
}

/// All four: the picture over the table, the chain over the pulls.
fn wide(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    // So that eight neurons have their names, and their numbers all decimals.
    let (left, right) = side_by_side(area, area.width * 3 / 5 + 2);
    let picture = if area.height >= MANY_ROWS { (area.height * 2 / 5).max(TALL) } else { 0 };
    let table = (area.height + 1).saturating_sub(backward::height(context.app).max(picture));
    let table = steps::height(context.app, left.width).min(table.max(LEAST_TABLE));
    let [picture, table] = stacked(left, [area.height + 1 - table, 0]);
    let chain = chain::height(context, right.width).min(area.height - 8);
    let [chain, pulls] = stacked(right, [chain, 0]);
    vec![
        pane(GradientsPanel::Backward, picture),
        pane(GradientsPanel::Chain, chain),
        pane(GradientsPanel::Steps, table),
        pane(GradientsPanel::Pulls, pulls),
    ]
}

/// The mark of a check that agrees; in ASCII a tick would read as the letter v.
const fn agrees(app: &App) -> &'static str {
    if app.core.settings.ascii { "ok" } else { "✓" }
}
