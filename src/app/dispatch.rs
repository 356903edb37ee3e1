//! Keys that move or open, given to what lies on top: a popup, a race, else the screen.

use crate::app::commands::racing;
use crate::app::core::pointer::Direction;
use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::app::{App, Effect};

/// An arrow.
pub(super) fn go(app: &mut App, direction: Direction) {
    if app.popups.is_open() {
        app.with_popup(|popup, app| popup.go(app, direction));
    } else if app.core.shows_race() {
        let forward = matches!(direction, Direction::Right | Direction::Down);
        racing::choose_racer(&mut app.core, forward);
    } else {
        app.with_screen(|screen, core| screen.go(core, direction));
    }
}

/// A page key.
pub(super) fn page(app: &mut App, down: bool) {
    if app.popups.is_open() {
        app.with_popup(|popup, app| popup.page(app, down));
    } else {
        app.with_screen(|screen, core| screen.page(core, down));
    }
}

/// Home, End, g or G.
pub(super) fn edge(app: &mut App, last: bool) {
    if app.popups.is_open() {
        app.with_popup(|popup, app| popup.edge(app, last));
    } else {
        app.with_screen(|screen, core| screen.edge(core, last));
    }
}

/// Enter: opens or does what is under the focus.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    if app.popups.is_open() {
        return choose(app, |popup, app| popup.enter(app));
    }
    if app.core.shows_race() {
        racing::take_racer(&mut app.core);
    } else {
        let popup = app.with_screen(|screen, core| screen.open(core));
        app.popups.toggle_if(popup);
    }
    Vec::new()
}

/// Something done in the popup on top that may close it.
pub(super) fn choose(app: &mut App, act: impl FnOnce(&mut dyn PopupBehaviour, &mut App) -> Next) -> Vec<Effect> {
    match app.with_popup(act) {
        Some(Next::Stays(effects)) => effects,
        Some(Next::Closes(effects)) => {
            app.popups.open.pop();
            effects
        }
        None => Vec::new(),
    }
}
