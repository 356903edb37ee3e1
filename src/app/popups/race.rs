//! Ready-made fields of a race.

use crate::app::App;
use crate::app::commands::racing;
use crate::app::core::race::Field;
use crate::app::popups::behaviour::{Next, PopupBehaviour, rows};

/// The fields.
#[derive(Debug, Clone, Default)]
pub struct RaceMenu {
    /// The row under the cursor.
    pub selected: usize,
}

impl PopupBehaviour for RaceMenu {
    rows!(Field::ALL.len());

    fn enter(&mut self, app: &mut App) -> Next {
        racing::race_field(&mut app.core, Field::ALL[self.selected]);
        Next::Closes
    }
}
