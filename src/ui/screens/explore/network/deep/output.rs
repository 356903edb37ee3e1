//! The right end of a deep network: σ in its box, and the answer below it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::flowing::Flowing;
use crate::app::pointer::Spot;
use crate::app::{App, Target};
use crate::explain::numbers;
use crate::explain::words::network as words;
use crate::training::MissingAge;
use crate::ui::context::Context;

/// Cells of the box and the answer.
pub const WIDTH: u16 = 10;
/// Rows of the box and the answer.
pub const HEIGHT: u16 = 7;

/// Draws the box so that its middle is row `middle` of `area`, with z above it and the answer below.
pub fn draw(context: &mut Context<'_>, area: Rect, middle: u16, flowing: &Flowing) {
    let app = context.app;
    let theme = *context.theme;
    let last = app.network().depth() - 1;
    let layer = last;
    let at = |spot: Spot, style: Style| {
        if app.spot() == spot { style.patch(theme.pointer) } else { style }
    };
    let sum = Spot::Sum { layer, neuron: 0 };
    let sigma = Spot::Activation { layer, neuron: 0 };
    let row = |y: u16, height: u16| Rect {
        y: area.y + y.min(area.height),
        height: height.min(area.height.saturating_sub(y)),
        ..area
    };
    let z = flowing.sum(last, 0).map_or(String::new(), |z| format!("z {}", numbers::fixed(z, 4, 7)));
    let mut pen = context.pen(area);
    if middle >= 2 {
        pen.text(0, middle - 2, &z, at(sum, theme.sum));
    }
    pen.text(0, middle.saturating_sub(1), "╭───╮", theme.activation);
    pen.text(0, middle, "┤", theme.activation);
    pen.text(1, middle, " σ ", at(sigma, theme.activation));
    pen.text(4, middle, "│", theme.activation);
    pen.text(0, middle + 1, "╰───╯", theme.activation);
    context.note(row(middle.saturating_sub(2), 1), Target::Spot(sum));
    context.note(row(middle.saturating_sub(1), 3), Target::Spot(sigma));
    if flowing.shows_verdict() {
        answer(context, area, middle, flowing);
    }
    context.note(row(middle + 2, 3), Target::Spot(Spot::Verdict));
}

fn answer(context: &mut Context<'_>, area: Rect, middle: u16, flowing: &Flowing) {
    let app: &App = context.app;
    let theme = *context.theme;
    let live = app.shown().row(app.who);
    let style = if live.said { theme.lived } else { theme.died };
    let word = context.say(if live.said { words::LIVED } else { words::DIED });
    let dropped = live.p.is_none() && app.run().recipe().missing_age == MissingAge::Drop;
    let known = app.passenger().survived.is_some();
    let mut pen = context.pen(area);
    if let Some(p) = flowing.p() {
        let digits = numbers::probability(p, 6);
        let shown = if app.spot() == Spot::Verdict { theme.text.patch(theme.pointer) } else { theme.text };
        pen.text(0, middle + 2, &digits, shown);
        pen.text(0, middle + 3, &format!("{:.0} %", p * 100.0), style.bold());
    }
    if dropped {
        pen.text(0, middle + 4, numbers::MISSING, theme.muted);
        return;
    }
    let star = if live.p.is_none() { "*" } else { "" };
    let end = pen.text(0, middle + 4, &format!("{word}{star}"), style.bold());
    if known {
        let (mark, style) = if live.right { ("✓", theme.right) } else { ("✗", theme.wrong) };
        pen.text(end + 1, middle + 4, mark, style);
    }
}
