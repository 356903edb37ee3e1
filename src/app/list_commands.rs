//! What the user does with the list: the cursor *who*, search, sort, filter, export.

use super::figure::{Export, Figure};
use super::movement::step;
use super::overlay::Overlay;
use super::{App, Effect, ExplorePanel, Notice, Screen, arithmetic};
use crate::data::{Column, Filter, Quick, Sort, export_csv, search};
use crate::explain::words::{Message, notices};

impl App {
    /// Moves *who* by rows of the list as it is sorted and filtered.
    pub(super) fn step_who(&mut self, by: isize) {
        self.settle();
        let rows = self.view.rows();
        if rows.is_empty() {
            return;
        }
        let at = self.view.position_of(self.who).map_or_else(
            // Somebody the filter hides: the list is entered at its first row.
            || {
                if by > 0 { step(0, by - 1, rows.len()) } else { 0 }
            },
            |at| step(at, by, rows.len()),
        );
        self.select(at);
    }

    /// Puts *who* on a place of the view.
    pub(super) fn select(&mut self, place: usize) {
        if let Some(&row) = self.view.rows().get(place) {
            self.who = row as usize;
            let page = self.hits.page(ExplorePanel::Passengers);
            let len = self.view.rows().len();
            self.listing.top = super::listing::fitted_top(self.listing.top, place, page, len);
            self.touch();
        }
    }

    pub(super) fn open_search(&mut self) {
        let field = super::text_field::TextField::default();
        self.overlay = Some(Overlay::Search { field, from: self.who });
        self.show_list();
    }

    fn show_list(&mut self) {
        if self.screen != Screen::Explore {
            self.screen = Screen::Explore;
        }
        self.set_focus(ExplorePanel::Passengers);
    }

    /// Searches as the user types, from where the search began.
    pub(super) fn search_typed(&mut self) {
        let Some(Overlay::Search { field, from }) = &self.overlay else {
            return;
        };
        let (needle, from) = (field.text().to_owned(), *from);
        self.listing.needle.clone_from(&needle);
        let start = self.view.position_of(from).unwrap_or(0);
        // Nobody of that name: back to where the search began, not left at half a match.
        let found = search(&self.list, self.view.rows(), start, &needle, true);
        self.select(found.unwrap_or(start));
    }

    pub(super) fn search_again(&mut self, forward: bool) {
        if self.listing.needle.is_empty() {
            return self.open_search();
        }
        let rows = self.view.rows();
        let at = self.view.position_of(self.who).unwrap_or(0);
        let count = rows.len().max(1);
        let from = if forward { (at + 1) % count } else { (at + count - 1) % count };
        let needle = self.listing.needle.clone();
        match search(&self.list, rows, from, &needle, forward) {
            Some(place) => self.select(place),
            None => self.tell(Notice::info(Message::new(notices::NO_MATCH, [needle]))),
        }
    }

    pub(super) fn sort_by_column(&mut self) {
        self.sort(Sort { column: self.listing.column, descending: false });
    }

    pub(super) fn reverse_sort(&mut self) {
        let sort = self.view.sort();
        self.sort(Sort { descending: !sort.descending, ..sort });
    }

    /// A click on a column's head: sorts by it, and turns the order round the second time.
    pub(super) fn sort_at(&mut self, column: Column) {
        let sort = self.view.sort();
        self.listing.column = column;
        self.sort(Sort { column, descending: sort.column == column && !sort.descending });
    }

    fn sort(&mut self, sort: Sort) {
        self.view.set_sort(sort);
        self.rebuild_and_keep_place();
    }

    /// Filters the list. Who is filtered out gives way to the first who is not, and comes back when
    /// the filter goes, unless the user has moved on.
    pub(super) fn set_filter(&mut self, filter: Filter) {
        let is_empty = filter.is_empty();
        self.view.set_filter(filter);
        self.rebuild_and_keep_place();
        match self.displaced {
            Some((before, after)) if is_empty => {
                self.displaced = None;
                if self.who == after {
                    self.who = before;
                    self.rebuild_and_keep_place();
                }
            }
            _ if self.view.position_of(self.who).is_none() && !self.view.rows().is_empty() => {
                let before = match self.displaced {
                    Some((before, after)) if self.who == after => before,
                    _ => self.who,
                };
                self.select(0);
                self.displaced = Some((before, self.who));
            }
            _ => {}
        }
    }

    pub(super) fn toggle_quick(&mut self, quick: Quick) {
        let mut filter = self.view.filter().clone();
        filter.quick.toggle(quick);
        self.set_filter(filter);
    }

    fn rebuild_and_keep_place(&mut self) {
        self.settle();
        self.rebuild_view();
        match self.view.position_of(self.who) {
            Some(place) => self.select(place),
            None => self.listing.top = 0,
        }
        self.touch();
    }

    /// The arithmetic of what is shown, as text for other programs.
    pub(super) fn text_to_copy(&mut self) -> String {
        if matches!(self.overlay, Some(Overlay::Person)) {
            return arithmetic::person(self);
        }
        if self.shows_what_if() {
            return self.copied_what_if();
        }
        match self.screen {
            Screen::Explore | Screen::Train | Screen::Recipe => arithmetic::prediction(self),
            Screen::Gradients => self.copied_in_gradients(),
            Screen::Beliefs => self.copied_in_beliefs(),
            Screen::Landscape => self.copied_in_landscape(),
            Screen::Score => self.copied_in_score(),
        }
    }

    /// What writes this into the user's folder.
    pub(super) fn exported(&mut self, export: Export) -> Effect {
        // What only its own screen keeps up to date.
        match export {
            Export::Figure(Figure::Curve) => self.refresh_curve(),
            Export::Figure(Figure::Roc) => self.refresh_score(),
            Export::Figure(Figure::Landscape) => self.follow_landscape(),
            Export::Figure(Figure::Network | Figure::Loss | Figure::Accuracy | Figure::Beliefs)
            | Export::Passengers
            | Export::History
            | Export::Recipe => {}
        }
        match export {
            Export::Figure(figure) => Effect::Draw(figure),
            Export::Passengers | Export::History | Export::Recipe => {
                Effect::Export { name: export.file(), contents: self.table(export).unwrap_or_default() }
            }
        }
    }

    /// A table to take along as text; none for a drawing.
    pub fn table(&self, export: Export) -> Option<String> {
        match export {
            Export::Passengers => Some(self.list_as_csv()),
            Export::History => Some(self.history_as_csv()),
            Export::Recipe => Some(self.recipe_as_toml()),
            Export::Figure(_) => None,
        }
    }

    fn list_as_csv(&self) -> String {
        let live = self.shown().rows();
        in_memory(|out| export_csv(&self.list, Column::ALL, self.view.rows(), live, out))
    }

    /// The recipe on the form as `--recipe` reads it.
    fn recipe_as_toml(&self) -> String {
        toml::to_string(&self.wanted_recipe()).expect("a recipe is a table of plain values")
    }

    fn history_as_csv(&self) -> String {
        in_memory(|out| self.run().write_history(out))
    }
}

fn in_memory(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("memory can be written");
    String::from_utf8(out).expect("tables are text")
}
