//! Events from a list, with a clock that moves only while the loop waits: a whole session without a terminal.
//!
//! The same script gives the same frames every time, however slow the machine.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use titanic_tui::app::keys::written as keys;
use titanic_tui::terminal::event::Event;
use titanic_tui::terminal::events::Events;

/// What one turn of work costs on the script's clock, where nothing else makes time pass.
const TURN: Duration = Duration::from_millis(1);

/// A source of scripted events; at its end comes [`Event::End`] with signal 0.
#[derive(Debug, Default, Clone)]
pub struct Script {
    steps: VecDeque<(Duration, Event)>,
    written: Duration,
    now: Duration,
}

impl Script {
    /// An empty script.
    pub fn new() -> Self {
        Self::default()
    }

    /// Then these keys at once, in the words of [`keys::parse`].
    #[must_use]
    pub fn keys(mut self, words: &str) -> Self {
        for key in keys::parse(words).expect("a script names keys") {
            self.steps.push_back((self.written, Event::Key(key)));
        }
        self
    }

    /// Then this event.
    #[must_use]
    pub fn event(mut self, event: Event) -> Self {
        self.steps.push_back((self.written, event));
        self
    }

    /// Then nothing for a while.
    #[must_use]
    pub fn wait(mut self, time: Duration) -> Self {
        self.written += time;
        self
    }
}

impl Events for Script {
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        let (due, event) = match self.steps.front() {
            Some((due, event)) => (*due, event.clone()),
            None => (self.written, Event::End(0)),
        };
        if due <= self.now + wait {
            self.now = self.now.max(due);
            self.steps.pop_front();
            return Ok(Some(event));
        }
        self.now += wait.max(TURN);
        Ok(None)
    }

    fn now(&self) -> Duration {
        self.now
    }
}
