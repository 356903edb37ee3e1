//! The command line's help, and what is wrong with arguments, in the user's language: clap makes both in English, and
//! `lang/sentences/` says them again.

use std::io::{self, IsTerminal};

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{Command, CommandFactory};

use super::environment::is_asked_for;
use super::failure::{Failure, one_line};
use super::{Arguments, output};
use crate::explain::words::Language;
use crate::ui::text;

/// How wide lines of help are, which clap breaks only at blanks, and how far a text stands in that stands below its flag.
const CELLS: usize = 80;
const INSET: usize = 10;

/// clap's own words in its help, which it lets nobody choose, and ours that it takes only as constants.
const OF_HELP: &[&str] = &[
    "Usage:",
    "Commands:",
    "Arguments:",
    "Common options:",
    "Options:",
    "Recipe:",
    "Person:",
    "Possible values:",
    "Characters only",
    "Characters and colours, for a terminal, as `NO_COLOR` and the locale want them",
    "A drawing",
    "[possible values: ",
    "[default: ",
    "Print help (see a summary with '-h')",
    "Print help",
    "Print version",
    "Print this message or the help of the given subcommand(s)",
];

/// The arguments of the program, their help in this language.
pub fn arguments(language: Language) -> Command {
    let command = Arguments::command();
    if language == Language::default() { command } else { translated(command, language) }
}

fn translated(command: Command, language: Language) -> Command {
    let say = |text: Option<&StyledStr>, inset: usize| {
        let text = language.translated(&text?.to_string());
        Some(text::wrap(&text, CELLS - inset).join("\n"))
    };
    let about = say(command.get_about(), 0);
    // An example stands before what is said of it.
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let after = after.lines().map(|line| match line.rsplit_once("  ") {
        Some((example, said)) => format!("{example}  {}\n", language.translated(said)),
        None => language.translated(line) + "\n",
    });
    let after: String = after.collect();
    let command = command.mut_args(|arg| {
        let help = say(arg.get_help(), INSET);
        match help {
            Some(help) => arg.long_help(None).help(help).next_line_help(true),
            None => arg,
        }
    });
    let command = command.mut_subcommands(|inner| translated(inner, language)).after_help(after);
    match about {
        Some(about) => command.long_about(None).about(about),
        None => command,
    }
}

/// Help and version, which are results; anything else clap has to say becomes one sentence.
pub(super) fn answer(error: &clap::Error, language: Language) -> Result<(), Failure> {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        if language == Language::default() {
            return error.print().map_err(|error| Failure::writing("standard output", &error));
        }
        let colours = io::stdout().is_terminal() && !is_asked_for("NO_COLOR");
        let text = error.render();
        let mut text = if colours { text.ansi().to_string() } else { text.to_string() };
        for words in OF_HELP {
            text = text.replace(words, &language.translated(words));
        }
        return output::write(None, |out| out.write_all(text.as_bytes()));
    }
    let text = error.render().to_string();
    let sentence = text.split("\n\n").next().unwrap_or_default();
    let sentence = one_line(sentence.trim_start_matches("error: "));
    Err(Failure::usage(format!("{sentence} (--help tells more)")))
}
