//! What a config says: each setting with its line, and what is wrong beside it. A mistake costs what it stands in, and
//! nothing else.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::ConfigError;
use crate::app::keys::{Key, KeyTable, Refusal, written};
use crate::app::{Command, ThemeName};
use crate::explain::words::Language;
use crate::training::{Misread, Recipe, RecipePatch};

/// What a file says, and on which line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct OnLine<T> {
    pub value: T,
    pub line: usize,
}

/// Everything a config says.
#[derive(Debug, Default)]
pub(in crate::cli) struct Chosen {
    pub theme: Option<OnLine<ThemeName>>,
    pub language: Option<OnLine<Language>>,
    pub reduced_motion: Option<OnLine<bool>>,
    /// What the program opens with, and `train` trains.
    pub recipe: RecipePatch,
    /// The lines of its settings, by their names.
    pub recipe_lines: BTreeMap<String, usize>,
    /// What keys mean.
    pub keys: KeyTable,
    /// The lines of the commands with keys of their own.
    pub key_lines: Vec<OnLine<Command>>,
    /// What is wrong, in the order of its places.
    pub wrong: Vec<Misread>,
}

/// A place in a file, and what is wrong there.
type ConfigWrong = (usize, String);

/// What stands in a table, in the order of the file.
type ConfigRows<'a, 'i> = Vec<(&'a str, usize, &'a Spanned<DeValue<'i>>)>;

impl Chosen {
    /// Reads the text of a config.
    pub fn read(text: &str) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut wrong: Vec<ConfigWrong> = errors
            .iter()
            .map(|error| (error.span().map_or(0, |span| span.start), error.message().to_owned()))
            .collect();
        let line = |byte| Misread::at(text, byte, "").line;
        let mut chosen = Self::default();
        for (name, at, value) in rows(table.get_ref()) {
            let read = match name {
                "theme" => theme(value).map(|value| chosen.theme = Some(OnLine { value, line: line(at) })),
                "language" => language(value).map(|value| chosen.language = Some(OnLine { value, line: line(at) })),
                "reduced_motion" => {
                    let read = value.get_ref().as_bool().ok_or(ConfigError::Motion);
                    read.map(|value| chosen.reduced_motion = Some(OnLine { value, line: line(at) }))
                }
                "recipe" => table_of(value, "recipe").map(|rows| {
                    let (recipe, places) = recipe(&rows, &mut wrong);
                    chosen.recipe = recipe;
                    chosen.recipe_lines = places.into_iter().map(|(name, at)| (name, line(at))).collect();
                }),
                "keys" => table_of(value, "keys").map(|rows| {
                    let (keys, places) = keys(&rows, &mut wrong);
                    chosen.keys = keys;
                    chosen.key_lines = places.into_iter().map(|(value, at)| OnLine { value, line: line(at) }).collect();
                }),
                _ => Err(ConfigError::Setting(name.to_owned())),
            };
            if let Err(error) = read {
                let place = if matches!(error, ConfigError::Setting(_)) { at } else { value.span().start };
                wrong.push((place, error.to_string()));
            }
        }
        // What a line means that is no TOML, nobody knows.
        let ours = wrong.split_off(errors.len());
        let broken: Vec<usize> = wrong.iter().map(|&(at, _)| line(at)).collect();
        wrong.extend(ours.into_iter().filter(|&(at, _)| !broken.contains(&line(at))));
        wrong.sort_by_key(|&(at, _)| at);
        chosen.wrong = wrong.into_iter().map(|(at, message)| Misread::at(text, at, message)).collect();
        chosen
    }
}

fn rows<'a, 'i>(table: &'a DeTable<'i>) -> ConfigRows<'a, 'i> {
    let mut rows: ConfigRows<'a, 'i> =
        table.iter().map(|(name, value)| (&**name.get_ref(), name.span().start, value)).collect();
    rows.sort_by_key(|&(_, at, _)| at);
    rows
}

fn table_of<'a, 'i>(value: &'a Spanned<DeValue<'i>>, name: &'static str) -> Result<ConfigRows<'a, 'i>, ConfigError> {
    value.get_ref().as_table().map(rows).ok_or(ConfigError::Table(name))
}

fn theme(value: &Spanned<DeValue<'_>>) -> Result<ThemeName, ConfigError> {
    let name = value.get_ref().as_str().unwrap_or_default();
    let all = ThemeName::ALL.iter().map(|theme| theme.key()).collect::<Vec<_>>();
    ThemeName::from_key(name).ok_or_else(|| ConfigError::Theme(name.to_owned(), all.join(", ")))
}

fn language(value: &Spanned<DeValue<'_>>) -> Result<Language, ConfigError> {
    let name = value.get_ref().as_str().unwrap_or_default();
    let all = Language::ALL.iter().map(|language| language.key()).collect::<Vec<_>>();
    Language::from_key(name).ok_or_else(|| ConfigError::Language(name.to_owned(), all.join(", ")))
}

/// The settings that are right, alone and together, with their places.
fn recipe(rows: &ConfigRows<'_, '_>, wrong: &mut Vec<ConfigWrong>) -> (RecipePatch, BTreeMap<String, usize>) {
    let mut read: Vec<(&str, usize, RecipePatch)> = Vec::new();
    for &(name, at, value) in rows {
        let key = Spanned::new(at..at + name.len(), name.into());
        let alone = DeTable::from_iter([(key, value.clone())]);
        match RecipePatch::deserialize(Spanned::new(0..0, alone).into_deserializer()) {
            Ok(patch) => read.push((name, at, patch)),
            Err(error) => wrong.push((error.span().map_or(at, |span| span.start), error.message().to_owned())),
        }
    }
    loop {
        let whole = read.iter().fold(RecipePatch::default(), |all, (_, _, patch)| patch.clone().over(all));
        let Err(error) = Recipe::from(whole.clone()).validate_alone() else {
            return (whole, read.into_iter().map(|(name, at, _)| (name.to_owned(), at)).collect());
        };
        let of_it = read.iter().position(|(name, ..)| *name == error.setting().key());
        // Every mistake is of a setting that was named: without any the recipe is the usual one.
        let (_, at, _) = read.remove(of_it.unwrap_or(0));
        wrong.push((at, error.to_string()));
    }
}

/// The table with the keys that can be had, and the places of the commands that have them.
fn keys(rows: &ConfigRows<'_, '_>, wrong: &mut Vec<ConfigWrong>) -> (KeyTable, Vec<(Command, usize)>) {
    let usual = KeyTable::default();
    let commands = usual.commands();
    let (mut wanted, mut places) = (Vec::new(), Vec::new());
    for &(name, at, value) in rows {
        let Some(command) = commands.iter().copied().find(|command| command.name() == name) else {
            wrong.push((at, ConfigError::Command(name.to_owned()).to_string()));
            continue;
        };
        match keys_of(value) {
            // What closes or takes a field must not be text in it.
            Ok(keys)
                if matches!(command, Command::Open | Command::Cancel)
                    && keys.iter().all(|key| matches!(key, Key::Char(_))) =>
            {
                let told = ConfigError::Letter(keys[0].label(), command.name(), usual.label(command));
                wrong.push((value.span().start, told.to_string()));
            }
            Ok(keys) => {
                wanted.push((command, keys));
                places.push((command, at, value.span().start));
            }
            Err(problem) => wrong.push(problem),
        }
    }
    let (table, refusals) = KeyTable::rebound(&wanted);
    for Refusal { at, key, taken_by } in &refusals {
        let (command, _, place) = places[*at];
        let told = ConfigError::Taken {
            key: key.label(),
            command: command.name(),
            usual: usual.label(command),
            taken_by: taken_by.name(),
        };
        wrong.push((place, told.to_string()));
    }
    let is_refused = |at: usize| refusals.iter().any(|refusal| refusal.at == at);
    let kept = places.into_iter().enumerate().filter(|(at, _)| !is_refused(*at));
    (table, kept.map(|(_, (command, at, _))| (command, at)).collect())
}

fn keys_of(value: &Spanned<DeValue<'_>>) -> Result<Vec<Key>, ConfigWrong> {
    let key = |value: &Spanned<DeValue<'_>>| {
        let at = value.span().start;
        let word = value.get_ref().as_str().ok_or_else(|| (at, ConfigError::Keys.to_string()))?;
        written::bindable(word).map_err(|error| (at, error.to_string()))
    };
    match value.get_ref().as_array() {
        Some(list) if !list.is_empty() => list.iter().map(key).collect(),
        Some(_) => Err((value.span().start, ConfigError::Keys.to_string())),
        None => key(value).map(|key| vec![key]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_the_rest_stands() {
        for (text, line, column, part) in [
            ("theme = \"red\"\nlanguage = \"ja\"", 1, 9, "there are terminal, dark"),
            ("language = \"ja\"\ntheem = \"dark\"", 2, 1, "`theem` is no setting"),
            ("language = \"ja\"\nreduced_motion = \"yes\"", 2, 18, "true or false"),
            ("language = \"ja\"\nkeys = 3", 2, 8, "[keys] is a table"),
            ("language = \"ja\"\n[keys]\nquitt = \"Q\"", 3, 1, "`quitt` is no command"),
            ("language = \"ja\"\n[keys]\nmark = [\"b\", \"Entre\"]", 3, 14, "`Entre` is no key"),
            ("language = \"ja\"\n[keys]\nmark = []", 3, 8, "a command has a key"),
            ("language = \"ja\"\n[keys]\nmark = 3", 3, 8, "a command has a key"),
            ("language = \"ja\"\n[keys]\nmark = \"Ctrl-I\"", 3, 8, "`Ctrl-I` is no key"),
            ("language = \"ja\"\n[keys]\nmark = \"q\"", 3, 8, "`q` means quit there, so mark keeps `M`"),
            ("language = \"ja\"\n[keys]\nmark = \"Ctrl-C\"", 3, 8, "`Ctrl-C` means quit"),
            ("language = \"ja\"\n[keys]\ncancel = \"x\"", 3, 10, "cancel needs another key too, such as \"Esc\""),
            ("language = \"ja\"\n[recipe]\nhidden = [8]\nseed = \"a\"", 4, 8, "expected"),
            ("language = \"ja\"\n[recipe]\nhiden = [8]", 3, 1, "unknown field"),
            ("language = \"ja\"\n[recipe]\nmomentum = 0.9\noptimizer = \"adam\"", 3, 1, "momentum"),
            ("language = \"ja\"\ntheme = \n", 2, 9, ""),
        ] {
            let chosen = Chosen::read(text);
            let told = &chosen.wrong[..];
            let [one] = told else { panic!("{text}: {told:?}") };
            assert_eq!((one.line, one.column), (line, column), "{text}: {told:?}");
            assert!(one.message.contains(part), "{text}: {told:?}");
            assert_eq!(chosen.language.map(|said| said.value), Some(Language::Japanese), "{text}");
        }
    }
}
