//! The records of a CSV file, each with the very line it starts on.
//!
//! The csv crate splits, but its own line numbers lag behind after CRLF and empty lines, and an open
//! quotation mark passes for a long field; a message that sends people to the wrong line is worse than none.

use std::io::{self, Read};
use std::mem;

use csv::{ByteRecord, Reader, ReaderBuilder, Terminator};

use super::error::ReadError;

/// Reads one record after another.
pub(super) struct Lines<'a, R> {
    file: &'a str,
    reader: Reader<Ending<R>>,
    /// The fields of the record at hand.
    pub record: ByteRecord,
    /// The line of the file, from 1, on which it starts.
    pub line: u64,
    spare: ByteRecord,
}

impl<'a, R: Read> Lines<'a, R> {
    pub fn new(file: &'a str, reader: R) -> Self {
        // Records end at LF alone and the last one is given an LF, for only then can the line of a record
        // be counted back from its end; the CR of CRLF is taken off below.
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .terminator(Terminator::Any(b'\n'))
            .from_reader(Ending {
                bytes: reader.chain(b"\n"),
                over: false,
            });
        Self {
            file,
            reader,
            record: ByteRecord::new(),
            line: 0,
            spare: ByteRecord::new(),
        }
    }

    /// Moves to the next record that is not an empty line; false at the end of the file.
    pub fn next(&mut self) -> Result<bool, ReadError> {
        loop {
            let found = self
                .reader
                .read_byte_record(&mut self.record)
                .map_err(|error| ReadError::Unreadable {
                    file: self.file.to_owned(),
                    cause: io_error(error),
                })?;
            if !found {
                return Ok(false);
            }
            let inside = self.record.as_slice().split(|&byte| byte == b'\n').count() as u64 - 1;
            let after = self.reader.position().line();
            if self.reader.get_ref().over {
                // Every record has an LF behind it; this one took it for a part of its last field.
                let line = after.saturating_sub(inside);
                return Err(ReadError::OpenQuote {
                    file: self.file.to_owned(),
                    line,
                });
            }
            self.line = after.saturating_sub(inside + 1);
            self.drop_carriage_return();
            if self.record.len() > 1 || !self.record[0].is_empty() {
                return Ok(true);
            }
        }
    }

    fn drop_carriage_return(&mut self) {
        let last = self.record.len() - 1;
        if let Some(rest) = self.record[last].strip_suffix(b"\r") {
            self.spare.clear();
            self.spare.extend(self.record.iter().take(last));
            self.spare.push_field(rest);
            mem::swap(&mut self.record, &mut self.spare);
        }
    }
}

/// The bytes of a file with a last LF, and whether their end has been met: the csv reader asks for bytes
/// only when it needs them, so within a record the end is met only if that record is still open.
struct Ending<R> {
    bytes: io::Chain<R, &'static [u8]>,
    over: bool,
}

impl<R: Read> Read for Ending<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.over = count == 0 && !buffer.is_empty();
        Ok(count)
    }
}

/// Splitting itself never fails, for uneven rows are let through to a better message of ours.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
