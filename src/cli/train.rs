//! `train`: epochs without the screen.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{ArgAction, Args};
use color_eyre::eyre::Report;
use indicatif::ProgressBar;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::saving::Files;
use super::{figures, gauge, output, sources};
use crate::analysis::stopping::{Stopping, goes_back, stopping};
use crate::terminal::system::Signals;
use crate::training::{Metrics, Quantity, RecipePatch, Run, Stop, StopRule, Watched};

/// How long a line may wait in the buffer for others, so that a reader of the pipe sees training go on.
const LINE_WAIT: Duration = Duration::from_millis(100);

/// Arguments of `train`.
#[derive(Debug, Args)]
pub struct TrainArgs {
    /// How many more epochs, at most where it stops by itself
    #[arg(long, value_name = "N")]
    epochs: u64,
    /// Stop once converged, looked at every 100 epochs: the training loss has fallen by less than 0.1 % in 100 epochs,
    /// and the norm of its gradient is at most 1e-6; as --stop converged
    #[arg(long, conflicts_with_all = ["stop_after_plateau", "stop"])]
    until_converged: bool,
    /// Stop after N epochs without a new least loss, by more than 0.01 %: of the rows held out (early stopping), or
    /// without these of the training rows; as --stop plateau --patience N
    #[arg(long, value_name = "N", conflicts_with_all = ["stop", "patience"], value_parser = clap::value_parser!(u64).range(1..))]
    stop_after_plateau: Option<u64>,
    /// Tell every epoch divisible by K [default: 1 with --json]
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u64).range(1..))]
    every: Option<u64>,
    /// One line of JSON for each epoch told
    #[arg(
        long, value_name = "true|false", action = ArgAction::Set, default_value_t = false, num_args = 0..=1,
        require_equals = true, default_missing_value = "true",
        hide_possible_values = true, hide_default_value = true
    )]
    json: bool,
    /// Save the model here
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Save the network here as safetensors, for PyTorch and others
    #[arg(long, value_name = "FILE")]
    safetensors: Option<PathBuf>,
    #[command(flatten)]
    recipe: RecipePatch,
}

/// What `--json` prints of an epoch.
#[derive(Serialize)]
struct EpochLine {
    epoch: u64,
    #[serde(flatten)]
    metrics: Metrics,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_out: Option<HeldOutLine>,
}

/// What is measured on the rows held out of training.
#[derive(Serialize)]
struct HeldOutLine {
    loss: f64,
}

impl HeldOutLine {
    fn of(run: &Run) -> Option<Self> {
        let loss = run.value_at(Quantity::HeldOutLoss, run.last_epoch());
        Watched::of(run).is_held_out().then_some(Self { loss })
    }
}

/// What `--json` prints at the end where the recipe has a rule for stopping.
#[derive(Serialize)]
struct StopLine {
    /// Null where the epochs were over before.
    stopped: Option<Stopping>,
    epoch: u64,
    watched: &'static str,
    loss: f64,
    best_epoch: u64,
    best_loss: f64,
}

impl StopLine {
    fn of(run: &Run, stopped: Option<Stopping>) -> Self {
        let (loss, epoch) = (Watched::of(run), run.last_epoch());
        let watched = if loss.is_held_out() { "held-out" } else { "training" };
        let (best_epoch, best_loss) = loss.best(run);
        Self { stopped, epoch, watched, loss: run.value_at(loss.loss, epoch), best_epoch, best_loss }
    }

    /// The same in a sentence.
    fn sentence(&self, run: &Run) -> String {
        let Self { epoch, watched, best_epoch, .. } = self;
        let patience = run.recipe().patience;
        let why = match self.stopped {
            None => format!("not stopped by itself up to epoch {epoch}"),
            Some(Stopping::Converged) => {
                format!("converged: stopped at epoch {epoch}, the gradient being as good as zero")
            }
            Some(Stopping::Plateau) => {
                format!("plateau: stopped at epoch {epoch}, after {patience} without a new least loss")
            }
            Some(Stopping::EarlyStopping) => {
                format!("early stopping at epoch {epoch}, after {patience} without a new least loss")
            }
        };
        let [loss, best] = [self.loss, self.best_loss].map(figures::decimals);
        format!("{why}; {watched} loss {loss}, least {best} at epoch {best_epoch}")
    }
}

/// Why training came to an end.
enum End {
    /// All epochs are trained, or a rule of the recipe says why they need not be.
    Done(Option<Stopping>),
    Stopped(Stop),
    Signal(i32),
    /// Nobody reads the lines, and nothing is to be saved.
    Unread,
}

impl TrainArgs {
    /// Trains, tells and saves.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let files = Files { model: self.save.clone(), tensors: self.safetensors.clone() };
        files.check(self.json)?;
        let (epochs, every, json) = (self.epochs, self.every, self.json);
        let until_converged = self.until_converged.then_some(StopRule::Converged);
        let stop = until_converged.or(self.stop_after_plateau.map(|_| StopRule::Plateau));
        let said = RecipePatch { stop, patience: self.stop_after_plateau, ..RecipePatch::default() };
        let mut run = sources::to_train(common, said.over(self.recipe), sources::list(common)?)?;
        if run.recipe().fills_ages_with_nothing(run.list()) {
            common.note(&format!(
                "no training row has an age, so {} fills every missing one with 0; leave age out of the features, or give a list with ages",
                run.recipe().missing_age.name()
            ));
        }
        if let Some(found) = run.recipe().few_titles(run.list()) {
            common.note(&format!(
                "a title (Mr, Mrs …) is found in {found} of {} names; all others count as `other`",
                run.list().len()
            ));
        }
        let signals = Signals::endings().map_err(Failure::unfinished)?;
        let mut teller = Teller::new(json, every, &files);
        let end = train(&mut run, epochs, &signals, &mut teller)?;
        let goes_back = matches!(end, End::Done(_)) && goes_back(&run);
        if goes_back {
            run.seek(Watched::of(&run).best(&run).0);
        }
        files.write(&run)?;
        let saved = files.names();
        let last = run.last_epoch();
        match end {
            End::Done(_) => {
                if let Some(names) = saved.filter(|_| !json && !teller.silent) {
                    let which = if goes_back { ", the one with the least held-out loss," } else { "" };
                    output::write(None, |out| writeln!(out, "saved epoch {}{which} in {names}", run.epoch()))?;
                }
                Ok(())
            }
            End::Unread => Err(Failure::Unread),
            End::Signal(number) => {
                if let Some(path) = saved {
                    common.note(&format!("interrupted; epoch {last} is saved in {path}"));
                }
                Err(Failure::Signal(number))
            }
            End::Stopped(stop) => {
                let kept = saved.map_or_else(
                    || format!("epoch {last} is the last one"),
                    |path| format!("epoch {last}, the last one, is saved in {path}"),
                );
                let verb = match stop {
                    Stop::Diverged { .. } => "diverged",
                    Stop::Limit => "is full",
                };
                Err(Failure::Unfinished(Report::msg(format!("the run {verb}: {stop}; {kept}"))))
            }
        }
    }
}

fn train(run: &mut Run, epochs: u64, signals: &Signals, teller: &mut Teller) -> Result<End, Failure> {
    let bar = bar(epochs, teller);
    let mut end = End::Done(None);
    if !teller.first(run)? {
        return Ok(End::Unread);
    }
    for _ in 0..epochs {
        if let Some(number) = signals.ended() {
            end = End::Signal(number);
            break;
        }
        if let Err(stop) = run.train() {
            end = End::Stopped(stop);
            break;
        }
        bar.inc(1);
        if !teller.epoch(run)? {
            return Ok(End::Unread);
        }
        if let Some(why) = stopping(run) {
            end = End::Done(Some(why));
            break;
        }
    }
    bar.finish_and_clear();
    if teller.last(run, &end)? { Ok(end) } else { Ok(End::Unread) }
}

/// A bar where a person would look at one, and nowhere else.
fn bar(epochs: u64, teller: &Teller) -> ProgressBar {
    let lines_interrupt = teller.every.is_some() && io::stdout().is_terminal();
    if lines_interrupt { ProgressBar::hidden() } else { gauge::gauge(epochs) }
}

/// Tells epochs on standard output.
struct Teller {
    json: bool,
    every: Option<u64>,
    /// Whether training goes on when nobody listens, because a model is to be saved.
    saves: bool,
    /// Nobody listens, or standard output belongs to the model.
    silent: bool,
    out: BufWriter<io::Stdout>,
    flushed: Instant,
    told: Option<u64>,
}

impl Teller {
    fn new(json: bool, every: Option<u64>, files: &Files) -> Self {
        Self {
            json,
            every: every.or(json.then_some(1)),
            saves: files.names().is_some(),
            silent: files.take_standard_output(),
            out: BufWriter::new(io::stdout()),
            flushed: Instant::now(),
            told: None,
        }
    }

    fn first(&mut self, run: &Run) -> Result<bool, Failure> {
        self.tell(run)
    }

    fn epoch(&mut self, run: &Run) -> Result<bool, Failure> {
        let due = self.every.is_some_and(|every| run.last_epoch().is_multiple_of(every));
        if due { self.tell(run) } else { Ok(true) }
    }

    /// Tells the last epoch, and where the run has a rule for that, why it is the last.
    fn last(&mut self, run: &Run, end: &End) -> Result<bool, Failure> {
        let mut goes_on = self.told == Some(run.last_epoch()) || self.tell(run)?;
        if let End::Done(stopped) = *end
            && run.recipe().stop != StopRule::Never
            && !self.silent
        {
            let written = self.write_stop(run, &StopLine::of(run, stopped));
            goes_on &= self.answer(written)?;
        }
        let flushed = self.out.flush();
        Ok(self.answer(flushed)? && goes_on)
    }

    /// False when training may stop, because nobody listens any more.
    fn tell(&mut self, run: &Run) -> Result<bool, Failure> {
        let epoch = run.last_epoch();
        self.told = Some(epoch);
        if self.silent {
            return Ok(true);
        }
        let line = EpochLine { epoch, metrics: run.metrics_at(epoch), held_out: HeldOutLine::of(run) };
        let written = self.write(&line);
        self.answer(written)
    }

    fn write_stop(&mut self, run: &Run, line: &StopLine) -> io::Result<()> {
        if self.json { self.write_json(line) } else { writeln!(self.out, "{}", line.sentence(run)) }
    }

    fn write_json(&mut self, line: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, line)?;
        writeln!(self.out)
    }

    fn write(&mut self, line: &EpochLine) -> io::Result<()> {
        if self.json {
            self.write_json(line)?;
        } else {
            let EpochLine { epoch, metrics, held_out } = line;
            let (train, test) = (figures::part(&metrics.train), figures::part(&metrics.test));
            write!(self.out, "epoch {epoch}: train {train}; test {test}")?;
            if let Some(HeldOutLine { loss }) = held_out {
                write!(self.out, "; held out loss {}", figures::decimals(*loss))?;
            }
            writeln!(self.out)?;
        }
        if self.flushed.elapsed() >= LINE_WAIT {
            self.flushed = Instant::now();
            self.out.flush()?;
        }
        Ok(())
    }

    fn answer(&mut self, written: io::Result<()>) -> Result<bool, Failure> {
        match written.map_err(|error| Failure::writing("standard output", &error)) {
            Ok(()) => Ok(true),
            Err(Failure::Unread) => {
                self.silent = true;
                Ok(self.saves)
            }
            Err(failure) => Err(failure),
        }
    }
}
