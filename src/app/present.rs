//! Presenter mode: the keys of a teacher in front of a class.

use crate::app::commands::people;
use crate::app::core::presenter::Hands;
use crate::app::core::undo::Undoable;
use crate::app::{App, Core, GradientsPanel, Panel, PresentPart, TrainPanel};

/// Puts the program in front of a class.
pub fn begin(app: &mut App) {
    app.popups.open.clear();
    app.core.flow = None;
    app.core.notice = None;
    app.core.presenter.is_on = true;
    app.core.zoomed = true;
    app.core.touch();
}

/// Whether a panel gives the answer away by what it is about, so that nothing of it is drawn before the answer is told.
pub fn covers(app: &App, panel: Panel) -> bool {
    let gives_away = match panel {
        Panel::Explore(_) | Panel::Landscape(_) | Panel::Score(_) | Panel::Recipe(_) => false,
        Panel::Train(panel) => panel == TrainPanel::Ledger,
        Panel::Gradients(panel) => !app.screens.gradients.batch || panel == GradientsPanel::Pulls,
        Panel::Beliefs(_) => true,
    };
    gives_away && app.core.hides_answer(app.core.who)
}

/// Takes it back to who sits alone; what the class guessed waits for the next time.
pub(super) fn leave(core: &mut Core) {
    if core.presenter.is_on {
        core.presenter.is_on = false;
        core.zoomed = false;
        core.touch();
    }
}

pub(super) fn act(app: &mut App, part: PresentPart) {
    let core = &mut app.core;
    let [lived, died] = core.presenter.round(core.who).hands;
    match part {
        PresentPart::Toggle if core.presenter.is_on => leave(core),
        PresentPart::Toggle => begin(app),
        PresentPart::Next if core.hides_answer(core.who) => tell(core),
        PresentPart::Next => people::step_who(core, 1),
        PresentPart::Back if core.hides_answer(core.who) => people::step_who(core, -1),
        PresentPart::Back => core.presenter.tell(core.who, None),
        PresentPart::Lived => count(core, [lived.saturating_add(1), died]),
        PresentPart::Died => count(core, [lived, died.saturating_add(1)]),
    }
}

fn tell(core: &mut Core) {
    let (row, was) = (core.who, core.passenger().survived);
    let said = core.shown().row(row).said;
    core.flow = None;
    core.presenter.tell(row, Some((said, was)));
}

/// Takes down what the class guesses of the selected passenger, as a change that can be undone.
pub(super) fn count(core: &mut Core, after: Hands) {
    let (row, before) = (core.who, core.presenter.round(core.who).hands);
    if before != after {
        core.presenter.count(row, after);
        core.undo.record(Undoable::Hands { row, before, after });
    }
}

/// After each turn: another passenger is kept back, and so is a person made up like them.
pub(super) fn watch(app: &mut App) {
    let core = &mut app.core;
    core.presenter.follow(core.who);
    if core.hides_answer(core.who) && app.popups.shows_what_if() {
        app.popups.open.clear();
    }
}
