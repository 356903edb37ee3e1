//! What a terminal answers when it is asked outside of the program, on the screen that the shell has: what it writes on,
//! and how many cells a character takes whose width is a matter of taste. The wait is bounded, and the terminal is given
//! back as it was.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use super::decoder::answer;
use super::mode::{Mode, make_raw};
use super::question::{self, AMBIGUOUS, PATIENCE};
use super::{Signals, listen};
use crate::app::Ground;
use crate::terminal::event::Event;
use crate::terminal::system::{Answers, Heard, Unasked};

/// What asks which kind the terminal is comes last: every terminal answers it, and so no more answers come.
const ASKS_KIND: &str = "\x1b[c";

/// How long an answer may come after that, through another program between the terminal and us.
const LATE: Duration = Duration::from_millis(100);

/// Raw mode alone, for a question on the screen that the shell has; what is sent and not read goes with it.
#[derive(Debug)]
struct RawMode(Mode);

impl Drop for RawMode {
    fn drop(&mut self) {
        self.0.restore_and_forget();
    }
}

/// Asks the terminal, and waits half a second at most.
///
/// # Errors
/// When the terminal cannot be written to or made raw.
pub fn ask() -> io::Result<Result<Answers, Unasked>> {
    for (is_terminal, end) in [(io::stdout().is_terminal(), "output"), (io::stdin().is_terminal(), "input")] {
        if !is_terminal {
            return Ok(Err(Unasked::NoTerminal(end)));
        }
    }
    if !question::is_understood() {
        return Ok(Err(Unasked::ShowsThem));
    }
    let signals = Signals::endings()?;
    let heard = {
        let _raw = RawMode(make_raw()?);
        let mut out = io::stdout();
        write!(out, "{}\r{AMBIGUOUS}\x1b[6n\r\x1b[K{ASKS_KIND}", question::GROUND)?;
        out.flush()?;
        hear_out(&signals)?
    };
    let ended = signals.ended();
    signals.release();
    Ok(Ok(Answers { ended, ..read_answers(&heard) }))
}

/// Everything that is sent until all answers are there, or none can be any more.
fn hear_out(signals: &Signals) -> io::Result<String> {
    let (mut heard, mut until, mut is_last) = (Vec::new(), Instant::now() + PATIENCE, false);
    let mut bytes = [0; 1024];
    loop {
        let text = String::from_utf8_lossy(&heard);
        let answers = read_answers(&text);
        if !is_last && tells_kind(&text) {
            is_last = true;
            until = until.min(Instant::now() + LATE);
        }
        let is_done = is_last && answers.ground.is_some() && answers.ambiguous.is_some();
        let left = until.saturating_duration_since(Instant::now());
        if is_done || left.is_zero() {
            return Ok(text.into_owned());
        }
        match listen(signals, Some(left), &mut bytes)? {
            Heard::Bytes(0) | Heard::Signal => return Ok(text.into_owned()),
            Heard::Bytes(count) => heard.extend_from_slice(&bytes[..count]),
            Heard::Nothing => {}
        }
    }
}

/// Whether the last question is answered.
fn tells_kind(heard: &str) -> bool {
    let is_list = |inside: &str| inside.bytes().all(|byte| byte.is_ascii_digit() || byte == b';');
    heard.split("\x1b[?").skip(1).any(|rest| rest.split_once('c').is_some_and(|(inside, _)| is_list(inside)))
}

fn read_answers(heard: &str) -> Answers {
    let ground = heard.split("\x1b]").skip(1).find_map(|rest| {
        let (inside, _) = rest.split_once(['\x07', '\x1b'])?;
        let event = answer::event(format!("]{inside}").as_bytes())?;
        if let Event::Ground(Ground::Color(color)) = event { Some(color) } else { None }
    });
    let ambiguous = heard.split("\x1b[").skip(1).find_map(|rest| {
        let (row, column) = rest.split_once('R')?.0.split_once(';')?;
        row.parse::<u16>().ok()?;
        column.parse::<u16>().ok()?.checked_sub(1)
    });
    Answers { ground, ambiguous, ended: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_found_among_each_other_and_what_was_typed() {
        let all = read_answers("q\x1b]11;rgb:1e1e/2020/ffff\x1b\\\x1b[12;3Rj\x1b[?62;22c");
        assert_eq!((all.ground, all.ambiguous), (Some([0x1e, 0x20, 0xff]), Some(2)));
        assert!(tells_kind("j\x1b[?62;22c") && !tells_kind("\x1b[?62;22") && !tells_kind("\x1b[?1;2Rc"));
        let some = read_answers("\x1b[1;2R\x1b[?6c");
        assert_eq!((some.ground, some.ambiguous), (None, Some(1)));
        for nothing in ["", "\x1b]11;rgb:1e1e", "\x1b[;R", "\x1b[A", "\x1b[1;1", "\x1b]10;rgb:0/0/0\x07"] {
            let none = read_answers(nothing);
            assert_eq!((none.ground, none.ambiguous), (None, None), "{nothing:?}");
        }
    }
}
