//! The one question the terminal is asked, which colour it writes on, while its answer is on the way: nobody waits for
//! it, and when the terminal is given back no answer is left for whoever reads it next.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::read;

/// An answer that is not there after this time is none; a slow line takes a part of it.
pub(super) const PATIENCE: Duration = Duration::from_millis(500);

/// When the terminal was asked, while it may still answer; the guard, which gives it back, has nothing but this to go by.
static ASKED: Mutex<Option<Instant>> = Mutex::new(None);

fn asked() -> std::sync::MutexGuard<'static, Option<Instant>> {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The question.
pub(super) const GROUND: &str = "\x1b]11;?\x1b\\";

/// Whether the terminal is of no kind that shows the question as text.
pub(super) fn is_understood() -> bool {
    !matches!(std::env::var("TERM").as_deref(), Ok("linux" | "dumb") | Err(_))
}

/// Asks, where the question is understood.
pub(super) fn ask() -> io::Result<()> {
    if !is_understood() {
        return Ok(());
    }
    *asked() = Some(Instant::now());
    let mut out = io::stdout();
    out.write_all(GROUND.as_bytes())?;
    out.flush()
}

/// The answer came.
pub(super) fn is_answered() {
    *asked() = None;
}

/// How long an answer may still take.
pub(super) fn patience() -> Duration {
    asked().map_or(Duration::MAX, |asked| PATIENCE.saturating_sub(asked.elapsed()))
}

/// Whether there is no answer by now; told once.
pub(super) fn is_in_vain() -> bool {
    asked().take_if(|asked| asked.elapsed() >= PATIENCE).is_some()
}

/// Reads the answer that is still on the way, to its end or until it would be none; raw mode should still be on.
pub(super) fn drain() {
    let Some(asked) = asked().take() else { return };
    let stdin = io::stdin();
    let mut byte = [0];
    let mut last = 0;
    while let Some(left) = PATIENCE.checked_sub(asked.elapsed()) {
        let Ok(wait) = Timespec::try_from(left) else { return };
        match poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&wait)) {
            Ok(1) if matches!(read(&stdin, &mut byte), Ok(1)) => {}
            Ok(_) | Err(_) => return,
        }
        // Byte by byte: what is typed behind the answer is for the shell.
        match (last, byte[0]) {
            (_, 0x07) | (0x1b, b'\\') => return,
            (_, now) => last = now,
        }
    }
}
