//! The bytes of a terminal cut into whole sequences: keys, mouse, pasted text and answers to what was asked come
//! out, and whatever else a terminal *answers* (to the program before this one) does not. What a sequence means
//! stands in `csi` and `answer`; nothing here reads or waits.
//!
//! Crossterm's own reader takes the inside of an answer (OSC, DCS, APC) for keys, and after half a sequence
//! it holds back everything, Ctrl-C too. Here a control character always ends a half sequence and counts
//! itself, and half a sequence is only as long a secret as nobody could have typed it.

pub(super) mod answer;
mod csi;

use std::collections::VecDeque;
use std::mem;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::terminal::event::Event;

/// A lone Esc and the beginning of a sequence are the same byte; after this time it was the key.
pub(super) const UNDECIDED: Duration = Duration::from_millis(50);

/// After this time half a sequence goes on only with what visibly ends it.
const STALE: Duration = Duration::from_secs(1);

/// More than any sequence of keys or mouse has.
const LONGEST_CSI: usize = 64;

/// More than the answer to any question asked here has.
const LONGEST_ANSWER: usize = 64;

/// More than anyone pastes into a line; the rest is dropped.
const LONGEST_PASTE: usize = 1 << 20;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const CTRL_C: u8 = 0x03;
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// Bytes in, events out.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    state: State,
    events: VecDeque<Event>,
}

/// What the bytes so far are the beginning of.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
enum State {
    /// Nothing.
    #[default]
    Ground,
    /// A character of several bytes, after Esc when Alt is held.
    Character { bytes: Vec<u8>, alt: bool },
    /// Esc, or anything that begins with it.
    Escape,
    /// The sequence that this letter introduces, or Alt and the letter, which means nothing here.
    Introduced(u8),
    /// Nothing followed for a while; what follows now may still be the rest.
    Late(u8),
    /// The function keys of the Linux console: one letter is missing.
    Console,
    /// A control sequence without its final letter.
    Csi(Vec<u8>),
    /// The three bytes of the oldest way to tell where the mouse is.
    OldMouse(Vec<u8>),
    /// What a terminal answers, from its introducer up to its end.
    Answer(Vec<u8>),
    /// The first byte of that end, Esc and a backslash.
    AnswerEnds(Vec<u8>),
    /// Pasted text.
    Paste(Vec<u8>),
}

impl Decoder {
    /// Takes what one read gave, `quiet` after the last one.
    pub(super) fn feed(&mut self, bytes: &[u8], quiet: Duration) {
        let stands = match &self.state {
            // A keyboard sends this byte alone, whatever came before.
            _ if bytes == [CTRL_C] => false,
            &State::Late(after) => {
                let rest = is_rest(after, bytes);
                if rest && after == ESC {
                    self.state = State::Escape;
                } else if rest {
                    self.state = State::Introduced(after);
                }
                rest
            }
            State::Ground | State::Escape | State::Introduced(_) => true,
            _ if quiet < STALE => true,
            State::AnswerEnds(_) => true,
            State::Csi(_) => bytes.len() > 1 && ends_csi(bytes),
            State::Answer(_) => ends_answer(bytes),
            // Keys come one by one, pasted text in lumps.
            State::Paste(_) => bytes.len() > 1,
            State::Character { .. } | State::Console | State::OldMouse(_) => false,
        };
        if !stands {
            self.abandon();
        }
        if matches!(self.state, State::AnswerEnds(_)) && bytes.first() != Some(&b'\\') {
            // Esc ended what was read before, so it was the key.
            self.state = State::Ground;
            self.press(KeyCode::Esc, KeyModifiers::NONE);
        }
        for (index, &byte) in bytes.iter().enumerate() {
            let alone = index == 0 && bytes.len() == 1;
            self.take(byte, alone);
        }
    }

    /// Whether the bytes so far are no sequence if nothing follows within [`UNDECIDED`].
    pub(super) const fn is_undecided(&self) -> bool {
        matches!(self.state, State::Escape | State::Introduced(_))
    }

    /// Nothing followed: what could be a key was one.
    pub(super) fn settle(&mut self) {
        match self.state {
            State::Escape => {
                self.press(KeyCode::Esc, KeyModifiers::NONE);
                self.state = State::Late(ESC);
            }
            State::Introduced(letter) => {
                self.state = State::Late(letter);
            }
            State::Ground
            | State::Character { .. }
            | State::Late(_)
            | State::Console
            | State::Csi(_)
            | State::OldMouse(_)
            | State::Paste(_)
            | State::Answer(_)
            | State::AnswerEnds(_) => {}
        }
    }

    /// The events that are whole.
    pub(super) fn events(&self) -> impl Iterator<Item = &Event> {
        self.events.iter()
    }

    /// The next event that is whole.
    pub(super) fn pop(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Half a sequence that will not be whole; pasted text is kept as far as it came.
    fn abandon(&mut self) {
        if let State::Paste(text) = mem::take(&mut self.state) {
            self.pasted(&text);
        }
    }

    /// Takes a byte; `alone` tells that it came by itself, as from a finger.
    fn take(&mut self, byte: u8, alone: bool) {
        match mem::take(&mut self.state) {
            State::Character { mut bytes, alt } => {
                if byte & 0xc0 != 0x80 {
                    return self.begin(byte, false);
                }
                bytes.push(byte);
                match std::str::from_utf8(&bytes) {
                    Ok(text) => text.chars().for_each(|c| self.character(c, alt)),
                    Err(error) if error.error_len().is_none() => {
                        self.state = State::Character { bytes, alt };
                    }
                    Err(_) => {}
                }
            }
            State::Escape => match byte {
                b'[' | b'O' | b']' | b'P' | b'X' | b'^' | b'_' => {
                    self.state = State::Introduced(byte);
                }
                ESC => {
                    self.press(KeyCode::Esc, KeyModifiers::NONE);
                    self.state = State::Escape;
                }
                CTRL_C => self.begin(byte, false),
                _ => self.begin(byte, true),
            },
            State::Introduced(b'[') => match byte {
                b'[' => self.state = State::Console,
                b'M' => self.state = State::OldMouse(Vec::new()),
                _ => self.take_csi(Vec::new(), byte, alone),
            },
            State::Introduced(b'O') => match csi::ss3(byte) {
                Some(event) => self.events.push_back(event),
                None if alone || is_control(byte) => self.begin(byte, false),
                None => {}
            },
            State::Introduced(introducer) => self.take_answer(vec![introducer], byte),
            State::Answer(bytes) => self.take_answer(bytes, byte),
            State::AnswerEnds(bytes) if byte == b'\\' => self.events.extend(answer::event(&bytes)),
            State::AnswerEnds(_) => {
                self.state = State::Escape;
                self.take(byte, alone);
            }
            State::Console if (b'A'..=b'E').contains(&byte) => {
                self.press(KeyCode::F(1 + byte - b'A'), KeyModifiers::NONE);
            }
            State::Ground | State::Late(_) | State::Console => self.begin(byte, false),
            State::OldMouse(_) if byte < b' ' => self.begin(byte, false),
            State::OldMouse(mut bytes) => {
                bytes.push(byte);
                match bytes[..] {
                    [button, column, row] => {
                        self.events.extend(csi::old_mouse(button, column, row));
                    }
                    _ => self.state = State::OldMouse(bytes),
                }
            }
            State::Csi(bytes) => self.take_csi(bytes, byte, alone),
            State::Paste(mut text) => {
                text.push(byte);
                if text.ends_with(PASTE_ENDS) {
                    self.pasted(&text[..text.len() - PASTE_ENDS.len()]);
                } else {
                    if text.len() > LONGEST_PASTE {
                        // The last bytes stay, for they may be the beginning of the end.
                        text.remove(LONGEST_PASTE - PASTE_ENDS.len());
                    }
                    self.state = State::Paste(text);
                }
            }
        }
    }

    /// A byte that continues nothing.
    fn begin(&mut self, byte: u8, alt: bool) {
        let control = |letter: u8| (KeyCode::Char(letter.into()), KeyModifiers::CONTROL);
        let (code, modifiers) = match byte {
            ESC => {
                self.state = State::Escape;
                return;
            }
            b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
            b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
            0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
            0 => control(b' '),
            0x01..=0x1a => control(byte - 1 + b'a'),
            0x1c..=0x1f => control(byte - 0x1c + b'4'),
            0x20..=0x7e => return self.character(byte.into(), alt),
            0xc2..=0xf4 => {
                let bytes = vec![byte];
                self.state = State::Character { bytes, alt };
                return;
            }
            // No character of UTF-8 begins so.
            0x80..=0xc1 | 0xf5.. => return,
        };
        let alt = if alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
        self.press(code, modifiers | alt);
    }

    fn take_csi(&mut self, mut bytes: Vec<u8>, byte: u8, alone: bool) {
        match byte {
            0x20..=0x3f => {
                // A longer one is none of ours; its end is still waited for.
                if bytes.len() < LONGEST_CSI {
                    bytes.push(byte);
                }
                self.state = State::Csi(bytes);
            }
            b'~' if bytes == b"200" => self.state = State::Paste(Vec::new()),
            // A letter that ends nothing known and came by itself was typed.
            0x40..=0x7e if alone && !csi::ends(&bytes, byte) => self.begin(byte, false),
            0x40..=0x7e => self.events.extend(csi::event(&bytes, byte)),
            _ => self.begin(byte, false),
        }
    }

    fn take_answer(&mut self, mut bytes: Vec<u8>, byte: u8) {
        match byte {
            BEL => self.events.extend(answer::event(&bytes)),
            ESC => self.state = State::AnswerEnds(bytes),
            _ if is_control(byte) => self.begin(byte, false),
            _ => {
                // A longer one is none that was asked for; its end is still waited for.
                if bytes.len() < LONGEST_ANSWER {
                    bytes.push(byte);
                }
                self.state = State::Answer(bytes);
            }
        }
    }

    fn character(&mut self, c: char, alt: bool) {
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::SHIFT, c.is_uppercase());
        modifiers.set(KeyModifiers::ALT, alt);
        self.press(KeyCode::Char(c), modifiers);
    }

    fn press(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.events.push_back(Event::Key(KeyEvent::new(code, modifiers)));
    }

    fn pasted(&mut self, text: &[u8]) {
        let text = String::from_utf8_lossy(text).into_owned();
        self.events.push_back(Event::Paste(text));
    }
}

const fn is_control(byte: u8) -> bool {
    byte < 0x20 || byte == 0x7f
}

/// Whether `bytes` are the rest of a sequence whose beginning, up to `after`, came a while before.
fn is_rest(after: u8, bytes: &[u8]) -> bool {
    match (after, bytes) {
        (ESC, [introducer @ (b'[' | b']' | b'P' | b'X' | b'^' | b'_'), rest @ ..]) => is_rest(*introducer, rest),
        (ESC | b'O', _) => false,
        (b'[', _) => matches!(bytes, [0x30..=0x3f, ..]) && ends_csi(bytes),
        _ => ends_answer(bytes),
    }
}

/// Whether `bytes` bring a control sequence to its end.
fn ends_csi(bytes: &[u8]) -> bool {
    let end = bytes.iter().find(|byte| !(0x20..=0x3f).contains(*byte));
    end.is_some_and(|byte| (0x40..=0x7e).contains(byte))
}

/// Whether `bytes` bring an answer to its end; its last byte may still be on the way.
fn ends_answer(bytes: &[u8]) -> bool {
    let end = bytes.iter().position(|&byte| byte < 0x20);
    end.is_some_and(|end| match bytes[end] {
        BEL => true,
        ESC => bytes.get(end + 1).is_none_or(|&next| next == b'\\'),
        _ => false,
    })
}

#[cfg(test)]
mod tests;
