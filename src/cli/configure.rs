//! `config`: where the file is, what is in force with where each value comes from, as a file that says the same, and how
//! to change it.

use std::fs;
use std::path::Path;
use std::process::Command;

use clap::Subcommand;

use super::common::Common;
use super::config::Config;
use super::environment::variable;
use super::failure::Failure;
use super::{open, output};
use crate::app::keys::{Key, KeyTable};
use crate::explain::words::{Language, Word, config as words};
use crate::terminal::files;
use crate::terminal::input::{Accept, shown};
use crate::training::{Recipe, RecipePatch};

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

impl ConfigTask {
    /// Does it.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let none = || Failure::usage("there is no home folder for a config: name a file with --config");
        let path = common.own.path.as_deref().ok_or_else(none)?;
        match self {
            Self::Path => output::write(None, |out| writeln!(out, "{}", path.display())),
            Self::Print => output::write(None, |out| out.write_all(in_force(common).as_bytes())),
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
        let text = template(&common.own, common.language());
        files::replace(path, |out| out.write_all(text.as_bytes())).map_err(|error| written(&error))?;
    }
    let mut words = editor.split_whitespace();
    let mut program = Command::new(words.next().unwrap_or_default());
    let ended = program.args(words).arg(path).status();
    let ended = ended.map_err(|error| Failure::usage(format!("the editor `{editor}` does not start: {error}")))?;
    if !ended.success() {
        return Err(Failure::unfinished(color_eyre::eyre::Report::msg(format!("the editor `{editor}` failed"))));
    }
    let edited = Config::read(path.to_owned(), Accept::Files).map_err(Failure::input)?;
    edited.wrong.iter().for_each(|wrong| common.note(wrong));
    Ok(())
}

/// What is in force.
fn in_force(common: &Common) -> String {
    let (config, language) = (&common.own, common.language());
    let mut text = heading(language, words::HEAD, &[place(config)]);
    let by = |line: Option<usize>| match line {
        Some(line) => language.fill(words::LINE, &[line.to_string()]),
        None => language.say(words::USUAL).to_owned(),
    };
    let (theme, named) = open::theme_with_source(common);
    let from = named.map_or_else(|| by(config.said.theme.map(|said| said.line)), str::to_owned);
    text += &row(true, &format!("theme = \"{}\"", theme.key()), &from);
    let from = match (common.lang, config.said.language) {
        (Some(_), _) => "--lang".to_owned(),
        (None, Some(said)) => by(Some(said.line)),
        (None, None) => language.say(words::LOCALE).to_owned(),
    };
    text += &row(true, &format!("language = \"{}\"", language.key()), &from);
    let (reduced, named) = open::reduced_motion_with_source(common);
    let from = named.map_or_else(|| by(config.said.reduced_motion.map(|said| said.line)), str::to_owned);
    text += &row(true, &format!("reduced_motion = {reduced}"), &from);
    text + &tables(config, language)
}

/// A file to begin with: everything there is, as it is anyway.
fn template(config: &Config, language: Language) -> String {
    let mut text = heading(language, words::TEMPLATE, &[place(config)]);
    for (setting, among) in [
        ("theme = \"terminal\"", "terminal, dark, light, contrast, mono"),
        ("language = \"en\"", "en, ja"),
        ("reduced_motion = false", "true, false"),
    ] {
        text += &row(false, setting, among);
    }
    text + &tables(&Config::default(), language)
}

/// The recipe and the keys: what the file says, and of the rest, with a `#` before it, what there is.
fn tables(config: &Config, language: Language) -> String {
    let said = &config.said;
    let line = |line: &usize| language.fill(words::LINE, &[line.to_string()]);
    let mut text = format!("\n[recipe]\n{}", heading(language, words::RECIPE, &[]));
    let usual = RecipePatch::from(Recipe::default());
    let every = said.recipe.clone().over(usual);
    for setting in toml::to_string(&every).unwrap_or_default().lines() {
        let name = setting.split(' ').next().unwrap_or_default();
        let from = said.recipe_lines.get(name);
        text += &row(from.is_some(), setting, &from.map(line).unwrap_or_default());
    }
    text += "\n[keys]\n";
    text += &heading(language, words::KEYS, &[]);
    for command in said.keys.commands() {
        let own = said.key_lines.iter().find(|own| own.value == command);
        let mut keys = said.keys.keys(command);
        if own.is_none() {
            // A line without its `#` is to be right: what the command is by in one place only, another is elsewhere.
            keys.retain(|&key| KeyTable::rebound(&[(command, vec![key])]).1.is_empty());
        }
        let keys: Vec<String> = keys.into_iter().map(Key::label).collect();
        let keys = toml::Value::from(keys);
        let title = language.say(command.title());
        let comment = own.map_or_else(|| title.to_owned(), |own| format!("{title} ({})", line(&own.line)));
        text += &row(own.is_some(), &format!("{} = {keys}", command.name()), &comment);
    }
    text
}

/// Where the file is, or would be.
fn place(config: &Config) -> String {
    config.path.as_deref().map(shown).unwrap_or_default()
}

fn heading(language: Language, word: Word, values: &[String]) -> String {
    format!("# {}\n", language.fill(word, values))
}

/// A setting, acting or not, with what is said of it.
fn row(acts: bool, setting: &str, comment: &str) -> String {
    let sign = if acts { "" } else { "# " };
    if comment.is_empty() { format!("{sign}{setting}\n") } else { format!("{sign}{setting}  # {comment}\n") }
}
