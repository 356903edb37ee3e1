//! What the environment says: variables, the locale, the language.

use std::env;
use std::ffi::OsString;

use crate::explain::words::Language;

/// Whether a variable is set and not empty.
pub(super) fn is_asked_for(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// A variable; empty where it is none.
pub(super) fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}

/// The locale of one category, in the order POSIX reads the environment.
pub(super) fn locale(category: &str) -> String {
    let set = |name| Some(variable(name)).filter(|value| !value.is_empty());
    ["LC_ALL", category, "LANG"].into_iter().find_map(set).unwrap_or_default()
}

/// The language that the arguments ask for, which are not understood yet, else that of the locale.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    let key = words.find_map(|word| Some(word.strip_prefix("--lang")?.to_owned()));
    let key = key.and_then(|rest| match rest.strip_prefix('=') {
        Some(key) => Some(key.to_owned()),
        None => words.next().map(str::to_owned),
    });
    let asked = key.and_then(|key| Language::from_key(&key));
    asked.unwrap_or_else(|| Language::from_locale(&locale("LC_MESSAGES")))
}
