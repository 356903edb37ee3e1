//! The mouse: click selects, wheel scrolls, drag scrubs. What stands where is known from the last frame.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use crate::app::commands::{editing, look, time};
use crate::app::hits::{Area, Pointed, Target};
use crate::app::{App, Command, dispatch, present, tour};

/// Does what the mouse asks for.
#[expect(clippy::wildcard_enum_match_arm, reason = "crossterm tells of more than is meant here")]
pub(super) fn mouse(app: &mut App, event: MouseEvent) {
    let (x, y) = (event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => click(app, x, y),
        MouseEventKind::Down(MouseButton::Right) => all_commands(app),
        MouseEventKind::Drag(MouseButton::Left) => {
            if let Some((area, target)) = app.dragged {
                point(app, Pointed { area, target, x, y, held: true });
            }
        }
        MouseEventKind::Up(_) => app.dragged = None,
        MouseEventKind::ScrollDown => wheel(app, x, y, true),
        MouseEventKind::ScrollUp => wheel(app, x, y, false),
        _ => {}
    }
}

/// Whatever a key does, a hand on the mouse does from the palette.
fn all_commands(app: &mut App) {
    if !app.popups.is_open() || app.popups.shows_what_if() {
        app.core.then = Some(Command::Palette);
    }
}

fn click(app: &mut App, x: u16, y: u16) {
    let core = &mut app.core;
    if let Some(notice) = &mut core.notice {
        notice.user_goes_on();
    }
    let hit = core.hits.at(x, y);
    if let Some((_, Target::Hint(command))) = hit {
        core.then = Some(command);
        return;
    }
    editing::keep_edit(core);
    if app.popups.is_open() {
        return click_over_popup(app, hit, x, y);
    }
    let is_of_tour =
        matches!(hit, Some((_, Target::Tour(_) | Target::TourChoice(_) | Target::TourLeave | Target::TourCard)));
    if let Some(panel) = core.hits.panel_at(x, y).filter(|_| !is_of_tour) {
        core.set_focus(panel);
    }
    if !is_of_tour {
        tour::decline_offer(app);
    }
    if let Some((area, target)) = hit {
        app.core.touch();
        press(app, Pointed { area, target, x, y, held: false });
    }
}

fn click_over_popup(app: &mut App, hit: Option<(Area, Target)>, x: u16, y: u16) {
    // Rows of the popup before are no rows of this one, which nobody has seen yet.
    if !app.popups.is_drawn || matches!(hit, Some((_, Target::Popup))) {
        return;
    }
    app.core.touch();
    if let Some((area, target @ (Target::PopupRow(_) | Target::WhatIf(_)))) = hit {
        press(app, Pointed { area, target, x, y, held: false });
    } else {
        app.dismiss_popup();
    }
}

/// The button goes down on something, which may then be dragged along.
fn press(app: &mut App, at: Pointed) {
    app.dragged = at.target.is_dragged().then_some((at.area, at.target));
    point(app, at);
}

fn point(app: &mut App, at: Pointed) {
    if app.with_screen(|screen, core| screen.point(core, at)) {
        return;
    }
    let core = &mut app.core;
    match at.target {
        Target::Tab(screen) => look::show(core, screen),
        Target::Spot(spot) => core.spot = spot,
        Target::Play => time::play_or_pause(core),
        Target::Tour(part) => tour::act(app, part),
        Target::Present(part) => present::act(app, part),
        Target::TourChoice(choice) => tour::take_choice(app, choice),
        Target::TourLeave => tour::leave(app),
        Target::PopupRow(row) => dispatch::choose(app, |popup, app| popup.click(app, row)),
        Target::WhatIf(part) => dispatch::choose(app, |popup, app| popup.point(app, part, at)),
        Target::Track { first, last } => {
            let epoch = first + (at.area.along(at.x) * (last - first as f64)).round() as u64;
            // Only the recorded past can be scrubbed; the future has to be trained.
            time::go_to(core, epoch.min(core.run().last_epoch()));
        }
        // What is another screen's was drawn before this one came on.
        Target::Panel(_) | Target::Own(_) | Target::Popup | Target::TourCard | Target::Hint(_) => {}
    }
}

fn wheel(app: &mut App, x: u16, y: u16, down: bool) {
    let core = &mut app.core;
    core.touch();
    if app.popups.is_open() {
        app.with_popup(|popup, app| popup.wheel(app, (x, y), down));
        return;
    }
    if let Some((_, Target::Track { .. })) = core.hits.at(x, y) {
        return time::step(core, down);
    }
    let Some(panel) = core.hits.panel_at(x, y) else {
        return;
    };
    app.with_screen(|screen, core| screen.wheel(core, panel, down));
}
