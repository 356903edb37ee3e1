//! Signals as flags: a handler may do next to nothing, so it leaves a mark and the loop finds it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rustix::process::{Signal, getpid, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::{flag, low_level};

use super::events::Event;

/// The signals the program answers, shared by whoever waits for them; clones see the same marks.
#[derive(Debug, Clone)]
pub struct Signals {
    /// The number of the last ending signal, 0 for none.
    end: Arc<AtomicUsize>,
    suspend: Arc<AtomicBool>,
    continued: Arc<AtomicBool>,
}

/// Who stops when the program is suspended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The whole job, as the terminal itself does on Ctrl-Z: under `cargo run` the shell waits for cargo.
    Job,
    /// This process alone, because the signal was sent to it alone.
    Process,
}

impl Signals {
    /// Takes over SIGTERM, SIGHUP, SIGINT, SIGTSTP and SIGCONT for the rest of the process's life.
    ///
    /// # Errors
    /// When the operating system refuses a handler.
    pub fn register() -> io::Result<Self> {
        let signals = Self::endings()?;
        flag::register(SIGTSTP, Arc::clone(&signals.suspend))?;
        flag::register(SIGCONT, Arc::clone(&signals.continued))?;
        Ok(signals)
    }

    /// Takes over only the signals that end a program, for work without a screen.
    ///
    /// # Errors
    /// When the operating system refuses a handler.
    pub fn endings() -> io::Result<Self> {
        let signals = Self {
            end: Arc::new(AtomicUsize::new(0)),
            suspend: Arc::new(AtomicBool::new(false)),
            continued: Arc::new(AtomicBool::new(false)),
        };
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            flag::register_usize(
                signal,
                Arc::clone(&signals.end),
                signal.unsigned_abs() as usize,
            )?;
        }
        Ok(signals)
    }

    /// What a signal asks for, once for each time it was asked; an ending goes before everything else.
    pub fn take(&self) -> Option<Event> {
        let ended = self.end.swap(0, Ordering::Relaxed);
        if ended != 0 {
            return i32::try_from(ended).ok().map(Event::End);
        }
        if self.suspend.swap(false, Ordering::Relaxed) {
            return Some(Event::Suspend);
        }
        self.continued
            .swap(false, Ordering::Relaxed)
            .then_some(Event::Continued)
    }

    /// Stops the process until it is continued; the terminal should have been given back before.
    ///
    /// # Errors
    /// When the process cannot stop itself.
    pub fn stop(&self, who: Stop) -> io::Result<()> {
        if who == Stop::Job {
            kill_current_process_group(Signal::TSTP)?;
        }
        // Ours is caught, so this sends the one that cannot be.
        low_level::emulate_default_handler(SIGTSTP)?;
        self.suspend.store(false, Ordering::Relaxed);
        self.continued.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Whether no shell stands behind this process to bring it back after a stop.
    pub fn leads_its_session() -> bool {
        getsid(None).is_ok_and(|session| session == getpid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_goes_before_a_stop_and_each_is_told_once() {
        let signals = Signals {
            end: Arc::new(AtomicUsize::new(15)),
            suspend: Arc::new(AtomicBool::new(true)),
            continued: Arc::new(AtomicBool::new(true)),
        };
        let told: Vec<_> = std::iter::from_fn(|| signals.take()).collect();
        assert_eq!(
            told,
            [Event::End(SIGTERM), Event::Suspend, Event::Continued]
        );
    }
}
