//! What the loop reads: keys, mouse, paste, size, signals, and what time it is.

use std::io;
use std::time::Duration;

use super::event::Event;

/// The longest wait without a look whether the terminal is still there.
pub(super) const SLICE: Duration = Duration::from_millis(250);

/// A source of events with a clock; the real terminal, or a script in a test.
pub trait Events {
    /// The next event, or `None` when nothing came within `wait`.
    ///
    /// # Errors
    /// When the terminal can no longer be read.
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>>;

    /// The time since the source was made; it never runs backwards.
    fn now(&self) -> Duration;

    /// Asks the terminal which colour it writes on; the answer, or that there is none, is an event some day.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn ask_ground(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Asks the terminal how wide it draws an ambiguous character, before a frame that draws every cell; the answer is an
    /// event some day, if it has one.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn ask_width(&mut self) -> io::Result<()> {
        Ok(())
    }
}
