//! What keys do on the Gradients screen, and what it remembers.

use super::pointer::Direction;
use super::{App, Effect};

/// What the Gradients screen remembers.
#[derive(Debug, Clone, Default)]
pub struct Gradients {}

impl App {
    /// An arrow in the focused panel.
    pub(super) fn move_in_gradients(&mut self, _direction: Direction) {}

    /// A page key in the focused panel.
    pub(super) fn page_in_gradients(&mut self, _down: bool) {}

    /// Home, End, g or G in the focused panel.
    pub(super) fn edge_in_gradients(&mut self, _last: bool) {}

    /// Enter in the focused panel.
    pub(super) fn open_in_gradients(&mut self) -> Vec<Effect> {
        Vec::new()
    }

    /// `v`: the next view.
    pub(super) fn next_view_in_gradients(&mut self) {}

    /// Whether Esc has anything to undo here.
    pub(super) fn cancels_in_gradients(&self) -> bool {
        false
    }

    /// Esc: undoes the thing opened last.
    pub(super) fn cancel_in_gradients(&mut self) {}

    /// What `y` copies here.
    pub(super) fn copied_in_gradients(&self) -> String {
        super::arithmetic::prediction(self)
    }
}
