//! How a command ends when it does not end well: an exit code and one sentence.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use color_eyre::eyre::Report;

use crate::data::escape;
use crate::explain::words::Language;

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// The command line or a file is not what the command needs: exit 2.
    Input(Report),
    /// It began but could not finish: exit 1.
    Unfinished(Report),
    /// A signal of this number ended it: exit 128 + n.
    Signal(i32),
    /// Nobody reads the output any more, which is no error.
    Unread,
}

impl Failure {
    /// Bad usage or input, said in one sentence.
    pub fn input(error: impl Into<Report>) -> Self {
        Self::Input(error.into())
    }

    /// Bad usage or input without a cause of its own.
    pub(super) fn usage(sentence: impl Into<String>) -> Self {
        Self::Input(Report::msg(sentence.into()))
    }

    /// Work that had begun, said in one sentence.
    pub fn unfinished(error: impl Into<Report>) -> Self {
        Self::Unfinished(error.into())
    }

    /// What went wrong while writing to `target`.
    pub(super) fn writing(target: &str, error: &io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe {
            return Self::Unread;
        }
        Self::Unfinished(Report::msg(format!("could not write {target}: {error}")))
    }

    /// Says the sentence on standard error in a language; where in the program it was made helps nobody.
    pub fn tell(&self, language: Language) -> ExitCode {
        let report = match self {
            Self::Input(report) | Self::Unfinished(report) => Some(report),
            Self::Signal(_) | Self::Unread => None,
        };
        if let Some(report) = report {
            // With standard error gone there is nobody left to tell.
            let _ = writeln!(io::stderr(), "titanic-tui: {}", sentence(report, language));
        }
        self.exit_code()
    }

    fn exit_code(&self) -> ExitCode {
        match self {
            Self::Input(_) => ExitCode::from(2),
            Self::Unfinished(_) => ExitCode::from(1),
            Self::Signal(number) => ExitCode::from(128_u8.saturating_add(*number as u8)),
            Self::Unread => ExitCode::SUCCESS,
        }
    }
}

/// The report on one harmless line, each cause said once: our errors name theirs themselves, and the
/// chain has it again.
fn sentence(report: &Report, language: Language) -> String {
    let mut causes: Vec<String> = Vec::new();
    for cause in report.chain().map(|cause| one_line(&cause.to_string())) {
        if !causes.iter().any(|said| said.ends_with(&cause)) {
            causes.push(cause);
        }
    }
    let said: Vec<String> = causes.iter().map(|cause| language.translated(cause)).collect();
    escape(&said.join(": ")).into_owned()
}

/// A message that its author spread over lines, on one.
pub fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
