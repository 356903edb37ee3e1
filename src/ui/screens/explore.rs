//! Explore: the post on one screen.
//!
//! ```text
//! ╭ Passengers ┬ Network ─────╮   narrow:  ╭ Passengers ╮
//! ├ Calculation┤              │            ├ Network ───┤
//! ├ Sigmoid ───┼ pointer ─────┤            ├ pointer ───┤
//! ╰────────────┴──────────────╯            ╰────────────╯
//! ```
//!
//! The network has more than half of the screen. On narrow screens calculation and curve take the whole screen while
//! they have the focus, and so does the curve on wide ones with few rows; list, network and pointer stay
//! together, for that is the post, but beside the tour on the lowest of screens.

mod calculation;
pub mod curve;
mod network;
mod passengers;
mod pointer;

use crate::app::ExplorePanel;
use crate::ui::layout::{WIDE, side_by_side, stacked};
use crate::ui::prelude::*;

pub(in crate::ui) use network::{inputs, maps, scene_of};
pub(in crate::ui) use pointer::hand;
pub(in crate::ui) use pointer::meaning::title as place_name;

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let focus = context.app.core.focus_on.explore;
    let is_wide = area.width >= WIDE;
    let has_place = match focus {
        ExplorePanel::Passengers | ExplorePanel::Network => is_wide || area.height >= TOGETHER,
        ExplorePanel::Calculation => is_wide,
        ExplorePanel::Curve => is_wide && has_curve(context, area),
    };
    let alone = context.app.core.zoomed || !has_place;
    let panes = match (alone, is_wide) {
        (true, _) if focus == ExplorePanel::Network => {
            let pointer_height = pointer::height(context.app, area) + 2;
            let [network, place] = stacked(area, [area.height + 1 - pointer_height, 0]);
            vec![pane(focus, network), pointer(place)]
        }
        // The sum goes on into the curve, and the list says whose it is.
        (true, true) if focus == ExplorePanel::Calculation && !context.app.core.presenter.is_on => {
            let (left, curve) = side_by_side(area, area.width / 2);
            let [calculation, list] =
                stacked(left, [calculation::height(context.app, area.height + 1 - LEAST_LIST), 0]);
            vec![pane(focus, calculation), pane(ExplorePanel::Passengers, list), pane(ExplorePanel::Curve, curve)]
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

/// Rows from which list, network and pointer are still more than their borders.
const TOGETHER: u16 = 18;

fn narrow(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    let pointer_height = pointer::height(context.app, area) + 2;
    // The list keeps its heading and three people, whatever the network would like; two beside an open table.
    let list = if context.app.screens.explore.spot_open { 5 } else { 6 };
    let most = area.height.saturating_sub(pointer_height + list) + 2;
    let network_height = network::height(context.app).min(most);
    let list = area.height + 2 - network_height - pointer_height;
    let [list, network, place] = stacked(area, [list, network_height, 0]);
    vec![pane(ExplorePanel::Passengers, list), pane(ExplorePanel::Network, network), pointer(place)]
}

/// The rows the list keeps, with its borders: its heading and five people.
const LEAST_LIST: u16 = 8;
/// The rows of a curve, with its borders and the rug of everybody below: at the least, and where there is room.
const CURVE: (u16, u16) = (11, 15);

/// Whether a wide screen has rows for the curve below the list and the calculation; they share borders.
fn has_curve(context: &Context<'_>, area: Rect) -> bool {
    LEAST_LIST + calculation::height(context.app, area.height / 2) + CURVE.0 <= area.height + 2
}

fn wide(context: &Context<'_>, area: Rect) -> Vec<Pane> {
    // Labels of two-cell glyphs need two cells more for the same columns.
    let least = if context.app.core.settings.language.is_wide() { 54 } else { 52 };
    // Names take what a network without hidden layers can spare of its half.
    let spared = if context.app.core.network().depth() == 1 { (area.width / 2 - 5).min(58) } else { 0 };
    let list = spared.max(area.width * 2 / 5);
    let (left, right) = side_by_side(area, list.max(least));
    let pointer_height = pointer::height(context.app, area) + 2;
    let [network, place] = stacked(right, [area.height + 1 - pointer_height, 0]);
    let mut panes = vec![pane(ExplorePanel::Network, network), pointer(place)];
    if !has_curve(context, area) {
        let calculation = calculation::height(context.app, area.height + 1 - LEAST_LIST);
        let [list, calculation] = stacked(left, [area.height + 1 - calculation, 0]);
        panes.extend([pane(ExplorePanel::Passengers, list), pane(ExplorePanel::Calculation, calculation)]);
        return panes;
    }
    // What is left of the rows when the list and the calculation have theirs.
    let calculation = calculation::height(context.app, area.height / 2);
    let spare = |curve: u16| (area.height + 2).saturating_sub(LEAST_LIST + calculation + curve);
    let curve = (CURVE.0 + spare(CURVE.0) / 2).min(CURVE.1);
    // The post's second curve stands below the first where the list still shows more people than either.
    let second = if spare(curve) >= 2 * curve { curve } else { 1 };
    let list = area.height + 3 - calculation - curve - second;
    let [list, calculation, first, second] = stacked(left, [list, calculation, curve, second]);
    panes.extend([
        pane(ExplorePanel::Passengers, list),
        pane(ExplorePanel::Calculation, calculation),
        pane(ExplorePanel::Curve, first),
    ]);
    if second.height > 1 {
        panes.push(Pane::new(ExplorePanel::Curve, second, curve::second_frame, curve::draw_second));
    }
    panes
}
