//! What is looked at: the screen, the panel in focus, which rows, the slow flow, theme and language.

use crate::analysis::stopping::Stopping;
use crate::app::core::flow::Flow;
use crate::app::{Core, Effect, Notice, Parts, Screen};
use crate::explain::numbers;
use crate::explain::words::{Message, notices};
use crate::training::Watched;

/// Puts a screen on.
pub(in crate::app) fn show(core: &mut Core, screen: Screen) {
    if screen != core.screen {
        // The other screens say at once what it has not come to.
        core.flow = None;
    }
    core.screen = screen;
    // In front of a class the panel in focus always has the screen.
    core.zoomed = core.presenter.is_on;
}

/// Gives the focus to the next or previous panel of the screen.
pub(in crate::app) fn move_focus(core: &mut Core, forward: bool) {
    let panels = core.screen.panels();
    let at = panels.iter().position(|&panel| panel == core.focus()).unwrap_or(0);
    let step = if forward { 1 } else { panels.len() - 1 };
    core.set_focus(panels[(at + step) % panels.len()]);
}

pub(in crate::app) fn next_parts(core: &mut Core) {
    core.parts = match core.parts {
        Parts::Both => Parts::Train,
        Parts::Train => Parts::Test,
        Parts::Test => Parts::Both,
    };
    core.moved();
}

pub(in crate::app) fn toggle_flow(core: &mut Core) {
    core.flow = match core.flow {
        Some(_) => None,
        None => Some(Flow::new(core.network().depth())),
    };
}

pub(in crate::app) fn next_theme(core: &mut Core) {
    core.settings.theme = core.settings.theme.next();
    let name = core.settings.theme.key().to_owned();
    core.tell(Notice::info(Message::new(notices::THEME, [name])));
}

pub(in crate::app) fn next_language(core: &mut Core) {
    core.settings.language = core.settings.language.next();
    core.tell(Notice::info(Message::plain(notices::LANGUAGE)));
    core.asked.push(Effect::Redraw);
}

/// Changes between all glyphs and ASCII.
pub(in crate::app) fn other_glyphs(core: &mut Core) {
    core.settings.ascii = !core.settings.ascii;
    core.asked.push(Effect::Redraw);
}

/// Draws in ASCII alone where every other glyph would displace what stands behind it.
pub(in crate::app) fn fit_glyphs(core: &mut Core, cells: u16) {
    if cells > 1 && !core.settings.ascii {
        other_glyphs(core);
        core.tell(Notice::info(Message::plain(notices::WIDE_GLYPHS)));
    }
}

/// Rests where training stops by itself, and says why and how to go on.
pub(in crate::app) fn rest_stopped(core: &mut Core, why: Stopping, epoch: u64) {
    core.playback.rest();
    let word = match why {
        Stopping::Converged => {
            return core.tell(Notice::info(Message::new(notices::CONVERGED, [numbers::whole(epoch)])));
        }
        Stopping::Plateau => notices::PLATEAU,
        Stopping::EarlyStopping => notices::EARLY_STOPPING,
    };
    let (run, watched) = (core.run(), Watched::of(core.run()));
    let (best_epoch, best) = watched.best(run);
    let [now, best] = [run.value_at(watched.loss, epoch), best].map(numbers::loss_short);
    core.tell(Notice::info(Message::new(word, [numbers::whole(epoch), now, best, numbers::whole(best_epoch)])));
}
