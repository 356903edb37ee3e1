//! What differs between operating systems, under the same names: keys and signals, the mode of the terminal, what it
//! answers, and files that are none. Nothing here knows the program; what is tested is Unix.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::fmt;

use crossterm::terminal;

#[cfg(unix)]
use unix as own;
#[cfg(windows)]
use windows as own;

pub(super) use own::{
    HANGUP, Keyboard, Mode, await_writer, kind, listen, make_raw, open_to_read, open_to_write, take_piped, usual_mask,
};
pub use own::{Signals, ask};

/// Who stops when the program is suspended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspended {
    /// The whole job, as the terminal itself does on Ctrl-Z: under `cargo run` the shell waits for cargo.
    Job,
    /// This process alone, because the signal was sent to it alone.
    Process,
}

/// What waiting for standard input and for a signal gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// So many bytes; none at the end.
    Bytes(usize),
    /// A signal left its mark.
    Signal,
    /// Nothing within the time.
    #[cfg_attr(windows, expect(dead_code, reason = "there lines alone are waited for, however long"))]
    Nothing,
}

/// What the terminal said when it was asked.
#[derive(Debug, Default)]
pub struct Answers {
    /// The red, green and blue of its ground.
    pub ground: Option<[u8; 3]>,
    /// The cells of an ambiguous character.
    pub ambiguous: Option<u16>,
    /// The number of the signal that came meanwhile.
    pub ended: Option<i32>,
}

/// Why nothing was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unasked {
    /// This end is no terminal.
    NoTerminal(&'static str),
    /// It would show the questions as text.
    ShowsThem,
}

/// What a path names that is not a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A folder.
    Folder,
    /// A named pipe.
    Pipe,
    /// A socket.
    Socket,
    /// Anything else.
    Device,
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Folder => "a folder",
            Self::Pipe => "a pipe",
            Self::Socket => "a socket",
            Self::Device => "a device",
        })
    }
}

/// The columns and rows of the terminal.
pub fn size() -> Option<(u16, u16)> {
    terminal::size().ok()
}
