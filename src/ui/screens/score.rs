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
//! do not fit below each other, and the folds of cross-validation and what features are worth
//! share that of the sweep.

mod calibration;
mod confusion;
mod folds;
mod groups;
mod histogram;
pub mod roc;
mod rows;
mod standing;
mod sweep;
mod threshold;
mod worth;

use crate::app::ScorePanel;
use crate::ui::layout::{VERY_WIDE, WIDE, side_by_side, stacked};
use crate::ui::prelude::*;

/// Fewer rows than this do not hold three panels below each other.
const LEAST_FOR_ALL: u16 = 30;
/// From this height on three columns have three rows of panels.
const TALL: u16 = 44;

/// The rows of the threshold with its borders, below which its curve is none.
const LEAST_THRESHOLD: u16 = 9;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    if app.screens.score.board(&app.core).is_none() {
        return;
    }
    let focus = app.core.focus_on.score;
    let panes = if app.core.zoomed {
        zoomed(context, area)
    } else if area.width >= VERY_WIDE && area.height >= TALL {
        very_wide(context, area)
    } else if area.width >= WIDE && area.height >= LEAST_FOR_ALL {
        wide(area, focus, groups::height(context))
    } else {
        paged(context, area)
    };
    context.panes(&panes);
}

fn pane(panel: ScorePanel, area: Rect) -> Pane {
    match panel {
        ScorePanel::Threshold => Pane::new(panel, area, threshold::frame, threshold::draw),
        ScorePanel::Confusion => Pane::new(panel, area, confusion::frame, confusion::draw),
        ScorePanel::Roc => Pane::new(panel, area, roc::frame, roc::draw),
        ScorePanel::Calibration => Pane::new(panel, area, calibration::frame, calibration::draw),
        ScorePanel::Histogram => Pane::new(panel, area, histogram::frame, histogram::draw),
        ScorePanel::Groups => Pane::new(panel, area, groups::frame, groups::draw),
        ScorePanel::Folds => Pane::new(panel, area, folds::frame, folds::draw),
        ScorePanel::Sweep => Pane::new(panel, area, sweep::frame, sweep::draw),
        ScorePanel::Worth => Pane::new(panel, area, worth::frame, worth::draw),
        ScorePanel::Standing => Pane::new(panel, area, standing::frame, standing::draw),
    }
}

/// The focused panel, and below it those that belong to it, as long as rows would be empty.
fn zoomed(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    let (mut panel, mut rest, mut panes) = (context.app.core.focus_on.score, area, Vec::new());
    loop {
        let wanted = match panel {
            ScorePanel::Standing => standing::HEIGHT + 5,
            ScorePanel::Confusion => confusion::height(context, area.width),
            ScorePanel::Calibration => calibration::HEIGHT,
            ScorePanel::Groups => groups::height(context) + 3,
            ScorePanel::Folds => folds::HEIGHT + 6,
            ScorePanel::Sweep => sweep::least_height(context.app) + 9,
            ScorePanel::Worth => worth::HEIGHT + 4,
            ScorePanel::Threshold | ScorePanel::Roc | ScorePanel::Histogram => area.height,
        };
        if wanted + LEAST_THRESHOLD > rest.height {
            panes.push(pane(panel, rest));
            return panes;
        }
        let [above, below] = stacked(rest, [wanted, 0]);
        panes.push(pane(panel, above));
        (panel, rest) = (beside(panel), below);
    }
}

/// The panel that belongs to another.
const fn beside(panel: ScorePanel) -> ScorePanel {
    match panel {
        ScorePanel::Threshold => ScorePanel::Roc,
        ScorePanel::Roc | ScorePanel::Confusion => ScorePanel::Threshold,
        ScorePanel::Calibration => ScorePanel::Histogram,
        ScorePanel::Histogram => ScorePanel::Calibration,
        ScorePanel::Groups => ScorePanel::Confusion,
        ScorePanel::Folds | ScorePanel::Worth => ScorePanel::Sweep,
        ScorePanel::Standing | ScorePanel::Sweep => ScorePanel::Groups,
    }
}

/// Three columns.
fn very_wide(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    let (left, right) = side_by_side(area, area.width * 2 / 5);
    let bottom = (groups::height(context) + 3).clamp(12, 18);
    let top = standing::HEIGHT + 3;
    let heights = [top, area.height + 2 - top - bottom, bottom];
    let [standing, threshold, groups] = stacked(left, heights);
    let [upper, middle, sweep] = stacked(right, heights);
    let (confusion, calibration) = side_by_side(upper, right.width / 2);
    let (roc, histogram) = side_by_side(middle, right.width / 2);
    vec![
        pane(ScorePanel::Standing, standing),
        pane(ScorePanel::Threshold, threshold),
        pane(ScorePanel::Groups, groups),
        pane(ScorePanel::Confusion, confusion),
        pane(ScorePanel::Calibration, calibration),
        pane(ScorePanel::Roc, roc),
        pane(ScorePanel::Histogram, histogram),
        pane(trained_anew(context.app.core.focus_on.score), sweep),
    ]
}

/// Which of the three that share a place has it.
const fn trained_anew(focus: ScorePanel) -> ScorePanel {
    if matches!(focus, ScorePanel::Folds | ScorePanel::Worth) { focus } else { ScorePanel::Sweep }
}

/// Two columns; the right one begins with two small panels.
fn wide(area: Rect, focus: ScorePanel, groups_height: u16) -> Vec<Pane> {
    let (left, right) = side_by_side(area, area.width / 2 + 1);
    let top = if area.height > 40 { standing::HEIGHT + 2 } else { standing::HEIGHT + 1 };
    let bottom = ((area.height + 2 - top) / 2).min(17);
    let heights = [top, area.height + 2 - top - bottom, bottom];
    // Every group stands on the left, with a sentence; the right needs no more than the sweep.
    let people = groups_height.min(area.height + 2 - top - LEAST_THRESHOLD);
    let [standing, threshold, groups] = stacked(left, [top, area.height + 2 - top - people, people]);
    let [upper, middle, sweep] = stacked(right, heights);
    let (confusion, roc) = side_by_side(upper, right.width / 2 + 2);
    let spread = if focus == ScorePanel::Histogram { ScorePanel::Histogram } else { ScorePanel::Calibration };
    vec![
        pane(ScorePanel::Standing, standing),
        pane(ScorePanel::Threshold, threshold),
        pane(ScorePanel::Groups, groups),
        pane(ScorePanel::Confusion, confusion),
        pane(ScorePanel::Roc, roc),
        pane(spread, middle),
        pane(trained_anew(focus), sweep),
    ]
}

/// The intervals, and below them the focused panel; two of them where the terminal is wide.
fn paged(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    let focus = context.app.core.focus_on.score;
    // A table that is whole with a sentence less above it takes that row.
    let wanted = match focus {
        ScorePanel::Calibration => calibration::HEIGHT,
        ScorePanel::Groups => groups::height(context),
        ScorePanel::Folds => folds::HEIGHT,
        ScorePanel::Sweep => sweep::least_height(context.app),
        ScorePanel::Worth => worth::HEIGHT,
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
        return vec![pane(ScorePanel::Standing, standing), pane(shown, page)];
    }
    let (left, right) = side_by_side(page, page.width / 2 + 1);
    vec![pane(ScorePanel::Standing, standing), pane(shown, left), pane(beside(shown), right)]
}
