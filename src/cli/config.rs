//! The user's own config: a file of TOML in the place of XDG, or where `--config` says. Flags and variables of the
//! environment win over it, and it over what is usual. What is wrong in it is told, and the program starts with the rest.

mod error;
mod read;

use std::ffi::OsString;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

use super::environment;
use super::failure::Failure;
use crate::explain::words::{Language, Message, config as words};
use crate::terminal::input::{self, Accept, InputError, shown};
use crate::training::Misread;
use read::Chosen;

/// More bytes than any config has.
const MOST_BYTES: u64 = 1 << 20;

/// Reads a text as a config, for nothing but to see whether it can be.
#[cfg(fuzzing)]
pub(super) fn try_out(text: &str) {
    let _ = Chosen::read(text);
}

/// The config in force.
#[derive(Debug, Default)]
pub struct Config {
    /// Where it is, or would be; none where the user has no home.
    pub(super) path: Option<PathBuf>,
    /// What it says.
    pub(super) said: Chosen,
    /// What is wrong with it, a sentence each.
    pub(super) wrong: Vec<String>,
}

impl Config {
    /// The config of the user, or the one that the arguments name, which are not understood yet.
    pub fn load(arguments: &[OsString]) -> Result<Self, Failure> {
        if let Some(path) = environment::flag(arguments, "--config").map(PathBuf::from) {
            return Self::read(path, Accept::Streams).map_err(Failure::input);
        }
        let Some(path) = place() else { return Ok(Self::default()) };
        Ok(Self::read(path.clone(), Accept::Files).unwrap_or_else(|error| {
            // Where there is none, nothing is wrong.
            let wrong = path.exists().then(|| error.to_string());
            Self { wrong: wrong.into_iter().collect(), path: Some(path), ..Self::default() }
        }))
    }

    /// Reads a config from there.
    pub fn read(path: PathBuf, accept: Accept) -> Result<Self, InputError> {
        let bytes = input::read(&path, accept, MOST_BYTES)?;
        let name = shown(&path);
        let Ok(text) = std::str::from_utf8(&bytes) else {
            let wrong = vec![format!("{name} is not UTF-8: save it as that")];
            return Ok(Self { path: Some(path), wrong, ..Self::default() });
        };
        let said = Chosen::read(text);
        let told = |wrong: &Misread| format!("{name}, line {}, column {}: {}", wrong.line, wrong.column, wrong.message);
        Ok(Self { wrong: said.wrong.iter().map(told).collect(), path: Some(path), said })
    }

    /// The language it names.
    pub fn language(&self) -> Option<Language> {
        self.said.language.map(|said| said.value)
    }

    /// What the screen says of what is wrong: the first of it, and how much there is.
    pub fn notice(&self) -> Option<Message> {
        let first = Message::sentence(self.wrong.first()?);
        Some(match self.wrong.len() {
            1 => first,
            many => first.at(Message::new(words::FIRST_OF, [many.to_string()])),
        })
    }
}

/// `titanic-tui/config.toml` in `$XDG_CONFIG_HOME`, or in `~/.config`.
fn place() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.config_dir().join("titanic-tui").join("config.toml"))
}
