//! Runs in files of the user's choice: saved where they say, never over another file unasked, and
//! opened again, with a sentence that names the place in the file when something is wrong with it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files;
use super::input::{self, Accept, MODEL_BYTES, shown};
use crate::app::Refused;
use crate::data::PassengerList;
use crate::explain::errors;
use crate::explain::words::{Message, files as words};
use crate::training::{ModelFile, RecipePatch, Run, TrainError};

/// Writes a file, whole or not at all; over another one only when told so. Gives the path as shown.
///
/// # Errors
/// [`Refused::Exists`] where there is a file already, else why it could not be written.
pub fn save(path: &str, contents: &[u8], overwrite: bool) -> Result<String, Refused> {
    let at = at_home(path);
    let path = shown(&at);
    let failed = |why| Err(Refused::Failed(why));
    if at.is_dir() {
        return failed(Message::new(words::A_FOLDER, [path]));
    }
    // A pipe that nobody reads would hold the keys, and a device is no place for a run.
    if at.exists() && !at.is_file() {
        return failed(Message::new(words::NOT_A_FILE, [path]));
    }
    if !overwrite && at.exists() {
        return Err(Refused::Exists);
    }
    let folder = at.parent().filter(|folder| *folder != Path::new(""));
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return failed(Message::new(words::NO_FOLDER, [shown(folder)]));
    }
    match files::replace(&at, |out| out.write_all(contents)) {
        Ok(()) => Ok(path),
        Err(error) => failed(Message::sentence(&error).at(Message::new(words::IN_FILE, [path]))),
    }
}

/// Opens a model (JSON or safetensors) or a recipe (TOML) as a run named after its file. Tensors that
/// do not say their recipe take `settings`.
///
/// # Errors
/// One sentence with the file, the place in it, and what is wrong there.
pub fn open(path: &str, settings: &RecipePatch, list: &Arc<PassengerList>) -> Result<Run, Message> {
    let at = at_home(path);
    let bytes = input::read(&at, Accept::Files, MODEL_BYTES).map_err(|error| Message::sentence(&error))?;
    run_of(&at, &bytes, settings, list)
}

fn run_of(at: &Path, bytes: &[u8], settings: &RecipePatch, list: &Arc<PassengerList>) -> Result<Run, Message> {
    let path = shown(at);
    let in_file = |path| Message::new(words::IN_FILE, [path]);
    let name = shown(Path::new(at.file_stem().unwrap_or_default()));
    if is_model(bytes) {
        let model = ModelFile::read_any(bytes, settings)
            .map_err(|error| errors::of_model(&error).at(Message::new(words::NO_MODEL, [path.clone()])))?;
        Run::from_model(name, Arc::clone(list), model).map_err(|error| errors::of_run(&error).at(in_file(path)))
    } else {
        let Ok(text) = str::from_utf8(bytes) else {
            return Err(Message::new(words::NEITHER, [path]));
        };
        let recipe = RecipePatch::from_toml(text).map_err(|wrong| {
            let place = [path.clone(), wrong.line.to_string(), wrong.column.to_string()];
            Message::sentence(&wrong.message).at(Message::new(words::IN_COLUMN, place))
        })?;
        Run::from_recipe(name, Arc::clone(list), recipe.into()).map_err(|error| {
            let line = if let TrainError::Recipe(wrong) = &error { wrong.line_in(text) } else { None };
            errors::of_run(&error).at(match line {
                Some(line) => Message::new(words::IN_LINE, [path, line.to_string()]),
                None => in_file(path),
            })
        })
    }
}

/// Whether this is to be a model: a JSON object, which no recipe begins like, or safetensors.
pub(super) fn is_model(bytes: &[u8]) -> bool {
    let is_json = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    is_json || ModelFile::is_safetensors(bytes)
}

/// The path with `~` as the shell understands it.
fn at_home(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), etcetera::home_dir()) {
        (Some(rest), Ok(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::explain::words::Language;
    use crate::training::Preset;

    fn list() -> Arc<PassengerList> {
        Arc::new(PassengerList::embedded())
    }

    fn path_in(folder: &tempfile::TempDir, name: &str) -> String {
        folder.path().join(name).display().to_string()
    }

    #[test]
    fn a_file_is_overwritten_only_by_someone_who_was_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = path_in(&folder, "a.json");
        assert_eq!(save(&path, b"one", false), Ok(path.clone()));
        assert_eq!(save(&path, b"two", false), Err(Refused::Exists));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(save(&path, b"two", true), Ok(path.clone()));
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }

    #[test]
    fn what_cannot_be_written_is_said_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let failed = |path: &str| match save(path, b"", false) {
            Err(Refused::Failed(why)) => why.text(Language::English),
            other => panic!("{other:?}"),
        };
        assert!(failed(&path_in(&folder, "no/a.json")).contains("no folder"));
        assert!(failed(&folder.path().display().to_string()).contains("is a folder"));
    }

    #[test]
    fn a_saved_run_is_opened_with_its_past_and_comes_to_the_same_bits() {
        let folder = tempfile::tempdir().unwrap();
        let path = path_in(&folder, "mine.json");
        let mut run = Preset::Unpublished231.run("A", list()).unwrap();
        for _ in 0..30 {
            run.train().unwrap();
        }
        let mut bytes = Vec::new();
        run.model().write(&mut bytes).unwrap();
        save(&path, &bytes, false).unwrap();
        let mut opened = open(&path, &RecipePatch::default(), &list()).unwrap();
        assert_eq!((opened.name.as_str(), opened.first_epoch()), ("mine", 0));
        while opened.epoch() < 30 {
            opened.train().unwrap();
        }
        assert!(!opened.replay_differed());
        assert_eq!(opened.network(), run.network());
    }

    #[test]
    fn tensors_that_name_their_recipe_are_opened_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let run = Preset::Unpublished231.run("A", list()).unwrap();
        let mut bytes = Vec::new();
        run.model().write_safetensors(&mut bytes).unwrap();
        let path = path_in(&folder, "mine.safetensors");
        save(&path, &bytes, false).unwrap();
        let other = Preset::ThePost.recipe().into();
        let opened = open(&path, &other, &list()).unwrap();
        assert_eq!(opened.network(), run.network());
        assert_eq!(opened.recipe().hidden, [3]);
    }

    #[test]
    fn mistakes_in_a_file_are_named_with_their_place() {
        let folder = tempfile::tempdir().unwrap();
        let told = |name: &str, text: &str| {
            let path = path_in(&folder, name);
            fs::write(&path, text).unwrap();
            open(&path, &RecipePatch::default(), &list()).unwrap_err().text(Language::English)
        };
        let toml = told("a.toml", "scaling = \"standard\"\nlearning_rat = 0.5\n");
        assert!(toml.contains("line 2, column 1"), "{toml}");
        let json = told("a.json", "{\n  \"format\": 3\n}");
        assert!(json.contains("line 2"), "{json}");
        let odd = told("a.png", "\u{fffd}PNG");
        assert!(odd.contains("line 1"), "{odd}");
        let gone =
            open(&path_in(&folder, "gone.json"), &RecipePatch::default(), &list()).unwrap_err().text(Language::English);
        assert!(gone.contains("there is no file"), "{gone}");
        let rate = told("b.toml", "seed = 3\nlearning_rate = -1.0\n");
        assert!(rate.contains("b.toml, line 2: a rate of -1"), "{rate}");
    }

    #[test]
    fn what_holds_no_run_is_told_and_nothing_in_it_acts_on_the_screen() {
        let folder = tempfile::tempdir().unwrap();
        let opened = |path: &str| open(path, &RecipePatch::default(), &list());
        let told = |path: &str| opened(path).unwrap_err().text(Language::English);
        let japanese = opened("/dev/zero").unwrap_err().text(Language::Japanese);
        assert_eq!(japanese, "/dev/zeroはファイルではなくデバイスです");
        assert_eq!(told("/dev/zero"), "/dev/zero is a device, not a file");
        assert!(told(&path_in(&folder, "")).ends_with("is a folder, not a file"));
        let path = path_in(&folder, "a\u{1b}[31m.json");
        fs::write(&path, "{\"\\u001b[31m\\u202e\":1}").unwrap();
        let why = told(&path);
        assert!(why.contains("a\\u{1b}[31m.json"), "{why}");
        assert!(why.contains("`\\u{1b}[31m\\u{202e}`"), "{why}");
        assert!(!why.contains(['\u{1b}', '\u{202e}']), "{why}");
        let Err(Refused::Failed(why)) = save("/dev/null", b"", true) else {
            panic!("a device is no place for a run");
        };
        assert_eq!(why.text(Language::English), "/dev/null is not a file; choose another name");
    }
}
