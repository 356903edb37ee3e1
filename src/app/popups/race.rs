//! Ready-made fields of a race.

use crate::app::App;
use crate::app::commands::racing;
use crate::app::core::race::Field;
use crate::app::popups::behaviour::{CLOSES, Next, PopupBehaviour};

/// The fields.
#[derive(Debug, Clone, Default)]
pub struct RaceMenu {
    /// The row under the cursor.
    pub selected: usize,
}

impl PopupBehaviour for RaceMenu {
    fn list(&self, _app: &App) -> Option<(usize, usize)> {
        Some((self.selected, Field::ALL.len()))
    }

    fn select(&mut self, _app: &mut App, row: usize) {
        self.selected = row;
    }

    fn enter(&mut self, app: &mut App) -> Next {
        racing::race_field(&mut app.core, Field::ALL[self.selected]);
        CLOSES
    }
}
