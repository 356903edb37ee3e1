//! What a command has to read or to train before it can answer: with a gauge on standard error where a person looks.

use std::io::{self, IsTerminal, Read};
use std::time::{Duration, Instant};

use color_eyre::eyre::Report;
use indicatif::{ProgressBar, ProgressStyle};

use super::failure::Failure;
use crate::analysis::CrossValidation;
use crate::data::{PassengerList, ReadError, ReadState};
use crate::terminal::loading::{ListSource, ROWS};
use crate::terminal::system::Signals;
use crate::training::Run;

/// How long something may take without a gauge.
const UNSEEN: Duration = Duration::from_millis(200);

/// A gauge of so many epochs on standard error, hidden where nobody looks at one.
pub fn gauge(epochs: u64) -> ProgressBar {
    bar(Some(epochs), "{bar:40} {pos}/{len} epochs, {eta} left")
}

fn bar(of: Option<u64>, template: &str) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(template).expect("the template is valid");
    of.map_or_else(ProgressBar::no_length, ProgressBar::new).with_style(style)
}

/// Reads a list to its end.
pub fn read<R: Read>(mut source: ListSource<R>) -> Result<PassengerList, ReadError> {
    let template = match source.size {
        Some(_) => "reading {msg}: {bar:40} {decimal_bytes} of {decimal_total_bytes}",
        None => "reading {msg}: {decimal_bytes}",
    };
    let bar = bar(source.size, template).with_message(source.name);
    let begun = Instant::now();
    while source.reader.read(ROWS)? == ReadState::Reading {
        if begun.elapsed() > UNSEEN {
            bar.set_position(source.reader.bytes());
        }
    }
    bar.finish_and_clear();
    PassengerList::read_by(source.reader)
}

/// Does something for each of so many people, one after another, with a gauge unless what is `printed` of them stands on
/// the same terminal.
pub fn for_each<T>(
    people: impl ExactSizeIterator<Item = T>,
    printed: bool,
    mut act: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let hidden = printed && io::stdout().is_terminal();
    let bar =
        if hidden { ProgressBar::hidden() } else { bar(Some(people.len() as u64), "{bar:40} {pos}/{len} people") };
    let begun = Instant::now();
    for (index, person) in people.enumerate() {
        act(person)?;
        if index.is_multiple_of(ROWS) && begun.elapsed() > UNSEEN {
            bar.set_position(index as u64);
        }
    }
    bar.finish_and_clear();
    Ok(())
}

/// Does something that tells which share of it is done.
pub fn shares<T>(what: &'static str, act: impl FnOnce(&mut dyn FnMut(f64)) -> T) -> T {
    let bar = bar(Some(100), "{msg}: {bar:40} {pos} %").with_message(what);
    let begun = Instant::now();
    let done = act(&mut |share| {
        if begun.elapsed() > UNSEEN {
            bar.set_position((share * 100.0) as u64);
        }
    });
    bar.finish_and_clear();
    done
}

/// The run at the epoch it was saved at, and so many more.
pub fn trained(run: Run, epochs: u64) -> Result<Run, Failure> {
    let goal = run.replay_target().unwrap_or_else(|| run.last_epoch());
    trained_to(run, goal.saturating_add(epochs))
}

/// The run at an epoch that it has not come to yet.
pub(super) fn trained_to(mut run: Run, goal: u64) -> Result<Run, Failure> {
    step_by_step(goal - run.last_epoch(), |bar| {
        if run.last_epoch() >= goal {
            return Ok(false);
        }
        run.train().map_err(|stop| Failure::Unfinished(Report::new(stop)))?;
        bar.inc(1);
        Ok(true)
    })?;
    Ok(run)
}

/// A cross-validation with all its folds judged.
pub fn validated(mut validation: CrossValidation) -> Result<CrossValidation, Failure> {
    step_by_step(validation.progress().1, |bar| {
        if validation.is_done() {
            return Ok(false);
        }
        validation.advance().map_err(|error| Failure::Input(Report::new(error)))?;
        bar.set_position(validation.progress().0);
        Ok(true)
    })?;
    Ok(validation)
}

/// Takes so many steps, until one says that none was left to take, or a signal ends it.
fn step_by_step(steps: u64, mut step: impl FnMut(&ProgressBar) -> Result<bool, Failure>) -> Result<(), Failure> {
    let signals = Signals::endings().map_err(Failure::unfinished)?;
    let bar = gauge(steps);
    while step(&bar)? {
        if let Some(number) = signals.ended() {
            bar.finish_and_clear();
            return Err(Failure::Signal(number));
        }
    }
    bar.finish_and_clear();
    signals.release();
    Ok(())
}
