//! The features of a recipe, to be switched on and off.

use crate::app::App;
use crate::app::popups::behaviour::{Next, PopupBehaviour, rows};
use crate::training::Feature;

/// The features.
#[derive(Debug, Clone, Default)]
pub struct FeatureMenu {
    /// The row under the cursor.
    pub selected: usize,
}

impl PopupBehaviour for FeatureMenu {
    rows!(Feature::ALL.len());

    fn toggles(&self) -> bool {
        true
    }

    fn enter(&mut self, app: &mut App) -> Next {
        app.screens.recipe.toggle_feature(&mut app.core, self.selected);
        Next::Stays
    }
}
