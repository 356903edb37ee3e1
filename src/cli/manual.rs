//! Completion scripts and the manual page, made from the argument table.

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use super::failure::Failure;
use super::{Arguments, output};

/// Prints a completion script.
pub(super) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "titanic-tui", &mut script);
    output::write(None, |out| out.write_all(&script))
}

/// Prints the manual page.
pub fn page() -> Result<(), Failure> {
    output::write(None, |mut out| Man::new(Arguments::command()).render(&mut out))
}
