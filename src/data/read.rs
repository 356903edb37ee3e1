//! From CSV bytes to columns, or to one sentence that says what is wrong and where.
//!
//! `lines` splits; the header decides which field is what; `field` types each value.
//! Only columns we know are looked at, so a file may carry anything else beside them.

mod error;
mod feed;
mod field;
mod found;
pub(super) mod limits;
mod lines;
mod look;
mod marks;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{ErrorKind, Read};

pub use error::{FieldProblem, ReadError};
pub use feed::Compression;
pub use found::ListReport;

use self::lines::{Lines, NextRecord};
use super::column::RawColumn;
use super::passenger::{Passenger, Sex};
use super::store::Store;

/// Whether every passenger's outcome must be in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labels {
    /// `Survived` must be there in every row: the list is to be trained on or scored.
    Required,
    /// `Survived` may be absent or empty: the list is only to be predicted.
    Optional,
}

/// A list on its way from bytes to columns, some rows at a time, so that somebody who waits can be told how far it is.
#[derive(Debug)]
pub struct ListReader<R> {
    lines: Lines<R>,
    labels: Labels,
    header: Option<Header>,
    columns: Store,
    /// The line each row starts on.
    starts: Vec<u32>,
    report: ListReport,
    /// The line of each id, where bad rows are passed over; one that comes again is one.
    ids: Option<HashMap<u32, u64>>,
}

/// How far the reading of a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadState {
    /// There may be more rows.
    Reading,
    /// The next bytes are not there yet; who waits for them need not stand still.
    Waiting,
    /// All rows are read.
    Done,
}

impl<R: Read> ListReader<R> {
    /// Begins with a list of Kaggle's columns, in any order, in CSV; `source` names the file in messages.
    pub fn new(source: &str, reader: R, labels: Labels) -> Self {
        let lines = Lines::new(source.to_owned(), reader);
        let report = ListReport::default();
        Self { lines, labels, header: None, columns: Store::default(), starts: Vec::new(), report, ids: None }
    }

    /// Passes over rows that cannot be read, and reports them.
    #[must_use]
    pub fn skipping_bad_rows(self, skips: bool) -> Self {
        Self { ids: skips.then(HashMap::new), ..self }
    }

    /// How many rows were read.
    pub fn rows(&self) -> usize {
        self.starts.len()
    }

    /// How many bytes were read.
    pub const fn bytes(&self) -> u64 {
        self.lines.feed.given
    }

    /// Reads so many rows more.
    ///
    /// # Errors
    /// The first thing that is wrong: [`ReadError`] names the file, line, column and value, and what to do.
    pub fn read(&mut self, rows: usize) -> Result<ReadState, ReadError> {
        for _ in 0..rows {
            let next = match self.lines.next() {
                // The rows below may be sound.
                Err(why @ (ReadError::OpenQuote { .. } | ReadError::LongField { .. })) if self.can_skip() => {
                    self.report.skip(&why);
                    if matches!(why, ReadError::OpenQuote { .. }) && !self.lines.back_to_second_line() {
                        self.lines.end();
                    }
                    continue;
                }
                next => next?,
            };
            match next {
                NextRecord::Record => self.take_record()?,
                NextRecord::Later => return Ok(ReadState::Waiting),
                NextRecord::End if self.header.is_none() => return Err(ReadError::Empty { file: self.lines.file() }),
                NextRecord::End if self.starts.is_empty() && self.report.skipped > 0 => {
                    let first = self.report.told.first().cloned().unwrap_or_default();
                    let (file, skipped) = (self.lines.file(), self.report.skipped);
                    return Err(ReadError::NoneLeft { file, skipped, first });
                }
                NextRecord::End if self.starts.is_empty() => return Err(ReadError::NoRows { file: self.lines.file() }),
                NextRecord::End => return Ok(ReadState::Done),
            }
        }
        Ok(ReadState::Reading)
    }

    /// The name of the file, all its rows, the rest of which is read now, and what was found beside them.
    ///
    /// # Errors
    /// As for [`Self::read`]; and two passengers may not share an id.
    pub(super) fn finish(mut self) -> Result<(String, Store, ListReport), ReadError> {
        while match self.read(usize::MAX)? {
            ReadState::Reading => true,
            ReadState::Waiting => return Err(self.lines.unreadable(ErrorKind::WouldBlock.into())),
            ReadState::Done => false,
        } {}
        // Its first letter that is not ASCII may have come late.
        self.report.encoding = self.lines.feed.encoding().name();
        let source = self.lines.file();
        check_ids(&source, self.columns.ids(), &self.starts)?;
        Ok((source, self.columns, self.report))
    }

    /// Whether a row may be passed over: it is wanted, and this is one below the header.
    const fn can_skip(&self) -> bool {
        self.ids.is_some() && self.header.is_some()
    }

    fn take_record(&mut self) -> Result<(), ReadError> {
        let lines = &self.lines;
        let Some(header) = &mut self.header else {
            let header = Header::of(lines, self.labels)?;
            self.columns = Store::with(header.present());
            self.report = header.report(lines);
            self.header = Some(header);
            return Ok(());
        };
        // What tables end with, and what R writes before each row without a name for it.
        if lines.fields().all(|field| field.trim_ascii().is_empty()) {
            self.report.empty_rows += 1;
            return Ok(());
        }
        let number = self.starts.len() + 1;
        if number == 1 && lines.width() == header.width + 1 {
            let shifted = header.shifted();
            if shifted.passenger(lines, number, self.labels, &mut ListReport::default()).is_ok() {
                *header = shifted;
            }
        }
        let passenger = header.check_width(lines).and_then(|()| {
            header.passenger(lines, number, self.labels, &mut self.report).map_err(|at| {
                ReadError::Field {
                    file: lines.file(),
                    line: lines.line,
                    column: at.column,
                    // An open quotation mark can make the rest of the file one value; its start is enough.
                    value: String::from_utf8_lossy(&at.value[..at.value.len().min(200)]).into_owned(),
                    problem: at.problem,
                }
            })
        });
        let passenger = passenger.and_then(|passenger| match self.ids.as_mut().map(|ids| ids.entry(passenger.id)) {
            Some(Entry::Occupied(first)) => Err(repeated(lines.file(), passenger.id, *first.get(), lines.line)),
            Some(Entry::Vacant(free)) => {
                free.insert(lines.line);
                Ok(passenger)
            }
            None => Ok(passenger),
        });
        let passenger = match passenger {
            Ok(passenger) => passenger,
            Err(why) if self.ids.is_some() => {
                self.report.skip(&why);
                let runs_over = matches!(
                    why,
                    ReadError::Width { open_quote: true, .. }
                        | ReadError::Field { problem: FieldProblem::LineBreak, .. }
                );
                if runs_over {
                    self.lines.back_to_second_line();
                }
                return Ok(());
            }
            Err(why) => return Err(why),
        };
        let kept = self.columns.push(&passenger);
        kept.filter(|()| number <= limits::ROWS)
            .ok_or_else(|| ReadError::TooLong { file: lines.file(), line: lines.line })?;
        self.starts.push(u32::try_from(lines.line).unwrap_or(u32::MAX));
        Ok(())
    }
}

/// Refuses an id that two rows share, naming the second row's line and the first one's.
fn check_ids(file: &str, ids: &[u32], lines: &[u32]) -> Result<(), ReadError> {
    if ids.is_sorted_by(|left, right| left < right) {
        return Ok(());
    }
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_unstable_by_key(|&row| (ids[row], row));
    let twice = order.windows(2).filter(|pair| ids[pair[0]] == ids[pair[1]]).min_by_key(|pair| pair[1]);
    twice.map_or(Ok(()), |pair| {
        let [first, second] = [pair[0], pair[1]].map(|row| u64::from(lines[row]));
        Err(repeated(file.to_owned(), ids[pair[1]], first, second))
    })
}

fn repeated(file: String, id: u32, first: u64, line: u64) -> ReadError {
    let problem = FieldProblem::Repeated { line: first };
    ReadError::Field { file, line, column: RawColumn::PassengerId, value: id.to_string(), problem }
}

/// Which field of a record holds which column.
#[derive(Debug)]
struct Header {
    names: Vec<String>,
    width: usize,
    fields: [Option<usize>; RawColumn::ALL.len()],
    /// Whom a 1 stands for, where the column of the sex is called after one.
    one_is: Option<Sex>,
}

impl Header {
    fn of<R: Read>(lines: &Lines<R>, labels: Labels) -> Result<Self, ReadError> {
        let (file, line) = (|| lines.file(), lines.line);
        let text = |name| std::str::from_utf8(name).map(|name| name.trim().to_owned());
        let names: Vec<String> = lines
            .fields()
            .map(text)
            .collect::<Result<_, _>>()
            .map_err(|_| ReadError::HeaderNotUtf8 { file: file(), line })?;
        let known: Vec<_> = names.iter().map(|name| RawColumn::from_header(name)).collect();
        let is_own = |index: usize, column: RawColumn| names[index].eq_ignore_ascii_case(column.header());
        let mut fields = [None; RawColumn::ALL.len()];
        // The column's own name goes before others that it has elsewhere.
        for own in [true, false] {
            for (index, column) in known.iter().enumerate().filter_map(|(index, column)| Some((index, (*column)?))) {
                let field = &mut fields[column as usize];
                match field {
                    _ if is_own(index, column) != own => {}
                    None => *field = Some(index),
                    Some(_) if own => return Err(ReadError::RepeatedColumn { file: file(), line, column }),
                    Some(_) => {}
                }
            }
        }
        let needed: &[RawColumn] = match labels {
            Labels::Required => &[RawColumn::Survived, RawColumn::Sex, RawColumn::Age],
            Labels::Optional => &[RawColumn::Sex, RawColumn::Age],
        };
        let counts = |name: &String| ["freq", "count", "n"].iter().any(|count| name.eq_ignore_ascii_case(count));
        if fields[RawColumn::Name as usize].is_none() && names.iter().any(counts) {
            return Err(ReadError::Counts { file: file() });
        }
        if let Some(&column) = needed.iter().find(|&&column| fields[column as usize].is_none()) {
            return Err(ReadError::MissingColumn { file: file(), line, column, found: names });
        }
        let sex = fields[RawColumn::Sex as usize].map(|field| names[field].to_lowercase());
        let one_is = sex.and_then(|name| Sex::ALL.iter().rev().copied().find(|sex| name.ends_with(sex.name())));
        Ok(Self { width: names.len(), names, fields, one_is })
    }

    /// The same where every row has a field more at its beginning.
    fn shifted(&self) -> Self {
        let fields = self.fields.map(|field| Some(field? + 1));
        Self { width: self.width + 1, fields, names: self.names.clone(), ..*self }
    }

    fn report<R: Read>(&self, lines: &Lines<R>) -> ListReport {
        let column = |index: usize| RawColumn::ALL.iter().find(|column| self.fields[**column as usize] == Some(index));
        let mut report = ListReport {
            delimiter: lines.delimiter.into(),
            encoding: lines.feed.encoding().name(),
            packing: lines.feed.packing,
            ..ListReport::default()
        };
        for (index, name) in self.names.iter().enumerate() {
            match column(index) {
                Some(&column) => report.taken.push((column, name.clone())),
                None => report.ignored.push(name.clone()),
            }
        }
        report
    }

    fn present(&self) -> impl Iterator<Item = RawColumn> {
        RawColumn::ALL.iter().copied().filter(|&column| self.fields[column as usize].is_some())
    }

    fn check_width<R: Read>(&self, lines: &Lines<R>) -> Result<(), ReadError> {
        if lines.width() == self.width {
            return Ok(());
        }
        Err(ReadError::Width {
            file: lines.file(),
            line: lines.line,
            found: lines.width(),
            expected: self.width,
            // A field that runs over a line end is nearly always a quotation mark left open.
            open_quote: lines.breaks > 0,
        })
    }

    fn passenger<'r, R: Read>(
        &self,
        lines: &'r Lines<R>,
        number: usize,
        labels: Labels,
        report: &mut ListReport,
    ) -> Result<Passenger<'r>, FieldError<'r>> {
        let plain = lines.plain();
        let text = |column: RawColumn| -> Result<&'r str, FieldError<'r>> {
            let Some(index) = self.fields[column as usize] else {
                return Ok("");
            };
            if let Some(plain) = plain {
                return Ok(lines.plain_field(plain, index));
            }
            let value = lines.field(index);
            field::text(value).map_err(|problem| FieldError { column, value, problem })
        };
        macro_rules! typed {
            ($column:ident, $read:expr) => {{
                let value = text(RawColumn::$column)?;
                $read(field::known(field::trimmed(value))).map_err(|problem| FieldError {
                    column: RawColumn::$column,
                    value: value.as_bytes(),
                    problem,
                })?
            }};
        }
        // Between commas a decimal comma may as well be a slip.
        let comma = lines.delimiter != b',';
        let id = match self.fields[RawColumn::PassengerId as usize] {
            Some(_) => typed!(PassengerId, field::id),
            None => u32::try_from(number).unwrap_or(u32::MAX),
        };
        let mut said = |column, word: &str, to| report.translate(column, word, to);
        Ok(Passenger {
            id,
            survived: typed!(Survived, |value| field::survived(value, labels, &mut said)),
            class: typed!(Pclass, |value| field::class(value, &mut said)),
            name: text(RawColumn::Name)?,
            sex: typed!(Sex, |value| field::sex(value, self.one_is, &mut said)),
            age: typed!(Age, |value| field::age(value, (comma, &mut report.decimals[0]))),
            siblings_spouses: typed!(SibSp, field::count),
            parents_children: typed!(Parch, field::count),
            ticket: text(RawColumn::Ticket)?,
            fare: typed!(Fare, |value| field::fare(value, (comma, &mut report.decimals[1]))),
            cabin: Some(text(RawColumn::Cabin)?).filter(|cabin| !field::known(field::trimmed(cabin)).is_empty()),
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
