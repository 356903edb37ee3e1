//! What can be opened: the models and recipes in the folder the program was started in, and the runs of earlier
//! sessions; the newest first, each with what it holds where that is quickly read.

use std::cmp::Reverse;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::input::{self, Accept};
use super::run_files;
use crate::app::FoundFile;
use crate::training::{ModelFile, Recipe, RecipePatch};

/// So many files of a folder are listed.
const MOST: usize = 200;
/// A larger file is listed without being read.
const LARGE: u64 = 1 << 18;

/// The files of this folder and of the one where runs are kept.
pub(super) fn find(here: &Path, kept: Option<&Path>) -> Vec<FoundFile> {
    let mut found = files_of(here, false);
    found.extend(kept.into_iter().flat_map(|folder| files_of(folder, true)));
    found
}

fn files_of(folder: &Path, is_kept: bool) -> Vec<FoundFile> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let file = |entry: DirEntry| {
        let path = entry.path();
        let ending = path.extension()?.to_str()?;
        let known = matches!(ending, "json" | "safetensors" | "toml")
            && !entry.file_name().as_encoded_bytes().starts_with(b".");
        let metadata = fs::metadata(&path).ok().filter(|found| known && found.is_file())?;
        Some((metadata.modified().ok(), metadata.len(), path))
    };
    let mut files: Vec<_> = entries.filter_map(Result::ok).filter_map(file).collect();
    files.sort_by(|a, b| (Reverse(a.0), &a.2).cmp(&(Reverse(b.0), &b.2)));
    files.truncate(MOST);
    let now = SystemTime::now();
    let found = |(modified, bytes, path): (Option<SystemTime>, u64, PathBuf)| {
        let (recipe, epoch) = if bytes > LARGE { (None, None) } else { holds(&path)? };
        let age = modified.map(|then| now.duration_since(then).unwrap_or_default());
        let path = path.strip_prefix(".").unwrap_or(&path).to_str()?.to_owned();
        Some(FoundFile { path, is_kept, bytes, age, recipe, epoch })
    };
    files.into_iter().filter_map(found).collect()
}

/// The recipe and the epoch in a file, as far as it says them; none where it is nothing to open.
fn holds(path: &Path) -> Option<(Option<Recipe>, Option<u64>)> {
    let bytes = input::read(path, Accept::Files, LARGE).ok()?;
    if run_files::is_model(&bytes) {
        let model = ModelFile::read_any(bytes.as_slice(), &RecipePatch::default());
        return match model {
            Ok(model) => Some((Some(model.recipe()), Some(model.epoch))),
            // Tensors that name no recipe may be of the network on the screen.
            Err(_) => ModelFile::is_safetensors(&bytes).then_some((None, None)),
        };
    }
    let recipe: Recipe = RecipePatch::from_toml(str::from_utf8(&bytes).ok()?).ok()?.into();
    recipe.validate_alone().ok()?;
    Some((Some(recipe), None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::PassengerList;
    use crate::training::Preset;
    use std::sync::Arc;

    #[test]
    fn what_can_be_opened_is_listed_with_what_it_holds_and_nothing_else_is() {
        let (here, kept) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut run = Preset::Unpublished231.run("A", Arc::new(PassengerList::embedded())).unwrap();
        run.train().unwrap();
        let (mut model, mut tensors) = (Vec::new(), Vec::new());
        run.model().write(&mut model).unwrap();
        run.model().write_safetensors(&mut tensors).unwrap();
        let write = |name: &str, contents: &[u8]| fs::write(here.path().join(name), contents).unwrap();
        write("mine.json", &model);
        write("mine.safetensors", &tensors);
        write("mine.toml", b"hidden = [8]");
        write("package.json", b"{\"name\": 3}");
        write("Cargo.toml", b"[package]");
        write("notes.txt", b"hidden = [8]");
        write(".hidden.toml", b"hidden = [8]");
        write("large.json", &vec![b' '; 1 + LARGE as usize]);
        fs::create_dir(here.path().join("folder.json")).unwrap();
        fs::write(kept.path().join("1-A.json"), &model).unwrap();
        let found = find(here.path(), Some(kept.path()));
        let mut told: Vec<_> = found
            .iter()
            .map(|file| {
                (file.name(), file.is_kept, file.epoch, file.recipe.as_ref().map(|recipe| recipe.hidden.clone()))
            })
            .collect();
        told.sort();
        assert_eq!(
            told,
            [
                ("1-A.json", true, Some(1), Some(vec![3])),
                ("large.json", false, None, None),
                ("mine.json", false, Some(1), Some(vec![3])),
                ("mine.safetensors", false, Some(1), Some(vec![3])),
                ("mine.toml", false, None, Some(vec![8])),
            ]
        );
        assert!(found.iter().all(|file| file.age.is_some_and(|age| age.as_secs() < 60)));
        assert!(find(Path::new("/nowhere"), None).is_empty());
    }
}
