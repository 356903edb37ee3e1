//! The people of a row of the Score screen, listed on Explore; and the way back to that row.

use crate::app::commands::people;
use crate::app::{Core, ExplorePanel, Panel, Screen};
use crate::data::{Expression, Filter};

/// Where the user came from when a row was listed.
#[derive(Debug, Clone)]
struct Left {
    panel: Panel,
    zoomed: bool,
    /// The filter of before, and the one the row made.
    before: Filter,
    made: Filter,
    /// Whom *who* was on before, and whom the list opened with.
    who: (usize, usize),
    displaced: Option<(usize, usize)>,
}

/// The list that a row of the Score screen made, while it is on Explore.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct Listed(Option<Left>);

impl Listed {
    /// Shows those who meet a condition.
    pub(super) fn list(&mut self, core: &mut Core, expression: Expression) {
        let made = Filter { expression, ..Filter::default() };
        // From one row to the next without Esc between them, the way back is the first one's.
        let first = self.0.take().filter(|left| left.made == *core.view.filter());
        let (before, displaced) = match first {
            Some(left) => (left.before, left.displaced),
            None => (core.view.filter().clone(), core.displaced),
        };
        let (panel, zoomed, who) = (core.focus(), core.zoomed, core.who);
        core.set_focus(ExplorePanel::Passengers);
        core.zoomed = false;
        people::set_filter(core, made.clone());
        self.0 = Some(Left { panel, zoomed, before, made, who: (who, core.who), displaced });
    }

    /// Esc on a list that a row of the Score screen made: undoes exactly that, and tells whether there
    /// was such a list. On another screen only the filter of before comes back.
    pub(in crate::app) fn leave(&mut self, core: &mut Core) -> bool {
        let Some(left) = self.0.take() else {
            return false;
        };
        if left.made != *core.view.filter() {
            return false;
        }
        // Whom the user chose since then stays chosen.
        if core.who == left.who.1 {
            core.who = left.who.0;
        }
        core.displaced = None;
        people::set_filter(core, left.before);
        core.displaced = left.displaced;
        if core.screen == Screen::Explore {
            core.set_focus(left.panel);
            core.zoomed = left.zoomed;
        }
        true
    }
}
