//! From CSV bytes to columns, or to one sentence that says what is wrong and where.
//!
//! `lines` splits; the header decides which field is what; `field` types each value.
//! Only columns we know are looked at, so a file may carry anything else beside them.

mod error;
mod field;
pub(super) mod limits;
mod lines;
mod look;

use std::io::Read;

use csv::ByteRecord;

pub use error::{FieldProblem, ReadError};

use self::lines::Lines;
use super::column::RawColumn;
use super::passenger::Passenger;
use super::store::Store;

/// Whether every passenger's outcome must be in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labels {
    /// `Survived` must be there in every row: the list is to be trained on or scored.
    Required,
    /// `Survived` may be absent or empty: the list is only to be predicted.
    Optional,
}

/// Reads all rows, or fails at the first thing that is wrong.
pub(super) fn columns(file: &str, reader: impl Read, labels: Labels) -> Result<Store, ReadError> {
    let mut lines = Lines::new(file, reader)?;
    if !lines.next()? {
        return Err(ReadError::Empty { file: file.to_owned() });
    }
    let header = Header::of(file, &lines.record, lines.line, labels)?;
    let mut columns = Store::with(header.present());
    let mut starts = Vec::new();
    while lines.next()? {
        header.check_width(file, &lines.record, lines.line)?;
        let number = columns.ids().len() + 1;
        let passenger = header.passenger(&lines.record, number, labels).map_err(|at| {
            ReadError::Field {
                file: file.to_owned(),
                line: lines.line,
                column: at.column,
                // An open quotation mark can make the rest of the file one value; its start is enough.
                value: String::from_utf8_lossy(&at.value[..at.value.len().min(200)]).into_owned(),
                problem: at.problem,
            }
        })?;
        let kept = columns.push(&passenger);
        kept.filter(|()| number <= limits::ROWS)
            .ok_or_else(|| ReadError::TooLong { file: file.to_owned(), line: lines.line })?;
        starts.push(u32::try_from(lines.line).unwrap_or(u32::MAX));
    }
    if columns.ids().is_empty() {
        return Err(ReadError::NoRows { file: file.to_owned() });
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
    let repeated = order.windows(2).filter(|pair| ids[pair[0]] == ids[pair[1]]).min_by_key(|pair| pair[1]);
    repeated.map_or(Ok(()), |pair| {
        Err(ReadError::Field {
            file: file.to_owned(),
            line: u64::from(lines[pair[1]]),
            column: RawColumn::PassengerId,
            value: ids[pair[1]].to_string(),
            problem: FieldProblem::Repeated { line: u64::from(lines[pair[0]]) },
        })
    })
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
            let name =
                std::str::from_utf8(name).map_err(|_| ReadError::HeaderNotUtf8 { file: file.to_owned(), line })?.trim();
            names.push(name);
            let Some(column) = RawColumn::from_header(name) else {
                continue;
            };
            if fields[column as usize].replace(index).is_some() {
                return Err(ReadError::RepeatedColumn { file: file.to_owned(), line, column });
            }
        }
        let needed: &[RawColumn] = match labels {
            Labels::Required => &[RawColumn::Survived, RawColumn::Sex, RawColumn::Age],
            Labels::Optional => &[RawColumn::Sex, RawColumn::Age],
        };
        if let Some(&column) = needed.iter().find(|&&column| fields[column as usize].is_none()) {
            let found = names.iter().map(|&name| name.to_owned()).collect();
            return Err(ReadError::MissingColumn { file: file.to_owned(), line, column, found });
        }
        Ok(Self { width: names.len(), fields })
    }

    fn present(&self) -> impl Iterator<Item = RawColumn> {
        RawColumn::ALL.iter().copied().filter(|&column| self.fields[column as usize].is_some())
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
            field::text(value).map_err(|problem| FieldError { column, value, problem })
        };
        macro_rules! typed {
            ($column:ident, $read:expr) => {{
                let value = text(RawColumn::$column)?;
                $read(field::known(value.trim())).map_err(|problem| FieldError {
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
            cabin: Some(text(RawColumn::Cabin)?).filter(|cabin| !field::known(cabin.trim()).is_empty()),
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
