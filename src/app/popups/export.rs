//! What can be taken along.

use crate::app::figure::Export;
use crate::app::popups::behaviour::{Next, PopupBehaviour, rows};
use crate::app::{App, taken_along};

/// The drawings and tables.
#[derive(Debug, Clone)]
pub struct ExportMenu {
    /// The row under the cursor.
    pub selected: usize,
}

impl ExportMenu {
    /// The cursor starts on what the panel in focus shows.
    pub(in crate::app) fn from(here: Export) -> Self {
        let selected = Export::ALL.iter().position(|&export| export == here);
        Self { selected: selected.unwrap_or(0) }
    }
}

impl PopupBehaviour for ExportMenu {
    rows!(Export::ALL.len());

    fn enter(&mut self, app: &mut App) -> Next {
        taken_along::export(app, Export::ALL[self.selected]);
        Next::Closes
    }
}
