//! What lies over what: a popup over a race over the screen. Esc takes away exactly one layer, the topmost.

use strum::VariantArray;

use crate::app::App;
use crate::app::commands::{people, racing, time};
use crate::data::Filter;

/// Something that Esc takes away, the topmost first.
#[derive(Debug, Clone, Copy, VariantArray)]
enum EscLayer {
    /// The popup on top, or something smaller in it.
    Popup,
    /// A jump on its way.
    Jump,
    /// The race on the screen.
    Race,
    /// The slow flow.
    Flow,
    /// The offer on the published network.
    Offer,
    /// What is open on the screen itself.
    OfScreen,
    /// A panel that fills the screen.
    Zoom,
    /// The filter of the list.
    Filter,
}

impl EscLayer {
    fn is_there(self, app: &App) -> bool {
        let core = &app.core;
        match self {
            Self::Popup => app.popups.is_open(),
            Self::Jump => core.playback.is_seeking(),
            Self::Race => core.shows_race(),
            Self::Flow => core.flow.is_some(),
            Self::Offer => core.offer_stands(),
            Self::OfScreen => app.on_screen().can_cancel(core),
            Self::Zoom => core.zoomed,
            Self::Filter => !core.view.filter().is_empty(),
        }
    }

    fn pop(self, app: &mut App) {
        let core = &mut app.core;
        match self {
            Self::Popup => {
                if app.with_popup(|popup, app| popup.takes_esc(&mut app.core)) == Some(false) {
                    app.dismiss_popup();
                }
            }
            Self::Jump => core.playback.rest(),
            Self::Race => racing::leave_race(core),
            Self::Flow => core.flow = None,
            Self::Offer => time::decline_offer(core),
            Self::OfScreen => app.with_screen(|screen, core| screen.cancel(core)),
            Self::Zoom => core.zoomed = false,
            Self::Filter => {
                if !app.screens.score.listed.leave(core) {
                    people::set_filter(core, Filter::default());
                }
            }
        }
    }

    fn top(app: &App) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|layer| layer.is_there(app))
    }
}

/// Whether Esc has anything to take away.
pub fn can_pop(app: &App) -> bool {
    EscLayer::top(app).is_some()
}

/// Esc: takes away the topmost layer, and where there is none the notice.
pub(super) fn pop(app: &mut App) {
    match EscLayer::top(app) {
        Some(layer) => layer.pop(app),
        None => app.core.notice = None,
    }
}
