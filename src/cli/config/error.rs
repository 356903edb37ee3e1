//! What can be wrong in a config, each with what to do about it.

use thiserror::Error;

/// What is wrong in a config.
#[derive(Debug, Error)]
pub(super) enum ConfigError {
    #[error("`{0}` is no setting of a config: there are theme, language, reduced_motion, recipe and keys")]
    Setting(String),
    #[error("`{0}` is no theme: there are {1}")]
    Theme(String, String),
    #[error("`{0}` is no language: there are {1}")]
    Language(String, String),
    #[error("reduced_motion is true or false")]
    Motion,
    #[error("[{0}] is a table: write its settings below it, a line each")]
    Table(&'static str),
    #[error("`{0}` is no command: `titanic-tui config print` lists them all")]
    Command(String),
    #[error("a command has a key, such as \"b\", or a list of keys, such as [\"b\", \"Ctrl-B\"]")]
    Keys,
    #[error("where text is typed `{0}` is a letter of it, so {1} needs another key too, such as \"{2}\"")]
    Letter(String, String, String),
    #[error(
        "`{key}` means {taken_by} there, so {command} keeps `{usual}`: choose another key, or another for {taken_by}"
    )]
    Taken { key: String, command: String, usual: String, taken_by: String },
}
