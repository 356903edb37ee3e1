//! What the loop reads: keys, mouse, paste, size, signals, and what time it is.
//!
//! One translator decides what the program may see at all; it decides nothing about meaning.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, KeyEvent, KeyEventKind, MouseEvent};
use signal_hook::consts::SIGHUP;

use super::signals::Signals;

/// The longest wait without a look at the signals, which cannot wake a waiting loop by themselves.
pub const SLICE: Duration = Duration::from_millis(250);

/// One thing the outside did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key went down, or is held and repeats.
    Key(KeyEvent),
    /// The mouse moved, clicked, dragged or scrolled.
    Mouse(MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has a new size.
    Resize {
        /// Cells across.
        columns: u16,
        /// Cells down.
        rows: u16,
    },
    /// A signal, or a vanished terminal, asks the program to end; the number is the signal's.
    End(i32),
    /// A signal asks the program to stop until it is continued.
    Suspend,
    /// The program was stopped from outside and continues: the screen may be anyone's by now.
    Continued,
}

/// A source of events with a clock; the real terminal, or a script in a test.
pub trait Events {
    /// The next event, or `None` when nothing came within `wait`.
    ///
    /// # Errors
    /// When the terminal can no longer be read.
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>>;

    /// The time since the source was made; it never runs backwards.
    fn now(&self) -> Duration;
}

/// The real terminal and the real signals.
///
/// Reading has a thread of its own and does nothing else there: crossterm's read blocks in the middle of a
/// half-sent escape sequence (Alt-[ is one), and spins when the terminal is gone. Neither may hold up
/// training, a frame, or a signal.
#[derive(Debug)]
pub struct TerminalEvents {
    signals: Signals,
    incoming: Receiver<io::Result<Event>>,
    began: Instant,
}

impl TerminalEvents {
    /// Begins to read the terminal; raw mode should be on already.
    ///
    /// # Errors
    /// When there is no terminal to read.
    pub fn new(signals: Signals) -> io::Result<Self> {
        // From here on a new size is noticed, also one that comes before the thread gets to run.
        event::poll(Duration::ZERO)?;
        let (outgoing, incoming) = mpsc::channel();
        thread::spawn(move || {
            loop {
                let read = event::read();
                let failed = read.is_err();
                let told = read
                    .map(translate)
                    .transpose()
                    .map(|event| outgoing.send(event));
                if failed || matches!(told, Some(Err(_))) {
                    return;
                }
            }
        });
        Ok(Self {
            signals,
            incoming,
            began: Instant::now(),
        })
    }
}

impl Events for TerminalEvents {
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        if let Some(event) = self.signals.take() {
            return Ok(Some(event));
        }
        match self.incoming.recv_timeout(wait) {
            Ok(event) => event.map(Some),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::new(
                io::ErrorKind::UnexpectedEof,
                "the terminal can no longer be read",
            )),
            Err(RecvTimeoutError::Timeout) => {
                // A terminal may close without a hang-up signal reaching us; nobody could then end us.
                let gone = wait >= SLICE && !io::stdin().is_terminal();
                Ok(if gone {
                    Some(Event::End(SIGHUP))
                } else {
                    self.signals.take()
                })
            }
        }
    }

    fn now(&self) -> Duration {
        self.began.elapsed()
    }
}

/// The only translator from terminal events: drops key releases and focus changes, keeps repeats.
pub fn translate(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) => match key.kind {
            KeyEventKind::Press | KeyEventKind::Repeat => Some(Event::Key(key)),
            KeyEventKind::Release => None,
        },
        event::Event::Mouse(mouse) => Some(Event::Mouse(mouse)),
        event::Event::Paste(text) => Some(Event::Paste(text)),
        event::Event::Resize(columns, rows) => Some(Event::Resize { columns, rows }),
        event::Event::FocusGained | event::Event::FocusLost => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyModifiers};

    use super::*;

    fn key(kind: KeyEventKind) -> event::Event {
        event::Event::Key(KeyEvent::new_with_kind(
            KeyCode::Char('j'),
            KeyModifiers::NONE,
            kind,
        ))
    }

    #[test]
    fn a_key_acts_once_when_pressed_again_when_held_and_never_when_let_go() {
        assert!(matches!(
            translate(key(KeyEventKind::Press)),
            Some(Event::Key(_))
        ));
        assert!(matches!(
            translate(key(KeyEventKind::Repeat)),
            Some(Event::Key(_))
        ));
        assert_eq!(translate(key(KeyEventKind::Release)), None);
    }

    #[test]
    fn focus_is_dropped_and_everything_else_arrives() {
        assert_eq!(translate(event::Event::FocusGained), None);
        assert_eq!(translate(event::Event::FocusLost), None);
        assert_eq!(
            translate(event::Event::Paste("age>60".to_owned())),
            Some(Event::Paste("age>60".to_owned()))
        );
        assert_eq!(
            translate(event::Event::Resize(80, 24)),
            Some(Event::Resize {
                columns: 80,
                rows: 24
            })
        );
    }
}
