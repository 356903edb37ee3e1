//! What stands under the pointer: the number in full and what it means, or, opened, the sum as a table.

pub mod hand;
pub mod meaning;
mod table;

use crate::app::core::pointer::Spot;
use crate::app::{App, ExplorePanel, Panel};
use crate::explain::numbers;
use crate::explain::words::network as words;
use crate::ui::context::Context;
use crate::ui::layout;
use crate::ui::widgets::panel::Panel as Frame;
use ratatui::layout::Rect;

/// Rows of the closed pointer at a width.
const fn closed(width: u16) -> u16 {
    if width < layout::WIDE { 2 } else { 3 }
}

/// Rows inside the panel: more while a table is open and the screen, `area`, has room for it.
pub fn height(app: &App, area: Rect) -> u16 {
    if !app.screens.explore.spot_open || app.core.edit.is_some() {
        return closed(area.width);
    }
    let rows = match app.core.spot() {
        Spot::Activation { .. } | Spot::Verdict => 2,
        spot @ (Spot::Input(_) | Spot::Weight { .. } | Spot::Product { .. } | Spot::Sum { .. }) => {
            let (layer, _) = spot.neuron().unwrap_or((0, 0));
            let terms = app.core.network().layer(layer).inputs + 1;
            (terms + table::HEAD + table::FOOT) as u16
        }
    };
    // Beside other panels the table may grow; on a narrow screen it lies on its side.
    if area.width < layout::WIDE && area.height < 28 { 2 } else { rows.clamp(2, 14) }
}

/// The panel's border: where the pointer is, and what Enter does.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> (Panel, Rect, Frame<'a>) {
    let app = context.app;
    let place = meaning::title(app);
    if app.core.edit.is_some() {
        return (Panel::Explore(ExplorePanel::Network), area, hand::frame(context, &place));
    }
    // All its digits, whatever the lines below are rounded to.
    let value = meaning::value(app, app.core.trace().as_ref());
    let value = value.map_or_else(String::new, |value| format!(" = {}", numbers::full(value)));
    let title = format!("{}: {place}{value}", context.say(words::POINTER));
    let (enter, brief) = if app.screens.explore.spot_open {
        (words::ENTER_CLOSES, words::ENTER_CLOSES_SHORT)
    } else {
        (words::ENTER_TABLE, words::ENTER_TABLE_SHORT)
    };
    let frame = Frame::new(context.theme, title).info(context.say(enter)).brief(context.say(brief));
    // It belongs to the network: together they have the focus.
    (Panel::Explore(ExplorePanel::Network), area, frame)
}

/// The inside.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    if app.core.edit.is_some() {
        return hand::draw(context, inner);
    }
    let Some(trace) = app.core.trace() else {
        let lines = meaning::without_number(app, context.theme);
        let mut pen = context.pen(inner);
        for (y, line) in lines.iter().enumerate() {
            pen.line(0, y as u16, line);
        }
        return;
    };
    if app.screens.explore.spot_open {
        match app.core.spot() {
            Spot::Activation { layer, neuron } => {
                table::activation(context, inner, &trace, layer, neuron);
            }
            Spot::Verdict => {
                let last = app.core.network().depth() - 1;
                table::activation(context, inner, &trace, last, 0);
            }
            spot @ (Spot::Input(_) | Spot::Weight { .. } | Spot::Product { .. } | Spot::Sum { .. }) => {
                let (layer, neuron) = spot.neuron().unwrap_or((0, 0));
                table::sum(context, inner, &trace, layer, neuron);
            }
        }
        return;
    }
    let lines = meaning::lines(app, context.theme, &trace, usize::from(inner.width));
    let mut pen = context.pen(inner);
    for (y, line) in lines.iter().enumerate() {
        pen.line(0, y as u16, line);
    }
}
