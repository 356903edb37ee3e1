//! The user's runs between sessions: one model file for each, in the state folder of XDG.
//!
//! A file is never removed and never replaced by something that does not continue it.

use std::collections::BTreeSet;
use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

use super::files;
use crate::data::PassengerList;
use crate::training::{ModelFile, Run};

/// The folder that keeps runs, which need not exist yet.
#[derive(Debug)]
pub struct StateFolder {
    runs: PathBuf,
    /// Names of the files whose runs this session goes on with, and whose place it may therefore take.
    opened: BTreeSet<String>,
}

/// What the folder gave back: the runs, and a sentence for each file that is none.
#[derive(Debug, Default)]
pub struct Opened {
    /// The runs, in the order of their names.
    pub runs: Vec<Run>,
    /// Why a file was left alone.
    pub refused: Vec<String>,
}

impl StateFolder {
    /// The folder of this user: `titanic-tui/runs` in `$XDG_STATE_HOME`, or in `~/.local/state`.
    /// `None` where the user has no home.
    pub fn of_the_user() -> Option<Self> {
        let state = Xdg::new().ok()?.state_dir()?;
        Some(Self::at(&state.join("titanic-tui").join("runs")))
    }

    /// The folder at this place.
    pub fn at(runs: &Path) -> Self {
        Self { runs: runs.to_owned(), opened: BTreeSet::new() }
    }

    /// How many runs earlier sessions left.
    pub fn count(&self) -> usize {
        self.files().len()
    }

    /// Writes each run into a file of its own, named by its id. A run that this session opened replaces its
    /// own file; any other whose name is taken gets the next free one.
    ///
    /// # Errors
    /// When the folder or a file cannot be written; the error names it. The other runs are kept all the same.
    pub fn keep(&self, runs: &[(String, ModelFile)]) -> io::Result<()> {
        if runs.is_empty() {
            return Ok(());
        }
        fs::create_dir_all(&self.runs).map_err(|error| named(&self.runs, &error))?;
        let mut outcome = Ok(());
        for (id, model) in runs {
            let name = file_name(id);
            if let Err(error) = self.keep_one(&name, model) {
                outcome = Err(named(&self.runs.join(name), &error));
            }
        }
        outcome
    }

    fn keep_one(&self, name: &str, model: &ModelFile) -> io::Result<()> {
        let contents = serde_json::to_vec(model)?;
        let path = self.runs.join(name);
        if self.opened.contains(name) {
            return files::replace(&path, |out| out.write_all(&contents));
        }
        if fs::read(&path).is_ok_and(|found| found == contents) {
            return Ok(());
        }
        files::create(&self.runs, name, &contents).map(|_| ())
    }

    /// Reads every run that can be read, each named as its file; from now on the session goes on with them.
    pub fn open(&mut self, list: &Arc<PassengerList>) -> Opened {
        let mut opened = Opened::default();
        for path in self.files() {
            match read(&path, list) {
                Ok(run) => {
                    opened.runs.push(run);
                    self.opened.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
                }
                Err(reason) => opened.refused.push(format!("{}: {reason}", path.display())),
            }
        }
        opened
    }

    fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(&self.runs) else { return Vec::new() };
        let mut files: Vec<_> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.extension() == Some(OsStr::new("json")))
            .collect();
        files.sort();
        files
    }
}

fn read(path: &Path, list: &Arc<PassengerList>) -> Result<Run, Box<dyn Error>> {
    let model = ModelFile::read(fs::File::open(path)?)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(Run::from_model(&name, Arc::clone(list), model)?)
}

/// The id as a file name that is the same on every system and stays inside the folder.
fn file_name(id: &str) -> String {
    let safe = |character: char| character.is_alphanumeric() || "-_+ ".contains(character);
    let stem: String = id.chars().map(|c| if safe(c) { c } else { '-' }).take(80).collect();
    format!("{}.json", if stem.is_empty() { "run" } else { &stem })
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("could not keep {}: {error}", path.display()))
}
