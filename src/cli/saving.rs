//! The files `train` leaves behind: the model, and the network as safetensors.

use std::path::{Path, PathBuf};

use crate::cli::failure::Failure;
use crate::cli::output;
use crate::data::escape;
use crate::terminal::files;
use crate::terminal::input::shown;
use crate::training::Run;

/// Where to save; `-` is standard output.
pub(super) struct Files {
    pub model: Option<PathBuf>,
    pub tensors: Option<PathBuf>,
}

impl Files {
    fn paths(&self) -> impl Iterator<Item = &Path> {
        [&self.model, &self.tensors].into_iter().filter_map(Option::as_deref)
    }

    /// A place that cannot be written to is better known before an hour of training than after.
    pub fn check(&self, json: bool) -> Result<(), Failure> {
        let standard = self.paths().filter(|path| is_standard(path)).count();
        if standard + usize::from(json) > 1 {
            return Err(Failure::usage(
                "only one of --json, --save - and --safetensors - can have standard output; save to a file",
            ));
        }
        if self.paths().count() == 2 && standard == 0 && self.model == self.tensors {
            return Err(Failure::usage("--save and --safetensors name the same file; give each its own"));
        }
        for path in self.paths() {
            output::check_folder(path)?;
        }
        for path in self.paths().filter(|path| !is_standard(path)) {
            files::check(path).map_err(|error| Failure::usage(format!("cannot save to {}: {error}", shown(path))))?;
        }
        Ok(())
    }

    /// Whether standard output belongs to a file.
    pub fn take_standard_output(&self) -> bool {
        self.paths().any(is_standard)
    }

    /// Saves the run as it stands.
    pub fn write(&self, run: &Run) -> Result<(), Failure> {
        let model = run.model();
        if let Some(path) = &self.model {
            output::write(Some(path), |out| model.write(out))?;
        }
        if let Some(path) = &self.tensors {
            output::write(Some(path), |out| model.write_safetensors(out))?;
        }
        Ok(())
    }

    /// What was saved, as a sentence names it; none where nothing was.
    pub fn names(&self) -> Option<String> {
        let names: Vec<String> = self.paths().map(|path| escape(&path.to_string_lossy()).into_owned()).collect();
        (!names.is_empty()).then(|| names.join(" and "))
    }
}

fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}
