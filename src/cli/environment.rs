//! What the environment says: variables, the locale, the language.

use std::env;
use std::ffi::OsString;

use crate::data::escape;
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

/// What a flag says in arguments that are not understood yet.
pub(super) fn flag(arguments: &[OsString], name: &str) -> Option<OsString> {
    let mut words = arguments.iter();
    let rest = words.find_map(|word| Some(word.to_str()?.strip_prefix(name)?.to_owned()))?;
    match rest.strip_prefix('=') {
        Some(said) => Some(said.into()),
        None => words.next().cloned(),
    }
}

/// The language that the arguments ask for, else that of a config, else that of the locale, which is a whole
/// machine's rather than this program's.
pub(super) fn language(arguments: &[OsString], own: Option<Language>) -> Language {
    let asked = flag(arguments, "--lang").and_then(|key| Language::from_key(key.to_str()?));
    asked.or(own).unwrap_or_else(of_the_locale)
}

/// The language of the locale.
pub(super) fn of_the_locale() -> Language {
    Language::from_locale(&locale("LC_MESSAGES"))
}

/// The kind of the terminal, and what stands between it and the program.
pub(super) fn terminal() -> String {
    let named = |name: &str| Some(variable(name)).filter(|value| !value.is_empty());
    let mut parts = vec![named("TERM").map_or_else(|| "TERM is not set".to_owned(), |kind| format!("TERM={kind}"))];
    for name in ["TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM", "COLORFGBG", "NO_COLOR"] {
        parts.extend(named(name).map(|value| format!("{name}={value}")));
    }
    // Of these the values are nobody's business.
    for (name, what) in [("TMUX", "in tmux"), ("STY", "in screen"), ("SSH_CONNECTION", "over SSH")] {
        parts.extend(named(name).map(|_| what.to_owned()));
    }
    escape(&parts.join(", ")).into_owned()
}
