//! The popups, drawn over any screen, one file each.

mod class_line;
mod columns;
mod export;
mod features;
mod filter;
mod glossary;
mod hand;
mod help;
mod lessons;
mod list_page;
mod open_file;
mod palette;
mod parts;
mod person;
mod presets;
mod race;
mod rename;
mod save;
mod what_if;
mod why;

use crate::app::popups::Popup;
use crate::app::{App, Hits, Screen};
use crate::ui::prelude::*;
use crate::ui::widgets::popup::step_back;

/// Draws the open popups over `area`.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    if context.app.core.edit.is_some() && context.app.core.screen != Screen::Explore {
        hand::draw(context, area);
    }
    let Some((top, beneath)) = context.app.popups.all().split_last() else {
        return;
    };
    for popup in beneath {
        // Seen, but not to be clicked.
        let mut unseen = Hits::default();
        let mut behind = Context { app: context.app, theme: context.theme, buf: context.buf, hits: &mut unseen };
        one(&mut behind, area, popup);
    }
    if lies_over(context.app, area, top) {
        step_back(area.positions(), context.theme.ground, context.buf);
    }
    one(context, area, top);
}

/// Whether a popup hides a part of the screen, which then steps back.
fn lies_over(app: &App, area: Rect, popup: &Popup) -> bool {
    match popup {
        Popup::SearchLine(_) | Popup::RecipeLine(_) => false,
        Popup::WhatIfForm(_) => what_if::dock(app, area).is_none(),
        Popup::HelpPage(_)
        | Popup::CommandPalette(_)
        | Popup::PresetMenu(_)
        | Popup::FilterForm(_)
        | Popup::RenameLine(_)
        | Popup::ClassLine(_)
        | Popup::ExportMenu(_)
        | Popup::RaceMenu(_)
        | Popup::SaveForm(_)
        | Popup::OpenForm(_)
        | Popup::PersonCard(_)
        | Popup::ColumnMenu(_)
        | Popup::FeatureMenu(_)
        | Popup::LessonMenu(_)
        | Popup::GlossaryPage(_)
        | Popup::ListPage(_)
        | Popup::WhyPage(_) => true,
    }
}

fn one(context: &mut Context<'_>, area: Rect, popup: &Popup) {
    match popup {
        Popup::HelpPage(page) => help::draw(context, area, page),
        Popup::CommandPalette(palette) => palette::draw(context, area, palette),
        Popup::PresetMenu(menu) => presets::draw(context, area, menu),
        Popup::FilterForm(form) => filter::draw(context, area, form),
        Popup::RenameLine(line) => rename::draw(context, area, line),
        Popup::ClassLine(line) => class_line::draw(context, area, line),
        Popup::ExportMenu(menu) => export::draw(context, area, menu),
        Popup::RaceMenu(menu) => race::draw(context, area, menu),
        Popup::SaveForm(form) => save::draw(context, area, form),
        Popup::OpenForm(form) => open_file::draw(context, area, form),
        Popup::PersonCard(_) => person::draw(context, area),
        Popup::ColumnMenu(_) => columns::draw(context, area),
        Popup::FeatureMenu(menu) => features::draw(context, area, menu),
        Popup::WhatIfForm(_) => what_if::draw(context, area),
        Popup::GlossaryPage(page) => glossary::draw(context, area, page),
        Popup::LessonMenu(menu) => lessons::draw(context, area, menu),
        Popup::WhyPage(_) => why::draw(context, area),
        Popup::ListPage(_) => list_page::draw(context, area),
        // The search line stands at the foot of the list, what is typed into a recipe on its line.
        Popup::SearchLine(_) | Popup::RecipeLine(_) => {}
    }
}

/// What of `area` is left for the screen beside an open popup that keeps it in sight.
pub fn beside(app: &App, area: Rect) -> Rect {
    what_if::dock(app, area).map_or(area, |(screen, _)| screen)
}
