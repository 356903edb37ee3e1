//! Why a typed filter is not understood, in one sentence.

use thiserror::Error;

use crate::data::column::Column;

/// Where and why a typed filter is not understood.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{problem}")]
pub struct ExpressionError {
    /// The character of the line, counted from 0, where it stops making sense; its length for "too short".
    pub at: usize,
    /// What is wrong and what to write.
    pub(super) problem: Problem,
}

impl ExpressionError {
    pub(super) const fn new(at: usize, problem: Problem) -> Self {
        Self { at, problem }
    }
}

/// What is wrong with a typed filter.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// A word that is neither a quick filter nor a column.
    #[error("\"{0}\" is no column and no word; for names write name~{0}")]
    UnknownWord(String),
    /// A name before an operator that is no column.
    #[error("there is no column \"{0}\"; columns: {COLUMNS}")]
    UnknownColumn(String),
    /// A column that is compared with nothing.
    #[error("{key} needs a comparison, such as {key}{}", example(*.0), key = .0.key())]
    NoOperator(Column),
    /// An operator without a column before it.
    #[error("a column must stand before this, such as age>60")]
    NoColumn,
    /// An operator without a value behind it.
    #[error("a value is missing, such as {}{}", .0.key(), example(*.0))]
    NoValue(Column),
    /// `!` that is not followed by `=`.
    #[error("\"!\" needs a \"=\" behind it: != is not equal")]
    LoneBang,
    /// A quotation mark that is not closed.
    #[error("this quotation mark is not closed")]
    OpenQuote,
    /// A number is needed here.
    #[error("\"{value}\" is not a number, which {} needs (or ? for missing)", column.key())]
    NotANumber { column: Column, value: String },
    /// One of a few values is needed here.
    #[error("{} cannot be \"{value}\"; it can be {allowed}", column.key())]
    NotAValue { column: Column, value: String, allowed: &'static str },
    /// An operator that makes no sense for the column or value.
    #[error("{operator} does not go with {} here; use {allowed}", column.key())]
    NotAnOperator { column: Column, operator: &'static str, allowed: &'static str },
}

/// The keys of all columns.
pub const COLUMNS: &str = "id survived class name sex age sibsp parch ticket fare cabin embarked z p said right loss";

/// A comparison that makes sense for the column, to show how one is written.
pub const fn example(column: Column) -> &'static str {
    match column {
        Column::Survived | Column::Said => "=lived",
        Column::Id | Column::Class => "=1",
        Column::Name => "~rose",
        Column::Sex => "=f",
        Column::Age => ">60",
        Column::SibSp | Column::Parch | Column::Z => ">0",
        Column::Ticket => "~pc",
        Column::Fare => ">100",
        Column::Cabin => "~c",
        Column::Embarked => "=s",
        Column::P => ">0.5",
        Column::Right => "=no",
        Column::Loss => ">1",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::filter::Expression;

    /// An example that cannot be typed, or a list of columns that has fallen behind, would mislead.
    #[test]
    fn advice_can_be_followed() {
        assert_eq!(COLUMNS, Column::ALL.iter().map(|column| column.key()).collect::<Vec<_>>().join(" "));
        for &column in Column::ALL {
            let line = format!("{}{}", column.key(), example(column));
            assert!(Expression::parse(&line).is_ok(), "{line}");
        }
    }
}
