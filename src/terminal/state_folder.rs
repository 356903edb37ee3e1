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
    /// Ids of the runs this session opened and goes on with, so that their files may be replaced.
    opened: BTreeSet<String>,
}

/// What the folder gave back.
#[derive(Debug, Default)]
pub struct Opened {
    /// The runs with the ids they were kept under, in that order.
    pub runs: Vec<(String, Run)>,
    /// How many files hold no run for this list and were left alone.
    pub refused: usize,
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
        Self {
            runs: runs.to_owned(),
            opened: BTreeSet::new(),
        }
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
            if let Err(error) = self.keep_one(id, model) {
                outcome = Err(named(&self.runs.join(file_name(id)), &error));
            }
        }
        outcome
    }

    fn keep_one(&self, id: &str, model: &ModelFile) -> io::Result<()> {
        let contents = serde_json::to_vec(model)?;
        let name = file_name(id);
        let path = self.runs.join(&name);
        if self.opened.contains(id) {
            return files::replace(&path, |out| out.write_all(&contents));
        }
        if fs::read(&path).is_ok_and(|found| found == contents) {
            return Ok(());
        }
        files::create(&self.runs, &name, &contents).map(|_| ())
    }

    /// Reads every run that can be read; from now on the session goes on with them.
    pub fn open(&mut self, list: &Arc<PassengerList>) -> Opened {
        let mut opened = Opened::default();
        for path in self.files() {
            let id = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if let Ok(run) = read(&path, &id, list) {
                self.opened.insert(id.clone());
                opened.runs.push((id, run));
            } else {
                opened.refused += 1;
            }
        }
        opened
    }

    fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(&self.runs) else {
            return Vec::new();
        };
        let mut files: Vec<_> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.extension() == Some(OsStr::new("json")))
            .collect();
        files.sort();
        files
    }
}

fn read(path: &Path, id: &str, list: &Arc<PassengerList>) -> Result<Run, Box<dyn Error>> {
    let model = ModelFile::read(fs::File::open(path)?)?;
    Ok(Run::from_model(id, Arc::clone(list), model)?)
}

/// The id as a file name that is the same on every system and stays inside the folder.
fn file_name(id: &str) -> String {
    let safe = |character: char| character.is_alphanumeric() || "-_+ ".contains(character);
    let stem: String = id
        .chars()
        .map(|c| if safe(c) { c } else { '-' })
        .take(80)
        .collect();
    format!("{}.json", if stem.is_empty() { "run" } else { &stem })
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(
        error.kind(),
        format!("could not keep {}: {error}", path.display()),
    )
}
