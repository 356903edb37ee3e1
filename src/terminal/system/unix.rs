//! Unix: one wait for keys and signals together, and everything that needs a file descriptor. What a key means is not
//! known here.

mod asking;
mod decoder;
mod keyboard;
mod mode;
mod pipes;
mod question;
mod signals;

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};

pub use asking::ask;
pub(in crate::terminal) use keyboard::Keyboard;
pub(in crate::terminal) use mode::{Mode, make_raw, take_piped};
pub(in crate::terminal) use pipes::{await_writer, kind, open_to_read, open_to_write, usual_mask};
pub use signals::Signals;

use super::Heard;

/// The signal of a terminal that is gone.
pub(in crate::terminal) const HANGUP: i32 = signal_hook::consts::SIGHUP;

/// Waits for bytes of standard input or for a signal, for ever where no time is given, and reads what came.
///
/// # Errors
/// When standard input cannot be read.
pub(in crate::terminal) fn listen(signals: &Signals, wait: Option<Duration>, bytes: &mut [u8]) -> io::Result<Heard> {
    let stdin = io::stdin();
    let wait = wait.map(Timespec::try_from).transpose().map_err(io::Error::other)?;
    let mut sources = [PollFd::new(&stdin, PollFlags::IN), PollFd::from_borrowed_fd(signals.waker(), PollFlags::IN)];
    match poll(&mut sources, wait.as_ref()) {
        Ok(0) => return Ok(Heard::Nothing),
        Ok(_) => {}
        Err(Errno::INTR) => return Ok(Heard::Signal),
        Err(error) => return Err(error.into()),
    }
    let [keyboard, signal] = sources.map(|source| !source.revents().is_empty());
    if signal {
        signals.rest();
    }
    if !keyboard {
        return Ok(Heard::Signal);
    }
    match read(&stdin, bytes) {
        Ok(count) => Ok(Heard::Bytes(count)),
        // A terminal that is gone.
        Err(Errno::IO) => Ok(Heard::Bytes(0)),
        Err(Errno::INTR | Errno::AGAIN) => Ok(Heard::Signal),
        Err(error) => Err(error.into()),
    }
}
