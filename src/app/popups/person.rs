//! One passenger with all columns.

use crate::app::commands::people;
use crate::app::core::movement::vertical;
use crate::app::core::pointer::Direction;
use crate::app::popups::behaviour::PopupBehaviour;
use crate::app::{App, Core, arithmetic};

/// The card of the selected passenger.
#[derive(Debug, Clone)]
pub struct PersonCard;

impl PopupBehaviour for PersonCard {
    fn moves(&self, app: &App) -> bool {
        app.core.view.rows().len() > 1
    }

    fn go(&mut self, app: &mut App, direction: Direction) {
        people::step_who(&mut app.core, vertical(direction));
    }

    fn edge(&mut self, app: &mut App, last: bool) {
        people::step_who(&mut app.core, if last { isize::MAX / 2 } else { isize::MIN / 2 });
    }

    fn copied(&self, core: &Core) -> Option<String> {
        Some(arithmetic::person(core))
    }
}
