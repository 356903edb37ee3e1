//! What keys and mouse do in the what-if popup.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::hits::{Area, Target, WhatIfTarget};
use super::overlay::Overlay;
use super::pointer::Direction;
use super::what_if::{self, NEIGHBOURS, WhatIf};
use super::{App, Command, Effect, Notice, arithmetic};
use crate::analysis::Attribute;
use crate::analysis::what_if::{Answer, Sizes};
use crate::explain::words::{Message, notices, what_if as words};

/// How far the page keys step.
const COARSE: f64 = 10.0;

impl Command {
    /// Whether it makes sense while the popup is open: its own keys, time, *who* and *where*, and what
    /// opens over it. Keys of the screen behind would do something that cannot be seen.
    pub const fn works_over_what_if(self) -> bool {
        !matches!(
            self,
            Self::FocusNext
                | Self::FocusPrevious
                | Self::Zoom
                | Self::Search
                | Self::SearchNext
                | Self::SearchPrevious
                | Self::Sort
                | Self::SortReverse
                | Self::Filter
                | Self::ThePostRows
                | Self::Compare
                | Self::Details
                | Self::Flow
                | Self::EditLine
                | Self::StartRun
                | Self::MissingAge
                | Self::Edit
                | Self::Rename
                | Self::Duplicate
                | Self::Forget
                | Self::Against
                | Self::Race
                | Self::Axes
        )
    }
}

impl App {
    /// Whether the person of one's own has the keys.
    pub const fn asks_what_if(&self) -> bool {
        matches!(self.overlay, Some(Overlay::WhatIf))
    }

    /// Whether the popup is on the screen, under another one or with the keys.
    pub const fn shows_what_if(&self) -> bool {
        self.asks_what_if() || self.what_if_waits
    }

    /// Whether one change makes the network say the opposite of them.
    pub fn what_if_flips(&self) -> bool {
        self.what_if_answer().is_some_and(|answer| answer.nearest().is_some())
    }

    /// Whether they are another than the selected passenger.
    pub fn what_if_differs(&self) -> bool {
        let begun = self.passenger();
        let differs = |what_if: &WhatIf| what_if.begun != self.who || what_if.differs_from(&begun);
        self.what_if.as_ref().is_some_and(differs)
    }

    /// What the network on the screen says of the person of one's own, while the popup is open.
    pub fn what_if_answer(&self) -> Option<&Answer> {
        let network = self.stamp().moment;
        self.what_if.as_ref()?.answer(network)
    }

    /// Gives the keys back to the popup once nothing lies over it any more.
    pub(super) fn return_to_what_if(&mut self) {
        if self.what_if_waits && self.overlay.is_none() {
            self.overlay = Some(Overlay::WhatIf);
            self.moved();
        }
        self.what_if_waits &= !self.asks_what_if();
    }

    /// A key of the screen behind: said, so that nothing is lost by it.
    pub(super) fn refuse_over_what_if(&mut self) {
        self.tell(Notice::info(Message::plain(words::REFUSED)));
    }

    /// `w`: opens the form, on somebody like the selected passenger unless the user has made them
    /// another, or closes it.
    pub(super) fn toggle_what_if(&mut self) -> Vec<Effect> {
        let own = self.what_if.as_ref().filter(|what_if| {
            let begun = self.list.passenger(what_if.begun);
            what_if.begun == self.who || what_if.differs_from(&begun)
        });
        if !self.shows_what_if() && own.is_none() {
            let field = self.what_if.as_ref().map(|what_if| what_if.field);
            let (encoder, mean) = (self.run().encoder(), self.mean_age());
            let mut like = WhatIf::like(self.who, &self.passenger(), encoder, mean);
            like.field = field.unwrap_or(like.field);
            like.settle(encoder, mean);
            self.what_if = Some(like);
        }
        self.moved();
        self.toggle_overlay(Overlay::WhatIf)
    }

    fn mean_age(&self) -> f64 {
        Sizes::of(Attribute::Age, &self.list, self.run().train_rows()).mean()
    }

    /// Brings the form and its answer up to date with the run; nothing while it is closed.
    pub(super) fn refresh_what_if(&mut self) {
        if !self.shows_what_if() {
            return;
        }
        let mean = self.mean_age();
        let Some(mut what_if) = self.what_if.take() else {
            return;
        };
        let run = self.run();
        let (encoder, network) = (run.encoder(), run.network());
        what_if.settle(encoder, mean);
        let rows = run.train_rows();
        let answer = Answer::new(encoder, network, &self.list, rows, &what_if.person, NEIGHBOURS);
        what_if.keep_answer(self.stamp().moment, answer);
        self.what_if = Some(what_if);
    }

    /// Changes the person, and everything that shows them follows.
    fn with_what_if(&mut self, change: impl FnOnce(&mut WhatIf, &Self)) {
        if let Some(mut what_if) = self.what_if.take() {
            change(&mut what_if, self);
            self.what_if = Some(what_if);
            self.moved();
        }
    }

    pub(super) fn move_in_what_if(&mut self, direction: Direction) {
        let fields = what_if::fields(self.run().encoder());
        self.with_what_if(|what_if, app| match direction {
            Direction::Up | Direction::Down => {
                let at = fields.iter().position(|&field| field == what_if.field);
                let by = if direction == Direction::Up { -1 } else { 1 };
                let to = super::movement::step(at.unwrap_or(0), by, fields.len());
                what_if.rest();
                if let Some(&field) = fields.get(to) {
                    what_if.field = field;
                }
            }
            Direction::Left => what_if.step(-1.0, app.run().encoder()),
            Direction::Right => what_if.step(1.0, app.run().encoder()),
        });
    }

    pub(super) fn page_in_what_if(&mut self, down: bool) {
        let by = if down { -COARSE } else { COARSE };
        self.with_what_if(|what_if, app| what_if.step(by, app.run().encoder()));
    }

    pub(super) fn edge_in_what_if(&mut self, last: bool) {
        self.with_what_if(|what_if, app| what_if.to_end(last, app.run().encoder()));
    }

    /// Begins again as the selected passenger.
    pub(super) fn reset_what_if(&mut self) {
        self.with_what_if(|what_if, app| what_if.become_like(app.who, &app.passenger()));
    }

    /// Enter: ends typing, or makes the nearest change that flips the answer.
    pub(super) fn enter_what_if(&mut self) -> Vec<Effect> {
        let typing = self.what_if.as_ref().is_some_and(|w| w.typed().is_some());
        if !typing && !self.what_if_flips() {
            self.tell(Notice::info(Message::plain(words::NONE)));
        }
        let nearest = self.what_if_answer().and_then(Answer::nearest);
        let nearest = nearest.map(|(attribute, flip)| (attribute, flip.shown));
        self.with_what_if(|what_if, _| {
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

    /// Esc while a number is typed: as if it had not been. False where none is.
    pub(super) fn drops_typed_what_if(&mut self) -> bool {
        if !self.asks_what_if() {
            return false;
        }
        let mut dropped = false;
        self.with_what_if(|what_if, _| dropped = what_if.drop_typed());
        dropped
    }

    /// Undo and redo of the person alone.
    pub(super) fn undo_what_if(&mut self, back: bool) {
        let mut done = false;
        self.with_what_if(|what_if, _| {
            done = if back { what_if.undo() } else { what_if.redo() };
        });
        if !done {
            let nothing = if back { notices::NOTHING_TO_UNDO } else { notices::NOTHING_TO_REDO };
            self.tell(Notice::info(Message::plain(nothing)));
        }
    }

    /// On a quantity the digits are typed. False for keys the key table decides about.
    #[expect(clippy::wildcard_enum_match_arm, reason = "crossterm's keys are many, and these few are meant")]
    pub(super) fn types_into_what_if(&mut self, key: KeyEvent) -> bool {
        let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        if !self.asks_what_if() || chord {
            return false;
        }
        let mut taken = false;
        self.with_what_if(|what_if, _| {
            taken = match key.code {
                KeyCode::Char(c) => what_if.type_in(c),
                KeyCode::Backspace => what_if.backspace(),
                _ => false,
            };
        });
        taken
    }

    /// Types pasted text; false where the popup is not open.
    pub(super) fn pastes_into_what_if(&mut self, text: &str) -> bool {
        if self.asks_what_if() {
            self.with_what_if(|what_if, _| {
                for c in text.trim().chars() {
                    what_if.type_in(c);
                }
            });
        }
        self.asks_what_if()
    }

    /// The wheel over a field changes it; up is more.
    pub(super) fn turn_wheel_in_what_if(&mut self, x: u16, y: u16, direction: Direction) {
        let Some((_, Target::WhatIf(target))) = self.hits().at(x, y) else {
            return;
        };
        let field = match target {
            WhatIfTarget::Slider(field)
            | WhatIfTarget::Field(field)
            | WhatIfTarget::Choice(field, _)
            | WhatIfTarget::Step(field, _) => field,
            WhatIfTarget::Flip => return,
        };
        let by = if direction == Direction::Up { 1.0 } else { -1.0 };
        self.with_what_if(|what_if, app| {
            if what_if.field != field {
                what_if.rest();
                what_if.field = field;
            }
            what_if.step(by, app.run().encoder());
        });
    }

    /// A click on one of the popup's own targets; false for others.
    pub(super) fn click_in_what_if(&mut self, area: Area, target: Target, x: u16) -> bool {
        // What lies beneath another popup is not clicked through it.
        let Target::WhatIf(part) = target else {
            return false;
        };
        if !self.asks_what_if() {
            return false;
        }
        match part {
            WhatIfTarget::Slider(_) => {
                self.drag = Some((area, target));
                self.slide_what_if(area, part, x);
            }
            WhatIfTarget::Field(attribute) => self.with_what_if(|what_if, _| {
                what_if.rest();
                what_if.field = attribute;
            }),
            WhatIfTarget::Choice(attribute, choice) => self.with_what_if(|what_if, _| {
                what_if.field = attribute;
                what_if.set(attribute, Some(f64::from(choice)));
            }),
            WhatIfTarget::Step(attribute, forward) => {
                self.with_what_if(|what_if, app| {
                    what_if.field = attribute;
                    what_if.step(if forward { 1.0 } else { -1.0 }, app.run().encoder());
                });
            }
            WhatIfTarget::Flip => {
                self.with_what_if(|what_if, _| what_if.rest());
                self.enter_what_if();
            }
        }
        true
    }

    /// The mouse along a slider; a cell points at no more than a whole number.
    pub(super) fn slide_what_if(&mut self, area: Area, target: WhatIfTarget, x: u16) {
        if let WhatIfTarget::Slider(attribute) = target {
            let (least, most) = attribute.range();
            let value = (least + area.along(x) * (most - least)).round();
            self.with_what_if(|what_if, _| {
                what_if.field = attribute;
                what_if.set(attribute, Some(value));
            });
        }
    }

    /// A click on one of the people most alike: they become *who*.
    pub(super) fn select_neighbour(&mut self, place: usize) {
        let answer = self.what_if_answer();
        let row = answer.and_then(|answer| Some(answer.similar.nearest.get(place)?.row));
        if let Some(row) = row {
            self.who = row;
            self.moved();
        }
    }

    /// What `y` copies while the popup is open.
    pub(super) fn copied_what_if(&self) -> String {
        self.what_if.as_ref().map_or_else(String::new, |what_if| arithmetic::what_if(self, what_if))
    }
}
