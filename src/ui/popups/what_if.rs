//! What if: a person of one's own, and the network's answer to them.
//!
//! ```text
//! fields     ▸ age  ◂ 35 ▸  ├──────●─────┤ 0…80
//! answer       z and p, the verdict in weight
//! flips      ├─ the least single change, then why the others do not do
//! people     ├─ the people most alike, and what became of them
//! ```

mod answer;
mod fields;
mod flips;
mod people;
mod rows;

use crate::app::core::what_if::WhatIf;
use crate::app::popups::what_if::flips;
use crate::app::{App, Screen};
use crate::explain::runs;
use crate::explain::words::{Word, what_if as words};
use crate::ui::prelude::*;
use rows::RowCounts;

/// Cells of the popup with its border.
const WIDTH: u16 = 78;

/// From this many columns on, a screen has room beside the popup.
const SIDE_BY_SIDE: u16 = WIDTH + 100;

/// From this many columns and rows on, a screen has room above the popup.
const LEAST_DOCK: (u16, u16) = (100, 33);

/// From this many rows on, the popup takes what it likes.
const TALL: u16 = 30;

/// Draws the popup.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let Some(what_if) = &app.core.what_if else {
        return;
    };
    let docked = dock(app, area).map(|(_, popup)| popup);
    let room = docked.map_or(area.height, |popup| popup.height);
    let plan = RowCounts::fitting(app, room.saturating_sub(2), room >= TALL);
    let run = [app.core.run_name(), runs::shape(app.core.network()), numbers::whole(app.core.run().epoch())];
    let frame = Frame::new(context.theme, context.say(words::TITLE))
        .info(context.fill(words::RUN, &run))
        .footer(context.say(if flips(&app.core) { words::KEYS } else { words::KEYS_NO_FLIP }));
    let inside = match docked {
        Some(at) => super::parts::open_at(context, at, frame),
        None => super::parts::open(context, area, (WIDTH, plan.rows() + 2), frame),
    };
    begun(context, inside.inset(), what_if, plan.unseen == 0);
    let mut rest = fields::draw(context, inside.below(1), what_if, &plan);
    if plan.blanks > 0 {
        answer::scaling(context, rest.from(1), what_if);
    }
    rest = rest.below(plan.blanks);
    answer::draw(context, rest.inset(), plan.sum);
    rest = section(context, rest.below(plan.sum + 1), words::NEAREST);
    flips::draw(context, rest, what_if, plan.others);
    rest = section(context, rest.below(plan.others + 1), people::title(what_if));
    people::draw(context, rest, what_if, plan.people);
}

/// The screen and the popup side by side, where the person moves about on the screen and both fit:
/// at the right edge or at the bottom.
pub(super) fn dock(app: &App, area: Rect) -> Option<(Rect, Rect)> {
    if !app.popups.shows_what_if() || app.core.screen != Screen::Beliefs {
        return None;
    }
    if area.width >= SIDE_BY_SIDE {
        let width = area.width - WIDTH;
        let popup = Rect { x: area.x + width, width: WIDTH, ..area };
        return Some((Rect { width, ..area }, popup));
    }
    if area.width < LEAST_DOCK.0 || area.height < LEAST_DOCK.1 {
        return None;
    }
    let most = area.height - area.height / 2;
    let height = (RowCounts::fitting(app, most - 2, false).rows() + 2).min(most);
    let above = area.height - height;
    let popup = Rect { y: area.y + above, height, ..area };
    Some((Rect { height: above, ..area }, popup))
}

/// Whom the person was begun as, and beside it, where no row is left for it, what is not looked at.
fn begun(context: &mut Context<'_>, area: Rect, what_if: &WhatIf, with_unseen: bool) {
    let passenger = context.app.core.list.passenger(what_if.begun);
    let id = passenger.id.to_string();
    let muted = context.theme.muted;
    let line = |name: &str| match what_if.assumed_age {
        Some(age) => context.fill(words::ASSUMED, &[&id, name, &numbers::decimal(age, 2)]),
        None => context.fill(words::BEGUN, &[&id, name]),
    };
    // The name gives way, for the age that stands in must be said.
    let rest = text::width(&line(""));
    let line = line(&text::cut(passenger.name, usize::from(area.width).saturating_sub(rest)));
    let unseen = fields::unseen(context).filter(|_| with_unseen);
    let unseen = unseen.filter(|unseen| text::width(&line) + text::width(unseen) + 2 < area.width.into());
    context.text(area, line, muted);
    context.text_at_right(area, unseen.unwrap_or_default(), muted);
}

/// A line across the popup, and what is left below it.
fn section(context: &mut Context<'_>, area: Rect, title: Word) -> Rect {
    let theme = context.theme;
    let across = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
    let rail = Span::styled("─".repeat(usize::from(area.width)), theme.muted);
    let [left, right] = ["├", "┤"].map(|end| Span::styled(end, theme.border_focus));
    context.line(across, Line::from_iter([left, rail, right]));
    context.text(across.from(2), format!(" {} ", context.say(title)), theme.heading);
    area.below(1)
}
