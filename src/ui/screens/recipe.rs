//! Recipe: what a run is made of, as a form; the sentence for the line in focus; what changes cost.
//!
//! ```text
//! ╭ Recipe of run A ─┬ Presets ──╮   narrow:  ╭ Recipe of run A ─╮
//! │                  │           │            │                  │
//! │                  ├ Cost ─────┤            ├ learning rate ───┤
//! ├ learning rate ───┤           │            ╰──────────────────╯
//! ╰──────────────────┴───────────╯
//! ```
//!
//! On tall screens loss and accuracy stand below, to see what a changed rate does to them. On narrow
//! ones the price stands in the foot, and the presets take the form's place while they have the focus.

mod cost;
mod foot;
mod form;
mod notes;
mod presets;

use super::train::charts;
use crate::app::{Panel, RecipePanel};
use crate::ui::layout::{WIDE, side_by_side, stacked};
use crate::ui::prelude::*;

/// From this height on there is room for the curves below.
const TALL: u16 = 46;
/// The rows of form and foot where more would be empty.
const ENOUGH: u16 = 34;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let panes = if area.width >= WIDE {
        wide(context, area)
    } else if context.app.core.focus() == Panel::Recipe(RecipePanel::Presets) {
        vec![presets(area)]
    } else {
        form(area).into()
    };
    context.panes(&panes);
}

/// The form over its foot.
fn form(area: Rect) -> [Pane; 2] {
    let [form, foot] = stacked(area, [area.height + 1 - foot::height(area), 0]);
    [Pane::new(RecipePanel::Recipe, form, form::frame, form::draw), Pane::still(foot, foot::frame, foot::draw)]
}

fn presets(area: Rect) -> Pane {
    Pane::new(RecipePanel::Presets, area, presets::frame, presets::draw)
}

fn wide(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    let [area, below] = stacked(area, [if area.height >= TALL { ENOUGH } else { area.height }, 0]);
    let width = form::width(area.width);
    let is_zoomed = context.app.core.zoomed;
    let (width, mut panes) = if is_zoomed && context.app.core.focus() == Panel::Recipe(RecipePanel::Presets) {
        // Each preset fills the form.
        let width = area.width + 1 - width;
        let (left, right) = side_by_side(area, width);
        (width, [presets(left)].into_iter().chain(form(right)).collect::<Vec<_>>())
    } else {
        (width, beside_form(context, area, width, is_zoomed))
    };
    if below.height > 1 {
        let (loss, accuracy) = side_by_side(below, width);
        panes.push(Pane::still(loss, charts::loss_frame, charts::loss));
        panes.push(Pane::still(accuracy, charts::accuracy_frame, charts::accuracy));
    }
    panes
}

/// The form, and beside it what changes cost, below the presets unless the form is zoomed.
fn beside_form(context: &Context<'_>, area: Rect, width: u16, is_zoomed: bool) -> Vec<Pane> {
    let (left, right) = side_by_side(area, width);
    let cost = |area| Pane::still(area, cost::frame, cost::draw);
    if is_zoomed {
        return form(left).into_iter().chain([cost(right)]).collect();
    }
    let presets_height = presets::height(context, right).min(right.height / 2);
    let [top, below] = stacked(right, [presets_height, 0]);
    form(left).into_iter().chain([presets(top), cost(below)]).collect()
}
