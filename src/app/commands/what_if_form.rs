//! What keys and mouse do in the what-if popup.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::analysis::what_if::Reply;
use crate::app::core::pointer::Direction;
use crate::app::core::what_if;
use crate::app::core::what_if::WhatIf;
use crate::app::hits::{Pointed, Target, WhatIfTarget};
use crate::app::overlay::Overlay;
use crate::app::{Core, Effect, Notice};
use crate::explain::words::{Message, notices, what_if as words};

/// How far the page keys step.
const COARSE: f64 = 10.0;

/// Whether one change makes the network say the opposite of them.
pub fn what_if_flips(core: &Core) -> bool {
    core.what_if_answer().is_some_and(|answer| answer.nearest().is_some())
}

/// Whether they are another than the selected passenger.
pub fn what_if_differs(core: &Core) -> bool {
    let begun = core.passenger();
    let differs = |what_if: &WhatIf| what_if.begun != core.who || what_if.differs_from(&begun);
    core.what_if.as_ref().is_some_and(differs)
}

/// Gives the keys back to the popup once nothing lies over it any more.
pub(in crate::app) fn return_to_what_if(core: &mut Core) {
    if core.what_if_waits && core.overlay.is_none() {
        core.overlay = Some(Overlay::WhatIf);
        core.moved();
    }
    core.what_if_waits &= !core.asks_what_if();
}

/// A key of the screen behind: said, so that nothing is lost by it.
pub(in crate::app) fn refuse_over_what_if(core: &mut Core) {
    core.tell(Notice::info(Message::plain(words::REFUSED)));
}

/// `w`: opens the form, on somebody like the selected passenger unless the user has made them
/// another, or closes it.
pub(in crate::app) fn toggle_what_if(core: &mut Core) -> Vec<Effect> {
    let own = core.what_if.as_ref().filter(|what_if| {
        let begun = core.list.passenger(what_if.begun);
        what_if.begun == core.who || what_if.differs_from(&begun)
    });
    if !core.shows_what_if() && own.is_none() {
        let field = core.what_if.as_ref().map(|what_if| what_if.field);
        let (encoder, mean) = (core.run().encoder(), what_if::mean_age(core.run()));
        let mut like = WhatIf::like(core.who, &core.passenger(), encoder, mean);
        like.field = field.unwrap_or(like.field);
        like.settle(encoder, mean);
        core.what_if = Some(like);
    }
    core.moved();
    core.toggle_overlay(Overlay::WhatIf)
}

/// Changes the person, and everything that shows them follows.
fn with_what_if(core: &mut Core, change: impl FnOnce(&mut WhatIf, &Core)) {
    if let Some(mut what_if) = core.what_if.take() {
        change(&mut what_if, core);
        core.what_if = Some(what_if);
        core.moved();
    }
}

pub(in crate::app) fn go(core: &mut Core, direction: Direction) {
    let fields = what_if::fields(core.run().encoder());
    with_what_if(core, |what_if, core| match direction {
        Direction::Up | Direction::Down => {
            let at = fields.iter().position(|&field| field == what_if.field);
            let by = if direction == Direction::Up { -1 } else { 1 };
            let to = crate::app::core::movement::step(at.unwrap_or(0), by, fields.len());
            what_if.rest();
            if let Some(&field) = fields.get(to) {
                what_if.field = field;
            }
        }
        Direction::Left => what_if.step(-1.0, core.run().encoder()),
        Direction::Right => what_if.step(1.0, core.run().encoder()),
    });
}

pub(in crate::app) fn page(core: &mut Core, down: bool) {
    let by = if down { -COARSE } else { COARSE };
    with_what_if(core, |what_if, core| what_if.step(by, core.run().encoder()));
}

pub(in crate::app) fn edge(core: &mut Core, last: bool) {
    with_what_if(core, |what_if, core| what_if.to_end(last, core.run().encoder()));
}

/// Begins again as the selected passenger.
pub(in crate::app) fn reset_what_if(core: &mut Core) {
    with_what_if(core, |what_if, core| what_if.become_like(core.who, &core.passenger()));
}

/// Enter: ends typing, or makes the nearest change that flips the answer.
pub(in crate::app) fn enter(core: &mut Core) -> Vec<Effect> {
    let typing = core.what_if.as_ref().is_some_and(|w| w.typed().is_some());
    if !typing && !what_if_flips(core) {
        core.tell(Notice::info(Message::plain(words::NONE)));
    }
    let nearest = core.what_if_answer().and_then(Reply::nearest);
    let nearest = nearest.map(|(attribute, flip)| (attribute, flip.shown));
    with_what_if(core, |what_if, _| {
        let typing = what_if.typed().is_some();
        what_if.rest();
        if let (false, Some((attribute, shown))) = (typing, nearest) {
            what_if.field = attribute;
            what_if.set(attribute, Some(shown));
            what_if.rest();
        }
    });
    Vec::new()
}

/// Whether a number is being typed, which Esc takes back.
pub(in crate::app) fn is_typing(core: &Core) -> bool {
    core.asks_what_if() && core.what_if.as_ref().is_some_and(|what_if| what_if.typed().is_some())
}

/// Esc while a number is typed: as if it had not been.
pub(in crate::app) fn drop_typed(core: &mut Core) {
    with_what_if(core, |what_if, _| {
        what_if.drop_typed();
    });
}

/// Undo and redo of the person alone.
pub(in crate::app) fn undo_what_if(core: &mut Core, back: bool) {
    let mut done = false;
    with_what_if(core, |what_if, _| {
        done = if back { what_if.undo() } else { what_if.redo() };
    });
    if !done {
        let nothing = if back { notices::NOTHING_TO_UNDO } else { notices::NOTHING_TO_REDO };
        core.tell(Notice::info(Message::plain(nothing)));
    }
}

/// On a quantity the digits are typed. False for keys the key table decides about.
#[expect(clippy::wildcard_enum_match_arm, reason = "crossterm's keys are many, and these few are meant")]
pub(in crate::app) fn types(core: &mut Core, key: KeyEvent) -> bool {
    let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    if !core.asks_what_if() || chord {
        return false;
    }
    let mut taken = false;
    with_what_if(core, |what_if, _| {
        taken = match key.code {
            KeyCode::Char(c) => what_if.type_in(c),
            KeyCode::Backspace => what_if.backspace(),
            _ => false,
        };
    });
    taken
}

/// Types pasted text; false where the popup is not open.
pub(in crate::app) fn pastes(core: &mut Core, text: &str) -> bool {
    if core.asks_what_if() {
        with_what_if(core, |what_if, _| {
            for c in text.trim().chars() {
                what_if.type_in(c);
            }
        });
    }
    core.asks_what_if()
}

/// The wheel over a field changes it; up is more.
pub(in crate::app) fn wheel(core: &mut Core, x: u16, y: u16, down: bool) {
    let Some((_, Target::WhatIf(target))) = core.hits.at(x, y) else {
        return;
    };
    let field = match target {
        WhatIfTarget::Slider(field)
        | WhatIfTarget::Field(field)
        | WhatIfTarget::Choice(field, _)
        | WhatIfTarget::Step(field, _) => field,
        WhatIfTarget::Flip => return,
    };
    let by = if down { -1.0 } else { 1.0 };
    with_what_if(core, |what_if, core| {
        if what_if.field != field {
            what_if.rest();
            what_if.field = field;
        }
        what_if.step(by, core.run().encoder());
    });
}

/// A click on a part of the popup, or the mouse held down and moved along it.
pub(in crate::app) fn point(core: &mut Core, part: WhatIfTarget, at: Pointed) {
    // What lies beneath another popup is not clicked through it.
    if !core.asks_what_if() {
        return;
    }
    match part {
        WhatIfTarget::Slider(attribute) => {
            // A cell points at no more than a whole number.
            let (least, most) = attribute.range();
            let value = (least + at.area.along(at.x) * (most - least)).round();
            with_what_if(core, |what_if, _| {
                what_if.field = attribute;
                what_if.set(attribute, Some(value));
            });
        }
        WhatIfTarget::Field(attribute) => with_what_if(core, |what_if, _| {
            what_if.rest();
            what_if.field = attribute;
        }),
        WhatIfTarget::Choice(attribute, choice) => with_what_if(core, |what_if, _| {
            what_if.field = attribute;
            what_if.set(attribute, Some(f64::from(choice)));
        }),
        WhatIfTarget::Step(attribute, forward) => with_what_if(core, |what_if, core| {
            what_if.field = attribute;
            what_if.step(if forward { 1.0 } else { -1.0 }, core.run().encoder());
        }),
        WhatIfTarget::Flip => {
            with_what_if(core, |what_if, _| what_if.rest());
            enter(core);
        }
    }
}

/// A click on one of the people most alike: they become *who*.
pub(in crate::app) fn select_neighbour(core: &mut Core, place: usize) {
    let answer = core.what_if_answer();
    let row = answer.and_then(|answer| Some(answer.similar.nearest.get(place)?.row));
    if let Some(row) = row {
        core.who = row;
        core.moved();
    }
}
