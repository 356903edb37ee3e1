//! One passenger with all columns.

use crate::app::commands::people;
use crate::app::core::movement::Motion;
use crate::app::popups::behaviour::PopupBehaviour;
use crate::app::{App, Core, arithmetic};

/// The card of the selected passenger.
#[derive(Debug, Clone)]
pub struct PersonCard;

impl PopupBehaviour for PersonCard {
    fn moves(&self, app: &App) -> bool {
        app.core.view.rows().len() > 1
    }

    fn go(&mut self, app: &mut App, motion: Motion) {
        let page = app.core.hits.popup_page();
        people::step_who(&mut app.core, motion.rows(page));
    }

    fn copied(&self, core: &Core) -> Option<String> {
        Some(arithmetic::person(core))
    }
}
