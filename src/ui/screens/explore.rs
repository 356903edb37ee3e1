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

use super::train::charts;
use crate::app::{ExplorePanel, Panel, TrainPanel};
use crate::ui::layout::{VERY_WIDE, WIDE, side_by_side, stacked};
use crate::ui::prelude::*;

pub(in crate::ui) use network::{inputs, scene_of};
pub(in crate::ui) use pointer::hand;
pub(in crate::ui) use pointer::meaning::title as place_name;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let focus = context.app.core.focus_on.explore;
    let is_wide = area.width >= WIDE;
    let alone =
        context.app.core.zoomed || (!is_wide && matches!(focus, ExplorePanel::Calculation | ExplorePanel::Curve));
    let panes = match (alone, is_wide) {
        (true, _) if focus == ExplorePanel::Network => {
            let pointer_height = pointer::height(context.app, area) + 2;
            let [network, place] = stacked(area, [area.height + 1 - pointer_height, 0]);
            vec![pane(focus, network), pointer(place)]
        }
        (true, _) => vec![pane(focus, area)],
        (false, true) => wide(context, area),
        (false, false) => narrow(context, area),
    };
    context.panes(&panes);
}

fn pane(panel: ExplorePanel, area: Rect) -> Pane {
    match panel {
        ExplorePanel::Network => Pane::new(panel, area, network::frame, network::draw),
        ExplorePanel::Calculation => Pane::new(panel, area, calculation::frame, calculation::draw),
        ExplorePanel::Curve => Pane::new(panel, area, curve::frame, curve::draw),
        ExplorePanel::Passengers => Pane::new(panel, area, passengers::frame, passengers::draw),
    }
}

/// It belongs to the network: together they have the focus.
fn pointer(area: Rect) -> Pane {
    Pane::new(ExplorePanel::Network, area, pointer::frame, pointer::draw)
}

fn narrow(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    let pointer_height = pointer::height(context.app, area) + 2;
    // The list keeps its heading and three people, whatever the network would like.
    let most = area.height.saturating_sub(pointer_height + 6) + 2;
    let network_height = network::height(context.app).min(most);
    let list = area.height + 2 - network_height - pointer_height;
    let [list, network, place] = stacked(area, [list, network_height, 0]);
    vec![pane(ExplorePanel::Passengers, list), pane(ExplorePanel::Network, network), pointer(place)]
}

fn wide(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    // Labels of two-cell glyphs need two cells more for the same columns.
    let least = if context.app.core.settings.language.is_wide() { 53 } else { 51 };
    let left = if area.width < VERY_WIDE { least } else { area.width * 46 / 100 };
    let (left, right) = side_by_side(area, left);
    let calculation = calculation::height(context.app).min(area.height / 2);
    let [list, calculation] = stacked(left, [area.height + 1 - calculation, 0]);
    let pointer_height = pointer::height(context.app, area) + 2;
    let most = right.height.saturating_sub(pointer_height + 8) + 2;
    let network = (network::height(context.app) + 1).min(most);
    let [network, place, mut curve] = stacked(right, [network, pointer_height, 0]);
    let mut panes = vec![
        pane(ExplorePanel::Passengers, list),
        pane(ExplorePanel::Calculation, calculation),
        pane(ExplorePanel::Network, network),
        pointer(place),
    ];
    let mut below = None;
    // On a tall screen the loss so far stands below; a curve needs no more rows than these.
    if curve.height >= 30 {
        let [above, history] = stacked(curve, [20, 0]);
        curve = above;
        below = Some(Pane::new(Panel::Train(TrainPanel::Loss), history, charts::loss_frame, charts::loss));
    }
    // Where there is room, the post's second curve stands beside the first.
    if curve.width >= 100 {
        let (first, second) = side_by_side(curve, curve.width / 2 + 1);
        panes.push(pane(ExplorePanel::Curve, first));
        panes.push(Pane::new(ExplorePanel::Curve, second, curve::second_frame, curve::draw_second));
    } else {
        panes.push(pane(ExplorePanel::Curve, curve));
    }
    panes.extend(below);
    panes
}
