//! The program: arguments in, exit code out.

use std::process::ExitCode;

use titanic_tui::{cli, terminal};

fn main() -> ExitCode {
    terminal::guard::install_hooks();
    cli::run(std::env::args_os())
}
