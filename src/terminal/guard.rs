//! The terminal as it was: what is switched on when the screen opens is switched off however it closes.

use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use color_eyre::config::{HookBuilder, Theme};
use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::execute;
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};

/// Whether the screen is ours now; the panic hook has nothing but this to go by.
static UP: AtomicBool = AtomicBool::new(false);

/// Which end of the terminal is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the screen needs a terminal, and standard {0} is not one; \
     without a screen there are `train`, `predict`, `evaluate` and `snapshot`"
)]
pub struct NotATerminal(&'static str);

/// Looks before anything is sent whether both ends are a terminal.
///
/// # Errors
/// [`NotATerminal`] names the end that is not.
pub fn require_terminal() -> Result<(), NotATerminal> {
    if !io::stdout().is_terminal() {
        return Err(NotATerminal("output"));
    }
    if !io::stdin().is_terminal() {
        return Err(NotATerminal("input"));
    }
    Ok(())
}

/// Installs the reports of errors and panics, and makes a panic give the terminal back before it speaks.
pub fn install_hooks() {
    // Escapes belong on a terminal only.
    let theme = if io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        Theme::dark()
    } else {
        Theme::new()
    };
    // Fails only when a hook is installed already, which then does as well.
    let _ = HookBuilder::default()
        .theme(theme)
        .display_env_section(false)
        .install();
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        restore();
        report(panic);
    }));
}

/// The alternate screen in raw mode, for as long as this value lives.
#[derive(Debug)]
pub struct Screen {
    mouse: bool,
}

impl Screen {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste and, if wanted, the mouse.
    ///
    /// # Errors
    /// When the terminal refuses; everything is off again then.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        let screen = Self { mouse };
        screen.take()?;
        Ok(screen)
    }

    /// Takes the terminal again after [`Screen::leave`], or after someone else may have used it.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub fn take(&self) -> io::Result<()> {
        UP.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        let mut out = io::stdout();
        execute!(out, EnterAlternateScreen, EnableBracketedPaste)?;
        if self.mouse {
            execute!(out, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Gives the terminal back as it was; it can be taken again.
    pub fn leave(&self) {
        restore();
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Switches off everything that may be on. Each part is tried even where another fails, and nobody could
/// be told of a failure: the terminal is what failed.
fn restore() {
    if !UP.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste
    );
    let _ = execute!(out, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
    let _ = out.flush();
}
