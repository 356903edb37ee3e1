//! Files that are none: opening one never holds us, and nothing waits for the other end of a pipe that nobody has.

use std::fs::{File, FileType, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{OFlags, fcntl_setfl};
use rustix::io::{Errno, retry_on_intr};
use tempfile::Builder;

use crate::terminal::system::FileKind;

/// How long the writer of a pipe may take to come; it is often started beside us.
const PATIENCE: Timespec = Timespec { tv_sec: 1, tv_nsec: 0 };

/// What it is that is no file.
pub(in crate::terminal) fn kind(found: FileType) -> Option<FileKind> {
    if found.is_file() {
        None
    } else if found.is_dir() {
        Some(FileKind::Folder)
    } else if found.is_fifo() {
        Some(FileKind::Pipe)
    } else if found.is_socket() {
        Some(FileKind::Socket)
    } else {
        Some(FileKind::Device)
    }
}

/// Opens a path to read it, without waiting for anybody.
///
/// # Errors
/// When the system refuses.
pub(in crate::terminal) fn open_to_read(path: &Path) -> io::Result<File> {
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

/// A pipe opened without waiting, that is waited for as usual from now on unless it is read in `pieces`; none where nobody
/// has it open to write even after a moment.
///
/// # Errors
/// When the pipe cannot be read.
pub(in crate::terminal) fn await_writer(mut pipe: File, pieces: bool) -> io::Result<Option<Box<dyn Read>>> {
    let mut asked = [PollFd::new(&pipe, PollFlags::IN)];
    let silent = retry_on_intr(|| poll(&mut asked, Some(&PATIENCE)))? == 0;
    let mut first = Vec::new();
    if silent {
        // A slow writer and none at all look alike until one reads.
        let mut byte = [0];
        match pipe.read(&mut byte) {
            Ok(0) => return Ok(None),
            Ok(_) => first.extend(byte),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
    if !pieces {
        fcntl_setfl(&pipe, OFlags::empty())?;
    }
    Ok(Some(Box::new(io::Cursor::new(first).chain(pipe))))
}

/// Opens a device or a pipe to write into it; a pipe that nobody reads refuses at once rather than hold us until somebody
/// comes.
///
/// # Errors
/// When the system refuses, or nobody reads.
pub(in crate::terminal) fn open_to_write(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.custom_flags(OFlags::NONBLOCK.bits().cast_signed());
    let device = options.write(true).open(path).map_err(unread)?;
    fcntl_setfl(&device, OFlags::empty())?;
    Ok(device)
}

fn unread(error: io::Error) -> io::Error {
    if error.raw_os_error() == Some(Errno::NXIO.raw_os_error()) {
        io::Error::new(ErrorKind::NotConnected, "nobody reads from this pipe")
    } else {
        error
    }
}

/// A new file readable as any file the user makes: the usual mask applies to this.
pub(in crate::terminal) fn usual_mask(builder: &mut Builder<'_, '_>) {
    builder.permissions(Permissions::from_mode(0o666));
}
