//! What keys do on the Landscape screen, and what it remembers.

use super::pointer::Direction;
use super::{App, Effect};

/// What the Landscape screen remembers.
#[derive(Debug, Clone, Default)]
pub struct Landscape {}

impl Landscape {
    /// Whether a part of a map is not computed yet.
    pub const fn is_pending(&self) -> bool {
        false
    }
}

impl App {
    /// An arrow in the focused panel.
    pub(super) fn move_in_landscape(&mut self, _direction: Direction) {}

    /// A page key in the focused panel.
    pub(super) fn page_in_landscape(&mut self, _down: bool) {}

    /// Home, End, g or G in the focused panel.
    pub(super) fn edge_in_landscape(&mut self, _last: bool) {}

    /// Enter in the focused panel.
    pub(super) fn open_in_landscape(&mut self) -> Vec<Effect> {
        Vec::new()
    }

    /// `v`: the next view.
    pub(super) fn next_view_in_landscape(&mut self) {}

    /// Whether Esc has anything to undo here.
    pub(super) fn cancels_in_landscape(&self) -> bool {
        false
    }

    /// Esc: undoes the thing opened last.
    pub(super) fn cancel_in_landscape(&mut self) {}

    /// What `y` copies here.
    pub(super) fn copied_in_landscape(&self) -> String {
        super::arithmetic::prediction(self)
    }
}
