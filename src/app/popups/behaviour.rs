//! What a popup is to the rest of the program: one trait. The common case is a list with a row under the cursor, or a
//! text field.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::core::movement::{step, vertical};
use crate::app::core::pointer::Direction;
use crate::app::core::text_field::TextField;
use crate::app::hits::{Pointed, WhatIfTarget};
use crate::app::{App, Core, Effect};

/// What becomes of a popup once the user has acted in it, and what the world is asked to do.
pub(in crate::app) enum Next {
    Stays(Vec<Effect>),
    Closes(Vec<Effect>),
}

/// It stays, and nothing is asked of the world.
pub(in crate::app) const STAYS: Next = Next::Stays(Vec::new());
/// It closes, and nothing is asked of the world.
pub(in crate::app) const CLOSES: Next = Next::Closes(Vec::new());

/// What a popup does in its own way. While it acts it lies aside, so that it may change all the rest.
pub(in crate::app) trait PopupBehaviour {
    /// The row under the cursor and the number of rows, of a list.
    fn list(&self, _app: &App) -> Option<(usize, usize)> {
        None
    }

    /// Puts the cursor on a row.
    fn select(&mut self, _app: &mut App, _row: usize) {}

    /// The text field that takes the printable keys.
    fn field(&self) -> Option<&TextField> {
        None
    }

    /// Takes the field with its new text; what follows from it, follows now.
    fn typed(&mut self, _app: &mut App, _field: TextField) {}

    /// Whether ↑ and ↓ do anything.
    fn moves(&self, app: &App) -> bool {
        self.list(app).is_some_and(|(_, rows)| rows > 1)
    }

    /// Whether ↑↓ stand on a box that is switched on and off.
    fn toggles(&self) -> bool {
        false
    }

    /// An arrow.
    fn go(&mut self, app: &mut App, direction: Direction) {
        if let Some((at, rows)) = self.list(app) {
            self.select(app, step(at, vertical(direction), rows));
        }
    }

    /// A page key.
    fn page(&mut self, app: &mut App, down: bool) {
        for _ in 0..app.core.hits.popup_page() {
            self.go(app, if down { Direction::Down } else { Direction::Up });
        }
    }

    /// Home, End, g or G.
    fn edge(&mut self, app: &mut App, last: bool) {
        if let Some((_, rows)) = self.list(app) {
            self.select(app, if last { rows.saturating_sub(1) } else { 0 });
        }
    }

    /// The wheel over a cell.
    fn wheel(&mut self, app: &mut App, _cell: (u16, u16), down: bool) {
        self.go(app, if down { Direction::Down } else { Direction::Up });
    }

    /// Enter.
    fn enter(&mut self, _app: &mut App) -> Next {
        CLOSES
    }

    /// A click on a row chooses it.
    fn click(&mut self, app: &mut App, row: usize) -> Next {
        self.select(app, row);
        self.enter(app)
    }

    /// A part of the what-if popup clicked or dragged along.
    fn point(&mut self, _app: &mut App, _part: WhatIfTarget, _at: Pointed) -> Next {
        STAYS
    }

    /// Takes a key as text; false for keys the key table decides about.
    fn types(&mut self, app: &mut App, key: KeyEvent) -> bool {
        let Some(mut field) = self.field().cloned() else {
            return false;
        };
        let types = type_into(&mut field, key);
        if types {
            self.typed(app, field);
        }
        types
    }

    /// Takes pasted text.
    fn pastes(&mut self, app: &mut App, text: &str) {
        if let Some(mut field) = self.field().cloned() {
            field.insert(text);
            self.typed(app, field);
        }
    }

    /// Esc: whether it takes away something smaller than the popup.
    fn takes_esc(&mut self, _core: &mut Core) -> bool {
        false
    }

    /// It is closed with nothing chosen.
    fn dismissed(&self, _core: &mut Core) {}

    /// What `y` copies, if it is another thing than without it.
    fn copied(&self, _core: &Core) -> Option<String> {
        None
    }
}

/// In a text field every printable key is text.
#[expect(clippy::wildcard_enum_match_arm, reason = "crossterm's keys are many, and these few are meant")]
fn type_into(field: &mut TextField, key: KeyEvent) -> bool {
    let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Char('u') if chord => field.clear(),
        KeyCode::Char('w') if chord => field.delete_word(),
        KeyCode::Char(c) if !chord => field.insert(c.encode_utf8(&mut [0; 4])),
        KeyCode::Backspace => field.backspace(),
        KeyCode::Delete => field.delete(),
        KeyCode::Left => field.left(),
        KeyCode::Right => field.right(),
        KeyCode::Home => field.home(),
        KeyCode::End => field.end(),
        _ => return false,
    }
    true
}
