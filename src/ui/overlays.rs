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
mod popup;
mod presets;
mod runs;
mod what_if;
mod why;

use crate::app::overlay::Overlay;
use crate::app::{App, Hits, Screen};
use crate::ui::prelude::*;

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
        Some(Overlay::Palette { field, selected }) => palette::draw(context, area, field, *selected),
        Some(Overlay::Presets { selected }) => presets::draw(context, area, *selected),
        Some(Overlay::Filter { field, selected }) => filter::draw(context, area, field, *selected),
        Some(Overlay::Rename { field, run, taken }) => runs::rename(context, area, field, *run, *taken),
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
