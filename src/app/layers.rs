//! What lies over what: a popup over a race over the screen. Esc takes away exactly one layer, the topmost.

use crate::app::commands::{people, racing, time};
use crate::app::{App, present, tour};
use crate::data::Filter;

/// Something that Esc takes away.
struct EscLayer {
    is_there: fn(&App) -> bool,
    pop: fn(&mut App),
}

/// All of them, the topmost first.
const LAYERS: [EscLayer; 10] = [
    // The popup on top, or something smaller in it.
    EscLayer {
        is_there: |app| app.popups.is_open(),
        pop: |app| {
            if app.with_popup(|popup, app| popup.takes_esc(&mut app.core)) == Some(false) {
                app.dismiss_popup();
            }
        },
    },
    // A jump on its way.
    EscLayer { is_there: |app| app.core.playback.is_seeking(), pop: |app| app.core.playback.rest() },
    // The race on the screen.
    EscLayer { is_there: |app| app.core.shows_race(), pop: |app| racing::leave_race(&mut app.core) },
    // The slow flow.
    EscLayer { is_there: |app| app.core.flow.is_some(), pop: |app| app.core.flow = None },
    // The offer on the published network.
    EscLayer { is_there: |app| app.core.offer_stands(), pop: |app| time::decline_offer(&mut app.core) },
    // What is open on the screen itself.
    EscLayer {
        is_there: |app| app.on_screen().can_cancel(&app.core),
        pop: |app| app.with_screen(|screen, core| screen.cancel(core)),
    },
    // The class, with the panel that fills its screen.
    EscLayer { is_there: |app| app.core.presenter.is_on, pop: |app| present::leave(&mut app.core) },
    // A panel that fills the screen.
    EscLayer { is_there: |app| app.core.zoomed, pop: |app| app.core.zoomed = false },
    // The filter of the list.
    EscLayer {
        is_there: |app| !app.core.view.filter().is_empty(),
        pop: |app| {
            if !app.screens.score.listed.leave(&mut app.core) {
                people::set_filter(&mut app.core, Filter::default());
            }
        },
    },
    // The tour, once nothing of what it is about is open any more.
    EscLayer { is_there: |app| app.tour.is_open(), pop: tour::leave },
];

/// Whether Esc has anything to take away.
pub(super) fn can_pop(app: &App) -> bool {
    LAYERS.iter().any(|layer| (layer.is_there)(app))
}

/// Whether Esc would leave the tour: nothing lies over it.
pub fn leaves_tour(app: &App) -> bool {
    app.tour.is_open() && LAYERS.iter().filter(|layer| (layer.is_there)(app)).count() == 1
}

/// Esc: takes away the topmost layer, and where there is none the notice.
pub(super) fn pop(app: &mut App) {
    match LAYERS.iter().find(|layer| (layer.is_there)(app)) {
        Some(layer) => (layer.pop)(app),
        None => app.core.notice = None,
    }
}
