//! What the outside does to the program: keys, mouse, pastes, sizes and signals.

use crossterm::event::{KeyEvent, MouseEvent};

use crate::app::Ground;

/// One thing the outside did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key went down, or is held and repeats.
    Key(KeyEvent),
    /// The mouse moved, clicked, dragged or scrolled.
    Mouse(MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal told what it writes on, or will not.
    Ground(Ground),
    /// The cells of an ambiguous character, two in terminals set for East Asian scripts.
    AmbiguousWidth(u16),
    /// The terminal has a new size.
    Resize {
        /// Cells across.
        columns: u16,
        /// Cells down.
        rows: u16,
    },
    /// A signal, or a vanished terminal, asks the program to end; the number is the signal's.
    End(i32),
    /// A signal asks the program to stop until it is continued.
    Suspend,
    /// The program was stopped from outside and continues: the screen may be anyone's by now.
    Continued,
}
