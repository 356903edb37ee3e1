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

use crate::app::commands::what_if_form;
use crate::app::core::what_if;
use crate::app::core::what_if::WhatIf;
use crate::app::{App, Screen};
use ratatui::layout::Rect;

use crate::explain::runs;
use crate::explain::words::what_if as words;
use crate::ui::context::Context;

/// Cells of the popup with its border.
const WIDTH: u16 = 78;

/// From this many columns on, a screen has room beside the popup.
const SIDE_BY_SIDE: u16 = WIDTH + 100;

/// From this many columns and rows on, a screen has room above the popup.
const LEAST_DOCK: (u16, u16) = (100, 33);

/// From this many rows on, the popup takes what it likes.
const TALL: u16 = 30;

/// How many rows each part has.
#[derive(Debug, Clone, Copy)]
struct Plan {
    fields: u16,
    /// Whether every quantity, the first, or none has a row for its fence.
    ticks: u16,
    unseen: u16,
    blanks: u16,
    sum: u16,
    others: u16,
    people: u16,
}

/// Draws the popup.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let Some(what_if) = &app.core.what_if else {
        return;
    };
    let docked = dock(app, area).map(|(_, popup)| popup);
    let room = docked.map_or(area.height, |popup| popup.height);
    let plan = Plan::fitting(app, room.saturating_sub(2), room >= TALL);
    let title = context.say(words::TITLE);
    let footer = context.say(if what_if_form::what_if_flips(&app.core) { words::KEYS } else { words::KEYS_NO_FLIP });
    let run = [app.core.run_name(), runs::shape(app.core.network()), app.core.run().epoch().to_string()];
    let info = context.fill(words::RUN, &run);
    let inside = if let Some(at) = docked {
        super::framed(context, at, (title, info), footer)
    } else {
        let size = (WIDTH, plan.rows() + 2);
        super::open_with(context, area, size, (title, info), footer)
    };
    let mut y = begun(context, inside, what_if, plan.unseen == 0);
    y = fields::draw(context, inside, y, what_if, &plan);
    if plan.blanks > 0 {
        answer::scaling(context, inside, y, what_if);
    }
    y += plan.blanks;
    y = answer::draw(context, inside, y, plan.sum);
    y = flips::draw(context, inside, y, what_if, plan.others);
    people::draw(context, inside, y, what_if, plan.people);
}

/// The screen and the popup side by side, where the person moves about on the screen and both fit:
/// at the right edge or at the bottom.
pub fn dock(app: &App, area: Rect) -> Option<(Rect, Rect)> {
    if !app.core.shows_what_if() || app.core.screen != Screen::Beliefs {
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
    let height = (Plan::fitting(app, most - 2, false).rows() + 2).min(most);
    let above = area.height - height;
    let popup = Rect { y: area.y + above, height, ..area };
    Some((Rect { height: above, ..area }, popup))
}

/// Whom the person was begun as, and beside it, where no row is left for it, what is not looked at.
fn begun(context: &mut Context<'_>, inside: Rect, what_if: &WhatIf, with_unseen: bool) -> u16 {
    let passenger = context.app.core.list.passenger(what_if.begun);
    let id = passenger.id.to_string();
    let muted = context.theme.muted;
    let room = usize::from(inside.width) - 2;
    let line = |name: &str| match what_if.assumed_age {
        Some(age) => {
            let age = crate::explain::numbers::decimal(age, 2);
            context.fill(words::ASSUMED, &[&id, name, &age])
        }
        None => context.fill(words::BEGUN, &[&id, name]),
    };
    // The name gives way, for the age that stands in must be said.
    let rest = crate::ui::text::width(&line(""));
    let name = crate::ui::text::cut(passenger.name, room.saturating_sub(rest)).into_owned();
    let line = line(&name);
    let unseen = fields::unseen(context).filter(|_| with_unseen);
    let mut pen = context.pen(inside);
    let end = pen.text(1, 0, &line, muted);
    if let Some(unseen) = unseen
        && usize::from(end) + crate::ui::text::width(&unseen) + 2 < usize::from(inside.width)
    {
        pen.right(0, 1, &unseen, muted);
    }
    1
}

/// A line across the popup with what stands below it.
fn section(context: &mut Context<'_>, inside: Rect, y: u16, title: &str) -> u16 {
    let theme = *context.theme;
    let across = Rect { x: inside.x.saturating_sub(1), width: inside.width + 2, ..inside };
    let mut pen = context.pen(across);
    let last = across.width - 1;
    pen.text(0, y, "├", theme.border_focus);
    pen.text(1, y, &"─".repeat(usize::from(last - 1)), theme.border);
    pen.text(last, y, "┤", theme.border_focus);
    pen.text(2, y, &format!(" {title} "), theme.heading);
    y + 1
}

impl Plan {
    /// What fits into so many rows; what helps least goes first.
    fn fitting(app: &App, room: u16, tall: bool) -> Self {
        let encoder = app.core.run().encoder();
        let seen = what_if::fields(encoder);
        let quantities = seen.iter().filter(|field| field.is_quantity()).count() as u16;
        let count = seen.len() as u16;
        let unseen = crate::analysis::Attribute::ALL.len() as u16 - count;
        let wide = app.core.network().depth() == 1 && app.core.network().layer(0).inputs > 2;
        let mut plan = Self {
            fields: count,
            ticks: quantities,
            unseen: if tall { unseen } else { unseen.min(1) },
            blanks: 1,
            sum: if wide { 2 } else { 1 },
            others: count.saturating_sub(1).max(1),
            people: what_if::NEIGHBOURS as u16,
        };
        let steps: [fn(&mut Self); 10] = [
            |plan| plan.unseen = plan.unseen.min(1),
            |plan| plan.blanks = 0,
            |plan| plan.ticks = plan.ticks.min(1),
            |plan| plan.others = 1,
            |plan| plan.sum = 1,
            |plan| plan.people = 3,
            |plan| plan.ticks = 0,
            |plan| plan.unseen = 0,
            |plan| plan.others = 0,
            |plan| plan.people = 2,
        ];
        for step in steps {
            if plan.rows() <= room {
                break;
            }
            // More is wanted of the others than is missing: one goes after another.
            while plan.others > 2 && plan.rows() > room {
                plan.others -= 1;
            }
            if plan.rows() > room {
                step(&mut plan);
            }
        }
        if plan.rows() > room {
            plan.fields = plan.fields.saturating_sub(plan.rows() - room).max(1);
        }
        plan
    }

    /// The rows of all parts: two sections, whom it was begun as, p, the flip and the sentence besides.
    const fn rows(&self) -> u16 {
        const ALWAYS: u16 = 6;
        self.fields + self.ticks + self.unseen + self.blanks + self.sum + self.others + self.people + ALWAYS
    }
}
