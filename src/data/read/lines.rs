//! The records of a CSV file, each with the very line it starts on, as far as the bytes have come.
//!
//! Splits as the csv crate does, which other programs agree with and a test compares; but bytes that are not there
//! yet lose nothing, and no field is copied. An open quotation mark passes for no field, however long, and a message
//! that sent people to the wrong line would be worse than none.

use std::io::{self, ErrorKind, Read};
use std::ops::Range;

use super::error::ReadError;
use super::feed::Feed;
use super::marks::Marks;
use super::{limits, look};

/// Reads one record after another.
#[derive(Debug)]
pub(super) struct Lines<R> {
    file: String,
    pub feed: Feed<R>,
    /// What was read and, from `at` on, not taken yet.
    bytes: Vec<u8>,
    at: usize,
    /// Whether the first bytes were looked at.
    begun: bool,
    /// Whether lines end in CR alone, which is then taken for LF.
    cr_ends: bool,
    /// What stands between fields.
    pub delimiter: u8,
    /// How many lines lie before `at`.
    passed: u64,
    /// Where the record at hand begins, and its bytes where they run over a line's end, for taking it changes them.
    began: usize,
    whole: Vec<u8>,
    /// The fields of the record at hand, in `bytes`.
    fields: Vec<Range<usize>>,
    /// Those among them with quotation marks in their midst.
    marked: Vec<usize>,
    /// The line of the file, from 1, on which it starts.
    pub line: u64,
    /// How many line ends quotation marks carry it over.
    pub breaks: u64,
}

/// What there is to be had of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NextRecord {
    /// A record.
    Record,
    /// The end.
    End,
    /// Nothing yet: who writes the bytes has not come further.
    Later,
}

impl<R: Read> Lines<R> {
    pub const fn new(file: String, reader: R) -> Self {
        Self {
            file,
            feed: Feed::new(reader),
            bytes: Vec::new(),
            at: 0,
            begun: false,
            cr_ends: false,
            delimiter: b',',
            passed: 0,
            began: 0,
            whole: Vec::new(),
            fields: Vec::new(),
            marked: Vec::new(),
            line: 0,
            breaks: 0,
        }
    }

    /// The name of the file.
    pub fn file(&self) -> String {
        self.file.clone()
    }

    /// How many fields the record at hand has.
    pub const fn width(&self) -> usize {
        self.fields.len()
    }

    /// A field of the record at hand.
    pub fn field(&self, index: usize) -> &[u8] {
        &self.bytes[self.fields[index].clone()]
    }

    /// The record at hand from its first field to its last, where it is text without anything invisible.
    pub fn plain(&self) -> Option<&str> {
        let record = &self.bytes[self.fields.first()?.start..self.fields.last()?.end];
        let invisible = record.iter().fold(false, |any, byte| any | matches!(byte, ..b' ' | 0x7f..));
        if invisible { None } else { std::str::from_utf8(record).ok() }
    }

    /// A field of the record at hand, within what [`Self::plain`] gives.
    pub fn plain_field<'a>(&self, plain: &'a str, index: usize) -> &'a str {
        let (first, field) = (self.fields[0].start, &self.fields[index]);
        plain.get(field.start - first..field.end - first).unwrap_or_default()
    }

    /// All fields of the record at hand.
    pub fn fields(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.width()).map(|index| self.field(index))
    }

    /// Moves to the next record that is not an empty line.
    pub fn next(&mut self) -> Result<NextRecord, ReadError> {
        if !self.begun && !self.begin()? {
            return Ok(NextRecord::Later);
        }
        let mut blank = 0;
        loop {
            let found = self.split();
            (self.began, self.whole) = (self.at, Vec::new());
            let rest = &self.bytes[self.at..];
            let length = found.unwrap_or(rest.len());
            self.line = self.passed + 1;
            if blank + length > limits::LINE {
                return Err(self.too_long(&rest[..length]));
            }
            if found.is_none() {
                if !self.feed.over {
                    if !self.fill()? {
                        return Ok(NextRecord::Later);
                    }
                    continue;
                }
                if rest.is_empty() {
                    return Ok(NextRecord::End);
                }
                return Err(ReadError::OpenQuote { file: self.file(), line: self.line });
            }
            self.passed += self.breaks + u64::from(rest[length - 1] == b'\n');
            if self.take(length)? {
                return Ok(NextRecord::Record);
            }
            blank += length;
        }
    }

    /// Goes back to the second line of the record at hand, so that a quotation mark that was left open costs one line; false
    /// where it has no other.
    pub fn back_to_second_line(&mut self) -> bool {
        self.bytes[self.began..self.began + self.whole.len()].copy_from_slice(&self.whole);
        let line = self.bytes[self.began..].iter().position(|byte| *byte == b'\n');
        if let Some(end) = line {
            (self.at, self.passed) = (self.began + end + 1, self.line);
        }
        line.is_some() && self.at < self.bytes.len()
    }

    /// Passes over whatever is left.
    pub fn end(&mut self) {
        self.at = self.bytes.len();
    }

    /// Looks at the first bytes, once they are there.
    fn begin(&mut self) -> Result<bool, ReadError> {
        while self.bytes.len() < look::HEAD && !self.feed.over {
            if !self.fill()? {
                return Ok(false);
            }
        }
        if let Some(what) = self.feed.other {
            return Err(ReadError::NotText { file: self.file(), what });
        }
        let head = &self.bytes[..self.bytes.len().min(look::HEAD)];
        self.cr_ends = look::ends_in_cr(head);
        self.mend_ends(0);
        let head = &self.bytes[..self.bytes.len().min(look::HEAD)];
        (self.at, self.delimiter) = look::delimiter(head);
        self.passed = u64::from(self.at > 0);
        self.begun = true;
        Ok(true)
    }

    /// Reads on, and forgets what was taken; false where nothing is there yet.
    fn fill(&mut self) -> Result<bool, ReadError> {
        self.bytes.drain(..self.at);
        self.at = 0;
        let before = self.bytes.len();
        let came = self.feed.fill(&mut self.bytes).map_err(|cause| self.unreadable(cause))?;
        self.mend_ends(before);
        if self.feed.given > limits::FILE {
            return Err(ReadError::TooLong { file: self.file(), line: self.passed + 1 });
        }
        Ok(came)
    }

    fn mend_ends(&mut self, from: usize) {
        if self.cr_ends {
            for byte in self.bytes[from..].iter_mut().filter(|byte| **byte == b'\r') {
                *byte = b'\n';
            }
        }
    }

    /// Finds the fields of the record at `at` and tells how many bytes it has, with its line end; none while its end is
    /// not in sight.
    fn split(&mut self) -> Option<usize> {
        self.fields.clear();
        self.marked.clear();
        self.breaks = 0;
        let bytes = &self.bytes[self.at..];
        let mut marks = Marks::new(bytes, self.delimiter);
        let mut start = 0;
        loop {
            let mut mark = marks.next();
            let (mut closed, mut doubled) = (start, false);
            if bytes.get(start) == Some(&b'"') {
                // To the mark that closes it; two in a row stand for one.
                loop {
                    closed = loop {
                        let at = marks.next()?;
                        match bytes[at] {
                            b'"' => break at + 1,
                            byte => self.breaks += u64::from(byte == b'\n'),
                        }
                    };
                    mark = marks.next();
                    match bytes.get(closed) {
                        Some(b'"') => doubled = true,
                        None if !self.feed.over => return None,
                        Some(_) | None => break,
                    }
                }
            }
            let end = mark.into_iter().chain(marks.by_ref()).find(|at| bytes[*at] != b'"');
            let end = end.or(self.feed.over.then_some(bytes.len()))?;
            let goes_on = bytes.get(end) == Some(&self.delimiter);
            // The CR of CRLF.
            let field = if !goes_on && bytes[closed..end].ends_with(b"\r") { start..end - 1 } else { start..end };
            let quoted = closed > start;
            if quoted && (doubled || closed < field.end) {
                self.marked.push(self.fields.len());
            }
            let inner = if quoted && !doubled && closed == field.end { start + 1..closed - 1 } else { field };
            self.fields.push(self.at + inner.start..self.at + inner.end);
            if !goes_on {
                return (!bytes.is_empty()).then(|| (end + 1).min(bytes.len()));
            }
            start = end + 1;
        }
    }

    /// Takes the record that was found; false where it is an empty line.
    fn take(&mut self, length: usize) -> Result<bool, ReadError> {
        if self.breaks > 0 {
            self.whole = self.bytes[self.at..self.at + length].to_vec();
        }
        self.at += length;
        for index in self.marked.drain(..) {
            let field = &mut self.fields[index];
            field.end = field.start + without_quotes(&mut self.bytes[field.clone()]);
        }
        let long = |field: &Range<usize>| field.len() > limits::FIELD;
        if let Some(index) = self.fields.iter().position(long) {
            return Err(ReadError::LongField { file: self.file(), line: self.line, field: index + 1 });
        }
        Ok(self.fields.len() > 1 || !self.fields[0].is_empty())
    }

    /// The limit that was met within a record that starts like this, or before one.
    fn too_long(&self, start: &[u8]) -> ReadError {
        let (file, line) = (self.file(), self.line);
        match start.iter().position(|byte| *byte == b'\n') {
            Some(0) => ReadError::TooLong { file, line },
            _ if start.is_empty() => ReadError::TooLong { file, line },
            inside => ReadError::LongLine { file, line, open_quote: inside.is_some_and(|at| at + 1 < start.len()) },
        }
    }

    pub fn unreadable(&self, cause: io::Error) -> ReadError {
        match self.feed.packing {
            Some(packing) if cause.kind() == ErrorKind::InvalidData => {
                ReadError::Damaged { file: self.file(), packing: packing.name() }
            }
            _ => ReadError::Unreadable { file: self.file(), cause },
        }
    }
}

/// Takes the quotation marks off a field that begins with one, doubled ones but once, and tells how long it is then.
/// What stands behind the closing mark belongs to the field as it is.
fn without_quotes(field: &mut [u8]) -> usize {
    let (mut length, mut at, mut inside) = (0, 1, true);
    while at < field.len() {
        let byte = field[at];
        at += 1;
        if inside && byte == b'"' {
            inside = field.get(at) == Some(&b'"');
            at += usize::from(inside);
            if !inside {
                continue;
            }
        }
        field[length] = byte;
        length += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use csv::{ReaderBuilder, Terminator};
    use proptest::prelude::*;

    use super::*;

    /// Gives few bytes at a time, and before each of them nothing.
    struct Slow<'a>(&'a [u8], usize, bool);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.2 = !self.2;
            if self.2 {
                return Err(ErrorKind::WouldBlock.into());
            }
            let count = self.1.min(buffer.len()).min(self.0.len());
            let (now, later) = self.0.split_at(count);
            buffer[..count].copy_from_slice(now);
            self.0 = later;
            Ok(count)
        }
    }

    fn records(reader: impl Read) -> Result<Vec<Vec<Vec<u8>>>, ReadError> {
        let mut lines = Lines::new("list.csv".to_owned(), reader);
        let mut records = Vec::new();
        loop {
            match lines.next()? {
                NextRecord::Record => records.push(lines.fields().map(<[u8]>::to_vec).collect()),
                NextRecord::End => return Ok(records),
                NextRecord::Later => {}
            }
        }
    }

    proptest! {
        /// However the bytes come, they are split as by the csv crate.
        #[test]
        fn records_are_those_of_the_csv_crate(text in "[ab,\"\r\n]{0,40}", piece in 1_usize..5) {
            // Only then would a CR be a line end.
            let text = format!("x\n{text}");
            let given = records(text.as_bytes());
            let slowly = records(Slow(text.as_bytes(), piece, false));
            prop_assert_eq!(format!("{given:?}"), format!("{slowly:?}"));
            let Ok(given) = given else {
                return Ok(());
            };
            let mut builder = ReaderBuilder::new();
            builder.has_headers(false).flexible(true).terminator(Terminator::Any(b'\n'));
            let records = builder.from_reader(text.as_bytes()).into_byte_records();
            let expected = records.map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect());
            // Whether a CR is part of a line end is for the lines alone to say.
            let bare = |mut record: Vec<Vec<u8>>| {
                let last = record.last_mut().unwrap();
                last.truncate(last.iter().rposition(|byte| *byte != b'\r').map_or(0, |at| at + 1));
                (record.len() > 1 || !record[0].is_empty()).then_some(record)
            };
            let expected: Vec<_> = expected.filter_map(bare).collect();
            let given: Vec<_> = given.into_iter().filter_map(bare).collect();
            prop_assert_eq!(given, expected);
        }
    }
}
