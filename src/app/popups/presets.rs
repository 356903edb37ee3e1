//! Ready-made runs.

use crate::app::commands::switch;
use crate::app::core::runs::Origin;
use crate::app::popups::behaviour::{Next, PopupBehaviour, rows};
use crate::app::{App, RecipePanel, Screen};
use crate::training::Preset;

/// The presets.
#[derive(Debug, Clone)]
pub struct PresetMenu {
    /// The row under the cursor.
    pub selected: usize,
}

/// `p`: opens them; where they stand on the screen already, they get the focus.
pub(in crate::app) fn open(app: &mut App) {
    // The cursor starts on what a newcomer is looking for.
    let origin = app.core.runs.active().origin;
    let selected = Preset::ALL
        .iter()
        .position(|&preset| Origin::Preset(preset) == origin)
        .map_or(0, |at| if at == 0 { 1 } else { at });
    let beside = app.core.screen == Screen::Recipe && app.core.hits.shows(RecipePanel::Presets);
    if beside && !app.popups.shows_what_if() {
        app.popups.open.clear();
        app.screens.recipe.preset = selected;
        app.core.set_focus(RecipePanel::Presets);
    } else {
        app.popups.toggle(PresetMenu { selected });
    }
}

impl PopupBehaviour for PresetMenu {
    rows!(Preset::ALL.len());

    fn enter(&mut self, app: &mut App) -> Next {
        switch::start_preset(&mut app.core, Preset::ALL[self.selected]);
        Next::Closes
    }
}
