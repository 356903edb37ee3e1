//! The mode of the terminal: raw while it is ours, and as it was before. When it is ours is decided elsewhere.

use std::fs::File;
use std::io;
use std::os::fd::AsFd;

use rustix::stdio::dup2_stdin;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use super::question;

/// A mode that the terminal was in. Crossterm's `enable_raw_mode` does nothing while it remembers an earlier one, but a
/// shell or an editor may have had the terminal since.
#[derive(Debug, Clone)]
pub(in crate::terminal) struct Mode(Termios);

impl Mode {
    /// The terminal in this mode, once what it was asked is answered; nobody could be told of a failure.
    pub(in crate::terminal) fn restore(&self) {
        question::drain();
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.0);
    }

    /// The terminal in this mode, and what was sent and not read forgotten.
    pub(super) fn restore_and_forget(&self) {
        let _ = tcsetattr(io::stdin(), OptionalActions::Flush, &self.0);
    }
}

/// Makes the terminal raw, whatever it is now; that it is returned.
///
/// # Errors
/// When the terminal refuses.
pub(in crate::terminal) fn make_raw() -> io::Result<Mode> {
    let before = tcgetattr(io::stdin())?;
    let mut raw = before.clone();
    raw.make_raw();
    tcsetattr(io::stdin(), OptionalActions::Now, &raw)?;
    Ok(Mode(before))
}

/// What is piped into standard input, whose place the terminal takes, so that keys come from there.
///
/// # Errors
/// Where there is no terminal to be had.
pub(in crate::terminal) fn take_piped() -> io::Result<File> {
    let piped = io::stdin().as_fd().try_clone_to_owned()?;
    dup2_stdin(File::open("/dev/tty")?)?;
    Ok(piped.into())
}
