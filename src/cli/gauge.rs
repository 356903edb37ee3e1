//! Epochs that a command has to train before it can answer: with a gauge on standard error where a person
//! looks, and ended by a signal between two of them.

use std::io::{self, IsTerminal};

use color_eyre::eyre::Report;
use indicatif::{ProgressBar, ProgressStyle};

use super::failure::Failure;
use crate::terminal::signals::Signals;
use crate::training::Run;

/// A gauge of so many epochs on standard error, hidden where nobody looks at one.
pub fn gauge(epochs: u64) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} epochs, {eta} left");
    ProgressBar::new(epochs).with_style(style.expect("the template is valid"))
}

/// The run at the epoch it was saved at, and so many more.
pub fn trained(mut run: Run, epochs: u64) -> Result<Run, Failure> {
    let goal = run.replay_target().unwrap_or_else(|| run.last_epoch());
    let goal = goal.saturating_add(epochs);
    let signals = Signals::endings().map_err(Failure::unfinished)?;
    let bar = gauge(goal - run.last_epoch());
    while run.last_epoch() < goal {
        if let Some(number) = signals.ended() {
            bar.finish_and_clear();
            return Err(Failure::Signal(number));
        }
        run.train().map_err(|stop| Failure::Unfinished(Report::new(stop)))?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    signals.release();
    Ok(run)
}
