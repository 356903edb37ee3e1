//! The command line: arguments, and the commands that need no screen.
//!
//! Files named on the command line are opened here and nowhere below; each command is a file of its own.

mod common;
mod config;
mod configure;
mod cross_validate;
mod doctor;
mod environment;
mod evaluate;
mod export;
mod failure;
mod figures;
mod gauge;
mod handout;
mod headless;
mod lessons;
mod manual;
mod open;
mod output;
mod plain;
mod predict;
mod recipe_flags;
mod saving;
mod snapshot;
mod sources;
mod spoken;
mod submit;
mod train;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{FromArgMatches, Parser, Subcommand};

use common::Common;
use config::Config;
use configure::ConfigTask;
use failure::Failure;
use open::Opening;

use crate::app::Shared;
use crate::terminal::input::shown;

/// Reads the text of a config and lets it go: for the fuzzer, which knows no command.
#[cfg(fuzzing)]
pub fn read_config(text: &str) {
    config::try_out(text);
}

const AFTER_HELP: &str = "\
Examples:
  titanic-tui                                        the program itself
  titanic-tui open t1:…                              what somebody shared with Y
  titanic-tui predict --age 22 --sex male --explain  one person, step by step
  titanic-tui train --epochs 500 --scaling standard --learning-rate 0.5 --save mine.json
  titanic-tui evaluate --model mine.json             the scoreboard
  titanic-tui cross-validate --epochs 50 --hidden 8  a recipe, judged in folds of the training rows
  titanic-tui export diagram -o network.svg          a drawing for a slide
  titanic-tui handout -o handout.html                a worksheet for a class, with its answers
  titanic-tui snapshot --screen explore --size 120x40

Exit codes: 0 done; 1 began but could not finish; 2 bad usage or input; 101 a defect; 128+n after signal n.";

/// See, number by number, how a neural network predicts, learns and fails, on the 891 real people of the
/// Titanic list.
#[derive(Debug, Parser)]
#[command(name = "titanic-tui", version, after_help = AFTER_HELP, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    /// A list of passengers to open, - for standard input; or a model or recipe
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Task>,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Open the program on a state that somebody shared, a model or a recipe
    Open {
        /// A line that key `Y` copied, with `titanic-tui open` before it or without; or a file
        #[arg(required = true, value_name = "LINE|FILE")]
        what: Vec<String>,
    },
    /// Open the program on its guided tour
    Tour(lessons::TourArgs),
    /// Train without the screen
    Train(train::TrainArgs),
    /// Judge a recipe by its training rows alone: in folds, each by a network that never saw it
    CrossValidate(cross_validate::CrossValidateArgs),
    /// Predict one person, or every passenger of a file
    Predict(predict::PredictArgs),
    /// Print the scoreboard of a model
    Evaluate(evaluate::EvaluateArgs),
    /// Write Kaggle's file for the test list
    Submit(submit::SubmitArgs),
    /// Draw one frame of the screen without a terminal
    Snapshot(snapshot::SnapshotArgs),
    /// Write a drawing of the network, its curves, beliefs, landscape or ROC, its history, or a program of it in Python
    Export(export::ExportArgs),
    /// Write a worksheet about a run, with blanks and a page of answers, to be printed
    Handout(handout::HandoutArgs),
    /// Where the config is, what is in force, and how to change it
    #[command(subcommand)]
    Config(ConfigTask),
    /// Print what the program sees of its terminal and its surroundings, for a report
    Doctor(doctor::DoctorArgs),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let own = match Config::load(&arguments) {
        Ok(own) => own,
        Err(failure) => return failure.tell(environment::language(&arguments, None)),
    };
    let language = environment::language(&arguments, own.language());
    let matches = spoken::arguments(language).try_get_matches_from(arguments);
    let done = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(mut arguments) => {
            arguments.common.own = own;
            arguments.run()
        }
        Err(error) => spoken::answer(&error, language),
    };
    done.map_or_else(|failure| failure.tell(language), |()| ExitCode::SUCCESS)
}

impl Arguments {
    fn run(self) -> Result<(), Failure> {
        let mut common = self.common;
        common.check_streams(None)?;
        if matches!(self.command, Some(Task::Snapshot(_))) && common.config.is_none() {
            // The same arguments give the same bytes, whoever has which config.
            common.own = Config::default();
        }
        let is_screen = matches!(self.command, None | Some(Task::Open { .. } | Task::Tour(_))) && !common.plain;
        if !is_screen {
            if common.log.is_some() {
                return Err(Failure::usage("--log tells what happens on the screen: leave it out here"));
            }
            common.own.wrong.iter().for_each(|wrong| common.note(wrong));
        }
        match self.command {
            None => match self.file {
                None => opened(&common, Opening::Plain),
                Some(file) => file_opened(common, file),
            },
            Some(Task::Open { what }) => opened(&common, Opening::State(&what.join(" "))),
            Some(Task::Tour(tour)) => opened(&common, Opening::Tour(tour)),
            Some(Task::Train(train)) => train.run(&common),
            Some(Task::CrossValidate(validate)) => validate.run(&common),
            Some(Task::Predict(predict)) => predict.run(&common),
            Some(Task::Evaluate(evaluate)) => evaluate.run(&common),
            Some(Task::Submit(submit)) => submit.run(&common),
            Some(Task::Export(export)) => export.run(&common),
            Some(Task::Handout(handout)) => handout.run(&common),
            Some(Task::Snapshot(snapshot)) => snapshot.run(&common),
            Some(Task::Config(task)) => task.run(&common),
            Some(Task::Doctor(doctor)) => doctor.run(&common),
            Some(Task::Completions { shell }) => manual::completions(shell, common.language()),
            Some(Task::Man) => manual::page(common.language()),
        }
    }
}

/// Opens the program on the screen, or in sentences.
fn opened(common: &Common, opening: Opening<'_>) -> Result<(), Failure> {
    if common.plain { plain::run(common, opening) } else { open::run(common, opening) }
}

/// Opens what a path alone names, or a line: a model or a recipe is called so by its ending, anything else is to be a list.
fn file_opened(mut common: Common, file: PathBuf) -> Result<(), Failure> {
    let name = file.to_string_lossy();
    let is_state = [".json", ".toml", ".safetensors"].iter().any(|end| name.ends_with(end));
    let is_line = Shared::find(&name).is_some();
    if !is_line && file != Path::new("-") && !file.exists() {
        // What could be a word of the command line was to be one.
        let is_word = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        let absent = format!("there is no file {}", shown(&file));
        let wrong = format!("unrecognized subcommand '{name}' (--help tells more)");
        return Err(Failure::usage(if is_word { wrong } else { absent }));
    }
    if is_state || is_line {
        return opened(&common, Opening::State(&name));
    }
    if common.data.is_some() {
        return Err(Failure::usage("two lists are named; name one"));
    }
    common.data = Some(file);
    opened(&common, Opening::Plain)
}
