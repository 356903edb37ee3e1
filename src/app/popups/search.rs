//! The search line at the foot of the list.

use crate::app::commands::people;
use crate::app::core::movement::Motion;
use crate::app::core::text_field::TextField;
use crate::app::popups::behaviour::PopupBehaviour;
use crate::app::{App, Core, ExplorePanel};
use crate::data::search;

/// A search for a name.
#[derive(Debug, Clone)]
pub struct SearchLine {
    /// What was typed.
    pub field: TextField,
    /// The row of the list to return to on Esc.
    from: usize,
}

impl SearchLine {
    /// `/`: begins a search where the list can be seen.
    pub(in crate::app) fn begin(core: &mut Core) -> Self {
        core.set_focus(ExplorePanel::Passengers);
        Self { field: TextField::default(), from: core.who }
    }
}

impl PopupBehaviour for SearchLine {
    fn field(&self) -> Option<&TextField> {
        Some(&self.field)
    }

    /// Searches as the user types, from where the search began.
    fn typed(&mut self, app: &mut App, field: TextField) {
        let core = &mut app.core;
        let start = core.view.position_of(self.from).unwrap_or(0);
        // Nobody of that name: back to where the search began, not left at half a match.
        let found = search(&core.list, core.view.rows(), start, field.text(), true);
        field.text().clone_into(&mut core.listing.needle);
        people::select(core, found.unwrap_or(start));
        self.field = field;
    }

    fn moves(&self, _app: &App) -> bool {
        !self.field.is_empty()
    }

    fn go(&mut self, app: &mut App, motion: Motion) {
        let page = app.core.hits.popup_page();
        let by = motion.rows(page);
        if !app.core.listing.needle.is_empty() {
            for _ in 0..by.unsigned_abs().min(page) {
                people::search_again(&mut app.core, by > 0);
            }
        }
    }

    fn dismissed(&self, core: &mut Core) {
        core.who = self.from;
    }
}
