//! The records of a CSV file, each with the very line it starts on.
//!
//! The csv crate splits, but its own line numbers lag behind after CRLF and empty lines, and an open
//! quotation mark passes for a long field; a message that sends people to the wrong line is worse than none.

use std::io::{self, Chain, Cursor, Read};
use std::mem;

use csv::{ByteRecord, Reader, ReaderBuilder, Terminator};

use super::error::ReadError;
use super::{limits, look};

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
    /// # Errors
    /// When the first bytes cannot be had, or are no text.
    pub fn new(file: &'a str, mut reader: R) -> Result<Self, ReadError> {
        let mut head = Vec::new();
        let read = reader.by_ref().take(look::HEAD).read_to_end(&mut head);
        read.map_err(|cause| unreadable(file, cause))?;
        if let Some(what) = look::not_text(&head) {
            let file = file.to_owned();
            return Err(ReadError::NotText { file, what });
        }
        // Records end at LF alone and the last one is given an LF, for only then can the line of a record
        // be counted back from its end; the CR of CRLF is taken off below.
        let reader =
            ReaderBuilder::new().has_headers(false).flexible(true).terminator(Terminator::Any(b'\n')).from_reader(
                Ending {
                    cr_ends: look::ends_in_cr(&head),
                    bytes: Cursor::new(head).chain(reader).chain(b"\n"),
                    over: false,
                    given: 0,
                    for_record: 0,
                },
            );
        Ok(Self { file, reader, record: ByteRecord::new(), line: 0, spare: ByteRecord::new() })
    }

    /// Moves to the next record that is not an empty line; false at the end of the file.
    pub fn next(&mut self) -> Result<bool, ReadError> {
        loop {
            self.reader.get_mut().for_record = 0;
            let found = self
                .reader
                .read_byte_record(&mut self.record)
                .map_err(|error| unreadable(self.file, io_error(error)))?;
            let inside = self.record.as_slice().split(|&byte| byte == b'\n').count() as u64 - 1;
            let after = self.reader.position().line();
            let bytes = self.reader.get_ref();
            if bytes.is_full() && (!found || bytes.over) {
                let line = after.saturating_sub(inside);
                return Err(self.too_long(line, found, inside > 0));
            }
            if !found {
                return Ok(false);
            }
            if bytes.over {
                // Every record has an LF behind it; this one took it for a part of its last field.
                let line = after.saturating_sub(inside);
                return Err(ReadError::OpenQuote { file: self.file.to_owned(), line });
            }
            self.line = after.saturating_sub(inside + 1);
            self.check_fields()?;
            self.drop_carriage_return();
            if self.record.len() > 1 || !self.record[0].is_empty() {
                return Ok(true);
            }
        }
    }

    /// The limit that was met within a record that starts on this line, or before one.
    fn too_long(&self, line: u64, in_record: bool, open_quote: bool) -> ReadError {
        let file = self.file.to_owned();
        if in_record && self.reader.get_ref().given <= limits::FILE {
            ReadError::LongLine { file, line, open_quote }
        } else {
            ReadError::TooLong { file, line }
        }
    }

    fn check_fields(&self) -> Result<(), ReadError> {
        let long = |field: &[u8]| field.len() > limits::FIELD;
        match self.record.iter().position(long) {
            Some(index) => Err(ReadError::LongField { file: self.file.to_owned(), line: self.line, field: index + 1 }),
            None => Ok(()),
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
/// only when it needs them, so within a record the end is met only if that record is still open. For the
/// same reason a record cannot grow beyond what is given while it is read: at a limit the bytes end.
struct Ending<R> {
    bytes: Chain<Chain<Cursor<Vec<u8>>, R>, &'static [u8]>,
    /// Whether lines end in CR alone, which is then given as LF.
    cr_ends: bool,
    over: bool,
    given: u64,
    for_record: u64,
}

impl<R> Ending<R> {
    const fn is_full(&self) -> bool {
        self.for_record > limits::LINE || self.given > limits::FILE
    }
}

impl<R: Read> Read for Ending<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = if self.is_full() { 0 } else { self.bytes.read(buffer)? };
        if self.cr_ends {
            for byte in buffer[..count].iter_mut().filter(|byte| **byte == b'\r') {
                *byte = b'\n';
            }
        }
        self.given += count as u64;
        self.for_record += count as u64;
        self.over = count == 0 && !buffer.is_empty();
        Ok(count)
    }
}

fn unreadable(file: &str, cause: io::Error) -> ReadError {
    let file = file.to_owned();
    ReadError::Unreadable { file, cause }
}

/// Splitting itself never fails, for uneven rows are let through to a better message of ours.
fn io_error(error: csv::Error) -> io::Error {
    let kind = error.into_kind();
    if let csv::ErrorKind::Io(error) = kind { error } else { io::Error::other(format!("{kind:?}")) }
}
