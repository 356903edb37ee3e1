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

use ratatui::layout::Rect;

use super::super::context::Context;
use super::super::layout::{WIDE, side_by_side, stacked};
use super::train::charts;
use crate::app::{Panel, RecipePanel, Target};
use crate::ui::widgets::panel::{self, Panel as Frame};

/// From this height on there is room for the curves below.
const TALL: u16 = 46;
/// The rows of form and foot where more would be empty.
const ENOUGH: u16 = 34;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let focus = context.app.core.focus();
    if area.width < WIDE || context.app.core.zoomed {
        if focus == Panel::Recipe(RecipePanel::Presets) {
            let frame = presets::frame(context);
            draw_frames(context, vec![(Some(Panel::Recipe(RecipePanel::Presets)), area, frame)]);
            presets::draw(context, area);
        } else {
            let [form, foot] = stacked(area, [area.height + 1 - foot::height(area), 0]);
            draw_form(context, form, foot, Vec::new());
        }
        return;
    }
    let (area, below) = if area.height >= TALL {
        let [area, below] = stacked(area, [ENOUGH, 0]);
        (area, Some(below))
    } else {
        (area, None)
    };
    let (left, right) = side_by_side(area, form::width(area.width));
    let [form, foot] = stacked(left, [left.height + 1 - foot::height(left), 0]);
    let presets_height = presets::height(context, right).min(right.height / 2);
    let [presets, cost] = stacked(right, [presets_height, 0]);
    let mut frames = vec![
        (Some(Panel::Recipe(RecipePanel::Presets)), presets, presets::frame(context)),
        (None, cost, cost::frame(context)),
    ];
    let charts = below.map(|below| side_by_side(below, form::width(area.width)));
    if let Some((left, right)) = charts {
        frames.push((None, left, charts::loss_frame(context)));
        frames.push((None, right, charts::accuracy_frame(context)));
    }
    draw_form(context, form, foot, frames);
    presets::draw(context, presets);
    cost::draw(context, cost);
    if let Some((left, right)) = charts {
        charts::loss(context, left);
        charts::accuracy(context, right);
    }
}

/// Draws the form and its foot, and the frames of what stands beside them.
fn draw_form<'a>(context: &mut Context<'a>, form: Rect, foot: Rect, mut others: Vec<(Option<Panel>, Rect, Frame<'a>)>) {
    others.insert(0, (Some(Panel::Recipe(RecipePanel::Recipe)), form, form::frame(context)));
    others.insert(1, (None, foot, foot::frame(context)));
    draw_frames(context, others);
    form::draw(context, form);
    foot::draw(context, foot);
}

/// Draws frames that share their borders; those without a panel cannot have the focus.
fn draw_frames(context: &mut Context<'_>, frames: Vec<(Option<Panel>, Rect, Frame<'_>)>) {
    let focus = context.app.core.focus();
    let mut drawn = Vec::new();
    for (of, area, frame) in frames {
        if let Some(panel) = of {
            context.note(area, Target::Panel(panel));
        }
        drawn.push((area, frame.focused(of == Some(focus))));
    }
    panel::draw_all(&drawn, context.buf);
}
