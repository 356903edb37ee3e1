//! A person of one's own: what keys and mouse do to them. Waits beneath what is opened over it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::analysis::what_if::Reply;
use crate::app::core::movement::{Motion, step};
use crate::app::core::pointer::Direction;
use crate::app::core::what_if;
use crate::app::core::what_if::WhatIf;
use crate::app::hits::{Pointed, Target, WhatIfTarget};
use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::app::{App, Core, Notice, arithmetic};
use crate::data::Person;
use crate::explain::words::{Message, notices, what_if as words};

/// How far the page keys step.
const COARSE: f64 = 10.0;

/// The form; the person stands in the core, for they are drawn wherever people are.
#[derive(Debug, Clone)]
pub struct WhatIfForm;

impl WhatIfForm {
    /// `w`: the form, on somebody like the selected passenger unless the user has made them another.
    pub(in crate::app) fn begin(core: &mut Core) -> Self {
        let own = core.what_if.as_ref().filter(|what_if| {
            let begun = core.list.passenger(what_if.begun);
            what_if.begun == core.who || what_if.differs_from(&begun)
        });
        if own.is_none() {
            let mut like = WhatIf::new(Person::like(&core.passenger()), core.who);
            like.field = core.what_if.as_ref().map_or(like.field, |before| before.field);
            core.what_if = Some(like);
        }
        // It says at once what the slow flow has not come to.
        core.flow = None;
        core.moved();
        Self
    }
}

impl PopupBehaviour for WhatIfForm {
    fn go(&mut self, app: &mut App, motion: Motion) {
        change(&mut app.core, |what_if, core| {
            let encoder = core.run().encoder();
            match motion {
                Motion::Arrow(Direction::Up | Direction::Down) => {
                    let fields = what_if::fields(encoder);
                    let at = fields.iter().position(|&field| field == what_if.field);
                    what_if.rest();
                    if let Some(&field) = fields.get(step(at.unwrap_or(0), motion.rows(1), fields.len())) {
                        what_if.field = field;
                    }
                }
                Motion::Arrow(Direction::Left) => what_if.step(-1.0, encoder),
                Motion::Arrow(Direction::Right) => what_if.step(1.0, encoder),
                Motion::PageUp => what_if.step(COARSE, encoder),
                Motion::PageDown => what_if.step(-COARSE, encoder),
                Motion::First => what_if.go_to_end(false, encoder),
                Motion::Last => what_if.go_to_end(true, encoder),
            }
        });
    }

    /// Over a field it changes it; up is more.
    fn wheel(&mut self, app: &mut App, (x, y): (u16, u16), down: bool) {
        let Some((_, Target::WhatIf(part))) = app.core.hits.at(x, y) else { return };
        let Some(field) = part.field() else { return };
        change(&mut app.core, |what_if, core| {
            if what_if.field != field {
                what_if.rest();
                what_if.field = field;
            }
            what_if.step(if down { -1.0 } else { 1.0 }, core.run().encoder());
        });
    }

    /// Ends typing, or makes the nearest change that flips the answer.
    fn enter(&mut self, app: &mut App) -> Next {
        let core = &mut app.core;
        let typing = core.what_if.as_ref().is_some_and(|what_if| what_if.typed().is_some());
        let nearest = core.what_if_answer().and_then(Reply::nearest).filter(|_| !typing);
        let nearest = nearest.map(|(attribute, flip)| (attribute, flip.shown));
        if !typing && nearest.is_none() {
            core.tell(Notice::info(Message::plain(words::NONE)));
        }
        change(core, |what_if, _| {
            what_if.rest();
            if let Some((attribute, shown)) = nearest {
                what_if.field = attribute;
                what_if.set(attribute, Some(shown));
                what_if.rest();
            }
        });
        Next::Stays
    }

    /// A click on one of the people most alike: they become *who*.
    fn click(&mut self, app: &mut App, row: usize) -> Next {
        let core = &mut app.core;
        let answer = core.what_if_answer();
        if let Some(row) = answer.and_then(|answer| Some(answer.similar.nearest.get(row)?.row)) {
            core.who = row;
            core.moved();
        }
        Next::Stays
    }

    fn point(&mut self, app: &mut App, part: WhatIfTarget, at: Pointed) -> Next {
        change(&mut app.core, |what_if, core| {
            what_if.field = part.field().unwrap_or(what_if.field);
            match part {
                WhatIfTarget::Slider(field) => {
                    // A cell points at no more than a whole number.
                    let (least, most) = field.range();
                    let value = (least + at.area.along(at.x) * (most - least)).round();
                    what_if.set(field, Some(value));
                }
                WhatIfTarget::Choice(field, choice) => what_if.set(field, Some(f64::from(choice))),
                WhatIfTarget::Step(_, forward) => what_if.step(if forward { 1.0 } else { -1.0 }, core.run().encoder()),
                WhatIfTarget::Field(_) | WhatIfTarget::Flip => what_if.rest(),
            }
        });
        if part == WhatIfTarget::Flip { self.enter(app) } else { Next::Stays }
    }

    /// On a quantity the digits are typed.
    #[expect(clippy::wildcard_enum_match_arm, reason = "crossterm's keys are many, and these few are meant")]
    fn types(&mut self, app: &mut App, key: KeyEvent) -> bool {
        if key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) {
            return false;
        }
        let mut taken = false;
        change(&mut app.core, |what_if, _| {
            taken = match key.code {
                KeyCode::Char(c) => what_if.type_in(c),
                KeyCode::Backspace => what_if.backspace(),
                _ => false,
            };
        });
        taken
    }

    fn pastes(&mut self, app: &mut App, text: &str) {
        change(&mut app.core, |what_if, _| {
            for c in text.trim().chars() {
                what_if.type_in(c);
            }
        });
    }

    /// While a number is typed: as if it had not been.
    fn takes_esc(&mut self, core: &mut Core) -> bool {
        let mut typing = false;
        change(core, |what_if, _| typing = what_if.drop_typed());
        typing
    }

    fn copied(&self, core: &Core) -> Option<String> {
        Some(core.what_if.as_ref().map_or_else(String::new, |what_if| arithmetic::what_if(core, what_if)))
    }
}

/// Changes the person, and everything that shows them follows.
fn change(core: &mut Core, change: impl FnOnce(&mut WhatIf, &Core)) {
    if let Some(mut what_if) = core.what_if.take() {
        change(&mut what_if, core);
        core.what_if = Some(what_if);
        core.moved();
    }
}

/// Whether one change makes the network say the opposite of them.
pub fn flips(core: &Core) -> bool {
    core.what_if_answer().is_some_and(|answer| answer.nearest().is_some())
}

/// Whether they are another than the selected passenger.
pub(in crate::app) fn differs(core: &Core) -> bool {
    let begun = core.passenger();
    let differs = |what_if: &WhatIf| what_if.begun != core.who || what_if.differs_from(&begun);
    core.what_if.as_ref().is_some_and(differs)
}

/// Begins again as the selected passenger.
pub(in crate::app) fn reset(core: &mut Core) {
    change(core, |what_if, core| what_if.become_like(core.who, &core.passenger()));
}

/// Undo and redo of the person alone.
pub(in crate::app) fn undo(core: &mut Core, back: bool) {
    let mut done = false;
    change(core, |what_if, _| done = if back { what_if.undo() } else { what_if.redo() });
    if !done {
        let nothing = if back { notices::NOTHING_TO_UNDO } else { notices::NOTHING_TO_REDO };
        core.tell(Notice::info(Message::plain(nothing)));
    }
}

/// Brings the answer up to date with the network and the person.
pub(in crate::app) fn settle(core: &mut Core) {
    let (run, moment) = (&core.runs.active().run, core.stamp().moment);
    if let Some(what_if) = core.what_if.as_mut().filter(|what_if| what_if.answer(moment).is_none()) {
        what_if.follow(run, moment);
    }
}
