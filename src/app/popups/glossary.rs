//! The words of the program, to look one up.

use crate::app::popups::behaviour::{Next, PopupBehaviour, rows};
use crate::app::{App, glossary};

/// The words.
#[derive(Debug, Clone)]
pub struct GlossaryPage {
    /// The word under the cursor.
    pub selected: usize,
}

impl GlossaryPage {
    /// At the word for where the user is.
    pub(in crate::app) fn here(app: &App) -> Self {
        Self { selected: glossary::here(app) }
    }
}

impl PopupBehaviour for GlossaryPage {
    rows!(glossary::terms().len());

    /// A click looks a word up.
    fn click(&mut self, app: &mut App, row: usize) -> Next {
        self.select(app, row);
        Next::Stays
    }
}
