//! The terminal: the one place that reads keys and signals, draws on a real screen, and keeps runs on disk.
//!
//! [`event_loop::run`] is a function of a backend, a source of events and a host for effects, so whole
//! sessions run in tests; `open` gives it the real ones. Nothing here knows what a key means.

mod decoder;
mod effects;
pub mod event;
pub mod event_loop;
pub mod events;
pub mod files;
pub mod guard;
pub mod input;
pub mod keys;
pub mod run_files;
pub mod signals;
pub mod state_folder;

use std::io::{self, BufWriter, IsTerminal};
use std::mem::ManuallyDrop;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use crossterm::style;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::{Terminal, TerminalOptions, Viewport};
use signal_hook::consts::SIGHUP;

use crate::app::App;
use crate::data::PassengerList;
use effects::RealHost;
use event_loop::Ended;
use events::TerminalEvents;
use guard::TerminalScreen;
use signals::Signals;
use state_folder::StateFolder;

/// Room for one frame in which every cell changes, so that it leaves in one write.
const FRAME_BYTES: usize = 1 << 16;

/// What the program needs to know before it takes the terminal.
#[derive(Debug)]
pub struct Options {
    /// Whether the mouse is ours rather than the terminal's.
    pub mouse: bool,
    /// Where runs are kept between sessions; none keeps nothing.
    pub folder: Option<StateFolder>,
    /// The list that opened runs are about.
    pub list: Arc<PassengerList>,
}

/// Runs the program on the real terminal until the user or a signal ends it, then keeps the user's runs.
///
/// # Errors
/// When the terminal cannot be read or drawn on, or when a run could not be kept.
pub(super) fn open(app: &mut App, mut options: Options) -> io::Result<Ended> {
    // A defect must not take the user's runs with it, so they are kept before a panic goes on its way.
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| on_the_screen(app, &mut options)));
    let kept = options.folder.map_or(Ok(()), |folder| folder.keep(&app.core.runs.to_save(&app.core.settings.session)));
    match outcome {
        Ok(ended) => ended.and_then(|ended| kept.map(|()| ended)),
        Err(panic) => panic::resume_unwind(panic),
    }
}

fn on_the_screen(app: &mut App, options: &mut Options) -> io::Result<Ended> {
    let signals = Signals::register()?;
    let screen = TerminalScreen::enter(options.mouse)?;
    // The theme knows about NO_COLOR; a user who then chooses another one wants to see it.
    style::force_color_output(true);
    let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout()));
    // Dropped, it would show the cursor, which the screen does anyway, and complain aloud, which on a
    // terminal that was closed is a panic within an end.
    let area = event_loop::drawn(backend.size()?).into();
    // The loop, which hears of every new size, says how much of it is drawn on.
    let viewport = Viewport::Fixed(area);
    let terminal = Terminal::with_options(backend, TerminalOptions { viewport })?;
    let mut terminal = ManuallyDrop::new(terminal);
    let mut events = TerminalEvents::new(signals.clone());
    let mut host = RealHost::new(screen, signals, options.folder.as_mut(), &options.list);
    event_loop::run(&mut terminal, &mut events, &mut host, app).or_else(|error| {
        // What fails on a terminal that was closed is the closing, whichever is noticed first.
        if io::stdin().is_terminal() { Err(error) } else { Ok(Ended::Signal(SIGHUP)) }
    })
}
