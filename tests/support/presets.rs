//! Sessions in which a preset was started, and come to rest.

use titanic_tui::training::Preset;

use crate::session::Session;

/// A session in a terminal of this size in which a preset was started.
pub fn started(preset: Preset, (width, height): (u16, u16)) -> Session {
    let mut session = Session::open(width, height);
    let place = Preset::ALL.iter().position(|&known| known == preset).unwrap_or(0);
    session.press(&format!("p {} Enter", "Down ".repeat(place)));
    settle(&mut session);
    session
}

/// Time passes until nothing moves.
pub fn settle(session: &mut Session) {
    session.wait(3_000);
    for _ in 0..400 {
        if !session.app.is_working() {
            break;
        }
        session.wait(100);
    }
}
