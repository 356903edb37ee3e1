//! The real terminal and the real signals as events. Both are waited for together, and what is read is cut by
//! [`Decoder`], so neither a signal nor a new size ever waits behind half a sequence.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use crossterm::terminal;

use super::decoder::{Decoder, UNDECIDED};
use super::signals::Signals;
use super::{HANGUP, listen, question};
use crate::app::Ground;
use crate::terminal::event::Event;
use crate::terminal::events::{Events, SLICE};
use crate::terminal::system::Heard;

/// What the loop reads.
#[derive(Debug)]
pub(in crate::terminal) struct Keyboard {
    signals: Signals,
    decoder: Decoder,
    began: Instant,
    /// When bytes came last.
    heard: Instant,
}

impl Keyboard {
    /// Begins to read the terminal; raw mode should be on already.
    pub(in crate::terminal) fn new(signals: Signals) -> Self {
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
}

impl Events for Keyboard {
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        let until = Instant::now() + wait;
        let mut bytes = [0; 4096];
        loop {
            if let Some(event) = self.ready()? {
                return Ok(Some(event));
            }
            let mut left = until.saturating_duration_since(Instant::now()).min(question::patience());
            if self.decoder.is_undecided() {
                left = left.min(UNDECIDED.saturating_sub(self.heard.elapsed()));
            }
            match listen(&self.signals, Some(left), &mut bytes)? {
                Heard::Signal => {}
                Heard::Bytes(0) => return Ok(Some(Event::End(HANGUP))),
                Heard::Bytes(count) => {
                    self.decoder.feed(&bytes[..count], self.heard.elapsed());
                    self.heard = Instant::now();
                    self.decoder.events().for_each(question::came);
                }
                Heard::Nothing if self.decoder.is_undecided() && self.heard.elapsed() >= UNDECIDED => {
                    self.decoder.settle();
                }
                Heard::Nothing if Instant::now() < until => {}
                Heard::Nothing => {
                    // A terminal may close without a word; nobody could then end us.
                    let gone = wait >= SLICE && !io::stdin().is_terminal();
                    return Ok(gone.then_some(Event::End(HANGUP)));
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
