//! Why a list cannot be read, in one sentence: file, line, column, value, and what to do.
//!
//! Kept as data, so that another language can say the same from the same facts.

use thiserror::Error;

use super::limits;
use crate::data::column::RawColumn;
use crate::data::escape;

/// What stopped the reading of a list.
#[derive(Debug, Error)]
#[expect(missing_docs, reason = "the fields are what the sentences print")]
pub enum ReadError {
    /// The bytes could not be had.
    #[error("{file} could not be read: {cause}; check that it is a file you may read", file = escape(file))]
    Unreadable { file: String, cause: std::io::Error },
    /// It is packed, and cannot be unpacked.
    #[error("{file} is packed with {packing}, and damaged or cut short; fetch it again", file = escape(file))]
    Damaged { file: String, packing: &'static str },
    /// There is nothing, not even a header.
    #[error("{file} is empty; its first line must name the columns, at least Survived, Sex and Age", file = escape(file))]
    Empty { file: String },
    /// There is a header and nothing below it.
    #[error("{file} has a header but no passengers; put at least one below it", file = escape(file))]
    NoRows { file: String },
    /// Every row was passed over.
    #[error("{file}: none of its {skipped} rows could be read; the first: {first}", file = escape(file))]
    NoneLeft { file: String, skipped: usize, first: String },
    /// Something else than text, or text in another encoding.
    #[error("{file} is {what}", file = escape(file))]
    NotText { file: String, what: &'static str },
    /// More rows or bytes than a list may have.
    #[error("{file}, line {line}: the list goes on beyond {} people or {} MiB; split it", limits::ROWS, limits::FILE >> 20, file = escape(file))]
    TooLong { file: String, line: u64 },
    /// More bytes than a line may have, line ends within quotation marks counted in.
    #[error("{file}, line {line}: longer than {} MiB; {remedy}", limits::LINE >> 20, file = escape(file), remedy = long_remedy(*open_quote))]
    LongLine { file: String, line: u64, open_quote: bool },
    /// More bytes than a field may have.
    #[error("{file}, line {line}: field {field} is longer than {} KiB; shorten it", limits::FIELD >> 10, file = escape(file))]
    LongField { file: String, line: u64, field: usize },
    /// The rest of the file is inside one pair of quotation marks.
    #[error(
        "{file}, line {line}: a quotation mark is opened and never closed; close it, and double those inside text",
        file = escape(file)
    )]
    OpenQuote { file: String, line: u64 },
    /// The first line is not text.
    #[error("{file}, line {line}: the header is not UTF-8 text; save the file as UTF-8", file = escape(file))]
    HeaderNotUtf8 { file: String, line: u64 },
    /// A row for each group of people.
    #[error("{file} counts people in groups and has no row for each person, which a network learns from; take the list of people itself", file = escape(file))]
    Counts { file: String },
    /// A column that must be there is not.
    #[error("{file}, line {line}: no column {header}; {remedy}", file = escape(file), header = column.header(), remedy = missing_remedy(*column, found))]
    MissingColumn { file: String, line: u64, column: RawColumn, found: Vec<String> },
    /// Two columns of the same name.
    #[error("{file}, line {line}: two columns are called {header}; rename or remove one of them", file = escape(file), header = column.header())]
    RepeatedColumn { file: String, line: u64, column: RawColumn },
    /// A row with more or fewer fields than the header.
    #[error("{file}, line {line}: {found} fields where the header has {expected}; {remedy}", file = escape(file), remedy = width_remedy(*open_quote))]
    Width { file: String, line: u64, found: usize, expected: usize, open_quote: bool },
    /// A value that its column cannot take.
    #[error("{file}, line {line}, column {header}: {problem}", file = escape(file), header = column.header(), problem = problem.sentence(*column, value))]
    Field { file: String, line: u64, column: RawColumn, value: String, problem: FieldProblem },
}

/// What is wrong with one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldProblem {
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A line end inside a value.
    LineBreak,
    /// Another control character inside a value.
    ControlCharacter,
    /// An id is missing though the file has the column.
    NoId,
    /// An id that an earlier line already has.
    Repeated {
        /// The earlier line.
        line: u64,
    },
    /// An outcome is missing where all are needed.
    NoOutcome,
    /// Neither 0 nor 1.
    NotAnOutcome,
    /// No sex is given.
    NoSex,
    /// Neither male nor female.
    NotASex,
    /// 0 or 1, which says not who is which.
    UnsaidSex,
    /// Not 1, 2 or 3.
    NotAClass,
    /// Not S, C or Q.
    NotAPort,
    /// Not a number at all.
    NotANumber,
    /// Decimals behind a comma, where earlier numbers have them behind a point, or the reverse.
    MixedDecimals,
    /// A number with a decimal comma.
    DecimalComma {
        /// The same with a point.
        with_point: String,
    },
    /// NaN or infinity by name.
    NotFinite,
    /// Below zero.
    Negative,
    /// Not a whole number.
    NotWhole,
    /// Larger than we can keep.
    TooLarge,
    /// An age over 150.
    TooOld,
}

impl FieldProblem {
    /// The second half of the message, with the value quoted and the remedy.
    fn sentence(&self, column: RawColumn, value: &str) -> String {
        // What means missing is named where something must be there.
        let nothing =
            if value.trim().is_empty() { "empty".to_owned() } else { format!("{} means missing", quoted(value)) };
        let value = quoted(value);
        match self {
            Self::NotUtf8 => format!("{value} is not UTF-8 text; save the file as UTF-8"),
            Self::LineBreak => {
                format!("{value} runs over the end of the line; close its quotation mark or take the line break out")
            }
            Self::ControlCharacter => {
                format!("{value} has an invisible control character in it; take it out")
            }
            Self::NoId => {
                format!("{nothing}; give every passenger a number, or leave the whole column out")
            }
            Self::Repeated { line } => {
                format!("{value} is already on line {line}; give each passenger a number of their own")
            }
            Self::NoOutcome => {
                format!("{nothing}; write 0 for died or 1 for survived, or take the row out")
            }
            Self::NotAnOutcome => {
                format!("{value} is neither 0 nor 1; write 0 for died, 1 for survived")
            }
            Self::NoSex => format!("{nothing}; write male or female, or take the row out"),
            Self::NotASex => {
                format!("{value} is neither male nor female; write one of these words")
            }
            Self::UnsaidSex => format!(
                "{value} does not say who is which; call the column female where 1 is a woman, or male where 1 is a man"
            ),
            Self::NotAClass => {
                format!("{value} is no class; write 1, 2 or 3, or leave it empty if unknown")
            }
            Self::NotAPort => {
                format!("{value} is no port; write S, C or Q, or leave it empty if unknown")
            }
            Self::NotANumber => {
                format!("{value} is not a number; write {}", example(column))
            }
            Self::DecimalComma { with_point } => {
                format!("{value} has a decimal comma; write it with a point, {}", escape(with_point))
            }
            Self::MixedDecimals => {
                format!("{value} has its decimals behind another sign than numbers before it; write all with a point")
            }
            Self::NotFinite => {
                format!("{value} is not a number to compute with; write {}", example(column))
            }
            Self::Negative => format!("{value} is below zero; write {}", example(column)),
            Self::NotWhole => format!("{value} is not a whole number; write {}", example(column)),
            Self::TooLarge => format!("{value} is too large; write {}", example(column)),
            Self::TooOld => {
                format!("{value} is over 150 years; write {}", example(column))
            }
        }
    }
}

/// What a good value of a numeric column looks like.
const fn example(column: RawColumn) -> &'static str {
    match column {
        RawColumn::PassengerId => "a whole number such as 892, or leave the whole column out",
        RawColumn::Age => "the age in years such as 34.5, or leave it empty if unknown",
        RawColumn::SibSp | RawColumn::Parch => "a count such as 0 or 2, or leave it empty if unknown",
        RawColumn::Fare => "the fare in pounds such as 7.25, or leave it empty if unknown",
        RawColumn::Survived
        | RawColumn::Pclass
        | RawColumn::Name
        | RawColumn::Sex
        | RawColumn::Ticket
        | RawColumn::Cabin
        | RawColumn::Embarked => "another value, or leave it empty if unknown",
    }
}

fn missing_remedy(column: RawColumn, found: &[String]) -> String {
    if found.iter().any(|name| name.contains('\r')) {
        return "the lines seem to end in CR alone; save it with LF or CRLF".to_owned();
    }
    let found = found.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    let remedy = if column == RawColumn::Survived && !found.is_empty() {
        "name it in the first line; a list without outcomes can be predicted (`predict FILE`, `submit FILE`), not trained on"
    } else {
        "name it in the first line as Kaggle's list does"
    };
    format!("{remedy}; found there: {}", cut(&found, 160))
}

const fn width_remedy(open_quote: bool) -> &'static str {
    if open_quote {
        "close the quotation mark that was opened there"
    } else {
        "put text that contains a comma in quotation marks, and give every column a field"
    }
}

const fn long_remedy(open_quote: bool) -> &'static str {
    if open_quote {
        "close the quotation mark that is opened there"
    } else {
        "check that it is a list with a line for each passenger"
    }
}

/// A value in quotation marks, short, and harmless to a terminal.
fn quoted(value: &str) -> String {
    format!("\"{}\"", escape(&cut(value, 40)))
}

fn cut(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
