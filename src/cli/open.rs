//! The screen: everything the command line and the environment decide before it opens.

use std::env;
use std::ffi::OsStr;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::common::Common;
use super::failure::Failure;
use super::sources;
use crate::app::{App, Settings, ThemeName};
use crate::explain::words::Language;
use crate::terminal::event_loop::Ended;
use crate::terminal::state_folder::StateFolder;
use crate::terminal::{self, Options, guard};

/// Opens the program on the terminal and comes back when the user leaves.
pub fn run(common: &Common) -> Result<(), Failure> {
    guard::require_terminal().map_err(Failure::input)?;
    let list = sources::list(common)?;
    let settings = settings(common);
    let mut app = match sources::to_open(common, &list)? {
        Some(run) => App::from_run(Arc::clone(&list), run, settings),
        None => App::new(Arc::clone(&list), settings),
    };
    let folder = if common.no_state { None } else { StateFolder::of_the_user() };
    let options = Options { mouse: !common.no_mouse, folder, list };
    match terminal::open(&mut app, options).map_err(Failure::unfinished)? {
        Ended::Quit => Ok(()),
        Ended::Signal(number) => Err(Failure::Signal(number)),
    }
}

fn settings(common: &Common) -> Settings {
    let language = || Language::from_locale(&locale("LC_MESSAGES"));
    Settings {
        theme: theme(common),
        language: common.lang.unwrap_or_else(language),
        ascii: ascii(common),
        true_color: has_true_color(env::var_os("COLORTERM").as_deref()),
        session: session(),
    }
}

/// The colours of a terminal's screen.
pub fn theme(common: &Common) -> ThemeName {
    common.theme.unwrap_or_else(theme_of_the_environment)
}

/// Whether a terminal's screen is drawn with ASCII characters only.
pub fn ascii(common: &Common) -> bool {
    common.ascii.unwrap_or_else(|| has_old_charset(&locale("LC_CTYPE")))
}

/// `NO_COLOR`, when it says anything, asks for none.
fn theme_of_the_environment() -> ThemeName {
    match env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => ThemeName::Mono,
        _ => ThemeName::Terminal,
    }
}

/// Terminals with any colour say so in `COLORTERM`.
fn has_true_color(said: Option<&OsStr>) -> bool {
    said.is_some_and(|said| said == "truecolor" || said == "24bit")
}

/// A word no other session has: the second it began in, and its process.
fn session() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("{}-{}", since.as_secs(), std::process::id())
}

/// The locale of one category, in the order POSIX reads the environment.
fn locale(category: &str) -> String {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", category, "LANG"].into_iter().find_map(set).unwrap_or_default()
}

/// Whether a locale names a character set in which boxes and Braille are missing or two cells wide.
fn has_old_charset(locale: &str) -> bool {
    let charset = locale.split_once('.').map_or("", |(_, charset)| charset);
    let charset = charset.split('@').next().unwrap_or_default().to_ascii_lowercase();
    !charset.is_empty() && !matches!(charset.as_str(), "utf-8" | "utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_locale_that_names_an_old_character_set_asks_for_ascii() {
        for (locale, old) in [
            ("ja_JP.UTF-8", false),
            ("en_GB.utf8@euro", false),
            ("ja_JP.eucJP", true),
            ("de_DE.ISO-8859-1", true),
            ("C", false),
            ("", false),
        ] {
            assert_eq!(has_old_charset(locale), old, "{locale}");
        }
    }
}
