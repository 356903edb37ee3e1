//! What keys do in the popups.

use super::figure::Export;
use super::movement::{step, vertical};
use super::overlay::{Cursor, Overlay, PaletteRow, palette_rows};
use super::pointer::Direction;
use super::race::Field;
use super::run_files::Saving;
use super::text_field::TextField;
use super::{App, Effect, RecipePanel, Screen};
use crate::data::{Column, Expression, Filter, Quick};
use crate::training::{Feature, Preset};

impl App {
    /// Opens a popup, or closes it when it is the one that is open.
    pub(super) fn toggle_overlay(&mut self, overlay: Overlay) -> Vec<Effect> {
        let same =
            self.overlay.as_ref().is_some_and(|open| std::mem::discriminant(open) == std::mem::discriminant(&overlay));
        self.overlay = if same { None } else { Some(overlay) };
        vec![Effect::Redraw]
    }

    pub(super) fn close_overlay(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Search { from, .. }) = self.overlay.take() {
            self.who = from;
        }
        self.return_to_what_if();
        vec![Effect::Redraw]
    }

    pub(super) fn open_palette(&mut self) -> Vec<Effect> {
        self.toggle_overlay(Overlay::Palette { field: TextField::default(), selected: 0 })
    }

    pub(super) fn open_presets(&mut self) -> Vec<Effect> {
        // The cursor starts on what a newcomer is looking for.
        let origin = self.runs.active().origin;
        let next = Preset::ALL
            .iter()
            .position(|&preset| super::runs::Origin::Preset(preset) == origin)
            .map_or(0, |at| if at == 0 { 1 } else { at });
        let beside = self.screen == Screen::Recipe && self.hits().shows(RecipePanel::Presets);
        if beside && !self.shows_what_if() {
            self.overlay = None;
            self.recipe.preset = next;
            self.set_focus(RecipePanel::Presets);
            return Vec::new();
        }
        self.toggle_overlay(Overlay::Presets { selected: next })
    }

    /// `x`: the cursor starts on what the panel in focus shows.
    pub(super) fn open_export(&mut self) -> Vec<Effect> {
        let here = Export::of_focus(self);
        let selected = Export::ALL.iter().position(|&export| export == here);
        self.toggle_overlay(Overlay::Export { selected: selected.unwrap_or(0) })
    }

    pub(super) fn open_filter(&mut self) -> Vec<Effect> {
        let field = TextField::new(&self.view.filter().expression.to_string());
        self.toggle_overlay(Overlay::Filter { field, selected: 0 })
    }

    /// The text of an open field changed: what follows it, follows now.
    pub(super) fn typed(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Search { .. }) => self.search_typed(),
            Some(Overlay::Palette { selected, .. }) => *selected = 0,
            Some(Overlay::Rename { taken, .. }) => *taken = false,
            Some(Overlay::Save(form)) => form.refused = None,
            Some(Overlay::OpenFile(form)) => form.problem = None,
            Some(Overlay::Filter { field, .. }) => {
                // A half-typed condition leaves the list as it is; the popup says what is missing.
                if let Ok(expression) = Expression::parse(field.text()) {
                    let filter = Filter { expression, ..self.view.filter().clone() };
                    self.set_filter(filter);
                }
            }
            Some(
                Overlay::Help { .. }
                | Overlay::Columns
                | Overlay::Person
                | Overlay::WhatIf
                | Overlay::Why
                | Overlay::Presets { .. }
                | Overlay::Features { .. }
                | Overlay::Export { .. }
                | Overlay::Race { .. }
                | Overlay::RecipeText { .. },
            )
            | None => {}
        }
    }

    /// Whether ↑ and ↓ do anything in the open popup.
    pub fn moves_in_popup(&self) -> bool {
        match &self.overlay {
            Some(Overlay::Help { .. }) => self.hits().overlay_last_top() > 0,
            Some(Overlay::Search { field, .. }) => !field.text().is_empty(),
            Some(Overlay::Person) => self.view.rows().len() > 1,
            Some(
                Overlay::Palette { .. }
                | Overlay::Presets { .. }
                | Overlay::Filter { .. }
                | Overlay::Export { .. }
                | Overlay::Race { .. }
                | Overlay::Save(_)
                | Overlay::Columns
                | Overlay::Features { .. }
                | Overlay::WhatIf,
            ) => true,
            Some(Overlay::Rename { .. } | Overlay::OpenFile(_) | Overlay::RecipeText { .. } | Overlay::Why) | None => {
                false
            }
        }
    }

    /// Whether ↑↓ stand on a box of the open popup that is switched on and off.
    pub const fn toggles_in_popup(&self) -> bool {
        matches!(
            self.overlay,
            Some(Overlay::Columns | Overlay::Features { .. } | Overlay::Filter { selected: 1.., .. })
        )
    }

    fn overlay_rows(&self) -> usize {
        match &self.overlay {
            Some(Overlay::Palette { field, .. }) => palette_rows(self, field.text()).len(),
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

    pub(super) fn move_in_overlay(&mut self, direction: Direction) {
        if self.asks_what_if() {
            return self.move_in_what_if(direction);
        }
        let rows = self.overlay_rows();
        let last_top = self.hits().overlay_last_top();
        let by = vertical(direction);
        match self.cursor_in_overlay() {
            Cursor::Row(selected) => *selected = step(*selected, by, rows),
            Cursor::Line(top) => *top = top.saturating_add_signed(by).min(last_top),
            Cursor::Saving(form) => {
                if by != 0 {
                    Self::choose_saving(form, by);
                }
            }
            Cursor::Who => self.step_who(by),
            Cursor::Column => {
                let forward = matches!(direction, Direction::Down | Direction::Right);
                self.listing.move_column(Column::ALL, forward);
            }
            Cursor::Match => {
                if by != 0 {
                    self.search_again(by > 0);
                }
            }
            Cursor::OfWhatIf | Cursor::Nothing => {}
        }
    }

    pub(super) fn page_overlay(&mut self, down: bool) {
        if self.asks_what_if() {
            return self.page_in_what_if(down);
        }
        let page = self.hits().overlay_page();
        let direction = if down { Direction::Down } else { Direction::Up };
        for _ in 0..page {
            self.move_in_overlay(direction);
        }
    }

    pub(super) fn overlay_to_edge(&mut self, last: bool) {
        if self.asks_what_if() {
            return self.edge_in_what_if(last);
        }
        let rows = self.overlay_rows();
        let last_top = self.hits().overlay_last_top();
        match self.cursor_in_overlay() {
            Cursor::Row(selected) => *selected = if last { rows.saturating_sub(1) } else { 0 },
            Cursor::Line(top) => *top = if last { last_top } else { 0 },
            Cursor::Who => self.step_who(if last { isize::MAX / 2 } else { isize::MIN / 2 }),
            Cursor::Column => {
                let at = if last { Column::ALL.len() - 1 } else { 0 };
                self.listing.column = Column::ALL[at];
            }
            Cursor::Saving(_) | Cursor::Match | Cursor::OfWhatIf | Cursor::Nothing => {}
        }
    }

    /// Enter in a popup.
    pub(super) fn choose_in_overlay(&mut self) -> Vec<Effect> {
        if self.asks_what_if() {
            return self.enter_what_if();
        }
        let effects = self.choose();
        self.return_to_what_if();
        effects
    }

    fn choose(&mut self) -> Vec<Effect> {
        match self.overlay.take() {
            Some(Overlay::Palette { field, selected }) => {
                let rows = palette_rows(self, field.text());
                let mut effects = vec![Effect::Redraw];
                if rows.get(selected).is_some() {
                    self.return_to_what_if();
                }
                match rows.get(selected) {
                    Some(PaletteRow::Command(command, _)) => effects.extend(self.command(*command)),
                    Some(&PaletteRow::Epoch(epoch)) => self.go_to(epoch),
                    Some(&PaletteRow::Preset(preset)) => self.start_preset(preset),
                    None => self.overlay = Some(Overlay::Palette { field, selected }),
                }
                effects
            }
            Some(Overlay::Presets { selected }) => {
                self.start_preset(Preset::ALL[selected.min(Preset::ALL.len() - 1)]);
                vec![Effect::Redraw]
            }
            Some(Overlay::Export { selected }) => {
                let chosen = Export::ALL[selected.min(Export::ALL.len() - 1)];
                vec![Effect::Redraw, self.exported(chosen)]
            }
            Some(Overlay::Race { selected }) => {
                self.race_field(Field::ALL[selected.min(Field::ALL.len() - 1)]);
                vec![Effect::Redraw]
            }
            Some(Overlay::Rename { field, run, .. }) => self.rename(field, run),
            Some(Overlay::Save(form)) => self.save(form),
            Some(Overlay::OpenFile(form)) => self.open_file(form),
            Some(Overlay::Filter { field, selected }) if selected > 0 => {
                self.overlay = Some(Overlay::Filter { field, selected });
                self.toggle_quick(Quick::ALL[selected - 1]);
                Vec::new()
            }
            Some(Overlay::Columns) => {
                let column = self.listing.column;
                let shown = self.hits().columns().contains(&column);
                self.listing.toggle(column, shown);
                self.overlay = Some(Overlay::Columns);
                Vec::new()
            }
            Some(Overlay::RecipeText { field }) => self.take_typed(field),
            Some(Overlay::Features { selected }) => {
                self.overlay = Some(Overlay::Features { selected });
                self.toggle_feature(selected);
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
    pub(super) fn click_overlay_row(&mut self, row: usize) -> Vec<Effect> {
        match self.cursor_in_overlay() {
            Cursor::Row(selected) => {
                *selected = row;
                return self.choose_in_overlay();
            }
            Cursor::Saving(form) => {
                if let Some(&what) = Saving::ALL.get(row) {
                    Self::save_as(form, what);
                }
            }
            Cursor::OfWhatIf => self.select_neighbour(row),
            Cursor::Column => {
                if let Some(&column) = Column::ALL.get(row) {
                    let again = self.listing.column == column;
                    self.listing.column = column;
                    if again {
                        return self.choose_in_overlay();
                    }
                }
            }
            Cursor::Line(_) | Cursor::Who | Cursor::Match | Cursor::Nothing => {}
        }
        Vec::new()
    }

    /// What the arrow keys move in the open popup.
    fn cursor_in_overlay(&mut self) -> Cursor<'_> {
        self.overlay.as_mut().map_or(Cursor::Nothing, Overlay::cursor)
    }
}
