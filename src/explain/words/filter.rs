//! What is wrong with a typed filter, and what to write instead.

use crate::data::filter::{COLUMNS, Problem, example};
use crate::explain::words::Message;

super::texts!("filter");

/// A filter's problem in both languages.
pub fn problem(problem: &Problem) -> Message {
    let key = |column: &crate::data::Column| column.key().to_owned();
    match problem {
        Problem::UnknownWord(word) => Message::new(UNKNOWN_WORD, [word.clone()]),
        Problem::UnknownColumn(name) => Message::new(UNKNOWN_COLUMN, [name.clone(), COLUMNS.to_owned()]),
        Problem::NoOperator(column) => Message::new(NO_OPERATOR, [key(column), example(*column).to_owned()]),
        Problem::NoColumn => Message::plain(NO_COLUMN),
        Problem::NoValue(column) => Message::new(NO_VALUE, [key(column), example(*column).to_owned()]),
        Problem::LoneBang => Message::plain(LONE_BANG),
        Problem::OpenQuote => Message::plain(OPEN_QUOTE),
        Problem::NotANumber { column, value } => Message::new(NOT_A_NUMBER, [value.clone(), key(column)]),
        Problem::NotAValue { column, value, allowed } => {
            Message::new(NOT_A_VALUE, [key(column), value.clone(), (*allowed).to_owned()])
        }
        Problem::NotAnOperator { column, operator, allowed } => {
            Message::new(NOT_AN_OPERATOR, [(*operator).to_owned(), key(column), (*allowed).to_owned()])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::problem;
    use crate::data::Expression;
    use crate::explain::words::Language;

    /// The screen and the command line must not tell two stories, and the Japanese screen no English one.
    #[test]
    fn every_problem_is_told_as_the_command_line_tells_it_and_in_japanese() {
        let lines = ["foo", "foo=1", "age", ">60", "age>", "age!60", "name~\"x", "age>x", "sex=x", "age~1", "sex>f"];
        for line in lines {
            let error = Expression::parse(line).unwrap_err();
            let told = problem(&error.problem);
            assert_eq!(told.text(Language::English), error.to_string(), "{line}");
            let japanese = told.text(Language::Japanese);
            for english in [" is ", " or ", "needs", "missing", "such as", "column"] {
                assert!(!japanese.contains(english), "{line}: {japanese}");
            }
        }
    }
}
