//! Keys that move or open, given to what lies on top: a popup, a race, else the screen.

use crate::app::commands::{look, racing};
use crate::app::core::movement::Motion;
use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::app::tour::Tour;
use crate::app::{App, tour};

/// A key that moves.
pub(super) fn go(app: &mut App, motion: Motion) {
    if app.popups.is_open() {
        app.with_popup(|popup, app| popup.go(app, motion));
    } else if let (Motion::Arrow(_), true) = (motion, app.core.shows_race()) {
        racing::choose_racer(&mut app.core, motion.rows(1) + motion.across() > 0);
    } else {
        app.with_screen(|screen, core| screen.go(core, motion));
    }
}

/// Tab: the card of the tour gives the keys back, else the next panel has them.
pub(super) fn next_panel(app: &mut App) {
    if Tour::has_keys(app) {
        tour::step_aside(app);
    } else {
        look::move_focus(&mut app.core, true);
    }
}

/// Enter: opens or does what is under the focus.
pub(super) fn open(app: &mut App) {
    if app.popups.is_open() {
        choose(app, |popup, app| popup.enter(app));
    } else if app.core.shows_race() {
        racing::take_racer(&mut app.core);
    } else {
        let popup = app.with_screen(|screen, core| screen.open(core));
        app.popups.toggle_if(popup);
    }
}

/// Something done in the popup on top that may close it.
pub(super) fn choose(app: &mut App, act: impl FnOnce(&mut dyn PopupBehaviour, &mut App) -> Next) {
    if app.with_popup(act) == Some(Next::Closes) {
        app.popups.open.pop();
    }
}
