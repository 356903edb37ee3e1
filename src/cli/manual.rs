//! Completion scripts and the manual page, made from the argument table.

use clap_complete::Shell;
use clap_mangen::Man;

use super::failure::Failure;
use super::{output, spoken};
use crate::explain::words::Language;

/// Prints a completion script.
pub(super) fn completions(shell: Shell, language: Language) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut spoken::arguments(language), "titanic-tui", &mut script);
    if shell == Shell::Bash {
        // Clap takes the hyphen of the program's name for the way to a subcommand, so that no case finds its label.
        let text = String::from_utf8_lossy(&script);
        script = text.replace("titanic__subcmd__tui", "titanic__tui").into_bytes();
    }
    output::write(None, |out| out.write_all(&script))
}

/// Prints the manual page.
pub fn page(language: Language) -> Result<(), Failure> {
    output::write(None, |mut out| Man::new(spoken::arguments(language)).render(&mut out))
}
