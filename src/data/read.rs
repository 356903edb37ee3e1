//! From CSV bytes to columns, or to one sentence that says what is wrong and where.
//!
//! The csv crate splits; the header decides which field is what; `field` types each value.
//! Only columns we know are looked at, so a file may carry anything else beside them.

mod error;
mod field;

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder, Terminator};

pub use error::{FieldProblem, ReadError};

use super::column::RawColumn;
use super::list::Columns;
use super::passenger::Passenger;

/// Whether every passenger's outcome must be in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labels {
    /// `Survived` must be there in every row: the list is to be trained on or scored.
    Required,
    /// `Survived` may be absent or empty: the list is only to be predicted.
    Optional,
}

/// Reads all rows, or fails at the first thing that is wrong.
pub(super) fn columns(file: &str, reader: impl Read, labels: Labels) -> Result<Columns, ReadError> {
    let mut lines = Lines::new(file, reader);
    if !lines.next()? {
        return Err(ReadError::Empty {
            file: file.to_owned(),
        });
    }
    let header = Header::of(file, &lines.record, lines.line, labels)?;
    let mut columns = Columns::with(header.present());
    let mut starts = Vec::new();
    while lines.next()? {
        header.check_width(file, &lines.record, lines.line)?;
        let number = columns.ids().len() + 1;
        let passenger = header
            .passenger(&lines.record, number, labels)
            .map_err(|at| {
                ReadError::Field {
                    file: file.to_owned(),
                    line: lines.line,
                    column: at.column,
                    // An open quotation mark can make the rest of the file one value; its start is enough.
                    value: String::from_utf8_lossy(&at.value[..at.value.len().min(200)])
                        .into_owned(),
                    problem: at.problem,
                }
            })?;
        columns.push(&passenger).ok_or_else(|| ReadError::TooLong {
            file: file.to_owned(),
        })?;
        starts.push(u32::try_from(lines.line).unwrap_or(u32::MAX));
    }
    if columns.ids().is_empty() {
        return Err(ReadError::NoRows {
            file: file.to_owned(),
        });
    }
    check_ids(file, columns.ids(), &starts)?;
    Ok(columns)
}

/// Refuses an id that two rows share, naming the second row's line and the first one's.
fn check_ids(file: &str, ids: &[u32], lines: &[u32]) -> Result<(), ReadError> {
    if ids.is_sorted_by(|left, right| left < right) {
        return Ok(());
    }
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by_key(|&row| ids[row]);
    let repeated = order
        .windows(2)
        .filter(|pair| ids[pair[0]] == ids[pair[1]])
        .min_by_key(|pair| pair[1]);
    repeated.map_or(Ok(()), |pair| {
        Err(ReadError::Field {
            file: file.to_owned(),
            line: u64::from(lines[pair[1]]),
            column: RawColumn::PassengerId,
            value: ids[pair[1]].to_string(),
            problem: FieldProblem::Repeated {
                line: u64::from(lines[pair[0]]),
            },
        })
    })
}

/// The records of a file, each with the line it starts on.
struct Lines<'a, R> {
    file: &'a str,
    reader: csv::Reader<R>,
    record: ByteRecord,
    line: u64,
}

impl<'a, R: Read> Lines<'a, std::io::Chain<R, &'static [u8]>> {
    fn new(file: &'a str, reader: R) -> Self {
        // Records end at LF alone and the last one is given an LF, for only then do the reader's line
        // numbers tell where a record began; the CR of CRLF is taken off below.
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .terminator(Terminator::Any(b'\n'))
            .from_reader(reader.chain(&b"\n"[..]));
        Self {
            file,
            reader,
            record: ByteRecord::new(),
            line: 0,
        }
    }

    /// Moves to the next record that is not an empty line; false at the end of the file.
    fn next(&mut self) -> Result<bool, ReadError> {
        loop {
            let before = self.reader.position().line();
            let found = self
                .reader
                .read_byte_record(&mut self.record)
                .map_err(|error| ReadError::Unreadable {
                    file: self.file.to_owned(),
                    cause: error.into(),
                })?;
            if !found {
                return Ok(false);
            }
            // Empty lines before the record are counted by neither `before` nor the record; a record cut
            // off by the end of the file (an open quotation mark) has no line end of its own to count.
            let inside = self
                .record
                .as_slice()
                .iter()
                .filter(|&&byte| byte == b'\n')
                .count() as u64;
            self.line = self
                .reader
                .position()
                .line()
                .saturating_sub(inside + 1)
                .max(before);
            if self
                .record
                .get(self.record.len() - 1)
                .is_some_and(|last| last.ends_with(b"\r"))
            {
                self.drop_carriage_return();
            }
            if self.record.len() > 1 || !self.record[0].is_empty() {
                return Ok(true);
            }
        }
    }

    fn drop_carriage_return(&mut self) {
        let last = self.record.len() - 1;
        let end = self.record[last].len() - 1;
        let mut record = ByteRecord::with_capacity(self.record.as_slice().len(), last + 1);
        record.extend(self.record.iter().take(last));
        record.push_field(&self.record[last][..end]);
        self.record = record;
    }
}

/// Which field of a record holds which column.
struct Header {
    width: usize,
    fields: [Option<usize>; RawColumn::ALL.len()],
}

impl Header {
    fn of(file: &str, record: &ByteRecord, line: u64, labels: Labels) -> Result<Self, ReadError> {
        let mut fields = [None; RawColumn::ALL.len()];
        let mut names = Vec::new();
        for (index, name) in record.iter().enumerate() {
            let name = std::str::from_utf8(name)
                .map_err(|_| ReadError::HeaderNotUtf8 {
                    file: file.to_owned(),
                    line,
                })?
                .trim();
            names.push(name);
            let Some(column) = RawColumn::from_header(name) else {
                continue;
            };
            if fields[column as usize].replace(index).is_some() {
                return Err(ReadError::RepeatedColumn {
                    file: file.to_owned(),
                    line,
                    column,
                });
            }
        }
        let needed: &[RawColumn] = match labels {
            Labels::Required => &[RawColumn::Survived, RawColumn::Sex, RawColumn::Age],
            Labels::Optional => &[RawColumn::Sex, RawColumn::Age],
        };
        if let Some(&column) = needed
            .iter()
            .find(|&&column| fields[column as usize].is_none())
        {
            let found = names.iter().map(|&name| name.to_owned()).collect();
            return Err(ReadError::MissingColumn {
                file: file.to_owned(),
                line,
                column,
                found,
            });
        }
        Ok(Self {
            width: names.len(),
            fields,
        })
    }

    fn present(&self) -> impl Iterator<Item = RawColumn> {
        RawColumn::ALL
            .into_iter()
            .filter(|&column| self.fields[column as usize].is_some())
    }

    fn check_width(&self, file: &str, record: &ByteRecord, line: u64) -> Result<(), ReadError> {
        if record.len() == self.width {
            return Ok(());
        }
        Err(ReadError::Width {
            file: file.to_owned(),
            line,
            found: record.len(),
            expected: self.width,
            // A field that runs over a line end is nearly always a quotation mark left open.
            open_quote: record.as_slice().contains(&b'\n'),
        })
    }

    fn passenger<'r>(
        &self,
        record: &'r ByteRecord,
        number: usize,
        labels: Labels,
    ) -> Result<Passenger<'r>, FieldError<'r>> {
        let text = |column: RawColumn| -> Result<&'r str, FieldError<'r>> {
            let value = self.fields[column as usize].map_or(&b""[..], |index| &record[index]);
            field::text(value).map_err(|problem| FieldError {
                column,
                value,
                problem,
            })
        };
        macro_rules! typed {
            ($column:ident, $read:expr) => {{
                let value = text(RawColumn::$column)?;
                $read(value.trim()).map_err(|problem| FieldError {
                    column: RawColumn::$column,
                    value: value.as_bytes(),
                    problem,
                })?
            }};
        }
        let id = match self.fields[RawColumn::PassengerId as usize] {
            Some(_) => typed!(PassengerId, field::id),
            None => u32::try_from(number).unwrap_or(u32::MAX),
        };
        Ok(Passenger {
            id,
            survived: typed!(Survived, |value| field::survived(value, labels)),
            class: typed!(Pclass, field::class),
            name: text(RawColumn::Name)?,
            sex: typed!(Sex, field::sex),
            age: typed!(Age, field::age),
            siblings_spouses: typed!(SibSp, field::count),
            parents_children: typed!(Parch, field::count),
            ticket: text(RawColumn::Ticket)?,
            fare: typed!(Fare, field::fare),
            cabin: Some(text(RawColumn::Cabin)?).filter(|cabin| !cabin.trim().is_empty()),
            port: typed!(Embarked, field::port),
        })
    }
}

/// A value that cannot be taken, before the file and line are added.
struct FieldError<'r> {
    column: RawColumn,
    value: &'r [u8],
    problem: FieldProblem,
}
