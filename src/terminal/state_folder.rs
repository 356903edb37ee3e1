//! The user's runs between sessions: one model file for each, in the state folder of XDG.
//!
//! A file is never removed and never replaced by something that does not continue it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

use super::files;
use super::input::{self, Accept, MODEL_BYTES, shown};
use crate::app::tour::Progress;
use crate::data::{PassengerList, escape};
use crate::training::{ModelFile, Run};

/// The most bytes a file about the tour has.
const PROGRESS_BYTES: u64 = 1 << 20;

/// The folder that keeps runs, which need not exist yet.
#[derive(Debug)]
pub struct StateFolder {
    runs: PathBuf,
    /// How far the tour has come.
    progress: PathBuf,
    /// The runs this session opened and goes on with, as their files were: those may be replaced.
    opened: BTreeMap<String, Vec<u8>>,
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
    fn at(runs: &Path) -> Self {
        let progress = runs.with_file_name("tour.json");
        Self { runs: runs.to_owned(), progress, opened: BTreeMap::new() }
    }

    /// Whether runs can be kept here, found out without leaving anything.
    ///
    /// # Errors
    /// Why they cannot.
    pub fn check(&self) -> io::Result<()> {
        files::check_place(&self.runs).map_err(|error| named(&self.runs, &error))
    }

    /// What earlier sessions kept of the tour; none where there was none, and why where it cannot be read.
    pub fn progress(&self) -> Option<String> {
        match input::read(&self.progress, Accept::Files, PROGRESS_BYTES) {
            Ok(contents) => Some(String::from_utf8_lossy(&contents).into_owned()),
            Err(why) => self.progress.exists().then(|| why.to_string()),
        }
    }

    /// Keeps it in the place of what was kept before. What is no progress, or of a later version, is laid aside.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_progress(&self, text: &str) -> io::Result<()> {
        let folder = self.progress.parent().unwrap_or(&self.progress);
        fs::create_dir_all(folder)?;
        if self.progress().is_some_and(|found| !found.is_empty() && Progress::read(&found).is_none()) {
            fs::rename(&self.progress, files::create(folder, "tour-unread.json", &[])?)?;
        }
        files::replace(&self.progress, |out| out.write_all(text.as_bytes()))
    }

    /// Where the runs are.
    pub fn runs(&self) -> &Path {
        &self.runs
    }

    /// How many runs earlier sessions left.
    pub(super) fn count(&self) -> usize {
        self.files().len()
    }

    /// Writes each run into a file of its own, named by its id. A run replaces the file it was opened from,
    /// or one it continues; any other whose name is taken gets the next free one.
    ///
    /// # Errors
    /// When the folder or a file cannot be written; the error names it. The other runs are kept all the same.
    pub fn keep(&self, runs: &[(String, ModelFile)]) -> io::Result<()> {
        if runs.is_empty() {
            return Ok(());
        }
        let _lock = self.lock().map_err(|error| named(&self.runs, &error))?;
        let mut outcome = Ok(());
        for (id, model) in runs {
            if let Err(error) = self.keep_one(id, model) {
                outcome = Err(named(&self.runs.join(file_name(id)), &error));
            }
        }
        outcome
    }

    /// The folder, made where it is missing, for this session alone: of two that end at once, the second
    /// sees what the first wrote.
    fn lock(&self) -> io::Result<Option<fs::File>> {
        fs::create_dir_all(&self.runs)?;
        // Some file systems know no locks, and some systems open no folder; then two sessions must not end in the same
        // millisecond.
        let folder = fs::File::open(&self.runs).ok();
        let _ = folder.as_ref().map(fs::File::lock);
        Ok(folder)
    }

    fn keep_one(&self, id: &str, model: &ModelFile) -> io::Result<()> {
        let contents = serde_json::to_vec(model)?;
        let name = file_name(id);
        let path = self.runs.join(&name);
        if let Ok(found) = input::read(&path, Accept::Files, MODEL_BYTES) {
            let opened = self.opened.get(id);
            // Another session may have gone on with the run meanwhile, and this one not at all.
            if found == contents || opened == Some(&contents) {
                return Ok(());
            }
            // A stranger's file of this name is left alone, whatever is in it.
            if opened.is_some_and(|opened| {
                *opened == found || read_model(&found).is_some_and(|found| model.continues(&found))
            }) {
                return files::replace(&path, |out| out.write_all(&contents));
            }
        }
        files::create(&self.runs, &name, &contents).map(|_| ())
    }

    /// Reads every run that can be read; from now on the session goes on with them.
    pub(super) fn open(&mut self, list: &Arc<PassengerList>) -> Opened {
        let mut opened = Opened::default();
        for path in self.files() {
            let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if let Ok((run, contents)) = read(&path, &id, list) {
                self.opened.insert(id.clone(), contents);
                opened.runs.push((id, run));
            } else {
                opened.refused += 1;
            }
        }
        opened
    }

    fn files(&self) -> Vec<PathBuf> {
        files::ending_in(&self.runs, "json").unwrap_or_default()
    }
}

fn read(path: &Path, id: &str, list: &Arc<PassengerList>) -> Result<(Run, Vec<u8>), Box<dyn Error>> {
    let contents = input::read(path, Accept::Files, MODEL_BYTES)?;
    let model = ModelFile::read(contents.as_slice())?;
    let run = Run::from_model(escape(id), Arc::clone(list), model)?;
    Ok((run, contents))
}

fn read_model(contents: &[u8]) -> Option<ModelFile> {
    ModelFile::read(contents).ok()
}

/// The id as a file name that is the same on every system and stays inside the folder.
fn file_name(id: &str) -> String {
    /// Bytes, of the 255 that a file system has for a name.
    const MOST: usize = 200;
    let safe = |character: char| character.is_alphanumeric() || "-_+ ".contains(character);
    let mut stem = String::new();
    for c in id.chars().map(|c| if safe(c) { c } else { '-' }).take(80) {
        if stem.len() + c.len_utf8() <= MOST {
            stem.push(c);
        }
    }
    format!("{}.json", if stem.is_empty() { "run" } else { &stem })
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("could not keep {}: {error}", shown(path)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::Preset;

    fn list() -> Arc<PassengerList> {
        Arc::new(PassengerList::embedded())
    }

    fn trained(epochs: u32) -> ModelFile {
        let mut run = Preset::ThePostTrained.run("A", list()).unwrap();
        for _ in 0..epochs {
            run.train().unwrap();
        }
        run.model()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_one_session_keeps_the_next_one_opens() {
        let place = tempfile::tempdir().unwrap();
        let runs = place.path().join("titanic-tui").join("runs");
        let mut folder = StateFolder::at(&runs);
        assert_eq!(folder.count(), 0, "a folder that is not there holds nothing");
        folder.keep(&[("1-A".to_owned(), trained(3)), ("1-B".to_owned(), trained(5))]).unwrap();
        assert_eq!(names(&runs), ["1-A.json", "1-B.json"]);
        assert_eq!(folder.count(), 2);
        let opened = folder.open(&list());
        let targets = opened.runs.iter().map(|(id, run)| (id.as_str(), run.replay_target()));
        assert_eq!(targets.collect::<Vec<_>>(), [("1-A", Some(3)), ("1-B", Some(5))]);
    }

    #[test]
    fn a_run_that_goes_on_takes_its_own_place_and_nobody_elses() {
        let place = tempfile::tempdir().unwrap();
        let id = || "A".to_owned();
        StateFolder::at(place.path()).keep(&[(id(), trained(1))]).unwrap();
        // Another session that happens to choose the same name.
        StateFolder::at(place.path()).keep(&[(id(), trained(2))]).unwrap();
        assert_eq!(names(place.path()), ["A-2.json", "A.json"]);
        let mut folder = StateFolder::at(place.path());
        folder.open(&list());
        folder.keep(&[(id(), trained(3))]).unwrap();
        assert_eq!(names(place.path()), ["A-2.json", "A.json"]);
        let kept = ModelFile::read(fs::File::open(place.path().join("A.json")).unwrap()).unwrap();
        assert_eq!(kept.epoch, 3);
    }

    #[test]
    fn the_same_run_kept_twice_is_one_file() {
        let place = tempfile::tempdir().unwrap();
        for _ in 0..2 {
            StateFolder::at(place.path()).keep(&[("A".to_owned(), trained(1))]).unwrap();
        }
        assert_eq!(names(place.path()), ["A.json"]);
    }

    #[test]
    fn what_is_no_run_is_left_alone_and_told() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("broken.json"), "{\"format\":\"titanic-tui-model\"").unwrap();
        fs::write(place.path().join("notes.txt"), "mine").unwrap();
        let mut folder = StateFolder::at(place.path());
        folder.keep(&[("A".to_owned(), trained(1))]).unwrap();
        let opened = folder.open(&list());
        assert_eq!((opened.runs.len(), opened.refused), (1, 1));
        assert_eq!(names(place.path()), ["A.json", "broken.json", "notes.txt"]);
    }

    #[test]
    fn an_id_stays_inside_the_folder() {
        assert_eq!(file_name("../../etc/passwd"), "------etc-passwd.json");
        assert_eq!(file_name(""), "run.json");
        assert!(file_name(&"𠀀".repeat(90)).len() < 255);
    }

    #[test]
    fn one_run_that_cannot_be_kept_does_not_lose_the_others() {
        let place = tempfile::tempdir().unwrap();
        let mut folder = StateFolder::at(place.path());
        folder.keep(&[("A".to_owned(), trained(1))]).unwrap();
        folder.open(&list());
        fs::remove_file(place.path().join("A.json")).unwrap();
        fs::create_dir(place.path().join("A.json")).unwrap();
        let runs = [("A".to_owned(), trained(2)), ("B".to_owned(), trained(2))];
        folder.keep(&runs).unwrap();
        assert_eq!(names(place.path()), ["A-2.json", "A.json", "B.json"]);
    }

    #[test]
    fn two_sessions_with_the_same_run_lose_neither() {
        let place = tempfile::tempdir().unwrap();
        let id = || "A".to_owned();
        let kept = |name: &str| {
            let file = fs::File::open(place.path().join(name)).unwrap();
            ModelFile::read(file).unwrap()
        };
        StateFolder::at(place.path()).keep(&[(id(), trained(5))]).unwrap();
        let [mut first, mut second] = [(); 2].map(|()| StateFolder::at(place.path()));
        first.open(&list());
        second.open(&list());
        // The longer one ends first, and what does not continue it is kept beside it.
        first.keep(&[(id(), trained(50))]).unwrap();
        second.keep(&[(id(), trained(5))]).unwrap();
        assert_eq!(names(place.path()), ["A.json"], "nothing was done there");
        second.keep(&[(id(), trained(8))]).unwrap();
        assert_eq!((kept("A.json").epoch, kept("A-2.json").epoch), (50, 8));
        // So is one that went another way.
        let mut other = Preset::ThePostTrained.run("A", list()).unwrap();
        for _ in 0..5 {
            other.train().unwrap();
        }
        other.set_learning_rate(0.1);
        other.train().unwrap();
        second.keep(&[(id(), other.model())]).unwrap();
        assert_eq!((kept("A.json").epoch, kept("A-3.json").epoch), (50, 6));
        // And one that goes on where the first stood takes its place.
        second.keep(&[(id(), trained(60))]).unwrap();
        assert_eq!((kept("A.json").epoch, names(place.path()).len()), (60, 3));
    }

    #[test]
    fn progress_that_cannot_be_read_is_laid_aside_and_none_is_lost() {
        let place = tempfile::tempdir().unwrap();
        let folder = StateFolder::at(&place.path().join("runs"));
        assert_eq!(folder.progress(), None);
        for text in ["{}", "{\"done\":[\"the-list\"]}"] {
            folder.keep_progress(text).unwrap();
            assert_eq!((folder.progress().as_deref(), names(place.path()).len()), (Some(text), 1));
        }
        for (count, damaged) in ["half of it, {", "{\"version\":99}"].into_iter().enumerate() {
            fs::write(place.path().join("tour.json"), damaged).unwrap();
            folder.keep_progress("{}").unwrap();
            let aside = ["tour-unread.json", "tour-unread-2.json"][count];
            assert_eq!(fs::read_to_string(place.path().join(aside)).unwrap(), damaged);
            assert_eq!(folder.progress().as_deref(), Some("{}"));
        }
    }

    #[test]
    fn a_damaged_file_is_never_written_over() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("A.json");
        let whole = serde_json::to_vec(&trained(1)).unwrap();
        let cut = (0..whole.len()).step_by(7).map(|end| whole[..end].to_vec());
        let flipped = (0..whole.len()).step_by(5).map(|byte| {
            let mut bytes = whole.clone();
            bytes[byte] ^= 1 << (byte % 8);
            bytes
        });
        for damaged in cut.chain(flipped) {
            fs::write(&path, &damaged).unwrap();
            let mut folder = StateFolder::at(place.path());
            let opened = folder.open(&list());
            assert_eq!(opened.runs.len() + opened.refused, 1);
            assert_eq!(fs::read(&path).unwrap(), damaged);
        }
        fs::write(&path, &whole[..40]).unwrap();
        let mut folder = StateFolder::at(place.path());
        folder.open(&list());
        folder.keep(&[("A".to_owned(), trained(2))]).unwrap();
        assert_eq!(fs::read(&path).unwrap(), whole[..40]);
        assert_eq!(names(place.path()), ["A-2.json", "A.json"]);
    }
}
