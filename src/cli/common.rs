//! The flags every command takes, before or after its name.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args};

use super::config::Config;
use super::failure::Failure;
use super::{environment, output};
use crate::app::ThemeName;
use crate::explain::words::Language;
use crate::training::RecipePatch;

/// Flags that mean the same everywhere.
#[derive(Debug, Args)]
#[command(next_help_heading = "Common options")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Common {
    /// Read this passenger list instead of the one inside the program; CSV of at most 4,000,000 people,
    /// 1 GiB, 1 MiB a line and 64 KiB a field
    #[arg(long, global = true, value_name = "FILE")]
    pub data: Option<PathBuf>,
    /// Pass over the rows of a list that cannot be read, count and tell them
    #[arg(
        long, global = true, value_name = "true|false", action = ArgAction::Set, default_value_t = false,
        num_args = 0..=1, require_equals = true, default_missing_value = "true",
        hide_possible_values = true, hide_default_value = true
    )]
    pub skip_bad_rows: bool,
    /// Tell on standard error what was found in a list
    #[arg(
        long, global = true, value_name = "true|false", action = ArgAction::Set, default_value_t = false,
        num_args = 0..=1, require_equals = true, default_missing_value = "true",
        hide_possible_values = true, hide_default_value = true
    )]
    pub verbose: bool,
    /// Read a recipe (TOML, at most 16 MiB)
    #[arg(long, global = true, value_name = "FILE")]
    pub recipe: Option<PathBuf>,
    /// Read a model (JSON or safetensors, at most 16 MiB), or a line that key `Y` copied
    #[arg(long, global = true, value_name = "FILE")]
    pub model: Option<PathBuf>,
    /// Add the lessons of this folder (TOML files) to the guided tour
    #[arg(long, global = true, value_name = "DIR")]
    pub lessons: Option<PathBuf>,
    /// Language of the screen [default: from the locale]
    #[arg(long, global = true, value_name = "LANG", value_parser = languages())]
    pub lang: Option<Language>,
    /// Colours of the screen [default: terminal, or mono with `NO_COLOR`]
    #[arg(long, global = true, value_name = "NAME", value_parser = themes())]
    pub theme: Option<ThemeName>,
    /// Draw with ASCII characters only [default: from the locale]
    #[arg(
        long, global = true, value_name = "true|false", action = ArgAction::Set,
        num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true
    )]
    pub ascii: Option<bool>,
    /// Let nothing move but what the keys move [default: with `NO_MOTION`]
    #[arg(
        long, global = true, value_name = "true|false", action = ArgAction::Set,
        num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true
    )]
    pub reduced_motion: Option<bool>,
    /// Answer typed lines in sentences instead of drawing a screen: for screen readers, simple terminals and pipes
    #[arg(
        long, global = true, value_name = "true|false", action = ArgAction::Set, default_value_t = false,
        num_args = 0..=1, require_equals = true, default_missing_value = "true",
        hide_possible_values = true, hide_default_value = true
    )]
    pub plain: bool,
    /// Open in front of a class: the answer is kept back until a key tells it
    #[arg(
        long, global = true, value_name = "true|false", action = ArgAction::Set, default_value_t = false,
        num_args = 0..=1, require_equals = true, default_missing_value = "true",
        hide_possible_values = true, hide_default_value = true
    )]
    pub present: bool,
    /// A line of your own for the class
    #[arg(long, global = true, value_name = "TEXT")]
    pub note: Option<String>,
    /// Leave the mouse to the terminal
    #[arg(
        long, global = true, value_name = "true|false", action = ArgAction::Set, default_value_t = false,
        num_args = 0..=1, require_equals = true, default_missing_value = "true",
        hide_possible_values = true, hide_default_value = true
    )]
    pub no_mouse: bool,
    /// Keep no runs between sessions: read and write nothing
    #[arg(
        long, global = true, value_name = "true|false", action = ArgAction::Set, default_value_t = false,
        num_args = 0..=1, require_equals = true, default_missing_value = "true",
        hide_possible_values = true, hide_default_value = true
    )]
    pub no_state: bool,
    /// Write what happens on the screen to the end of this file, with times; what is typed into fields is left out
    #[arg(long, global = true, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// Read this config instead of your own, which `config path` names
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What the config says
    #[arg(skip)]
    pub own: Config,
}

impl Common {
    /// The language of the screen and of what is said beside it.
    pub(super) fn language(&self) -> Language {
        self.chosen_language().unwrap_or_else(environment::of_the_locale)
    }

    /// The language that a flag or the config names.
    pub(super) fn chosen_language(&self) -> Option<Language> {
        self.lang.or(self.own.language())
    }

    /// The recipe of the config, where neither a model nor a recipe is named.
    pub(super) fn own_recipe(&self) -> Option<&RecipePatch> {
        let own = Some(&self.own.said.recipe).filter(|own| **own != RecipePatch::default());
        own.filter(|_| self.recipe.is_none() && self.model.is_none())
    }

    /// Standard input can be read but once.
    pub(super) fn check_streams(&self, more: Option<&Path>) -> Result<(), Failure> {
        let named = [self.data.as_deref(), self.recipe.as_deref(), self.model.as_deref(), self.config.as_deref(), more];
        if named.into_iter().flatten().filter(|path| *path == Path::new("-")).count() < 2 {
            return Ok(());
        }
        Err(Failure::usage(
            "standard input can be only one of the list, the recipe, the model, the config and whom to predict; save the others to files",
        ))
    }

    /// Says something beside the result, on standard error.
    pub(super) fn note(&self, sentence: &str) {
        output::note(&self.language().translated(sentence));
    }
}

fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.iter().map(|language| language.key()))
        .map(|key| Language::from_key(&key).expect("one of the possible values"))
}

fn themes() -> impl TypedValueParser<Value = ThemeName> {
    PossibleValuesParser::new(ThemeName::ALL.iter().map(|theme| theme.key()))
        .map(|key| ThemeName::from_key(&key).expect("one of the possible values"))
}
