//! The terminal: the one place that reads keys and signals, draws on a real screen, and keeps runs on disk.
//!
//! [`event_loop::run`] is a function of a backend, a source of events and a host for effects, so whole
//! sessions run in tests; `RealTerminal` gives it the real ones. Nothing here knows what a key means.

pub mod clipboard;
mod effects;
pub mod event;
pub mod event_loop;
pub mod events;
pub mod files;
mod found_files;
pub mod guard;
pub mod input;
pub mod loading;
pub mod log;
pub mod run_files;
pub mod state_folder;
pub mod system;
pub mod typed_lines;

use std::io::{self, BufWriter, IsTerminal, Read, Stdout};
use std::mem::ManuallyDrop;
use std::panic::{self, AssertUnwindSafe};

use crossterm::style;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::app::{App, Settings};
use crate::data::ReadError;
use effects::RealHost;
use event_loop::Ended;
use guard::TerminalScreen;
use loading::{ListSource, Loaded};
use log::Log;
use state_folder::StateFolder;
use system::{HANGUP, Keyboard, Signals};

/// Room for one frame in which every cell changes, so that it leaves in one write.
const FRAME_BYTES: usize = 1 << 16;

/// The terminal while it is ours: from before a large list is read, where there is one, to the end.
#[derive(Debug)]
pub(super) struct RealTerminal {
    // Dropped, it would show the cursor, which the screen does anyway, and complain aloud, which on a
    // terminal that was closed is a panic within an end.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<BufWriter<Stdout>>>>,
    events: Keyboard,
    host: RealHost,
}

impl RealTerminal {
    /// Takes the terminal, with the mouse or without, and gives it back when it goes.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub fn take(mouse: bool, folder: Option<StateFolder>, log: Option<Log>) -> io::Result<Self> {
        let signals = Signals::register()?;
        let screen = TerminalScreen::enter(mouse)?;
        // The theme knows about NO_COLOR; a user who then chooses another one wants to see it.
        style::force_color_output(true);
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout()));
        let area = event_loop::drawn(backend.size()?).into();
        // The loop, which hears of every new size, says how much of it is drawn on.
        let viewport = Viewport::Fixed(area);
        let terminal = ManuallyDrop::new(Terminal::with_options(backend, TerminalOptions { viewport })?);
        let events = Keyboard::new(signals.clone());
        Ok(Self { terminal, events, host: RealHost::new(screen, signals, folder, log) })
    }

    /// Reads a list to its end, unless the user or a signal has it otherwise.
    ///
    /// # Errors
    /// When the terminal cannot be read or drawn on; and within, what is wrong with the list.
    pub fn read<R: Read>(
        &mut self,
        settings: &Settings,
        source: &mut ListSource<R>,
    ) -> io::Result<Result<Loaded, ReadError>> {
        let read = loading::read(&mut self.terminal, &mut self.events, &mut self.host, settings, source);
        read.or_else(|error| closed(error).map(|ended| Ok(Loaded::Ended(ended))))
    }

    /// Runs the program until the user or a signal ends it, then keeps the user's runs.
    ///
    /// # Errors
    /// When the terminal cannot be read or drawn on, or when a run could not be kept.
    pub fn run(mut self, app: &mut App) -> io::Result<Ended> {
        // A defect must not take the user's runs with it, so they are kept before a panic goes on its way.
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
            event_loop::run(&mut self.terminal, &mut self.events, &mut self.host, app).or_else(closed)
        }));
        if let Some(log) = &mut self.host.log {
            log.line(&match &outcome {
                Ok(Ok(ended)) => format!("ended: {ended:?}"),
                Ok(Err(error)) => format!("ended: {error}"),
                Err(_) => "ended: a defect".to_owned(),
            });
        }
        let folder = self.host.folder.take();
        drop(self);
        let kept = folder.map_or(Ok(()), |folder| folder.keep(&app.core.runs.to_save(&app.core.settings.session)));
        match outcome {
            Ok(ended) => ended.and_then(|ended| kept.map(|()| ended)),
            Err(panic) => panic::resume_unwind(panic),
        }
    }
}

/// What fails on a terminal that was closed is the closing, whichever is noticed first.
fn closed(error: io::Error) -> io::Result<Ended> {
    if io::stdin().is_terminal() { Err(error) } else { Ok(Ended::Signal(HANGUP)) }
}
