//! The user's own config: a file of TOML in the place of XDG, or where `--config` says. Flags and variables of the
//! environment win over it, and it over what is usual. What is wrong in it is told, and the program starts with the rest.

mod read;
mod written;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Subcommand;
use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

use super::common::Common;
use super::environment::{self, variable};
use super::failure::Failure;
use super::output;
use crate::explain::words::{Message, config as words};
use crate::terminal::files;
use crate::terminal::input::{self, Accept, shown};
use crate::training::Misread;
use read::Chosen;

/// More bytes than any config has.
const MOST_BYTES: u64 = 1 << 20;

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

/// What is done with it.
#[derive(Debug, Subcommand)]
pub enum ConfigTask {
    /// Print where the config is, or would be
    Path,
    /// Print what is in force, and where each value comes from: a config itself, with every command and its keys
    Print,
    /// Open the config in your editor (`VISUAL` or `EDITOR`); where there is none, one to begin with
    Edit,
}

impl Config {
    /// The config of the user, or the one that the arguments name, which are not understood yet.
    pub fn load(arguments: &[OsString]) -> Result<Self, Failure> {
        if let Some(path) = environment::flag(arguments, "--config").map(PathBuf::from) {
            let bytes = input::read(&path, Accept::Streams, MOST_BYTES).map_err(Failure::input)?;
            return Ok(Self::of(path, &bytes));
        }
        let Some(path) = place() else { return Ok(Self::default()) };
        match input::read(&path, Accept::Files, MOST_BYTES) {
            Ok(bytes) => Ok(Self::of(path, &bytes)),
            // Where there is none, nothing is wrong.
            Err(_) if !path.exists() => Ok(Self { path: Some(path), ..Self::default() }),
            Err(error) => Ok(Self { wrong: vec![error.to_string()], path: Some(path), ..Self::default() }),
        }
    }

    fn of(path: PathBuf, bytes: &[u8]) -> Self {
        let name = shown(&path);
        let Ok(text) = std::str::from_utf8(bytes) else {
            let wrong = vec![format!("{name} is not UTF-8: save it as that")];
            return Self { path: Some(path), wrong, ..Self::default() };
        };
        let said = Chosen::read(text);
        let told = |wrong: &Misread| format!("{name}, line {}, column {}: {}", wrong.line, wrong.column, wrong.message);
        Self { wrong: said.wrong.iter().map(told).collect(), path: Some(path), said }
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

impl ConfigTask {
    /// Does it.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let none = || Failure::usage("there is no home folder for a config: name a file with --config");
        let path = common.own.path.as_deref().ok_or_else(none)?;
        match self {
            Self::Path => output::write(None, |out| writeln!(out, "{}", path.display())),
            Self::Print => output::write(None, |out| out.write_all(written::in_force(common).as_bytes())),
            Self::Edit => edit(common, path),
        }
    }
}

/// Opens the file in the user's editor, and tells what is wrong in it then.
fn edit(common: &Common, path: &Path) -> Result<(), Failure> {
    let named = ["VISUAL", "EDITOR"].map(variable).into_iter().find(|editor| !editor.trim().is_empty());
    let editor = named.ok_or_else(|| Failure::usage("no editor is named: set VISUAL or EDITOR to one"))?;
    let written = |error: &_| Failure::writing(&shown(path), error);
    if !path.exists() {
        fs::create_dir_all(path.parent().unwrap_or(path)).map_err(|error| written(&error))?;
        let text = written::template(&common.own, common.language());
        files::replace(path, |out| out.write_all(text.as_bytes())).map_err(|error| written(&error))?;
    }
    let mut words = editor.split_whitespace();
    let mut program = Command::new(words.next().unwrap_or_default());
    let ended = program.args(words).arg(path).status();
    let ended = ended.map_err(|error| Failure::usage(format!("the editor `{editor}` does not start: {error}")))?;
    if !ended.success() {
        return Err(Failure::unfinished(color_eyre::eyre::Report::msg(format!("the editor `{editor}` failed"))));
    }
    let bytes = input::read(path, Accept::Files, MOST_BYTES).map_err(Failure::input)?;
    for wrong in Config::of(path.to_owned(), &bytes).wrong {
        common.note(&wrong);
    }
    Ok(())
}

/// `titanic-tui/config.toml` in `$XDG_CONFIG_HOME`, or in `~/.config`.
fn place() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.config_dir().join("titanic-tui").join("config.toml"))
}
