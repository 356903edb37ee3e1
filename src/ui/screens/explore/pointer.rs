//! What stands under the pointer: the number in full and what it means, or, opened, the sum as a table.

mod chance;
pub mod hand;
pub mod meaning;
mod table;

use crate::app::App;
use crate::app::core::pointer::Spot;
use crate::explain::words::network as words;
use crate::ui::layout::WIDE;
use crate::ui::prelude::*;

/// Rows of the closed pointer at a width.
const fn closed(width: u16) -> u16 {
    if width < WIDE { 2 } else { 3 }
}

/// Rows inside the panel: more while a table is open and the screen, `area`, has room for it.
pub fn height(app: &App, area: Rect) -> u16 {
    if !app.screens.explore.spot_open || app.core.edit.is_some() {
        return closed(area.width);
    }
    let rows = match app.core.spot() {
        Spot::Activation { .. } | Spot::Verdict => 4,
        spot @ (Spot::Input(_) | Spot::Weight { .. } | Spot::Product { .. } | Spot::Sum { .. }) => {
            (terms(app, spot) + table::HEAD + table::FOOT + table::SAYS) as u16
        }
    };
    // Beside other panels the table may grow; on a narrow screen it lies on its side.
    if area.width < WIDE && area.height < 28 { table::LYING } else { rows.clamp(2, 16) }
}

/// The terms of the sum a place belongs to.
fn terms(app: &App, spot: Spot) -> usize {
    let (layer, _) = spot.neuron().unwrap_or((0, 0));
    app.core.network().layer(layer).inputs + 1
}

/// The panel's border: where the pointer is, and what Enter does.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let place = meaning::title(app);
    if app.core.edit.is_some() {
        return hand::frame(context, &place);
    }
    // Whatever the lines below are rounded to: a parameter with all its digits, which make it; what is computed without
    // those that only tell how a computer rounds.
    let digits = if matches!(app.core.spot(), Spot::Weight { .. }) { numbers::full } else { numbers::computed };
    let is_reached = app.core.has_reached(app.core.spot());
    let value = meaning::value(app, app.core.trace().as_ref()).filter(|_| is_reached);
    let value = value.map_or_else(String::new, |value| format!(" = {}", digits(value)));
    let title = format!("{}: {place}{value}", context.say(words::POINTER));
    let (enter, brief) = if app.screens.explore.spot_open {
        (words::ENTER_CLOSES, words::ENTER_CLOSES_SHORT)
    } else {
        (words::ENTER_TABLE, words::ENTER_TABLE_SHORT)
    };
    Frame::new(context.theme, title).info(context.say(enter)).info(context.say(brief))
}

/// The inside.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let (app, theme) = (context.app, context.theme);
    let inner = inner.inset();
    if app.core.edit.is_some() {
        return hand::draw(context, inner);
    }
    // A table holds its sum as well.
    let (layer, neuron) = app.core.spot().neuron().unwrap_or((0, 0));
    let is_tabled = app.screens.explore.spot_open && app.core.trace().is_some();
    if !app.core.has_reached(app.core.spot()) || (is_tabled && !app.core.has_reached(Spot::Sum { layer, neuron })) {
        let why = if app.core.hides_answer(app.core.who) { words::KEPT_BACK } else { words::NOT_REACHED };
        return context.text(inner, context.say(why), theme.muted);
    }
    let Some(trace) = app.core.trace() else {
        return context.lines(inner, meaning::without_number(app, theme));
    };
    if !app.screens.explore.spot_open {
        return context.lines(inner, meaning::lines(app, theme, &trace, (inner.width.into(), inner.height.into())));
    }
    let (says, rows) = match app.core.spot() {
        Spot::Activation { .. } | Spot::Verdict => (words::ACTIVATION_TABLE_SAYS, 2),
        spot @ (Spot::Input(_) | Spot::Weight { .. } | Spot::Product { .. } | Spot::Sum { .. }) => {
            (words::TABLE_SAYS, terms(app, spot) + table::HEAD + table::FOOT)
        }
    };
    let says = text::wrapped(context.say(says), inner.width.into(), theme.muted);
    let below = inner.height.saturating_sub(says.len() as u16);
    // What the headings mean stands below, where that takes nothing from the numbers.
    let inner = if usize::from(below) >= rows {
        context.lines(inner.below(below), says);
        Rect { height: below, ..inner }
    } else {
        inner
    };
    match app.core.spot() {
        Spot::Activation { layer, neuron } => table::activation(context, inner, &trace, layer, neuron),
        Spot::Verdict => table::activation(context, inner, &trace, app.core.network().depth() - 1, 0),
        spot @ (Spot::Input(_) | Spot::Weight { .. } | Spot::Product { .. } | Spot::Sum { .. }) => {
            let (layer, neuron) = spot.neuron().unwrap_or((0, 0));
            table::sum(context, inner, &trace, layer, neuron);
        }
    }
}
