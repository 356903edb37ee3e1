//! A config in words: what is in force with where each value comes from, as a file that says the same.

use super::super::common::Common;
use super::super::open;
use super::Config;
use crate::app::keys::Key;
use crate::explain::words::{Language, Word, config as words};
use crate::terminal::input::shown;
use crate::training::{Recipe, RecipePatch};

/// What is in force.
pub(super) fn in_force(common: &Common) -> String {
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
pub(super) fn template(config: &Config, language: Language) -> String {
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
        let keys: Vec<String> = said.keys.keys(command).into_iter().map(Key::label).collect();
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
