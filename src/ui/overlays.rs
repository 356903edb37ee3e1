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

use ratatui::layout::Rect;

use super::context::Context;
use super::widgets::panel::Panel as Frame;
use super::widgets::popup;
use crate::app::Target;
use crate::app::overlay::Overlay;

/// Draws the open popup, if there is one, over `area`.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    if context.app.is_editing() && !context.app.on_explore() {
        hand::draw(context, area);
    }
    match &context.app.overlay {
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

/// Draws an empty popup of this size in the middle of `area` and returns its inside.
fn open(
    context: &mut Context<'_>,
    area: Rect,
    (width, height): (u16, u16),
    title: &str,
    footer: &str,
) -> Rect {
    let at = popup::centered(area, width.min(area.width), height.min(area.height));
    let frame = Frame::new(context.theme, title)
        .footer(footer)
        .focused(true);
    let inside = popup::draw(&frame, at, context.buf);
    context.note(at, Target::Overlay);
    inside
}
