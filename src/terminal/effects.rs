//! What the program asks of the world, done for real: clipboard, files in the current folder, saved runs, stop.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use crossterm::execute;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};

use super::clipboard;
use super::event_loop::{FrameHost, Host};
use super::files;
use super::found_files;
use super::guard::TerminalScreen;
use super::input::shown;
use super::log::Log;
use super::run_files;
use super::state_folder::{Opened, StateFolder};
use super::system::{Signals, Suspended};
use crate::app::{FoundFile, Refused};
use crate::data::{PassengerList, escape};
use crate::explain::words::Message;
use crate::training::{RecipePatch, Run};

/// The host behind the real terminal.
#[derive(Debug)]
pub(super) struct RealHost {
    screen: TerminalScreen,
    signals: Signals,
    /// Where runs are kept between sessions; none keeps nothing.
    pub folder: Option<StateFolder>,
    /// Where what happens is told.
    pub log: Option<Log>,
}

impl RealHost {
    /// A host that owns the screen, so that its end gives the terminal back.
    pub(super) const fn new(
        screen: TerminalScreen,
        signals: Signals,
        folder: Option<StateFolder>,
        log: Option<Log>,
    ) -> Self {
        Self { screen, signals, folder, log }
    }
}

impl FrameHost for RealHost {
    fn begin_frame(&mut self) -> io::Result<()> {
        execute!(io::stdout(), BeginSynchronizedUpdate)
    }

    fn end_frame(&mut self) -> io::Result<()> {
        execute!(io::stdout(), EndSynchronizedUpdate)
    }

    fn suspend(&mut self, who: Suspended) -> io::Result<()> {
        self.screen.leave();
        if Signals::leads_its_session() {
            let process = std::process::id();
            let mut out = io::stdout();
            writeln!(out, "titanic-tui waits; `kill -CONT {process}` brings it back")?;
        }
        self.signals.stop(who)?;
        self.screen.take()
    }

    fn resume(&mut self) -> io::Result<()> {
        self.screen.take()
    }
}

impl Host for RealHost {
    fn copy(&mut self, text: &str) -> Result<(), String> {
        clipboard::copy(text)
    }

    fn export(&mut self, name: &str, contents: &str) -> Result<String, String> {
        // The suggestion is a name, never a way to another folder.
        let name = name.replace('/', "-");
        match files::create(Path::new("."), &name, contents.as_bytes()) {
            Ok(path) => Ok(shown(path.strip_prefix(".").unwrap_or(&path))),
            Err(error) => Err(format!("could not write {}: {error}", escape(&name))),
        }
    }

    fn save(&mut self, path: &str, contents: &[u8], overwrite: bool) -> Result<String, Refused> {
        run_files::save(path, contents, overwrite)
    }

    fn open(&mut self, path: &str, recipe: &RecipePatch, list: &Arc<PassengerList>) -> Result<Run, Message> {
        run_files::open(path, recipe, list)
    }

    fn find_files(&mut self) -> Vec<FoundFile> {
        found_files::find(Path::new("."), self.folder.as_ref().map(StateFolder::runs))
    }

    fn keep_progress(&mut self, text: &str) {
        // Nothing of it is worth more than the session that would be disturbed by saying so.
        let _ = self.folder.as_ref().map(|folder| folder.keep_progress(text));
    }

    fn log(&mut self) -> Option<&mut Log> {
        self.log.as_mut()
    }

    fn count_saved_runs(&mut self) -> usize {
        self.folder.as_ref().map_or(0, StateFolder::count)
    }

    fn open_saved_runs(&mut self, list: &Arc<PassengerList>) -> Opened {
        self.folder.as_mut().map_or_else(Opened::default, |folder| folder.open(list))
    }
}
