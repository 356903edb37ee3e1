//! Files that are whole or absent: written beside their place under another name, then moved into it.

use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::system;

/// The files of a folder whose names end so, in the order of their names.
///
/// # Errors
/// When the folder cannot be read.
pub fn ending_in(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<_> = paths.filter(|path| path.extension().is_some_and(|found| found == ending)).collect();
    files.sort();
    Ok(files)
}

/// Writes a file so that whoever opens it, at any moment, finds the old contents or the new, never half.
///
/// # Errors
/// When the folder cannot be written to or the disk is full; the old file is untouched then.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // A link stays a link, and a device or a pipe is written to, not replaced by a file.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        let mut out = BufWriter::new(system::open_to_write(&path)?);
        write(&mut out)?;
        return out.flush();
    }
    let file = written_beside(folder_of(&path), write)?;
    file.persist(&path)?;
    Ok(())
}

/// Whether a file can be written there, found out without leaving anything.
///
/// # Errors
/// Why it cannot.
pub fn check(path: &Path) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&path) {
        Ok(found) if found.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => Ok(()),
        Ok(_) | Err(_) => tempfile::tempfile_in(folder_of(&path)).map(|_| ()),
    }
}

/// Whether a path can be written to, or made where it is not there yet; nothing is made to find out.
///
/// # Errors
/// Why it cannot.
pub fn check_place(path: &Path) -> io::Result<()> {
    let mut existing = Some(path);
    while let Some(folder) = existing.filter(|folder| !folder.exists()) {
        existing = folder.parent();
    }
    let inside = existing.unwrap_or(path).join("x");
    check(if path.is_file() { path } else { &inside })
}

/// Writes a file under this name or, where there is one already, under `name-2`, `name-3` …
///
/// # Errors
/// When the folder cannot be written to or the disk is full.
pub(super) fn create(folder: &Path, name: &str, contents: &[u8]) -> io::Result<PathBuf> {
    let mut file = written_beside(folder, |out| out.write_all(contents))?;
    let mut count = 1;
    loop {
        let path = folder.join(numbered(name, count));
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => {
                file = refused.file;
                count += 1;
            }
            Err(refused) => return Err(refused.error),
        }
    }
}

/// `view.csv`, `view-2.csv`, `view-3.csv` …
fn numbered(name: &str, count: u32) -> String {
    if count == 1 {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}-{count}.{extension}"),
        _ => format!("{name}-{count}"),
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn written_beside(folder: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".titanic-tui-");
    system::usual_mask(&mut builder);
    let mut file = builder.tempfile_in(folder)?;
    let mut out = BufWriter::new(file.as_file_mut());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    // Without this a crash of the machine may leave an empty file under the final name.
    file.as_file().sync_all()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn an_export_never_overwrites_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        for expected in ["view.csv", "view-2.csv", "view-3.csv"] {
            let path = create(folder.path(), "view.csv", expected.as_bytes()).unwrap();
            assert_eq!(path, folder.path().join(expected));
        }
        assert_eq!(fs::read_to_string(folder.path().join("view.csv")).unwrap(), "view.csv");
        assert_eq!(names(folder.path()), ["view-2.csv", "view-3.csv", "view.csv"]);
    }

    #[test]
    fn a_save_that_fails_half_way_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("model.json");
        replace(&path, |out| out.write_all(b"old")).unwrap();
        let failed = replace(&path, |out| {
            out.write_all(b"half of the new")?;
            Err(io::Error::other("disk full"))
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["model.json"]);
    }

    #[test]
    fn a_save_through_a_link_keeps_the_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.json"), folder.path().join("link.json"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        replace(&link, |out| out.write_all(b"new")).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
    }

    #[test]
    fn a_device_is_written_to_and_stays_a_device() {
        replace(Path::new("/dev/null"), |out| out.write_all(b"gone")).unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn files_can_be_read_by_whom_the_mask_allows() {
        let folder = tempfile::tempdir().unwrap();
        let plain = folder.path().join("plain");
        fs::write(&plain, "").unwrap();
        let made = create(folder.path(), "made", b"").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&made), mode(&plain));
    }
}
