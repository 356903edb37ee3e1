//! Where a command writes: standard output, or a file that appears whole or not at all.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::failure::Failure;
use crate::data::escape;
use crate::terminal::files;
use crate::terminal::input::shown;

/// Writes a command's result to `path`, or to standard output without one or for `-`.
///
/// # Errors
/// [`Failure::Unfinished`] when it cannot be written, [`Failure::Unread`] when nobody reads it.
pub fn write(
    path: Option<&Path>,
    result: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    if let Some(path) = path.filter(|path| *path != Path::new("-")) {
        return files::replace(path, result)
            .map_err(|error| Failure::writing(&shown(path), &error));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let written = result(&mut out).and_then(|()| out.flush());
    // What could not be written is not tried again on the way out.
    drop(out.into_parts());
    written.map_err(|error| Failure::writing("standard output", &error))
}

/// Says something beside the result, on standard error.
pub fn note(sentence: &str) {
    // A result is worth more than a remark about it.
    let _ = writeln!(io::stderr(), "titanic-tui: {}", escape(sentence));
}
