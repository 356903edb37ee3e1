//! What the terminal is asked, how wide it draws and which colour it writes on, while its answers are on the way: nobody
//! waits for them, and when the terminal is given back none is left for whoever reads it next.

use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::read;

use crate::terminal::event::Event;

/// An answer that is not there after this time is none; a slow line takes a part of it.
pub(super) const PATIENCE: Duration = Duration::from_millis(500);

/// When each was asked, while the terminal may still answer.
#[derive(Debug, Clone, Copy)]
struct Pending {
    ground: Option<Instant>,
    width: Option<Instant>,
}

/// The guard, which gives the terminal back, has nothing but this to go by.
static ASKED: Mutex<Pending> = Mutex::new(Pending { ground: None, width: None });

fn asked() -> MutexGuard<'static, Pending> {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The question for the ground.
pub(super) const GROUND: &str = "\x1b]11;?\x1b\\";

/// Terminals set for East Asian scripts draw it two cells wide.
pub(super) const AMBIGUOUS: &str = "○";

/// The question how wide such a character is, on a row that no modified function key has in the same sequence.
const WIDTH_ROW: u16 = 2;

/// Whether the terminal is of no kind that shows the questions as text.
pub(super) fn is_understood() -> bool {
    !matches!(std::env::var("TERM").as_deref(), Ok("linux" | "dumb") | Err(_))
}

/// Asks for the ground, where the question is understood.
pub(super) fn ask_ground() -> io::Result<()> {
    if !is_understood() {
        return Ok(());
    }
    asked().ground = Some(Instant::now());
    let mut out = io::stdout();
    out.write_all(GROUND.as_bytes())?;
    out.flush()
}

/// Asks how wide an ambiguous character is, where the question is understood, by drawing one that the next frame, which
/// must draw every cell, draws over.
pub(super) fn ask_width() -> io::Result<()> {
    if !is_understood() {
        return Ok(());
    }
    asked().width = Some(Instant::now());
    let mut out = io::stdout();
    write!(out, "\x1b[{WIDTH_ROW};1H{AMBIGUOUS}\x1b[6n")?;
    out.flush()
}

/// The cells of the ambiguous character, when the cursor stands behind it.
pub(super) fn width(row: u16, column: u16) -> Option<u16> {
    column.checked_sub(1).filter(|&cells| row == WIDTH_ROW && (1..=2).contains(&cells))
}

/// Whatever it answers came.
pub(super) fn came(event: &Event) {
    let mut asked = asked();
    asked.ground.take_if(|_| matches!(event, Event::Ground(_)));
    asked.width.take_if(|_| matches!(event, Event::AmbiguousWidth(_)));
}

/// How long until the terminal's ground is told or known not to be.
pub(super) fn patience() -> Duration {
    asked().ground.map_or(Duration::MAX, |asked| PATIENCE.saturating_sub(asked.elapsed()))
}

/// Whether the ground is not told by now; told once.
pub(super) fn is_in_vain() -> bool {
    asked().ground.take_if(|asked| asked.elapsed() >= PATIENCE).is_some()
}

/// Reads the answers that are still on the way, to their end or until they would be none; raw mode should still be on.
pub(super) fn drain() {
    let Pending { mut ground, mut width } = std::mem::replace(&mut *asked(), Pending { ground: None, width: None });
    let stdin = io::stdin();
    let mut byte = [0];
    let mut last = 0;
    while let Some(left) = ground.max(width).and_then(|asked| PATIENCE.checked_sub(asked.elapsed())) {
        let Ok(wait) = Timespec::try_from(left) else { return };
        match poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&wait)) {
            Ok(1) if matches!(read(&stdin, &mut byte), Ok(1)) => {}
            Ok(_) | Err(_) => return,
        }
        // Byte by byte: what is typed behind the answers is for the shell.
        match (last, byte[0]) {
            (_, 0x07) | (0x1b, b'\\') => ground = None,
            (b'0'..=b'9', b'R') => width = None,
            _ => {}
        }
        last = byte[0];
    }
}
