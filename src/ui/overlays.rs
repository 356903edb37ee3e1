//! The popups, drawn over any screen.

mod columns;
mod export;
mod features;
mod files;
mod filter;
mod hand;
mod help;
mod palette;
mod person;
mod presets;
mod runs;
mod what_if;
mod why;

use crate::app::overlay::Overlay;
use crate::app::{App, Hits, Screen, Target};
use ratatui::layout::Rect;

use super::context::Context;
use super::widgets::panel::Panel as Frame;
use super::widgets::popup;

/// So few columns left and right of a popup are taken into it.
const MARGIN: u16 = 4;

/// Draws the open popup, if there is one, over `area`.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    if context.app.core.edit.is_some() && context.app.core.screen != Screen::Explore {
        hand::draw(context, area);
    }
    if !context.app.core.asks_what_if() && context.app.core.shows_what_if() {
        beneath(context, area);
    }
    match &context.app.core.overlay {
        Some(Overlay::Help { top }) => help::draw(context, area, *top),
        Some(Overlay::Palette { field, selected }) => {
            palette::draw(context, area, field, *selected);
        }
        Some(Overlay::Presets { selected }) => presets::draw(context, area, *selected),
        Some(Overlay::Filter { field, selected }) => filter::draw(context, area, field, *selected),
        Some(Overlay::Rename { field, run, taken }) => {
            runs::rename(context, area, field, *run, *taken);
        }
        Some(Overlay::Export { selected }) => export::draw(context, area, *selected),
        Some(Overlay::Race { selected }) => runs::race(context, area, *selected),
        Some(Overlay::Save(form)) => files::save(context, area, form),
        Some(Overlay::OpenFile(form)) => files::open(context, area, form),
        Some(Overlay::Person) => person::draw(context, area),
        Some(Overlay::Columns) => columns::draw(context, area),
        Some(Overlay::WhatIf) => what_if::draw(context, area),
        Some(Overlay::Why) => why::draw(context, area),
        Some(Overlay::Features { selected }) => features::draw(context, area, *selected),
        // The search line stands at the foot of the list, what is typed into a recipe on its line.
        Some(Overlay::Search { .. } | Overlay::RecipeText { .. }) | None => {}
    }
}

/// Draws the what-if popup under another one: seen, but not to be clicked.
fn beneath(context: &mut Context<'_>, area: Rect) {
    let mut unseen = Hits::default();
    let mut behind = Context { app: context.app, theme: context.theme, buf: context.buf, hits: &mut unseen };
    what_if::draw(&mut behind, area);
}

/// What of `area` is left for the screen beside an open popup that keeps it in sight.
pub fn beside(app: &App, area: Rect) -> Rect {
    what_if::dock(app, area).map_or(area, |(screen, _)| screen)
}

/// Draws an empty popup of this size in the middle of `area` and returns its inside.
fn open(context: &mut Context<'_>, area: Rect, size: (u16, u16), title: &str, footer: &str) -> Rect {
    open_with(context, area, size, (title, String::new()), footer)
}

/// The same with a fact beside the title.
fn open_with(
    context: &mut Context<'_>,
    area: Rect,
    (width, height): (u16, u16),
    (title, info): (&str, String),
    footer: &str,
) -> Rect {
    let mut at = popup::centered(area, width.min(area.width), height.min(area.height));
    if area.width - at.width <= MARGIN {
        // Two frames a cell apart would look like one that is broken.
        (at.x, at.width) = (area.x, area.width);
    }
    framed(context, at, (title, info), footer)
}

/// A popup in just this place.
fn framed(context: &mut Context<'_>, at: Rect, (title, info): (&str, String), footer: &str) -> Rect {
    let frame = Frame::new(context.theme, title).info(info).footer(footer).focused(true);
    let inside = popup::draw(&frame, at, context.buf);
    context.note(at, Target::Overlay);
    inside
}

/// Marks a choice of a popup, once its words are written, where it is the one under the cursor, and notes
/// it for the mouse.
fn choice(context: &mut Context<'_>, inside: Rect, (y, height): (u16, u16), index: usize, selected: usize) {
    if index == selected {
        let cursor = context.theme.cursor;
        context.pen(inside).restyle(0, y, inside.width, cursor);
    }
    let row = Rect { y: inside.y + y, height, ..inside };
    context.note(row, Target::OverlayRow(index));
}
