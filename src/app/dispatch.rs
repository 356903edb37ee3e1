//! Keys that move or open, given to what lies on top: a popup, a race, else the screen.

use crate::app::commands::racing;
use crate::app::core::pointer::Direction;
use crate::app::{App, Effect, overlay_commands};

/// An arrow.
pub(super) fn go(app: &mut App, direction: Direction) {
    if app.core.overlay.is_some() {
        overlay_commands::go(app, direction);
    } else if app.core.shows_race() {
        let forward = matches!(direction, Direction::Right | Direction::Down);
        racing::choose_racer(&mut app.core, forward);
    } else {
        app.with_screen(|screen, core| screen.go(core, direction));
    }
}

/// A page key.
pub(super) fn page(app: &mut App, down: bool) {
    if app.core.overlay.is_some() {
        overlay_commands::page(app, down);
    } else {
        app.with_screen(|screen, core| screen.page(core, down));
    }
}

/// Home, End, g or G.
pub(super) fn edge(app: &mut App, last: bool) {
    if app.core.overlay.is_some() {
        overlay_commands::edge(app, last);
    } else {
        app.with_screen(|screen, core| screen.edge(core, last));
    }
}

/// Enter: opens or does what is under the focus.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    if app.core.overlay.is_some() {
        return overlay_commands::enter(app);
    }
    if app.core.shows_race() {
        racing::take_racer(&mut app.core);
        return Vec::new();
    }
    app.with_screen(|screen, core| screen.open(core))
}
