//! What a popup is to the rest of the program: one trait. The common case is a list with a row under the cursor, or a
//! text field.

use crossterm::event::KeyEvent;

use crate::app::core::movement::{Motion, step};
use crate::app::core::text_field::TextField;
use crate::app::hits::{Pointed, WhatIfTarget};
use crate::app::{App, Core};

/// What becomes of a popup once the user has acted in it.
#[derive(PartialEq, Eq)]
pub(in crate::app) enum Next {
    Stays,
    Closes,
}

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

    /// A key that moves.
    fn go(&mut self, app: &mut App, motion: Motion) {
        if let Some((at, rows)) = self.list(app) {
            self.select(app, step(at, motion.rows(app.core.hits.popup_page()), rows));
        }
    }

    /// The wheel over a cell.
    fn wheel(&mut self, app: &mut App, _cell: (u16, u16), down: bool) {
        self.go(app, Motion::wheel(down));
    }

    /// Enter.
    fn enter(&mut self, _app: &mut App) -> Next {
        Next::Closes
    }

    /// A click on a row chooses it.
    fn click(&mut self, app: &mut App, row: usize) -> Next {
        self.select(app, row);
        self.enter(app)
    }

    /// A part of the what-if popup clicked or dragged along.
    fn point(&mut self, _app: &mut App, _part: WhatIfTarget, _at: Pointed) -> Next {
        Next::Stays
    }

    /// Takes a key as text; false for keys the key table decides about.
    fn types(&mut self, app: &mut App, key: KeyEvent) -> bool {
        let Some(mut field) = self.field().cloned() else {
            return false;
        };
        let takes = field.takes(key);
        if takes {
            self.typed(app, field);
        }
        takes
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

/// The list of a popup with so many rows, its cursor in `selected`.
macro_rules! rows {
    ($count:expr) => {
        fn list(&self, _app: &App) -> Option<(usize, usize)> {
            Some((self.selected, $count))
        }

        fn select(&mut self, _app: &mut App, row: usize) {
            self.selected = row;
        }
    };
}
pub(in crate::app) use rows;

/// The list of a popup that has what is typed into its `field`, so many rows of it, its cursor in `selected`.
macro_rules! search {
    ($self:ident, $app:ident, $count:expr) => {
        fn list(&$self, $app: &App) -> Option<(usize, usize)> {
            Some(($self.selected, $count))
        }

        fn select(&mut self, _app: &mut App, row: usize) {
            self.selected = row;
        }

        fn field(&self) -> Option<&TextField> {
            Some(&self.field)
        }

        fn typed(&mut self, _app: &mut App, field: TextField) {
            *self = Self { field, selected: 0 };
        }

        /// Which rows there are depends on what is typed.
        fn moves(&self, _app: &App) -> bool {
            true
        }
    };
}
pub(in crate::app) use search;

/// How well a row fits what was typed, in small letters: its title begins with it, a word of its name does, the name has
/// it, what it is about has it; none where nothing does. A name is a title with what it is a title of before it.
pub(in crate::app) fn fits(
    typed: &str,
    (title, name): (&str, &str),
    about: impl FnOnce() -> String,
    has: impl Fn(&str) -> bool,
) -> Option<usize> {
    match () {
        () if title.starts_with(typed) => Some(0),
        () if name.split_whitespace().any(|word| word.starts_with(typed)) => Some(1),
        () if has(name) => Some(2),
        () => has(&about().to_lowercase()).then_some(3),
    }
}

/// The line of text of a popup, in `field`, that takes what is typed as it is.
macro_rules! line {
    () => {
        fn field(&self) -> Option<&TextField> {
            Some(&self.field)
        }

        fn typed(&mut self, _app: &mut App, field: TextField) {
            self.field = field;
        }
    };
}
pub(in crate::app) use line;
