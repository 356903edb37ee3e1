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
    while let Some(word) = words.next() {
        match word.to_str().and_then(|word| word.strip_prefix(name)).map(|rest| rest.split_at_checked(1)) {
            Some(None) => return words.next().cloned(),
            Some(Some(("=", said))) => return Some(said.into()),
            // Another flag that begins like it.
            Some(Some(_)) | None => {}
        }
    }
    None
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_is_found_as_two_words_or_one_and_none_that_begins_like_it() {
        let said = |words: &str| {
            let arguments: Vec<OsString> = words.split(' ').map(OsString::from).collect();
            flag(&arguments, "--config").and_then(|said| said.into_string().ok())
        };
        assert_eq!(said("train --config a.toml"), Some("a.toml".to_owned()));
        assert_eq!(said("train --config=a.toml"), Some("a.toml".to_owned()));
        assert_eq!(said("--configure x --config-home=y --config z"), Some("z".to_owned()));
        assert_eq!(said("train --configure x"), None);
        assert_eq!(said("train --config"), None);
    }
}
