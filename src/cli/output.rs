//! Where a command writes: standard output, or a file that appears whole or not at all.

use std::cell::Cell;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::failure::Failure;
use crate::data::escape;
use crate::terminal::files;
use crate::terminal::input::shown;
use crate::terminal::system::Signals;

/// Writes a command's result to `path`, or to standard output without one or for `-`.
///
/// # Errors
/// [`Failure::Unfinished`] when it cannot be written, [`Failure::Unread`] when nobody reads it.
pub fn write(path: Option<&Path>, result: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    if let Some(path) = path.filter(|path| *path != Path::new("-")) {
        return write_file(path, result);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let written = result(&mut out).and_then(|()| out.flush());
    // What could not be written is not tried again on the way out.
    drop(out.into_parts());
    written.map_err(|error| Failure::writing("standard output", &error))
}

/// That the folder of a file to be written is there.
pub(super) fn check_folder(path: &Path) -> Result<(), Failure> {
    match path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        Some(folder) => Err(Failure::usage(format!("the folder {} does not exist; make it first", shown(folder)))),
        None => Ok(()),
    }
}

/// A signal that ends the command half-way leaves nothing behind: the file was not there yet, and what was
/// written beside its place goes with the writing.
fn write_file(path: &Path, result: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    check_folder(path)?;
    let signals = Signals::endings().map_err(Failure::unfinished)?;
    let ended = Cell::new(None);
    let written = files::replace(path, |out| result(&mut Interruptible { out, signals: &signals, ended: &ended }));
    signals.release();
    match (written, ended.get()) {
        (Err(_), Some(number)) => Err(Failure::Signal(number)),
        (written, _) => written.map_err(|error| Failure::writing(&shown(path), &error)),
    }
}

/// Fails once a signal asks for the end.
struct Interruptible<'a> {
    out: &'a mut dyn Write,
    signals: &'a Signals,
    ended: &'a Cell<Option<i32>>,
}

impl Write for Interruptible<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(number) = self.signals.ended() {
            self.ended.set(Some(number));
            return Err(io::Error::other("a signal ended it"));
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Says something beside the result, on standard error.
pub fn note(sentence: &str) {
    // A result is worth more than a remark about it.
    let _ = writeln!(io::stderr(), "titanic-tui: {}", escape(sentence));
}
