//! Lines of standard input, waited for together with the signals that end the program, so that what the user made can be
//! kept first.

use std::io;

use super::system::{Heard, Signals, listen};

/// Lines as they are typed.
#[derive(Debug)]
pub struct TypedLines {
    signals: Signals,
    bytes: Vec<u8>,
    over: bool,
}

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub enum TypedLine {
    /// A line, with its end where it has one.
    Line(Vec<u8>),
    /// Nothing more.
    Over,
    /// A signal of this number wants the end.
    Signal(i32),
}

impl TypedLines {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the operating system refuses a handler.
    pub fn listen() -> io::Result<Self> {
        Ok(Self { signals: Signals::endings()?, bytes: Vec::new(), over: false })
    }

    /// Waits for the next line.
    ///
    /// # Errors
    /// When standard input cannot be read.
    pub fn wait(&mut self) -> io::Result<TypedLine> {
        loop {
            if let Some(number) = self.signals.ended() {
                return Ok(TypedLine::Signal(number));
            }
            if let Some(end) = self.bytes.iter().position(|byte| *byte == b'\n') {
                return Ok(TypedLine::Line(self.bytes.drain(..=end).collect()));
            }
            if self.over {
                let rest = std::mem::take(&mut self.bytes);
                return Ok(if rest.is_empty() { TypedLine::Over } else { TypedLine::Line(rest) });
            }
            let mut chunk = [0; 4096];
            if let Heard::Bytes(count) = listen(&self.signals, None, &mut chunk)? {
                self.over = count == 0;
                self.bytes.extend_from_slice(&chunk[..count]);
            }
        }
    }
}
