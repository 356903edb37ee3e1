//! What the loop reads: keys, mouse, paste, size, signals, and what time it is.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use crossterm::terminal;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use signal_hook::consts::SIGHUP;

use super::decoder::{Decoder, UNDECIDED};
use super::event::Event;
use super::question;
use super::signals::Signals;
use crate::app::Ground;

/// The longest wait without a look whether the terminal is still there.
pub(super) const SLICE: Duration = Duration::from_millis(250);

/// A source of events with a clock; the real terminal, or a script in a test.
pub trait Events {
    /// The next event, or `None` when nothing came within `wait`.
    ///
    /// # Errors
    /// When the terminal can no longer be read.
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>>;

    /// The time since the source was made; it never runs backwards.
    fn now(&self) -> Duration;

    /// Asks the terminal which colour it writes on; the answer, or that there is none, is an event some day.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn ask_ground(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Asks the terminal how wide it draws an ambiguous character, before a frame that draws every cell; the answer is an
    /// event some day, if it has one.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn ask_width(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The real terminal and the real signals.
///
/// Both are waited for together, and what is read is cut by [`Decoder`], so neither a signal nor a new size
/// ever waits behind half a sequence.
#[derive(Debug)]
pub(super) struct TerminalEvents {
    signals: Signals,
    decoder: Decoder,
    began: Instant,
    /// When bytes came last.
    heard: Instant,
}

impl TerminalEvents {
    /// Begins to read the terminal; raw mode should be on already.
    pub(super) fn new(signals: Signals) -> Self {
        Self { signals, decoder: Decoder::default(), began: Instant::now(), heard: Instant::now() }
    }

    fn ready(&mut self) -> io::Result<Option<Event>> {
        if let Some(event) = self.signals.take() {
            return Ok(Some(event));
        }
        if question::is_in_vain() {
            return Ok(Some(Event::Ground(Ground::Silent)));
        }
        if self.signals.take_resized() {
            let (columns, rows) = terminal::size()?;
            return Ok(Some(Event::Resize { columns, rows }));
        }
        Ok(self.decoder.pop())
    }

    /// Waits for bytes or a signal, and takes in what came.
    fn listen(&mut self, wait: Duration) -> io::Result<Heard> {
        let stdin = io::stdin();
        let mut sources =
            [PollFd::new(&stdin, PollFlags::IN), PollFd::from_borrowed_fd(self.signals.waker(), PollFlags::IN)];
        let wait = Timespec::try_from(wait).map_err(io::Error::other)?;
        match poll(&mut sources, Some(&wait)) {
            Ok(0) => return Ok(Heard::Nothing),
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(Heard::Something),
            Err(error) => return Err(error.into()),
        }
        let [keyboard, signal] = sources.map(|source| !source.revents().is_empty());
        if signal {
            self.signals.rest();
        }
        if keyboard {
            let mut bytes = [0; 4096];
            match read(&stdin, &mut bytes) {
                Ok(0) | Err(Errno::IO) => return Ok(Heard::End),
                Ok(count) => {
                    self.decoder.feed(&bytes[..count], self.heard.elapsed());
                    self.heard = Instant::now();
                    self.decoder.events().for_each(question::came);
                }
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Heard::Something)
    }
}

/// What listening gave.
enum Heard {
    Something,
    Nothing,
    /// The terminal is gone.
    End,
}

impl Events for TerminalEvents {
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        let until = Instant::now() + wait;
        loop {
            if let Some(event) = self.ready()? {
                return Ok(Some(event));
            }
            let mut left = until.saturating_duration_since(Instant::now()).min(question::patience());
            if self.decoder.is_undecided() {
                left = left.min(UNDECIDED.saturating_sub(self.heard.elapsed()));
            }
            match self.listen(left)? {
                Heard::Something => {}
                Heard::End => return Ok(Some(Event::End(SIGHUP))),
                Heard::Nothing if self.decoder.is_undecided() && self.heard.elapsed() >= UNDECIDED => {
                    self.decoder.settle();
                }
                Heard::Nothing if Instant::now() < until => {}
                Heard::Nothing => {
                    // A terminal may close without a word; nobody could then end us.
                    let gone = wait >= SLICE && !io::stdin().is_terminal();
                    return Ok(gone.then_some(Event::End(SIGHUP)));
                }
            }
        }
    }

    fn now(&self) -> Duration {
        self.began.elapsed()
    }

    fn ask_ground(&mut self) -> io::Result<()> {
        question::ask_ground()
    }

    fn ask_width(&mut self) -> io::Result<()> {
        question::ask_width()
    }
}
