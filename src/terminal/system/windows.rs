//! Windows: the console as crossterm knows it. There are no signals but the end, and no named pipes among files; the
//! console is asked nothing, for what it answers cannot be told from keys there. Compiled, and not tested by anybody yet.

use std::fs::{File, FileType};
use std::io::{self, Read};
use std::os::windows::io::AsHandle;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event as ConsoleEvent, KeyEventKind};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use tempfile::Builder;

use super::{Answers, FileKind, Heard, Suspended, Unasked};
use crate::app::Ground;
use crate::terminal::event::Event;
use crate::terminal::events::Events;

/// The number that stands for a console that is gone, as the C library has it elsewhere.
pub(in crate::terminal) const HANGUP: i32 = 1;

/// The signals that end a program; there are no others.
#[derive(Debug, Clone)]
pub struct Signals {
    /// The number of the last one, 0 for none.
    end: Arc<AtomicUsize>,
    released: Arc<AtomicBool>,
}

impl Signals {
    /// Takes over the signals for the rest of the process's life.
    ///
    /// # Errors
    /// When the operating system refuses a handler.
    pub(in crate::terminal) fn register() -> io::Result<Self> {
        Self::endings()
    }

    /// Takes over the signals that end a program.
    ///
    /// # Errors
    /// When the operating system refuses a handler.
    pub fn endings() -> io::Result<Self> {
        let signals = Self { end: Arc::default(), released: Arc::default() };
        for signal in [SIGTERM, SIGINT] {
            flag::register_conditional_default(signal, Arc::clone(&signals.released))?;
            flag::register_usize(signal, Arc::clone(&signals.end), signal.unsigned_abs() as usize)?;
        }
        Ok(signals)
    }

    /// Gives the signals back: from now on they end the program at once.
    pub fn release(self) {
        self.released.store(true, Ordering::Relaxed);
    }

    /// The number of an ending signal that came, told once.
    pub fn ended(&self) -> Option<i32> {
        i32::try_from(self.end.swap(0, Ordering::Relaxed)).ok().filter(|&number| number != 0)
    }

    /// Nothing: no shell here brings a stopped program back.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "elsewhere a process stops itself and may fail")]
    pub(in crate::terminal) const fn stop(&self, _: Suspended) -> io::Result<()> {
        Ok(())
    }

    /// A stop that is none needs nobody to end it.
    pub(in crate::terminal) const fn leads_its_session() -> bool {
        false
    }
}

/// What the loop reads.
#[derive(Debug)]
pub(in crate::terminal) struct Keyboard {
    signals: Signals,
    began: Instant,
    /// The question for the ground, which nobody asks the console.
    unasked: bool,
}

impl Keyboard {
    /// Begins to read the console.
    pub(in crate::terminal) fn new(signals: Signals) -> Self {
        Self { signals, began: Instant::now(), unasked: false }
    }
}

impl Events for Keyboard {
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        let until = Instant::now() + wait;
        loop {
            if let Some(number) = self.signals.ended() {
                return Ok(Some(Event::End(number)));
            }
            if std::mem::take(&mut self.unasked) {
                return Ok(Some(Event::Ground(Ground::Silent)));
            }
            if !event::poll(until.saturating_duration_since(Instant::now()))? {
                return Ok(None);
            }
            let event = match event::read()? {
                ConsoleEvent::Key(key) => (key.kind != KeyEventKind::Release).then_some(Event::Key(key)),
                ConsoleEvent::Mouse(mouse) => Some(Event::Mouse(mouse)),
                ConsoleEvent::Paste(text) => Some(Event::Paste(text)),
                ConsoleEvent::Resize(columns, rows) => Some(Event::Resize { columns, rows }),
                ConsoleEvent::FocusGained | ConsoleEvent::FocusLost => None,
            };
            if event.is_some() {
                return Ok(event);
            }
        }
    }

    fn now(&self) -> Duration {
        self.began.elapsed()
    }

    fn ask_ground(&mut self) -> io::Result<()> {
        self.unasked = true;
        Ok(())
    }
}

/// Reads what standard input gives next, however long that takes; a signal ends the wait.
///
/// # Errors
/// When standard input cannot be read.
pub(in crate::terminal) fn listen(signals: &Signals, _: Option<Duration>, bytes: &mut [u8]) -> io::Result<Heard> {
    let count = io::stdin().lock().read(bytes)?;
    Ok(if signals.end.load(Ordering::Relaxed) == 0 { Heard::Bytes(count) } else { Heard::Signal })
}

/// The console as it was.
#[derive(Debug, Clone)]
pub(in crate::terminal) struct Mode;

impl Mode {
    /// The console as it was; nobody could be told of a failure.
    #[expect(clippy::unused_self, reason = "crossterm remembers what it was")]
    pub(in crate::terminal) fn restore(&self) {
        let _ = disable_raw_mode();
    }
}

/// Makes the console raw.
///
/// # Errors
/// When the console refuses.
pub(in crate::terminal) fn make_raw() -> io::Result<Mode> {
    enable_raw_mode().map(|()| Mode)
}

/// What is piped into standard input; keys come from the console whatever it is.
///
/// # Errors
/// When standard input cannot be had twice.
pub(in crate::terminal) fn take_piped() -> io::Result<File> {
    Ok(io::stdin().as_handle().try_clone_to_owned()?.into())
}

/// Why nothing is asked.
///
/// # Errors
/// None: elsewhere a terminal may refuse.
pub fn ask() -> io::Result<Result<Answers, Unasked>> {
    Ok(Err(Unasked::ShowsThem))
}

/// What it is that is no file.
pub(in crate::terminal) fn kind(found: FileType) -> Option<FileKind> {
    if found.is_file() {
        None
    } else if found.is_dir() {
        Some(FileKind::Folder)
    } else {
        Some(FileKind::Device)
    }
}

/// Opens a path to read it.
///
/// # Errors
/// When the system refuses.
pub(in crate::terminal) fn open_to_read(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// A pipe among files, which there is none of.
///
/// # Errors
/// None.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere a pipe may have nobody at its other end")]
pub(in crate::terminal) fn await_writer(pipe: File, _: bool) -> io::Result<Option<Box<dyn Read>>> {
    Ok(Some(Box::new(pipe)))
}

/// Opens a device to write into it.
///
/// # Errors
/// When the system refuses.
pub(in crate::terminal) fn open_to_write(path: &Path) -> io::Result<File> {
    File::options().write(true).open(path)
}

/// Who may read a new file is inherited from its folder.
pub(in crate::terminal) const fn usual_mask(_: &mut Builder<'_, '_>) {}
