//! A line of the recipe form being typed.

use crate::app::App;
use crate::app::core::text_field::TextField;
use crate::app::popups::behaviour::{Next, PopupBehaviour, line};

/// The line in focus.
#[derive(Debug, Clone)]
pub struct RecipeLine {
    /// What was typed.
    pub field: TextField,
}

impl PopupBehaviour for RecipeLine {
    line!();

    /// A text that cannot be taken stays under the cursor.
    fn enter(&mut self, app: &mut App) -> Next {
        if app.screens.recipe.take_typed(&mut app.core, self.field.text()) { Next::Closes } else { Next::Stays }
    }
}
