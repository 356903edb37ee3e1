//! Explore: the post on one screen.
//!
//! ```text
//! ╭ Passengers ┬ Network ─────╮   narrow:  ╭ Passengers ╮
//! │            │              │            ├ Network ───┤
//! ├ Calculation├ pointer ─────┤            ├ pointer ───┤
//! │            ├ Sigmoid ─────┤            ╰────────────╯
//! ╰────────────┴──────────────╯
//! ```
//!
//! On narrow screens calculation and curve take the whole screen while they have the focus; list,
//! network and pointer always stay together, for that is the post.

mod calculation;
pub mod curve;
mod network;
mod passengers;
mod pointer;

use ratatui::layout::Rect;

use super::super::context::Context;
use super::super::layout::{VERY_WIDE, WIDE, side_by_side, stacked};
use super::train::charts;
use crate::app::{ExplorePanel, Panel, TrainPanel};

pub use network::{inputs, scene_of};
pub use pointer::hand;
pub use pointer::meaning::title as place_name;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let focus = context.app.core.focus_on.explore;
    if context.app.core.zoomed {
        draw_one(context, focus, area);
    } else if area.width >= WIDE {
        draw_wide(context, area);
    } else if matches!(focus, ExplorePanel::Calculation | ExplorePanel::Curve) {
        draw_one(context, focus, area);
    } else {
        draw_narrow(context, area);
    }
}

fn draw_one(context: &mut Context<'_>, panel: ExplorePanel, area: Rect) {
    match panel {
        ExplorePanel::Network => {
            let pointer = pointer::height(context.app, area) + 2;
            let [network, pointer] = stacked(area, [area.height + 1 - pointer, pointer]);
            let frames = vec![network::frame(context, network), pointer::frame(context, pointer)];
            context.frames(frames);
            network::draw(context, network);
            pointer::draw(context, pointer);
        }
        ExplorePanel::Calculation => {
            let frames = vec![calculation::frame(context, area)];
            context.frames(frames);
            calculation::draw(context, area);
        }
        ExplorePanel::Curve => {
            let frames = vec![curve::frame(context, area)];
            context.frames(frames);
            curve::draw(context, area);
        }
        ExplorePanel::Passengers => {
            let frames = vec![passengers::frame(context, area)];
            context.frames(frames);
            passengers::draw(context, area);
        }
    }
}

fn draw_narrow(context: &mut Context<'_>, area: Rect) {
    let pointer_height = pointer::height(context.app, area) + 2;
    let wanted = network::height(context.app);
    // The list keeps its heading and three people, whatever the network would like.
    let most = area.height.saturating_sub(pointer_height + 6) + 2;
    let network_height = wanted.min(most);
    let list = area.height + 2 - network_height - pointer_height;
    let [list, network, pointer] = stacked(area, [list, network_height, pointer_height]);
    let frames =
        vec![passengers::frame(context, list), network::frame(context, network), pointer::frame(context, pointer)];
    context.frames(frames);
    passengers::draw(context, list);
    network::draw(context, network);
    pointer::draw(context, pointer);
}

fn draw_wide(context: &mut Context<'_>, area: Rect) {
    // Labels of two-cell glyphs need two cells more for the same columns.
    let least = if context.app.core.settings.language.is_wide() { 53 } else { 51 };
    let left = if area.width < VERY_WIDE { least } else { area.width * 46 / 100 };
    let (left, right) = side_by_side(area, left);
    let calculation_height = calculation::height(context.app).min(area.height / 2);
    let [list, calculation] = stacked(left, [area.height + 1 - calculation_height, calculation_height]);
    let pointer_height = pointer::height(context.app, area) + 2;
    let most = right.height.saturating_sub(pointer_height + 8) + 2;
    let network_height = (network::height(context.app) + 1).min(most);
    let [network, pointer, curve] = stacked(right, [network_height, pointer_height, 0]);
    let mut frames = vec![
        passengers::frame(context, list),
        calculation::frame(context, calculation),
        network::frame(context, network),
        pointer::frame(context, pointer),
    ];
    // On a tall screen the loss so far stands below; a curve needs no more rows than these.
    let (curve, history) = if curve.height >= 30 {
        let [curve, history] = stacked(curve, [20, 0]);
        (curve, Some(history))
    } else {
        (curve, None)
    };
    // Where there is room, the post's second curve stands beside the first.
    let (curve, second) = if curve.width >= 100 {
        let (first, second) = side_by_side(curve, curve.width / 2 + 1);
        (first, Some(second))
    } else {
        (curve, None)
    };
    frames.push(curve::frame(context, curve));
    if let Some(second) = second {
        frames.push(curve::second_frame(context, second));
    }
    if let Some(history) = history {
        frames.push((Panel::Train(TrainPanel::Loss), history, charts::loss_frame(context)));
    }
    context.frames(frames);
    if let Some(history) = history {
        charts::loss(context, history);
    }
    passengers::draw(context, list);
    calculation::draw(context, calculation);
    network::draw(context, network);
    pointer::draw(context, pointer);
    curve::draw(context, curve);
    if let Some(second) = second {
        curve::draw_second(context, second);
    }
}
