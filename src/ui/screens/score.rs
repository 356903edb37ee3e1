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
pub mod roc;
mod rows;
mod standing;
mod sweep;
mod threshold;

use ratatui::layout::Rect;

use crate::app::ScorePanel;
use crate::app::screens::score::Board;
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
    let Some(board) = app.screens.score.board(&app.core) else {
        return;
    };
    let focus = app.core.focus_on.score;
    let panels = if app.core.zoomed {
        vec![(focus, area)]
    } else if area.width >= VERY_WIDE && area.height >= TALL {
        very_wide(context, board, area)
    } else if area.width >= WIDE && area.height >= LEAST_FOR_ALL {
        wide(area, focus)
    } else {
        paged(context, board, area)
    };
    let frames = panels.iter().map(|&(panel, area)| (panel, area, frame(context, board, panel, area.width))).collect();
    context.frames(frames);
    for (panel, area) in panels {
        draw_panel(context, board, panel, area);
    }
}

/// Three columns.
fn very_wide(context: &Context<'_>, board: &Board, area: Rect) -> Vec<(ScorePanel, Rect)> {
    let (left, right) = side_by_side(area, area.width * 2 / 5);
    let bottom = groups::height(context, board).clamp(12, 18);
    let top = standing::HEIGHT + 3;
    let heights = [top, area.height + 2 - top - bottom, bottom];
    let [standing, threshold, groups] = stacked(left, heights);
    let [upper, middle, sweep] = stacked(right, heights);
    let (confusion, calibration) = side_by_side(upper, right.width / 2);
    let (roc, histogram) = side_by_side(middle, right.width / 2);
    vec![
        (ScorePanel::Standing, standing),
        (ScorePanel::Threshold, threshold),
        (ScorePanel::Groups, groups),
        (ScorePanel::Confusion, confusion),
        (ScorePanel::Calibration, calibration),
        (ScorePanel::Roc, roc),
        (ScorePanel::Histogram, histogram),
        (ScorePanel::Sweep, sweep),
    ]
}

/// Two columns; the right one begins with two small panels.
fn wide(area: Rect, focus: ScorePanel) -> Vec<(ScorePanel, Rect)> {
    let (left, right) = side_by_side(area, area.width / 2 + 1);
    let top = if area.height > 40 { standing::HEIGHT + 2 } else { standing::HEIGHT + 1 };
    let bottom = ((area.height + 2 - top) / 2).min(17);
    let heights = [top, area.height + 2 - top - bottom, bottom];
    let [standing, threshold, groups] = stacked(left, heights);
    let [upper, middle, sweep] = stacked(right, heights);
    let (confusion, roc) = side_by_side(upper, right.width / 2 + 2);
    let spread = if focus == ScorePanel::Histogram { ScorePanel::Histogram } else { ScorePanel::Calibration };
    vec![
        (ScorePanel::Standing, standing),
        (ScorePanel::Threshold, threshold),
        (ScorePanel::Groups, groups),
        (ScorePanel::Confusion, confusion),
        (ScorePanel::Roc, roc),
        (spread, middle),
        (ScorePanel::Sweep, sweep),
    ]
}

/// The intervals, and below them the focused panel; two of them where the terminal is wide.
fn paged(context: &Context<'_>, board: &Board, area: Rect) -> Vec<(ScorePanel, Rect)> {
    let focus = context.app.core.focus_on.score;
    // A table that is whole with a sentence less above it takes that row.
    let wanted = match focus {
        ScorePanel::Calibration => calibration::HEIGHT,
        ScorePanel::Groups => groups::least_height(context, board),
        ScorePanel::Sweep => sweep::least_height(context.app),
        ScorePanel::Standing
        | ScorePanel::Threshold
        | ScorePanel::Confusion
        | ScorePanel::Roc
        | ScorePanel::Histogram => 0,
    };
    let free = (area.height + 1).saturating_sub(wanted);
    let top = free.clamp(standing::LEAST_HEIGHT, standing::HEIGHT);
    let [standing, page] = stacked(area, [top.min(area.height / 2 + 1), 0]);
    let shown = if focus == ScorePanel::Standing { ScorePanel::Threshold } else { focus };
    if area.width < WIDE {
        return vec![(ScorePanel::Standing, standing), (shown, page)];
    }
    let beside = match shown {
        ScorePanel::Threshold => ScorePanel::Roc,
        ScorePanel::Roc | ScorePanel::Confusion => ScorePanel::Threshold,
        ScorePanel::Calibration => ScorePanel::Histogram,
        ScorePanel::Histogram => ScorePanel::Calibration,
        ScorePanel::Groups => ScorePanel::Confusion,
        ScorePanel::Standing | ScorePanel::Sweep => ScorePanel::Groups,
    };
    let (left, right) = side_by_side(page, page.width / 2 + 1);
    vec![(ScorePanel::Standing, standing), (shown, left), (beside, right)]
}

fn frame<'a>(context: &Context<'a>, board: &Board, panel: ScorePanel, width: u16) -> Frame<'a> {
    match panel {
        ScorePanel::Threshold => threshold::frame(context, board),
        ScorePanel::Confusion => confusion::frame(context, board),
        ScorePanel::Roc => roc::frame(context, board, width),
        ScorePanel::Calibration => calibration::frame(context, board),
        ScorePanel::Histogram => histogram::frame(context, board),
        ScorePanel::Groups => groups::frame(context, board),
        ScorePanel::Sweep => sweep::frame(context),
        ScorePanel::Standing => standing::frame(context),
    }
}

fn draw_panel(context: &mut Context<'_>, board: &Board, panel: ScorePanel, area: Rect) {
    match panel {
        ScorePanel::Threshold => threshold::draw(context, board, area),
        ScorePanel::Confusion => confusion::draw(context, board, area),
        ScorePanel::Roc => roc::draw(context, board, area),
        ScorePanel::Calibration => calibration::draw(context, board, area),
        ScorePanel::Histogram => histogram::draw(context, board, area),
        ScorePanel::Groups => groups::draw(context, board, area),
        ScorePanel::Sweep => sweep::draw(context, area),
        ScorePanel::Standing => standing::draw(context, board, area),
    }
}
