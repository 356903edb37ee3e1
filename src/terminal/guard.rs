//! The terminal as it was: what is switched on when the screen opens is switched off however it closes.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::{Mutex, PoisonError};

use color_eyre::config::{HookBuilder, Theme};
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::execute;
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};

use super::system::{self, Mode};

/// The mode of the terminal before it was ours, and none while it is not; the panic hook has nothing but
/// this to go by.
static BEFORE: Mutex<Option<Mode>> = Mutex::new(None);

/// Why there is no screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoScreen {
    /// This end of the terminal is missing.
    #[error(
        "the screen needs a terminal, and standard {0} is not one; \
         without a screen there are `train`, `predict`, `evaluate` and `snapshot`"
    )]
    NotATerminal(&'static str),
    /// It says that it can only write one line after another.
    #[error("a terminal of the kind `dumb` cannot be drawn on; `titanic-tui --plain` speaks in lines")]
    Dumb,
}

/// Looks before anything is sent whether both ends are a terminal.
///
/// # Errors
/// [`NoScreen`] names what is missing.
pub fn require_terminal() -> Result<(), NoScreen> {
    if !io::stdout().is_terminal() {
        return Err(NoScreen::NotATerminal("output"));
    }
    if !io::stdin().is_terminal() {
        return Err(NoScreen::NotATerminal("input"));
    }
    if std::env::var("TERM").is_ok_and(|kind| kind == "dumb") {
        return Err(NoScreen::Dumb);
    }
    Ok(())
}

/// What is piped into standard input, whose place the terminal takes, so that keys come from there.
///
/// # Errors
/// [`NoScreen`] where there is none to be had.
pub fn take_piped() -> Result<File, NoScreen> {
    system::take_piped().map_err(|_| NoScreen::NotATerminal("input"))
}

/// Installs the reports of errors and panics, and makes a panic give the terminal back before it speaks.
pub fn install_hooks() {
    // Escapes belong on a terminal only.
    let theme =
        if io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() { Theme::dark() } else { Theme::new() };
    // Fails only when a hook is installed already, which then does as well.
    let _ = HookBuilder::default().theme(theme).display_env_section(false).install();
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        restore();
        report(panic);
    }));
}

/// The alternate screen in raw mode, for as long as this value lives.
#[derive(Debug)]
pub struct TerminalScreen {
    mouse: bool,
}

impl TerminalScreen {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste and, if wanted, the mouse.
    ///
    /// # Errors
    /// When the terminal refuses; everything is off again then.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        let screen = Self { mouse };
        screen.take()?;
        Ok(screen)
    }

    /// Takes the terminal again after [`TerminalScreen::leave`], or after someone else may have used it.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub(super) fn take(&self) -> io::Result<()> {
        set_raw()?;
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

impl Drop for TerminalScreen {
    fn drop(&mut self) {
        restore();
    }
}

/// Makes the terminal raw, whatever it is now; what it was the first time is what comes back.
fn set_raw() -> io::Result<()> {
    let mut before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
    let now = system::make_raw()?;
    before.get_or_insert(now);
    Ok(())
}

/// Switches off everything that may be on. Each part is tried even where another fails, and nobody could
/// be told of a failure: the terminal is what failed.
fn restore() {
    let before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(before) = before else {
        return;
    };
    let mut out = io::stdout();
    let _ = execute!(out, EndSynchronizedUpdate, DisableMouseCapture, DisableBracketedPaste);
    let _ = execute!(out, LeaveAlternateScreen, Show);
    before.restore();
    let _ = out.flush();
}
