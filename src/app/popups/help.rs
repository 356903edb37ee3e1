//! The keys of this screen. The rows are lines of a page to scroll in.

use crate::app::App;
use crate::app::popups::behaviour::PopupBehaviour;

/// The help.
#[derive(Debug, Clone, Default)]
pub struct HelpPage {
    /// The first line shown.
    pub top: usize,
}

impl PopupBehaviour for HelpPage {
    fn list(&self, app: &App) -> Option<(usize, usize)> {
        Some((self.top, app.core.hits.popup_last_top() + 1))
    }

    fn select(&mut self, _app: &mut App, row: usize) {
        self.top = row;
    }
}
