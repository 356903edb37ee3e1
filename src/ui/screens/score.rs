//! Score: how good the network is, honestly.
//!
//! ```text
//! ╭ Test rows ──┬ Confusion ┬ ROC ╮   very wide:  ╭ Test rows ┬ Confusion ┬ Calibration ╮
//! │             │           │     │               ├ Threshold ┼ ROC ──────┼ Histogram ──┤
//! ├ Threshold ──┼ Calibration ────┤               ├ By group ─┼ The missing half ───────┤
//! │             │                 │               ╰───────────┴─────────────────────────╯
//! ├ By group ───┼ The missing ────┤   narrow:     ╭ Test rows ──────╮
//! ╰─────────────┴─────────────────╯               ├ the focused one ┤
//!                                                 ╰─────────────────╯
//! ```
//!
//! All counts follow one threshold, one part of the list and one policy for missing ages, which are
//! the screen's own and are named on it. Calibration and histogram share a place where three panels
//! do not fit below each other.

mod calibration;
mod confusion;
mod groups;
mod histogram;
mod roc;
mod rows;
mod standing;
mod sweep;
mod threshold;

use ratatui::layout::Rect;

use crate::app::Panel;
use crate::app::score::Board;
use crate::ui::context::Context;
use crate::ui::layout::{VERY_WIDE, WIDE, side_by_side, stacked};
use crate::ui::widgets::panel::Panel as Frame;

/// Fewer rows than this do not hold three panels below each other.
const LEAST_FOR_ALL: u16 = 30;
/// From this height on three columns have three rows of panels.
const TALL: u16 = 44;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let Some(board) = app.board() else {
        return;
    };
    let focus = app.focus();
    let panels = if app.zoomed {
        vec![(focus, area)]
    } else if area.width >= VERY_WIDE && area.height >= TALL {
        very_wide(context, board, area)
    } else if area.width >= WIDE && area.height >= LEAST_FOR_ALL {
        wide(area, focus)
    } else {
        paged(context, board, area)
    };
    let frames = panels
        .iter()
        .map(|&(panel, area)| (panel, area, frame(context, board, panel, area.width)))
        .collect();
    context.frames(frames);
    for (panel, area) in panels {
        draw_panel(context, board, panel, area);
    }
}

/// Three columns.
fn very_wide(context: &Context<'_>, board: &Board, area: Rect) -> Vec<(Panel, Rect)> {
    let (left, right) = side_by_side(area, area.width * 2 / 5);
    let bottom = groups::height(context, board).clamp(12, 18);
    let top = standing::HEIGHT + 3;
    let heights = [top, area.height + 2 - top - bottom, bottom];
    let [standing, threshold, groups] = stacked(left, heights);
    let [upper, middle, sweep] = stacked(right, heights);
    let (confusion, calibration) = side_by_side(upper, right.width / 2);
    let (roc, histogram) = side_by_side(middle, right.width / 2);
    vec![
        (Panel::Standing, standing),
        (Panel::Threshold, threshold),
        (Panel::Groups, groups),
        (Panel::Confusion, confusion),
        (Panel::Calibration, calibration),
        (Panel::Roc, roc),
        (Panel::Histogram, histogram),
        (Panel::Sweep, sweep),
    ]
}

/// Two columns; the right one begins with two small panels.
fn wide(area: Rect, focus: Panel) -> Vec<(Panel, Rect)> {
    let (left, right) = side_by_side(area, area.width / 2 + 1);
    let top = if area.height > 40 {
        standing::HEIGHT + 2
    } else {
        standing::HEIGHT + 1
    };
    let bottom = ((area.height + 2 - top) / 2).min(17);
    let heights = [top, area.height + 2 - top - bottom, bottom];
    let [standing, threshold, groups] = stacked(left, heights);
    let [upper, middle, sweep] = stacked(right, heights);
    let (confusion, roc) = side_by_side(upper, right.width / 2 + 2);
    let spread = if focus == Panel::Histogram {
        Panel::Histogram
    } else {
        Panel::Calibration
    };
    vec![
        (Panel::Standing, standing),
        (Panel::Threshold, threshold),
        (Panel::Groups, groups),
        (Panel::Confusion, confusion),
        (Panel::Roc, roc),
        (spread, middle),
        (Panel::Sweep, sweep),
    ]
}

/// The intervals, and below them the focused panel; two of them where the terminal is wide.
fn paged(context: &Context<'_>, board: &Board, area: Rect) -> Vec<(Panel, Rect)> {
    let focus = context.app.focus();
    // A table that is whole with a sentence less above it takes that row.
    let wanted = match focus {
        Panel::Calibration => calibration::HEIGHT,
        Panel::Groups => groups::least_height(context, board),
        Panel::Sweep => sweep::least_height(context.app),
        _ => 0,
    };
    let free = (area.height + 1).saturating_sub(wanted);
    let top = free.clamp(standing::LEAST_HEIGHT, standing::HEIGHT);
    let [standing, page] = stacked(area, [top.min(area.height / 2 + 1), 0]);
    let shown = if focus == Panel::Standing {
        Panel::Threshold
    } else {
        focus
    };
    if area.width < WIDE {
        return vec![(Panel::Standing, standing), (shown, page)];
    }
    let beside = match shown {
        Panel::Threshold => Panel::Roc,
        Panel::Roc | Panel::Confusion => Panel::Threshold,
        Panel::Calibration => Panel::Histogram,
        Panel::Histogram => Panel::Calibration,
        Panel::Groups => Panel::Confusion,
        _ => Panel::Groups,
    };
    let (left, right) = side_by_side(page, page.width / 2 + 1);
    vec![(Panel::Standing, standing), (shown, left), (beside, right)]
}

fn frame<'a>(context: &Context<'a>, board: &Board, panel: Panel, width: u16) -> Frame<'a> {
    match panel {
        Panel::Threshold => threshold::frame(context, board),
        Panel::Confusion => confusion::frame(context),
        Panel::Roc => roc::frame(context, board, width),
        Panel::Calibration => calibration::frame(context, board),
        Panel::Histogram => histogram::frame(context, board),
        Panel::Groups => groups::frame(context, board),
        Panel::Sweep => sweep::frame(context),
        _ => standing::frame(context),
    }
}

fn draw_panel(context: &mut Context<'_>, board: &Board, panel: Panel, area: Rect) {
    match panel {
        Panel::Threshold => threshold::draw(context, board, area),
        Panel::Confusion => confusion::draw(context, board, area),
        Panel::Roc => roc::draw(context, board, area),
        Panel::Calibration => calibration::draw(context, board, area),
        Panel::Histogram => histogram::draw(context, board, area),
        Panel::Groups => groups::draw(context, board, area),
        Panel::Sweep => sweep::draw(context, area),
        _ => standing::draw(context, board, area),
    }
}
