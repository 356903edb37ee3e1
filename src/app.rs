//! The state of the program, and the only code that changes it. Draws nothing, reads nothing, writes nothing.

mod action;
mod hits;

pub use action::{Action, Effect};
pub use hits::{Area, Hits, Target};

/// Everything the screen shows is a function of this value.
#[derive(Debug, Default)]
pub struct App {
    quit: bool,
}

impl App {
    /// Whether the user has asked to leave.
    pub const fn is_over(&self) -> bool {
        self.quit
    }
}
