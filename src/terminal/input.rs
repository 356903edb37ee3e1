//! Opening what a path names in order to read it: files, and for commands pipes as well.
//!
//! Whatever else a path may name is told in a sentence, nothing is read without an end, and nothing waits
//! for a pipe that nobody writes into. What the bytes mean is not known here.

use std::fs::{self, FileType};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use thiserror::Error;

use super::system::{self, FileKind};
use crate::data::escape;

/// The most bytes of a model or a recipe: a hundred times what the largest has, and read in a moment.
pub const MODEL_BYTES: u64 = 16 << 20;

/// What a path may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accept {
    /// Files only: a person sits before the screen, and no key may wait for a pipe.
    Files,
    /// Pipes too (`<(command)`), and standard input for `-`.
    Streams,
    /// The same to be read in pieces: a pipe that has nothing yet says so instead of waiting.
    Pieces,
}

/// Why nothing could be read.
#[derive(Debug, Error)]
pub enum InputError {
    /// Nothing is called that.
    #[error("there is no file {0}")]
    Absent(String),
    /// An address on the web.
    #[error("{0} is on the web, and this program opens no connection; fetch it first: curl -LO {0}")]
    OnTheWeb(String),
    /// The system forbids it.
    #[error("{0} may not be read by you")]
    Forbidden(String),
    /// Something is called that, but it holds no file's bytes.
    #[error("{name} is {kind}, not a file")]
    NotAFile {
        /// The path, escaped.
        name: String,
        /// What it is instead.
        kind: FileKind,
    },
    /// A named pipe without another end.
    #[error("{0} is a pipe that nobody writes into")]
    Unwritten(String),
    /// More bytes than anything of its kind has.
    #[error("{name} is larger than {most} MiB, which no model or recipe is", most = most >> 20)]
    TooLarge {
        /// The path, escaped.
        name: String,
        /// The limit in bytes.
        most: u64,
    },
    /// Anything else that the system said.
    #[error("{name} could not be read: {error}")]
    Failed {
        /// The path, escaped.
        name: String,
        /// What the system said.
        error: io::Error,
    },
}

/// A path as messages name it.
pub fn shown(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { escape(&path.to_string_lossy()).into_owned() }
}

/// Whether it is an address on the web.
pub fn is_address(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.starts_with("http://") || path.starts_with("https://"))
}

/// Opens a path for reading.
///
/// # Errors
/// What it names instead of a file.
pub fn open(path: &Path, accept: Accept) -> Result<Box<dyn Read>, InputError> {
    if accept != Accept::Files && path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let failed = |error| failure(path, error);
    // Looked at before it is opened, for opening a device may do something, and afterwards, for it may
    // be another by then. A pipe opened without waiting cannot hold us.
    check(path, fs::metadata(path).map_err(failed)?.file_type(), accept)?;
    let file = system::open_to_read(path).map_err(failed)?;
    let found = file.metadata().map_err(failed)?.file_type();
    check(path, found, accept)?;
    if system::kind(found).is_none() {
        return Ok(Box::new(file));
    }
    let written = system::await_writer(file, accept == Accept::Pieces).map_err(failed)?;
    written.ok_or_else(|| InputError::Unwritten(shown(path)))
}

/// All bytes of a path, if there are at most `most`.
///
/// # Errors
/// What it names instead of a file, or that it is too large.
pub fn read(path: &Path, accept: Accept, most: u64) -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    open(path, accept)?.take(most + 1).read_to_end(&mut bytes).map_err(|error| failure(path, error))?;
    if bytes.len() as u64 > most {
        let name = shown(path);
        return Err(InputError::TooLarge { name, most });
    }
    Ok(bytes)
}

fn check(path: &Path, found: FileType, accept: Accept) -> Result<(), InputError> {
    match system::kind(found) {
        None => Ok(()),
        Some(FileKind::Pipe) if accept != Accept::Files => Ok(()),
        Some(kind) => Err(InputError::NotAFile { name: shown(path), kind }),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the standard library's kinds grow")]
fn failure(path: &Path, error: io::Error) -> InputError {
    let name = shown(path);
    match error.kind() {
        ErrorKind::NotFound if is_address(path) => InputError::OnTheWeb(name),
        ErrorKind::NotFound => InputError::Absent(name),
        ErrorKind::PermissionDenied => InputError::Forbidden(name),
        _ => InputError::Failed { name, error },
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::net::UnixListener;
    use std::path::PathBuf;
    use std::thread;

    use rustix::fs::{CWD, FileType as NodeType, Mode, mknodat};

    use super::*;
    use crate::explain::words::{Language, Message};

    fn pipe_in(folder: &tempfile::TempDir) -> PathBuf {
        let path = folder.path().join("pipe");
        mknodat(CWD, &path, NodeType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
        path
    }

    fn told(path: &Path, accept: Accept) -> String {
        let error = open(path, accept).err().expect("this must be refused");
        let name = path.display().to_string();
        // The screen tells it in the same words, and in Japanese in others.
        let said = |language| Message::sentence(&error).text(language);
        assert_eq!(said(Language::English), error.to_string());
        assert_ne!(said(Language::Japanese), error.to_string());
        error.to_string().replace(&name, "X")
    }

    #[test]
    fn whatever_is_no_file_is_told_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let _listening = UnixListener::bind(&socket).unwrap();
        for accept in [Accept::Files, Accept::Streams] {
            assert_eq!(told(folder.path(), accept), "X is a folder, not a file");
            assert_eq!(told(&socket, accept), "X is a socket, not a file");
            for device in ["/dev/zero", "/dev/full", "/dev/tty"] {
                assert_eq!(told(Path::new(device), accept), "X is a device, not a file");
            }
            let gone = folder.path().join("gone.json");
            assert_eq!(told(&gone, accept), "there is no file X");
        }
        let pipe = pipe_in(&folder);
        assert_eq!(told(&pipe, Accept::Files), "X is a pipe, not a file");
        assert_eq!(told(&pipe, Accept::Streams), "X is a pipe that nobody writes into");
    }

    #[test]
    fn a_pipe_that_somebody_writes_into_is_read_to_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = pipe_in(&folder);
        let target = path.clone();
        let writer = thread::spawn(move || fs::write(target, "all of it").unwrap());
        let bytes = read(&path, Accept::Streams, MODEL_BYTES).unwrap();
        writer.join().unwrap();
        assert_eq!(bytes, b"all of it");
    }

    #[test]
    fn what_has_no_end_is_read_no_further_than_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        fs::write(&path, vec![b' '; 11]).unwrap();
        assert_eq!(read(&path, Accept::Files, 11).unwrap().len(), 11);
        let error = read(&path, Accept::Files, 10).unwrap_err();
        assert!(matches!(error, InputError::TooLarge { most: 10, .. }));
        let pipe = pipe_in(&folder);
        let target = pipe.clone();
        // Ends when the other end is closed, which is the point.
        let writer = thread::spawn(move || fs::write(target, vec![b' '; 1 << 22]));
        let error = read(&pipe, Accept::Streams, 1 << 20).unwrap_err();
        assert!(error.to_string().contains("larger than 1 MiB"), "{error}");
        assert!(writer.join().unwrap().is_err());
    }

    #[test]
    fn names_are_shown_without_their_teeth() {
        let error = open(Path::new("no\u{1b}[31m\u{202e}.csv"), Accept::Files).err();
        assert_eq!(error.unwrap().to_string(), "there is no file no\\u{1b}[31m\\u{202e}.csv");
    }
}
