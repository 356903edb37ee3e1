//! What keys do in the popups.

use crate::app::commands::{people, racing, run_files, run_list, switch, time, what_if_form};
use crate::app::core::movement::{step, vertical};
use crate::app::core::pointer::Direction;
use crate::app::core::race::Field;
use crate::app::figure::Export;
use crate::app::overlay::{Cursor, Overlay, Saving};
use crate::app::palette::{PaletteRow, palette_rows};
use crate::app::{App, Effect, RecipePanel, Screen, taken_along};
use crate::data::{Column, Quick};
use crate::training::{Feature, Preset};

pub(super) fn open_presets(app: &mut App) -> Vec<Effect> {
    // The cursor starts on what a newcomer is looking for.
    let origin = app.core.runs.active().origin;
    let next = Preset::ALL
        .iter()
        .position(|&preset| crate::app::core::runs::Origin::Preset(preset) == origin)
        .map_or(0, |at| if at == 0 { 1 } else { at });
    let beside = app.core.screen == Screen::Recipe && app.core.hits.shows(RecipePanel::Presets);
    if beside && !app.core.shows_what_if() {
        app.core.overlay = None;
        app.screens.recipe.preset = next;
        app.core.set_focus(RecipePanel::Presets);
        return Vec::new();
    }
    app.core.toggle_overlay(Overlay::Presets { selected: next })
}

/// `x`: the cursor starts on what the panel in focus shows.
pub(super) fn open_export(app: &mut App) -> Vec<Effect> {
    let here = app.on_screen().export(&app.core);
    let selected = Export::ALL.iter().position(|&export| export == here);
    app.core.toggle_overlay(Overlay::Export { selected: selected.unwrap_or(0) })
}

fn overlay_rows(app: &App) -> usize {
    match &app.core.overlay {
        Some(Overlay::Palette { field, .. }) => palette_rows(app, field.text()).len(),
        Some(Overlay::Presets { .. }) => Preset::ALL.len(),
        Some(Overlay::Export { .. }) => Export::ALL.len(),
        Some(Overlay::Race { .. }) => Field::ALL.len(),
        Some(Overlay::Filter { .. }) => Quick::ALL.len() + 1,
        Some(Overlay::Help { .. }) => usize::MAX,
        Some(Overlay::Features { .. }) => Feature::ALL.len(),
        Some(
            Overlay::Search { .. }
            | Overlay::Columns
            | Overlay::Rename { .. }
            | Overlay::Save(_)
            | Overlay::OpenFile(_)
            | Overlay::Person
            | Overlay::WhatIf
            | Overlay::Why
            | Overlay::RecipeText { .. },
        )
        | None => 0,
    }
}

pub(super) fn go(app: &mut App, direction: Direction) {
    if app.core.asks_what_if() {
        return what_if_form::go(&mut app.core, direction);
    }
    let rows = overlay_rows(app);
    let last_top = app.core.hits.overlay_last_top();
    let by = vertical(direction);
    match cursor(app) {
        Cursor::Row(selected) => *selected = step(*selected, by, rows),
        Cursor::Line(top) => *top = top.saturating_add_signed(by).min(last_top),
        Cursor::Saving(form) => {
            if by != 0 {
                run_files::choose_saving(form, by);
            }
        }
        Cursor::Who => people::step_who(&mut app.core, by),
        Cursor::Column => {
            let forward = matches!(direction, Direction::Down | Direction::Right);
            app.core.listing.move_column(Column::ALL, forward);
        }
        Cursor::Match => {
            if by != 0 {
                people::search_again(&mut app.core, by > 0);
            }
        }
        Cursor::OfWhatIf | Cursor::Nothing => {}
    }
}

pub(super) fn page(app: &mut App, down: bool) {
    if app.core.asks_what_if() {
        return what_if_form::page(&mut app.core, down);
    }
    let page = app.core.hits.overlay_page();
    let direction = if down { Direction::Down } else { Direction::Up };
    for _ in 0..page {
        go(app, direction);
    }
}

pub(super) fn edge(app: &mut App, last: bool) {
    if app.core.asks_what_if() {
        return what_if_form::edge(&mut app.core, last);
    }
    let rows = overlay_rows(app);
    let last_top = app.core.hits.overlay_last_top();
    match cursor(app) {
        Cursor::Row(selected) => *selected = if last { rows.saturating_sub(1) } else { 0 },
        Cursor::Line(top) => *top = if last { last_top } else { 0 },
        Cursor::Who => people::step_who(&mut app.core, if last { isize::MAX / 2 } else { isize::MIN / 2 }),
        Cursor::Column => {
            let at = if last { Column::ALL.len() - 1 } else { 0 };
            app.core.listing.column = Column::ALL[at];
        }
        Cursor::Saving(_) | Cursor::Match | Cursor::OfWhatIf | Cursor::Nothing => {}
    }
}

/// Enter in a popup.
pub(super) fn enter(app: &mut App) -> Vec<Effect> {
    if app.core.asks_what_if() {
        return what_if_form::enter(&mut app.core);
    }
    let effects = choose(app);
    what_if_form::return_to_what_if(&mut app.core);
    effects
}

fn choose(app: &mut App) -> Vec<Effect> {
    match app.core.overlay.take() {
        Some(Overlay::Palette { field, selected }) => {
            let rows = palette_rows(app, field.text());
            if rows.get(selected).is_some() {
                what_if_form::return_to_what_if(&mut app.core);
            }
            match rows.get(selected) {
                Some(PaletteRow::Command(command, _)) => app.core.then = Some(*command),
                Some(&PaletteRow::Epoch(epoch)) => time::go_to(&mut app.core, epoch),
                Some(&PaletteRow::Preset(preset)) => switch::start_preset(&mut app.core, preset),
                None => app.core.overlay = Some(Overlay::Palette { field, selected }),
            }
            vec![Effect::Redraw]
        }
        Some(Overlay::Presets { selected }) => {
            switch::start_preset(&mut app.core, Preset::ALL[selected.min(Preset::ALL.len() - 1)]);
            vec![Effect::Redraw]
        }
        Some(Overlay::Export { selected }) => {
            let chosen = Export::ALL[selected.min(Export::ALL.len() - 1)];
            vec![Effect::Redraw, taken_along::exported(app, chosen)]
        }
        Some(Overlay::Race { selected }) => {
            racing::race_field(&mut app.core, Field::ALL[selected.min(Field::ALL.len() - 1)]);
            vec![Effect::Redraw]
        }
        Some(Overlay::Rename { field, run, .. }) => run_list::rename(&mut app.core, field, run),
        Some(Overlay::Save(form)) => run_files::save(&mut app.core, form),
        Some(Overlay::OpenFile(form)) => run_files::open_file(&mut app.core, form),
        Some(Overlay::Filter { field, selected }) if selected > 0 => {
            app.core.overlay = Some(Overlay::Filter { field, selected });
            people::toggle_quick(&mut app.core, Quick::ALL[selected - 1]);
            Vec::new()
        }
        Some(Overlay::Columns) => {
            let column = app.core.listing.column;
            let shown = app.core.hits.columns().contains(&column);
            app.core.listing.toggle(column, shown);
            app.core.overlay = Some(Overlay::Columns);
            Vec::new()
        }
        Some(Overlay::RecipeText { field }) => app.screens.recipe.take_typed(&mut app.core, field),
        Some(Overlay::Features { selected }) => {
            app.core.overlay = Some(Overlay::Features { selected });
            app.screens.recipe.toggle_feature(&mut app.core, selected);
            Vec::new()
        }
        Some(
            Overlay::Filter { .. }
            | Overlay::Search { .. }
            | Overlay::Help { .. }
            | Overlay::Person
            | Overlay::WhatIf
            | Overlay::Why,
        )
        | None => vec![Effect::Redraw],
    }
}

/// A click on a row of the popup: the first selects, one on the selected row chooses.
pub(super) fn click_overlay_row(app: &mut App, row: usize) -> Vec<Effect> {
    match cursor(app) {
        Cursor::Row(selected) => {
            *selected = row;
            return enter(app);
        }
        Cursor::Saving(form) => {
            if let Some(&what) = Saving::ALL.get(row) {
                run_files::save_as(form, what);
            }
        }
        Cursor::OfWhatIf => what_if_form::select_neighbour(&mut app.core, row),
        Cursor::Column => {
            if let Some(&column) = Column::ALL.get(row) {
                let again = app.core.listing.column == column;
                app.core.listing.column = column;
                if again {
                    return enter(app);
                }
            }
        }
        Cursor::Line(_) | Cursor::Who | Cursor::Match | Cursor::Nothing => {}
    }
    Vec::new()
}

/// What the arrow keys move in the open popup.
fn cursor(app: &mut App) -> Cursor<'_> {
    app.core.overlay.as_mut().map_or(Cursor::Nothing, Overlay::cursor)
}
