//! Signals as flags: a handler may do next to nothing, so it leaves a mark, wakes the loop, and the loop finds
//! the mark.

use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use rustix::process::{Signal, getpid, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGWINCH};
use signal_hook::{flag, low_level};

use crate::terminal::event::Event;
use crate::terminal::system::Suspended;

/// The signals the program answers, shared by whoever waits for them; clones see the same marks.
#[derive(Debug, Clone)]
pub struct Signals {
    /// The number of the last ending signal, 0 for none.
    end: Arc<AtomicUsize>,
    suspend: Arc<AtomicBool>,
    continued: Arc<AtomicBool>,
    resized: Arc<AtomicBool>,
    /// Something can be read here once a signal came.
    wake: Arc<UnixStream>,
}

/// Nobody looks at the marks now, so that an ending signal ends the process at once. One for all: a handler
/// once registered stays, and must not end what is looked after again.
static RELEASED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whoever sends one of these wants the program to end, and it should go as it does by its own keys.
const ENDINGS: [i32; 6] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2];

impl Signals {
    /// Takes over [`ENDINGS`], SIGTSTP, SIGCONT and SIGWINCH for the rest of the process's life.
    ///
    /// # Errors
    /// When the operating system refuses a handler.
    pub(in crate::terminal) fn register() -> io::Result<Self> {
        let (signals, waker) = Self::new()?;
        signals.listen_to_endings()?;
        flag::register(SIGTSTP, Arc::clone(&signals.suspend))?;
        flag::register(SIGCONT, Arc::clone(&signals.continued))?;
        flag::register(SIGWINCH, Arc::clone(&signals.resized))?;
        // After the marks, so that whoever wakes finds them.
        for signal in ENDINGS.into_iter().chain([SIGTSTP, SIGCONT, SIGWINCH]) {
            low_level::pipe::register(signal, waker.try_clone()?)?;
        }
        Ok(signals)
    }

    /// Takes over only the signals that end a program, for work without a screen.
    ///
    /// # Errors
    /// When the operating system refuses a handler.
    pub fn endings() -> io::Result<Self> {
        let (signals, waker) = Self::new()?;
        signals.listen_to_endings()?;
        for signal in ENDINGS {
            low_level::pipe::register(signal, waker.try_clone()?)?;
        }
        Ok(signals)
    }

    fn new() -> io::Result<(Self, UnixStream)> {
        let (wake, waker) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let signals = Self {
            end: Arc::default(),
            suspend: Arc::default(),
            continued: Arc::default(),
            resized: Arc::default(),
            wake: Arc::new(wake),
        };
        Ok((signals, waker))
    }

    fn listen_to_endings(&self) -> io::Result<()> {
        RELEASED.store(false, Ordering::Relaxed);
        for signal in ENDINGS {
            flag::register_conditional_default(signal, Arc::clone(&RELEASED))?;
            flag::register_usize(signal, Arc::clone(&self.end), signal.unsigned_abs() as usize)?;
        }
        Ok(())
    }

    /// Gives the signals that end a program back: from now on they do so at once.
    pub fn release(self) {
        RELEASED.store(true, Ordering::Relaxed);
    }

    /// The number of an ending signal that came.
    pub fn ended(&self) -> Option<i32> {
        match self.take() {
            Some(Event::End(number)) => Some(number),
            _ => None,
        }
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
        if self.continued.swap(false, Ordering::Relaxed) {
            // A terminal tells its size to whoever has it, and for a while that was another.
            self.resized.store(true, Ordering::Relaxed);
            return Some(Event::Continued);
        }
        None
    }

    /// Whether the terminal may have another size, told once.
    pub(super) fn take_resized(&self) -> bool {
        self.resized.swap(false, Ordering::Relaxed)
    }

    /// Becomes readable when a signal came; [`Signals::rest`] makes it quiet again.
    pub(super) fn waker(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }

    /// Forgets that somebody was woken; the marks stay.
    pub(super) fn rest(&self) {
        let mut bytes = [0; 64];
        while (&*self.wake).read(&mut bytes).is_ok_and(|count| count > 0) {}
    }

    /// Stops the process until it is continued; the terminal should have been given back before.
    ///
    /// # Errors
    /// When the process cannot stop itself.
    pub(in crate::terminal) fn stop(&self, who: Suspended) -> io::Result<()> {
        if who == Suspended::Job {
            kill_current_process_group(Signal::TSTP)?;
        }
        // Ours is caught, so this sends the one that cannot be.
        low_level::emulate_default_handler(SIGTSTP)?;
        self.suspend.store(false, Ordering::Relaxed);
        self.continued.store(false, Ordering::Relaxed);
        self.resized.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Whether no shell stands behind this process to bring it back after a stop.
    pub(in crate::terminal) fn leads_its_session() -> bool {
        getsid(None).is_ok_and(|session| session == getpid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_goes_before_a_stop_and_each_is_told_once() {
        let (signals, _) = Signals::new().unwrap();
        signals.end.store(15, Ordering::Relaxed);
        signals.suspend.store(true, Ordering::Relaxed);
        signals.continued.store(true, Ordering::Relaxed);
        let told: Vec<_> = std::iter::from_fn(|| signals.take()).collect();
        assert_eq!(told, [Event::End(SIGTERM), Event::Suspend, Event::Continued]);
    }
}
