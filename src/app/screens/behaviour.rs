//! What a screen is to the rest of the program: one trait.

use crate::app::commands::look;
use crate::app::core::movement::Motion;
use crate::app::figure::Export;
use crate::app::hits::Pointed;
use crate::app::popups::Popup;
use crate::app::{Core, Panel, arithmetic};

/// What a screen does in its own way. Each acts on its own state and on the core, and on no other screen.
pub(in crate::app) trait Behaviour {
    /// A key that moves in the focused panel.
    fn go(&mut self, core: &mut Core, motion: Motion);

    /// Enter in the focused panel; gives back the popup that it opens.
    fn open(&mut self, core: &mut Core) -> Option<Popup>;

    /// Something of its own clicked or dragged along; false for what all screens have.
    fn point(&mut self, core: &mut Core, at: Pointed) -> bool;

    /// What `x` offers first from the panel in focus: a picture as a drawing, a table as a table.
    fn export(&self, core: &Core) -> Export;

    /// The wheel over a panel.
    fn wheel(&mut self, core: &mut Core, panel: Panel, down: bool) {
        let _ = panel;
        self.go(core, Motion::wheel(down));
    }

    /// `v`: the next view.
    fn next_view(&mut self, _core: &mut Core) {}

    /// `a`: the next axes.
    fn next_axes(&mut self, _core: &mut Core) {}

    /// `t`: the next part of the rows.
    fn next_parts(&mut self, core: &mut Core) {
        look::next_parts(core);
    }

    /// `m`: the next policy for missing ages.
    fn next_policy(&mut self, _core: &mut Core) {}

    /// Whether Esc has anything to undo here.
    fn can_cancel(&self, _core: &Core) -> bool {
        false
    }

    /// Esc: undoes the thing opened last.
    fn cancel(&mut self, _core: &mut Core) {}

    /// Brings what keys may ask for up to date, as a frame drawn now would show it.
    fn settle(&mut self, _core: &mut Core) {}

    /// Brings everything that is drawn up to date with the cursors.
    fn follow(&mut self, _core: &mut Core) {}

    /// After a frame: takes over how large things were drawn.
    fn drawn(&mut self, _core: &mut Core) {}

    /// Whether what is drawn now is still being computed and will be there soon.
    fn is_pending(&self, _core: &Core) -> bool {
        false
    }

    /// Does about a millisecond of that.
    fn slice(&mut self, _core: &mut Core) {}

    /// What `y` copies.
    fn copied(&mut self, core: &mut Core) -> String {
        arithmetic::prediction(core)
    }
}
